"""A name found once is found everywhere in the text: in another case, in capitals, inside marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from eipe.entities.document import Words
from eipe.entities.joining import made
from eipe.entities.names import Kind, Name, in_order, stem
from eipe.entities.no_names import is_no_name
from eipe.entities.roles import is_nationality
from eipe.entities.unmarked import is_common_here, part_of_longer, unknown_person, unknown_place
from eipe.greek.first_names import given_gender

__all__ = ["with_all_occurrences"]

Known = dict[str, list[tuple[tuple[str, ...], Kind, str]]]


def with_all_occurrences(names: Sequence[Name], words: Words) -> list[Name]:
    """``names`` and every other place where one of them stands, in text order, no two on one token."""
    taken = [False] * len(words)
    for name in names:
        for index in name.tokens:
            taken[index] = True
    known = index_of(names)
    found = list(names)
    for first in words.capitals:
        text = words.texts[first]
        if taken[first] or len(text) < 2 or first in words.other:
            continue
        hit = longest(first, words, known, taken) or unknown_person(first, words) or unknown_place(first, words, taken)
        if hit is not None and len(hit.tokens) == 1 and unended(text) != text:
            hit = replace(hit, end=words.starts[first] + len(text) - 1, words=(unended(text),))
        if hit is not None and not is_no_name(hit, words):
            found.append(hit)
            for index in hit.tokens:
                taken[index] = True
    return in_order(found)


def index_of(names: Iterable[Name]) -> Known:
    """Names by the stem of their first word, the longest first; a person also by surname."""
    found: dict[str, dict[tuple[str, ...], tuple[Kind, str]]] = defaultdict(dict)
    for name in names:
        stems = name.stems
        body = name.kind == "organization" and len(name.text) == 2  # ΝΔ, ΕΕ; of a person these are initials
        if all(word.isupper() and len(word) < 3 for word in name.words) and not body:
            continue
        found[stems[0]].setdefault(stems, (name.kind, name.label))
        if name.kind == "person" and len(stems) > 1 and len(stems[-1]) > 2:
            found[stems[-1]].setdefault(stems[-1:], (name.kind, name.label))
            if given_gender(name.words[0]) is None or len(stems[0]) > 2:
                found[stems[0]].setdefault(stems[:1], (name.kind, name.label))
    return {
        first: sorted(((stems, *what) for stems, what in group.items()), key=lambda item: -len(item[0]))
        for first, group in found.items()
    }


def longest(first: int, words: Words, known: Known, taken: Sequence[bool]) -> Name | None:
    """The longest known name that opens at token ``first``."""
    for stems, kind, label in known.get(stem(unended(words.texts[first])), ()):
        last = first + len(stems)
        if last > len(words) or any(taken[first:last]):
            continue
        if any(stem(words.texts[index]) != stems[index - first] for index in range(first + 1, last)):
            continue
        if len(stems) == 1 and (is_common_here(words, first) or part_of_longer(words, first, kind)):
            continue
        if kind == "place" and len(stems) == 1 and is_nationality(words.texts[first]):
            continue
        return made(words, first, last, kind, label)
    return None


def unended(text: str) -> str:
    """Without the full stop that the tokenizer took for an abbreviation's: απάντησε η ΝΔ."""
    return text[:-1] if text[-1] == "." and text[:-1].isupper() and len(text) > 2 else text
