"""The names that the model marked, with their edges set right and their kind checked.

A name holds no line break, no article, no title and no common noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from eipe.entities.document import CLOSING, Words
from eipe.entities.edges import COMPASS, extended, is_capital, lines, trimmed
from eipe.entities.forenames import with_first_name, with_first_names
from eipe.entities.joining import divided, is_seat, made, with_nicknames, with_seats, with_wholes
from eipe.entities.names import WORD, Kind, Name, apart, in_order
from eipe.entities.no_names import is_no_name
from eipe.entities.roles import is_held_over_places, is_nationality, is_role
from eipe.entities.towns import TOWN, is_genitive, is_place, rank_of_place
from eipe.greek import gazetteer
from eipe.greek.demonyms import is_demonym
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold
from eipe.greek.surnames import is_greek_surname
from eipe.lexicon.table import affixes, words_of

__all__ = ["marked_names"]

KINDS: dict[str, Kind] = {
    **{"PERSON": "person", "PER": "person", "GPE": "place", "LOC": "place", "FAC": "place"},
    "ORG": "organization",
}
#: Stems (folded) of the adjectives that open names of places: Βόρεια Κορέα, Νέα Υόρκη, Άγιος Νικόλαος.
EPITHETS = (*COMPASS, *affixes("epithets"))


def marked_names(doc: Doc, words: Words) -> list[Name]:
    """The persons, places and organizations of ``doc.ents``, repaired, and those that headlines, honours and
    offices tell; in text order, never two on one token."""
    found = with_nicknames(with_wholes(with_seats(entity_names(doc, words), words), words), words)
    for missed in (headline_speakers, honoured, places_of_offices):
        found.extend(apart(missed(words), found))
    return in_order(found)


def honoured(words: Words) -> Iterator[Name]:
    """First names with what villages and ships call people by before them: κυρα-Σοφία, μαστρο-Θωμάς."""
    for index in words.signs:
        before, hyphen, name = words.texts[index].partition("-")
        honour = hyphen and fold(before) in gazetteer.by_folded("honours")
        if honour and given_gender(name) is not None and name[0].isupper():
            yield made(words, index, index + 1, "person")


def places_of_offices(words: Words) -> Iterator[Name]:
    """The towns and regions in the genitive behind an office that is held over one: η δήμαρχος Λαμίας."""
    for index in words.capitals:
        before = words.text_at(index - 1)
        if before.islower() and is_held_over_places(before) and is_genitive(words.texts[index]):
            yield made(words, index, index + 1, "place")


def headline_speakers(words: Words) -> Iterator[Name]:
    """Who a headline quotes, if no model found them: Μέτσολα: «Η Ευρώπη οφείλει …»."""
    for colon, text in enumerate(words.texts[:-1]):
        if text != ":" or words.texts[colon + 1][0] not in CLOSING:
            continue
        first = colon
        while first > 0 and colon - first < 3 and is_capital(words.texts[first - 1]):
            first -= 1
        if first == colon or not words.opens_line(first):
            continue
        parts = words.texts[first:colon]
        if all(words.pos[index] in ("PROPN", "X") for index in range(first, colon)) and not any(
            part.isupper() or is_role(part) or gazetteer.is_place(part) for part in parts
        ):
            yield made(words, first, colon, "person")


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
            if first >= last or not WORD.search(words.text, words.starts[first], words.end(last - 1)):
                continue
            while out and kind == out[-1].kind == "person" and out[-1].first >= first:
                out.pop()  # Γρ | . Ρήγας
            if kind == "place" and is_first_name(words, first, last):
                kind, label, last = "person", "PERSON", last + 1
            if kind == "person":
                first = with_first_names(words, with_first_name(words, first, last, out), last, out)
            if kind == "person" and is_municipality(words, first, last):
                kind, label = "organization", "ORG"
            for name in divided(words, first, last, kind, label):
                if kind != "organization" and is_seat(name.words):
                    name = name.with_kind("organization")
                if not is_no_name(name, words):
                    out.append(name)
    return out


def joined(doc: Doc) -> list[tuple[int, int, str]]:
    """(start, end, label) of the marked spans; an epithet and the place behind it are one (Βόρεια | Κορέα)."""
    out: list[tuple[int, int, str]] = []
    for entity in doc.ents:
        first, behind, kind = out[-1] if out else (0, -1, "")
        beside = behind == entity.start == first + 1 and KINDS.get(kind) == KINDS.get(entity.label_) == "place"
        if beside and fold(doc[first].text).startswith(EPITHETS):
            out[-1] = first, entity.end, entity.label_
        else:
            out.append((entity.start, entity.end, entity.label_))
    return out


def is_known_place(words: Words, first: int, last: int) -> bool:
    parts = words.texts[first:last]
    people = is_nationality(parts[0]) or is_demonym(parts[0])
    return not people and rank_of_place(parts) <= TOWN


def is_municipality(words: Words, first: int, last: int) -> bool:
    """Whether a municipality was taken for a man: στον Δήμο Αμφίκλειας, του Δήμου Χανίων; not: ο Δήμος Ρεππάκης.

    A man agrees with his surname; where both could be nominatives, only a known surname is one.
    """
    head, behind = words.folded[first], words.texts[last - 1]
    if last - first != 2 or head not in words_of("municipality"):
        return False
    if is_genitive(behind):
        return True
    man = head.endswith(affixes("masculine_nominatives")) and is_greek_surname(behind)
    return behind.endswith(affixes("genitives_of_towns")) and not man


def is_first_name(words: Words, first: int, last: int) -> bool:
    """Whether a place is a first name that no place has, and a surname follows: στη Ναταλία | Γερμανού."""
    if last - first > 1 or last >= len(words) or not words.texts[last].istitle():
        return False
    word = words.texts[first]
    return given_gender(word) is not None and not is_place([word])
