"""The gold format: what is read, what is refused, and that the JSON Schema says the same."""

from __future__ import annotations

import gzip
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from gold_records import GOLD, TEXT, at, gold

import eipe
from eipe.evaluation.form import read_record
from eipe.evaluation.given import read_records

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(files("eipe.evaluation").joinpath("gold.schema.json").read_text(encoding="utf8"))


def valid(record: Any) -> bool:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    return bool(jsonschema.Draft202012Validator(SCHEMA).is_valid(record))


def changed(*path: str | int, value: Any) -> dict[str, Any]:
    """The gold record with another value at a path."""
    record = gold()
    place: Any = record
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return record


GOOD = {
    "gold": GOLD,
    "extracted": {"id": 7, **eipe.Extraction(text=TEXT).to_dict()},
    "quotes only": {"text": TEXT, "quotes": []},
    "people only": {"text": TEXT, "people": []},
    "words for offsets": {
        "text": TEXT,
        "quotes": [{"text": "πανικό", "kind": "fragment", "cue": {"text": "έκανε λόγο"}}],
    },
    "no text": {"id": "x", "quotes": [{"start": 3, "end": 9, "kind": "speech", "speaker": {"name": "Άννα Μελά"}}]},
    "zones": gold(zones=[{"zone": "byline", "start": 0, "end": 4}]),
    "mentions": gold(people=[{"name": "Νίκος Παππάς", "mentions": [{"start": 37, "end": 49, "kind": "name"}]}]),
}
#: What is wrong with a record, and what the message must name.
BAD = {
    "not an object": ([GOLD], "a list"),
    "nothing annotated": ({"id": "x", "text": TEXT}, "'id', 'text'"),
    "text a number": (gold(text=3), "text is a number"),
    "quotes an object": (gold(quotes={}), "quotes is a dict, not a list"),
    "a quote is a string": (changed("quotes", 1, value="πανικό"), r"quotes\[1\] is a string"),
    "kind unknown": (changed("quotes", 1, "kind", value="direct"), r"quotes\[1\].kind is 'direct', not one of speech"),
    "end missing": (changed("quotes", 1, value={"start": 3, "kind": "speech"}), r"quotes\[1\] is \[3, None\]"),
    "start negative": (changed("quotes", 0, "start", value=-1), r"quotes\[0\] is -1 to"),
    "start true": (changed("quotes", 0, "start", value=True), r"quotes\[0\] is \[True"),
    "cue of three": (changed("quotes", 0, "cue", value=[1, 2, 3]), r"quotes\[0\].cue is \[1, 2, 3\]"),
    "name a number": (changed("quotes", 0, "speaker_name", value=4), r"quotes\[0\].speaker_name is a number"),
    "sure above one": (changed("quotes", 0, "confidence", value=1.2), r"quotes\[0\].confidence is 1.2"),
    "rule a number": (changed("quotes", 0, "rule", value=3), r"quotes\[0\].rule is a number"),
    "offsets without a name": (
        changed("quotes", 0, value={"start": 1, "end": 24, "kind": "speech", "speaker": [37, 49]}),
        r"speaker is a list.*speaker_name",
    ),
    "speaker a string": (
        changed("quotes", 0, value={"start": 1, "end": 24, "kind": "speech", "speaker": "Παππάς"}),
        r"speaker is a string, not null or",
    ),
    "entity without a name": (gold(people=[{"names": []}]), r"people\[0\].name is missing"),
    "gender in words": (changed("people", 0, "gender", value="male"), r"people\[0\].gender is 'male', not f, m"),
    "mention of another kind": (
        gold(people=[{"name": "Α", "mentions": [{"start": 1, "end": 3, "kind": "pronoun"}]}]),
        r"people\[0\].mentions\[0\].kind is 'pronoun'",
    ),
    "names are words": (gold(places=[{"name": "Σύρος", "names": ["Σύρου"]}]), r"places\[0\].names\[0\] is 'Σύρου'"),
    "zone without a name": (gold(zones=[{"start": 0, "end": 4}]), r"zones\[0\].zone is missing"),
}
#: What only the text can tell, and no schema.
BAD_FOR_THE_TEXT = {
    "behind the end": (changed("quotes", 0, "end", value=5000), f"no stretch of the text of {len(TEXT)} characters"),
    "backwards": (changed("quotes", 0, "start", value=30), r"quotes\[0\] is 30 to 24"),
    "other words there": (changed("quotes", 1, "text", value="χαρά"), "says 'χαρά', and at"),
    "words that stand nowhere": (gold(quotes=[{"text": "χαρά", "kind": "speech"}]), "does not stand in the text"),
    "words that stand twice": (gold(quotes=[{"text": "λ", "kind": "speech"}]), r"stands \d+ times in the text; give"),
}


