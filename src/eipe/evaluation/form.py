"""One JSON record of the gold form, or as ``eipe extract`` writes it, read and checked.

``gold.schema.json`` beside this module describes both. Every message names the place, the field, what stands there and
what may.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from eipe.evaluation.gold import ENTITIES, Named, Offsets, Quoted, Record

__all__ = ["read_record"]

KINDS = ("speech", "fragment", "other", "indirect")
_OWN = ("id", "text")


def read_record(record: object, place: str) -> Record:
    """The record that JSON values stand for.

    Args:
        record: The JSON object.
        place: Where it is from, for messages.

    Raises:
        ValueError: If it has another form, or its offsets are no stretches of its text.
    """
    return _Reader(record, place).record()


class _Reader:
    def __init__(self, record: Any, place: str) -> None:
        self.place = place
        if not isinstance(record, Mapping):
            self.fail(f"a record is a JSON object with text and quotes, not {_kind(record)}")
        self.given: Mapping[str, Any] = record
        text = record.get("text")
        if not (text is None or isinstance(text, str)):
            self.fail(f"text is {_kind(text)}, not a string")
        self.text: str | None = text

    def record(self) -> Record:
        id = self.given.get("id")
        if "quotes" not in self.given and not ENTITIES.keys() & self.given.keys():
            has = ", ".join(map(repr, list(self.given)[:8])) or "nothing"
            self.fail(f"no quotes, people, places or organizations (the record has {has})")
        return Record(
            id=id if id is None or isinstance(id, str) else json.dumps(id, ensure_ascii=False),
            text=self.text,
            quotes=tuple(self.quote(item, at) for at, item in self.items(self.given, "quotes"))
            if "quotes" in self.given
            else None,
            entities={
                kind: tuple(self.entity(item, at) for at, item in self.items(self.given, kind))
                for kind in ENTITIES
                if kind in self.given
            },
            zones=tuple((self.string(z, "zone", at), *self.span(z, at)) for at, z in self.items(self.given, "zones")),
            fields={k: str(v) for k, v in self.given.items() if k not in _OWN and isinstance(v, str | int | float)},
        )

    def quote(self, item: Mapping[str, Any], at: str) -> Quoted:
        start, end = self.span(item, at)
        kind = item.get("kind")
        if kind not in KINDS:
            self.fail(f"{at}.kind is {_shown(kind)}, not one of {', '.join(KINDS)}")
        confidence, rule = item.get("confidence"), item.get("rule", "")
        if not (confidence is None or (_is_number(confidence) and 0 <= confidence <= 1)):
            self.fail(f"{at}.confidence is {_shown(confidence)}, not a number from 0 to 1")
        if not isinstance(rule, str):
            self.fail(f"{at}.rule is {_kind(rule)}, not a string")
        if "speaker_name" in item:
            speaker, mention = self.maybe_string(item, "speaker_name", at), item.get("speaker")
        else:
            speaker, mention = self.speaker(item.get("speaker"), at), item.get("speaker_mention")
        return Quoted(
            start=start,
            end=end,
            kind=kind,
            cue=self.maybe_span(item.get("cue"), f"{at}.cue"),
            mention=self.maybe_span(mention, f"{at}.speaker"),
            speaker=speaker,
            rule=rule,
            confidence=confidence,
        )

    def speaker(self, value: Any, at: str) -> str | None:
        """The name in ``{"name": "...", "type": "..."}``, as ``eipe extract`` writes speakers."""
        if value is None:
            return None
        if not isinstance(value, Mapping):
            hint = "; offsets there want a speaker_name beside them" if isinstance(value, list) else ""
            self.fail(f'{at}.speaker is {_kind(value)}, not null or {{"name": "..."}}{hint}')
        return self.string(value, "name", f"{at}.speaker")

    def entity(self, item: Mapping[str, Any], at: str) -> Named:
        name, gender = self.string(item, "name", at), item.get("gender")
        if gender not in (None, "f", "m"):
            self.fail(f"{at}.gender is {_shown(gender)}, not f, m or null")
        if "mentions" not in item:
            spans = {key: self.spans(item, key, at) for key in ("names", "nominals")}
            return Named(name=name, gender=gender, **spans)
        found: dict[str, list[Offsets]] = {"name": [], "nominal": []}
        for place, mention in self.items(item, "mentions", f"{at}."):
            kind = mention.get("kind", "name")
            if kind not in found:
                self.fail(f"{place}.kind is {_shown(kind)}, not name or nominal")
            found[kind].append(self.span(mention, place))
        return Named(name=name, gender=gender, names=tuple(found["name"]), nominals=tuple(found["nominal"]))

    def items(self, given: Mapping[str, Any], key: str, front: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
        for number, item in enumerate(self.rows(given, key, front)):
            if not isinstance(item, Mapping):
                self.fail(f"{front}{key}[{number}] is {_kind(item)}, not an object")
            yield f"{front}{key}[{number}]", item

    def spans(self, given: Mapping[str, Any], key: str, at: str) -> tuple[Offsets, ...]:
        items = self.rows(given, key, f"{at}.")
        return tuple(self.span(item, f"{at}.{key}[{number}]") for number, item in enumerate(items))

    def rows(self, given: Mapping[str, Any], key: str, front: str) -> list[Any]:
        value = given.get(key, [])
        if not isinstance(value, list):
            self.fail(f"{front}{key} is {_kind(value)}, not a list")
        return value

    def string(self, given: Mapping[str, Any], key: str, at: str) -> str:
        value = self.maybe_string(given, key, at)
        if not value:
            self.fail(f"{at}.{key} is {_shown(value)}, not a string that says something")
        return value

    def maybe_string(self, given: Mapping[str, Any], key: str, at: str) -> str | None:
        value = given.get(key)
        if not (value is None or isinstance(value, str)):
            self.fail(f"{at}.{key} is {_kind(value)}, not a string or null")
        return value or None

    def maybe_span(self, value: Any, at: str) -> Offsets | None:
        return None if value is None else self.span(value, at)

    def span(self, value: Any, at: str) -> Offsets:
        """Offsets written as ``[start, end]``, as an object, or as words that stand in the text once."""
        words = None
        if isinstance(value, Mapping):
            words = value.get("text")
            if "start" not in value and "end" not in value and isinstance(words, str):
                return self.place_of(words, at)
            value = [value.get("start"), value.get("end")]
        if not (isinstance(value, list | tuple) and len(value) == 2 and all(map(_is_whole, value))):
            self.fail(f"{at} is {_shown(value)}, not offsets such as [12, 40]")
        start, end = value
        if not 0 <= start <= end or (self.text is not None and end > len(self.text)):
            size = "" if self.text is None else f" of {len(self.text)} characters"
            self.fail(f"{at} is {start} to {end}, which is no stretch of the text{size}")
        if isinstance(words, str) and self.text is not None and self.text[start:end] != words:
            self.fail(f"{at} says {words!r:.60}, and at {start} to {end} stands {self.text[start:end]!r:.60}")
        return start, end

    def place_of(self, words: str, at: str) -> Offsets:
        times = self.text.count(words) if self.text and words else 0
        if self.text is None or times != 1:
            where = f"stands {times} times in the text" if times else "does not stand in the text"
            self.fail(f"{at}: {words!r:.60} {where}; give start and end")
        start = self.text.index(words)
        return start, start + len(words)

    def fail(self, message: str) -> NoReturn:
        raise ValueError(f"{self.place}: {message}")


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _shown(value: object) -> str:
    return "missing" if value is None else f"{value!r:.60}"


def _kind(value: object) -> str:
    names = {type(None): "null", bool: "true or false", int: "a number", float: "a number", str: "a string"}
    return names.get(type(value), "a list" if isinstance(value, list | tuple) else f"a {type(value).__name__}")
