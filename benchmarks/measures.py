"""What is measured for the documents: each command, the files that it reads, and which figures of its JSON are kept.

What a command prints for people is never parsed: each prints JSON as well (`--json`), and a function here names what
of it is worth keeping.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

#: A figure's name behind that of its measure, the figure, and its interval.
Found: TypeAlias = "Iterator[tuple[str, float | int | str, tuple[float, float] | None]]"
DIGITS = 4
#: Below this, quotations are too few for a row of each tenth.
UNSURE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A command and its figures.

    Attributes:
        command: As one types it; files that stay with their owners by a plain name.
        data: On which texts.
        figures: What is kept of the JSON that it prints.
        files: The plain names in the command that stand for a path of whoever runs it.
        written: A file that holds the JSON already, since whoever trains the model writes it.
        note: What a reader should know.
    """

    command: str
    data: str
    figures: Callable[[Any], Found]
    files: tuple[str, ...] = ()
    written: str | None = None
    note: str = ""


def _of(name: str, figure: Mapping[str, Any]) -> Found:
    """A figure as `eipe.evaluation.tally.Figure` is written, if there was anything to measure."""
    if figure["value"] is not None:
        low, high = figure["low"], figure["high"]
        interval = None if low is None else (round(low, DIGITS), round(high, DIGITS))
        yield name, round(figure["value"], DIGITS), interval


def quotations(told: Mapping[str, Any]) -> Found:
    """Of `eipe.score`: quotations, all and by group, people and places, and how far confidence holds."""
    for key in ("records", "gold", "given"):
        yield key, told[key], None
    for key, figure in told["quotations"].items():
        yield from _of(key, figure)
    for group in told["groups"]:
        yield f"{group['name']}.gold", group["gold"], None
        for key in ("found", "joint"):
            yield from _of(f"{group['name']}.{key}", group["quotations"][key])
    for kind, figures in told["entities"].items():
        for key, figure in figures.items():
            yield from _of(f"{kind}.{key}", figure)
    if told["calibration"]:
        yield from _calibration(told["calibration"])


def _calibration(told: Mapping[str, Any]) -> Found:
    """The reliability table: the bins below `UNSURE` as one, `sure.0.9.right` for those from 0.9 to 1."""
    yield "sure.error", round(told["error"], DIGITS), None
    rows: dict[float, list[Mapping[str, Any]]] = {}
    for part in told["bins"]:
        rows.setdefault(part["low"] if part["low"] >= UNSURE else 0.0, []).append(part)
    for low, parts in rows.items():
        count = sum(part["count"] for part in parts)
        yield f"sure.{low:.1f}.count", count, None
        for key in ("confidence", "right"):
            yield f"sure.{low:.1f}.{key}", round(sum(p["count"] * p[key] for p in parts) / count, DIGITS), None
    for bar in told["thresholds"]:
        for key in ("precision", "recall"):
            if bar[key] is not None:
                yield f"least.{bar['min_confidence']:.2f}.{key}", round(bar[key], DIGITS), None


def zones(told: Mapping[str, Any]) -> Found:
    """Of `benchmarks.zones`: lines, precision, recall and F1 of each zone."""
    for zone, row in told.items():
        yield f"{zone}.gold", row["gold"], None
        for key in ("precision", "recall", "f1"):
            yield from _of(f"{zone}.{key}", row[key])


def scores(told: Mapping[str, Any]) -> Found:
    """Of `benchmarks.score`: each table, its labels beside its other figures."""
    for table, row in told["scores"].items():
        prefix = table.replace(", ", ".").replace(" ", "-")
        for key, figure in (row | row.get("labels", {})).items():
            if key != "labels":
                yield f"{prefix}.{key}", figure, None


def meta(told: Mapping[str, Any]) -> Found:
    """Of the model's `meta.json`: what `training.package` has measured, named as `scores` does."""
    yield "version", told["version"], None
    tables = {
        name.replace("elNER dev", "names").replace("GDT dev", "trees"): row for name, row in told["performance"].items()
    }
    yield from scores({"scores": tables})


