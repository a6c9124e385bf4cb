"""From marks to attributed quotations: links, subjects and discourse brought together.

``attribute`` walks the writer's sentences in order, so that what a sentence says of its speaker is known to the
next one. It returns plain records at offsets; ``eipe.extraction`` makes the public ones of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from eipe.greek.letters import fold
from eipe.quotes.clauses import Reading, read_sentence
from eipe.quotes.cues import CueHit, Lexicon, find_cues
from eipe.quotes.discourse import Discourse, Turn
from eipe.quotes.indirect import reported
from eipe.quotes.kinds import kind_of
from eipe.quotes.layout import Layout, Sentence
from eipe.quotes.links import link
from eipe.quotes.phrases import Phrase
from eipe.quotes.sources import Sources
from eipe.quotes.subjects import PLURAL_VERB, Subject, find_subject
from eipe.quotes.tables import read_table
from eipe.records import Entity, Person, Source

__all__ = ["Attribution", "attribute"]

_PRONOUNS = {
    **dict.fromkeys(("ιδιοσ", "εκεινοσ", "τελευταιοσ", "αυτοσ"), "m"),
    **dict.fromkeys(("ιδια", "εκεινη", "τελευταια", "αυτη"), "f"),
}


@dataclass(slots=True)
class Attribution:
    """One stretch of quoted or reported words, explained.

    Attributes:
        start, end: Offsets of the words, without their marks.
        kind: "speech", "fragment", "indirect" or "term".
        cue: (start, end, lemma) of the cue, or None.
        mention: (start, end, kind) of the words that name the source beside the cue, or None.
        speaker: The source, or None.
        addressee: To whom it is said, or None.
        rule: Which strategies answered, "link" or "link+subject".
    """

    start: int
    end: int
    kind: str
    cue: tuple[int, int, str] | None = None
    mention: tuple[int, int, str] | None = None
    speaker: Entity | None = None
    addressee: Entity | None = None
    rule: str = ""


@dataclass(slots=True)
class _State:
    layout: Layout
    lexicon: Lexicon
    sources: Sources
    discourse: Discourse = field(default_factory=Discourse)
    noted: int = 0  # mentions up to this word are in the discourse
    groups: frozenset[str] = frozenset()


def attribute(
    layout: Layout, lexicon: Lexicon, sources: Sources, *, indirect: bool = False
) -> list[Attribution]:
    """Explains every pair of marks of a text, and reported speech if it is wanted, in order."""
    groups = frozenset(fold(row["lemma"])[:-1] for row in read_table("group_nouns.tsv"))
    state = _State(layout, lexicon, sources, groups=groups)
    results: list[Attribution] = []
    quoted = {place[0] for place in layout.place}
    seen_paragraph = -1
    for index, sentence in enumerate(layout.sentences):
        opens_paragraph = sentence.region < 0 and sentence.paragraph != seen_paragraph
        if sentence.region < 0:
            seen_paragraph = sentence.paragraph
        if index not in quoted and (sentence.region >= 0 or not (indirect or _needed(quoted, index))):
            continue
        hits = find_cues(sentence.items, layout.words, lexicon)
        reading = read_sentence(sentence.items, layout.words, hits)
        own = [
            _explain(state, sentence, index, reading, k, ~item, opens_paragraph)
            for k, item in enumerate(sentence.items)
            if item < 0
        ]
        _share_floating(own)
        if indirect and sentence.region < 0:
            own.extend(
                _report(state, sentence, index, reading, *clause)
                for clause in reported(reading, layout.words)
            )
        results.extend(own)
        if sentence.region < 0:
            _note(state, sentence, index, reading, own)
    results.sort(key=lambda result: (result.start, -result.end))
    return results


def _needed(quoted: set[int], index: int) -> bool:
    """Whether a sentence without marks stands near enough before one with marks to hold its subject."""
    return any(index + step in quoted for step in range(1, 9))


def _report(
    state: _State, sentence: Sentence, index: int, reading: Reading, hit: CueHit, first: int, end: int
) -> Attribution:
    """A reported clause and its speaker."""
    words, items = state.layout.words, reading.items
    at = [k for k in range(first, end) if items[k] >= 0]
    result = Attribution(words[items[at[0]]].start, words[items[at[-1]]].end, "indirect", rule="reported")
    result.cue = (words[items[hit.start]].start, words[items[hit.end - 1]].end, hit.lemma)
    subject = find_subject(reading, words, hit, inverted=False)
    _settle(state, sentence, index, reading, hit, subject, result)
    result.addressee = _addressee(state, reading, hit, result)
    return result


def _explain(
    state: _State, sentence: Sentence, index: int, reading: Reading, k: int, mark: int, first: bool
) -> Attribution:
    layout = state.layout
    found = link(reading, layout.words, k, first)
    if sentence.region >= 0 and found is not None and found.rule not in ("inverted", "introduced"):
        found = None
    pair = layout.marks[mark]
    text = layout.text[pair.start : pair.end]
    kind = kind_of(reading, layout.words, k, layout.interior[mark], found, state.lexicon, text)
    result = Attribution(pair.start, pair.end, kind)
    if kind == "term":
        return result
    if sentence.region >= 0 and found is None:
        result.kind = "term"
        return result
    if found is None:
        result.rule = "floating"
        result.speaker = state.discourse.speaker(index, sentence.paragraph)
        return result
    result.rule = found.rule
    if found.hit is None:
        _settle_name(state, reading, found.at, result)
        return result
    hit = found.hit
    words = layout.words
    result.cue = (words[reading.items[hit.start]].start, words[reading.items[hit.end - 1]].end, hit.lemma)
    subject = find_subject(reading, words, hit, inverted=found.inverted)
    _settle(state, sentence, index, reading, hit, subject, result)
    result.addressee = _addressee(state, reading, hit, result)
    return result


def _settle_name(state: _State, reading: Reading, at: int, result: Attribution) -> None:
    word = state.layout.words[reading.items[at]]
    entity, span = state.sources.at(word)
    if entity is not None and span is not None:
        result.speaker, result.mention = entity, (*span, "name")
    else:
        phrase = next((p for p in reading.phrases if p.start <= at < p.end), None)
        if phrase is None:
            phrase = Phrase(at, at + 1, (at, at + 1), at, None, "Nom", "", "")
        start, end, source = state.sources.unnamed(reading, phrase)
        result.mention, result.speaker = (start, end, "nominal"), source


def _settle(
    state: _State,
    sentence: Sentence,
    index: int,
    reading: Reading,
    hit: CueHit,
    subject: Subject | None,
    result: Attribution,
) -> None:
    """Makes the subject phrase a speaker; looks back where there is none."""
    if subject is None or subject.phrase is None:
        if hit.form == "passive":
            return  # αναφέρεται ότι: nobody is named
        verb = state.layout.words[reading.items[hit.start]]
        plural = verb.fold.endswith(PLURAL_VERB) if hit.form == "active" else None
        result.rule += "+dropped"
        result.speaker = state.discourse.last(index - 1, gender=_gender(reading, state, hit), plural=plural)
        return
    result.rule += "+" + subject.rule
    case = "Gen" if subject.rule == "possessor" else subject.phrase.case
    entity, mention = _resolve(state, reading, replace(subject.phrase, case=case))
    result.speaker = entity
    if subject.near:
        result.mention = mention


def _gender(reading: Reading, state: _State, hit: CueHit) -> str:
    """The gender that a participle tells of a dropped subject: Κληθείσα να σχολιάσει, απάντησε."""
    for k in range(hit.start):
        item = reading.items[k]
        if item < 0:
            continue
        word = state.layout.words[item]
        if word.fold.endswith(("εισα", "ομενη", "ουμενη")) and len(word.fold) > 6 and word.pos != "NOUN":
            return "f"
        if word.fold.endswith(("θεισ", "ομενοσ", "ουμενοσ")) and len(word.fold) > 6 and word.pos != "NOUN":
            return "m"
    return ""


def _resolve(
    state: _State, reading: Reading, phrase: Phrase
) -> tuple[Entity | None, tuple[int, int, str] | None]:
    words, items = state.layout.words, reading.items
    head = words[items[phrase.head]]
    if phrase.name is not None:
        entity, span = state.sources.at(words[items[phrase.name[0]]])
        if entity is not None and span is not None:
            others = state.sources.coordinated(reading, phrase)
            return (others or entity), (*span, "name")
    start, end = words[items[phrase.core[0]]].start, words[items[phrase.core[1] - 1]].end
    entity = state.sources.nominal(start, end)
    if entity is not None:
        return entity, (start, end, "nominal")
    _note_names(state, items[phrase.start] - 1)
    gender = _PRONOUNS.get(head.fold)
    if gender and phrase.core[1] - phrase.core[0] == 1:
        person = state.discourse.last(1 << 60, gender=gender) if head.fold.startswith("ιδι") else None
        person = person or state.discourse.person(gender)
        return person, (head.start, head.end, "nominal")
    if (
        words[items[phrase.start]].article == "Nom"
        and phrase.core[1] - phrase.core[0] == 1
        and not state.groups.isdisjoint((head.fold[:-1], head.fold[:-2]))
    ):
        organization = state.discourse.organization()
        if organization is not None:
            return organization, (start, end, "nominal")
    start, end, source = state.sources.unnamed(reading, phrase)
    return source, (start, end, "nominal")


def _addressee(state: _State, reading: Reading, hit: CueHit, result: Attribution) -> Entity | None:
    """δήλωσε στον Κιμ; απευθυνόμενος στον Κιμ; ρώτησε τον Κιμ."""
    words, items = state.layout.words, reading.items
    if hit.form in ("noun", "prep", "kata"):
        return None
    for start, phrase in reading.objects:
        opener = words[items[start]]
        addressed = start > 0 and items[start - 1] >= 0 and words[items[start - 1]].fold.startswith("απευθυν")
        near = hit.end <= start and all(
            items[j] >= 0 and not words[items[j]].finite and words[items[j]].text != ","
            for j in range(hit.end, start)
        )
        if not (addressed or near) or not (opener.article == "Prep" or opener.fold in ("προσ", "σε")):
            continue
        if phrase.name is None:
            continue
        entity, _ = state.sources.at(words[items[phrase.name[0]]])
        if isinstance(entity, Person) and entity != result.speaker:
            return entity
    if hit.lemma in ("ρωτώ", "διατάζω", "παρακαλώ", "καλώ", "συμβουλεύω", "προτρέπω"):
        for phrase in reading.phrases:
            if phrase.case == "Acc" and phrase.name is not None and hit.end <= phrase.start <= hit.end + 3:
                entity, _ = state.sources.at(words[items[phrase.name[0]]])
                if isinstance(entity, Person) and entity != result.speaker:
                    return entity
    return None


def _share_floating(own: Sequence[Attribution]) -> None:
    """«...» «...», είπε: a quotation without a cue beside an attributed one has its speaker."""
    speakers = [result for result in own if result.kind != "term" and result.speaker is not None]
    if not speakers:
        return
    for result in own:
        if result.kind != "term" and result.rule == "floating":
            result.speaker = speakers[0].speaker


def _note(
    state: _State, sentence: Sentence, index: int, reading: Reading, own: Sequence[Attribution]
) -> None:
    """Adds a sentence's subjects and speakers to the discourse."""
    _note_names(state, max(reading.items))
    named = [
        phrase
        for phrase in reading.phrases
        if phrase.case == "Nom"
        and (phrase.name is not None or state.sources.nominal(*_span(state, reading, phrase)) is not None)
    ]
    main = [p for p in named if reading.clauses[reading.clause_of[p.start]].kind in ("main", "parallel")]
    subject = next(iter(main or named), None)
    spoke = [result for result in own if result.kind != "term" and result.speaker is not None]
    # Whose words are cited by a noun or by σύμφωνα με is less in focus than the subject of the sentence.
    aside = [result for result in spoke if result.rule.endswith(("+possessor", "+object", "+agent"))]
    for result in aside:
        if result.speaker is not None:
            state.discourse.note(Turn(result.speaker, index, sentence.paragraph, True))
    if subject is not None:
        entity, _ = _resolve(state, reading, subject)
        several = isinstance(entity, Source)  # η Λάμπρου και ο Νίκας
        if entity is not None:
            state.discourse.note(Turn(entity, index, sentence.paragraph, False, plural=several))
    for result in spoke:
        if result not in aside and result.speaker is not None:
            plural = isinstance(result.speaker, Source) and " και " in result.speaker.name
            state.discourse.note(Turn(result.speaker, index, sentence.paragraph, True, plural=plural))


def _note_names(state: _State, until: int) -> None:
    """Adds the names up to the word ``until`` to the discourse."""
    words, named = state.layout.words, state.discourse.named
    for index in range(state.noted, min(until + 1, len(words))):
        if words[index].mention >= 0:
            entity, _ = state.sources.at(words[index])
            if entity is not None and (not named or named[-1][1] is not entity):
                named.append((index, entity))
    state.noted = max(state.noted, until + 1)


def _span(state: _State, reading: Reading, phrase: Phrase) -> tuple[int, int]:
    words, items = state.layout.words, reading.items
    return words[items[phrase.core[0]]].start, words[items[phrase.core[1] - 1]].end
