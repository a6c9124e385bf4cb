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
from eipe.quotes.scope import BEFORE_CUES, CLAUSE, TIMES, has_clause
from eipe.quotes.words import Word

__all__ = ["according", "announced", "headline", "opening", "relative_source", "signature"]

_AND = words_of("and")
_BUT = words_of("but")

#: Words before the colon of a headline, and of any sentence without a verb.
HEADLINE, LONGEST = 12, 20
#: Verbs that say how somebody was, before a colon.
_ASKED = affixes("asked_before")
COPULAS = words_of("appearing")


def opening(reading: Reading, k: int, first: bool, quoted: Sequence[Word]) -> Link | None:
    """Λαγκάρντ: «Όχι ακόμα» στη μείωση – τι λένε οι αγορές: the name before the colon, not the verb behind."""
    if reading.text(k - 1) != ":" or reading.text(k + 1) == ",":
        return None
    found = headline(reading, k, first, quoted)
    return found if found is not None and any(p.name and p.name[0] == found.at for p in reading.phrases) else None


def headline(reading: Reading, k: int, first: bool, quoted: Sequence[Word]) -> Link | None:
    """Γαβρίλης: «...»; Βούτσης σε Μοσκοβισί: «...»; Πούτιν: Το «ευχαριστώ» στον Κιμ."""
    before = reading.between(0, k)
    colon = next((j for j, word in enumerate(before) if word is None or word.finite or word.text in ":.;"), k)
    if reading.text(colon) != ":" or colon > LONGEST or _own_subject(reading, k):
        return None
    for phrase in reading.phrases:
        if phrase.start >= colon:
            break
        named = phrase.name is not None and colon == k - 1
        # Δεμένα τα πλοία – Παππάς: «...»: it opens the sentence, or what stands behind a dash
        opens = phrase.start == 0 or reading.text(phrase.start - 1) in ("–", "—", "-", "―", "|")
        # Στο ίδιο μήκος κύματος και η εκπρόσωπος του ΥΠΕΞ, Άννα Ρήγα: «...»: the subject of a verb left out.
        subject = reading.article(phrase.start) == "Nom" and _only(reading, phrase, k)
        alone = named and ((phrase.end == colon and opens) or subject)
        if _answers(reading, phrase, k):
            return Link("headline", None, at=phrase.head)
        if not alone and (not first or colon > HEADLINE):
            continue  # Άννα Ρήγα: «...» may stand anywhere, a headline only at the head of its paragraph
        if phrase.case in ("Gen", "Acc") and reading.article(phrase.start) is not None:
            continue
        if phrase.name is not None and (phrase.start <= 2 or alone):
            return Link("headline", None, at=phrase.name[0])
        if phrase.start == 0 and colon == k - 1 and phrase.core[1] == colon:
            return Link("headline", None, at=phrase.head)
    # Μέτσολα: «...»: one capitalized word that the pipeline did not know as a name; Έρευνα: «...» is none.
    opener = reading.word(0)
    capital = opener.text[:1].isupper() and opener.article is None and opener.pos in ("PROPN", "X", "")
    return Link("headline", None, at=0) if first and colon == 1 == k - 1 and capital else None


def _answers(reading: Reading, phrase: Phrase, k: int) -> bool:
    """Whether the phrase is all that stands before a colon and the marks: Κι ο πατέρας: «...». The verb is left out."""
    front = phrase.start == 0 or (phrase.start == 1 and reading.fold(0) in _AND)
    human = reading.article(phrase.start) == "Nom" and is_human_noun(reading.word(phrase.head).text)
    return front and human and phrase.name is None and phrase.end == k - 1


def _own_subject(reading: Reading, k: int) -> bool:
    """Whether a verb stands behind the marks, with its own subject: ΚΥΠΡΙΑΚΟ: «ΠΑΡΑΘΥΡΟ» ΒΛΕΠΕΙ Ο ΓΚΟΥΤΕΡΕΣ.

    Farther off it is a verb of saying: Λάρισα: «Ναι» σε όλα λέει ο Παππάς.
    """
    at = k + 1
    while (word := reading.at(at)) is not None and (word.is_word and not word.finite):
        at += 1
    if word is None or not word.finite or (at > k + 1 and all(hit.start != at for hit in reading.hits)):
        return False
    return any(p.start > at and p.case == "Nom" and p.name is not None for p in reading.phrases)


