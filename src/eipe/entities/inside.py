"""Places inside the names of public bodies: Νίκαια in Νοσοκομείο Νίκαιας, Σητεία in Δήμος Σητείας.

Where such a body works is where its news is from. Universities, clubs and unions have a town in their name that says
no more than the rest of it, so only the nouns of a table are seen through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from eipe.entities.document import GENITIVES, Grammar, Words
from eipe.entities.edges import is_capital
from eipe.entities.joining import made, nominative_of_place
from eipe.entities.names import Name, stem
from eipe.greek import gazetteer
from eipe.lexicon.table import rows, words_of

__all__ = ["places_inside"]


@cache
def bodies() -> frozenset[str]:
    return frozenset(stem(noun) for (noun,) in rows("public_bodies"))


def places_inside(names: Iterable[Name], words: Words) -> Iterator[Name]:
    """The places, in the genitive, that the public bodies among ``names`` are called after."""
    for name in names:
        if name.kind != "organization":
            continue
        heads = [index for index in range(name.first, name.last) if stem(words.texts[index]) in bodies()]
        last = name.last
        while heads and last > heads[-1] + 1:
            place = place_at_end(heads[-1] + 1, last, words)
            if place is None:
                break
            yield place
            last = place.first - 1
            if words.folded[last] not in words_of("joining_places"):
                break


def place_at_end(first: int, last: int, words: Words) -> Name | None:
    """The longest place of the table that ends here."""
    for start in range(first, last):
        parts = words.texts[start:last]
        if not is_capital(parts[0]) or (words.texts[start - 1] in GENITIVES and start > first + 1):
            continue
        found = nominative_of_place(parts)
        if found != " ".join(parts) and gazetteer.is_place(found):
            place = made(words, start, last, "place", "GPE")
            return place.with_grammar(Grammar("Gen")) if place is not None else None
    return None
