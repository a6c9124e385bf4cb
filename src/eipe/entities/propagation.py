"""A name found once is found everywhere in the text: in another case, in capitals, inside marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eipe.entities.document import Words
from eipe.entities.joining import made
from eipe.entities.likeness import bones
from eipe.entities.names import Kind, Name, make_name, stem
from eipe.entities.no_names import is_no_name
from eipe.entities.roles import is_nationality
from eipe.entities.unmarked import (
    after_locative,
    is_common_here,
    part_of_longer,
    town,
    unknown_person,
    unknown_place,
)
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold, has_greek
from eipe.greek.surnames import is_greek_surname

__all__ = ["with_all_occurrences"]

#: A word with a capital in a longer token.
PIECE = re.compile(r"[Α-ΩΆΈΉΊΌΎΏ][α-ωάέήίόύώϊϋΐΰ]{3,}")
SOUNDS = 6  # consonants at least by which a name is known in the other alphabet
Known = dict[str, list[tuple[tuple[str, ...], Kind, str]]]


def with_all_occurrences(names: Sequence[Name], words: Words) -> list[Name]:
    """``names`` and every other place where one of them stands, in text order, no two on one token."""
    taken = [False] * len(words)
    for name in names:
        for index in range(name.first, name.last):
            taken[index] = True
    known = index_of(names)
    found = list(names)
    for first in words.capitals:
        text = words.texts[first]
        if taken[first] or len(text) < 2 or words.other[first]:
            continue
        hit = longest(first, words, known, taken)
        if hit is None:
            hit = unknown_person(first, words, taken) or unknown_place(first, words, taken)
        if hit is None:
            continue
        last, kind, label = hit
        occurrence = made(words, first, last, kind, label)
        if occurrence is not None and last == first + 1 and unended(text) != text:
            occurrence = replace(occurrence, end=words.starts[first] + len(text) - 1, words=(unended(text),))
        if occurrence is not None and not is_no_name(occurrence, words):
            found.append(occurrence.with_kind(kind, label.partition(":")[0]))
            for index in range(first, last):
                taken[index] = True
    found.extend(glued(words, known, taken))
    found.extend(in_latin(names, words, taken))
    return sorted(found, key=lambda name: name.start)


def glued(words: Words, known: Known, taken: list[bool]) -> Iterator[Name]:
    """A surname of somebody known, in one token with figures and other words: Ρέππας4/1Κλείνουν."""
    for index in words.signs:
        if taken[index] or not any(map(str.isdigit, words.texts[index])):
            continue
        for piece in PIECE.finditer(words.texts[index]):
            group = known.get(stem(piece.group()), ())
            ends = piece.end() == len(words.texts[index]) and words.texts[index + 1 : index + 2] == [":"]
            speaks = ends and is_greek_surname(piece.group())  # 3/1Ρέππας: Κίνδυνος ...
            if speaks or any(len(stems) == 1 and kind == "person" for stems, kind, _ in group):
                start = words.starts[index] + piece.start()
                name = make_name(words, start, start + len(piece.group()), index, index + 1, "person", "PERSON")
                if name is not None:
                    yield name
                    break


def in_latin(names: Sequence[Name], words: Words, taken: list[bool]) -> Iterator[Name]:
    """The full name of somebody written in Greek, in Latin letters: a post signed Nils Engström."""
    people = {tuple(bones(name.text)) for name in names if name.kind == "person" and len(name.words) > 1}
    if not people:
        return
    for first in words.capitals:
        for last in (first + 2, first + 3):
            text = words.text[words.starts[first] : words.end(last - 1)] if last <= len(words) else "\n"
            if has_greek(text) or "\n" in text or any(taken[first:last]) or tuple(bones(text)) not in people:
                continue
            if (
                sum(map(len, bones(text))) >= SOUNDS
                and (name := made(words, first, last, "person", "PERSON")) is not None
            ):
                taken[first:last] = [True] * (last - first)
                yield name


def index_of(names: Iterable[Name]) -> Known:
    """Names by the stem of their first word, the longest first; a person also by surname."""
    found: dict[str, dict[tuple[str, ...], tuple[Kind, str]]] = defaultdict(dict)
    for name in names:
        stems = name.stems
        if all(word.isupper() and len(word) < 3 for word in name.words) and not is_acronym(name):
            continue
        found[stems[0]].setdefault(stems, (name.kind, name.label))
        if name.kind == "person" and len(stems) > 1 and len(stems[-1]) > 2:
            found[stems[-1]].setdefault(stems[-1:], (name.kind, name.label))
            if given_gender(name.words[0]) is None or len(stems[0]) > 2:
                gender = given_gender(name.words[0])
                found[stems[0]].setdefault(stems[:1], (name.kind, f"{name.label}:{gender}" if gender else name.label))
    return {
        first: sorted(((stems, *what) for stems, what in group.items()), key=lambda item: -len(item[0]))
        for first, group in found.items()
    }


def longest(first: int, words: Words, known: Known, taken: list[bool]) -> tuple[int, Kind, str] | None:
    """The longest known name that opens at token ``first``."""
    group = known.get(stem(unended(words.texts[first])))
    if group is None:
        return None
    for stems, kind, label in group:
        last = first + len(stems)
        if last > len(words) or any(taken[first:last]):
            continue
        if any(stem(words.texts[index]) != stems[index - first] for index in range(first + 1, last)):
            continue
        if len(stems) == 1 and (is_common_here(words, first) or part_of_longer(words, first, kind)):
            continue
        if len(stems) == 1 and not same_word(words.texts[first], kind):
            continue
        if kind == "place" and len(stems) == 1 and is_nationality(words.texts[first]):
            continue
        if kind == "person" and len(stems) == 1 and other_first_name(words.texts[first], group, stems):
            continue
        if kind == "person" and after_locative(words, first) and town(words.texts[first:last]):
            return last, "place", "GPE"
        return last, kind, label
    return None


def other_first_name(text: str, group: Iterable[tuple[tuple[str, ...], Kind, str]], stems: tuple[str, ...]) -> bool:
    """Whether the word is another first name of the same stem: Νίκη is not Νίκος."""
    gender = given_gender(text)
    return gender is not None and all(
        label.partition(":")[2] not in ("", gender) for own, _, label in group if own == stems
    )


def same_word(text: str, kind: Kind) -> bool:
    return len(fold(text)) > 2 or kind == "person" or text.isupper()


def is_acronym(name: Name) -> bool:
    """ΝΔ, ΕΕ: a body of two letters; a person of so few is initials."""
    return name.kind == "organization" and len(name.words) == 1 and len(name.text) == 2


def unended(text: str) -> str:
    """Without the full stop that the tokenizer took for an abbreviation's: απάντησε η ΝΔ."""
    return text[:-1] if text[-1] == "." and text[:-1].isupper() and len(text) > 2 else text
