"""From marks to attributed quotations: links, subjects and discourse brought together.

``attribute`` walks the writer's sentences in order, so that what a sentence says of its speaker is known to the
next one. It returns plain records at offsets; ``eipe.extraction`` makes the public ones of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.article.zones import FURNITURE, Zone
from eipe.quotes.addressees import addressee
from eipe.quotes.beliefs import Heard
from eipe.quotes.choose import Chooser
from eipe.quotes.clauses import Reading, read_sentence
from eipe.quotes.cues import CueHit, Lexicon, find_cues
from eipe.quotes.echoes import Echoes, settle_echoes
from eipe.quotes.explain import Explainer
from eipe.quotes.indirect import reported
from eipe.quotes.layout import Layout
from eipe.quotes.noting import note
from eipe.quotes.results import Attribution
from eipe.quotes.sources import Sources
from eipe.quotes.speakers import Speakers
from eipe.quotes.subjects import find_subject
from eipe.quotes.view import View

__all__ = ["attribute"]

#: How often reported speech without marks was right, when its cases were new (docs: speakers).
REPORTED = 0.91
#: Characters that no headline has.
HEADLINE = 300


def attribute(
    layout: Layout,
    lexicon: Lexicon,
    sources: Sources,
    heard: Sequence[Heard | None],
    zones: Sequence[Zone] = (),
    *,
    indirect: bool = False,
    chooser: Chooser | None = None,
) -> list[Attribution]:
    """Explains every pair of marks of a text, and reported speech if it is wanted, in order.

    Args:
        heard: What a network believes of each pair of marks, where there is one.
        zones: What of the page is no running text.
        chooser: Chooses among the answers; by default by the package's weights.
    """
    speakers = Speakers(layout.words, sources, zones)
    echoes, titled = Echoes(layout.text), _titled(layout.text)
    explainer = Explainer(layout, lexicon, speakers, titled, heard, zones, chooser or Chooser(), echoes)
    results: list[Attribution] = []
    quoted = {place[0] for place in layout.place}
    seen_paragraph = -1
    for index, sentence in enumerate(layout.sentences):
        opens_paragraph = sentence.region < 0 and sentence.paragraph != seen_paragraph
        if sentence.region < 0:
            seen_paragraph = sentence.paragraph
        # A sentence without marks may hold the subject of one behind it that has some.
        near = not quoted.isdisjoint(range(index + 1, index + 9))
        if index not in quoted and (sentence.region >= 0 or not (indirect or near)):
            continue
        view = View(sentence.items, layout.words)
        reading = read_sentence(view, find_cues(view, lexicon), layout.heads)
        sources.read(reading)
        own = [
            explainer.explain(sentence, index, reading, k, opens_paragraph)
            for k, item in enumerate(sentence.items)
            if item < 0
        ]
        results.extend(own)
        if sentence.region < 0:
            # Whoever is reported has spoken, whether or not the report is wanted: whose the next words are hangs on it.
            reports = [_report(speakers, index, reading, *clause) for clause in reported(reading)]
            results.extend(reports if indirect else ())
            if explainer.zone(sentence) not in FURNITURE:
                note(speakers, sentence, index, reading, [*own, *reports])
    settle_echoes(layout.text, results)
    results.sort(key=lambda result: (result.start, -result.end))
    return results


def _report(speakers: Speakers, index: int, reading: Reading, hit: CueHit, first: int, end: int) -> Attribution:
    """A reported clause and its speaker."""
    items = reading.items
    at = [k for k in range(first, end) if items[k] >= 0]
    result = Attribution(*speakers.sources.offsets(items[at[0]], items[at[-1]]), "indirect", rule="reported")
    result.confidence = REPORTED
    result.cue = speakers.sources.cue(reading, hit)
    subject = find_subject(reading, hit, inverted=False)
    speakers.settle(index, reading, hit, subject, result)
    result.addressee = addressee(reading, speakers.sources, hit, result.speaker)
    return result


def _titled(text: str) -> bool:
    """Whether the first line is a headline: short, no full stop, and an article behind it."""
    line = text[: HEADLINE + 1].lstrip("\n").partition("\n")[0]
    return len(line) < min(HEADLINE, len(text.rstrip())) and not line.rstrip().endswith(".")
