"""What stands above the text: kicker, headline, subtitle, who wrote it, when, and the picture.

Read from the top, line by line. A line that no form tells (a subtitle has none) is kept open, and is a subtitle only
if a byline, a date or a caption stands below it: otherwise it is where the text begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from eipe.article.datelines import Piece, dated
from eipe.article.forms import Forms
from eipe.article.lines import CREDIT, Line, is_prose, is_title

__all__ = ["read_head"]

#: The longest subtitle, in characters.
_SUBTITLE = 260
#: How many subtitles a page may have; more are something else, a list of stories above all.
_SUBTITLES = 3
#: What zones show that the page's head goes on, so that what stands above is no text yet.
_SETTLES = frozenset({"byline", "caption", "dateline"})


@dataclass(slots=True)
class _Head:
    """What was read so far.

    Attributes:
        pieces: Zones by line number.
        lines: The numbers of the headlines and of the subtitles among them; a page of nothing but furniture is long.
        headline: The headline, once it is read.
        open: Lines that may be subtitles, by number.
        signed: Whether a byline or a date stands below the headline.
    """

    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    lines: dict[str, dict[int, None]] = field(default_factory=lambda: {"headline": {}, "subtitle": {}})
    headline: Line | None = None
    open: list[int] = field(default_factory=list)
    signed: bool = False

    def put(self, number: int, pieces: list[Piece]) -> None:
        """Give a line its zones; it counts as what its first piece is."""
        self.pieces[number] = pieces
        for zone, numbers in self.lines.items():
            numbers.pop(number, None)
            if pieces[0][0] == zone:
                numbers[number] = None

    def mark(self, zone: str, page: list[Line], *numbers: int) -> None:
        """Give whole lines their zone; a headline begins the head anew."""
        for number in numbers:
            self.put(number, [(zone, page[number].start, page[number].end)])
        if zone == "headline":
            self.headline = page[numbers[-1]]
            self.signed = False


def read_head(page: list[Line], forms: Forms, taken: Mapping[int, str]) -> dict[int, list[Piece]]:
    """The zones above the text, by line number.

    Args:
        page: The text's lines.
        forms: The forms of the tables.
        taken: Lines that something else has taken, by number: the head ends there.
    """
    head = _Head()
    if len(page) < 2:
        return {}
    for number, line in enumerate(page):
        if number in taken or not _read(head, page, number, line, forms):
            if number not in taken and _is_signed_below(page, number, forms):
                head.mark("byline", page, number + 1)
            break
    else:
        # Nothing but a head, and no text under it: «Όλα καλά», είπε ο Δήμας. / Πηγή: Reuters. Then that was the text.
        for number in [other for other in head.lines["subtitle"] if is_prose(page[other])]:
            del head.pieces[number]
    return head.pieces


def _read(head: _Head, page: list[Line], number: int, line: Line, forms: Forms) -> bool:
    """Take in one line; False if the text begins with it."""
    pieces = _furniture(head, page, number, line, forms)
    if pieces is not None:
        head.put(number, pieces)
        zones = {zone for zone, _, _ in pieces}
        head.signed = "headline" not in zones and (head.signed or not zones.isdisjoint(("byline", "dateline")))
        # Buttons stand below subtitles too, but Δείτε το βίντεο below the text's first sentence.
        if zones & _SETTLES or ("menu" in zones and not any(is_prose(page[other]) for other in head.open)):
            _settle(head, page)
        return True
    opening = forms.opening(line)
    if head.headline is None:
        if opening is not None or (is_title(line) and _is_label(page, number, forms)):
            # Δημοφιλή, above all: a door of the site, since what stands below may be this page's own headline.
            head.mark("menu", page, number)
        elif is_title(line):
            head.mark("headline", page, number)
        else:
            return False
        return True
    if opening is not None:
        # Stories stand in the text too: a sentence above them is the text's first.
        if any(is_prose(page[other]) for other in head.open):
            return False
        _settle(head, page)
        # Διαβάστε επίσης, with its stories loaded later: nothing below it but the text.
        empty = number + 1 < len(page) and not is_title(page[number + 1])
        if empty:
            head.mark(opening, page, number)
        return empty
    if line.length > _SUBTITLE or not line.plain:
        return False
    again = _printed_before(head, page, line)
    if again is not None:
        # What is printed twice is the headline; the first title was another story's, in the strip above.
        head.mark("teaser", page, *head.lines["headline"])
        head.mark("headline", page, again, number)
        head.open = [other for other in head.open if other != again]
        return True
    # A subtitle may be a sentence with its full stop, but only right under the headline; any other is the text.
    if len(head.open) > 1 or len(head.lines["subtitle"]) + len(head.open) >= _SUBTITLES or line.last in ":,":
        return False
    if is_prose(line) and (head.open or head.signed):
        return False
    head.open.append(number)
    return True


def _settle(head: _Head, page: list[Line]) -> None:
    """The lines kept open are subtitles: the head goes on below them."""
    if head.open:
        head.mark("subtitle", page, *head.open)
    head.open = []


def _printed_before(head: _Head, page: list[Line], line: Line) -> int | None:
    """The line, taken for a subtitle so far, that a title prints again, by number."""
    if not is_title(line):
        return None
    return next((other for other in [*head.open, *head.lines["subtitle"]] if page[other].plain == line.plain), None)


def _furniture(head: _Head, page: list[Line], number: int, line: Line, forms: Forms) -> list[Piece] | None:
    """The zones of a line that its form or its neighbour tells; None for others."""
    if head.headline is not None and _repeats(line, head.headline):
        return [_whole("headline", line)]
    zone = forms.zone(line, head=True) or (forms.top(line) if head.headline is None else forms.below(line))
    # Φωτογραφίες: Το χιόνι στη Λίμνη may be a headline itself.
    if zone == "caption" and head.headline is None and is_title(line):
        zone = None
    if zone is not None:
        return [_whole(zone, line)]
    pieces = dated(line, forms, below=head.headline is not None)
    if pieces is not None:
        return pieces
    if head.headline is None:
        return None
    # The name of who is in the picture, or what it shows, above its credit; right under a headline it is a subtitle.
    if _is_above_credit(page, number, forms) and (line.gap or number - 1 in head.pieces):
        under_headline = not line.gap and page[number - 1] is head.headline
        return None if under_headline else [_whole("caption", line)]
    if forms.names.fullmatch(line.plain) is None or forms.opening(line) is not None:
        return None
    # ΚΑΜΙΑ ΣΥΝΑΙΝΕΣΗ below a sentence is a crosshead; a name there has its date or the like below it.
    doubtful = any(is_prose(page[other]) for other in head.open)
    return [_whole("byline", line)] if not doubtful or _goes_on(page, number, forms) else None


def _goes_on(page: list[Line], number: int, forms: Forms) -> bool:
    """Whether the line below is furniture of a page's head."""
    if number + 1 == len(page):
        return False
    below = page[number + 1]
    return forms.zone(below, head=True) is not None or dated(below, forms, below=True) is not None


