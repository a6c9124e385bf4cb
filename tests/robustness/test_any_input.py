"""What holds for anything that is given beside a text: pages, rows of words, annotated records, weights."""

from __future__ import annotations

import copy
import json
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from small import PEOPLE
from texts import HOSTILE, wild

import eipe
from eipe.article.lines import LONGEST
from eipe.article.zones import find_zones
from eipe.lexicon.own_words import KINDS, parse
from eipe.lexicon.schema import SCHEMA
from eipe.quotes.choose import calibrated
from eipe.scoring import score, scores, shares, weights

sys.path.append(str(Path(__file__).parents[1] / "evaluation"))
from gold_records import GOLD, answer, quote

MANY = settings(
    max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, print_blob=True
)

# --- Zones

#: Lines that a page has around its text, and what they are made of.
FURNITURE = (
    *("Του Νίκου Παππά", "ΓΡΑΦΕΙ: Άννα Βέργου", "12.10.2025 | 21:47", "Διαβάστε επίσης:", "ΔΙΑΦΗΜΙΣΗ", "- Τι είπε"),
    *("Αρχική > Ελλάδα", "Tags: Ρόδος, σχολεία", "Φωτογραφία: ΑΠΕ", "@pappas", "Share Tweet", "• Έκλεισε το λιμάνι"),
    *("Ο δήμαρχος Νίκος Παππάς είπε ότι το σχολείο ανοίγει αύριο το πρωί στις οκτώ, όπως κάθε χρόνο.", "«Όχι»"),
)
ENDS = ("\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", " ")


@st.composite
def pages(draw: st.DrawFn) -> str:
    line = st.one_of(st.sampled_from(FURNITURE), wild(longest=8))
    return "".join(part + draw(st.sampled_from(ENDS)) for part in draw(st.lists(line, max_size=12)))


@MANY
@given(pages())
@example("")
@example("\ud800")
@example("Του\n\nΤου\nΤου")
def test_zones_are_stretches_of_lines(text: str) -> None:
    before = 0
    for zone in find_zones(text):
        assert before <= zone.start < zone.end <= len(text)
        assert zone.zone in SCHEMA["zones"].legal["zone"]
        assert not set("\r\n") & set(text[zone.start : zone.end])
        before = zone.end


