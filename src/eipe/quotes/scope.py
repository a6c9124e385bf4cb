"""How far a cue reaches: what may stand between it and the marks.

Before the marks a verb of saying reaches through its own ότι-clause, not into a clause that another verb opens
(ενώ, που, όταν ...); behind them it must come before any other verb. The limits were read off some hundreds of
sentences of news; each is explained by an example.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.words import Word

__all__ = [
    "ASIDE",
    "BEFORE_CUES",
    "CLAUSE",
    "DENYING",
    "TIMES",
    "finite_before",
    "front_of",
    "governs",
    "has_clause",
    "looks_forward",
    "quiet",
    "right_behind",
]

_NO_MAIN_CLAUSE = words_of("no_main_clause")
_OPENS_NO_MAIN_CLAUSE = words_of("opens_no_main_clause")
_BEFORE_SPEECH = words_of("before_speech")
_THAT_CLAUSE = words_of("that_clause")
_HAVE = words_of("have")
_AND = words_of("and")
_BEFORE_FINITE = words_of("before_finite")
_OBLIQUE_OPENERS = words_of("oblique_openers")
_BY_WHOM = words_of("by_whom")
_WHETHER = words_of("whether")

BEFORE_CUES = words_of("before_cues")
_CLAUSE_OPENERS = words_of("clause_openers")
_ASKED = words_of("asking_cues")
#: Verbs that deny their ότι-clause.
DENYING = words_of("denying")
#: Words in the marks that are too many for a title or a figure of speech, if they hold a clause.
CLAUSE = 5
TIMES = words_of("times")
_SERIAL = tuple(words_of("serial_verbs"))
ASIDE = frozenset((",", "–", "-", "—", "―", "…", "...", "(", ")"))


def front_of(reading: Reading, hit: CueHit) -> int:
    """The position before a cue and its particles, perhaps -1: όπως and μας of όπως μας είπε are some, ότι is none."""
    k = hit.start - 1
    while reading.fold(k) in BEFORE_CUES:
        k -= 1
    return k


def has_clause(quoted: Sequence[Word]) -> bool:
    """Whether the words hold a main clause: a finite verb that no να, που, ότι opens at the very front."""
    if quoted[0].fold in _NO_MAIN_CLAUSE or quoted[0].fold.startswith("ο,τι"):
        return False
    opened = False
    before = ""
    for word in quoted:
        # What follows δεν or θα is a verb, whatever its tag (η θάλασσα δεν ξεχνά).
        if word.fold in _OPENS_NO_MAIN_CLAUSE:
            opened = True
        elif word.finite or (before in _BEFORE_FINITE and word.pos in ("VERB", "NOUN", "ADV", "ADJ")):
            if not opened:
                return True
            opened = False
        before = word.fold
    return False


def right_behind(reading: Reading, hit: CueHit, k: int) -> bool:
    """Η 20ή Αυγούστου «είναι μία σημαντική ημέρα», δήλωσε η καγκελάριος."""
    return all(
        word is not None and (word.text in ASIDE or word.fold in BEFORE_CUES or word.pos in ("AUX", "ADV"))
        for word in reading.between(k + 1, hit.start)
    )


def looks_forward(reading: Reading, hit: CueHit, k: int) -> bool:
    """«Α» και πρόσθεσε: «Β»; «Α» να συνεχίσουν: a cue behind the marks that does not look back at them."""
    for j in range(hit.start - 1, k, -1):
        word = reading.at(j)
        if word is not None and word.fold == "να" and serial(reading, j - 1):
            break  # «...», περιορίστηκε να πει ο Νίκος
        if word is None or word.fold in _BEFORE_SPEECH:
            return True
        if word.fold not in BEFORE_CUES and word.pos != "AUX":
            break
    starts = {other.start for other in reading.hits}
    for j in range(hit.end, min(hit.end + 8, len(reading.items))):
        word = reading.at(j)
        if word is None:
            return False
        if word.text == ":" or word.fold in _THAT_CLAUSE:
            return True
        if word.text in (",", ".", "–", "—", ")") or j in starts or word.finite:
            return False  # είπε ο επίτροπος και τόνισε ότι: the clause is the other verb's
    return False


def serial(reading: Reading, k: int) -> bool:
    """Whether the verb at ``k`` only leads to the next: περιορίστηκε, έσπευσε, αρκέστηκε (να πει)."""
    return reading.fold(k).startswith(_SERIAL)


def quiet(reading: Reading, start: int, end: int) -> bool:
    """Whether no verb, no other quotation and no new clause stands between two positions."""
    for word in reading.between(start, end):
        if word is None or word.text in (".", ";", ":", "·", "!"):
            return False
        if word.fold in BEFORE_CUES or word.fold in _HAVE or word.fold.startswith(_SERIAL):
            continue
        if word.finite or word.fold in _CLAUSE_OPENERS or word.fold in _THAT_CLAUSE:
            return False
    return True


def _has_agent(reading: Reading, hit: CueHit) -> bool:
    """αναγνωρίστηκε από την επιτροπή."""
    return any(
        start >= hit.end
        and reading.fold(start) in _BY_WHOM
        and reading.clause_of[start] == reading.clause_of[hit.start]
        for start, _ in reading.objects
    )


def finite_before(reading: Reading, hit: CueHit) -> bool:
    return any(other.end <= hit.start and other.form == "active" for other in reading.hits)


def governs(reading: Reading, hit: CueHit, k: int) -> bool:
    """Whether the quotation at ``k`` stands in the scope of the cue before it."""
    verbs, words_between, commas, content, colon, breaks = 0, 0, 0, False, False, 0
    for word in reading.between(hit.end, k):
        if word is None:
            continue
        words_between += word.is_word
        verbs += word.finite and word.fold not in _HAVE
        if not verbs and (
            word.fold in _THAT_CLAUSE
            or (word.fold in _WHETHER and hit.lemma in _ASKED)
            or (word.fold == "να" and words_between <= 6)
        ):
            content = True
        colon = colon or word.text == ":"
        commas += word.text == ","
        breaks += word.fold in _CLAUSE_OPENERS or word.text in (";", "·")
    if content and hit.lemma in DENYING and not colon:
        return False  # διέψευσε ότι «πήρε χρήματα»: what is denied is not said
    beside = reading.text(k - 1) == ":" or reading.fold(k - 1) in _THAT_CLAUSE
    if hit.form == "passive" and hit.kind != "judge" and not beside and not _has_agent(reading, hit):
        return False  # θεωρείται δεδομένο ότι ... στα «λιοντάρια»: nobody is quoted
    if beside and hit.kind != "judge":
        # ... έγραψε στο Facebook, όπου ...: «...»: what follows a colon belongs to the nearest cue.
        return verbs <= 1 if hit.kind == "noun" else verbs <= 2 or content
    if colon and hit.kind != "judge":
        return True
    if hit.kind == "turn":
        # θύμισε ότι το έργο «έπρεπε να έχει παραδοθεί»
        return content and breaks == 0 and verbs <= 2 and reading.fold(hit.end) in _THAT_CLAUSE
    if hit.kind == "noun":
        # η κριτική του Παππά ότι ... «...»; με τη φράση «...»; not: στις αναρτήσεις, που «ζύμωναν» ...; nor
        # ανακοίνωση με τα «σχέδια»: the marks belong to another phrase
        company = any(reading.fold(j) in _OBLIQUE_OPENERS for j in range(hit.end, k))
        beside = verbs + commas + breaks == 0 and words_between <= 3 and not company
        return (content and verbs <= 1 and words_between <= 14) or beside
    if hit.kind == "judge":
        return verbs == 0 and breaks == 0
    if hit.kind == "adjacent":
        return (verbs == 0 and breaks == 0 and words_between <= 14) or (content and verbs == 0)
    if hit.kind == "urge":
        return (verbs <= 1 and breaks == 0) or (content and verbs <= 3 and breaks <= 1)
    if content:
        # είπε ότι ... και «...»; είπε ότι ..., «...»: the report goes on with this quotation
        at_length = reading.text(k - 1) == "," or reading.fold(k - 1) in _AND
        return breaks == 0 or verbs <= (5 if at_length else 3)
    return verbs == 0 or (verbs <= 1 and breaks == 0)
