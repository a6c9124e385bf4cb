"""Words in capitals as they are written elsewhere: ΜΗΤΣΟΤΑΚΗΣ is Μητσοτάκης."""

from __future__ import annotations

from eipe.greek import gazetteer
from eipe.greek.letters import fold
from eipe.greek.syllables import stress, with_stress
from eipe.lexicon.table import words_of

__all__ = ["known_in_capitals", "titlecase"]

#: Endings of surnames, and their accented syllable from the end: Γεραπετρίτης, Κονταρίνης, Σαββίδης have it before -ης.
ACCENTS = {
    **{"οπουλοσ": 3, "οπουλο": 3, "οπουλου": 2},
    **dict.fromkeys((stem + end for stem in words_of("before_es") for end in ("ησ", "η")), 2),
    **dict.fromkeys(words_of("accented_before_last"), 2),
}


def titlecase(word: str) -> str:
    """A word in capitals as it is written elsewhere: ΜΗΤΣΟΤΑΚΗΣ is Μητσοτάκης, where its ending tells.

    The accent of a capital may be missing in print; that of Γεραπετριτης is, where a headline was read as print.
    """
    if len(word) < 2 or "." in word or not word[0].isupper():
        return word
    if word.isupper():
        return with_accent("-".join(part.capitalize() for part in word.split("-")))
    return with_accent(word) if word.isalpha() else word


def with_accent(word: str) -> str:
    """A word without an accent with that of its ending, if it has one that tells."""
    folded = fold(word)
    syllable = next((syllable for ending, syllable in ACCENTS.items() if folded.endswith(ending)), None)
    return word if syllable is None or stress(word) is not None else with_stress(word, syllable)


def known_in_capitals(word: str, part: str) -> str:
    """The accent that a table knows, for a word that had none in capitals."""
    if word == part or stress(part):
        return part
    return gazetteer.first_name(part, "f") or gazetteer.first_name(part, "m") or gazetteer.surname(part) or part
