"""``find_entities``: from a document to the records of its people, places and organizations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from spacy.tokens import Doc

from eipe.article.zones import Zone
from eipe.entities.apposition import titles_of_names
from eipe.entities.document import Grammar, Words
from eipe.entities.evidence import nominatives_seen, with_grammar
from eipe.entities.gender import genders_of
from eipe.entities.names import Name, as_written, by_grammar, in_order, with_others
from eipe.entities.organizations import with_country
from eipe.entities.own_names import NO_NAMES, OwnNames
from eipe.entities.people import Somebody, group_people, with_shared_surnames
from eipe.entities.places import Somewhere, elided_places, group_places, parted, places_inside
from eipe.entities.propagation import with_all_occurrences
from eipe.entities.relabelling import relabelled
from eipe.entities.resolution import Nominal, resolve
from eipe.entities.tagged import marked_names
from eipe.entities.titles import AGE, NATION, Title, find_titles, role_nouns
from eipe.greek.latin import ascii_key, latin
from eipe.greek.letters import fold, has_greek, is_abbreviated
from eipe.greek.short_names import contracted
from eipe.records import Gender, Mention, MentionKind, Organization, Person, Place, PlaceKind
from eipe.tokens import Tokens

__all__ = ["Entities", "find_entities"]

PLACE_KINDS: dict[str, PlaceKind] = {"GPE": "gpe", "LOC": "loc", "FAC": "fac"}


@dataclass(frozen=True)
class Entities:
    """The people, places and organizations of one text, each in order of first mention."""

    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    organizations: tuple[Organization, ...] = ()


def find_entities(
    doc: Doc, tokens: Tokens | None = None, zones: Sequence[Zone] = (), *, own: OwnNames = NO_NAMES
) -> Entities:
    """The people, places and organizations of ``doc``, without ids. Sets nothing on it.

    Args:
        tokens: The tokens of ``doc``, where the caller has read them.
        zones: What of the page is no running text: no title of the text means who is named in its furniture.
        own: Names, titles and demonyms of the user's own.
    """
    tokens = Tokens.of(doc) if tokens is None else tokens
    text, words = tokens.text, Words.of(doc, tokens)
    nouns = role_nouns(words, own.role if own.titles else None)
    names = relabelled(own.marked(marked_names(doc, words), words), words)
    names = own.marked(relabelled(with_all_occurrences(names, words), words), words)
    titles = find_titles(words, nouns, names)
    before, of, used = titles_of_names(titles, names, words)
    names = with_grammar(names, words, doc, before)
    titles_by_name = {start: found[0] for start, found in of.items()}
    seen = nominatives_seen(names)
    named = with_shared_surnames([name for name in names if name.kind == "person"], words)
    people = own.joined(group_people(named, genders_of(named, titles_by_name, words)))
    nominals, held = resolve(people, titles, of, used, words, zones)
    places = place_records([*names, *places_inside(names, words)], seen, words, text, own)
    return Entities(
        tuple(people_records(people, nominals, held, words, text)),
        tuple(places),
        with_country(organization_records(names, seen, text, own), places, text),
    )


def as_mentions(found: Iterable[Name | Nominal], text: str) -> list[Mention]:
    kinds: dict[type, MentionKind] = {Name: "name", Nominal: "nominal"}
    return [
        Mention(start=one.start, end=one.end, text=text[one.start : one.end], kind=kinds[type(one)]) for one in found
    ]


def spellings(name: str) -> dict[str, Any]:
    return {"name": name, "ascii": ascii_key(name), "latin": latin(name)}


START = attrgetter("start")


def people_records(
    people: Sequence[Somebody],
    nominals: Sequence[Nominal],
    held: dict[int, list[Title]],
    words: Words,
    text: str,
) -> list[Person]:
    found: dict[str, Person] = {}
    for index, person in enumerate(people):
        full = person.called or person_name_of(person)
        own = [nominal for nominal in nominals if nominal.person is person]
        mentions = sorted(as_mentions([*person.names, *own], text), key=START)
        told = [title for title in held[index] if not title.possessive and title.kind not in (AGE, NATION)]
        spelt: dict[str, str] = {}  # Πάπας and πάπας are one role, as it is written first
        for title in told:
            role = title.nominative(words)
            spelt.setdefault(fold(role), role)
        roles = tuple(spelt.values())
        # Βόμβα Σακκά: who has a man's nominative and stands in another case is a man
        declined = full.endswith("ς") and all(one.words[-1][-1] not in "ςΣ" for one in person.names)
        gender: Gender | None = "f" if person.gender == "f" else "m" if person.gender == "m" or declined else None
        before = found.get(full)
        if before is not None:
            mentions = sorted((*before.mentions, *mentions), key=START)
            roles = tuple(dict.fromkeys((*before.roles, *roles)))
            gender = before.gender or gender
        found[full] = Person(**spellings(full), mentions=tuple(mentions), gender=gender, roles=roles)
    return list(found.values())


def person_name_of(person: Somebody) -> str:
    """The fullest form of the name in the nominative; of two as full, the commoner."""
    seen = frozenset(
        word
        for name in as_written(person.names)
        if name.grammar.case == "Nom" and not all(word.isupper() for word in name.words)
        for word in name.words
    )
    counts = Counter(name.stems for name in person.names)

    def fullness(name: Name) -> tuple[int, ...]:
        initials = sum(is_abbreviated(word) or contracted(word) is not None for word in name.words)
        capitals = all(word.isupper() and len(word) > 2 for word in name.words)
        return (
            len(name.words) > 1 and has_greek(name.text),  # Thanasis Ρέππας signs his post in Latin letters
            len(name.words) - initials,
            len(name.words),
            -capitals,
            not name.restored,
            counts[name.stems],
            name.grammar.case == "Nom",
        )

    fullest = max(person.names, key=fullness)
    gender = person.gender or fullest.grammar.gender
    return by_grammar(fullest.words, "person", Grammar(fullest.grammar.case, gender, "Sing"), seen)


def place_records(names: Sequence[Name], seen: frozenset[str], words: Words, text: str, own: OwnNames) -> list[Place]:
    names = with_others(names, list(elided_places(names, words)))
    places = [part for name in names if name.kind == "place" for part in parted(name, words)]
    groups = group_places(places, seen)
    return [
        Place(
            **spellings(group.name),
            mentions=tuple(as_mentions(group.names, text)),
            kind=PLACE_KINDS.get(group.label, "gpe"),
        )
        for group in unique(own.renamed(groups, "place"))
    ]


def organization_records(names: Sequence[Name], seen: frozenset[str], text: str, own: OwnNames) -> list[Organization]:
    groups = group_places([name for name in names if name.kind == "organization"], seen)
    return [
        Organization(**spellings(group.name), mentions=tuple(as_mentions(group.names, text)))
        for group in unique(own.renamed(groups, "organization"))
    ]


def unique(groups: Iterable[Somewhere]) -> list[Somewhere]:
    """Groups of one name are one."""
    found: dict[str, Somewhere] = {}
    for group in groups:
        before = found.setdefault(group.name, group)
        if before is not group:
            before.names = in_order([*before.names, *group.names])
    return list(found.values())
