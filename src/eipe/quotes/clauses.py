"""Clauses and the noun phrases in them, one sentence of the writer at a time.

A reading from left to right that opens a clause at ότι, που, να, ενώ ... and closes it at the comma behind its
verb: in «ο Χ, που διαδέχθηκε τον Υ, είπε» the subject of είπε is looked for beside Χ, not beside Υ.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from eipe.lexicon.table import words_of
from eipe.quotes.cues import CueHit
from eipe.quotes.nominals import CLITICS, skip_prepositional
from eipe.quotes.phrases import Phrase, read_phrase
from eipe.quotes.view import View
from eipe.quotes.words import Word

__all__ = ["Clause", "Reading", "holders", "read_sentence"]

_RELATIVE, _SUBORDINATE, _PARALLEL = words_of("relatives"), words_of("subordinators"), words_of("parallels")
_QUESTIONS_NOT_CLAUSES = words_of("questions_not_clauses")
_SIGNS = frozenset((",", "–", "-", "(", ")", ":", "·"))


@dataclass(slots=True)
class Clause:
    """A clause: how it is opened, and by which clause it is held."""

    kind: str  # "main", "relative", "subordinate", "parallel"
    parent: int
    opener: int  # position of the word that opens it
    finite: bool = False


@dataclass(slots=True)
class Reading(View):
    """What a sentence holds.

    Attributes:
        clause_of: Clause index of each position.
        clauses: The clauses.
        phrases: Noun phrases outside prepositional phrases, in order.
        objects: Noun phrases inside prepositional phrases: (position of the preposition, phrase).
        hits: The cues.
        heads: The index of each word's head, among the words of the article.
    """

    clause_of: list[int]
    clauses: list[Clause]
    phrases: list[Phrase]
    objects: list[tuple[int, Phrase]]
    hits: list[CueHit]
    heads: Sequence[int]

    def clause(self, k: int) -> Clause:
        """The clause of a position."""
        return self.clauses[self.clause_of[k]]

    def together(self, k: int, other: int) -> bool:
        """Whether two positions stand in one clause."""
        return self.clause_of[k] == self.clause_of[other]

    def nouns(self) -> list[Phrase]:
        """All noun phrases, those behind prepositions too."""
        return [*self.phrases, *(phrase for _, phrase in self.objects)]


def read_sentence(view: View, hits: list[CueHit], heads: Sequence[int] = ()) -> Reading:
    """Clauses, phrases and cues of one sentence."""
    clauses = [Clause("main", -1, 0)]
    clause_of = [0] * len(view.items)
    phrases: list[Phrase] = []
    objects: list[tuple[int, Phrase]] = []
    cue_at = {hit.start for hit in hits}
    now = 0
    until = 0  # end of the phrase that was read last
    aside = 0  # depth of parentheses: το ποσοστό (30%) δηλώνει
    for k in range(len(view.items)):
        word = view.at(k)
        if word is None:
            clause_of[k] = now
            # ότι η κατάργηση «δημιουργεί μια αρχή», κάνει λόγο για: the marks may hold the clause's verb.
            clauses[now].finite = clauses[now].finite or clauses[now].kind == "subordinate"
            continue
        opened = _opens(view, k, word)
        if opened:
            clauses.append(Clause(opened, 0 if opened == "parallel" else now, k))
            now = len(clauses) - 1
        elif word.text in _SIGNS:
            aside = max(0, aside + (word.text == "(") - (word.text == ")"))
            if word.text in (":", "·"):
                now = 0
                if clauses[0].finite:
                    clauses.append(Clause("parallel", 0, k))
                    now = len(clauses) - 1
            elif word.text != "(" and clauses[now].kind not in ("main", "parallel"):
                now = clauses[now].parent if clauses[now].finite else now
        elif word.finite and clauses[now].finite and _behind((",",), view, k):
            # όταν ρωτήθηκε αν θέλει να φύγει, γέλασε: a second verb belongs to the clause that has none
            now = next((at for at in holders(clauses, now) if not clauses[at].finite), 0)
        elif k in cue_at and clauses[now].kind in ("subordinate", "relative") and _behind(("και", "κι"), view, k):
            # είπε ότι ο Υ ήρθε και πρόσθεσε: reporting verbs are coordinated with reporting verbs.
            now = next((clause_of[hit.start] for hit in reversed(hits) if hit.end <= k), now)
        clause_of[k] = now
        clauses[now].finite = clauses[now].finite or word.finite
        if k < until or not word.is_word or opened or aside:
            continue
        end = skip_prepositional(view, k)
        if end > k + 1:
            phrase = _object(view, k)
            if phrase is not None:
                objects.append((k, phrase))
                end = max(end, _apposed(phrase, view))
            until = end
        else:
            phrase = read_phrase(view, k)
            if phrase is not None:
                phrases.append(phrase)
                until = phrase.core[1]
    return Reading(view.items, view.words, clause_of, clauses, phrases, objects, hits, heads)


def _behind(joint: Container[str], view: View, k: int) -> bool:
    """Whether the verb at ``k`` stands behind one of these words: και πρόσθεσε, και του ευχήθηκε."""
    k -= 1
    while (word := view.at(k)) is not None and (word.fold in CLITICS or word.pos == "AUX"):
        k -= 1
    return view.fold(k) in joint


def _apposed(phrase: Phrase, view: View) -> int:
    """The end of the name in a prepositional phrase: είπε στη δημοσιογράφο Μαρία Δήμου.

    A nominative is none of it: δήλωσε στην εφημερίδα Νίκος Παππάς; στην επιστολή, η Άννα Μελά ζητά.
    """
    first = phrase.name[0] if phrase.name is not None else -1
    own = first >= 0 and not view.text(first).endswith("ς") and view.article(first - 1) != "Nom"
    return phrase.end if own else phrase.core[0]


def _object(view: View, k: int) -> Phrase | None:
    """The noun phrase behind a preposition: από | τον Νίκο, μέσα στον | Νίκο."""
    if view.article(k) != "Prep" and view.article(k + 1) == "Prep":
        k += 1
    phrase = read_phrase(view, k + 1)
    return phrase and replace(phrase, gender=phrase.gender or (view.word(k).gender if view.article(k) else ""))


def _opens(view: View, k: int, word: Word) -> str:
    """What kind of clause the word opens, if it opens one."""
    if word.fold in _RELATIVE and word.text.lower() != "πού":
        return "relative"
    if word.fold in _SUBORDINATE and word.text.lower() not in _QUESTIONS_NOT_CLAUSES:
        return "subordinate"
    # «...», παραδέχθηκε ωστόσο ο Νίκος
    return "parallel" if word.fold in _PARALLEL and not (word.fold == "ωστοσο" and view.finite(k - 1)) else ""


def holders(clauses: Sequence[Clause], at: int) -> Iterator[int]:
    """A clause and those that hold it, up to the main one."""
    while at >= 0:
        yield at
        at = clauses[at].parent
