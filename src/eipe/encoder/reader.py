"""Words in, a full analysis out: the pure step behind the spaCy component.

A paragraph is read in windows of whole sentences. What a window cuts off at its end, the last sentence it
began, is read again at the start of the next; so every sentence is seen whole, cost grows linearly with
length, and a paragraph's analysis depends on nothing but the paragraph.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from eipe.encoder.edits import apply, write_case
from eipe.encoder.graph import Graph, Scores
from eipe.encoder.iob import Labels
from eipe.encoder.pieces import END, START, Pieces
from eipe.encoder.trees import best_tree
from eipe.greek.truecasing import Truecaser

Floats = npt.NDArray[np.float32]
WIDTH, KEY = 384, 256  # of a word's vector and key
WINDOW = 220  # pieces; training windows have up to 200
MARGIN = 8  # words at a window's end in which no sentence start is believed: their right context is missing
CACHED = 1 << 14  # lemmas: what a newspaper repeats; more would only grow with the archive
#: Words whose labels are scored in one product: OpenBLAS runs larger ones on all cores, which wait for each other
#: and so spend twice the processor time without being any faster.
ROWS = 56


@dataclass
class Reading:
    """The analysis, one entry a word; `heads` are word numbers, a root is its own head."""

    names: list[str] = field(default_factory=list)  # IOB2
    pos: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    words: list[Floats] = field(default_factory=list)  # the words' vectors and keys, an array a window
    keys: list[Floats] = field(default_factory=list)


def _marks(words: Sequence[str]) -> Reading:
    """A paragraph without a letter or digit (* * *, a megabyte of «): one sentence that no network need read."""
    size = len(words)
    blank = [np.zeros((size, width), np.float32) for width in (WIDTH, KEY)]
    starts = [number == 0 for number in range(size)]
    deps = ["ROOT" if start else "punct" for start in starts]
    tags = (["O"] * size, ["PUNCT"] * size, [""] * size, list(words), [0] * size, deps, starts)
    return Reading(*tags, *([rows] for rows in blank))


class Reader:
    """Reads paragraphs with one network; see `training/windows.py` for the classes."""

    def __init__(
        self,
        graph: Graph,
        pieces: Pieces,
        truecaser: Truecaser,
        classes: dict[str, Any],
        rel: npt.NDArray[np.float32],
    ) -> None:
        self.graph = graph
        self.pieces = pieces
        self.truecaser = truecaser
        self.names = Labels(classes["names"])
        self.morphs = [tuple(morph.split("|", 1)) for morph in classes["morphs"]]
        self.edits = [json.loads(edit) for edit in classes["edits"]]
        self.deps: list[str] = classes["deps"]
        #: "form|POS" to lemma, for the forms that the treebanks teach by heart.
        self.lexicon: dict[str, str] = classes.get("lexicon", {})
        self._root = self.deps.index("ROOT")
        self._rel = rel  # [label, dependent, head]
        self._lemma = lru_cache(maxsize=CACHED)(self._find_lemma)

    def read(self, words: Sequence[str], depth: Sequence[int]) -> Reading:
        """The analysis of one paragraph; `depth`: where its words stand, seen from the quotation marks."""
        if not any(map(str.isalnum, chain.from_iterable(words))):
            return _marks(words)
        words = self.truecaser(words)
        out = Reading()
        for scores, size in self.windows(words, depth):
            self._add(out, words[len(out.pos) : len(out.pos) + size], scores)
        return out

    def windows(self, words: Sequence[str], depth: Sequence[int]) -> Iterator[tuple[Scores, int]]:
        """Each window's scores, and how many of its words count; `words` as `Truecaser` gives them."""
        cut = [self.pieces(word) for word in words]
        at = 0
        while at < len(words):
            ids, first, last = [START], [], []
            end = at
            while end < len(words) and (end == at or len(ids) + len(cut[end]) < WINDOW):
                first.append(len(ids))
                ids += cut[end]
                last.append(len(ids) - 1)
                end += 1
            ids.append(END)
            scores = self.graph(ids, first, last, depth[at:end])
            size = end - at
            if end < len(words):
                size = self._believed(scores.starts[:, 0], size)
            yield scores, size
            at += size

    @staticmethod
    def _believed(starts: npt.NDArray[np.float32], size: int) -> int:
        """Where to cut a window that does not reach the paragraph's end: before its last sentence."""
        found = np.flatnonzero(starts[1 : max(size - MARGIN, 1)] > 0) + 1
        if len(found):
            return int(found[-1])
        # One sentence fills the window. It is cut where a start is least unlikely, in the second half.
        half = size // 2
        return half + int(starts[half:size].argmax()) if half else size

    def _add(self, out: Reading, words: Sequence[str], scores: Scores) -> None:
        base, size = len(out.pos), len(words)
        out.words.append(scores.words[:size])
        out.keys.append(scores.keys[:size])
        labels = self.names.best(scores.names[:size])
        out.names += [self.names.names[i] for i in labels.tolist()]
        for word, morph, case, edits in zip(
            words, scores.morphs.tolist(), scores.cases.tolist(), scores.edits.tolist(), strict=False
        ):
            pos, features = self.morphs[morph]
            out.pos.append(pos)
            out.morphs.append(features)
            out.lemmas.append(self._lemma(word, pos, tuple(edits), case))
        starts = scores.starts[:size, 0] > 0
        starts[0] = True
        out.starts += starts.tolist()
        bounds = [*np.flatnonzero(starts).tolist(), size]
        heads = np.zeros(size, dtype=np.int64)  # as in `arcs`: 0 the root, then the words
        for begin, end in pairwise(bounds):
            columns = [0, *range(begin + 1, end + 1)]
            tree = best_tree(scores.arcs[begin:end, columns])
            heads[begin:end] = np.where(tree > 0, tree + begin, 0)
        out.deps += self._labels(scores, heads)
        out.heads += [base + i if head == 0 else base + head - 1 for i, head in enumerate(heads.tolist())]

    def _labels(self, scores: Scores, heads: npt.NDArray[np.int64]) -> list[str]:
        size = len(heads)
        dependents = _with_ones(scores.rel_dep[:size])
        governors = _with_ones(scores.rel_head)[heads]
        best = np.empty((size, len(self.deps)), np.float32)
        for at in range(0, size, ROWS):
            views = np.matmul(dependents[at : at + ROWS], self._rel)  # every label's view of the head
            best[at : at + ROWS] = np.einsum("lwh,wh->wl", views, governors[at : at + ROWS])
        best[:, self._root] = -np.inf
        labels = best.argmax(1)
        labels[heads == 0] = self._root
        return [self.deps[i] for i in labels.tolist()]

    def _find_lemma(self, word: str, pos: str, edits: tuple[int, ...], case: int) -> str:
        small = word.lower()
        known = self.lexicon.get(f"{small}|{pos}", "")
        if known:
            return known
        made = (apply(self.edits[edit], small) for edit in edits)
        return write_case(next((lemma for lemma in made if lemma), small), word, case)


def _with_ones(rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return np.concatenate([rows, np.ones((len(rows), 1), np.float32)], axis=1)
