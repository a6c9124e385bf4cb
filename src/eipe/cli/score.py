"""``eipe score``: how good extractions are, measured on texts that somebody annotated or corrected."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eipe.cli.options import Color, Model, NProcess
from eipe.cli.running import load, stoppable

if TYPE_CHECKING:
    from eipe import Extraction
    from eipe.evaluation.gold import Record

__all__ = ["EPILOG", "score"]

EPILOG = """\b
Examples:
  eipe extract articles/ -o records.jsonl        then correct it: cp records.jsonl gold.jsonl
  eipe score gold.jsonl                          read its texts now, and compare
  eipe score gold.jsonl records.jsonl            compare with what an earlier run gave
  eipe score gold.jsonl --errors --by rule       what is wrong, and which rules are
  eipe score mine.jsonl yours.jsonl              how far two annotators agree

Quotations in GOLD that were missed may be written without offsets, if their
words stand in the text once: {"text": "...", "kind": "speech",
"speaker": {"name": "..."}}. The gold format is told in the docs."""


def score(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="A .jsonl that eipe extract wrote and somebody corrected, or of the gold format."
        ),
    ],
    predicted: Annotated[
        Path | None,
        typer.Argument(metavar="PREDICTED", help="A .jsonl to compare; if missing, the texts of GOLD are read now."),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Quotations by rule, by kind, or by a field of GOLD, such as source."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Print all that is wrong first.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of tables.")] = False,
    color: Annotated[
        Color, typer.Option(help="Colors of the errors; auto: on a terminal, unless NO_COLOR is set.")
    ] = Color.auto,
    model: Model = None,
    n_process: NProcess = 1,
) -> None:
    """Measure how good extractions are on texts that you know."""
    import eipe
    from eipe.evaluation.given import read_records
    from eipe.evaluation.report import error_text
    from eipe.interchange import dump

    if predicted is not None and model is not None:
        raise typer.BadParameter("goes without PREDICTED only, which says what a model gave", param_hint="--model")
    with stoppable():
        try:
            records = read_records(gold, "GOLD")
            answers = _read(records, model, n_process) if predicted is None else read_records(predicted, "PREDICTED")
            scores = eipe.score(records, answers, by=by)
        except ValueError as error:
            print(f"eipe: {error}", file=sys.stderr)
            raise typer.Exit(1) from None
        if as_json:
            found = scores.to_dict()
            sys.stdout.write(dump(found if errors else {k: v for k, v in found.items() if k != "errors"}) + "\n")
            return
        painted = color is Color.always or (
            color is Color.auto and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        )
        for wrong in scores.errors if errors else ():
            sys.stdout.write(error_text(wrong, color=painted) + "\n")
        sys.stdout.write("\n" * (errors and bool(scores.errors)) + f"{scores}\n")


def _read(records: list[Record], model: str | None, n_process: int) -> Iterator[tuple[Extraction, Any]]:
    """What the model gives for the texts, with a progress bar on a terminal."""
    from tqdm import tqdm

    for record in records:
        if record.text is None:
            raise ValueError(f"GOLD has no text in the record {record.id!r}; give the texts, or PREDICTED")
    pairs = ((record.text or "", record.id) for record in records)
    found = load(model).pipe(pairs, n_process=n_process)
    return iter(tqdm(found, total=len(records), disable=not sys.stderr.isatty(), unit=" articles", file=sys.stderr))
