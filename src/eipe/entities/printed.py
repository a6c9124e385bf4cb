"""Names as papers print them: glued to figures, or with a nickname between."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from eipe.entities.document import Words
from eipe.entities.names import Name
from eipe.greek.first_names import given_gender
from eipe.greek.letters import is_abbreviated
from eipe.greek.surnames import is_greek_surname

__all__ = ["unglued", "with_nicknames"]

#: What lists of headlines glue to a name: 4/1Παπανδρέου, Καρατζαφέρης3/1.
DATE = r"\d+(?:[/.:]\d+)+"
GLUED = re.compile(rf"(?:{DATE})?([^\W\d].*?)(?:{DATE})?", re.DOTALL)
CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"'}
NICKNAME = 3  # tokens between the marks


def unglued(text: str) -> str:
    """A name without the date before or behind it.

    >>> unglued("4/1Παπανδρέου"), unglued("Καρατζαφέρης3/1"), unglued("Άννα Μελά")
    ('Παπανδρέου', 'Καρατζαφέρης', 'Άννα Μελά')
    """
    match = GLUED.fullmatch(text)
    return match[1] if match is not None else text


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
