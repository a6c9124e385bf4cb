"""Counts of many records, the ratios that are read off them, and how far these can be believed.

Intervals are of 95 %, by a bootstrap over records (Efron 1979): quotations of one article stand or fall together, so
records are drawn, not quotations.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Figure", "Ratio", "f1", "figures", "rate"]

SEED, SAMPLES = 1, 1000
#: Of fewer records no interval is given: drawing from a handful again and again makes them look alike.
ENOUGH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measured share.

    Attributes:
        value: From 0 to 1; None where there was nothing to measure.
        low: The lower end of its 95 % interval; None of fewer than ten records.
        high: The upper end.
        of: Of how many things it is a share; twice as many for an F1.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    of: int = 0

    def __str__(self) -> str:
        return "-" if self.value is None else f"{self.value:.3f}"


@dataclass(frozen=True, slots=True)
class Ratio:
    """``times`` the count ``part``, over the counts ``whole`` together."""

    part: str
    whole: tuple[str, ...]
    times: int = 1


def rate(part: str, whole: str) -> Ratio:
    """The share of ``whole`` that is ``part``."""
    return Ratio(part, (whole,))


def f1(right: str, given: str, gold: str) -> Ratio:
    """The harmonic mean of precision and recall: right / given, and right / gold."""
    return Ratio(right, (given, gold), 2)


def figures(
    counts: Sequence[Counter[str]], ratios: Mapping[str, Ratio], *, samples: int = SAMPLES
) -> dict[str, Figure]:
    """Each ratio over all records, with its interval.

    Args:
        counts: What was counted, one Counter a record.
        ratios: The figures by their names.
        samples: How many times as many records are drawn; 0 for no intervals.
    """
    import numpy as np

    keys = sorted({key for ratio in ratios.values() for key in (ratio.part, *ratio.whole)})
    table = np.array([[count[key] for key in keys] for count in counts], dtype=np.int64).reshape(-1, len(keys))
    drawn = np.array([table[rows].sum(axis=0) for rows in _drawn(len(counts), samples)]).reshape(-1, len(keys))
    total = table.sum(axis=0)
    out = {}
    for name, ratio in ratios.items():
        part, whole = keys.index(ratio.part), [keys.index(key) for key in ratio.whole]
        of, below = int(total[whole].sum()), drawn[:, whole].sum(axis=1)
        values = np.sort(ratio.times * drawn[below > 0, part] / below[below > 0])
        out[name] = Figure(
            value=ratio.times * int(total[part]) / of if of else None,
            low=float(values[int(0.025 * len(values))]) if len(values) else None,
            high=float(values[int(0.975 * len(values))]) if len(values) else None,
            of=of,
        )
    return out


def _drawn(records: int, samples: int) -> Iterable[list[int]]:
    """The numbers of as many records, drawn again and again; the same ones at every run."""
    rng = random.Random(SEED)
    return (rng.choices(range(records), k=records) for _ in range(samples if records >= ENOUGH else 0))
