"""An extraction with its spans changed, and whatever refers to them changed with them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar

from eipe.records import Entity, Findings, Quote

__all__ = ["rewritten"]

F = TypeVar("F", bound=Findings)


def rewritten(extraction: F, change: Callable[[Any], Any], *, text: str | None = None) -> F:
    """``extraction`` with ``change`` made to every span; a speaker stays the very entity that is listed.

    Args:
        extraction: What was found.
        change: Gives the new one for a mention, a quotation, a cue or a term: a record of the same type.
        text: The text of the new extraction; by default the same.
    """
    entities: dict[int, Entity] = {}

    def entity(value: Entity) -> Any:
        if id(value) not in entities:
            mentions = tuple(map(change, value.mentions))
            same = all(new is old for new, old in zip(mentions, value.mentions, strict=True))
            entities[id(value)] = value if same else dataclasses.replace(value, mentions=mentions)
        return entities[id(value)]

    def quote(value: Quote) -> Quote:
        new: Quote = dataclasses.replace(
            change(value),
            cue=value.cue and change(value.cue),
            speaker_mention=value.speaker_mention and change(value.speaker_mention),
            speaker=value.speaker and entity(value.speaker),
            addressee=value.addressee and entity(value.addressee),
        )
        return new

    return dataclasses.replace(
        extraction,
        text=extraction.text if text is None else text,
        people=tuple(map(entity, extraction.people)),
        places=tuple(map(entity, extraction.places)),
        organizations=tuple(map(entity, extraction.organizations)),
        sources=tuple(map(entity, extraction.sources)),
        quotes=tuple(map(quote, extraction.quotes)),
        terms=tuple(map(change, extraction.terms)),
    )
