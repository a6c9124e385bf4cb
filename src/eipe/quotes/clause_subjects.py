"""The subject in the cue's own clause: behind the verb, before it, or where the tree hangs it."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.roles import is_human_noun
from eipe.lexicon.table import affixes, words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.nominals import PRONOUNS, word_at
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


def _verb(reading: Reading, words: Sequence[Word], hit: CueHit) -> Word:
    return words[reading.items[hit.start]]


def _plural(word: Word, hit: CueHit) -> bool | None:
    if hit.form == "participle" and word.fold.endswith("ντασ"):
        return None
    return is_plural(word)


def is_plural(verb: Word) -> bool | None:
    """Whether the ending of a third person is a plural's; None for ήταν, which is both.

    The ending tells; taggers confuse verbs' numbers (τάσσονται as singular).
    """
    if verb.fold == "ηταν":
        return None
    # εμφανιζόταν is a singular, απέρριπταν a plural
    return verb.fold.endswith(_PLURAL_VERB) and not verb.text.endswith("όταν")


def fits(reading: Reading, words: Sequence[Word], phrase: Phrase, hit: CueHit) -> bool:
    """Whether ``phrase`` can be the subject of the verb at ``hit``."""
    head = words[reading.items[phrase.head]]
    first = words[reading.items[phrase.start]]
    if phrase.case not in ("Nom", "") or first.fold in _CONTENT or head.fold in _CONTENT or head.fold in _TIME:
        return False
    if head.text.isdigit() or (
        head.pos == "ADJ"
        and first.article is None
        and head.fold not in PRONOUNS
        and phrase.end <= hit.start
        and phrase.end - phrase.head == 1
    ):
        # το 2019; Επιφυλακτικός, ο Νίκος είπε; but Πηγή του υπουργείου είπε; 45χρονη κατήγγειλε
        return phrase.name is not None or is_human_noun(head.text)
    if any(other.start <= phrase.head < other.end and other.form != "noun" for other in reading.hits):
        return False  # έκανε λόγο και κάλεσε: no λόγος speaks
    plural = _plural(_verb(reading, words, hit), hit)
    several = _several(reading, words, phrase)
    if plural is True:
        return phrase.number != "Sing" or several or head.text.isupper()
    # ΗΠΑ ανακοίνωσαν is plural; το 39% δηλώνει is not: only a clear plural is refused.
    return not (plural is False and phrase.number == "Plur" and head.mention < 0)


def _several(reading: Reading, words: Sequence[Word], phrase: Phrase) -> bool:
    before = reading.items[phrase.start - 1] if phrase.start else -1
    if before >= 0 and words[before].fold in _AND:
        return True  # ο δήμος και ο σύλλογος ζητούν
    at = phrase.end
    return at < len(reading.items) and reading.items[at] >= 0 and words[reading.items[at]].fold in _AND_OR


def behind(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """«...», είπε χθες στη Βουλή ο Νίκος Παππάς."""
    clause = reading.clause_of[hit.start]
    unsure: Phrase | None = None
    for phrase in reading.phrases:
        if phrase.start < hit.end:
            continue
        if reading.clause_of[phrase.start] != clause or _verb_between(reading, words, hit.end, phrase.start):
            break
        if not fits(reading, words, phrase, hit):
            continue
        predicate = is_predicate(reading, words, phrase)
        if phrase.case == "Nom" and words[reading.items[phrase.start]].article != "" and not predicate:
            return Subject(phrase, "behind")
        if predicate and words[reading.items[phrase.head]].dep != "nsubj":
            continue  # φώναξε απευθυνόμενος στον Νίκο
        if unsure is None and (hit.kind != "urge" or words[reading.items[phrase.head]].dep == "nsubj"):
            unsure = phrase
    return None if unsure is None else Subject(unsure, "behind")


def is_predicate(reading: Reading, words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the phrase only says how somebody is: είπε συγκλονισμένος ο κοινοτάρχης; ήταν κατηγορηματική."""
    head = words[reading.items[phrase.head]]
    alone = phrase.name is None and phrase.core[1] - phrase.start == 1
    return alone and (head.pos == "ADJ" or head.participle or head.fold.endswith(_PARTICIPLES_MENOS))


def is_apposed(reading: Reading, words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the phrase only says what the name before its comma is: Ο Νίκος Παππάς, αρχηγός του κόμματος, έφυγε.

    With an article it does between commas: Ο Νίκος Παππάς, ο αρχηγός, έφυγε; not Αν έρθει ο Νίκος, ο αρχηγός θα φύγει.
    """
    comma, behind = (word_at(reading.items, words, k) for k in (phrase.start - 1, phrase.end))
    if comma is None or comma.text != "," or phrase.name is not None:
        return False
    if phrase.start != phrase.core[0] and (behind is None or behind.text != ","):
        return False
    named = any(p.end == phrase.start - 1 and p.name is not None and p.case == "Nom" for p in reading.phrases)
    return named and is_human_noun(words[reading.items[phrase.head]].text)


def _verb_between(reading: Reading, words: Sequence[Word], start: int, end: int) -> bool:
    for k in range(start, end):
        item = reading.items[k]
        if item < 0:
            continue
        if words[item].text in (".", ";", ":", "·") or words[item].finite:
            return True
    return False


def tree(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """The phrase that the parser hangs on the cue as its subject."""
    cue = reading.items[hit.start]
    clause = reading.clause_of[hit.start]
    for phrase in reading.phrases:
        for k in range(phrase.start, phrase.core[1]):
            item = reading.items[k]
            if (
                item >= 0
                and words[item].dep == "nsubj"
                and reading.heads[item] == cue
                and reading.clause_of[phrase.start] == clause
                and fits(reading, words, phrase, hit)
            ):
                # Παιδί της γενιάς του, η Αντιμί εξηγεί: an article in the nominative is surer than the parser.
                surer = (
                    None
                    if phrase.case == "Nom" and words[reading.items[phrase.start]].article
                    else ahead(reading, words, hit)
                )
                if (
                    surer is not None
                    and surer.phrase is not None
                    and words[reading.items[surer.phrase.start]].article == "Nom"
                ):
                    return surer
                return Subject(phrase, "tree")
    return None


def ahead(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """Ο Νίκος Παππάς, που διαδέχθηκε τον Υ, είπε: the last fitting phrase of the clause before the verb."""
    clause = reading.clause_of[hit.start]
    unsure: Phrase | None = None
    for phrase in reversed(reading.phrases):
        if phrase.end > hit.start or reading.clause_of[phrase.start] != clause or is_apposed(reading, words, phrase):
            continue
        if not fits(reading, words, phrase, hit):
            continue
        if phrase.case == "Nom":
            return Subject(phrase, "ahead")
        unsure = unsure or phrase
    if unsure is not None and reading.clauses[clause].kind != "subordinate":
        return Subject(unsure, "ahead")
    return None
