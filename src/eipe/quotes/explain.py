"""One pair of marks explained: its cue, its kind, its speaker.

``attribution`` walks the article; here is what is asked at each pair of marks, in this order: is it a turn of an
interview, which link governs it, what kind of words it holds, and whose they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from eipe.article.zones import Zone, zone_at
from eipe.quotes.beliefs import Heard
from eipe.quotes.candidates import Place, candidates
from eipe.quotes.choose import Chooser
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import Lexicon, is_denied
from eipe.quotes.features import candidate_features, kind_features
from eipe.quotes.interview import Interview
from eipe.quotes.kinds import kind_of
from eipe.quotes.layout import Layout, Sentence
from eipe.quotes.links import link
from eipe.quotes.results import Attribution, Link
from eipe.quotes.speakers import Speakers

__all__ = ["Explainer"]

#: The strategies that tell of a quotation inside a quotation.
NESTED = frozenset(("inverted", "introduced", "resumed"))
#: How likely a pair of marks must be to quote nobody to be taken for a term: on the tuning part, joint F1 is the same
#: (.793 or .794) for all from .4 to .63.
TERM = 0.63


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains the pairs of marks of one article, in order.

    Attributes:
        layout: Its words and marks.
        lexicon: The cues.
        speakers: Settles whose words they are, and remembers.
        interview: Whose turn it is, where questions are answered.
        titled: Whether the first line is a headline.
        heard: What a network believes of each pair of marks, where there is one.
        zones: What of the page is no running text.
        chooser: Chooses among what rules and network propose.
        told: The quotations so far.
    """

    layout: Layout
    lexicon: Lexicon
    speakers: Speakers
    interview: Interview
    titled: bool
    heard: Sequence[Heard | None]
    zones: Sequence[Zone]
    chooser: Chooser
    told: list[Attribution] = field(default_factory=list)

    def explain(self, sentence: Sentence, index: int, reading: Reading, k: int, first: bool) -> Attribution:
        """The quotation, or the term, at position ``k`` of a sentence.

        Args:
            index: The sentence's number.
            first: Whether the sentence opens its paragraph.
        """
        layout, outer = self.layout, sentence.region < 0
        mark = ~sentence.items[k]
        pair = layout.marks[mark]
        quoted = [word for word in layout.words[slice(*layout.interior[mark])] if word.is_word]
        zone = self.zone(sentence)
        headline = outer and ((sentence.paragraph == 0 and self.titled) or zone == "headline")
        opens = self._opens(sentence)
        asked = self.interview.asked if self.interview.pending(index) else None
        place = Place(
            sentence, index, reading, k, opens, pair.start, pair.end, quoted, first, headline, zone,
            self.heard[mark], self.told, asked,
        )  # fmt: skip
        rules, found = self._rules(place, mark)
        if not quoted:
            return rules
        text = layout.text[pair.start : pair.end]
        going_on = outer and self.speakers.discourse.spoke_in(sentence.paragraph) and not first
        denied = is_denied(reading, k, self.lexicon)
        features = kind_features(place, rules.kind, found, text, going_on=going_on, denied=denied)
        kinds = self.chooser.kind(features, place.heard, rules.kind)
        unsaid = denied and rules.kind == "term"  # δεν είπε ότι «...»: whatever else speaks for a quotation
        if unsaid or (kinds[0] > TERM and not _is_told(rules)):
            return Attribution(pair.start, pair.end, "term", confidence=kinds[0])
        proposed = candidates(place, self.speakers, rules)
        best, share = self.chooser.candidate(place, proposed, candidate_features(place, self.speakers, proposed, rules))
        result = best.result
        result.kind = "speech" if kinds[1] >= kinds[2] else "fragment"
        result.confidence = self.chooser.confidence(1 - kinds[0], share, place.heard)
        if outer:
            self.told.append(result)
        return result

    def zone(self, sentence: Sentence) -> str:
        """The zone that a sentence begins in."""
        return zone_at(self.zones, self._opens(sentence))

    def _opens(self, sentence: Sentence) -> int:
        """The offset of a sentence."""
        item = sentence.items[0]
        return self.layout.marks[~item].start if item < 0 else self.speakers.sources.offsets(item, item)[0]

    def _rules(self, place: Place, mark: int) -> tuple[Attribution, Link | None]:
        """What the ordered rules say of a pair of marks, and the link that they found."""
        layout, sentence, index, reading, k = self.layout, place.sentence, place.index, place.reading, place.k
        result = Attribution(place.start, place.end, "speech")
        turn = self.interview.turn(layout, index, reading, k) if place.outer else ""
        if turn:
            self._take_turn(turn, index, reading, result)
            return result, None
        found = link(reading, k, place.first, place.quoted)
        if not place.outer and found is not None and found.rule not in NESTED:
            found = None
        result.kind = kind_of(
            reading,
            k,
            place.quoted,
            found,
            self.lexicon,
            layout.text[place.start : place.end],
            going_on=place.outer and self.speakers.discourse.spoke_in(sentence.paragraph) and not place.first,
            headline=place.headline,
        )
        if found is None and not place.outer:
            result.kind = "term"
        if found is None or result.kind == "term":
            self._float(index, sentence, place.headline, result)
        if found is not None:
            result.rule = found.rule
            self._settle(sentence, index, reading, k, found, place.headline, result)
        return result, found

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
        self.speakers.follow(index, reading, k, found, result, inside=sentence.region >= 0)
        if found.rule == "headline" and result.speaker is None:
            result.rule = "echo" if headline else "floating"
        if found.hit is not None and found.at < 0:
            self.interview.settle(index, reading, found.hit, result)

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


def _is_told(rules: Attribution) -> bool:
    """Whether the sentence says who says it, and to whom or by his own account: one word is enough in Πούτιν: Το
    «ευχαριστώ» στον Κιμ, and in η «αποναζιστικοποίηση», σύμφωνα με τη Μόσχα, ..."""
    told = rules.addressee is not None or rules.rule.startswith("according")
    return rules.kind != "term" and rules.mention is not None and told
