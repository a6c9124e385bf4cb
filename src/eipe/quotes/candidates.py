"""Who may have said it: for one pair of marks, every cue, source and speaker that some strategy proposes.

Four kinds of proposals: what the ordered rules answer (``explain``), what each further strategy of ``links`` and each
further cue of the sentence would answer, what the network points at, and, where the source is dropped or has no name,
whom the article has in focus. The same answer from several of them is one candidate that says how it was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.links import answers
from eipe.quotes.place import Place
from eipe.quotes.results import Attribution, Candidate, Link, identity
from eipe.quotes.speakers import Speakers
from eipe.quotes.subjects import find_subject
from eipe.records import Entity, Organization, Person

__all__ = ["candidates", "memory"]

_SOMEBODY_NEW = words_of("somebody_new")

#: How sure the network must be of a word for it to be a proposal, and how many words are.
LEAST, POINTED = 0.05, 3
#: How sure the network must be of what the rules say, so that no other answer is proposed.
AGREED = 0.9
#: How many cues of the sentence are asked beside those that the strategies find.
CUES = 3
#: How many of those in focus, and of those named last, may be meant by a dropped subject or a title.
FOCUSED, NAMED = 5, 4
#: How many phrases near the cue, and names behind prepositions, are tried as the source.
PHRASES, OBJECTS = 6, 3
#: How many names back the second are looked for.
BACK = 40


def candidates(place: Place, speakers: Speakers, rules: Attribution) -> list[Candidate]:
    """Every answer that is proposed; first what the ordered rules say (``rules``)."""
    if _is_agreed(place, speakers, rules):
        return [Candidate(rules, _hit_of(place, speakers, rules), {"rules"})]
    found: dict[object, Candidate] = {}

    def add(result: Attribution, hit: CueHit | None, way: str) -> None:
        if speakers.is_strange(result, place.zone):
            if way != "rules":
                return
            result.speaker = result.mention = None
        key = (result.cue and result.cue[:2], result.mention and result.mention[:2], identity(result.speaker))
        found.setdefault(key, Candidate(result, hit)).ways.add(way)

    add(rules, _hit_of(place, speakers, rules), "rules")
    for result, hit, way in (*_linked(place, speakers), *_pointed(place, speakers)):
        add(result, hit, way)
    for result, hit, way in _phrased(place, speakers, next(iter(found.values()))):
        add(result, hit, way)
    if place.beside is not None:
        # Μίλησε για «λάθη» και «παραλείψεις» ο Νίκος: both are his
        shared = replace(place.beside, start=place.start, end=place.end)
        add(shared, _hit_of(place, speakers, shared), "beside")
    bases = [c for c in found.values() if c.result.mention is None or c.result.mention[2] != "name"]
    # The source may be dropped though a strategy takes some words for it.
    cues = {c.result.cue and c.result.cue[:2]: c for c in reversed(list(found.values()))}
    bases += [
        Candidate(replace(c.result, mention=None, speaker=None), c.hit)
        for c in cues.values()
        if c.result.mention is not None
    ]
    others = memory(place, speakers, [rules.speaker, place.asked, place.echoed])
    for base in bases:
        link = base.result.rule.split("+")[0]
        for entity in (*others, None) if base.result.mention is None else others:
            if entity is not None and _barred(speakers, base.result, entity):
                continue
            add(base.result.given_to(entity, rule=link + "+memory"), base.hit, "memory")
    return list(found.values())


def _is_agreed(place: Place, speakers: Speakers, rules: Attribution) -> bool:
    """Whether the network is sure of the cue and of the name that the rules have found: nobody else need be asked."""
    if place.heard is None or rules.cue is None or rules.mention is None or rules.mention[2] != "name":
        return False
    cue, who = (speakers.sources.between(*span[:2]) for span in (rules.cue, rules.mention))
    heard = place.heard
    sure = min(sum(heard.cue.get(at, 0.0) for at in cue), sum(heard.who.get(at, 0.0) for at in who))
    return sure >= AGREED and not speakers.is_strange(rules, place.zone)


def _barred(speakers: Speakers, result: Attribution, entity: Entity) -> bool:
    """Whether a source without a name cannot be this one: the lawyer in ο δικηγόρος της 27χρονης is not the woman,
    no single person is στενοί συνεργάτες, and ένας διαδηλωτής is nobody of whom the article has told."""
    if result.mention is None:
        return False
    inside = speakers.sources.between(*result.mention[:2])
    first = speakers.words[inside.start]
    before = speakers.words[inside.start - 1].fold if inside.start else ""
    if (isinstance(entity, Person) and result.plural) or not _SOMEBODY_NEW.isdisjoint((first.fold, before)):
        return True
    return any(identity(speakers.sources.meant(at)) == identity(entity) for at in inside[1:])


def _hit_of(place: Place, speakers: Speakers, result: Attribution) -> CueHit | None:
    """The cue of a result among the sentence's cues."""
    if result.cue is None:
        return None
    return next((hit for hit in place.reading.hits if speakers.sources.cue(place.reading, hit) == result.cue), None)


