"""Which words may stand in a noun phrase, and the closed classes of words around it."""

from __future__ import annotations

from eipe.greek.first_names import given_gender, is_nominative
from eipe.lexicon.table import affixes, words_of
from eipe.quotes.words import Word

__all__ = ["CLITICS", "PREPOSITIONS", "PRONOUNS", "TITLES", "is_article_of", "is_nominal"]

_LEARNED_PARTICIPLES = affixes("learned_participles")
_FEMININES = affixes("feminines")
_WITH_SIGMA = affixes("with_sigma")

PREPOSITIONS = words_of("prepositions")
#: Possessives behind a noun: ο συνάδελφός της.
CLITICS = words_of("possessives")
TITLES = words_of("titles")
PRONOUNS = words_of("pronouns")
#: Adverbs before a noun of office: του πρώην αρχηγού.
FORMER = words_of("former")
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "X", "SYM", "DET"))


def is_nominal(word: Word | None) -> bool:
    """Whether a word may stand in a noun phrase."""
    if word is None or not word.is_word:
        return False
    if word.fold.endswith(_LEARNED_PARTICIPLES) and len(word.fold) > 6:
        return False  # Ερωτηθείς, Κληθείσα: participles that open a sentence
    if word.mention >= 0 or word.fold in TITLES or word.fold in FORMER:
        return True
    if word.pos in _NOMINAL:
        return not (word.pos == "DET" and word.article is not None)
    return (word.participle and bool(word.case)) or word.fold in PRONOUNS


def is_article_of(word: Word, following: Word | None) -> bool:
    """Whether του or της is the article of the next word: της γειτόνισσας, but από την πλευρά της | γειτόνισσα.

    No common noun has such a form in the genitive; of names, which may be indeclinable, only first names are judged:
    ο συνήγορός του | Γιώργος Παππάς, η κόρη του | Άννα.
    """
    if following is None or len(following.fold) < 4:
        return True
    if not following.text[0].islower():
        gender = given_gender(following.text)
        return word.fold != "του" or not (is_nominative(following.text) or gender == "f")
    if word.fold == "τησ":
        return not following.fold.endswith(_FEMININES)
    return word.fold != "του" or not following.fold.endswith(_WITH_SIGMA)
