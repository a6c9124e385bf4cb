"""``eipe show``, ``eipe html`` and ``eipe audit``: extractions to look at."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from eipe.cli.files import PACKED
from eipe.cli.inputs import Reading
from eipe.cli.options import (
    Color,
    Cues,
    Encoding,
    Files,
    Furniture,
    IdField,
    Indirect,
    Jsonl,
    Language,
    MinConfidence,
    Model,
    NProcess,
    TextField,
    WordsFile,
    Zones,
    wanted_zones,
)
from eipe.cli.running import Run, load, stoppable

__all__ = ["AUDIT_EPILOG", "HTML_EPILOG", "SHOW_EPILOG", "audit", "html", "show"]

SHOW_EPILOG = """\b
Examples:
  eipe show article.txt
  eipe show article.txt --indirect --language el
  cat article.txt | eipe show -
  eipe show article.txt --color always | less -R"""
HTML_EPILOG = """\b
Examples:
  eipe html article.txt -o page.html
  eipe html monday/*.txt -o monday.html --language el"""
AUDIT_EPILOG = """\b
Examples:
  eipe audit articles/
  eipe audit articles/ --zones text              not what headlines and teasers quote
  eipe audit crawl.jsonl --text-field body -n 4 -o speakers.csv"""

_WIDEST = 100


def show(
    files: Files,
    color: Annotated[
        Color,
        typer.Option(help="Colors; auto: on a terminal, unless NO_COLOR is set."),
    ] = Color.auto,
    language: Annotated[Language, typer.Option(help="The language of the headings.")] = Language.en,
    indirect: Indirect = False,
    furniture: Furniture = False,
    min_confidence: MinConfidence = 0.0,
    cues: Cues = None,
    words: WordsFile = None,
    model: Model = None,
    jsonl: Jsonl = False,
    text_field: TextField = "text",
    id_field: IdField = "id",
    encoding: Encoding = "utf8",
) -> None:
    """Print articles in color, with who said what."""
    from eipe.display import terminal

    reading = Reading(jsonl=jsonl, text_field=text_field, id_field=id_field, encoding=encoding)
    reading.check(files)
    on_terminal = sys.stdout.isatty()
    painted = color is Color.always or (color is Color.auto and on_terminal and not os.environ.get("NO_COLOR"))
    width = min(shutil.get_terminal_size().columns, _WIDEST) if on_terminal else 80
    with stoppable():
        extractor = load(model, indirect=indirect, furniture=furniture, cues=cues, words=words)
        run = Run(extractor, reading, files, min_confidence=min_confidence)
        several = len(files) > 1 or jsonl or files[0].endswith((".jsonl", PACKED)) or Path(files[0]).is_dir()
        for result, article in run.results(batch_size=1):
            if several:
                heading = f" {terminal.safe(str(article.id))} "
                sys.stdout.write(terminal.fit(f"---{heading:-<{width - 3}}", width) + "\n\n")
            shown = terminal.show(result, width=width, color=painted, language=language.value)
            sys.stdout.write(shown + "\n" * several)
            sys.stdout.flush()
    run.finish()


def html(
    files: Files,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="The page; standard output if missing."),
    ] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The page's title.")] = "",
    language: Annotated[Language, typer.Option(help="The language of legend and table.")] = Language.en,
    indirect: Indirect = False,
    furniture: Furniture = False,
    min_confidence: MinConfidence = 0.0,
    cues: Cues = None,
    words: WordsFile = None,
    model: Model = None,
    jsonl: Jsonl = False,
    text_field: TextField = "text",
    id_field: IdField = "id",
    encoding: Encoding = "utf8",
) -> None:
    """Write one self-contained page."""
    from eipe.cli.outputs import whole
    from eipe.display.html import page

    reading = Reading(jsonl=jsonl, text_field=text_field, id_field=id_field, encoding=encoding, output=output)
    reading.check(files)
    if output is not None and (not output.parent.is_dir() or output.is_dir()):
        raise typer.BadParameter(f"{output}: no such folder, or a folder itself", param_hint="--output")
    with stoppable():
        extractor = load(model, indirect=indirect, furniture=furniture, cues=cues, words=words)
        run = Run(extractor, reading, files, min_confidence=min_confidence)
        articles = ((str(article.id), result) for result, article in run.results(progress=output is not None))
        heading = title or ", ".join(Path(name).name for name in files[:3])
        pieces = page(articles, title=heading, language=language.value)
        with whole(output) if output else nullcontext() as temporary:
            _write(pieces, temporary)
    run.finish()


def _write(pieces: Iterable[str], path: Path | None) -> None:
    if path is None:
        sys.stdout.writelines(pieces)
        return
    with path.open("w", encoding="utf8", newline="\n") as stream:
        stream.writelines(pieces)


def audit(
    files: Files,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="A .csv with one row a speaker."),
    ] = None,
    indirect: Indirect = False,
    min_confidence: MinConfidence = 0.0,
    zones: Zones = None,
    cues: Cues = None,
    words: WordsFile = None,
    model: Model = None,
    n_process: NProcess = 1,
    jsonl: Jsonl = False,
    text_field: TextField = "text",
    id_field: IdField = "id",
    encoding: Encoding = "utf8",
) -> None:
    """Count who is quoted: share, gender, named or not."""
    import csv

    import eipe
    from eipe.archive.columns import cells
    from eipe.cli.outputs import harmless, whole

    reading = Reading(jsonl=jsonl, text_field=text_field, id_field=id_field, encoding=encoding)
    standing = wanted_zones(zones)
    reading.check(files)
    if output is not None and (output.suffix != ".csv" or not output.parent.is_dir()):
        raise typer.BadParameter(f"{output}: write to a .csv in a folder that exists", param_hint="--output")
    with stoppable():
        extractor = load(model, indirect=indirect, cues=cues, words=words)
        run = Run(extractor, reading, files, min_confidence=min_confidence, zones=standing)
        counted = eipe.audit(result for result, _ in run.results(n_process=n_process, progress=True))
        if not counted.articles:
            run.finish()  # All of them failed, which has been told: an empty table would say nothing.
        if output is None:
            sys.stdout.write(f"{counted}\n")
        else:
            with whole(output) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as stream:
                writer = csv.DictWriter(stream, list(eipe.SpeakerShare.__dataclass_fields__))
                writer.writeheader()
                writer.writerows({key: harmless(value) for key, value in cells(entry).items()} for entry in counted)
    run.finish()
