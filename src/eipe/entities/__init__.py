"""Who and what a text names: people, places and organizations, one entity each, with all their mentions.

The way of a name: ``tagged`` (what the model marked; ``edges`` and ``joining`` set it right, ``no_names`` for what is
none) -> ``relabelling`` (of what kind; ``towns`` for what the tables have as a place) -> ``propagation`` (all its
occurrences; ``unmarked`` for what no model saw) -> ``titles``, ``apposition`` and ``evidence`` (what stands beside
it) -> ``people``, ``places`` and ``organizations`` (which are one) -> ``resolution`` (titles and pronouns that stand
for it) -> ``build`` (records).
"""

from __future__ import annotations

from eipe.entities.build import Entities, find_entities

__all__ = ["Entities", "find_entities"]
