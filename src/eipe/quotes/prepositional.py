"""Prepositional phrases, which are read over: ο διοικητής της Πυροσβεστικής | στον Βόλο |, Στέφανος Ζαχαρίας."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.greek.first_names import is_nominative
from eipe.quotes.nominals import CLITICS, PREPOSITIONS, TITLES, is_article_of, is_nominal, word_at
from eipe.quotes.words import Word

__all__ = ["skip_prepositional"]


def skip_prepositional(items: Sequence[int], words: Sequence[Word], k: int) -> int:
    """The end of the prepositional phrase at ``k``, or ``k`` itself if none begins there."""
    word = word_at(items, words, k)
    if word is None:
        return k
    if word.article is None and word.fold not in PREPOSITIONS and word.pos != "ADP":
        return k  # most words
    begin = k
    while word is not None and (word.fold in PREPOSITIONS or word.pos == "ADP") and word.article is None:
        k += 1
        word = word_at(items, words, k)
    if word is None:
        return k
    if k == begin and word.article != "Prep":
        return begin
    if word.article == "Nom":
        return k  # μετά ο Νίκος: an adverb
    if word.article is not None:
        k += 1
    if k < len(items) and items[k] < 0:
        return k + 1  # σύμβουλος με την «Ανατροπή», Δέσποινα Μελά
    while (word := word_at(items, words, k)) is not None and word.is_word and not word.finite:
        if word.article in ("Nom",) or (k > begin + 1 and word.article is not None and word.article != "Gen"):
            break
        if word.article == "Gen" and word.fold in CLITICS and not is_article_of(word, word_at(items, words, k + 1)):
            return k + 1  # λέει από την πλευρά της | γειτόνισσα
        if word.article == "Gen" or is_nominal(word) or word.fold in CLITICS:
            before = words[items[k - 1]]
            held = before.fold in TITLES or before.article is not None
            if k > begin + 1 and not held and (_is_named(word, before) or _is_noun(word, before)):
                break
            k += 1
            continue
        break
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
