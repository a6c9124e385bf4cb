"""How much memory articles take, in processes of their own."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import child, row

PEAK = """
import itertools, json, resource, sys, os
sys.path.insert(0, {here!r})
import eipe
from benchmarks.texts import articles, cut
from pathlib import Path
texts = articles([Path(name) for name in {files!r}])
extractor = eipe.load()
def rss(): return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
start, marks, seen = rss(), [], 0
for number, result in enumerate(extractor.pipe(itertools.islice(cut(texts, {size}), {count})), 1):
    seen += len(result.quotes)
    if number in {at}:
        marks.append(rss())
print(json.dumps([start, marks, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10, seen]))
"""


def peak(files: Sequence[Path], *, size: int, count: int, at: Sequence[int]) -> tuple[int, list[int], int]:
    code = PEAK.format(
        here=str(Path(__file__).parents[1]), files=[str(path) for path in files], size=size, count=count, at=tuple(at)
    )
    begin, marks, top, _ = json.loads(child(code)[1])
    return begin, marks, top


def memory(files: Sequence[Path]) -> None:
    begin, _, top = peak(files, size=3000, count=1000, at=())
    row("peak memory, 1,000 articles", f"{top} MB", "<= 700 MB", f"3,000 characters each; {begin} MB with the model")


def leak(files: Sequence[Path], size: int = 3000) -> None:
    _, (first, tenth), _ = peak(files, size=size, count=10_000, at=(1000, 10_000))
    row(
        "memory after 10,000 articles / after 1,000",
        f"{tenth / first:.2f}",
        "",
        f"{first} and {tenth} MB, {size:,} characters each",
    )


def long(files: Sequence[Path]) -> None:
    for size in (100_000, 1_000_000):
        begin = time.perf_counter()
        _, _, top = peak(files, size=size, count=1, at=())
        row(f"one article of {size:,} characters", f"{top} MB", "", f"{time.perf_counter() - begin:.0f} s")
