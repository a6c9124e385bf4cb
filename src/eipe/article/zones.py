"""Zones: which lines of a page are no running text, told by their form alone.

A page as it is pasted from a news site has its headline, who wrote it (ΓΡΑΦΕΙ: Μαρία Λαμπράκη), the picture's credit,
Διαβάστε επίσης with the headlines of other stories, ΔΙΑΦΗΜΙΣΗ. What is doubtful is text, and has no zone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from eipe.article.datelines import Piece
from eipe.article.forms import Forms, forms
from eipe.article.head import read_head
from eipe.article.lines import CREDIT, Line, is_title, lines, plain_start
from eipe.article.posts import posts
from eipe.article.runs import lists, stories

__all__ = ["FURNITURE", "UNLISTED", "Zone", "find_zones", "zone_at", "zone_from"]

#: The zones that are no part of the story: who is named there takes no part in it.
FURNITURE = frozenset(("advert", "byline", "caption", "dateline", "menu", "post", "tags", "teaser"))
#: The furniture that speaks of nobody whom the page is about; pictures show whom it is about, and posts are theirs.
UNLISTED = FURNITURE - {"caption", "post"}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Zone:
    """A line of a page, or a piece of one, that is no running text.

    Attributes:
        start: Where it starts, a string offset into the text.
        end: Where it ends (exclusive).
        zone: What it is: headline (with its kicker), subtitle, byline, dateline, caption, teaser, advert, menu, tags,
            post or list.
    """

    start: int
    end: int
    zone: str


def find_zones(text: str) -> list[Zone]:
    """The zones of a page, in text order; none overlaps another, none goes over the end of a line.

    Args:
        text: A page or an article, any string; lines are told apart by their ends.
    """
    page = lines(text)
    table = forms()
    taken = posts(page, table)
    pieces = read_head(page, table, taken)
    for found in (taken, stories(page, table, taken.keys() | pieces.keys())):
        pieces.update({number: [_whole(zone, page[number])] for number, zone in found.items()})
    for number, line in enumerate(page):
        if number not in pieces:
            zone = table.zone(line, head=False)
            if zone is not None:
                pieces[number] = [_whole(zone, line)]
    pieces.update({number: [_whole("caption", page[number])] for number in _described(page, pieces)})
    pieces.update({number: [_whole(zone, page[number])] for number, zone in lists(page, pieces.keys()).items()})
    if page and 0 not in pieces:
        pieces[0] = _leading_date(page[0], text, table)
    return [Zone(start=start, end=end, zone=zone) for number in sorted(pieces) for zone, start, end in pieces[number]]


def zone_at(zones: Sequence[Zone], offset: int) -> str:
    """The zone that an offset stands in, "text" for running text."""
    zone = zone_from(zones, offset)
    return "text" if zone is None else zone.zone


def zone_from(zones: Sequence[Zone], offset: int) -> Zone | None:
    """The zone that an offset stands in, None for running text."""
    at = bisect_right(zones, offset, key=lambda zone: zone.start) - 1
    return zones[at] if at >= 0 and offset < zones[at].end else None


def _described(page: list[Line], pieces: dict[int, list[Piece]]) -> list[int]:
    """The lines that a picture's credit right below them shows to be its caption, as numbers.

    Η γέφυρα μετά τα έργα / Φωτογραφία: Άννα Ρώμα, apart from what stands above.
    """
    found = []
    for number, line in enumerate(page[:-1]):
        below = page[number + 1]
        credited = not below.gap and below.length <= CREDIT and pieces.get(number + 1, [("", 0, 0)])[0][0] == "caption"
        if credited and line.gap and number not in pieces and is_title(line):
            found.append(number)
    return found


def _leading_date(line: Line, text: str, table: Forms) -> list[Piece]:
    """The date in front of the text's first words, with its year: 2025-09-03 Ο πρόεδρος είπε."""
    start = plain_start(text, line)
    match = table.dateline.match(start)
    if match is None or not table.year.search(match[0]):
        return []
    words = start[match.end() :].lstrip(" |,:–—-")
    if not words[:1].isupper() and words[:1] not in '«“"':
        return []
    return [("dateline", line.start, line.start + len(match[0].rstrip(" |,•·/(–—-")))]


def _whole(zone: str, line: Line) -> Piece:
    """A line as a piece of one zone."""
    return zone, line.start, line.end
