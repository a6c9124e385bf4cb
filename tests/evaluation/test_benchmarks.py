"""The benchmarks print what the package counts."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from gold_records import gold

import eipe

sys.path.append(str(Path(__file__).parents[2]))

from benchmarks import quotations, zones
from benchmarks.split import PARTS, part


def test_quotations_of_one_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ids = {name: next(id for id in (f"p1-{n}" for n in range(500)) if part(id) == name) for name in PARTS}
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(gold(id=id)) for id in ids.values()), encoding="utf8")
    quotations.main([str(path), "--part", "tune"])
    printed = capsys.readouterr().out
    assert printed == f"{eipe.score([gold(source='pages')], by='source')}\n"
    assert "1 records, 3 quotations" in printed and "\npages " in printed


def test_zones_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Κλείνει το λιμάνι\n\nΤης Άννας Μελά\n\nΤο λιμάνι της Σύρου κλείνει από αύριο για έναν μήνα."
    marked = [{"zone": "headline", "start": 0, "end": 17}, {"zone": "byline", "start": 19, "end": 33}]
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps({"id": "p1-01", "text": text, "quotes": [], "zones": marked}), encoding="utf8")
    monkeypatch.setattr(sys, "argv", ["zones", str(path)])
    zones.main()
    rows = [line.split() for line in capsys.readouterr().out.splitlines()[1:]]
    assert [row[:2] for row in rows] == [["byline", "1"], ["headline", "1"], ["all", "2"]]
