"""Texts made to hurt: what they cost grows with their length, and no more."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest
from small import extractor

from eipe import Extraction
from eipe.article.marks import find_marks
from eipe.text import CleanText

GRAINS: dict[str, Callable[[int], str]] = {
    "opening marks": lambda n: "«" * n,
    "closing marks": lambda n: "»" * n,
    "straight marks": lambda n: '"' * n,
    "nested": lambda n: "«" * (n // 2) + "»" * (n // 2),
    "nested with words": lambda n: "«α " * (n // 6) + "β» " * (n // 6),
    "kinds nested": lambda n: "«α “β „γ ‹δ ‘ε " * (n // 15),
    "one pair a word": lambda n: "«α» " * (n // 4),
    "unclosed, line by line": lambda n: "«α\n" * (n // 3),
    "unopened": lambda n: "α» β. " * (n // 6),
    "one word": lambda n: "α" * n,
    "one line of words": lambda n: "λέξη " * (n // 5),
    "newlines": lambda n: "\n" * n,
    "spaces": lambda n: " " * n,
    "spaces in marks": lambda n: "«" + " " * n + "»",
    "accents": lambda n: "\u0301\u0316" * (n // 2),
    "accents on one letter": lambda n: "α" + "\u0316\u0301" * (n // 2),
    "cues": lambda n: "είπε " * (n // 5),
    "cues and marks": lambda n: "είπε «α» ότι " * (n // 13),
    "cues behind one": lambda n: "«α» " + "είπε ότι " * (n // 9),
    "names": lambda n: "Νίκος Παππάς " * (n // 13),
    "names by commas": lambda n: "Παππάς, Βέργου, " * (n // 16),
    "labels in capitals": lambda n: "ΜΑΡΤΥΡΑΣ, Νίκος, " * (n // 17),
    "new names": lambda n: " ".join(f"ο Παππάς{i}" for i in range(n // 12)),
    "new names in both alphabets": lambda n: " ".join(f"ο Παππάς{i} Βέργου, Rubio{i} Rubio, " for i in range(n // 34)),
    "relative clauses": lambda n: "ο Παππάς που " * (n // 13),
    "genitives": lambda n: "του προέδρου της " * (n // 17),
    "titles": lambda n: "ο πρόεδρος, " * (n // 12),
    "dots": lambda n: "Α." * (n // 2),
    "apostrophes": lambda n: "σ’ ‘" * (n // 4),
    "hyphens": lambda n: "α-" * (n // 2),
    "digits and quotes": lambda n: '5" ' * (n // 3),
    "brackets": lambda n: "(" * n,
    "colons": lambda n: "α: «β " * (n // 6),
    "a mix of everything": lambda n: '«Ναι", είπε ο Παππάς’ που “και\n»ότι: ' * (n // 38),
}


def seconds(text: str) -> float:
    """Processor time; without a collection of the garbage of all tests before, which may take most of a second."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        result = extractor().extract(text)
        assert result.text == text
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize("name", GRAINS)
def test_cost_grows_with_length(name: str) -> None:
    """Eight times the text costs eight times as much; the square of it would cost sixty-four times.

    One of three tries is enough: a neighbour on the machine can only add to what is measured.
    """
    make = GRAINS[name]
    extractor().extract(make(1000))
    bar = 25 * max(min(seconds(make(4_000)) for _ in range(3)), 0.02)
    assert any(seconds(make(32_000)) < bar for _ in range(3)), bar


def test_a_megabyte_of_marks() -> None:
    for text in ("«" * 500_000, "«" * 100_000 + "»" * 100_000, "«\n" * 250_000):
        marks = find_marks(text)
        assert all(mark.start <= mark.end for mark in marks)


def test_a_million_accents_are_not_sorted() -> None:
    start = time.process_time()
    CleanText("α" + "\u0316\u0301" * 500_000)
    assert time.process_time() - start < 30


def test_results_are_in_proportion_to_the_text() -> None:
    text = "«α " * 2000 + "β» " * 2000
    result = extractor().extract(text)
    size = len(result.to_json())
    assert size < 300 * len(text)
    assert isinstance(result, Extraction)
