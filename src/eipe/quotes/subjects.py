"""Who a cue's subject is: the noun phrase beside it that names the source.

Each function answers None for "not here". Case and number must fit; the tree is asked where the endings leave
two answers, and is never asked about words inside the marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.lexicon.table import words_of
from eipe.quotes.clause_subjects import ahead, behind, is_plural, tree
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.nominals import CLITICS
from eipe.quotes.oblique import Subject, agent, document, object_of, possessor
from eipe.quotes.outside_subjects import held, is_group
from eipe.quotes.scope import front_of
from eipe.quotes.words import Word

__all__ = ["Subject", "find_subject"]

_AS_IS_SAID = words_of("as_is_said")

_CAMPS = tuple(words_of("camps"))
_RECEIVING = tuple(words_of("receiving"))


def find_subject(reading: Reading, words: Sequence[Word], hit: CueHit, *, inverted: bool) -> Subject | None:
    """The subject of a verbal cue, the object of σύμφωνα με, the genitive of a noun.

    Args:
        inverted: Whether the quotation stands before the cue: «...», είπε ο Νίκος.
    """
    if hit.form in ("prep", "kata"):
        return object_of(reading, words, hit)
    if hit.form == "relative":
        before = [p for p in (*reading.phrases, *(p for _, p in reading.objects)) if p.end <= hit.start]
        return Subject(max(before, key=lambda p: p.end), "antecedent") if before else None
    if hit.form == "noun":
        return possessor(reading, words, hit) or _bearer(reading, words, hit)
    if hit.form == "passive":
        return agent(reading, words, hit) or document(reading, words, hit)
    if _enclosed(reading, words, hit):
        # Για όλα αυτά, υπογράμμισε, το πρώτο βήμα θα είναι: what stands outside the commas is the report.
        found = behind(reading, words, hit)
        if found is None or found.phrase is None:
            return None
        between = [reading.items[k] for k in range(hit.end, found.phrase.start)]
        light = inverted and all(i >= 0 and (words[i].text == "," or words[i].pos in ("ADV", "CCONJ")) for i in between)
        return found if light or not between else None  # υπενθυμίζει, εξάλλου, ο Νίκος
    inserted = hit.start > 0 and reading.items[hit.start - 1] >= 0 and words[reading.items[hit.start - 1]].text == ","
    if inserted and not inverted and hit.form == "active":
        # Το μήνυμα αυτό, εκτιμούσε ο Νίκος μιλώντας στη Βουλή, ...: an inserted verb has its subject behind it.
        found = behind(reading, words, hit)
        phrase = found.phrase if found is not None else None
        # but Ο Νίκος, από τα Χανιά, ήταν λακωνικός: «...»
        whole = phrase is not None and (
            phrase.name is not None or words[reading.items[phrase.start]].article is not None
        )
        if phrase is not None and whole and phrase.start == hit.end and phrase.case == "Nom":
            return found
    order = (behind, tree, ahead) if inverted else (tree, ahead, behind)
    refused = False
    for rule in order:
        found = rule(reading, words, hit)
        if found is not None and not _behind_aside(reading, words, hit, found):
            return found
        refused = refused or found is not None
    if refused:
        return None
    return _marked(reading, words, hit, inverted) or _camp(reading, words, hit) or held(reading, words, hit)


def _marked(reading: Reading, words: Sequence[Word], hit: CueHit, inverted: bool) -> Subject | None:
    """«...», γράφει η «Πρωινή»; Ο «Δράκος» είχε πει: a name in marks behind an article in the nominative."""
    items, clause = reading.items, reading.clause_of[hit.start]
    found = [
        k
        for k in range(1, len(items))
        if items[k] < 0 <= items[k - 1] and words[items[k - 1]].article == "Nom" and reading.clause_of[k] == clause
    ]
    found = [k for k in found if k < hit.start or not _finite(reading, words, hit.end, k)]
    if hit.form != "active" or not found:
        return None
    return Subject(None, "marked", marks=found[-1] if inverted else found[0])


def _finite(reading: Reading, words: Sequence[Word], start: int, end: int) -> bool:
    return any(item >= 0 and words[item].finite for item in reading.items[start:end])


def _camp(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """Από το ΠΑΣΟΚ σχολίαζαν ότι; «...», τονίζουν από το ΠΑΣΟΚ: a plural without a subject speaks for its body.

    Of those that stand behind σε only bodies that speak: στο υπουργείο λένε ότι; not στο κανάλι, στη Λάρισα.
    """
    if hit.form != "active" or not is_plural(words[reading.items[hit.start]]):
        return None
    for start, phrase in reading.objects:
        opener = words[reading.items[start]]
        same = reading.clause_of[start] == reading.clause_of[hit.start]
        same = same and (phrase.end <= hit.start or start == hit.end)
        head = words[reading.items[phrase.head]]
        speaks = opener.article == "Prep" and head.fold.startswith(_CAMPS)
        if same and (speaks or (opener.fold == "απο" and (phrase.name is not None or is_group(head)))):
            return Subject(phrase, "camp")
    return None


def _enclosed(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    """Whether commas stand on both sides of the verb: ..., υπογράμμισε, ..."""
    items = reading.items
    before = front_of(reading, words, hit)  # ..., όπως είπε, ...
    if before < 0 <= hit.start - 1:
        before = hit.end  # Όπως σημείωσε, η κάλυψη του κενού ...
    around = [items[k] if 0 <= k < len(items) else -1 for k in (before, hit.end)]
    return hit.form == "active" and all(item >= 0 and words[item].text == "," for item in around)


def _behind_aside(reading: Reading, words: Sequence[Word], hit: CueHit, found: Subject) -> bool:
    """Όπως είπε, το δείγμα «ήταν μικρό»: what stands behind the comma of όπως is the subject of what was said; but
    όπως είπε, μεταξύ άλλων, ο Νίκος, «...»."""
    items, phrase = reading.items, found.phrase
    particles = items[front_of(reading, words, hit) + 1 : hit.start]
    aside = any(words[item].fold in _AS_IS_SAID for item in particles)
    if not aside or phrase is None or phrase.start < hit.end:
        return False
    commas = [k for k in range(hit.end, len(items)) if items[k] >= 0 and words[items[k]].text == ","]
    return bool(commas) and commas[0] < phrase.start and phrase.end not in commas


def _bearer(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """Ο πρόεδρος διατύπωσε την ελπίδα ότι: a noun without a genitive belongs to the subject of its verb."""
    following = words[reading.items[hit.end]] if hit.end < len(reading.items) and reading.items[hit.end] >= 0 else None
    before = words[reading.items[hit.start - 1]] if hit.start and reading.items[hit.start - 1] >= 0 else None
    owner = following.fold if following is not None and following.fold in CLITICS else ""
    # η δήλωσή του: somebody named before; διατύπωσε την άποψή του, απάντησε με ανάρτησή του: the subject of the verb
    article = before.article if before is not None else "Nom"
    held_in = article == "Prep" or (before is not None and before.pos == "ADP")
    if owner and not held_in and article not in ("Acc", ""):
        return None
    verbs = [k for k, item in enumerate(reading.items) if item >= 0 and words[item].finite]
    verb = max((k for k in verbs if k < hit.start), default=-1)
    if verb < 0 and ((owner and held_in) or words[reading.items[hit.start]].fold == "με"):
        # Στις δηλώσεις του ο Νίκος στάθηκε στη νοοτροπία: «...»; με τα λόγια «...» ο Νίκος έφυγε
        verb = min((k for k in verbs if reading.clause_of[k] == reading.clause_of[hit.start]), default=-1)
    if verb < 0 and article == "Acc" and verbs:
        # Τη φράση «θα δούμε» επανέλαβε ο Νίκος: the noun is the object of the verb behind it
        return behind(reading, words, CueHit(verbs[0], verbs[0] + 1, hit.lemma, "say", "active"))
    if verb < 0:
        return None
    carrier = CueHit(verb, verb + 1, hit.lemma, "say", "active")
    if words[reading.items[verb]].fold.startswith(_RECEIVING):
        # Ο Νίκος πήρε από τον Άρη την απάντηση ότι; ρώτησε ο Νίκος, για να λάβει την απάντηση: not his own
        return agent(reading, words, carrier)
    found = tree(reading, words, carrier) or ahead(reading, words, carrier) or held(reading, words, carrier)
    gender = found.phrase.gender if found is not None and found.phrase is not None else ""
    if gender and (owner, gender) in (("του", "Fem"), ("τησ", "Masc")):
        return None  # Η Άννα σχολίασε την ανάρτησή του: «...»
    return found
