"""Names that no model marked and the words around tell: behind κ. or a preposition, in a dateline, beside a town."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.document import GENITIVES, Words
from eipe.entities.joining import made
from eipe.entities.names import COURTESY, Kind, Name, by_grammar, grammar_before
from eipe.entities.roles import is_nationality, is_role
from eipe.entities.towns import CITY, TOWN
from eipe.greek import gazetteer
from eipe.greek.letters import leans
from eipe.lexicon.table import words_of

__all__ = [
    "LOCATIVES",
    "after_locative",
    "is_common_here",
    "is_dateline",
    "part_of_longer",
    "unknown_person",
    "unknown_place",
]

LOCATIVES = words_of("locatives")
DATELINE = ".-–—"  # what closes a dateline, and stays in one token with its town
DASHES = ("/", "-", "–")
FROM_TO = words_of("from_to")


def after_locative(words: Words, first: int) -> bool:
    """Whether στη, or από and an article, say that a place follows: από τον Έβρο ως τη Γαύδο."""
    before = words.folded[max(first - 2, 0) : first]
    if not before or before[-1] in LOCATIVES:
        return bool(before)
    return before[0] in FROM_TO and before[-1] in words_of("articles_in_accusative")


def is_common_here(words: Words, index: int) -> bool:
    """Whether the word has a capital only because a sentence opens, and is a common word elsewhere."""
    text = words.texts[index]
    if text.isupper() and len(text) > 1:
        return False
    return words.opens_sentence(index) and text.lower() in words.forms


def part_of_longer(words: Words, index: int, kind: Kind) -> bool:
    """Whether the word stands inside another run of capitals: Πάρος in Πάρος Ιωάννου, ΕΤΕ in Όμιλος ΕΤΕ."""
    beside = words.text_at(index - 1), words.text_at(index + 1)
    return kind != "person" and any(text[:1].isupper() and not text.isupper() for text in beside)


def unknown_person(first: int, words: Words) -> Name | None:
    """A name that the model passed over behind κύριε or κ., written as one, and no title: not κύριε Υπουργέ."""
    text = words.texts[first]
    called = words.folded_at(first - 1) in COURTESY and text[1:].islower() and not is_role(text)
    return made(words, first, first + 1, "person") if called else None


def unknown_place(first: int, words: Words, taken: Sequence[bool]) -> Name | None:
    """A country, sea or large town that the model passed over, where the words before tell.

    Not what it took for a people (για τον Σύρο ποιητή) or for a date (στα χρόνια της Πρώτης), a countryman
    (στον Αρμένιο, which is a village too), or what is somebody's (το Σύνταγμά του).
    """
    text = words.texts[first]
    capitals = text.isupper() and len(text) > 3
    headline = text[1:].islower() and in_headline(words, first)
    grammar, locative = grammar_before(words, first), after_locative(words, first)
    beside = text[1:].islower() and between_towns(words, first)
    told = headline_place(words, first) if capitals else locative or headline or beside or grammar.case is not None
    if not told or first in words.nameless or leans(text) or (grammar.gender == "m" and is_nationality(text)):
        return None
    last = first + 1
    while last < min(len(words), first + 3) and words.texts[last][0].isupper() and words.texts[last].isalpha():
        last += 1
    for stop in range(last, first, -1):
        if any(taken[first:stop]) or (stop == first + 1 and part_of_longer(words, first, "place")):
            continue
        enough = TOWN if locative or beside or grammar.case == "Gen" else TOWN - 1 if capitals or headline else CITY
        parts = [part.rstrip(DATELINE) for part in words.texts[first:stop]]
        if gazetteer.place_rank(by_grammar(parts, "place", grammar)) <= enough:
            return made(words, first, stop, "place")
    return None


def between_towns(words: Words, first: int) -> bool:
    """Whether a dash joins a place of the table to another: Γρεβενά – Δεσκάτη, for all vehicles."""
    if gazetteer.place(words.texts[first]) != words.texts[first]:
        return False
    others = (words.text_at(first + 2 * step) for step in (1, -1) if words.text_at(first + step) in ("–", "-"))
    return any(map(gazetteer.is_place, others))


def is_dateline(name: Name, words: Words) -> bool:
    """Whether a word in capitals opens a line that goes on behind a mark: ΗΡΑΚΛΕΙΟ. Ο δήμαρχος ...; ΜΟΣΧΑ / ΚΙΕΒΟ - ...

    Not: ΛΑΡΙΣΑ: «...», which may speak or be a club.
    """
    opens = words.opens_line(name.first) or words.texts[name.first - 1] in DASHES
    closed = words.text_at(name.last).startswith((*DASHES, ",", ".", "("))
    return opens and closed and len(name.words) == 1 and name.text.isupper() and len(name.text) > 3


def in_headline(words: Words, first: int) -> bool:
    """Whether a colon follows the first word of a line, and no quotation: Κως: Καταδίωξη ταχύπλοου."""
    return words.opens_line(first) and words.text_at(first + 1) == ":" and words.text_at(first + 2)[:1].isalpha()


def headline_place(words: Words, first: int) -> bool:
    """Whether a word in capitals may be a place: behind a preposition or article, or in a dateline."""
    dateline = words.opens_line(first) and words.text_at(first + 1) in (*DASHES, ",", ":", ".")
    return dateline or words.folded_at(first - 1) in LOCATIVES | GENITIVES | {"/", "-"}
