"""Where extractions go: JSON lines, CSV, Parquet; files appear under their names only when they are whole.

Records of JSON lines are first written to ``FILE.part``, so that a run that was killed can be taken up again.
"""

from __future__ import annotations

import csv
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol

import typer

from eipe.cli.locks import lock, unlock
from eipe.extractions import Extraction
from eipe.extras import require
from eipe.interchange import dump
from eipe.rows import COLUMNS, encodable, quote_rows

__all__ = ["Output", "harmless", "open_output", "whole"]

# A cell that begins so is a formula to Excel, Calc and Sheets, and can run a command there.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_BLOCK = 5_000


class Output(Protocol):
    """Takes the extractions in order."""

    def done(self, id: Any) -> bool:
        """Whether this article has been written by an earlier run; asked once an article, in order."""
        ...

    def write(self, id: Any, extraction: Extraction) -> None: ...


def open_output(path: Path | None, *, resume: bool = False) -> AbstractContextManager[Output]:
    """The output for a file of this name; JSON lines to standard output if there is none.

    Raises:
        typer.BadParameter: If there can be none.
    """
    suffix = ".jsonl" if path is None else path.suffix
    if suffix not in (".jsonl", ".csv", ".parquet"):
        raise typer.BadParameter(f"{path}: write to .jsonl, .csv or .parquet", param_hint="--output")
    if resume and (path is None or suffix != ".jsonl"):
        raise typer.BadParameter("goes with -o FILE.jsonl only", param_hint="--resume")
    if path is None:
        return _standard_output()
    if not path.parent.is_dir():
        raise typer.BadParameter(f"{path}: there is no folder {path.parent}", param_hint="--output")
    if path.is_dir():
        raise typer.BadParameter(f"{path} is a folder", param_hint="--output")
    if suffix == ".csv":
        return _csv(path)
    if suffix == ".parquet":
        try:
            require("pyarrow.parquet", "parquet")
        except ModuleNotFoundError as error:
            raise typer.BadParameter(str(error), param_hint="--output") from error
        return _parquet(path)
    return Lines(path, resume=resume)


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A file beside ``path`` that takes its name if all goes well and disappears if not."""
    path = path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink()


def harmless(value: Any) -> Any:
    """``value`` as a cell that no spreadsheet takes for a formula: with ' before = + - @ and the like."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


class _Table:
    """Rows of quotations; the subclass says where to."""

    def done(self, id: Any) -> bool:
        return False


class _CsvTable(_Table):
    def __init__(self, stream: IO[str]) -> None:
        self.writer = csv.DictWriter(stream, ["id", *COLUMNS])
        self.writer.writeheader()

    def write(self, id: Any, extraction: Extraction) -> None:
        for row in quote_rows(extraction):
            self.writer.writerow({key: harmless(value) for key, value in {"id": _cell(id), **row}.items()})


@contextmanager
def _csv(path: Path) -> Iterator[Output]:
    # With a byte order mark: without one Excel does not read Greek.
    with whole(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as stream:
        yield _CsvTable(stream)


class _ParquetTable(_Table):
    def __init__(self, path: Path) -> None:
        self.arrow = require("pyarrow", "parquet")
        types = {str: self.arrow.string(), int: self.arrow.int64(), float: self.arrow.float64()}
        fields = {"id": str, **COLUMNS}
        self.schema = self.arrow.schema([(name, types[kind]) for name, kind in fields.items()])
        self.writer = require("pyarrow.parquet", "parquet").ParquetWriter(path, self.schema)
        self.rows: list[dict[str, Any]] = []

    def write(self, id: Any, extraction: Extraction) -> None:
        self.rows.extend({"id": _cell(id), **row} for row in quote_rows(extraction))
        if len(self.rows) >= _BLOCK:
            self.flush()

    def flush(self) -> None:
        if self.rows:
            self.writer.write_table(self.arrow.Table.from_pylist(self.rows, schema=self.schema))
            self.rows.clear()


@contextmanager
def _parquet(path: Path) -> Iterator[Output]:
    with whole(path) as temporary:
        table = _ParquetTable(temporary)
        with table.writer:
            yield table
            table.flush()


class _StandardOutput(_Table):
    def write(self, id: Any, extraction: Extraction) -> None:
        sys.stdout.write(dump({"id": id, **extraction.to_dict()}) + "\n")
        sys.stdout.flush()


@contextmanager
def _standard_output() -> Iterator[Output]:
    yield _StandardOutput()


class Lines:
    """JSON lines in a file, by way of ``FILE.part``, which stays if the run is stopped.

    With ``resume`` the articles that stand in ``FILE.part`` (or, if there is none, in ``FILE``) are not done
    again. They are known by their ids, in order: of two articles with one id, one stands for one.
    """

    def __init__(self, path: Path, *, resume: bool) -> None:
        self.path = path.resolve()
        self.part = self.path.with_name(self.path.name + ".part")
        self.resume = resume
        self.before: Counter[str] = Counter()
        self.written = 0

    def __enter__(self) -> Lines:
        if self.resume and self.path.exists() and not self.part.exists():
            with whole(self.part) as copy:
                copy.write_bytes(self.path.read_bytes())
        self.stream = self.part.open("a+b")
        lock(self.stream, self.part)
        self.stream.seek(0)
        end = 0
        for line in self.stream if self.resume else ():
            # What a killed run wrote last may be half a line.
            try:
                id = json.loads(line)["id"] if line.endswith(b"\n") else None
            except (ValueError, TypeError, KeyError, RecursionError):
                break
            if not line.endswith(b"\n"):
                break
            self.before[_key(id)] += 1
            end += len(line)
        self.stream.seek(end)
        self.stream.truncate()
        self.written = self.before.total()
        return self

    def done(self, id: Any) -> bool:
        key = _key(id)
        if self.before[key] <= 0:
            return False
        self.before[key] -= 1
        return True

    def write(self, id: Any, extraction: Extraction) -> None:
        self.stream.write((dump({"id": id, **extraction.to_dict()}) + "\n").encode("utf8"))
        self.stream.flush()
        self.written += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        unlock(self.stream)
        self.stream.close()
        if kind is None:
            self.part.replace(self.path)
        elif self.written:
            kept = f"{self.written:,} articles are done and stand in {self.part.name}"
            print(f"eipe: {kept}; the same command with --resume goes on from there", file=sys.stderr)
        else:
            self.part.unlink(missing_ok=True)


def _cell(id: Any) -> str:
    """An id as tables can hold it: a file name that is no UTF-8 has surrogates."""
    return encodable(_key(id))


def _key(id: Any) -> str:
    """An id as a string: itself, or its JSON."""
    return id if isinstance(id, str) else dump(id)
