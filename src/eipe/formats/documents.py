"""What every format writes: an article, and its regions with the relations between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from eipe.formats.syntax import Sentence
from eipe.records import Entity, Findings, Place, Quote, Span

__all__ = ["Document", "Graph", "Region", "Relation", "graph", "ner_label", "printable"]

# What XML 1.0 cannot hold. Each character gives way to one U+FFFD, so that offsets stay.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: Names of the labels that spaCy's models and the Greek corpora of names have.
_NER = {"person": "PERSON", "organization": "ORG", "source": "SOURCE"}


@dataclass(frozen=True, slots=True)
class Document:
    """An article to be written.

    Attributes:
        id: Its id, as a string.
        extraction: What was found in it.
        read: Reads its tokens and sentences, for the formats that need them.
        number: Its place in the file, from 1.
    """

    id: str
    extraction: Findings
    read: Callable[[], tuple[Sentence, ...]]
    number: int = 1


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text with a label.

    Attributes:
        id: Its number within the article, from 0.
        span: The record: a mention, a quotation, a cue or a term.
        label: What it is: the type of the entity, the kind of the quotation, ``"CUE"`` or ``"TERM"``.
        entity: Whose mention it is; None if it is none.
    """

    id: int
    span: Span
    label: str
    entity: Entity | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """Leads from a quotation to its ``"speaker"``, its ``"addressee"`` or its ``"cue"``."""

    type: str
    quote: Region
    target: Region


@dataclass(frozen=True, slots=True)
class Graph:
    """The regions of an article in text order, of two that start together the longer first, and their relations."""

    regions: tuple[Region, ...]
    relations: tuple[Relation, ...]


def printable(text: str) -> str:
    """``text`` with U+FFFD for each character that XML cannot hold."""
    return _UNFIT.sub("\ufffd", text)


def ner_label(entity: Entity) -> str:
    """The label that recognizers of names give such an entity: PERSON, GPE, LOC, FAC, ORG; SOURCE if it has no name."""
    return entity.kind.upper() if isinstance(entity, Place) else _NER[entity.type]


def graph(extraction: Findings) -> Graph:
    """The regions of ``extraction`` and the relations between them; empty spans are left out."""
    links = list(_links(extraction))
    found: dict[tuple[int, int, str, Entity | None], tuple[Span, str, Entity | None]] = {}

    def key(span: Span, label: str, entity: Entity | None = None) -> tuple[int, int, str, Entity | None]:
        found.setdefault((span.start, span.end, label, entity), (span, label, entity))
        return span.start, span.end, label, entity

    for quote in extraction.quotes:
        key(quote, quote.kind.upper())
    for term in extraction.terms:
        key(term, "TERM")
    for entity in extraction.entities:
        for mention in entity.mentions:
            key(mention, entity.type.upper(), entity)
    ends = [(type, key(quote, quote.kind.upper()), key(*target)) for type, quote, target in links]
    order = sorted((at for at in found if at[0] < at[1]), key=lambda at: (at[0], -at[1]))
    regions = {at: Region(number, *found[at]) for number, at in enumerate(order)}
    relations = (Relation(type, regions[a], regions[b]) for type, a, b in ends if a in regions and b in regions)
    return Graph(tuple(regions.values()), tuple(relations))


def _links(extraction: Findings) -> Iterator[tuple[str, Quote, tuple[Span, str, Entity | None]]]:
    for quote in extraction.quotes:
        if quote.cue:
            yield "cue", quote, (quote.cue, "CUE", None)
        for type, entity in (("speaker", quote.speaker), ("addressee", quote.addressee)):
            mention = entity and _mention(quote, entity, quote.speaker_mention if type == "speaker" else None)
            if entity and mention:
                yield type, quote, (mention, entity.type.upper(), entity)


def _mention(quote: Quote, entity: Entity, beside: Span | None) -> Span | None:
    """The mention to point at: the one beside the cue, or else the nearest."""
    if beside is not None:
        return beside
    return min(entity.mentions, key=lambda span: max(quote.start - span.end, span.start - quote.end), default=None)
