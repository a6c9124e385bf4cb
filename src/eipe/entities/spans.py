"""The names that the model marked, with their edges set right.

A name holds no line break, no article, no title and no common noun; two names that the model ran together
(της Νότιας Κορέας Γου Γουόν-σικ) are two.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from eipe.entities.names import COURTESY, WORD, Kind, Name, make_name, stem
from eipe.entities.roles import is_nationality, is_role
from eipe.entities.words import ARTICLES, Words
from eipe.greek import lexicon
from eipe.greek.declension import nominative_name
from eipe.greek.letters import fold, has_greek
from eipe.greek.people import given_gender, is_greek_surname
from eipe.greek.tables import rows

__all__ = ["marked_names"]

KINDS: dict[str, Kind] = {
    **{"PERSON": "person", "PER": "person", "GPE": "place", "LOC": "place", "FAC": "place"},
    "ORG": "organization",
}
PARTICLES = frozenset(
    "φον φαν βαν ντερ ντεν ντε ντι ντα ντο ντου ντελ λα λε μπιν μπεν αλ ελ ιμπν "
    "van von der den de di da du del la le bin ben al el".split()
)
TOWN = 6
EDGES = " \t\n\r«»“”„\"'‘’()[]{}.,·:;!?…-–—/|*•"
PREPOSITIONS = frozenset("σε απο με για προσ κατα μετα και ωσ ο του".split())


@cache
def seats() -> frozenset[str]:
    return frozenset(fold(name) for (name,) in rows("eipe.entities", "seats"))


def is_seat(name: str) -> bool:
    return fold(name) in seats()


def marked_names(doc: Doc, words: Words) -> list[Name]:
    """The persons, places and organizations of ``doc.ents``, repaired, and the speakers of headlines; in text
    order, never two on one token."""
    found = list(entity_names(doc, words))
    taken = {index for name in found for index in range(name.first, name.last)}
    found.extend(name for name in headline_speakers(words) if not taken & set(range(name.first, name.last)))
    return sorted(found, key=lambda name: name.start)


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
            part.isupper() or is_role(part) or lexicon.is_place(part) or part.lower() in words.texts
            for part in parts
        ):
            name = made(words, first, colon, "person", "PERSON")
            if name is not None:
                yield name


def entity_names(doc: Doc, words: Words) -> list[Name]:
    out: list[Name] = []
    for entity in doc.ents:
        kind = KINDS.get(entity.label_)
        if kind is None and entity.label_ == "NORP" and is_known_place(words, entity.start, entity.end):
            kind = "place"
        if kind is None:
            continue
        for first, last in lines(words, entity.start, entity.end):
            taken = out[-1].last if out else 0
            first, last = trimmed(words, max(first, taken), last, kind)
            if kind != "organization":
                first, last = extended(doc, words, first, last, kind)
            if first >= last:
                continue
            if kind == "person":
                first = before_particles(words, first, out)
            out.extend(
                name
                for name in divided(words, first, last, kind, entity.label_)
                if not is_no_name(name, words)
            )
    return out


def before_particles(words: Words, first: int, out: list[Name]) -> int:
    """Where the name opens whose particles stand before ``first``: Ούρσουλας in Ούρσουλας φον ντερ Λάιεν.

    A name that ends there and was marked for itself, as a place may be, is taken from ``out``."""
    index = first
    while index > 0 and words.folded[index - 1] in PARTICLES and words.texts[index - 1].islower():
        index -= 1
    if (
        index == first
        or index == 0
        or not is_capital(words.texts[index - 1])
        or words.opens_sentence(index - 1)
    ):
        return first
    if out and out[-1].last > index - 1:
        if out[-1].kind == "organization":
            return first
        return out.pop().first
    return index - 1


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
        return (
            name.words[0].endswith(("είσα", "ώντας", "οντας"))
            and words.folded.count(fold(name.words[0])) == 1
        )
    if name.kind == "person" and all(word.isupper() for word in name.words) and has_greek(name.text):
        known = any(given_gender(word) or is_greek_surname(word) for word in name.words)
        return not known and not all(has_small_form(word, words) for word in name.words)
    return False


def has_small_form(word: str, words: Words) -> bool:
    """Whether the word stands elsewhere with small letters behind its capital."""
    short = stem(word)
    return any(text[0].isupper() and not text.isupper() and stem(text) == short for text in words.texts)


def lines(words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches of the tokens first to last that hold no line break."""
    start = first
    for index in range(first, last):
        if "\n" in words.texts[index]:
            if start < index:
                yield start, index
            start = index + 1
    if start < last:
        yield start, last


