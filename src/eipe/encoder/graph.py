"""The network as onnxruntime runs it: one window in, the scores of every word out."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Scores:
    """What the network says of the words of one window, a row a word."""

    names: Floats  # of every IOB class
    starts: Floats  # > 0: a sentence begins here
    morphs: Ints  # the best class of part of speech and features
    cases: Ints  # the best class of the lemma's letter case
    edits: Ints  # the best edit trees, best first
    arcs: Floats  # of every head: column 0 the root, then the words
    rel_dep: Floats  # the word as a dependent ...
    rel_head: Floats  # ... and the root, then the words, as heads: for the label of an arc
    words: Floats  # its vector, for `eipe.encoder.voices` ...
    keys: Floats  # ... and its key for the pointers there


class Graph:
    """A lazy session over the bytes of an ONNX file.

    The session is made on first use, again in a forked child and after unpickling; it is shared by threads.
    A graph takes one window at a time: activations are quantised by the range of the whole input, so that a
    batch would let one text change the rounding of another.
    """

    def __init__(self, data: bytes, threads: int = 1) -> None:
        self.data = data
        self.threads = threads
        self._session: InferenceSession | None = None
        self._process = 0
        self._lock = threading.Lock()

    def __getstate__(self) -> dict[str, Any]:
        return {"data": self.data, "threads": self.threads}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["data"], state["threads"])  # type: ignore[misc]

    def session(self) -> InferenceSession:
        """The session of this process."""
        if self._session is None or self._process != os.getpid():
            with self._lock:
                if self._session is None or self._process != os.getpid():
                    import onnxruntime

                    options = onnxruntime.SessionOptions()
                    options.intra_op_num_threads = self.threads
                    options.inter_op_num_threads = 1
                    # The graph is written with the operators it should run with: fusing more of them makes
                    # it slower (SkipLayerNormalization) and lets the version decide about the rounding.
                    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
                    options.log_severity_level = 3
                    self._session = onnxruntime.InferenceSession(self.data, options, providers=["CPUExecutionProvider"])
                    self._process = os.getpid()
        return self._session

    def __call__(self, ids: list[int], first: list[int], last: list[int], depth: Sequence[int]) -> Scores:
        """Scores of the words whose first and last pieces stand at these places of `ids`; `depth`: where each
        stands, seen from the quotation marks."""
        names = [field.name for field in fields(Scores)]
        feed = {
            "depth": np.array(depth, np.int64),
            "ids": np.array(ids, np.int64),
            "first": np.array(first, np.int64),
            "last": np.array(last, np.int64),
        }
        return Scores(*self.session().run(names, feed))
