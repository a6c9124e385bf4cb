"""Speed and size in one table.

    python benchmarks/speed_table.py                        # on the seed article
    python benchmarks/speed_table.py news/*.txt news.jsonl  # on files of yours: one article a file, or a line
    python benchmarks/speed_table.py --part rules --part growth
    python benchmarks/speed_table.py --part peers           # what is installed of textacy and transformers

Ratios are taken pair by pair in one run, the two sides in turn, and their median is given: machines are noisy.
Times of one process are processor time, those of several processes and of start-up are time on the clock.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import itertools
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
PARTS = ("rules", "modules", "growth", "long", "processes", "start", "memory", "leak", "peers")


def articles(files: Sequence[Path]) -> list[str]:
    """The articles in the files; the seed article if there are none."""
    texts: list[str] = []
    for path in files or sorted(SEEDS.glob("*.txt")):
        data = path.read_text(encoding="utf8")
        texts += [json.loads(line)["text"] for line in data.split("\n") if line] if path.suffix == ".jsonl" else [data]
    return [text for text in texts if text.strip()]


def cut(texts: Sequence[str], characters: int) -> Iterator[str]:
    """Articles of about so many characters, without end, put together from the paragraphs of ``texts``."""
    part: list[str] = []
    for paragraph in itertools.cycle([line for text in texts for line in text.splitlines() if line.strip()]):
        part.append(paragraph)
        if sum(map(len, part)) >= characters:
            yield "\n".join(part)[:characters]
            part = []


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


def row(what: str, value: str, bar: str = "", note: str = "") -> None:
    print(f"{what:44} {value:>12}  {bar:>8}  {note}", flush=True)


def rules(texts: list[str], pairs: int) -> None:
    import eipe

    extractor = eipe.load()
    some = list(itertools.islice(cut(texts, 3000), 60))
    found, whole, model = ratio(
        lambda: list(extractor.pipe(some)),
        lambda: list(extractor.nlp.pipe(some, disable=["eipe"], batch_size=64)),
        pairs,
    )
    words = sum(len(text.split()) for text in some)
    note = f"{whole / words * 1e6:.0f} and {model / words * 1e6:.0f} µs a word"
    row("Extractor.pipe / its pipeline without eipe", f"{found:.3f}", "<= 1.10", note)


def modules(texts: list[str], pairs: int) -> None:
    import eipe
    from eipe.component import stored
    from eipe.entities import find_entities
    from eipe.extraction import extract_doc
    from eipe.quotes.cues import attributed, lexicon
    from eipe.quotes.layout import lay_out
    from eipe.quotes.marks import find_marks
    from eipe.quotes.words import read_words

    extractor = eipe.load()
    component = extractor.nlp.get_pipe("eipe")
    cues = lexicon(())
    docs = list(extractor.nlp.pipe(itertools.islice(cut(texts, 3000), 60), disable=["eipe"]))
    found = [extract_doc(doc, cues) for doc in docs]
    marks = [find_marks(doc.text, attributed=lambda stretch: attributed(stretch, cues)) for doc in docs]
    steps: dict[str, Callable[[], object]] = {
        "extract_doc: all of the following": lambda: [extract_doc(doc, cues) for doc in docs],
        "  find_entities": lambda: [find_entities(doc) for doc in docs],
        "  read_words": lambda: [read_words(doc) for doc in docs],
        "  find_marks": lambda: [find_marks(x.text, attributed=lambda s: attributed(s, cues)) for x in found],
        "  read_words + lay_out": lambda: [
            lay_out(x.text, read_words(doc), m) for x, doc, m in zip(found, docs, marks, strict=True)
        ],
        "write on the Doc": lambda: [component.write(doc, x) for doc, x in zip(docs, found, strict=True)],
        "read from the Doc": lambda: [stored(doc) for doc in docs],
    }
    words = sum(len(doc.text.split()) for doc in docs)
    for name, step in steps.items():
        step()
        best = statistics.median(cpu(step) for _ in range(pairs))
        row(name, f"{best / words * 1e6:.1f}", "<= 25" if name.startswith("extract") else "", "µs a word")


def growth(texts: list[str], pairs: int) -> None:
    from spacy.tokens import Doc

    import eipe
    from eipe.extraction import extract_doc
    from eipe.quotes.cues import lexicon

    extractor = eipe.load()
    cues = lexicon(())
    small: list[Doc] = []
    parts: list[str] = []
    for text in cut(texts, 5500):
        doc = extractor.nlp(text + "\n\n", disable=["eipe"])
        small.append(doc)
        parts.append(text)
        if sum(map(len, small)) >= 50_000:
            break
    large = Doc.from_docs(small, ensure_whitespace=False)
    note = f"{len(large):,} tokens in 1 Doc / in {len(small)} Docs"
    found, *_ = ratio(lambda: extract_doc(large, cues), lambda: [extract_doc(doc, cues) for doc in small], pairs)
    row("growth of the rules, 50,000 / 1,000 tokens", f"{found:.2f}", "<= 1.2", note)
    whole = "\n\n".join(parts)
    found, *_ = ratio(lambda: extractor.extract(whole), lambda: [extractor.extract(part) for part in parts], 1)
    row("growth of all", f"{found:.2f}", "<= 1.3", note)


def processes(texts: list[str], pairs: int) -> None:
    import eipe

    extractor = eipe.load()
    for name, some in (
        ("3,000 characters each", list(itertools.islice(cut(texts, 3000), 600))),
        ("300 to 12,000 characters", [next(cut(texts, size)) for size in (300, 12_000, 1000, 3000)] * 110),
    ):
        found, two, one = ratio(
            lambda some=some: [None for _ in extractor.pipe(some)],  # type: ignore[misc]
            lambda some=some: [None for _ in extractor.pipe(some, n_process=2)],  # type: ignore[misc]
            1,
            wall,
        )
        note = f"{len(some)} articles, {name}: {two:.0f} s and {one:.0f} s, {os.cpu_count()} cores"
        row("one process / two processes", f"{found:.2f}", ">= 1.7", note)


def child(code: str) -> tuple[float, str]:
    start = time.perf_counter()
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return time.perf_counter() - start, result.stdout.strip()


def start(texts: list[str], pairs: int) -> None:
    both = [(child("import spacy, eipe")[0], child("import spacy")[0]) for _ in range(max(pairs, 5))]
    row("import eipe beyond import spacy", f"{statistics.median(a - b for a, b in both):.3f} s", "<= 0.1 s")
    row("import eipe alone", f"{min(child('import eipe')[0] - child('pass')[0] for _ in range(3)):.3f} s")
    code = f"import eipe; print(len(eipe.extract({texts[0]!r}).quotes))"
    times = [child(code)[0] for _ in range(3)]
    row("first result from a cold start", f"{min(times):.2f} s", "<= 3 s", f"{len(texts[0]):,} characters")


PEAK = """
import itertools, json, resource, sys, os
sys.path.insert(0, {here!r})
import eipe
from speed_table import articles, cut
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
        here=str(Path(__file__).parent), files=[str(path) for path in files], size=size, count=count, at=tuple(at)
    )
    begin, marks, top, _ = json.loads(child(code)[1])
    return begin, marks, top


