"""Speech, fragment or term: what the words in the marks are by the rules (docs: kinds).

A **term** quotes nobody: titles, nicknames, figures of speech. It is told by what stands to its left (το περιοδικό
«Science»), by its look, and by the lack of a cue. A **fragment** is woven into the writer's sentence; **speech** stands
free, or is a clause behind ότι.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from eipe.lexicon.table import affixes, words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import Lexicon
from eipe.quotes.place import Place
from eipe.quotes.results import Link
from eipe.quotes.scope import CLAUSE, has_clause
from eipe.quotes.words import Word

__all__ = ["kind_of"]

_CONJUNCTIONS, _THAT_CLAUSE = words_of("conjunctions"), words_of("that_clause")
_JOINING, _BEING, _COPULAS = words_of("joining_speech"), words_of("being"), words_of("copulas")
_NAMED, _NAMING_VERBS = affixes("so_called"), affixes("naming_verbs")
_LATIN = re.compile(r"[A-Za-z]")
#: What stands beside marks that are all of a headline's part.
_APART = ("", "–", "—", "-", "―", "|")


def kind_of(place: Place, found: Link | None, lexicon: Lexicon) -> str:
    """ "speech", "fragment" or "term"; ``found`` is the cue's link, or None."""
    reading, k, quoted = place.reading, place.k, place.quoted
    if not quoted or _is_name(reading, k, quoted, found, lexicon):
        return "term"
    clause, left = has_clause(quoted), reading.at(k - 1)
    if found is None:
        # An utterance needs no cue where it fills its sentence; a title does not end in a full stop.
        ended = place.text.rstrip()[-1:] in (".", "!", ";")
        spoken = ended or (len(quoted) >= CLAUSE and any(word.finite for word in quoted))
        if place.headline and clause and all(reading.text(j) in _APART for j in (k - 1, k + 1)):
            return "speech"  # «Δεν ήξερα τι υπέγραφα» – Στο εδώλιο ο πρώην ταμίας
        if clause and len(quoted) >= CLAUSE and quoted[0].text[:1].islower():
            # Πρόκειται για κίνηση που «θα αλλάξει τα δεδομένα»: no title is a clause in small letters
            return "fragment"
        # «Το θυμάμαι», λέει η κόρη του. «Του το χρωστούσα».
        spoken = spoken or (place.going_on and clause)
        # Nothing else stands in the sentence, but και before the marks.
        others = [j for j in range(len(reading.items)) if (word := reading.at(j)) is not None and word.is_word]
        alone = all(j < k <= 2 and reading.fold(j) in _JOINING for j in others)
        return "speech" if spoken and alone else "term"
    hit, colon = found.hit, left is not None and left.text == ":"
    apart = colon or (left is None and found.rule == "inverted")
    if hit is not None and hit.kind == "judge" and not (clause and apart):
        return "fragment"  # but: περιγράφει: «Ήμασταν πολλοί»; «Ήμασταν πολλοί», περιγράφει
    if colon:
        return "speech"
    if found.rule in ("headline", "signature"):
        return "speech" if left is None else "fragment"
    if found.rule in ("inverted", "resumed"):
        return "speech" if clause or left is None or not left.is_word else "fragment"
    return "speech" if clause and not _woven(reading, k, found) else "fragment"


def _woven(reading: Reading, k: int, found: Link) -> bool:
    """Whether the subject, the verb or a governing word of the quoted words stands before the marks."""
    hit = found.hit
    if hit is None:
        return False
    conjunction = max((j for j in range(hit.end, k) if reading.fold(j) in _THAT_CLAUSE), default=-1)
    left = reading.at(k - 1)
    if left is not None and (conjunction == k - 1 or left.fold in _CONJUNCTIONS):
        return False
    if reading.article(k - 1) is not None:
        return True
    start = max(conjunction + 1, hit.end)
    if any(reading.finite(j) or reading.fold(j) == "να" for j in range(start, k)):
        return True
    if conjunction >= 0 or hit.form == "prep" or found.rule in ("closing", "trailing", "according"):
        # A subject between ότι and the marks: ότι ο πρόεδρος «δεν έχει αποκλείσει τίποτα».
        sources = [phrase.end for at, phrase in reading.objects if at >= hit.start and hit.form in ("prep", "kata")]
        start = max([conjunction + 1, *sources[:1]])
        return any(start <= phrase.start < k for phrase in reading.phrases)
    return False


def _is_name(reading: Reading, k: int, quoted: Sequence[Word], found: Link | None, lexicon: Lexicon) -> bool:
    """Whether the marks hold a name, a title or a figurative word rather than somebody's words."""
    left, behind = reading.at(k - 1), reading.at(k + 1)
    clause, one = has_clause(quoted), len(quoted) == 1
    if behind is not None and behind.article == "Nom" and one and quoted[0].finite:
        # ΔΕΘ: «Κλείδωσαν» οι ανακοινώσεις; «Πάγωσε» η αγορά, λένε οι μεσίτες: the writer's own verb; but «Φεύγω» η
        # απάντηση του Παππά
        return not quoted[0].fold.endswith(affixes("first_person_and_deponents"))
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
    if left is None or not left.is_word:
        if (found is not None and found.rule in ("inverted", "closing")) or (left is not None and left.text == ":"):
            return False
        return len(quoted) <= 2 and not clause and found is None
    if clause and len(quoted) >= 4:
        return False
    if found is not None and left.fold in _COPULAS:
        return False  # ότι η εξέλιξη είναι «credit positive»
    if sum(bool(_LATIN.search(word.text)) for word in quoted) * 2 >= len(quoted):
        return True
    if found is None or (capital and not clause):
        return True
    short = len(quoted) <= (3 if left.article == "Prep" else 2)
    verbal = any(word.finite or word.pos == "VERB" for word in quoted)
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
