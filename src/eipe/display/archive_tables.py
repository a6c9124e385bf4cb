"""The people, places and repeated quotations of an archive as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

from eipe.display.terminal import columns, fit, safe
from eipe.display.wording import said

__all__ = ["about_text", "people_text", "places_text", "repeats_text"]

_WIDTH, _LONGEST = 80, 40
_UNKNOWN = "(the text does not tell)"


def people_text(articles: int, sums: Sequence[Any]) -> str:
    """``PersonInArchive`` entries, in lines of at most 80 columns; after the first forty how many more."""
    genders = [entry.gender for entry in sums if entry.quotes]
    counts = [_count(articles, "article"), f"{len(sums):,} people"]
    quoted = f"{genders.count('f')} women, {genders.count('m')} men, {genders.count(None)} of unknown gender"
    heads = ("Person", "Gender", "Articles", "Mentions", "Quotes", "Words")
    rows = [
        (one.name, said(one.gender) if one.gender else "", one.articles, one.mentions, one.quotes, one.words)
        for one in sums
    ]
    first = [", ".join(counts), f"of these quoted: {quoted}", ""]
    return "\n".join([*first, *_grid(heads, rows), *_joined(sums)])


def places_text(articles: int, sums: Sequence[Any]) -> str:
    """``PlaceInArchive`` entries, in lines of at most 80 columns; after the first forty how many more."""
    first = [f"{_count(articles, 'article')}, {_count(len(sums), 'place')}", ""]
    rows = [(entry.name, entry.kind, entry.articles, entry.mentions) for entry in sums]
    return "\n".join([*first, *_grid(("Place", "Kind", "Articles", "Mentions"), rows), *_joined(sums)])


def repeats_text(repeats: Sequence[Any]) -> str:
    """``RepeatedQuote`` entries: in how many articles, who, and the words; then which articles."""
    lines = [_count(len(repeats), "quotation") + " in several articles"]
    for one in repeats:
        lines += ["", f"{_count(one.articles, 'article')}: {safe(one.speaker or _UNKNOWN)}"]
        lines += _paragraph(f"«{one.text}»", "  ")
        lines += _paragraph(", ".join(dict.fromkeys(str(id) for id, _ in one.quotes)), "  ")
    return "\n".join(lines)


def about_text(id: str, speaker: str | None, quote: str) -> str:
    """One quotation with its article and speaker."""
    return "\n".join([safe(f"{id}: {speaker or _UNKNOWN}"), *_paragraph(f"«{quote}»", "  ")])


def _paragraph(text: str, indent: str) -> list[str]:
    return wrap(safe(" ".join(text.split())), _WIDTH, initial_indent=indent, subsequent_indent=indent)


def _grid(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    """Lines of at most 80 columns: the first column as wide as is left, numbers to the right."""
    widths = [max(8, len(head)) for head in heads[1:]]
    room = _WIDTH - sum(widths) - len(widths)
    numbers = [bool(rows) and isinstance(value, int) for value in (rows[0] if rows else heads)[1:]]
    for row in (heads, *rows[:_LONGEST]):
        name = fit(safe(str(row[0])), room)
        rest = (f"{v!s:>{w}}" if n else f"{v!s:<{w}}" for v, w, n in zip(row[1:], widths, numbers, strict=True))
        yield " ".join([name + " " * (room - columns(name)), *rest]).rstrip()
    if len(rows) > _LONGEST:
        yield f"... and {len(rows) - _LONGEST:,} more (all: -o FILE.csv; in Python: .sums)"


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
