"""Where extractions go: JSON lines, CSV, Parquet; files appear under their names only when they are whole."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Any, Protocol

import typer

from eipe.cli.files import PACKED, ending
from eipe.cli.resumable import NOTHING, Lines, key, line, whole
from eipe.extractions import Extraction
from eipe.extras import require
from eipe.interchange import to_dict
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

    def write(self, id: Any, extraction: Extraction, kept: Mapping[str, Any] = NOTHING) -> None: ...


def open_output(path: Path | None, *, resume: bool = False, keep: Sequence[str] = ()) -> AbstractContextManager[Output]:
    """The output for a file of this name; JSON lines to standard output if there is none.

    Args:
        path: The file.
        resume: Whether it goes on with what an earlier run has written.
        keep: Fields of the articles' records that are written too.

    Raises:
        typer.BadParameter: If there can be none.
    """
    suffix = ".jsonl" if path is None else ending(path)
    lines = suffix in (".jsonl", PACKED)
    if not lines and suffix not in (".csv", ".parquet"):
        raise typer.BadParameter(f"{path}: write to .jsonl, .jsonl.gz, .csv or .parquet", param_hint="--output")
    if resume and (path is None or not lines):
        raise typer.BadParameter("goes with -o FILE.jsonl or FILE.jsonl.gz only", param_hint="--resume")
    own = ["id", *(to_dict(Extraction(text="")) if lines else COLUMNS)]
    for name in keep:
        if name in own:
            raise typer.BadParameter(
                f"the output has a field {name!r} of its own: {', '.join(own)}", param_hint="--keep"
            )
    if path is None:
        return _standard_output()
    if not path.parent.is_dir():
        raise typer.BadParameter(f"{path}: there is no folder {path.parent}", param_hint="--output")
    if path.is_dir():
        raise typer.BadParameter(f"{path} is a folder", param_hint="--output")
    if suffix == ".csv":
        return _csv(path, keep)
    if suffix == ".parquet":
        try:
            require("pyarrow.parquet", "parquet")
        except ModuleNotFoundError as error:
            raise typer.BadParameter(str(error), param_hint="--output") from error
        return _parquet(path, keep)
    return Lines(path, resume=resume)


def harmless(value: Any) -> Any:
    """``value`` as a cell that no spreadsheet takes for a formula: with ' before = + - @ and the like."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


class _Table:
    """Rows of quotations; the subclass says where to."""

    def done(self, id: Any) -> bool:
        return False


class _CsvTable(_Table):
    def __init__(self, stream: IO[str], keep: Sequence[str]) -> None:
        self.writer = csv.DictWriter(stream, ["id", *keep, *COLUMNS])
        self.writer.writeheader()

    def write(self, id: Any, extraction: Extraction, kept: Mapping[str, Any] = NOTHING) -> None:
        for row in _rows(id, extraction, kept):
            self.writer.writerow({name: harmless(value) for name, value in row.items()})


@contextmanager
def _csv(path: Path, keep: Sequence[str]) -> Iterator[Output]:
    # With a byte order mark: without one Excel does not read Greek.
    with whole(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as stream:
        yield _CsvTable(stream, keep)


class _ParquetTable(_Table):
    def __init__(self, path: Path, keep: Sequence[str]) -> None:
        self.arrow = require("pyarrow", "parquet")
        types = {str: self.arrow.string(), int: self.arrow.int64(), float: self.arrow.float64()}
        fields = {"id": str, **dict.fromkeys(keep, str), **COLUMNS}
        self.schema = self.arrow.schema([(name, types[kind]) for name, kind in fields.items()])
        self.writer = require("pyarrow.parquet", "parquet").ParquetWriter(path, self.schema)
        self.rows: list[dict[str, Any]] = []

    def write(self, id: Any, extraction: Extraction, kept: Mapping[str, Any] = NOTHING) -> None:
        self.rows.extend(_rows(id, extraction, kept))
        if len(self.rows) >= _BLOCK:
            self.flush()

    def flush(self) -> None:
        if self.rows:
            self.writer.write_table(self.arrow.Table.from_pylist(self.rows, schema=self.schema))
            self.rows.clear()


@contextmanager
def _parquet(path: Path, keep: Sequence[str]) -> Iterator[Output]:
    with whole(path) as temporary:
        table = _ParquetTable(temporary, keep)
        with table.writer:
            yield table
            table.flush()


class _StandardOutput(_Table):
    def write(self, id: Any, extraction: Extraction, kept: Mapping[str, Any] = NOTHING) -> None:
        sys.stdout.write(line(id, extraction, kept))
        sys.stdout.flush()


@contextmanager
def _standard_output() -> Iterator[Output]:
    yield _StandardOutput()


def _rows(id: Any, extraction: Extraction, kept: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """A row a quotation, with what is known of its article in front."""
    head = {"id": _cell(id), **{name: None if value is None else _cell(value) for name, value in kept.items()}}
    for row in quote_rows(extraction):
        yield {**head, **row}


def _cell(value: Any) -> str:
    """An id, or what was kept, as tables can hold it: a file name that is no UTF-8 has surrogates."""
    return encodable(key(value))
