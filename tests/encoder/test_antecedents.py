"""The events of an article, and the network that looks among them for whoever is meant."""

from __future__ import annotations

import time

import numpy as np
import pytest

from eipe.encoder.antecedents import BEFORE, BLOCK, FAR, HEADS, LAYERS, LINES, STEPS, Antecedents, steps_between
from eipe.encoder.events import CASES, DEPS, GENDERS, KINDS, NUMBERS, VERB, Scene, events_of, scene_of
from eipe.encoder.reader import Reading
from eipe.encoder.voices import DEPTHS, Belief, Pair

WIDTH, VECTOR = 8, 6
BELIEF = Belief((0.0, 1.0, 0.0), ((-1, 1.0),), ((-1, 1.0),))


def reading(*rows: tuple[str, str, str, int]) -> Reading:
    """A paragraph of words that are (name, part of speech, dependency, head)."""
    names, pos, deps, heads = (list(column) for column in zip(*rows, strict=True))
    return Reading(names, pos, ["Case=Nom|Gender=Fem|Number=Sing"] * len(rows), [], heads, deps)


#: Η Άννα Ρήγα ήρθε . / Η πρόεδρος γέλασε «
SENTENCE = reading(
    ("O", "DET", "det", 1),
    ("B-PERSON", "PROPN", "nsubj", 3),
    ("I-PERSON", "PROPN", "flat", 1),
    ("O", "VERB", "ROOT", 3),
    ("O", "PUNCT", "punct", 3),
)
OTHER = reading(("O", "DET", "det", 1), ("O", "NOUN", "nsubj", 2), ("O", "VERB", "ROOT", 2), ("O", "PUNCT", "punct", 2))


TEXTS = ["Η", "Άννα", "Ρήγα", "ήρθε", ".", "Η", "πρόεδρος", "γέλασε", "."]


def test_names_titles_and_verbs_are_events() -> None:
    events = events_of(TEXTS, [SENTENCE, OTHER], [])
    assert [(e.word, KINDS[e.kind], e.first, e.last) for e in events] == [
        (1, "PERSON", 1, 2), (3, "verb", 3, 3), (6, "title", 6, 6), (7, "verb", 7, 7)
    ]  # fmt: skip


def test_a_word_that_is_taken_for_a_source_is_an_event() -> None:
    sure = Belief((0.0, 1.0, 0.0), ((-1, 1.0),), ((4, 0.9), (2, 0.1)))
    assert (4, "pointed") in [(e.word, KINDS[e.kind]) for e in events_of(TEXTS[:5], [SENTENCE], [sure])]
    unsure = Belief((0.0, 1.0, 0.0), ((-1, 1.0),), ((4, 0.1),))
    assert events_of(TEXTS[:5], [SENTENCE], [unsure]) == events_of(TEXTS[:5], [SENTENCE], [])


