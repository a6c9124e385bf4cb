"""The one file that holds every figure of the documents, and what keeps the documents equal to it.

    python -m benchmarks.results measure                        # says what can be measured, and from which files
    python -m benchmarks.results measure counts model indirect
    python -m benchmarks.results measure quotations.kept --file corpus.jsonl=/data/corpus.jsonl
    python -m benchmarks.results fill                           # writes the figures into the documents
    python -m benchmarks.results check                          # says where a document differs

`benchmarks/results.json` holds one figure a line: what it is called, its 95 % interval if it has one, the command that
gave it, at which commit, on which texts, when, and what else is to be known. A measure runs its command, so that a
figure never passes through anybody's hands; figures that are not measured again keep their commit. Documents show
them between marks (`benchmarks/filling.py`).
"""

from __future__ import annotations

import argparse
import datetime
import json
import shlex
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.filling import documents, filled
from benchmarks.measures import MEASURES, Measure

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks/results.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A figure, and where it is from.

    Attributes:
        name: What it is called: its measure first (``quotations.kept.joint``).
        figure: The number, or a word such as a version.
        interval: The ends of its 95 % interval.
        command: What gives it, with the files by their plain names.
        commit: The state of the repository that it was measured at.
        data: On which texts.
        date: When, as YYYY-MM-DD.
        note: What else is to be known, or "".
    """

    name: str
    figure: float | int | str
    interval: tuple[float, float] | None
    command: str
    commit: str
    data: str
    date: str
    note: str


def read(path: Path = RESULTS) -> dict[str, Entry]:
    """The entries of the file by their names.

    Raises:
        ValueError: If an entry lacks a field, has another one, or two have one name.
    """
    entries: dict[str, Entry] = {}
    for record in json.loads(path.read_text(encoding="utf8")):
        if set(record) != set(Entry.__slots__):
            raise ValueError(f"{path.name}: an entry has {', '.join(Entry.__slots__)}, and not {', '.join(record)}")
        if record["name"] in entries:
            raise ValueError(f"{path.name}: {record['name']} stands twice")
        interval = record["interval"]
        entries[record["name"]] = Entry(**record | {"interval": tuple(interval) if interval else None})
    return entries


def write(entries: Iterable[Entry], path: Path = RESULTS) -> None:
    """Writes the entries, sorted, one a line, so that a commit shows which figures moved."""
    rows = sorted(entries, key=lambda entry: entry.name)
    lines = ",\n".join(json.dumps(asdict(entry), ensure_ascii=False) for entry in rows)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf8")


def measured(name: str, files: Mapping[str, Path], root: Path = ROOT) -> list[Entry]:
    """Runs the measure of that name, and gives its figures.

    Raises:
        ValueError: If a file that its command needs is not given, or the state to be measured is not committed.
        subprocess.CalledProcessError: If the command fails.
    """
    measure = MEASURES[name]
    missing = [file for file in measure.files if file not in files]
    if missing:
        raise ValueError(f"{name} reads {' and '.join(missing)}; give each as --file {missing[0]}=PATH")
    if measure.written:
        told = json.loads((root / measure.written).read_text(encoding="utf8"))
        commit, date = _git("log", "-1", "--format=%h %as", "--", measure.written, root=root).split()
    else:
        if _git("status", "--porcelain", "--", "src", root=root):
            raise ValueError("src differs from the last commit: commit it first, so that the figures have a state")
        command = [str(files.get(word, word)) for word in shlex.split(measure.command)[1:]]
        done = subprocess.run([sys.executable, *command, "--json"], cwd=root, check=True, stdout=subprocess.PIPE)
        told = json.loads(done.stdout)
        commit, date = _git("rev-parse", "--short", "HEAD", root=root), datetime.date.today().isoformat()
    return entries_of(name, measure, told, commit, date)


def entries_of(name: str, measure: Measure, told: Any, commit: str, date: str) -> list[Entry]:
    """The entries that the JSON of a measure's command holds."""
    return [
        Entry(
            name=f"{name}.{key}",
            figure=figure,
            interval=interval,
            command=measure.command,
            commit=commit,
            data=measure.data,
            date=date,
            note=measure.note,
        )
        for key, figure, interval in measure.figures(told)
    ]


def _git(*arguments: str, root: Path) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout.strip()


def updated(entries: Mapping[str, Entry], name: str, new: Iterable[Entry]) -> dict[str, Entry]:
    """The entries with those of a measure anew. What it no longer gives goes: no figure outlives its command."""
    belong = tuple(f"{other}." for other in MEASURES if other.startswith(f"{name}."))
    kept = {key: entry for key, entry in entries.items() if not key.startswith(f"{name}.") or key.startswith(belong)}
    return kept | {entry.name: entry for entry in new}


def differences(entries: Mapping[str, Entry], root: Path = ROOT) -> list[str]:
    """Where documents differ from the entries: one line for each stretch between marks."""
    told = []
    for path in documents(root):
        text = path.read_text(encoding="utf8")
        wanted = filled(text, entries, path.name)
        for number, (has, wants) in enumerate(zip(text.split("\n"), wanted.split("\n"), strict=False), 1):
            if has != wants:
                told.append(f"{path.relative_to(root)}:{number}: has {has.strip()!r}, and the figures say {wants!r}")
                break
        else:
            if text != wanted:
                told.append(f"{path.relative_to(root)}: has more or fewer lines than the figures give")
    return told


def _measure(names: Sequence[str], files: Mapping[str, Path]) -> int:
    if not names:
        for name, measure in MEASURES.items():
            where = f"read from {measure.written}, written by " if measure.written else ""
            print(f"{name:18} {where}{measure.command}")
        return 0
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        raise ValueError(f"there is no measure {unknown[0]!r}; there are {', '.join(MEASURES)}")
    for name in names:
        entries = read()
        new = measured(name, files)
        write(updated(entries, name, new).values())
        for entry in new:
            before = entries.get(entry.name)
            if before is None or before.figure != entry.figure:
                print(f"{entry.name}: {before.figure if before else 'new'} -> {entry.figure}")
    return 0


def _fill() -> int:
    entries = read()
    for path in documents(ROOT):
        text = path.read_text(encoding="utf8")
        wanted = filled(text, entries, path.name)
        if wanted != text:
            path.write_text(wanted, encoding="utf8")
            print(path.relative_to(ROOT))
    return 0


def _check() -> int:
    told = differences(read())
    print("\n".join(told) or "every document says what benchmarks/results.json holds")
    return 1 if told else 0


def _pair(given: str) -> tuple[str, Path]:
    name, _, path = given.partition("=")
    if not path:
        raise argparse.ArgumentTypeError(f"{given!r} is no NAME=PATH")
    return name, Path(path).absolute()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="benchmarks.results", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    measure = commands.add_parser("measure", help="run measures and write their figures; without names, list them")
    measure.add_argument("names", nargs="*", metavar="NAME")
    measure.add_argument("--file", action="append", default=[], type=_pair, metavar="NAME=PATH")
    commands.add_parser("fill", help="write the figures into the documents")
    commands.add_parser("check", help="say where a document differs")
    args = parser.parse_args(arguments)
    try:
        if args.command == "measure":
            return _measure(args.names, dict(args.file))
        return _fill() if args.command == "fill" else _check()
    except ValueError as error:
        print(f"benchmarks.results: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
