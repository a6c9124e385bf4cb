"""What stands in a text, as somebody annotated it or something found it: the form in which both are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["ENTITIES", "Named", "Offsets", "Quoted", "Record"]

Offsets: TypeAlias = tuple[int, int]

#: The lists of entities that are scored, each with what one of them is called.
ENTITIES: Mapping[str, str] = {"people": "person", "places": "place", "organizations": "organization"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quotation, as somebody annotated it or something found it.

    Attributes:
        start: Offset of the first character inside the marks.
        end: Offset behind the last one.
        kind: ``"speech"``, ``"fragment"``, ``"other"`` (quotes nobody) or ``"indirect"`` (without marks).
        cue: Where the cue stands.
        mention: Where the words stand that name the source.
        speaker: Who that is, by name.
        rule: What found it.
        confidence: How sure that is; None of what people wrote.
    """

    start: int
    end: int
    kind: str
    cue: Offsets | None = None
    mention: Offsets | None = None
    speaker: str | None = None
    rule: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person, place or organization with the offsets of its names and of what else it is called."""

    name: str
    gender: str | None = None
    names: tuple[Offsets, ...] = ()
    nominals: tuple[Offsets, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One text with what stands in it.

    Attributes:
        id: The record's id, or None.
        text: The text; None where only offsets were written.
        quotes: Its quotations; None where nobody looked for any.
        entities: Its people, places and organizations, under the keys of ``ENTITIES``, as far as somebody looked for
            them.
        zones: What of a page is no running text: zone, start and end.
        fields: The record's other fields that hold one value, such as ``"source"``.
    """

    id: str | None
    text: str | None
    quotes: tuple[Quoted, ...] | None = None
    entities: Mapping[str, tuple[Named, ...]] = field(default_factory=dict)
    zones: tuple[tuple[str, int, int], ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
