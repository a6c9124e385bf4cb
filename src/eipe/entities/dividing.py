"""Names that the model ran together: της Γαλλίας Εμανουέλ Μακρόν is a country and a person."""

from __future__ import annotations

from collections.abc import Iterator

from eipe.entities.document import GENITIVES, Words
from eipe.entities.edges import PARTICLES, is_capital
from eipe.entities.joining import STATES, is_seat, landforms, made, nominative_of_place
from eipe.entities.names import Kind, Name, stem
from eipe.entities.roles import is_role
from eipe.entities.unmarked import after_locative
from eipe.greek import gazetteer
from eipe.greek.first_names import given_gender
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes

__all__ = ["divided"]


REGION = 5  # a rank: a town of ten thousand, which regions are called after


def divided(words: Words, first: int, last: int, kind: Kind, label: str) -> Iterator[Name]:
    """One name, or two: a body and a country, a place and the one that holds it, a country and a person."""
    if kind == "organization" and is_town_of_region(words, first, last):
        yield from (name for at in (first, first + 1) if (name := made(words, at, at + 1, "place", "GPE")) is not None)
        return
    if kind == "organization":
        country = country_behind(words, first, last)
        if country is not None:
            place = made(words, country, last, "place", "GPE")
            last = country - 1
            body = made(words, first, last, "organization", label)
            yield from (name for name in (body, place) if name is not None)
            return
    between = between_places(words, first, last) if label in ("GPE", "LOC") else None
    if between is not None:
        place = made(words, first, between, "place", "GPE")
        if place is not None:
            yield place
        first = between + 1
    border = border_of(words, first, last) if kind != "organization" else None
    if border is not None:
        place = made(words, first, border, "place", "GPE")
        person = made(words, border, last, "person", "PERSON")
        if place and person:
            yield place
            yield person
            return
    name = made(words, first, last, kind, label)
    if name is None:
        return
    if kind != "organization" and is_seat(name.words):
        name = name.with_kind("organization", "ORG")
    yield name


def between_places(words: Words, first: int, last: int) -> int | None:
    """What stands between a place and the one that holds it: Λευκίμμη | της | Κέρκυρας, Πλάκα | νότια | Κρήτη.

    Not: Δημοκρατία της Κορέας, whose first word is a common noun, nor Ηνωμένες Πολιτείες της Αμερικής, one state.
    """
    if last - first < 3 or not is_capital(words.texts[first]) or is_place(words, first, last):
        return None
    for index in range(first + 1, last - 1):
        if words.folded[index] in GENITIVES:
            before = words.texts[index - 1]
            apart = not shipped().usual(before).islower() and stem(before) not in STATES | landforms()
        else:
            apart = words.pos[index] == "ADJ" and words.texts[index].islower()
        if apart and is_capital(words.texts[index + 1]) and is_place(words, index + 1, last):
            return index
    return None


def is_town_of_region(words: Words, first: int, last: int) -> bool:
    """Whether a place and the one that holds it are reached: στη Μεταμόρφωση | Καρδίτσας; not: στην Ένωση Χανίων."""
    if last - first != 2 or not after_locative(words, first) or is_place(words, first, last):
        return False
    town, region = words.texts[first], nominative_of_place(words.texts[first + 1 : last])
    return (
        gazetteer.place(town) == town
        and given_gender(town) is None
        and region != words.texts[first + 1]
        and gazetteer.place_rank(region) <= REGION
    )


def is_place(words: Words, first: int, last: int) -> bool:
    return gazetteer.is_place(nominative_of_place(words.texts[first:last]))


def country_behind(words: Words, first: int, last: int) -> int | None:
    """Where the country opens in υπουργείο Πολιτισμού της Γεωργίας: only behind a common noun."""
    if not words.texts[first][0].islower():
        return None
    for index in range(last - 1, first + 1, -1):
        if words.folded[index - 1] in GENITIVES and is_capital(words.texts[index]):
            name = nominative_of_place(words.texts[index:last])
            return index if gazetteer.place_rank(name) == 0 else None
    return None


def border_of(words: Words, first: int, last: int) -> int | None:
    if last - first < 2 or first == 0:
        return None
    if words.folded[first - 1] not in GENITIVES and not is_role(words.texts[first - 1]):
        return None  # ο πρόεδρος της Γαλλίας Λικ Μορό, ο αρχιεπίσκοπος Αυστραλίας Μακάριος
    if given_gender(words.texts[first]) is not None or not is_capital(words.texts[first]):
        return None
    for border in range(last - 1, first, -1):
        if not is_capital(words.texts[border]) or words.folded[border] in PARTICLES:
            continue
        if words.folded[border - 1].endswith(affixes("no_genitives")):
            continue  # No genitive: της Τζόρτζια Μελόνι.
        if gazetteer.place_rank(nominative_of_place(words.texts[first:border])) < 2 and not gazetteer.is_place(
            nominative_of_place(words.texts[first:last])
        ):
            return border
    return None
