"""Scores and what they look like: a table, and errors with the words around them, for terminals and files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from eipe.display.terminal import columns, fit, safe
from eipe.evaluation.errors import Error
from eipe.evaluation.reliability import Calibration
from eipe.evaluation.tally import Figure

__all__ = ["Group", "Scores", "error_text", "table"]

_GROUPED = ("found", "kind", "cue", "speaker", "name", "joint")
_HEADINGS = {"people": "People", "places": "Places", "organizations": "Organizations"}
_GREEN, _RED, _SOFT, _BOLD = "32", "31", "2", "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some of the quotations, scored by themselves.

    Attributes:
        name: The rule, the kind, or the value of the field that they share.
        gold: How many of them are to be found.
        given: How many were given.
        quotations: The figures, as in ``Scores``.
    """

    name: str
    gold: int
    given: int
    quotations: Mapping[str, Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """How good predictions are. ``str()`` is the table that ``eipe score`` prints.

    Attributes:
        records: How many records were compared.
        gold: How many quotations of a source they hold.
        given: How many were given.
        quotations: ``"found"`` and ``"joint"`` (F1, each also with ``_precision`` and ``_recall``), ``"kind"``,
            ``"cue"``, ``"speaker"``, ``"name"`` (the share of those found, of ``"name"`` of those found whose speaker
            has a name). Joint is: found, and the speaker right.
        entities: For ``"people"``, ``"places"`` and ``"organizations"``, as far as the gold has them: ``"entities"``
            (F1 of the names, text by text, also with ``_precision`` and ``_recall``), ``"mentions"`` (F1 of names
            with span and entity right), ``"nominals_precision"``, ``"nominals_recall"``, ``"gender"``.
        calibration: How far ``confidence`` holds; None if the predictions have none.
        by: What ``groups`` are made by.
        groups: The quotations group by group, the largest first.
        errors: All that is wrong, record by record.
        absent: The ids of gold records that the predictions lack; what they hold counts as missed.
    """

    records: int
    gold: int
    given: int
    quotations: Mapping[str, Figure]
    entities: Mapping[str, Mapping[str, Figure]]
    calibration: Calibration | None
    by: str | None
    groups: tuple[Group, ...]
    errors: tuple[Error, ...]
    absent: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain JSON values."""
        plain: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return plain

    def __str__(self) -> str:
        return table(self)


def table(scores: Scores) -> str:
    """All figures in lines of at most 80 columns, but for long names of groups."""
    lines = [f"{scores.records:,} records, {scores.gold:,} quotations of a source, {scores.given:,} given"]
    if scores.absent:
        some = ", ".join(scores.absent[:5]) + (" ..." if len(scores.absent) > 5 else "")
        lines.append(f"{len(scores.absent):,} records are not among the predictions and count as missed: {some}")
    figures = scores.quotations
    if scores.gold or scores.given:
        lines += ["", *_quotations(figures)]
    for kind, found in scores.entities.items():
        lines += ["", _HEADINGS[kind], _line("entities", found["entities"], _both(found, "entities"))]
        lines.append(_line("mentions", found["mentions"], "span and entity right"))
        if found["nominals_recall"].of:
            lines.append(_line("nominals, prec.", found["nominals_precision"], "titles beside the name not counted"))
            lines.append(_line("nominals, recall", found["nominals_recall"], f"of {found['nominals_recall'].of:,}"))
        if found["gender"].of:
            lines.append(_line("gender", found["gender"], f"of {found['gender'].of:,}"))
    if scores.calibration:
        lines += ["", *_calibration(scores.calibration)]
    if scores.groups:
        lines += ["", *_groups(scores)]
    return "\n".join(lines)


def _quotations(figures: Mapping[str, Figure]) -> Iterator[str]:
    yield f"{'Quotations':<25}  95 %"
    yield _line("found", figures["found"], _both(figures, "found"))
    for key, name in (("kind", "speech, fragment"), ("cue", "cue"), ("speaker", "speaker")):
        yield _line(name, figures[key], f"of {figures[key].of:,} found")
    yield _line("name", figures["name"], f"of {figures['name'].of:,} whose speaker has a name")
    yield _line("joint", figures["joint"], _both(figures, "joint"))


def _line(name: str, figure: Figure, note: str) -> str:
    interval = "" if figure.low is None else f"{figure.low:.3f} to {figure.high:.3f}"
    return f"  {name:<16} {figure!s:>5}  {interval:<16}  {note}".rstrip()


def _both(figures: Mapping[str, Figure], name: str) -> str:
    return f"precision {figures[f'{name}_precision']}, recall {figures[f'{name}_recall']}"


def _calibration(calibration: Calibration) -> Iterator[str]:
    yield f"Confidence (calibration error {calibration.error:.3f})"
    yield f"  {'':<11}{'quotations':>10}{'how sure':>10}{'right':>8}"
    for part in calibration.bins:
        span = f"{part.low:.1f} to {part.high:.1f}"
        yield f"  {span:<11}{part.count:>10,}{part.confidence:>10.2f}{part.right:>8.2f}"
    yield f"  {'min_confidence':<21}{'precision':>10}{'recall':>8}"
    for bar in calibration.thresholds:
        shares = ("-" if share is None else f"{share:.3f}" for share in (bar.precision, bar.recall))
        yield f"  {bar.min_confidence:<21.2f}{next(shares):>10}{next(shares):>8}"


def _groups(scores: Scores) -> Iterator[str]:
    """One row a group. What was found by a rule says nothing of what it missed: precision there, and no F1."""
    last = "joint_precision" if scores.by == "rule" else "joint"
    everything = Group(name="all", gold=scores.gold, given=scores.given, quotations=scores.quotations)
    rows = [everything, *scores.groups]
    width = min(max(10, *(columns(safe(group.name)) for group in rows)), 40) + 1
    heads = [*_GROUPED[:-1], "right" if scores.by == "rule" else "joint"]
    yield f"{safe(f'By {scores.by}'):<{width}}{'gold':>6}{'given':>6}" + "".join(f"{h:>8}" for h in heads) + "   95 %"
    for group in rows:
        name = fit(safe(group.name), width - 1)
        figures = [group.quotations[key] for key in (*_GROUPED[:-1], last)]
        low, high = figures[-1].low, figures[-1].high
        interval = "" if low is None else f"   {low:.3f} to {high:.3f}"
        cells = "".join(f"{figure!s:>8}" for figure in figures)
        yield f"{name}{' ' * (width - columns(name))}{group.gold:>6}{group.given:>6}{cells}{interval}"


def error_text(error: Error, *, color: bool = False) -> str:
    """Two lines: where and what is wrong, with the words around; what was wanted and what given."""

    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if color and text else text

    words = paint(_one_line(error.text), _GREEN if error.what.startswith("missed") else _RED)
    where = f"{paint(safe(error.id), _BOLD)}  {paint(error.what, _SOFT)}"
    context = f"{paint(_one_line(error.before), _SOFT)}[{words}]{paint(_one_line(error.after), _SOFT)}"
    told = [f"wanted {paint(safe(error.wanted), _GREEN)}"] if error.wanted else []
    sure = "" if error.confidence is None else f", {error.confidence:.2f}"
    rule = f" ({error.rule}{sure})" if error.rule else ""
    told += [f"given {paint(safe(error.given), _RED)}{rule}"] if error.given else []
    return f"{where}  {context}\n    {'; '.join(told)}"


def _one_line(text: str) -> str:
    return safe(re.sub(r"\s+", " ", text))
