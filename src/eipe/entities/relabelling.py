"""Names that the model took for another kind: a surname for a town, a town for a people.

The text decides first (a surname of somebody named in full), then the tables, with what stands before.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.document import ARTICLES, Grammar, Words
from eipe.entities.joining import nominative_of_place
from eipe.entities.names import COURTESY, Name, grammar_before, stem
from eipe.entities.no_names import is_no_name, is_nobody, no_names
from eipe.entities.roles import HELD, role, sort_of
from eipe.entities.unmarked import LOCATIVES, after_locative, is_dateline
from eipe.entities.votes import Votes, as_place
from eipe.greek import gazetteer
from eipe.greek.declension import nominative_name
from eipe.greek.first_names import given_gender
from eipe.greek.letters import has_greek
from eipe.greek.surnames import is_greek_surname
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes, words_of

__all__ = ["relabelled"]

HIS_OR_HER = words_of("his_or_her")

#: Ranks: a village is rather somebody's surname (in 53 of 2,888 texts), a city rather itself than ο Σίδνεϊ (in 16).
TOWN, CITY, LAND = 6, 4, 2


def relabelled(names: Sequence[Name], words: Words) -> list[Name]:
    surnames = {stem(name.words[-1]) for name in names if is_full_person(name)}
    firsts = {stem(name.words[0]) for name in names if is_full_person(name)}
    votes = Votes.of(names, words, surnames)
    out: list[Name] = []
    for name in names:
        kept = settled(votes.outvoted(name), words, surnames, firsts)
        changed = kept.kind != name.kind and is_no_name(kept, words)  # «Ιθάκη» was a person, and is a poem
        if not changed and not is_nobody(kept, words, surnames):
            out.append(kept)
    return out


def is_full_person(name: Name) -> bool:
    if len(name.words) < 2:
        return False
    return name.kind == "person" or is_persons_name(name)


def is_persons_name(name: Name) -> bool:
    """Whether two words that the model took for a place or an organization are a first name and a surname."""
    if len(name.words) != 2 or name.label == "FAC" or not all(word[:1].isupper() for word in name.words):
        return False
    told = given_gender(name.words[0])
    if told is None or name.words[0].isupper():
        return False
    if name.kind == "organization" and not may_be_surname(name.words[1]):
        return False
    return not gazetteer.is_place(as_place(name))


def settled(name: Name, words: Words, surnames: set[str], firsts: set[str]) -> Name:
    if name.kind != "place" and is_dateline(name, words) and gazetteer.place_rank(as_place(name)) <= TOWN:
        return name.with_kind("place", "GPE")
    if name.kind != "organization" and is_team(name, words):
        return name.with_kind("organization", "ORG")
    if name.kind == "place" and is_acronym(name, words):
        return name.with_kind("organization", "ORG")
    if name.kind == "person":
        return name.with_kind("place", "GPE") if is_town(name, words, surnames) else name
    if name.kind == "place" and (is_called_to(name, words) or is_surname_behind_noun(name, words)):
        return name.with_kind("person", "PERSON")
    if is_persons_name(name) and agrees(name, words):
        return name.with_kind("person", "PERSON")
    if name.kind == "organization" and (is_state(name, words) or is_where(name, words)):
        return name.with_kind("place", "GPE")
    if len(name.words) > 1:
        return name
    short = name.stems[0]
    rank = gazetteer.place_rank(as_place(name))
    if short in surnames and rank > TOWN and not after_locative(words, name.first):
        return name.with_kind("person", "PERSON")
    if short in firsts and rank > TOWN and given_gender(name.words[0]) is not None:
        return name.with_kind("person", "PERSON")  # Η Άννα Μελά σκάβει. «Κουράστηκα», λέει η Άννα
    return name


def is_team(name: Name, words: Words) -> bool:
    """Whether a text of sport has a club called as clubs are, or by a common word: ο Πήγασος, η Δόξα Δράμας."""
    if len(name.words) > 2 or not words.tells_of(words_of("sport")):
        return False
    if name.stems[0] in no_names()["team"]:
        return len(name.words) == 1 or gazetteer.is_place(nominative_of_place(name.words[1:]))
    common = name.kind == "place" and shipped().usual(name.text).islower() and name.text.istitle()
    return common and gazetteer.place_rank(as_place(name)) == gazetteer.UNKNOWN


def is_surname_behind_noun(name: Name, words: Words) -> bool:
    """Whether a Greek surname that no place has stands right behind a noun: Υπόθεση Σακκαλίδη: Τι αποφασίστηκε"""
    noun = len(name.words) == 1 and name.first > 0 and words.pos[name.first - 1] == "NOUN"
    return noun and is_greek_surname(name.text) and gazetteer.place_rank(as_place(name)) == gazetteer.UNKNOWN


def is_state(name: Name, words: Words) -> bool:
    """Whether a body is called as a country, or the capital that stands for its government: η Κοπεγχάγη απειλεί.

    Countries of two words are seldom teams; of one they are, in a text of sport: η Κροατία προκρίθηκε.
    """
    place = as_place(name)
    if gazetteer.place_rank(place) > 0:
        return not name.text.isupper() and gazetteer.is_capital(place)
    return len(name.words) > 1 or (not name.text.isupper() and not words.tells_of(words_of("sport")))


def is_where(name: Name, words: Words) -> bool:
    """Whether something happens in the city, or, where nobody plays, is in it at all: έγινε στη Δρέσδη, από τη Δρέσδη.

    Not: ήττα στη Δρέσδη, whose club it is.
    """
    before = words.folded[max(name.first - 2, 0) : name.first]
    happens = len(before) == 2 and before[0].startswith(affixes("happening")) and before[1] in LOCATIVES
    lies = name.text.istitle() and after_locative(words, name.first) and not shipped().usual(name.text).islower()
    lies = lies and not words.tells_of(words_of("sport"))
    return gazetteer.place_rank(as_place(name)) <= (TOWN if lies else CITY) and (happens or lies)


def may_be_surname(word: str) -> bool:
    """Whether a word is one by ending or table, or one that print does not know: Καλομοίρη, but not Αυγή, Ρεθύμνου."""
    return is_greek_surname(word) or (has_greek(word) and word.istitle() and not shipped().knows(word))


def is_called_to(name: Name, words: Words) -> bool:
    """Whether a first name that no place has stands behind its article, and nothing lies there: υπέρ της Ματίνας."""
    known = len(name.words) == 1 and given_gender(name.text) is not None and name.first > 0
    if not known or after_locative(words, name.first) or words.folded[name.first - 1] not in ARTICLES:
        return False
    return gazetteer.place_rank(as_place(name)) == gazetteer.UNKNOWN and agrees(name, words)


def is_acronym(name: Name, words: Words) -> bool:
    """Whether letters that no table has stand in a printed line: στο ΑΠΘ is a university."""
    letters = name.text.isupper() and name.text.isalpha() and 2 < len(name.text) < 7 and has_greek(name.text)
    if not letters or name.label == "FAC" or not words.has_case(name.first):
        return False
    return gazetteer.place_rank(as_place(name)) == gazetteer.UNKNOWN


def is_called_by_article(name: Name, words: Words) -> bool:
    """Whether a man's article stands before a man's first name of another language: είδε τον Βλαντίμιρ."""
    if len(name.words) != 1 or not name.first or words.folded[name.first - 1] not in words_of("articles_of_men"):
        return False
    if after_locative(words, name.first) or gazetteer.place_rank(as_place(name)) < CITY:
        return False
    return gazetteer.foreign_gender(name.text) == "m"


def agrees(name: Name, words: Words) -> bool:
    """Whether the article before a first name has its gender: της Όλγας, but not το Μελίνα."""
    article = grammar_before(words, name.first).gender
    return article is None or given_gender(name.words[0]) in (article, "m" if article == "mn" else article)


def is_called(name: Name, words: Words) -> bool:
    """Whether κ. or κα stands before the name."""
    return name.first > 0 and words.folded[name.first - 1] in COURTESY


def is_town(name: Name, words: Words, surnames: set[str]) -> bool:
    """A single word marked as a person that is a town of the table, accent and all, and nobody's name."""
    if len(name.words) != 1 or name.text.isupper() or name.stems[0] in surnames or is_called(name, words):
        return False
    word = name.words[0]
    if is_called_by_article(name, words):
        return False
    if after_locative(words, name.first) and rank_of_town(name, words) <= TOWN:
        return given_gender(word) is None  # από τη Σαμοθράκη, for all that it ends like a surname
    if is_held(name, words) or is_of_country(name, words):
        return True
    if given_gender(word) is not None or is_greek_surname(word) or is_greek_surname(word + "ς"):
        return False
    kin = role(words.texts[name.first - 2]) if name.first > 1 and words.folded[name.first - 1] in HIS_OR_HER else None
    if kin is not None and sort_of(kin.kind) == "kin":
        return False  # η μητέρα του Σάρλοτ
    return rank_of_town(name, words) <= TOWN


