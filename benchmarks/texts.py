"""Texts to measure on: articles from files, cut and put together to any length."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"


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
