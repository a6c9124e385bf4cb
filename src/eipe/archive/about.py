"""What was said about something, over many articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from eipe.arguments import check_zones
from eipe.quoting import about, stems
from eipe.records import Quote
from eipe.rows import Results, numbered
from eipe.spans import ZONES, ZoneName

__all__ = ["QuoteAbout", "quotes_about"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteAbout:
    """One quotation that speaks of what was asked for.

    Attributes:
        id: The article's id; its number where none was given.
        quote: The quotation.
    """

    id: Any
    quote: Quote

    def __str__(self) -> str:
        return str(self.quote)


def quotes_about(results: Results, what: str, *, zones: Iterable[ZoneName] = ZONES) -> Iterator[QuoteAbout]:
    """The quotations of a set of articles that speak of something, lazily, in order.

    Args:
        results: Extractions, or pairs of an extraction and an id, as ``Extractor.pipe`` gives them.
        what: A word, several in a row, or a name, as ``Extraction.quotes_about`` takes them.
        zones: Only quotations that stand in these zones of a page.

    Raises:
        TypeError: If ``results`` holds something else, ``zones`` is a string, or ``what`` none (an entity is one
            article's).
        ValueError: If ``what`` holds no word, or one of ``zones`` is none.
    """
    if not isinstance(what, str):
        raise TypeError(f"quotes_about() takes a word, not {type(what).__name__}; entities are of one article each")
    if not stems(what):
        raise ValueError(f"quotes_about() needs a word to look for, and {what!r} has none")
    return (
        QuoteAbout(id=id, quote=quote)
        for id, extraction in numbered(results, "quotes_about", check_zones(zones))
        for quote in about(extraction, what)
    )
