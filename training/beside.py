"""The other lessons that stand beside whose words are quoted: names and trees, so that neither is forgotten."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import eipe
from eipe.encoder.pieces import Pieces
from eipe.greek.truecasing import Truecaser
from training import forms
from training.corpora import Sentence, read_elner
from training.documents import documents
from training.learn import PIECES
from training.package import treebanks
from training.silver import lessons as taught
from training.windows import Classes, Window, Windows, batches

__all__ = ["lessons"]

#: How many passes over the treebanks stand beside one pass over the quotations.
TREES = 1
SEED = 11


def lessons(data: Path, classes: Classes, pieces: Pieces, passes: int, share: float) -> list[list[list[Window]]]:
    """The batches of each pass. What the corpora leave open is taught by the packaged network itself.

    `share`: what part of elNER stands beside each pass.
    """
    elner = list(read_elner(data / "elner18/train_elNER18.iob2"))
    rng = random.Random(SEED)
    rng.shuffle(elner)
    some = elner[: round(len(elner) * min(1.0, share * passes))]
    gold = documents(*treebanks(data))
    package = Path(eipe.__file__).parent / "el_eipe_news"
    names, trees, _ = taught(some, gold, data, [package], news=False)
    windows = Windows(pieces, classes, Truecaser(forms.packed(data / "text", list(chain.from_iterable(gold)))))
    return [_pass(windows, _share(names, n, passes), trees, rng) for n in range(passes)]


def _share(names: Sequence[Sentence], number: int, passes: int) -> list[Sentence]:
    """The part of the sentences that one pass reads."""
    size = len(names) / passes
    return list(names[round(number * size) : round((number + 1) * size)])


def _pass(
    windows: Windows, names: Sequence[Sentence], trees: Sequence[Sequence[Sentence]], rng: random.Random
) -> list[list[Window]]:
    out = batches(windows.epoch([names], rng, alone=0.6), PIECES["names"], rng)
    for _ in range(TREES):
        out += batches(windows.epoch(trees, rng, alone=0.5), PIECES["trees"], rng)
    return out
