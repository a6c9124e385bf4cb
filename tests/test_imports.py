"""Who may import whom, and what importing eipe must not do."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import eipe

ROOT = Path(eipe.__file__).parent
#: From the ground up: a room imports from itself and from those before it, inside functions too. A name is a folder
#: or a module of the package.
ROOMS = (
    "lexicon",
    "greek",
    "article",
    "scoring",
    "provenance",
    "spans",
    "records",
    "rewriting",
    "zoning",
    "extras",
    "arguments",
    "doubts",
    "vocabulary",
    "naming",
    "interchange",
    "rows",
    "quoting",
    "frames",
    "shares",
    "display",
    "text",
    "formats",
    "extractions",
    "tokens",
    "encoder",
    "entities",
    "quotes",
    "extraction",
    "loading",
    "component",
    "processes",
    "reading",
    "extractor",
    "pipeline",
    "archive",
    "audits",
    "exporting",
    "evaluation",
    "__init__",
    "spark",
    "cli",
    "__main__",
)
#: Rooms that know nothing of spaCy.
PURE = ROOMS[: ROOMS.index("text") + 1]
MODULES = {path.relative_to(ROOT): path for path in sorted(ROOT.rglob("*.py"))}


def dotted(path: Path, package: str) -> str:
    """The name by which a file of the package is imported."""
    parts = path.with_suffix("").parts
    return ".".join((package, *(parts[:-1] if parts[-1] == "__init__" else parts)))


def room(name: str) -> str:
    """The room of the module ``eipe.<room>...``."""
    return name.split(".")[1] if "." in name else "__init__"


def imports(path: Path) -> list[str]:
    """The modules that a file imports, wherever in it: in functions and for types too."""
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            found.extend(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            found.extend(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def graph(root: Path, package: str) -> dict[str, set[str]]:
    """Each module of the package with those of its modules that it imports."""
    files = {dotted(path.relative_to(root), package): path for path in root.rglob("*.py")}
    found: dict[str, set[str]] = {}
    for name, path in files.items():
        named = (one if one in files else one.rpartition(".")[0] for one in imports(path))
        found[name] = {one for one in named if one in files} - {name}
    return found


def test_every_room_has_its_place() -> None:
    assert sorted({path.parts[0].removesuffix(".py") for path in MODULES}) == sorted(ROOMS)


def test_every_module_has_a_name_of_its_own() -> None:
    names = Counter(path.name for path in MODULES if not path.name.startswith("__"))
    # Two spaCy components, whose modules the entry points of every installation name.
    assert [name for name, times in names.items() if times > 1] == ["component.py"]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_nothing_imports_upward(module: Path) -> None:
    own = dotted(module, "eipe")
    for name in imports(MODULES[module]):
        if name.split(".")[0] == "eipe":
            other = room(name) if room(name) in ROOMS else "__init__"
            assert ROOMS.index(other) <= ROOMS.index(room(own)), f"{own} imports {name}"


@pytest.mark.parametrize(
    ("root", "package"), [(ROOT, "eipe"), (ROOT.parents[1] / "training", "training")], ids=["eipe", "training"]
)
def test_nothing_imports_in_circles(root: Path, package: str) -> None:
    if not root.is_dir():
        pytest.skip("no source tree")
    TopologicalSorter(graph(root, package)).prepare()  # raises CycleError with the circle


@pytest.mark.parametrize("module", [m for m in MODULES if m.parts[0].removesuffix(".py") in PURE], ids=str)
def test_the_ground_knows_no_spacy(module: Path) -> None:
    assert not [name for name in imports(MODULES[module]) if name.split(".")[0] == "spacy"]


def test_records_import_nothing_of_ours() -> None:
    files = [ROOT / "records.py", ROOT / "spans.py", ROOT / "provenance.py"]
    found = {name.rpartition(".")[0] for file in files for name in imports(file)}
    assert {name for name in found if name.startswith("eipe")} <= {"eipe.spans", "eipe.provenance"}


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
