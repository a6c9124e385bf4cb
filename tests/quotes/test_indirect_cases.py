"""Reported speech with the embedded model: thirty reports and thirty traps."""

from __future__ import annotations

import sys
from pathlib import Path

import eipe

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "benchmarks"))

from indirect import CASES, read  # noqa: E402


def test_precision_and_recall() -> None:
    right = found = wanted = 0
    for text, gold in read(CASES):
        quotes = eipe.extract(text, indirect=True).quotes
        have = [(quote.text, str(quote.speaker)) for quote in quotes if quote.kind == "indirect"]
        right, found, wanted = right + len(set(have) & set(gold)), found + len(have), wanted + len(gold)
    assert wanted >= 30
    assert right / found >= 0.95
    assert right / wanted >= 0.95


def test_a_text_may_be_cut_anywhere() -> None:
    text = "Ο Παππάς είπε ότι\nη Μελά δήλωσε πως έφυγε. Ο υπουργός, όπως τόνισε, θέλει να πει πως «ναι»."
    for end in range(len(text)):
        assert eipe.extract(text[:end], indirect=True).text == text[:end]
