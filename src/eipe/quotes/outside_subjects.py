"""A subject from outside the cue's clause: an antecedent, an accusative before να, another verb's subject."""

from __future__ import annotations

from eipe.greek.letters import fold
from eipe.lexicon.table import records, words_of
from eipe.quotes.clause_subjects import Subject, ahead, behind, fits
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.phrases import Phrase
from eipe.quotes.words import Word

__all__ = ["held", "is_group"]

_AND = words_of("and")

#: Nouns of organizations, without their endings.
_GROUPS = frozenset(fold(row["lemma"])[:-1] for row in records("group_nouns"))


def held(reading: Reading, hit: CueHit) -> Subject | None:
    """A subject from outside the clause: the antecedent of που, the accusative before να, a shared subject."""
    clause = reading.clause(hit.start)
    while clause.kind == "subordinate" and reading.fold(clause.opener) == "να":
        if reading.clauses[clause.parent].kind != "relative":
            break
        clause = reading.clauses[clause.parent]  # ο Άρης, που συνήθιζε να λέει
    at = clause.opener
    if clause.kind == "relative":
        return _antecedent(reading, hit, at)
    if clause.kind == "subordinate" and reading.fold(at) == "να":
        # με την αντιπολίτευση να κάνει λόγο: the accusative before να is its subject.
        objects = [phrase for _, phrase in reading.objects]
        objects += [phrase for phrase in reading.phrases if reading.article(phrase.start) == "Acc"]
        phrase = next((p for p in reversed(objects) if p.end == at), None)
        if phrase is not None:
            return Subject(phrase, "accusative")
    joined = any(reading.fold(k) in _AND for k in range(hit.start - 3, hit.start))
    return _shared(reading, hit, near=hit.form == "participle" or joined or clause.kind == "subordinate")


def _antecedent(reading: Reading, hit: CueHit, at: int) -> Subject | None:
    """Who is meant by the relative pronoun at a position, or whose clause holds it: για την οποία είπε."""
    whom, article = reading.fold(at) != "που", reading.at(at - 1)
    case = article.article if whom and article is not None else None
    if case not in ("Nom", "", None):
        return _shared(reading, hit, near=False)
    phrase = max((p for p in reading.nouns() if p.end <= at), key=lambda p: p.end, default=None)
    gender = article.gender if whom and article is not None else ""
    if phrase is not None and phrase.name is None and gender and phrase.gender not in ("", gender):
        return None  # την κατάθεση του Νίκου Παππά, ο οποίος: a man is meant
    return Subject.of(phrase, "antecedent")


def _shared(reading: Reading, hit: CueHit, *, near: bool) -> Subject | None:
    """The subject of another clause of the sentence: Ο Νίκος ήρθε και είπε; ..., ενώ πρόσθεσε."""
    told = _told(reading, hit)
    if told is not None:
        return Subject(told, "shared", near=near)
    candidates = [
        phrase
        for phrase in reading.phrases
        if phrase.case == "Nom" and fits(reading, phrase, hit) and reading.clause(phrase.start).kind != "relative"
    ]
    kind = reading.clause(hit.start).kind
    before = [phrase for phrase in candidates if phrase.end <= hit.start]
    outer = [phrase for phrase in candidates if reading.clause(phrase.start).kind != "subordinate"]
    best = [phrase for phrase in before if phrase in outer][-1:]
    if kind == "subordinate":
        best = best or before[-1:] or candidates[:1]
    elif kind == "parallel" or near:
        best = best or outer[:1]
    return Subject(best[0], "shared", near=near) if best else None


def _told(reading: Reading, hit: CueHit) -> Phrase | None:
    """Όπως αναφέρει η Ζαχαράκη, η πρόταση είναι σωστή, ενώ τονίζει: reporting verbs share their subject."""
    for other in reversed(reading.hits):
        if other.end <= hit.start and other.form == "active":
            found = behind(reading, other) or ahead(reading, other)
            if found is not None and found.phrase is not None and fits(reading, found.phrase, hit):
                return found.phrase
    return None


def is_group(word: Word) -> bool:
    """Whether the noun is one of organizations: υπουργείο, κόμμα."""
    return not _GROUPS.isdisjoint((word.fold[:-1], word.fold[:-2]))
