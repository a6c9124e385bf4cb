"""``eipe export``: articles, or the records of ``eipe extract``, in the formats of other tools."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eipe.cli.inputs import Article, Reading
from eipe.cli.options import Encoding, Files, IdField, Indirect, Jsonl, Model, TextField
from eipe.cli.running import load, stoppable
from eipe.doubts import EipeWarning, problem
from eipe.extractions import Extraction

if TYPE_CHECKING:
    from eipe import Extractor
    from eipe.formats.documents import Document
    from eipe.formats.registry import Format

__all__ = ["EPILOG", "export"]

EPILOG = """\b
Examples:
  eipe export records.jsonl -o corpus.conllu --to conllu
  eipe export article.txt -o article.xml --to tei
  eipe export records.jsonl -o inception/ --to xmi     one .xmi an article, and
                                                       TypeSystem.xml with the layers
  eipe export records.jsonl -o tasks.json --to labelstudio

A record that eipe extract wrote, and perhaps a person corrected, is written as it
is; any other text is extracted first. Many articles are best extracted by eipe
extract, which shares the work among processes and goes on where it was stopped.
conllu and iob need tokens and sentences, which the model (--model) finds."""


#: A record with these fields is what ``eipe extract`` wrote.
_RECORD = {"text", "people", "quotes"}


class To(str, Enum):
    """The formats."""

    conllu = "conllu"
    iob = "iob"
    xmi = "xmi"
    labelstudio = "labelstudio"
    doccano = "doccano"
    tei = "tei"
    displacy = "displacy"


def export(
    files: Files,
    to: Annotated[To, typer.Option("--to", help="The format.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="The file, or for xmi and tei a folder for one file an article. Without it, standard output.",
        ),
    ] = None,
    indirect: Indirect = False,
    model: Model = None,
    jsonl: Jsonl = False,
    text_field: TextField = "text",
    id_field: IdField = "id",
    encoding: Encoding = "utf8",
) -> None:
    """Write records for corpus and annotation tools."""
    from eipe.formats.registry import FORMATS, file_names, pieces

    format = FORMATS[to.value]
    folder = output if format.single and output is not None and output.suffix != format.suffix else None
    reading = Reading(jsonl=jsonl, text_field=text_field, id_field=id_field, encoding=encoding, output=output)
    reading.check(files)
    _check(output, folder)
    beside = _beside(format)
    with stoppable():
        source = _Source(reading, files, lambda: load(model, indirect=indirect))
        documents = source.documents(tokens=format.tokens)
        if folder is not None:
            folder.mkdir(exist_ok=True)
            for name, document in file_names(documents, format):
                _write(folder / name, [format.write(document)])
        elif output is not None:
            _write(output, pieces(_only(documents) if format.single else documents, format))
        else:
            sys.stdout.writelines(pieces(_only(documents) if format.single else documents, format))
        if output is not None:
            for name, text in beside.items():
                _write((folder or output.parent) / name, [text])
    if source.failures:
        raise typer.Exit(1)


def _check(output: Path | None, folder: Path | None) -> None:
    """Usage errors are told before any work is done."""
    if output is None:
        return
    if not output.parent.is_dir():
        raise typer.BadParameter(f"{output}: there is no folder {output.parent}", param_hint="--output")
    if folder is None and output.is_dir():
        raise typer.BadParameter(f"{output} is a folder", param_hint="--output")
    if folder is not None and folder.exists() and not folder.is_dir():
        raise typer.BadParameter(f"{folder} is a file, and this format needs a folder", param_hint="--output")


def _beside(format: Format) -> dict[str, str]:
    """The files that go with those of the format; whether its library is there is known then, too."""
    try:
        return {name: write() for name, write in format.beside}
    except ModuleNotFoundError as error:
        raise typer.BadParameter(str(error), param_hint="--to") from error


def _write(path: Path, pieces: Iterable[str]) -> None:
    from eipe.cli.outputs import whole

    with whole(path) as temporary, temporary.open("w", encoding="utf8", newline="\n") as stream:
        stream.writelines(pieces)


def _only(documents: Iterator[Document]) -> Iterator[Document]:
    """The one document of a file that holds one."""
    for number, document in enumerate(documents):
        if number:
            raise typer.BadParameter("a file of this format holds one article: give a folder", param_hint="--output")
        yield document


class _Source:
    """The articles of files, read or extracted.

    Attributes:
        failures: How many could not be read so far.
    """

    def __init__(self, reading: Reading, files: list[str], make: Callable[[], Extractor]) -> None:
        self.reading = reading
        self.files = files
        self.make = make
        self.failures = 0

    @cached_property
    def extractor(self) -> Extractor:
        """Loaded for the first text: records need no model, unless their tokens are wanted."""
        return self.make()

    def documents(self, *, tokens: bool) -> Iterator[Document]:
        """The documents to be written; each must be before the next is asked for."""
        from eipe.exporting import document

        for article in self.reading.articles(self.files):
            known = article.record is not None and article.record.keys() >= _RECORD
            nlp = self.extractor.nlp if tokens or not known else None
            with nlp.memory_zone() if nlp else nullcontext():
                try:
                    extraction = self._extraction(article, known)
                except ValueError as error:
                    self.failures += 1
                    print(f"eipe: {article.place}: {error}", file=sys.stderr)
                    continue
                yield document(extraction, article.id, nlp=nlp)

    def _extraction(self, article: Article, known: bool) -> Extraction:
        if article.text is None:
            raise ValueError(article.error)
        if known and article.record is not None:
            return Extraction.from_dict(article.record)
        if what := problem(article.text):
            print(f"eipe: {article.place}: {what}", file=sys.stderr)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", EipeWarning)  # told above, with the article's place
            return self.extractor.extract(article.text)
