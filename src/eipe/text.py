"""The text that the pipeline reads, whole or in parts, and the way back to the text that was given.

Decomposed letters (NFD: ή as η + accent) are composed, what no reader sees inside a line (soft hyphens, zero-width
spaces, marks of direction) is left out, and lone surrogates, which no pipeline can store, are replaced by U+FFFD.
Offsets found in the clean text are mapped back, so that users only ever see their own.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, TypeVar

from eipe.records import Findings
from eipe.rewriting import rewritten

__all__ = ["PART", "CleanText", "is_short", "parts"]

F = TypeVar("F", bound=Findings)

#: How many characters the pipeline reads at once. Longer texts are cut at a line's end for it, and put
#: together again for the rules: a model's memory grows with what it reads at once, not with the text.
PART = 20_000
#: How many characters without white space it reads at once: a tokenizer needs the square of their number.
RUN = 300
_RUNS = re.compile(r"\S+")

_SURROGATE = re.compile("[\ud800-\udfff]")
# Web pages carry them where a word may be broken (Μη-τσο-τάκης) and beside words. The zero-width joiner is left, since
# emoji are made with it.
UNSEEN = re.compile("[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# A letter and the marks on it. Only the marks that Greek and Latin letters carry are composed; no letter carries
# more than a few, and composing a long run of them costs the square of its length.
_CLUSTER = re.compile("[^\u0300-\u036f]?[\u0300-\u036f]{1,16}")
_APART = re.compile("[\u0300-\u036f]")


class CleanText:
    """A text and its clean form.

    Args:
        original: Any string.

    Attributes:
        text: The clean form; the original itself where nothing had to be done.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        text = _SURROGATE.sub("\ufffd", original)
        self._kept: list[int] | None = None
        if UNSEEN.search(text):
            self._kept = [at for at, char in enumerate(text) if not UNSEEN.match(char)]
            text = "".join(text[at] for at in self._kept)
            self._kept.append(len(original))
        self._offsets: list[int] | None = None
        if _APART.search(text):
            text, self._offsets = _composed(text)
        self.text = text

    def restore(self, extraction: F) -> F:
        """``extraction`` of the clean text, with offsets into the original one."""
        if self.text == self.original:
            return extraction
        return rewritten(extraction, span=self._span, text=self.original)

    def _span(self, span: Any) -> Any:
        start, end = span.start, span.end
        if self._offsets is not None:
            start, end = self._offsets[start], self._offsets[end]
        if self._kept is not None:  # what is unseen around a span is not part of it
            end = self._kept[end - 1] + 1 if end > start else self._kept[start]
            start = self._kept[start]
        return dataclasses.replace(span, start=start, end=end, text=self.original[start:end])


def _composed(text: str) -> tuple[str, list[int]]:
    """``text`` with its letters composed, and where each character of it began before; behind the last, the end."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for cluster in _CLUSTER.finditer(text):
        pieces.append(text[at : cluster.start()])
        offsets.extend(range(at, cluster.start()))
        composed = unicodedata.normalize("NFC", cluster.group())
        if len(composed) > len(cluster.group()):
            composed = cluster.group()
        pieces.append(composed)
        offsets.extend([cluster.start()] * (len(composed) > 0))
        offsets.extend(cluster.end() - len(composed) + i for i in range(1, len(composed)))
        at = cluster.end()
    pieces.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return "".join(pieces), offsets


def is_short(text: str) -> bool:
    """Whether the pipeline may read ``text`` at once."""
    return len(text) <= PART and max(map(len, text.split()), default=0) <= RUN


def parts(text: str) -> Iterator[str]:
    """``text`` in parts of at most PART characters, cut where a line ends, or else a sentence, or a word; a run
    of more than RUN characters without white space is cut anywhere."""
    start = 0
    while start < len(text):
        cut = len(text) - start
        if cut > PART:
            window = text[start : start + PART]
            ends = (end for end in ("\n", "\r", ". ", " ") if end in window)
            cut = next((window.rfind(end) + len(end) for end in ends), PART)
        at = start
        for run in _RUNS.finditer(text, start, start + cut):
            for end in range(run.start() + RUN, run.end(), RUN):
                yield text[at:end]
                at = end
        if at < start + cut:
            yield text[at : start + cut]
        start += cut
