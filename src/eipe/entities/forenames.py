"""A person's first name that was marked apart, or not at all: του Ινστιτούτου Ελπίδα | Παππά, της Ειρήνης | Ρέππα."""

from __future__ import annotations

from eipe.entities.document import Words
from eipe.entities.edges import is_capital
from eipe.entities.joining import made
from eipe.entities.names import Name
from eipe.entities.roles import is_role
from eipe.entities.towns import is_place
from eipe.greek import gazetteer
from eipe.greek.first_names import given_gender
from eipe.lexicon.table import affixes

__all__ = ["with_first_name", "with_first_names"]


def with_first_name(words: Words, first: int, last: int, out: list[Name]) -> int:
    """Where the person opens whose first name went into the body before: του Ινστιτούτου Ελπίδα | Παππά."""
    body = out[-1] if out else None
    if body is None or body.kind != "organization" or body.last != first or len(body.tokens) < 2 or last - first > 1:
        return first
    if given_gender(words.texts[first - 1]) is None or not is_capital(words.texts[body.first]):
        return first
    out[-1] = made(words, body.first, first - 1, body.kind, body.label)
    return first - 1


def with_first_names(words: Words, first: int, last: int, out: list[Name]) -> int:
    """Where the person opens whose first name was marked apart, or not at all: της Ειρήνης | Ρέππα, ο Παρκ | Τζουν-χο.

    Not: στη Νίκη Ρέππας, who is no woman; την Κυριακή Ρέππας, a day; ο Νίκος Σακκάς Ρέππας, whose name was whole.
    """
    while first > 0 and words.text[words.end(first - 1) : words.starts[first]] == " ":
        word, marked = words.texts[first - 1], out[-1] if out and out[-1].last == first else None
        gender = given_gender(word) or gazetteer.foreign_gender(word)
        alike = word.istitle() or (word.isupper() and len(word) > 2 and words.texts[first].isupper())
        if not alike or first - 1 in words.nameless or (is_role(word) and gender is None):
            break
        if marked is None or len(marked.tokens) > 1 or marked.kind != "person":
            called = gender is not None and not is_place([word])
            whole = last - first > 1 if marked is None else len(marked.tokens) > 1 or marked.kind == "organization"
            if not called or whole:
                break
        if gender == "f" and words.folded[last - 1].endswith(affixes("masculine_nominatives")):
            break
        if marked is not None:
            out.pop()
        first -= 1
    return first