def memory(files: Sequence[Path]) -> None:
    begin, _, top = peak(files, size=3000, count=1000, at=())
    row("peak memory, 1,000 articles", f"{top} MB", "<= 700 MB", f"3,000 characters each; {begin} MB with the model")


def leak(files: Sequence[Path]) -> None:
    _, (first, tenth), _ = peak(files, size=3000, count=10_000, at=(1000, 10_000))
    row("memory after 10,000 articles / after 1,000", f"{tenth / first:.2f}", "", f"{first} and {tenth} MB")


def long(files: Sequence[Path]) -> None:
    for size in (100_000, 1_000_000):
        begin = time.perf_counter()
        _, _, top = peak(files, size=size, count=1, at=())
        row(f"one article of {size:,} characters", f"{top} MB", "", f"{time.perf_counter() - begin:.0f} s")


def peers(texts: list[str], pairs: int) -> None:
    import eipe

    extractor = eipe.load()
    some = list(itertools.islice(cut(texts, 3000), 20))
    words = sum(len(text.split()) for text in some)
    docs = list(extractor.nlp.pipe(some, disable=["eipe"]))
    if importlib.util.find_spec("textacy"):
        from textacy.extract import direct_quotations

        def quotations() -> None:
            for doc in docs:
                with contextlib.suppress(ValueError):  # an odd number of marks: textacy gives the article up
                    list(direct_quotations(doc))

        row("textacy.direct_quotations", f"{cpu(quotations) / words * 1e6:.1f}", "", "µs a word, without the model")
    else:
        row("textacy", "not installed")
    if importlib.util.find_spec("transformers") and importlib.util.find_spec("torch"):
        import torch
        from transformers import BertConfig, BertModel

        bert = BertModel(BertConfig(vocab_size=35_000)).eval()
        with torch.inference_mode():
            tokens = torch.randint(0, 35_000, (8, 512))
            bert(tokens)
            spent = wall(lambda: bert(tokens))
        row(
            "a BERT of GreekBERT's size",
            f"{spent / (8 * 512) * 1e6:.0f}",
            "",
            "µs a word piece, random weights, on the clock",
        )
    else:
        row("transformers", "not installed")
    row("eipe", f"{wall(lambda: list(extractor.pipe(some))) / words * 1e6:.0f}", "", "µs a word, all, on the clock")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; may be repeated")
    parser.add_argument("--pairs", type=int, default=5, help="how many pairs a ratio is the median of")
    options = parser.parse_args()
    texts = articles(options.files)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; ", end="")
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters\n")
    for part in options.part or [part for part in PARTS if part not in ("leak", "peers")]:
        task = globals()[part]
        task(options.files) if part in ("memory", "leak", "long") else task(texts, options.pairs)


if __name__ == "__main__":
    main()
