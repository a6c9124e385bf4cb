"""Files that one run at a time may write."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import IO

import typer

__all__ = ["lock", "unlock"]

#: Descriptors of the files that this process has locked.
_LOCKED: set[int] = set()


def lock(stream: IO[bytes], path: Path) -> None:
    """Locks an open file: two runs that write one file would mix their lines.

    Raises:
        typer.BadParameter: If another run has it; the file is closed then.
    """
    try:
        import fcntl
    except ImportError:  # Windows has no flock; it refuses to replace a file that is open.
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        stream.close()
        raise typer.BadParameter(f"another run is writing {path}", param_hint="--output") from None
    _LOCKED.add(stream.fileno())


def unlock(stream: IO[bytes]) -> None:
    """Before the file is closed, which lets go of the lock."""
    _LOCKED.discard(stream.fileno())


def _let_go() -> None:
    """In a worker process: it may live on when its parent is killed, and the next run would find the file locked."""
    for descriptor in _LOCKED:
        with suppress(OSError):
            os.close(descriptor)
    _LOCKED.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)
