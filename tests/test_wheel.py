"""The wheel, built and unpacked elsewhere, works without the source tree."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from eipe.lexicon.schema import SCHEMA

ROOT = Path(__file__).parents[1]
PROGRAM = """
import eipe
result = eipe.extract("«Θα έρθω αύριο», είπε ο Νίκος Παππάς.")
print(eipe.__file__)
print([quote.speaker.name for quote in result.quotes])
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_it_runs_elsewhere(unpacked: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONIOENCODING": "utf8"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    where, speakers = done.stdout.splitlines()
    assert where.startswith(str(unpacked))
    assert speakers == "['Νίκος Παππάς']"


def test_it_holds_the_model_its_licence_and_the_types(unpacked: Path) -> None:
    package = unpacked / "eipe"
    assert (package / "py.typed").is_file()
    assert "CC BY-NC-SA" in (package / "el_eipe_news" / "LICENSE").read_text(encoding="utf8")
    assert (package / "el_eipe_news" / "meta.json").is_file()
    assert (package / "schemas" / "extraction.json").is_file()
    assert (package / "evaluation" / "gold.schema.json").is_file()
    assert not list(unpacked.rglob("*.pkl")) and not list(unpacked.rglob("*.pickle"))


def test_it_holds_all_tables(unpacked: Path) -> None:
    found = {path.stem for path in (unpacked / "eipe/lexicon/tables").glob("*.tsv")}
    assert found == set(SCHEMA)
