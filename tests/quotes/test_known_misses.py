"""Sentences that no rule reads now, each as it should be read: one that is mended has to leave the table."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_attribution import told

#: A row a sentence: of which kind it is, its text as ``build`` reads it, and what is wanted of each pair of marks.
TABLE = Path(__file__).parents[1] / "cases/known_misses.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text("utf8").splitlines() if not line.startswith("#")][1:]


@pytest.mark.xfail(strict=True, reason="no rule reads it")
@pytest.mark.parametrize(("kind", "text", "wanted"), ROWS, ids=[text[:60] for _, text, _ in ROWS])
def test_a_known_miss(kind: str, text: str, wanted: str) -> None:
    assert told(text.replace("\\n", "\n")) == wanted.split(" | ")
