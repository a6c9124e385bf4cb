"""The tables of words: their form, and that the generated ones are what their script writes."""

from __future__ import annotations

import re
import runpy
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from eipe.lexicon.check import TABLES, check, main
from eipe.lexicon.schema import SCHEMA, problems, put_in_order
from eipe.lexicon.table import CLASSES, affixes, records, rows, words_of

GENERATED = ("first_names", "foreign_names", "places", "surnames")
SCRIPT = Path(__file__).parents[1] / "training/tables/build.py"


def test_the_tables_are_in_order() -> None:
    assert check() == []


def test_every_link_leads_to_a_class_of_roles() -> None:
    classes = {kind for _, _, kind, _ in rows("roles")}
    assert {cell for row in rows("class_links") for cell in row} <= classes


def test_no_two_classes_have_one_name() -> None:
    names = [name for table in CLASSES for name, _, _ in rows(table)]
    assert len(names) == len(set(names))


def test_every_class_is_asked_for() -> None:
    code = "".join(path.read_text(encoding="utf8") for path in TABLES.parents[1].rglob("*.py"))
    assert [name for table in CLASSES for name, _, _ in rows(table) if f'"{name}"' not in code] == []


def test_a_class_as_words_and_as_affixes() -> None:
    assert affixes("participles_menos") == ("μενη", "μενοσ")
    assert words_of("participles_menos") == {"μενη", "μενοσ"}
    with pytest.raises(KeyError, match="no_such_class"):
        words_of("no_such_class")


def test_every_ending_changes_something() -> None:
    assert not [row for row in records("endings") if row["ending"] == row["nominative"]]


def test_the_tables_are_light() -> None:
    assert sum(path.stat().st_size for path in TABLES.glob("*.tsv")) < 480_000


def test_the_readme_tells_of_every_table_with_a_row_that_may_stand_in_it() -> None:
    told = re.findall(r"^\| `(\w+)\.tsv` \|.* \| `(.*)` \|$", (TABLES / "README.md").read_text("utf8"), re.MULTILINE)
    assert sorted(name for name, _ in told) == sorted(SCHEMA)
    for name, row in told:
        header, cells = "\t".join(SCHEMA[name].columns), row.replace("⇥", "\t")
        assert list(problems(name, f"# A comment.\n{header}\n{cells}\n")) == [], name


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("# Streets.\nname\nΑδριανού\nΣταδίου\n", ""),
        ("name\nΑδριανού\n", "no comment"),
        ("# Streets.\nstreet\nΑδριανού\n", "the header is not name"),
        ("# Streets.\nname\nΣταδίου\nΑδριανού\n", "not in order"),
        ("# Streets.\nname\nΑδριανού\nΑδριανού\n", "stands in line 3 already"),
        ("# Streets.\nname\nΑδριανού\tm\n", "2 cells, and the header has 1"),
        ("# Streets.\nname\nΑδριανού \n", "spaces too many in name"),
    ],
)
def test_what_is_wrong_is_told(text: str, wrong: str) -> None:
    found = [problem for _, problem in problems("streets", text)]
    assert all(wrong in problem for problem in found) and bool(found) == bool(wrong)


def test_a_value_that_no_class_has_is_told() -> None:
    text = "# First names.\nname\tgender\nΆγγελος\tman\n"
    assert [problem for _, problem in problems("first_names", text)] == ["gender is 'man', not one of f, m"]


def test_a_table_is_put_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in TABLES.glob("*.tsv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    given = (TABLES / "streets.tsv").read_text(encoding="utf8")
    above, body = given.splitlines()[:2], given.splitlines()[2:]
    (tmp_path / "streets.tsv").write_text("\n".join([*above, *reversed(body)]) + "\n", encoding="utf8")
    assert [line.split(": ")[1][:12] for line in check(tmp_path)] == ["not in order"]
    assert check(tmp_path, write=True) == []
    assert (tmp_path / "streets.tsv").read_text(encoding="utf8") == given
    (tmp_path / "strangers.tsv").write_text("", encoding="utf8")
    (tmp_path / "seats.tsv").unlink()
    assert sorted(line.split(": ")[1][:20] for line in check(tmp_path)) == [
        "seats.tsv is missing",
        "the schema has no su",
    ]
    assert main([]) == 0 and "are in order" in capsys.readouterr().out


def test_rows_whose_order_counts_stay() -> None:
    text = (TABLES / "endings.tsv").read_text(encoding="utf8")
    assert put_in_order("endings", text) == text


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
        assert (tmp_path / f"{name}.tsv").read_text("utf8") == (TABLES / f"{name}.tsv").read_text("utf8")
