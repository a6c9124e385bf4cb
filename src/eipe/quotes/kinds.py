"""Speech, fragment or term: what the words in the marks are.

A **term** quotes nobody: a title, a nickname, a scare quote. It is told by what stands to its left (το περιοδικό
«Science», η «Καλυψώ»), by its look (one word, Latin letters, capitals), and by the lack of a cue.

A **fragment** is woven into the writer's sentence: its subject, verb or governing word stands outside the marks
(ότι ο πρόεδρος «δεν έχει αποκλείσει τίποτα»; κάνει λόγο για «νέα εποχή»).

**Speech** is an utterance: it stands free (behind a colon, before a comma and its verb), or it is a whole clause
behind ότι, its subject inside the marks or dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from eipe.quotes.clauses import Reading
from eipe.quotes.cues import WANTED, Lexicon
from eipe.quotes.links import Link
from eipe.quotes.phrases import PREPOSITIONS
from eipe.quotes.scope import has_clause
from eipe.quotes.words import Word

__all__ = ["kind_of"]

_JOINING = frozenset(("και", "κι", "αλλα", "διοτι", "γιατι", "επειδη", "ομωσ", "ωστοσο", "οτι", "πωσ"))
#: Words in the marks that are too many for a figure of speech, if they hold a clause.
_CLAUSE = 5
_COPULAS = frozenset(("ειναι", "ηταν", "υπηρξε", "παραμενει"))
_LATIN = re.compile(r"[A-Za-z]")
_NAMED = ("λεγομεν", "αποκαλουμεν", "ονομαζομεν", "επονομαζομεν", "τιτλοφορουμεν", "περιφημ", "διαβοητ")
_NAMING_VERBS = (
    "λεγεται", "λεγονται", "ονομαζεται", "ονομαζονται", "ονομασε", "ονομασαν", "τιτλοφορ", "βαφτισ", "βαπτισ",
    "αποκαλειται", "αποκαλουνται", "επιγραφεται", "φερει", "μετονομα", "αναγραφ", "ανεγραφ", "εγραφε",
)  # fmt: skip


def kind_of(
    reading: Reading,
    words: Sequence[Word],
    k: int,
    inside: tuple[int, int],
    found: Link | None,
    lexicon: Lexicon,
    text: str,
    *,
    going_on: bool = False,
    headline: bool = False,
) -> str:
    """ "speech", "fragment" or "term".

    Args:
        k: Position of the quotation among the sentence's items.
        inside: The range of words inside the marks.
        found: The cue, or None.
        text: The words inside the marks, as they stand.
        going_on: Whether the sentence before quotes somebody, in the same paragraph.
        headline: Whether the sentence is the headline.
    """
    quoted = [word for word in words[inside[0] : inside[1]] if word.is_word]
    if not quoted:
        return "term"
    alone = _alone(reading, words, k)
    if _is_name(reading, words, k, quoted, found, lexicon, text):
        return "term"
    if found is None:
        # An utterance needs no cue where it fills its sentence; a title does not end in a full stop.
        spoken = (len(quoted) >= 5 and any(word.finite for word in quoted)) or text.rstrip().endswith((".", "!", ";"))
        clause = has_clause(quoted)
        # «Το θυμάμαι», λέει η κόρη του. «Του το χρωστούσα».
        spoken = spoken or (going_on and clause)
        if headline and clause and _apart(reading, words, k):
            return "speech"  # «Δεν ήξερα τι υπέγραφα» – Στο εδώλιο ο πρώην ταμίας
        if clause and len(quoted) >= _CLAUSE and quoted[0].text[:1].islower():
            # Πρόκειται για κίνηση που «θα αλλάξει τα δεδομένα»: no title is a clause in small letters
            left = _left(reading, words, k)
            return "speech" if left is None or not left.is_word or left.fold in _JOINING else "fragment"
        return "speech" if alone and spoken and len(quoted) >= 2 else "term"
    if found.hit is not None and found.hit.kind == "judge":
        return "fragment"
    clause = has_clause(quoted)
    left = _left(reading, words, k)
    if found.rule in ("headline", "signature"):
        return "speech" if left is None or left.text == ":" else "fragment"
    if left is not None and left.text == ":":
        return "speech"
    if found.rule in ("inverted", "resumed"):
        if left is None or not left.is_word or clause:
            return "speech" if found.hit is None or found.hit.kind != "prep" or clause else "fragment"
        return "fragment"
    woven = _woven(reading, words, k, found)
    return "speech" if clause and not woven else "fragment"


def _left(reading: Reading, words: Sequence[Word], k: int) -> Word | None:
    return words[reading.items[k - 1]] if k > 0 and reading.items[k - 1] >= 0 else None


def _apart(reading: Reading, words: Sequence[Word], k: int) -> bool:
    """Whether a dash or the edge of the sentence stands on both sides of the marks."""
    sides = [
        words[reading.items[j]].text if 0 <= j < len(reading.items) and reading.items[j] >= 0 else ""
        for j in (k - 1, k + 1)
    ]
    return all(side in ("", "–", "—", "-", "―", "|") for side in sides)


def _alone(reading: Reading, words: Sequence[Word], k: int) -> bool:
    return all(
        item < 0 or not words[item].is_word or (j < k <= 2 and words[item].fold in _JOINING)
        for j, item in enumerate(reading.items)
        if j != k
    )


def _woven(reading: Reading, words: Sequence[Word], k: int, found: Link) -> bool:
    """Whether the subject, the verb or a governing word of the quoted words stands before the marks."""
    hit = found.hit
    if hit is None:
        return False
    start = hit.end
    if found.inverted or hit.start > k:
        start = 0
    conjunction = -1
    for j in range(k - 1, start - 1, -1):
        if reading.items[j] >= 0 and words[reading.items[j]].fold in ("οτι", "πωσ"):
            conjunction = j
            break
    left = _left(reading, words, k)
    if conjunction == k - 1 and conjunction >= 0:
        return False
    if left is not None and left.fold in ("και", "αλλα", "ενω", "γιατι", "διοτι", "επειδη", "καθωσ", "αφου", "οπου"):
        return False
    if (
        left is not None
        and left.is_word
        and (left.fold in PREPOSITIONS or left.article is not None or left.fold in ("να", "θα", "δεν", "ειναι", "ηταν"))
    ):
        return True
    for j in range(max(conjunction + 1, start), k):
        item = reading.items[j]
        if item >= 0 and (words[item].finite or words[item].fold in ("να",)):
            return True
    if left is not None and left.text == "," and found.rule == "according":
        return False  # Σύμφωνα με τον Ορλόφ, που ήρθε χθες, «όποιος φεύγει δεν γυρνά»
    if conjunction >= 0 or hit.form == "prep" or found.rule in ("closing", "trailing", "according"):
        # A subject between ότι and the marks: ότι ο πρόεδρος «δεν έχει αποκλείσει τίποτα».
        source = _source_phrase_end(reading, hit)
        return any(
            max(conjunction + 1, source) <= phrase.start < k and phrase.case in ("Nom", "")
            for phrase in reading.phrases
        )
    return False


def _source_phrase_end(reading: Reading, hit: object) -> int:
    start = getattr(hit, "start", 0)
    if getattr(hit, "form", "") in ("prep", "kata"):
        for at, phrase in reading.objects:
            if at >= start:
                return phrase.end
    return 0


def _is_name(
    reading: Reading,
    words: Sequence[Word],
    k: int,
    quoted: Sequence[Word],
    found: Link | None,
    lexicon: Lexicon,
    text: str,
) -> bool:
    """Whether the marks hold a name, a title or a figurative word rather than somebody's words."""
    left = _left(reading, words, k)
    right = reading.items[k + 1] if k + 1 < len(reading.items) else -1
    behind = words[right] if right >= 0 else None
    clause = has_clause(quoted)
    if behind is not None and behind.text == ":" and k == 0:
        return True  # «Η θάλασσα που θυμάται»: Το ντεμπούτο ...
    if any(
        reading.items[j] >= 0 and words[reading.items[j]].fold.startswith(_NAMING_VERBS)
        for j in range(max(0, k - 4), k)
        if found is None or found.hit is None or found.hit.form == "passive" or not found.hit.start <= j < found.hit.end
    ):
        return True  # ονομάζονται συχνά «μεσογειακοί τυφώνες»
    capital = quoted[0].text[:1].isupper()
    judged = found is not None and found.hit is not None and found.hit.kind == "judge" and found.hit.end <= k
    # χαρακτήρισε το νομοσχέδιο «έκτρωμα», το έργο «δεν θα τελειώσει»: a title has a capital
    title = capital or found is None or not (clause or judged)
    if title and _named(reading, words, k, lexicon, clause, capital):
        return True
    if left is not None and left.text == "(" and not clause:
        return True  # η Αρχή («Υπηρεσία Α»)
    if len(quoted) == 1 and quoted[0].fold.endswith(("οντασ", "ωντασ")):
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
    if len(quoted) == 1 and left.fold in ("θα", "να", "δεν", "μην") and quoted[0].finite:
        return True  # διαβεβαιώνουν ότι δεν θα «παγώσει»
    if k > 1 and reading.items[k - 2] < 0 and left.fold in ("και", "κι", "ή"):
        return False  # είναι «άπαυστος», «ατέλεστος» και «ανώλεθρος»
    short = len(quoted) <= (3 if left.article == "Prep" else 2)
    verbal = len(quoted) > 1 and any(word.finite or word.pos == "VERB" for word in quoted)
    if short and not verbal and not _governed(reading, words, k, found):
        return True
    return all(word.fold.isdigit() for word in quoted)


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
    left = _left(reading, words, k)
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
        verbs += word.finite and word.fold not in ("ειναι", "ηταν", "προκειται", "αποτελει", "υπαρχει")
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
