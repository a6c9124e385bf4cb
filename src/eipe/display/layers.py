"""The text as a tree of pieces: which stretch is a quotation, a name, a cue, a term.

Quotations hold names, and now and then two stretches cross, or run over the end of a paragraph; a tree of
elements can do neither. So every paragraph is a tree of its own, and what crosses another is cut in two.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from eipe.article.zones import Zone, find_zones
from eipe.records import Cue, Entity, Findings, Mention, Quote, Span
from eipe.spans import ZoneName
from eipe.zoning import zone_name

__all__ = ["Node", "paragraphs"]

_LINE = re.compile(r"[^\n\r]+")
_CLOSING = "»”“\"›’‘'"
# Of two that start together the wider holds the other; of two equal ones the earlier in this list does.
_ORDER = ("quote", "term", "cue", "mention")


@dataclass(slots=True)
class Node:
    """A piece of the text.

    Attributes:
        start: Where it starts in the text.
        end: Where it ends.
        kind: ``"text"``, ``"quote"``, ``"term"``, ``"cue"``, ``"mention"``, or ``"label"``: the empty place
            behind a quotation where its speaker's name is shown.
        span: The record; None for plain text.
        entity: Whose mention it is.
        number: The quotation's number.
        first: Whether the record starts with this piece.
        last: Whether the record ends with this piece.
        zone: The zone of a whole line, if all of it stands around the text: a byline, a teaser; else ``"text"``.
        children: The pieces inside, in order; none for plain text and labels.
    """

    start: int
    end: int
    kind: str = "text"
    span: Span | None = None
    entity: Entity | None = None
    number: int = -1
    first: bool = True
    last: bool = True
    zone: ZoneName = "text"
    children: list[Node] = field(default_factory=list)

    def clipped(self, start: int, end: int) -> Node:
        return Node(
            max(start, self.start),
            min(end, self.end),
            self.kind,
            self.span,
            self.entity,
            self.number,
            self.first and self.start >= start,
            self.last and self.end <= end,
        )


def paragraphs(extraction: Findings) -> Iterator[Node]:
    """The lines of the text, each a node of kind ``"text"`` with its pieces as children.

    What stands between two of them in the text are line breaks only.
    """
    layers = sorted(_layers(extraction), key=lambda node: node.start)
    zones = find_zones(extraction.text)
    text, at = extraction.text, 0
    waiting: list[Node] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        waiting = [node for node in waiting if node.end > start]
        while at < len(layers) and layers[at].start < end + (layers[at].kind == "label"):
            waiting.append(layers[at])
            at += 1
        pieces = [node.clipped(start, end) for node in waiting]
        waiting = [node for node in waiting if node.kind != "label"]
        yield Node(start, end, zone=_around(zones, line), children=_nest(pieces, start, end))


def _around(zones: list[Zone], line: re.Match[str]) -> ZoneName:
    """The zone of a line that is no part of the text from its first character to its last; headlines are part of it."""
    words = line[0].strip()
    start = line.end() - len(line[0].lstrip())
    first, last = (zone_name(zones, at) for at in (start, start + max(0, len(words) - 1)))
    return first if first != "headline" and last != "text" else "text"


def _layers(extraction: Findings) -> Iterator[Node]:
    text = extraction.text
    for number, quote in enumerate(extraction.quotes):
        if quote.start == quote.end:
            continue
        yield Node(quote.start, quote.end, "quote", quote, quote.speaker, number)
        behind = quote.end + (text[quote.end : quote.end + 1] in _CLOSING and quote.end < len(text))
        yield Node(behind, behind, "label", quote, quote.speaker, number)
        if isinstance(quote.cue, Cue):
            yield Node(quote.cue.start, quote.cue.end, "cue", quote.cue, number=number)
    for term in extraction.terms:
        yield Node(term.start, term.end, "term", term)
    seen: set[Mention] = set()
    for entity in extraction.entities:
        for mention in entity.mentions:
            if mention not in seen and mention.start < mention.end:
                seen.add(mention)
                yield Node(mention.start, mention.end, "mention", mention, entity)


def _nest(pieces: list[Node], start: int, end: int) -> list[Node]:
    """``pieces`` inside each other, with the plain text between them."""
    tie = count()

    def rank(node: Node) -> tuple[int, bool, int, int, int]:
        # A label stands before whatever starts at its place.
        order = 0 if node.kind == "label" else _ORDER.index(node.kind)
        return node.start, node.kind != "label", -node.end, order, next(tie)

    heap = [(rank(node), node) for node in pieces if node.start < node.end or node.kind == "label"]
    heapq.heapify(heap)
    out: list[Node] = []
    at = start
    while heap:
        _, node = heapq.heappop(heap)
        if node.start > at:
            out.append(Node(at, node.start))
        inside: list[Node] = []
        while heap and heap[0][1].start < node.end:
            _, other = heapq.heappop(heap)
            if other.end > node.end:
                rest = other.clipped(node.end, other.end)
                heapq.heappush(heap, (rank(rest), rest))
                other = other.clipped(other.start, node.end)
            inside.append(other)
        if node.kind != "label":
            node.children = _nest(inside, node.start, node.end)
        out.append(node)
        at = max(at, node.end)
    if at < end:
        out.append(Node(at, end))
    return out


def quoted(node: Node) -> Quote:
    """The quotation of a node of kind ``"quote"`` or ``"label"``."""
    assert isinstance(node.span, Quote)
    return node.span
