"""Names that the model took for another kind: a surname for a town, a town for a people.

The text decides first (a surname of somebody named in full), then the tables, with what stands before.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.names import Name, stem
from eipe.entities.propagation import LOCATIVES
from eipe.entities.words import Words
from eipe.greek import lexicon
from eipe.greek.declension import nominative_name
from eipe.greek.people import given_gender

__all__ = ["relabelled"]

TOWN = 6


def relabelled(names: Sequence[Name], words: Words) -> list[Name]:
    surnames = {stem(name.words[-1]) for name in names if is_full_person(name)}
    firsts = {stem(name.words[0]) for name in names if is_full_person(name)}
    return [settled(name, words, surnames, firsts) for name in names]


def is_full_person(name: Name) -> bool:
    if len(name.words) < 2:
        return False
    return name.kind == "person" or (name.kind == "place" and is_persons_name(name))


def is_persons_name(name: Name) -> bool:
    """Whether a name of two words marked as a place is a first name and a surname, and no place that is known."""
    if len(name.words) != 2 or given_gender(name.words[0]) is None or name.words[0].isupper():
        return False
    return not lexicon.is_place(as_place(name))


def as_place(name: Name) -> str:
    return nominative_name(name.words, kind="place", case=None, gender=None, number=None, seen=())


def settled(name: Name, words: Words, surnames: set[str], firsts: set[str]) -> Name:
    before = words.folded[name.first - 1] if name.first else ""
    if name.kind == "person":
        return name
    if len(name.words) == 2 and is_persons_name(name) and name.kind == "place":
        return name.with_kind("person", "PERSON")
    if len(name.words) > 1:
        return name
    short = name.stems[0]
    rank = lexicon.place_rank(as_place(name))
    if short in surnames and rank > TOWN and before not in LOCATIVES:
        return name.with_kind("person", "PERSON")
    if name.kind == "organization" and rank <= TOWN and before in LOCATIVES and not name.text.isupper():
        return name.with_kind("place", "GPE")
    if short in firsts and rank > TOWN and given_gender(name.words[0]) is not None:
        return name.with_kind("person", "PERSON")
    return name
