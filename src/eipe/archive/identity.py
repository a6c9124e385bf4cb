"""Which names of different articles are one person's or one place's.

A full name joins another that has the same surname and a first name that may be the same: the same, its everyday or
its full form, its initial (Γιάννης, Ιωάννης, Γ.), or the same in Latin letters. Two names are one only if they may be
exactly the same names of the archive: Γ. Παππάς is Γιάννης Παππάς, but nobody's as soon as there is a Γιώργος Παππάς.
A surname alone joins nobody: within its article the context tells whose it is, over an archive nothing does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from eipe.greek.first_names import given_gender
from eipe.greek.latin import latin
from eipe.greek.letters import fold, has_greek, is_abbreviated
from eipe.greek.short_names import may_be_called, shortens
from eipe.greek.sound import skeleton, sound_key
from eipe.lexicon.table import rows

__all__ = ["joined_people", "may_be", "place_key"]

#: Consonants that a name must have to be known by them alone.
_CONSONANTS = 5


def joined_people(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each name the names that are the same person's, itself among them, in alphabetical order."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        buckets[skeleton(name.split()[-1]) if name.split() else ""].append(name)
    found: dict[str, tuple[str, ...]] = {}
    for bucket in buckets.values():
        near = {name: frozenset(other for other in bucket if _alike(name, other)) for name in bucket}
        groups: dict[frozenset[str], list[str]] = defaultdict(list)
        for name in bucket:
            groups[near[name]].append(name)
        found.update((name, tuple(group)) for group in groups.values() for name in group)
    return found


def may_be(one: str, other: str) -> bool:
    """Whether two names do not contradict each other: the same, or one the other's surname."""
    if _alike(one, other):
        return True
    first, second = sorted((one.split(), other.split()), key=len)
    return len(first) == 1 < len(second) and latin_key(first[0]) == latin_key(second[-1])


@lru_cache(maxsize=1 << 14)
def place_key(name: str) -> str:
    """What the names of a place have in common: the code of a country (ΗΠΑ, Ηνωμένες Πολιτείες), or the Latin form."""
    return _countries().get(fold(name), "") or latin_key(name)


@lru_cache(maxsize=1 << 14)
def latin_key(name: str) -> str:
    """The Latin form by ELOT 743, as names are compared: Ζωζέ and Ζοζέ have one."""
    return fold(latin(name))


@cache
def _countries() -> dict[str, str]:
    named = {fold(country): code for country, code, *_ in rows("nationalities")}
    return named | {fold(name): code for name, code in rows("country_synonyms")}


def _alike(one: str, other: str) -> bool:
    """Whether two names may be one person's."""
    if latin_key(one) == latin_key(other):
        return True
    ones, others = one.split(), other.split()
    if has_greek(one) != has_greek(other) and sound_key(one) == sound_key(other):
        return True
    if min(len(ones), len(others)) < 2:
        return False
    if given_gender(ones[0]) is None and given_gender(others[0]) is None and _bones(one) == _bones(other):
        return sum(map(len, _bones(one))) >= _CONSONANTS
    if latin_key(ones[-1]) != latin_key(others[-1]) or not _one_first_name(ones[0], others[0]):
        return False
    middle, its = ones[1:-1], others[1:-1]
    return not middle or not its or (len(middle) == len(its) and all(map(_one_first_name, middle, its)))


def _one_first_name(one: str, other: str) -> bool:
    if latin_key(one) == latin_key(other) or may_be_called(one, other):
        return True
    return (is_abbreviated(one) and shortens(one, other)) or (is_abbreviated(other) and shortens(other, one))


@lru_cache(maxsize=1 << 14)
def _bones(name: str) -> tuple[str, ...]:
    """The consonants of each word but initials and particles: Ντόναλντ Τραμπ, Donald J. Trump."""
    return tuple(skeleton(word) for word in name.split() if not word.endswith(".") and not word.islower())
