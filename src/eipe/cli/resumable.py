"""Files that appear under their names only when they are whole, and JSON lines that a new run goes on with.

Records of JSON lines are first written to ``FILE.part``, so that a run that was killed can be taken up again.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from eipe.cli.files import PACKED, ending, unpacked
from eipe.cli.locks import lock, unlock
from eipe.extractions import Extraction
from eipe.interchange import dump

__all__ = ["NOTHING", "Lines", "key", "line", "whole"]

#: What is kept of an article's record if nothing is.
NOTHING: Mapping[str, Any] = {}


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


def line(id: Any, extraction: Extraction, kept: Mapping[str, Any] = NOTHING) -> str:
    """The record of an article as a line."""
    return dump({"id": id, **kept, **extraction.to_dict()}) + "\n"


class Lines:
    """JSON lines in a file, by way of ``FILE.part``, which stays if the run is stopped, and is packed at the end.

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
            with whole(self.part) as copy, unpacked(self.path) as before, copy.open("wb") as stream:
                shutil.copyfileobj(before, stream)
        self.stream = self.part.open("a+b")
        lock(self.stream, self.part)
        self.stream.seek(0)
        end = 0
        for written in self.stream if self.resume else ():
            # What a killed run wrote last may be half a line.
            try:
                id = json.loads(written)["id"] if written.endswith(b"\n") else None
            except (ValueError, TypeError, KeyError, RecursionError):
                break
            if not written.endswith(b"\n"):
                break
            self.before[key(id)] += 1
            end += len(written)
        self.stream.seek(end)
        self.stream.truncate()
        self.written = self.before.total()
        return self

    def done(self, id: Any) -> bool:
        known = key(id)
        if self.before[known] <= 0:
            return False
        self.before[known] -= 1
        return True

    def write(self, id: Any, extraction: Extraction, kept: Mapping[str, Any] = NOTHING) -> None:
        self.stream.write(line(id, extraction, kept).encode("utf8"))
        self.stream.flush()
        self.written += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        unlock(self.stream)
        self.stream.close()
        if kind is None and ending(self.path) == PACKED:
            self._pack()
        elif kind is None:
            self.part.replace(self.path)
        elif self.written:
            kept = f"{self.written:,} articles are done and stand in {self.part.name}"
            print(f"eipe: {kept}; the same command with --resume goes on from there", file=sys.stderr)
        else:
            self.part.unlink(missing_ok=True)

    def _pack(self) -> None:
        with (
            whole(self.path) as temporary,
            self.part.open("rb") as part,
            temporary.open("wb") as stream,
            gzip.GzipFile("", "wb", fileobj=stream, mtime=0) as packed,  # the same articles make the same file
        ):
            shutil.copyfileobj(part, packed)
        self.part.unlink()


def key(id: Any) -> str:
    """An id as a string: itself, or its JSON."""
    return id if isinstance(id, str) else dump(id)
