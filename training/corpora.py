"""The corpora as plain records: elNER-18 (IOB2) and Universal Dependencies (CoNLL-U).

Nothing here knows spaCy or torch, so that both models read the very same sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

CLOSING = frozenset(".,;:!?·»)”…%'’΄]")
OPENING = frozenset("«(“[")


@dataclass(frozen=True)
class Sentence:
    """One annotated sentence; a list that the corpus does not annotate is empty.

    `heads` count from 0 within the sentence, the root is its own head (as in spaCy).
    """

    words: list[str]
    spaces: list[bool]
    tags: list[str] = field(default_factory=list)  # IOB2 names
    pos: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    beliefs: npt.NDArray[np.float16] | None = None  # a probability a label, one row a word: see `training.silver`
    silver: bool = False  # whether a pipeline read the tree, not a person

    @property
    def text(self) -> str:
        return "".join(w + " " * s for w, s in zip(self.words, self.spaces, strict=True))


def spacing(words: list[str]) -> list[bool]:
    """Which words of a space-separated corpus had a space behind them in print."""
    spaces = [True] * len(words)
    inside = False
    for i, word in enumerate(words):
        glued = word in CLOSING or re.fullmatch(r"\.{2,}", word) is not None
        if word == '"':
            glued, inside = inside, not inside
        if i and (glued or words[i - 1] in OPENING or (words[i - 1] == '"' and inside and word != '"')):
            spaces[i - 1] = False
    return spaces


def read_elner(path: Path) -> Iterator[Sentence]:
    """The sentences of an elNER IOB2 file, detokenised."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf8").splitlines(), ""]:
        if line.strip():
            word, tag = line.rsplit(" ", 1)
            words.append(word)
            tags.append(tag)
        elif words:
            yield Sentence(words, spacing(words), tags=tags)
            words, tags = [], []


def read_conllu(path: Path, *, merge: bool = True) -> Iterator[list[Sentence]]:
    """The documents of a CoNLL-U file (a file without `# newdoc` is one document).

    `merge=True` keeps a multiword token (στην) as one word, the way `spacy convert --merge-subtokens`
    does: lemmas joined by a space ("σε ο"), features united, tag and head of its outermost word.
    """
    document: list[Sentence] = []
    for block in path.read_text(encoding="utf8").strip().split("\n\n"):
        lines = block.split("\n")
        if document and any(line.startswith("# newdoc") for line in lines):
            yield document
            document = []
        document.append(_sentence([ln.split("\t") for ln in lines if not ln.startswith("#")], merge))
    if document:
        yield document


def _sentence(rows: list[list[str]], merge: bool) -> Sentence:
    words = [row for row in rows if row[0].isdigit()]
    spaces = ["SpaceAfter=No" not in row[9] for row in words]
    groups: list[tuple[int, int, list[str] | None]] = []  # first, last word, row of the range
    ranges = [(*map(int, row[0].split("-")), row) for row in rows if "-" in row[0]]
    at = 1
    while at <= len(words):
        found = next((r for r in ranges if r[0] == at), None)
        first, last, row = found if found else (at, at, None)
        if found:
            spaces[last - 1] = "SpaceAfter=No" not in found[2][9]
            for i in range(first - 1, last - 1):
                spaces[i] = False
        if found and not merge:
            groups += [(i, i, None) for i in range(first, last + 1)]
        else:
            groups.append((first, last, row))
        at = last + 1
    place = {i: n for n, (first, last, _) in enumerate(groups) for i in range(first, last + 1)}
    out = Sentence([], [], pos=[], morphs=[], lemmas=[], heads=[], deps=[])
    for n, (first, last, row) in enumerate(groups):
        members = words[first - 1 : last]
        outer = next((m for m in members if not first <= int(m[6]) <= last), members[0])
        out.words.append(row[1] if row else members[0][1])
        out.spaces.append(spaces[last - 1])
        out.pos.append(outer[3])
        out.morphs.append(_united([m[5] for m in members]))
        out.lemmas.append(" ".join(m[2] for m in members))
        out.heads.append(n if outer[6] == "0" else place[int(outer[6])])
        out.deps.append("ROOT" if outer[7] == "root" else outer[7])
    return out


def _united(morphs: Iterable[str]) -> str:
    features: dict[str, set[str]] = {}
    for morph in morphs:
        for feature in [] if morph == "_" else morph.split("|"):
            name, values = feature.split("=", 1)
            features.setdefault(name, set()).update(values.split(","))
    return "|".join(f"{name}={','.join(sorted(values))}" for name, values in sorted(features.items()))


def closed_up(sentence: Sentence) -> Sentence:
    """The same sentence spaced as in print: GUD keeps its punctuation apart in the text itself."""
    return replace(sentence, spaces=spacing(sentence.words))
