"""Genitives behind a noun, and theirs: ο επικεφαλής | της υπηρεσίας του υπουργείου Εξωτερικών."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.greek.first_names import is_no_genitive
from eipe.greek.letters import is_stressed, leans
from eipe.lexicon.table import words_of
from eipe.quotes.nominals import CLITICS, is_article_of, is_nominal, word_at
from eipe.quotes.prepositional import skip_prepositional
from eipe.quotes.words import Word

__all__ = ["genitives"]

_OF_ONE = words_of("of_one")
_OUT_OF = words_of("out_of")
_AND_BETWEEN_GENITIVES = words_of("and_between_genitives")


def genitives(items: Sequence[int], words: Sequence[Word], k: int) -> int:
    """The end of the genitives (and their own genitives) behind a noun."""
    start = k
    while True:
        word = word_at(items, words, k)
        if word is None:
            return k
        if k > start and word.fold in CLITICS and _takes(words[items[k - 1]], word_at(items, words, k + 1)):
            return k  # συνεργάτης του | μας είπε
        following = word_at(items, words, k + 1)
        if is_stressed(word.text) and not is_nominal(following):
            return k  # ο Τούρκος πρόεδρος | τού είπε
        before = word_at(items, words, k - 1)
        leaning = before is not None and leans(before.text)
        if word.fold in CLITICS and (leaning or not is_article_of(word, following)):
            k += 1  # ο Τούρκος ομόλογός του Χακάν Φιντάν: no genitive
        elif word.fold in _OF_ONE and following is not None and following.fold in _OUT_OF:
            k = max(skip_prepositional(items, words, k + 1), k + 1)  # ο αδελφός ενός από τα θύματα, Νίκος Παππάς
        elif word.article == "Gen" and k + 1 < len(items) and items[k + 1] < 0:
            k += 2  # επικεφαλής της ομάδας του «Opportunity» Τζον Κάλας
        elif word.article == "Gen" and (is_nominal(following) or _genitive(following)):
            end = _genitive_run(items, words, k + 1)
            k = max(end, k + 2)  # του μουσείου, whatever the tagger takes μουσείου for
        elif word.fold in CLITICS and not (is_nominal(following) and following is not None and following.case == "Gen"):
            k += 1
        elif (
            is_nominal(word)
            and word.case == "Gen"
            and not is_no_genitive(word.text)
            and (word.mention < 0 or k == 0 or words[items[k - 1]].mention < 0)
        ):
            k = _genitive_run(items, words, k)
        elif (
            word.fold in _AND_BETWEEN_GENITIVES
            and following is not None
            and (
                (following.article == "Gen" and is_nominal(word_at(items, words, k + 2)))
                or (is_nominal(following) and following.case == "Gen")
            )
            and k > 0
        ):
            k += 1
        else:
            return k


def _takes(before: Word, behind: Word | None) -> bool:
    """Whether the word between a possessive and a verb is the verb's."""
    return before.fold in CLITICS and behind is not None and behind.finite


def _genitive(word: Word | None) -> bool:
    """Whether a word behind του is in the genitive by its tag and no function word."""
    return word is not None and word.case == "Gen" and word.article is None and len(word.fold) > 5


def _genitive_run(items: Sequence[int], words: Sequence[Word], k: int) -> int:
    """A run in the genitive; a name in it ends with its mention (της Ρωσίας | Βλαντίμιρ Πούτιν)."""
    start = k
    while (word := word_at(items, words, k)) is not None and is_nominal(word):
        before = word_at(items, words, k - 1)
        begins = k > start and word.mention >= 0 and before is not None and before.mention != word.mention
        acronym = word.text.isupper() and not (before is not None and before.text.isupper())  # the tagger guesses
        other = (word.case == "Nom" and not acronym) or is_no_genitive(word.text)
        if begins and before is not None and (before.mention >= 0 or other):
            break  # η επιμελήτρια της έκθεσης | Νίκη Παππά
        if k > start and word.mention < 0 and word.case and word.case != "Gen":
            break
        k += 1
    return k
