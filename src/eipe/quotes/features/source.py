"""What speaks for a cue and for the words that name the source beside it."""

from __future__ import annotations

from eipe.entities.roles import is_human_noun
from eipe.quotes.clause_subjects import fits
from eipe.quotes.cues import CueHit
from eipe.quotes.features.coarse import near_net, sort_of, stepped
from eipe.quotes.outside_subjects import is_group
from eipe.quotes.place import Place
from eipe.quotes.results import Attribution, Candidate
from eipe.quotes.speakers import Speakers

__all__ = ["source_features"]


def source_features(place: Place, speakers: Speakers, candidate: Candidate, rules: Attribution) -> dict[str, float]:
    """The cue, the source's words, and where they stand."""
    result, hit, sources, heard = candidate.result, candidate.hit, speakers.sources, place.heard
    cue_words = range(0) if result.cue is None else sources.between(*result.cue[:2])
    own_words = range(0) if result.mention is None else sources.between(*result.mention[:2])
    names: list[str] = []
    if result.cue is None:
        names.append("cue none")
    else:
        side = "behind" if result.cue[0] >= place.end else "before"
        gap = sources.distance(place.start, place.end, *result.cue[:2])
        names += [f"cue {side}", f"cue {side} {stepped(gap)}"]
        if hit is not None:
            names += [f"cue {hit.kind}", f"cue {hit.form}", f"cue {side} {hit.kind} {hit.form}"]
        if result.cue == rules.cue:
            names.append("cue of the rules")
    names += _source(place, speakers, result, rules, hit)
    features = dict.fromkeys(names, 1.0)
    if heard is not None:
        features["cue net"] = near_net(heard, "cue", cue_words)
        features["who net"] = near_net(heard, "who", own_words)
    return features


def _source(place: Place, speakers: Speakers, result: Attribution, rules: Attribution, hit: CueHit | None) -> list[str]:
    """The words that name the source."""
    if result.mention is None:
        return ["source none", *(["source of the rules"] if rules.mention is None else [])]
    sources, words = speakers.sources, speakers.words
    inside = sources.between(*result.mention[:2])
    head = words[inside[0]]
    kind = result.mention[2]
    names = [f"source {kind}", f"source {kind} {head.case or '-'}", f"source number {head.number or '-'}"]
    before = words[inside[0] - 1] if inside[0] else None
    names.append(f"source behind {sort_of(before)}")
    if result.mention == rules.mention:
        names.append("source of the rules")
    if kind != "name":
        human = any(is_human_noun(words[at].text) for at in inside)
        group = any(is_group(words[at]) for at in inside)
        names.append("source human" if human else "source group" if group else "source thing")
    anchor = result.cue[:2] if result.cue is not None else (place.start, place.end)
    side = "behind" if result.mention[0] >= anchor[1] else "before"
    gap = sources.distance(*anchor, *result.mention[:2])
    names += [f"source {side}", f"source {side} {stepped(gap)}"]
    return names + _grammar(place, speakers, inside[0], hit)


def _grammar(place: Place, speakers: Speakers, word: int, hit: CueHit | None) -> list[str]:
    """How the source's first word stands to the cue in its sentence."""
    reading, words = place.reading, speakers.words
    if word not in reading.items:
        return ["source in another sentence"]
    k = reading.items.index(word)
    names = [f"source {words[word].dep or '-'}"]
    phrase = next((p for p in reading.phrases if p.start <= k < p.end), None)
    names.append("source behind a preposition" if phrase is None else f"source phrase {phrase.case or '-'}")
    if hit is None:
        return names
    clauses, at = reading.clauses, reading.clause_of[hit.start]
    own = reading.clause_of[k]
    relation = "same" if own == at else "parent" if clauses[at].parent == own else clauses[own].kind
    names.append(f"source clause {relation} {hit.form}")
    if phrase is not None and hit.form in ("active", "participle"):
        names.append(f"source fits {fits(reading, phrase, hit)}")
    if reading.heads and reading.heads[word] == reading.items[hit.start]:
        names.append("source hangs on the cue")
    between = range(min(k, hit.start) + 1, max(k, hit.start))
    verbs = sum(reading.items[j] >= 0 and reading.word(j).finite for j in between)
    names.append(f"source verbs {min(verbs, 2)}")
    if any(reading.items[j] < 0 for j in between):
        names.append("source across marks")
    return names
