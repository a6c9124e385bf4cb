"""Articles from files: ``.txt`` (one article), ``.jsonl`` and ``.jsonl.gz`` (one a line), folders, standard input.

Nothing here raises for what a file holds: an article that cannot be read comes out with its place and the
reason, and the rest goes on.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer

from eipe.cli.files import PACKED, UNREADABLE, ending, unpacked

__all__ = ["Article", "Reading"]

SUFFIXES = (".txt", ".jsonl", PACKED)
_FILES = "{} .txt, .jsonl or .jsonl.gz {}"


@dataclass(frozen=True, slots=True)
class Article:
    """One article, or why it could not be read.

    Attributes:
        place: Where it stands: the file, and the line in it.
        id: Its id.
        text: The article; None if it could not be read.
        error: Why not.
        kept: Of the fields of its record that are to be kept, those that it has.
        record: The JSON record that it stands in, if it is one.
    """

    place: str
    id: Any
    text: str | None
    error: str = ""
    kept: Mapping[str, Any] = field(default_factory=dict)
    record: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How files are read.

    Attributes:
        jsonl: Whether standard input holds one JSON record a line.
        text_field: The field of a record that holds the article.
        id_field: The field of a record that holds its id.
        keep: The fields of a record that go into the output with what is found.
        encoding: The encoding of the files; a byte order mark is dropped.
        output: What is written, which is no article of the folder that it stands in.
    """

    jsonl: bool = False
    text_field: str = "text"
    id_field: str = "id"
    keep: Sequence[str] = ()
    encoding: str = "utf8"
    output: Path | None = None

    def check(self, names: Sequence[str]) -> None:
        """Usage errors are told before any work is done."""
        output = self.output and _real(self.output)
        for name in names:
            path = Path(name)
            if name != "-" and ending(path) not in SUFFIXES and not path.is_dir():
                kinds = f"{_FILES.format('a', 'file')}, a folder, or - for standard input"
                found = f"not {kinds}" if path.exists() else f"there is no such file or folder; give {kinds}"
                raise typer.BadParameter(f"{name}: {found}", param_hint="FILE")
            files = path.iterdir() if path.is_dir() else () if name == "-" else (path,)
            if any(file == path or not _is_ours(file) for file in files if _is_same(file, output)):
                raise typer.BadParameter(f"{self.output} is one of the files to read", param_hint="--output")
        try:
            "".encode(self.encoding)
        except LookupError:
            raise typer.BadParameter(
                f"{self.encoding!r} is no encoding; Greek files are utf8, windows-1253 or iso-8859-7",
                param_hint="--encoding",
            ) from None

    def count(self, names: Sequence[str]) -> int | None:
        """How many articles there are, for a progress bar; None if only reading them can tell."""
        total = 0
        for path in map(Path, self._files(names)):
            if not path.is_file():
                return None
            if path.suffix == ".txt":
                total += 1
                continue
            try:
                with unpacked(path) as stream:
                    total += sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
            except UNREADABLE:
                return None
        return total

    def articles(self, names: Sequence[str]) -> Iterator[Article]:
        """The articles of the files, in order, read as they are asked for."""
        for name in self._files(names):
            if name == "-":
                stream = sys.stdin.buffer
                yield from self._records(stream, "-") if self.jsonl else self._whole(stream.read(), "-", "-")
                continue
            path = Path(name)
            try:
                if path.is_dir():
                    yield Article(name, None, None, _FILES.format("a folder without", "files"))
                elif path.suffix == ".txt":
                    yield from self._whole(path.read_bytes(), name, path.name)
                else:
                    with unpacked(path) as stream:
                        yield from self._records(stream, name)
            except UNREADABLE as error:
                yield Article(name, None, None, getattr(error, "strerror", None) or str(error))

    def _files(self, names: Sequence[str]) -> Iterator[str]:
        """The files, with each folder replaced by what it holds, in order of name."""
        output = self.output and _real(self.output)
        for name in names:
            path = Path(name)
            inside = path.iterdir() if path.is_dir() else ()
            files = sorted(file for file in inside if ending(file) in SUFFIXES and not _is_same(file, output))
            yield from map(str, files) if files else (name,)

    def _whole(self, data: bytes, place: str, id: str) -> Iterator[Article]:
        try:
            yield Article(place, id, self._decode(data))
        except UnicodeDecodeError as error:
            yield Article(place, id, None, self._undecodable(error))

    def _records(self, lines: Iterable[bytes], name: str) -> Iterator[Article]:
        for number, line in enumerate(lines, start=1):
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if not line.strip():
                continue
            place = f"{name}:{number}"
            try:
                record = json.loads(self._decode(line), parse_constant=lambda _: None, parse_float=_finite)
            except UnicodeDecodeError as error:
                yield Article(place, None, None, self._undecodable(error))
                continue
            except (ValueError, RecursionError) as error:
                yield Article(place, None, None, f"not JSON: {error}")
                continue
            if not isinstance(record, dict):
                yield Article(place, None, None, f"a JSON {_kind(record)}, not an object with a text")
                continue
            text = record.get(self.text_field)
            id = record.get(self.id_field)
            id = place if id is None else id
            if isinstance(text, str):
                kept = {name: record[name] for name in self.keep if name in record}
                yield Article(place, id, text, kept=kept, record=record)
            elif self.text_field in record:
                yield Article(place, id, None, f"field {self.text_field!r} is a {_kind(text)}, not a string")
            else:
                fields = ", ".join(map(repr, list(record)[:8])) or "none"
                yield Article(place, id, None, f"no field {self.text_field!r} (fields: {fields}); see --text-field")

    def _decode(self, data: bytes) -> str:
        return data.decode(self.encoding).removeprefix("\ufeff")

    def _undecodable(self, error: UnicodeDecodeError) -> str:
        return f"not {error.encoding}: {error.reason} at byte {error.start}; see --encoding"


def _finite(number: str) -> float | None:
    """A number of the JSON; None for 1e999, which only JSON can write (NaN is pandas's word for None, too)."""
    value = float(number)
    return value if math.isfinite(value) else None


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # Path.resolve fails on links that lead nowhere but to each other


def _is_same(path: Path, real: Path | None) -> bool:
    """Whether a path leads to the real one; a folder of a million articles is not followed file by file."""
    return real is not None and (path.name == real.name or path.is_symlink()) and _real(path) == real


def _is_ours(path: Path) -> bool:
    """Whether a file in a folder of articles is what an earlier run has written, and no article."""
    try:
        with unpacked(path) as stream:
            line = stream.readline()
        return ending(path) not in SUFFIXES or not line or "quotes" in json.loads(line)
    except (*UNREADABLE, ValueError, TypeError, RecursionError):
        return False


def _kind(value: object) -> str:
    names = {type(None): "null", bool: "boolean", int: "number", float: "number", str: "string", list: "list"}
    return names.get(type(value), "object")
