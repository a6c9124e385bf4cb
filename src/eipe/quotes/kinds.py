"""Speech, fragment or term: what the words in the marks are by the rules (docs: kinds).

A **term** quotes nobody; it is told by what stands to its left (το περιοδικό «Science»), by its look, and by the lack
of a cue. A **fragment** is woven into the writer's sentence; **speech** stands free, or is a clause behind ότι.
"""

from __future__ import annotations

from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import Lexicon
from eipe.quotes.place import Place
from eipe.quotes.results import Link
from eipe.quotes.scope import CLAUSE, has_clause
from eipe.quotes.terms import is_name

__all__ = ["kind_of"]

_CONJUNCTIONS = words_of("conjunctions")
_THAT_CLAUSE = words_of("that_clause")
_BEFORE_FRAGMENTS = words_of("prepositions") | words_of("before_fragments")

_JOINING = words_of("joining_speech")
#: What stands beside marks that are all of a headline's part.
_APART = ("", "–", "—", "-", "―", "|")


def kind_of(place: Place, found: Link | None, lexicon: Lexicon) -> str:
    """ "speech", "fragment" or "term"; ``found`` is the cue's link, or None."""
    reading, k, quoted = place.reading, place.k, place.quoted
    if not quoted or is_name(reading, k, quoted, found, lexicon):
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
            return "speech" if left is None or not left.is_word or left.fold in _JOINING else "fragment"
        # «Το θυμάμαι», λέει η κόρη του. «Του το χρωστούσα».
        spoken = spoken or (place.going_on and clause)
        # Nothing else stands in the sentence, but και before the marks.
        others = [j for j in range(len(reading.items)) if (word := reading.at(j)) is not None and word.is_word]
        alone = all(j < k <= 2 and reading.fold(j) in _JOINING for j in others)
        return "speech" if spoken and len(quoted) >= 2 and alone else "term"
    hit, colon = found.hit, left is not None and left.text == ":"
    apart = colon or (left is None and found.rule == "inverted")
    if hit is not None and hit.kind == "judge" and not (clause and apart):
        return "fragment"  # but: περιγράφει: «Ήμασταν πολλοί»; «Ήμασταν πολλοί», περιγράφει
    if colon:
        return "speech"
    if found.rule in ("headline", "signature"):
        return "speech" if left is None else "fragment"
    if found.rule in ("inverted", "resumed"):
        free = (left is None or not left.is_word) and (hit is None or hit.kind != "prep")
        return "speech" if clause or free else "fragment"  # «Άρα», σύμφωνα με τον Νίκο, ...: a word of his
    return "speech" if clause and not _woven(reading, k, found) else "fragment"


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
    governing = left is not None and (left.fold in _BEFORE_FRAGMENTS)
    if governing or reading.article(k - 1) is not None:
        return True
    if left is not None and left.text == "," and found.rule == "according":
        return False  # Σύμφωνα με τον Ορλόφ, που ήρθε χθες, «όποιος φεύγει δεν γυρνά»
    start = max(conjunction + 1, start)
    if any(reading.finite(j) or reading.fold(j) == "να" for j in range(start, k)):
        return True
    if conjunction >= 0 or hit.form == "prep" or found.rule in ("closing", "trailing", "according"):
        # A subject between ότι and the marks: ότι ο πρόεδρος «δεν έχει αποκλείσει τίποτα».
        sources = [phrase.end for at, phrase in reading.objects if at >= hit.start and hit.form in ("prep", "kata")]
        start = max([conjunction + 1, *sources[:1]])
        return any(start <= phrase.start < k and phrase.case in ("Nom", "") for phrase in reading.phrases)
    return False
