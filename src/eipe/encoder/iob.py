"""From IOB scores to names: the best sequence in which no I- stands without its B-."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Labels:
    """The IOB2 classes and which may follow which.

    >>> labels = Labels(["B-X", "I-X", "O"])
    >>> labels.best(np.array([[0, 2, 1], [0, 3, 0]], dtype=np.float32)).tolist()
    [0, 1]
    """

    def __init__(self, names: list[str]) -> None:
        self.names = names
        #: For every I- class the classes it may follow; for the others nothing.
        self._before = {
            i: np.array([names.index("B-" + name[2:]), i]) for i, name in enumerate(names) if name.startswith("I-")
        }
        allowed = np.ones((len(names), len(names)), dtype=bool)
        for i, before in self._before.items():
            allowed[:, i] = False
            allowed[before, i] = True
        self._allowed = allowed
        self._first = np.array([i not in self._before for i in range(len(names))])
        self._cost = np.where(allowed, 0.0, -np.inf).astype(np.float32)

    def best(self, scores: Floats) -> Ints:
        """The class of every word: the sequence with the highest sum (Viterbi 1967)."""
        greedy: Ints = scores.argmax(1)
        # The best class of every word by itself is mostly a legal sequence, and then it is the best one.
        if not len(greedy) or (self._first[greedy[0]] and self._allowed[greedy[:-1], greedy[1:]].all()):
            return greedy
        best = np.where(self._first, scores[0], -np.inf)
        back = np.zeros(scores.shape, dtype=np.int64)
        columns = np.arange(len(self.names))
        for n in range(1, len(scores)):
            table = best[:, None] + self._cost
            back[n] = table.argmax(0)
            best = table[back[n], columns] + scores[n]
        path = [int(best.argmax())]
        for n in range(len(scores) - 1, 0, -1):
            path.append(int(back[n, path[-1]]))
        return np.array(path[::-1], dtype=np.int64)


def spans(names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where each name begins, the word behind it, and its label.

    >>> list(spans(["O", "B-X", "I-X", "B-Y"]))
    [(1, 3, 'X'), (3, 4, 'Y')]
    """
    for start in (i for i, name in enumerate(names) if name[0] == "B"):
        end = start + 1
        while end < len(names) and names[end][0] == "I":
            end += 1
        yield start, end, names[start][2:]
