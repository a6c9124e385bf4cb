"""Strategies that link a quotation to a verb before it: είπε ότι «...», χαρακτήρισε τη συμφωνία «...»."""

from __future__ import annotations

from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.results import Link
from eipe.quotes.scope import front_of, governs

__all__ = ["introduced"]

_THAT_OR_WHETHER = words_of("that_or_whether")
_THAT_CLAUSE = words_of("that_clause")


def introduced(reading: Reading, k: int) -> Link | None:
    """Ο Νίκος είπε ότι «...»; είπε: «...»; χαρακτήρισε τη συμφωνία «...»."""
    for hit in reversed(reading.hits):
        if hit.end > k or hit.form in ("prep", "kata", "relative"):
            continue
        if hit.form == "noun" and reading.fold(k - 1) == "ωσ":
            continue  # χαρακτηρίζοντας τις κατηγορίες ως «ψέματα»: what they hold is said by the verb
        aside = reading.clause(hit.start).kind == "relative" and reading.clause_of[k] != reading.clause_of[hit.start]
        if aside and hit.kind == "turn":
            continue  # Ο άλτης, που ξεκίνησε με άκυρο, δεν έκρυβε τη χαρά του: «...»
        # αποκάλυψε ότι σκέφτεται να φύγει: «...»: a verb in the content of another
        reported = hit.kind == "turn" and reading.fold(front_of(reading, hit)) in _THAT_OR_WHETHER
        if reported:
            continue
        reports = reading.fold(hit.end) in _THAT_CLAUSE  # απέρριψε το αίτημα, κρίνοντας ότι «...»
        by_the_way = hit.form == "participle" and hit.kind in ("adjacent", "turn") and not reports
        if by_the_way and any(other.end <= hit.start and other.form == "active" for other in reading.hits):
            continue  # συμπληρώνει, γελώντας: «...»
        if governs(reading, hit, k):
            return Link("introduced", hit)
    return None
