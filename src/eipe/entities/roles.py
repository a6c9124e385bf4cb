"""Nouns and adjectives that name people by what they are: offices, trades, nationalities."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from eipe.entities.names import stem
from eipe.greek import gazetteer
from eipe.greek.declension import nominative_word
from eipe.greek.endings import AGED, nominatives
from eipe.greek.letters import fold
from eipe.greek.syllables import stress
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes, rows, words_of

__all__ = [
    "AGED",
    "OWN",
    "Role",
    "acronyms",
    "country_code",
    "country_of",
    "is_a",
    "is_held_over_places",
    "is_human_noun",
    "is_nationality",
    "is_role",
    "links",
    "role",
    "role_among",
    "sort_of",
    "title_in_nominative",
]

#: The offices that are held over a town or a region.
HELD = frozenset({"mayor", "deputy", "governor", "regional-governor", "vice-governor", "prefect", "metropolitan"})

#: Behind the sort, in the name of a class that only a user has.
OWN = ":"

LEARNED = re.compile(r"([^\W\d_]{3,}(?:λόγ|γράφ))(ος|ου|ο|ε|οι|ους|ων)")


@dataclass(frozen=True, slots=True)
class Role:
    """A noun of an office or trade.

    Attributes:
        kind: The office or trade, the same for πρωθυπουργός and the rest of its class.
        genders: Whom this form may mean.
        plural: Whether it means several.
    """

    kind: str
    genders: str
    plural: bool = False


@cache
def roles() -> dict[str, tuple[str, str]]:
    """Each noun with its class and the genders of those it names."""
    found: dict[str, tuple[str, str]] = {}
    for man, woman, kind, _ in rows("roles"):
        for noun, gender in ((man, "m"), (woman, "f")):
            before = found.get(fold(noun), (kind, ""))
            found[fold(noun)] = before[0], before[1] + (gender if gender not in before[1] else "")
    return found


@cache
def acronyms() -> frozenset[str]:
    """Those that are letters: ο ΥΠΕΞ is the minister, though το ΥΠΕΞ is the ministry."""
    return frozenset(man for man, *_ in rows("roles") if man[-1].isupper())


@cache
def sorts() -> dict[str, str]:
    """Each class with its sort: ``office``, ``trade`` or ``kin``."""
    return {kind: sort for _, _, kind, sort in rows("roles")}


def is_a(kind: str, other: str) -> bool:
    """Whether whoever is ``other`` may be called ``kind``: a cardiologist is a doctor, and not the reverse."""
    return kind == other or other.startswith(f"{kind}/")


def sort_of(kind: str) -> str:
    """``office``, ``trade`` or ``kin``; the nouns that are known by their ending are trades.

    A class that only a user has says its sort itself: ``office:μουχτάρης``.
    """
    sort, own, _ = kind.partition(OWN)
    return sort if own else sorts().get(kind, "trade")


@cache
def links() -> frozenset[tuple[str, str]]:
    """Pairs of classes that may mean one person where a country is meant: a leader who is a president."""
    return frozenset((noun, of) for noun, of in rows("class_links"))


@cache
def role_stems() -> frozenset[str]:
    return frozenset(stem(noun) for noun in roles())


@cache
def nationality_stems() -> frozenset[str]:
    return frozenset(stem(form) for form in nationalities())


@lru_cache(maxsize=1 << 13)
def role(word: str) -> Role | None:
    """The office or trade that ``word`` names, in any case; None if it names none."""
    folded = fold(word)
    if folded not in roles() and (len(folded) < 4 or stem(folded) not in role_stems()):
        return learned(word)
    return role_among(word, roles())


def role_among(word: str, known: Mapping[str, tuple[str, str]]) -> Role | None:
    """The one of the ``known`` nouns that ``word`` is, in any case.

    Args:
        known: Nouns, folded, each with its class and the genders of those it names.
    """
    folded = fold(word)
    if folded in known:
        return Role(*known[folded])
    for nominative in nominatives(word.lower(), cases="gen acc voc", genders="mf", numbers="sg"):
        if fold(nominative.text) in known:
            return Role(*known[fold(nominative.text)])
    plurals = nominatives(word.lower(), cases="gen acc", genders="mf", numbers="pl")
    for whole in (*(fold(nominative.text) for nominative in plurals), folded):
        for plural, ending in rows("plural_endings"):
            single = whole.removesuffix(plural) + ending
            if whole.endswith(plural) and single in known:
                return Role(*known[single], plural=True)
    return None


def learned(word: str) -> Role | None:
    """A trade in -λόγος or -γράφος, which no table holds all of: ο παλαιοκλιματολόγος.

    Their accent tells them from things (κατάλογος, έγγραφο); where the genitive hides it, print has to know.
    """
    match = LEARNED.fullmatch(word)
    if match is None:
        return None
    noun, ending = match[1] + "ος", match[2]
    if ending in words_of("learned_plurals_and_genitives") and shipped().usual(noun).lower() != noun.lower():
        return None
    return Role(f"specialist/{noun.lower()}", "mf", plural=ending in words_of("learned_plurals"))


def is_role(word: str) -> bool:
    return role(word) is not None


def is_held_over_places(word: str) -> bool:
    """Whether the office that ``word`` names is held over a town or a region: δήμαρχος."""
    office = role(word)
    return office is not None and office.kind in HELD


@cache
def nationalities() -> dict[str, str]:
    """Nouns and adjectives of nationality, each with its country's code."""
    return {fold(form): code for _, code, *forms in rows("nationalities") for form in forms}


