"""Rebuilds the corpus of Greek quotations from corpora that anybody can get, and checks it.

    python -m benchmarks.corpus --data FOLDER [-o corpus.jsonl] [--part learn|tune|kept]

FOLDER holds the corpora, in any subfolders (benchmarks/gold/quotations/README.md says where they are to be had). A
record is rebuilt if all its lines are there. The exit status is 1 if one is not; the others are written all the same.

    python -m benchmarks.corpus --data FOLDER --take-off GOLD.jsonl

is the way back: complete records become stand-off annotations, source by source.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.lines import lines_by_key
from benchmarks.split import PARTS, part
from benchmarks.standoff import Missing, digest, rebuild, take_off
from eipe.evaluation.form import read_record

ANNOTATIONS = Path(__file__).parent / "gold" / "quotations"


def read(folder: Path) -> list[dict[str, Any]]:
    """The stand-off annotations of a folder, each with its source, which is the name of its file."""
    return [
        {"source": path.stem, **json.loads(line)}
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf8").splitlines()
    ]


def rebuilt(records: Sequence[Mapping[str, Any]], lines: Mapping[str, str]) -> list[dict[str, Any]]:
    """The records that the lines are enough for, checked; how many they are is told on standard error."""
    out, counts = [], {record["source"]: Counter[str]() for record in records}
    for record in records:
        count = counts[record["source"]]
        count["records"] += 1
        try:
            whole = rebuild(record, lines)
        except Missing:
            continue
        read_record(whole, record["id"])
        out.append(whole)
        count["rebuilt"] += 1
        count["exact"] += digest(whole["text"]) == record["digest"]
    print(f"{'source':10}{'records':>8}{'rebuilt':>8}{'to the blank':>14}", file=sys.stderr)
    for source, count in counts.items():
        print(f"{source:10}{count['records']:>8}{count['rebuilt']:>8}{count['exact']:>14}", file=sys.stderr)
    return out


def write(records: Sequence[Mapping[str, Any]], path: Path | None) -> None:
    """Records as JSON lines."""
    stream = path.open("w", encoding="utf8", newline="\n") if path else sys.stdout
    for record in records:
        stream.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
    if path:
        stream.close()


def taken_off(gold: Path, lines: Mapping[str, str], folder: Path) -> None:
    """Writes the records of ``gold`` that stand on known lines, without their texts, source by source."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in gold.read_text(encoding="utf8").splitlines():
        record = json.loads(line)
        try:
            bare = take_off(record, lines)
        except Missing as error:
            print(f"{record['id']}: left out, {error}", file=sys.stderr)
        else:
            found.setdefault(record["id"].split("-")[0], []).append(bare)
    for source, records in found.items():
        write(records, folder / f"{source}.jsonl")
        print(f"{source}: {len(records)} records", file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.corpus", description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="where the corpora are")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: standard output")
    parser.add_argument("--part", choices=PARTS, help="only this part of the split")
    parser.add_argument("--annotations", type=Path, default=ANNOTATIONS, metavar="FOLDER", help="default: ours")
    parser.add_argument("--take-off", type=Path, metavar="GOLD", help="write stand-off annotations to --annotations")
    args = parser.parse_args(arguments)
    if not args.data.is_dir():
        parser.error(f"--data {args.data}: there is no such folder")
    lines = lines_by_key(args.data)
    if not lines:
        parser.error(f"--data {args.data}: no .iob2, .conllu, .cupt, .parsemetsv, .json or .txt (.gz, .xz) in it")
    if args.take_off:
        if args.annotations == ANNOTATIONS:
            parser.error("--take-off wants --annotations FOLDER, so that ours are not written over by accident")
        args.annotations.mkdir(parents=True, exist_ok=True)
        taken_off(args.take_off, lines, args.annotations)
        return 0
    records = read(args.annotations)
    found = rebuilt(records, lines)
    write([record for record in found if args.part in (None, part(record["id"]))], args.output)
    return int(len(found) < len(records))


if __name__ == "__main__":
    sys.exit(main())
