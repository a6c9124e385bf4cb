"""What a network believes of each pair of marks, where the pipeline has one that says it.

The encoder of the embedded model (``eipe.encoder.voices``, ``eipe.encoder.antecedents``) writes a span group
"eipe_voices": a span a pair of marks, and in its attributes a row a span of plain numbers, with offsets from its start:
``[start, kinds, cue, who, name]``, where ``cue``, ``who`` and ``name`` are ``[offset, probability, ...]``, an offset
of None for "no word". Any other component may write the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from eipe.article.marks import Marks
from eipe.encoder.writing import GROUP
from eipe.quotes.words import Article

__all__ = ["Heard", "hear", "keep"]


@dataclass(frozen=True, slots=True)
class Heard:
    """The beliefs about one pair of marks; words by index, -1 for none.

    Attributes:
        kind: The probabilities of a term, of speech, of a fragment.
        cue, who, name: The probability of each word that it is the cue, names the source beside it, names it anywhere.
    """

    kind: tuple[float, float, float]
    cue: dict[int, float]
    who: dict[int, float]
    name: dict[int, float]


def keep(doc: Doc, parts: Sequence[Doc]) -> None:
    """Gives a Doc that was made of parts what is believed in them: ``Doc.from_docs`` keeps spans, not attributes."""
    groups = [part.spans[GROUP] for part in parts if GROUP in part.spans]
    if GROUP in doc.spans:
        doc.spans[GROUP].attrs["beliefs"] = [row for group in groups for row in group.attrs.get("beliefs", ())]


def hear(doc: Doc, article: Article, marks: Sequence[Marks]) -> list[Heard | None]:
    """The beliefs about each pair, None where nothing is believed."""
    group = doc.spans.get(GROUP)
    rows = () if group is None else group.attrs.get("beliefs", ())
    found: dict[int, Heard] = {}
    if group is not None and len(rows) == len(group):
        for span, (start, kind, *pointed) in zip(group, rows, strict=True):
            base = span.start_char
            cue, who, name = (_words(article, base, flat) for flat in pointed)
            found[base + start] = Heard(tuple(kind), cue, who, name)
    return [found.get(mark.start) for mark in marks]


def _words(article: Article, base: int, flat: Sequence[Any]) -> dict[int, float]:
    """The probability of each word that is pointed at."""
    found: dict[int, float] = {}
    for offset, share in zip(flat[::2], flat[1::2], strict=True):
        index = -1 if offset is None else bisect_right(article.starts, base + offset) - 1
        found[index] = found.get(index, 0.0) + share
    return found
