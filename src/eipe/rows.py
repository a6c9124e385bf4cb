"""Extractions as flat rows, one a quotation: what CSV, Parquet, data frames and Spark share.

A row holds plain values only: strings, numbers, None. Strings are always encodable in UTF-8 (a lone surrogate
becomes U+FFFD), since neither Parquet nor Arrow can store anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any, Literal, TypeAlias, TypeVar

from eipe.arguments import check_zones
from eipe.records import Entity, Findings, Person, Quote
from eipe.spans import ZONES, ZoneName

__all__ = ["COLUMNS", "WORD", "Results", "SpeakerType", "in_zones", "numbered", "quote_rows", "speaker_type", "words"]

F = TypeVar("F", bound=Findings)

#: The columns of a row and what they hold, in order. ``id`` stands in front of them.
COLUMNS: Mapping[str, type] = {
    "number": int,
    "quote": str,
    "kind": str,
    "speaker": str,
    "speaker_type": str,
    "gender": str,
    "role": str,
    "speaker_mention": str,
    "cue": str,
    "cue_lemma": str,
    "addressee": str,
    "words": int,
    "start": int,
    "end": int,
    "speaker_ascii": str,
    "speaker_latin": str,
    "rule": str,
    "confidence": float,
    "speaker_id": str,
    "zone": str,
}

SpeakerType = Literal["person", "organization", "place", "source", "unknown"]

#: What functions over many articles take: extractions, or pairs of an extraction and its id (or the other way
#: round), as ``Extractor.pipe`` gives them.
Results: TypeAlias = "Iterable[Findings | tuple[Findings, Any] | tuple[Any, Findings]] | Findings"

#: A word: a run of letters and digits.
WORD = re.compile(r"[^\W_]+(?:['’᾽-][^\W_]+)*")
_SURROGATE = re.compile("[\ud800-\udfff]")


def words(text: str) -> int:
    """How many words ``text`` has: runs of letters and digits; «Κιμ Γιονγκ-ουν» has two."""
    return sum(1 for _ in WORD.finditer(text))


def speaker_type(speaker: Entity | None) -> SpeakerType:
    """What a speaker is; ``"unknown"`` where the text does not tell who speaks."""
    return "unknown" if speaker is None else speaker.type  # type: ignore[return-value]


def quote_rows(extraction: Findings) -> Iterator[dict[str, Any]]:
    """One row a quotation, in text order, with the keys of ``COLUMNS``."""
    for number, quote in enumerate(extraction.quotes):
        row = _row(number, quote)
        yield {key: encodable(v) if isinstance(v, str) else v for key, v in row.items()}


def encodable(text: str) -> str:
    """``text`` with U+FFFD for half a surrogate pair, which no file can hold."""
    return _SURROGATE.sub("\ufffd", text)


def _row(number: int, quote: Quote) -> dict[str, Any]:
    speaker = quote.speaker
    person = speaker if isinstance(speaker, Person) else None
    return {
        "number": number,
        "quote": quote.text,
        "kind": quote.kind,
        "speaker": speaker and speaker.name,
        "speaker_type": speaker and speaker.type,
        "gender": person and person.gender,
        "role": ("; ".join(person.roles) or None) if person else None,
        "speaker_mention": quote.speaker_mention and quote.speaker_mention.text,
        "cue": quote.cue and quote.cue.text,
        "cue_lemma": quote.cue and quote.cue.lemma,
        "addressee": quote.addressee and quote.addressee.name,
        "words": words(quote.text),
        "start": quote.start,
        "end": quote.end,
        "speaker_ascii": speaker and speaker.ascii,
        "speaker_latin": speaker and speaker.latin,
        "rule": quote.rule,
        "confidence": quote.confidence,
        "speaker_id": (speaker and speaker.id) or None,
        "zone": quote.zone,
    }


def in_zones(extraction: F, zones: Iterable[ZoneName]) -> F:
    """``extraction`` with those of its quotations only that stand in ``zones`` of a page."""
    quotes = tuple(quote for quote in extraction.quotes if quote.zone in zones)
    return extraction if len(quotes) == len(extraction.quotes) else replace(extraction, quotes=quotes)


def numbered(results: Results, function: str, zones: Iterable[ZoneName] = ZONES) -> Iterator[tuple[Any, Findings]]:
    """``results`` as (id, extraction) pairs; an extraction that came without an id gets its number, from 0.

    Args:
        results: See ``Results``.
        function: The name of the caller, for the error message.
        zones: Quotations that stand elsewhere on a page are left out.

    Raises:
        TypeError: If something in ``results`` is neither an extraction nor a pair with one, or ``zones`` no strings.
        ValueError: If one of ``zones`` is none.
    """
    wanted = check_zones(zones)
    if isinstance(results, Findings):
        results = (results,)
    if isinstance(results, str | Mapping) or not isinstance(results, Iterable):
        raise TypeError(f"{function}() takes extractions, such as extractor.pipe(texts), not {type(results).__name__}")
    for number, item in zip(count(), results):
        if isinstance(item, Findings):
            yield number, in_zones(item, wanted)
            continue
        match item:
            case (Findings() as extraction, id) | (id, Findings() as extraction):
                yield id, in_zones(extraction, wanted)
            case _:
                raise TypeError(
                    f"{function}(): item {number} is {type(item).__name__}, neither an Extraction nor a "
                    "pair of an Extraction and an id"
                )
