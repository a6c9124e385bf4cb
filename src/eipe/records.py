"""The data model: what an extraction consists of, with no spaCy in sight.

All records are frozen, slotted dataclasses: equal by value, hashable, picklable, keyword-only. Offsets are
half-open Python string offsets (code points) into the text that was given to ``extract``, so that
``text[span.start:span.end] == span.text`` holds for every span.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from eipe.provenance import Provenance
from eipe.spans import Cue, Mention, MentionKind, Span, ZoneName

__all__ = [
    "Cue",
    "Entity",
    "Findings",
    "Mention",
    "MentionKind",
    "Organization",
    "Person",
    "Place",
    "Provenance",
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
        id: What tells it from all others of its extraction: ``"person-1"``; empty if it was made by hand.
    """

    type: ClassVar[str] = "entity"

    name: str
    ascii: str
    latin: str
    mentions: tuple[Mention, ...] = ()
    id: str = ""

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
        zone: Where on the page it begins, as ``Mention.zone``.
    """

    kind: QuoteKind
    cue: Cue | None = None
    speaker: Entity | None = None
    speaker_mention: Mention | None = None
    addressee: Entity | None = None
    rule: str
    confidence: float
    zone: ZoneName = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found in one text: the fields of an ``Extraction``. Every tuple is in order of first appearance.

    Attributes:
        text: The text, exactly as it was given.
        people: The people named in it; whoever stands only in bylines, credits and teasers is left out, unless
            asked for or quoted.
        places: The places named in it.
        organizations: The organizations named in it.
        sources: Speakers that are none of these.
        quotes: The attributed quotations.
        terms: Words in quotation marks that quote nobody: titles, nicknames, scare quotes.
        provenance: Which eipe and which model have found all this; does not count where extractions are compared.
    """

    text: str
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    organizations: tuple[Organization, ...] = ()
    sources: tuple[Source, ...] = ()
    quotes: tuple[Quote, ...] = ()
    terms: tuple[Span, ...] = ()
    provenance: Provenance | None = field(default=None, compare=False)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """People, places, organizations and sources, in that order."""
        return (*self.people, *self.places, *self.organizations, *self.sources)
