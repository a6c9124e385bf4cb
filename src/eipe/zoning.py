"""Where on the page each record stands, and who stands only in what surrounds the story.

``article.zones`` tells eleven kinds of lines apart; records know the six that matter to whoever counts names and
quotations.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

from eipe.article.credits import is_credit
from eipe.article.zones import UNLISTED, Zone, zone_at
from eipe.records import Findings, Mention, Quote
from eipe.rewriting import rewritten
from eipe.spans import ZoneName

__all__ = ["with_zones", "without_furniture", "zone_name"]

F = TypeVar("F", bound=Findings)

#: What records call the zones of a page. The items of a list are text: candidates, results, what a law changes.
NAMES: Final[Mapping[str, ZoneName]] = {
    "text": "text",
    "list": "text",
    "headline": "headline",
    "subtitle": "headline",
    "byline": "byline",
    "dateline": "byline",
    "caption": "caption",
    "teaser": "teaser",
    "advert": "teaser",
    "menu": "teaser",
    "tags": "teaser",
    "post": "post",
}


def zone_name(zones: Sequence[Zone], offset: int) -> ZoneName:
    """What records call the zone that an offset of the text stands in."""
    return NAMES[zone_at(zones, offset)]


def with_zones(extraction: F, zones: Sequence[Zone]) -> F:
    """``extraction`` with the zone of each mention and quotation: where its first character stands."""
    if not zones:
        return extraction

    def placed(span: Any) -> Any:
        zone = zone_name(zones, span.start)
        if not isinstance(span, Mention | Quote) or span.zone == zone:
            return span
        return dataclasses.replace(span, zone=zone)

    return rewritten(extraction, span=placed)


def without_furniture(extraction: F, zones: Sequence[Zone]) -> F:
    """``extraction`` without the people who stand only in bylines, credits and teasers.

    Whoever is quoted or addressed stays, wherever the quotation stands: a speaker is always one of the people.
    """
    # Told by identity: the hash of somebody with many mentions takes long, and each quotation would ask for it.
    quoted = {id(entity) for quote in extraction.quotes for entity in (quote.speaker, quote.addressee)}

    def is_furniture(mention: Mention) -> bool:
        zone = zone_at(zones, mention.start)
        return zone in UNLISTED or (zone == "caption" and is_credit(extraction.text, zones, mention.start))

    people = tuple(
        person for person in extraction.people if id(person) in quoted or not all(map(is_furniture, person.mentions))
    )
    return extraction if len(people) == len(extraction.people) else dataclasses.replace(extraction, people=people)
