"""Organizations with their country: Υπουργείο Εξωτερικών της Ρωσίας, Ταχυδρομική Υπηρεσία των ΗΠΑ.

Models stop at the noun in one sentence and take the genitive in, in the next. A genitive article and a place
right behind the name of a service, ministry or court are part of its name; behind other organizations (ο Άρης
της Θεσσαλονίκης) they only say where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eipe.greek.latin import ascii_key, latin
from eipe.greek.letters import fold
from eipe.lexicon.table import affixes, rows
from eipe.records import Mention, Organization, Place

__all__ = ["with_country"]

ARTICLES = affixes("articles_before_countries")
#: Stems (folded) of the nouns that only a country makes a name of.
PUBLIC = tuple(stem for (stem,) in rows("bodies_of_states"))


def with_country(organizations: Sequence[Organization], places: Sequence[Place], text: str) -> tuple[Organization, ...]:
    """``organizations``, the name and mention of each taken on to the place behind it."""
    names = [mention for entity in (*places, *organizations) for mention in entity.mentions if mention.kind == "name"]
    ends = {mention.start: mention.end for mention in names}
    taken = {organization.name for organization in organizations}
    result: list[Organization] = []
    for organization in organizations:
        longer = tuple(_longer(mention, text, ends) for mention in organization.mentions)
        tails = {text[old.end : new.end] for old, new in zip(organization.mentions, longer, strict=True) if old != new}
        public = any(f" {stem}" in f" {fold(organization.name)}" for stem in PUBLIC)
        name = organization.name + " ".join(sorted(tails)[:1])
        if not public or len(tails) != 1 or name in taken:
            result.append(organization)
            continue
        result.append(replace(organization, name=name, ascii=ascii_key(name), latin=latin(name), mentions=longer))
    return tuple(result)


def _longer(mention: Mention, text: str, ends: dict[int, int]) -> Mention:
    tail = text[mention.end : mention.end + 5]
    for article in ARTICLES:
        start = mention.end + len(article) + 2
        if tail == f" {article} " and start in ends:
            return replace(mention, end=ends[start], text=text[mention.start : ends[start]])
    return mention
