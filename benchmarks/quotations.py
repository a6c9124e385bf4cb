"""Scores eipe on annotated texts, part by part of the split, with `eipe.score`.

    python -m benchmarks.quotations GOLD.jsonl ... [--part learn|tune|kept] [--model NAME] [--errors] [--json]

GOLD holds one record a line, in the gold format (docs/gold.md). `--part` takes one part of the split
(`benchmarks.split`) only. What the figures are, `eipe.evaluation` says.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import eipe
from benchmarks.split import PARTS, part
from eipe.evaluation.report import error_text


def source(record: str) -> str:
    """Where a record is from: the front of its id."""
    front = record.split("-")[0]
    if front.startswith("20"):
        return "articles"
    ours = {"p": "pages", "r": "runs"}
    return ours.get(front[:1], front) if front[1:].isdigit() else front


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.quotations", description=__doc__.split("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--model")
    parser.add_argument("--errors", action="store_true", help="print what is wrong (never of the kept part)")
    parser.add_argument("--json", action="store_true", help="machine-readable, without errors")
    args = parser.parse_args(arguments)
    records = [json.loads(line) for path in args.gold for line in path.read_text(encoding="utf8").splitlines()]
    records = [r | {"source": source(r["id"])} for r in records if args.part in (None, part(r["id"]))]
    scores = eipe.score(records, by="source", extractor=eipe.load(args.model))
    for error in scores.errors if args.errors and not args.json else ():
        if part(error.id) != "kept":
            print(error_text(error))
    print(json.dumps(scores.to_dict() | {"errors": []}) if args.json else scores)


if __name__ == "__main__":
    main()