def is_of_country(name: Name, words: Words) -> bool:
    """Whether a country or region is said to hold what is no first name: η Κοΐμπρα της Πορτογαλίας."""
    first, last = name.last, name.last + 2
    of = ARTICLES.get(words.folded[first]) if last <= len(words) else None
    if of != Grammar("Gen", "f", "Sing") or gazetteer.foreign_gender(name.text) or given_gender(name.text):
        return False
    article = words.folded[name.first - 1] if name.first else ""
    behind = nominative_of_place(words.texts[first + 1 : last])
    return article not in words_of("articles_of_men") and gazetteer.place_rank(behind) < LAND


def is_held(name: Name, words: Words) -> bool:
    """Whether an office over a town stands before its genitive: ο δήμαρχος Σαμοθράκης."""
    office = role(words.texts[name.first - 1]) if name.first else None
    town = nominative_of_place(name.words)
    return office is not None and office.kind in HELD and town != name.text and gazetteer.place_rank(town) <= TOWN


def rank_of_town(name: Name, words: Words) -> int:
    """The rank of the place that the word is in the case of its article, accent and all."""
    grammar = grammar_before(words, name.first)
    town = nominative_name(
        name.words, kind="place", case=grammar.case, gender=grammar.gender, number=grammar.number, seen=()
    )
    return gazetteer.place_rank(town) if gazetteer.place(town) == town else gazetteer.UNKNOWN
