"""Names made of tokens, places of two halves, and the houses that govern: ο Λευκός Οίκος."""

from __future__ import annotations

from functools import cache, lru_cache

from eipe.entities.document import GENITIVES, Words
from eipe.entities.edges import EDGES, with_prime
from eipe.entities.names import Kind, Name, apart, make_name, stem
from eipe.entities.printed import unglued
from eipe.greek import gazetteer
from eipe.greek.declension import nominative_name
from eipe.greek.letters import fold, is_abbreviated
from eipe.lexicon.table import rows, words_of

__all__ = ["STATES", "is_seat", "landforms", "made", "nominative_of_place", "with_seats", "with_wholes"]

AND = words_of("and")
STATES = frozenset(map(stem, words_of("states")))


@cache
def seats() -> frozenset[str]:
    return frozenset(fold(name) for (name,) in rows("seats"))


@cache
def seats_of_several_words() -> list[tuple[str, ...]]:
    return [tuple(map(stem, name.split())) for name in seats() if " " in name]


@lru_cache(maxsize=1 << 12)
def is_seat(words: tuple[str, ...]) -> bool:
    """Whether the words name a seat of government, in any case: του Λευκού Οίκου."""
    return fold(" ".join(words)) in seats() or fold(nominative_of_place(words)) in seats()


def with_seats(names: list[Name], words: Words) -> list[Name]:
    """The names, and every seat of several words as one body, whatever was marked in it: ο Λευκός Οίκος."""
    found: list[Name] = []
    for first in words.capitals:
        for stems in seats_of_several_words():
            last = first + len(stems)
            parts = words.texts[first:last]
            if stem(parts[0]) == stems[0] and tuple(map(stem, parts)) == stems:
                found.append(made(words, first, last, "organization", "ORG"))
    return sorted([*apart(names, found), *found], key=lambda name: name.start)


@cache
def landforms() -> frozenset[str]:
    return frozenset(stem(noun) for (noun,) in rows("landforms"))


def with_wholes(names: list[Name], words: Words) -> list[Name]:
    """The names, two that are one as one: Λωρίδα της Γάζας, Ανατολική Μακεδονία και Θράκη, Δημοκρατία της Κορέας."""
    out: list[Name] = []
    for name in names:
        if out and name.kind != "organization" and is_landform_of(out[-1], name, words):
            out[-1] = made(words, out[-1].first, name.last, "place", "LOC")
        elif out and name.kind == "place" and is_half_of(out[-1], name, words):
            out[-1] = made(words, out[-1].first, name.last, "place", out[-1].label)
        elif out and name.kind == "place" and is_state_of(out[-1], name, words):
            out[-1] = made(words, out[-1].first, name.last, "organization", "ORG")
        else:
            out.append(name)
    return out


def is_half_of(half: Name, name: Name, words: Words) -> bool:
    """Whether the table has both as one place: Ανατολική Μακεδονία και Θράκη, Πόλη του Μεξικού."""
    if half.kind != "place" or name.first - half.last != 1 or words.folded[half.last] not in GENITIVES | AND:
        return False
    return gazetteer.is_place(nominative_of_place(words.texts[half.first : name.last]))


def is_landform_of(form: Name, name: Name, words: Words) -> bool:
    """Whether the place gives its name to the gulf, strip or strait before it: Λωρίδα | της | Γάζας."""
    if form.kind != "place" or len(form.words) > 1 or form.stems[0] not in landforms():
        return False
    return is_of(form, name, words)


def is_state_of(state: Name, land: Name, words: Words) -> bool:
    """Whether a land's name is the end of its state's: Λαϊκής Δημοκρατίας | της | Κορέας.

    A body, unless it is a country of the table: those are places for `relabelling`.
    """
    return state.kind != "person" and state.stems[-1] in STATES and is_of(state, land, words)


def is_of(one: Name, other: Name, words: Words) -> bool:
    """Whether only an article in the genitive stands between the two."""
    return other.first - one.last == 1 and words.folded[one.last] in GENITIVES


def nominative_of_place(parts: tuple[str, ...] | list[str]) -> str:
    return of_genitive(tuple(parts))


@lru_cache(maxsize=1 << 12)
def of_genitive(parts: tuple[str, ...]) -> str:
    return nominative_name(parts, kind="place", case="Gen", gender=None, number=None, seen=())


def made(words: Words, first: int, last: int, kind: Kind, label: str) -> Name:
    """The name in these tokens, without marks at its edges; at least one of them is a word."""
    start, end = words.starts[first], words.end(last - 1)
    text = words.text[start:end]
    kept = text.strip(EDGES)
    if kind == "person":
        kept = unglued(kept)
    start += text.index(kept)
    end = start + len(kept)
    if words.text[end : end + 1] == "." and is_abbreviated(words.texts[last - 1]) and end < words.end(last - 1):
        end += 1
    end = with_prime(words.text, start, end)
    return make_name(words, start, end, first, last, kind, label)
