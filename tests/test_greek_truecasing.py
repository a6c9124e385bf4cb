"""Paragraphs without accents or letter case, read as print would have them."""

from __future__ import annotations

import gzip

import pytest

from eipe.greek.truecasing import Truecaser

FORMS = """\
Αθήνα
ΔΕΗ
Κωνσταντίνος
ΝΑΤΟ
iPhone
είπε
η
θα
και
μίλησε
μαΐου
νέα
ο
πάει
στην
σήμερα
της
του
κορέα
κόλπος
μεξικού
νότια
πλευρά
Νότια Κορέα
Κόλπος του Μεξικού
"""


@pytest.fixture(scope="module")
def truecaser() -> Truecaser:
    return Truecaser(gzip.compress(FORMS.encode("utf8")))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        # capitals: case and accents are both open
        ("Ο ΚΩΝΣΤΑΝΤΙΝΟΣ ΜΙΛΗΣΕ ΣΤΗΝ ΑΘΗΝΑ", "Ο Κωνσταντίνος μίλησε στην Αθήνα"),
        ("Η ΔΕΗ ΚΑΙ ΤΟ ΝΑΤΟ ΣΗΜΕΡΑ ΣΤΗΝ ΑΘΗΝΑ", "Η ΔΕΗ και Το ΝΑΤΟ σήμερα στην Αθήνα"),
        # a word that no table knows is read as a name; an abbreviation and a figure as they stand
        ("ΜΙΛΗΣΕ Η ΓΟΥ ΓΟΥΟΝ-ΣΙΚ ΤΗΣ ΜΡΦ ΣΗΜΕΡΑ 3Η", "Μίλησε η Γου Γουον-Σικ της ΜΡΦ σήμερα 3Η"),
        # but not if print has other forms of it in small letters
        ("Ο ΚΩΝΣΤΑΝΤΙΝΟΣ ΜΙΛΗΣΑΜΕ ΣΤΗΝ ΑΘΗΝΑ", "Ο Κωνσταντίνος μιλησαμε στην Αθήνα"),
        # without accents: the case of each word stays, also that of an abbreviation
        ("Ο Κωνσταντινος ειπε οτι η ΔΕΗ μιλησε", "Ο Κωνσταντίνος είπε οτι η ΔΕΗ μίλησε"),
        ("Νεα της Δεη", "Νέα της Δεη"),
        ("κατι για το Iphone 5", "κατι για το Iphone 5"),
        # small letters with accents: only the case is open
        ("ο κωνσταντίνος είπε ότι η δεη μίλησε. νέα", "ο Κωνσταντίνος είπε ότι η ΔΕΗ μίλησε. νέα"),
        ("είπε . νέα από την αθηνά", "είπε . νέα από την αθηνά"),  # Αθηνά is not Αθήνα
        # neither
        ("ο κωνσταντινος θα παει στην αθηνα", "ο Κωνσταντίνος θα πάει στην Αθήνα"),
        # two words beside each other, and an article between
        ("Η ΝΟΤΙΑ ΚΟΡΕΑ ΚΑΙ Η ΝΟΤΙΑ ΠΛΕΥΡΑ", "Η Νότια Κορέα και η νότια πλευρά"),
        ("Ο ΚΟΛΠΟΣ ΤΟΥ ΜΕΞΙΚΟΥ ΣΗΜΕΡΑ", "Ο Κόλπος του Μεξικού σήμερα"),
        ("ο κόλπος του μεξικού και η νότια , κορέα", "ο Κόλπος του Μεξικού και η νότια , κορέα"),
        ("η νότια κορεά", "η νότια κορεά"),
        ("η νοτια κορεα", "η Νότια Κορέα"),
        # capitals with accents, as a program makes them
        ("ΝΈΑ ΤΟΥ ΜΑΪΟΥ . Ο ΚΩΝΣΤΑΝΤΊΝΟΣ . ΜΊΛΗΣΕ", "Νέα του μαΐου . Ο Κωνσταντίνος . Μίλησε"),
    ],
)
def test_it_reads_what_print_would_have(truecaser: Truecaser, written: str, printed: str) -> None:
    assert " ".join(truecaser(written.split())) == printed


@pytest.mark.parametrize(
    "printed",
    [
        "Ο Κωνσταντινος είπε νεα",  # one word with an accent: the others lack theirs on purpose, or by a slip
        "ΔΕΗ",
        "Το ΝΑΤΟ",
        "ΑΘΗΝΑ - Ο Κωνσταντίνος μίλησε",
        "Ὁ Κωνσταντινος μιλησε",
        "",
        "— 12 %",
        "The US and the iPhone",
    ],
)
def test_it_leaves_print_alone(truecaser: Truecaser, printed: str) -> None:
    assert " ".join(truecaser(printed.split())) == printed


def test_as_many_words_come_out(truecaser: Truecaser) -> None:
    words = ["ΝΕΑ", "", "\ud800", "ΣΗΜΕΡΑ", "İ", "ΑΘΗΝΑ", "ǅ"]
    assert len(truecaser(words)) == len(words)
