"""Which words may stand in a noun phrase, and what it holds beside them: genitives, prepositional phrases."""

from __future__ import annotations

from eipe.greek.first_names import given_gender, is_no_genitive, is_nominative
from eipe.greek.letters import is_stressed, leans
from eipe.lexicon.table import affixes, words_of
from eipe.quotes.view import View
from eipe.quotes.words import Word

__all__ = ["CLITICS", "PRONOUNS", "TITLES", "genitives", "is_article_of", "is_nominal", "skip_prepositional"]

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
        return not following.fold.endswith(affixes("feminines"))
    return word.fold != "του" or not following.fold.endswith(affixes("with_sigma"))


def skip_prepositional(view: View, k: int) -> int:
    """The end of the prepositional phrase at ``k``, or ``k`` itself if none begins there.

    ο διοικητής της Πυροσβεστικής | στον Βόλο |, Στέφανος Ζαχαρίας
    """
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
        if k > begin + 1 and before.article is None and (_is_named(word, before) or _is_noun(word, before)):
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
    return word.case == "Nom" and word.fold.endswith("σ")


def genitives(view: View, k: int) -> int:
    """The end of the genitives behind a noun, and of theirs: ο επικεφαλής | της υπηρεσίας του υπουργείου."""
    start = k
    while (word := view.at(k)) is not None:
        before, following = view.at(k - 1), view.at(k + 1)
        nominal = is_nominal(following)
        if k > start and word.fold in CLITICS and view.fold(k - 1) in CLITICS and view.finite(k + 1):
            break  # συνεργάτης του | μας είπε
        if is_stressed(word.text):
            break  # ο Τούρκος πρόεδρος | τού είπε
        leaning = before is not None and leans(before.text)
        if word.fold in CLITICS and (leaning or not is_article_of(word, following)):
            k += 1  # ο Τούρκος ομόλογός του Χακάν Φιντάν: no genitive
        elif word.article == "Gen" and view.is_marks(k + 1):
            k += 2  # επικεφαλής της ομάδας του «Opportunity» Τζον Κάλας
        elif word.article == "Gen" and nominal:
            k = max(_genitive_run(view, k + 1), k + 2)  # του μουσείου, whatever the tagger takes μουσείου for
        elif word.fold in CLITICS and not (nominal and following is not None and following.case == "Gen"):
            k += 1
        elif is_nominal(word) and word.case == "Gen" and not is_no_genitive(word.text):
            k = _genitive_run(view, k)
        elif word.fold in words_of("and_between_genitives") and following is not None:
            joined = is_nominal(view.at(k + 2)) if following.article == "Gen" else nominal and following.case == "Gen"
            if not joined:
                break
            k += 1
        else:
            break
    return k


def _genitive_run(view: View, k: int) -> int:
    """A run in the genitive; a name in it ends with its mention (της Ρωσίας | Βλαντίμιρ Πούτιν)."""
    k += 1
    while (word := view.at(k)) is not None and (before := view.at(k - 1)) is not None and is_nominal(word):
        named = word.mention >= 0 and before.mention != word.mention
        if named and (before.mention >= 0 or word.case == "Nom"):
            break  # η επιμελήτρια της έκθεσης | Νίκη Παππά
        if word.mention < 0 and word.case not in ("", "Gen"):
            break
        k += 1
    return k
