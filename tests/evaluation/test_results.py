"""Every figure of the documents stands in benchmarks/results.json, and the documents say what it says."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from gold_records import answer, gold, quote

import eipe

sys.path.append(str(Path(__file__).parents[2]))

from benchmarks import filling, measures, results
from benchmarks.counts import counts
from benchmarks.results import Entry

ROOT = Path(__file__).parents[2]
ENTRIES = results.read()
#: Figures that are no results: settings of ours, and what others say of their tools.
NO_RESULTS = {"archive.md": ["0.56", "0.52", "0.60"], "comparison.md": ["500 MB"], "spark.md": ["10,000"]}
NO_RESULTS["scoring.md"] = ["95 %", "95 %"]
PLACE = re.compile(r"\{([a-z][\w.-]*)[:}]")


def entry(name: str, figure: float | int | str, interval: tuple[float, float] | None = None) -> Entry:
    told = {"command": "python -m benchmarks.x", "commit": "abc1234", "data": "ours", "date": "2026-11-27", "note": ""}
    return Entry(name=name, figure=figure, interval=interval, **told)


SOME = {e.name: e for e in (entry("a.joint", 0.7834, (0.7591, 0.8049)), entry("a.gold", 1480), entry("a.share", 0.9))}


def test_documents_say_what_the_file_says() -> None:
    assert results.differences(ENTRIES) == [], "to mend: python -m benchmarks.results fill"


@pytest.mark.parametrize("page", [*filling.documents(ROOT)], ids=lambda page: str(page.relative_to(ROOT)))
def test_no_figure_is_written_by_hand(page: Path) -> None:
    assert filling.loose(page.read_text(encoding="utf8")) == NO_RESULTS.get(page.name, []), "give it a mark"


def test_loose_figures() -> None:
    text = "It gets .936 and 0.71 of 3,506, in 0.3 s; not 0.8.0, `0.5` or <!-- results: a -->0.9<!-- /results -->."
    assert filling.loose(text) == [".936", "0.71", "3,506", "0.3 s"]


def test_what_the_repository_tells_is_up_to_date() -> None:
    model = json.loads((ROOT / str(measures.MEASURES["model"].written)).read_text(encoding="utf8"))
    for name, told in (("model", model), ("counts", counts())):
        wanted = {f"{name}.{key}": figure for key, figure, _ in measures.MEASURES[name].figures(told)}
        has = {key: e.figure for key, e in ENTRIES.items() if key.startswith(f"{name}.")}
        assert has == wanted, f"to mend: python -m benchmarks.results measure {name}, then fill"


def test_the_file_is_written_as_it_is_read(tmp_path: Path) -> None:
    results.write(ENTRIES.values(), tmp_path / "results.json")
    assert (tmp_path / "results.json").read_text(encoding="utf8") == results.RESULTS.read_text(encoding="utf8")
    for e in ENTRIES.values():
        assert re.fullmatch(r"[0-9a-f]{7,}", e.commit) and re.fullmatch(r"\d{4}-\d\d-\d\d", e.date), e.name
        assert e.command and e.data, e.name
        assert e.interval is None or e.interval[0] <= float(e.figure) <= e.interval[1], e.name


@pytest.mark.parametrize(
    ("place", "english", "greek"),
    [
        ("a.joint", "0.783", "0,783"),
        ("a.joint:.2f", "0.78", "0,78"),
        ("a.joint:interval", "0.759 to 0.805", "0,759 έως 0,805"),
        ("a.joint:both.2", "0.78 (0.76 to 0.80)", "0,78 (0,76 έως 0,80)"),
        ("a.share:both", "0.900", "0,900"),
        ("a.gold", "1,480", "1.480"),
        ("a.gold:_", "1_480", "1_480"),
        ("a.gold:commit", "abc1234", "abc1234"),
    ],
)
def test_formats(place: str, english: str, greek: str) -> None:
    text = f"| <!-- results: {place} -->?<!-- /results --> |"
    for page, wanted in (("README.md", english), ("README.el.md", greek)):
        done = filling.filled(text, SOME, page)
        assert done == f"| <!-- results: {place} -->{wanted}<!-- /results --> |"
        assert filling.filled(done, SOME, page) == done


def test_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "TABLES", tmp_path)
    (tmp_path / "good.txt").write_text("| all | {a.joint} |\n? | later | {a.later} |\n? | n | {a.gold} |\n", "utf8")
    text = "Before.\n\n<!-- results: good -->\nold\n<!-- /results -->\n"
    table = "| all | 0.783 |\n| n | 1,480 |\n"
    assert filling.filled(text, SOME, "a.md") == f"Before.\n\n<!-- results: good -->\n{table}<!-- /results -->\n"
    later = SOME | {"a.later": entry("a.later", 0.5)}
    assert "| later | 0.500 |\n| n |" in filling.filled(text, later, "a.md")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<!-- results: a.joints -->0.8<!-- /results -->", r"a\.md wants a\.joints: measure it"),
        ("<!-- results: a.share:interval -->0.8<!-- /results -->", "wants the interval of a.share"),
        ("<!-- results: a.joint -->0.8", "opened and not closed"),
        ("0.8<!-- /results -->", "opened and not closed"),
    ],
)
def test_what_cannot_be_filled(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        filling.filled(text, SOME, "a.md")


def test_a_difference_is_told_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "README.md"
    page.write_text("One.\n<!-- results: a.gold -->9<!-- /results -->\n", encoding="utf8")
    monkeypatch.setattr(results, "documents", lambda root: [page])
    (told,) = results.differences(SOME, tmp_path)
    assert told.startswith("README.md:2: has") and "1,480" in told


def records() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Twelve records, of two corpora, and answers of which some are wrong."""
    sure = quote("Το λιμάνι κλείνει αύριο", "speech", "δήλωσε", "Νίκος Παππάς", "Νίκος Παππάς") | {"confidence": 0.95}
    unsure = quote("πανικό", "speech", "έκανε λόγο", "Νίκος Παππάς", "Νίκος Παππάς") | {"confidence": 0.3}
    ids = [f"{source}-{number}" for source in ("elner", "p1") for number in range(6)]
    wanted = [gold(id=id, source="elner" if "elner" in id else "pages") for id in ids]
    return wanted, [answer(sure, unsure, id=id) for id in ids]


