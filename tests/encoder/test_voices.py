"""Where words stand seen from the marks, what the heads answer, and that it survives on the Doc."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, DocBin

from eipe.article.marks import find_marks
from eipe.encoder.voices import (
    BUCKETS,
    CLOSES,
    DEPTHS,
    INSIDE,
    NEAR,
    NESTED,
    OPENS,
    OUTSIDE,
    PARAGRAPHS,
    Pair,
    Voices,
    away,
    depths,
    pairs_of,
)
from eipe.encoder.writing import tell
from eipe.quotes.beliefs import hear, keep
from eipe.quotes.words import read_words

WIDTH, KEY, HIDDEN = 4, 3, 2


def starts(words: list[str]) -> list[int]:
    return [sum(len(word) + 1 for word in words[:i]) for i in range(len(words))]


def test_depths_tell_marks_from_what_they_hold() -> None:
    words = ["Είπε", "«", "έλα", "“", "πίσω", "”", "τώρα", "»", "και", "έφυγε"]
    pairs = pairs_of(starts(words), find_marks(" ".join(words)))
    assert depths(len(words), pairs) == [
        OUTSIDE, OPENS, INSIDE, OPENS, NESTED, CLOSES, INSIDE, CLOSES, OUTSIDE, OUTSIDE
    ]  # fmt: skip


def test_a_missing_mark_is_the_edge_of_what_is_quoted() -> None:
    words = ["«", "Έλα", "πίσω"]
    assert pairs_of(starts(words), find_marks(" ".join(words))) == [Pair(0, 2, 1, 2)]


def test_distances_grow_to_both_sides() -> None:
    found = away(range(0, 700), 300, 310).tolist()
    assert all(found[300:311][i] == 0 for i in range(11))
    left, right = found[:300], found[311:]
    assert left == sorted(left, reverse=True) and right == sorted(right)
    assert set(left).isdisjoint(right) and max(found) < BUCKETS


@pytest.fixture
def weights() -> dict[str, np.ndarray]:
    """Heads that answer: speech; the word whose key is (1, 0, 0) is the cue, (0, 1, 0) the source."""
    zero = np.zeros
    out = {
        "pair.w": zero((7 * WIDTH, WIDTH)),
        "pair.b": zero(WIDTH),
        "kind.w": zero((WIDTH, HIDDEN)),
        "kind.b": zero(HIDDEN),
        "kind.out.w": zero((HIDDEN, 3)),
        "kind.out.b": np.array([0.0, 3.0, 0.0]),
        "who.cue": zero(BUCKETS),
    }
    wanted = {"cue": [9.0, 0.0, 0.0], "who": [0.0, 9.0, 0.0]}
    for number, (task, bias) in enumerate(wanted.items()):
        width = WIDTH + number * KEY
        out[task + ".query"], out[task + ".bias"] = zero((width, KEY)), np.array(bias)
        out[task + ".missing"], out[task + ".missing.b"] = zero((width, 1)), np.array([2.0])
        out[task + ".away"], out[task + ".line"] = zero(BUCKETS), zero(PARAGRAPHS)
        out[task + ".depth"], out[task + ".none"] = zero(DEPTHS), zero(KEY)
    return out


def read(weights: dict[str, np.ndarray], words: list[str], keys: dict[int, list[float]]):
    pairs = pairs_of(starts(words), find_marks(" ".join(words)))
    rows = np.zeros((len(words), KEY), np.float32)
    for word, key in keys.items():
        rows[word] = key
    vectors = np.zeros((len(words), WIDTH), np.float32)
    return Voices(weights).read(vectors, rows, pairs, depths(len(words), pairs), [0] * len(words))[0]


def test_pointers_point_at_words_and_at_none(weights: dict[str, np.ndarray]) -> None:
    words = ["«", "Έλα", "»", ",", "είπε", "ο", "Νίκος", "."]
    (belief,) = read(weights, words, {4: [1, 0, 0], 6: [0, 1, 0]})
    assert max(range(3), key=belief.kind.__getitem__) == 1
    assert belief.cue[0][0] == 4 and belief.who[0][0] == 6
    assert sum(share for _, share in belief.cue) == pytest.approx(1, abs=0.05)
    (belief,) = read(weights, words, {})
    assert belief.cue[0][0] == belief.who[0][0] == -1


def test_no_word_out_of_reach_is_pointed_at(weights: dict[str, np.ndarray]) -> None:
    words = ["Νίκος", *["και"] * (NEAR[0] + 5), "«", "Έλα", "»"]
    (belief,) = read(weights, words, {0: [0, 1, 0]})
    assert all(word != 0 for word, _ in belief.who)


def test_beliefs_survive_on_the_doc(weights: dict[str, np.ndarray]) -> None:
    vocab = spacy.blank("el").vocab
    words = ["«", "Έλα", "»", ",", "είπε", "ο", "Νίκος", "."]
    doc = Doc(vocab, words=words)
    marks = find_marks(doc.text)
    pairs = pairs_of([token.idx for token in doc], marks)
    tell(doc, range(len(doc)), marks, pairs, read(weights, words, {4: [1, 0, 0], 6: [0, 1, 0]}))
    copy = Doc(vocab).from_bytes(doc.to_bytes())
    packed = next(iter(DocBin(docs=[doc], store_user_data=True).get_docs(vocab)))
    parts = [Doc(vocab, words=["Πριν", "."]), doc]
    behind = Doc.from_docs(parts)
    assert hear(behind, read_words(behind), find_marks(behind.text)) == [None]  # spaCy drops the attributes
    keep(behind, parts)
    for other in (doc, copy, packed, behind):
        (heard,) = hear(other, read_words(other), find_marks(other.text))
        assert heard is not None and heard.kind[1] > 0.8
        at = max(heard.cue, key=heard.cue.__getitem__)
        assert read_words(other).words[at].text == "είπε"