PAGES: dict[str, Callable[[int], str]] = {
    "empty lines": lambda n: "\n" * n,
    "bylines": lambda n: "Του Νίκου Παππά\n" * (n // 16),
    "dates": lambda n: "12.10.2025 | 21:47\n" * (n // 19),
    "lists": lambda n: "Διαβάστε επίσης:\n" + "• Έκλεισε το λιμάνι\n" * (n // 20),
    "posts": lambda n: "@pappas\nΈρχομαι\n" * (n // 16),
    "one line": lambda n: "Του Νίκου " * (n // 10),
    "capitals": lambda n: "ΤΟΥ ΝΙΚΟΥ ΠΑΠΠΑ\n" * (n // 16),
    "digits": lambda n: "1." * (n // 2),
    "blanks": lambda n: "Του" + " " * n + "\n",
    "strokes": lambda n: "α | " * (n // 4),
    "arrows": lambda n: "α > " * (n // 4),
    "addresses": lambda n: "α@α.gr/" * (n // 7),
    "hashes": lambda n: "#α " * (n // 3),
    "all of it": lambda n: ("\n".join(FURNITURE) + "\n") * (n // 300),
}


@pytest.mark.parametrize("name", PAGES)
def test_zones_cost_what_the_page_is_long(name: str) -> None:
    """Sixteen times the page costs sixteen times as much; the square of it would cost 256 times."""
    make = PAGES[name]

    def seconds(size: int) -> float:
        start = time.process_time()
        find_zones(make(size))
        return time.process_time() - start

    seconds(1000)
    bar = 48 * max(min(seconds(4_000) for _ in range(3)), 0.005)
    assert any(seconds(64_000) < bar for _ in range(3)), bar


#: Words that two pieces of a pattern could read, or that may stand beside each other in two ways: each read doubles
#: what a pattern that fails has to try.
AGAIN = (
    *("tweet, ", "tweet | ", "Εκτύπωση | ", "tweet 5 like, ", "tweet 5 σχόλια 7 ", "Σχόλια (5) ", "tweet 1,1,1,1 "),
    *("α → ", "Βόλος, ", "👍 1 "),
)


@pytest.mark.parametrize("start", ("", "Ετικέτες ", "Share "))
@pytest.mark.parametrize("words", AGAIN)
def test_a_line_that_is_almost_furniture_costs_little(words: str, start: str) -> None:
    line = (start + words * 320)[: LONGEST - 1] + "\0"

    def seconds() -> float:
        began = time.process_time()
        find_zones(f"{line}\n{PAGES['bylines'](16)}")
        return time.process_time() - began

    assert any(seconds() < 0.02 for _ in range(3))


# --- Words of one's own

CELLS = st.one_of(
    st.sampled_from(["βροντοφωνάζω", "λέω", "Κούλης", "η", "say", "gpe", "m", "f", "office", "ο Νέος, η Νέα", ",", ""]),
    st.sampled_from(PEOPLE),
    st.sampled_from(HOSTILE),
    st.text(max_size=6),
)
ROWS = st.builds(
    lambda kind, cells: "\t".join([kind, *cells]),
    st.sampled_from([*KINDS, "cues", "#", ""]),
    st.lists(CELLS, max_size=5),
)


@MANY
@given(st.lists(ROWS, max_size=6))
def test_rows_of_words_are_read_or_refused(rows: list[str]) -> None:
    try:
        found = parse(rows)
    except ValueError as error:
        assert "words[" in str(error)
        return
    again = parse(found.lines())
    assert [(row.kind, row.cells) for row in again.rows] == [(row.kind, row.cells) for row in found.rows]


# --- Annotated records

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-5, 200),
        st.sampled_from([10**400, -(10**400), math.nan, math.inf, 1e308, 0.5]),
        st.sampled_from(["speech", "other", "", "Άννα Μελά", "λιμάνι", "\ud800", "headline"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["text", "start", "end", "name", "kind", "type"]), inner, max_size=3),
    ),
    max_leaves=5,
)


def paths(value: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value of a record."""
    items = list(value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ())
    return [before, *(path for key, inner in items for path in paths(inner, (*before, key)))][not before :]


@MANY
@given(st.lists(st.tuples(st.sampled_from(paths(GOLD)), VALUES), min_size=1, max_size=3), st.booleans())
@example([(("text",), None), (("quotes", 0, "end"), 10**400)], True)
def test_any_record_is_scored_or_refused(changes: list[tuple[tuple[Any, ...], Any]], predicted: bool) -> None:
    record = copy.deepcopy(GOLD)
    for path, value in changes:
        at = record
        try:
            for step in path[:-1]:
                at = at[step]
            at[path[-1]] = value
        except (TypeError, KeyError, IndexError):
            continue  # changed away before
    other = answer(quote("πανικό", "speech", "έκανε λόγο", "Άννα Μελά", "Άννα Μελά") | {"confidence": 0.7})
    try:
        found = eipe.score([other], [record]) if predicted else eipe.score([record], [other])
    except ValueError as error:
        assert str(error)
        return
    json.dumps(found.to_dict())
    assert str(found)
    for figure in found.quotations.values():
        assert figure.value is None or 0 <= figure.value <= 1


@pytest.mark.parametrize(
    "data", [b"", b"\x1f\x8b", b"\x1f\x8b\x08\x00junk", b"{}", b"[" * 100_000, b"\xff\xfe", b'{"quotes": []}\n\x00']
)
@pytest.mark.parametrize("name", ["gold.jsonl", "gold.jsonl.gz"])
def test_any_file_of_records_is_refused_with_a_documented_error(data: bytes, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises((ValueError, OSError)):
        eipe.score(path, [answer()])


# --- The choice

NUMBERS = st.floats(-1e6, 1e6)


@MANY
@given(st.lists(NUMBERS, min_size=1, max_size=8))
@example([1e6, -1e6])
def test_shares_are_probabilities(found: list[float]) -> None:
    told = shares(found)
    assert all(0 <= share <= 1 for share in told) and math.isclose(sum(told), 1)
    assert told.index(max(told)) == min(n for n, s in enumerate(told) if s == told[found.index(max(found))])


@MANY
@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(["network", "rules"]))
def test_confidence_is_a_probability_and_grows(one: float, other: float, column: str) -> None:
    low, high = (calibrated(share, weights("calibration", column)) for share in sorted((one, other)))
    assert 0 < low <= high + 1e-12 < 1 + 1e-12


@MANY
@given(st.dictionaries(st.sampled_from("abcdef"), NUMBERS), st.dictionaries(st.sampled_from("abcdef"), NUMBERS))
def test_a_score_does_not_hang_on_the_order_of_features(features: dict[str, float], table: dict[str, float]) -> None:
    turned = dict(reversed(features.items()))
    assert score(features, table) == score(turned, table) == scores([(turned,)], table)[0]