@pytest.mark.parametrize("record", GOOD.values(), ids=GOOD)
def test_what_is_read_fits_the_schema(record: dict[str, Any]) -> None:
    read_record(record, "x")
    assert valid(record)


@pytest.mark.parametrize(("record", "message"), BAD.values(), ids=BAD)
def test_what_is_refused_does_not_fit_the_schema(record: Any, message: str) -> None:
    with pytest.raises(ValueError, match=rf"gold.jsonl:3: .*{message}"):
        read_record(record, "gold.jsonl:3")
    assert not valid(record)


@pytest.mark.parametrize(("record", "message"), BAD_FOR_THE_TEXT.values(), ids=BAD_FOR_THE_TEXT)
def test_offsets_are_checked_against_the_text(record: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_record(record, "x")


def test_the_annotated_texts_of_the_project_fit() -> None:
    paths = sorted((ROOT / "benchmarks" / "gold").glob("*.jsonl"))
    assert {"hard", "pages", "plain"} <= {path.stem for path in paths}
    for path in paths:
        records = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
        assert len(read_records(path, "gold")) == len(records) > 0
        assert all(valid(record) for record in records[::20])


def test_words_stand_for_their_offsets() -> None:
    record = {"text": TEXT, "quotes": [{"text": "πανικό", "kind": "fragment", "cue": {"text": "έκανε λόγο"}}]}
    (quote,) = read_record(record, "x").quotes or ()
    assert [quote.start, quote.end] == at("πανικό") and list(quote.cue or ()) == at("έκανε λόγο")


def test_both_forms_are_read_alike() -> None:
    mention = dict(zip(("start", "end"), at("Νίκος Παππάς"), strict=True))
    written = {
        **{"start": at("Το λιμάνι")[0], "end": at("Το λιμάνι κλείνει αύριο")[1], "kind": "speech"},
        "cue": {**dict(zip(("start", "end"), at("δήλωσε"), strict=True)), "text": "δήλωσε", "lemma": "δηλώνω"},
        "speaker": {"name": "Νίκος Παππάς", "type": "person"},
        "speaker_mention": {**mention, "text": "Νίκος Παππάς", "kind": "name"},
    }
    people = [{"name": "Νίκος Παππάς", "gender": "m", "mentions": [{**mention, "kind": "name"}]}]
    ours = read_record({**GOLD, "quotes": GOLD["quotes"][:1], "people": GOLD["people"][:1]}, "x")
    assert read_record({**GOLD, "quotes": [written], "people": people}, "x") == ours


def test_a_file_tells_where_it_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    line = json.dumps(GOLD, ensure_ascii=False)
    path.write_bytes(b"\xef\xbb\xbf" + f"{line}\r\n\r\n{{oops".encode())
    with pytest.raises(ValueError, match=r"gold.jsonl:3: not JSON"):
        read_records(path, "gold")
    path.write_text(f"{line}\n{line}\n", encoding="utf8")
    packed = tmp_path / "gold.jsonl.gz"
    packed.write_bytes(gzip.compress(line.encode()))
    assert [record.id for record in read_records(packed, "gold")] == ["a-1"]
    with pytest.raises(ValueError, match="two records of gold have the id 'a-1'"):
        read_records(path, "gold")
    with pytest.raises(TypeError, match=r"gold is the path of a .jsonl file or many records, not dict"):
        read_records(GOLD, "gold")  # type: ignore[arg-type]
