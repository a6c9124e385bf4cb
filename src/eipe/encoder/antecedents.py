"""Who is meant by a source that is not named beside the marks: a small network over what the article tells.

Two layers of attention (Vaswani et al. 2017, arXiv 1706.03762) over names, subjects, verbs and quotations in the order
of the text, told apart by how far they stand from each other; then a pointer from each quotation to the events, or on
to an earlier quotation whose source is the same: «...», είπε. «...», πρόσθεσε. Its answer is then that quotation's.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from eipe.encoder.events import Scene
from eipe.encoder.voices import Answer, Floats, Ints, likely, product, softmax

__all__ = ["BEFORE", "BEHIND", "FAR", "HEADS", "LAYERS", "LINES", "STEPS", "Antecedents", "steps_between"]

LAYERS, HEADS = 2, 4
#: How many events lie between two, each step a class of its own, on either side; and how many lines, at most.
_STEPS = np.array([1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 42, 60, 90, 140])
STEPS, FAR = 2 * len(_STEPS) + 2, 4
LINES = 2 * FAR + 1
#: Of a long article so many events are read at once, with so many before and behind them: its cost grows linearly.
BLOCK, BEFORE, BEHIND = 256, 192, 64
NEVER = np.float32(-1e9)


def steps_between(ranks: Ints) -> Ints:
    """The class of the distance of each event (column) from each (row)."""
    apart = ranks[None, :] - ranks[:, None]
    out: Ints = np.searchsorted(_STEPS, np.abs(apart), "right") + np.where(apart > 0, len(_STEPS) + 1, 0)
    return out


class Antecedents:
    """The network.

    Args:
        weights: By name, as `training.antecedents.Antecedents.weights` gives them.
    """

    def __init__(self, weights: Mapping[str, npt.NDArray[np.generic]]) -> None:
        self._w = {name: value.astype(np.float32) for name, value in weights.items()}

    def read(self, scene: Scene) -> list[Answer]:
        """For each pair of marks the words that may name its source, -1 for nobody."""
        size, total = len(scene.events), len(scene.ranks)
        words, quotes = np.array([*(event.word for event in scene.events), -1]), scene.ranks[size:]
        out: list[Answer] = [((-1, 1.0),)] * len(quotes)
        block = BLOCK if total > BLOCK + BEFORE + BEHIND else total
        for begin in range(0, total, block):
            asked = np.flatnonzero((quotes >= begin) & (quotes < begin + block))
            if not len(asked):
                continue
            inside = (scene.ranks >= begin - BEFORE) & (scene.ranks < begin + block + BEHIND)
            events, pairs = np.flatnonzero(inside[:size]), np.flatnonzero(inside[size:])
            shares = self._shares(scene, events, pairs)
            around = words[[*events, size]]
            for row, pair in zip(np.searchsorted(pairs, asked), asked, strict=True):
                out[pair] = likely(shares[row], around)
        return out

    def _shares(self, scene: Scene, events: Ints, pairs: Ints) -> Floats:
        """The probability of each event for each pair, then of nobody."""
        w, size = self._w, len(events)
        at = np.concatenate([events, len(scene.events) + pairs])
        x = np.concatenate(
            [
                product(scene.vectors[events], w["event.w"]) + w["event.b"],
                product(scene.asked[pairs], w["asked.w"]) + product(scene.told[pairs], w["told.w"]) + w["asked.b"],
            ]
        )
        x += w["kinds"][scene.kinds[at]] + w["deps"][scene.deps[at]] + w["depths"][scene.depths[at]]
        for column, table in enumerate(("genders", "numbers", "cases")):
            x += w[table][scene.morphs[at, column]]
        x = _normal(x, w["norm.w"], w["norm.b"])
        ranks, lines = scene.ranks[at], scene.lines[at]
        steps = steps_between(ranks)
        apart = np.clip(lines[None, :] - lines[:, None], -FAR, FAR) + FAR
        same = np.zeros(steps.shape, np.float32)
        same[:size, :size] = scene.same[np.ix_(events, events)]
        for n in range(LAYERS):
            x = self._layer(x, f"{n}.", steps, apart, same)
        told, asked = x[:size], x[size:]
        to_events = self._scores("point", asked, told, steps[size:, :size], apart[size:, :size])
        to_events += w["point.kinds"][scene.kinds[events]]
        to_events[scene.barred[np.ix_(pairs, events)]] = NEVER
        to_pairs = self._scores("follow", asked, asked, steps[size:, size:], apart[size:, size:])
        to_pairs[ranks[None, size:] >= ranks[size:, None]] = NEVER
        rows = softmax(np.concatenate([to_events, product(asked, w["nobody.w"]) + w["nobody.b"], to_pairs], axis=1))
        sources: Floats = rows[:, : size + 1].copy()
        for pair in np.argsort(ranks[size:]):  # those before it are known, those behind it are not followed
            sources[pair] += rows[pair, size + 1 :] @ sources
        return sources

    def _layer(self, x: Floats, name: str, steps: Ints, apart: Ints, same: Floats) -> Floats:
        w, size = self._w, len(x)
        rows = product(_normal(x, w[name + "norm1.w"], w[name + "norm1.b"]), w[name + "in.w"]) + w[name + "in.b"]
        query, key, value = rows.reshape(size, 3, HEADS, -1).transpose(1, 2, 0, 3)
        out = np.empty((size, HEADS, query.shape[2]), np.float32)
        bias = w[name + "steps"].take(steps, 0)
        bias += w[name + "lines"].take(apart, 0)
        for head in range(HEADS):
            scores = product(query[head], np.ascontiguousarray(key[head].T)) / np.float32(query.shape[2] ** 0.5)
            scores += bias[..., head] + w[name + "same"][head] * same
            out[:, head] = product(softmax(scores), value[head])
        x = x + product(out.reshape(size, -1), w[name + "out.w"]) + w[name + "out.b"]
        inner = product(_normal(x, w[name + "norm2.w"], w[name + "norm2.b"]), w[name + "up.w"]) + w[name + "up.b"]
        return x + product(np.maximum(inner, 0), w[name + "down.w"]) + w[name + "down.b"]

    def _scores(self, task: str, rows: Floats, columns: Floats, steps: Ints, apart: Ints) -> Floats:
        w = self._w
        query = product(rows, w[task + ".query.w"]) + w[task + ".query.b"]
        key = product(columns, w[task + ".key.w"]) + w[task + ".key.b"]
        out = product(query, np.ascontiguousarray(key.T))
        out += w[task + ".steps"].take(steps) + w[task + ".lines"].take(apart)
        return out


def _normal(x: Floats, weight: Floats, bias: Floats) -> Floats:
    mean = x.mean(1, keepdims=True)
    out: Floats = (x - mean) / np.sqrt(((x - mean) ** 2).mean(1, keepdims=True) + np.float32(1e-5)) * weight + bias
    return out
