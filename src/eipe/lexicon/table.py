"""The reader of the tables: tab-separated, UTF-8, a header row, one fact a row; ``#`` lines in front are comments."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["CLASSES", "affixes", "pairs", "records", "rows", "words_of"]

FOLDER = "tables"
#: The tables of classes: a class a row, with its words and why it is one. No two classes have one name.
CLASSES = ("ending_classes", "function_words", "noun_classes", "verb_classes")


def read(name: str) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of the table ``name``."""
    text = files(__package__).joinpath(FOLDER, f"{name}.tsv").read_text(encoding="utf8")
    header, *body = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return header, body


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the table ``name``, without its header; read once."""
    return tuple(map(tuple, read(name)[1]))


@cache
def records(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the table ``name`` by its header's names; read once."""
    header, body = read(name)
    return tuple(dict(zip(header, row, strict=True)) for row in body)


@cache
def pairs(name: str) -> dict[str, str]:
    """The table ``name`` of two columns as a mapping from the first to the second; read once."""
    return {one: other for one, other in rows(name)}  # noqa: C416 - rows have no length


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of the class ``name``.

    Raises:
        KeyError: If no table has such a class.
    """
    return frozenset(affixes(name))


def affixes(name: str) -> tuple[str, ...]:
    """The class ``name`` as ``str.startswith`` and ``str.endswith`` take it: how words of a kind begin or end.

    Raises:
        KeyError: If no table has such a class.
    """
    return _classes()[name]


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words.split()) for table in CLASSES for name, words, _ in rows(table)}
