"""Words stand in tables: how many string literals with Greek letters each module may have."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import eipe

ROOT = Path(eipe.__file__).parent
#: A row a module: at most so many. What a line of grammar needs, such as "να" or the ς of a nominative.
CASES = Path(__file__).parent / "cases/greek_literals.tsv"
GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
MOST = 350


def literals(path: Path) -> list[str]:
    """The string literals with Greek letters in a file, without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return [node.value for node in strings if id(node) not in told and GREEK.search(node.value)]


def test_no_module_has_more_greek_words_than_before() -> None:
    _, *rows = [line.split("\t") for line in CASES.read_text("utf8").splitlines() if not line.startswith("#")]
    most = Counter({name: int(number) for name, number in rows})
    found = {path.relative_to(ROOT).as_posix(): literals(path) for path in ROOT.rglob("*.py")}
    grown = {name: words for name, words in found.items() if len(words) > most[name]}
    assert not grown, "words belong into eipe/lexicon/tables (see the README there)"
    assert sum(map(len, found.values())) <= MOST


def test_the_numbers_are_of_modules_that_there_are() -> None:
    _, *rows = [line.split("\t") for line in CASES.read_text("utf8").splitlines() if not line.startswith("#")]
    assert rows == sorted(rows) and all((ROOT / name).is_file() for name, _ in rows)
