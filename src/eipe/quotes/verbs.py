"""Strategies that link a quotation to a verb before it, behind it or around it. ``links`` orders them."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.roles import is_role
from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.nominals import PRONOUNS
from eipe.quotes.results import Link
from eipe.quotes.scope import ASIDE, front_of, governs, is_light, looks_forward, quiet, right_behind
from eipe.quotes.words import Word

__all__ = ["closing", "introduced", "inverted", "resumed", "trailing", "unlisted"]

_THAT_CLAUSE, _NO_CUE_BEFORE = words_of("that_clause"), words_of("no_cue_before")
_ABOUT, _BEEN, _BEFORE_CUES = words_of("about"), words_of("been"), words_of("before_cues")
_THAT_OR_WHETHER = words_of("that_or_whether")


def introduced(reading: Reading, k: int) -> Link | None:
    """Ο Νίκος είπε ότι «...»; είπε: «...»; χαρακτήρισε τη συμφωνία «...»."""
    for hit in reversed(reading.hits):
        if hit.end > k or hit.form in ("prep", "kata", "relative"):
            continue
        if hit.form == "noun" and reading.fold(k - 1) == "ωσ":
            continue  # χαρακτηρίζοντας τις κατηγορίες ως «ψέματα»: what they hold is said by the verb
        aside = reading.clause(hit.start).kind == "relative" and not reading.together(k, hit.start)
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


def inverted(reading: Reading, k: int) -> Link | None:
    """«...», είπε ο Νίκος; Για «σόου» μίλησε η βουλευτής."""
    left = reading.at(k - 1)
    if left is not None and left.fold in _THAT_CLAUSE and introduced(reading, k) is not None:
        return None  # που συνήθιζε να λέει ότι «...», υποσχέθηκε
    woven = left is not None and left.is_word and left.fold not in _NO_CUE_BEFORE
    if woven and not (reading.fold(k - 1) in _ABOUT and k <= 2):
        return None
    found = _behind(reading, k, woven=False)
    return Link("inverted", found, inverted=True) if found is not None else None


def closing(reading: Reading, k: int, quoted: Sequence[Word]) -> Link | None:
    """Η 20ή Αυγούστου «είναι μία σημαντική ημέρα», δήλωσε η καγκελάριος: the writer's words run into the marks."""
    if reading.article(k - 1) is not None:
        return None  # η «Καθημερινή» αναφέρει
    if len(quoted) < 3 and reading.clause(k).kind not in ("main", "parallel"):
        return None  # χωρίς να υιοθετεί όσα γράφτηκαν περί «συμμορίας», ζήτησε
    found = _behind(reading, k, woven=True)
    return Link("closing", found, inverted=True) if found is not None else None


def _behind(reading: Reading, k: int, *, woven: bool) -> CueHit | None:
    """The first cue behind the marks that may look back at them."""
    for hit in reading.hits:
        if hit.start <= k or hit.form == "kata":
            continue
        gap, calm = hit.start - k, quiet(reading, k + 1, hit.start)
        if hit.form in ("prep", "noun"):
            # «...», ήταν το σχόλιο του υπουργού.
            told = gap <= 6 and any(reading.fold(j) in _BEEN for j in range(k + 1, hit.start))
            if calm if hit.form == "prep" else told:
                return hit
            continue
        if gap > 14 or not calm or looks_forward(reading, hit, k):
            return None
        if hit.form == "participle" and (gap > 3 or woven):
            return None  # «...», έφυγε ο Νίκος, αφήνοντας να εννοηθεί
        if woven and not (hit.kind == "say" and right_behind(reading, hit, k)):
            return None  # που έχουν «προκαλέσει ζημίες» στην εταιρεία και η BMW ζήτησε
        return hit
    return None


def resumed(reading: Reading, k: int) -> Link | None:
    """«Είμαι εδώ», συνέχισε ο Νίκος, «γιατί με έστειλαν»: the second half has the verb of the first."""
    first = next((j for j in range(k - 1, -1, -1) if reading.is_marks(j)), -1)
    if first < 0 or reading.text(k - 1) not in ASIDE:
        return None
    between = [hit for hit in reading.hits if first < hit.start and hit.end < k and hit.form in ("active", "passive")]
    if len(between) != 1 or not right_behind(reading, between[0], first):
        return None
    if any(hit.start > k and hit.form == "active" and right_behind(reading, hit, k) for hit in reading.hits):
        return None  # «Ντροπή σας», φώναξε ο Άρης, «Δική σας», απάντησε ο Νίκος
    return Link("resumed", between[0], inverted=True)


def unlisted(reading: Reading, k: int, quoted: Sequence[Word]) -> Link | None:
    """«...», υπολογίζει από το Λονδίνο ο Νίκος Παππάς: any verb between a clause in marks and a person."""
    at = k + 2
    while (word := reading.at(at)) is not None and word.fold in _BEFORE_CUES and word.fold != "να":
        at += 1
    if reading.text(k + 1) != "," or word is None or not word.finite or (len(quoted) < 2 and k):
        return None
    for phrase in reading.phrases:
        if phrase.start <= at or not reading.together(phrase.start, at):
            continue
        opener, head = reading.word(phrase.start), reading.word(phrase.head)
        subject = phrase.case in ("Nom", "") and (opener.article == "Nom" or opener.fold in PRONOUNS)
        if subject and not any(word is None or word.finite for word in reading.between(at + 1, phrase.start)):
            if phrase.name is None and not is_role(head.text) and head.fold not in PRONOUNS:
                return None
            return Link("inverted", CueHit(at, at + 1, word.lemma, "say", "active"), inverted=True)
    return None


def trailing(reading: Reading, k: int) -> Link | None:
    """Οι κυρώσεις έχουν «πλήξει» την οικονομία, δηλώνει ο υπουργός; ... «...», όπως είπε ο Νίκος."""
    for hit in reading.hits:
        if hit.start <= k or hit.form != "active" or hit.kind != "say":
            continue
        front = next(j for j in range(hit.start - 1, k - 1, -1) if not is_light(reading.at(j)))
        if reading.text(front) in ASIDE:
            return Link("trailing", hit, inverted=True)
    return None
