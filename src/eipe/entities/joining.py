"""Marked names put together: the halves of a name, two places that are one, houses that govern."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from eipe.entities.document import GENITIVES, Words
from eipe.entities.edges import EDGES, is_capital
from eipe.entities.names import WORD, Kind, Name, make_name, stem
from eipe.entities.printed import core, with_prime
from eipe.greek import gazetteer
from eipe.greek.declension import nominative_name
from eipe.greek.letters import fold, is_abbreviated
from eipe.lexicon.table import rows, words_of

__all__ = [
    "STATES",
    "completed",
    "is_seat",
    "joined_places",
    "landforms",
    "made",
    "nominative_of_place",
    "with_seats",
]


STATES = frozenset(map(stem, words_of("states")))


@cache
def landforms() -> frozenset[str]:
    return frozenset(stem(noun) for (noun,) in rows("landforms"))


@cache
def seats() -> frozenset[str]:
    return frozenset(fold(name) for (name,) in rows("seats"))


@cache
def seats_of_several_words() -> dict[str, list[tuple[str, ...]]]:
    """The stems of the seats of more than one word, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in seats():
        stems = tuple(map(stem, name.split()))
        if len(stems) > 1:
            found[stems[0]].append(stems)
    return dict(found)


@lru_cache(maxsize=1 << 12)
def is_seat(words: tuple[str, ...]) -> bool:
    """Whether the words name a seat of government, in any case: του Λευκού Οίκου."""
    return fold(" ".join(words)) in seats() or fold(nominative_of_place(words)) in seats()


def with_seats(names: list[Name], words: Words) -> list[Name]:
    """The names, and every seat of several words as one body, whatever was marked in it: ο Λευκός Οίκος."""
    known = seats_of_several_words()
    found: list[Name] = []
    for first in words.capitals:
        for stems in known.get(stem(words.texts[first]), ()):
            last = first + len(stems)
            parts = words.texts[first:last]
            if tuple(map(stem, parts)) == stems and all(is_capital(part) or part.islower() for part in parts):
                body = made(words, first, last, "organization", "ORG")
                found.extend([body] if body is not None else [])
    if not found:
        return names
    taken = {index for body in found for index in range(body.first, body.last)}
    kept = [name for name in names if taken.isdisjoint(range(name.first, name.last))]
    return sorted([*kept, *found], key=lambda name: name.start)


def completed(names: list[Name], words: Words) -> list[Name]:
    """The end of a name that stands whole elsewhere, with its beginning: Γιονγκ Ουν behind Κιμ.

    The beginning may have been taken into the name before it: [της Βόρειας Κορέας Κιμ] [Γιονγκ Ουν].
    """
    whole: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        parts = tuple(words.folded[name.first : name.last])
        if name.kind == "person" and len(parts) > 2:
            whole.setdefault(parts[-1], set()).add(parts)
    out: list[Name] = []
    for name in names:
        parts = tuple(words.folded[name.first : name.last])
        longer = whole.get(parts[-1], ()) if name.kind == "person" and len(parts) > 1 else ()
        for full in longer:
            first = name.last - len(full)
            if len(full) <= len(parts) or first < 0 or tuple(words.folded[first : name.last]) != full:
                continue
            if out and out[-1].last > first:
                before = out.pop()
                shorter = made(words, before.first, first, before.kind, before.label) if before.first < first else None
                out.extend([shorter] if shorter is not None else [])
            name = made(words, first, name.last, "person", "PERSON") or name
            break
        out.append(name)
    return out


def joined_places(names: list[Name], words: Words) -> list[Name]:
    """Two places that are one: Βόρεια and Κορέα, Πόλη του and Μεξικού, as the table has it; Δημοκρατία and Κορέας;
    Ανατολική Μακεδονία and Θράκη, which are one region."""
    out: list[Name] = []
    for name in names:
        before = out[-1] if out else None
        if before is not None and is_landform_of(before, name, words):
            out[-1] = made(words, before.first, name.last, "place", "LOC") or before
            continue
        if before is not None and name.kind == "place" and is_state_of(before, name, words):
            out[-1] = made(words, before.first, name.last, before.kind, before.label) or before
            continue
        if before is not None and before.kind == name.kind == "place":
            # Behind one another two towns are two (Νέα Υόρκη, Βοστόνη without their comma); a town of a land is one.
            whole_of = is_of(before, name, words) or words.folded[before.last : name.first] == ["και"]
            known = gazetteer.UNKNOWN if whole_of else 2 if before.last == name.first else 0
            whole = made(words, before.first, name.last, "place", before.label) if known else None
            if whole is not None and gazetteer.place_rank(nominative_of_place(whole.words)) < known:
                out[-1] = whole
                continue
        out.append(name)
    return out


def is_landform_of(form: Name, name: Name, words: Words) -> bool:
    """Whether the place gives its name to the gulf or strait before it: Κόλπος | του | Μεξικού.

    Not: τα Στενά των Δαρδανελλίων, if nobody marked Στενά, nor η Μαγούλα της Αττικής, which is a town.
    """
    if form.kind != "place" or name.kind == "organization" or len(form.words) > 1:
        return False
    return form.stems[0] in landforms() and is_of(form, name, words)


def nominative_of_place(parts: tuple[str, ...] | list[str]) -> str:
    return of_genitive(tuple(parts))


@lru_cache(maxsize=1 << 12)
def of_genitive(parts: tuple[str, ...]) -> str:
    return nominative_name(parts, kind="place", case="Gen", gender=None, number=None, seen=())


def is_state_of(state: Name, land: Name, words: Words) -> bool:
    """Whether a land's name is the end of its state's: Λαϊκής Δημοκρατίας | της | Κορέας."""
    return state.kind != "person" and state.stems[-1] in STATES and is_of(state, land, words)


def is_of(one: Name, other: Name, words: Words) -> bool:
    """Whether only an article in the genitive stands between the two."""
    return other.first - one.last == 1 and words.folded[one.last] in GENITIVES


def made(words: Words, first: int, last: int, kind: Kind, label: str) -> Name | None:
    start, end = words.starts[first], words.end(last - 1)
    text = words.text[start:end]
    kept = text.strip(EDGES)
    if kind == "person":
        kept = kept[slice(*core(kept))]
    if not kept or not WORD.search(kept):
        return None
    start += text.index(kept)
    end = start + len(kept)
    if words.text[end : end + 1] == "." and is_abbreviated(words.texts[last - 1]) and end < words.end(last - 1):
        end += 1
    end = with_prime(words.text, start, end)
    return make_name(words, start, end, first, last, kind, label)
