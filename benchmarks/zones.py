"""Score the zones of pages: precision, recall and F1 by zone and line.

    python -m benchmarks.zones benchmarks/gold/pages.jsonl --part learn --merge list=teaser --errors

A line counts once for each zone that stands on it, wherever on the line: a byline and a date on one line are two.
Lists of other stories (Ροή ειδήσεων) are called list by some annotators and teaser by others: merge the two.
Records belong to the part that the digest of their id tells, so that the kept part stays unseen until the end.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.split import PARTS, part
from eipe.article.zones import find_zones


def by_line(text: str, zones: Iterable[tuple[str, int, int]], merged: dict[str, str]) -> set[tuple[int, str]]:
    """The lines that zones stand on, as (offset of the line, zone)."""
    spans = list(zones)
    return {
        (line.start(), merged.get(zone, zone))
        for line in re.finditer(r"[^\r\n]*\S[^\r\n]*", text)
        for zone, start, end in spans
        if start < line.end() and end > line.start()
    }


def records(path: Path, parts: set[str]) -> Iterator[dict[str, Any]]:
    """The records of a pages file that belong to ``parts``."""
    for row in path.read_text(encoding="utf8").splitlines():
        record = json.loads(row)
        if part(record["id"]) in parts:
            yield record


def rates(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    return precision, recall, 2 * right / (found + gold) if found + gold else 0.0


def main() -> None:
    """Print the table, and where zones are wrong if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="records with text and zones, one a line")
    parser.add_argument("--part", action="append", choices=list(PARTS), help="default: learn and tune")
    parser.add_argument("--merge", action="append", default=[], metavar="A=B", help="count zone A as B (list=teaser)")
    parser.add_argument("--errors", action="store_true", help="print the lines that are wrong; never for kept ones")
    arguments = parser.parse_args()
    parts = set(arguments.part or ("learn", "tune"))
    if arguments.errors and "kept" in parts:
        parser.error("the errors of the kept part are never read")
    merged = dict(pair.split("=", 1) for pair in arguments.merge)
    right, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for record in records(arguments.pages, parts):
        text = record["text"]
        wanted = by_line(text, ((zone["zone"], zone["start"], zone["end"]) for zone in record["zones"]), merged)
        given = by_line(text, ((zone.zone, zone.start, zone.end) for zone in find_zones(text)), merged)
        right.update(zone for _, zone in wanted & given)
        found.update(zone for _, zone in given)
        gold.update(zone for _, zone in wanted)
        if arguments.errors:
            for at, zone in sorted(wanted ^ given):
                sign = "missed" if (at, zone) in wanted else "extra "
                print(f"{record['id']} {sign} {zone:9} {text[at : at + 110].splitlines()[0]}")
    print(f"{'zone':10}{'lines':>6}{'precision':>11}{'recall':>8}{'F1':>7}")
    for zone in [*sorted(gold | found, key=lambda name: -gold[name]), "all"]:
        counts = [counter.total() if zone == "all" else counter[zone] for counter in (right, found, gold)]
        precision, recall, f1 = rates(*counts)
        print(f"{zone:10}{counts[2]:6}{precision:11.3f}{recall:8.3f}{f1:7.3f}")


if __name__ == "__main__":
    main()