def plain(told: Mapping[str, Any]) -> Found:
    """An object of numbers."""
    for key, figure in told.items():
        yield key, round(figure, DIGITS) if isinstance(figure, float) else figure, None


def rows(told: list[Mapping[str, str]]) -> Found:
    """Of `benchmarks.speed_table`: each row by what it says, as it says it."""
    for row in told:
        name = re.sub(r"[^\w]+", "-", row["what"]).strip("-").lower()
        yield name, row["value"], None


OURS = "benchmarks/gold/pages.jsonl benchmarks/gold/runs.jsonl"
COUNTED = "python -m benchmarks.quotations"
READ = "Texts that were read while rules were written."


def _scored(texts: str, data: str, note: str, *files: str) -> Measure:
    """Of `benchmarks.quotations` on some texts."""
    return Measure(command=f"{COUNTED} {texts}", data=data, figures=quotations, files=files, note=note)


MEASURES: Mapping[str, Measure] = {
    "quotations.kept": _scored(
        f"corpus.jsonl {OURS} --part kept",
        "the kept parts of the corpus and of our own pages and runs",
        "No rule, weight or threshold was chosen on them; thrice a network was not shipped because of them.",
        "corpus.jsonl",
    ),
    "quotations.dropped": _scored(
        "benchmarks/gold/dropped.jsonl --part kept",
        "the kept part of our own texts that were written for sources that stand nowhere beside the quotation",
        "As those above.",
    ),
    "quotations.open": _scored(
        "open.jsonl --part kept",
        "the kept part of what benchmarks.corpus rebuilds (-o open.jsonl)",
        "The corpus without 130 articles whose texts are not to be had.",
        "open.jsonl",
    ),
    "quotations.dev": _scored(
        "dev.jsonl",
        "news read while rules were written",
        READ,
        "dev.jsonl",
    ),
    "quotations.plain": _scored(
        "benchmarks/gold/plain.jsonl",
        "10 ordinary articles of our own",
        READ,
    ),
    "quotations.hard": _scored(
        "benchmarks/gold/hard.jsonl",
        "12 articles of our own that were made to be hard",
        READ,
    ),
    "zones.kept": Measure(
        command="python -m benchmarks.zones benchmarks/gold/pages.jsonl --part kept --merge list=teaser",
        data="the kept part of our own pages",
        figures=zones,
        note="Lines; lists of other stories and teasers are counted as one.",
    ),
    "indirect": Measure(
        command="python -m benchmarks.indirect",
        data="tests/cases/indirect.tsv",
        figures=plain,
        note="Every case was read since: a regression test.",
    ),
    "model": Measure(
        command="python -m benchmarks.score --names dev_elNER18.iob2 --trees el_gdt-ud-dev.conllu",
        data="the dev parts of elNER-18 and UD Greek-GDT 2.17",
        figures=meta,
        written="src/eipe/el_eipe_news/meta.json",
        note="The number of passes was chosen on these parts.",
    ),
    "spellings": Measure(
        command="python -m benchmarks.score --names dev_elNER18.iob2 --trees el_gdt-ud-dev.conllu --robust",
        data="the dev parts of elNER-18 and UD Greek-GDT 2.17, spelled anew",
        figures=scores,
        files=("dev_elNER18.iob2", "el_gdt-ud-dev.conllu"),
        note="The number of passes was chosen on these parts.",
    ),
    "counts": Measure(
        command="python -m benchmarks.counts",
        data="the files of the repository",
        figures=plain,
    ),
    "speed": Measure(
        command="python -m benchmarks.speed_table --part rules --part growth --part start --part memory",
        data="the seed article",
        figures=rows,
        note="As one machine gave it, with whatever else ran on it.",
    ),
}
