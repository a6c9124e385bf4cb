"""Data frames and the source audit."""

from __future__ import annotations

import pytest
from use_examples import FIRE, SCHOOLS, read

import eipe
from eipe import Extraction, Organization, Person, Quote, Source
from eipe.rows import COLUMNS, words

MAYOR = Person(name="Ελένη Καραγιάννη", ascii="", latin="", gender="f", roles=("δήμαρχος Βόλου",))
MINISTER = Person(name="Μάρκος Δελής", ascii="", latin="", gender="m")
UNION = Organization(name="ΟΛΜΕ", ascii="", latin="")
NEIGHBOR = Source(name="ένας κάτοικος", ascii="", latin="")


def said(*quotes: tuple[eipe.Entity | None, str]) -> Extraction:
    text = "".join(words for _, words in quotes)
    at, records = 0, []
    for speaker, quoted in quotes:
        records.append(
            Quote(
                start=at,
                end=at + len(quoted),
                text=quoted,
                kind="speech",
                speaker=speaker,
                rule="",
                confidence=1,
            )
        )
        at += len(quoted)
    return Extraction(text=text, quotes=tuple(records))


ARTICLES = (
    said((MAYOR, "ένα δύο τρία"), (MINISTER, "ένα"), (NEIGHBOR, "ένα δύο")),
    said((MAYOR, "ένα"), (UNION, "ένα δύο"), (None, "ένα")),
    Extraction(text=""),
)


def test_the_audit_counts_words_shares_and_articles() -> None:
    audit = eipe.audit(ARTICLES)
    assert (audit.articles, audit.quotes, audit.words) == (3, 6, 10)
    first = audit.speakers[0]
    assert (first.speaker, first.gender, first.role) == ("Ελένη Καραγιάννη", "f", "δήμαρχος Βόλου")
    assert (first.articles, first.quotes, first.words, first.share) == (2, 2, 4, 0.4)
    assert audit.share(gender="f") == 0.4
    assert audit.share(type="source") == 0.2
    assert audit.share(type="unknown") == pytest.approx(0.1)
    assert sum(entry.share for entry in audit) == pytest.approx(1)
    assert "women 40%, men 10%" in str(audit)
    assert max(map(len, str(audit).splitlines())) <= 80
    assert "Ελένη Καραγιάννη" in audit._repr_html_()


def test_an_audit_of_nothing() -> None:
    audit = eipe.audit([])
    assert audit.speakers == () and audit.share(gender="f") == 0
    assert "0 articles" in str(audit)


def test_capitals_and_accents_do_not_make_two_speakers() -> None:
    loud = Person(name="ΕΛΕΝΗ ΚΑΡΑΓΙΑΝΝΗ", ascii="", latin="", gender="f")
    assert len(eipe.audit([said((MAYOR, "α")), said((loud, "β"))]).speakers) == 1


def test_words() -> None:
    assert [words(text) for text in ("", "–", "Κιμ Γιονγκ-ουν", "σ' αυτό", "3,5%")] == [0, 0, 2, 2, 2]


def test_a_frame_has_one_row_a_quotation_and_fixed_types() -> None:
    pytest.importorskip("pandas")
    table = eipe.frame(ARTICLES)
    assert list(table.columns) == ["id", *COLUMNS]
    assert list(table["id"]) == [0, 0, 0, 1, 1, 1]
    assert list(table.dtypes) == list(eipe.frame([]).dtypes) or len(eipe.frame([])) == 0
    assert str(table["gender"].dtype) == str(eipe.frame([])["gender"].dtype) == "string"
    assert table.groupby("gender")["words"].sum().to_dict() == {"f": 4, "m": 1}


def test_a_frame_takes_what_pipe_gives() -> None:
    pytest.importorskip("pandas")
    results = [(read(FIRE), {"id": "a", "paper": "Θεσσαλία"}), (read(SCHOOLS), {"id": "b", "paper": "Νέα"})]
    table = eipe.frame(results)
    assert list(table.columns[:2]) == ["id", "paper"]
    assert set(table["id"]) == {"a", "b"}
    for row in table.itertuples():
        text = {"a": FIRE, "b": SCHOOLS}[row.id]
        assert text[row.start : row.end] == row.quote
    assert list(eipe.frame([("x", read(FIRE))])["id"].unique()) == ["x"]
    assert len(read(FIRE).to_pandas()) == len(read(FIRE).quotes)


def test_lone_surrogates_become_storable() -> None:
    pytest.importorskip("pandas")
    table = eipe.frame([said((None, "α\ud800β"))])
    assert table["quote"][0] == "α\ufffdβ"


@pytest.mark.parametrize("wrong", ["text", {"text": 1}, 7, ["text"], [(1, 2)]])
def test_wrong_results_are_named(wrong: object) -> None:
    with pytest.raises(TypeError, match=r"[Ee]xtraction"):
        eipe.audit(wrong)  # type: ignore[arg-type]


def test_a_field_that_is_a_column_is_refused() -> None:
    pytest.importorskip("pandas")
    with pytest.raises(ValueError, match="'speaker'"):
        eipe.frame([(ARTICLES[0], {"speaker": 1})])
