"""Whose words stand in marks: what small heads over the encoder's vectors believe of each pair.

Three questions, each asked of the vectors that the encoder has made of the words anyway: what the marks hold (a term,
speech, a fragment), which word is the cue, and which word beside it names the source. The last two are pointers
(Vinyals, Fortunato and Jaitly 2015, arXiv 1506.03134) over one key a word, each with "none" among its answers; the
second knows what the first has pointed at. Who is meant, `eipe.encoder.antecedents` says.

The encoder is told where the marks are (``depths``): without that its cue pointer is right in .73 of the corpus, with
it in .90.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eipe.article.marks import Marks

__all__ = ["Answer", "Belief", "Pair", "Voices", "apart", "away", "depths", "likely", "pairs_of", "product", "softmax"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

KINDS = ("term", "speech", "fragment")
#: Where a word stands: outside of marks, inside one pair, inside several; or it opens or closes a pair itself.
OUTSIDE, INSIDE, NESTED, OPENS, CLOSES = range(5)
DEPTHS = 5
#: Words before and behind a pair among which its cue and its source are looked for.
NEAR = (150, 60)
#: How far off a word is: each step a class of its own, on the left and on the right.
_STEPS = np.array([2, 3, 4, 5, 6, 7, 9, 11, 14, 18, 24, 32, 43, 58, 80, 110, 150, 210, 300])
BUCKETS = 2 * (len(_STEPS) + 1) + 1
#: Paragraphs between a word and the pair: three and more are one class, on either side.
PARAGRAPHS = 7


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of marks among the words.

    Attributes:
        open, close: Indices of the words that open and close it (the words at its edges where a mark is missing).
        first, last: Indices of the first and the last word inside.
    """

    open: int
    close: int
    first: int
    last: int

    def edges(self, size: int) -> tuple[int, ...]:
        """The words that tell most of it: the one before it, its edges, the one behind it."""
        return max(self.open - 1, 0), self.open, self.first, self.last, self.close, min(self.close + 1, size - 1)

    def around(self, reach: tuple[int, int], size: int) -> range:
        """The words within reach."""
        return range(max(0, self.open - reach[0]), min(size, self.close + reach[1] + 1))


#: Words with their probabilities, the likeliest first; -1 for none.
Answer = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Belief:
    """What the network says of one pair; words by their indices, -1 for none, the likeliest first.

    Attributes:
        kind: The probability of each of KINDS.
        cue, who, name: (word, probability) of the words that may be the cue, name the source beside it, or name it
            anywhere in the article.
    """

    kind: tuple[float, ...]
    cue: Answer
    who: Answer
    name: Answer = ()


def pairs_of(starts: Sequence[int], marks: Sequence[Marks]) -> list[Pair]:
    """Where each pair of marks stands among words that start at these offsets."""
    most = len(starts) - 1

    def at(offset: int) -> int:
        return min(max(bisect_right(starts, offset) - 1, 0), most)

    out = []
    for mark in marks:
        first, last = at(mark.start), at(max(mark.end - 1, mark.start))
        opens = at(mark.open) if mark.open >= 0 else first
        closes = at(mark.close) if mark.close >= 0 else last
        out.append(Pair(opens, closes, first, max(first, last)))
    return out


def depths(size: int, pairs: Sequence[Pair]) -> list[int]:
    """Where each of ``size`` words stands, seen from the marks."""
    out = [OUTSIDE] * size
    for pair in pairs:
        for index in range(pair.first, pair.last + 1):
            out[index] = INSIDE if out[index] == OUTSIDE else NESTED
    for pair in pairs:
        if pair.open < pair.first:
            out[pair.open] = OPENS
        if pair.close > pair.last:
            out[pair.close] = CLOSES
    return out


def away(words: range, first: int, last: int) -> Ints:
    """The class of each word's distance from a stretch of words: 0 inside, then those to its left, to its right."""
    index = np.arange(words.start, words.stop)
    left, right = first - index, index - last
    half = len(_STEPS) + 1
    out = np.where(left > 0, np.searchsorted(_STEPS, left, "right") + 1, 0)
    return np.where(right > 0, np.searchsorted(_STEPS, right, "right") + 1 + half, out)


def apart(lines: Ints, line: int) -> Ints:
    """The class of each word's distance from a line, in lines."""
    return np.clip(lines - line, -3, 3) + 3


