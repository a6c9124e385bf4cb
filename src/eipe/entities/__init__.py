"""Who and what a text names: people, places and organizations, one entity each, with all their mentions.

The way of a name: ``spans`` (what the model marked, edges set right; ``printed`` for what papers do to names,
``no_names`` for what is none) -> ``labels`` and ``votes`` (of what kind) -> ``propagation`` (all its occurrences;
``unmarked`` for what no model saw) -> ``titles`` and ``evidence`` (what stands beside it) -> ``people`` and
``places`` (which are one) -> ``resolution`` (titles that stand for it) -> ``build`` (records).
"""

from __future__ import annotations

from eipe.entities.build import Entities, find_entities

__all__ = ["Entities", "find_entities"]
