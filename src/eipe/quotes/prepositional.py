"""Prepositional phrases, which are read over: ο διοικητής της Πυροσβεστικής | στον Βόλο |, Στέφανος Ζαχαρίας."""

from __future__ import annotations

from eipe.greek.first_names import is_nominative
from eipe.quotes.nominals import CLITICS, PREPOSITIONS, TITLES, is_article_of, is_nominal
from eipe.quotes.view import View
from eipe.quotes.words import Word

__all__ = ["skip_prepositional"]


def skip_prepositional(view: View, k: int) -> int:
    """The end of the prepositional phrase at ``k``, or ``k`` itself if none begins there."""
    begin = k
    while (
        (word := view.at(k)) is not None and word.article is None and (word.fold in PREPOSITIONS or word.pos == "ADP")
    ):
        k += 1
    if word is None or word.article == "Nom" or (k == begin and word.article != "Prep"):
        return k  # μετά ο Νίκος: an adverb
    k += word.article is not None
    if view.is_marks(k):
        return k + 1  # σύμβουλος με την «Ανατροπή», Δέσποινα Μελά
    while (word := view.at(k)) is not None and word.is_word and not word.finite:
        before = view.word(k - 1)
        if word.article == "Nom" or (k > begin + 1 and word.article not in (None, "Gen")):
            break
        if word.article == "Gen" and word.fold in CLITICS and not is_article_of(word, view.at(k + 1)):
            return k + 1  # λέει από την πλευρά της | γειτόνισσα
        if word.article != "Gen" and not is_nominal(word) and word.fold not in CLITICS:
            break
        held = before.fold in TITLES or before.article is not None
        if k > begin + 1 and not held and (_is_named(word, before) or _is_noun(word, before)):
            break
        k += 1
    return k


def _is_named(word: Word, before: Word) -> bool:
    """Whether another name begins, in the nominative: είπε στον Σκάι | Νίκος Παππάς."""
    return word.mention not in (-1, before.mention) and (word.case == "Nom" or is_nominative(word.text))


def _is_noun(word: Word, before: Word) -> bool:
    """Whether a common noun without article is no part of the phrase: είπε στο Mega | αυτόπτης μάρτυρας.

    Behind a name all but a genitive (στο Reuters | κυβερνητική πηγή), behind a noun only what is no other case
    (στο κανάλι | γείτονας του θύματος; but στη μητέρα γυναίκα).
    """
    if word.text[0].isupper():
        return False
    if before.mention >= 0 or before.text[0].isupper():
        return word.case in ("Nom", "Acc")
    return word.case == "Nom" and word.gender != "Fem" and word.fold.endswith("σ")
