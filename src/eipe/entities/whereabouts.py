"""Whether the words around a name say that something lies, happens or is reached there."""

from __future__ import annotations

import re
from functools import cache

from eipe.entities.document import Words
from eipe.entities.names import Name
from eipe.entities.roles import is_role
from eipe.entities.unmarked import after_locative
from eipe.entities.votes import as_place
from eipe.greek import gazetteer
from eipe.greek.letters import fold
from eipe.lexicon.table import rows, words_of

__all__ = ["CITY", "TOWN", "comes_from", "in_dateline", "is_in", "lies_where", "reaches"]

TOWN_ARTICLES = words_of("town_articles")

TOWN, CITY = 6, 4
#: Newcastle upon Tyne, Frankfurt am Main, Boulogne-sur-Mer.
ON_A_RIVER = re.compile(r"^[A-Z]\S+[ -](?:upon|on|am|an der|sur|del)[ -][A-Z]\w+$")


def reaches(name: Name, words: Words) -> bool:
    """ως τη Μασσαλία: nothing but a place is reached."""
    before = words.folded[max(name.first - 2, 0) : name.first]
    return len(before) == 2 and before[0] in words_of("up_to") and locative_article(before[1])


@cache
def happening() -> tuple[str, ...]:
    """How verbs begin that say that something happens, or somebody is or goes, somewhere."""
    return tuple(fold(stem) for (stem,) in rows("happening_verbs"))


def is_in(name: Name, words: Words) -> bool:
    """Whether something happens there: έγινε στη Δρέσδη. Not: ήττα στη Δρέσδη, whose club it is."""
    if name.first < 2 or not words.folded[name.first - 1].startswith("στ"):
        return False
    return words.folded[name.first - 2].startswith(happening()) and gazetteer.place_rank(as_place(name)) <= CITY


def comes_from(name: Name, words: Words) -> bool:
    """ο σεφ από τη Λάρισα: where somebody is from. Not: η ήττα από τη Λάρισα, whose club it is."""
    first = name.first
    before = words.folded[max(first - 2, 0) : first]
    if first < 3 or before[0] != "απο" or not locative_article(before[1]):
        return False
    return is_role(words.texts[first - 3])


def locative_article(folded: str) -> bool:
    return folded in words_of("articles_in_accusative")


def in_dateline(name: Name, words: Words) -> bool:
    """ΜΟΣΧΑ / ΚΙΕΒΟ - …, ΗΡΑΚΛΕΙΟ. …: capitals at the start of a line, or behind a stroke."""
    if not name.text.isupper() or len(name.text) < 4:
        return False
    before = words.texts[name.first - 1] if name.first else "\n"
    after = words.texts[name.last] if name.last < len(words) else ""
    return (before in ("/", "-", "–") or "\n" in before) and after in ("/", "-", "–", ",", ".")


def lies_where(name: Name, words: Words) -> bool:
    """Whether something of several words that is no body is reached: στο Μπουένος Άιρες, από το Newcastle upon Tyne."""
    if len(name.words) < 2 or not (after_locative(words, name.first) or words.folded[name.first - 1] in TOWN_ARTICLES):
        return False
    return gazetteer.place_rank(as_place(name)) <= TOWN or ON_A_RIVER.search(name.text) is not None
