"""How far a cue reaches: what may stand between it and the marks.

Before the marks a verb of saying reaches through its own ότι-clause, not into a clause that another verb opens
(ενώ, που, όταν ...); behind them it must come before any other verb. Each limit is explained by an example.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.lexicon.table import words_of
from eipe.quotes.clause_subjects import agent
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.words import Word

__all__ = ["ASIDE", "CLAUSE", "front_of", "governs", "has_clause", "is_light", "looks_forward", "quiet", "right_behind"]

_NO_MAIN_CLAUSE, _OPENS_NO_MAIN_CLAUSE = words_of("no_main_clause"), words_of("opens_no_main_clause")
_BEFORE_SPEECH, BEFORE_CUES = words_of("before_speech"), words_of("before_cues")
_THAT_CLAUSE, _CLAUSE_OPENERS = words_of("that_clause"), words_of("clause_openers")
_HAVE, _WHETHER, _ASKED = words_of("have"), words_of("whether"), words_of("asking_cues")
#: Words in the marks that are too many for a title or a figure of speech, if they hold a clause.
CLAUSE = 5
_SERIAL = tuple(words_of("serial_verbs"))
ASIDE = frozenset((",", "–", "-", "—", "―", "…", "...", "(", ")"))


def front_of(reading: Reading, hit: CueHit) -> int:
    """The position before a cue and its particles, perhaps -1: όπως and μας of όπως μας είπε are some, ότι is none."""
    return next(k for k in range(hit.start - 1, -2, -1) if reading.fold(k) not in BEFORE_CUES)


def is_light(word: Word | None) -> bool:
    """Whether a word may stand before a cue and tell nothing of what it governs: χθες, μας, όπως, είχε."""
    return word is not None and (word.fold in BEFORE_CUES or word.pos in ("AUX", "ADV"))


def has_clause(quoted: Sequence[Word]) -> bool:
    """Whether the words hold a main clause: a finite verb that no να, που, ότι opens at the very front."""
    if quoted[0].fold in _NO_MAIN_CLAUSE:
        return False
    opened = False
    for word in quoted:
        if word.finite and not opened and word.fold not in _OPENS_NO_MAIN_CLAUSE:
            return True
        opened = word.fold in _OPENS_NO_MAIN_CLAUSE or (opened and not word.finite)
    return False


def right_behind(reading: Reading, hit: CueHit, k: int) -> bool:
    """Η 20ή Αυγούστου «είναι μία σημαντική ημέρα», δήλωσε η καγκελάριος."""
    between = reading.between(k + 1, hit.start)
    return all(is_light(word) or (word is not None and word.text in ASIDE) for word in between)


def looks_forward(reading: Reading, hit: CueHit, k: int) -> bool:
    """«Α» και πρόσθεσε: «Β»; «Α» να συνεχίσουν: a cue behind the marks that does not look back at them."""
    for j in range(hit.start - 1, k, -1):
        word = reading.at(j)
        if word is not None and word.fold == "να" and reading.fold(j - 1).startswith(_SERIAL):
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


def quiet(reading: Reading, start: int, end: int) -> bool:
    """Whether no verb, no other quotation and no new clause stands between two positions."""
    for word in reading.between(start, end):
        if word is None or word.text in (".", ";", ":", "·", "!"):
            return False
        if word.fold in BEFORE_CUES or word.fold in _HAVE or word.fold.startswith(_SERIAL):  # περιορίστηκε να πει
            continue
        if word.finite or word.fold in _CLAUSE_OPENERS or word.fold in _THAT_CLAUSE:
            return False
    return True


def governs(reading: Reading, hit: CueHit, k: int) -> bool:
    """Whether the quotation at ``k`` stands in the scope of the cue before it.

    What the limits stop, of 533 texts of the tuning part: six words before να 4 of 36 (θέλησε πριν από όλα να πει),
    three behind a noun 6 of 23 (με τη φράση «...»), three verbs 2 of 19 (είπε ότι ..., που ..., ενώ ... «...»).
    """
    verbs, between, commas, content, colon, breaks = 0, 0, 0, False, False, 0
    for word in reading.between(hit.end, k):
        if word is None:
            continue
        between += word.is_word
        verbs += word.finite and word.fold not in _HAVE
        if not verbs and (
            word.fold in _THAT_CLAUSE
            or (word.fold in _WHETHER and hit.lemma in _ASKED)
            or (word.fold == "να" and between <= 6)
        ):
            content = True
        colon = colon or word.text == ":"
        commas += word.text == ","
        breaks += word.fold in _CLAUSE_OPENERS or word.text in (";", "·")
    if content and hit.lemma in words_of("denying") and not colon:
        return False  # διέψευσε ότι «πήρε χρήματα»: what is denied is not said
    beside = reading.text(k - 1) == ":" or reading.fold(k - 1) in _THAT_CLAUSE
    if hit.form == "passive" and hit.kind != "judge" and not beside and agent(reading, hit) is None:
        return False  # θεωρείται δεδομένο ότι ... στα «λιοντάρια»: nobody is quoted
    if hit.kind == "judge":
        return verbs == 0 and breaks == 0
    if beside or colon:
        # ... έγραψε στο Facebook, όπου ...: «...»: what follows a colon belongs to the nearest cue.
        return hit.kind != "noun" or verbs <= 1 or not beside
    if hit.kind == "turn":
        return content and reading.fold(hit.end) in _THAT_CLAUSE  # θύμισε ότι το έργο «έπρεπε να έχει παραδοθεί»
    if hit.kind == "noun":
        # η κριτική του Παππά ότι ... «...»; με τη φράση «...»; not: στις αναρτήσεις, που «ζύμωναν» ...
        return (content and verbs <= 1) or (verbs + commas + breaks == 0 and between <= 3)
    if hit.kind == "adjacent":
        return verbs == 0 and (breaks == 0 or content)
    if hit.kind == "urge":
        return content or (verbs <= 1 and breaks == 0)
    if content:
        return breaks == 0 or verbs <= 3
    return verbs == 0 or (verbs <= 1 and breaks == 0)