class Voices:
    """The heads.

    Args:
        weights: By name, as `training.voices.Voices.weights` gives them.
    """

    def __init__(self, weights: Mapping[str, npt.NDArray[np.generic]]) -> None:
        self._w = {name: value.astype(np.float32) for name, value in weights.items()}

    def read(
        self, vectors: Floats, keys: Floats, pairs: Sequence[Pair], depth: Sequence[int], lines: Sequence[int]
    ) -> tuple[list[Belief], Floats]:
        """The beliefs of each pair but for the name, and the view of each.

        Args:
            vectors, keys: The encoder's vector and the key of each word of the article.
            pairs: The pairs of marks.
            depth: Where each word stands, by ``depths``.
            lines: The line of each word.
        """
        w, size = self._w, len(vectors)
        ends = np.array([p.edges(size) for p in pairs])
        means = np.stack([vectors[p.first : p.last + 1].mean(0) for p in pairs])
        rows = np.concatenate([vectors[ends].reshape(len(pairs), -1), means], axis=1)
        views = _leaky(product(rows, w["pair.w"]) + w["pair.b"])
        kinds = _leaky(product(views, w["kind.w"]) + w["kind.b"]) @ w["kind.out.w"] + w["kind.out.b"]
        where, line = np.array(depth), np.array(lines)
        near = [p.around(NEAR, size) for p in pairs]
        cues = self._point("cue", views, pairs, near, keys, where, line)
        found = [int(scores.argmax()) - 1 for scores in cues]
        known = [keys[words[at]] if at >= 0 else w["cue.none"] for at, words in zip(found, near, strict=True)]
        asked = np.concatenate([views, np.stack(known)], axis=1)
        sources = self._point("who", asked, pairs, near, keys, where, line)
        for at, who, words in zip(found, sources, near, strict=True):
            if at >= 0:
                who[1:] += w["who.cue"][away(words, words[at], words[at])]
        beliefs = [
            Belief(tuple(softmax(kind).tolist()), _best(cue, words), _best(who, words))
            for kind, cue, who, words in zip(kinds, cues, sources, near, strict=True)
        ]
        return beliefs, views

    def _point(
        self,
        task: str,
        asked: Floats,
        pairs: Sequence[Pair],
        reach: Sequence[range],
        keys: Floats,
        depth: Ints,
        lines: Ints,
    ) -> list[Floats]:
        """For each pair the score of "none", then of each word within reach."""
        w = self._w
        queries = product(asked, w[task + ".query"]) + w[task + ".bias"]
        missing = product(asked, w[task + ".missing"]) + w[task + ".missing.b"]
        out = []
        for pair, words, query, none in zip(pairs, reach, queries, missing, strict=True):
            inside = slice(words.start, words.stop)
            scores = np.einsum("ij,j->i", keys[inside], query)
            scores += w[task + ".away"][away(words, pair.first, pair.last)]
            scores += w[task + ".line"][apart(lines[inside], int(lines[pair.open]))]
            scores += w[task + ".depth"][depth[inside]]
            out.append(np.concatenate([none, scores]))
        return out


#: Products of one part, and rows of one, in ``_product``.
_PART, _ROWS = 1 << 17, 32


#: How many words of each pointer are kept, and how little is not worth keeping.
_MOST, _LEAST = 10, 0.01


def _best(scores: Floats, words: range) -> Answer:
    return likely(softmax(scores), np.array([-1, *words]))


def likely(shares: Floats, words: Ints) -> Answer:
    """The likeliest words of a pointer, the likeliest first."""
    order = np.argsort(-shares, kind="stable")[:_MOST].tolist()
    return tuple((int(words[i]), float(shares[i])) for i in order if shares[i] >= _LEAST)


def softmax(scores: Floats) -> Floats:
    """The scores of each row as probabilities."""
    rows = np.exp(scores - scores.max(-1, keepdims=True))
    out: Floats = rows / rows.sum(-1, keepdims=True)
    return out


def product(rows: Floats, weights: Floats) -> Floats:
    """``rows @ weights`` in parts that OpenBLAS does not spread over cores: they would wait for each other, and a
    text would cost twice the processor time without being read any sooner."""
    if len(rows) == 1:
        return product(np.repeat(rows, 2, axis=0), weights)[:1]  # one row is another routine, which spreads sooner
    out = np.zeros((len(rows), weights.shape[1]), np.float32)
    for first in range(0, len(rows), _ROWS):
        some = rows[first : first + _ROWS]
        size = max(1, _PART // (len(some) * weights.shape[1]))
        for at in range(0, len(weights), size):
            out[first : first + _ROWS] += some[:, at : at + size] @ weights[at : at + size]
    return out


def _leaky(x: Floats) -> Floats:
    out: Floats = np.where(x > 0, x, np.float32(0.1) * x)
    return out
