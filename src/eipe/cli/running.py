"""What every command does: load the model, read the articles, report what failed, stop cleanly."""

from __future__ import annotations

import os
import signal
import sys
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import typer

from eipe.cli.inputs import Article, Reading
from eipe.doubts import EipeWarning, problem
from eipe.rows import in_zones
from eipe.spans import ZONES, ZoneName

if TYPE_CHECKING:
    from eipe import Extraction, Extractor
    from eipe.cli.outputs import Output

__all__ = ["Run", "load", "stoppable"]

#: Articles of a process after which spaCy gives back the words that it has met, so that an archive of a million
#: needs no more memory than its first thousands; worker processes are started anew, which takes them two seconds.
ROUND = 2000


def load(
    model: str | None,
    *,
    indirect: bool = False,
    furniture: bool = False,
    cues: Sequence[str] | None = None,
    words: Path | None = None,
) -> Extractor:
    """The extractor, or a usage error that says why there is none."""
    import eipe
    from eipe.arguments import check_cues
    from eipe.loading import OWN_MODEL
    from eipe.vocabulary import check_words

    with _told("--cues"):
        verbs = check_cues([verb for given in cues or () for verb in given.split(",")])
    with _told("--words"):
        own = check_words(words)
    try:
        return eipe.load(model, cues=verbs, words=own, indirect=indirect, furniture=furniture)
    except (OSError, ValueError) as error:
        problem = str(error).replace(OWN_MODEL, "leave out --model")
        raise typer.BadParameter(problem, param_hint="--model") from error


@contextmanager
def _told(option: str) -> Iterator[None]:
    """What is wrong with an option's value is a usage error, and what is doubtful goes to standard error."""
    try:
        with warnings.catch_warnings(record=True) as doubts:
            warnings.simplefilter("always", EipeWarning)
            yield
    except (OSError, ValueError) as error:
        raise typer.BadParameter(str(error), param_hint=option) from None
    for doubt in doubts:
        print(f"eipe: {doubt.message}", file=sys.stderr)


@contextmanager
def stoppable() -> Iterator[None]:
    """Ctrl-C ends the run with status 130; a full disk, or a worker that was killed, with 1; without a traceback."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGINT, stop)
    except ValueError:  # Not the main thread: whoever runs us there handles signals.
        yield
        return
    try:
        yield
    except KeyboardInterrupt:
        print("eipe: stopped", file=sys.stderr)
        raise typer.Exit(130) from None
    except BrokenPipeError:
        # The reader has gone (eipe extract ... | head): nothing to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except BrokenExecutor as error:
        print(f"eipe: {error}", file=sys.stderr)
        raise typer.Exit(1) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"eipe: {where}{error.strerror or error}", file=sys.stderr)
        raise typer.Exit(1) from None
    finally:
        signal.signal(signal.SIGINT, before)


class Run:
    """Reads the articles of files and extracts them.

    Args:
        extractor: What reads the texts.
        reading: How the files are read.
        files: The files.
        min_confidence: Quotations that are less sure than this are left out.
        zones: So are those that stand in other zones of a page.

    Attributes:
        failures: How many articles could not be read so far.
    """

    def __init__(
        self,
        extractor: Extractor,
        reading: Reading,
        files: Sequence[str],
        *,
        min_confidence: float = 0.0,
        zones: Sequence[ZoneName] = ZONES,
    ) -> None:
        self.extractor = extractor
        self.reading = reading
        self.files = files
        self.min_confidence = min_confidence
        self.zones = zones
        self.failures = 0

    def results(
        self,
        *,
        n_process: int = 1,
        batch_size: int = 16,
        output: Output | None = None,
        progress: bool = False,
    ) -> Iterator[tuple[Extraction, Article]]:
        """The extractions and their articles (without texts), in order.

        Args:
            n_process: How many processes share the work.
            batch_size: How many articles a process takes at once.
            output: Whose earlier articles are left out.
            progress: Whether a progress bar is shown, on a terminal.
        """
        from tqdm import tqdm

        from eipe.processes import workers

        shown = progress and sys.stderr.isatty() and (not sys.stdout.isatty() or output is not None)
        total = self.reading.count(self.files) if shown else None
        bar = tqdm(total=total, disable=not shown, unit=" articles", file=sys.stderr)
        with bar as self.bar, warnings.catch_warnings():
            warnings.simplefilter("ignore", EipeWarning)  # told by _texts, with the article's place
            texts = self._texts(output)
            size = ROUND * workers(n_process)
            for first in texts:
                some = chain([first], islice(texts, size - 1))
                with self.extractor.nlp.memory_zone():  # Worker processes have their own, and end with the round.
                    for result, article in self.extractor.pipe(
                        some, n_process=n_process, batch_size=batch_size, min_confidence=self.min_confidence
                    ):
                        self.bar.update()
                        yield in_zones(result, self.zones), article

    def _texts(self, output: Output | None) -> Iterator[tuple[str, Any]]:
        limit = self.extractor.nlp.max_length
        for article in self.reading.articles(self.files):
            error = article.error
            if article.text is not None and len(article.text) > limit:
                error = f"{len(article.text):,} characters, over the limit of {limit:,}"
            if error or article.text is None:
                self.failures += 1
                self.bar.update()
                self._tell(article, error)
            elif output is not None and output.done(article.id):
                self.bar.update()
            else:
                if what := problem(article.text):
                    self._tell(article, what)
                yield article.text, replace(article, text=None)

    def _tell(self, article: Article, what: str) -> None:
        self.bar.write(f"eipe: {article.place}: {what}", file=sys.stderr)

    def finish(self) -> None:
        """Ends the command with status 1 if an article could not be read."""
        if self.failures:
            raise typer.Exit(1)
