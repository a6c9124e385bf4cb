"""What is hardly meant is a warning, once a line that calls, and never an error."""

from __future__ import annotations

import html
import sys
import unicodedata
import warnings
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from typer.testing import CliRunner

import eipe
from eipe.cli import app

sys.path.append(str(Path(__file__).parent / "robustness"))

from small import extractor, pipeline

GREEK = """Ο Νίκος Παππάς μίλησε χθες το βράδυ στη Βουλή για το Brexit και τη Google. «Θα έρθω αύριο στην Αθήνα», είπε
ο υπουργός στους δημοσιογράφους. Η Άννα Βέργου απάντησε ότι τα σχολεία θα ανοίξουν κανονικά τη Δευτέρα."""
ENGLISH = """The prime minister of Greece met the president in Athens on Monday. "We will stay the course," he said
after the meeting, adding that talks would go on in the coming weeks. Nobody else spoke to the reporters who waited
outside the building for more than three hours."""
GREEKLISH = """O prothypourgos milise xthes sti Vouli gia ta neo metra. «Tha meinoume stin idia grammi», eipe o Nikos
Pappas meta ti synantisi, kai prosthese oti oi synomilies tha synexistoun tis epomenes evdomades stin Athina. I Anna
Vergou apantise oti ta sxoleia tha anoixoun kanonika ti Deftera."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("«Ναι», είπε ο Νίκος Παππάς.", encoding="utf8")
    return tmp_path


def told(seen: list[warnings.WarningMessage]) -> list[str]:
    return [str(warning.message) for warning in seen if warning.category is eipe.EipeWarning]


@pytest.mark.parametrize("text", [ENGLISH, GREEKLISH, ENGLISH + GREEK[:80], "漢字かな" * 60, ENGLISH * 100])
def test_eipe_reads_greek(text: str) -> None:
    with pytest.warns(eipe.EipeWarning, match="hardly any Greek letters: eipe reads Greek") as seen:
        extractor().extract(text)
    assert seen[0].filename == __file__
    with pytest.warns(eipe.EipeWarning, match="hardly any Greek") as seen:
        list(extractor().pipe([text]))
    assert seen[0].filename == __file__


@pytest.mark.parametrize(
    "text",
    [
        GREEK,
        GREEK * 50,
        GREEK + ENGLISH,
        unicodedata.normalize("NFD", GREEK),
        GREEK.upper(),
        ENGLISH[:190],
        "",
        "1 2 3 " * 200,
        "«» " * 200,
        ENGLISH + GREEK * 2,
    ],
)
def test_greek_and_short_texts_are_read_in_silence(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert extractor().extract(text).text == text


def test_a_pipeline_without_names_or_trees_is_told_at_the_line_that_made_it() -> None:
    with pytest.warns(eipe.EipeWarning, match=r"the pipeline \(empty\) lacks an entity .* and a dependency") as seen:
        spacy.blank("el").add_pipe("eipe")
    assert [warning.filename for warning in seen] == [__file__]
    nlp = pipeline()
    nlp.remove_pipe("entity_ruler")
    with pytest.warns(
        eipe.EipeWarning, match=r"the pipeline \(small_trees\) lacks an entity recognizer \([^)]*\), which"
    ):
        nlp.add_pipe("eipe", last=True)


def test_a_whole_pipeline_takes_the_component_in_silence() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", eipe.EipeWarning)
        pipeline().add_pipe("eipe", last=True)


def test_docs_put_together_or_cut_out_are_told_to_hold_no_extraction() -> None:
    nlp = extractor().nlp
    doc = nlp(GREEK)
    others = (Doc.from_docs([doc, doc]), doc[:10].as_doc(), nlp.make_doc(GREEK))
    for other in others:
        assert other is not None
        with pytest.warns(eipe.EipeWarning, match=r"no component 'eipe' has read this Doc.*nlp\(doc\)") as seen:
            assert other._.eipe == eipe.Extraction(text=other.text)
        assert seen[0].filename == __file__
        with warnings.catch_warnings():
            warnings.simplefilter("error", eipe.EipeWarning)
            again = nlp(other)._.eipe
        assert again == extractor().extract(other.text) and again.people


def test_a_call_warns_once() -> None:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("default")
        for number in range(3):
            extractor().extract(f"{ENGLISH} {number}")
        list(extractor().pipe([ENGLISH] * 3))
    assert len(told(seen)) == 2


@pytest.mark.parametrize("text", ["article.txt", "/data/news/2024-01-01.JSON", "page.html"])
def test_the_name_of_a_file_is_no_article(text: str) -> None:
    with pytest.warns(eipe.EipeWarning, match=r"name of a file; eipe reads the article itself: .*read_text"):
        assert extractor().extract(text).quotes == ()


def test_pairs_the_wrong_way_round() -> None:
    with pytest.warns(eipe.EipeWarning, match=r"pipe\(\) takes the text first: \(text, context\)") as seen:
        assert [context for _, context in extractor().pipe([("art1", GREEK)])] == [GREEK]
    assert seen[0].filename == __file__


@pytest.mark.parametrize(
    "pair", [(GREEK, "art1"), (GREEK, GREEK), ("Ναι.", "art1"), ("", GREEK), ("Ναι.", "x" * 300), ("Ναι.", [GREEK])]
)
def test_pairs_the_right_way_round(pair: tuple[str, object]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [context for _, context in extractor().pipe([pair])] == [pair[1]]


def test_the_command_names_the_article_that_is_not_greek(
    folder: Path, monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    monkeypatch.setattr(eipe, "load", lambda model, **settings: extractor())
    (folder / "english.txt").write_text(ENGLISH, encoding="utf8")
    result = CliRunner().invoke(app, ["extract", "article.txt", "english.txt"])
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 2)
    lines = result.stderr.splitlines()
    assert len(lines) == 1 and lines[0].startswith("eipe: english.txt: hardly any Greek letters: eipe reads Greek")
    assert not told(list(recwarn))


@pytest.mark.parametrize(
    "text", ["<p>«Ναι», είπε ο Νίκος Παππάς.</p>", "Ναι<br/>Όχι", '<div class="text">Ναι', GREEK + "<B>Τέλος</B>"]
)
def test_tags_are_to_be_stripped(text: str) -> None:
    with pytest.warns(eipe.EipeWarning, match="the text has HTML tags.* strip them first"):
        extractor().extract(text)


@pytest.mark.parametrize(
    "text", ["&laquo;Ναι&raquo;, είπε ο Νίκος Παππάς.", "Έρευνα &amp; ανάπτυξη", "&#171;Ναι&#xBB;", "&quot;Ναι&quot;"]
)
def test_entities_are_to_be_made_characters(text: str) -> None:
    with pytest.warns(eipe.EipeWarning, match=r"the text has HTML entities .* html\.unescape\(text\) makes"):
        extractor().extract(text)
    with warnings.catch_warnings():
        warnings.simplefilter("error", eipe.EipeWarning)
        extractor().extract(html.unescape(text))


@pytest.mark.parametrize("text", ["<<Ίσως>>, είπε.", "''Ίσως'', είπε.", "Είπε ''ας μην τ' ακούσουμε.'' και έφυγε."])
def test_marks_of_a_typewriter_are_no_marks(text: str) -> None:
    with pytest.warns(eipe.EipeWarning, match="the text has <<such>> or ''such'' marks, which .* write «such»"):
        extractor().extract(text)


def test_all_that_is_wrong_is_one_warning() -> None:
    with pytest.warns(eipe.EipeWarning) as seen:
        extractor().extract("<p>&laquo;Ναι&raquo; και <<όχι>></p>")
    (text,) = told(list(seen))
    assert [what in text for what in ("HTML tags", "HTML entities", "<<such>>")] == [True] * 3


@pytest.mark.parametrize(
    "text",
    [
        "<< Προηγούμενο | Επόμενο >>",
        "Το 3<<4 είναι 48, και 48>>4 πάλι 3.",
        "Στίγμα 38° 10' 20'' και 23° 40' 30'' βόρεια",
        "Η Ρήγας & Υιοί; Η AT&T; Η R&D;",
        "Μ' ακούς; Σ' ακούω, τ' ορκίζομαι.",
    ],
)
def test_signs_that_are_no_marks(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", eipe.EipeWarning)
        extractor().extract(text)


@pytest.mark.parametrize("text", ["Σ' αγαπώ <3", "Αν x < y και y > z, τότε", "Ο Νίκος <Παππάς> έφυγε.", GREEK])
def test_marks_that_are_no_tags(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", eipe.EipeWarning)
        extractor().extract(text)


def test_the_command_tells_of_tags(folder: Path) -> None:
    (folder / "page.txt").write_text("<p>«Ναι», είπε ο Νίκος Παππάς.</p>", encoding="utf8")
    result = CliRunner().invoke(app, ["extract", "page.txt"])
    assert result.exit_code == 0
    assert "page.txt: HTML tags" in result.stderr
