"""The quotation corpus: annotations come back on whatever copy of the corpora somebody has, and hold no text."""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT))
pytest.importorskip("benchmarks.corpus", reason="needs the source tree")

from benchmarks.corpus import ANNOTATIONS, main, read  # noqa: E402
from benchmarks.lines import lines_by_key, read_lines  # noqa: E402
from benchmarks.split import PARTS, part  # noqa: E402
from benchmarks.standoff import Missing, key, rebuild, take_off  # noqa: E402

from eipe.evaluation.form import read_record  # noqa: E402

FIRST = "«Φεύγουμε απόψε», είπε στην Κέρκυρα ο Νίκος Παππάς."
SECOND = "Η Άννα Μελά απάντησε: «Εγώ μένω."
THIRD = "Έχω δουλειά»."
TEXT = f"{FIRST}\n{SECOND} {THIRD}"


def record() -> dict[str, Any]:
    def at(words: str) -> list[int]:
        return [TEXT.index(words), TEXT.index(words) + len(words)]

    quotes = []
    for words, cue, speaker in (
        ("Φεύγουμε απόψε", "είπε", "Νίκος Παππάς"),
        ("Εγώ μένω. Έχω δουλειά", "απάντησε", "Άννα Μελά"),
    ):
        start, end = at(words)
        places = {"cue": at(cue), "speaker": at(speaker), "speaker_name": speaker}
        quotes.append({"start": start, "end": end, "kind": "speech", **places})
    return {"id": "elner-train-1", "text": TEXT, "quotes": quotes}


def iob(*lines: str) -> str:
    words = (re.findall(r"[«»,.:]|[^\s«»,.:]+", line) for line in lines)
    return "\n\n".join("\n".join(f"{word} O" for word in sentence) for sentence in words) + "\n"


def rows(line: str, *, columns: int) -> list[str]:
    """A sentence as CoNLL-U, or as PARSEME's first form, with στην as a contraction of two words."""
    out, number = [], 1
    for match in re.finditer(r"([«»,.:]|[^\s«»,.:]+)( ?)", line):
        ids = [f"{number}-{number + 1}", number, number + 1] if match[1] == "στην" else [number]
        number += len(ids) - (len(ids) > 1)
        for id, word in zip(ids, [match[1], "σ", "την"] if len(ids) > 1 else [match[1]], strict=True):
            last = "_" if match[2] else "SpaceAfter=No"
            tail = ["_"] * 7 + [last] if columns == 10 else ["_" if match[2] else "nsp", "_"]
            out.append("\t".join([str(id), word, *tail]))
    return out


COPIES = {
    "corpus.txt": f"{FIRST}\n{SECOND}\n{THIRD}\n".encode(),
    "deep/in/corpus.txt.xz": lzma.compress(f"\ufeff{THIRD}\r\n{FIRST}\r\n{SECOND}\r\n".encode()),
    "train.iob2": iob(FIRST, SECOND, THIRD).encode(),
    "train.conllu": "\n\n".join(f"# sent_id = 1\n# text = {line}\n1\tx" for line in (FIRST, SECOND, THIRD)).encode(),
    "train.cupt": "\n\n".join("\n".join(rows(line, columns=10)) for line in (FIRST, SECOND, THIRD)).encode(),
    "train.parsemetsv": "\n\n".join("\n".join(rows(line, columns=4)) for line in (FIRST, SECOND, THIRD)).encode(),
    "xquad.el.json": json.dumps(
        {"data": [{"paragraphs": [{"context": f"{FIRST}\n{SECOND}"}, {"context": THIRD}]}]}
    ).encode(),
}
BARE = take_off(record(), {key(line): line for line in (FIRST, SECOND, THIRD)})


