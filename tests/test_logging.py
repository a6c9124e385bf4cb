"""What stands in the log, and that it is nobody's unless asked for."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import eipe
from eipe import Extractor

sys.path.append(str(Path(__file__).parent / "robustness"))

from small import extractor, pipeline

TEXTS = ["«Ναι», είπε ο Νίκος Παππάς.", "Όχι.", "«Ίσως», είπε η Άννα Βέργου. «Ποτέ», είπε ο Νίκος Παππάς."]


def told(caplog: pytest.LogCaptureFixture, level: int = logging.INFO) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno == level]


@pytest.fixture(autouse=True)
def level(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="eipe")


def test_which_model_reads(caplog: pytest.LogCaptureFixture) -> None:
    nlp = pipeline()
    nlp.meta["name"], nlp.meta["version"] = "small", "1.2.3"
    Extractor(nlp)
    assert told(caplog) == ["reads with el_small-1.2.3 (small_trees, entity_ruler, eipe)"]
    caplog.clear()
    version = eipe.load().extract(TEXTS[0]).provenance
    assert version is not None
    loaded, reads = told(caplog)
    assert loaded.startswith("loaded ") and "el_eipe_news" in loaded and version.model in reads


@pytest.mark.parametrize("processes", [1, 2])
def test_how_many_texts_and_quotations(caplog: pytest.LogCaptureFixture, processes: int) -> None:
    small = extractor()
    caplog.clear()
    assert sum(len(result.quotes) for result in small.pipe(TEXTS, n_process=processes)) == 3
    (message,) = told(caplog)
    assert message.startswith("3 texts read, 3 quotations found, 0 texts skipped, ")


def test_a_pipe_that_is_left_tells_what_was_read(caplog: pytest.LogCaptureFixture) -> None:
    results = extractor().pipe(TEXTS, batch_size=1)
    next(results)
    caplog.clear()
    results.close()  # type: ignore[attr-defined]
    assert told(caplog)[0].startswith("1 texts read, 1 quotations found")


def test_what_is_skipped(caplog: pytest.LogCaptureFixture) -> None:
    small = Extractor(pipeline())
    small.nlp.set_error_handler(lambda name, proc, docs, error: None)
    component: Any = small.nlp.get_pipe("eipe")
    process = component.process

    def fail(doc: Any, **options: Any) -> eipe.Extraction:
        if doc.text == TEXTS[1]:
            raise RuntimeError
        return process(doc, **options)  # type: ignore[no-any-return]

    component.process = fail
    caplog.clear()
    assert len(list(small.pipe(TEXTS))) == 2
    (warning,) = told(caplog, logging.WARNING)
    assert warning.startswith("texts[1] is skipped")
    assert told(caplog)[0].startswith("2 texts read, 3 quotations found, 1 texts skipped")


QUIET = """
import eipe
extractor = eipe.load()
extractor.nlp.set_error_handler(lambda name, proc, docs, error: None)
def fail(doc, **options):
    raise RuntimeError
extractor.nlp.get_pipe("eipe").process = fail
assert not list(extractor.pipe(["Ναι."]))
"""
LOUD = "import logging; logging.basicConfig(level=logging.INFO, format='%(name)s: %(message)s')\n"


def test_nothing_is_printed_unless_logging_is_set_up() -> None:
    printed = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf8", check=True)
        for code in (QUIET, LOUD + QUIET)
    ]
    assert (printed[0].stdout, printed[0].stderr) == ("", "")
    assert "eipe.extractor: texts[0] is skipped" in printed[1].stderr
