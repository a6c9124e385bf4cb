"""Scores quotations on annotated texts: found, kind, cue, speaker, name, joint, and how far the confidence holds.

    python -m benchmarks.quotations GOLD.jsonl [GOLD.jsonl ...] [--part learn|tune|kept] [--model NAME] [--errors]

GOLD holds one record a line: {"id", "text", "quotes": [{"start", "end", "kind": "speech|fragment|other", "cue": [start,
end] | null, "speaker": [start, end] | null, "speaker_name": str | null}]}. `--part` takes one part of the split
(`benchmarks.split`) only. A quotation is found when its span is the gold one up to a tenth of its length; its speaker
is right when the mention overlaps the gold mention or the name is the gold name, or when neither has any. Joint is
the F1 of both together. Intervals are of 95 %, by a bootstrap over records (Efron 1979).
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import eipe
from benchmarks.split import PARTS, part
from eipe.greek.letters import fold

SEED, SAMPLES = 1, 1000
FIGURES = ("found", "kind", "cue", "speaker", "name", "joint")
SURE = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)


@dataclass
class Count:
    """What was counted in one record."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    kind: int = 0
    cue: int = 0
    speaker: int = 0
    named: int = 0
    name: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list)  # the confidence of each, and whether it is right
    errors: list[str] = field(default_factory=list)


def same(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two spans are one, up to a tenth of their length."""
    inter, union = min(a[1], b[1]) - max(a[0], b[0]), max(a[1], b[1]) - min(a[0], b[0])
    return inter > 0 and inter >= 0.9 * union


def touches(gold: Sequence[int] | None, span: eipe.Span | None) -> bool:
    """Whether both are there and overlap, or neither is there."""
    if gold is None or span is None:
        return gold is span
    return span.start < gold[1] and gold[0] < span.end


def named(gold: dict[str, Any], quote: eipe.Quote) -> bool:
    wanted, speaker = gold["speaker_name"], quote.speaker
    return bool(speaker and wanted and fold(speaker.name.replace("-", " ")) == fold(wanted.replace("-", " ")))


def right(gold: dict[str, Any], quote: eipe.Quote) -> bool:
    """Whether the speaker of ``quote`` is the gold one."""
    if gold["speaker"] is None and gold["speaker_name"] is None:
        return quote.speaker_mention is None and quote.speaker is None
    mention = gold["speaker"] is not None and quote.speaker_mention is not None
    return (mention and touches(gold["speaker"], quote.speaker_mention)) or named(gold, quote)


def count(record: dict[str, Any], result: eipe.Extraction) -> Count:
    """One record against its gold."""
    gold = [q for q in record["quotes"] if q["kind"] != "other"]
    quotes = [q for q in result.quotes if q.kind != "indirect"]
    out, free = Count(len(gold), len(quotes)), list(quotes)
    for wanted in gold:
        quote = next((q for q in free if same((wanted["start"], wanted["end"]), (q.start, q.end))), None)
        if quote is None:
            out.errors.append(f"missed «{record['text'][wanted['start'] : wanted['end']]}»")
            continue
        free.remove(quote)
        good = right(wanted, quote)
        out.found += 1
        out.kind += quote.kind == wanted["kind"]
        out.cue += touches(wanted["cue"], quote.cue)
        out.speaker += good
        if wanted["speaker_name"]:
            out.named += 1
            out.name += named(wanted, quote)
        out.sure.append((quote.confidence, good))
        if not good:
            out.errors.append(f"«{quote.text}»: {quote.speaker} ({quote.rule}), wanted {wanted['speaker_name']}")
    out.sure += [(quote.confidence, False) for quote in free]
    out.errors += [f"extra «{quote.text}»: {quote.speaker}" for quote in free]
    return out


def figures(counts: Iterable[Count]) -> dict[str, float]:
    """The figures of some records together."""
    rows = list(counts)
    keys = ("gold", "predicted", "found", "kind", "cue", "speaker", "named", "name")
    total = {key: sum(getattr(row, key) for row in rows) for key in keys}
    both = max(total["gold"] + total["predicted"], 1)
    out = {"found": 2 * total["found"] / both}
    out |= {key: total[key] / max(total["found"], 1) for key in ("kind", "cue", "speaker")}
    return out | {"name": total["name"] / max(total["named"], 1), "joint": 2 * total["speaker"] / both}


def interval(counts: Sequence[Count], figure: str) -> tuple[float, float]:
    """The 95 % interval of a figure."""
    rng = random.Random(SEED)
    values = sorted(figures(rng.choices(counts, k=len(counts)))[figure] for _ in range(SAMPLES))
    return values[int(0.025 * SAMPLES)], values[int(0.975 * SAMPLES)]


def calibration(sure: Sequence[tuple[float, bool]], bins: int = 10) -> tuple[float, list[tuple[int, float, float]]]:
    """The expected calibration error (Naeini et al. 2015), and of each bin how many, how sure, how often right."""
    table: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, good in sure:
        table[min(int(confidence * bins), bins - 1)].append((confidence, good))
    rows = [(len(b), sum(c for c, _ in b) / len(b), sum(g for _, g in b) / len(b)) for _, b in sorted(table.items())]
    return sum(n * abs(c - g) for n, c, g in rows) / max(len(sure), 1), rows


def source(record: str) -> str:
    """Where a record is from: the front of its id."""
    front = record.split("-")[0]
    if front.startswith("20"):
        return "articles"
    return "pages" if front[:1] == "p" and front[1:].isdigit() else front


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.quotations", description=__doc__.split("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--model")
    parser.add_argument("--errors", action="store_true", help="print what is wrong (never of the kept part)")
    args = parser.parse_args(arguments)
    records = [json.loads(line) for path in args.gold for line in path.read_text(encoding="utf8").splitlines()]
    records = [r for r in records if args.part in (None, part(r["id"]))]
    extractor = eipe.load(args.model)
    groups: dict[str, list[Count]] = defaultdict(list)
    for record, result in zip(records, extractor.pipe(r["text"] for r in records), strict=True):
        counted = count(record, result)
        groups["all"].append(counted)
        groups[source(record["id"])].append(counted)
        if args.errors and part(record["id"]) != "kept":
            print(*(f"{record['id']}\t{error}" for error in counted.errors), sep="\n")
    print(f"{'':10}{'gold':>6}" + "".join(f"{name:>9}" for name in FIGURES) + "   joint, 95 %")
    for name, counts in groups.items():
        row, (low, high) = figures(counts), interval(counts, "joint")
        cells = "".join(f"{row[figure]:9.3f}" for figure in FIGURES)
        print(f"{name:10}{sum(c.gold for c in counts):6}{cells}   {low:.3f} to {high:.3f}")
    everything = groups["all"]
    sure = [pair for counted in everything for pair in counted.sure]
    error, rows = calibration(sure)
    print(f"calibration error {error:.3f}; of each tenth: how many, how sure, how often right")
    for number, confidence, good in rows:
        print(f"  {number:5} {confidence:.2f} {good:.2f}")
    gold = sum(c.gold for c in everything)
    for least in SURE:
        kept = [good for confidence, good in sure if confidence >= least]
        precision, recall = sum(kept) / max(len(kept), 1), sum(kept) / max(gold, 1)
        print(f"min_confidence {least:.2f}: precision {precision:.3f}, recall {recall:.3f}")


if __name__ == "__main__":
    main()
