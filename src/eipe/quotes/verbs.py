"""Strategies that link a quotation to a verb behind it or around it. ``links`` orders them."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.roles import is_role
from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.introducing import introduced
from eipe.quotes.nominals import PRONOUNS
from eipe.quotes.results import Link
from eipe.quotes.scope import (
    ASIDE,
    BEFORE_CUES,
    CLAUSE,
    has_clause,
    looks_forward,
    quiet,
    right_behind,
    word_at,
)
from eipe.quotes.words import Word

__all__ = ["closing", "inverted", "resumed", "trailing", "unlisted"]

_THAT_CLAUSE = words_of("that_clause")
_NO_CUE_BEFORE = words_of("no_cue_before")
_AS_IS_SAID = words_of("as_is_said")
_ABOUT = words_of("about")
_BEEN = words_of("been")


def inverted(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """«...», είπε ο Νίκος; Για «σόου» μίλησε η βουλευτής."""
    left = word_at(reading, words, k - 1)
    if left is not None and left.fold in _THAT_CLAUSE and introduced(reading, words, k) is not None:
        return None  # που συνήθιζε να λέει ότι «...», υποσχέθηκε
    return None if _woven(reading, words, k) else _behind(reading, words, k, woven=False)


def closing(reading: Reading, words: Sequence[Word], k: int, quoted: Sequence[Word]) -> Link | None:
    """Η 20ή Αυγούστου «είναι μία σημαντική ημέρα», δήλωσε η καγκελάριος."""
    left = word_at(reading, words, k - 1)
    if left is not None and left.article is not None:
        return None  # η «Καθημερινή» αναφέρει
    if len(quoted) < 3 and reading.clauses[reading.clause_of[k]].kind not in ("main", "parallel"):
        return None  # χωρίς να υιοθετεί όσα γράφτηκαν περί «συμμορίας», ζήτησε
    found = _behind(reading, words, k, woven=True)
    return found and Link("closing", found.hit, inverted=True)


def _woven(reading: Reading, words: Sequence[Word], k: int) -> bool:
    """Whether the writer's own words run into the marks from the left."""
    left = word_at(reading, words, k - 1)
    return left is not None and left.is_word and not (left.fold in _NO_CUE_BEFORE or (left.fold in _ABOUT and k <= 2))


def _behind(reading: Reading, words: Sequence[Word], k: int, *, woven: bool) -> Link | None:
    for hit in reading.hits:
        if hit.start <= k:
            continue
        if hit.form == "prep" or hit.form == "kata":
            if quiet(reading, words, k + 1, hit.start) and hit.start - k <= 3 and hit.form == "prep":
                return Link("inverted", hit, inverted=True)
            continue
        if hit.form == "noun":
            # «...», ήταν το σχόλιο του υπουργού.
            if hit.start - k <= 6 and any(
                (w := word_at(reading, words, j)) is not None and w.fold in _BEEN for j in range(k + 1, hit.start)
            ):
                return Link("inverted", hit, inverted=True)
            continue
        if hit.start - k > 14 or not quiet(reading, words, k + 1, hit.start):
            return None
        if hit.form == "participle" and (
            hit.start - k > 3 or woven or hit.kind == "judge" or _takes_object(reading, words, hit)
        ):
            return None
        if woven and not (hit.kind == "say" and right_behind(reading, words, hit, k)):
            return None  # που έχουν «προκαλέσει ζημίες» στην εταιρεία και η BMW ζήτησε
        if looks_forward(reading, words, hit, k):
            return None
        return Link("inverted", hit, inverted=True)
    return None


def _takes_object(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    """«...», σχολιάζοντας τα αποτελέσματα: what is commented on is not the quotation."""
    word = word_at(reading, words, hit.end)
    return word is not None and word.article in ("Acc", "")


def resumed(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """«Είμαι εδώ», συνέχισε ο Νίκος, «γιατί με έστειλαν»: the second half has the verb of the first."""
    comma = word_at(reading, words, k - 1)
    if comma is None or comma.text not in ASIDE:
        return None
    first = next((j for j in range(k - 1, -1, -1) if reading.items[j] < 0), -1)
    if first < 0:
        return None
    between = [hit for hit in reading.hits if first < hit.start and hit.end < k and hit.form in ("active", "passive")]
    if len(between) != 1 or not right_behind(reading, words, between[0], first):
        return None
    if any(hit.start > k and hit.form == "active" and right_behind(reading, words, hit, k) for hit in reading.hits):
        return None  # «Ντροπή σας», φώναξε ο Άρης, «Δική σας», απάντησε ο Νίκος
    verbs = sum(
        (w := word_at(reading, words, j)) is not None
        and w.finite
        and reading.clauses[reading.clause_of[j]].kind != "relative"
        for j in range(first + 1, k)
    )
    return Link("resumed", between[0], inverted=True) if verbs <= 1 else None


def unlisted(reading: Reading, words: Sequence[Word], k: int, quoted: Sequence[Word]) -> Link | None:
    """«...», υπολογίζει από το Λονδίνο ο Νίκος Παππάς: any verb between a clause in marks and a person."""
    comma = word_at(reading, words, k + 1)
    at = k + 2
    while (word := word_at(reading, words, at)) is not None and word.fold in BEFORE_CUES and word.fold != "να":
        at += 1
    if comma is None or comma.text != "," or word is None or not word.finite or (len(quoted) < 2 and k):
        return None
    clause = reading.clause_of[at]
    stop = word_at(reading, words, at + 1)
    if k == 0 and len(quoted) >= CLAUSE and has_clause(quoted) and (stop is None or stop.text == "."):
        # «Τα νιάτα φεύγουν, οι πέτρες μένουν», φιλοσοφεί.
        return Link("inverted", CueHit(at, at + 1, word.lemma, "say", "active"), inverted=True)
    for phrase in reading.phrases:
        if phrase.start <= at or reading.clause_of[phrase.start] != clause:
            continue
        opener = words[reading.items[phrase.start]]
        subject = phrase.case in ("Nom", "") and (opener.article == "Nom" or opener.fold in PRONOUNS)
        if subject and not any(
            (w := word_at(reading, words, j)) is None or w.finite for j in range(at + 1, phrase.start)
        ):
            head = words[reading.items[phrase.head]]
            person = phrase.name is not None or is_role(head.text) or head.fold in PRONOUNS
            return Link("inverted", CueHit(at, at + 1, word.lemma, "say", "active"), inverted=True) if person else None
    return None


def trailing(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """Οι κυρώσεις έχουν «πλήξει» την οικονομία, δηλώνει ο υπουργός; ... «...», όπως είπε ο Νίκος."""
    for hit in reading.hits:
        if hit.start <= k or hit.form != "active" or hit.kind not in ("say", "adjacent"):
            continue
        j = hit.start - 1
        through = False
        while (word := word_at(reading, words, j)) is not None and (
            word.fold in BEFORE_CUES or word.pos in ("ADV", "AUX")
        ):
            through = through or word.fold in _AS_IS_SAID
            j -= 1
        comma = word_at(reading, words, j)
        if j > k and comma is not None and comma.text in ASIDE and (hit.kind == "say" or through):
            return Link("trailing", hit, inverted=True)
    return None
