"""The names that the model marked, with their edges set right and their kind checked.

A name holds no line break, no article, no title and no common noun; two names that the model ran together
(της Νότιας Κορέας Γου Γουόν-σικ) are two.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from eipe.entities.dividing import divided
from eipe.entities.edges import (
    COMPASS,
    before_particles,
    extended,
    is_capital,
    lines,
    trimmed,
)
from eipe.entities.joining import completed, joined_places, made, nominative_of_place, with_seats
from eipe.entities.names import COURTESY, Kind, Name, stem
from eipe.entities.offices import places_of_offices
from eipe.entities.printed import is_label, with_nicknames
from eipe.entities.roles import acronyms, country_of, is_nationality, is_role
from eipe.entities.words import ARTICLES, Words
from eipe.greek import lexicon
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold, has_greek
from eipe.greek.surnames import is_greek_surname
from eipe.greek.truecasing import shipped

__all__ = ["marked_names"]

KINDS: dict[str, Kind] = {
    **{"PERSON": "person", "PER": "person", "GPE": "place", "LOC": "place", "FAC": "place"},
    "ORG": "organization",
}
TOWN = 6


MARKS = frozenset([("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'), ("‘", "’"), ("'", "'")])
#: Stems (folded) of the adjectives that open names of places: Βόρεια Κορέα, Νέα Υόρκη, Άγιος Νικόλαος.
EPITHETS = (*COMPASS, "νεα", "νεο", "αγι", "μεγαλ", "ηνωμεν", "λαικ")


def marked_names(doc: Doc, words: Words) -> list[Name]:
    """The persons, places and organizations of ``doc.ents``, repaired, and the speakers of headlines; in text
    order, never two on one token."""
    found = completed(joined_places(with_seats(entity_names(doc, words), words), words), words)
    found = with_nicknames(found, words)
    taken = {index for name in found for index in range(name.first, name.last)}
    found.extend(name for name in headline_speakers(words) if not taken & set(range(name.first, name.last)))
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
            part.isupper() or is_role(part) or lexicon.is_place(part) or words.occurs(part.lower()) for part in parts
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
    return not is_nationality(parts[0]) and lexicon.place_rank(nominative_of_place(parts)) <= TOWN


def is_no_name(name: Name, words: Words) -> bool:
    """A nationality, a common noun, a participle that opens a sentence, capitals that name nobody known."""
    if name.text in acronyms() and name.first:
        before = name.first - 1
        before -= before > 0 and country_of(words.texts[before]) is not None  # ο Τούρκος ΥΠΕΞ
        return words.folded[before] in ("ο", "η", "τον", "την")
    if name.kind == "organization":
        return False
    if name.kind == "place" and len(name.text) == 1:
        return True  # the X of an informant, the Χ of a list
    if name.kind == "place" and name.text.islower() and words.has_case(name.first):
        # The sun and the planet (τη δύση του ηλίου) are no names; στην αθήνα is one, however it is written.
        return not lexicon.is_place(nominative_of_place(name.words))
    if len(name.words) == 1 and is_nationality(name.words[0]) and name.first > 0:
        # Γερμανός and Τούρκος are surnames too: of somebody with a first name, or after κ.
        return words.folded[name.first - 1] not in COURTESY
    if name.kind == "person" and is_called_so_in_marks(name, words):
        return True
    if name.kind == "person" and (is_label(name, words) or is_turn(name, words)):
        return True
    if name.kind == "person" and len(name.words) == 1 and words.opens_sentence(name.first):
        return name.words[0].endswith(("είσα", "ώντας", "οντας")) and len(words.where(fold(name.words[0]))) == 1
    if name.kind == "person" and all(word.isupper() for word in name.words) and has_greek(name.text):
        known = any(given_gender(word) or is_greek_surname(word) for word in name.words)
        return not known and not all(has_small_form(word, words) for word in name.words)
    return False


def is_turn(name: Name, words: Words) -> bool:
    """Whether a common word says what follows or whose turn it is: ΕΡΩΤΗΣΗ: Πώς ...; Μάρτυρας: Δεν είδα τίποτα."""
    if len(name.words) != 1 or not shipped().usual(name.text).islower():
        return False
    turn = words.opens_line(name.first) and words.texts[name.last : name.last + 1] == [":"] and is_role(name.text)
    return (turn or name.text.isupper()) and words.has_case(name.first)


def is_called_so_in_marks(name: Name, words: Words) -> bool:
    """Whether marks say that no name is meant: το καφενείο «Ο Πορφύρης», η ταινία «Μαρία», ο «Μάγος».

    Not: ο αρχηγός «Μάρκος», whose noun is a person's.
    """
    first = name.first
    while first and words.folded[first - 1] in ARTICLES:
        first -= 1
    if first < 2 or name.last >= len(words):
        return False
    opener, closer, noun = words.texts[first - 1], words.texts[name.last], words.texts[first - 2]
    if (opener, closer) not in MARKS:
        return False
    if len(name.words) == 1 and shipped().usual(name.words[0]).islower():
        return True  # Ο «Μάγος» is a nickname made of a noun.
    return words.pos[first - 2] == "NOUN" and noun[0].islower() and not is_role(noun)


def has_small_form(word: str, words: Words) -> bool:
    """Whether the word stands elsewhere with small letters behind its capital."""
    short = stem(word)
    return any(text[0].isupper() and not text.isupper() and stem(text) == short for text in words.texts)


def is_first_name(words: Words, first: int, last: int) -> bool:
    """Whether a place is a first name that no place has, and a surname follows: στη Ναταλία | Γερμανού."""
    if last - first > 1 or last >= len(words) or not words.texts[last].istitle() or words.pos[last] == "VERB":
        return False
    word = words.texts[first]
    return given_gender(word) is not None and not lexicon.is_place(nominative_of_place((word,)))


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
