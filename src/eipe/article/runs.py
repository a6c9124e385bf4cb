"""Zones of several lines: other stories under their heading, and lists."""

from __future__ import annotations

import re
from collections.abc import Container

from eipe.article.forms import Forms
from eipe.article.lines import TITLE, Line, has_sentences, is_prose

__all__ = ["lists", "stories"]

#: The longest item of a list, in characters.
_ITEM = 160
#: The shortest title that is no crosshead of a text, in characters.
_CROSSHEAD = 45
#: The longest key word on a line of its own, in characters.
_KEYWORD = 40

_BULLET = re.compile(r"[•●▪■◦‣►▶] ?(?=\S)")
_HYPHEN = re.compile(r"[-*] (?=[^\s«“\"])")


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
        first, behind = number, number > last
        # A heading with nothing below it has lost its stories: pages load them late.
        found[first] = zone
        number += 1
        while number < len(page):
            # Among the stories behind the text stand buttons and ΔΙΑΦΗΜΙΣΗ, and the list goes on below.
            between = behind and forms.zone(page[number], head=False) in ("advert", "menu")
            if not between and not _is_item(page, number, forms, zone, first, behind=behind):
                break
            if not between and number not in taken:
                found[number] = zone
            number += 1
    return found


def lists(page: list[Line], taken: Container[int]) -> dict[int, str]:
    """The items of lists, two or more that begin with the same mark, by number, with their zone.

    - «Ποιος;» and – Ναι. are talk, not lists: only • is told by itself.
    """
    found: dict[int, str] = {}
    for mark in (_BULLET, _HYPHEN):
        run: list[int] = []
        for number, line in enumerate([*page, None]):
            if line is not None and number not in taken and mark.match(line.plain):
                run.append(number)
                continue
            talk = mark is _HYPHEN and any(page[item].last in ".;!…" for item in run)
            # διαθέτει: • ράμπες • κιόσκια is a sentence that goes on.
            goes_on = any(mark.sub("", page[item].plain)[:1].islower() for item in run)
            # • Δευτέρα: Ο Λέκκας φτάνει στη Ρώμη. Θα δει τον Πέτρου: paragraphs with a mark are text.
            prose = any(page[item].length > _ITEM or has_sentences(page[item]) for item in run)
            # • Οι επιβάτες αλλάζουν το εισιτήριο χωρίς χρέωση. • Τα δρομολόγια ακυρώνονται.
            prose = prose or all(page[item].last == "." for item in run)
            if len(run) > 1 and not (talk or goes_on or prose):
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
    if behind or number == heading + 1 or not line.gap:
        return True
    # In mid-text, what stands apart from the list is a crosshead or a paragraph, unless it has an item's mark ...
    first = page[heading + 1]
    if forms.bullet.match(first.plain):
        return forms.bullet.match(line.plain) is not None
    # ... or all items stand apart, and this one is too long for a crosshead: Άλφα: «Δεν φεύγω» – Τι απαντά η Βήτα
    return first.gap and (line.length >= _CROSSHEAD or ": «" in line.plain)
