"""Words in capitals as they are written elsewhere: ΜΗΤΣΟΤΑΚΗΣ is Μητσοτάκης."""

from __future__ import annotations

from eipe.greek import gazetteer
from eipe.greek.letters import fold
from eipe.greek.syllables import stress, with_stress
from eipe.lexicon.table import words_of

__all__ = ["known_in_capitals", "titlecase"]

#: What comes before the -ης of surnames that bear the accent there: Γεραπετρίτης, Κονταρίνης, Σαββίδης.
STEMS = words_of("before_es")

ACCENTS = {
    **{"οπουλοσ": 3, "οπουλο": 3, "οπουλου": 2},
    **dict.fromkeys((stem + end for stem in STEMS for end in ("ησ", "η")), 2),
    **dict.fromkeys(words_of("accented_before_last"), 2),
}


def titlecase(word: str) -> str:
    """A word in capitals as it is written elsewhere: ΜΗΤΣΟΤΑΚΗΣ is Μητσοτάκης, where its ending tells.

    The accent of a capital may be missing in print; that of Γεραπετριτης is, where a headline was read as print.
    """
    if len(word) < 2 or "." in word or not word[0].isupper():
        return word
    if not word.isupper():
        return with_accent(word) if word.isalpha() else word
    small = "-".join(part.capitalize() for part in word.split("-"))
    return with_accent(small)


def with_accent(word: str) -> str:
    """A word without an accent with that of its ending, if it has one that tells."""
    if stress(word) is None:
        folded = fold(word)
        for ending, syllable in ACCENTS.items():
            if folded.endswith(ending):
                return with_stress(word, syllable)
    return word


def known_in_capitals(word: str, part: str) -> str:
    """The accent that a table knows, for a word that had none in capitals."""
    if word == part or stress(part):
        return part
    return gazetteer.first_name(part, "f") or gazetteer.first_name(part, "m") or gazetteer.surname(part) or part
