"""Extractions as plain JSON values, and back.

The form is fixed (docs: data model): one object an article, entities with their mentions, quotes that refer
to entities by id, type and name. Reading checks everything it reads, since such files travel between programs: a
damaged or hostile record raises ``ValueError`` and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

from eipe.provenance import Provenance
from eipe.records import Cue, Entity, Findings, Mention, Organization, Person, Place, Quote, Source, Span
from eipe.spans import ZONES, ZoneName

__all__ = ["dump", "fields_of", "to_dict", "to_json"]

E = TypeVar("E", bound=Entity)
#: The entities of a type and a name.
Known = Mapping[tuple[str, str], Sequence[Entity]]
#: Reads what only one type of entity has.
Fields = Callable[[Mapping[str, Any]], dict[str, Any]]


def to_dict(extraction: Findings) -> dict[str, Any]:
    """``extraction`` as plain JSON values."""
    made = extraction.provenance
    return {
        "text": extraction.text,
        "people": [_entity_out(person) for person in extraction.people],
        "places": [_entity_out(place) for place in extraction.places],
        "organizations": [_entity_out(organization) for organization in extraction.organizations],
        "sources": [_entity_out(source) for source in extraction.sources],
        "quotes": [_quote_out(quote) for quote in extraction.quotes],
        "terms": [_span_out(term) for term in extraction.terms],
        "eipe": made and {"version": made.version, "model": made.model},
    }


def to_json(extraction: Findings, *, indent: int | None = None) -> str:
    """``extraction`` as a JSON string. Lone surrogates are escaped, so that the string can be encoded."""
    return dump(to_dict(extraction), indent=indent)


def dump(value: object, *, indent: int | None = None) -> str:
    """``value`` as JSON with Greek letters unescaped, always encodable in UTF-8."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, indent=indent)
    return text


