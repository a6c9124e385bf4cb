"""What speaks for a candidate, and for a kind: the features that the weights of ``eipe/weights`` count.

Each is a name and a number. Those that end in "net" are the network's beliefs, as logarithms; without a network they
are missing, and the weights of the column "rules" were learnt without them.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.quotes.candidates import Candidate, Place, identity
from eipe.quotes.features.content import kind_features
from eipe.quotes.features.source import source_features
from eipe.quotes.features.speaker import agreement, is_own, own_features, speaker_features
from eipe.quotes.results import Attribution
from eipe.quotes.speakers import Speakers

__all__ = ["candidate_features", "kind_features"]


def candidate_features(
    place: Place, speakers: Speakers, found: Sequence[Candidate], rules: Attribution
) -> list[dict[str, float]]:
    """What speaks for each candidate. What many share is found once: a cue with its source, and a speaker."""
    near: dict[object, dict[str, float]] = {}
    far: dict[object, dict[str, float]] = {}
    out = []
    for candidate in found:
        result = candidate.result
        key = (result.cue and result.cue[:2], result.mention and result.mention[:2])
        if key not in near:
            near[key] = source_features(place, speakers, candidate, rules)
        speaker = result.speaker
        who = identity(speaker)
        if who not in far:
            far[who] = speaker_features(place, speakers, result.speaker, rules)
        features = dict(near[key])
        for way in candidate.ways:
            features[f"by {way}"] = 1.0
        if "rules" in candidate.ways:
            features[f"rules {rules.rule}"] = 1.0
        for strategy in dict.fromkeys(result.rule.split("+")):
            features[f"strategy {strategy}"] = 1.0
        named = result.mention is not None and result.mention[2] == "name"
        if place.told and identity(place.told[-1].speaker) == who:
            features["previous speaker"] = 1.0
            if place.beside is not None:
                features["speaker beside"] = 1.0
        if place.asked is not None and identity(place.asked) == who:
            features["asked"] = 1.0
        if place.zone != "text":
            told = "nobody" if speaker is None else "own" if result.mention is not None else "memory"
            features[f"zone {place.zone} {told}"] = 1.0
        for name in agreement(speakers, place, candidate):
            features[name] = 1.0
        if named:
            for name in ("name net", "name likely net"):
                if name in far[who]:
                    features[name] = far[who][name]
            if "vocative" in far[who]:
                features["named vocative"] = 1.0
        else:
            context = "title" if result.mention is not None else "dropped" if result.cue is not None else "floating"
            own = result.mention is not None and is_own(result)
            if own:
                features["title unnamed"] = 1.0
                features |= own_features(place, speakers, result)
            else:
                for name, value in far[who].items():
                    features[name] = features[f"{context} {name}"] = value
                if result.mention is not None and speakers.sources.nominal(*result.mention[:2]) is result.speaker:
                    features["title resolved"] = 1.0
        out.append(features)
    return out
