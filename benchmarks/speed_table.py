"""Speed and size in one table.

    python -m benchmarks.speed_table                        # on the seed article
    python -m benchmarks.speed_table news/*.txt news.jsonl  # on files of yours: one article a file, or a line
    python -m benchmarks.speed_table --part rules --part growth
    python -m benchmarks.speed_table --part peers           # what is installed of textacy and transformers

Ratios are taken pair by pair in one run, the two sides in turn, and their median is given: machines are noisy.
Times of one process are processor time, those of several processes and of start-up are time on the clock.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import platform
import statistics
from collections.abc import Callable
from pathlib import Path

from benchmarks import measure
from benchmarks.measure import child, cpu, ratio, row, wall
from benchmarks.memory import leak, long, memory
from benchmarks.peers import peers
from benchmarks.texts import articles, cut

BATCH = 16  # articles, as `Extractor.pipe` has it unless told


def rules(texts: list[str], pairs: int) -> None:
    import eipe

    extractor = eipe.load()
    some = list(itertools.islice(cut(texts, 3000), 2 * BATCH))
    # Many short pairs: a machine's speed drifts less from one side of them to the other.
    found, whole, model = ratio(
        lambda: list(extractor.pipe(some, batch_size=BATCH)),
        lambda: list(extractor.nlp.pipe(some, disable=["eipe"], batch_size=BATCH)),
        5 * pairs,
    )
    words = sum(len(text.split()) for text in some)
    note = f"{whole / words * 1e6:.0f} and {model / words * 1e6:.0f} µs a word"
    row("Extractor.pipe / its pipeline without eipe", f"{found:.3f}", "<= 1.10", note)


def modules(texts: list[str], pairs: int) -> None:
    import eipe
    from eipe.article.marks import find_marks
    from eipe.component import stored
    from eipe.entities import find_entities
    from eipe.extraction import extract_doc
    from eipe.quotes.cues import attributed, lexicon
    from eipe.quotes.layout import lay_out
    from eipe.quotes.words import read_words
    from eipe.tokens import Tokens

    extractor = eipe.load()
    component = extractor.nlp.get_pipe("eipe")
    cues = lexicon(())
    docs = list(extractor.nlp.pipe(itertools.islice(cut(texts, 3000), 60), disable=["eipe"]))
    found = [extract_doc(doc, cues) for doc in docs]
    marks = [find_marks(doc.text, attributed=lambda stretch: attributed(stretch, cues)) for doc in docs]
    tokens = [Tokens.of(doc) for doc in docs]
    steps: dict[str, Callable[[], object]] = {
        "extract_doc: all of the following": lambda: [extract_doc(doc, cues) for doc in docs],
        "  Tokens": lambda: [Tokens.of(doc) for doc in docs],
        "  find_entities": lambda: [find_entities(doc, own) for doc, own in zip(docs, tokens, strict=True)],
        "  read_words": lambda: [read_words(doc, own) for doc, own in zip(docs, tokens, strict=True)],
        "  find_marks": lambda: [find_marks(x.text, attributed=lambda s: attributed(s, cues)) for x in found],
        "  read_words + lay_out": lambda: [
            lay_out(read_words(doc, own), m) for doc, own, m in zip(docs, tokens, marks, strict=True)
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


def start(texts: list[str], pairs: int) -> None:
    both = [(child("import spacy, eipe")[0], child("import spacy")[0]) for _ in range(max(pairs, 10))]
    beyond = min(a for a, _ in both) - min(b for _, b in both)  # what disturbs a start only ever makes it longer
    row("import eipe beyond import spacy", f"{beyond:.3f} s", "<= 0.1 s")
    row("import eipe alone", f"{min(child('import eipe')[0] - child('pass')[0] for _ in range(3)):.3f} s")
    code = f"import eipe; print(len(eipe.extract({texts[0]!r}).quotes))"
    times = [child(code)[0] for _ in range(3)]
    row("first result from a cold start", f"{min(times):.2f} s", "<= 3 s", f"{len(texts[0]):,} characters")


ON_TEXTS = {
    "rules": rules,
    "modules": modules,
    "growth": growth,
    "processes": processes,
    "start": start,
    "peers": peers,
}
ON_FILES = {"long": long, "memory": memory}
PARTS = ("rules", "modules", "growth", "long", "processes", "start", "memory", "leak", "peers")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; may be repeated")
    parser.add_argument("--pairs", type=int, default=5, help="how many pairs a ratio is the median of")
    parser.add_argument("--characters", type=int, default=3000, help="of an article of the leak test")
    parser.add_argument("--json", action="store_true", help="machine-readable")
    options = parser.parse_args()
    texts = articles(options.files)
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    if options.json:
        measure.ROWS = []
        measure.row("machine", machine)
    else:
        print(f"{machine}; {len(texts)} articles, {sum(map(len, texts)):,} characters\n")
    for part in options.part or [part for part in PARTS if part not in ("leak", "peers")]:
        if part == "leak":
            leak(options.files, options.characters)
        elif part in ON_FILES:
            ON_FILES[part](options.files)
        else:
            ON_TEXTS[part](texts, options.pairs)
    if options.json:
        print(json.dumps(measure.ROWS))


if __name__ == "__main__":
    main()
