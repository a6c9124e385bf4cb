"""How far a cue reaches: what may stand between it and the marks.

Before the marks a verb of saying reaches through its own ότι-clause, not into a clause that another verb opens
(ενώ, που, όταν ...); behind them it must come before any other verb. The limits were read off some hundreds of
sentences of news; each is explained by an example.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.lexicon.table import words_of
from eipe.quotes import nominals
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
    "word_at",
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


def word_at(reading: Reading, words: Sequence[Word], k: int) -> Word | None:
    """``nominals.word_at`` of the sentence's items."""
    return nominals.word_at(reading.items, words, k)


def front_of(reading: Reading, words: Sequence[Word], hit: CueHit) -> int:
    """The position before a cue and its particles, perhaps -1: όπως and μας of όπως μας είπε are some, ότι is none."""
    k = hit.start - 1
    while (word := word_at(reading, words, k)) is not None and word.fold in BEFORE_CUES:
        k -= 1
    return k


def has_clause(quoted: Sequence[Word]) -> bool:
    """Whether the words hold a main clause: a finite verb that no να, που, ότι opens at the very front."""
    if quoted[0].fold in _NO_MAIN_CLAUSE or quoted[0].fold.startswith("ο,τι"):
        return False
    depth = 0
    before = ""
    for word in quoted:
        # What follows δεν or θα is a verb, whatever its tag (η θάλασσα δεν ξεχνά).
        finite = word.finite or (before in _BEFORE_FINITE and word.pos in ("VERB", "NOUN", "ADV", "ADJ"))
        before = word.fold
        if word.fold in _OPENS_NO_MAIN_CLAUSE:
            depth = 1
        elif finite:
            if not depth:
                return True
            depth = 0
    return False


def right_behind(reading: Reading, words: Sequence[Word], hit: CueHit, k: int) -> bool:
    """Η 20ή Αυγούστου «είναι μία σημαντική ημέρα», δήλωσε η καγκελάριος."""
    for j in range(k + 1, hit.start):
        word = word_at(reading, words, j)
        if word is None or not (word.text in ASIDE or word.fold in BEFORE_CUES or word.pos in ("AUX", "ADV")):
            return False
    return True


def looks_forward(reading: Reading, words: Sequence[Word], hit: CueHit, k: int) -> bool:
    """«Α» και πρόσθεσε: «Β»; «Α» να συνεχίσουν: a cue behind the marks that does not look back at them."""
    for j in range(hit.start - 1, k, -1):
        word = word_at(reading, words, j)
        if word is not None and word.fold == "να" and serial(reading, words, j - 1):
            break  # «...», περιορίστηκε να πει ο Νίκος
        if word is None or word.fold in _BEFORE_SPEECH:
            return True
        if word.fold not in BEFORE_CUES and word.pos != "AUX":
            break
    starts = {other.start for other in reading.hits}
    for j in range(hit.end, min(hit.end + 8, len(reading.items))):
        word = word_at(reading, words, j)
        if word is None:
            return False
        if word.text == ":" or word.fold in _THAT_CLAUSE:
            return True
        if word.text in (",", ".", "–", "—", ")") or j in starts or word.finite:
            return False  # είπε ο επίτροπος και τόνισε ότι: the clause is the other verb's
    return False


def serial(reading: Reading, words: Sequence[Word], k: int) -> bool:
    """Whether the verb at ``k`` only leads to the next: περιορίστηκε, έσπευσε, αρκέστηκε (να πει)."""
    word = word_at(reading, words, k)
    return word is not None and word.fold.startswith(_SERIAL)


def quiet(reading: Reading, words: Sequence[Word], start: int, end: int) -> bool:
    """Whether no verb, no other quotation and no new clause stands between two positions."""
    for j in range(start, end):
        word = word_at(reading, words, j)
        if word is None:
            return False
        if word.text in (".", ";", ":", "·", "!"):
            return False
        if word.fold in BEFORE_CUES or word.fold in _HAVE:
            continue
        if serial(reading, words, j):
            continue
        if word.finite or word.fold in _CLAUSE_OPENERS or word.fold in _THAT_CLAUSE:
            return False
    return True


