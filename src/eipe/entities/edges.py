"""Where a marked name really opens and ends: without article and title, with its particles and hyphens."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from eipe.entities.document import ARTICLES, Words
from eipe.entities.names import COURTESY, Kind, Name
from eipe.entities.printed import before_cut_name, behind_cut_name, behind_numeral
from eipe.entities.roles import is_nationality, is_role
from eipe.greek import gazetteer
from eipe.greek.first_names import given_gender
from eipe.greek.letters import has_greek, is_one_letter
from eipe.greek.person_names import FOREIGN_PARTICLES
from eipe.greek.surnames import is_greek_surname
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes, words_of

__all__ = [
    "EDGES",
    "PARTICLES",
    "before_particles",
    "extended",
    "is_capital",
    "lines",
    "trimmed",
]

PARTICLES = FOREIGN_PARTICLES | frozenset(
    ("al", "ben", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "van", "von")
)
#: Stems (folded) of the parts of the world that open names: Δυτική Ελλάδα, Κεντρική Μακεδονία.
COMPASS = affixes("compass")
EDGES = " \t\n\r«»“”„\"'‘’()[]{}.,·:;!?…-–—/|*•"
PREPOSITIONS = words_of("before_edges")


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
    while last > first and (is_edge(words, last - 1) or is_open_end(words, last - 1)):
        last -= 1
    if kind == "person":
        while last - 1 > first and words.texts[last - 1][0].islower():
            last -= 1
    return first, last


def is_open_end(words: Words, index: int) -> bool:
    """Whether more would have to follow the word: του ΟΗΕ για | τους πρόσφυγες."""
    folded = words.folded[index]
    return folded in ARTICLES or (folded in PREPOSITIONS and words.texts[index].islower())


def leads_no_name(words: Words, index: int, last: int, kind: Kind) -> bool:
    folded, text = words.folded[index], words.texts[index]
    if folded in ARTICLES or folded in COURTESY or folded in PREPOSITIONS:
        return index + 1 < last or text.islower()
    if kind == "person":
        if text[0].islower() and folded not in PARTICLES and has_greek(text):
            return True
        if index + 1 < last and index and is_one_letter(text, words.texts[index - 1]):
            return True  # έγραψε στο X. Giorgia Meloni: ...
        return index + 1 < last and (is_role(text) or is_nationality(text) or is_common_opening(words, index, last))
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
    if (
        words.folded[index] not in PARTICLES
        and shipped().usual(text) == text.lower()
        and (gazetteer.foreign_gender(text) is None or is_greek_surname(rest))
    ):
        return True  # Πυρά Ρέππα, Βόμβα Σακκά: print has the word with a small letter, and nobody is called so
    if not has_greek(text) or (len(words.where(words.folded[index])) > 1 and not words.occurs(text.lower())):
        return False
    if words.pos[index] == "NOUN" and last - index == 2 and is_greek_surname(words.texts[index + 1]):
        return True
    return bool(words.predecessors(rest) - {words.folded[index]})  # it stands elsewhere, behind another word


def is_capital(text: str) -> bool:
    return text[0].isupper() and text[0].isalpha()


def extended(doc: Doc, words: Words, first: int, last: int, kind: Kind) -> tuple[int, int]:
    """Over particles and hyphens to the end of the name: Ούρσουλα + φον ντερ Λάιεν, Γου Γουόν + -σικ."""
    size = len(words)
    if kind == "place":
        open_end = first < last < size and words.folded[last - 1] in PARTICLES and is_capital(words.texts[last])
        return first - is_part_before(doc, words, first), last + 1 if open_end else last
    last = behind_cut_name(words, first, last)
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
            and not gazetteer.is_place(text)
        ):
            last += 1
            continue
        break
    return before_cut_name(words, first), behind_numeral(words, last) if kind == "person" else last


def is_part_before(doc: Doc, words: Words, first: int) -> bool:
    """Whether the word before is a part of the world that belongs to the name: περιφερειάρχης Δυτικής | Ελλάδας.

    Not: δυτικής Ελλάδας, with a small letter, nor the adverb that opens a sentence (Νότια Ιταλοί και Γάλλοι).
    """
    if first == 0 or doc[first - 1].ent_type_ or words.opens_sentence(first - 1):
        return False
    return is_capital(words.texts[first - 1]) and words.folded[first - 1].startswith(COMPASS)


def before_particles(words: Words, first: int, out: list[Name]) -> int:
    """Where the name opens whose particles stand before ``first``: Ούρσουλας in Ούρσουλας φον ντερ Λάιεν.

    A name that ends there and was marked for itself, as a place may be, is taken from ``out``."""
    index = first
    while index > 0 and words.folded[index - 1] in PARTICLES and words.texts[index - 1].islower():
        index -= 1
    if index == first or index == 0 or not is_capital(words.texts[index - 1]) or words.opens_sentence(index - 1):
        return first
    if out and out[-1].last > index - 1:
        if out[-1].kind == "organization":
            return first
        return out.pop().first
    return index - 1
