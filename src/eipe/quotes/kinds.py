"""Speech, fragment or term: what the words in the marks are.

A **term** quotes nobody: a title, a nickname, a scare quote. It is told by what stands to its left (το περιοδικό
«Science», η «Καλυψώ»), by its look (one word, Latin letters, capitals), and by the lack of a cue.

A **fragment** is woven into the writer's sentence: its subject, verb or governing word stands outside the marks
(ότι ο πρόεδρος «δεν έχει αποκλείσει τίποτα»; κάνει λόγο για «νέα εποχή»).

**Speech** is an utterance: it stands free (behind a colon, before a comma and its verb), or it is a whole clause
behind ότι, its subject inside the marks or dropped.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit, Lexicon
from eipe.quotes.nominals import PREPOSITIONS
from eipe.quotes.results import Link
from eipe.quotes.scope import CLAUSE, has_clause
from eipe.quotes.terms import is_name
from eipe.quotes.words import Word

__all__ = ["kind_of"]

_CONJUNCTIONS = words_of("conjunctions")
_THAT_CLAUSE = words_of("that_clause")
_BEFORE_FRAGMENTS = words_of("before_fragments")

_JOINING = words_of("joining_speech")


def kind_of(
    reading: Reading,
    k: int,
    quoted: Sequence[Word],
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
        quoted: The words inside the marks.
        found: The cue, or None.
        text: The words inside the marks, as they stand.
        going_on: Whether the sentence before quotes somebody, in the same paragraph.
        headline: Whether the sentence is the headline.
    """
    if not quoted or is_name(reading, k, quoted, found, lexicon):
        return "term"
    clause, left = has_clause(quoted), reading.at(k - 1)
    if found is None:
        # An utterance needs no cue where it fills its sentence; a title does not end in a full stop.
        spoken = (len(quoted) >= 5 and any(word.finite for word in quoted)) or text.rstrip().endswith((".", "!", ";"))
        if headline and clause and _apart(reading, k):
            return "speech"  # «Δεν ήξερα τι υπέγραφα» – Στο εδώλιο ο πρώην ταμίας
        if clause and len(quoted) >= CLAUSE and quoted[0].text[:1].islower():
            # Πρόκειται για κίνηση που «θα αλλάξει τα δεδομένα»: no title is a clause in small letters
            return "speech" if left is None or not left.is_word or left.fold in _JOINING else "fragment"
        # «Το θυμάμαι», λέει η κόρη του. «Του το χρωστούσα».
        spoken = spoken or (going_on and clause)
        said = len(quoted) >= 2 or (going_on and quoted[0].finite)  # «...», λέει η Αμαλία. «Φοβόμουν».
        return "speech" if spoken and said and _alone(reading, k) else "term"
    hit, colon = found.hit, left is not None and left.text == ":"
    if (
        hit is not None
        and hit.kind == "judge"
        and not (clause and (colon or (left is None and found.rule == "inverted")))
    ):
        return "fragment"  # but: περιγράφει: «Ήμασταν πολλοί»; «Ήμασταν πολλοί», περιγράφει
    if colon:
        return "speech"
    if found.rule in ("headline", "signature"):
        return "speech" if left is None else "fragment"
    if found.rule in ("inverted", "resumed"):
        free = clause or ((left is None or not left.is_word) and (hit is None or hit.kind != "prep"))
        return "speech" if free else "fragment"
    return "speech" if clause and not _woven(reading, k, found) else "fragment"


def _apart(reading: Reading, k: int) -> bool:
    """Whether a dash or the edge of the sentence stands on both sides of the marks."""
    return all(reading.text(j) in ("", "–", "—", "-", "―", "|") for j in (k - 1, k + 1))


def _alone(reading: Reading, k: int) -> bool:
    """Whether no other words stand in the sentence, but και before the marks."""
    words = ((j, reading.at(j)) for j in range(len(reading.items)))
    return all(word is None or not word.is_word or (j < k <= 2 and word.fold in _JOINING) for j, word in words)


def _woven(reading: Reading, k: int, found: Link) -> bool:
    """Whether the subject, the verb or a governing word of the quoted words stands before the marks."""
    hit = found.hit
    if hit is None:
        return False
    start = 0 if found.inverted or hit.start > k else hit.end
    conjunction = max((j for j in range(start, k) if reading.fold(j) in _THAT_CLAUSE), default=-1)
    left = reading.at(k - 1)
    if (conjunction == k - 1 and conjunction >= 0) or (left is not None and left.fold in _CONJUNCTIONS):
        return False
    governing = left is not None and (left.fold in PREPOSITIONS or left.fold in _BEFORE_FRAGMENTS)
    if governing or reading.article(k - 1) is not None:
        return True
    aside = hit.form == "prep" and reading.clause_of[hit.start] == reading.clause_of[k]
    if left is not None and left.text == "," and (found.rule == "according" or aside):
        return False  # Σύμφωνα με τον Ορλόφ, που ήρθε χθες, «όποιος φεύγει δεν γυρνά»
    start = max(conjunction + 1, start)
    if any(reading.finite(j) or reading.fold(j) == "να" for j in range(start, k)):
        return True
    if conjunction >= 0 or hit.form == "prep" or found.rule in ("closing", "trailing", "according"):
        # A subject between ότι and the marks: ότι ο πρόεδρος «δεν έχει αποκλείσει τίποτα».
        start = max(conjunction + 1, _source_end(reading, hit))
        return any(start <= phrase.start < k and phrase.case in ("Nom", "") for phrase in reading.phrases)
    return False


def _source_end(reading: Reading, hit: CueHit) -> int:
    """The end of the source behind σύμφωνα με and κατά, or 0."""
    if hit.form not in ("prep", "kata"):
        return 0
    return next((phrase.end for at, phrase in reading.objects if at >= hit.start), 0)