def test_scores_become_entries() -> None:
    wanted, given = records()
    told = json.loads(json.dumps(eipe.score(wanted, given, by="source").to_dict() | {"errors": []}))
    measure = measures.MEASURES["quotations.kept"]
    new = results.entries_of("quotations.kept", measure, told, "abc1234", "2026-11-27")
    found = {e.name.removeprefix("quotations.kept."): e for e in new}
    assert (found["gold"].figure, found["joint"].figure, found["joint"].interval) == (36, 0.4, (0.4, 0.4))
    assert (found["elner.gold"].figure, found["pages.joint"].figure) == (18, 0.4)
    assert (found["sure.0.0.count"].figure, found["sure.0.0.right"].figure) == (12, 0.0)
    assert (found["sure.0.9.count"].figure, found["sure.0.9.right"].figure) == (12, 1.0)
    assert (found["least.0.90.precision"].figure, found["people.entities"].figure) == (1.0, 0.0)
    assert found["joint"].command == measure.command and found["joint"].commit == "abc1234"


def test_what_the_tables_show_is_what_measures_give() -> None:
    """No row waits for a figure of a name that its measure never gives."""
    wanted, given = records()
    ids = {f"{source}-1" for source in ("elner", "parseme", "ntrex", "articles", "gdt", "pages", "runs")}
    rows = [record | {"id": id, "source": id[:-2]} for record, id in zip(wanted, sorted(ids), strict=False)]
    told = eipe.score(rows, [record | {"id": row["id"]} for record, row in zip(given, rows, strict=False)], by="source")
    names = {f"quotations.kept.{key}" for key, *_ in measures.quotations(told.to_dict())}
    names |= {f"quotations.kept.sure.{low}.{key}" for low in ("0.5", "0.6", "0.7", "0.8") for key in ("count", "right")}
    shown = {name for path in filling.TABLES.glob("*.txt") for name in PLACE.findall(path.read_text(encoding="utf8"))}
    later = ("quotations.kept.", "zones.kept.all.")
    assert {name for name in shown if name.startswith(later[0])} <= names
    assert {name for name in shown if not name.startswith(later)} <= set(ENTRIES)


def test_a_measure_replaces_its_own_figures_only() -> None:
    before = {name: entry(name, 1) for name in ("quotations.kept.joint", "quotations.dev.joint", "quotations.kept.old")}
    after = results.updated(before, "quotations.kept", [entry("quotations.kept.joint", 2)])
    assert {name: e.figure for name, e in after.items()} == {"quotations.kept.joint": 2, "quotations.dev.joint": 1}


def test_a_measure_wants_its_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert results.main(["measure", "quotations.kept"]) == 2
    assert "reads corpus.jsonl; give each as --file corpus.jsonl=PATH" in capsys.readouterr().err
    assert results.main(["measure", "quotation"]) == 2
    assert "there is no measure 'quotation'" in capsys.readouterr().err
    assert results.main(["measure"]) == 0
    assert "python -m benchmarks.zones" in capsys.readouterr().out
