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
from eipe.quotes.cues import Lexicon
from eipe.quotes.nominals import PREPOSITIONS
from eipe.quotes.results import Link
from eipe.quotes.scope import CLAUSE, has_clause
from eipe.quotes.terms import is_name, left_of
from eipe.quotes.words import Word

__all__ = ["kind_of"]

_CONJUNCTIONS = words_of("conjunctions")
_THAT_CLAUSE = words_of("that_clause")
_BEFORE_FRAGMENTS = words_of("before_fragments")

_JOINING = words_of("joining_speech")


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
    if is_name(reading, words, k, quoted, found, lexicon, text):
        return "term"
    if found is None:
        # An utterance needs no cue where it fills its sentence; a title does not end in a full stop.
        spoken = (len(quoted) >= 5 and any(word.finite for word in quoted)) or text.rstrip().endswith((".", "!", ";"))
        clause = has_clause(quoted)
        # «Το θυμάμαι», λέει η κόρη του. «Του το χρωστούσα».
        spoken = spoken or (going_on and clause)
        if headline and clause and _apart(reading, words, k):
            return "speech"  # «Δεν ήξερα τι υπέγραφα» – Στο εδώλιο ο πρώην ταμίας
        if clause and len(quoted) >= CLAUSE and quoted[0].text[:1].islower():
            # Πρόκειται για κίνηση που «θα αλλάξει τα δεδομένα»: no title is a clause in small letters
            left = left_of(reading, words, k)
            return "speech" if left is None or not left.is_word or left.fold in _JOINING else "fragment"
        said = len(quoted) >= 2 or (going_on and quoted[0].finite)  # «...», λέει η Αμαλία. «Φοβόμουν».
        return "speech" if alone and spoken and said else "term"
    clause = has_clause(quoted)
    left = left_of(reading, words, k)
    free = left.text == ":" if left is not None else found.rule == "inverted"
    if found.hit is not None and found.hit.kind == "judge" and not (clause and free):
        return "fragment"  # but: περιγράφει: «Ήμασταν πολλοί»; «Ήμασταν πολλοί», περιγράφει
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
        if reading.items[j] >= 0 and words[reading.items[j]].fold in _THAT_CLAUSE:
            conjunction = j
            break
    left = left_of(reading, words, k)
    if conjunction == k - 1 and conjunction >= 0:
        return False
    if left is not None and left.fold in _CONJUNCTIONS:
        return False
    if (
        left is not None
        and left.is_word
        and (left.fold in PREPOSITIONS or left.article is not None or left.fold in _BEFORE_FRAGMENTS)
    ):
        return True
    aside = hit.form == "prep" and reading.clause_of[hit.start] == reading.clause_of[k]
    if left is not None and left.text == "," and (found.rule == "according" or aside):
        return False  # Σύμφωνα με τον Ορλόφ, που ήρθε χθες, «όποιος φεύγει δεν γυρνά»
    for j in range(max(conjunction + 1, start), k):
        item = reading.items[j]
        if item >= 0 and (words[item].finite or words[item].fold in ("να",)):
            return True
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
