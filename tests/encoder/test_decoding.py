"""The decoders against brute force, and the lemma rules: no model is loaded here."""

from __future__ import annotations

import doctest
from itertools import product

import numpy as np
import pytest

from eipe.encoder import edits, iob, reader, trees
from eipe.encoder.iob import Labels
from eipe.encoder.trees import best_tree, is_tree


@pytest.mark.parametrize("module", [edits, iob, reader, trees])
def test_examples_in_docstrings(module):
    assert doctest.testmod(module, extraglobs={"np": np}).failed == 0


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("seed", range(8))
def test_best_tree_is_the_best_of_all(size, seed):
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    found = best_tree(scores)
    rows = np.arange(size)
    every = (np.array(heads) for heads in product(range(size + 1), repeat=size))
    best = max(scores[rows, heads].sum() for heads in every if is_tree(heads))
    assert is_tree(found)
    assert scores[rows, found].sum() == pytest.approx(best, abs=1e-5)


def test_a_long_sentence_that_asks_for_many_roots_and_cycles_gets_one_tree():
    rng = np.random.default_rng(3)
    scores = rng.normal(size=(150, 151)).astype(np.float32)
    scores[:, 0] += 5
    assert is_tree(best_tree(scores))


def test_equal_scores_still_make_a_tree():
    assert is_tree(best_tree(np.zeros((40, 41), dtype=np.float32)))


@pytest.mark.parametrize(
    ("heads", "answer"),
    [([0], True), ([0, 0], False), ([2, 1], False), ([2, 0], True), ([3, 1, 2], False), ([0, 1, 2], True)],
)
def test_is_tree(heads, answer):
    assert is_tree(np.array(heads)) is answer


@pytest.mark.parametrize("seed", range(20))
def test_best_labels_are_the_best_legal_ones(seed):
    names = ["B-A", "B-B", "I-A", "I-B", "O"]
    scores = np.random.default_rng(seed).normal(size=(4, 5)).astype(np.float32)

    def legal(path: tuple[int, ...]) -> bool:
        before = "O"
        for i in path:
            if names[i][0] == "I" and before[1:] != names[i][1:]:
                return False
            before = names[i]
        return True

    best = max((p for p in product(range(5), repeat=4) if legal(p)), key=lambda p: scores[range(4), p].sum())
    assert tuple(Labels(names).best(scores).tolist()) == best


def test_no_words_have_no_labels():
    assert Labels(["B-A", "I-A", "O"]).best(np.zeros((0, 3), np.float32)).tolist() == []


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("ανθρώπου", "άνθρωπος"), ("στο", "σε ο"), ("είπε", "λέω"), ("ναι", "ναι"), ("", "α"), ("α", "")],
)
def test_an_edit_makes_its_lemma(word, lemma):
    assert edits.apply(edits.learn(word, lemma), word) == lemma


def test_an_edit_fits_other_words_of_its_kind_and_no_others():
    edit = edits.learn("δρόμου", "δρόμος")
    assert edits.apply(edit, "νόμου") == "νόμος"
    assert edits.apply(edit, "και") is None
    assert edits.apply(edits.learn("πατέρες", "πατέρας"), "ε") is None


@pytest.mark.parametrize(
    ("lemma", "word", "case", "written"),
    [
        ("αθήνα", "ΑΘΗΝΑ", 1, "Αθήνα"),
        ("οηε", "ΟΗΕ", 2, "ΟΗΕ"),
        ("ebay", "eBay", 2, "eBay"),
        ("ο", "Η", 0, "ο"),
    ],
)
def test_letter_case(lemma, word, case, written):
    assert edits.write_case(lemma, word, case) == written
    assert edits.letter_case(written) == case
