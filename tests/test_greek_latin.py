"""ELOT 743, sound by sound."""

import pytest

from eipe.greek.latin import ascii_key, latin


@pytest.mark.parametrize(
    ("greek", "expected"),
    [
        ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis"),
        ("Ευάγγελος", "Evangelos"),  # ευ before a vowel; γγ
        ("Ευτυχία", "Eftychia"),  # ευ before a voiceless consonant
        ("Ναύπλιο", "Nafplio"),
        ("Αύγουστος", "Avgoustos"),
        ("Ηυξημένος", "Ifximenos"),
        ("Άυλος", "Aylos"),  # the accent on α breaks the pair
        ("Ταΰγετος", "Taygetos"),  # so does a diaeresis
        ("Προϋπηρεσία", "Proypiresia"),
        ("Ουκρανία", "Oukrania"),
        ("Σφίγξ", "Sfinx"),
        ("Άγχος", "Anchos"),
        ("Αγκώνας", "Agkonas"),  # γκ stays gk
        ("Μπακογιάννη", "Bakogianni"),  # μπ opens the word
        ("Λάμπρου", "Lamprou"),  # μπ inside it
        ("Ντόρα", "Ntora"),
        ("Χρήστος Ψυχάρης", "Christos Psycharis"),
        ("ΑΥΓΕΡΙΝΟΣ ΧΑΤΖΗΣ", "AVGERINOS CHATZIS"),
        ("Γουόν-σικ", "Gouon-sik"),
        ("Χ. Τρικούπης", "Ch. Trikoupis"),
    ],
)
def test_transcription(greek: str, expected: str) -> None:
    assert latin(greek) == expected


@pytest.mark.parametrize(
    ("greek", "expected"),
    [
        ("Θεόφιλος Καΐρης", "Theophilos Kaires"),  # no capital inside
        ("Μαΐου", "Maiou"),
        ("Ταΰγετος", "Taugetos"),
        ("Ζαΐμης, Ζαϊμης", "Zaimes, Zaimes"),
        ("Google", "Google"),
    ],
)
def test_search_key(greek: str, expected: str) -> None:
    assert ascii_key(greek) == expected


def test_latin_letters_stay() -> None:
    assert latin("Google 2") == "Google 2"
    assert latin("ΔΕΗ Blue") == "DEI Blue"
