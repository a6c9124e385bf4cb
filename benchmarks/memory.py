"""How much memory articles take, in processes of their own."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import child, row

PEAK = """
import contextlib, itertools, json, resource, sys, os
sys.path.insert(0, {here!r})
import eipe
from benchmarks.texts import articles, cut
from pathlib import Path
texts = articles([Path(name) for name in {files!r}])
extractor = eipe.load()
def rss(): return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
start, marks, seen, number = rss(), [], 0, 0
wanted = itertools.islice(cut(texts, {size}), {count})
for first in wanted:
    some = itertools.chain([first], itertools.islice(wanted, 499))
    with extractor.nlp.memory_zone() if {zone} else contextlib.nullcontext():
        for result in extractor.pipe(some):
            seen += len(result.quotes)
            number += 1
            if number in {at}:
                marks.append(rss())
print(json.dumps([start, marks, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10, seen]))
"""


def peak(
    files: Sequence[Path], *, size: int, count: int, at: Sequence[int], zone: bool = False
) -> tuple[int, list[int], int]:
    """MB with the model loaded, after each number of articles in ``at``, and at the most."""
    code = PEAK.format(
        here=str(Path(__file__).parents[1]),
        files=[str(path) for path in files],
        size=size,
        count=count,
        at=tuple(at),
        zone=zone,
    )
    begin, marks, top, _ = json.loads(child(code)[1])
    return begin, marks, top


def memory(files: Sequence[Path]) -> None:
    begin, _, top = peak(files, size=3000, count=1000, at=())
    row("peak memory, 1,000 articles", f"{top} MB", "<= 700 MB", f"3,000 characters each; {begin} MB with the model")


def leak(files: Sequence[Path], size: int = 3000) -> None:
    """Whether the tenth thousand of articles takes memory that the first did not."""
    for zone in (False, True):
        _, marks, _ = peak(files, size=size, count=10_000, at=(1000, 2000, 5000, 10_000), zone=zone)
        first, *_, tenth = marks
        row(
            f"memory after 10,000 articles / after 1,000{', in zones of 500' if zone else ''}",
            f"{tenth / first:.2f}",
            "",
            f"{', '.join(map(str, marks))} MB after 1, 2, 5, 10 thousand, {size:,} characters each",
        )


def long(files: Sequence[Path]) -> None:
    for size in (100_000, 1_000_000):
        begin = time.perf_counter()
        _, _, top = peak(files, size=size, count=1, at=())
        row(f"one article of {size:,} characters", f"{top} MB", "", f"{time.perf_counter() - begin:.0f} s")
