"""Clocks, ratios and rows of the tables."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable


def cpu(task: Callable[[], object]) -> float:
    start = time.process_time()
    task()
    return time.process_time() - start


def wall(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def ratio(
    one: Callable[[], object], other: Callable[[], object], pairs: int, clock: Callable[..., float] = cpu
) -> tuple[float, float, float]:
    """The median of one/other, and the medians of both."""
    one(), other()
    times = [(clock(one), clock(other)) for _ in range(pairs)]
    return (
        statistics.median(a / b for a, b in times),
        statistics.median(a for a, _ in times),
        statistics.median(b for _, b in times),
    )


#: The rows so far, for `--json`; None where they are printed as they come.
ROWS: list[dict[str, str]] | None = None


def row(what: str, value: str, bar: str = "", note: str = "") -> None:
    if ROWS is not None:
        ROWS.append({"what": what.strip(), "value": value, "note": note})
        return
    print(f"{what:44} {value:>12}  {bar:>8}  {note}", flush=True)


def child(code: str) -> tuple[float, str]:
    start = time.perf_counter()
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return time.perf_counter() - start, result.stdout.strip()
