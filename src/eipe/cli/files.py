"""Files as they lie on disk: what kind each is by its name, and packed ones read as if they were not."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import IO, cast

__all__ = ["PACKED", "UNREADABLE", "ending", "unpacked"]

#: The one packed kind; crawls and archives are kept so.
PACKED = ".jsonl.gz"
#: What reading a file may raise, a packed one that is damaged or cut off above all.
UNREADABLE = (OSError, EOFError, zlib.error)


def ending(path: Path) -> str:
    """``.txt`` of article.txt, ``.jsonl.gz`` of crawl.jsonl.gz."""
    return PACKED if path.name.endswith(PACKED) else path.suffix


def unpacked(path: Path) -> IO[bytes]:
    """The file, open to be read."""
    return cast("IO[bytes]", gzip.open(path, "rb")) if ending(path) == PACKED else path.open("rb")
