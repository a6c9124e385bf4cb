"""Which nominatives a form can have: the endings of Greek nouns, and where the accent goes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from eipe.greek.letters import fold
from eipe.greek.syllables import nuclei, stress, with_stress
from eipe.lexicon.table import affixes, rows

__all__ = ["AGED", "Nominative", "Told", "nominatives", "stem"]

#: An age that stands for somebody: ο 45χρονος.
AGED = re.compile(r"(\d{1,3})[αά]?χρον(?:ος|ου|ο|η|ης)")


@dataclass(frozen=True, slots=True)
class Nominative:
    """One nominative that a form can have."""

    text: str
    gender: str
    number: str
    case: str


class Ending(NamedTuple):
    """A row of the table."""

    ending: str
    case: str
    gender: str
    number: str
    nominative: str
    accent: str


@cache
def endings() -> dict[str, list[Ending]]:
    """The rows of the table by their folded endings."""
    table: dict[str, list[Ending]] = defaultdict(list)
    for row in map(Ending._make, rows("endings")):
        table[fold(row.ending)].append(row)
    return table


LONGEST = 5


def applied(ending: Ending, word: str) -> str:
    """``word`` with its ending exchanged for that of the nominative."""
    changed = word[: len(word) - len(ending.ending)] + ending.nominative
    if word.isupper() and len(word) > 1:
        changed = changed.upper()
    counted = stress(word)
    if counted is None:
        return changed
    syllables = len(nuclei(changed))
    if ending.accent.isdigit():
        return with_stress(changed, int(ending.accent))
    first = len(nuclei(word)) - counted - (ending.accent == "<")
    if first < 0 or syllables - first > 4:  # Four where ια is one: του Μόσιαλου.
        return ""
    return with_stress(changed, max(syllables - first, 1))


@lru_cache(maxsize=1 << 13)
def nominatives(word: str, *, cases: str, genders: str, numbers: str) -> tuple[Nominative, ...]:
    """The nominatives that ``word`` can have; the longest ending first, and within it the commonest first.

    Args:
        word: One word, in any case.
        cases: Those it may stand in, of ``"gen acc voc"``.
        genders: Those it may have, of ``"mfn"``.
        numbers: Those it may have, of ``"sg pl"``.
    """
    return tuple(dict.fromkeys(each_nominative(word, cases, genders, numbers)))


class Told(NamedTuple):
    """What an article tells of the phrase behind it: its case, if any, and the genders and numbers it may have."""

    case: str | None
    genders: str
    numbers: str

    @property
    def is_bare(self) -> bool:
        """Whether nothing tells case or gender."""
        return self.case is None and self.genders == "mfn"

    def nominatives(self, word: str) -> tuple[Nominative, ...]:
        """Those that a word of the phrase can have; what may be a nominative is read as another case."""
        cases = self.case if self.case in ("gen", "acc") else "gen acc"
        return nominatives(word, cases=cases, genders=self.genders, numbers=self.numbers)


def each_nominative(word: str, cases: str, genders: str, numbers: str) -> Iterator[Nominative]:
    folded = fold(word)
    table = endings()
    wanted = {*cases.split(), "obl"} if cases else set[str]()
    tails = [folded[-length:] for length in range(min(LONGEST, len(folded) - 1), 0, -1)]
    for singular in (False, True):
        for ending in (ending for tail in tails for ending in table.get(tail, ())):
            number = ending.number.rstrip("*")
            fits = number in numbers and ending.gender in genders and ending.case in wanted
            if fits and (number != ending.number) == singular and (text := applied(ending, word)):
                yield Nominative(text, ending.gender, "sg" if singular else number, ending.case)


#: The longest first, so that an ending is taken off whole.
WORD_ENDINGS = tuple(sorted(affixes("word_endings"), key=len, reverse=True))
SHORTEST = 2


@lru_cache(maxsize=1 << 14)
def stem(folded: str) -> str:
    """The folded word without its ending: what the forms of one word have in common, roughly; two letters stay.

    >>> stem("πυρκαγιεσ") == stem("πυρκαγια"), stem("θεματα") == stem("θεμα"), stem("σχολη") == stem("σχολειο")
    (True, True, False)
    """
    neuter = next((end for end in affixes("neuter_endings") if folded.endswith(end) and len(folded) > len(end)), "")
    if neuter:
        return folded[: len(folded) - len(neuter) + 1]  # its μ stays: θέμα has it too
    ending = next((end for end in WORD_ENDINGS if folded.endswith(end) and len(folded) - len(end) >= SHORTEST), "")
    return folded.removesuffix(ending)
