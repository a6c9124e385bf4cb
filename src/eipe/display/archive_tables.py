"""The people, places and repeated quotations of an archive as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

from eipe.display.terminal import columns, fit, safe
from eipe.display.wording import said

__all__ = ["grid", "people_text", "places_text"]

_WIDTH, _LONGEST = 80, 40


def people_text(articles: int, sums: Sequence[Any]) -> str:
    """``PersonInArchive`` entries, in lines of at most 80 columns; after the first forty how many more."""
    genders = [entry.gender for entry in sums if entry.quotes]
    counts = [_count(articles, "article"), f"{len(sums):,} people"]
    quoted = f"{genders.count('f')} women, {genders.count('m')} men, {genders.count(None)} of unknown gender"
    heads = ("Person", "Gender", "Articles", "Mentions", "Quotes", "Words")
    rows = [
        (entry.name, said(entry.gender) if entry.gender else "", entry.articles, entry.mentions)
        + (entry.quotes, entry.words)
        for entry in sums
    ]
    first = [", ".join(counts), f"of these quoted: {quoted}", ""]
    return "\n".join([*first, *grid(heads, rows), *_joined(sums)])


def places_text(articles: int, sums: Sequence[Any]) -> str:
    """``PlaceInArchive`` entries, in lines of at most 80 columns; after the first forty how many more."""
    first = [f"{_count(articles, 'article')}, {_count(len(sums), 'place')}", ""]
    rows = [(entry.name, entry.kind, entry.articles, entry.mentions) for entry in sums]
    return "\n".join([*first, *grid(("Place", "Kind", "Articles", "Mentions"), rows), *_joined(sums)])


def grid(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    """Lines of at most 80 columns: the first column as wide as is left, numbers to the right."""
    widths = [max(8, len(head)) for head in heads[1:]]
    room = _WIDTH - sum(widths) - len(widths)
    numbers = [bool(rows) and isinstance(value, int) for value in (rows[0] if rows else heads)[1:]]
    for row in (heads, *rows[:_LONGEST]):
        name = fit(safe(str(row[0])), room)
        rest = (f"{v!s:>{w}}" if n else f"{v!s:<{w}}" for v, w, n in zip(row[1:], widths, numbers, strict=True))
        yield " ".join([name + " " * (room - columns(name)), *rest]).rstrip()
    if len(rows) > _LONGEST:
        yield f"... and {len(rows) - _LONGEST:,} more"


def _joined(sums: Sequence[Any]) -> Iterator[str]:
    """What was taken for one: shown, since nobody has told that it is."""
    several = [entry for entry in sums if len(entry.names) > 1]
    if several:
        yield from ("", "Joined:")
    for entry in several:
        others = ", ".join(name for name in entry.names if name != entry.name)
        yield from wrap(safe(f"{entry.name} = {others}"), _WIDTH, initial_indent="  ", subsequent_indent="    ")


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s' * (number != 1)}"
