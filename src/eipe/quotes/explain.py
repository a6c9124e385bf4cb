"""One pair of marks explained: its cue, its kind, its speaker.

``attribution`` walks the article; here is what is asked at each pair of marks, in this order: is it a turn of an
interview, which link governs it, what kind of words it holds, and whose they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from eipe.quotes.addressees import addressee, receiver
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit, Lexicon
from eipe.quotes.interview import Interview
from eipe.quotes.kinds import kind_of
from eipe.quotes.layout import Layout, Sentence
from eipe.quotes.links import link
from eipe.quotes.nearby import is_predicate
from eipe.quotes.nominals import mention_end, word_at
from eipe.quotes.results import Attribution, Link
from eipe.quotes.speakers import Speakers
from eipe.quotes.subjects import find_subject
from eipe.records import Person, Place

__all__ = ["Explainer"]

#: The strategies that tell of a quotation inside a quotation.
NESTED = frozenset(("inverted", "introduced", "resumed"))


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains the pairs of marks of one article, in order.

    Attributes:
        layout: Its words and marks.
        lexicon: The cues.
        speakers: Settles whose words they are, and remembers.
        interview: Whose turn it is, where questions are answered.
        titled: Whether the first line is a headline.
    """

    layout: Layout
    lexicon: Lexicon
    speakers: Speakers
    interview: Interview
    titled: bool

    def explain(self, sentence: Sentence, index: int, reading: Reading, k: int, first: bool) -> Attribution:
        """The quotation, or the term, at position ``k`` of a sentence.

        Args:
            index: The sentence's number.
            first: Whether the sentence opens its paragraph.
        """
        layout, outer = self.layout, sentence.region < 0
        mark = ~sentence.items[k]
        pair = layout.marks[mark]
        result = Attribution(pair.start, pair.end, "speech")
        turn = self.interview.turn(layout, index, reading, k) if outer else ""
        if turn:
            self._take_turn(turn, index, reading, result)
            return result
        quoted = [word for word in layout.words[slice(*layout.interior[mark])] if word.is_word]
        found = link(reading, layout.words, k, first, quoted)
        if not outer and found is not None and found.rule not in NESTED:
            found = None
        headline = outer and sentence.paragraph == 0 and self.titled
        result.kind = kind_of(
            reading,
            layout.words,
            k,
            layout.interior[mark],
            found,
            self.lexicon,
            layout.text[pair.start : pair.end],
            going_on=outer and self.speakers.discourse.spoke_in(sentence.paragraph) and not first,
            headline=headline,
        )
        if result.kind == "term" or (found is None and not outer):
            result.kind = "term"
        elif found is None:
            self._float(index, sentence, headline, result)
        else:
            result.rule = found.rule
            self._settle(sentence, index, reading, k, found, headline, result)
        return result

    def _float(self, index: int, sentence: Sentence, headline: bool, result: Attribution) -> None:
        """Nothing in the sentence says whose words they are."""
        result.rule = "echo" if headline else "floating"
        if not headline:  # a headline is settled when the article has told whose words they are
            result.speaker = self.speakers.discourse.speaker(index, sentence.paragraph)

    def _settle(
        self,
        sentence: Sentence,
        index: int,
        reading: Reading,
        k: int,
        found: Link,
        headline: bool,
        result: Attribution,
    ) -> None:
        """Finds the speaker that the link leads to."""
        words, speakers = self.layout.words, self.speakers
        if found.verb >= 0:
            verb = CueHit(found.verb, found.verb + 1, "", "say", "active")
            subjects = [find_subject(reading, words, verb, inverted=inverted) for inverted in (False, True)]
            # Αισιόδοξος εμφανίστηκε ο Νίκος: the predicate may stand first; the article tells the subject.
            named = (s for s in subjects if s and s.phrase and words[reading.items[s.phrase.start]].article == "Nom")
            subject = next(named, subjects[0])
            if subject is not None and subject.phrase and is_predicate(reading, words, subject.phrase):
                subject = None  # Η Άννα γέλασε. Ήταν κατηγορηματική: «...»
            speakers.settle(index, reading, verb, subject, result)
            return
        if found.hit is not None:
            result.cue = speakers.sources.cue(reading, found.hit)
        if found.at >= 0 or found.hit is None:
            speakers.settle_name(reading, found.at, result)
            before = word_at(reading.items, words, k - 1)
            beside = before is None or before.text == ":"
            if beside and isinstance(result.speaker, Place):
                # Η Ελλάδα στο ημιτελικό: «...»: what it is about; Μόσχα: «...»: who says it
                behind = word_at(reading.items, words, mention_end(reading.items, words, found.at))
                beside = behind is None or behind.text == ":"
            if found.rule == "headline" and not beside and not isinstance(result.speaker, Person):
                # Brexit: Το Ηνωμένο Βασίλειο «θα μετανιώσει»: what it is about
                result.rule, result.speaker, result.mention = "echo" if headline else "floating", None, None
            result.addressee = receiver(reading, words, speakers.sources, k + 1, result.speaker)
            return
        subject = find_subject(reading, words, found.hit, inverted=found.inverted)
        speakers.settle(index, reading, found.hit, subject, result, inside=sentence.region >= 0)
        result.addressee = addressee(reading, words, speakers.sources, found.hit, result.speaker)
        self.interview.settle(index, reading, words, found.hit, result)

    def _take_turn(self, turn: str, index: int, reading: Reading, result: Attribution) -> None:
        """A question or an answer of an interview. The answer is who was in focus before it was asked."""
        interview = self.interview
        result.rule = "interview"
        if reading.hits:
            result.cue = self.speakers.sources.cue(reading, reading.hits[0])
        if turn == "question":
            interview.note(index, None, interview.discourse.last(index - 1), bare=not reading.hits)
        else:
            result.speaker = interview.asked if interview.pending(index) else interview.discourse.last(index - 1)
