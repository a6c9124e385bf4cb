"""The JSON form: exactly as documented, and nothing that is read is trusted."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_records import EXTRACTION

from eipe import Extraction

RECORD = EXTRACTION.to_dict()


def test_the_documented_form() -> None:
    assert list(RECORD) == ["text", "people", "places", "organizations", "sources", "quotes", "terms", "eipe"]
    assert list(RECORD["people"][0]) == ["id", "name", "ascii", "latin", "type", "gender", "roles", "mentions"]
    assert list(RECORD["places"][0]) == ["id", "name", "ascii", "latin", "type", "kind", "mentions"]
    mention = {"start": 18, "end": 30, "text": "Νίκος Παππάς", "kind": "name", "zone": "text"}
    assert RECORD["people"][0]["mentions"][0] == mention
    assert RECORD["quotes"] == [
        {
            "start": 1,
            "end": 8,
            "text": "Θα έρθω",
            "kind": "speech",
            "cue": {"start": 11, "end": 15, "text": "είπε", "lemma": "λέω"},
            "speaker": {"id": "person-1", "name": "Νίκος Παππάς", "type": "person"},
            "speaker_mention": mention,
            "addressee": None,
            "rule": "inverted+behind",
            "confidence": 0.9,
            "zone": "text",
        }
    ]
    assert RECORD["eipe"] == {"version": "0.1.0", "model": "el_mine-1.0.0"}


def test_round_trip() -> None:
    assert Extraction.from_dict(RECORD) == EXTRACTION
    assert Extraction.from_dict(json.loads(EXTRACTION.to_json())) == EXTRACTION
    assert Extraction.from_dict(json.loads(EXTRACTION.to_json(indent=2))) == EXTRACTION
    again = Extraction.from_json(EXTRACTION.to_json())
    assert again == EXTRACTION == Extraction.from_json(EXTRACTION.to_json(indent=2).encode())
    assert again.provenance == EXTRACTION.provenance


@pytest.mark.parametrize("text", ["", "{", "null", "[1]", '{"text": "α"}', "[" * 100_000, b"\xff"])
def test_json_that_is_no_record_is_refused(text: str | bytes) -> None:
    with pytest.raises(ValueError):
        Extraction.from_json(text)


def test_what_is_no_json_is_told_in_our_words() -> None:
    with pytest.raises(ValueError, match=r"^not JSON: Expecting .* an extraction is what to_json\(\) gives"):
        Extraction.from_json("{oops")


@pytest.mark.parametrize(("value", "told"), [(RECORD, r"from_dict\(record\)"), (None, "not NoneType")])
def test_json_is_a_string(value: Any, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        Extraction.from_json(value)


def first_version(record: dict[str, Any]) -> dict[str, Any]:
    """The record as eipe 0.1 wrote it: without ids, zones and versions."""
    old = copy.deepcopy(record)
    del old["eipe"]
    for name in ("people", "places", "organizations", "sources"):
        for entity in old[name]:
            del entity["id"]
            for mention in entity["mentions"]:
                del mention["zone"]
    for quote in old["quotes"]:
        for reference in filter(None, (quote["speaker"], quote["addressee"])):
            del reference["id"]
        for span in filter(None, (quote, quote["speaker_mention"])):
            del span["zone"]
    return old


def test_records_of_the_first_version_are_read_and_get_their_ids() -> None:
    again = Extraction.from_dict(first_version(RECORD))
    assert again == EXTRACTION and again.provenance is None
    assert again.people[0].id == "person-1" and again.quotes[0].speaker is again.people[0]


def test_entities_made_by_hand_need_no_ids() -> None:
    nikos = replace(EXTRACTION.people[0], id="")
    byhand = replace(EXTRACTION, people=(nikos,), quotes=(replace(EXTRACTION.quotes[0], speaker=nikos),))
    assert Extraction.from_dict(byhand.to_dict()) == byhand


def test_two_of_one_name_are_joined_to_their_quotations_by_id() -> None:
    nikos, quote = EXTRACTION.people[0], EXTRACTION.quotes[0]
    other = replace(nikos, id="person-2", mentions=nikos.mentions[1:])
    two = replace(EXTRACTION, people=(nikos, other), quotes=(quote, replace(quote, speaker=other)))
    again = Extraction.from_dict(two.to_dict())
    assert again == two
    assert [quote.speaker for quote in again.quotes] == [nikos, other]
    with pytest.raises(ValueError, match="several: give its id"):
        Extraction.from_dict(first_version(two.to_dict()))


def test_a_speaker_is_the_very_entity_that_is_listed() -> None:
    again = Extraction.from_dict(RECORD)
    assert again.quotes[0].speaker is again.people[0]


def test_fields_that_others_add_are_no_harm() -> None:
    assert Extraction.from_dict({"id": 7, **RECORD, "note": [1]}) == EXTRACTION


def test_greek_stays_greek_and_lone_surrogates_are_escaped() -> None:
    assert "Νίκος" in EXTRACTION.to_json()
    odd = Extraction(text="α\ud800β")
    odd.to_json().encode("utf8")
    assert Extraction.from_dict(json.loads(odd.to_json())) == odd


DAMAGE: dict[str, Any] = {
    "no text": (["text"], None),
    "text is a number": (["text"], 5),
    "another text": (["text"], "άλλο"),
    "no people": (["people"], None),
    "people is an object": (["people"], {}),
    "a person is a string": (["people"], ["Νίκος"]),
    "a person is a place": (["people", 0, "type"], "place"),
    "a place is nothing": (["places", 0, "type"], None),
    "name is null": (["people", 0, "name"], []),
    "gender unknown": (["people", 0, "gender"], "x"),
    "gender is a list": (["people", 0, "gender"], ["f"]),
    "roles is a string": (["people", 0, "roles"], "υπουργός"),
    "a role is a number": (["people", 0, "roles"], [1]),
    "kind of place unknown": (["places", 0, "kind"], "planet"),
    "start is a string": (["quotes", 0, "start"], "1"),
    "start is a float": (["quotes", 0, "start"], 1.0),
    "start is true": (["quotes", 0, "start"], True),
    "start is negative": (["quotes", 0, "start"], -1),
    "end is beyond the text": (["quotes", 0, "end"], 10**30),
    "end before start": (["quotes", 0, "end"], 0),
    "the span holds another text": (["quotes", 0, "text"], "Θα ήρθω"),
    "kind of quote unknown": (["quotes", 0, "kind"], "shout"),
    "zone of a quote unknown": (["quotes", 0, "zone"], "footer"),
    "zone of a mention is a list": (["people", 0, "mentions", 0, "zone"], ["text"]),
    "a speaker who is not listed": (["quotes", 0, "speaker", "name"], "Άννα"),
    "a speaker of another type": (["quotes", 0, "speaker", "type"], "place"),
    "a speaker of another id": (["quotes", 0, "speaker", "id"], "person-2"),
    "the id of another": (["quotes", 0, "speaker", "id"], "place-1"),
    "an id is a number": (["people", 0, "id"], 1),
    "a version is a number": (["eipe", "version"], 1),
    "a model is missing": (["eipe", "model"], None),
    "the versions are a string": (["eipe"], "0.1.0"),
    "a speaker is a name": (["quotes", 0, "speaker"], "Νίκος Παππάς"),
    "a cue is a list": (["quotes", 0, "cue"], []),
    "a cue outside the text": (["quotes", 0, "cue", "end"], 99),
    "a mention's kind": (["people", 0, "mentions", 0, "kind"], "pronoun"),
    "confidence above 1": (["quotes", 0, "confidence"], 1.1),
    "confidence is not a number": (["quotes", 0, "confidence"], float("nan")),
    "confidence is infinite": (["quotes", 0, "confidence"], float("inf")),
    "confidence is huge": (["quotes", 0, "confidence"], 10**400),
    "confidence is true": (["quotes", 0, "confidence"], True),
    "rule is null": (["quotes", 0, "rule"], 0),
}


def damaged(path: list[Any], value: Any) -> Any:
    record = copy.deepcopy(RECORD)
    at = record
    for step in path[:-1]:
        at = at[step]
    if value is None:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return record


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_records_are_refused(name: str) -> None:
    with pytest.raises(ValueError):
        Extraction.from_dict(damaged(*DAMAGE[name]))


def test_two_entities_of_one_id_are_refused() -> None:
    record = copy.deepcopy(RECORD)
    record["people"].append(record["people"][0])
    with pytest.raises(ValueError, match="two entities have the id 'person-1'"):
        Extraction.from_dict(record)


@pytest.mark.parametrize("record", [None, [], "text", 5, b"{}", {}, {"text": "α"}])
def test_what_is_no_record_is_refused(record: Any) -> None:
    with pytest.raises(ValueError):
        Extraction.from_dict(record)


def test_deep_nesting_is_refused() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    for path in (["text"], ["people", 0, "gender"], ["quotes", 0, "kind"], ["quotes", 0, "speaker"]):
        with pytest.raises(ValueError):
            Extraction.from_dict(damaged(path, deep))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["name", "Αθήνα"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value of a record."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deeper for key, inner in steps for deeper in paths(inner, (*path, key)))]


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.sampled_from(paths(RECORD)[1:]), values)
def test_any_change_gives_a_sound_extraction_or_a_value_error(path: tuple[Any, ...], value: Any) -> None:
    record = copy.deepcopy(RECORD)
    at = record
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    try:
        result = Extraction.from_dict(record)
    except ValueError:
        return
    assert Extraction.from_dict(result.to_dict()) == result
    for quote in result.quotes:
        assert result.text[quote.start : quote.end] == quote.text
