"""The names that the model marked, with their edges set right and their kind checked.

A name holds no line break, no article, no title and no common noun; two names that the model ran together
(της Νότιας Κορέας Γου Γουόν-σικ) are two.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from eipe.entities.edges import (
    EDGES,
    PARTICLES,
    before_particles,
    extended,
    is_capital,
    is_initial,
    lines,
    trimmed,
)
from eipe.entities.names import COURTESY, WORD, Kind, Name, make_name, stem
from eipe.entities.roles import is_nationality, is_role
from eipe.entities.words import Words
from eipe.greek import lexicon
from eipe.greek.declension import nominative_name
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold, has_greek
from eipe.greek.surnames import is_greek_surname
from eipe.greek.tables import rows

__all__ = ["marked_names"]

KINDS: dict[str, Kind] = {
    **{"PERSON": "person", "PER": "person", "GPE": "place", "LOC": "place", "FAC": "place"},
    "ORG": "organization",
}
TOWN = 6


@cache
def seats() -> frozenset[str]:
    return frozenset(fold(name) for (name,) in rows("eipe.entities", "seats"))


#: Stems (folded) of the adjectives that open names of places: Βόρεια Κορέα, Νέα Υόρκη, Άγιος Νικόλαος.
EPITHETS = ("βορει", "νοτι", "ανατολικ", "δυτικ", "κεντρικ", "νεα", "νεο", "αγι", "μεγαλ", "ηνωμεν", "λαικ")


def is_seat(name: str) -> bool:
    return fold(name) in seats()


def marked_names(doc: Doc, words: Words) -> list[Name]:
    """The persons, places and organizations of ``doc.ents``, repaired, and the speakers of headlines; in text
    order, never two on one token."""
    found = completed(joined_places(entity_names(doc, words), words), words)
    taken = {index for name in found for index in range(name.first, name.last)}
    found.extend(name for name in headline_speakers(words) if not taken & set(range(name.first, name.last)))
    return sorted(found, key=lambda name: name.start)


def completed(names: list[Name], words: Words) -> list[Name]:
    """The end of a name that stands whole elsewhere, with its beginning: Γιονγκ Ουν behind Κιμ.

    The beginning may have been taken into the name before it: [της Βόρειας Κορέας Κιμ] [Γιονγκ Ουν].
    """
    whole: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        parts = tuple(words.folded[name.first : name.last])
        if name.kind == "person" and len(parts) > 2:
            whole.setdefault(parts[-1], set()).add(parts)
    out: list[Name] = []
    for name in names:
        parts = tuple(words.folded[name.first : name.last])
        longer = whole.get(parts[-1], ()) if name.kind == "person" and len(parts) > 1 else ()
        for full in longer:
            first = name.last - len(full)
            if len(full) <= len(parts) or first < 0 or tuple(words.folded[first : name.last]) != full:
                continue
            if out and out[-1].last > first:
                before = out.pop()
                shorter = made(words, before.first, first, before.kind, before.label) if before.first < first else None
                out.extend([shorter] if shorter is not None else [])
            name = made(words, first, name.last, "person", "PERSON") or name
            break
        out.append(name)
    return out


def joined_places(names: list[Name], words: Words) -> list[Name]:
    """Two places side by side that are one in the table: Βόρεια and Κορέα."""
    out: list[Name] = []
    for name in names:
        before = out[-1] if out else None
        if before is not None and before.kind == name.kind == "place" and before.last == name.first:
            whole = made(words, before.first, name.last, "place", before.label)
            if whole is not None and lexicon.place_rank(nominative_of_place(whole.words)) < 2:
                out[-1] = whole
                continue
        out.append(name)
    return out


def headline_speakers(words: Words) -> Iterator[Name]:
    """Who a headline quotes, if no model found them: Μέτσολα: «Η Ευρώπη οφείλει …»."""
    for colon, text in enumerate(words.texts[:-1]):
        if text != ":" or words.texts[colon + 1][0] not in '«“"„':
            continue
        first = colon
        while first > 0 and colon - first < 3 and is_capital(words.texts[first - 1]):
            first -= 1
        if first == colon or (first > 0 and "\n" not in words.texts[first - 1]):
            continue
        parts = words.texts[first:colon]
        if all(words.pos[index] in ("PROPN", "X") for index in range(first, colon)) and not any(
            part.isupper() or is_role(part) or lexicon.is_place(part) or part.lower() in words.texts for part in parts
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
            if kind == "person":
                first = before_particles(words, first, out)
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
    """A nationality, a participle that opens a sentence, a headline in capitals that names nobody known."""
    if name.kind == "organization":
        return False
    if len(name.words) == 1 and is_nationality(name.words[0]) and name.first > 0:
        # Γερμανός and Τούρκος are surnames too: of somebody with a first name, or after κ.
        return words.folded[name.first - 1] not in COURTESY
    if name.kind == "person" and len(name.words) == 1 and words.opens_sentence(name.first):
        return name.words[0].endswith(("είσα", "ώντας", "οντας")) and words.folded.count(fold(name.words[0])) == 1
    if name.kind == "person" and all(word.isupper() for word in name.words) and has_greek(name.text):
        known = any(given_gender(word) or is_greek_surname(word) for word in name.words)
        return not known and not all(has_small_form(word, words) for word in name.words)
    return False


def has_small_form(word: str, words: Words) -> bool:
    """Whether the word stands elsewhere with small letters behind its capital."""
    short = stem(word)
    return any(text[0].isupper() and not text.isupper() and stem(text) == short for text in words.texts)


def divided(words: Words, first: int, last: int, kind: Kind, label: str) -> Iterator[Name]:
    """One name, or a country in the genitive and the person behind it."""
    if kind == "organization":
        country = country_behind(words, first, last)
        if country is not None:
            place = made(words, country, last, "place", "GPE")
            last = country - 1
            body = made(words, first, last, "organization", label)
            yield from (name for name in (body, place) if name is not None)
            return
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
    if kind != "organization" and (is_seat(name.text) or is_seat(nominative_of_place(name.words))):
        name = name.with_kind("organization", "ORG")
    yield name


def country_behind(words: Words, first: int, last: int) -> int | None:
    """Where the country opens in υπουργείο Πολιτισμού της Γεωργίας: only behind a common noun."""
    if not words.texts[first][0].islower():
        return None
    for index in range(last - 1, first + 1, -1):
        if words.folded[index - 1] in ("τησ", "του", "των") and is_capital(words.texts[index]):
            name = nominative_of_place(words.texts[index:last])
            return index if lexicon.place_rank(name) == 0 else None
    return None


def border_of(words: Words, first: int, last: int) -> int | None:
    if last - first < 2 or first == 0 or words.folded[first - 1] not in ("τησ", "του", "των"):
        return None
    if given_gender(words.texts[first]) is not None or not is_capital(words.texts[first]):
        return None
    for border in range(last - 1, first, -1):
        if not is_capital(words.texts[border]) or words.folded[border] in PARTICLES:
            continue
        if words.folded[border - 1].endswith(("α", "η", "ο")):
            continue  # No genitive: της Τζόρτζια Μελόνι.
        if lexicon.place_rank(nominative_of_place(words.texts[first:border])) < 2 and not lexicon.is_place(
            nominative_of_place(words.texts[first:last])
        ):
            return border
    return None


def nominative_of_place(parts: tuple[str, ...] | list[str]) -> str:
    return nominative_name(parts, kind="place", case="Gen", gender=None, number=None, seen=())


def made(words: Words, first: int, last: int, kind: Kind, label: str) -> Name | None:
    start, end = words.starts[first], words.end(last - 1)
    text = words.text[start:end]
    kept = text.strip(EDGES)
    if not kept or not WORD.search(kept):
        return None
    start += text.index(kept[0]) if text[0] != kept[0] else 0
    end = start + len(kept)
    if words.text[end : end + 1] == "." and is_initial(words.texts[last - 1]) and end < words.end(last - 1):
        end += 1
    return make_name(words, start, end, first, last, kind, label)
