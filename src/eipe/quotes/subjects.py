"""Who a cue's subject is: the noun phrase beside it that names the source.

Each function answers None for "not here". Case and number must fit; the tree is asked where the endings leave
two answers, and is never asked about words inside the marks.
"""

from __future__ import annotations

from eipe.lexicon.table import words_of
from eipe.quotes.clause_subjects import Subject, agent, ahead, behind, document, is_plural, object_of, possessor, tree
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.outside_subjects import held
from eipe.quotes.scope import front_of

__all__ = ["Subject", "find_subject"]

_CAMPS = tuple(words_of("camps"))


def find_subject(reading: Reading, hit: CueHit, *, inverted: bool) -> Subject | None:
    """The subject of a verbal cue, the object of σύμφωνα με, the genitive of a noun.

    Args:
        inverted: Whether the quotation stands before the cue: «...», είπε ο Νίκος.
    """
    if hit.form in ("prep", "kata"):
        return object_of(reading, hit)
    if hit.form == "relative":
        before = max((p for p in reading.nouns() if p.end <= hit.start), key=lambda p: p.end, default=None)
        return Subject.of(before, "antecedent")
    if hit.form == "noun":
        return possessor(reading, hit) or _bearer(reading, hit)
    if hit.form == "passive":
        return agent(reading, hit) or document(reading, hit)
    if _enclosed(reading, hit):
        return None  # Για όλα αυτά, υπογράμμισε, το πρώτο βήμα θα είναι: outside the commas is the report
    order = (behind, tree, ahead) if inverted else (tree, ahead, behind)
    found = next(filter(None, (rule(reading, hit) for rule in order)), None)
    return found or _marked(reading, hit) or _camp(reading, hit) or held(reading, hit)


def _marked(reading: Reading, hit: CueHit) -> Subject | None:
    """«...», γράφει η «Πρωινή»; Ο «Δράκος» είχε πει: a name in marks behind an article in the nominative."""
    named = [k for k in range(len(reading.items)) if reading.is_marks(k) and reading.article(k - 1) == "Nom"]
    own = [k for k in named if reading.together(k, hit.start)]
    return Subject(None, "marked", marks=own[-1]) if own and hit.form == "active" else None


def _camp(reading: Reading, hit: CueHit) -> Subject | None:
    """Από το ΠΑΣΟΚ σχολίαζαν ότι; «...», τονίζουν από το ΠΑΣΟΚ: a plural without a subject speaks for its body.

    Of those that stand behind σε only bodies that speak: στο υπουργείο λένε ότι; not στο κανάλι, στη Λάρισα.
    """
    if hit.form != "active" or not is_plural(reading.word(hit.start)):
        return None
    for start, phrase in reading.objects:
        near, head = phrase.end <= hit.start or start == hit.end, reading.word(phrase.head)
        speaks = reading.article(start) == "Prep" and head.fold.startswith(_CAMPS)
        if near and (speaks or (reading.fold(start) == "απο" and phrase.name is not None)):
            return Subject(phrase, "camp")
    return None


def _enclosed(reading: Reading, hit: CueHit) -> bool:
    """Whether commas stand on both sides of the verb: ..., υπογράμμισε, ...; Όπως σημείωσε, η κάλυψη του κενού ..."""
    before = front_of(reading, hit)  # ..., όπως είπε, ...
    opens = before < 0 <= hit.start - 1
    return hit.form == "active" and reading.text(hit.end) == "," and (opens or reading.text(before) == ",")


def _bearer(reading: Reading, hit: CueHit) -> Subject | None:
    """Ο πρόεδρος διατύπωσε την ελπίδα ότι: a noun without a genitive belongs to the subject of its verb."""
    verbs = [CueHit(k, k + 1, hit.lemma, "say", "active") for k in range(len(reading.items)) if reading.finite(k)]
    carrier = next((verb for verb in reversed(verbs) if verb.start < hit.start), None)
    if carrier is not None:
        return tree(reading, carrier) or ahead(reading, carrier) or held(reading, carrier)
    # Τη φράση «θα δούμε» επανέλαβε ο Νίκος: the noun is the object of the verb behind it
    return behind(reading, verbs[0]) if verbs and reading.article(hit.start - 1) == "Acc" else None
