"""The subject in the cue's own clause: behind the verb, before it, or where the tree hangs it."""

from __future__ import annotations

from eipe.entities.roles import is_human_noun
from eipe.lexicon.table import affixes, words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.nominals import PRONOUNS
from eipe.quotes.oblique import Subject
from eipe.quotes.phrases import Phrase
from eipe.quotes.words import Word

__all__ = ["ahead", "behind", "fits", "is_apposed", "is_plural", "is_predicate", "tree"]

_AND = words_of("and")
_AND_OR = words_of("and_or")
_PARTICIPLES_MENOS = affixes("participles_menos")

_TIME = words_of("times")
#: Neuter words that stand before a reporting verb as its content, not its subject.
_CONTENT = words_of("contents")
#: Endings (folded) of the third person plural.
_PLURAL_VERB = affixes("plural_verbs")


def is_plural(verb: Word) -> bool | None:
    """Whether the ending of a third person is a plural's; None for ήταν, which is both.

    The ending tells; taggers confuse verbs' numbers (τάσσονται as singular).
    """
    if verb.fold == "ηταν":
        return None
    # εμφανιζόταν is a singular, απέρριπταν a plural
    return verb.fold.endswith(_PLURAL_VERB) and not verb.text.endswith("όταν")


def fits(reading: Reading, phrase: Phrase, hit: CueHit) -> bool:
    """Whether ``phrase`` can be the subject of the verb at ``hit``."""
    head, first, verb = reading.word(phrase.head), reading.word(phrase.start), reading.word(hit.start)
    if phrase.case not in ("Nom", "") or first.fold in _CONTENT or head.fold in _CONTENT or head.fold in _TIME:
        return False
    lone = first.article is None and phrase.end <= hit.start and phrase.end - phrase.head == 1
    if head.text.isdigit() or (head.pos == "ADJ" and lone and head.fold not in PRONOUNS):
        # το 2019; Επιφυλακτικός, ο Νίκος είπε; but Πηγή του υπουργείου είπε; 45χρονη κατήγγειλε
        return phrase.name is not None or is_human_noun(head.text)
    if any(other.start <= phrase.head < other.end and other.form != "noun" for other in reading.hits):
        return False  # έκανε λόγο και κάλεσε: no λόγος speaks
    plural = None if hit.form == "participle" and verb.fold.endswith("ντασ") else is_plural(verb)
    if plural:
        # ο δήμος και ο σύλλογος ζητούν
        several = reading.fold(phrase.start - 1) in _AND or reading.fold(phrase.end) in _AND_OR
        return phrase.number != "Sing" or several or head.text.isupper()
    # ΗΠΑ ανακοίνωσαν is plural; το 39% δηλώνει is not: only a clear plural is refused.
    return not (plural is False and phrase.number == "Plur" and head.mention < 0)


def behind(reading: Reading, hit: CueHit) -> Subject | None:
    """«...», είπε χθες στη Βουλή ο Νίκος Παππάς."""
    unsure: Phrase | None = None
    for phrase in reading.phrases:
        if phrase.start < hit.end:
            continue
        between = reading.between(hit.end, phrase.start)
        over = any(word and (word.finite or word.text in (".", ";", ":", "·")) for word in between)
        if over or reading.clause_of[phrase.start] != reading.clause_of[hit.start]:
            break
        if not fits(reading, phrase, hit):
            continue
        predicate, subject = is_predicate(reading, phrase), reading.word(phrase.head).dep == "nsubj"
        if phrase.case == "Nom" and reading.article(phrase.start) != "" and not predicate:
            return Subject(phrase, "behind")
        if predicate and not subject:
            continue  # φώναξε απευθυνόμενος στον Νίκο
        if unsure is None and (hit.kind != "urge" or subject):
            unsure = phrase
    return unsure and Subject(unsure, "behind")


def is_predicate(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase only says how somebody is: είπε συγκλονισμένος ο κοινοτάρχης; ήταν κατηγορηματική."""
    head = reading.word(phrase.head)
    alone = phrase.name is None and phrase.core[1] - phrase.start == 1
    return alone and (head.pos == "ADJ" or head.participle or head.fold.endswith(_PARTICIPLES_MENOS))


def is_apposed(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase only says what the name before its comma is: Ο Νίκος Παππάς, αρχηγός του κόμματος, έφυγε.

    With an article it does between commas: Ο Νίκος Παππάς, ο αρχηγός, έφυγε; not Αν έρθει ο Νίκος, ο αρχηγός θα φύγει.
    """
    if reading.text(phrase.start - 1) != "," or phrase.name is not None:
        return False
    if phrase.start != phrase.core[0] and reading.text(phrase.end) != ",":
        return False
    named = any(p.end == phrase.start - 1 and p.name is not None and p.case == "Nom" for p in reading.phrases)
    return named and is_human_noun(reading.word(phrase.head).text)


def tree(reading: Reading, hit: CueHit) -> Subject | None:
    """The phrase that the parser hangs on the cue as its subject."""
    for phrase in reading.phrases:
        if reading.clause_of[phrase.start] != reading.clause_of[hit.start] or not fits(reading, phrase, hit):
            continue
        inside = [k for k in range(phrase.start, phrase.core[1]) if not reading.is_marks(k)]
        cue = reading.items[hit.start]
        if any(reading.word(k).dep == "nsubj" and reading.heads[reading.items[k]] == cue for k in inside):
            # Παιδί της γενιάς του, η Αντιμί εξηγεί: an article in the nominative is surer than the parser.
            sure = phrase.case == "Nom" and reading.article(phrase.start)
            surer = None if sure else ahead(reading, hit)
            if surer is not None and surer.phrase is not None and reading.article(surer.phrase.start) == "Nom":
                return surer
            return Subject(phrase, "tree")
    return None


def ahead(reading: Reading, hit: CueHit) -> Subject | None:
    """Ο Νίκος Παππάς, που διαδέχθηκε τον Υ, είπε: the last fitting phrase of the clause before the verb."""
    clause = reading.clause_of[hit.start]
    unsure: Phrase | None = None
    for phrase in reversed(reading.phrases):
        if phrase.end > hit.start or reading.clause_of[phrase.start] != clause or is_apposed(reading, phrase):
            continue
        if not fits(reading, phrase, hit):
            continue
        if phrase.case == "Nom":
            return Subject(phrase, "ahead")
        unsure = unsure or phrase
    return Subject(unsure, "ahead") if unsure is not None and reading.clauses[clause].kind != "subordinate" else None
