"""What spaCy's displaCy draws with ``manual=True``: ``ents`` are names, ``spans`` names, quotations, cues and terms.

Names in each other cannot be drawn as ``ents``: the longest stands. For ``spans`` the text is cut into tokens at white
space and wherever a span starts or ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import Any

from eipe.formats.documents import Document, Region, graph, ner_label
from eipe.interchange import dump

__all__ = ["write"]


def write(document: Document) -> str:
    """The article as an object for ``style="ent"`` and for ``style="span"``."""
    text, regions = document.extraction.text, graph(document.extraction).regions
    pieces = list(_pieces(text, regions))
    starts = {start: place for place, (start, _) in enumerate(pieces)}
    ends = {end: place + 1 for place, (_, end) in enumerate(pieces)}
    spans = []
    for region in regions:
        first, last = _trimmed(text, region)
        if first < last:
            spans.append({"start_token": starts[first], "end_token": ends[last], "label": _label(region)})
    record: dict[str, Any] = {
        "text": text,
        "ents": [
            {"start": region.span.start, "end": region.span.end, "label": _label(region)} for region in _apart(regions)
        ],
        "tokens": [text[start:end] for start, end in pieces],
        "spans": spans,
        "settings": {"lang": "el", "direction": "ltr"},
    }
    # displaCy writes titles into its HTML as they are.
    return dump(record | ({"title": escape(document.id)} if document.id else {}))


def _label(region: Region) -> str:
    return ner_label(region.entity) if region.entity else region.label


def _apart(regions: tuple[Region, ...]) -> list[Region]:
    """The mentions without those that lie in a longer one, or cross it."""
    chosen: list[Region] = []
    for region in sorted(regions, key=lambda region: region.span.start - region.span.end):
        span = region.span
        if region.entity and all(span.end <= other.span.start or other.span.end <= span.start for other in chosen):
            chosen.append(region)
    return sorted(chosen, key=lambda region: region.id)


def _trimmed(text: str, region: Region) -> tuple[int, int]:
    """A region's offsets without the white space at its edges, where no token starts or ends."""
    start, end = region.span.start, region.span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _pieces(text: str, regions: tuple[Region, ...]) -> Iterator[tuple[int, int]]:
    cuts = {0, len(text)}
    for region in regions:
        cuts.update((region.span.start, region.span.end))
    cuts.update(at for at in range(1, len(text)) if text[at].isspace() != text[at - 1].isspace())
    for start, end in pairwise(sorted(cuts)):
        if not text[start].isspace():
            yield start, end
