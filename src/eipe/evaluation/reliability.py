"""How far ``confidence`` holds: the table of a reliability diagram, and the expected calibration error."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Bin", "Calibration", "Threshold", "calibrate"]

BINS = 10
SURE = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Quotations that are about equally sure.

    Attributes:
        low: The least confidence of the bin.
        high: The highest.
        count: How many quotations fell into it.
        confidence: How sure they are, on average.
        right: How often they are quotations with the right speaker.
    """

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """What a ``min_confidence`` gives and costs."""

    min_confidence: float
    precision: float | None
    recall: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How far the confidence of quotations can be believed.

    Attributes:
        error: The expected calibration error (Naeini et al. 2015): how far confidence and share of right answers lie
            apart, on average over quotations, in bins of a tenth.
        bins: The bins that hold anything.
        thresholds: Precision and recall above some values of ``min_confidence``.
    """

    error: float
    bins: tuple[Bin, ...]
    thresholds: tuple[Threshold, ...]


def calibrate(sure: Sequence[tuple[float, bool]], gold: int) -> Calibration | None:
    """The calibration of answers.

    Args:
        sure: The confidence of each quotation given, and whether it and its speaker are right.
        gold: How many quotations there are to be found.
    """
    if not sure:
        return None
    table: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in sure:
        table[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    bins = tuple(
        Bin(
            low=number / BINS,
            high=(number + 1) / BINS,
            count=len(rows),
            confidence=sum(c for c, _ in rows) / len(rows),
            right=sum(r for _, r in rows) / len(rows),
        )
        for number, rows in sorted(table.items())
    )
    error = sum(b.count * abs(b.confidence - b.right) for b in bins) / len(sure)
    return Calibration(error=error, bins=bins, thresholds=tuple(_threshold(sure, gold, least) for least in SURE))


def _threshold(sure: Sequence[tuple[float, bool]], gold: int, least: float) -> Threshold:
    kept = [right for confidence, right in sure if confidence >= least]
    return Threshold(
        min_confidence=least,
        precision=sum(kept) / len(kept) if kept else None,
        recall=sum(kept) / gold if gold else None,
    )
