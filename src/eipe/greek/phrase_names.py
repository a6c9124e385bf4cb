"""The nominative of names that are noun phrases: places and organizations.

The table decides where it can, for every word at once (των Κάτω Χωρών); else the phrase agrees in itself, and
the article tells in what.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

from eipe.greek import gazetteer
from eipe.greek.agreement import ARTICLES, UNDECLINED, by_agreement, forms
from eipe.greek.bodies import by_print
from eipe.greek.capitals import titlecase
from eipe.greek.endings import Told
from eipe.greek.letters import fold, has_greek
from eipe.greek.syllables import stress
from eipe.lexicon.table import affixes

__all__ = ["phrase_name"]

COMBINATIONS = 200


def phrase_name(words: Sequence[str], *, kind: str, told: Told, seen: Container[str]) -> str:
    """``nominative_name`` for a place or an organization."""
    name, parts = by_rule(tuple(words), kind, told)
    if not parts or not seen:
        return name
    whole = " ".join(parts)
    if whole in seen:
        return standing(whole, gazetteer.place(whole) if kind == "place" else None)
    return next((other for other in nominatives_of(parts, told) if other in seen), name)


@lru_cache(maxsize=1 << 13)
def by_rule(words: tuple[str, ...], kind: str, told: Told) -> tuple[str, tuple[str, ...]]:
    """The nominative that tables and rules give; and the words whose nominative elsewhere in the text would overrule
    it, none where they stand in it here."""
    capitals = all(word.isupper() for word in words)
    letters = (capitals and kind == "organization") or (len(words) == 1 and is_acronym(words[0], kind))
    if letters or not any(has_greek(word) for word in words):
        return " ".join(words), ()
    parts = tuple(titlecase(word) if capitals and len(word) > 1 else word for word in words)
    whole = " ".join(parts)
    neuter = (told.case, told.genders) == ("acc", "n")
    known = gazetteer.place(whole) if kind == "place" else None
    if neuter and known != whole and whole[-1] in "οόαάηή" and kind == "place":
        longer = gazetteer.place(whole + "ς")  # στο Πολύγυρο, από το Λαγκαδά: the ν of the article is gone
        if longer is not None:
            return longer, ()
    if neuter or told.case in ("nom", "voc") or (len(parts) > 1 and is_left_undeclined(parts[0])):
        return standing(whole, known), ()
    found = from_table(parts, told) if kind == "place" else None
    if found is not None:
        return found, parts
    if known is not None:
        return standing(whole, known), parts
    if capitals and len(words) == 1 and len(words[0]) < 6:
        return words[0], parts  # Letters, as ΧΥΤΑ, rather than a name.
    # Towns of one word have names of their own, which print has in any case; Ινδικού Ωκεανού is made of words.
    body = by_print(parts, told) if kind == "organization" or len(parts) > 1 else None
    return body or by_agreement(parts, kind, told), parts


def standing(whole: str, known: str | None) -> str:
    """A name that stands in the nominative, with the accents of the table if it has none."""
    return known if known and stress(whole) is None else whole


def is_left_undeclined(word: str) -> bool:
    """Whether the first word of several is a nominative wherever it stands: της «Ελληνικός Χρυσός», στο νοσοκομείο
    Άγιος Σάββας; not του Ιδρύματος της Βουλής."""
    folded = fold(word)
    return folded.endswith(affixes("masculines_in_os")) and not folded.endswith(affixes("genitives_in_os"))


def is_acronym(word: str, kind: str) -> bool:
    plain = word.replace(".", "")
    return plain.isupper() and (len(plain) <= 3 or "." in word or (kind == "organization"))


@lru_cache(maxsize=1 << 11)
def nominatives_of(parts: tuple[str, ...], told: Told) -> tuple[str, ...]:
    """Every nominative that the words can have together."""
    return tuple(map(" ".join, combinations(parts, told)))


def from_table(parts: tuple[str, ...], told: Told) -> str | None:
    """The place of the table that the words are.

    Of several, a country comes before a town, and a name with its accent where the rule has it (του Βόλου:
    Βόλος) before one with another (της Αιγύπτου: Αίγυπτος).
    """
    found: list[tuple[int, bool, int, str]] = []
    for order, combination in enumerate(combinations(parts, told)):
        name = " ".join(combination)
        known = gazetteer.place(name)
        if combination == parts or known is None:
            continue
        if known.endswith(affixes("learned_places")):
            order += COMBINATIONS
        if told.case == "gen" and known.endswith("ες") and stress(parts[-1]) != 1:
            order += COMBINATIONS  # των Σπάτων: feminines have -ών (Σέρρες, των Σερρών), but for Κυκλάδες and the like
        found.append((gazetteer.place_rank(name), known != name, order, known))
    return min(found)[-1] if found else None


def combinations(parts: Sequence[str], told: Told) -> Iterator[tuple[str, ...]]:
    """The words' nominatives, put together where gender and number agree."""
    for number, gender in product(told.numbers.split(), told.genders):
        one = Told(told.case, gender, number)
        choices = (
            [part] if part.lower() in ARTICLES or fold(part) in UNDECLINED else forms(part, one) for part in parts
        )
        yield from islice(product(*choices), COMBINATIONS)
