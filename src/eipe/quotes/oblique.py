"""Sources that are no subjects: the object of σύμφωνα με, the genitive of η δήλωση, the agent of a passive."""

from __future__ import annotations

from dataclasses import dataclass

from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.nominals import CLITICS
from eipe.quotes.phrases import Phrase, read_phrase

__all__ = ["Subject", "agent", "document", "object_of", "possessor"]

_BY_WHOM = words_of("by_whom")
_WRITTEN_IN = words_of("written_in")

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


def object_of(reading: Reading, hit: CueHit) -> Subject | None:
    """σύμφωνα με τον υπουργό, κατά τον υπουργό; κατά τα λεγόμενα της Άννας: the object, or the genitive behind it."""
    for start, phrase in reading.objects:
        if (start <= hit.start and hit.end <= phrase.core[0] <= hit.end + 3) or start == hit.end - 1:
            return Subject(phrase, "object")
    for phrase in reading.phrases:
        if hit.end <= phrase.start <= hit.end + 1:
            return Subject(phrase, "object")
    owner = possessor(reading, hit)
    return None if owner is None else Subject(owner.phrase, "object")


def possessor(reading: Reading, hit: CueHit) -> Subject | None:
    """η δήλωση του Υπουργού: the genitive behind the noun; None for η δήλωσή του."""
    k = hit.end + (hit.form == "noun" and reading.is_marks(hit.end))  # η φράση «λεφτά υπάρχουν» του Παππά
    word = reading.at(k)
    if word is None or not (word.article == "Gen" or word.case == "Gen" or word.mention >= 0):
        return None
    phrase = read_phrase(reading, k)
    return phrase and Subject(phrase, "possessor")


def agent(reading: Reading, hit: CueHit) -> Subject | None:
    """χαρακτηρίστηκε «μοναδικό» από το υπουργείο."""
    for start, phrase in reading.objects:
        same = reading.clause_of[start] == reading.clause_of[hit.start]
        if start >= hit.end and reading.fold(start) in _BY_WHOM and same:
            return Subject(phrase, "agent")
    return None


def document(reading: Reading, hit: CueHit) -> Subject | None:
    """Στην ανακοίνωση αναφέρεται ότι: what is said in a text is said by the text."""
    for start, phrase in reading.objects:
        placed = reading.article(start) == "Prep" or reading.fold(start) in _WRITTEN_IN
        same = reading.clause_of[start] == reading.clause_of[hit.start]
        if placed and same and reading.fold(phrase.head).startswith(_DOCUMENTS):
            owned = reading.fold(phrase.head + 1) in CLITICS  # σε ανακοίνωσή της: somebody named before
            return Subject(None if owned else phrase, "document")
    return None
