"""Annotated quotations as lessons for `training.antecedents`: the events of an article, and whose each quotation is."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language

from eipe.article.marks import find_marks
from eipe.encoder.antecedents import Antecedents
from eipe.encoder.events import VERB, Event, Scene
from eipe.encoder.voices import Answer
from eipe.encoder.writing import GROUP
from eipe.evaluation.matching import same_span
from eipe.greek.letters import bare

__all__ = ["Lesson", "Whose", "batches", "lessons"]

#: Events of the longest article that is learnt from, and of a batch, padded.
LONGEST, BATCH, RECORDS = 700, 1600, 12


@dataclass(frozen=True, slots=True)
class Whose:
    """The answer to one pair of marks.

    Attributes:
        sort: "other" (no quotation), "nobody", "named" (beside its cue), "dropped".
        events: The events that name the source.
    """

    sort: str
    events: list[int]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A record: its id, its events, the answers, and the beliefs about its pairs as `training.choose` takes them."""

    id: str
    scene: Scene
    answers: list[Whose]
    starts: list[int]
    ends: list[int]
    pairs: list[dict[str, Any]]


class Recorder(Antecedents):
    """Keeps the events, and says nothing of them."""

    def __init__(self) -> None:
        self.scene: Scene | None = None

    def read(self, scene: Scene) -> list[Answer]:
        self.scene = scene
        return [()] * (len(scene.ranks) - len(scene.events))


def lessons(golds: Iterable[dict[str, Any]], nlp: Language) -> Iterator[Lesson]:
    """The records that hold pairs of marks, as the pipeline's network reads them."""
    encoder: Any = nlp.get_pipe("eipe_encoder")
    recorder = encoder._antecedents = Recorder()
    for gold in golds:
        recorder.scene = None
        doc = encoder(nlp.make_doc(gold["text"]))
        scene = recorder.scene
        if scene is None:
            continue
        tokens = [token for token in doc if not token.is_space]
        texts, starts = [token.text for token in tokens], [token.idx for token in tokens]
        ends = [token.idx + len(token) for token in tokens]
        quotes, answers, pairs = list(gold["quotes"]), [], []
        group = doc.spans[GROUP]
        rows = group.attrs["beliefs"]
        for mark, span, (_, kind, cue, who, _) in zip(find_marks(gold["text"]), group, rows, strict=True):
            found = next((q for q in quotes if same_span((q["start"], q["end"]), (mark.start, mark.end))), None)
            if found is not None:
                quotes.remove(found)
            answers.append(_whose(scene.events, texts, starts, ends, found))
            base = span.start_char
            flat = [
                [[at if at is None else [base + at], p] for at, p in zip(x[::2], x[1::2], strict=True)]
                for x in (cue, who)
            ]
            pairs.append({"start": mark.start, "end": mark.end, "kind": kind, "cue": flat[0], "who": flat[1]})
        yield Lesson(gold["id"], scene, answers, starts, ends, pairs)
    encoder._antecedents = None


def _whose(
    events: Sequence[Event], texts: Sequence[str], starts: Sequence[int], ends: Sequence[int], quote: Any
) -> Whose:
    if quote is None or quote["kind"] == "other":
        return Whose("other", [])
    name, span = quote["speaker_name"], quote["speaker"]
    if not name and span is None:
        return Whose("nobody", [])
    beside = [
        n
        for n, e in enumerate(events)
        if span and e.kind != VERB and starts[e.first] < span[1] and ends[e.last] > span[0]
    ]
    return Whose("named" if span else "dropped", _named(events, texts, quote, name) or beside)


def _named(events: Sequence[Event], texts: Sequence[str], quote: dict[str, Any], name: str | None) -> list[int]:
    """The events that name the source: by the surname, else the first name; by its first word where it has no name."""
    words = re.findall(r"[^\W\d_]+", name or "")
    proper = [word for word in words if word[:1].isupper()]
    for word in dict.fromkeys((*proper[-1:], *proper[:1], *words[:1])):
        wanted = bare(word)
        if len(wanted) < 3:
            continue
        found = [
            n
            for n, e in enumerate(events)
            if e.kind != VERB
            and any(
                bare(texts[k]) == wanted and (word not in proper or texts[k][:1].isupper())
                for k in range(e.first, e.last + 1)
            )
        ]
        if found:
            return found
    return []


def batches(some: Sequence[Lesson], rng: random.Random | None = None) -> list[list[Lesson]]:
    """Lessons of like length together."""
    size = {lesson.id: len(lesson.scene.ranks) for lesson in some}
    out: list[list[Lesson]] = [[]]
    for lesson in sorted(some, key=lambda x: size[x.id] + (rng.uniform(0, 6) if rng else 0)):
        if not len(lesson.scene.events) > 0 or size[lesson.id] > LONGEST:
            continue
        if out[-1] and (len(out[-1]) >= RECORDS or (len(out[-1]) + 1) * size[lesson.id] > BATCH):
            out.append([])
        out[-1].append(lesson)
    if rng:
        rng.shuffle(out)
    return out
