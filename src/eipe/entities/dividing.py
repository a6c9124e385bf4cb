"""Names that the model ran together: της Γαλλίας Εμανουέλ Μακρόν is a country and a person."""

from __future__ import annotations

from collections.abc import Iterator

from eipe.entities.document import GENITIVES, Words
from eipe.entities.edges import PARTICLES, is_capital
from eipe.entities.joining import made, nominative_of_place
from eipe.entities.names import Kind, Name
from eipe.entities.roles import is_role
from eipe.greek import gazetteer
from eipe.greek.first_names import given_gender
from eipe.lexicon.table import affixes

__all__ = ["completed", "divided", "with_first_name"]


def divided(words: Words, first: int, last: int, kind: Kind, label: str) -> Iterator[Name]:
    """One name, or two: a country and a person."""
    border = border_of(words, first, last) if kind != "organization" else None
    if border is None:
        yield made(words, first, last, kind, label)
    else:
        yield made(words, first, border, "place", "GPE")
        yield made(words, border, last, "person", "PERSON")


def border_of(words: Words, first: int, last: int) -> int | None:
    """Where the person opens behind the country of an office: ο αρχιεπίσκοπος Αυστραλίας | Μακάριος.

    Not: το βιβλίο της Γεωργίας Λάμπρου, who is called so, nor της Τζόρτζια Μελόνι, which is no genitive.
    """
    if first == 0 or given_gender(words.texts[first]) is not None or is_place(words, first, last):
        return None
    if words.folded[first - 1] not in GENITIVES and not is_role(words.texts[first - 1]):
        return None
    for border in range(last - 1, first, -1):
        opens = is_capital(words.texts[border]) and words.folded[border] not in PARTICLES
        genitive = not words.folded[border - 1].endswith(affixes("no_genitives"))
        if opens and genitive and gazetteer.place_rank(nominative_of_place(words.texts[first:border])) < 2:
            return border
    return None


def is_place(words: Words, first: int, last: int) -> bool:
    return gazetteer.is_place(nominative_of_place(words.texts[first:last]))


def with_first_name(words: Words, first: int, last: int, out: list[Name]) -> int:
    """Where the person opens whose first name went into the body before: του Ινστιτούτου Ελπίδα | Παππά."""
    body = out[-1] if out else None
    if body is None or body.kind != "organization" or body.last != first or len(body.tokens) < 2 or last - first > 1:
        return first
    if given_gender(words.texts[first - 1]) is None:
        return first
    out[-1] = made(words, body.first, first - 1, body.kind, body.label)
    return first - 1


def completed(names: list[Name], words: Words) -> list[Name]:
    """The end of a name that stands whole elsewhere, with its beginning: Κιμ in της Βόρειας Κορέας Κιμ | Γιονγκ Ουν."""
    wholes = {folded_of(name, words) for name in names if name.kind == "person" and len(name.tokens) > 2}
    out: list[Name] = []
    for name in names:
        before = out[-1] if out else None
        if before is not None and before.last == name.first and len(before.tokens) > 1 < len(name.tokens):
            whole = (words.folded[name.first - 1], *folded_of(name, words))
            if name.kind == "person" and whole in wholes:
                out[-1] = made(words, before.first, before.last - 1, before.kind, before.label)
                name = made(words, name.first - 1, name.last, "person", "PERSON")
        out.append(name)
    return out


def folded_of(name: Name, words: Words) -> tuple[str, ...]:
    return tuple(words.folded[name.first : name.last])
