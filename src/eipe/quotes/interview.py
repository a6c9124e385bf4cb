"""Interviews: whose turn it is, where questions and answers follow each other.

Three signs part a question from its answer:

    label     Ερώτηση: «...» Απάντηση: «...»; ΕΡ.: «...» ΑΠ.: «...»
    address   «Γιατί αργήσατε;» «Δεν έβρισκα παραγωγό.», each a paragraph of its own: a question that addresses
              somebody, with an utterance behind it
    verb      «...», τον ρώτησε η Άννα. «...», απάντησε: who was asked answers, not who asked

A question that names nobody is the writer's: it has no speaker. (Turn-taking by adjacency pairs: Schegloff and
Sacks 1973.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eipe.lexicon.table import affixes, pairs, words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.discourse import Discourse
from eipe.quotes.layout import Layout
from eipe.quotes.results import Attribution
from eipe.quotes.words import Word
from eipe.records import Entity

__all__ = ["Interview"]

_QUESTIONS = words_of("question_labels")
_ANSWERS = words_of("answer_labels")
_ASKING = words_of("asking")
_ANSWERING = words_of("answering")
_WRITER = words_of("writer_asks")
_ADDRESSED = words_of("addressed")
_YOU = affixes("second_person")
_PRONOUNS = pairs("object_pronouns")
#: How many sentences an answer may stand behind its question.
NEAR = 4


@dataclass(slots=True)
class Interview:
    """The last question of a text: where it stands, who asked, who was asked."""

    discourse: Discourse
    sentence: int = -NEAR - 1
    asker: Entity | None = None
    asked: Entity | None = None
    bare: bool = False  # nothing but the marks told that it was a question
    answered: int = -1  # the sentence of the last answer that nothing but the marks told

    def note(self, index: int, asker: Entity | None, asked: Entity | None, *, bare: bool = False) -> None:
        """Somebody has asked somebody."""
        self.sentence, self.asker, self.asked, self.bare = index, asker, asked, bare

    def pending(self, index: int) -> bool:
        """Whether a question stands near before the sentence."""
        return 0 <= index - self.sentence <= NEAR

    def turn(self, layout: Layout, index: int, reading: Reading, k: int) -> str:
        """ "question" or "answer" where a label or the marks alone say whose turn it is, else ""."""
        found = _label(reading, k)
        if found or not _bare(layout, index):
            return found
        pair = ~reading.items[k]
        before = _outer(layout, index, -1)
        if self.bare and self.sentence == before:
            self.answered = index
            return "answer"
        ends = layout.text[layout.marks[pair].start : layout.marks[pair].end].rstrip().endswith((";", "?"))
        quoted = layout.words[slice(*layout.interior[pair])]
        asks = self.answered == before >= 0 or _addresses(quoted)
        return "question" if ends and asks and _bare(layout, _outer(layout, index, 1)) else ""

    def settle(self, index: int, reading: Reading, hit: CueHit, result: Attribution) -> None:
        """What a verb that asks or answers says of the turns."""
        verb = reading.word(hit.start)
        if hit.lemma in _ASKING and hit.form == "active":
            asked = result.addressee
            if verb.fold in _WRITER:
                result.speaker = result.mention = None
            elif verb.fold.startswith("ρωτηθ"):
                # «...», ρωτήθηκε ο Νίκος: he is the one who was asked.
                asked, result.speaker, result.mention = result.speaker, None, None
                result.addressee = asked
            if asked is None:
                asked = self._meant(index, reading, hit, result.speaker)
            self.note(index, result.speaker, asked)
        elif result.addressee is not None:
            self.note(index, result.speaker, result.addressee)
        elif hit.lemma in _ANSWERING and self.pending(index):
            if not result.rule.endswith("+dropped"):
                self.sentence = -NEAR - 1  # the question has its answer
            elif self.asked is not None:
                result.speaker = self.asked
            elif result.speaker is self.asker:
                result.speaker = None  # who asked does not answer

    def _meant(self, index: int, reading: Reading, hit: CueHit, asker: Entity | None) -> Entity | None:
        """τον ρώτησε: the man in focus who does not ask."""
        gender = _PRONOUNS.get(reading.fold(hit.start - 1), "")
        return self.discourse.other(index, gender, asker) if gender else None


def _label(reading: Reading, k: int) -> str:
    """ "question" or "answer" if nothing but a label and a colon stands before the marks."""
    before = reading.between(0, k)
    named = [word.fold.rstrip(".") for word in before if word is not None and word.is_word]
    if None in before or len(named) != 1 or reading.text(k - 1) != ":":
        return ""
    return "question" if named[0] in _QUESTIONS else "answer" if named[0] in _ANSWERS else ""


def _outer(layout: Layout, index: int, step: int) -> int:
    """The writer's next sentence in one direction; -1 at the end."""
    index += step
    while 0 <= index < len(layout.sentences) and layout.sentences[index].region >= 0:
        index += step
    return index if index < len(layout.sentences) else -1


def _bare(layout: Layout, index: int) -> bool:
    """Whether one pair of marks is all of a sentence, and the sentence all of its paragraph."""
    if index < 0:
        return False
    sentence, words = layout.sentences[index], layout.words
    beside = [layout.sentences[at] for step in (-1, 1) if (at := _outer(layout, index, step)) >= 0]
    return (
        len(sentence.items) <= 6  # the marks, a dash before them, a full stop behind
        and sum(item < 0 for item in sentence.items) == 1
        and not any(item >= 0 and words[item].is_word for item in sentence.items)
        and all(other.paragraph != sentence.paragraph for other in beside)
    )


def _addresses(quoted: Sequence[Word]) -> bool:
    """Whether somebody is addressed: Γιατί αργήσατε; Τι σας έφερε εδώ;"""
    return any(word.fold in _ADDRESSED or (word.finite and word.fold.endswith(_YOU)) for word in quoted)