def is_edge(words: Words, index: int) -> bool:
    text = words.texts[index]
    return not text.strip(EDGES) or not text.strip()


def trimmed(words: Words, first: int, last: int, kind: Kind) -> tuple[int, int]:
    """Without marks at the edges, articles, prepositions, courtesies, and for a person without titles."""
    while first < last and (is_edge(words, first) or leads_no_name(words, first, last, kind)):
        first += 1
    while last > first and (is_edge(words, last - 1) or words.folded[last - 1] in ARTICLES):
        last -= 1
    if kind == "person":
        while last - 1 > first and words.texts[last - 1][0].islower():
            last -= 1
    return first, last


def leads_no_name(words: Words, index: int, last: int, kind: Kind) -> bool:
    folded, text = words.folded[index], words.texts[index]
    if folded in ARTICLES or folded in COURTESY or folded in PREPOSITIONS:
        return index + 1 < last or text.islower()
    if kind == "person":
        if text[0].islower() and folded not in PARTICLES and has_greek(text):
            return True
        return index + 1 < last and (
            is_role(text) or is_nationality(text) or is_common_opening(words, index, last)
        )
    return False


def is_common_opening(words: Words, index: int, last: int) -> bool:
    """Whether the first word of a sentence is a common noun before a name: Χειραψία Κιμ Γιονγκ Ουν.

    It is if a name stands alone without it: the rest opens another name or is one; and the word itself is
    tagged a noun, is no first name and nobody is called so elsewhere.
    """
    if not words.opens_sentence(index) or words.texts[index].isupper() or last - index < 2:
        return False
    text, rest = words.texts[index], words.folded[index + 1]
    if given_gender(text) is not None or rest in ("-",):
        return False
    if not has_greek(text) or words.folded.count(words.folded[index]) > 1 and not has_lower(words, index):
        return False
    return words.folded.count(rest) > 1 and followed_otherwise(words, index, rest)


def has_lower(words: Words, index: int) -> bool:
    small = words.texts[index].lower()
    return small in words.texts


def followed_otherwise(words: Words, index: int, rest: str) -> bool:
    """Whether ``rest`` stands elsewhere with a small word or a mark before it."""
    return any(
        folded == rest and at != index + 1 and (at == 0 or not words.texts[at - 1][0].isupper())
        for at, folded in enumerate(words.folded)
    )


def is_capital(text: str) -> bool:
    return text[0].isupper() and text[0].isalpha()


def extended(doc: Doc, words: Words, first: int, last: int, kind: Kind) -> tuple[int, int]:
    """Over particles and hyphens to the end of the name: Ούρσουλα + φον ντερ Λάιεν, Γου Γουόν + -σικ."""
    size = len(words)
    if kind == "place":
        open_end = (
            first < last < size and words.folded[last - 1] in PARTICLES and is_capital(words.texts[last])
        )
        return first, last + 1 if open_end else last
    while first < last < size:
        text = words.texts[last]
        if text in ("-", "–") and last + 1 < size and words.starts[last] == words.end(last - 1):
            if words.starts[last + 1] == words.end(last) and words.texts[last + 1][0].isalpha():
                last += 2
                continue
            break
        if text[0] == "-" and len(text) > 1 and words.starts[last] == words.end(last - 1):
            last += 1
            continue
        at = last
        while at < size and words.folded[at] in PARTICLES and words.texts[at].islower():
            at += 1
        if at > last and at < size and is_capital(words.texts[at]) and words.text[words.end(at - 1)] == " ":
            last = at + 1
            continue
        if (
            is_capital(text)
            and not text.isupper()
            and not doc[last].ent_type_
            and words.text[words.end(last - 1) : words.starts[last]] == " "
            and (last - first > 1 or given_gender(words.texts[first]) is not None)
            and words.pos[last] in ("PROPN", "X", "NOUN", "ADJ")
            and not lexicon.is_place(text)
        ):
            last += 1
            continue
        break
    while first > 0 and is_initial(words.texts[first - 1]) and words.texts[first][0].isupper():
        if words.text[words.end(first - 1) : words.starts[first]].strip():
            break
        first -= 1
    return first, last


def is_initial(text: str) -> bool:
    return (
        text.endswith(".")
        and 1 < len(text) <= 4
        and text[0].isupper()
        and text[:-1].isalpha()
        and text not in ("ΑΕ.", "Α.Ε.")
    )


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
    """Where the country opens in υπουργείο Πολιτισμού της Γεωργίας: behind a common noun, not a proper name."""
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
