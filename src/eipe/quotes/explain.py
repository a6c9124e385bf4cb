"""One pair of marks explained: its cue, its kind, its speaker.

``attribution`` walks the article; here is what is asked at each pair of marks, in this order: which link governs it,
what kind of words it holds, and whose they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from eipe.article.zones import Zone, zone_at
from eipe.quotes.beliefs import Heard
from eipe.quotes.candidates import candidates
from eipe.quotes.choose import Chooser
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import Lexicon, is_denied
from eipe.quotes.echoes import Echoes
from eipe.quotes.features import Asked, kind_features
from eipe.quotes.kinds import kind_of
from eipe.quotes.layout import Layout, Sentence
from eipe.quotes.links import answers
from eipe.quotes.place import Place
from eipe.quotes.results import Attribution, Link
from eipe.quotes.speakers import Speakers

__all__ = ["Explainer"]

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
        titled: Whether the first line is a headline.
        heard: What a network believes of each pair of marks, where there is one.
        zones: What of the page is no running text.
        chooser: Chooses among what rules and network propose.
        echoes: Those beside which somebody is named, by their words.
        told: The quotations so far.
    """

    layout: Layout
    lexicon: Lexicon
    speakers: Speakers
    titled: bool
    heard: Sequence[Heard | None]
    zones: Sequence[Zone]
    chooser: Chooser
    echoes: Echoes
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
        discourse = self.speakers.discourse
        asked = discourse.asked[1] if discourse.pending(index) else None
        place = Place(
            sentence, index, reading, k, opens, pair.start, pair.end, quoted, layout.text[pair.start : pair.end],
            first, headline, zone, self.heard[mark], self.told, asked, self.echoes.of(pair.start, pair.end),
            going_on=outer and not first and discourse.spoke_in(sentence.paragraph),
        )  # fmt: skip
        rules, found = self._rules(place)
        if not quoted:
            return rules
        denied = is_denied(reading, k, self.lexicon)
        features = kind_features(place, rules.kind, found, denied=denied)
        kinds = self.chooser.kind(features, place.heard, rules.kind)
        unsaid = denied and rules.kind == "term"  # δεν είπε ότι «...»: whatever else speaks for a quotation
        if unsaid or (kinds[0] > TERM and not _is_told(rules)):
            return Attribution(pair.start, pair.end, "term", confidence=kinds[0])
        proposed = candidates(place, self.speakers, rules)
        best, share = self.chooser.candidate(place, proposed, Asked(place, self.speakers, rules))
        result = best.result
        result.kind = "speech" if kinds[1] >= kinds[2] else "fragment"
        result.confidence = self.chooser.confidence(1 - kinds[0], share, place.heard)
        if outer:
            self.told.append(result)
            self.echoes.add(result)
        return result

    def zone(self, sentence: Sentence) -> str:
        """The zone that a sentence begins in."""
        return zone_at(self.zones, self._opens(sentence))

    def _opens(self, sentence: Sentence) -> int:
        """The offset of a sentence."""
        item = sentence.items[0]
        return self.layout.marks[~item].start if item < 0 else self.speakers.sources.offsets(item, item)[0]

    def _rules(self, place: Place) -> tuple[Attribution, Link | None]:
        """What the ordered rules say of a pair of marks, and the link that they found."""
        result = Attribution(place.start, place.end, "speech")
        found = next(answers(place.reading, place.k, place.first, place.quoted), None)
        result.kind = kind_of(place, found, self.lexicon)
        if found is None and not place.outer:
            result.kind = "term"
        # Nothing in the sentence says whose words they are; a headline's are told by the article.
        result.rule = "echo" if place.headline else "floating"
        if (found is None or result.kind == "term") and not place.headline:
            result.speaker = self.speakers.discourse.speaker(place.sentence.paragraph)
        if found is not None:
            nobody, result.rule = result.rule, found.rule
            self.speakers.follow(place.index, place.reading, place.k, found, result, inside=not place.outer)
            if found.rule == "headline" and result.speaker is None:
                result.rule = nobody
            if found.hit is not None:
                self.speakers.turn(place.index, place.reading, found.hit, result)
        return result, found


def _is_told(rules: Attribution) -> bool:
    """Whether the sentence says who says it, and to whom or by his own account: one word is enough in Πούτιν: Το
    «ευχαριστώ» στον Κιμ, and in η «αποναζιστικοποίηση», σύμφωνα με τη Μόσχα, ..."""
    told = rules.addressee is not None or rules.rule.startswith("according")
    return rules.kind != "term" and rules.mention is not None and told
