"""Which nominatives a form can have: the endings of Greek nouns, and where the accent goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from eipe.greek.letters import fold
from eipe.greek.syllables import nuclei, stress, with_stress
from eipe.lexicon.table import rows

__all__ = ["Nominative", "nominatives"]


@dataclass(frozen=True, slots=True)
class Nominative:
    """One nominative that a form can have."""

    text: str
    gender: str
    number: str
    case: str


@dataclass(frozen=True, slots=True)
class Ending:
    case: str
    gender: str
    number: str
    ending: str
    nominative: str
    accent: str


@cache
def endings() -> dict[str, tuple[Ending, ...]]:
    table: dict[str, list[Ending]] = {}
    for ending, case, gender, number, nominative, accent in rows("endings"):
        table.setdefault(fold(ending), []).append(Ending(case, gender, number, ending, nominative, accent))
    return {ending: tuple(found) for ending, found in table.items()}


CASES = {"gen": frozenset({"gen"}), "acc": frozenset({"acc"}), "voc": frozenset({"voc"})}
CASES["obl"] = CASES["gen"] | CASES["acc"] | CASES["voc"]
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


def each_nominative(word: str, cases: str, genders: str, numbers: str) -> Iterator[Nominative]:
    folded = fold(word)
    table = endings()
    wanted = frozenset(cases.split())
    tails = [folded[-length:] for length in range(min(LONGEST, len(folded) - 1), 0, -1)]
    for singular in (False, True):
        for ending in (ending for tail in tails for ending in table.get(tail, ())):
            number = ending.number.rstrip("*")
            if (number != ending.number) != singular or number not in numbers or ending.gender not in genders:
                continue
            if CASES[ending.case] & wanted and (text := applied(ending, word)):
                yield Nominative(text, ending.gender, "sg" if singular else number, ending.case)
