"""The data model: what an extraction consists of, with no spaCy in sight.

All records are frozen, slotted dataclasses: equal by value, hashable, picklable, keyword-only. Offsets are
half-open Python string offsets (code points) into the text that was given to ``extract``, so that
``text[span.start:span.end] == span.text`` holds for every span.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from eipe.spans import Cue, Mention, MentionKind, Span

if TYPE_CHECKING:
    from pandas import DataFrame
    from spacy.tokens import Doc

    from eipe.formats.registry import FormatName

__all__ = [
    "Cue",
    "Entity",
    "Extraction",
    "Mention",
    "MentionKind",
    "Organization",
    "Person",
    "Place",
    "Quote",
    "Source",
    "Span",
]

PlaceKind = Literal["gpe", "loc", "fac"]
QuoteKind = Literal["speech", "fragment", "indirect"]
Gender = Literal["f", "m"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something that the text names.

    Attributes:
        name: The fullest form found in the text, in the nominative.
        ascii: ``unidecode(name)``, a key for searching and joining.
        latin: The name transcribed by ELOT 743 / ISO 843, as passports and databases have it.
        mentions: Every mention, in text order.
    """

    type: ClassVar[str] = "entity"

    name: str
    ascii: str
    latin: str
    mentions: tuple[Mention, ...] = ()

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entity):
    """A person.

    Attributes:
        gender: Grammatical gender, ``"f"`` or ``"m"``, read off articles, agreement and endings; None if the
            text does not tell.
        roles: Titles as the text states them, nominative, without article: ``"πρόεδρος της Ρωσίας"``.
    """

    type: ClassVar[str] = "person"

    gender: Gender | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Entity):
    """A place.

    Attributes:
        kind: ``"gpe"`` (countries, cities), ``"loc"`` (mountains, seas, regions) or ``"fac"`` (buildings).
    """

    type: ClassVar[str] = "place"

    kind: PlaceKind = "gpe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Entity):
    """An organization: a ministry, a company, a party, a club."""

    type: ClassVar[str] = "organization"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entity):
    """A speaker that is no named entity: "ένας κάτοικος", "εκπρόσωπος της Google"."""

    type: ClassVar[str] = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Span):
    """A quotation: the inner text, without its marks.

    Attributes:
        kind: ``"speech"`` (an utterance, a clause or more), ``"fragment"`` (words woven into the writer's
            sentence) or ``"indirect"`` (a reported clause, without marks).
        cue: What says that a source speaks, or None.
        speaker: Who speaks, resolved over the whole text, or None if the text does not tell.
        speaker_mention: The words beside the cue that name the source, without article or title; None where
            Greek drops the subject.
        addressee: To whom it is said, or None.
        rule: The strategies that proposed the speaker.
        confidence: The calibrated probability, from 0 to 1, that this is a quotation of a source and that its speaker
            is right (reported speech without marks: how often such were right).
    """

    kind: QuoteKind
    cue: Cue | None = None
    speaker: Entity | None = None
    speaker_mention: Mention | None = None
    addressee: Entity | None = None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What was found in one text. Every tuple is in order of first appearance.

    Attributes:
        text: The text, exactly as it was given.
        people: The people named in it.
        places: The places named in it.
        organizations: The organizations named in it.
        sources: Speakers that are none of these.
        quotes: The attributed quotations.
        terms: Words in quotation marks that quote nobody: titles, nicknames, scare quotes.
    """

    text: str
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    organizations: tuple[Organization, ...] = ()
    sources: tuple[Source, ...] = ()
    quotes: tuple[Quote, ...] = ()
    terms: tuple[Span, ...] = ()

    @property
    def entities(self) -> tuple[Entity, ...]:
        """People, places, organizations and sources, in that order."""
        return (*self.people, *self.places, *self.organizations, *self.sources)

    def quotes_by(self, speaker: str | Entity) -> tuple[Quote, ...]:
        """The quotations of one speaker.

        Args:
            speaker: An entity of this extraction, or a name; capitals and accents do not count, and a part
                of the name is enough (``quotes_by("πουτιν")`` finds Βλαντίμιρ Πούτιν). If no speaker has the
                name, it may be one in Latin letters (``"Poutin"``), or in a case that the text uses. Of a
                name that several speakers have, the quotations of them all are given.

        Raises:
            TypeError: If ``speaker`` is neither.
        """
        from eipe.naming import named

        if isinstance(speaker, str):
            wanted = named(speaker, {quote.speaker for quote in self.quotes if quote.speaker})
        elif isinstance(speaker, Entity):
            wanted = (speaker,)
        else:
            raise TypeError(f"quotes_by() takes a name or an Entity, not {type(speaker).__name__}")
        return tuple(quote for quote in self.quotes if quote.speaker in wanted)

    def to_dict(self) -> dict[str, Any]:
        """The extraction as plain JSON values; ``from_dict`` is its inverse."""
        from eipe.interchange import to_dict

        return to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The extraction as a JSON string, Greek letters unescaped."""
        from eipe.interchange import to_json

        return to_json(self, indent=indent)

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Extraction:
        """The inverse of ``to_dict``.

        Raises:
            ValueError: If the record is not one that ``to_dict`` writes.
        """
        from eipe.interchange import from_dict

        return from_dict(record)

    def to_pandas(self) -> DataFrame:
        """The quotations as a pandas data frame, a row each; ``eipe.frame`` does it for many articles.

        Raises:
            ModuleNotFoundError: If pandas is not installed.
        """
        from eipe.frames import one

        return one(self)

    def export(self, to: FormatName, *, id: str = "", doc: Doc | None = None) -> str:
        """The article in the format of another tool; ``eipe.export`` writes many articles.

        Args:
            to: ``"conllu"``, ``"iob"``, ``"xmi"`` (needs the extra xmi), ``"labelstudio"``, ``"doccano"``, ``"tei"``
                or ``"displacy"``.
            id: The article's id.
            doc: A spaCy ``Doc`` of the text, whose tokens and sentences ``"conllu"`` and ``"iob"`` write. Without one
                the embedded model reads the text again; the other formats need none.

        Returns:
            What a file of the format holds.

        Raises:
            ModuleNotFoundError: If a library that the format needs is not installed.
            TypeError: If ``to`` is no string.
            ValueError: If there is no such format, or ``doc`` is of another text or has no sentences.
        """
        from eipe.exporting import one

        return one(self, to, id=id, doc=doc)

    def to_html(self, *, title: str = "", language: Literal["en", "el"] = "en") -> str:
        """A whole HTML page, self-contained: the article with its names and quotations, and who said what.

        Args:
            title: The page's title and heading.
            language: In which language legend and table are written.

        Raises:
            ValueError: If ``language`` is another one.
        """
        from eipe.display.html import page

        return "".join(page([(title, self)], title=title or "eipe", language=language))

    def _repr_html_(self) -> str:
        """What notebooks show."""
        from eipe.display.html import fragment

        return fragment(self)
