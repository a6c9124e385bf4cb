"""Names that the model took for another kind: a surname for a town, a town for a people.

The text decides first (a surname of somebody named in full), then the tables, with what stands before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from eipe.entities.names import Name, stem
from eipe.entities.propagation import after_locative
from eipe.entities.words import Words
from eipe.greek import lexicon
from eipe.greek.declension import nominative_name
from eipe.greek.people import given_gender

__all__ = ["relabelled"]

TOWN = 6
PLACE_NOUNS = frozenset(
    map(stem, "περιφέρεια πόλη περιοχή επαρχία νομός χωριό νησί κομητεία κοιλάδα νησιά λιμάνι πρωτεύουσα χώρα".split())
)


def relabelled(names: Sequence[Name], words: Words) -> list[Name]:
    surnames = {stem(name.words[-1]) for name in names if is_full_person(name)}
    firsts = {stem(name.words[0]) for name in names if is_full_person(name)}
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[name.stems][name.kind] += 1
    for name in names:
        if name.kind == "organization" and is_called_a_place(name, words):
            votes[name.stems]["place"] += 1
    return [settled(outvoted(name, votes), words, surnames, firsts) for name in names]


def is_called_a_place(name: Name, words: Words) -> bool:
    """Whether the words before say what it is: η περιφέρεια του Κουρσκ."""
    if name.first < 2 or words.folded[name.first - 1] not in ("τησ", "του", "των"):
        return False
    return stem(words.texts[name.first - 2]) in PLACE_NOUNS


def outvoted(name: Name, votes: dict[tuple[str, ...], Counter[str]]) -> Name:
    """A name that is a place in one sentence and an organization in the next is what it is oftener."""
    count = votes[name.stems]
    if name.kind == "person" or not count["organization"] or not count["place"]:
        return name
    if count["place"] > count["organization"] or (
        count["place"] == count["organization"] and lexicon.is_place(as_place(name))
    ):
        return name.with_kind("place", "GPE") if name.kind != "place" else name
    return name


def reaches(name: Name, words: Words) -> bool:
    """ως τη Μασσαλία: nothing but a place is reached."""
    before = words.folded[max(name.first - 2, 0) : name.first]
    return len(before) == 2 and before[0] in ("ωσ", "εωσ", "μεχρι") and locative_article(before[1])


def locative_article(folded: str) -> bool:
    return folded in ("τη", "την", "τον", "το", "τα", "τισ", "τουσ")


def in_dateline(name: Name, words: Words) -> bool:
    """ΜΟΣΧΑ / ΚΙΕΒΟ - …: capitals at the start of a line, or behind a stroke."""
    if not name.text.isupper() or len(name.text) < 4:
        return False
    before = words.texts[name.first - 1] if name.first else "\n"
    after = words.texts[name.last] if name.last < len(words) else ""
    return (before in ("/", "-", "–") or "\n" in before) and after in ("/", "-", "–", ",")


def is_full_person(name: Name) -> bool:
    if len(name.words) < 2:
        return False
    return name.kind == "person" or (name.label == "GPE" and is_persons_name(name))


def is_persons_name(name: Name) -> bool:
    """Whether a name of two words marked as a place is a first name and a surname, and no place that is known."""
    if len(name.words) != 2 or given_gender(name.words[0]) is None or name.words[0].isupper():
        return False
    return not lexicon.is_place(as_place(name))


def as_place(name: Name) -> str:
    return nominative_name(name.words, kind="place", case=None, gender=None, number=None, seen=())


def settled(name: Name, words: Words, surnames: set[str], firsts: set[str]) -> Name:
    locative = after_locative(words, name.first)
    if name.kind == "person":
        return name
    if name.kind == "place" and name.label == "GPE" and is_persons_name(name):
        return name.with_kind("person", "PERSON")
    if len(name.words) > 1:
        return name
    short = name.stems[0]
    rank = lexicon.place_rank(as_place(name))
    if short in surnames and rank > TOWN and not locative:
        return name.with_kind("person", "PERSON")
    if name.kind == "organization" and rank <= TOWN and (reaches(name, words) or in_dateline(name, words)):
        return name.with_kind("place", "GPE")
    if short in firsts and rank > TOWN and given_gender(name.words[0]) is not None:
        return name.with_kind("person", "PERSON")
    return name
