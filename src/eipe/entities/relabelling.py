"""Names that the model took for another kind: a surname for a town, a town for a people.

The text decides first (a surname of somebody named in full), then the tables, with what stands before.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.document import Grammar, Words
from eipe.entities.names import COURTESY, Name, by_grammar, grammar_before
from eipe.entities.no_names import is_no_name, is_nobody, no_names, unmarked_stems
from eipe.entities.roles import is_held_over_places, role, sort_of
from eipe.entities.towns import (
    CITY,
    LAND,
    TOWN,
    as_place,
    has_place,
    is_genitive,
    is_place,
    rank,
    rank_of_place,
)
from eipe.entities.unmarked import LOCATIVES, after_locative, is_dateline
from eipe.entities.votes import Votes
from eipe.greek import gazetteer
from eipe.greek.first_names import given_gender
from eipe.greek.letters import has_greek
from eipe.greek.surnames import is_greek_surname
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes, words_of

__all__ = ["relabelled"]


def relabelled(names: Sequence[Name], words: Words) -> list[Name]:
    full = [name for name in names if len(name.words) > 1 and (name.kind == "person" or is_persons_name(name))]
    firsts, surnames = {name.stems[0] for name in full}, {name.stems[-1] for name in full}
    votes, unmarked = Votes.of(names, words, surnames), unmarked_stems(words)
    out: list[Name] = []
    for name in names:
        kept = settled(votes.outvoted(name), words, surnames, firsts)
        changed = kept.kind != name.kind and is_no_name(kept, words)  # «Ιθάκη» was a person, and is a poem
        if not changed and not is_nobody(kept, words, surnames, unmarked):
            out.append(kept)
    return out


def is_persons_name(name: Name) -> bool:
    """Whether two words that the model took for a place or an organization are a first name and a surname."""
    if len(name.words) != 2 or name.label == "FAC" or not all(word[:1].isupper() for word in name.words):
        return False
    told = given_gender(name.words[0])
    if told is None or name.words[0].isupper():
        return False
    if name.kind == "organization" and not may_be_surname(name.words[1]):
        return False
    return not has_place(name)


def settled(name: Name, words: Words, surnames: set[str], firsts: set[str]) -> Name:
    if name.kind != "place" and is_dateline(name, words) and rank(name) <= TOWN:
        return name.with_kind("place")
    if name.kind != "organization" and is_team(name, words):
        return name.with_kind("organization")
    if name.kind == "place" and is_acronym(name, words):
        return name.with_kind("organization")
    if name.kind == "person":
        return name.with_kind("place") if is_town(name, words, surnames) else name
    if name.kind == "place" and (is_called_to(name, words) or is_surname_behind_noun(name, words)):
        return name.with_kind("person")
    if is_persons_name(name) and agrees(name, words):
        return name.with_kind("person")
    if name.kind == "organization" and (is_state(name, words) or is_where(name, words)):
        return name.with_kind("place")
    if len(name.words) > 1 or rank(name) <= TOWN:
        return name
    short = name.stems[0]
    # Η Άννα Μελά σκάβει. «Κουράστηκα», λέει η Άννα
    first = short in firsts and given_gender(name.text) is not None
    surname = short in surnames and not after_locative(words, name.first)
    return name.with_kind("person") if first or surname else name


def is_team(name: Name, words: Words) -> bool:
    """Whether a text of sport has a club called as clubs are, or by a common word: ο Πήγασος, η Δόξα Δράμας."""
    if len(name.words) > 2 or not words.tells_of(words_of("sport")):
        return False
    if name.stems[0] in no_names()["team"]:
        return len(name.words) == 1 or is_place(name.words[1:])
    common = name.kind == "place" and shipped().usual(name.text).islower() and name.text.istitle()
    return common and not has_place(name)


def is_surname_behind_noun(name: Name, words: Words) -> bool:
    """Whether a Greek surname that no place has stands right behind a noun: Υπόθεση Σακκαλίδη: Τι αποφασίστηκε"""
    noun = len(name.words) == 1 and name.first > 0 and words.pos[name.first - 1] == "NOUN"
    return noun and is_greek_surname(name.text) and not has_place(name)


def is_state(name: Name, words: Words) -> bool:
    """Whether a body is called as a country, or the capital that stands for its government: η Κοπεγχάγη απειλεί.

    Countries of two words are seldom teams; of one they are, in a text of sport: η Κροατία προκρίθηκε.
    """
    if rank(name) > 0:
        return not name.text.isupper() and gazetteer.is_capital(as_place(name))
    return len(name.words) > 1 or (not name.text.isupper() and not words.tells_of(words_of("sport")))


def is_where(name: Name, words: Words) -> bool:
    """Whether something happens in the city, or, where nobody plays, is in it at all: έγινε στη Δρέσδη, από τη Δρέσδη.

    Not: ήττα στη Δρέσδη, whose club it is.
    """
    before = words.folded[max(name.first - 2, 0) : name.first]
    happens = len(before) == 2 and before[0].startswith(affixes("happening")) and before[1] in LOCATIVES
    lies = name.text.istitle() and after_locative(words, name.first) and not shipped().usual(name.text).islower()
    lies = lies and not words.tells_of(words_of("sport"))
    return rank(name) <= (TOWN if lies else CITY) and (happens or lies)


def may_be_surname(word: str) -> bool:
    """Whether a word is one by ending or table, or one that print does not know: Καλομοίρη, but not Αυγή, Ρεθύμνου."""
    return is_greek_surname(word) or (has_greek(word) and word.istitle() and not shipped().knows(word))


def is_called_to(name: Name, words: Words) -> bool:
    """Whether a first name that no place has stands behind its article, and nothing lies there: υπέρ της Ματίνας."""
    known = len(name.words) == 1 and given_gender(name.text) is not None
    if not known or after_locative(words, name.first) or words.article_at(name.first - 1) is None:
        return False
    return not has_place(name) and agrees(name, words)


def is_acronym(name: Name, words: Words) -> bool:
    """Whether letters that no table has stand in a printed line: στο ΑΠΘ is a university."""
    letters = name.text.isupper() and name.text.isalpha() and 2 < len(name.text) < 7 and has_greek(name.text)
    return letters and name.label != "FAC" and words.has_case(name.first) and not has_place(name)


def is_called_by_article(name: Name, words: Words) -> bool:
    """Whether a man's article stands before a man's first name of another language: είδε τον Βλαντίμιρ."""
    if words.folded_at(name.first - 1) not in words_of("articles_of_men") or after_locative(words, name.first):
        return False
    return rank(name) >= CITY and gazetteer.foreign_gender(name.text) == "m"


def agrees(name: Name, words: Words) -> bool:
    """Whether the article before a first name has its gender: της Όλγας, but not το Μελίνα."""
    article = grammar_before(words, name.first).gender
    return article is None or given_gender(name.words[0]) in (article, "m" if article == "mn" else article)


def is_town(name: Name, words: Words, surnames: set[str]) -> bool:
    """A single word marked as a person that is a town of the table, accent and all, and nobody's name."""
    if len(name.words) != 1 or name.text.isupper() or name.stems[0] in surnames:
        return False
    word, before = name.words[0], words.folded_at(name.first - 1)
    if before in COURTESY or is_called_by_article(name, words):
        return False
    town = rank_of_town(name, words) <= TOWN
    if town and after_locative(words, name.first):
        return given_gender(word) is None  # από τη Σαμοθράκη, for all that it ends like a surname
    if is_held(name, words) or is_of_country(name, words):
        return True
    if given_gender(word) is not None or is_greek_surname(word) or is_greek_surname(word + "ς"):
        return False
    kin = role(words.text_at(name.first - 2)) if before in words_of("his_or_her") else None
    return town and (kin is None or sort_of(kin.kind) != "kin")  # η μητέρα του Σάρλοτ


def is_of_country(name: Name, words: Words) -> bool:
    """Whether a country or region is said to hold what is no first name: η Κοΐμπρα της Πορτογαλίας."""
    if words.article_at(name.last) != Grammar("Gen", "f", "Sing") or name.last + 1 >= len(words):
        return False
    if gazetteer.foreign_gender(name.text) or given_gender(name.text):
        return False
    man = words.folded_at(name.first - 1) in words_of("articles_of_men")
    return not man and rank_of_place([words.texts[name.last + 1]]) <= LAND


def is_held(name: Name, words: Words) -> bool:
    """Whether an office over a town stands before its genitive: ο δήμαρχος Σαμοθράκης."""
    held = is_held_over_places(words.text_at(name.first - 1))
    return held and is_genitive(name.text) and rank_of_place(name.words) <= TOWN


def rank_of_town(name: Name, words: Words) -> int:
    """The rank of the place that the word is in the case of its article, accent and all."""
    town = by_grammar(name.words, "place", grammar_before(words, name.first))
    return gazetteer.place_rank(town) if gazetteer.place(town) == town else gazetteer.UNKNOWN
