"""The command line as a newsroom's scripts meet it."""

from __future__ import annotations

import csv
import gzip
import json
import os
import select
import signal
import struct
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner
from use_examples import FIRE, SCHOOLS, read

import eipe
from eipe.cli import app, running
from eipe.cli.inputs import Reading
from eipe.cli.outputs import harmless, open_output
from eipe.cli.resumable import Lines, whole

GOOD = "«Ναι», είπε ο Νίκος Παππάς."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fire.txt").write_text(FIRE, encoding="utf8")
    lines = [
        json.dumps({"id": 1, "text": SCHOOLS}),
        "{bad",
        "",
        json.dumps({"id": 2, "body": "x"}),
        json.dumps([1]),
        json.dumps({"id": 3, "text": None}),
        json.dumps({"id": "=1+1", "text": "«=ΑΘΡΟΙΣΜΑ(1;2)», είπε η Μαρία Παππά."}, ensure_ascii=False),
    ]
    (tmp_path / "crawl.jsonl").write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def run(*arguments: str, input: str | bytes = "") -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments), input=input)
    return result.exit_code, result.stdout, result.stderr


def test_good_articles_are_done_and_bad_ones_told_with_their_place(folder: Path) -> None:
    status, out, errors = run("extract", "crawl.jsonl", "fire.txt", "missing.txt")
    assert status == 1
    records = [json.loads(line) for line in out.splitlines()]
    assert [record.pop("id") for record in records] == [1, "=1+1", "fire.txt"]
    assert eipe.Extraction.from_dict(records[2]) == read(FIRE)
    told = [line.split(": ")[1] for line in errors.splitlines()]
    assert told == [*(f"crawl.jsonl:{n}" for n in (2, 4, 5, 6)), "missing.txt"]
    assert "'body'" in errors and "--text-field" in errors


def test_what_is_written_is_no_article_of_its_folder(folder: Path) -> None:
    (folder / "crawl.jsonl").unlink()
    for _ in range(2):
        assert run("extract", ".", "-o", "records.jsonl")[0] == 0
        assert [json.loads(line)["id"] for line in Path("records.jsonl").read_text().splitlines()] == ["fire.txt"]
    (folder / "fire.txt").unlink()
    status, _, errors = run("extract", ".", "-o", "records.jsonl")
    assert status == 1 and "without .txt, .jsonl or .jsonl.gz files" in errors
    (folder / "other.jsonl").touch()  # somebody else's file there is read
    assert run("extract", ".", "-o", "records.jsonl") == (0, "", "")


@pytest.mark.parametrize(("command", "file"), [("extract", "crawl.jsonl"), ("html", "fire.txt")])
def test_no_article_of_a_folder_is_written_over(folder: Path, command: str, file: str) -> None:
    before = (folder / file).read_bytes()
    status, _, errors = run(command, ".", "-o", file)
    assert status == 2 and "one of the files to read" in " ".join(errors.replace("│", " ").split())
    assert (folder / file).read_bytes() == before


@pytest.mark.parametrize("command", ["extract", "audit"])
def test_processes_are_one_or_more(folder: Path, command: str) -> None:
    status, _, errors = run(command, "fire.txt", "-n", "0")
    assert status == 2 and "Traceback" not in errors


@pytest.mark.parametrize(("command", "file"), [("extract", "crawl.jsonl"), ("html", "fire.txt")])
def test_no_file_is_written_over_what_is_read(folder: Path, command: str, file: str) -> None:
    before = (folder / file).read_bytes()
    status, _, errors = run(command, file, "-o", str(folder / file))
    assert status == 2 and f"{file} is one of the files to read" in " ".join(errors.replace("│", " ").split())
    assert (folder / file).read_bytes() == before


