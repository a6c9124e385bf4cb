"""The tables: columns, order, duplicates; and that the generated ones are what their script writes."""

from __future__ import annotations

import runpy
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

import pytest

COLUMNS = {
    ("eipe.greek", "demonyms"): 2,
    ("eipe.greek", "endings"): 6,
    ("eipe.greek", "everyday_names"): 2,
    ("eipe.greek", "first_name_forms"): 3,
    ("eipe.greek", "first_names"): 2,
    ("eipe.greek", "foreign"): 1,
    ("eipe.greek", "foreign_first_names"): 2,
    ("eipe.greek", "geography"): 1,
    ("eipe.greek", "heads"): 1,
    ("eipe.greek", "nationalities"): 5,
    ("eipe.greek", "nouns"): 1,
    ("eipe.greek", "places"): 4,
    ("eipe.greek", "surnames"): 1,
    ("eipe.greek", "synonyms"): 2,
    ("eipe.entities", "class_links"): 2,
    ("eipe.entities", "roles"): 4,
    ("eipe.entities", "seats"): 1,
    ("eipe.entities", "streets"): 1,
}
GENERATED = ("first_names", "foreign", "places", "surnames")
SCRIPT = Path(__file__).parents[1] / "training/tables/build.py"


def table(package: str, name: str) -> str:
    return files(package).joinpath("data", f"{name}.tsv").read_text("utf8")


@pytest.mark.parametrize(("package", "name"), COLUMNS, ids=[name for _, name in COLUMNS])
def test_form(package: str, name: str) -> None:
    lines = table(package, name).splitlines()
    body = [line for line in lines if not line.startswith("#")]
    assert lines[0].startswith("# ")
    assert {line.count("\t") + 1 for line in body} == {COLUMNS[package, name]}
    assert len(set(body)) == len(body)
    assert not any(cell != cell.strip() for line in body for cell in line.split("\t"))
    if name != "endings":  # There the commoner stands first.
        assert body[1:] == sorted(body[1:])


def test_values() -> None:
    rows = [line.split("\t") for line in table("eipe.greek", "endings").splitlines() if not line.startswith("#")]
    for ending, case, gender, number, nominative, accent in rows[1:]:
        assert case in ("gen", "acc", "voc", "obl") and gender in "mfn" and number in ("sg", "pl", "pl*")
        assert accent in ("=", "<", "1", "2", "3") and ending != nominative
    roles = [line.split("\t") for line in table("eipe.entities", "roles").splitlines() if not line.startswith("#")]
    assert {row[3] for row in roles[1:]} == {"office", "trade", "kin"}
    classes = {row[2] for row in roles}
    links = [line.split("\t") for line in table("eipe.entities", "class_links").splitlines()[3:]]
    assert all(cell in classes for row in links for cell in row)


def test_the_tables_are_light() -> None:
    assert sum(len(table(package, name).encode()) for package, name in COLUMNS) < 400_000


def test_generated_tables_are_up_to_date(tmp_path: Path) -> None:
    script = runpy.run_path(str(SCRIPT)) if SCRIPT.exists() else pytest.skip("no source tree")
    for source, wanted in script["SOURCES"].items():
        try:
            if version(source) != wanted:
                pytest.skip(f"the tables are from {source} {wanted}")
        except PackageNotFoundError:
            pytest.skip(f"{source} is not installed")
    script["main"](tmp_path)
    for name in GENERATED:
        assert (tmp_path / f"{name}.tsv").read_text("utf8") == table("eipe.greek", name)
