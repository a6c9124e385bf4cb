"""An extraction with its spans or entities changed, and whatever refers to them changed with them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar

from eipe.records import Entity, Findings, Quote

__all__ = ["rewritten"]

F = TypeVar("F", bound=Findings)


def _same(value: Any) -> Any:
    return value


def rewritten(
    extraction: F,
    *,
    span: Callable[[Any], Any] = _same,
    entity: Callable[[Any], Any] = _same,
    text: str | None = None,
) -> F:
    """``extraction`` with its records changed; a speaker stays the very entity that is listed.

    Args:
        extraction: What was found.
        span: Gives the new one for a mention, a quotation, a cue or a term: a record of the same type.
        entity: Gives the new one for an entity, with its mentions as they were.
        text: The text of the new extraction; by default the same.
    """
    made: dict[int, Entity] = {}

    def named(value: Entity) -> Any:
        if id(value) not in made:
            new = entity(value)
            mentions = tuple(map(span, value.mentions))
            same = all(one is old for one, old in zip(mentions, value.mentions, strict=True))
            made[id(value)] = new if same else dataclasses.replace(new, mentions=mentions)
        return made[id(value)]

    def quoted(value: Quote) -> Quote:
        new: Quote = dataclasses.replace(
            span(value),
            cue=value.cue and span(value.cue),
            speaker_mention=value.speaker_mention and span(value.speaker_mention),
            speaker=value.speaker and named(value.speaker),
            addressee=value.addressee and named(value.addressee),
        )
        return new

    return dataclasses.replace(
        extraction,
        text=extraction.text if text is None else text,
        people=tuple(map(named, extraction.people)),
        places=tuple(map(named, extraction.places)),
        organizations=tuple(map(named, extraction.organizations)),
        sources=tuple(map(named, extraction.sources)),
        quotes=tuple(map(quoted, extraction.quotes)),
        terms=tuple(map(span, extraction.terms)),
    )
