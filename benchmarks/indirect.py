"""Precision and recall of reported speech without marks, on hand-made sentences (half of them traps).

python benchmarks/indirect.py [tests/cases/indirect.tsv] [--errors] [--json]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import eipe

CASES = Path(__file__).parents[1] / "tests" / "cases" / "indirect.tsv"


def read(path: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """(sentence, [(clause, speaker)]) of every row."""
    lines = [line for line in path.read_text(encoding="utf8").splitlines() if not line.startswith("#")][1:]
    cases = []
    for line in lines:
        text, clauses, speakers = ([*line.split("\t"), "", ""])[:3]
        pairs = zip(clauses.split(" || "), speakers.split(" || "), strict=True) if clauses else ()
        cases.append((text, list(pairs)))
    return cases


def main() -> None:
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    right = found = wanted = 0
    for text, gold in read(Path(names[0]) if names else CASES):
        quotes = eipe.extract(text, indirect=True).quotes
        have = [(quote.text, str(quote.speaker)) for quote in quotes if quote.kind == "indirect"]
        right += len(set(have) & set(gold))
        found, wanted = found + len(have), wanted + len(gold)
        if "--errors" in sys.argv and sorted(have) != sorted(gold):
            print(text, have, sep="\n    ")
    figures = {"precision": right / max(1, found), "recall": right / max(1, wanted), "clauses": wanted}
    if "--json" in sys.argv:
        print(json.dumps(figures))
    else:
        print("  ".join(f"{key} {round(figure, 3)}" for key, figure in figures.items()))


if __name__ == "__main__":
    main()
