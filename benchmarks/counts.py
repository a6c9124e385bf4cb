"""What there is: annotated texts, word forms, the size of the model.

python -m benchmarks.counts [--json]
"""

from __future__ import annotations

import gzip
import itertools
import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.split import PARTS, part

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "benchmarks/gold"
MODEL = ROOT / "src/eipe/el_eipe_news"


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def annotated(corpus: list[dict[str, Any]]) -> dict[str, int]:
    """The records and pairs of marks of a corpus by their kind, its quotations by their part."""
    quotes = [(part(record["id"]), quote) for record in corpus for quote in record["quotes"]]
    real = [(own, quote) for own, quote in quotes if quote["kind"] != "other"]
    kinds = {kind: sum(quote["kind"] == kind for _, quote in quotes) for kind in ("speech", "fragment", "other")}
    parts = {name: sum(own == name for own, _ in real) for name in PARTS}
    named = [quote for _, quote in real if quote["speaker_name"]]
    dropped = sum(quote["speaker"] is None for quote in named)
    return {
        "records": len(corpus),
        "pairs-of-marks": len(quotes),
        **kinds,
        **parts,
        "named": len(named),
        "dropped": dropped,
    }


def counts() -> dict[str, int | float]:
    """Each count by its name. No text is read, only how many there are."""
    forms = gzip.decompress((MODEL / "eipe_encoder/forms.txt.gz").read_bytes()).decode("utf8").split("\n")
    corpora = {path.stem: records(path) for path in sorted((GOLD / "quotations").glob("*.jsonl"))}
    corpora["all"] = list(itertools.chain.from_iterable(corpora.values()))
    indirect = (ROOT / "tests/cases/indirect.tsv").read_text(encoding="utf8").splitlines()
    clauses = [row.split("\t")[1:2] for row in indirect if not row.startswith("#")][1:]
    return {
        "pages": len(records(GOLD / "pages.jsonl")),
        "runs": len(records(GOLD / "runs.jsonl")),
        "written-for-sources": len(records(GOLD / "dropped.jsonl")),
        "articles": len(records(GOLD / "plain.jsonl")) + len(records(GOLD / "hard.jsonl")),
        "forms": sum(" " not in form for form in forms),
        "pairs-of-words": sum(" " in form for form in forms),
        "megabytes": round(sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) / 1e6, 1),
        "reported-clauses": sum(len(cell.split(" || ")) for row in clauses for cell in row if cell),
        "reported-traps": sum(not any(row) for row in clauses),
        **{f"{name}.{key}": count for name, some in corpora.items() for key, count in annotated(some).items()},
    }


if __name__ == "__main__":
    if "--json" in sys.argv:
        print(json.dumps(counts()))
    else:
        for name, count in counts().items():
            print(f"{name:20}{count:9,}")
