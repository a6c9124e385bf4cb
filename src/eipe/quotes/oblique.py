"""Sources that are no subjects: the object of σύμφωνα με, the genitive of η δήλωση, the agent of a passive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.nominals import CLITICS
from eipe.quotes.phrases import Phrase, read_phrase
from eipe.quotes.words import Word

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


def object_of(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    for start, phrase in reading.objects:
        if (start <= hit.start and hit.end <= phrase.core[0] <= hit.end + 3) or start == hit.end - 1:
            return Subject(phrase, "object")
    for phrase in reading.phrases:
        if hit.end <= phrase.start <= hit.end + 1:
            return Subject(phrase, "object")
    owner = possessor(reading, words, hit)  # κατά τα λεγόμενα της Άννας
    return None if owner is None else Subject(owner.phrase, "object")


def possessor(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """η δήλωση του Υπουργού: the genitive behind the noun; None for η δήλωσή του."""
    k = hit.end
    if hit.form == "noun" and k < len(reading.items) and reading.items[k] < 0:
        k += 1  # η φράση «λεφτά υπάρχουν» του Παππά
    if k < len(reading.items) and reading.items[k] >= 0:
        word = words[reading.items[k]]
        if word.article == "Gen" or word.case == "Gen" or word.mention >= 0:
            phrase = read_phrase(reading.items, words, k)
            if phrase is not None:
                return Subject(phrase, "possessor")
    return None


def agent(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """χαρακτηρίστηκε «μοναδικό» από το υπουργείο."""
    for start, phrase in reading.objects:
        word = words[reading.items[start]]
        if start >= hit.end and word.fold in _BY_WHOM and reading.clause_of[start] == reading.clause_of[hit.start]:
            return Subject(phrase, "agent")
    return None


def document(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """Στην ανακοίνωση αναφέρεται ότι: what is said in a text is said by the text."""
    for start, phrase in reading.objects:
        opener, head = words[reading.items[start]], words[reading.items[phrase.head]]
        placed = opener.article == "Prep" or opener.fold in _WRITTEN_IN
        if placed and head.fold.startswith(_DOCUMENTS) and reading.clause_of[start] == reading.clause_of[hit.start]:
            k = phrase.head + 1
            owned = k < len(reading.items) and reading.items[k] >= 0 and words[reading.items[k]].fold in CLITICS
            return Subject(None if owned else phrase, "document")  # σε ανακοίνωσή της: somebody named before
    return None
