"""Cues: forms made from principal parts, and which of them are in the lexicon."""

from __future__ import annotations

import pytest

from eipe.greek.conjugation import Verb, forms
from eipe.greek.letters import fold
from eipe.quotes.cues import lexicon


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
