"""Names that the model took for another kind: a surname for a town, a town for a people.

The text decides first (a surname of somebody named in full), then the tables, with what stands before.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.document import ARTICLES, Words
from eipe.entities.joining import nominative_of_place
from eipe.entities.names import COURTESY, Name, grammar_before, stem
from eipe.entities.no_names import is_no_name, is_nobody
from eipe.entities.roles import AGED, is_role, role, sort_of
from eipe.entities.unmarked import after_locative
from eipe.entities.votes import Votes, as_place
from eipe.entities.whereabouts import CITY, TOWN, comes_from, in_dateline, is_in, lies_where, reaches
from eipe.greek import gazetteer
from eipe.greek.declension import nominative_name
from eipe.greek.first_names import given_gender
from eipe.greek.letters import has_greek
from eipe.greek.surnames import is_greek_surname
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes, words_of

__all__ = ["relabelled"]

HIS_OR_HER = words_of("his_or_her")

Key = tuple[str, ...]


def relabelled(names: Sequence[Name], words: Words) -> list[Name]:
    surnames = {stem(name.words[-1]) for name in names if is_full_person(name)}
    people = {
        name.stems
        for name in names
        if name.kind == "person" and len(name.words) > 1 and name.first and is_role(words.texts[name.first - 1])
    }
    firsts = {stem(name.words[0]) for name in names if is_full_person(name)}
    firsts |= {name.stems[0] for name in names if len(name.words) == 1 and is_first_name_alone(name, words)}
    votes = Votes.of(names, words, surnames)
    out: list[Name] = []
    for name in names:
        kept = settled(votes.outvoted(name), words, surnames, firsts, people)
        if kept.kind == "organization" and out and is_joined_to_place(kept, out[-1], words):
            kept = kept.with_kind("place", "GPE")
        changed = kept.kind != name.kind and is_no_name(kept, words)  # «Ιθάκη» was a person, and is a poem
        if not changed and not is_nobody(kept, words, surnames):
            out.append(kept)
    return out


def is_joined_to_place(name: Name, before: Name, words: Words) -> bool:
    """από τη Χαλκίδα και τη Λαμία: a town of the table, joined to a place."""
    gap = words.folded[before.last : name.first]
    if before.kind != "place" or not gap or gap[0] not in words_of("comma_and") or len(gap) > 2:
        return False
    if len(gap) == 2 and gap[1] not in ARTICLES:
        return False
    return len(name.words) == 1 and not name.text.isupper() and gazetteer.place_rank(as_place(name)) <= TOWN


def is_kin(word: str) -> bool:
    found = role(word)
    return found is not None and sort_of(found.kind) == "kin"


def is_table_town(name: Name) -> bool:
    return len(name.words) == 1 and gazetteer.place_rank(as_place(name)) <= TOWN


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


def settled(name: Name, words: Words, surnames: set[str], firsts: set[str], people: set[Key]) -> Name:
    if name.kind == "place" and is_acronym(name, words):
        return name.with_kind("organization", "ORG")
    if name.kind == "place" and is_called_by_article(name, words):
        return name.with_kind("person", "PERSON")
    if name.kind == "person" and has_a_town(name):
        return name.with_kind("organization", "ORG")
    if name.kind == "organization" and lies_where(name, words):
        return name.with_kind("place", "GPE")
    if name.kind == "person":
        town = is_town(name, words, surnames) or (in_dateline(name, words) and is_table_town(name))
        return name.with_kind("place", "GPE") if town else name
    if len(name.words) > 1 and name.stems in people and not gazetteer.is_place(as_place(name)):
        return name.with_kind("person", "PERSON")  # στη Χαν Κανγκ, who is a writer in the next sentence
    if name.kind == "place" and is_called_to(name, words):
        return name.with_kind("person", "PERSON")
    if is_persons_name(name) and agrees(name, words):
        return name.with_kind("person", "PERSON")
    if len(name.words) > 1:
        # Countries of two words are seldom teams: the model has no other reason to see a body in one.
        country = name.kind == "organization" and gazetteer.place_rank(as_place(name)) == 0
        return name.with_kind("place", "GPE") if country else name
    short = name.stems[0]
    rank = gazetteer.place_rank(as_place(name))
    if short in surnames and rank > TOWN and not after_locative(words, name.first):
        return name.with_kind("person", "PERSON")
    if (
        name.kind == "organization"
        and rank <= TOWN
        and (reaches(name, words) or comes_from(name, words) or in_dateline(name, words) or is_in(name, words))
    ):
        return name.with_kind("place", "GPE")
    if name.kind == "organization" and not name.text.isupper() and gazetteer.is_capital(as_place(name)):
        return name.with_kind("place", "GPE")  # Η Κοπεγχάγη απειλεί: a capital that stands for its government
    if name.kind == "place" and rank > TOWN and (is_called(name, words) or is_called_by_age(name, words)):
        return name.with_kind("person", "PERSON")
    if short in firsts and rank > TOWN and given_gender(name.words[0]) is not None:
        return name.with_kind("person", "PERSON")
    return name


def may_be_surname(word: str) -> bool:
    """Whether a word is one by ending or table, or one that print does not know: Καλομοίρη, but not Αυγή, Ρεθύμνου."""
    return is_greek_surname(word) or (has_greek(word) and word.istitle() and not shipped().knows(word))


def has_a_town(name: Name) -> bool:
    """Whether a town's genitive in -ων stands behind a single word: ο Αχιλλέας Φαρσάλων is a club."""
    if len(name.words) != 2 or not name.words[1].endswith(affixes("ends_in_on")):
        return False
    town = nominative_of_place(name.words[1:])
    return town != name.words[1] and gazetteer.is_place(town)


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


def is_first_name_alone(name: Name, words: Words) -> bool:
    """Whether somebody is called by a first name: της 4χρονης Μελίνας; είπε η Δέσποινα, as the model saw."""
    return is_called_by_age(name, words) or (name.kind == "person" and given_gender(name.words[0]) is not None)


def is_called_by_age(name: Name, words: Words) -> bool:
    """Whether somebody's age stands before a first name: της 4χρονης Μελίνας."""
    aged = name.first > 0 and AGED.fullmatch(words.texts[name.first - 1]) is not None
    return aged and given_gender(name.words[0]) is not None


def is_town(name: Name, words: Words, surnames: set[str]) -> bool:
    """A single word marked as a person that is a town of the table, accent and all, and nobody's name."""
    if len(name.words) != 1 or name.text.isupper() or name.stems[0] in surnames or is_called(name, words):
        return False
    word = name.words[0]
    if is_called_by_article(name, words):
        return False
    if after_locative(words, name.first) and rank_of_town(name, words) <= TOWN:
        return given_gender(word) is None  # από τη Σαμοθράκη, for all that it ends like a surname
    if given_gender(word) is not None or is_greek_surname(word) or is_greek_surname(word + "ς"):
        return False
    if name.first > 1 and words.folded[name.first - 1] in HIS_OR_HER and is_kin(words.texts[name.first - 2]):
        return False  # η μητέρα του Σάρλοτ
    return rank_of_town(name, words) <= TOWN


def rank_of_town(name: Name, words: Words) -> int:
    """The rank of the place that the word is in the case of its article, accent and all."""
    grammar = grammar_before(words, name.first)
    town = nominative_name(
        name.words, kind="place", case=grammar.case, gender=grammar.gender, number=grammar.number, seen=()
    )
    return gazetteer.place_rank(town) if gazetteer.place(town) == town else gazetteer.UNKNOWN
