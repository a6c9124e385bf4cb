"""The same quotation in several articles: whole, cut for a teaser, translated by two agencies.

Two quotations are one if they share enough of their words: of the words of the shorter one, without function words
and endings, at least ``THRESHOLD`` stand in the other too. Nobody says the words of somebody else: two quotations of
different people are two, however alike. A short one, that shares fewer than three words, must be the same speaker's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import ceil
from typing import Any, Final

from eipe.archive.identity import may_be
from eipe.greek.endings import stem
from eipe.greek.letters import fold
from eipe.lexicon.table import rows
from eipe.quoting import speakers
from eipe.records import Person, Quote, Source
from eipe.rows import WORD, Results, numbered
from eipe.spans import ZONES, ZoneName

__all__ = ["THRESHOLD", "RepeatedQuote", "content", "same_quotes", "shared"]

#: The part of the shorter quotation's words that two quotations must share. Set on one half of
#: tests/cases/same_quotes.tsv, where everything from 0.52 to 0.60 tells all pairs apart; so it does on the
#: other half, of 30 pairs.
THRESHOLD: Final = 0.56
#: Letters of a stem that are compared: forms of a verb differ behind them (απειλεί, απειλήσει).
_LETTERS = 5
#: Words that two quotations must share if nobody tells that one speaker said both.
_ENOUGH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedQuote:
    """A quotation that several articles have.

    Attributes:
        text: Its words, in the longest version.
        speaker: Whose they are, as most articles that tell have it; None if none does.
        articles: How many articles have it.
        quotes: Each time it stands somewhere, with the article's id, in the articles' order.
    """

    text: str
    speaker: str | None
    articles: int
    quotes: tuple[tuple[Any, Quote], ...]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, eq=False)
class _Version:
    """One quotation with what is compared."""

    article: int
    id: Any
    quote: Quote
    words: frozenset[str]
    people: tuple[str, ...]
    voices: frozenset[str]


def same_quotes(results: Results, *, zones: Iterable[ZoneName] = ZONES) -> tuple[RepeatedQuote, ...]:
    """The quotations that stand in two articles or more, those of most articles first.

    Args:
        results: Extractions, or pairs of an extraction and an id, as ``Extractor.pipe`` gives them.
        zones: Only quotations in these zones of a page count: ``("text",)`` leaves out headlines and teasers.

    Raises:
        TypeError: If ``results`` holds something else, or ``zones`` is a string.
        ValueError: If one of ``zones`` is none.
    """
    versions = list(_versions(results, zones))
    # The longest first: every shorter version is compared with the whole, and none with another short one.
    order = sorted(range(len(versions)), key=lambda n: (-len(versions[n].words), versions[n].article, n))
    groups = _Groups([versions[n] for n in order]).groups
    found = [_repeated([versions[n] for n in sorted(order[k] for k in group)]) for group in groups]
    several = [one for one in found if one.articles > 1]
    return tuple(sorted(several, key=lambda one: (-one.articles, -len(one.quotes))))


def content(text: str) -> frozenset[str]:
    """The stems of the words of ``text`` that are no function words."""
    words = (fold(word.group()) for word in WORD.finditer(text))
    return frozenset(stem(word)[:_LETTERS] for word in words if word not in _function_words())


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Which part of the words of the shorter one both have, from 0 to 1."""
    return len(one & other) / max(min(len(one), len(other)), 1)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(fold(word) for _, words, _ in rows("function_words") for word in words.split())


def _versions(results: Results, zones: Iterable[ZoneName]) -> Iterator[_Version]:
    for article, (id, extraction) in enumerate(numbered(results, "same_quotes", zones)):
        for quote in extraction.quotes:
            known = [one for one in speakers(quote, extraction) if not isinstance(one, Source)]
            people = tuple(one.name for one in known if isinstance(one, Person))
            voices = frozenset(fold(one.name) for one in known)
            yield _Version(article, id, quote, content(quote.text), people, voices)


class _Groups:
    """Puts each version, in order, to the first group whose head has its words, or at the head of a new one.

    Only heads that have one of its rarest words are looked at: whoever shares enough of a version's words has one of
    any ``len(words) - needed + 1`` of them.
    """

    def __init__(self, versions: Sequence[_Version]) -> None:
        self.frequency = Counter(word for version in versions for word in version.words)
        self.groups: list[list[int]] = []
        self.heads: dict[str, list[int]] = defaultdict(list)
        for number, version in enumerate(versions):
            group = next((g for g in self.near(version) if _is_same(versions[self.groups[g][0]], version)), None)
            if group is not None:
                self.groups[group].append(number)
                continue
            for word in version.words:
                self.heads[word].append(len(self.groups))
            self.groups.append([number])

    def near(self, version: _Version) -> list[int]:
        """The groups whose heads may have the words of a version, in order."""
        words = sorted(version.words, key=lambda word: (self.frequency[word], word))
        needed = ceil(THRESHOLD * len(words))
        rarest = islice(words, len(words) - needed + 1)
        return sorted({group for word in rarest for group in self.heads.get(word, ())})


def _is_same(head: _Version, other: _Version) -> bool:
    """Whether two versions are one quotation."""
    if shared(head.words, other.words) < THRESHOLD:
        return False
    if head.people and other.people and not any(may_be(one, its) for one in head.people for its in other.people):
        return False
    if len(head.words & other.words) >= _ENOUGH:
        return True
    told = bool(head.voices & other.voices) or any(may_be(one, its) for one in head.people for its in other.people)
    return told and (len(other.words) > 1 or head.words == other.words)


def _repeated(group: Sequence[_Version]) -> RepeatedQuote:
    told = Counter(version.quote.speaker.name for version in group if version.quote.speaker)
    return RepeatedQuote(
        text=max((version.quote.text for version in group), key=len),
        speaker=told.most_common(1)[0][0] if told else None,
        articles=len({version.article for version in group}),
        quotes=tuple((version.id, version.quote) for version in group),
    )
