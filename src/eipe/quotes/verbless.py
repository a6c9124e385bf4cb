"""Strategies without a verb of saying: a source and a colon, a signature, according to whom. ``links`` orders them."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.roles import is_role
from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.results import Link
from eipe.quotes.scope import CLAUSE, has_clause
from eipe.quotes.words import Word

__all__ = ["according", "announced", "headline", "opening", "relative_source", "signature"]

_BUT = words_of("but")


def opening(reading: Reading, k: int, first: bool) -> Link | None:
    """Λαγκάρντ: «Όχι ακόμα» στη μείωση – τι λένε οι αγορές: the name before the colon, not the verb behind."""
    if reading.text(k - 1) != ":" or reading.text(k + 1) == ",":
        return None
    found = headline(reading, k, first)
    return found if found is not None and reading.word(found.at).mention >= 0 else None


def headline(reading: Reading, k: int, first: bool) -> Link | None:
    """Γαβρίλης: «...»; Βούτσης σε Μοσκοβισί: «...»; Πούτιν: Το «ευχαριστώ» στον Κιμ."""
    before = reading.between(0, k)
    colon = next((j for j, word in enumerate(before) if word is None or word.finite or word.text in ":.;"), k)
    if reading.text(colon) != ":":
        return None
    for phrase in reading.phrases:
        if phrase.start >= colon:
            break
        named = phrase.name is not None and colon == k - 1
        # Δεμένα τα πλοία – Παππάς: «...»: it opens the sentence, or what stands behind a dash
        opens = phrase.start == 0 or reading.text(phrase.start - 1) in ("–", "—", "-", "―", "|")
        # Στο ίδιο μήκος κύματος και η εκπρόσωπος του ΥΠΕΞ, Άννα Ρήγα: «...»: the subject of a verb left out.
        others = [other.start for other in reading.phrases if other.case == "Nom" and other.start <= k]
        subject = reading.article(phrase.start) == "Nom" and all(phrase.start <= j < phrase.end for j in others)
        alone = named and ((phrase.end == colon and opens) or subject)
        if not alone and not first:
            continue  # Άννα Ρήγα: «...» may stand anywhere, a headline only at the head of its paragraph
        if phrase.name is not None:
            return Link("headline", None, at=phrase.name[0])
        if phrase.start == 0 and colon == k - 1 and phrase.core[1] == colon:
            return Link("headline", None, at=phrase.head)
    return None


def signature(reading: Reading, k: int) -> Link | None:
    """«...» — Νίκος Παππάς, at the end of its sentence, or on the line behind it (`layout`)."""
    at = k + 2 if reading.text(k + 1) == "." else k + 1
    if reading.text(at) not in ("—", "–", "―", "-", "("):
        return None
    names = (phrase.name for phrase in reading.phrases if phrase.start == at + 1)
    return next((Link("signature", None, at=name[0]) for name in names if name is not None), None)


def announced(reading: Reading, k: int, quoted: Sequence[Word]) -> Link | None:
    """Αισιόδοξος εμφανίστηκε ο υπουργός: «...»; not: Ο τίτλος της ταινίας είναι: «Φεύγω»."""
    if reading.text(k - 1) != ":":
        return None
    clause = len(quoted) >= CLAUSE and has_clause(quoted)
    somebody = any(
        p.case == "Nom" and (p.name is not None or is_role(reading.word(p.head).text))
        for p in reading.phrases
        if p.end < k and reading.clause(p.start).kind == "main"
    )
    if not clause and not somebody:
        return None  # Στην αφίσα κυριαρχεί ο τίτλος: «Μπλε καράβι στο λιμάνι»
    for j in range(k - 2, -1, -1):
        word = reading.at(j)
        if word is None or (word.finite and word.fold.endswith("τε")):
            return None  # Διαβάστε ακόμα: «...»
        if word.finite and reading.clause(j).kind in ("main", "parallel"):
            return Link("announced", verb=j) if len(quoted) > 2 else None  # ο Νίκος διάβασε: «Εθνική Τράπεζα»
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
        phrase = next((p for start, p in reading.objects if start == hit.start), None)
        if hit.form != "kata" or phrase is None:
            continue
        head = reading.word(phrase.head)
        # κατά τον υπουργό, κατά τον ίδιο; not: κατά τους τελευταίους μήνες
        if phrase.name is not None or is_role(head.text) or head.fold.startswith("ιδι"):
            return Link("according", hit)
    return None


def relative_source(reading: Reading, k: int) -> Link | None:
    """Η Μόσχα, κατά την οποία η αποστολή συνιστά «πρόκληση», ..."""
    hits = (hit for hit in reading.hits if hit.form == "relative" and hit.end <= k)
    return next((Link("according", hit) for hit in hits if reading.together(hit.end - 1, k)), None)
