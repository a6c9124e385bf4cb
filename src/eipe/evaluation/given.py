"""What ``eipe.score`` is given: files, JSON records, extractions."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from eipe.evaluation.form import read_record
from eipe.evaluation.gold import Record
from eipe.extractions import Extraction

__all__ = ["Records", "read_records"]

#: A path to JSON lines, ``.gz`` or not; or mappings, extractions, and pairs of an extraction and its id.
Records: TypeAlias = (
    "str | os.PathLike[str] | Iterable[Mapping[str, Any] | Extraction | tuple[Extraction, Any] | Record]"
)


def read_records(records: Records, what: str) -> list[Record]:
    """The records of a file or of an iterable.

    Args:
        records: See ``Records``.
        what: What they are, for messages: ``"gold"`` or ``"predicted"``.

    Raises:
        TypeError: If ``records`` is something else.
        ValueError: If a record is not of the gold form and not of the one that ``eipe extract`` writes, or two have
            one id. The message begins with the file and line.
        FileNotFoundError: If there is no such file.
        OSError: If the file cannot be read.
    """
    if isinstance(records, Mapping | Extraction | bytes) or not isinstance(records, str | os.PathLike | Iterable):
        raise TypeError(f"{what} is the path of a .jsonl file or many records, not {type(records).__name__}")
    if isinstance(records, str | os.PathLike):
        if not Path(records).exists():
            raise FileNotFoundError(f"{what}: no file {os.fspath(records)!r}; it is the path of a .jsonl file")
        found = [read_record(record, place) for place, record in _lines(Path(records))]
    else:
        found = [_read(item, f"{what}[{number}]") for number, item in enumerate(records)]
    seen: set[str] = set()
    for record in found:
        if record.id in seen:
            raise ValueError(f"two records of {what} have the id {record.id!r}; give each an id of its own")
        if record.id is not None:
            seen.add(record.id)
    return found


def _lines(path: Path) -> Iterator[tuple[str, Any]]:
    data = path.read_bytes()
    if path.suffix == ".gz":
        try:
            data = gzip.decompress(data)
        except (EOFError, OSError, zlib.error) as error:
            raise ValueError(f"{path}: not gzip, or cut short: {error}") from None
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), start=1):
        if line.strip():
            try:
                yield f"{path}:{number}", json.loads(line)
            except (ValueError, RecursionError) as error:
                raise ValueError(f"{path}:{number}: not JSON: {error}") from None


def _read(item: object, place: str) -> Record:
    if isinstance(item, Record):
        return item
    if isinstance(item, Extraction):
        return read_record(item.to_dict(), place)
    match item:
        case (Extraction() as extraction, id) | (id, Extraction() as extraction):
            return read_record({"id": id, **extraction.to_dict()}, place)
    return read_record(item, place)
