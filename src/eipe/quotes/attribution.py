"""From marks to attributed quotations: links, subjects and discourse brought together.

``attribute`` walks the writer's sentences in order, so that what a sentence says of its speaker is known to the
next one. It returns plain records at offsets; ``eipe.extraction`` makes the public ones of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from eipe.greek.letters import fold
from eipe.quotes.afterwards import teller
from eipe.quotes.clauses import Reading, read_sentence
from eipe.quotes.cues import CueHit, Lexicon, find_cues
from eipe.quotes.indirect import reported
from eipe.quotes.interview import Interview
from eipe.quotes.kinds import kind_of
from eipe.quotes.layout import Layout, Sentence
from eipe.quotes.links import link
from eipe.quotes.nominals import word_at
from eipe.quotes.results import Attribution
from eipe.quotes.sources import Sources
from eipe.quotes.speakers import Speakers
from eipe.quotes.subjects import find_subject
from eipe.quotes.words import Word
from eipe.records import Person

__all__ = ["attribute"]

#: Characters that no headline has.
HEADLINE = 300


def attribute(layout: Layout, lexicon: Lexicon, sources: Sources, *, indirect: bool = False) -> list[Attribution]:
    """Explains every pair of marks of a text, and reported speech if it is wanted, in order."""
    speakers = Speakers(layout.words, sources)
    interview = Interview(speakers.discourse)
    results: list[Attribution] = []
    quoted = {place[0] for place in layout.place}
    seen_paragraph = -1
    alone: Attribution | None = None  # the quotation that fills the sentence before
    titled = _titled(layout.text)
    for index, sentence in enumerate(layout.sentences):
        opens_paragraph = sentence.region < 0 and sentence.paragraph != seen_paragraph
        if sentence.region < 0:
            seen_paragraph = sentence.paragraph
        if index not in quoted and (sentence.region >= 0 or not (indirect or alone or _needed(quoted, index))):
            continue
        hits = find_cues(sentence.items, layout.words, lexicon)
        reading = read_sentence(sentence.items, layout.words, hits)
        own = [
            _explain(layout, lexicon, speakers, interview, sentence, index, reading, k, ~item, opens_paragraph, titled)
            for k, item in enumerate(sentence.items)
            if item < 0
        ]
        _share_floating(own)
        if alone is not None and sentence.region < 0 and (at := teller(reading, layout.words)) is not None:
            alone.kind, alone.rule = "speech", "afterwards"
            speakers.settle_name(reading, at, alone)
        if indirect and sentence.region < 0:
            own.extend(_report(speakers, index, reading, *clause) for clause in reported(reading, layout.words))
        results.extend(own)
        if sentence.region < 0:
            alone = _alone(sentence, layout.words, own)
            speakers.note(sentence, index, reading, own)
    _echo(layout.text, results)
    results.sort(key=lambda result: (result.start, -result.end))
    return results


def _needed(quoted: set[int], index: int) -> bool:
    """Whether a sentence without marks stands near enough before one with marks to hold its subject."""
    return any(index + step in quoted for step in range(1, 9))


def _alone(sentence: Sentence, words: Sequence[Word], own: Sequence[Attribution]) -> Attribution | None:
    """The quotation that fills the sentence, if nothing in the sentence says whose it is."""
    if len(own) != 1 or any(item >= 0 and words[item].is_word for item in sentence.items):
        return None
    return own[0] if own[0].rule in ("", "floating", "echo") else None


def _cue(reading: Reading, words: Sequence[Word], hit: CueHit) -> tuple[int, int, str]:
    """The cue at offsets."""
    return words[reading.items[hit.start]].start, words[reading.items[hit.end - 1]].end, hit.lemma


def _report(speakers: Speakers, index: int, reading: Reading, hit: CueHit, first: int, end: int) -> Attribution:
    """A reported clause and its speaker."""
    words, items = speakers.words, reading.items
    at = [k for k in range(first, end) if items[k] >= 0]
    result = Attribution(words[items[at[0]]].start, words[items[at[-1]]].end, "indirect", rule="reported")
    result.cue = _cue(reading, words, hit)
    subject = find_subject(reading, words, hit, inverted=False)
    speakers.settle(index, reading, hit, subject, result)
    result.addressee = speakers.addressee(reading, hit, result.speaker)
    return result


def _explain(
    layout: Layout,
    lexicon: Lexicon,
    speakers: Speakers,
    interview: Interview,
    sentence: Sentence,
    index: int,
    reading: Reading,
    k: int,
    mark: int,
    first: bool,
    titled: bool,
) -> Attribution:
    pair = layout.marks[mark]
    turn = interview.turn(layout, index, reading, k) if sentence.region < 0 else ""
    if turn:
        return _take_turn(turn, interview, index, reading, layout.words, Attribution(pair.start, pair.end, "speech"))
    quoted = [word for word in layout.words[slice(*layout.interior[mark])] if word.is_word]
    found = link(reading, layout.words, k, first, quoted)
    if sentence.region >= 0 and found is not None and found.rule not in ("inverted", "introduced", "resumed"):
        found = None
    text = layout.text[pair.start : pair.end]
    discourse = speakers.discourse
    going_on = sentence.region < 0 and discourse.spoke_in(sentence.paragraph) and not first
    headline = sentence.region < 0 and sentence.paragraph == 0 and titled
    kind = kind_of(
        reading, layout.words, k, layout.interior[mark], found, lexicon, text, going_on=going_on, headline=headline
    )
    result = Attribution(pair.start, pair.end, kind)
    if kind == "term":
        return result
    if sentence.region >= 0 and found is None:
        result.kind = "term"
        return result
    if found is None:
        result.rule = "floating"
        if headline:
            result.rule = "echo"  # settled when the article has told whose words they are
        else:
            result.speaker = discourse.speaker(index, sentence.paragraph)
        return result
    result.rule = found.rule
    if found.verb >= 0:
        verb = CueHit(found.verb, found.verb + 1, "", "say", "active")
        subjects = [find_subject(reading, layout.words, verb, inverted=inverted) for inverted in (False, True)]
        # Αισιόδοξος εμφανίστηκε ο Νίκος: the predicate may stand first; the article tells the subject.
        named = (s for s in subjects if s and s.phrase and layout.words[reading.items[s.phrase.start]].article == "Nom")
        speakers.settle(index, reading, verb, next(named, subjects[0]), result)
        return result
    if found.at >= 0 or found.hit is None:
        result.cue = _cue(reading, layout.words, found.hit) if found.hit is not None else None
        speakers.settle_name(reading, found.at, result)
        before = word_at(reading.items, layout.words, k - 1)
        beside = before is None or before.text == ":"
        if found.rule == "headline" and not beside and not isinstance(result.speaker, Person):
            # Brexit: Το Ηνωμένο Βασίλειο «θα μετανιώσει»: what it is about
            result.rule, result.speaker, result.mention = "echo" if headline else "floating", None, None
        result.addressee = speakers.receiver(reading, k + 1, result.speaker)
        return result
    hit = found.hit
    words = layout.words
    result.cue = _cue(reading, words, hit)
    subject = find_subject(reading, words, hit, inverted=found.inverted)
    speakers.settle(index, reading, hit, subject, result, inside=sentence.region >= 0)
    result.addressee = speakers.addressee(reading, hit, result.speaker)
    interview.settle(index, reading, words, hit, result)
    return result


def _titled(text: str) -> bool:
    """Whether the first line is a headline: short, no full stop, and an article behind it."""
    line = text[: HEADLINE + 1].lstrip("\n").partition("\n")[0]
    return len(line) < min(HEADLINE, len(text.rstrip())) and not line.rstrip().endswith(".")


def _echo(text: str, results: Sequence[Attribution]) -> None:
    """A headline's words are whose they are in the article."""
    for result in results:
        if result.rule != "echo":
            continue
        wanted = _content(text[result.start : result.end])
        told = [other for other in results if other.start > result.end and other.speaker is not None]
        for other in told:
            if wanted and len(wanted & _content(text[other.start : other.end])) * 5 >= len(wanted) * 3:
                result.speaker = other.speaker
                break


def _content(text: str) -> set[str]:
    """The words of four letters and more, without their endings."""
    return {fold(word)[:5] for word in re.findall(r"[^\W\d_]{4,}", text)}


def _take_turn(
    turn: str, interview: Interview, index: int, reading: Reading, words: Sequence[Word], result: Attribution
) -> Attribution:
    """A question or an answer of an interview. The answer is who was in focus before it was asked."""
    result.rule = "interview"
    if reading.hits:
        result.cue = _cue(reading, words, reading.hits[0])
    if turn == "question":
        interview.note(index, None, interview.discourse.last(index - 1), bare=not reading.hits)
    else:
        result.speaker = interview.asked if interview.pending(index) else interview.discourse.last(index - 1)
    return result


def _share_floating(own: Sequence[Attribution]) -> None:
    """«...» «...», είπε: a quotation without a cue beside an attributed one has its speaker."""
    speakers = [result for result in own if result.kind != "term" and result.speaker is not None]
    if not speakers:
        return
    for result in own:
        if result.kind != "term" and result.rule == "floating":
            result.speaker = speakers[0].speaker
