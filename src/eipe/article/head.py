"""What stands above the text: kicker, headline, subtitle, who wrote it, when, and the picture.

Read from the top, line by line. A line that no form tells (a subtitle has none) is kept open, and is a subtitle only
if a byline, a date or a caption stands below it: otherwise it is where the text begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from eipe.article.forms import Forms
from eipe.article.lines import Line, is_prose, is_title

__all__ = ["Piece", "read_head"]

#: A zone, its start and its end (exclusive), string offsets into the text.
Piece = tuple[str, int, int]

#: The longest subtitle, in characters.
_SUBTITLE = 260
#: The longest line that is a dateline with more on it (Πέτρος Λίνας | Βόλος | 3/5/2024), in characters, and of that more.
_MIXED, _MORE = 120, 40
#: What zones show that the page's head goes on, so that what stands above is no text yet.
_SETTLES = frozenset({"byline", "caption", "dateline", "menu"})
_EDGES = " |,•·/–—-:("


@dataclass(slots=True)
class _Head:
    """What was read so far: zones by line number, the headline, and lines that may be subtitles."""

    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    headline: Line | None = None
    open: list[int] = field(default_factory=list)


def read_head(page: list[Line], forms: Forms, taken: Mapping[int, str]) -> dict[int, list[Piece]]:
    """The zones above the text, by line number.

    Args:
        page: The text's lines.
        forms: The forms of the tables.
        taken: Lines that something else has taken, by number: the head ends there.
    """
    head = _Head()
    for number, line in enumerate(page):
        if number in taken or not _read(head, page, number, line, forms):
            break
    else:
        # Nothing but a head, and no text under it: «Όλα καλά», είπε ο Δήμας. / Πηγή: Reuters. Then that was the text.
        head.open = [number for number in head.open if not is_prose(page[number])]
        if len(page) == 1:
            return {}
    return head.pieces


def _read(head: _Head, page: list[Line], number: int, line: Line, forms: Forms) -> bool:
    """Take in one line; False if the text begins with it."""
    pieces = _furniture(head, page, number, line, forms)
    if pieces is not None:
        head.pieces[number] = pieces
        if any(zone in _SETTLES for zone, _, _ in pieces):
            for other in head.open:
                head.pieces[other] = [_whole("subtitle", page[other])]
            head.open = []
        return True
    if head.headline is None:
        if forms.opening(line) is not None:
            # Δημοφιλή, above all: a door of the site, since what stands below may be this page's own headline.
            head.pieces[number] = [_whole("menu", line)]
        elif not is_title(line):
            return False
        elif _is_label(page, number, forms):
            head.pieces[number] = [_whole("menu", line)]
        else:
            head.headline = line
            head.pieces[number] = [_whole("headline", line)]
        return True
    if forms.opening(line) is not None or line.length > _SUBTITLE or not line.plain:
        return False
    # A subtitle may be a sentence with its full stop, but only right under the headline; a second one is the text.
    if len(head.open) > 1 or (head.open and is_prose(line)) or line.last in ":,":
        return False
    head.open.append(number)
    return True


def _furniture(head: _Head, page: list[Line], number: int, line: Line, forms: Forms) -> list[Piece] | None:
    """The zones of a line that its form or its neighbour tells; None for others."""
    if head.headline is not None and _repeats(line, head.headline):
        return [_whole("headline", line)]
    zone = forms.zone(line, head=True)
    if zone is not None:
        return [_whole(zone, line)]
    dated = _dated(line, forms, below=head.headline is not None)
    if dated is not None:
        return dated
    if head.headline is None:
        return None
    # The name of who is in the picture, or what it shows, above its credit; right under a headline it is a subtitle.
    if _is_above_credit(page, number, forms) and (line.gap or number - 1 in head.pieces):
        under_headline = not line.gap and page[number - 1] is head.headline
        return None if under_headline else [_whole("caption", line)]
    return [_whole("byline", line)] if forms.names.fullmatch(line.plain) else None


def _dated(line: Line, forms: Forms, *, below: bool) -> list[Piece] | None:
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
    between = sum(right.start() - left.end() for left, right in zip(runs, runs[1:], strict=False))
    before, after = _trimmed(plain, 0, start), _trimmed(plain, end, len(plain))
    bylines = [edges for edges in (before, after) if _names_writer(plain[slice(*edges)], forms)]
    others = [edges for edges in (before, after) if edges[0] < edges[1] and edges not in bylines]
    if between + sum(stop - begin for begin, stop in others) > _MORE:
        return None
    if others and not below and forms.sections.fullmatch(plain[slice(*others[0])]) is None:
        return None
    if not bylines:
        return [_whole("dateline", line)]
    edges = _trimmed(plain, start, end, " |,•·/–—-")
    return sorted(
        [("dateline", *line.span(*edges)), *(("byline", *line.span(*byline)) for byline in bylines)],
        key=lambda piece: piece[1],
    )


def _names_writer(words: str, forms: Forms) -> bool:
    """Whether what stands beside a date is who wrote the text."""
    if not words:
        return False
    if any(zone == "byline" and pattern.fullmatch(words) for zone, pattern in (*forms.anywhere, *forms.head)):
        return True
    return forms.sections.fullmatch(words) is None and forms.names.fullmatch(words) is not None


def _trimmed(plain: str, start: int, end: int, edges: str = _EDGES) -> tuple[int, int]:
    """``plain[start:end]`` without marks at its edges, as offsets; empty at ``start`` if nothing is left."""
    words = plain[start:end]
    left = len(words) - len(words.lstrip(edges))
    return (start + left, start + len(words.rstrip(edges))) if left < len(words) else (start, start)


def _is_label(page: list[Line], number: int, forms: Forms) -> bool:
    """Whether a word or two above a headline say the section (Παράξενα): the next line must be that headline."""
    if page[number].plain.count(" ") > 1 or page[number].length > 30 or number + 1 == len(page):
        return False
    below = page[number + 1]
    if not is_title(below) or below.length < 2 * page[number].length or below.plain.count(" ") < 3:
        return False
    return forms.zone(below, head=True) is None and _dated(below, forms, below=False) is None


def _is_above_credit(page: list[Line], number: int, forms: Forms) -> bool:
    """Whether the line below, without an empty line between, credits a picture that this line describes."""
    if number + 1 == len(page) or page[number + 1].gap or not is_title(page[number]):
        return False
    return forms.zone(page[number + 1], head=False) == "caption"


def _repeats(line: Line, headline: Line) -> bool:
    """Whether a line prints the headline again, whole or without what a second one adds to it."""
    short, long = sorted((line.plain.casefold().rstrip("."), headline.plain.casefold().rstrip(".")), key=len)
    return short == long or (len(short) >= 15 and " " in short and (long.startswith(short) or long.endswith(short)))


def _whole(zone: str, line: Line) -> Piece:
    """A line as a piece of one zone."""
    return zone, line.start, line.end
