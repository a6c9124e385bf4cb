"""Training examples: sentences, augmented and joined into windows, as rows of numbers."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path

import numpy as np
import numpy.typing as npt

from eipe.article.marks import find_marks
from eipe.encoder import edits
from eipe.encoder.pieces import END, START, UNKNOWN, Pieces
from eipe.encoder.voices import depths, pairs_of
from eipe.greek.truecasing import Truecaser
from training.corpora import Sentence
from training.styles import QUOTES, restyled

IGNORE = -100
MOST = 200  # pieces a window
ENDS = frozenset(".!?;…:»”\"'’") | {"..."}
#: How often a window is written some other way than it was printed, and how often it then stays so: a text that has
#: lost its accents or its letter case is read as `eipe.greek.truecasing` restores it, unless it lost them in part.
STYLES = {"capitals": 0.1, "bare": 0.07, "small": 0.06, "small and bare": 0.04}
LEFT = 0.15
#: How many windows have hidden words, and how many of their words these are: what a hidden word is, the words
#: around it have to say, as they have to for every name that was never seen.
HIDING, HIDDEN = 0.4, 0.12


@dataclass(frozen=True)
class Classes:
    """The classes of every head, in the order of their numbers; `edits` are JSON texts."""

    names: list[str]
    pos: list[str]
    morphs: list[str]
    edits: list[str]
    deps: list[str]

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(vars(self), ensure_ascii=False), encoding="utf8")

    @classmethod
    def load(cls, path: Path) -> Classes:
        facts = json.loads(path.read_text(encoding="utf8"))
        return cls(**{key: facts[key] for key in cls.__dataclass_fields__})

    @classmethod
    def of(cls, names: Iterable[Sentence], trees: Sequence[Sentence], *, least_edits: int = 2) -> Classes:
        """All classes that the training sentences show."""
        words = [row for s in trees for row in zip(s.words, s.pos, s.morphs, s.lemmas, s.deps, strict=True)]
        counts = Counter(edit_of(word, lemma) for word, _, _, lemma, _ in words)
        return cls(
            names=sorted({t for s in names for t in s.tags}),
            pos=sorted({pos for _, pos, _, _, _ in words}),
            morphs=sorted({f"{pos}|{morph}" for _, pos, morph, _, _ in words}),
            edits=[edit for edit, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= least_edits],
            deps=sorted({dep for _, _, _, _, dep in words}),
        )


def edit_of(word: str, lemma: str) -> str:
    """The edit tree between the small-letter forms, as JSON."""
    return json.dumps(edits.learn(word.lower(), lemma.lower()), ensure_ascii=False)


@dataclass(slots=True)
class Window:
    """One row of a batch: pieces, and per word its pieces' places and its gold classes."""

    ids: list[int] = field(default_factory=lambda: [START])
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    pos: list[int] = field(default_factory=list)
    morphs: list[int] = field(default_factory=list)
    lemmas: list[int] = field(default_factory=list)
    cases: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # 0 the root, else 1 + the word's place
    deps: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    beliefs: list[npt.NDArray[np.float16]] = field(default_factory=list)  # a probability a name label, row by row
    silver: bool = False
    depth: list[int] = field(default_factory=list)  # where a word stands, seen from the quotation marks


