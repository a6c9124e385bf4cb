"""Case, accents and final sigma: how one Greek word is compared with another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from eipe.lexicon.table import words_of

__all__ = [
    "PRIMES",
    "VOWELS",
    "bare",
    "fold",
    "has_greek",
    "is_abbreviated",
    "is_numeral",
    "is_one_letter",
    "is_stressed",
    "leans",
    "strip_accents",
    "upright",
]

_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
VOWELS = "αεηιουω"
ACCENTS = re.compile("[\u0300\u0301\u0342\u0308\u0313\u0314\u0345]+")


def strip_accents(text: str) -> str:
    """``text`` (NFC or NFD) without accents, breathings and diaereses, in NFC; letter case stays."""
    return unicodedata.normalize("NFC", ACCENTS.sub("", unicodedata.normalize("NFD", text)))


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """The form in which words are compared: lower case, no accents, σ for ς.

    >>> fold("ΜΗΤΣΟΤΑΚΗΣ") == fold("Μητσοτάκης")
    True
    """
    return strip_accents(text.casefold()).replace("ς", "σ")


def bare(word: str) -> str:
    """A word folded and without its ending, as the cases of a name have it in common; three letters stay.

    >>> bare("Παππάς") == bare("Παππά"), bare("υπουργοί") == bare("υπουργό"), bare("Ρέι")
    (True, True, 'ρει')
    """
    folded = fold(word)
    short = folded.rstrip("σν").rstrip(VOWELS)
    return short if len(short) > 2 else folded


def has_greek(text: str) -> bool:
    """Whether ``text`` holds a Greek letter."""
    return _GREEK.search(text) is not None


def is_abbreviated(word: str) -> bool:
    """Whether ``word`` is an initial or a first name cut short, with its point.

    Greek cuts words behind a consonant; Λι. is somebody's name at the end of a sentence.

    >>> is_abbreviated("Κ."), is_abbreviated("Χρ."), is_abbreviated("Ευάγ."), is_abbreviated("Λι.")
    (True, True, True, False)
    """
    stem = word[:-1]
    short = word.endswith(".") and 0 < len(stem) < 6 and stem.isalpha() and stem[0].isupper()
    return short and (len(stem) == 1 or fold(stem)[-1] not in VOWELS)


#: What makes a numeral of Greek letters: the sign for it, and what is typed instead.
PRIMES = frozenset("΄ʹ´'’")
_NUMERAL = re.compile(r"[ΑΒΓΔΕΣΤΖΗΘΙΚΛ]{1,4}[΄ʹ´'’]|[IVX]{2,5}")


def is_numeral(word: str) -> bool:
    """Whether ``word`` tells which king or pope of a name is meant.

    >>> is_numeral("ΙΔ΄"), is_numeral("Γ'"), is_numeral("II"), is_numeral("Γ.")
    (True, True, True, False)
    """
    return _NUMERAL.fullmatch(word) is not None


def is_one_letter(word: str, before: str) -> bool:
    """Whether a letter with a point, behind the word ``before``, is a whole name and the end of its sentence.

    People's initials have no neuter article: έγραψε στο Χ. Ο Νίκος απάντησε.

    >>> is_one_letter("Χ.", "στο"), is_one_letter("Χ.", "ο"), is_one_letter("κ.", "στο")
    (True, False, False)
    """
    return len(word) == 2 and word[1] == "." and word[0].isupper() and before in words_of("sto")


@lru_cache(maxsize=1 << 14)
def leans(word: str) -> bool:
    """Whether ``word`` has the second accent of a word with an enclitic behind it.

    ομόλογό του Φιντάν is his counterpart Fidan, ομόλογο του Φιντάν the counterpart of Fidan (Holton, Mackridge
    and Philippaki-Warburton, Greek: A Comprehensive Grammar, on enclisis).

    >>> leans("ομόλογό"), leans("ομόλογο"), leans("Μαρία-Ελένη")
    (True, False, False)
    """
    return unicodedata.normalize("NFD", word.rpartition("-")[2]).count("\u0301") > 1


#: Pronouns that are possessives behind a noun and objects before a verb (folded).
_PRONOUNS = words_of("clitics")


@lru_cache(maxsize=1 << 14)
def is_stressed(word: str) -> bool:
    """Whether ``word`` is a pronoun with the accent that says it belongs to the verb behind it.

    ο πρόεδρος τού είπε: the president told him; ο πρόεδρός του είπε: his president said.

    >>> is_stressed("τού"), is_stressed("του"), is_stressed("πού")
    (True, False, False)
    """
    return fold(word) in _PRONOUNS and "\u0301" in unicodedata.normalize("NFD", word)


def upright(word: str) -> str:
    """``word`` without the accent that an enclitic behind it gives: το Ηράκλειό μας.

    >>> upright("Ηράκλειό"), upright("Ηράκλειο")
    ('Ηράκλειο', 'Ηράκλειο')
    """
    if not leans(word):
        return word
    before, _, after = unicodedata.normalize("NFD", word).rpartition("\u0301")
    return unicodedata.normalize("NFC", before + after)
