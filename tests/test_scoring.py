"""The learnt weights: well-formed tables, sums that can be checked by hand, probabilities."""

from __future__ import annotations

import math
from importlib.resources import files

import pytest

from eipe.quotes.choose import KINDS, calibrated
from eipe.scoring import score, shares, weights

TABLES = {
    "calibration": ["network", "rules"],
    "kinds": [f"{column} {kind}" for column in ("network", "rules") for kind in KINDS],
    "speakers": ["network", "rules"],
}


def test_every_table_is_known() -> None:
    assert {entry.name for entry in files("eipe").joinpath("weights").iterdir()} == {f"{name}.tsv" for name in TABLES}


@pytest.mark.parametrize("name", TABLES)
def test_columns_order_and_numbers(name: str) -> None:
    lines = files("eipe").joinpath("weights", f"{name}.tsv").read_text(encoding="utf8").splitlines()
    assert lines[0].startswith("# Learnt by training/choose.py from ")
    header, *rows = [line.split("\t") for line in lines[1:]]
    assert header == ["feature", *TABLES[name]]
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert all(len(row) == len(header) and all(math.isfinite(float(cell)) for cell in row[1:]) for row in rows)


@pytest.mark.parametrize("column", ["rules", "rules term", "rules speech", "rules fragment"])
def test_without_a_network_nothing_hangs_on_its_beliefs(column: str) -> None:
    table = weights("kinds" if " " in column else "speakers", column)
    assert table and not [name for name in table if name.endswith(" net")]


def test_a_score_is_the_sum_of_what_is_known() -> None:
    assert score({"a": 2.0, "b": 1.0, "new": 5.0}, {"a": 0.5, "b": -1.5}) == -0.5


def test_a_score_does_not_depend_on_the_order_of_the_features() -> None:
    names = {"a": 0.1, "b": 0.2, "c": 0.3}
    table = dict.fromkeys(names, 1.0)
    assert score(names, table) == score(dict(reversed(names.items())), table)


def test_shares_are_probabilities() -> None:
    found = shares([0.0, math.log(3), -800.0])
    assert found == pytest.approx([0.25, 0.75, 0.0])


def test_surer_answers_stay_surer() -> None:
    for column in ("network", "rules"):
        table = weights("calibration", column)
        found = [calibrated(share / 100, table) for share in range(101)]
        assert found == sorted(found) and 0 < found[0] < found[-1] < 1
