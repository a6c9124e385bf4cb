"""What an article tells, as a row of events: its names, titles and subjects, its verbs, its quotations.

`eipe.encoder.antecedents` looks among them for whoever is meant by a source that stands nowhere beside the marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from eipe.encoder.iob import spans
from eipe.encoder.voices import Belief, Floats, Ints, Pair
from eipe.greek.endings import AGED
from eipe.greek.letters import bare
from eipe.lexicon.table import rows

if TYPE_CHECKING:
    from eipe.encoder.reader import Reading

__all__ = ["CASES", "DEPS", "GENDERS", "KINDS", "NUMBERS", "Event", "Scene", "events_of", "scene_of"]

NAMES = ("PERSON", "ORG", "GPE", "NORP", "LOC")
KINDS = (*NAMES, "title", "noun", "verb", "pointed", "quotation")
TITLE, VERB = KINDS.index("title"), KINDS.index("verb")
#: Dependencies that are told apart; any other is the last.
DEPS = (
    *("ROOT", "nsubj", "acl", "advcl", "nmod", "conj", "obl", "flat", "appos", "orphan", "parataxis", "amod", "obj"),
    *("xcomp", "vocative", "iobj", "other"),
)
GENDERS, NUMBERS, CASES = ("", "Masc", "Fem", "Neut"), ("", "Sing", "Plur"), ("", "Nom", "Gen", "Acc", "Voc")
_NOMINALS = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"))
_NOUNS_AS = frozenset(("ROOT", "appos", "obj", "iobj", "obl"))
_VERBS_AS = frozenset(("conj", "parataxis", "advcl", "acl"))
#: How many words that the network takes for a source beside the marks are events, and how sure it must be.
POINTED, SURE = 2, 0.2


@dataclass(frozen=True, slots=True)
class Event:
    """A word that stands for somebody, something, or what is done.

    Attributes:
        word: Its index among the article's words.
        kind: Its place in `KINDS`.
        first, last: The words of the name; of anything else the word itself.
    """

    word: int
    kind: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Scene:
    """The events of an article, then its pairs of marks, as arrays.

    Attributes:
        events: The events, in order.
        vectors: Of each event, its word's vector.
        asked: Of each pair, its view, and the vectors of its likeliest cue and source (zeros for none).
        told: Of each pair, the probability of each kind, of no cue, of no source.
        kinds, deps, depths, morphs, lines: Of each event and then of each pair, classes; morphs in three columns.
        ranks: Of each event and then of each pair, its number in the order of the text.
        same: Whether two events have one name: their last words but for the ending.
        barred: Whether an event can't be the source of a pair: a verb, or a word inside.
    """

    events: list[Event]
    vectors: Floats
    asked: Floats
    told: Floats
    kinds: Ints
    deps: Ints
    depths: Ints
    morphs: Ints
    lines: Ints
    ranks: Ints
    same: npt.NDArray[np.bool_]
    barred: npt.NDArray[np.bool_]


@cache
def _titles() -> frozenset[str]:
    return frozenset(bare(noun) for man, woman, *_ in rows("roles") for noun in (man, woman) if len(noun) > 3)


def events_of(texts: Sequence[str], parts: Sequence[Reading], found: Sequence[Belief]) -> list[Event]:
    """The events of an article.

    Args:
        texts: The words.
        parts: What was read of each paragraph.
        found: What is believed of each pair of marks.
    """
    events: list[Event] = []
    base = 0
    for part in parts:
        events += _of_paragraph(texts[base : base + len(part.pos)], part, base)
        base += len(part.pos)
    taken = {word for event in events for word in range(event.first, event.last + 1)}
    for belief in found:
        for word, share in belief.who[:POINTED]:
            if share > SURE and word >= 0 and word not in taken:
                taken.add(word)
                events.append(Event(word, KINDS.index("pointed"), word, word))
    return sorted(events, key=lambda event: event.word)


def _of_paragraph(texts: Sequence[str], part: Reading, base: int) -> Iterator[Event]:
    named = {start: (end, KINDS.index(label)) for start, end, label in spans(part.names) if label in NAMES}
    last = 0
    for at, (pos, dep) in enumerate(zip(part.pos, part.deps, strict=True)):
        if at < last:
            continue
        if at in named:
            last, kind = named[at]
            # the word on which the others hang
            root = next((k for k in range(at, last) if not at <= part.heads[k] < last or part.heads[k] == k), at)
            yield Event(base + root, kind, base + at, base + last - 1)
            continue
        if AGED.fullmatch(texts[at]) or (pos in _NOMINALS and bare(texts[at]) in _titles()):
            yield Event(base + at, TITLE, base + at, base + at)
        elif (pos in _NOMINALS and dep.startswith("nsubj")) or (pos == "NOUN" and dep in _NOUNS_AS):
            yield Event(base + at, KINDS.index("noun"), base + at, base + at)
        elif dep == "ROOT" or (pos == "VERB" and dep.partition(":")[0] in _VERBS_AS):
            yield Event(base + at, VERB, base + at, base + at)


def scene_of(
    texts: Sequence[str],
    parts: Sequence[Reading],
    pairs: Sequence[Pair],
    found: Sequence[Belief],
    vectors: Floats,
    views: Floats,
    depth: Sequence[int],
    line: Sequence[int],
) -> Scene:
    """The events of an article and its pairs of marks as arrays.

    Args:
        texts: The words.
        parts: What was read of each paragraph.
        pairs: The pairs of marks.
        found: What is believed of each pair.
        vectors: The vector of each word.
        views: The view of each pair (`eipe.encoder.voices.Voices.views`).
        depth, line: Of each word, where it stands seen from the marks, and its line.
    """
    events = events_of(texts, parts, found)
    words = [event.word for event in events]
    deps = [dep for part in parts for dep in part.deps]
    morphs = [morph for part in parts for morph in part.morphs]
    stems = [bare(texts[event.last]) for event in events]
    numbers = {text: n for n, text in reversed(list(enumerate(stems)))}
    names = np.array(
        [first if len(stems[first]) > 2 else -n - 1 for n, first in enumerate(map(numbers.__getitem__, stems))]
    )
    blank = np.zeros(vectors.shape[1], np.float32)
    pointed = [[vectors[p[0][0]] if p[0][0] >= 0 else blank for p in (b.cue, b.who)] for b in found]
    none = [[dict(p).get(-1, 0.0) for p in (b.cue, b.who)] for b in found]
    order = np.argsort(np.array([*words, *(pair.open for pair in pairs)]), kind="stable")
    ranks = np.empty_like(order)
    ranks[order] = np.arange(len(order))
    more = [0] * len(pairs)
    at = np.array(words, np.int64)
    return Scene(
        events,
        vectors[at] if words else np.zeros((0, vectors.shape[1]), np.float32),
        np.concatenate([views, np.array(pointed, np.float32).reshape(len(pairs), 2 * vectors.shape[1])], axis=1),
        np.array([[*b.kind, *rest] for b, rest in zip(found, none, strict=True)], np.float32).reshape(len(pairs), 5),
        np.array([event.kind for event in events] + [KINDS.index("quotation")] * len(pairs)),
        np.array([_dep(deps[word]) for word in words] + [len(DEPS) - 1] * len(pairs)),
        np.array([depth[word] for word in words] + more),
        np.array([_morph(morphs[word]) for word in words] + [(0, 0, 0)] * len(pairs)).reshape(-1, 3),
        np.array([line[word] for word in words] + [line[pair.open] for pair in pairs]),
        ranks,
        names[:, None] == names[None, :],
        np.array(
            [[e.kind == VERB or pair.first <= e.word <= pair.last for e in events] for pair in pairs], np.bool_
        ).reshape(len(pairs), len(events)),
    )


def _dep(label: str) -> int:
    front = label.partition(":")[0]
    return DEPS.index(front) if front in DEPS else len(DEPS) - 1


def _morph(features: str) -> tuple[int, int, int]:
    told = dict(part.split("=", 1) for part in features.split("|") if "=" in part)
    found = ((GENDERS, "Gender"), (NUMBERS, "Number"), (CASES, "Case"))
    gender, number, case = (v.index(told[k]) if told.get(k) in v else 0 for v, k in found)
    return gender, number, case
