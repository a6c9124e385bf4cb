"""The source in the cue's own clause: the verb's subject, the agent of a passive, the genitive of η δήλωση."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from eipe.entities.roles import is_human_noun
from eipe.lexicon.table import affixes, words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.nominals import CLITICS
from eipe.quotes.phrases import Phrase, read_phrase
from eipe.quotes.words import Word

__all__ = [
    "Subject",
    "agent",
    "ahead",
    "behind",
    "document",
    "fits",
    "is_apposed",
    "is_plural",
    "is_predicate",
    "object_of",
    "possessor",
    "tree",
]

_AND, _AND_OR = words_of("and"), words_of("and_or")
_BY_WHOM, _WRITTEN_IN = words_of("by_whom"), words_of("written_in")
#: Times, and neuter words that stand before a reporting verb as its content: no subjects.
_NO_SUBJECTS = words_of("times") | words_of("contents")
#: Stems of the nouns of what is written and quoted.
_DOCUMENTS = tuple(words_of("documents"))


@dataclass(frozen=True, slots=True)
class Subject:
    """The source's noun phrase.

    Attributes:
        phrase: The phrase, or None if Greek dropped it.
        rule: How it was found.
        near: Whether it stands in the cue's own clause (or is shared with it), so that it is its mention.
        marks: Position of the marks that hold the source's name, where no phrase does: γράφει η «Πρωινή».
    """

    phrase: Phrase | None
    rule: str
    near: bool = True
    marks: int = -1

    @classmethod
    def of(cls, phrase: Phrase | None, rule: str) -> Subject | None:
        """What a rule has found; None where it has found nothing."""
        return None if phrase is None else cls(phrase, rule)


def is_plural(verb: Word) -> bool | None:
    """Whether the ending of a third person is a plural's; None for ήταν, which is both.

    The ending tells; taggers confuse verbs' numbers (τάσσονται as singular).
    """
    if verb.fold == "ηταν":
        return None
    # εμφανιζόταν is a singular, απέρριπταν a plural
    return verb.fold.endswith(affixes("plural_verbs")) and not verb.text.endswith("όταν")


def fits(reading: Reading, phrase: Phrase, hit: CueHit) -> bool:
    """Whether ``phrase`` can be the subject of the verb at ``hit``."""
    head, first, verb = reading.word(phrase.head), reading.word(phrase.start), reading.word(hit.start)
    if phrase.case not in ("Nom", "") or first.fold in _NO_SUBJECTS or head.fold in _NO_SUBJECTS:
        return False
    lone = first.article is None and phrase.end <= hit.start and phrase.end - phrase.head == 1
    if head.pos == "ADJ" and lone:
        return is_human_noun(head.text)  # Επιφυλακτικός, ο Νίκος είπε; but 45χρονη κατήγγειλε
    if any(other.start <= phrase.head < other.end and other.form != "noun" for other in reading.hits):
        return False  # έκανε λόγο και κάλεσε: no λόγος speaks
    plural = None if hit.form == "participle" and verb.fold.endswith("ντασ") else is_plural(verb)
    if plural:
        # ο δήμος και ο σύλλογος ζητούν
        several = reading.fold(phrase.start - 1) in _AND or reading.fold(phrase.end) in _AND_OR
        return phrase.number != "Sing" or several
    # ΗΠΑ ανακοίνωσαν is plural; το 39% δηλώνει is not: only a clear plural is refused.
    return not (plural is False and phrase.number == "Plur" and head.mention < 0)


def behind(reading: Reading, hit: CueHit) -> Subject | None:
    """«...», είπε χθες στη Βουλή ο Νίκος Παππάς."""
    verb = next((k for k in range(hit.end, len(reading.items)) if reading.finite(k)), len(reading.items))
    near = [p for p in reading.phrases if hit.end <= p.start <= verb]
    own = takewhile(lambda phrase: reading.together(phrase.start, hit.start), near)
    # φώναξε απευθυνόμενος στον Νίκο
    fitting = [phrase for phrase in own if fits(reading, phrase, hit) and not is_predicate(reading, phrase)]
    surest = min(fitting, key=lambda p: p.case != "Nom" or reading.article(p.start) == "", default=None)
    return Subject.of(surest, "behind")


def is_predicate(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase only says how somebody is: είπε συγκλονισμένος ο κοινοτάρχης; ήταν κατηγορηματική."""
    head = reading.word(phrase.head)
    alone = phrase.name is None and phrase.core[1] - phrase.start == 1
    return alone and (head.pos == "ADJ" or head.fold.endswith(affixes("participles_menos")))


