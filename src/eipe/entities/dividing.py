"""Names that the model ran together: της Γαλλίας Εμανουέλ Μακρόν is a country and a person."""

from __future__ import annotations

from collections.abc import Iterator

from eipe.entities.document import GENITIVES, Words
from eipe.entities.edges import COMPASS, PARTICLES, is_capital
from eipe.entities.joining import STATES, landforms, made, nominative_of_place
from eipe.entities.names import Kind, Name, stem
from eipe.entities.roles import is_role
from eipe.entities.unmarked import after_locative
from eipe.greek import gazetteer
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes

__all__ = ["before_particles", "completed", "divided", "with_first_name", "with_first_names"]

REGION = 5  # a rank: a town of ten thousand, which regions are called after
SIDES = (*COMPASS, *affixes("compass_between"))


def divided(words: Words, first: int, last: int, kind: Kind, label: str) -> Iterator[Name]:
    """One name, or two: a country and a person, a place and the one that holds it; a land without its side."""
    if kind == "place" and is_side_of_country(words, first, last):
        first += 1
    gap = gap_of(words, first, last, label)
    border = border_of(words, first, last) if kind != "organization" else None
    if gap is not None:
        yield made(words, first, gap.start, "place", "GPE")
        yield made(words, gap.stop, last, "place", "GPE")
    elif border is not None:
        yield made(words, first, border, "place", "GPE")
        yield made(words, border, last, "person", "PERSON")
    else:
        yield made(words, first, last, kind, label)


def gap_of(words: Words, first: int, last: int, label: str) -> range | None:
    """What parts a place from the one that holds it: Λευκίμμη | της | Κέρκυρας, Πλάκα | νότια | Κρήτη; nothing in στη
    Μεταμόρφωση | Καρδίτσας.

    Not: Δημοκρατία της Κορέας, whose first word is a common noun, Πόλη του Μεξικού, nor στην Ένωση Χανίων, a club.
    """
    if last - first < 2 or not is_capital(words.texts[first]) or is_place(words, first, last):
        return None
    if label == "ORG":
        town = last - first == 2 and after_locative(words, first) and is_town_of(*words.texts[first:last])
        return range(first + 1, first + 1) if town else None
    for at in range(first + 1, last - 1 if label in ("GPE", "LOC") else first):
        before = words.texts[at - 1]
        if words.folded[at] in GENITIVES:
            apart = not shipped().usual(before).islower() and stem(before) not in STATES | landforms()
        else:
            apart = words.pos[at] == "ADJ" and words.texts[at].islower()
        if apart and is_capital(words.texts[at + 1]) and is_place(words, at + 1, last):
            return range(at, at + 1)
    return None


def is_town_of(town: str, holder: str) -> bool:
    """Whether the first is a town of the table, no first name, and the second the genitive of a larger one."""
    region = nominative_of_place([holder])
    if gazetteer.place(town) != town or given_gender(town) is not None:
        return False
    return region != holder and gazetteer.place_rank(region) <= REGION


def is_side_of_country(words: Words, first: int, last: int) -> bool:
    """Whether a side stands before a country without being its name: στη Νοτιοδυτική | Κίνα; not: Βόρεια Κορέα."""
    side, country = words.texts[first], words.texts[first + 1 : last]
    if len(country) != 1 or not fold(side).startswith(SIDES) or is_place(words, first, last):
        return False
    return gazetteer.place_rank(nominative_of_place(country)) == 0


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
        if not alike or words.nameless[first - 1] or (is_role(word) and gender is None):
            break
        if marked is None or len(marked.tokens) > 1 or marked.kind != "person":
            called = gender is not None and not gazetteer.is_place(nominative_of_place((word,)))
            whole = last - first > 1 if marked is None else len(marked.tokens) > 1 or marked.kind == "organization"
            if not called or whole:
                break
        if gender == "f" and words.folded[last - 1].endswith(affixes("masculine_nominatives")):
            break
        if marked is not None:
            out.pop()
        first -= 1
    return first


def before_particles(words: Words, first: int, out: list[Name]) -> int:
    """Where the name opens whose particles stand before ``first``; what was marked of it before is taken from ``out``.

    Της Ούρσουλας | φον ντερ | Λάιεν, for all that the model took her first name for a place.
    """
    index = first
    while index > 0 and words.folded[index - 1] in PARTICLES and words.texts[index - 1].islower():
        index -= 1
    parted = index < first and out and out[-1].last == index and out[-1].kind != "organization"
    return out.pop().first if parted else first


def completed(names: list[Name], words: Words) -> list[Name]:
    """The end of a name that stands whole elsewhere, with its beginning: Κιμ in της Βόρειας Κορέας Κιμ | Γιονγκ Ουν."""
    wholes = {folded_of(name, words) for name in names if name.kind == "person" and len(name.tokens) > 2}
    out: list[Name] = []
    for name in names:
        before = out[-1] if out else None
        if before is not None and before.last == name.first and len(before.tokens) > 1 < len(name.tokens):
            whole = (words.folded[name.first - 1], *folded_of(name, words))
            if name.kind == "person" and whole in wholes and is_capital(words.texts[before.first]):
                out[-1] = made(words, before.first, before.last - 1, before.kind, before.label)
                name = made(words, name.first - 1, name.last, "person", "PERSON")
        out.append(name)
    return out


def folded_of(name: Name, words: Words) -> tuple[str, ...]:
    return tuple(words.folded[name.first : name.last])
