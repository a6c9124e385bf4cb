"""Which entities somebody means by a name (the one in the nominative, in Latin letters, or in another case), and names
for entities that are one's own within an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from eipe.greek.letters import fold
from eipe.records import Entity, Findings, Source

__all__ = ["AND", "entity_ids", "is_joint", "named"]

#: What stands before the last member of a joint speaker: Νίκος Παππάς και Άννα Ρήγα.
AND = " και "

#: Where a name is looked for, in order: what a later place knows counts only if no earlier one knows the name,
#: so that Παππά is the woman of that name, and of a man only where there is none.
_PLACES: tuple[Callable[[Entity], Iterable[str]], ...] = (
    lambda entity: (entity.name,),
    lambda entity: (entity.latin, entity.ascii),
    lambda entity: (mention.text for mention in entity.mentions if mention.kind == "name"),
)


def named(name: str, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities that ``name`` may mean; capitals, accents and the order of its words do not count.

    Args:
        name: A name or a part of it, in whole words.
        entities: The entities to choose from.
    """
    words, known = set(fold(name).split()), tuple(entities)
    for texts in _PLACES if words else ():
        found = tuple(entity for entity in known if any(words <= set(fold(text).split()) for text in texts(entity)))
        if found:
            return found
    return ()


def entity_ids(extraction: Findings) -> dict[Entity, str]:
    """A name within the article for every entity: ``person-1``, ``place-1``, in order of appearance."""
    ids: dict[Entity, str] = {}
    for entities in (extraction.people, extraction.places, extraction.organizations, extraction.sources):
        for number, entity in enumerate(entities, start=1):
            ids.setdefault(entity, f"{entity.type}-{number}")
    return ids


def is_joint(entity: Entity | None) -> bool:
    """Whether several speak as one source."""
    return isinstance(entity, Source) and AND in entity.name
