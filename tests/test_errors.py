"""First errors: each says what was wrong, what is expected, and what to write instead."""

from __future__ import annotations

import io
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any, get_args

import numpy
import pytest
from typer.testing import CliRunner

import eipe
from eipe import Extractor
from eipe.cli import app
from eipe.display.html import fragment
from eipe.rows import SpeakerType

sys.path.append(str(Path(__file__).parent / "robustness"))

from small import extractor, pipeline

GREEK = """Ο Νίκος Παππάς μίλησε χθες το βράδυ στη Βουλή για το Brexit και τη Google. «Θα έρθω αύριο στην Αθήνα», είπε
ο υπουργός στους δημοσιογράφους. Η Άννα Βέργου απάντησε ότι τα σχολεία θα ανοίξουν κανονικά τη Δευτέρα."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("«Ναι», είπε ο Νίκος Παππάς.", encoding="utf8")
    return tmp_path


# --- cues


@pytest.mark.parametrize(
    ("cues", "told"),
    [
        ("τουιτάρω", r"cues are a list of verbs: cues=\[.τουιτάρω.\], not the str"),
        (b"x", "a list of verbs, such as .* not bytes"),
        ({"τουιτάρω": 1}, "not dict"),
        (None, "not NoneType"),
        (5, "not int"),
        ([5], r"cues\[0\] is int"),
        (["τουιτάρω", None], r"cues\[1\] is NoneType"),
    ],
)
def test_cues_are_a_list_of_strings(cues: Any, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        Extractor(pipeline(), cues=cues)
    with pytest.raises(TypeError, match=told):
        pipeline().add_pipe("eipe", config={"cues": cues})


@pytest.mark.parametrize(
    "cue",
    [
        "",
        " ",
        "xyz",
        "tweet",
        "σχολείο",
        "λέει",
        "είπε",
        "κάτι τέτοιο λέω",
        "tweetάρω",
        "ω",
        "μαι",
        "/τουίταρε",
        "λέω-ω",
    ],
)
def test_a_cue_is_a_verb_in_the_first_person(cue: str) -> None:
    with pytest.raises(ValueError, match=r"no Greek verb in the first person .*-ω, -ώ or -μαι: τουιτάρω") as caught:
        Extractor(pipeline(), cues=["τουιτάρω", cue])
    assert f"cues[1] is {cue.strip()!r}" in str(caught.value)
    with pytest.raises(ValueError, match="no Greek verb"):
        pipeline().add_pipe("eipe", config={"cues": [cue]})


@pytest.mark.parametrize("cue", ["τουιτάρω/", "τουιτάρω/τουίταρε", "αποφαίνομαι/αποφάνθηκε", "λέω", "ΔΗΛΩΝΩ", "ζητώ "])
def test_verbs_are_cues(cue: str) -> None:
    assert Extractor(pipeline(), cues=[cue]).extract("Ναι.").text == "Ναι."


def test_a_decomposed_cue_is_the_same_cue() -> None:
    composed, decomposed = (unicodedata.normalize(form, "ξεφωνώ") for form in ("NFC", "NFD"))
    text = "«Έρχομαι», ξεφώνησε ο Νίκος Παππάς."
    result = Extractor(pipeline(), cues=[decomposed]).extract(text)
    assert result.quotes and result == Extractor(pipeline(), cues=[composed]).extract(text)


@pytest.mark.parametrize("cue", ["τουιτάρω/τουιτάρω", "τουιτάρω/tweet", "τουιτάρω/είχε πει"])
def test_an_aorist_is_in_the_third_person(cue: str) -> None:
    with pytest.raises(ValueError, match="third person singular of the aorist"):
        Extractor(pipeline(), cues=[cue])


# --- numbers


@pytest.mark.parametrize(("value", "told"), [(7, "not 7; for 7 % write 0.07"), (95, "write 0.95"), (-0.1, "not -0.1")])
def test_min_confidence_is_from_0_to_1(value: float, told: str) -> None:
    refuse_confidence(value, ValueError, f"min_confidence is from 0 to 1, .*{told}")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1.01, 10**6, 10**400])
def test_min_confidence_has_bounds(value: float) -> None:
    refuse_confidence(value, ValueError, "min_confidence is from 0 to 1, not [^%]*$")


@pytest.mark.parametrize("value", ["0.5", None, True, [0.5]])
def test_min_confidence_is_a_number(value: Any) -> None:
    refuse_confidence(value, TypeError, f"a number from 0 to 1, such as 0.9, not {type(value).__name__}")


def refuse_confidence(value: Any, error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        eipe.extract("Ναι.", min_confidence=value)
    with pytest.raises(error, match=told):
        extractor().extract("Ναι.", min_confidence=value)
    with pytest.raises(error, match=told):  # at once, not at the first text
        extractor().pipe(["Ναι."], min_confidence=value)


@pytest.mark.parametrize("value", [0, 1, 0.5, numpy.float32(0.5), numpy.int64(1)])
def test_any_number_will_do(value: Any) -> None:
    assert extractor().extract("Ναι.", min_confidence=value).text == "Ναι."


@pytest.mark.parametrize("name", ["batch_size", "n_process"])
@pytest.mark.parametrize("value", ["2", 1.5, None, True, [2]])
def test_batches_and_processes_are_counted_in_whole_numbers(name: str, value: Any) -> None:
    told = rf"{name} is 1 or more.*, a whole number, not {type(value).__name__}$"
    with pytest.raises(TypeError, match=told):  # at once, not at the first text
        extractor().pipe(["Ναι."], **{name: value})


@pytest.mark.parametrize(("name", "told"), [("batch_size", ""), ("n_process", ", or -1 for one a core")])
def test_of_batches_and_processes_there_is_one_at_least(name: str, told: str) -> None:
    with pytest.raises(ValueError, match=f"^{name} is 1 or more{told}, not 0$"):
        extractor().pipe(["Ναι."], **{name: 0})


def test_a_number_of_numpy_is_a_number() -> None:
    two: Any = numpy.int64(2)
    assert len(list(extractor().pipe(["Ναι."] * 3, batch_size=two))) == 3


@pytest.mark.parametrize("value", ["no", "", 2, [True]])
def test_indirect_is_true_or_false(value: Any) -> None:
    told = rf"indirect is True or False, not {re.escape(repr(value))}$"
    calls: list[tuple[Any, Any]] = [(eipe.extract, "Ναι."), (extractor().extract, "Ναι."), (extractor().pipe, ["Ναι."])]
    for call, given in calls:
        with pytest.raises(TypeError, match=told):
            call(given, indirect=value)
    with pytest.raises(TypeError, match=told):
        eipe.load(indirect=value)


@pytest.mark.parametrize("value", [True, numpy.bool_(True), 1])
def test_any_truth_will_do(value: Any) -> None:
    text = "Ο Νίκος Παππάς είπε ότι έρχεται."
    assert extractor().extract(text, indirect=value) == extractor().extract(text, indirect=True)


# --- texts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"\xce\x9d", r'not bytes: decode it first, text.decode\("utf8"\)'),
        (Path("article.txt"), r'not \w*Path: read the file first, path.read_text\(encoding="utf8"\)'),
        (io.StringIO("Ναι."), r"not StringIO: read the file first, file.read\(\)"),
        (["Ναι."], r"not list; for many texts use .*pipe\(texts\)"),
    ],
)
def test_what_is_no_text_is_told_how_to_become_one(text: Any, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        eipe.extract(text)
    with pytest.raises(TypeError, match=told):
        extractor().extract(text)
    if not isinstance(text, list):
        with pytest.raises(TypeError, match=told):
            list(extractor().pipe([text]))


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ({"a": "Ναι."}, r"not dict; .* pipe\(\(text, id\) for id, text in texts.items\(\)\)"),
        (b"text", "not bytes"),
        (None, "not NoneType"),
        (Path("articles"), "not .*Path"),
    ],
)
def test_pipe_takes_many_texts(texts: Any, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        extractor().pipe(texts)


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ((7, "Ναι."), r"the text comes first, \(text, context\), and texts\[2\] is \(int, str\)"),
        (["Ναι.", 7], r"tuples of two, .*, and texts\[2\] is a list of 2"),
        (("Ναι.", 7, 8), r"tuples of two, .*, and texts\[2\] is a tuple of 3"),
        ((None, 7), r"the text of the pair texts\[2\] must be a str, not NoneType"),
        (None, r"texts\[2\] must be a str, not NoneType"),
        (float("nan"), r"texts\[2\] must be a str, not float"),
        (b"x", r"texts\[2\] must be a str, not bytes: decode it first"),
    ],
)
def test_what_is_no_text_is_told_with_its_place_behind_the_results_before(item: Any, told: str) -> None:
    results = extractor().pipe(["Ναι.", ("Όχι.", 7), item, "Ίσως."])
    assert [next(results).text, next(results)[0].text] == ["Ναι.", "Όχι."]
    with pytest.raises(TypeError, match=told):
        next(results)


def test_a_text_that_is_too_long_is_told_with_its_place() -> None:
    results = extractor().pipe(["Ναι.", "α" * 1_000_001])
    assert next(results).text == "Ναι."
    with pytest.raises(ValueError, match=r"^texts\[1\] has 1,000,001 characters, and the limit is 1,000,000"):
        next(results)


# --- languages, genders, types


@pytest.mark.parametrize("language", ["gr", "EL", ""])
def test_pages_are_in_english_or_in_greek(language: Any) -> None:
    result = extractor().extract(GREEK)
    with pytest.raises(ValueError, match=rf"language is 'en' \(English\) or 'el' \(Greek\), not '{language}'"):
        result.to_html(language=language)
    with pytest.raises(ValueError, match=r"'el' \(Greek\)"):
        fragment(result, language=language)
    with pytest.raises(TypeError, match="not NoneType"):
        result.to_html(language=None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "error", "told"),
    [
        ({"gender": "woman"}, ValueError, r"gender is 'f' \(women\) or 'm' \(men\), not 'woman'"),
        ({"type": "unnamed"}, ValueError, r"'place', 'source' \(unnamed\) or 'unknown', not 'unnamed'"),
        ({"type": "people"}, ValueError, r"type is 'person', .*, not 'people'"),
        ({"gender": 1}, TypeError, r"or 'm' \(men\), not int"),
    ],
)
def test_a_share_is_of_somebody_known(options: dict[str, Any], error: type[Exception], told: str) -> None:
    for results in ([], [extractor().extract(GREEK)]):
        with pytest.raises(error, match=told):
            eipe.audit(results).share(**options)


def test_a_share_takes_every_type_that_speakers_have() -> None:
    audit = eipe.audit([extractor().extract(GREEK)])
    assert sum(audit.share(type=kind) for kind in get_args(SpeakerType)) == 1
    assert audit.share() == 1 and audit.share(gender="f") + audit.share(gender="m") <= 1


def test_an_audit_of_nothing_but_failures_prints_no_table(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eipe, "load", lambda model, **settings: extractor())
    (folder / "empty").mkdir()
    result = CliRunner().invoke(app, ["audit", "empty"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "eipe: empty: a folder without .txt, .jsonl or .jsonl.gz files" in result.stderr
    (folder / "none.jsonl").touch()
    result = CliRunner().invoke(app, ["audit", "none.jsonl"])
    assert result.exit_code == 0 and "0 articles" in result.stdout


# --- records


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (
            {"id": 7, "text": "Ναι."},
            "field 'people' is missing; the record has 'id', 'text', and .* has text, people",
        ),
        (
            {},
            "'text' is missing; the record has no field, and what to_dict.* gives and `eipe extract` writes",
        ),
        ('{"text": "Ναι."}', r"not str; for JSON there is from_json\(text\)"),
        ([], "a dict, not list$"),
    ],
)
def test_what_a_record_looks_like(record: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        eipe.Extraction.from_dict(record)


def test_a_missing_field_of_an_entity() -> None:
    record = extractor().extract(GREEK).to_dict()
    del record["people"][0]["latin"]
    with pytest.raises(
        ValueError, match="field 'latin' is missing; the object has 'id', 'name', 'ascii', 'type', 'gender'"
    ):
        eipe.Extraction.from_dict(record)
