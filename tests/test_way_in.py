"""The way in: what CONTRIBUTING and ``docs/how`` say of the code is so, and every module says what it is for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from conftest import SLOW

import eipe

TESTS = Path(__file__).parent
ROOT = TESTS.parent
PACKAGE = Path(eipe.__file__).parent
HOW = ROOT / "docs/how"
SPEAKERS = HOW / "speakers.md"
GUIDES = [*sorted(HOW.glob("*.md")), ROOT / "CONTRIBUTING.md", PACKAGE / "lexicon/tables/README.md"]
source_tree = pytest.mark.skipif(not (ROOT / "training").is_dir(), reason="no source tree")
#: A file or a folder of ours in backticks: a stroke inside, and nothing that a command or a pattern has.
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")
#: `headline` in `quotes/verbless.py`
PLACED = re.compile(r"`(\w+)` in `([\w/.-]+\.py)`")


def at(path: str) -> Path:
    """Where a path of a guide lies: from the root of the repository, or from ``src/eipe``."""
    package = path.removeprefix("src/").removeprefix("eipe/")
    return PACKAGE / package if (PACKAGE / package).exists() else ROOT / path


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf8"))


@source_tree
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_path_exists(guide: Path) -> None:
    text = guide.read_text(encoding="utf8")
    paths = PATH.findall(text)
    assert paths, "a guide names files"
    assert [path for path in paths if not at(path).exists()] == []
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (guide.parent / link).exists()] == []


@source_tree
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_name_is_in_its_file(guide: Path) -> None:
    for name, path in PLACED.findall(guide.read_text(encoding="utf8")):
        defined = {node.name for node in ast.walk(tree(at(path))) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        constants = {node.id for node in ast.walk(tree(at(path))) if isinstance(node, ast.Name)}
        assert name in defined | constants, f"{guide.name} looks for {name} in {path}"


def table(header: str) -> list[list[str]]:
    """The cells of the table of ``docs/how/speakers.md`` with that header."""
    _, _, rest = SPEAKERS.read_text(encoding="utf8").partition(f"| {header} |")
    lines = rest.partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


LINKS = table("`rule`")
SUBJECTS = table("second part of `rule`")
PROPOSED = table("part of `rule`")


def chain() -> list[tuple[str, str]]:
    """The strategies of ``eipe.quotes.links`` in their order, each with its file."""
    module = tree(PACKAGE / "quotes/links.py")
    homes = {
        alias.name: f"{node.module.removeprefix('eipe.').replace('.', '/')}.py"
        for node in module.body
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    asked = next(node for node in ast.walk(module) if isinstance(node, ast.AnnAssign) and node.target.id == "chain")
    calls = [ast.unparse(strategy.body.func) for strategy in asked.value.elts]
    return [(name, homes[name]) for name in calls]


def test_the_order_of_the_strategies_is_told() -> None:
    told = [PLACED.search(row[1]).groups() for row in LINKS]
    wanted = chain()
    assert len(wanted) > 10
    assert told[: len(wanted)] == wanted


def test_the_strategies_are_told_in_their_module_too() -> None:
    docstring = ast.get_docstring(tree(PACKAGE / "quotes/links.py"))
    assert docstring is not None
    told = re.findall(r"^ *\d+\. +``(\w+)``", docstring, re.MULTILINE)
    rules = [re.findall(r"`(\w+)`", row[0])[0] for row in LINKS[: len(chain())]]
    assert told == [rule for rule, _ in groupby(rules)]


def test_what_nothing_explains_floats() -> None:
    assert LINKS[len(chain())][0] == "`floating`"


def named(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == name


def test_the_order_in_which_subjects_are_looked_for_is_told() -> None:
    module = tree(PACKAGE / "quotes/subjects.py")
    order = next(
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "order"
    )
    assert isinstance(order, ast.IfExp) and ast.unparse(order.test) == "inverted"
    behind, before = (", ".join(f"`{name.id}`" for name in part.elts) for part in (order.body, order.orelse))
    text = " ".join(SPEAKERS.read_text(encoding="utf8").split())
    assert f"A verb behind its quotation is asked for {behind}, a verb before it for {before};" in text


def strings(node: ast.AST) -> Iterator[str]:
    found = (one.value for one in ast.walk(node) if isinstance(one, ast.Constant))
    yield from (value for value in found if isinstance(value, str))


def answers(path: Path) -> Iterator[str]:
    """The words that a module of quotations writes into ``rule``."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            maker = ast.unparse(node.func)
            place = {"Link": 0, "Subject": 1, "Subject.of": 1, "_blank": 1}.get(maker)
            if place is not None and len(node.args) > place:
                yield from strings(node.args[place])
            yield from (text for word in node.keywords if word.arg == "rule" for text in strings(word.value))
        elif isinstance(node, ast.AugAssign) and ast.unparse(node.target).endswith(".rule"):
            yield from strings(node.value)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = [(target, node.value)]
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = list(zip(target.elts, node.value.elts, strict=True))
                yield from (t for name, value in pairs if ast.unparse(name).endswith(".rule") for t in strings(value))


def test_every_word_of_rule_is_told() -> None:
    written = {part for path in (PACKAGE / "quotes").glob("*.py") for text in answers(path) for part in text.split("+")}
    told = {word for row in (*LINKS, *SUBJECTS, *PROPOSED) for word in re.findall(r"`(\w+)`", row[0])}
    assert told == written - {""}


@pytest.mark.parametrize("module", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_first_line_of_a_module_says_what_it_is_for(module: Path) -> None:
    docstring = ast.get_docstring(tree(module))
    assert docstring is not None
    assert len(docstring.splitlines()[0].split()) >= 4, "head -n 1 shows it beside the file's name"


@pytest.mark.parametrize("package", ["entities", "quotes"])
def test_a_package_names_modules_that_it_has(package: str) -> None:
    docstring = ast.get_docstring(tree(PACKAGE / package / "__init__.py"))
    assert docstring is not None
    modules = re.findall(r"``(\w+)``", docstring)
    assert modules
    rooms = {path.stem for path in (PACKAGE / package).iterdir()}
    assert sorted(set(modules) - rooms) == []


def test_the_slow_tests_are_where_they_are_said_to_be() -> None:
    assert [name for name in SLOW if not (TESTS / name).exists()] == []
