"""Lines with a date on them, and who wrote the text beside it: Μαρία Λαμπράκη | 12/05/2024, 07:45."""

from __future__ import annotations

from itertools import pairwise

from eipe.article.forms import Forms
from eipe.article.lines import Line

__all__ = ["Piece", "dated"]

#: A zone, its start and its end (exclusive), string offsets into the text.
Piece = tuple[str, int, int]

#: The longest line that is a dateline with more on it (Πέτρος Λίνας | Βόλος | 3/5/2024), and that more, in characters.
_MIXED, _MORE = 120, 40
_EDGES = " |,•·/–—-:("


def dated(line: Line, forms: Forms, *, below: bool) -> list[Piece] | None:
    """The date and whoever stands beside it: Μαρία Λαμπράκη | 12/05/2024, 07:45; None without a date.

    Args:
        line: The line.
        forms: The forms of the tables.
        below: Whether the headline has been read: above it, a short line with a date in it may be the headline.
    """
    plain = line.plain
    if not plain or line.length > _MIXED:
        return None
    runs = [run for run in forms.dateline.finditer(plain) if forms.core.search(run[0])]
    if not runs:
        return None
    start, end = runs[0].start(), runs[-1].end()
    between = sum(right.start() - left.end() for left, right in pairwise(runs))
    before, after = _trimmed(plain, 0, start), _trimmed(plain, end, len(plain))
    bylines = [edges for edges in (before, after) if _names_writer(plain[slice(*edges)], forms)]
    others = [edges for edges in (before, after) if edges[0] < edges[1] and edges not in bylines]
    if between + sum(stop - begin for begin, stop in others) > _MORE:
        return None
    # Στις 4 Ιουλίου, στο Ηρώδειο is a subtitle, 07:41 Έκλεισε το λιμάνι a line of a live page: among words, a dateline
    # has its date, and the year or the time with it.
    if others and not (forms.date.search(plain) and (forms.clock.search(plain) or forms.year.search(plain))):
        return None
    # Opinion 24 Μαΐου 2026, 08:00 is no headline: day, year and time.
    whole = forms.clock.search(plain) and forms.year.search(plain)
    if others and not below and not whole and forms.sections.fullmatch(plain[slice(*others[0])]) is None:
        return None
    if not bylines:
        return [("dateline", line.start, line.end)]
    edges = _trimmed(plain, start, end, " |,•·/–—-")
    return sorted(
        [("dateline", *line.span(*edges)), *(("byline", *line.span(*byline)) for byline in bylines)],
        key=lambda piece: piece[1],
    )


def _names_writer(words: str, forms: Forms) -> bool:
    """Whether what stands beside a date is who wrote the text."""
    if not words:
        return False
    if any(
        zone == "byline" and pattern.fullmatch(words) for zone, pattern in (*forms.anywhere, *forms.head, *forms.under)
    ):
        return True
    return forms.sections.fullmatch(words) is None and forms.names.fullmatch(words) is not None


def _trimmed(plain: str, start: int, end: int, edges: str = _EDGES) -> tuple[int, int]:
    """``plain[start:end]`` without marks at its edges, as offsets; empty at ``start`` if nothing is left."""
    words = plain[start:end]
    left = len(words) - len(words.lstrip(edges))
    return (start + left, start + len(words.rstrip(edges))) if left < len(words) else (start, start)