def test_csv_for_spreadsheets(folder: Path) -> None:
    assert run("extract", "crawl.jsonl", "fire.txt", "-o", "quotes.csv")[0] == 1
    data = Path("quotes.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "Excel reads Greek only behind a byte order mark"
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    formula = next(row for row in rows if "ΑΘΡΟΙΣΜΑ" in row["quote"])
    assert (formula["id"], formula["quote"]) == ("'=1+1", "'=ΑΘΡΟΙΣΜΑ(1;2)")
    assert names(Path()) == ["crawl.jsonl", "fire.txt", "quotes.csv"]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert harmless(text) == "'" + text
    assert harmless("α=1") == "α=1" and harmless(-1) == -1 and harmless(None) is None


def test_parquet_has_the_same_rows(folder: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    run("extract", "crawl.jsonl", "fire.txt", "-o", "quotes.parquet")
    rows = parquet.read_table("quotes.parquet").to_pylist()
    assert [row["quote"] for row in rows if row["id"] == "fire.txt"] == [q.text for q in read(FIRE).quotes]
    assert {row["id"] for row in rows} == {"1", "=1+1", "fire.txt"}


def test_two_processes_write_what_one_does(folder: Path) -> None:
    run("extract", ".", "-o", "one.jsonl")
    (folder / "out").mkdir()
    run("extract", "crawl.jsonl", "fire.txt", "-n", "2", "--batch-size", "1", "-o", "out/two.jsonl")
    assert Path("out/two.jsonl").read_bytes() == Path("one.jsonl").read_bytes()


@pytest.mark.parametrize("processes", [1, 2])
def test_an_archive_is_read_in_rounds_and_its_words_are_given_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    count = 7
    texts = [f"«Η λέξη{number}ξου είναι άλλη», τόνισε ο Κώστας Ζβαρόπουλος στην Πάτρα." for number in range(count)]
    lines = [json.dumps({"id": number, "text": text}) for number, text in enumerate(texts)]
    Path("archive.jsonl").write_text("\n".join(lines), encoding="utf8")
    extractor = eipe.load()
    extractor.extract(texts[0])  # What the first text alone brings: the network, tables, labels.
    before = set(extractor.nlp.vocab.strings)
    monkeypatch.setattr(running, "ROUND", 3 // processes)
    results = running.Run(extractor, Reading(), ["archive.jsonl"]).results(n_process=processes, batch_size=2)
    read_back = [(article.id, result.quotes[0].text) for result, article in results]
    assert read_back == [(number, f"Η λέξη{number}ξου είναι άλλη") for number in range(count)]
    grown = [text for text in extractor.nlp.vocab.strings if text not in before]
    assert processes > 1 or not [text for text in grown if "λέξη" in text]  # tags that come later may stay
    assert extractor.extract(texts[0]).quotes


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "a.pdf"],
        ["extract", "fire.txt", "-o", "a.xlsx"],
        ["extract", "fire.txt", "-o", "nowhere/a.csv"],
        ["extract", "fire.txt", "--resume"],
        ["extract", "fire.txt", "--resume", "-o", "a.csv"],
        ["extract", "fire.txt", "-n", "0"],
        ["extract", "fire.txt", "--keep", "date,"],
        ["extract", "fire.txt", "--keep", "people"],
        ["extract", "fire.txt", "--keep", "id"],
        ["extract", "fire.txt", "--keep", "speaker", "-o", "a.csv"],
        ["extract", "fire.txt", "--encoding", "klingon"],
        ["extract", "fire.txt", "--model", "el_no_such_model"],
        ["html", "fire.txt", "-o", "nowhere/page.html"],
        ["audit", "fire.txt", "-o", "a.txt"],
    ],
)
def test_usage_errors_are_2_and_write_nothing(folder: Path, arguments: list[str]) -> None:
    status, out, errors = run(*arguments)
    assert status == 2 and "Traceback" not in errors
    assert out == "" and "Usage: " in errors
    assert names(Path()) == ["crawl.jsonl", "fire.txt"]


def test_standard_input(folder: Path) -> None:
    status, out, _ = run("extract", "-", input=("\ufeff" + GOOD).encode())
    record = json.loads(out)
    assert (status, record["id"], record["text"]) == (0, "-", GOOD)
    status, out, _ = run("extract", "-", "--jsonl", "--text-field", "t", input=json.dumps({"t": GOOD}) + "\n")
    assert json.loads(out)["id"] == "-:1"
    status, _, errors = run("extract", "-", input=GOOD.encode("windows-1253"))
    assert status == 1 and "not utf-8" in errors and "--encoding" in errors
    status, out, _ = run("extract", "-", "--encoding", "windows-1253", input=GOOD.encode("windows-1253"))
    assert json.loads(out)["text"] == GOOD


def test_show_is_plain_in_a_pipe_and_colored_when_asked(folder: Path) -> None:
    status, out, _ = run("show", "fire.txt")
    assert status == 0 and "\x1b" not in out and "Who said what" in out
    assert "\x1b[" in run("show", "fire.txt", "--color", "always")[1]
    assert "--- 1 ---" in run("show", "crawl.jsonl")[1]


