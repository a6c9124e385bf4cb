"""``eipe people``, ``eipe places``, ``eipe same`` and ``eipe about``: questions to many articles."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eipe.cli.inputs import Reading
from eipe.cli.options import (
    Encoding,
    Files,
    Furniture,
    FurniturePlaces,
    IdField,
    Indirect,
    Jsonl,
    MinConfidence,
    Model,
    NProcess,
    TextField,
    WordsFile,
    Zones,
    wanted_zones,
)
from eipe.cli.running import Run, load, stoppable

if TYPE_CHECKING:
    from eipe import Extraction

__all__ = ["ABOUT_EPILOG", "PEOPLE_EPILOG", "PLACES_EPILOG", "SAME_EPILOG", "about", "people", "places", "same"]

PEOPLE_EPILOG = """\b
Examples:
  eipe people articles/                          who is in how many of them
  eipe people articles/ -o people.csv            one row a person and article
  eipe people articles/ -o people.csv --sums     one row a person"""
PLACES_EPILOG = """\b
Examples:
  eipe places articles/
  eipe places crawl.jsonl -n 4 -o places.csv"""
SAME_EPILOG = """\b
Examples:
  eipe same articles/
  eipe same crawl.jsonl --text-field body -o same.csv"""
ABOUT_EPILOG = """\b
Examples:
  eipe about πυρκαγιά articles/
  eipe about "Ελένη Καραγιάννη" crawl.jsonl -o about.csv"""

Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="A .csv; without it a table goes to standard output."),
]
Sums = Annotated[bool, typer.Option("--sums", help="In the .csv one row over all articles, not one an article.")]


def people(
    files: Files,
    output: Output = None,
    sums: Sums = False,
    furniture: Furniture = False,
    zones: Zones = None,
    words: WordsFile = None,
    model: Model = None,
    n_process: NProcess = 1,
    jsonl: Jsonl = False,
    text_field: TextField = "text",
    id_field: IdField = "id",
    encoding: Encoding = "utf8",
) -> None:
    """List who is in the articles, in how many, quoted how often."""
    import eipe

    reading = _reading(files, output, jsonl=jsonl, text_field=text_field, id_field=id_field, encoding=encoding)
    standing = wanted_zones(zones)
    with stoppable():
        run = Run(load(model, furniture=furniture, words=words), reading, files, zones=standing)
        _write_table(run, eipe.people(_results(run, n_process)), output, sums=sums)
    run.finish()


def places(
    files: Files,
    output: Output = None,
    sums: Sums = False,
    furniture: FurniturePlaces = False,
    words: WordsFile = None,
    model: Model = None,
    n_process: NProcess = 1,
    jsonl: Jsonl = False,
    text_field: TextField = "text",
    id_field: IdField = "id",
    encoding: Encoding = "utf8",
) -> None:
    """List which places are in the articles, in how many."""
    import eipe

    reading = _reading(files, output, jsonl=jsonl, text_field=text_field, id_field=id_field, encoding=encoding)
    with stoppable():
        run = Run(load(model, words=words), reading, files)
        _write_table(run, eipe.places(_results(run, n_process), furniture=furniture), output, sums=sums)
    run.finish()


def same(
    files: Files,
    output: Output = None,
    indirect: Indirect = False,
    min_confidence: MinConfidence = 0.0,
    zones: Zones = None,
    words: WordsFile = None,
    model: Model = None,
    n_process: NProcess = 1,
    jsonl: Jsonl = False,
    text_field: TextField = "text",
    id_field: IdField = "id",
    encoding: Encoding = "utf8",
) -> None:
    """Find quotations that several articles have."""
    import eipe
    from eipe.display.archive_tables import repeats_text

    reading = _reading(files, output, jsonl=jsonl, text_field=text_field, id_field=id_field, encoding=encoding)
    standing = wanted_zones(zones)
    with stoppable():
        extractor = load(model, indirect=indirect, words=words)
        run = Run(extractor, reading, files, min_confidence=min_confidence, zones=standing)
        found = eipe.same_quotes(_results(run, n_process))
        if output is None:
            sys.stdout.write(f"{repeats_text(found)}\n")
        else:
            names = ("group", "articles", "id", "speaker", "quote")
            rows = (
                (number, one.articles, id, quote.speaker.name if quote.speaker else None, quote.text)
                for number, one in enumerate(found)
                for id, quote in one.quotes
            )
            _csv(output, (dict(zip(names, row, strict=True)) for row in rows), names)
    run.finish()


def about(
    what: Annotated[str, typer.Argument(metavar="WORD", help="A word in any form, or a name.", show_default=False)],
    files: Files,
    output: Output = None,
    indirect: Indirect = False,
    min_confidence: MinConfidence = 0.0,
    zones: Zones = None,
    words: WordsFile = None,
    model: Model = None,
    n_process: NProcess = 1,
    jsonl: Jsonl = False,
    text_field: TextField = "text",
    id_field: IdField = "id",
    encoding: Encoding = "utf8",
) -> None:
    """Print what was said about something."""
    import eipe
    from eipe.display.archive_tables import about_text

    reading = _reading(files, output, jsonl=jsonl, text_field=text_field, id_field=id_field, encoding=encoding)
    standing = wanted_zones(zones)
    with stoppable():
        extractor = load(model, indirect=indirect, words=words)
        run = Run(extractor, reading, files, min_confidence=min_confidence, zones=standing)
        try:
            found = eipe.quotes_about(_results(run, n_process), what)
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="WORD") from error
        rows = ((one.id, one.quote.speaker.name if one.quote.speaker else None, one.quote.text) for one in found)
        if output is None:
            for id, speaker, quote in rows:
                sys.stdout.write(about_text(str(id), speaker, quote) + "\n")
        else:
            names = ("id", "speaker", "quote")
            _csv(output, (dict(zip(names, row, strict=True)) for row in rows), names)
    run.finish()


def _reading(files: Sequence[str], output: Path | None, **how: Any) -> Reading:
    reading = Reading(**how, output=output)
    reading.check(files)
    if output is not None and (output.suffix != ".csv" or not output.parent.is_dir()):
        raise typer.BadParameter(f"{output}: write to a .csv in a folder that exists", param_hint="--output")
    return reading


def _results(run: Run, n_process: int) -> Iterator[tuple[Extraction, Any]]:
    return ((result, article.id) for result, article in run.results(n_process=n_process, progress=True))


def _write_table(run: Run, table: Any, output: Path | None, *, sums: bool) -> None:
    from dataclasses import fields

    from eipe.archive.columns import cells

    if not table.articles:
        run.finish()  # All of them failed, which has been told: an empty table would say nothing.
    if output is None:
        sys.stdout.write(f"{table}\n")
        return
    rows = table.sums if sums else table.rows
    _csv(output, map(cells, rows), [field.name for field in fields(table.kinds[sums])])


def _csv(path: Path, rows: Iterable[dict[str, Any]], names: Sequence[str]) -> None:
    from eipe.cli.outputs import harmless, whole
    from eipe.rows import encodable

    with whole(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, names)
        writer.writeheader()
        for row in rows:
            texts = {name: encodable(value) if isinstance(value, str) else value for name, value in row.items()}
            writer.writerow({name: harmless(value) for name, value in texts.items()})
