"""schema.org in JSON-LD, for the pages: an article with its ``Quotation``s, and whom and what it mentions.

Search engines and fact checkers read it. A quotation's ``creator`` is the person or the organization that speaks; any
other speaker (a place, ένας κάτοικος) stands in ``creditText``, since schema.org's creators are none of these.
"""

from __future__ import annotations

from typing import Any

from eipe.interchange import dump
from eipe.naming import entity_ids
from eipe.records import Entity, Findings, Organization, Person, Place, Quote

__all__ = ["script"]

_GENDERS = {"f": "https://schema.org/Female", "m": "https://schema.org/Male"}
# Inside a script element nothing may look like its end, or like a comment's start.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def script(extraction: Findings, *, heading: str, prefix: str) -> str:
    """A ``<script>`` of data, which browsers do not run.

    Args:
        extraction: What was found in the article.
        heading: Its title; left out if empty.
        prefix: What the ids of the page's elements start with: a quotation is identified by its anchor.
    """
    article = _article(extraction, heading, prefix)
    return f'<script type="application/ld+json">{dump(article).translate(_ESCAPES)}</script>'


def _article(extraction: Findings, heading: str, prefix: str) -> dict[str, Any]:
    ids = {entity: f"#{prefix}-{id}" for entity, id in entity_ids(extraction).items()}
    named = (*extraction.people, *extraction.places, *extraction.organizations)
    article: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle", "inLanguage": "el"}
    if heading:
        article["name"] = heading
    if named:
        article["mentions"] = [_thing(entity, ids[entity]) for entity in named]
    if extraction.quotes:
        quotes = enumerate(extraction.quotes)
        article["hasPart"] = [_quotation(quote, f"#{prefix}-q{number}", ids) for number, quote in quotes]
    return article


def _thing(entity: Entity, id: str) -> dict[str, Any]:
    thing: dict[str, Any] = {"@type": "Person", "@id": id, "name": entity.name, "alternateName": entity.latin}
    if isinstance(entity, Person):
        if entity.roles:
            thing["jobTitle"] = list(entity.roles)
        if entity.gender:
            thing["gender"] = _GENDERS[entity.gender]
    elif isinstance(entity, Place):
        thing["@type"] = "Place"
    else:
        thing["@type"] = "Organization"
    return thing


def _quotation(quote: Quote, id: str, ids: dict[Entity, str]) -> dict[str, Any]:
    quotation: dict[str, Any] = {"@type": "Quotation", "@id": id, "text": quote.text, "inLanguage": "el"}
    speaker = quote.speaker
    if isinstance(speaker, Person | Organization) and speaker in ids:
        quotation["creator"] = {"@id": ids[speaker]}
    elif speaker:
        quotation["creditText"] = speaker.name
    return quotation