def test_html_is_one_page(folder: Path) -> None:
    assert run("html", ".", "-o", "page.html", "--language", "el")[0] == 1
    page = Path("page.html").read_text(encoding="utf8")
    assert page.startswith("<!DOCTYPE html>") and page.count('class="eipe-text"') == 3
    assert run("html", "fire.txt")[1] == read(FIRE).to_html(title="fire.txt")


def test_audit_prints_and_writes(folder: Path) -> None:
    assert "Ελένη Καραγιάννη" in run("audit", "fire.txt")[1]
    assert run("audit", "fire.txt", "-o", "speakers.csv")[0] == 0
    assert "Ελένη Καραγιάννη,person,f" in Path("speakers.csv").read_text(encoding="utf-8-sig")


# --- what is known of the articles goes with them


@pytest.fixture
def dated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    records = [
        {"id": "a", "date": "2024-05-01", "views": 7, "text": GOOD},
        {"id": "b", "date": "=1+1", "tags": ["βουλή"], "text": GOOD},
        {"id": "c", "date": None, "text": GOOD},
    ]
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    (tmp_path / "crawl.jsonl").write_text(lines, encoding="utf8")
    return tmp_path


KEPT = [("2024-05-01", 7, None), ("=1+1", None, ["βουλή"]), (None, None, None)]
FIELDS = ("date", "views", "tags")


@pytest.mark.parametrize("options", [["--keep", "date,views,tags"], ["--keep", "date, views", "--keep", "tags,date"]])
def test_kept_fields_stand_in_json_lines(dated: Path, options: list[str]) -> None:
    for arguments in (["-o", "out.jsonl"], []):
        status, out, errors = run("extract", "crawl.jsonl", *options, *arguments)
        assert (status, errors) == (0, "")
        records = [json.loads(line) for line in (out or Path("out.jsonl").read_text("utf8")).splitlines()]
        assert [tuple(record[name] for name in FIELDS) for record in records] == KEPT
        assert list(records[0])[:5] == ["id", *FIELDS, "text"]
        assert eipe.Extraction.from_dict(records[0]) == read(GOOD)


def test_kept_fields_stand_in_tables(dated: Path) -> None:
    wanted = [("2024-05-01", "7", None), ("=1+1", None, '["βουλή"]'), (None, None, None)]
    assert run("extract", "crawl.jsonl", "--keep", "date,views,tags", "-o", "quotes.csv")[0] == 0
    rows = list(csv.DictReader(Path("quotes.csv").read_text("utf-8-sig").splitlines()))
    assert list(rows[0])[:5] == ["id", *FIELDS, "number"]
    assert [tuple(row[name] or None for name in FIELDS) for row in rows] == [
        wanted[0],
        ("'=1+1", *wanted[1][1:]),
        wanted[2],
    ]
    parquet = pytest.importorskip("pyarrow.parquet")
    assert run("extract", "crawl.jsonl", "--keep", "date,views,tags", "-o", "quotes.parquet")[0] == 0
    rows = parquet.read_table("quotes.parquet").to_pylist()
    assert [tuple(row[name] for name in FIELDS) for row in rows] == wanted


def test_a_field_that_no_article_has_is_told(dated: Path) -> None:
    status, out, errors = run("extract", "crawl.jsonl", "--keep", "date,dat")
    assert (status, errors) == (0, "eipe: no article has a field 'dat'; see --keep\n")
    assert json.loads(out.splitlines()[0])["dat"] is None


# --- packed files


def test_packed_lines_are_read_and_written(dated: Path) -> None:
    Path("crawl.jsonl.gz").write_bytes(gzip.compress(Path("crawl.jsonl").read_bytes()))
    Path("plain.jsonl").write_text(run("extract", "crawl.jsonl")[1], encoding="utf8")
    assert run("extract", "crawl.jsonl.gz", "-o", "out.jsonl.gz")[0] == 0
    assert gzip.decompress(Path("out.jsonl.gz").read_bytes()) == Path("plain.jsonl").read_bytes()
    before = Path("out.jsonl.gz").read_bytes()
    Path("crawl.jsonl").unlink()
    Path("plain.jsonl").unlink()
    assert run("extract", ".", "-o", "out.jsonl.gz") == (0, "", "")
    assert Path("out.jsonl.gz").read_bytes() == before, "what was written is no article, and no time stands in it"
    assert names(dated) == ["crawl.jsonl.gz", "out.jsonl.gz"]
    assert Reading().count(["crawl.jsonl.gz"]) == 2