def _at_length(reading: Reading, words: Sequence[Word], k: int) -> bool:
    """Whether the report goes on with this quotation: είπε ότι ... και «...»; είπε ότι ..., «...»."""
    last = word_at(reading, words, k - 1)
    return last is not None and (last.text == "," or last.fold in _AND)


def _company(reading: Reading, words: Sequence[Word], start: int, end: int) -> bool:
    """ανακοίνωση με τα «σχέδια»: the marks belong to another phrase."""
    return any((w := word_at(reading, words, j)) is not None and w.fold in _OBLIQUE_OPENERS for j in range(start, end))


def _has_agent(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    """αναγνωρίστηκε από την επιτροπή."""
    return any(
        start >= hit.end
        and words[reading.items[start]].fold in _BY_WHOM
        and reading.clause_of[start] == reading.clause_of[hit.start]
        for start, _ in reading.objects
    )


def finite_before(reading: Reading, hit: CueHit) -> bool:
    return any(other.end <= hit.start and other.form == "active" for other in reading.hits)


def governs(reading: Reading, words: Sequence[Word], hit: CueHit, k: int) -> bool:
    """Whether the quotation at ``k`` stands in the scope of the cue before it."""
    verbs, words_between, commas, content, colon, breaks = 0, 0, 0, False, False, 0
    for j in range(hit.end, k):
        word = word_at(reading, words, j)
        if word is None:
            continue
        words_between += word.is_word
        if word.finite and word.fold not in _HAVE:
            verbs += 1
        if not verbs and (
            word.fold in _THAT_CLAUSE
            or (word.fold in _WHETHER and hit.lemma in _ASKED)
            or (word.fold == "να" and words_between <= 6)
        ):
            content = True
        if word.text == ":":
            colon = True
        if word.fold in _CLAUSE_OPENERS:
            breaks += 1
        commas += word.text == ","
        if word.text in (";", "·"):
            breaks += 1
    if content and hit.lemma in DENYING and not colon:
        return False  # διέψευσε ότι «πήρε χρήματα»: what is denied is not said
    last = word_at(reading, words, k - 1)
    beside = last is not None and (last.text == ":" or last.fold in _THAT_CLAUSE)
    if hit.form == "passive" and hit.kind != "judge" and not beside and not _has_agent(reading, words, hit):
        return False  # θεωρείται δεδομένο ότι ... στα «λιοντάρια»: nobody is quoted
    if beside and hit.kind != "judge":
        # ... έγραψε στο Facebook, όπου ...: «...»: what follows a colon belongs to the nearest cue.
        return verbs <= 1 if hit.kind == "noun" else verbs <= 2 or content
    if colon and hit.kind != "judge":
        return True
    if hit.kind == "turn":
        following = word_at(reading, words, hit.end)  # θύμισε ότι το έργο «έπρεπε να έχει παραδοθεί»
        return content and breaks == 0 and verbs <= 2 and following is not None and following.fold in _THAT_CLAUSE
    if hit.kind == "noun":
        # η κριτική του Παππά ότι ... «...»; με τη φράση «...»; not: στις αναρτήσεις, που «ζύμωναν» ...
        beside = verbs + commas + breaks == 0 and words_between <= 3 and not _company(reading, words, hit.end, k)
        return (content and verbs <= 1 and words_between <= 14) or beside
    if hit.kind == "judge":
        return verbs == 0 and breaks == 0
    if hit.kind == "adjacent":
        return (verbs == 0 and breaks == 0 and words_between <= 14) or (content and verbs == 0)
    if hit.kind == "urge":
        return (verbs <= 1 and breaks == 0) or (content and verbs <= 3 and breaks <= 1)
    if content:
        return breaks == 0 or verbs <= (5 if _at_length(reading, words, k) else 3)
    return verbs == 0 or (verbs <= 1 and breaks == 0)
