"""Clauses and the noun phrases in them, one sentence of the writer at a time.

A reading from left to right that opens a clause at ότι, που, να, ενώ ... and closes it at the comma behind its
verb: in «ο Χ, που διαδέχθηκε τον Υ, είπε» the subject of είπε is looked for beside Χ, not beside Υ.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from eipe.lexicon.table import words_of
from eipe.quotes.cues import CueHit
from eipe.quotes.nominals import CLITICS, word_at
from eipe.quotes.phrases import Phrase, read_phrase
from eipe.quotes.prepositional import skip_prepositional
from eipe.quotes.words import Word

__all__ = ["Clause", "Reading", "read_sentence"]

_QUESTIONS_NOT_CLAUSES = words_of("questions_not_clauses")

_RELATIVE = words_of("relatives")
_SUBORDINATE = words_of("subordinators")
_PARALLEL = words_of("parallels")
_OPENERS = _RELATIVE | _SUBORDINATE | _PARALLEL
_SIGNS = frozenset((",", "–", "-", "(", ")", ":", "·"))


@dataclass(slots=True)
class Clause:
    """A clause: how it is opened, and by which clause it is held."""

    kind: str  # "main", "relative", "subordinate", "parallel"
    parent: int
    opener: int  # position of the word that opens it
    finite: bool = False


@dataclass(slots=True)
class Reading:
    """What a sentence holds.

    Attributes:
        items: The sentence's items.
        clause_of: Clause index of each position.
        clauses: The clauses.
        phrases: Noun phrases outside prepositional phrases, in order.
        objects: Noun phrases inside prepositional phrases: (position of the preposition, phrase).
        hits: The cues.
        heads: The index of each word's head, among the words of the article.
    """

    items: Sequence[int]
    clause_of: list[int]
    clauses: list[Clause]
    phrases: list[Phrase]
    objects: list[tuple[int, Phrase]]
    hits: list[CueHit]
    heads: Sequence[int]


def read_sentence(
    items: Sequence[int], words: Sequence[Word], hits: list[CueHit], heads: Sequence[int] = ()
) -> Reading:
    """Clauses, phrases and cues of one sentence."""
    clauses = [Clause("main", -1, 0)]
    clause_of = [0] * len(items)
    phrases: list[Phrase] = []
    objects: list[tuple[int, Phrase]] = []
    cue_at = {hit.start: hit for hit in hits}
    now = 0
    k = 0
    until = 0  # end of the phrase that was read last
    aside = 0  # depth of parentheses: το ποσοστό (30%) δηλώνει
    while k < len(items):
        if items[k] < 0:
            clause_of[k] = now
            # ότι η κατάργηση «δημιουργεί μια αρχή», κάνει λόγο για: the marks may hold the clause's verb.
            clauses[now].finite = clauses[now].finite or clauses[now].kind == "subordinate"
            k += 1
            continue
        word = words[items[k]]
        opened = _opens(items, words, k) if word.fold in _OPENERS else ""
        if opened:
            if opened == "parallel":
                now = _base(clauses, now)
            clauses.append(Clause(opened, now, k))
            now = len(clauses) - 1
        elif word.text in _SIGNS:
            aside = max(0, aside + (word.text == "(") - (word.text == ")"))
            if word.text in (":", "·"):
                now = _base(clauses, now)
                if clauses[now].finite:
                    clauses.append(Clause("parallel", now, k))
                    now = len(clauses) - 1
            elif word.text != "(" and clauses[now].kind not in ("main", "parallel"):
                now = clauses[now].parent if _over(clauses[now], words, items, k) else now
        elif word.finite and clauses[now].finite and _behind((",",), items, words, k):
            # όταν ρωτήθηκε αν θέλει να φύγει, γέλασε: a second verb belongs to the clause that has none
            while clauses[now].finite and clauses[now].parent >= 0:
                now = clauses[now].parent
        elif k in cue_at and _behind(("και", "κι"), items, words, k):
            # είπε ότι ο Υ ήρθε και πρόσθεσε: reporting verbs are coordinated with reporting verbs.
            now = _coordinated(clauses, clause_of, now, hits, k)
        clause_of[k] = now
        if word.finite:
            clauses[now].finite = True
        if k >= until and word.is_word and not opened and not aside:
            end = skip_prepositional(items, words, k)
            if end > k + 1:
                inner = k + 1 if word.article != "Prep" else k
                first = words[items[inner]] if items[inner] >= 0 else None
                phrase = _object(items, words, inner) if first is not None else None
                if phrase is not None:
                    objects.append((k, phrase))
                    end = max(end, _apposed(phrase, items, words))
                until = end
            else:
                phrase = read_phrase(items, words, k)
                if phrase is not None:
                    phrases.append(phrase)
                    until = max(phrase.core[1], k + 1)
        k += 1
    return Reading(items, clause_of, clauses, phrases, objects, hits, heads)


def _behind(joint: Container[str], items: Sequence[int], words: Sequence[Word], k: int) -> bool:
    """Whether the verb at ``k`` stands behind one of these words: και πρόσθεσε, και του ευχήθηκε."""
    k -= 1
    while k >= 0 and items[k] >= 0 and (words[items[k]].fold in CLITICS or words[items[k]].pos == "AUX"):
        k -= 1
    return k >= 0 and items[k] >= 0 and words[items[k]].fold in joint


def _over(clause: Clause, words: Sequence[Word], items: Sequence[int], k: int) -> bool:
    """Whether a comma ends the clause: behind its verb, or behind αν και όχι αρνητικός, which has none."""
    short = k - clause.opener <= 5 and items[clause.opener] >= 0 and words[items[clause.opener]].fold == "αν"
    return clause.finite or short


def _apposed(phrase: Phrase, items: Sequence[int], words: Sequence[Word]) -> int:
    """The end of the name in a prepositional phrase: είπε στη δημοσιογράφο Μαρία Δήμου.

    A nominative is none of it: δήλωσε στην εφημερίδα Νίκος Παππάς; στην επιστολή, η Άννα Μελά ζητά.
    """
    if phrase.name is None:
        return phrase.core[0]
    first = phrase.name[0]
    if words[items[first]].text.endswith("ς") or words[items[first - 1]].article == "Nom":
        return phrase.core[0]
    end = phrase.end
    comma = words[items[end]] if end < len(items) and items[end] >= 0 else None
    if comma is not None and comma.text == ",":
        # για την Έμα Στόουν, πρωταγωνίστρια της ταινίας, έχει μόνο καλά λόγια: what she is, between commas
        who = read_phrase(items, words, end + 1)
        bare = who is not None and who.start == who.core[0] and who.name is None
        if who is not None and bare and who.end < len(items) and items[who.end] >= 0:
            return who.end if words[items[who.end]].text == "," else end
    return end


def _object(items: Sequence[int], words: Sequence[Word], k: int) -> Phrase | None:
    word = words[items[k]]
    if word.article != "Prep":
        return read_phrase(items, words, k)
    phrase = read_phrase(items, words, k + 1)
    return phrase and replace(phrase, gender=phrase.gender or word.gender)


def _opens(items: Sequence[int], words: Sequence[Word], k: int) -> str:
    word = words[items[k]]
    if word.fold in _RELATIVE and word.text.lower() != "πού":
        return "relative"
    if word.fold in _SUBORDINATE and word.text.lower() not in _QUESTIONS_NOT_CLAUSES:
        return "subordinate"
    if word.fold in _PARALLEL:
        before = word_at(items, words, k - 1)
        if word.fold == "ωστοσο" and before is not None and before.finite:
            return ""  # «...», παραδέχθηκε ωστόσο ο Νίκος
        return "parallel"
    return ""


def _base(clauses: list[Clause], now: int) -> int:
    while clauses[now].parent >= 0:
        now = clauses[now].parent
    return now


def _coordinated(clauses: list[Clause], clause_of: list[int], now: int, hits: list[CueHit], k: int) -> int:
    """The clause of the nearest reporting verb before ``k`` that holds the clause ``now``."""
    if clauses[now].kind not in ("subordinate", "relative"):
        return now
    ancestors = set()
    at = now
    while at >= 0:
        ancestors.add(at)
        at = clauses[at].parent
    for hit in reversed(hits):
        if hit.end <= k and hit.form in ("active", "participle") and clause_of[hit.start] in ancestors:
            return clause_of[hit.start]
    return now
