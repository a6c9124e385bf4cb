"""Quotations that the package itself finds in raw text, as examples of less weight (Yarowsky 1995, self-training).

    python -m training.unread GOLD.jsonl [GOLD.jsonl ...] --data FOLDER -o SILVER.jsonl

Rules, network and chooser together are right more often than the network alone, so that it can learn from them what
nobody has annotated. Written is the gold format with `"silver": true` in each quotation; where the package is not
sure of a speaker, the keys `cue`, `speaker` and `speaker_name` are missing. Passages that share a line with the gold
files are left out.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import eipe
from eipe import Extraction

#: Newspapers whole; of essays and books the passages where somebody is quoted as in a newspaper.
NEWS, BOOKS = ("news_parseme", "news_ntrex_xquad", "news_taygetos"), ("openbook_cc", "hist_gsoc")
QUOTES = re.compile('[«“"]')
SAID = re.compile(
    r"\b(?:δήλωσ|τόνισ|υποστήριξ|υποστηρίζ|ανέφερ|σημείωσ|σημειών|πρόσθεσ|υπογράμμισ|επισήμαν|εξήγησ|γράφει|έγραψ"
    r"|σύμφωνα με|κατά τον|κάνει λόγο|έκανε λόγο|χαρακτήρισ|απάντησ|κατήγγειλ)"
)
LINES = 6  # paragraphs of a passage
#: How sure a source must be; one that no word beside the cue names.
SURE, DROPPED = 0.6, 0.8
MOST = 900  # passages of books
SEED = 5


def passages(path: Path, known: set[str], *, books: bool) -> Iterator[str]:
    """Runs of lines that hold marks."""
    with lzma.open(path, "rt", encoding="utf8") as file:
        lines = [line.strip() for line in file]
    for at in range(0, len(lines), LINES):
        some = lines[at : at + LINES]
        text = "\n".join(some)
        if len(text) > 4000 or not QUOTES.search(text) or any(line in known for line in some if len(line) > 30):
            continue
        if not books or (any(QUOTES.search(line) and SAID.search(line) for line in some) and text.count("«") < 9):
            yield text


def silver(name: str, found: Extraction) -> dict[str, Any]:
    """What was found, in the gold format."""
    quotes: list[dict[str, Any]] = [{"start": t.start, "end": t.end, "kind": "other"} for t in found.terms]
    for quote in found.quotes:
        row: dict[str, Any] = {"start": quote.start, "end": quote.end, "kind": quote.kind}
        if quote.confidence >= (DROPPED if quote.speaker_mention is None else SURE):
            at = {"cue": quote.cue, "speaker": quote.speaker_mention}
            row |= {key: span and [span.start, span.end] for key, span in at.items()}
            row["speaker_name"] = quote.speaker and quote.speaker.name
        quotes.append(row)
    quotes.sort(key=lambda row: (row["start"], -row["end"]))
    return {"id": name, "text": found.text, "quotes": [row | {"silver": True} for row in quotes]}


def lines_of(paths: Iterable[Path]) -> set[str]:
    """The lines of gold files."""
    records = (json.loads(line) for path in paths for line in path.read_text(encoding="utf8").splitlines())
    return {line.strip() for record in records for line in record["text"].split("\n")}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="training.unread", description=__doc__.split("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args(arguments)
    known, texts = lines_of(args.gold), []
    for name in (*NEWS, *BOOKS):
        some = list(passages(args.data / f"text/{name}.txt.xz", known, books=name in BOOKS))
        if name in BOOKS:
            random.Random(SEED).shuffle(some)
            some = some[:MOST]
        texts += [(text, f"silver-{name}-{n}") for n, text in enumerate(some)]
        print(f"{name}: {len(some)} passages", flush=True)
    with args.output.open("w", encoding="utf8") as file:
        for found, name in eipe.load().pipe(texts):
            file.write(json.dumps(silver(name, found), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
