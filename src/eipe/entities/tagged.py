"""The names that the model marked, with their edges set right and their kind checked.

A name holds no line break, no article, no title and no common noun; two names that the model ran together
(της Νότιας Κορέας Γου Γουόν-σικ) are two.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from eipe.entities.dividing import divided
from eipe.entities.document import Words
from eipe.entities.edges import (
    COMPASS,
    before_particles,
    extended,
    is_capital,
    lines,
    trimmed,
)
from eipe.entities.joining import completed, joined_places, made, nominative_of_place, with_seats
from eipe.entities.names import Kind, Name, stem
from eipe.entities.no_names import is_no_name
from eipe.entities.offices import places_of_offices
from eipe.entities.printed import honoured, with_nicknames
from eipe.entities.roles import is_nationality, is_role
from eipe.greek import gazetteer
from eipe.greek.demonyms import is_demonym
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold
from eipe.lexicon.table import affixes

__all__ = ["marked_names"]

KINDS: dict[str, Kind] = {
    **{"PERSON": "person", "PER": "person", "GPE": "place", "LOC": "place", "FAC": "place"},
    "ORG": "organization",
}
TOWN = 6


#: Stems (folded) of the adjectives that open names of places: Βόρεια Κορέα, Νέα Υόρκη, Άγιος Νικόλαος.
SIDES = (*COMPASS, *affixes("compass_between"))
EPITHETS = (*COMPASS, *affixes("epithets"))


def marked_names(doc: Doc, words: Words) -> list[Name]:
    """The persons, places and organizations of ``doc.ents``, repaired, and the speakers of headlines; in text
    order, never two on one token."""
    found = completed(joined_places(with_seats(entity_names(doc, words), words), words), words)
    found = with_nicknames(found, words)
    taken = {index for name in found for index in range(name.first, name.last)}
    found.extend(name for name in headline_speakers(words) if not taken & set(range(name.first, name.last)))
    taken = {index for name in found for index in range(name.first, name.last)}
    whole = (made(words, *edges, "person", "PERSON") for edges in honoured(words) if edges[0] not in taken)
    found.extend(name for name in whole if name is not None)
    found.extend(places_of_offices(words, {index for name in found for index in range(name.first, name.last)}))
    return sorted(found, key=lambda name: name.start)


def headline_speakers(words: Words) -> Iterator[Name]:
    """Who a headline quotes, if no model found them: Μέτσολα: «Η Ευρώπη οφείλει …»."""
    for colon, text in enumerate(words.texts[:-1]):
        if text != ":" or words.texts[colon + 1][0] not in '«“"„':
            continue
        first = colon
        while first > 0 and colon - first < 3 and is_capital(words.texts[first - 1]):
            first -= 1
        if first == colon or not words.opens_line(first):
            continue
        parts = words.texts[first:colon]
        if all(words.pos[index] in ("PROPN", "X") for index in range(first, colon)) and not any(
            part.isupper() or is_role(part) or gazetteer.is_place(part) or words.occurs(part.lower()) for part in parts
        ):
            name = made(words, first, colon, "person", "PERSON")
            if name is not None:
                yield name


def entity_names(doc: Doc, words: Words) -> list[Name]:
    out: list[Name] = []
    for start, end, label in joined(doc):
        kind = KINDS.get(label)
        if kind is None and label == "NORP" and is_known_place(words, start, end):
            kind = "place"
        if kind is None:
            continue
        for first, last in lines(words, start, end):
            taken = out[-1].last if out else 0
            first, last = trimmed(words, max(first, taken), last, kind)
            if kind != "organization":
                first, last = extended(doc, words, first, last, kind)
            if first >= last:
                continue
            while out and kind == out[-1].kind == "person" and out[-1].first >= first:
                out.pop()  # Γρ | . Ρήγας
            if kind == "place" and is_side_of_country(words, first, last):
                first += 1
            if kind == "place" and is_first_name(words, first, last):
                kind, label, last = "person", "PERSON", last + 1
            if kind == "person":
                first = before_particles(words, first, out)
                first = with_first_name(words, first, last, out)
            out.extend(name for name in divided(words, first, last, kind, label) if not is_no_name(name, words))
    return out


def joined(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """(start, end, label) of the marked spans; an epithet and the place behind it are one (Βόρεια | Κορέα)."""
    held: tuple[int, int, str] | None = None
    for entity in doc.ents:
        start, end, label = entity.start, entity.end, entity.label_
        if held is not None:
            apart = held[1] != start or held[1] - held[0] > 1 or KINDS.get(label) != "place"
            if not apart and fold(doc[held[0]].text).startswith(EPITHETS):
                start = held[0]
            else:
                yield held
        held = (start, end, label)
        if KINDS.get(label) != "place":
            yield held
            held = None
    if held is not None:
        yield held


def is_known_place(words: Words, first: int, last: int) -> bool:
    parts = words.texts[first:last]
    return (
        not is_nationality(parts[0])
        and not is_demonym(parts[0])
        and gazetteer.place_rank(nominative_of_place(parts)) <= TOWN
    )


def is_side_of_country(words: Words, first: int, last: int) -> bool:
    """Whether a part of the world stands before a country without being its name: στη Νοτιοδυτική | Κίνα.

    Not: Βόρεια Κορέα, Νότια Αφρική, Δυτική Ελλάδα, which the table has.
    """
    if last - first != 2 or not words.folded[first].startswith(SIDES):
        return False
    parts = words.texts[first:last]
    return gazetteer.place_rank(nominative_of_place(parts[1:])) == 0 and tuple(map(stem, parts)) not in sides()


@cache
def sides() -> frozenset[tuple[str, ...]]:
    """The stems of the places of two words that open with a part of the world."""
    two = (name.split() for name in gazetteer.all_places() if name.startswith(SIDES))
    return frozenset(tuple(map(stem, words)) for words in two)


def is_first_name(words: Words, first: int, last: int) -> bool:
    """Whether a place is a first name that no place has, and a surname follows: στη Ναταλία | Γερμανού."""
    if last - first > 1 or last >= len(words) or not words.texts[last].istitle() or words.pos[last] == "VERB":
        return False
    word = words.texts[first]
    return given_gender(word) is not None and not gazetteer.is_place(nominative_of_place((word,)))


def with_first_name(words: Words, first: int, last: int, out: list[Name]) -> int:
    """Where the person opens whose first name went into the body before: του Ινστιτούτου Ελπίδα | Παππά."""
    body = out[-1] if out else None
    if body is None or body.kind != "organization" or body.last != first or body.last - body.first < 2:
        return first
    if last - first > 1 or given_gender(words.texts[first - 1]) is None:
        return first
    shorter = made(words, body.first, first - 1, body.kind, body.label)
    if shorter is None:
        return first
    out[-1] = shorter
    return first - 1
