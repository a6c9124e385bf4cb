"""Names in sentences, in every declension, and the nominative they must come back in. All of them, always."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import marked, name_at

from eipe.entities import find_entities

TABLE = Path(__file__).parent / "cases/inflected_names.tsv"
CASES = [line.split("\t") for line in TABLE.read_text("utf8").splitlines()[2:]]


def test_the_table_is_well_formed() -> None:
    assert len(CASES) >= 590
    assert all(len(row) == 4 and row[1].count("[") == 1 == row[1].count("]") for row in CASES)
    assert len({row[1] for row in CASES}) == len(CASES)


@pytest.mark.parametrize(("kind", "sentence", "name", "reason"), CASES, ids=[row[1] for row in CASES])
def test_nominative(kind: str, sentence: str, name: str, reason: str) -> None:
    doc = marked(sentence, "PERSON" if kind == "person" else "GPE")
    found = find_entities(doc)
    start = sentence.index("[")
    assert name_at(found, start, start + len(sentence[start:].split("]")[0]) - 1) == name, reason
