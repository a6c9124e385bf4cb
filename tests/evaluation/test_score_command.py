"""``eipe score`` as a newsroom meets it: extract, correct, score."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gold_records import GOLD, TEXT
from typer.testing import CliRunner

from eipe.cli import app


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["score", *arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-1.txt").write_text(TEXT, encoding="utf8")
    assert CliRunner().invoke(app, ["extract", "a-1.txt", "-o", "records.jsonl"]).exit_code == 0
    (tmp_path / "gold.jsonl").write_text(json.dumps({**GOLD, "id": "a-1.txt"}), encoding="utf8")
    return tmp_path


def test_what_was_extracted_is_right_until_it_is_corrected(folder: Path) -> None:
    status, out, errors = run("records.jsonl", "--errors")
    assert (status, errors) == (0, "") and "joint            1.000" in out
    record = json.loads((folder / "records.jsonl").read_text(encoding="utf8"))
    record["quotes"][0]["speaker"] = {"name": "Άννα Μελά"}
    record["quotes"][0]["speaker_mention"] = None
    (folder / "corrected.jsonl").write_text(json.dumps(record), encoding="utf8")
    status, out, _ = run("corrected.jsonl", "records.jsonl", "--errors")
    assert status == 0 and out.startswith("a-1.txt  speaker  ") and "wanted Άννα Μελά; given Νίκος Παππάς" in out


def test_reading_now_gives_what_was_extracted(folder: Path) -> None:
    assert run("gold.jsonl", "--by", "rule") == run("gold.jsonl", "records.jsonl", "--by", "rule")


def test_json_has_what_the_table_has(folder: Path) -> None:
    status, out, _ = run("gold.jsonl", "records.jsonl", "--json", "--by", "source")
    found = json.loads(out)
    assert status == 0 and found["gold"] == 3 and found["groups"][0]["name"] == "Κύκλοι" and "errors" not in found
    assert isinstance(json.loads(run("gold.jsonl", "records.jsonl", "--json", "--errors")[1])["errors"], list)


def test_colors_only_where_they_are_wanted(folder: Path) -> None:
    (folder / "none.jsonl").write_text('{"id": "a-1.txt", "quotes": []}', encoding="utf8")
    assert "\x1b[32mπανικό\x1b[0m" in run("gold.jsonl", "none.jsonl", "--errors", "--color", "always")[1]
    assert "\x1b" not in run("gold.jsonl", "none.jsonl", "--errors")[1]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["missing.jsonl"], 1, "eipe: GOLD: no file 'missing.jsonl'; it is the path of a .jsonl"),
        (["broken.jsonl"], 1, "eipe: broken.jsonl:2: quotes[0].kind is 'direct', not one of speech"),
        (["gold.jsonl", "--by", "paper"], 1, "eipe: by is 'paper'"),
        (["offsets.jsonl"], 1, "eipe: GOLD has no text in the record 'x'; give the texts, or PREDICTED"),
        (["gold.jsonl", "offsets.jsonl"], 1, "eipe: predicted has none of the records of gold"),
        (["gold.jsonl", "records.jsonl", "--model", "x"], 2, "goes without PREDICTED only"),
        (["gold.jsonl", "--model", "no_such_model"], 2, "no_such_model"),
    ],
)
def test_what_is_wrong_is_told(folder: Path, arguments: list[str], status: int, message: str) -> None:
    good, bad = '{"text": "α", "quotes": []}', '{"text": "«α»", "quotes": [{"text": "α", "kind": "direct"}]}'
    (folder / "broken.jsonl").write_text(f"{good}\n{bad}\n", encoding="utf8")
    (folder / "offsets.jsonl").write_text('{"id": "x", "quotes": []}', encoding="utf8")
    found, _, errors = run(*arguments)
    assert found == status and message in errors
