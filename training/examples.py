"""Annotated quotations as examples for the weights: what each pair of marks might be, and what it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

import eipe
from eipe.encoder.writing import GROUP
from eipe.evaluation.matching import overlap, same_span
from eipe.extraction import extract_doc
from eipe.greek.letters import fold
from eipe.quotes.beliefs import Heard
from eipe.quotes.choose import KINDS, Chooser, likeliest
from eipe.quotes.cues import lexicon
from eipe.quotes.features import Asked
from eipe.quotes.place import Place
from eipe.quotes.results import Candidate
from eipe.scoring import Features, score, shares

__all__ = ["Example", "Tables", "collect", "documents", "put"]

GOLD = {"other": 0, "speech": 1, "fragment": 2}

Tables = dict[str, dict[str, float]]  # column -> feature -> weight


@dataclass
class Example:
    """One pair of marks: the features of its kind and of its candidates, and the right answers."""

    record: str
    kind: int
    kinds: Features
    count: int = 1  # how much it counts beside others
    typical: bool = True  # whether its text has marks as texts have them
    candidates: list[Features] = field(default_factory=list)
    right: list[int] = field(default_factory=list)  # the candidates that are as right as any
    good: list[bool] = field(default_factory=list)  # whether the speaker of each is right, as benchmarks count
    named: list[bool] = field(default_factory=list)  # whether his name is, where the text tells it


class Recorder(Chooser):
    """Chooses by given weights, and writes down what it was asked."""

    def __init__(self, record: dict[str, Any], tables: Tables | None, column: str, examples: list[Example]) -> None:
        self.record, self.tables, self.column, self.examples = record, tables, column, examples
        self.free = list(record["quotes"])
        self.kinds: Features = {}

    def kind(self, features: Features, heard: Heard | None, rules: str) -> list[float]:
        self.kinds = features
        if self.tables is None:
            found = [float(rules == name) for name in KINDS]
        else:
            found = shares([score(features, self.tables[f"{self.column} {kind}"]) for kind in KINDS])
        return [min(found[0], 0.49), *found[1:]]  # candidates are wanted of every pair

    def candidate(self, place: Place, found: Sequence[Candidate], asked: Asked) -> tuple[Candidate, float]:
        gold = next((q for q in self.free if same_span((q["start"], q["end"]), (place.start, place.end))), None)
        example = Example(self.record["id"], 0 if gold is None else GOLD[gold["kind"]], self.kinds)
        if gold is not None:
            self.free.remove(gold)
        self.examples.append(example)
        if example.kind and gold is not None:
            levels = [_level(gold, candidate) for candidate in found]
            example.candidates = [
                {k: v for part in parts for k, v in part.items()} for parts in map(asked.parts, found)
            ]
            example.good = [level >= 4 for level in levels]
            example.named = [_named(gold, candidate) for candidate in found] if gold["speaker_name"] else []
            best = max(levels)
            example.right = [n for n, level in enumerate(levels) if level == best] if best >= 4 else []
        if self.tables is None:
            return found[0], 1.0
        return likeliest(found, asked, self.tables[self.column])

    def confidence(self, quotation: float, candidate: float, heard: Heard | None) -> float:
        return quotation * candidate


def _named(gold: dict[str, Any], candidate: Candidate) -> bool:
    speaker, name = candidate.result.speaker, gold["speaker_name"]
    return bool(speaker and name and fold(speaker.name) == fold(name))


def _level(gold: dict[str, Any], candidate: Candidate) -> int:
    """How right an answer is: 4 for the speaker, 2 more for his name, 1 for the cue."""
    mention, speaker, cue = candidate.result.mention, candidate.result.speaker, candidate.result.cue
    named = _named(gold, candidate)
    touches = bool(mention and gold["speaker"] and overlap(mention[:2], gold["speaker"]))
    nobody = gold["speaker"] is None and gold["speaker_name"] is None
    right = (mention is None and speaker is None) if nobody else touches or named
    cued = (cue is None) if gold["cue"] is None else bool(cue and overlap(cue[:2], gold["cue"]))
    return 4 * right + 2 * (right and (named or nobody)) + cued + (right and touches == bool(gold["speaker"]))


def documents(records: Iterable[dict[str, Any]], model: str | None) -> dict[str, Doc]:
    """The pipeline's reading of each record, without the rules."""
    nlp = eipe.load(model).nlp
    pairs = ((record["text"], record["id"]) for record in records)
    return {name: doc for doc, name in nlp.pipe(pairs, as_tuples=True, disable=["eipe"])}


def put(doc: Doc, pairs: Sequence[dict[str, Any]]) -> None:
    """Writes beliefs, as `training.speak` tells them, on a Doc."""
    spans, rows = [], []
    for pair in pairs:
        span = doc.char_span(pair["start"], pair["end"], alignment_mode="expand")
        if span is not None:
            base = span.start_char
            flat = [[x for at, p in pair[key] for x in (at and at[0] - base, p)] for key in ("cue", "who", "name")]
            spans.append(Span(doc, span.start, span.end))
            rows.append([pair["start"] - base, pair["kind"], *flat])
    doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans, attrs={"beliefs": rows})


def collect(
    records: Sequence[dict[str, Any]], docs: dict[str, Doc], tables: Tables | None, column: str
) -> list[Example]:
    """The examples of some records, chosen as they come by the weights of the round before."""
    examples: list[Example] = []
    for record in records:
        extract_doc(docs[record["id"]], lexicon(), chooser=Recorder(record, tables, column, examples))
    return examples