def _is_label(page: list[Line], number: int, forms: Forms) -> bool:
    """Whether a word or two above a headline say the section (Παράξενα): the next line must be that headline.

    Three words say it if none is an article or a preposition: Κόσμος στους δρόμους may be a headline of its own.
    """
    label = page[number]
    few = label.plain.count(" ") <= (1 if forms.function.search(label.plain) else 2)
    if not few or label.length > 35 or number + 1 == len(page):
        return False
    below = page[number + 1]
    if not is_title(below) or 2 * below.length < 3 * label.length or below.plain.count(" ") < 3:
        return False
    return forms.zone(below, head=True) is None and dated(below, forms, below=False) is None


def _is_signed_below(page: list[Line], number: int, forms: Forms) -> bool:
    """Whether the text's first sentences are signed: Πέντε ώρες κράτησε η σύσκεψη. / Της Μαρίας Λαμπράκη, apart."""
    if number + 1 == len(page) or not (page[number].gap and page[number + 1].gap):
        return False
    return forms.zone(page[number + 1], head=True) == "byline"


def _is_above_credit(page: list[Line], number: int, forms: Forms) -> bool:
    """Whether the line below, without an empty line between, credits a picture that this line describes."""
    if number + 1 == len(page) or page[number + 1].gap or not is_title(page[number]):
        return False
    below = page[number + 1]
    return below.length <= CREDIT and forms.zone(below, head=False) == "caption"


def _repeats(line: Line, headline: Line) -> bool:
    """Whether a line prints the headline again, whole or without what a second one adds to it."""
    short, long = sorted((line.plain.casefold().rstrip("."), headline.plain.casefold().rstrip(".")), key=len)
    return short == long or (len(short) >= 15 and " " in short and short in long and is_title(line))


def _whole(zone: str, line: Line) -> Piece:
    """A line as a piece of one zone."""
    return zone, line.start, line.end