def scene(size: int, pairs: list[int], seed: int = 0) -> Scene:
    """So many sentences Η Άννα Ρήγα ήρθε, and pairs of marks that stand behind some of their words."""
    rng = np.random.default_rng(seed)
    words = 5 * size
    at = [Pair(word, word, word, word) for word in pairs]
    vectors = rng.standard_normal((words, VECTOR)).astype(np.float32)
    views = rng.standard_normal((len(at), VECTOR)).astype(np.float32)
    texts = [f"Άννα{rng.integers(9)}" for _ in range(words)]
    parts, line = [SENTENCE] * size, [n // 5 for n in range(words)]
    return scene_of(texts, parts, at, [BELIEF] * len(at), vectors, views, [0] * words, line)


@pytest.fixture
def weights() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(1)
    sizes: dict[str, tuple[int, ...]] = {
        "event.w": (VECTOR, WIDTH), "asked.w": (3 * VECTOR, WIDTH), "told.w": (5, WIDTH), "nobody.w": (WIDTH, 1),
        "event.b": (WIDTH,), "asked.b": (WIDTH,), "nobody.b": (1,), "norm.w": (WIDTH,), "norm.b": (WIDTH,),
        "kinds": (len(KINDS), WIDTH), "deps": (len(DEPS), WIDTH), "depths": (DEPTHS, WIDTH),
        "genders": (len(GENDERS), WIDTH), "numbers": (len(NUMBERS), WIDTH), "cases": (len(CASES), WIDTH),
        "point.kinds": (len(KINDS),),
    }  # fmt: skip
    for n in range(LAYERS):
        sizes |= {f"{n}.{name}.w": (WIDTH, width) for name, width in (("in", 3 * WIDTH), ("out", WIDTH), ("up", 9))}
        sizes |= {f"{n}.{name}.b": (width,) for name, width in (("in", 3 * WIDTH), ("out", WIDTH), ("up", 9))}
        sizes |= {f"{n}.down.w": (9, WIDTH), f"{n}.down.b": (WIDTH,), f"{n}.same": (HEADS,)}
        sizes |= {f"{n}.norm{k}.{x}": (WIDTH,) for k in (1, 2) for x in "wb"}
        sizes |= {f"{n}.steps": (STEPS, HEADS), f"{n}.lines": (LINES, HEADS)}
    for task in ("point", "follow"):
        sizes |= {f"{task}.{name}.w": (WIDTH, WIDTH) for name in ("query", "key")}
        sizes |= {f"{task}.{name}.b": (WIDTH,) for name in ("query", "key")}
        sizes |= {f"{task}.steps": (STEPS,), f"{task}.lines": (LINES,)}
    return {name: rng.standard_normal(size) / 2 for name, size in sizes.items()}


def test_answers_are_probabilities_of_what_may_speak(weights: dict[str, np.ndarray]) -> None:
    for seed in range(5):
        some = scene(12, [4, 24, 49], seed)
        verbs = {event.word for event in some.events if event.kind == VERB}
        for answer in Antecedents(weights).read(some):
            shares = [share for _, share in answer]
            assert shares == sorted(shares, reverse=True) and 0.8 < sum(shares) <= 1.001
            assert verbs.isdisjoint(word for word, _ in answer)


def test_no_word_inside_its_marks_says_them(weights: dict[str, np.ndarray]) -> None:
    (answer,) = Antecedents(weights).read(scene(3, [6]))  # the marks around the second Άννα
    assert 6 not in dict(answer) and {1, 11} & dict(answer).keys()


def test_what_follows_another_is_whose_that_is(weights: dict[str, np.ndarray]) -> None:
    weights |= {"follow.query.b": np.full(WIDTH, 20.0), "follow.key.b": np.full(WIDTH, 20.0)}
    weights |= {name: np.zeros((WIDTH, WIDTH)) for name in ("follow.query.w", "follow.key.w")}
    first, second = Antecedents(weights).read(scene(12, [4, 54]))
    assert [word for word, _ in first] == [word for word, _ in second]


def test_distances_have_a_side_and_an_end() -> None:
    steps = steps_between(np.arange(500))
    assert steps.min() == 0 and steps.max() == STEPS - 1 and (np.diag(steps) == 0).all()
    assert set(np.triu(steps, 1).ravel()) & set(np.tril(steps, -1).ravel()) == {0}


def test_a_long_article_costs_in_proportion_and_looks_no_farther_than_a_block(weights: dict[str, np.ndarray]) -> None:
    reader = Antecedents(weights)
    long = scene(2000, list(range(4, 10_000, 50)))
    begun = time.process_time()
    answers = reader.read(long)
    assert time.process_time() - begun < 20 and len(answers) == 200
    rank = {event.word: int(long.ranks[n]) for n, event in enumerate(long.events)}
    for answer, at in zip(answers, long.ranks[len(long.events) :], strict=True):
        assert all(abs(rank[word] - int(at)) <= BLOCK + BEFORE for word, _ in answer if word >= 0)
    assert FAR < LINES


def test_numpy_says_what_torch_has_learnt() -> None:
    pytest.importorskip("torch")
    import torch
    from training import antecedents as taught
    from training.scenes import Lesson

    torch.manual_seed(0)
    net = taught.Antecedents().eval()
    for parameter in net.parameters():
        torch.nn.init.normal_(parameter, std=0.15)
    rng = np.random.default_rng(2)
    some = scene(12, [4, 24, 49])
    some = Scene(
        some.events, rng.standard_normal((len(some.events), taught.VECTOR)).astype(np.float32),
        rng.standard_normal((3, 3 * taught.VECTOR)).astype(np.float32), some.told, some.kinds, some.deps, some.depths,
        some.morphs, some.lines, some.ranks, some.same, some.barred,
    )  # fmt: skip
    lesson = Lesson("", some, [], [], [], [])
    with torch.inference_mode():
        shares = net(taught.Batch([lesson, lesson]))[1].numpy()
    for row, answer in zip(shares, Antecedents(net.weights()).read(some), strict=True):
        at = {event.word: n for n, event in enumerate(some.events)} | {-1: len(some.events)}
        for word, share in answer:
            assert share == pytest.approx(row[at[word]], abs=0.02)
