"""Many texts on several processes, each with its copy of what reads them.

spaCy's own ``n_process`` carries Docs from process to process, and waits for ever for one that was killed, as a
system does when memory runs out. Here a text travels one way and its extraction the other, and whoever waits is told.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from itertools import islice
from multiprocessing import current_process, get_start_method, parent_process
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from spacy.tokens.underscore import Underscore

from eipe.extractions import Extraction

__all__ = ["spread", "workers"]

#: One for each text, in order; None for one that an error handler left out.
Extractions = Generator[Extraction | None, None, None]
Read = Callable[[Iterable[str]], Extractions]
#: What came of a batch: its extractions, and the error that stopped it with its traceback.
Batch = tuple[list[Extraction | None], Exception | None, str]
_MEMORY = "systems end processes when memory runs out: try a smaller n_process or batch_size"
_GUARD = (
    "where processes are not forked (macOS, Windows) each of them runs the script anew, so what a script does stands "
    'under `if __name__ == "__main__":`'
)
#: Batches under way for every process: the one that it reads, and the next.
_AHEAD = 2
#: In a worker process, what reads the texts.
_READ: Read | None = None


def spread(read: Read, texts: Iterable[str], *, n_process: int, batch_size: int) -> Extractions:
    """What ``read`` makes of ``texts``, in order, read by several processes.

    Left half-way, it waits for the batches that are being read, and leaves no process behind.

    Args:
        read: What reads a batch. Where processes are not forked, it is pickled.
        texts: The texts, gone through as they are needed.
        n_process: How many processes; -1 for one a core, and never more than one a core.
        batch_size: How many texts a process takes at once.

    Raises:
        BrokenProcessPool: If a process has ended before its time.
        RuntimeError: If a script that is run anew in a worker process comes here again.
        Exception: What ``read`` raises, behind the extractions before it.
    """
    if getattr(current_process(), "_inheriting", False):
        raise RuntimeError(f"a worker process is about to start worker processes of its own; {_GUARD}")
    size = workers(n_process)
    with _carried((read, Underscore.get_state())) as what:
        pool = ProcessPoolExecutor(size, initializer=_begin, initargs=(what,))
        with closing(_batches(pool, size, iter(texts), batch_size)) as batches:
            for extractions, error, trace in batches:
                yield from extractions
                if error is not None:
                    raise error from RuntimeError(f"in a worker process:\n{trace}")


def workers(n_process: int) -> int:
    """How many processes are started for ``n_process``: a second one on a core would only take its memory."""
    cores = os.cpu_count() or 1
    return cores if n_process == -1 else min(n_process, cores)


def _batches(
    pool: ProcessPoolExecutor, size: int, texts: Iterator[str], batch_size: int
) -> Generator[Batch, None, None]:
    under_way: deque[Future[Batch]] = deque()
    begun = get_start_method() == "fork"
    try:
        while batch := list(islice(texts, batch_size)):
            with _uninterrupted():  # in which processes may be started
                under_way.append(pool.submit(_read, batch))
            while under_way and (len(under_way) > size * _AHEAD or under_way[0].done()):
                yield under_way.popleft().result()
                begun = True
        while under_way:
            yield under_way.popleft().result()
            begun = True
    except (BrokenProcessPool, BrokenPipeError) as error:
        # One that was starting while another died is told by nobody that all is over, and would be waited for.
        for process in list((pool._processes or {}).values()):
            process.kill()
        why = _MEMORY if begun else f"{_GUARD}; or {_MEMORY}"
        raise BrokenProcessPool(f"a worker process has ended before its time; {why}") from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keeps Ctrl-C waiting, so that none meets a process that is half made; what is started begins with it so."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _carried(what: tuple[Read, Any]) -> Iterator[tuple[Read, Any] | str]:
    """What worker processes begin with: itself where they are forked, else the name of a file that holds it.

    (What is given to a spawned process goes through a pipe: a megabyte more than the pipe holds, and a process that
    ends before it has read that is waited for, for ever.)
    """
    if get_start_method() == "fork":
        yield what
        return
    with TemporaryDirectory(prefix="eipe-") as folder:
        path = Path(folder) / "reader"
        path.write_bytes(pickle.dumps(what))
        yield str(path)


def _begin(what: tuple[Read, Any] | str) -> None:
    """Makes a worker process ready."""
    global _READ
    _READ, extensions = pickle.loads(Path(what).read_bytes()) if isinstance(what, str) else what
    Underscore.load_state(extensions)
    # A terminal sends Ctrl-C to every process, and only the first has something to say.
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that was killed cannot send its workers home."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(texts: list[str]) -> Batch:
    assert _READ is not None
    extractions: list[Extraction | None] = []
    try:
        extractions.extend(_READ(texts))
    except Exception as error:
        return extractions, _portable(error), "".join(traceback.format_exception(error))
    return extractions, None, ""


def _portable(error: Exception) -> Exception:
    """``error``, or what says the same where it cannot be carried to another process."""
    try:
        same = pickle.loads(pickle.dumps(error))
    except Exception:
        same = None
    return error if isinstance(same, type(error)) else RuntimeError(f"{type(error).__name__}: {error}")
