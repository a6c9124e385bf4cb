"""Annotated quotations as training examples: an article's words in windows, and what is asked of each pair of marks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.tokenizer import Tokenizer

from eipe.article.marks import find_marks, paragraphs
from eipe.encoder.pieces import END, START, Pieces
from eipe.encoder.voices import KINDS, Pair, depths, pairs_of
from eipe.evaluation.matching import same_span
from eipe.greek.truecasing import Truecaser

__all__ = ["Asked", "Passage", "Record", "annotated", "record"]

MOST = 215  # pieces a window
#: Words around a pair whose windows are learnt from; those farther off are only read.
CLOSE = 40
GOLD = dict(zip(("other", "speech", "fragment"), KINDS, strict=True))


@dataclass(slots=True)
class Passage:
    """One window of the encoder: pieces, and the words from `start` on that they make."""

    ids: list[int]
    first: list[int]
    last: list[int]
    start: int
    near: bool = False  # whether a pair stands in it or beside it


@dataclass(slots=True)
class Asked:
    """A pair of marks with its answers; a list of words of which each will do, [-1] for none, [] for not known."""

    pair: Pair
    kind: int
    cue: list[int]
    who: list[int]
    sure: bool = True  # whether a person has said what it is
    number: int = -1  # of the quotation in the record


@dataclass(slots=True)
class Record:
    """An article as the network reads it."""

    id: str
    starts: list[int]
    ends: list[int]
    lines: list[int]
    depth: list[int]
    passages: list[Passage]
    asked: list[Asked] = field(default_factory=list)


def annotated(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The records of gold files that hold marks."""
    for path in paths:
        for line in path.read_text(encoding="utf8").splitlines():
            gold = json.loads(line)
            if gold["quotes"]:
                yield gold


def record(gold: dict[str, Any], tokenizer: Tokenizer, pieces: Pieces, truecaser: Truecaser) -> Record:
    """One record of the gold format (`benchmarks/gold/README.md`)."""
    text = gold["text"]
    out = Record(gold["id"], [], [], [], [], [])
    for line, (start, end) in enumerate(paragraphs(text)):
        spans = [(start + t.idx, start + t.idx + len(t)) for t in tokenizer(text[start:end]) if not t.is_space]
        cut = [pieces(word) for word in truecaser([text[a:b] for a, b in spans])]
        out.passages += _passages(cut, len(out.starts))
        out.starts += [a for a, _ in spans]
        out.ends += [b for _, b in spans]
        out.lines += [line] * len(spans)
    marks = find_marks(text)
    pairs = pairs_of(out.starts, marks)
    out.depth = depths(len(out.starts), pairs)
    quotes = [(number, quote) for number, quote in enumerate(gold["quotes"])]
    for mark, pair in zip(marks, pairs, strict=True):
        found = next((q for q in quotes if same_span((q[1]["start"], q[1]["end"]), (mark.start, mark.end))), None)
        if found is None:
            out.asked.append(Asked(pair, 0, [], [], sure=False))
            continue
        quotes.remove(found)
        out.asked.append(_asked(out, pair, *found))
    _close(out)
    return out


def _passages(cut: Sequence[Sequence[int]], base: int) -> Iterator[Passage]:
    at = 0
    while at < len(cut):
        ids, first, last, start = [START], [], [], at
        while at < len(cut) and (at == start or len(ids) + len(cut[at]) < MOST):
            first.append(len(ids))
            ids += cut[at]
            last.append(len(ids) - 1)
            at += 1
        yield Passage([*ids, END], first, last, base + start)


def _asked(out: Record, pair: Pair, number: int, quote: dict[str, Any]) -> Asked:
    kind, sure = KINDS.index(GOLD[quote["kind"]]), not quote.get("silver")
    if not kind or "cue" not in quote:
        return Asked(pair, kind, [], [], sure, number)
    cue, who = (_within(out, quote[key]) for key in ("cue", "speaker"))
    return Asked(pair, kind, cue, who, sure, number)


def _within(out: Record, span: Sequence[int] | None) -> list[int]:
    """The words of a span; [-1] where there is none."""
    if span is None:
        return [-1]
    return [k for k in range(len(out.starts)) if out.starts[k] < span[1] and out.ends[k] > span[0]]


def _close(out: Record) -> None:
    """Tells the passages that are learnt from, and drops those that no question reaches."""
    size = len(out.starts)
    near = [asked.pair.around((CLOSE, CLOSE), size) for asked in out.asked]
    for passage in out.passages:
        end = passage.start + len(passage.first)
        passage.near = any(passage.start < reach.stop and end > reach.start for reach in near)