@cache
def countries() -> dict[str, str]:
    """Names of countries, each with its code."""
    found = {fold(name): code for name, _, code, _ in rows("places") if code}
    found |= {fold(name): code for name, code, *_ in rows("nationalities")}
    return found | {fold(name): code for name, code in rows("country_synonyms")}


@lru_cache(maxsize=1 << 12)
def country_of(word: str) -> str | None:
    """The code of the country whose people or things ``word`` names, in any case: Ρώσου, RU."""
    known = nationalities()
    folded = fold(word)
    if folded in known:
        return known[folded]
    if len(folded) < 4 or (len(folded) == 4 and stress(word) != 1) or stem(folded) not in nationality_stems():
        return None
    for nominative in nominatives(word, cases="gen acc voc", genders="mf", numbers="sg pl"):
        hit = fold(nominative.text)
        code = known.get(hit) or (known.get(hit[:-2] + "οσ") if hit.endswith("οι") else None)
        if code:
            return code
    stems = (folded.removesuffix(ending) for ending in affixes("nationality_endings") if folded.endswith(ending))
    men = (short + masculine for short in stems for masculine in affixes("masculine_nominatives"))
    return next((known[man] for man in men if man in known), None)


def is_nationality(word: str) -> bool:
    """Whether ``word`` is a people's name and not a country's as well: Συρίου, but ώρα Συρίας."""
    if not word[:1].isupper() or country_of(word) is None or gazetteer.place_rank(word) <= 1:
        return False
    lands = (found.text for found in nominatives(word, cases="gen acc", genders="mfn", numbers="sg"))
    return not any(gazetteer.place(land) == land and gazetteer.place_rank(land) <= 1 for land in lands)


def country_code(name: str) -> str | None:
    """The code of the country of that name, in the nominative."""
    return countries().get(fold(name))


def title_in_nominative(words: Sequence[str], gender: str | None) -> str:
    """A title in the nominative, its noun last: αναπληρωτή υπουργού, αναπληρωτής υπουργός."""
    out: list[str] = []
    for index, word in enumerate(words, 1):
        noun = index == len(words)
        gender = "f" if fold(word).endswith(affixes("feminine_participles")) else gender  # διευθύνουσα σύμβουλος
        known = noun and fold(word) in roles()  # η καγκελάριος is one, for all that -ος is a man's ending
        pos = "NOUN" if noun else "ADJ"
        out.append(word if known else nominative_word(word, pos=pos, gender=gender, number="Sing"))
    return " ".join(out)


def is_human_noun(word: str) -> bool:
    """Whether ``word`` says of somebody what he is, office or not: υπουργός, κατηγορούμενος, 34χρονος."""
    return is_role(word) or gazetteer.noun(word) is not None or AGED.fullmatch(word) is not None
