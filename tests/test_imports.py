"""Who may import whom, and what importing eipe must not do."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import eipe

ROOT = Path(eipe.__file__).parent
#: From the ground up; nothing imports from a layer above its own. A folder stands for all that is in it.
LAYERS = [
    ["article", "greek", "scoring"],
    ["spans"],
    ["arguments", "doubts", "records"],
    ["rewriting"],
    ["interchange", "naming", "text", "zoning"],
    ["tokens"],
    ["entities", "quotes"],
    ["extraction"],
    ["component", "loading"],
    ["extractor"],
    ["pipeline"],
]
#: What stands beside the way of a text, on top of it; the package itself may name all of it.
TOP = len(LAYERS)
#: Layers that know nothing of spaCy.
PURE = {"article", "scoring", "greek", "arguments", "doubts", "spans", "records", "interchange", "naming"}
PURE |= {"rewriting", "text", "zoning"}


def layer(module: str) -> int:
    """The layer of ``eipe.<module>``."""
    head = module.split(".")[0] or "__init__"
    return next((number for number, names in enumerate(LAYERS) if head in names), TOP + (head == "__init__"))


def imports(path: Path, *, lazy: bool) -> list[str]:
    """The modules that a file imports; ``lazy``: those inside functions too, but none for typing only."""
    found: list[str] = []

    def visit(node: ast.AST) -> None:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            return
        if isinstance(node, ast.FunctionDef) and not lazy:
            return
        if isinstance(node, ast.Import):
            found.extend(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            found.append(node.module or "")
        for child in ast.iter_child_nodes(node):
            visit(child)

    visit(ast.parse(path.read_text(encoding="utf8")))
    return found


MODULES = sorted(path.relative_to(ROOT) for path in ROOT.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_nothing_imports_upward(module: Path) -> None:
    own = ".".join(module.with_suffix("").parts)
    for name in imports(ROOT / module, lazy=False):
        if name == "eipe" or name.startswith("eipe."):
            other = name.removeprefix("eipe").lstrip(".")
            assert layer(other) <= layer(own), f"eipe.{own} imports {name}"


@pytest.mark.parametrize("module", [m for m in MODULES if m.parts[0].removesuffix(".py") in PURE], ids=str)
def test_the_ground_knows_no_spacy(module: Path) -> None:
    assert not [name for name in imports(ROOT / module, lazy=True) if name.split(".")[0] == "spacy"]


def test_entities_and_quotes_are_read_after_one_another() -> None:
    for path in (ROOT / "entities").glob("*.py"):
        assert not [name for name in imports(path, lazy=True) if name.startswith("eipe.quotes")], path.name


def run(code: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf8", timeout=120
    )
    return result.stdout.strip()


def test_importing_eipe_loads_no_model_and_nothing_heavy() -> None:
    heavy = ("spacy", "thinc", "torch", "onnxruntime", "numpy", "pandas", "typer", "pyspark", "transformers")
    assert run(f"import sys, eipe; print([name for name in {heavy!r} if name in sys.modules])") == "[]"


def test_importing_the_factory_loads_no_rules() -> None:
    code = (
        "import sys, eipe.component; print([m for m in sys.modules if m.startswith(('eipe.quotes', 'eipe.entities'))])"
    )
    assert run(code) == "[]"


def test_the_factory_is_found_by_its_entry_point() -> None:
    assert run("import spacy; print(spacy.blank('el').has_factory('eipe'))") == "True"
