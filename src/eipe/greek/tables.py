"""Tables in the package: tab-separated, UTF-8, a header row, one fact a row, ``#`` lines are comments."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

__all__ = ["rows"]


def rows(package: str, name: str) -> Iterator[tuple[str, ...]]:
    """The rows of ``package``'s table ``data/<name>.tsv``, without the header."""
    text = files(package).joinpath("data", f"{name}.tsv").read_text(encoding="utf8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    next(lines, None)
    for line in lines:
        yield tuple(line.split("\t"))
