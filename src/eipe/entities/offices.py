"""Places that an office tells where no model marks them: η δήμαρχος Ζαγοράς, ο βουλευτής Πέλλας."""

from __future__ import annotations

from collections.abc import Container, Iterator

from eipe.entities.document import Words
from eipe.entities.joining import made, nominative_of_place
from eipe.entities.names import Name
from eipe.entities.roles import role
from eipe.greek import gazetteer
from eipe.lexicon.table import affixes

__all__ = ["places_of_offices"]


#: The offices that are held over a town or a region.
HELD = frozenset({"mayor", "deputy", "governor", "regional-governor", "vice-governor", "prefect", "metropolitan"})


def places_of_offices(words: Words, taken: Container[int]) -> Iterator[Name]:
    """The bare genitives behind such an office that the table of places has."""
    for index in words.capitals:
        if not index or index in taken or not words.texts[index - 1].islower():
            continue
        office = role(words.texts[index - 1])
        if office is None or office.kind not in HELD or not words.folded[index].endswith(affixes("held_places")):
            continue
        found = nominative_of_place([words.texts[index]])
        if found != words.texts[index] and gazetteer.is_place(found):
            name = made(words, index, index + 1, "place", "GPE")
            if name is not None:
                yield name