@pytest.mark.parametrize("damage", ["cut off", "no gzip", "garbled"])
def test_a_damaged_packed_file_is_told_and_the_others_are_read(dated: Path, damage: str) -> None:
    data = gzip.compress(Path("crawl.jsonl").read_bytes() * 50)
    spoilt = {"cut off": data[:-20], "no gzip": b"{}\n", "garbled": data[:40] + bytes(40) + data[80:]}[damage]
    Path("bad.jsonl.gz").write_bytes(spoilt)
    articles = list(Reading().articles(["bad.jsonl.gz", "crawl.jsonl"]))
    (failure,) = [article for article in articles if article.error.strip() and article.place == "bad.jsonl.gz"]
    assert failure.text is None
    assert [article.id for article in articles[-3:]] == ["a", "b", "c"]
    assert Reading().count(["bad.jsonl.gz"]) is None


def test_a_stopped_run_to_a_packed_file_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    stop_after(path, ["a", "b"])
    assert names(tmp_path) == ["a.jsonl.gz.part"]
    for more in ("c", "d"):  # the second time from the packed file
        with Lines(path, resume=True) as out:
            for id in ("a", "b", more):
                if not out.done(id):
                    out.write(id, read(GOOD))
    with gzip.open(path, "rt", encoding="utf8") as stream:
        assert [json.loads(line)["id"] for line in stream] == ["a", "b", "c", "d"]
    assert names(tmp_path) == ["a.jsonl.gz"]


# --- whole or not at all


def test_a_failed_run_leaves_the_old_file(tmp_path: Path) -> None:
    old = tmp_path / "a.csv"
    old.write_text("old")
    with pytest.raises(RuntimeError), whole(old) as temporary:
        temporary.write_text("half")
        raise RuntimeError
    assert old.read_text() == "old" and names(tmp_path) == ["a.csv"]


def stop_after(path: Path, ids: list[object], *, resume: bool = False) -> list[object]:
    """Writes articles of these ids, then dies; gives those that were not left out."""
    done = []
    with pytest.raises(KeyboardInterrupt), Lines(path, resume=resume) as out:
        for id in ids:
            if not out.done(id):
                out.write(id, read(GOOD))
                done.append(id)
        raise KeyboardInterrupt
    return done


def test_a_stopped_run_goes_on_without_doubles(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    ids: list[object] = ["a", "b", 1, "b", None]
    stop_after(path, ids[:2])
    with (tmp_path / "a.jsonl.part").open("ab") as part:
        part.write(b'{"id": 1, "text": "\xce')  # what was being written when it was killed
    assert not path.exists()
    assert stop_after(path, ids[:4], resume=True) == [1, "b"]
    with Lines(path, resume=True) as out:
        for id in ids:
            if not out.done(id):
                out.write(id, read(GOOD))
    assert [json.loads(line)["id"] for line in path.read_text("utf8").splitlines()] == ids
    assert names(tmp_path) == ["a.jsonl"]
    with Lines(path, resume=True) as out:
        assert all(out.done(id) for id in ids), "a finished file is known too"
    assert len(path.read_bytes().splitlines()) == 5


def test_without_resume_it_starts_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    stop_after(path, ["a"])
    assert stop_after(path, ["a"]) == ["a"]


@pytest.mark.skipif(sys.platform == "win32", reason="no flock")
def test_two_runs_do_not_write_one_file(tmp_path: Path) -> None:
    with Lines(tmp_path / "a.jsonl", resume=False), pytest.raises(typer.BadParameter, match="another run"):
        Lines(tmp_path / "a.jsonl", resume=True).__enter__()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
def test_a_worker_that_outlives_its_run_holds_no_lock(tmp_path: Path) -> None:
    code = f"""
import os, time
from pathlib import Path
from eipe.cli.resumable import Lines
lines = Lines(Path({str(tmp_path)!r}) / "a.jsonl", resume=False).__enter__()
child = os.fork()
if child == 0:
    os.close(1)
    os.close(2)
    time.sleep(60)
    os._exit(0)
print(child, flush=True)
os.kill(os.getpid(), 9)
"""
    killed = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, timeout=60)
    try:
        with Lines(tmp_path / "a.jsonl", resume=True):
            pass
    finally:
        os.kill(int(killed.stdout), signal.SIGKILL)