def fields_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the extraction that ``to_dict`` wrote as ``record``.

    Raises:
        ValueError: If a field is missing, of the wrong type, or contradicts the text.
    """
    return _Reader(record).fields()


def _span_out(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _mention_out(mention: Mention) -> dict[str, Any]:
    return {**_span_out(mention), "kind": mention.kind, "zone": mention.zone}


def _entity_out(entity: Entity) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": entity.id,
        "name": entity.name,
        "ascii": entity.ascii,
        "latin": entity.latin,
        "type": entity.type,
    }
    if isinstance(entity, Place):
        out["kind"] = entity.kind
    if isinstance(entity, Person):
        out["gender"] = entity.gender
        out["roles"] = list(entity.roles)
    out["mentions"] = [_mention_out(mention) for mention in entity.mentions]
    return out


def _reference(entity: Entity | None) -> dict[str, str] | None:
    return None if entity is None else {"id": entity.id, "name": entity.name, "type": entity.type}


def _quote_out(quote: Quote) -> dict[str, Any]:
    cue, mention = quote.cue, quote.speaker_mention
    return {
        **_span_out(quote),
        "kind": quote.kind,
        "cue": cue and _span_out(cue) | {"lemma": cue.lemma},
        "speaker": _reference(quote.speaker),
        "speaker_mention": mention and _mention_out(mention),
        "addressee": _reference(quote.addressee),
        "rule": quote.rule,
        "confidence": quote.confidence,
        "zone": quote.zone,
    }


class _Reader:
    """Reads one record; every check names the field that failed."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        if not isinstance(record, Mapping):
            hint = "; for JSON there is from_json(text)" if isinstance(record, str | bytes) else ""
            raise ValueError(f"an extraction is a JSON object, a dict, not {type(record).__name__}{hint}")
        self.record = record
        self.text: str = self.field(record, "text", str)

    def fields(self) -> dict[str, Any]:
        people = self.entities("people", Person, self.person)
        places = self.entities("places", Place, self.place)
        organizations = self.entities("organizations", Organization)
        sources = self.entities("sources", Source)
        known: dict[tuple[str, str], list[Entity]] = {}
        ids = set[str]()
        for entity in (*people, *places, *organizations, *sources):
            if entity.id in ids:
                raise ValueError(f"two entities have the id {entity.id!r}")
            ids.update({entity.id} - {""})
            known.setdefault((entity.type, entity.name), []).append(entity)
        return {
            "text": self.text,
            "people": people,
            "places": places,
            "organizations": organizations,
            "sources": sources,
            "quotes": tuple(self.quote(quote, known) for quote in self.objects(self.record, "quotes")),
            "terms": tuple(Span(**self.span(term)) for term in self.objects(self.record, "terms")),
            "provenance": self.provenance(),
        }

    def provenance(self) -> Provenance | None:
        made = self.field({"eipe": None, **self.record}, "eipe", Mapping, type(None))
        return made and Provenance(version=self.field(made, "version", str), model=self.field(made, "model", str))

    def field(self, record: Mapping[str, Any], name: str, *types: type) -> Any:
        if name not in record:
            raise ValueError(f"field {name!r} is missing; {self.form(record)}")
        value = record[name]
        # JSON's true is an int to Python, and no offset.
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            wanted = " or ".join("null" if t is type(None) else t.__name__ for t in types)
            raise ValueError(f"field {name!r} is {type(value).__name__}, not {wanted}")
        return value

    def form(self, record: Mapping[str, Any]) -> str:
        """What ``record`` has, and what it should."""
        has = ", ".join([repr(key[:40]) for key in record if isinstance(key, str)][:8]) or "no field"
        if record is not self.record:
            return f"the object has {has}"
        fields = ", ".join(to_dict(Findings(text="")))
        return f"the record has {has}, and what to_dict() gives and `eipe extract` writes has {fields}"

    def choice(self, record: Mapping[str, Any], name: str, *legal: str | None) -> Any:
        value = record.get(name)
        if not (value is None or isinstance(value, str)) or value not in legal:
            found = repr(value) if isinstance(value, str) else type(value).__name__
            raise ValueError(f"field {name!r} is {found}, not one of {legal}")
        return value

    def objects(self, record: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
        items = self.field(record, name, list)
        if not all(isinstance(item, Mapping) for item in items):
            raise ValueError(f"field {name!r} holds something that is not an object")
        return cast(list[Mapping[str, Any]], items)

    def span(self, record: Mapping[str, Any]) -> dict[str, Any]:
        start, end = self.field(record, "start", int), self.field(record, "end", int)
        text = self.field(record, "text", str)
        if not 0 <= start <= end <= len(self.text) or self.text[start:end] != text:
            raise ValueError(f"the span {start}:{end} does not hold {text!r}")
        return {"start": start, "end": end, "text": text}

    def mention(self, record: Mapping[str, Any]) -> Mention:
        kind = self.choice(record, "kind", "name", "nominal")
        return Mention(**self.span(record), kind=kind, zone=self.zone(record))

    def zone(self, record: Mapping[str, Any]) -> ZoneName:
        """The zone of a mention or a quotation; records of earlier versions have none, and tell only of the text."""
        zone: ZoneName = self.choice(record, "zone", *ZONES) if "zone" in record else "text"
        return zone

    def names(self, record: Mapping[str, Any], wanted: str) -> dict[str, Any]:
        self.choice(record, "type", wanted)
        mentions = tuple(self.mention(mention) for mention in self.objects(record, "mentions"))
        return {name: self.field(record, name, str) for name in ("id", "name", "ascii", "latin")} | {
            "mentions": mentions
        }

    def entities(self, name: str, kind: type[E], own: Fields = lambda _: {}) -> tuple[E, ...]:
        found = []
        for number, record in enumerate(self.objects(self.record, name), start=1):
            # Records of the first version have no ids: each gets the one that it would have today.
            names = self.names({"id": f"{kind.type}-{number}", **record}, kind.type)
            found.append(kind(**names, **own(record)))
        return tuple(found)

    def person(self, record: Mapping[str, Any]) -> dict[str, Any]:
        roles = self.field(record, "roles", list)
        if not all(isinstance(role, str) for role in roles):
            raise ValueError("field 'roles' holds something that is not a string")
        return {"gender": self.choice(record, "gender", "f", "m", None), "roles": tuple(roles)}

    def place(self, record: Mapping[str, Any]) -> dict[str, Any]:
        return {"kind": self.choice(record, "kind", "gpe", "loc", "fac")}

    def reference(self, record: Mapping[str, Any], name: str, known: Known) -> Entity | None:
        value = self.field(record, name, Mapping, type(None))
        if value is None:
            return None
        key = self.field(value, "type", str), self.field(value, "name", str)
        id = self.field({"id": "", **value}, "id", str)
        meant = [entity for entity in known.get(key, ()) if id in ("", entity.id)]
        if len(meant) != 1:
            why = "of whom there are several: give its id" if meant else "which is not listed"
            raise ValueError(f"field {name!r} refers to the {key[0]} {key[1]!r}{id and f' ({id})'}, {why}")
        return meant[0]

    def quote(self, record: Mapping[str, Any], known: Known) -> Quote:
        cue = self.field(record, "cue", Mapping, type(None))
        mention = self.field(record, "speaker_mention", Mapping, type(None))
        confidence = self.field(record, "confidence", int, float)
        if not 0 <= confidence <= 1:
            raise ValueError("field 'confidence' is not a number from 0 to 1")
        return Quote(
            **self.span(record),
            kind=self.choice(record, "kind", "speech", "fragment", "indirect"),
            cue=None if cue is None else Cue(**self.span(cue), lemma=self.field(cue, "lemma", str)),
            speaker=self.reference(record, "speaker", known),
            speaker_mention=None if mention is None else self.mention(mention),
            addressee=self.reference(record, "addressee", known),
            rule=self.field(record, "rule", str),
            confidence=float(confidence),
            zone=self.zone(record),
        )
