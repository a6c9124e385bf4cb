"""What is said twice: a headline's or a crosshead's words are whose they are in the article, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from eipe.greek.letters import fold
from eipe.quotes.results import Attribution
from eipe.records import Entity, Person

__all__ = ["Echoes", "settle_echoes"]

#: How many words two quotations must have in common, and how many quotations of one word are compared.
LEAST, MOST = 2, 8


def content(text: str) -> frozenset[str]:
    """The words of four letters and more, without their endings."""
    return frozenset(fold(word)[:5] for word in re.findall(r"[^\W\d_]{4,}", text))


def is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the shorter says little that the longer does not."""
    shared = len(one & other)
    return shared >= LEAST and shared * 5 >= min(len(one), len(other)) * 4


class Echoes:
    """The quotations beside which somebody is named, by their words.

    Args:
        text: The article.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._by_word: dict[str, list[tuple[frozenset[str], Attribution]]] = {}

    def add(self, result: Attribution) -> None:
        """Adds a quotation if a person is named or told by a title beside it."""
        if result.mention is None or result.kind == "term" or not isinstance(result.speaker, Person):
            return
        words = content(self.text[result.start : result.end])
        for word in words:
            known = self._by_word.setdefault(word, [])
            if len(known) < MOST:
                known.append((words, result))

    def of(self, start: int, end: int) -> Entity | None:
        """Who has said the words in a stretch of the text, if they are quoted elsewhere."""
        wanted = content(self.text[start:end]) if self._by_word else frozenset()
        found = (other for word in sorted(wanted) for other in self._by_word.get(word, ()))
        same = (result for words, result in found if not start <= result.start < end and is_same(wanted, words))
        return next((result.speaker for result in same), None)


def settle_echoes(text: str, results: Sequence[Attribution]) -> None:
    """Gives quotations beside which nobody stands to whoever is named where the same is quoted."""
    echoes = Echoes(text)
    for result in results:
        echoes.add(result)
    for result in results:
        if result.mention is None and result.kind not in ("term", "indirect"):
            told = echoes.of(result.start, result.end)
            if told is None and result.rule.startswith("echo"):
                told = _later(text, result, results)
            result.speaker = told or result.speaker


def _later(text: str, headline: Attribution, results: Iterable[Attribution]) -> Entity | None:
    """Whoever the article gives a headline's words to, or most of them."""
    wanted = content(text[headline.start : headline.end])
    told = (other for other in results if other.start > headline.end and other.speaker is not None)
    shared = ((len(wanted & content(text[other.start : other.end])), other) for other in told)
    return next((other.speaker for count, other in shared if wanted and count * 5 >= len(wanted) * 3), None)
