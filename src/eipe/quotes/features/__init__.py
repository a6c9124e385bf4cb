"""What speaks for a candidate, and for a kind: the features that the weights of ``eipe/weights`` count.

Each is a name and a number. Those that end in "net" are the network's beliefs, as logarithms; without a network they
are missing, and the weights of the column "rules" were learnt without them.
"""

from __future__ import annotations

from functools import cached_property

from eipe.quotes.features.content import kind_features
from eipe.quotes.features.source import source_features
from eipe.quotes.features.speaker import Remembered, agreement, is_own, own_features, speaker_features
from eipe.quotes.features.title import title_features, untitled_features
from eipe.quotes.place import Place
from eipe.quotes.results import Attribution, Candidate, identity
from eipe.quotes.speakers import Speakers
from eipe.records import Entity
from eipe.scoring import Features, Parts

__all__ = ["Asked", "kind_features"]


class Asked:
    """What is asked of the candidates of one pair of marks. What many share is found once, and is one object.

    Args:
        place: The pair of marks.
        speakers: Whoever was named so far.
        rules: What the ordered rules answer.
    """

    def __init__(self, place: Place, speakers: Speakers, rules: Attribution) -> None:
        self.place, self.speakers, self.rules = place, speakers, rules
        self._near: dict[object, Features] = {}
        self._speaker: dict[object, Features] = {}
        self._far: dict[object, Features] = {}

    @cached_property
    def known(self) -> Remembered:
        """What the article has told of its speakers; one answer alone need not be asked for it."""
        return Remembered.before(self.place, self.speakers)

    def parts(self, candidate: Candidate) -> Parts:
        """What speaks for a candidate, in parts."""
        return self.near(candidate), self.far(candidate), self.own(candidate)

    def near(self, candidate: Candidate) -> Features:
        """The cue, the source's words, and where they stand."""
        result = candidate.result
        key = (result.cue and result.cue[:2], result.mention and result.mention[:2])
        if key not in self._near:
            self._near[key] = source_features(self.place, self.speakers, candidate, self.rules)
        return self._near[key]

    def far(self, candidate: Candidate) -> Features:
        """The speaker in the article; it counts for more where no name stands beside the cue."""
        context = _context(candidate.result)
        key = context, identity(candidate.result.speaker)
        if context == "unnamed":
            return {}
        if key not in self._far:
            features = self._told(candidate.result.speaker)
            if context == "name":
                self._far[key] = {n: features[name] for name, n in _NAMED.items() if name in features}
            else:
                self._far[key] = {n: value for name, value in features.items() for n in (name, f"{context} {name}")}
        return self._far[key]

    def _told(self, speaker: Entity | None) -> Features:
        who = identity(speaker)
        if who not in self._speaker:
            self._speaker[who] = speaker_features(self.place, self.speakers, speaker, self.rules, self.known)
        return self._speaker[who]

    def own(self, candidate: Candidate) -> Features:
        """How it was found, and how its words and its speaker go together."""
        place, speakers, result = self.place, self.speakers, candidate.result
        context, speaker, who = _context(result), result.speaker, identity(result.speaker)
        names = [f"by {way}" for way in candidate.ways]
        if "rules" in candidate.ways:
            names.append(f"rules {self.rules.rule}")
        names += [f"strategy {strategy}" for strategy in dict.fromkeys(result.rule.split("+"))]
        if place.told and identity(place.told[-1].speaker) == who:
            names += ["previous speaker", "speaker beside"] if place.beside is not None else ["previous speaker"]
        if place.asked is not None and identity(place.asked) == who:
            names.append("asked")
        if place.echoed is not None and identity(place.echoed) == who:
            names += ["echo", f"echo {context}"]
        if place.zone != "text":
            told = "nobody" if speaker is None else "own" if result.mention is not None else "memory"
            names.append(f"zone {place.zone} {told}")
        names += agreement(speakers, place, candidate)
        if context == "unnamed":
            names += ["title unnamed", *untitled_features(speakers, result)]
            return dict.fromkeys(names, 1.0) | own_features(place, speakers, result)
        if context == "title" and speaker is not None:
            names += title_features(speakers, result, speaker)
        return dict.fromkeys(names, 1.0)


#: What is asked of a speaker whose name stands beside the cue.
_NAMED = {"name net": "name net", "name likely net": "name likely net", "vocative": "named vocative"}


def _context(result: Attribution) -> str:
    """How the source is told: by name, by a title of somebody named, by its own words, or not at all."""
    if result.mention is None:
        return "dropped" if result.cue is not None else "floating"
    if result.mention[2] == "name":
        return "name"
    return "unnamed" if is_own(result) else "title"
