"""The word lists of the quotation rules: columns, order, duplicates, classes; and forms made from principal parts."""

from __future__ import annotations

from importlib.resources import files

import pytest

from eipe.greek.conjugation import Verb, forms
from eipe.greek.letters import fold
from eipe.quotes.cues import lexicon
from eipe.quotes.tables import read_table

TABLES = {
    "closed_classes.tsv": ["class", "words", "why"],
    "cue_nouns.tsv": ["lemma", "forms"],
    "cue_phrases.tsv": ["lemma", "first", "rest", "class"],
    "cue_verbs.tsv": ["lemma", "aorist", "subjunctive", "imperfect", "passive", "also", "class"],
    "group_nouns.tsv": ["lemma"],
    "naming_nouns.tsv": ["lemma"],
}


def test_every_table_is_known() -> None:
    found = {entry.name for entry in files("eipe.quotes.tables").iterdir() if entry.name.endswith(".tsv")}
    assert found == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_columns_order_and_duplicates(name: str) -> None:
    rows = read_table(name)
    assert rows
    assert list(rows[0]) == TABLES[name]
    values = [tuple(row.values()) for row in rows]
    assert values == sorted(values)
    assert len(set(values)) == len(values)


def test_classes() -> None:
    assert {row["class"] for row in read_table("cue_verbs.tsv")} == {"say", "judge", "urge", "adjacent", "turn"}
    assert {row["class"] for row in read_table("cue_phrases.tsv")} <= {"say", "judge", "adjacent", "prep", "noun"}


@pytest.mark.parametrize(
    ("verb", "right", "wrong"),
    [
        (Verb("δηλώνω", "δήλωσε"), "δηλώνει δηλώνουν δήλωσε δήλωσαν δηλώσει δηλώνοντας δηλώθηκε", "δήλωση δηλώσεις"),
        (Verb("γράφω", "έγραψε"), "γράφει έγραφε έγραψε έγραψαν γράψει γράφοντας γράφεται", "γραφή γράμμα"),
        (Verb("αναφέρω", "ανέφερε", "αναφέρει", "ανέφερε"), "αναφέρει ανέφερε ανέφεραν αναφέρουν", "αναφορά"),
        (Verb("μιλώ", "μίλησε"), "μιλά μιλάει μιλούν μιλούσε μίλησε μίλησαν μιλήσει μιλώντας", "μιλιά"),
        (Verb("υπόσχομαι", "υποσχέθηκε"), "υπόσχεται υποσχέθηκε υποσχεθεί υποσχόμενος υποσχόμενη", "υπόσχεση"),
        (Verb("δεσμεύομαι", "δεσμεύτηκε"), "δεσμεύτηκε δεσμεύθηκε δεσμεύθηκαν δεσμεύεται", "δέσμευση δεσμεύω"),
        (Verb("καταγγέλλω", "κατήγγειλε", "καταγγείλει", "κατήγγελλε"), "κατήγγειλε κατάγγειλε", "καταγγελία"),
        (Verb("λέω", "είπε", "πει", "έλεγε", "ειπώθηκε"), "λέει είπε είπαν πει πουν έλεγε ειπώθηκε", "λέξη πως που"),
    ],
)  # fmt: skip
def test_forms(verb: Verb, right: str, wrong: str) -> None:
    made = forms(verb)
    assert {fold(form) for form in right.split()} <= set(made)
    assert not {fold(form) for form in wrong.split()} & set(made)


def test_the_lexicon_holds_the_commonest_cues() -> None:
    words = lexicon().words
    for form in [
        "είπε",
        "δήλωσε",
        "τόνισε",
        "ανέφερε",
        "πρόσθεσε",
        "υπογράμμισε",
        "λέγοντας",
        "λένε",
        "διερωτάται",
        "δήλωση",
    ]:
        assert fold(form) in words, form
    for form in ["λέγεται", "ονομάζεται", "πως", "που", "και"]:
        assert fold(form) not in words, form