def _blank(place: Place, rule: str) -> Attribution:
    return Attribution(place.start, place.end, "speech", rule=rule)


def _linked(place: Place, speakers: Speakers) -> Iterator[tuple[Attribution, CueHit | None, str]]:
    """What each strategy, and then each cue of the sentence, says on its own."""
    reading = place.reading
    for link in answers(reading, place.k, place.first, place.quoted):
        result = _blank(place, link.rule)
        speakers.follow(place.index, reading, place.k, link, result, inside=not place.outer)
        yield result, link.hit, f"link {link.rule}"
    for hit in sorted(reading.hits, key=lambda hit: abs(hit.start - place.k))[:CUES]:
        result, link = _blank(place, "cued"), Link("cued", hit, hit.start > place.k)
        speakers.follow(place.index, reading, place.k, link, result, inside=not place.outer)
        yield result, hit, "cued"


def _pointed(place: Place, speakers: Speakers) -> Iterator[tuple[Attribution, CueHit | None, str]]:
    """What the network points at: its cues with their subjects, its sources with its best cue."""
    if place.heard is None:
        return
    reading, words, sources = place.reading, speakers.words, speakers.sources
    position = {item: k for k, item in enumerate(reading.items) if item >= 0}
    best: CueHit | None = None
    for at, share in sorted(place.heard.cue.items(), key=lambda pair: -pair[1])[:POINTED]:
        if share < LEAST or at not in position:
            continue
        hit = _cue_at(reading, position[at])
        if best is None and share > place.heard.cue.get(-1, 0.0):
            best = hit
        for inverted in (hit.start > place.k, hit.start < place.k):
            result = _blank(place, "pointed")
            result.cue = sources.cue(reading, hit)
            subject = find_subject(reading, hit, inverted=inverted)
            speakers.settle(place.index, reading, hit, subject, result, inside=not place.outer)
            yield result, hit, "cue"
    for at, share in sorted(place.heard.who.items(), key=lambda pair: -pair[1])[:POINTED]:
        if share < LEAST or at < 0:
            continue
        result = _blank(place, "pointed+who")
        result.cue = sources.cue(reading, best) if best is not None else None
        if at in position:
            speakers.settle_name(reading, position[at], result)
        else:
            entity, span = sources.at(words[at])
            if entity is None or span is None:
                continue
            result.speaker, result.mention = entity, (*span, "name")
        yield result, best, "who"
    if place.heard.who.get(-1, 0.0) >= LEAST:
        result = _blank(place, "pointed")
        result.cue = sources.cue(reading, best) if best is not None else None
        yield result, best, "dropped"


def _phrased(place: Place, speakers: Speakers, rules: Candidate) -> Iterator[tuple[Attribution, CueHit | None, str]]:
    """Every phrase near the cue, whatever grammar says of it: the parser may have taken the subject for an object.

    Not beside σύμφωνα με τη Μόσχα, which says itself whose words they are.
    """
    if rules.result.rule.startswith("according") and rules.result.mention is not None:
        return
    reading = place.reading
    at = rules.hit.start if rules.hit is not None else place.k
    phrases = sorted(reading.phrases, key=lambda phrase: abs(phrase.head - at))[:PHRASES]
    phrases += [phrase for _, phrase in reading.objects if phrase.name is not None][:OBJECTS]
    for phrase in phrases:
        result = _blank(place, rules.result.rule.split("+")[0] + "+phrase")
        result.cue = rules.result.cue
        speakers.settle_name(reading, phrase.name[0] if phrase.name is not None else phrase.head, result)
        if result.mention is not None and not place.start <= result.mention[0] < place.end:
            yield result, rules.hit, "phrase"


def _cue_at(reading: Reading, k: int) -> CueHit:
    """The cue that holds a position; a verb or noun that no table knows is one of its own."""
    known = next((hit for hit in reading.hits if hit.start <= k < hit.end), None)
    if known is not None:
        return known
    word = reading.word(k)
    form = "participle" if word.fold.endswith("ντασ") else "noun" if word.pos == "NOUN" else "active"
    return CueHit(k, k + 1, word.lemma, "noun" if form == "noun" else "say", form)


def memory(place: Place, speakers: Speakers, more: Sequence[Entity | None]) -> list[Entity]:
    """Whom a source that is dropped or has no name may mean: those in focus, those named last, those pointed at."""
    discourse, words = speakers.discourse, speakers.words
    found: dict[object, Entity] = {}
    for turn in reversed(discourse.turns):
        if len(found) < FOCUSED:
            found.setdefault(identity(turn.entity), turn.entity)
    before = [entity for _, entity in discourse.named[: -BACK - 1 : -1] if isinstance(entity, Person | Organization)]
    most = len(found) + NAMED
    for entity in before:
        if len(found) < most:
            found.setdefault(identity(entity), entity)
    pointed = place.heard.name.items() if place.heard is not None else ()
    heard = [speakers.sources.whoever(at) for at, share in pointed if at >= 0 and share >= LEAST and words[at].is_word]
    for known in (*more, *heard):
        if known is not None:
            found.setdefault(identity(known), known)
    return list(found.values())
