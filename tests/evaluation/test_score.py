"""What counts as right, counted by hand."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from gold_records import GOLD, TEXT, answer, at, gold, quote

import eipe
from eipe.evaluation.matching import same_span
from eipe.evaluation.reliability import calibrate
from eipe.evaluation.report import error_text
from eipe.evaluation.tally import ENOUGH, f1, figures, rate

RIGHT = GOLD["quotes"][:3]


def values(scores: eipe.Scores) -> dict[str, float | None]:
    return {name: figure.value for name, figure in scores.quotations.items()}


def test_gold_against_itself_is_perfect() -> None:
    scores = eipe.score([gold()], [gold()])
    assert set(values(scores).values()) == {1.0} and not scores.errors and scores.gold == scores.given == 3
    assert {figure.value for kind in scores.entities.values() for figure in kind.values()} == {1.0, None}
    assert scores.entities["places"]["nominals_recall"].value is None, "there are none"


@pytest.mark.parametrize(
    ("change", "wrong", "joint"),
    [
        ({}, None, 1.0),
        ({"kind": "fragment"}, "kind", 1.0),
        ({"cue": at("έκανε λόγο")}, "cue", 1.0),
        ({"cue": None}, "cue", 1.0),
        # A mention that overlaps is enough, and so is the name.
        ({"speaker": at("Παππάς"), "speaker_name": "Παππάς"}, "name", 1.0),
        ({"speaker": None, "speaker_name": "ΝΙΚΟΣ ΠΑΠΠΑΣ"}, None, 1.0),
        ({"speaker": at("Άννα Μελά"), "speaker_name": "Νίκος Παππάς"}, None, 1.0),
        ({"speaker": at("Άννα Μελά"), "speaker_name": "Άννα Μελά"}, "speaker", 2 / 3),
        ({"speaker": None, "speaker_name": None}, "speaker", 2 / 3),
        # Up to a tenth of the length it is the same quotation.
        ({"end": at("Το λιμάνι κλείνει αύριο")[1] - 2}, None, 1.0),
        ({"end": at("Το λιμάνι κλείνει αύριο")[1] - 4}, "missed quotation", 2 / 3),
    ],
)
def test_what_of_a_quotation_counts(change: dict[str, Any], wrong: str | None, joint: float) -> None:
    scores = eipe.score([gold()], [answer(RIGHT[0] | change, *RIGHT[1:], people=GOLD["people"], places=GOLD["places"])])
    assert values(scores)["joint"] == pytest.approx(joint)
    assert [error.what for error in scores.errors][:1] == ([wrong] if wrong else [])


def test_a_source_that_the_text_does_not_tell_may_not_be_given() -> None:
    unknown = RIGHT[2] | {"speaker_name": None}
    scores = eipe.score([gold(quotes=[unknown])], [answer(RIGHT[2])])
    assert (values(scores)["speaker"], values(scores)["name"]) == (0.0, None)


def test_extra_and_missed_lower_precision_and_recall() -> None:
    title = quote("Κύμα", "speech", None, None, None)
    scores = eipe.score([gold()], [answer(RIGHT[0], title, RIGHT[1] | {"kind": "indirect"})])
    found = values(scores)
    assert (found["found_precision"], found["found_recall"], found["found"]) == (1 / 2, 1 / 3, 2 / 5)
    assert Counter(error.what for error in scores.errors if "quotation" in error.what) == {
        "missed quotation": 2,
        "extra quotation": 1,
    }


def test_a_quotation_is_found_once() -> None:
    scores = eipe.score([gold()], [answer(RIGHT[0], RIGHT[0])])
    assert scores.given == 2 and values(scores)["found_precision"] == 1 / 2


def test_entities_by_name_mentions_by_span_too() -> None:
    people = [
        {"name": "Νικος Παππάς", "gender": "f", "names": [at("Παππάς")]},  # accents do not count, the span does
        {"name": "Μελά", "names": [at("Άννα Μελά")], "nominals": [at("υπουργός")]},
    ]
    scores = eipe.score([gold()], [answer(people=people, places=[])])
    found = {name: figure.value for name, figure in scores.entities["people"].items()}
    assert found == {
        "entities": 1 / 2,
        "entities_precision": 1 / 2,
        "entities_recall": 1 / 2,
        "mentions": 0.0,
        "nominals_precision": 0.0,
        "nominals_recall": 0.0,
        "gender": 0.0,
    }
    told = [(error.what, error.wanted or error.given) for error in scores.errors if "quotation" not in error.what]
    assert told == [("missed person", "Άννα Μελά"), ("extra person", "Μελά"), ("missed place", "Σύρος")]


def test_a_title_beside_the_name_is_no_claim() -> None:
    titled = [GOLD["people"][1] | {"nominals": []}]
    beside = [GOLD["people"][1]]
    assert (
        eipe.score([gold(people=titled)], [answer(people=beside)]).entities["people"]["nominals_precision"].value
        is None
    )
    far = [GOLD["people"][1] | {"nominals": [at("Δεν")]}]
    assert eipe.score([gold(people=titled)], [answer(people=far)]).entities["people"]["nominals_precision"].value == 0


def test_names_in_bylines_do_not_count() -> None:
    zones = [{"zone": "byline", "start": at("Νίκος Παππάς")[0], "end": at("Νίκος Παππάς")[1]}]
    scores = eipe.score([gold(zones=zones)], [answer(people=GOLD["people"][1:])])
    assert scores.entities["people"]["entities"].value == 1.0


def test_what_nobody_annotated_is_not_scored() -> None:
    bare = {"id": "a-1", "text": TEXT, "people": GOLD["people"]}
    scores = eipe.score([bare], [answer(*RIGHT, people=GOLD["people"])])
    assert scores.given == 0 and list(scores.entities) == ["people"] and "Quotations" not in str(scores)


def test_records_are_told_apart_by_id_or_text() -> None:
    other = gold(id="b")
    assert eipe.score([gold(), other], [answer(*RIGHT)]).absent == ("b",)
    nameless = {key: value for key, value in GOLD.items() if key != "id"}
    assert eipe.score([nameless], [answer(*RIGHT)]).absent == ()
    with pytest.raises(ValueError, match="none of the records of gold: its first id is 'b', that of gold 'a-1'"):
        eipe.score([gold()], [other])
    with pytest.raises(ValueError, match="record 'a-1' has one text in gold and another in predicted"):
        eipe.score([gold()], [answer(text=TEXT + " ")])
    with pytest.raises(ValueError, match="give predicted or extractor"):
        eipe.score([gold()], [gold()], extractor=eipe.load())
    with pytest.raises(ValueError, match="no record"):
        eipe.score([])


def test_groups() -> None:
    given = [RIGHT[0] | {"rule": "headline"}, RIGHT[1] | {"rule": "headline", "speaker": None, "speaker_name": "Χ"}]
    records = [gold(), gold(id="b", source="Νέα"), {k: v for k, v in gold(id="c").items() if k != "source"}]
    answers = [answer(*given), answer(*RIGHT, id="b"), answer(id="c")]
    rules = {group.name: group for group in eipe.score(records, answers, by="rule").groups}
    assert {name: (group.gold, group.given) for name, group in rules.items()} == {
        "headline": (2, 2),
        "(no rule)": (3, 3),
        "(missed)": (4, 0),
    }
    assert rules["headline"].quotations["joint_precision"].value == 1 / 2
    kinds = eipe.score(records, answers, by="kind").groups
    assert [(group.name, group.gold) for group in kinds] == [("speech", 6), ("fragment", 3)]
    sources = {
        group.name: group.quotations["joint"].value for group in eipe.score(records, answers, by="source").groups
    }
    assert sources == {"Κύκλοι": 2 / 5, "Νέα": 1.0, "(no source)": 0.0}
    with pytest.raises(ValueError, match=r"by is 'paper', and not 'rule', 'kind' or a field of the gold \(source\)"):
        eipe.score(records, answers, by="paper")
    with pytest.raises(TypeError, match=r"by is .* not int"):
        eipe.score(records, answers, by=3)  # type: ignore[arg-type]


def test_what_eipe_extracts_can_be_corrected_and_scored(tmp_path: Path) -> None:
    result = eipe.extract(TEXT)
    record = {"id": "a", **result.to_dict()}
    assert values(eipe.score([record]))["joint"] == 1.0
    record["quotes"][0]["speaker"] = {"name": "Μάρκος Δελής"}
    record["quotes"][0]["speaker_mention"] = None
    record["quotes"].append({"text": "Κύμα", "kind": "fragment", "speaker": None})
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf8")
    scores = eipe.score(path)
    assert [error.what for error in scores.errors] == ["speaker", "missed quotation"]
    assert scores.quotations["found_recall"].value == len(result.quotes) / (len(result.quotes) + 1)
    assert eipe.score([result], [(result, "x")]).absent == ()


def test_intervals_hold_the_value_and_shrink() -> None:
    rng = random.Random(7)
    counts = [Counter(right=rng.randrange(4), given=4, gold=5) for _ in range(400)]
    ratios = {"precision": rate("right", "given"), "f1": f1("right", "given", "gold")}
    few, many = figures(counts[:40], ratios), figures(counts, ratios)
    for found in (few, many):
        for figure in found.values():
            assert figure.low is not None and figure.high is not None and figure.value is not None
            assert 0 < figure.low < figure.value < figure.high < 1
    widths = [found["f1"].high - found["f1"].low for found in (few, many)]  # type: ignore[operator]
    assert widths[1] < widths[0] / 2
    # Of a mean of independent counts it is what the normal distribution says.
    share = [count["right"] / 4 for count in counts]
    mean = sum(share) / 400
    error = (sum((s - mean) ** 2 for s in share) / 400 / 400) ** 0.5
    precision = many["precision"]
    assert precision.value == pytest.approx(mean)
    assert precision.low == pytest.approx(mean - 1.96 * error, abs=0.2 * error)
    assert precision.high == pytest.approx(mean + 1.96 * error, abs=0.2 * error)
    assert figures(counts[: ENOUGH - 1], ratios)["f1"].low is None
    assert figures([], ratios)["f1"].value is None


def test_calibration_is_the_mean_distance() -> None:
    sure = [(0.95, True)] * 3 + [(0.95, False)] + [(0.25, False)] * 4
    found = calibrate(sure, gold=5)
    assert found is not None
    assert found.error == pytest.approx((4 * 0.2 + 4 * 0.25) / 8)
    assert [(part.count, part.right) for part in found.bins] == [(4, 0.0), (4, 0.75)]
    bars = {bar.min_confidence: (bar.precision, bar.recall) for bar in found.thresholds}
    assert bars[0.0] == (3 / 8, 3 / 5) and bars[0.9] == (3 / 4, 3 / 5)
    assert calibrate([(1.0, True)], gold=1).bins[0].high == 1.0  # type: ignore[union-attr]
    assert calibrate([], gold=5) is None


@pytest.mark.parametrize(("other", "same"), [((0, 100), True), ((5, 100), True), ((0, 89), False), ((100, 200), False)])
def test_same_span(other: tuple[int, int], same: bool) -> None:
    assert same_span((0, 100), other) is same
    assert same_span(other, (0, 100)) is same


def test_errors_show_the_words_around_and_nothing_moves_the_cursor() -> None:
    text = "Χθες\n\x1b[2J«Ναι», είπε ο Νίκος Παππάς."
    record = {"id": "a\x07", "text": text, "quotes": [{"text": "Ναι", "kind": "speech", "speaker": None}]}
    (error,) = eipe.score([record], [{"id": "a\x07", "quotes": []}]).errors
    assert (error.before, error.text, error.after) == ("Χθες\n\x1b[2J«", "Ναι", "», είπε ο Νίκος Παππάς.")
    plain = error_text(error)
    assert "[Ναι]», είπε" in plain and "wanted nobody" in plain and "\x1b" not in plain and "\x07" not in plain
    painted = error_text(error, color=True)
    assert "\x1b[32mΝαι\x1b[0m" in painted and re.sub("\x1b\\[[0-9]+m", "", painted) == plain


def test_scores_are_plain_json() -> None:
    scores = eipe.score([gold()], [answer(RIGHT[0] | {"confidence": 0.9, "rule": "headline"})], by="rule")
    record = scores.to_dict()
    assert json.loads(json.dumps(record)) == record
    assert record["calibration"]["bins"][0]["count"] == 1 and record["groups"][1]["name"] == "headline"


def test_the_table_says_what_was_measured() -> None:
    records = [gold(id=str(number)) for number in range(12)]
    answers = [answer(*RIGHT[: 1 + number % 3], id=str(number), people=GOLD["people"]) for number in range(12)]
    shown = str(eipe.score(records, answers, by="source"))
    assert "12 records, 36 quotations of a source, 24 given" in shown
    assert re.search(r"^  joint +0\.800  0\.\d{3} to 0\.\d{3} +precision 1\.000, recall 0\.667$", shown, re.MULTILINE)
    assert all(len(line) <= 80 for line in shown.partition("\nBy ")[0].splitlines())


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"^gold: no file 'none\.jsonl'; it is the path of"):
        eipe.score("none.jsonl")
    with pytest.raises(FileNotFoundError, match=r"^predicted: no file 'none\.jsonl'"):
        eipe.score([gold()], "none.jsonl")
