"""What features are made of: coarse numbers, coarse sorts of words, and the network's beliefs as logarithms."""

from __future__ import annotations

from bisect import bisect_right
from math import log

from eipe.lexicon.table import words_of
from eipe.quotes.beliefs import Heard
from eipe.quotes.words import Word

__all__ = ["FLOOR", "near_net", "sort_of", "stepped"]

_TOLD_BY_THEMSELVES = words_of("told_by_themselves")

#: The least probability that is told from none.
FLOOR = 0.003
_STEPS = (1, 2, 3, 4, 6, 9, 14, 22)


def stepped(number: int) -> str:
    """A number as a class: those above four are few and near enough to each other."""
    return str(_STEPS[min(bisect_right(_STEPS, number), len(_STEPS)) - 1]) if number > 0 else "0"


def sort_of(word: Word | None) -> str:
    """What a word is, coarsely: what stands beside the marks."""
    if word is None:
        return "edge"
    if not word.is_word:
        return word.text if word.text in ",.:();!" else "dash" if word.text in "–—-―" else "sign"
    if word.article is not None:
        return f"article {word.article}"
    if word.fold in _TOLD_BY_THEMSELVES:
        return word.fold
    if word.finite:
        return "finite"
    return word.pos or "word"


def near_net(heard: Heard, what: str, inside: range) -> float:
    """The belief that the words inside are the cue or name the source (``what``); that none does, if there are none."""
    shares: dict[int, float] = getattr(heard, what)
    found = sum(shares.get(at, 0.0) for at in inside) if len(inside) else shares.get(-1, 0.0)
    return log(found + FLOOR)
