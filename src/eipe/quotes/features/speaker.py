"""What speaks for somebody as the speaker: in focus, named, spoken to, pointed at, of the right gender and number."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log

from eipe.lexicon.table import affixes
from eipe.naming import is_joint
from eipe.quotes.clause_subjects import is_plural
from eipe.quotes.discourse import Turn
from eipe.quotes.features.coarse import FLOOR, stepped
from eipe.quotes.place import Place
from eipe.quotes.results import Attribution, Candidate, identity
from eipe.quotes.speakers import Speakers
from eipe.records import Entity, Person, Source

__all__ = ["Remembered", "agreement", "is_own", "own_features", "people_named", "speaker_features"]

#: Endings of the first person: somebody's own tale (απάντησα, έλεγα, λέω).
FIRST_PERSON = affixes("first_person")
#: How often is often: a president of whom a long article speaks thirty times has not said all of it.
OFTEN = 5


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the article has told of its speakers before a pair of marks, by their identities; found once a pair.

    Attributes:
        turns: The newest turn of each, the newest first.
        newest: The newest of all, or None.
        spoke: Who spoke last.
        told: How many quotations are theirs.
        pointed: How much the network believes in each.
        people: How many people have been named, as ``people_named`` counts them.
    """

    turns: dict[object, Turn]
    newest: Turn | None
    spoke: object
    told: Counter[object]
    pointed: dict[object, float]
    people: int

    @classmethod
    def before(cls, place: Place, speakers: Speakers) -> Remembered:
        """What is remembered at a pair of marks."""
        order = speakers.discourse.turns
        turns: dict[object, Turn] = {}
        for turn in reversed(order):
            turns.setdefault(identity(turn.entity), turn)
        pointed: dict[object, float] = defaultdict(float)
        for at, share in place.heard.name.items() if place.heard is not None else ():
            entity = speakers.sources.whoever(at) if at >= 0 else None
            if at < 0 or entity is not None:
                pointed[identity(entity)] += share
        return cls(
            turns,
            order[-1] if order else None,
            next((identity(turn.entity) for turn in reversed(order) if turn.spoke), None),
            Counter(identity(result.speaker) for result in place.told),
            pointed,
            people_named(speakers),
        )


def speaker_features(
    place: Place, speakers: Speakers, speaker: Entity | None, rules: Attribution, known: Remembered
) -> dict[str, float]:
    """The speaker in the article: in focus, named, spoken to."""
    names: list[str] = []
    who = identity(speaker)
    if who == identity(rules.speaker):
        names.append("far rules")
    features: dict[str, float] = {}
    if speaker is None:
        names.append("far none")
    else:
        names.append(f"far {speaker.type}")
        own = known.turns.get(who)
        if own is None:
            names.append("far never")
        else:
            rank = next(n for n, other in enumerate(known.turns) if other == who)
            names += [f"far rank {min(rank, 4)}", f"far back {stepped(place.index - own.sentence)}"]
            names.append("far spoke" if own.spoke else "far acted")
            lines = min(place.sentence.paragraph - own.paragraph, 3)
            names.append(f"far lines {lines}")
            if own is known.newest:
                names.append("far newest")
            if known.spoke == who:
                names.append("far spoke last")
        starts = [m.start for m in speaker.mentions]
        if any(place.start <= start < place.end for start in starts):
            names.append("vocative")
        before = sum(start < place.start for start in starts)
        if isinstance(speaker, Person) and not before:
            names.append("far later")
        if before > 2:
            names.append("far often")
        names.append(f"far named {_others_since(speakers, speaker)}")
        if isinstance(speaker, Person):
            names.append(f"far among {known.people}")
        told = known.told[who]
        features["far told"] = told / max(len(place.told), 1)
        features["far told often"] = log(1 + min(told, OFTEN))
        features["far mentions"] = log(1 + min(before, OFTEN))
    if place.heard is not None:
        share = known.pointed.get(who, 0.0)
        features["name net"] = log(share + FLOOR)
        features["name likely net"] = share
    return dict.fromkeys(names, 1.0) | features


def people_named(speakers: Speakers) -> int:
    """How many people have been named so far, three at most: a long text is not gone through for each pair of marks."""
    found: set[str] = set()
    for _, entity in speakers.discourse.named:
        if isinstance(entity, Person):
            found.add(entity.name)
        if len(found) > 2:
            break
    return len(found)


def _others_since(speakers: Speakers, speaker: Entity) -> int:
    """How many other people have been named since the speaker was, three at most."""
    others: set[object] = set()
    who = identity(speaker)
    for _, entity in reversed(speakers.discourse.named):
        if identity(entity) == who or len(others) > 2:
            break
        if isinstance(entity, Person):
            others.add(identity(entity))
    return min(len(others), 3)


def agreement(speakers: Speakers, place: Place, candidate: Candidate) -> list[str]:
    """Whether gender and number of the words tell for or against the speaker."""
    result, hit, speaker = candidate.result, candidate.hit, candidate.result.speaker
    names = []
    if result.mention is not None and result.mention[2] != "name" and isinstance(speaker, Person) and speaker.gender:
        told = {speakers.words[at].gender for at in speakers.sources.between(*result.mention[:2])} & {"Masc", "Fem"}
        if told:
            names.append("gender fits" if {"m": "Masc", "f": "Fem"}[speaker.gender] in told else "gender clashes")
    if hit is None or speaker is None:
        return names
    verb, several = place.reading.word(hit.start), is_joint(speaker)
    plural = is_plural(verb) if hit.form == "active" else None
    human = isinstance(speaker, Person | Source)
    if result.mention is not None:
        names += [f"source number {plural} {several} {speaker.type}"] if plural is not None and human else []
    else:
        if plural is not None and human and plural != several:
            names.append(f"number clashes {speaker.type}")
        elif plural is not None and several:
            names.append("number fits")
        if plural is False and verb.fold.endswith(FIRST_PERSON):
            names.append("first person")
        gender = speakers.gender(place.reading, hit)
        if gender and isinstance(speaker, Person) and speaker.gender:
            names.append("gender fits" if gender == speaker.gender else "gender clashes")
    return names


def is_own(result: Attribution) -> bool:
    """Whether the source has no name but its own words."""
    mentions = result.speaker.mentions if isinstance(result.speaker, Source) else ()
    return result.mention is not None and any(m.start == result.mention[0] for m in mentions)


def own_features(place: Place, speakers: Speakers, result: Attribution) -> dict[str, float]:
    """The same of a source that has no name but its own words."""
    if place.heard is None or result.mention is None:
        return {}
    inside = speakers.sources.between(*result.mention[:2])
    share = sum(place.heard.name.get(at, 0.0) for at in inside)
    return {"name net": log(share + FLOOR), "name likely net": share}