class Windows:
    """Makes windows of sentences; the classes give the numbers."""

    def __init__(self, pieces: Pieces, classes: Classes, truecaser: Truecaser) -> None:
        self.pieces = pieces
        self.truecaser = truecaser
        self.number = {key: {c: i for i, c in enumerate(values)} for key, values in vars(classes).items()}
        self._edits: dict[tuple[str, str], int] = {}

    def edit(self, word: str, lemma: str) -> int:
        """The number of the edit tree; an unknown one teaches nothing."""
        key = (word, lemma)
        if key not in self._edits:
            self._edits[key] = self.number["edits"].get(edit_of(word, lemma), IGNORE)
        return self._edits[key]

    def window(self, sentences: Sequence[Sentence], hidden: Callable[[], bool] = lambda: False) -> Window:
        """One window of these sentences; what does not fit any more is cut off by whole sentences.

        `hidden` is asked of every word whether it is to be unknown.
        """
        out = Window(silver=any(s.silver for s in sentences))
        for n, s in enumerate(sentences):
            unknown = [hidden() for _ in s.words]
            cut = [[UNKNOWN] if hide else self.pieces(word) for word, hide in zip(s.words, unknown, strict=True)]
            if n and len(out.ids) + sum(map(len, cut)) > MOST:
                break
            start = len(out.first)
            for i, ids in enumerate(cut):
                if len(out.ids) + len(ids) > 500:
                    break
                out.first.append(len(out.ids))
                out.ids += ids
                out.last.append(len(out.ids) - 1)
                # Some sentences of elNER are two: behind an end mark inside of one nothing is certain.
                unsure = bool(s.tags) and i > 0 and s.words[i - 1] in ENDS
                out.starts.append(IGNORE if unsure or (i == 0 and n == 0) else int(i == 0))
            size = len(out.first) - start
            out.sentence += [n] * size
            number, none = self.number, [IGNORE] * size
            out.names += [number["names"].get(t, IGNORE) for t in s.tags[:size]] or none
            if s.beliefs is not None:
                out.beliefs.append(s.beliefs[:size])
            if not s.pos:
                for gold in (out.pos, out.morphs, out.lemmas, out.cases, out.heads, out.deps):
                    gold += none
                continue
            out.pos += [number["pos"].get(p, IGNORE) for p in s.pos[:size]]
            both = zip(s.pos[:size], s.morphs, strict=False)
            out.morphs += [number["morphs"].get(f"{p}|{m}", IGNORE) for p, m in both]
            rows = zip(s.words[:size], s.lemmas, unknown, strict=False)
            out.lemmas += [IGNORE if hide else self.edit(word, lemma) for word, lemma, hide in rows]
            out.cases += [edits.letter_case(lemma) for lemma in s.lemmas[:size]]
            heads = [0 if h == i else 1 + start + h for i, h in enumerate(s.heads[:size])]
            out.heads += [h if h <= start + size else IGNORE for h in heads]
            out.deps += [number["deps"].get(d, IGNORE) for d in s.deps[:size]]
        out.ids.append(END)
        out.depth = marked([word for s in sentences for word in s.words][: len(out.first)])
        return out

    def epoch(self, documents: Sequence[Sequence[Sentence]], rng: random.Random, alone: float) -> list[Window]:
        """Every sentence once: `alone` of the windows hold one, the others up to five neighbours."""
        out = []
        for document in documents:
            i = 0
            while i < len(document):
                n = 1 if rng.random() < alone else rng.randint(2, 5)
                style = rng.choices([*STYLES, "as printed"], [*STYLES.values(), 1 - sum(STYLES.values())])[0]
                quotes = rng.choice(QUOTES) if rng.random() < 0.15 else None
                group = [restyled(s, style, quotes, rng.random() < 0.08) for s in document[i : i + n]]
                if style in STYLES and rng.random() >= LEFT:
                    group = [replace(s, words=list(self.truecaser(s.words))) for s in group]
                hiding = rng.random() < HIDING
                window = self.window(group, lambda hiding=hiding: hiding and rng.random() < HIDDEN)
                out.append(window)
                i += 1 + window.sentence[-1] if window.sentence else 1
        return out


def marked(words: Sequence[str]) -> list[int]:
    """Where each word stands, seen from the quotation marks among them."""
    starts = [0, *accumulate(len(word) + 1 for word in words)][: len(words)]
    return depths(len(words), pairs_of(starts, find_marks(" ".join(words))))


def batches(windows: Sequence[Window], pieces: int, rng: random.Random) -> list[list[Window]]:
    """Batches of about so many pieces, each of windows of like length, in random order."""
    order = sorted(windows, key=lambda w: (len(w.ids) + rng.uniform(0, 4), rng.random()))
    out: list[list[Window]] = [[]]
    for window in order:
        if out[-1] and len(window.ids) * (len(out[-1]) + 1) > pieces:
            out.append([])
        out[-1].append(window)
    rng.shuffle(out)
    return out
