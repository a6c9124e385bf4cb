"""The component in someone else's pipeline: serialisation, processes, displaCy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc, DocBin
from use_examples import FIRE, SCHOOLS, read

import eipe
from eipe.component import GROUPS

EMBEDDED = Path(eipe.__file__).parent / "el_eipe_news"


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    nlp = spacy.load(EMBEDDED)
    nlp.add_pipe("eipe", last=True, config={"cues": ["τιτιβίζω"]})
    return nlp


def test_the_doc_holds_the_extraction(nlp: spacy.Language) -> None:
    assert nlp(FIRE)._.eipe == read(FIRE)


def test_bytes_and_docbin_keep_it(nlp: spacy.Language) -> None:
    doc = nlp(FIRE)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.eipe == read(FIRE)
    stored = DocBin(docs=nlp.pipe([FIRE, SCHOOLS, ""])).to_bytes()
    empty = spacy.blank("el")
    docs = list(DocBin().from_bytes(stored).get_docs(empty.vocab))
    assert [doc._.eipe for doc in docs] == [read(FIRE), read(SCHOOLS), eipe.Extraction(text="")]


def test_two_processes_give_what_one_gives(nlp: spacy.Language) -> None:
    texts = [FIRE, SCHOOLS] * 3
    assert [doc._.eipe for doc in nlp.pipe(texts, n_process=2, batch_size=2)] == [read(t) for t in texts]


def test_a_saved_pipeline_keeps_its_settings(nlp: spacy.Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "mine")
    again = spacy.load(tmp_path / "mine")
    assert again.pipe_names == nlp.pipe_names
    assert again.get_pipe("eipe").cues == ("τιτιβίζω",)
    assert again(FIRE)._.eipe == read(FIRE)
    assert spacy.blank("el").from_config(nlp.config).get_pipe_config("eipe")["cues"] == ["τιτιβίζω"]
    assert eipe.load(tmp_path / "mine").extract(FIRE) == read(FIRE)


def test_a_packaged_pipeline_is_a_python_package(nlp: spacy.Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "mine")
    (tmp_path / "out").mkdir()
    command = [
        "-m",
        "spacy",
        "package",
        "mine",
        "out",
        "--name",
        "mine",
        "--version",
        "1.0.0",
        "--build",
        "none",
    ]
    subprocess.run([sys.executable, *command], cwd=tmp_path, check=True, capture_output=True)
    (package,) = (tmp_path / "out").glob("el_mine-1.0.0/el_mine")
    meta = (package.parent / "meta.json").read_text(encoding="utf8")
    assert '"eipe"' in meta
    (package / "meta.json").write_text(meta, encoding="utf8")  # as its setup.py does when it is built
    code = f"import el_mine; doc = el_mine.load()({FIRE!r}); assert doc._.eipe.quotes"
    subprocess.run([sys.executable, "-c", code], cwd=package.parent, check=True)


def test_displacy_draws_the_span_groups(nlp: spacy.Language) -> None:
    doc = nlp(FIRE)
    for group in GROUPS:
        assert group in doc.spans
    html = displacy.render(doc, style="span", options={"spans_key": "eipe_quotes"}, jupyter=False)
    assert "SPEECH" in html
    html = displacy.render(doc, style="span", options={"spans_key": "eipe_mentions"}, jupyter=False)
    assert "PERSON" in html


def test_analyze_pipes_knows_what_is_needed_and_given(nlp: spacy.Language) -> None:
    summary = nlp.analyze_pipes()["summary"]["eipe"]
    assert {"doc.spans", "doc._.eipe"} <= set(summary["assigns"])
    assert {"doc.ents", "token.dep"} <= set(summary["requires"])
    alone = spacy.blank("el")
    alone.add_pipe("eipe")
    assert "doc.ents" in alone.analyze_pipes()["problems"]["eipe"]


def test_a_pipeline_in_memory_is_left_as_it_was_but_for_the_component() -> None:
    mine = spacy.load(EMBEDDED)
    before = list(mine.pipe_names)
    assert eipe.load(mine).nlp is mine
    assert mine.pipe_names == [*before, "eipe"]
