"""What is known beforehand of names and words: first names, surnames, places, nouns of people.

Keys are folded, so that a form with another accent finds the name with its own: αιγυπτος gives Αίγυπτος.
"""

from __future__ import annotations

from functools import cache

from eipe.greek.letters import fold
from eipe.greek.sound import sound_key
from eipe.lexicon.table import pairs, rows

__all__ = [
    "by_folded",
    "first_name",
    "first_names",
    "foreign_gender",
    "is_capital",
    "is_foreign",
    "is_place",
    "known_places",
    "noun",
    "place",
    "place_rank",
    "surname",
]

UNKNOWN = 10
LARGE, SMALL = 5, 6  # ranks: ten less the digits of a town's people


@cache
def first_names() -> dict[str, dict[str, str]]:
    """The Greek first names of each gender, by their folded forms."""
    names: dict[str, dict[str, str]] = {"m": {}, "f": {}, "n": {}}
    for name, gender in (*rows("everyday_names"), *rows("first_names")):
        names[gender].setdefault(fold(name), name)
    return names


@cache
def by_folded(table: str) -> dict[str, str]:
    """The words of a table of one column, by their folded forms."""
    return {fold(word): word for (word,) in rows(table)}


@cache
def places() -> dict[str, tuple[str, int]]:
    """Each place with its rank: countries before seas and regions, these before towns, large before small."""
    names: dict[str, tuple[str, int]] = {}
    towns = [(name, 10 - int(digits) if kind in ("city", "capital") else 0) for name, kind, _, digits in rows("places")]
    countries = [(name, 0) for name, _ in rows("country_synonyms")]
    lands = [(name, 1) for (name,) in rows("geography")]
    small = [(name, SMALL) for (name,) in rows("towns")]
    for name, rank in (*countries, *lands, *towns, *small):
        if rank < names.get(fold(name), ("", UNKNOWN))[1]:
            names[fold(name)] = name, rank
    return names


def first_name(word: str, gender: str) -> str | None:
    """The Greek first name of that gender that ``word`` is, up to case and accent."""
    return first_names()[gender].get(fold(word))


def surname(word: str) -> str | None:
    """The Greek man's surname that ``word`` is, up to case and accent."""
    return by_folded("surnames").get(fold(word))


def place(name: str) -> str | None:
    """The place that ``name`` is, up to case and accent."""
    return places().get(fold(name), (None, UNKNOWN))[0]


def place_rank(name: str) -> int:
    """0 for a country, 1 for a sea or region, more the smaller a town is; UNKNOWN if no table has it."""
    return places().get(fold(name), ("", UNKNOWN))[1]


@cache
def capitals() -> frozenset[str]:
    return frozenset(fold(name) for name, kind, _, _ in rows("places") if kind == "capital")


def is_capital(name: str) -> bool:
    """Whether ``name`` is the seat of a state's government, up to case and accent."""
    return fold(name) in capitals()


@cache
def known_places() -> frozenset[str]:
    """The folded names of one word of countries, regions, seas and towns of ten thousand and more."""
    return frozenset(name for name, (_, rank) in places().items() if rank <= LARGE and " " not in name)


def is_place(name: str) -> bool:
    return fold(name) in places()


def noun(word: str) -> str | None:
    """The noun of people that ``word`` is or ends in, up to accent: αντιπροεδρος gives αντιπρόεδρος."""
    folded = fold(word)
    known = by_folded("human_nouns")
    for start in (0, *range(1, len(folded) - 5)):
        if (tail := known.get(folded[start:])) is not None:
            return folded[:start] + tail
    return None


def foreign_gender(word: str) -> str | None:
    """``"m"`` or ``"f"`` if ``word`` sounds like a first name of another language: Τζούλιο, Giulia."""
    return pairs("foreign_first_names").get(sound_key(word))


def is_foreign(word: str) -> bool:
    """Whether ``word`` is a name in -a or -o of another language, such as Rubio or Silva."""
    return sound_key(word) in by_folded("foreign_names")
