"""Names made of tokens: one of two, or two of one; and the houses that govern: ο Λευκός Οίκος."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from eipe.entities.document import CLOSING, GENITIVES, Words
from eipe.entities.edges import COMPASS, EDGES, PARTICLES, is_capital, with_prime
from eipe.entities.names import Kind, Name, make_name, stem, stems_in, with_others
from eipe.entities.roles import is_role
from eipe.entities.towns import LAND, is_place, nominative_of_place, rank_of_place
from eipe.greek import gazetteer
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold, is_abbreviated
from eipe.greek.surnames import is_greek_surname
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes, words_of

__all__ = ["divided", "is_seat", "made", "with_nicknames", "with_seats", "with_wholes"]

NICKNAME = 3  # tokens between the marks
#: A date that lists of headlines glue to a name: 4/1Παπανδρέου, Καρατζαφέρης3/1.
GLUED = re.compile(r"^(?:\d+[/.:])+\d+|(?:\d+[/.:])+\d+$")
SIDES = (*COMPASS, *affixes("compass_between"))
AND = words_of("and")
STATES = frozenset(map(stem, words_of("states")))


@cache
def seats_of_several_words() -> list[tuple[str, ...]]:
    return [tuple(map(stem, name.split())) for name in gazetteer.by_folded("seats") if " " in name]


@lru_cache(maxsize=1 << 12)
def is_seat(words: tuple[str, ...]) -> bool:
    """Whether the words name a seat of government, in any case: του Λευκού Οίκου."""
    seats = gazetteer.by_folded("seats")
    return fold(" ".join(words)) in seats or fold(nominative_of_place(words)) in seats


def with_seats(names: list[Name], words: Words) -> list[Name]:
    """The names, and every seat of several words as one body, whatever was marked in it: ο Λευκός Οίκος."""
    found: list[Name] = []
    for first in words.capitals:
        for stems in seats_of_several_words():
            last = first + len(stems)
            parts = words.texts[first:last]
            if stem(parts[0]) == stems[0] and tuple(map(stem, parts)) == stems:
                found.append(made(words, first, last, "organization"))
    return with_others(names, found)


def with_wholes(names: list[Name], words: Words) -> list[Name]:
    """The names, two that are one as one: Λωρίδα της Γάζας, Ανατολική Μακεδονία και Θράκη, Δημοκρατία της Κορέας."""
    out: list[Name] = []
    for name in names:
        label = whole_of(out[-1], name, words) if out else None
        if label is None:
            out.append(name)
        else:
            out[-1] = made(words, out[-1].first, name.last, "organization" if label == "ORG" else "place", label)
    return out


def whole_of(one: Name, other: Name, words: Words) -> str | None:
    """The label of the one name that two are with a word between, if they are one."""
    if other.first - one.last != 1 or one.kind == "person":
        return None
    of, form = words.folded[one.last] in GENITIVES, one.kind == "place" and len(one.words) == 1
    if of and form and one.stems[0] in stems_in("landforms") and other.kind != "organization":
        return "LOC"  # the gulf, strip or strait that a place gives its name to
    if other.kind != "place":
        return None
    joined = one.kind == "place" and (of or words.folded[one.last] in AND)
    if joined and is_place(words.texts[one.first : other.last]):
        return one.label
    # a body, unless it is a country of the table: those are places for `relabelling`
    return "ORG" if of and one.stems[-1] in STATES else None


def made(words: Words, first: int, last: int, kind: Kind, label: str = "") -> Name:
    """The name in these tokens, without marks at its edges; at least one of them is a word."""
    start, end = words.starts[first], words.end(last - 1)
    text = words.text[start:end]
    kept = GLUED.sub("", text.strip(EDGES)) if kind == "person" else text.strip(EDGES)
    start += text.index(kept)
    end = start + len(kept)
    if words.text[end : end + 1] == "." and is_abbreviated(words.texts[last - 1]) and end < words.end(last - 1):
        end += 1
    end = with_prime(words.text, start, end)
    return make_name(words, start, end, first, last, kind, label)


def divided(words: Words, first: int, last: int, kind: Kind, label: str) -> Iterator[Name]:
    """One name, or two: a country and a person, a place and the one that holds it; a land without its side."""
    if kind == "place" and is_side_of_country(words, first, last):
        first += 1
    gap = gap_of(words, first, last) if label in ("GPE", "LOC") else None
    border = border_of(words, first, last) if kind != "organization" else None
    if gap is not None:
        yield made(words, first, gap, "place")
        yield made(words, gap + 1, last, "place")
    elif border is not None:
        yield made(words, first, border, "place")
        yield made(words, border, last, "person")
    else:
        yield made(words, first, last, kind, label)


def gap_of(words: Words, first: int, last: int) -> int | None:
    """What parts a place from the one that holds it: Λευκίμμη | της | Κέρκυρας, Πλάκα | νότια | Κρήτη.

    Not: Δημοκρατία της Κορέας, whose first word is a common noun, nor Πόλη του Μεξικού.
    """
    if not is_capital(words.texts[first]) or is_place(words.texts[first:last]):
        return None
    for at in range(first + 1, last - 1):
        before = words.texts[at - 1]
        if words.folded[at] in GENITIVES:
            apart = not shipped().usual(before).islower() and stem(before) not in STATES | stems_in("landforms")
        else:
            apart = words.pos[at] == "ADJ" and words.texts[at].islower()
        if apart and is_capital(words.texts[at + 1]) and is_place(words.texts[at + 1 : last]):
            return at
    return None


def is_side_of_country(words: Words, first: int, last: int) -> bool:
    """Whether a side stands before a country without being its name: στη Νοτιοδυτική | Κίνα; not: Βόρεια Κορέα."""
    side, country = words.texts[first], words.texts[first + 1 : last]
    if len(country) != 1 or not fold(side).startswith(SIDES) or is_place(words.texts[first:last]):
        return False
    return rank_of_place(country) == 0


def border_of(words: Words, first: int, last: int) -> int | None:
    """Where the person opens behind the country of an office: ο αρχιεπίσκοπος Αυστραλίας | Μακάριος.

    Not: το βιβλίο της Γεωργίας Λάμπρου, who is called so, nor της Τζόρτζια Μελόνι, which is no genitive.
    """
    if first == 0 or given_gender(words.texts[first]) is not None or is_place(words.texts[first:last]):
        return None
    if words.folded[first - 1] not in GENITIVES and not is_role(words.texts[first - 1]):
        return None
    for border in range(last - 1, first, -1):
        opens = is_capital(words.texts[border]) and words.folded[border] not in PARTICLES
        genitive = not words.folded[border - 1].endswith(affixes("no_genitives"))
        if opens and genitive and rank_of_place(words.texts[first:border]) <= LAND:
            return border
    return None


def with_nicknames(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, a first name and a surname with a nickname in marks between as one: Γιάννης «Κοντός» Βρεττάκος.

    Not: ο Ρέππας «αδειάζει» Σακκά, nor Ο Ρέππας «Ναι» Σακκά, where two are named.
    """
    ends = {name.last: name for name in names if name.kind == "person"}
    surnames = {name.stems[-1] for name in ends.values() if len(name.words) > 1}
    inside: set[int] = set()
    longer: dict[int, Name] = {}
    for name in ends.values():
        first = ends.get(nickname_before(words, name.first))
        if first is not None and may_be_first_name(first, surnames):
            inside.update(range(first.first, name.first))
            longer[name.first] = replace(
                name, start=first.start, first=first.first, words=first.words + name.words, grammar=first.grammar
            )
    return [longer.get(name.first, name) for name in names if name.first not in inside]


def nickname_before(words: Words, first: int) -> int:
    """The token that opens the marks of a nickname, written large, that close right before ``first``; else -1."""
    for opener in range(first - 3, max(first - 3 - NICKNAME, 0), -1):
        if CLOSING.get(words.texts[opener], "") == words.texts[first - 1]:
            large = all(text[0].isupper() or text[0].isdigit() for text in words.texts[opener + 1 : first - 1])
            gaps = (words.text[words.end(at - 1) : words.starts[at]] for at in (opener, first))
            return opener if large and all(gap == " " for gap in gaps) else -1
    return -1


def may_be_first_name(name: Name, surnames: Container[str]) -> bool:
    """Whether one word may be somebody's first name: by the table, or as no surname of the table or the text."""
    if len(name.words) > 1 or is_abbreviated(name.text):
        return False
    return given_gender(name.text) is not None or not (is_greek_surname(name.text) or name.stems[0] in surnames)