def _only(reading: Reading, phrase: Phrase, k: int) -> bool:
    """Whether no other phrase before the marks may be a subject."""
    others = [other for other in reading.phrases if not phrase.start <= other.start < phrase.end]
    return all(other.start > k or other.case != "Nom" or is_predicate(reading, other) for other in others)


def signature(reading: Reading, k: int) -> Link | None:
    """«...» — Νίκος Παππάς, at the end of its sentence."""
    if reading.text(k + 1) not in ("—", "–", "―", "-", "("):
        return None
    for phrase in reading.phrases:
        if phrase.start == k + 2 and phrase.name is not None and phrase.case in ("Nom", ""):
            rest = any(reading.finite(j) for j in range(phrase.end, len(reading.items)))
            return None if rest else Link("signature", None, at=phrase.name[0])
    return None


def announced(reading: Reading, k: int, quoted: Sequence[Word]) -> Link | None:
    """Αισιόδοξος εμφανίστηκε ο υπουργός: «...»; not: Ο τίτλος της ταινίας είναι: «Φεύγω»."""
    if reading.text(k - 1) != ":":
        return None
    clause = len(quoted) >= CLAUSE and has_clause(quoted)
    # Όταν ρωτήθηκε γι' αυτό, λύγισε: «Ας πληρώσουν»
    asked = any(reading.fold(j).startswith(_ASKED) for j in range(k))
    somebody = any(
        p.case == "Nom" and (p.name is not None or is_role(reading.word(p.head).text))
        for p in reading.phrases
        if p.end < k and reading.clause(p.start).kind == "main"
    )
    if not clause and not asked and not somebody:
        return None  # Στην αφίσα κυριαρχεί ο τίτλος: «Μπλε καράβι στο λιμάνι»
    for j in range(k - 2, -1, -1):
        word = reading.at(j)
        if word is None or (word.finite and word.fold.endswith("τε")):
            return None  # Διαβάστε ακόμα: «...»
        if word.finite and reading.clause(j).kind in ("main", "parallel"):
            # Ο Νίκος ήταν λακωνικός: «Στα τσακίδια»; but ο Νίκος διάβασε: «Εθνική Τράπεζα»
            return Link("announced", verb=j) if len(quoted) > 2 or word.fold in COPULAS else None
    return None


def according(reading: Reading, k: int, quoted: Sequence[Word]) -> Link | None:
    """Σύμφωνα με τον Νίκο, η λέξη «δεν χαράχτηκε τυχαία»; η Ουάσιγκτον, κατά τον Νίκο, δεν ..."""
    for hit in sorted(reading.hits, key=lambda hit: abs(hit.start - k)):
        if any(reading.fold(j) in _BUT for j in range(k + 1, hit.start)):
            continue  # ..., ενώ κατά τη Γιούροσταρ: of the other clause
        if hit.form == "prep":
            # σύμφωνα με υπολογισμούς από τότε που ξεκίνησε το «κίνημα»: it says nothing of a που-clause's words.
            held = reading.clause(k).kind == "relative" and not has_clause(quoted)
            return None if held else Link("according", hit)
        cited = hit.form == "active" or (hit.form == "passive" and document(reading, hit) is not None)
        if cited and hit.kind == "say" and hit.start < k and _as_said(reading, hit):
            return Link("according", hit)
        phrase = next((p for start, p in reading.objects if start == hit.start), None)
        if hit.form != "kata" or phrase is None:
            continue
        head = reading.word(phrase.head)
        # Κατά τους ειδικούς, «...»; not: κατά τους τελευταίους μήνες
        aside = phrase.end + 1 == k and reading.text(phrase.end) == "," and has_clause(quoted)
        human = is_role(head.text) or head.fold.startswith("ιδι")  # κατά τον ίδιο
        if phrase.name is not None or human or (aside and head.fold not in TIMES):
            return Link("according", hit)
    return None


def relative_source(reading: Reading, k: int) -> Link | None:
    """Η Μόσχα, κατά την οποία η αποστολή συνιστά «πρόκληση», ..."""
    for hit in reading.hits:
        if hit.form == "relative" and hit.end <= k and reading.clause_of[hit.end - 1] == reading.clause_of[k]:
            return Link("according", hit)
    return None


def _as_said(reading: Reading, hit: CueHit) -> bool:
    """Όπως είπε ο Νίκος, το έργο «δεν θα τελειώσει»: the cue opens the sentence in an aside of its own."""
    before = reading.between(0, hit.start)
    light = all(word and (word.fold in BEFORE_CUES or word.pos in ("AUX", "ADV")) for word in before)
    return light and any(word and word.fold == "οπωσ" for word in before)
