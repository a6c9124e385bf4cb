"""Where a marked name really opens and ends: without article and title, with its particles and hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from eipe.entities.document import ARTICLES, Words
from eipe.entities.names import COURTESY, Kind
from eipe.entities.roles import is_nationality, is_role
from eipe.greek.first_names import given_gender
from eipe.greek.letters import PRIMES, has_greek, is_abbreviated, is_numeral, is_one_letter
from eipe.greek.person_names import FOREIGN_PARTICLES
from eipe.greek.short_names import contracted, is_cut_name
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes, words_of

__all__ = ["EDGES", "PARTICLES", "extended", "is_capital", "lines", "trimmed", "with_prime"]

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


def trimmed(words: Words, first: int, last: int, kind: Kind) -> tuple[int, int]:
    """Without marks at the edges, articles, prepositions, courtesies, and for a person without titles."""
    while first < last and (not words.texts[first].strip(EDGES) or leads_no_name(words, first, last, kind)):
        first += 1
    while last > first and (not words.texts[last - 1].strip(EDGES) or is_open_end(words, last - 1)):
        last -= 1
    while kind == "person" and last - 1 > first and words.texts[last - 1][0].islower():
        last -= 1
    return first, last


def is_open_end(words: Words, index: int) -> bool:
    """Whether more would have to follow the word: του ΟΗΕ για | τους πρόσφυγες."""
    folded = words.folded[index]
    return folded in ARTICLES or (folded in PREPOSITIONS and words.texts[index].islower())


def leads_no_name(words: Words, index: int, last: int, kind: Kind) -> bool:
    folded, text = words.folded[index], words.texts[index]
    if folded in ARTICLES or folded in COURTESY:
        return index + 1 < last or text.islower()
    if kind == "person":
        if text[0].islower() and folded not in PARTICLES and has_greek(text):
            return True
        titled = is_role(text) or is_nationality(text) or is_common_opening(words, index)
        return titled and index + 1 < last and given_gender(text) is None  # Ιορδάνης and Σουλτάνα are names
    return False


def is_common_opening(words: Words, index: int) -> bool:
    """Whether a sentence opens with a word that print has with a small letter, and nobody is called so: Πυρά Ρέππα."""
    text = words.texts[index].partition("-")[0]  # Παραίτηση-βόμβα Ρέππα
    opens = words.opens_sentence(index) and not text.isupper() and words.folded[index] not in PARTICLES
    return opens and shipped().usual(text) == text.lower()


def is_capital(text: str) -> bool:
    return text[0].isupper()


def extended(doc: Doc, words: Words, first: int, last: int, kind: Kind) -> tuple[int, int]:
    """Over particles to the end of the name: Ούρσουλα + φον ντερ Λάιεν."""
    if kind == "place":
        return first - is_part_before(doc, words, first), last
    at = last = behind_cut_name(words, first, last)
    while words.folded_at(at) in PARTICLES:
        at += 1
    if at > last and words.text_at(at)[:1].isupper() and beside(words, at, " "):
        last = at + 1
    return before_cut_name(words, first), behind_numeral(words, last) if kind == "person" else last


def is_part_before(doc: Doc, words: Words, first: int) -> bool:
    """Whether the word before is a part of the world that belongs to the name: περιφερειάρχης Δυτικής | Ελλάδας.

    Not: δυτικής Ελλάδας, with a small letter, nor the adverb that opens a sentence (Νότια Ιταλοί και Γάλλοι).
    """
    if first == 0 or doc[first - 1].ent_type_ or words.opens_sentence(first - 1):
        return False
    return is_capital(words.texts[first - 1]) and words.folded[first - 1].startswith(COMPASS)


GREEK_NUMERAL = re.compile(r"[ΑΒΓΔΕΣΤΖΗΘΙΚΛ]{1,4}")


def beside(words: Words, index: int, gap: str) -> bool:
    """Whether just ``gap`` stands between the token and the one before it."""
    return words.text[words.end(index - 1) : words.starts[index]] == gap


def before_cut_name(words: Words, first: int) -> int:
    """Where the first name opens that is cut short before the surname at ``first``; else ``first``.

    Tokenizers hold the point of some together (Χρ. Μυλωνάς), of others not (Γρ | . | Ρήγας), and cut Κων | / | νος.
    """
    while first > 0 and words.texts[first][0].isupper():
        before = words.texts[first - 1]
        title = first - 1 - (before == "." and first > 1)
        if words.folded[title] in COURTESY and len(words.texts[title].rstrip(".")) > 1:
            break  # ο Δρ.Τέιλορ, but Κ. Ρέππας
        if is_abbreviated(before) and not is_one_letter(before, words.text_at(first - 2)):
            first -= 1  # not of έγραψε στο X. Tim Cook: ...
        elif before == "." and first > 1 and beside(words, first - 1, "") and is_cut_name(words.texts[first - 2]):
            first -= 2
        elif first > 2 and contracted("".join(words.texts[first - 3 : first])) is not None:
            first -= 3
        else:
            break
    return first


def behind_cut_name(words: Words, first: int, last: int) -> int:
    """Behind the point and the surname of a cut first name that was marked alone: Ευάγ | . Σιδέρης."""
    if last - first != 1 or words.text_at(last) != "." or not beside(words, last, ""):
        return last
    surname = words.text_at(last + 1)
    named = surname[:1].isupper() and surname[1:].islower() and words.article_at(last + 1) is None
    return last + 2 if named and is_cut_name(words.texts[first]) else last


def behind_numeral(words: Words, last: int) -> int:
    """Behind the numeral that tells which king or pope is meant."""
    return last + (last < len(words) and beside(words, last, " ") and is_numeral(words.texts[last]))


def with_prime(text: str, start: int, end: int) -> int:
    """``end``, behind the prime of a numeral that edges were stripped of: Γρηγορίου Ε'."""
    numeral = text[start:end].rpartition(" ")[2]
    prime = text[end : end + 1] in PRIMES and end < len(text) and start + len(numeral) < end
    return end + 1 if prime and GREEK_NUMERAL.fullmatch(numeral) else end