def is_apposed(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase only says what the name before its comma is: Ο Νίκος Παππάς, αρχηγός του κόμματος, έφυγε.

    With an article it does between commas: Ο Νίκος Παππάς, ο αρχηγός, έφυγε; not Αν έρθει ο Νίκος, ο αρχηγός θα φύγει.
    """
    if reading.text(phrase.start - 1) != "," or phrase.name is not None:
        return False
    if phrase.start != phrase.core[0] and reading.text(phrase.end) != ",":
        return False
    named = any(p.end == phrase.start - 1 and p.name is not None for p in reading.phrases)
    return named and is_human_noun(reading.word(phrase.head).text)


def tree(reading: Reading, hit: CueHit) -> Subject | None:
    """The phrase that the parser hangs on the cue as its subject."""
    for phrase in reading.phrases:
        if not reading.together(phrase.start, hit.start) or not fits(reading, phrase, hit):
            continue
        cue, inside = reading.items[hit.start], reading.items[phrase.start : phrase.core[1]]
        if any(reading.words[i].dep == "nsubj" and reading.heads[i] == cue for i in inside if i >= 0):
            return Subject(phrase, "tree")
    return None


def ahead(reading: Reading, hit: CueHit) -> Subject | None:
    """Ο Νίκος Παππάς, που διαδέχθηκε τον Υ, είπε: the last fitting phrase of the clause before the verb."""
    own = (p for p in reversed(reading.phrases) if p.end <= hit.start and reading.together(p.start, hit.start))
    fitting = [phrase for phrase in own if fits(reading, phrase, hit) and not is_apposed(reading, phrase)]
    return Subject.of(min(fitting, key=lambda phrase: phrase.case != "Nom", default=None), "ahead")


def object_of(reading: Reading, hit: CueHit) -> Subject | None:
    """σύμφωνα με τον υπουργό, κατά τον υπουργό; κατά τα λεγόμενα της Άννας: the object, or the genitive behind it."""
    for start, phrase in reading.objects:
        if (start <= hit.start and hit.end <= phrase.core[0] <= hit.end + 3) or start == hit.end - 1:
            return Subject(phrase, "object")
    owner = possessor(reading, hit)
    return owner and Subject(owner.phrase, "object")


def possessor(reading: Reading, hit: CueHit) -> Subject | None:
    """η δήλωση του Υπουργού: the genitive behind the noun; None for η δήλωσή του."""
    k = hit.end + (hit.form == "noun" and reading.is_marks(hit.end))  # η φράση «λεφτά υπάρχουν» του Παππά
    word = reading.at(k)
    phrase = read_phrase(reading, k) if word is not None and "Gen" in (word.article, word.case) else None
    return Subject.of(phrase, "possessor")


def agent(reading: Reading, hit: CueHit) -> Subject | None:
    """χαρακτηρίστηκε «μοναδικό» από το υπουργείο."""
    behind = ((start, phrase) for start, phrase in reading.objects if start >= hit.end)
    own = (phrase for k, phrase in behind if reading.fold(k) in _BY_WHOM and reading.together(k, hit.start))
    return Subject.of(next(own, None), "agent")


def document(reading: Reading, hit: CueHit) -> Subject | None:
    """Στην ανακοίνωση αναφέρεται ότι: what is said in a text is said by the text."""
    for start, phrase in reading.objects:
        placed = reading.article(start) == "Prep" or reading.fold(start) in _WRITTEN_IN
        if placed and reading.together(start, hit.start) and reading.fold(phrase.head).startswith(_DOCUMENTS):
            owned = reading.fold(phrase.head + 1) in CLITICS  # σε ανακοίνωσή της: somebody named before
            return Subject(None if owned else phrase, "document")
    return None
