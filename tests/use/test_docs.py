"""What the docs show is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from docs_examples import DOCS, ROOT, FailingExampleError, pages, refreshed, rewrite, workplace

NOTEBOOK = DOCS / "who-speaks.ipynb"
#: A cell behind those of the notebook: the labels of an axis that overlap.
OVERLAPPING = """
figure.draw_without_rendering()
axes = [axis for part in figure.axes for axis in (part.xaxis, part.yaxis)]
labels = [[label for label in axis.get_ticklabels() if label.get_text()] for axis in axes]
boxes = [[label.get_window_extent() for label in some] for some in labels]
print([(a, b) for some in boxes for n, a in enumerate(some) for b in some[n + 1 :] if a.overlaps(b)])
"""


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_examples_print_what_the_page_says(page: Path) -> None:
    text = page.read_text(encoding="utf8")
    for extra in ("pandas", "pyarrow", "pyspark", "jsonschema"):
        wanted = rf"(import|from) {extra}" + (r"|to_pandas|eipe\.frame" if extra == "pandas" else "")
        if re.search(wanted, text):
            pytest.importorskip(extra)
    if page.stem == "spark":
        # In a process of its own: one process does not bear two Spark sessions after each other.
        code = f"from pathlib import Path; from docs_examples import refreshed; refreshed(Path({str(page)!r}))"
        subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parent, check=True, capture_output=True)
        return
    assert refreshed(page) == text, "to refresh: python tests/use/docs_examples.py --write"


def test_a_failing_example_is_not_written(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```pycon\n>>> 1 + 1\n3\n```\n", encoding="utf8")
    assert rewrite(page) and page.read_text(encoding="utf8") == "```pycon\n>>> 1 + 1\n2\n```\n"
    failing = "```pycon\n>>> [].pop()\n1\n```\n"
    page.write_text(failing, encoding="utf8")
    with pytest.raises(FailingExampleError, match="IndexError: pop from empty list"):
        rewrite(page)
    assert page.read_text(encoding="utf8") == failing


def test_links_between_pages_lead_somewhere() -> None:
    for page in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_page_is_in_the_menu() -> None:
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf8")
    for page in [*DOCS.rglob("*.md"), NOTEBOOK]:
        assert str(page.relative_to(DOCS)) in menu or page == NOTEBOOK


def test_the_notebook_runs() -> None:
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    for extra in ("ipykernel", "pandas", "matplotlib"):
        pytest.importorskip(extra)
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(OVERLAPPING))
    with workplace():
        nbclient.NotebookClient(notebook, timeout=120).execute()
    assert notebook.cells[-1].outputs[0].text == "[]\n", "no two labels of the chart overlap"
    pictures = [
        output for cell in notebook.cells for output in cell.get("outputs", ()) if "image/png" in output.get("data", {})
    ]
    assert pictures, "it plots"
