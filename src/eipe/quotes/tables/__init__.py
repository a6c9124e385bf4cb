"""Word lists of the quotation rules: one fact a row, sorted, replaceable without touching code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["closed_class", "read_table"]


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``name``, a UTF-8 TSV file with ``#`` comments and a header line."""
    lines = files(__name__).joinpath(name).read_text(encoding="utf8").splitlines()
    header, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(dict(zip(header, row + [""] * (len(header) - len(row)), strict=True)) for row in rows)


def closed_class(name: str) -> frozenset[str]:
    """The words of one closed class of Greek, folded."""
    return frozenset(next(row["words"] for row in read_table("closed_classes.tsv") if row["class"] == name).split())
