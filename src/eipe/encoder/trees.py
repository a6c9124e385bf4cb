"""From arc scores to a tree: the best single-rooted one, always well formed.

Mostly the best head of every word already makes a tree. Where it does not, Chu-Liu/Edmonds finds the best
(McDonald et al. 2005), over scores that make every further root worse than any tree without it (Stanojević
and Cohen 2021, "A Root of a Problem").
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def best_tree(scores: Floats) -> Ints:
    """The head of every word of one sentence.

    `scores[i, j]`: how well word i hangs on node j, where node 0 is the root and node j + 1 is word j. The
    result counts nodes the same way. Every word is reached from the root, exactly one hangs on it.

    >>> best_tree(np.array([[1.0, 0.0, 5.0], [2.0, 5.0, 0.0]], dtype=np.float32)).tolist()
    [2, 0]
    """
    size = len(scores)
    scores = scores.astype(np.float64)
    scores[np.arange(size), np.arange(size) + 1] = -np.inf
    heads: Ints = scores.argmax(1)
    if is_tree(heads):
        return heads
    span = float(np.ptp(scores[np.isfinite(scores)])) + 1.0
    scores[:, 0] -= span * size
    table = np.full((size + 1, size + 1), -np.inf)
    table[1:] = scores
    return np.array(_edmonds(table)[1:], dtype=np.int64)


def is_tree(heads: Ints) -> bool:
    """Whether exactly one word hangs on the root (0) and every word is reached from it."""
    if int((heads == 0).sum()) != 1:
        return False
    up = np.concatenate([[0], heads])
    for _ in range(len(heads).bit_length()):
        up = up[up]
    return not up.any()


def _edmonds(scores: npt.NDArray[np.float64]) -> list[int]:
    """Heads of the best arborescence from node 0; `scores[i, j]` of node i under node j."""
    size = len(scores)
    heads = [0, *(int(j) for j in scores[1:].argmax(1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    # Contract the cycle into its first node and solve the smaller graph.
    inside = set(cycle)
    rest = [i for i in range(size) if i not in inside]
    own = np.array([scores[i, heads[i]] for i in cycle])
    total = len(rest)
    small = np.full((total + 1, total + 1), -np.inf)
    small[:total, :total] = scores[np.ix_(rest, rest)]
    leave = scores[np.ix_(rest, cycle)]  # nodes outside under nodes of the cycle
    small[:total, total] = leave.max(1)
    enter = scores[np.ix_(cycle, rest)] - own[:, None]  # what it costs to break the cycle here
    small[total, :total] = enter.max(0)
    small[0] = -np.inf
    found = _edmonds(small)
    out = heads[:]
    for i, node in enumerate(rest[1:], 1):
        head = found[i]
        out[node] = cycle[int(leave[i].argmax())] if head == total else rest[head]
    entered = cycle[int(enter[:, found[total]].argmax())]
    out[entered] = rest[found[total]]
    return out


def _cycle(heads: list[int]) -> list[int]:
    """Some cycle among the heads, or nothing."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while not state[node]:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []
