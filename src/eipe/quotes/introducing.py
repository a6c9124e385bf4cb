"""Strategies that link a quotation to a verb before it: είπε ότι «...», χαρακτήρισε τη συμφωνία «...»."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.results import Link
from eipe.quotes.scope import CLAUSE, finite_before, front_of, governs, has_clause, word_at
from eipe.quotes.words import Word

__all__ = ["distant", "introduced"]

_THAT_OR_WHETHER = words_of("that_or_whether")
_THAT_CLAUSE = words_of("that_clause")
_JOINS_VERBS = words_of("joins_verbs")


def introduced(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """Ο Νίκος είπε ότι «...»; είπε: «...»; χαρακτήρισε τη συμφωνία «...»."""
    for hit in reversed(reading.hits):
        if hit.end > k or hit.form in ("prep", "kata", "relative") or _in_aside(reading, words, hit, k):
            continue
        if hit.form == "noun" and _as(reading, words, k):
            continue  # χαρακτηρίζοντας τις κατηγορίες ως «ψέματα»
        clause = reading.clause_of[hit.start]
        aside = reading.clauses[clause].kind == "relative" and reading.clause_of[k] != clause
        if aside and (
            hit.kind == "turn" or any(other.form == "prep" and other.end <= hit.start for other in reading.hits)
        ):
            # Σύμφωνα με πηγές, που ζήτησαν να μείνουν ανώνυμες, το έργο «έχει κλειδώσει»;
            # Ο άλτης, που ξεκίνησε με άκυρο, δεν έκρυβε τη χαρά του: «...»
            continue
        if (hit.kind == "turn" and _reported(reading, words, hit)) or _over(reading, words, hit, k):
            continue
        following = word_at(reading, words, hit.end)
        reports = following is not None and following.fold in _THAT_CLAUSE  # απέρριψε το αίτημα, κρίνοντας ότι «...»
        if (
            hit.form == "participle"
            and hit.kind in ("adjacent", "turn")
            and not reports
            and finite_before(reading, hit)
        ):
            continue  # συμπληρώνει, γελώντας: «...»
        if governs(reading, words, hit, k):
            own = _without_verb(reading, words, hit, k)
            if own is not None:
                return Link("gapped", hit, at=own)
            return Link("introduced", _verb_of(reading, words, hit) if hit.form == "noun" else hit)
    return None


def _reported(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    """Whether a verb stands in the content of another: αποκάλυψε ότι σκέφτεται να φύγει: «...»."""
    word = word_at(reading, words, front_of(reading, words, hit))
    return word is not None and word.fold in _THAT_OR_WHETHER


def _over(reading: Reading, words: Sequence[Word], hit: CueHit, k: int) -> bool:
    """Whether the main clause has gone on behind the cue's, up to a colon: όταν ρωτήθηκε αν φεύγει, γέλασε: «...»."""
    clause, colon = reading.clause_of[hit.start], word_at(reading, words, k - 1)
    if colon is None or colon.text != ":" or reading.clauses[clause].kind == "main":
        return False
    parent = reading.clauses[clause].parent
    return any(
        reading.clause_of[j] == parent and (word := word_at(reading, words, j)) is not None and word.finite
        for j in range(hit.end, k)
    )


def _as(reading: Reading, words: Sequence[Word], k: int) -> bool:
    """Whether ως stands before the marks: what they hold is said by the verb."""
    before = word_at(reading, words, k - 1)
    return before is not None and before.fold == "ωσ"


def _without_verb(reading: Reading, words: Sequence[Word], hit: CueHit, k: int) -> int | None:
    """Ο Μορό ζήτησε «υπομονή», ο Κοβάλ «όπλα»: the position of the subject that shares the verb, or None."""
    last = next((j for j in range(k - 1, hit.end - 1, -1) if reading.items[j] < 0), -1)
    if last < 0:
        return None
    for phrase in reading.phrases:
        first = words[reading.items[phrase.start]]
        joint = word_at(reading, words, phrase.start - 1)
        if not last < phrase.start < k or first.article != "Nom" or joint is None:
            continue
        if joint.fold not in _JOINS_VERBS or any(
            (w := word_at(reading, words, j)) is None or w.finite for j in range(phrase.end, k)
        ):
            return None
        if k - phrase.end <= 1:  # η Μελά για «απάτη»: one preposition at most
            return phrase.name[0] if phrase.name is not None else phrase.head
    return None


def _in_aside(reading: Reading, words: Sequence[Word], hit: CueHit, k: int) -> bool:
    """προσθέτοντας –όπως σχολίαζε κάποιος– ότι «...»: a cue between dashes reaches no further than the second."""
    dashes = [j for j in range(k) if (w := word_at(reading, words, j)) is not None and w.text in ("–", "—")]
    before = sum(j < hit.start for j in dashes)
    return before % 2 == 1 and len(dashes) > before and len(dashes) % 2 == 0


def _verb_of(reading: Reading, words: Sequence[Word], noun: CueHit) -> CueHit:
    """επανέλαβε τη θέση της Μόσχας ότι, απάντησε με δύο λέξεις: the verb that utters the noun is the cue; else the
    noun itself."""
    for hit in reading.hits:
        if 0 < noun.start - hit.end <= 3 and hit.form == "active" and hit.kind == "say":
            between = [word_at(reading, words, j) for j in range(hit.end, noun.start)]
            described = all(
                word is not None and (word.article == "Acc" or word.pos == "ADJ" or word.fold == "με")
                for word in between
            )
            if described:
                return hit
    return noun


def distant(reading: Reading, words: Sequence[Word], k: int, quoted: Sequence[Word]) -> Link | None:
    """Επεσήμανε ότι δεν υπάρχει ανάγκη, ώστε να ..., καθώς «πρόκειται για δηλώσεις ατόμων»."""
    if len(quoted) < CLAUSE or not has_clause(quoted):
        return None
    for hit in reversed(reading.hits):
        if hit.end <= k and hit.kind == "say" and hit.form in ("active", "participle"):
            following = [word_at(reading, words, j) for j in range(hit.end, min(hit.end + 6, k))]
            report = any(word is not None and word.fold in _THAT_CLAUSE for word in following)
            return Link("distant", hit) if report else None
    return None
