"""Genitives behind a noun, and theirs: ο επικεφαλής | της υπηρεσίας του υπουργείου Εξωτερικών."""

from __future__ import annotations

from eipe.greek.first_names import is_no_genitive
from eipe.greek.letters import is_stressed, leans
from eipe.lexicon.table import words_of
from eipe.quotes.nominals import CLITICS, is_article_of, is_nominal
from eipe.quotes.prepositional import skip_prepositional
from eipe.quotes.view import View
from eipe.quotes.words import Word

__all__ = ["genitives"]

_OF_ONE = words_of("of_one")
_OUT_OF = words_of("out_of")
_AND_BETWEEN_GENITIVES = words_of("and_between_genitives")


def genitives(view: View, k: int) -> int:
    """The end of the genitives (and their own genitives) behind a noun."""
    start = k
    while (word := view.at(k)) is not None:
        before, following = view.at(k - 1), view.at(k + 1)
        nominal = is_nominal(following)
        if k > start and word.fold in CLITICS and view.fold(k - 1) in CLITICS and view.finite(k + 1):
            break  # συνεργάτης του | μας είπε
        if is_stressed(word.text) and not nominal:
            break  # ο Τούρκος πρόεδρος | τού είπε
        leaning = before is not None and leans(before.text)
        if word.fold in CLITICS and (leaning or not is_article_of(word, following)):
            k += 1  # ο Τούρκος ομόλογός του Χακάν Φιντάν: no genitive
        elif word.fold in _OF_ONE and view.fold(k + 1) in _OUT_OF:
            k = max(skip_prepositional(view, k + 1), k + 1)  # ο αδελφός ενός από τα θύματα, Νίκος Παππάς
        elif word.article == "Gen" and view.is_marks(k + 1):
            k += 2  # επικεφαλής της ομάδας του «Opportunity» Τζον Κάλας
        elif word.article == "Gen" and (nominal or _genitive(following)):
            k = max(_genitive_run(view, k + 1), k + 2)  # του μουσείου, whatever the tagger takes μουσείου for
        elif word.fold in CLITICS and not (nominal and following is not None and following.case == "Gen"):
            k += 1
        elif is_nominal(word) and word.case == "Gen" and not is_no_genitive(word.text) and not _named(word, before):
            k = _genitive_run(view, k)
        elif word.fold in _AND_BETWEEN_GENITIVES and following is not None and k > 0:
            joined = is_nominal(view.at(k + 2)) if following.article == "Gen" else nominal and following.case == "Gen"
            if not joined:
                break
            k += 1
        else:
            break
    return k


def _named(word: Word, before: Word | None) -> bool:
    """Whether a name begins behind another: της Ρωσίας | Βλαντίμιρ Πούτιν."""
    return word.mention >= 0 and before is not None and before.mention >= 0


def _genitive(word: Word | None) -> bool:
    """Whether a word behind του is in the genitive by its tag and no function word."""
    return word is not None and word.case == "Gen" and word.article is None and len(word.fold) > 5


def _genitive_run(view: View, k: int) -> int:
    """A run in the genitive; a name in it ends with its mention (της Ρωσίας | Βλαντίμιρ Πούτιν)."""
    start = k
    while (word := view.at(k)) is not None and is_nominal(word):
        before = view.at(k - 1)
        if k > start and before is not None and word.mention >= 0 and before.mention != word.mention:
            acronym = word.text.isupper() and not before.text.isupper()  # the tagger guesses
            if before.mention >= 0 or (word.case == "Nom" and not acronym) or is_no_genitive(word.text):
                break  # η επιμελήτρια της έκθεσης | Νίκη Παππά
        if k > start and word.mention < 0 and word.case and word.case != "Gen":
            break
        k += 1
    return k
