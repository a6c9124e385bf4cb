"""Titles, nicknames and figures of speech in marks: they quote nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eipe.lexicon.table import affixes, words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import WANTED, Lexicon
from eipe.quotes.results import Link
from eipe.quotes.scope import has_clause
from eipe.quotes.words import Word

__all__ = ["is_name", "left_of"]

_CONVERB = affixes("converb")
_BEFORE_VERBS_IN_MARKS = words_of("before_verbs_in_marks")
_AND_OR = words_of("and_or")
_FIRST_PERSON_AND_DEPONENTS = affixes("first_person_and_deponents")
_BEING = words_of("being")

_COPULAS = words_of("copulas")
_LATIN = re.compile(r"[A-Za-z]")
_NAMED = affixes("so_called")
_NAMING_VERBS = affixes("naming_verbs")


def left_of(reading: Reading, words: Sequence[Word], k: int) -> Word | None:
    return words[reading.items[k - 1]] if k > 0 and reading.items[k - 1] >= 0 else None


def is_name(
    reading: Reading,
    words: Sequence[Word],
    k: int,
    quoted: Sequence[Word],
    found: Link | None,
    lexicon: Lexicon,
    text: str,
) -> bool:
    """Whether the marks hold a name, a title or a figurative word rather than somebody's words."""
    left = left_of(reading, words, k)
    right = reading.items[k + 1] if k + 1 < len(reading.items) else -1
    behind = words[right] if right >= 0 else None
    clause = has_clause(quoted)
    if behind is not None and behind.text == ":" and k == 0:
        return True  # «Η θάλασσα που θυμάται»: Το ντεμπούτο ...
    if behind is not None and behind.article == "Nom" and len(quoted) == 1 and quoted[0].finite:
        # ΔΕΘ: «Κλείδωσαν» οι ανακοινώσεις; «Πάγωσε» η αγορά, λένε οι μεσίτες: the writer's own verb; but «Φεύγω» η
        # απάντηση του Παππά
        return not quoted[0].fold.endswith(_FIRST_PERSON_AND_DEPONENTS)
    framed = left is not None and left.article is not None and behind is not None and behind.pos in ("NOUN", "PROPN")
    if framed and found is not None and found.rule == "headline" and len(quoted) == 1:
        return True  # Βόλος: Οι κάδοι και το «φιλικό» πρόστιμο: the writer's own; but Το «ευχαριστώ» στον Κιμ
    if any(
        reading.items[j] >= 0 and words[reading.items[j]].fold.startswith(_NAMING_VERBS)
        for j in range(max(0, k - 4), k)
        if found is None or found.hit is None or found.hit.form == "passive" or not found.hit.start <= j < found.hit.end
    ):
        return True  # ονομάζονται συχνά «μεσογειακοί τυφώνες»
    capital = quoted[0].text[:1].isupper() and not _is_shouted(reading, words)
    judged = found is not None and found.hit is not None and found.hit.kind == "judge" and found.hit.end <= k
    # χαρακτήρισε το νομοσχέδιο «έκτρωμα», το έργο «δεν θα τελειώσει»: a title has a capital
    title = capital or found is None or not (clause or judged)
    if title and _named(reading, words, k, lexicon, clause, capital):
        return True
    if left is not None and left.text == "(" and not clause:
        return True  # η Αρχή («Υπηρεσία Α»)
    if len(quoted) == 1 and quoted[0].fold.endswith(_CONVERB):
        return True  # είπε, «φωτογραφίζοντας» τον Παππά
    if left is None or not left.is_word:
        if (found is not None and found.rule in ("inverted", "closing")) or (left is not None and left.text == ":"):
            return False
        listed = k > 1 and reading.items[k - 2] < 0  # είναι «άπαυστος», «ατέλεστος»
        if len(quoted) == 1 and found is not None and left is not None and left.text == "," and not listed:
            return not _governed(reading, words, k, found)  # εφαρμογές που, σημειώνουν, «μιλάνε» μεταξύ τους
        return len(quoted) <= 2 and not clause and found is None
    if clause and len(quoted) >= 4:
        return False
    if found is not None and left.fold in _COPULAS and not capital:
        return False  # ότι η εξέλιξη είναι «credit positive»
    if _LATIN.search(text) and sum(bool(_LATIN.search(w.text)) for w in quoted) * 2 >= len(quoted):
        return True
    if capital and not clause and (len(quoted) <= 4 or left.article is not None):
        return True
    if found is None:
        return True
    if len(quoted) == 1 and left.fold in _BEFORE_VERBS_IN_MARKS and quoted[0].finite:
        return True  # διαβεβαιώνουν ότι δεν θα «παγώσει»
    if k > 1 and reading.items[k - 2] < 0 and left.fold in _AND_OR:
        return False  # είναι «άπαυστος», «ατέλεστος» και «ανώλεθρος»
    short = len(quoted) <= (3 if left.article == "Prep" else 2)
    verbal = len(quoted) > 1 and any(word.finite or word.pos == "VERB" for word in quoted)
    if short and not verbal and not _governed(reading, words, k, found):
        return True
    return all(word.fold.isdigit() for word in quoted)


def _is_shouted(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether the sentence is in capitals, where a capital says nothing: ΜΙΛΗΣΕ ΓΙΑ «ΝΤΡΟΠΗ»."""
    return all(words[item].text.isupper() for item in reading.items if item >= 0 and words[item].text.isalpha())


def _governed(reading: Reading, words: Sequence[Word], k: int, found: Link) -> bool:
    """Whether a short fragment depends on the cue itself: υπόσχεται «οδυνηρές» συνέπειες; καταγγέλλει «προχειρότητα»;
    ότι είναι «υπερβολές». A word in the writer's own report is a figure of speech."""
    hit = found.hit
    if hit is None:
        return found.rule == "headline"
    if hit.start > k:
        return found.rule in ("inverted", "closing") or hit.kind in ("judge",)
    if hit.kind == "judge":
        return True
    left = left_of(reading, words, k)
    if left is not None and (left.article == "Prep" or (hit.kind == "adjacent" and left.article == "Gen")):
        return False  # τάχθηκε υπέρ της αρχής της «ήπιας ισχύος»: the marks hang on a noun
    if left is not None and left.fold == "να" and hit.lemma not in WANTED:
        return False  # δείχνει ικανή να «καταλάβει»
    verbs = 0
    between = 0
    for j in range(hit.end, k):
        item = reading.items[j]
        if item < 0:
            continue
        word = words[item]
        between += word.is_word
        verbs += word.finite and word.fold not in _BEING
    return verbs == 0 and between <= 6


def _named(reading: Reading, words: Sequence[Word], k: int, lexicon: Lexicon, clause: bool, capital: bool) -> bool:
    """το περιοδικό «Science»; στην ημερίδα του Κινήματος «Αλλάζουμε»; ο λεγόμενος «πράσινος φόρος»."""
    reach = k - 2
    for j in range(k - 1, max(-1, k - 8), -1):
        if reading.items[j] < 0 or j < reach:
            return False
        if words[reading.items[j]].case == "Gen" and capital:
            reach = j - 2  # the genitives of the noun
        word = words[reading.items[j]]
        if word.fold.endswith("ντασ"):
            return False  # έφυγε από την αίθουσα καταγγέλλοντας «υποκρισία»
        if word.fold.startswith(_NAMED):
            return True
        stem = word.fold
        if not word.finite and any(
            stem[:cut] in lexicon.naming for cut in range(len(stem) - 1, max(2, len(stem) - 4), -1)
        ):
            return not clause or j == k - 1 or capital
        if word.text in (",", ":", ";") or word.finite:
            return False
    return False
