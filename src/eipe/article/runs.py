"""Zones of several lines: other stories under their heading, embedded posts, lists."""

from __future__ import annotations

import re
from collections.abc import Container

from eipe.article.forms import Forms
from eipe.article.lines import TITLE, Line, is_prose, is_title

__all__ = ["lists", "posts", "stories"]

#: How many lines a post may have above and below what shows it.
_POST = 8
#: The longest item of a list and the longest line of a post, in characters.
_ITEM, _POSTED = 250, 320
#: The longest key word on a line of its own, in characters.
_KEYWORD = 40

_HANDLE = re.compile(r"(?:.{1,50} )?\(?@\w{2,30}\)?(?: ?[·•✓].{0,40})?")
_VERIFIED = re.compile(r"[\w. ]{2,40} ?[✓✔☑]")
_SIGNED = re.compile(r"[—–-] ?.{1,60} \(@\w{1,30}\) .{4,40}")
_PICTURE = re.compile(r"(?:.{0,280} )?pic\.(?:twitter|x)\.com/\w+")
_SHARED = re.compile(
    r"(?:η δημοσιευση κοινοποιηθηκε απο|μια δημοσιευση που μοιραστηκε|a post shared by) .{2,120}"
    r"|(?:δειτε αυτη τη δημοσιευση στο|view this post on) instagram\.?",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"(?:(?:[\d.,]+ ?(?:χιλ\.?|εκατ\.?|k|m)? )(?:σχολια|κοινοποιησεις|likes?|views|προβολες|μου αρεσει|retweets?"
    r"|reposts?|comments?|shares?)[\s·,|]*){1,5}",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•●▪■◦‣►▶] ?(?=\S)")
_HYPHEN = re.compile(r"[-*] (?=[^\s«“\"])")


def posts(page: list[Line], forms: Forms) -> dict[int, str]:
    """The lines of embedded posts, by number, with their zone.

    A post begins with its writer (a name, @name) and ends with its counts or its signature (— Name (@name) date);
    what has a beginning only goes as far as its lines stand together.
    """
    found: dict[int, str] = {}
    for number, line in enumerate(page):
        if number in found or not line.plain:
            continue
        if _HANDLE.fullmatch(line.plain) or _VERIFIED.fullmatch(line.plain):
            first = number
            # The name above its @name: Μαρία Λαμπράκη / @mlabraki
            if line.plain.startswith(("@", "(")) and number and _stands_with(page, number) and page[number - 1].length < 60:
                first = number - 1
            found.update(dict.fromkeys(range(first, _end(page, number)), "post"))
        elif _SIGNED.fullmatch(line.plain) or _SHARED.fullmatch(line.plain) or _COUNTS.fullmatch(line.plain):
            found.update(dict.fromkeys(range(_beginning(page, number, forms), number + 1), "post"))
        elif _PICTURE.fullmatch(line.plain):
            found[number] = "post"
    return found


def stories(page: list[Line], forms: Forms, taken: Container[int]) -> dict[int, str]:
    """Headings (Διαβάστε επίσης) and the lines of other stories below them, by number, with their zone.

    Args:
        page: The text's lines.
        forms: The forms of the tables.
        taken: Lines that have their zone.
    """
    found: dict[int, str] = {}
    last = max((number for number, line in enumerate(page) if number not in taken and is_prose(line)), default=-1)
    number = 0
    while number < len(page):
        zone = forms.opening(page[number]) if number not in taken else None
        if zone is None:
            number += 1
            continue
        first = number
        number += 1
        while number < len(page) and _is_item(page, number, forms, zone, first, behind=first > last):
            number += 1
        # A heading with nothing below it is the crosshead of a text (Δημοφιλή), or a door that leads elsewhere.
        if number > first + 1 or first > last:
            found.update(dict.fromkeys(range(first, number), zone))
    return {number: zone for number, zone in found.items() if number not in taken}


def lists(page: list[Line], taken: Container[int]) -> dict[int, str]:
    """The items of lists, two or more that begin with the same mark, by number, with their zone.

    - «Ποιος;» and – Ναι. are talk, not lists: only • is told by itself.
    """
    found: dict[int, str] = {}
    for mark in (_BULLET, _HYPHEN):
        run: list[int] = []
        for number, line in enumerate([*page, None]):
            if line is not None and number not in taken and line.length <= _ITEM and mark.match(line.plain):
                run.append(number)
                continue
            talk = mark is _HYPHEN and any(page[item].last in ".;!…" for item in run)
            if len(run) > 1 and not talk:
                found.update(dict.fromkeys(run, "list"))
            run = []
    return found


def _is_item(page: list[Line], number: int, forms: Forms, zone: str, heading: int, *, behind: bool) -> bool:
    """Whether a line goes on the list that ``heading`` opens; ``behind``: no text stands below the heading."""
    line = page[number]
    if not line.plain or forms.opening(line) is not None:
        return False
    if zone == "tags":
        return line.length <= _KEYWORD and line.last != "."
    told = forms.zone(line, head=False)
    if told not in (None, "caption", "teaser"):
        return False
    dated = forms.core.search(line.plain) is not None and line.length < TITLE
    if is_prose(line) and not (dated and line.last != "."):
        return False
    # In mid-text, what stands apart from the list is a crosshead or a paragraph, unless it has an item's mark.
    if behind or number == heading + 1 or not line.gap:
        return True
    return bool(forms.bullet.match(line.plain)) and bool(forms.bullet.match(page[heading + 1].plain))


def _stands_with(page: list[Line], number: int) -> bool:
    """Whether no empty line stands above a line."""
    return number > 0 and not page[number].gap


def _end(page: list[Line], number: int) -> int:
    """The line behind the post that begins with ``number``: at its signature, or at the next empty line."""
    end = number + 1
    closed = None
    while end < len(page) and end <= number + _POST and not page[end].gap and 0 < page[end].length <= _POSTED:
        plain = page[end].plain
        if _HANDLE.fullmatch(plain):
            break
        end += 1
        if _SIGNED.fullmatch(plain) or _COUNTS.fullmatch(plain) or _PICTURE.fullmatch(plain):
            closed = end
        elif closed is not None:
            break
    if closed is not None:
        return closed
    # In a page without empty lines the text goes on below: then only the post's first line is sure.
    return end if end == len(page) or page[end].gap else min(end, number + 2)


def _beginning(page: list[Line], number: int, forms: Forms) -> int:
    """The first line of the post that ends with ``number``: as far up as its lines stand together."""
    first = number
    while first and not page[first].gap and number - first < _POST and page[first - 1].length <= _POSTED:
        first -= 1
    # The signature apart from the words: they end in pic.twitter.com/x or in key words, as no paragraph does.
    if first == number and number and re.search(r"(?:https?://|pic\.|t\.co/|#\w+$)", page[number - 1].plain):
        return number - 1
    # In a page without empty lines, the line above is sure, and no more.
    if first and not page[first].gap:
        return number - 1
    above = [at for at in range(first, number) if is_title(page[at]) and forms.names.fullmatch(page[at].plain)]
    return above[-1] if above and above[-1] < number - 1 else first
