"""How often each strategy was right on gold, part of which was read while the rules were written; by a command."""

from __future__ import annotations

from functools import cache

from eipe.quotes.tables import read_table

__all__ = ["confidence"]


@cache
def _measured() -> dict[str, float]:
    return {row["rule"]: float(row["confidence"]) for row in read_table("confidence.tsv")}


def confidence(rule: str) -> float:
    """The measured precision of ``rule``; of its first part where the whole was too rare to measure."""
    table = _measured()
    return table.get(rule, table.get(rule.split("+")[0], table["*"]))
