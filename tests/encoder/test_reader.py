"""Windows and bookkeeping of the reader, on a made-up network whose answers are known."""

from __future__ import annotations

import gzip

import numpy as np
import pytest

from eipe.encoder.pieces import MOST_LETTERS, MOST_PIECES, UNKNOWN, Pieces
from eipe.encoder.reader import WINDOW, Reader
from eipe.greek.truecasing import Truecaser

CLASSES = {
    "names": ["B-PERSON", "I-PERSON", "O"],
    "morphs": ["NOUN|Case=Nom", "PUNCT|"],
    "edits": ['["σε", "σας"]', '[0, 0, ["", ""], ["", ""]]'],
    "deps": ["ROOT", "dep", "punct"],
}


class LetterPieces:
    """One piece a word: its length; a word of dots is a mark."""

    def __call__(self, word: str) -> list[int]:
        return [100 + len(word)]


class FakeGraph:
    """Every word hangs on the word before it; a sentence begins behind every "." (piece 101)."""

    def __init__(self) -> None:
        self.windows: list[int] = []

    def __call__(self, ids, first, last, depth):
        assert len(depth) == len(first)
        from eipe.encoder.graph import Scores

        size = len(first)
        self.windows.append(len(ids))
        stops = np.array([ids[i] == 101 for i in first])
        starts = np.where(np.concatenate([[False], stops[:-1]]), 1.0, -1.0).astype(np.float32)
        names = np.zeros((size, 3), np.float32)
        names[:, 2] = 1.0
        arcs = np.full((size, size + 1), -5.0, np.float32)
        arcs[np.arange(size), np.arange(size)] = 1.0
        vectors = np.zeros((size, 2), np.float32)
        heads = np.zeros((size + 1, 2), np.float32)
        edits = np.tile([0, 1], (size, 1))
        numbers = np.array(depth, np.float32)[:, None]
        cases = np.zeros(size, int)
        return Scores(names, starts[:, None], stops.astype(int), cases, edits, arcs, vectors, heads, numbers, numbers)


@pytest.fixture
def reader():
    rel = np.zeros((3, 3, 3), np.float32)
    rel[1, 2, 2] = 1.0
    return Reader(FakeGraph(), LetterPieces(), Truecaser(gzip.compress(b"")), CLASSES, rel)


def read(reader, words):
    """Words outside of marks; each says with its vector which one it is."""
    return reader.read(words, range(len(words)))


def test_short_paragraph(reader):
    reading = read(reader, ["σε", "δρόμο", "."])
    assert reading.heads == [0, 0, 1]
    assert reading.deps == ["ROOT", "dep", "dep"]
    assert reading.lemmas == ["σας", "δρόμο", "."]
    assert reading.pos == ["NOUN", "NOUN", "PUNCT"]
    assert reading.starts == [True, False, False]


def test_nothing_to_read(reader):
    assert read(reader, []).heads == []


def test_marks_alone_are_one_sentence_that_no_network_reads(reader):
    reading = read(reader, ["«", "*", "»"])
    assert not reader.graph.windows
    assert reading.pos == ["PUNCT"] * 3 and reading.heads == [0, 0, 0] and reading.deps == ["ROOT", "punct", "punct"]
    assert reading.lemmas == ["«", "*", "»"] and reading.starts == [True, False, False]
    read(reader, ["«", "5", "»"])
    assert reader.graph.windows


def test_a_long_paragraph_is_read_in_whole_sentences(reader):
    words = ["ένα", "δύο", "τρία", "."] * 300
    reading = read(reader, words)
    assert reading.starts == [i % 4 == 0 for i in range(1200)]
    assert reading.heads == [max(i - 1, i - i % 4) for i in range(1200)]
    assert max(reader.graph.windows) <= WINDOW
    # Only what a window cut off is read twice.
    assert sum(reader.graph.windows) < 1.2 * len(words)
    # Each word was told where it stands, and has one vector.
    assert np.concatenate(reading.words)[:, 0].tolist() == list(range(1200))


def test_a_sentence_longer_than_a_window_is_cut_into_trees(reader):
    reading = read(reader, ["λέξη"] * 1000)
    roots = [i for i, head in enumerate(reading.heads) if head == i]
    assert roots == [i for i, start in enumerate(reading.starts) if start]
    assert len(reading.names) == 1000
    assert sum(reader.graph.windows) < 2.2 * 1000


class FakeTokenizer:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, text, add_special_tokens):
        from types import SimpleNamespace

        self.asked.append(text)
        return SimpleNamespace(ids=[7] * len(text) if "κ" in text else [])


def test_pieces_mark_words_only_and_are_asked_for_once():
    tokenizer = FakeTokenizer()
    pieces = Pieces(tokenizer)
    assert pieces("κι") == pieces("κι") == (7, 7, 7)
    assert pieces("»") == (UNKNOWN,)
    assert tokenizer.asked == [" κι", "»"]


def test_an_endless_word_costs_no_more_than_a_long_one():
    tokenizer = FakeTokenizer()
    assert Pieces(tokenizer)("κ" * 100_000) == (7,) * MOST_PIECES
    assert len(tokenizer.asked[0]) == 1 + MOST_LETTERS


def test_half_a_surrogate_is_no_error():
    Pieces(FakeTokenizer())("κ\ud800")
