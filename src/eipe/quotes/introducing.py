"""Strategies that link a quotation to a verb before it: είπε ότι «...», χαρακτήρισε τη συμφωνία «...»."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.results import Link
from eipe.quotes.scope import CLAUSE, finite_before, front_of, governs, has_clause
from eipe.quotes.words import Word

__all__ = ["distant", "introduced"]

_THAT_OR_WHETHER = words_of("that_or_whether")
_THAT_CLAUSE = words_of("that_clause")
_JOINS_VERBS = words_of("joins_verbs")


def introduced(reading: Reading, k: int) -> Link | None:
    """Ο Νίκος είπε ότι «...»; είπε: «...»; χαρακτήρισε τη συμφωνία «...»."""
    for hit in reversed(reading.hits):
        if hit.end > k or hit.form in ("prep", "kata", "relative") or _in_aside(reading, hit, k):
            continue
        if hit.form == "noun" and reading.fold(k - 1) == "ωσ":
            continue  # χαρακτηρίζοντας τις κατηγορίες ως «ψέματα»: what they hold is said by the verb
        aside = reading.clause(hit.start).kind == "relative" and reading.clause_of[k] != reading.clause_of[hit.start]
        if aside and (
            hit.kind == "turn" or any(other.form == "prep" and other.end <= hit.start for other in reading.hits)
        ):
            # Σύμφωνα με πηγές, που ζήτησαν να μείνουν ανώνυμες, το έργο «έχει κλειδώσει»;
            # Ο άλτης, που ξεκίνησε με άκυρο, δεν έκρυβε τη χαρά του: «...»
            continue
        # αποκάλυψε ότι σκέφτεται να φύγει: «...»: a verb in the content of another
        reported = hit.kind == "turn" and reading.fold(front_of(reading, hit)) in _THAT_OR_WHETHER
        if reported or _over(reading, hit, k):
            continue
        reports = reading.fold(hit.end) in _THAT_CLAUSE  # απέρριψε το αίτημα, κρίνοντας ότι «...»
        by_the_way = hit.form == "participle" and hit.kind in ("adjacent", "turn") and not reports
        if by_the_way and finite_before(reading, hit):
            continue  # συμπληρώνει, γελώντας: «...»
        if governs(reading, hit, k):
            own = _without_verb(reading, hit, k)
            if own is not None:
                return Link("gapped", hit, at=own)
            return Link("introduced", _verb_of(reading, hit) if hit.form == "noun" else hit)
    return None


def _over(reading: Reading, hit: CueHit, k: int) -> bool:
    """Whether the main clause has gone on behind the cue's, up to a colon: όταν ρωτήθηκε αν φεύγει, γέλασε: «...»."""
    clause = reading.clause(hit.start)
    if reading.text(k - 1) != ":" or clause.kind == "main":
        return False
    return any(reading.clause_of[j] == clause.parent and reading.finite(j) for j in range(hit.end, k))


def _without_verb(reading: Reading, hit: CueHit, k: int) -> int | None:
    """Ο Μορό ζήτησε «υπομονή», ο Κοβάλ «όπλα»: the position of the subject that shares the verb, or None."""
    last = next((j for j in range(k - 1, hit.end - 1, -1) if reading.is_marks(j)), k)
    for phrase in reading.phrases:
        before = reading.at(phrase.start - 1)
        if not last < phrase.start < k or reading.article(phrase.start) != "Nom" or before is None:
            continue
        # η Μελά για «απάτη»: one preposition at most
        near = k - phrase.end <= 1 and not any(reading.finite(j) for j in range(phrase.end, k))
        if before.fold not in _JOINS_VERBS or not near:
            return None
        return phrase.name[0] if phrase.name is not None else phrase.head
    return None


def _in_aside(reading: Reading, hit: CueHit, k: int) -> bool:
    """προσθέτοντας –όπως σχολίαζε κάποιος– ότι «...»: a cue between dashes reaches no further than the second."""
    dashes = [j for j in range(k) if reading.text(j) in ("–", "—")]
    before = sum(j < hit.start for j in dashes)
    return before % 2 == 1 and len(dashes) > before and len(dashes) % 2 == 0


def _verb_of(reading: Reading, noun: CueHit) -> CueHit:
    """επανέλαβε τη θέση της Μόσχας ότι, απάντησε με δύο λέξεις: the verb that utters the noun is the cue; else the
    noun itself."""
    for hit in reading.hits:
        if 0 < noun.start - hit.end <= 3 and hit.form == "active" and hit.kind == "say":
            between = reading.between(hit.end, noun.start)
            if all(word and (word.article == "Acc" or word.pos == "ADJ" or word.fold == "με") for word in between):
                return hit
    return noun


def distant(reading: Reading, k: int, quoted: Sequence[Word]) -> Link | None:
    """Επεσήμανε ότι δεν υπάρχει ανάγκη, ώστε να ..., καθώς «πρόκειται για δηλώσεις ατόμων»."""
    if len(quoted) < CLAUSE or not has_clause(quoted):
        return None
    for hit in reversed(reading.hits):
        if hit.end <= k and hit.kind == "say" and hit.form in ("active", "participle"):
            report = any(reading.fold(j) in _THAT_CLAUSE for j in range(hit.end, min(hit.end + 6, k)))
            return Link("distant", hit) if report else None
    return None
