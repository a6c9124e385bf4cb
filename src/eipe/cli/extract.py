"""``eipe extract``: articles in, records or rows of quotations out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from eipe.cli.inputs import Reading
from eipe.cli.options import (
    Cues,
    Encoding,
    Files,
    Furniture,
    IdField,
    Indirect,
    Jsonl,
    Keep,
    MinConfidence,
    Model,
    NProcess,
    TextField,
    WordsFile,
    Zones,
    kept_fields,
    wanted_zones,
)
from eipe.cli.running import Run, load, stoppable

__all__ = ["EPILOG", "extract"]

EPILOG = """\b
Examples:
  eipe extract article.txt                       one JSON record to the terminal
  eipe extract articles/ -o quotes.csv           a folder of .txt; one row a quotation
  eipe extract crawl.jsonl --text-field body -o quotes.parquet -n 4
  eipe extract crawl.jsonl.gz -o records.jsonl.gz --resume
  eipe extract crawl.jsonl --keep date,site -o quotes.csv
  eipe extract crawl.jsonl -o quotes.csv --min-confidence 0.9 --words my.tsv
  cat article.txt | eipe extract -
  xzcat crawl.jsonl.xz | eipe extract - --jsonl -o records.jsonl

An article that cannot be read is reported with its file and line on standard
error, the others are done, and the exit status is 1. In .csv a cell that a
spreadsheet would take for a formula gets a ' in front."""


def extract(
    files: Files,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Where to write: .jsonl or .jsonl.gz (one record an article), .csv or .parquet (one row a quotation). "
            "It appears when it is whole. Without it JSON lines go to standard output.",
        ),
    ] = None,
    resume: Annotated[
        bool,
        typer.Option("--resume", help="With -o FILE.jsonl or .jsonl.gz: do only what an earlier run has not done."),
    ] = False,
    indirect: Indirect = False,
    furniture: Furniture = False,
    min_confidence: MinConfidence = 0.0,
    zones: Zones = None,
    cues: Cues = None,
    words: WordsFile = None,
    model: Model = None,
    n_process: NProcess = 1,
    batch_size: Annotated[int, typer.Option(min=1, metavar="N", help="Articles that a process takes at once.")] = 16,
    jsonl: Jsonl = False,
    text_field: TextField = "text",
    id_field: IdField = "id",
    keep: Keep = None,
    encoding: Encoding = "utf8",
) -> None:
    """Write people, places and quotations to a file."""
    from eipe.cli.outputs import open_output

    fields, standing = kept_fields(keep), wanted_zones(zones)
    reading = Reading(
        jsonl=jsonl, text_field=text_field, id_field=id_field, keep=fields, encoding=encoding, output=output
    )
    reading.check(files)
    done, missing = 0, set(fields)
    with stoppable(), open_output(output, resume=resume, keep=fields) as out:
        extractor = load(model, indirect=indirect, furniture=furniture, cues=cues, words=words)
        run = Run(extractor, reading, files, min_confidence=min_confidence, zones=standing)
        progress = output is not None
        for result, article in run.results(n_process=n_process, batch_size=batch_size, output=out, progress=progress):
            out.write(article.id, result, {name: article.kept.get(name) for name in fields})
            missing.difference_update(article.kept)
            done += 1
    for name in sorted(missing) if done else ():
        print(f"eipe: no article has a field {name!r}; see --keep", file=sys.stderr)
    run.finish()
