"""Strategies without a verb of saying: a source and a colon, a signature, according to whom. ``links`` orders them."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.roles import is_human_noun, is_role
from eipe.lexicon.table import affixes, words_of
from eipe.quotes.clause_subjects import is_predicate
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.oblique import document
from eipe.quotes.phrases import Phrase
from eipe.quotes.results import Link
from eipe.quotes.scope import (
    BEFORE_CUES,
    CLAUSE,
    TIMES,
    has_clause,
    word_at,
)
from eipe.quotes.words import Word

__all__ = ["according", "announced", "headline", "opening", "relative_source", "signature"]

_AND = words_of("and")
_BUT = words_of("but")

#: Words before the colon of a headline, and of any sentence without a verb.
HEADLINE, LONGEST = 12, 20
#: Verbs that say how somebody was, before a colon.
_ASKED = affixes("asked_before")
COPULAS = words_of("appearing")


def opening(reading: Reading, words: Sequence[Word], k: int, first: bool, quoted: Sequence[Word]) -> Link | None:
    """Λαγκάρντ: «Όχι ακόμα» στη μείωση – τι λένε οι αγορές: the name before the colon, not the verb behind."""
    colon = word_at(reading, words, k - 1)
    behind = word_at(reading, words, k + 1)
    if colon is None or colon.text != ":" or (behind is not None and behind.text == ","):
        return None
    found = headline(reading, words, k, first, quoted)
    return found if found is not None and any(p.name and p.name[0] == found.at for p in reading.phrases) else None


def _opens(reading: Reading, words: Sequence[Word], k: int) -> bool:
    """Whether the position opens the sentence, or what stands behind a dash: Δεμένα τα πλοία – Παππάς: «...»."""
    before = word_at(reading, words, k - 1)
    return k == 0 or (before is not None and before.text in ("–", "—", "-", "―", "|"))


def headline(reading: Reading, words: Sequence[Word], k: int, first: bool, quoted: Sequence[Word]) -> Link | None:
    """Γαβρίλης: «...»; Βούτσης σε Μοσκοβισί: «...»; Πούτιν: Το «ευχαριστώ» στον Κιμ."""
    colon = -1
    for j in range(k):
        word = word_at(reading, words, j)
        if word is None:
            return None
        if word.text == ":":
            colon = j
            break
        if word.finite or word.text in (".", ";"):
            return None
    if colon < 0 or colon > LONGEST or _own_subject(reading, words, k):
        return None
    for phrase in reading.phrases:
        if phrase.start >= colon:
            break
        named = phrase.name is not None and colon == k - 1
        alone = named and phrase.end == colon and _opens(reading, words, phrase.start)
        # Στο ίδιο μήκος κύματος και η εκπρόσωπος του ΥΠΕΞ, Άννα Ρήγα: «...»: the subject of a verb left out.
        alone = alone or (
            named and words[reading.items[phrase.start]].article == "Nom" and _only(reading, words, phrase, k)
        )
        if _answers(reading, words, phrase, k):
            return Link("headline", None, at=phrase.head)
        if not alone and (not first or colon > HEADLINE):
            continue  # Άννα Ρήγα: «...» may stand anywhere, a headline only at the head of its paragraph
        if phrase.case in ("Gen", "Acc") and words[reading.items[phrase.start]].article is not None:
            continue
        if phrase.name is not None and (phrase.start <= 2 or alone):
            return Link("headline", None, at=phrase.name[0])
        if phrase.start == 0 and colon - k == -1 and phrase.core[1] == colon:
            return Link("headline", None, at=phrase.head)
    # Μέτσολα: «...»: one capitalized word that the pipeline did not know as a name.
    opener = word_at(reading, words, 0)
    if first and colon == 1 == k - 1 and opener is not None and opener.text[:1].isupper() and opener.article is None:
        return Link("headline", None, at=0) if opener.pos in ("PROPN", "X", "") else None  # Έρευνα: «...» is none
    return None


def _answers(reading: Reading, words: Sequence[Word], phrase: Phrase, k: int) -> bool:
    """Whether the phrase is all that stands before a colon and the marks: Κι ο πατέρας: «...». The verb is left out."""
    opener = word_at(reading, words, 0)
    front = phrase.start == 0 or (phrase.start == 1 and opener is not None and opener.fold in _AND)
    definite = words[reading.items[phrase.start]].article == "Nom"
    human = is_human_noun(words[reading.items[phrase.head]].text)
    return front and definite and human and phrase.name is None and phrase.end == k - 1


def _own_subject(reading: Reading, words: Sequence[Word], k: int) -> bool:
    """Whether a verb stands behind the marks, with its own subject: ΚΥΠΡΙΑΚΟ: «ΠΑΡΑΘΥΡΟ» ΒΛΕΠΕΙ Ο ΓΚΟΥΤΕΡΕΣ.

    Farther off it is a verb of saying: Λάρισα: «Ναι» σε όλα λέει ο Παππάς.
    """
    at = k + 1
    while (word := word_at(reading, words, at)) is not None and (word.is_word and not word.finite):
        at += 1
    if word is None or not word.finite or (at > k + 1 and all(hit.start != at for hit in reading.hits)):
        return False
    return any(p.start > at and p.case == "Nom" and p.name is not None for p in reading.phrases)


def _only(reading: Reading, words: Sequence[Word], phrase: Phrase, k: int) -> bool:
    """Whether no other phrase before the marks may be a subject."""
    others = [other for other in reading.phrases if not phrase.start <= other.start < phrase.end]
    return all(other.start > k or other.case != "Nom" or is_predicate(reading, words, other) for other in others)


def signature(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """«...» — Νίκος Παππάς, at the end of its sentence."""
    dash = word_at(reading, words, k + 1)
    if dash is None or dash.text not in ("—", "–", "―", "-", "("):
        return None
    for phrase in reading.phrases:
        if phrase.start == k + 2 and phrase.name is not None and phrase.case in ("Nom", ""):
            rest = [j for j in range(phrase.end, len(reading.items)) if (w := word_at(reading, words, j)) and w.finite]
            return None if rest else Link("signature", None, at=phrase.name[0])
    return None


def announced(reading: Reading, words: Sequence[Word], k: int, quoted: Sequence[Word]) -> Link | None:
    """Αισιόδοξος εμφανίστηκε ο υπουργός: «...»; not: Ο τίτλος της ταινίας είναι: «Φεύγω»."""
    colon = word_at(reading, words, k - 1)
    if colon is None or colon.text != ":":
        return None
    clause = len(quoted) >= CLAUSE and has_clause(quoted)
    before = [words[item] for item in reading.items[:k] if item >= 0]
    asked = any(word.fold.startswith(_ASKED) for word in before)  # Όταν ρωτήθηκε γι' αυτό, λύγισε: «Ας πληρώσουν»
    if (
        not clause
        and not asked
        and not any(
            p.case == "Nom" and (p.name is not None or is_role(words[reading.items[p.head]].text))
            for p in reading.phrases
            if p.end < k and reading.clauses[reading.clause_of[p.start]].kind == "main"
        )
    ):
        return None  # Στην αφίσα κυριαρχεί ο τίτλος: «Μπλε καράβι στο λιμάνι»
    for j in range(k - 2, -1, -1):
        word = word_at(reading, words, j)
        if word is None:
            return None
        if word.finite and word.fold.endswith("τε"):
            return None  # Διαβάστε ακόμα: «...»
        if word.finite and reading.clauses[reading.clause_of[j]].kind in ("main", "parallel"):
            # Ο Νίκος ήταν λακωνικός: «Στα τσακίδια»; but ο Νίκος διάβασε: «Εθνική Τράπεζα»
            return Link("announced", verb=j) if len(quoted) > 2 or word.fold in COPULAS else None
    return None


def according(reading: Reading, words: Sequence[Word], k: int, quoted: Sequence[Word]) -> Link | None:
    """Σύμφωνα με τον Νίκο, η λέξη «δεν χαράχτηκε τυχαία»; η Ουάσιγκτον, κατά τον Νίκο, δεν ..."""
    for hit in sorted(reading.hits, key=lambda hit: abs(hit.start - k)):
        ahead = (word_at(reading, words, j) for j in range(k + 1, hit.start))
        if any(word is not None and word.fold in _BUT for word in ahead):
            continue  # ..., ενώ κατά τη Γιούροσταρ: of the other clause
        if hit.form == "prep":
            # σύμφωνα με υπολογισμούς από τότε που ξεκίνησε το «κίνημα»: it says nothing of a που-clause's words.
            held = reading.clauses[reading.clause_of[k]].kind == "relative" and not has_clause(quoted)
            return None if held else Link("according", hit)
        cited = hit.form == "active" or (hit.form == "passive" and document(reading, words, hit) is not None)
        if cited and hit.kind == "say" and hit.start < k and _as_said(reading, words, hit):
            return Link("according", hit)
        if hit.form == "kata":
            for start, phrase in reading.objects:
                if start != hit.start:
                    continue
                named = phrase.name is not None and words[reading.items[phrase.name[0]]].mention >= 0
                # Κατά τους ειδικούς, «...»; not: κατά τους τελευταίους μήνες
                comma = word_at(reading, words, phrase.end)
                aside = phrase.end + 1 == k and comma is not None and comma.text == "," and has_clause(quoted)
                head = words[reading.items[phrase.head]]
                human = is_role(head.text) or head.fold.startswith("ιδι")  # κατά τον ίδιο
                if named or human or (aside and head.fold not in TIMES):
                    return Link("according", hit)
    return None


def relative_source(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """Η Μόσχα, κατά την οποία η αποστολή συνιστά «πρόκληση», ..."""
    for hit in reading.hits:
        if hit.form == "relative" and hit.end <= k and reading.clause_of[hit.end - 1] == reading.clause_of[k]:
            return Link("according", hit)
    return None


def _as_said(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    """Όπως είπε ο Νίκος, το έργο «δεν θα τελειώσει»: the cue opens the sentence in an aside of its own."""
    before = [word_at(reading, words, j) for j in range(hit.start)]
    return (
        bool(before)
        and all(word is not None and (word.fold in BEFORE_CUES or word.pos in ("AUX", "ADV")) for word in before)
        and any(word is not None and word.fold == "οπωσ" for word in before)
    )