def test_an_id_that_no_table_can_hold_is_made_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    line = '{"id": "\\ud800", "text": "«Ναι», είπε ο Νίκος Παππάς."}'
    Path("crawl.jsonl").write_text(line, encoding="utf8")
    assert run("extract", "crawl.jsonl", "-o", "quotes.csv")[0] == 0
    rows = list(csv.DictReader(Path("quotes.csv").read_text("utf-8-sig").splitlines()))
    assert [row["id"] for row in rows] == ["\ufffd"]


IDS = ("", '"id": null, ', '"id": NaN, ', '"id": -1e999, ')


def test_an_id_that_is_not_there_is_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """NaN is what pandas leaves where there is none, and no JSON; 1e999 is JSON, and no number."""
    monkeypatch.chdir(tmp_path)
    lines = (f'{{{id}"views": NaN, "text": "«Ναι», είπε ο Νίκος Παππάς."}}' for id in IDS)
    Path("crawl.jsonl").write_text("\n".join(lines), encoding="utf8")
    status, output, _ = run("extract", "crawl.jsonl")
    assert status == 0 and "NaN" not in output and "Infinity" not in output
    assert [json.loads(line)["id"] for line in output.splitlines()] == [f"crawl.jsonl:{n}" for n in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("name", "told"), [("archiv", "no such file"), ("page.html", "not a .txt, .jsonl or .jsonl.gz file")]
)
def test_what_cannot_be_read_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text("<p>Ναι", encoding="utf8")
    status, _, errors = run("extract", name)
    assert status == 2 and told in " ".join(errors.replace("│", " ").split())


def test_a_missing_extra_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(typer.BadParameter, match=r"pip install 'eipe\[parquet\]'"):
        open_output(tmp_path / "a.parquet")


def test_articles_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "α"}\n' * 3 + "{")
    reading = Reading()
    assert reading.count([str(path)]) == 3
    articles = reading.articles([str(path)])
    assert next(articles).text == "α"
    assert [article.error[:8] for article in articles] == ["", "", "not JSON"]


# --- a real process


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's way to close a stream")
def test_closed_streams_are_empty_ones(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m eipe extract - <&- >&-'
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=120)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "loop.jsonl").symlink_to(tmp_path / "loop.jsonl")
    assert run("extract", str(tmp_path), "-o", str(tmp_path / "loop.jsonl"))[0] == 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("processes", ["1", "2"])
