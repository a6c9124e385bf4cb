"""What is asked for as a model: found, or told what it is and which one may be meant."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import eipe
from eipe.cli import app
from eipe.loading import EMBEDDED, open_pipeline


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("«Ναι», είπε ο Νίκος Παππάς.", encoding="utf8")
    return tmp_path


def message(model: Any) -> str:
    with pytest.raises(eipe.ModelNotFoundError) as caught:
        eipe.load(model)
    assert str(caught.value).endswith("The model that comes with eipe: eipe.load()")
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("el_core_new_sm", "el_core_news_sm"),
        ("el_core_newsmd", "el_core_news_md"),
        ("el_core_web_lg", "el_core_news_lg"),
        ("el_core_news_xl", "el_core_news_lg"),
    ],
)
def test_a_misspelt_model_is_told_the_nearest(name: str, meant: str) -> None:
    assert f"Did you mean {meant!r}? Install it with\n    python -m spacy download {meant}\n" in message(name)


def test_the_nearest_model_may_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "el_core_news_md"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    told = message("el_core_new_md")
    assert "Did you mean 'el_core_news_md'? That one is installed." in told and "download" not in told


@pytest.mark.parametrize("name", ["el_core_news_lg", "el-core-news-lg"])
def test_a_missing_model_is_told_how_to_be_installed(name: str) -> None:
    told = message(name)
    assert "python -m spacy download el_core_news_lg\n" in told and "mean" not in told


@pytest.mark.parametrize("name", ["el", "no_such_model", "el core"])
def test_no_download_of_what_does_not_exist(name: str) -> None:
    told = message(name)
    assert f"download {name}\n" not in told and "el_core_news_sm, el_core_news_md, el_core_news_lg" in told


def test_what_is_no_pipeline_is_told_what_it_is(folder: Path) -> None:
    (folder / "model").mkdir()
    assert message("").startswith("the pipeline's name is empty")
    assert message("numpy").startswith("the Python package 'numpy' is no spaCy pipeline")
    assert message("model").startswith(
        "the folder 'model' holds no spaCy pipeline (there is no meta.json and no config"
    )
    assert message(folder / "model").startswith("the folder ")
    assert message("no/such/model").startswith("there is no folder 'no/such/model'")
    told = message("article.txt")
    assert told.startswith("'article.txt' is a file") and "read with extract" in told


def test_the_embedded_model_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    import spacy

    loaded: list[object] = []
    monkeypatch.setattr(spacy, "load", loaded.append)
    for model in (None, "el_eipe_news", "el-eipe-news", EMBEDDED, str(EMBEDDED)):
        open_pipeline(model)
    assert {Path(str(path)) for path in loaded} == {EMBEDDED}


def test_an_extractor_takes_no_name() -> None:
    with pytest.raises(TypeError, match=r"not str; eipe.load\('el_core_news_md'\)"):
        eipe.Extractor("el_core_news_md")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["nope", "el_core_new_sm", "", "article.txt"])
def test_the_command_speaks_of_its_option(folder: Path, name: str) -> None:
    result = CliRunner().invoke(app, ["show", "article.txt", "-m", name])
    assert result.exit_code == 2
    assert "--model" in result.stderr and "leave out --model" in result.stderr and "eipe.load" not in result.stderr


def test_a_zip_that_is_not_unpacked_is_told(tmp_path: Path) -> None:
    """As Spark's --py-files ships it: Python imports the modules, and there is no folder with the model."""
    package = Path(eipe.__file__).parent
    with zipfile.ZipFile(tmp_path / "eipe.zip", "w") as archive:
        for file in (path for path in package.rglob("*") if path.suffix in (".py", ".tsv")):
            archive.write(file, Path("eipe") / file.relative_to(package))
    code = f"import sys; sys.path.insert(0, {str(tmp_path / 'eipe.zip')!r}); import eipe"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("ImportError: eipe lies in ")
    assert "pip install the wheel" in done.stderr
