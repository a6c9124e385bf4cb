"""Times pipelines against each other, turn by turn in one run, on one processor core.

    python -m benchmarks.speed MODEL MODEL ... --names FILE.iob2 [--rounds 5]

MODEL is a name or a path, "" the embedded one; the first is the measure of the others. The texts are
articles of twelve paragraphs of three sentences. Words a second of processor time (what else runs on the
machine counts little) and of the clock; load time and peak memory (Linux) are taken in a process of its own
for each pipeline.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ONE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
ALONE = """
import re, sys, time
from pathlib import Path
import spacy
from benchmarks.score import load
begun = time.perf_counter()
nlp = load(sys.argv[1])
loaded = time.perf_counter() - begun
for _ in nlp.pipe(sys.stdin.read().split("\\x00")):
    pass
# ru_maxrss would count the parent's memory too.
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(f"load {loaded:.2f} s, peak memory {peak:.0f} MB")
"""


def articles(path: Path, count: int = 10) -> list[str]:
    """Sentences of a corpus as articles: twelve paragraphs of three sentences each."""
    from training.corpora import read_elner

    sentences = [s.text.strip() for s in read_elner(path)][: 36 * count]
    paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
    return ["\n".join(paragraphs[i : i + 12]) for i in range(0, len(paragraphs), 12)]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__.split("\n")[0])
    parser.add_argument("models", nargs="+", metavar="MODEL")
    parser.add_argument("--names", type=Path, required=True, help="an elNER file (IOB2): the texts")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args(arguments)
    if any(os.environ.get(name) != "1" for name in ONE):
        # The libraries read these when they are loaded: start again with them set.
        command = [sys.executable, "-m", "benchmarks.speed", *(arguments or sys.argv[1:])]
        sys.exit(subprocess.run(command, env=os.environ | ONE, check=False).returncode)
    from benchmarks.score import load

    texts = articles(args.names)
    pipelines = [load(model) for model in args.models]
    words = [sum(not t.is_space for text in texts for t in nlp.make_doc(text)) for nlp in pipelines]
    best = [[float("inf"), float("inf")] for _ in pipelines]
    for _ in range(args.rounds + 1):  # the first round warms up
        for i, nlp in enumerate(pipelines):
            begun = time.process_time(), time.perf_counter()
            for _ in nlp.pipe(texts):
                pass
            best[i][0] = min(best[i][0], time.process_time() - begun[0])
            best[i][1] = min(best[i][1], time.perf_counter() - begun[1])
    for i, model in enumerate(args.models):
        alone = subprocess.run(
            [sys.executable, "-c", ALONE, model],
            input="\0".join(texts),
            capture_output=True,
            text=True,
            check=True,
        )
        share = (words[i] / best[i][0]) / (words[0] / best[0][0])
        print(
            f"{model or 'embedded':40} {words[i] / best[i][0]:7.0f} words/s of processor time, "
            f"{words[i] / best[i][1]:.0f} of the clock ({share:.2f} times the first); {alone.stdout.strip()}"
        )


if __name__ == "__main__":
    main()
