"""The rows of ``eipe.people`` and ``eipe.places``, and the tables that they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from eipe.extras import require
from eipe.rows import encodable

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["People", "PersonInArchive", "PersonInArticle", "PlaceInArchive", "PlaceInArticle", "Places", "cells"]

_DTYPES = {"int": "int64", "float": "float64"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInArticle:
    """One person in one article.

    Attributes:
        article: The article's number, from 0.
        id: The article's id; its number where none was given.
        name: The fullest form in this article, in the nominative.
        latin: The name transcribed by ELOT 743.
        gender: ``"f"``, ``"m"`` or None.
        roles: Titles as the article states them.
        mentions: How often the article names the person, or means the person by a title.
        quotes: How many quotations are the person's, alone or together with others.
        words: How many words these have; those of a quotation inside are its own speaker's.
        zone: ``"text"``, or where on the page the person stands who is not in the text.
        entity_id: The person's ``id`` within the article.
    """

    article: int
    id: Any
    name: str
    latin: str
    gender: Literal["f", "m"] | None
    roles: tuple[str, ...]
    mentions: int
    quotes: int
    words: int
    zone: str
    entity_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInArticle:
    """One place in one article.

    Attributes:
        article: The article's number, from 0.
        id: The article's id; its number where none was given.
        name: The fullest form in this article, in the nominative.
        latin: The name transcribed by ELOT 743.
        kind: ``"gpe"``, ``"loc"`` or ``"fac"``.
        mentions: How often the article names the place.
        zone: ``"text"``, or where on the page the place stands that is not in the text.
        entity_id: The place's ``id`` within the article.
    """

    article: int
    id: Any
    name: str
    latin: str
    kind: Literal["gpe", "loc", "fac"]
    mentions: int
    zone: str
    entity_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInArchive:
    """One person over all articles.

    Attributes:
        name: The name: of those that were joined one without initials, in Greek, used most.
        latin: It, transcribed by ELOT 743.
        gender: The one that most articles tell; None if none does.
        role: The role that the articles state most often, or None.
        articles: In how many articles the person is.
        mentions: How often they name the person.
        quotes: How many quotations are the person's, alone or together with others.
        words: How many words these have.
        names: The names that were joined, one for each spelling in the articles.
    """

    name: str
    latin: str
    gender: Literal["f", "m"] | None
    role: str | None
    articles: int
    mentions: int
    quotes: int
    words: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInArchive:
    """One place over all articles.

    Attributes:
        name: The name that is used most.
        latin: It, transcribed by ELOT 743.
        kind: ``"gpe"``, ``"loc"`` or ``"fac"``.
        articles: In how many articles the place is.
        mentions: How often they name it.
        names: The names that were joined: ΗΠΑ, Ηνωμένες Πολιτείες.
    """

    name: str
    latin: str
    kind: Literal["gpe", "loc", "fac"]
    articles: int
    mentions: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The people of a set of articles; iterates over ``rows``.

    Attributes:
        articles: How many articles were read.
        rows: One entry a person and article, in the articles' order.
        sums: One entry a person, most articles first.
    """

    kinds: ClassVar[tuple[type, type]] = (PersonInArticle, PersonInArchive)

    articles: int
    rows: tuple[PersonInArticle, ...]
    sums: tuple[PersonInArchive, ...]

    def __iter__(self) -> Iterator[PersonInArticle]:
        return iter(self.rows)

    def to_pandas(self, *, sums: bool = False) -> DataFrame:
        """One row a person and article, or with ``sums`` one row a person.

        Where the id of an article is a mapping, each of its fields becomes a column.

        Raises:
            ModuleNotFoundError: If pandas is not installed.
        """
        return _frame(self.sums if sums else self.rows, self.kinds[sums])

    def __str__(self) -> str:
        from eipe.display.archive_tables import people_text

        return people_text(self.articles, self.sums)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The places of a set of articles; iterates over ``rows``.

    Attributes:
        articles: How many articles were read.
        rows: One entry a place and article, in the articles' order.
        sums: One entry a place, most articles first.
    """

    kinds: ClassVar[tuple[type, type]] = (PlaceInArticle, PlaceInArchive)

    articles: int
    rows: tuple[PlaceInArticle, ...]
    sums: tuple[PlaceInArchive, ...]

    def __iter__(self) -> Iterator[PlaceInArticle]:
        return iter(self.rows)

    def to_pandas(self, *, sums: bool = False) -> DataFrame:
        """One row a place and article, or with ``sums`` one row a place.

        Where the id of an article is a mapping, each of its fields becomes a column.

        Raises:
            ModuleNotFoundError: If pandas is not installed.
        """
        return _frame(self.sums if sums else self.rows, self.kinds[sums])

    def __str__(self) -> str:
        from eipe.display.archive_tables import places_text

        return places_text(self.articles, self.sums)


def cells(row: Any) -> dict[str, Any]:
    """A row as plain values: lists in one string, and no half of a surrogate pair, which no file can hold."""
    found: dict[str, Any] = {}
    for name in (field.name for field in fields(row)):
        value = getattr(row, name)
        joined = "; ".join(value) or None if isinstance(value, tuple) else value
        found[name] = encodable(joined) if isinstance(joined, str) else joined
    return found


def _frame(rows: tuple[Any, ...], kind: type) -> DataFrame:
    pandas = require("pandas", "pandas")
    names = [field.name for field in fields(kind)]
    known: dict[str, None] = {}
    table: list[dict[str, Any]] = []
    for row in rows:
        plain = cells(row)
        extra = dict(row.id) if isinstance(plain.get("id"), Mapping) else {}
        taken = sorted(extra.keys() & set(names) - {"id"})
        if taken:
            raise ValueError(f"article {row.article} has a field {taken[0]!r}, which a column of the table itself")
        known.update(dict.fromkeys(extra))
        table.append(plain | ({"id": row.article} if extra else {}) | extra)
    columns = [*(name for name in ("article", "id") if name in names), *(name for name in known if name != "id")]
    found: DataFrame = pandas.DataFrame(table, columns=[*columns, *(name for name in names if name not in columns)])
    types = {field.name: _DTYPES.get(str(field.type), "string") for field in fields(kind) if field.name != "id"}
    return found.astype(types)
