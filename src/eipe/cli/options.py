"""The options that commands share."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from eipe.arguments import check_confidence, check_count, check_zones
from eipe.spans import ZONES, ZoneName

__all__ = [
    "Color",
    "Cues",
    "Encoding",
    "Files",
    "Furniture",
    "FurniturePlaces",
    "IdField",
    "Indirect",
    "Jsonl",
    "Keep",
    "Language",
    "MinConfidence",
    "Model",
    "NProcess",
    "TextField",
    "WordsFile",
    "Zones",
    "kept_fields",
    "wanted_zones",
]


class Color(str, Enum):
    """When colors are used."""

    auto = "auto"
    always = "always"
    never = "never"


class Language(str, Enum):
    """The languages that pages can be in."""

    en = "en"
    el = "el"


Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help=".txt (one article), .jsonl or .jsonl.gz (one a line), a folder of these, or - (standard input)",
        show_default=False,
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        "-m",
        metavar="NAME",
        help="A Greek spaCy pipeline's name or path instead of the embedded one.",
    ),
]
Indirect = Annotated[bool, typer.Option("--indirect", help="Reported speech without marks too (είπε ότι ...).")]
Furniture = Annotated[
    bool, typer.Option("--furniture", help="People too who stand only in bylines, credits and teasers.")
]
FurniturePlaces = Annotated[
    bool, typer.Option("--furniture", help="Places too that stand only in menus, tags, adverts and teasers.")
]
Cues = Annotated[
    list[str] | None,
    typer.Option(metavar="VERBS", help="Further verbs that say that somebody speaks: --cues τουιτάρω,ποστάρω."),
]
WordsFile = Annotated[
    Path | None,
    typer.Option("--words", metavar="FILE", help="Verbs, names and titles of your own; the docs (extending) say how."),
]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="Standard input holds one JSON record a line.")]
TextField = Annotated[str, typer.Option(metavar="NAME", help="The field of a JSON record that holds the article.")]
IdField = Annotated[str, typer.Option(metavar="NAME", help="The field of a JSON record that holds its id.")]
Keep = Annotated[
    list[str] | None,
    typer.Option(metavar="NAMES", help="Fields of the JSON records that go into the output too: --keep date,site."),
]
Encoding = Annotated[
    str, typer.Option(metavar="NAME", help="The encoding of the files; old Greek ones are windows-1253.")
]


def kept_fields(keep: list[str] | None) -> tuple[str, ...]:
    """The names that ``--keep`` lists, each once."""
    names = [name.strip() for given in keep or () for name in given.split(",")]
    if "" in names:
        raise typer.BadParameter("a name is empty; write --keep date,site", param_hint="--keep")
    return tuple(dict.fromkeys(names))


def wanted_zones(zones: list[str] | None) -> tuple[ZoneName, ...]:
    """The zones that ``--zones`` lists; all of them where it is not given."""
    try:
        return check_zones([name.strip() for given in zones or [",".join(ZONES)] for name in given.split(",")])
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--zones") from None


def _counted(number: int) -> int:
    try:
        return check_count("N", number, every_core=True)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _bar(number: float) -> float:
    try:
        return check_confidence(number)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence", metavar="P", callback=_bar, help="Leave out quotations less sure than this (0 to 1)."
    ),
]
Zones = Annotated[
    list[str] | None,
    typer.Option(metavar="ZONES", help="Only quotations that stand in these zones of a page: --zones text,headline."),
]
NProcess = Annotated[
    int,
    typer.Option(
        "--n-process", "-n", metavar="N", callback=_counted, help="Processes that share the work; -1: one a core."
    ),
]
