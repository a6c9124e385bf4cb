"""The same article written otherwise: other quotation marks, a source that Greek could have left out.

A few thousand annotated quotations are soon known by heart; each pass over them reads a text that differs a little.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any

from eipe.greek.letters import fold

__all__ = ["varied"]

STYLES = ("“”", '""', "„“", "«»")
#: How often the marks are written otherwise, and a source that could be dropped is dropped.
OTHER_MARKS, DROPPED = 0.25, 0.4
#: What may stand between a verb and its subject that goes with it: είπε χθες ο υπουργός Γιώργος Παππάς.
BETWEEN = re.compile(r"\s+(?:χθες |σήμερα )?(?:ο|η)\s+(?:κ\. ?|κος |κα )?(?:[^\W\d_]+\s+){0,4}$")
GENITIVE = re.compile(r"\b(?:του|της|των)\b")
#: What may follow; a relative clause would lose its head.
BEHIND = re.compile(r"(?:[.,:;]|\s+(?:ότι|πως)\b|\s*$|\n)(?!\s*(?:που|(?:ο|η|τον|την|του|της) οποί\w+)\b)")
SPANS = ("cue", "speaker")

Edit = tuple[int, int]


def varied(gold: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """A variant of a record of the gold format; the record itself where nothing was drawn."""
    gold = _without_sources(gold, rng)
    if rng.random() < OTHER_MARKS:
        opens, closes = rng.choice(STYLES)
        gold = gold | {"text": gold["text"].translate({ord("«"): opens, ord("»"): closes})}
    return gold


def _without_sources(gold: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    edits: list[Edit] = []
    quotes: list[dict[str, Any]] = []
    for quote in gold["quotes"]:
        edit = _droppable(gold["text"], quote) if rng.random() < DROPPED else None
        if edit is None or edit in edits:
            quotes.append(quote)
        else:
            edits.append(edit)
            quotes.append(quote | {"speaker": None})
    if not edits or any(_meets(q.get(key), edits) for q in quotes for key in SPANS):
        return gold  # nothing to leave out, or the words are another quotation's source too
    text, moved = _edited(gold["text"], sorted(edits))
    return gold | {"text": text, "quotes": [_moved(quote, moved) for quote in quotes]}


def _meets(span: Sequence[int] | None, gone: Sequence[Edit]) -> bool:
    return span is not None and any(span[0] < end and start < span[1] for start, end in gone)


def _droppable(text: str, quote: dict[str, Any]) -> Edit | None:
    """The words of a source right behind its verb that a reader who knows him would not miss."""
    cue, who, name = quote.get("cue"), quote.get("speaker"), quote.get("speaker_name")
    if not (cue and who and name) or not cue[1] <= who[0] <= cue[1] + 60:
        return None
    found = BETWEEN.fullmatch(text[cue[1] : who[0]])
    if found is None or GENITIVE.search(found.group()) or not BEHIND.match(text, who[1]):
        return None
    surname = fold(name.split()[-1])[:-2]
    if len(surname) < 4 or surname not in fold(text[: cue[0]]):  # he must have been named before
        return None
    return cue[1], who[1]


def _edited(text: str, gone: Sequence[Edit]) -> tuple[str, Callable[[int], int]]:
    """The text without some spans, and where its offsets have gone."""
    parts, ends, shifts = [], [0], [0]
    for start, end in gone:
        parts.append(text[ends[-1] : start])
        ends.append(end)
        shifts.append(shifts[-1] + end - start)
    parts.append(text[ends[-1] :])
    return "".join(parts), lambda offset: offset - shifts[bisect_right(ends, offset) - 1]


def _moved(quote: dict[str, Any], moved: Callable[[int], int]) -> dict[str, Any]:
    quote = quote | {"start": moved(quote["start"]), "end": moved(quote["end"])}
    return quote | {key: [moved(quote[key][0]), moved(quote[key][1])] for key in SPANS if quote.get(key)}
