"""The command line: ``eipe extract``."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Annotated, Any

import typer

__all__ = ["app", "main"]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Who is in a Greek news article, where, and who said what.",
)


@dataclass(frozen=True, slots=True)
class _Input:
    """One article, or why it could not be read."""

    place: str
    id: Any
    text: str | None
    error: str = ""


@app.callback()
def _root() -> None:
    """Who is in a Greek news article, where, and who said what."""


@app.command(
    epilog="Examples: eipe extract article.txt    eipe extract archive.jsonl -o quotes.jsonl --n-process 2    "
    "cat article.txt | eipe extract -"
)
def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=".txt, .jsonl or - (standard input)")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Where to write, .jsonl; standard output if missing"),
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="A Greek spaCy pipeline's name or path; the embedded one if missing")
    ] = None,
    indirect: Annotated[bool, typer.Option("--indirect", help="Reported speech without marks too")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Standard input holds one JSON record a line")
    ] = False,
    text_field: Annotated[
        str, typer.Option(help="The field of a JSON record that holds the article")
    ] = "text",
    id_field: Annotated[str, typer.Option(help="The field of a JSON record that holds its id")] = "id",
    n_process: Annotated[int, typer.Option(help="Processes that share the work")] = 1,
    batch_size: Annotated[int, typer.Option(min=1, help="Articles that a process takes at once")] = 64,
) -> None:
    """Write one JSON record an article: people, places, organizations, quotations with their speakers."""
    import eipe

    if output is not None and output.suffix != ".jsonl":
        raise typer.BadParameter(f"{output}: the output is a .jsonl file", param_hint="--output")
    for name in files:
        if name != "-" and Path(name).suffix not in (".txt", ".jsonl"):
            raise typer.BadParameter(f"{name}: neither .txt nor .jsonl nor -", param_hint="FILE")
    try:
        extractor = eipe.load(model, indirect=indirect)
    except (OSError, ValueError) as error:
        raise typer.BadParameter(str(error), param_hint="--model") from error
    failures = 0

    def articles() -> Iterator[tuple[str, _Input]]:
        nonlocal failures
        for item in _inputs(files, jsonl, text_field, id_field):
            problem = item.error
            if item.text is not None and len(item.text) > extractor.nlp.max_length:
                problem = f"{len(item.text):,} characters are over the limit of {extractor.nlp.max_length:,}"
            if problem:
                failures += 1
                print(f"eipe: {item.place}: {problem}", file=sys.stderr)
            elif item.text is not None:
                yield item.text, item

    with _writer(output) as write:
        for result, item in extractor.pipe(articles(), n_process=n_process, batch_size=batch_size):
            write({"id": item.id, **result.to_dict()})
    if failures:
        raise typer.Exit(1)


class _writer:
    """JSON lines to standard output, or to a file that appears under its name only when it is whole."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.stream: IO[str] = sys.stdout
        self.temporary: Path | None = None

    def __enter__(self) -> Any:
        if self.path is not None:
            handle, name = tempfile.mkstemp(
                dir=self.path.parent, prefix=f".{self.path.name}.", suffix=".part"
            )
            self.temporary = Path(name)
            self.stream = os.fdopen(handle, "w", encoding="utf8", newline="\n")
        return self.write

    def write(self, record: dict[str, Any]) -> None:
        from eipe.interchange import dump

        self.stream.write(dump(record) + "\n")
        if self.path is None:
            self.stream.flush()

    def __exit__(self, kind: Any, *_: Any) -> None:
        if self.path is None or self.temporary is None:
            return
        self.stream.close()
        if kind is None:
            mask = os.umask(0)
            os.umask(mask)
            self.temporary.chmod(0o666 & ~mask)
            self.temporary.replace(self.path)
        else:
            with suppress(OSError):
                self.temporary.unlink()


def _inputs(files: list[str], jsonl: bool, text_field: str, id_field: str) -> Iterator[_Input]:
    for name in files:
        if name == "-":
            data = sys.stdin.buffer.read()
            yield from _records(data, "-", text_field, id_field) if jsonl else _article(data, "-", "-")
            continue
        path = Path(name)
        try:
            data = path.read_bytes()
        except OSError as error:
            yield _Input(name, None, None, error.strerror or str(error))
            continue
        if path.suffix == ".jsonl":
            yield from _records(data, name, text_field, id_field)
        else:
            yield from _article(data, name, path.name)


def _article(data: bytes, place: str, id: str) -> Iterator[_Input]:
    try:
        yield _Input(place, id, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        yield _Input(place, id, None, f"not UTF-8: {error.reason} at byte {error.start}")


def _records(data: bytes, name: str, text_field: str, id_field: str) -> Iterator[_Input]:
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        try:
            record = json.loads(line.decode("utf8"))
        except (ValueError, RecursionError) as error:
            yield _Input(place, None, None, f"not JSON: {error}")
            continue
        text = record.get(text_field) if isinstance(record, dict) else None
        if not isinstance(text, str):
            found = "no JSON object" if not isinstance(record, dict) else f"no string in field {text_field!r}"
            yield _Input(place, None, None, found)
            continue
        yield _Input(place, record.get(id_field, place), text)


def main() -> None:
    """The entry point of the command ``eipe``."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf8")
    try:
        app(standalone_mode=True)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader has gone (eipe extract ... | head): nothing to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
