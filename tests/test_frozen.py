"""The comparison of frozen extractions finds every difference, and only differences."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import eipe

frozen = pytest.importorskip("benchmarks.frozen", reason="no source tree")

NIKOS = eipe.Person(
    name="Νίκος Παππάς",
    ascii="Nikos Pappas",
    latin="Nikos Pappas",
    mentions=(eipe.Mention(start=0, end=12, text="Νίκος Παππάς"), eipe.Mention(start=22, end=28, text="Παππάς")),
)
LIA = eipe.Person(
    name="Λία", ascii="Lia", latin="Lia", mentions=(eipe.Mention(start=18, end=21, text="Λία"),), gender="f"
)
EXTRACTION = eipe.Extraction(text="Νίκος Παππάς και η Λία, Παππάς.", people=(NIKOS, LIA))


@pytest.fixture
def record() -> dict[str, Any]:
    found = EXTRACTION.to_dict()
    return {"id": "a/1", "marked": found, "indirect": deepcopy(found)}


def test_like_and_like_do_not_differ(record: dict[str, Any]) -> None:
    assert list(frozen.differences(record, deepcopy(record))) == []


def test_a_field_that_changes_is_one_line_gone_and_one_new(record: dict[str, Any]) -> None:
    other = deepcopy(record)
    other["indirect"]["people"][1]["gender"] = None
    gone, new = frozen.differences(record, other)
    assert gone.startswith("a/1 indirect - people") and '"gender": "f"' in gone
    assert new.startswith("a/1 indirect + people") and '"gender": null' in new


def test_a_mention_that_is_gone_leaves_the_others(record: dict[str, Any]) -> None:
    other = deepcopy(record)
    del other["marked"]["people"][0]["mentions"][1]
    assert len(list(frozen.differences(record, other))) == 1


def test_another_order_is_a_difference(record: dict[str, Any]) -> None:
    other = deepcopy(record)
    other["marked"]["people"].reverse()
    assert list(frozen.differences(record, other)) == ["a/1 marked the same in another order"]


def test_a_text_that_is_missing_is_a_difference(
    record: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, records in (("old", [record, record | {"id": "a/2"}]), ("new", [record])):
        (tmp_path / name).write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf8")
    assert frozen.compare(tmp_path / "old", tmp_path / "new") == 1
    assert capsys.readouterr().out == f"a/2 only in {tmp_path / 'old'}\n"


def test_capitals_are_one_more_text(tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_text('{"id": 1, "text": "Ναι."}\n{"id": 2, "text": "Όχι."}\n', encoding="utf8")
    assert list(frozen.texts([tmp_path / "t.jsonl"], 2, True)) == [("t/1", "Ναι."), ("t/1/capitals", "ΝΑΙ.")]
