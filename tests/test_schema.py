"""The JSON Schema in the wheel says what ``to_dict`` writes: all of it, and nothing else."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from test_interchange import DAMAGE, damaged
from test_records import EXTRACTION

import eipe

SCHEMA = json.loads(files("eipe").joinpath("schemas", "extraction.json").read_text(encoding="utf8"))
ARTICLES = Path(__file__).parents[1] / "docs" / "articles"
#: With reported speech, an addressee, somebody unnamed, a term, and a text that does not tell who speaks.
MORE = """«Θα έρθω», είπε ο Νίκος Παππάς στη Μαρία Δήμου. Ο δήμαρχος δήλωσε ότι ο δρόμος θα ανοίξει αύριο.

«Δεν είδα τίποτα», είπε μια κάτοικος της Πάτρας. Το περιοδικό «Ταχυδρόμος» κυκλοφορεί. «Όλα θα πάνε καλά!»

Η ΔΕΗ ανακοίνωσε «μειώσεις». Είδαμε και τον Όλυμπο."""
#: What can be wrong with a record that no schema can tell: what stands in its text, who is who, 1.0 and NaN.
UNTOLD = {
    "another text",
    "start is a float",
    "end is beyond the text",
    "end before start",
    "the span holds another text",
    "a cue outside the text",
    "a speaker who is not listed",
    "a speaker of another type",
    "a speaker of another id",
    "the id of another",
    "confidence is not a number",
}


def closed(value: Any) -> Any:
    """The schema with no key allowed that it does not name."""
    if isinstance(value, list):
        return [closed(item) for item in value]
    if not isinstance(value, dict):
        return value
    more = {"additionalProperties": False} if "properties" in value else {}
    return {key: closed(inner) for key, inner in value.items()} | more


@pytest.fixture(scope="module")
def results() -> list[eipe.Extraction]:
    extractor = eipe.load()
    texts = [path.read_text(encoding="utf8") for path in sorted(ARTICLES.iterdir())]
    return list(extractor.pipe([*texts, MORE, ""], indirect=True))


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_what_is_found_is_as_it_says(results: list[eipe.Extraction]) -> None:
    open_, strict = Draft202012Validator(SCHEMA), Draft202012Validator(closed(SCHEMA))
    for record in (result.to_dict() for result in (*results, EXTRACTION, eipe.Extraction(text="α"))):
        strict.validate(json.loads(json.dumps(record)))
        open_.validate({"id": 7, "date": None, **record})


def test_all_that_it_names_is_found_somewhere(results: list[eipe.Extraction]) -> None:
    def named(schema: dict[str, Any], value: Any) -> Iterator[tuple[str, str]]:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
        if isinstance(value, dict):
            schema = schema["anyOf"][0] if "anyOf" in schema else schema
            schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
            assert list(value) == list(schema["properties"]), "in the same order"
            for key, inner in value.items():
                if inner is not None:
                    yield schema.get("description", ""), key
                yield from named(schema["properties"][key], inner)
        for item in value if isinstance(value, list) else ():
            yield from named(schema["items"], item)

    found = {pair for result in results for pair in named(SCHEMA, result.to_dict())}
    objects = [SCHEMA, *SCHEMA["$defs"].values()]
    assert {(of["description"], key) for of in objects for key in of["properties"]} - found == set()


@pytest.mark.parametrize("name", [name for name in DAMAGE if name not in UNTOLD])
def test_damaged_records_are_told(name: str) -> None:
    record = damaged(*copy.deepcopy(DAMAGE[name]))
    assert not Draft202012Validator(SCHEMA).is_valid(record)
