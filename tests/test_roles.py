"""Nouns of office and trade: those of the table, and those that their ending and accent tell."""

from __future__ import annotations

import pytest

from eipe.entities.roles import is_a, is_human_noun, role


@pytest.mark.parametrize(
    ("word", "kind", "plural"),
    [
        ("υπουργού", "minister", False),
        ("καρδιολόγο", "doctor/καρδιολόγος", False),
        ("συνδικαλίστριας", "unionist", False),
        ("σεφ", "cook", False),
        # by -λόγος and -γράφος, and their accent
        ("παλαιοκλιματολόγος", "specialist/παλαιοκλιματολόγος", False),
        ("σπηλαιολόγοι", "specialist/σπηλαιολόγος", True),
        ("ιστοριογράφου", "specialist/ιστοριογράφος", False),
    ],
)
def test_role(word: str, kind: str, plural: bool) -> None:
    found = role(word)
    assert found is not None and (found.kind, found.plural) == (kind, plural)


@pytest.mark.parametrize(
    "word", ["κατάλογος", "καταλόγου", "διαλόγου", "λόγος", "λόγου", "έγγραφο", "σπίτι", "παραγράφους"]
)
def test_a_thing_is_no_role(word: str) -> None:
    assert role(word) is None


def test_a_cardiologist_is_a_doctor_and_not_the_reverse() -> None:
    assert is_a("doctor", "doctor/καρδιολόγος") and is_a("doctor", "doctor")
    assert not is_a("doctor/καρδιολόγος", "doctor") and not is_a("doctor", "doctoral")


def test_who_is_told_by_age_or_circumstance_is_human() -> None:
    assert all(map(is_human_noun, ("34χρονος", "κατηγορούμενος", "υπουργός")))
    assert not any(map(is_human_noun, ("34χρονη-ιστορία", "σπίτι", "τραπέζι")))
