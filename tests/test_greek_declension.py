"""Nominatives, rule by rule: what each rule is for, and a twin that it must leave alone."""

from __future__ import annotations

import pytest

from eipe.greek.declension import nominative_name, nominative_word
from eipe.greek.syllables import stress, with_stress


def person(name: str, case: str | None, gender: str | None, seen: frozenset[str] = frozenset()) -> str:
    return nominative_name(name.split(), kind="person", case=case, gender=gender, number=None, seen=seen)


def place(name: str, case: str | None, gender: str | None, number: str = "Sing", seen: tuple[str, ...] = ()) -> str:
    return nominative_name(name.split(), kind="place", case=case, gender=gender, number=number, seen=seen)


@pytest.mark.parametrize(
    ("name", "case", "gender", "expected"),
    [
        # A man's surname declines; the same letters are a woman's as they are.
        ("Ανδρουλάκη", "Gen", "m", "Ανδρουλάκης"),
        ("Ανδρουλάκη", "Gen", "f", "Ανδρουλάκη"),
        # An old genitive stays; a first name of the same shape does not.
        ("Πέτρου Γεωργίου", "Gen", "m", "Πέτρος Γεωργίου"),
        ("Γεωργίου Πέτρου", "Gen", "m", "Γεώργιος Πέτρος"),
        # -όπουλου is -όπουλος of a man, and -οπούλου of a woman stays.
        ("Παπαδοπούλου", "Gen", "m", "Παπαδόπουλος"),
        ("Παπαδοπούλου", "Gen", "f", "Παπαδοπούλου"),
        # A foreign first name keeps the surname; a Greek one declines it.
        ("Μπαράκ Ομπάμα", "Gen", "m", "Μπαράκ Ομπάμα"),
        ("Νίκου Σκόρδα", "Gen", "m", "Νίκος Σκόρδας"),
        # -ο in the genitive is foreign; in the accusative it is -ος.
        ("Ρούμπιο", "Gen", "m", "Ρούμπιο"),
        ("Κόλλιο", "Acc", "m", "Κόλλιος"),
        # A first name in -ού is foreign, and a word cut at its hyphen is a word.
        ("Σεκού Ντιαλό", "Gen", "m", "Σεκού Ντιαλό"),
        ("Ξένου Παππά-", "Gen", "m", "Ξένος Παππάς-"),
        # A nominative stays, also without an article.
        ("Χρήστος Γεωργίου", None, None, "Χρήστος Γεωργίου"),
        ("Χρήστου Γεωργίου", None, None, "Χρήστος Γεωργίου"),
        # -ς in an oblique case belongs to the name.
        ("Γκουτέρες", "Gen", "m", "Γκουτέρες"),
        # A woman's name alone declines if it is a first name.
        ("Δανάης", "Gen", "f", "Δανάη"),
        ("Κεραμέως", "Gen", "f", "Κεραμέως"),
        # Capitals.
        ("ΚΥΡΙΑΚΟΥ ΜΗΤΣΟΤΑΚΗ", "Gen", "m", "Κυριάκος Μητσοτάκης"),
        # Initials and particles.
        ("Κ. Μητσοτάκη", "Gen", "m", "Κ. Μητσοτάκης"),
        ("Λούντβιχ φαν Μπετόβεν", "Gen", "m", "Λούντβιχ φαν Μπετόβεν"),
    ],
)
def test_people(name: str, case: str | None, gender: str | None, expected: str) -> None:
    assert person(name, case, gender) == expected


def test_a_nominative_seen_in_the_text_wins() -> None:
    assert person("Τζέκα", "Gen", "m") == "Τζέκας"
    assert person("Τζέκα", "Gen", "m", frozenset({"Τζέκα"})) == "Τζέκα"
    assert place("Ταμύνων", "Gen", None, "Plur", seen=("Ταμύναι",)) != "Ταμύνες"
    assert place("Κορφών", "Gen", None, "Plur", seen=("Κορφές",)) == "Κορφές"


@pytest.mark.parametrize(
    ("name", "case", "gender", "number", "expected"),
    [
        ("Βόλου", "Gen", "mn", "Sing", "Βόλος"),
        ("Βερολίνου", "Gen", "mn", "Sing", "Βερολίνο"),
        ("Μήλο", "Acc", "f", "Sing", "Μήλος"),
        ("Μεξικό", "Acc", "n", "Sing", "Μεξικό"),
        ("Αθηνών", "Gen", None, "Plur", "Αθήνα"),
        ("Σερρών", "Gen", None, "Plur", "Σέρρες"),
        ("Ιράν", "Gen", "mn", "Sing", "Ιράν"),
        ("Βόρειας Κορέας", "Gen", "f", "Sing", "Βόρεια Κορέα"),
        ("Λωρίδας της Γάζας", "Gen", "f", "Sing", "Λωρίδα της Γάζας"),
        ("ΗΠΑ", "Gen", None, "Plur", "ΗΠΑ"),
        ("ΜΟΣΧΑ", None, None, "Sing", "Μόσχα"),
        # No table has these: by the rules alone.
        ("Ζαρκοβίτσας", "Gen", "f", "Sing", "Ζαρκοβίτσα"),
        ("Άνω Ζαρκοβίτσας", "Gen", "f", "Sing", "Άνω Ζαρκοβίτσα"),
        ("Στενοβουνίου", "Gen", "mn", "Sing", "Στενοβούνιο"),
    ],
)
def test_places(name: str, case: str | None, gender: str | None, number: str, expected: str) -> None:
    assert place(name, case, gender, number) == expected


@pytest.mark.parametrize(
    ("word", "pos", "gender", "number", "expected"),
    [
        ("προέδρου", "NOUN", "m", "Sing", "πρόεδρος"),
        ("προέδρου", "NOUN", "f", "Sing", "πρόεδρος"),
        ("αντιπροέδρου", "NOUN", "m", "Sing", "αντιπρόεδρος"),
        ("εκπροσώπου", "NOUN", None, "Sing", "εκπρόσωπος"),
        ("υπουργού", "NOUN", "f", "Sing", "υπουργός"),
        ("κατοίκων", "NOUN", None, "Plur", "κάτοικοι"),
        ("βουλευτών", "NOUN", "m", "Plur", "βουλευτές"),
        ("στελεχών", "NOUN", "n", "Plur", "στελέχη"),
        ("επικεφαλής", "NOUN", "f", "Sing", "επικεφαλής"),
        ("γυναίκας", "NOUN", "f", "Sing", "γυναίκα"),
        ("οργάνωση", "NOUN", "f", "Sing", "οργάνωση"),
        ("υπουργείου", "NOUN", "n", "Sing", "υπουργείο"),
        ("μέλος", "NOUN", "n", "Sing", "μέλος"),
        ("κυβερνητικός", "ADJ", "m", "Sing", "κυβερνητικός"),
        ("εργαζομένους", "NOUN", "m", "Plur", "εργαζόμενοι"),
    ],
)
def test_common_words(word: str, pos: str, gender: str | None, number: str, expected: str) -> None:
    assert nominative_word(word, pos=pos, gender=gender, number=number) == expected


def test_the_accent_moves_and_diaereses_follow_it() -> None:
    assert with_stress("Αλεξάνδρος", 3) == "Αλέξανδρος"
    assert with_stress("Καΐρο", 3) == "Κάιρο"
    assert with_stress("Μάιου", 2) == "Μαΐου"
    assert with_stress("Αιγύπτος", 3) == "Αίγυπτος"
    assert (stress("Κως"), stress("Αθήνα"), stress("Χανιά")) == (None, 2, 1)