def test_ctrl_c_keeps_what_is_done_and_shows_no_traceback(tmp_path: Path, processes: str) -> None:
    path = tmp_path / "crawl.jsonl"
    path.write_text("".join(json.dumps({"id": n, "text": FIRE}) + "\n" for n in range(5_000)))
    command = [
        sys.executable,
        "-m",
        "eipe",
        "extract",
        "crawl.jsonl",
        "-o",
        "out.jsonl",
        "-n",
        processes,
        "--batch-size",
        "4",
    ]
    process = subprocess.Popen(
        command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    part = tmp_path / "out.jsonl.part"
    deadline = time.time() + 60
    while time.time() < deadline and not (part.exists() and part.stat().st_size):
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in errors and b"--resume" in errors
    assert not (tmp_path / "out.jsonl").exists() and part.stat().st_size


def test_a_worker_that_was_killed_is_told_without_a_traceback(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pipe(*arguments: object, **options: object) -> None:
        raise BrokenExecutor("a worker process has ended before its time")

    monkeypatch.setattr(eipe.Extractor, "pipe", pipe)
    assert run("extract", "fire.txt", "-o", "out.jsonl", "-n", "2") == (
        1,
        "",
        "eipe: a worker process has ended before its time\n",
    )
    assert not Path("out.jsonl").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_progress_bar_on_a_terminal_only(tmp_path: Path) -> None:
    import fcntl
    import pty
    import termios

    (tmp_path / "a.txt").write_text(GOOD, encoding="utf8")
    command = [sys.executable, "-m", "eipe", "extract", "a.txt", "-o", "a.jsonl"]
    piped = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert piped.stderr == piped.stdout == b""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(command, cwd=tmp_path, stdout=slave, stderr=slave)
    os.close(slave)
    shown = b""
    while select.select([master], [], [], 60)[0]:
        try:
            shown += os.read(master, 4096)
        except OSError:
            break
    assert process.wait(30) == 0 and b"1/1" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_killed_run_leaves_no_half_file_and_goes_on(tmp_path: Path) -> None:
    articles = tmp_path / "in.jsonl"
    articles.write_text("".join(json.dumps({"id": i, "text": GOOD}) + "\n" for i in range(400)), encoding="utf8")
    out = tmp_path / "out.jsonl"
    part = tmp_path / "out.jsonl.part"
    command = [sys.executable, "-m", "eipe", "extract", str(articles), "-o", str(out)]
    process = subprocess.Popen(command)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (part.exists() and part.stat().st_size):
        time.sleep(0.01)
    process.kill()
    process.wait()
    assert not out.exists(), "nothing under the final name until all is there"
    subprocess.run([*command, "--resume"], check=True)
    assert [json.loads(line)["id"] for line in out.read_text("utf8").splitlines()] == list(range(400))
    assert names(tmp_path) == ["in.jsonl", "out.jsonl"]


def test_words_cues_and_a_bar_of_ones_own(folder: Path) -> None:
    text = "Ο Ιάσονας Μαυρίδης ήρθε χθες. «Θα νικήσουμε», ποστάρισε ο Τζέισον στους φίλους του."
    (folder / "win.txt").write_text(text, encoding="utf8")
    (folder / "my.tsv").write_text("person\tΙάσονας Μαυρίδης\tΤζέισον\ncue\tψάλλω\n", encoding="utf8")
    status, out, errors = run("extract", "win.txt", "--words", "my.tsv", "--cues", "ποστάρω/ποστάρισε,τουιτάρω")
    assert status == 0 and "my.tsv:2: no rule makes the aorist of ψάλλω" in errors
    (quote,) = json.loads(out)["quotes"]
    assert (quote["speaker"]["name"], quote["cue"]["lemma"]) == ("Ιάσονας Μαυρίδης", "ποστάρω")
    for command in (("extract",), ("show", "--color", "never"), ("html",)):
        assert "Θα νικήσουμε" in run(*command, "win.txt", "--min-confidence", "0")[1]
    status, out, _ = run("extract", "win.txt", "--min-confidence", "1")
    assert status == 0 and json.loads(out)["quotes"] == []
    assert "0 quotations" in run("audit", "win.txt", "--min-confidence", "1")[1]


@pytest.mark.parametrize(
    ("option", "value", "problem"),
    [
        ("--words", "none.tsv", "there is no file 'none.tsv' with words"),
        ("--words", "bad.tsv", "bad.tsv:1: a row begins with"),
        ("--cues", "tweet", "cues[0] is 'tweet'"),
        ("--min-confidence", "90", "min_confidence is from 0 to 1, not 90; for 90 % write 0.9"),
    ],
)
def test_wrong_words_are_a_usage_error(folder: Path, option: str, value: str, problem: str) -> None:
    (folder / "bad.tsv").write_text("verb\tποστάρω\n", encoding="utf8")
    status, _, errors = run("extract", "fire.txt", option, value)
    told = " ".join(errors.replace("│", " ").split())
    assert status == 2 and problem in told and option in told


def test_only_quotations_of_some_zones_are_written(folder: Path) -> None:
    text = f"Παππάς: «Θα έρθω αύριο»\n\n{GOOD} Το είπε το πρωί, μπροστά στους δημοσιογράφους που τον περίμεναν.\n"
    Path("page.txt").write_text(text, encoding="utf8")
    written = {}
    for zones in ("text", "headline", "headline,text"):
        status, out, errors = run("extract", "page.txt", "--zones", zones)
        assert (status, errors) == (0, "")
        written[zones] = [(quote["text"], quote["zone"]) for quote in json.loads(out)["quotes"]]
    assert written == {
        "text": [("Ναι", "text")],
        "headline": [("Θα έρθω αύριο", "headline")],
        "headline,text": [("Θα έρθω αύριο", "headline"), ("Ναι", "text")],
    }


def test_a_zone_that_is_none_is_told_with_those_there_are(folder: Path) -> None:
    status, _, errors = run("extract", "fire.txt", "--zones", "body")
    assert status == 2 and "'body'" in errors and "headline" in errors
