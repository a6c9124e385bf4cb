"""Who and which places are in which article, a row each, and over all of them.

>>> people = eipe.people(extractor.pipe(articles))
>>> print(people)
>>> people.to_pandas().groupby("gender")["quotes"].sum()
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from eipe.archive.columns import People, PersonInArchive, PersonInArticle, PlaceInArchive, PlaceInArticle, Places
from eipe.archive.identity import joined_people, place_key
from eipe.arguments import check_switch
from eipe.greek.letters import has_greek
from eipe.quoting import own_words, speakers
from eipe.records import Entity
from eipe.rows import Results, numbered
from eipe.spans import ZONES, Mention, ZoneName

__all__ = ["fullest", "people", "places", "usual"]


def people(results: Results, *, zones: Iterable[ZoneName] = ZONES) -> People:
    """The people of a set of articles: a row for each in each article, and what that sums up to.

    Args:
        results: Extractions, or pairs of an extraction and an id, as ``Extractor.pipe`` gives them.
        zones: Only quotations in these zones of a page count: ``("text",)`` leaves out headlines and teasers.

    Raises:
        TypeError: If ``results`` holds something else, or ``zones`` is a string.
        ValueError: If one of ``zones`` is none.
    """
    rows: list[PersonInArticle] = []
    articles = 0
    for id, extraction in numbered(results, "people", zones):
        quotes, words = Counter[Entity](), Counter[Entity]()
        for quote, size in zip(extraction.quotes, own_words(extraction.quotes), strict=True):
            for speaker in speakers(quote, extraction):
                quotes[speaker] += 1
                words[speaker] += size
        rows.extend(
            PersonInArticle(
                article=articles,
                id=id,
                name=person.name,
                latin=person.latin,
                gender=person.gender,
                roles=person.roles,
                mentions=len(person.mentions),
                quotes=quotes[person],
                words=words[person],
                zone=_zone(person.mentions),
                entity_id=person.id,
            )
            for person in extraction.people
        )
        articles += 1
    joined = joined_people(row.name for row in rows)
    groups = _grouped(rows, lambda row: joined[row.name][0])
    sums = [_person(group) for group in groups]
    sums.sort(key=lambda one: (-one.articles, -one.quotes, -one.mentions, one.name))
    return People(articles=articles, rows=tuple(rows), sums=tuple(sums))


def places(results: Results, *, furniture: bool = False) -> Places:
    """The places of a set of articles: a row for each in each article, and what that sums up to.

    Args:
        results: Extractions, or pairs of an extraction and an id, as ``Extractor.pipe`` gives them.
        furniture: Whether mentions in menus, tags, adverts and teasers count too, and places that stand only there.

    Raises:
        TypeError: If ``results`` holds something else, or ``furniture`` is not True or False.
    """
    check_switch("furniture", furniture)
    rows: list[PlaceInArticle] = []
    articles = 0
    for id, extraction in numbered(results, "places"):
        rows.extend(
            PlaceInArticle(
                article=articles,
                id=id,
                name=place.name,
                latin=place.latin,
                kind=place.kind,
                mentions=len(mentions),
                zone=_zone(mentions),
                entity_id=place.id,
            )
            for place in extraction.places
            # Menus, tags and adverts are "teaser" too; a place without mentions is the caller's own.
            for mentions in [[one for one in place.mentions if furniture or one.zone != "teaser"]]
            if mentions or not place.mentions
        )
        articles += 1
    sums = [_place(group) for group in _grouped(rows, lambda row: place_key(row.name))]
    sums.sort(key=lambda one: (-one.articles, -one.mentions, one.name))
    return Places(articles=articles, rows=tuple(rows), sums=tuple(sums))


def usual(values: Iterable[Any]) -> Any:
    """The most frequent value that is not None or empty, of equally frequent ones the first; None if there is none."""
    counter = Counter(value for value in values if value)
    return counter.most_common(1)[0][0] if counter else None


def fullest(names: Counter[str]) -> str:
    """Of the names of one person, how often each was used, the one to show: without initials, not in capitals, Greek;
    and of these the most frequent."""

    def rank(name: str) -> tuple[bool, bool, bool, int, int, str]:
        return "." in name, name.isupper(), not has_greek(name), -names[name], -len(name), name

    return min(names, key=rank)


def _zone(mentions: Iterable[Mention]) -> str:
    """Where on the page an entity stands: in the text if any mention does, otherwise where the first one does."""
    zones = [mention.zone for mention in mentions]
    return "text" if "text" in zones or not zones else zones[0]


def _grouped(rows: Iterable[Any], key: Callable[[Any], str]) -> Iterable[list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups.values()


def _person(rows: list[PersonInArticle]) -> PersonInArchive:
    names = Counter(row.name for row in rows)
    name = fullest(names)
    return PersonInArchive(
        name=name,
        latin=next(row.latin for row in rows if row.name == name),
        gender=usual(row.gender for row in rows),
        role=usual(role for row in rows for role in row.roles),
        articles=len({row.article for row in rows}),
        mentions=sum(row.mentions for row in rows),
        quotes=sum(row.quotes for row in rows),
        words=sum(row.words for row in rows),
        names=tuple(sorted(names)),
    )


def _place(rows: list[PlaceInArticle]) -> PlaceInArchive:
    names = Counter(row.name for row in rows)
    name = fullest(names)
    return PlaceInArchive(
        name=name,
        latin=next(row.latin for row in rows if row.name == name),
        kind=usual(row.kind for row in rows),
        articles=len({row.article for row in rows}),
        mentions=sum(row.mentions for row in rows),
        names=tuple(sorted(names)),
    )