@pytest.mark.parametrize("name", COPIES)
def test_every_form_of_a_corpus_gives_the_record_back(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(COPIES[name])
    assert rebuild(BARE, lines_by_key(tmp_path)) == record()


def test_blanks_between_tokens_move_no_annotation(tmp_path: Path) -> None:
    apart = [" ".join(re.findall(r"[«»,.:]|[^\s«»,.:]+", line)) for line in (FIRST, SECOND, THIRD)]
    found = rebuild(BARE, {key(line): line for line in apart})
    read_record(found, "x")
    assert found["text"] != TEXT
    for quote, same in zip(found["quotes"], record()["quotes"], strict=True):
        for (start, end), (first, last) in (
            ((quote["start"], quote["end"]), (same["start"], same["end"])),
            (quote["cue"], same["cue"]),
            (quote["speaker"], same["speaker"]),
        ):
            words = found["text"][start:end]
            assert words == words.strip() and words.replace(" ", "") == TEXT[first:last].replace(" ", "")


def test_what_is_written_down_holds_no_text() -> None:
    assert BARE["lines"] == [[key(FIRST)], [key(SECOND), key(THIRD)]] and "text" not in BARE
    assert not set(re.findall(r"\w{4,}", TEXT)) & set(re.findall(r"\w{4,}", json.dumps(BARE["lines"])))


def test_missing_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Missing, match="1 of 3 lines are missing"):
        rebuild(BARE, {key(line): line for line in (FIRST, SECOND)})
    with pytest.raises(Missing, match="no line of the corpora begins like 'Έχω δουλειά»"):
        take_off(record(), {key(line): line for line in (FIRST, SECOND)})
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "half.txt").write_text(f"{FIRST}\n{SECOND}\n", encoding="utf8")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "elner.jsonl").write_text(json.dumps(BARE) + "\n", encoding="utf8")
    arguments = ["--data", str(tmp_path / "data"), "--annotations", str(tmp_path / "gold")]
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert told.out == "" and "elner            1       0             0" in told.err
    (tmp_path / "data" / "rest.txt").write_text(THIRD, encoding="utf8")
    assert main([*arguments, "-o", str(tmp_path / "corpus.jsonl")]) == 0
    assert json.loads((tmp_path / "corpus.jsonl").read_text(encoding="utf8")) == {"source": "elner", **record()}
    assert "elner            1       1             1" in capsys.readouterr().err


def test_the_way_there_and_back(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "corpus.txt").write_bytes(COPIES["corpus.txt"])
    gold = tmp_path / "gold.jsonl"
    other = {"id": "other-1", "text": "Άλλο.", "quotes": []}
    gold.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in (record(), other)), encoding="utf8")
    arguments = ["--data", str(tmp_path / "data"), "--annotations", str(tmp_path / "bare")]
    assert main([*arguments, "--take-off", str(gold)]) == 0
    assert [path.name for path in (tmp_path / "bare").iterdir()] == ["elner.jsonl"]
    assert read(tmp_path / "bare") == [{"source": "elner", **BARE}]


def test_ours_are_not_written_over_by_accident(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("α", encoding="utf8")
    for arguments in (["--data", str(tmp_path / "no")], ["--data", str(tmp_path), "--take-off", "gold.jsonl"]):
        with pytest.raises(SystemExit):
            main(arguments)


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{oops", encoding="utf8")
    (tmp_path / "table.csv").write_text(FIRST, encoding="utf8")
    (tmp_path / "folder.txt").mkdir()
    assert list(read_lines(tmp_path)) == []


def test_the_annotations_are_whole_and_what_the_card_says() -> None:
    records = read(ANNOTATIONS)
    assert len({record["id"] for record in records}) == len(records)
    card = (ANNOTATIONS / "README.md").read_text(encoding="utf8")
    rows = [re.findall(r"[\w.,-]+", line) for line in card.splitlines() if line.startswith("|")]
    table = {row[0]: row for row in rows if row}
    for source in (*sorted({record["source"] for record in records}), "all"):
        some = [record for record in records if source in ("all", record["source"])]
        quotes = [quote for record in some for quote in record["quotes"]]
        kinds = Counter(quote["kind"] for quote in quotes)
        parts = Counter(part(record["id"]) for record in some for q in record["quotes"] if q["kind"] != "other")
        numbers = [len(some), len(quotes), kinds["speech"], kinds["fragment"], kinds["other"]]
        numbers += [parts[name] for name in PARTS]
        assert table[source][-8:] == [f"{number:,}" for number in numbers], source
    for record in records:
        assert record.keys() == {"source", "id", "lines", "digest", "quotes"}
        names = [record["digest"], *(name for names in record["lines"] for name in names)]
        assert all(re.fullmatch("[0-9a-f]{16}", name) for name in names)
        for quote in record["quotes"]:
            assert quote["kind"] in ("speech", "fragment", "other")
            spans = [(quote["start"], quote["end"]), *(quote[name] for name in ("cue", "speaker") if quote[name])]
            assert all(0 <= start < end for start, end in spans)
            assert quote["kind"] != "other" or (quote["cue"], quote["speaker"], quote["speaker_name"]) == (None,) * 3
