"""Titles, nicknames and figures of speech in marks: they quote nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eipe.lexicon.table import affixes, words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import Lexicon
from eipe.quotes.results import Link
from eipe.quotes.scope import has_clause
from eipe.quotes.words import Word

__all__ = ["is_name"]

_CONVERB = affixes("converb")
_FIRST_PERSON_AND_DEPONENTS = affixes("first_person_and_deponents")
_BEING, _COPULAS = words_of("being"), words_of("copulas")
_LATIN = re.compile(r"[A-Za-z]")
_NAMED, _NAMING_VERBS = affixes("so_called"), affixes("naming_verbs")


def is_name(reading: Reading, k: int, quoted: Sequence[Word], found: Link | None, lexicon: Lexicon) -> bool:
    """Whether the marks hold a name, a title or a figurative word rather than somebody's words."""
    left, behind = reading.at(k - 1), reading.at(k + 1)
    clause, one = has_clause(quoted), len(quoted) == 1
    if behind is not None and behind.text == ":" and k == 0:
        return True  # «Η θάλασσα που θυμάται»: Το ντεμπούτο ...
    if behind is not None and behind.article == "Nom" and one and quoted[0].finite:
        # ΔΕΘ: «Κλείδωσαν» οι ανακοινώσεις; «Πάγωσε» η αγορά, λένε οι μεσίτες: the writer's own verb; but «Φεύγω» η
        # απάντηση του Παππά
        return not quoted[0].fold.endswith(_FIRST_PERSON_AND_DEPONENTS)
    hit = found.hit if found is not None else None
    if any(
        reading.fold(j).startswith(_NAMING_VERBS)
        for j in range(max(0, k - 4), k)
        if hit is None or hit.form == "passive" or not hit.start <= j < hit.end
    ):
        return True  # ονομάζονται συχνά «μεσογειακοί τυφώνες»
    capital = quoted[0].text[:1].isupper() and not _is_shouted(reading)
    judged = hit is not None and hit.kind == "judge" and hit.end <= k
    # χαρακτήρισε το νομοσχέδιο «έκτρωμα», το έργο «δεν θα τελειώσει»: a title has a capital
    title = capital or found is None or not (clause or judged)
    if title and _named(reading, k, lexicon, clause, capital):
        return True
    if left is not None and left.text == "(" and not clause:
        return True  # η Αρχή («Υπηρεσία Α»)
    if one and quoted[0].fold.endswith(_CONVERB):
        return True  # είπε, «φωτογραφίζοντας» τον Παππά
    if left is None or not left.is_word:
        if (found is not None and found.rule in ("inverted", "closing")) or (left is not None and left.text == ":"):
            return False
        return len(quoted) <= 2 and not clause and found is None
    if clause and len(quoted) >= 4:
        return False
    if found is not None and left.fold in _COPULAS and not capital:
        return False  # ότι η εξέλιξη είναι «credit positive»
    if sum(bool(_LATIN.search(word.text)) for word in quoted) * 2 >= len(quoted):
        return True
    if found is None or (capital and not clause and (len(quoted) <= 4 or left.article is not None)):
        return True
    short = len(quoted) <= (3 if left.article == "Prep" else 2)
    verbal = len(quoted) > 1 and any(word.finite or word.pos == "VERB" for word in quoted)
    return short and not verbal and not _governed(reading, k, found)


def _is_shouted(reading: Reading) -> bool:
    """Whether the sentence is in capitals, where a capital says nothing: ΜΙΛΗΣΕ ΓΙΑ «ΝΤΡΟΠΗ»."""
    words = (reading.text(k) for k in range(len(reading.items)))
    return all(word.isupper() for word in words if word.isalpha())


def _governed(reading: Reading, k: int, found: Link) -> bool:
    """Whether a short fragment depends on the cue itself: υπόσχεται «οδυνηρές» συνέπειες; καταγγέλλει «προχειρότητα»;
    ότι είναι «υπερβολές». A word in the writer's own report is a figure of speech."""
    hit = found.hit
    if hit is None:
        return found.rule == "headline"
    if hit.kind == "judge" or hit.start > k:
        return hit.kind == "judge" or found.rule in ("inverted", "closing")
    article = reading.article(k - 1)
    if article == "Prep" or (hit.kind == "adjacent" and article == "Gen"):
        return False  # τάχθηκε στο πλευρό της «ανοιχτής πόλης»: the marks hang on a noun
    between = [word for word in reading.between(hit.end, k) if word is not None]
    verbs = any(word.finite and word.fold not in _BEING for word in between)
    # six words: on the tuning part it makes a term of 5 texts' short words that are farther from their cue
    return not verbs and sum(word.is_word for word in between) <= 6


def _named(reading: Reading, k: int, lexicon: Lexicon, clause: bool, capital: bool) -> bool:
    """το περιοδικό «Science»; στην ημερίδα του Κινήματος «Αλλάζουμε»; ο λεγόμενος «πράσινος φόρος»."""
    reach = k - 2
    for j in range(k - 1, max(-1, k - 8), -1):
        word = reading.at(j)
        if word is None or j < reach:
            return False
        if word.case == "Gen" and capital:
            reach = j - 2  # the genitives of the noun
        if word.fold.endswith("ντασ"):
            return False  # έφυγε από την αίθουσα καταγγέλλοντας «υποκρισία»
        if word.fold.startswith(_NAMED):
            return True
        stems = range(len(word.fold) - 1, max(2, len(word.fold) - 4), -1)
        if not word.finite and any(word.fold[:cut] in lexicon.naming for cut in stems):
            return not clause or j == k - 1 or capital
        if word.text in (",", ":", ";") or word.finite:
            return False
    return False
