"""Score the zones of pages: precision, recall and F1 by zone and line.

    python -m benchmarks.zones pages.jsonl --part learn --merge list=teaser --errors

A line counts once for each zone that stands on it, wherever on the line: a byline and a date on one line are two.
Lists of other stories (Ροή ειδήσεων) are called list by some annotators and teaser by others: merge the two.
Records belong to the part that the digest of their id tells, so that the kept part stays unseen until the end.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from benchmarks.split import PARTS, part
from eipe.article.zones import find_zones
from eipe.evaluation.given import read_records
from eipe.evaluation.tally import f1, figures, rate

RATIOS = {"precision": rate("right", "given"), "recall": rate("right", "gold"), "f1": f1("right", "given", "gold")}


def by_line(text: str, zones: Iterable[tuple[str, int, int]], merged: dict[str, str]) -> set[tuple[int, str]]:
    """The lines that zones stand on, as (offset of the line, zone)."""
    spans = list(zones)
    return {
        (line.start(), merged.get(zone, zone))
        for line in re.finditer(r"[^\r\n]*\S[^\r\n]*", text)
        for zone, start, end in spans
        if start < line.end() and end > line.start()
    }


def counted(zones: set[str], wanted: set[tuple[int, str]], given: set[tuple[int, str]]) -> Counter[str]:
    """What is counted of a page's lines in these zones."""
    gold, found = ({line for line in lines if line[1] in zones} for lines in (wanted, given))
    return Counter(gold=len(gold), given=len(found), right=len(gold & found))


def main() -> None:
    """Print the table, and where zones are wrong if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="records with text and zones, one a line")
    parser.add_argument("--part", action="append", choices=PARTS, help="default: learn and tune")
    parser.add_argument("--merge", action="append", default=[], metavar="A=B", help="count zone A as B (list=teaser)")
    parser.add_argument("--errors", action="store_true", help="print the lines that are wrong; never for kept ones")
    parser.add_argument("--json", action="store_true", help="machine-readable, without errors")
    arguments = parser.parse_args()
    parts = set(arguments.part or ("learn", "tune"))
    if arguments.errors and "kept" in parts:
        parser.error("the errors of the kept part are never read")
    merged = dict(pair.split("=", 1) for pair in arguments.merge)
    pages = []
    for record in read_records(arguments.pages, "pages"):
        if part(record.id or "") not in parts:
            continue
        text = record.text or ""
        wanted = by_line(text, record.zones, merged)
        given = by_line(text, ((zone.zone, zone.start, zone.end) for zone in find_zones(text)), merged)
        pages.append((wanted, given))
        for at, zone in sorted(wanted ^ given) if arguments.errors and not arguments.json else ():
            sign = "missed" if (at, zone) in wanted else "extra "
            print(f"{record.id} {sign} {zone:9} {text[at : at + 110].splitlines()[0]}")
    lines = Counter(zone for wanted, given in pages for _, zone in wanted)
    lines.update(dict.fromkeys((zone for _, given in pages for _, zone in given), 0))
    rows = {zone: {zone} for zone in sorted(lines, key=lambda zone: (-lines[zone], zone))} | {"all": set(lines)}
    table = {name: figures([counted(zones, *page) for page in pages], RATIOS) for name, zones in rows.items()}
    golden = {name: sum(lines[zone] for zone in zones) for name, zones in rows.items()}
    if arguments.json:
        plain = {name: {key: asdict(figure) for key, figure in found.items()} for name, found in table.items()}
        print(json.dumps({name: found | {"gold": golden[name]} for name, found in plain.items()}))
        return
    print(f"{'zone':10}{'lines':>6}{'precision':>11}{'recall':>8}{'F1':>7}   95 %")
    for name, found in table.items():
        interval = "" if found["f1"].low is None else f"   {found['f1'].low:.3f} to {found['f1'].high:.3f}"
        precision, recall, both = (found[key].value or 0.0 for key in RATIOS)
        print(f"{name:10}{golden[name]:6}{precision:11.3f}{recall:8.3f}{both:7.3f}{interval}")


if __name__ == "__main__":
    main()
