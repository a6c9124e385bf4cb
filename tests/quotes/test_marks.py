"""Quotation marks by hand-written cases. ⟦ ⟧ stand around what each pair must hold; they are taken out first.

Every case has a twin: a text that looks like it and must be read otherwise, or left alone.
"""

from __future__ import annotations

import pytest

from eipe.article.marks import DEEPEST, find_marks, paragraphs

CASES = {
    # every shape of mark
    "guillemets": "«⟦Ναι⟧», είπε.",
    "curly": "“⟦Ναι⟧”, είπε.",
    "low and high": "„⟦Ναι⟧“, είπε.",
    "low and English": "„⟦Ναι⟧”, είπε.",
    "straight": 'Είπε: "⟦Ναι⟧".',
    "single guillemets": "‹⟦Ναι⟧›, είπε.",
    "single curly": "‘⟦Ναι⟧’, είπε.",
    "no marks": "Ναι, είπε.",
    # the wrong half
    "« closed by straight": '«⟦Ναι⟧", είπε.',
    "straight beside « is its own": '«⟦Ναι "⟦όχι⟧" ίσως⟧», είπε.',
    "“ closed by »": "“⟦Ναι⟧», είπε.",
    "« closed by ”": "«⟦Ναι⟧”, είπε ο “⟦Χ⟧”.",
    "“ on both sides": "“⟦Ναι⟧“, είπε.",
    "” on both sides": "”⟦Ναι⟧”, είπε.",
    "„ on both sides": "„⟦Ναι⟧„, είπε.",
    "two wrong halves": '«⟦Ένα⟧" και «⟦δύο⟧"',
    # the wrong way round
    "reversed": "»⟦Ναι⟧«, είπε.",
    "reversed in a sentence": "Είπε »⟦ναι⟧« και έφυγε.",
    "« on both sides": "«⟦Ναι⟧«, είπε.",
    "« behind its word, with a space": "Είπε« ⟦Ναι⟧».",
    "» before the next word": "«⟦Ναι⟧ »είπε.",
    "„ “ around “ ”": "„⟦Α “⟦β⟧” γ⟧“, είπε.",
    # nested
    "nested guillemets": "«⟦Είπε «⟦ναι⟧» και έφυγε⟧»",
    "nested curly": "«⟦Είπε “⟦ναι⟧” και έφυγε⟧»",
    "nested straight": 'ότι "⟦ο λεγόμενος "⟦γκρεμός⟧", δηλαδή οι φόροι⟧".',
    "straight, one behind the other": 'ο "⟦γκρεμός⟧" και ο "⟦φόρος⟧".',
    "nested at the edge": "«⟦“⟦Ναι⟧”⟧»",
    "nested straight at the edge": '«⟦"⟦Ναι⟧"⟧»',
    "straight around guillemets": '"⟦«⟦Ναι⟧»⟧", είπε.',
    "three deep": "«⟦α “⟦β ‘⟦γ⟧’ δ⟧” ε⟧»",
    "side by side": "«⟦Ναι⟧»«⟦Όχι⟧»",
    # glued to words
    "glued to a word": "είπε:«⟦Ναι⟧».Και",
    "glued straight": 'είπε:"⟦Ναι⟧".Και',
    "glued on both sides": "το«⟦όχι⟧»του",
    "straight glued on both sides": 'το"⟦όχι⟧"του',
    "spaces on both sides": 'το " ⟦όχι⟧ " του',
    "brackets": '("⟦Ναι⟧")',
    "dash": '–"⟦Ναι⟧"–',
    "empty": "Είπε «⟦⟧» και « ⟦⟧».",
    "badly spaced straight": 'Είπε "⟦Ναι⟧ "ο Νίκος.',
    "badly spaced twice": '"⟦Ναι⟧ "είπε και "⟦όχι⟧ "απάντησε.',
    "punctuation inside": "«⟦Πού πάμε;⟧» ρώτησε. «⟦Εκεί!⟧»",
    "no-break spaces": "«\u00a0⟦Ναι⟧\u00a0», είπε.",
    # apostrophes
    "elision": "Του είπε σ’ αυτό απ’ όλους.",
    "elision in a single quotation": "‘⟦Ήρθα σ’ αυτόν κατ’ ευθείαν⟧’, είπε.",
    "elision without space": "‘⟦Ήρθα σ’αυτόν⟧’, είπε.",
    "a word's end in a single quotation": "Ο ‘⟦Τραμπ⟧’ έλεγε.",
    "aphaeresis": "’στα 80s, του ’80, θα ’ρθει",
    "turned apostrophe": "τη δεκαετία του ‘80 και σ’ όλους",
    "straight apostrophes": "'στα 80s σ' αυτό, 'Ναι' του είπε",
    "apostrophe in guillemets": "«⟦Απ’ όλους⟧», είπε σ’ αυτόν.",
    "lone single": "Η ‘ και η ’ μόνες.",
    # primes
    "inches": 'Οθόνη 27" και ποντίκι.',
    "inches beside a quotation": 'Οθόνη 27" και η "⟦Αυγή⟧".',
    "inches behind a quotation": 'Η "⟦Αυγή⟧" και οθόνη 27".',
    "inches in a quotation": '"⟦Πήρα οθόνη 27" και ποντίκι⟧", είπε.',
    "two inches": 'Από 27" έως 32".',
    "a year is no inch": 'Έγραψε "⟦το 2020⟧" και "⟦το 2021⟧".',
    "minutes and seconds": "38° 15′ 20″",
    # odd marks
    "unclosed": "Είπε: «⟦Ναι.⟧\nΚαι «⟦όχι⟧».",
    "unclosed to the sentence before the next": "«⟦Ναι, είπε.⟧ Και «⟦όχι⟧».",
    "unclosed straight": 'Είπε "⟦ναι.⟧ Και "⟦όχι⟧".',
    "unclosed inside": "«⟦Είπε “⟦ναι⟧⟧» και “⟦όχι⟧”.",
    "unopened": "⟦Ναι⟧», είπε.\n«⟦Όχι⟧».",
    "unopened behind a pair": "«⟦Ναι⟧» ⟦και όχι⟧».",
    "two unopened": "⟦Ναι⟧», είπε. ⟦Όχι⟧», είπε.",
    "stray straight": 'Η λέξη "⟦ναι⟧" ⟦και ένα⟧" σκέτο',
    "only an opening mark at the end": "Τέλος «⟦⟧",
    "only marks": "«⟦⟧»«⟦⟧»",
    # paragraphs
    "reopened by «": "«⟦Πρώτη παράγραφος.\n«Δεύτερη παράγραφος⟧», είπε.",
    "reopened by »": "«⟦Πρώτη.\n»Δεύτερη.\n»Τρίτη⟧», είπε.",
    "reopened straight": '"⟦Πρώτη.\n"Δεύτερη⟧", είπε.',
    "each closed": "«⟦Πρώτη.⟧»\n«⟦Δεύτερη⟧», είπε.",
    "reopened, with a blank line": "«⟦Πρώτη.\n\n«Δεύτερη⟧», είπε.",
    "reopened, with a pair inside": "«⟦Πρώτη.\n«Δεύτερη “⟦με⟧” άλλα⟧», είπε ο «⟦Χ⟧».",
    "reopened, never closed": "«⟦Πρώτη.\n«Δεύτερη.⟧\nΤρίτη.",
    "» at the head with nothing open": "«⟦Πρώτη.⟧»\n»⟦Δεύτερη.⟧»",
    "closed on the next line": "«⟦Πρώτη\nδεύτερη⟧», είπε.",
    "closed on the next line, straight": 'Είπε: "⟦Πρώτη\nδεύτερη⟧", και "⟦τρίτη⟧".',
    "closed on the next line by another half": '«⟦Πρώτη\nδεύτερη⟧", είπε.',
    "closed on the next line, with a pair before": "«⟦Πρώτη\nμε “⟦άλλα⟧” δεύτερη⟧», είπε.",
    "closed paragraphs later": "«⟦Πρώτη.\n\nΔεύτερη.\n\nΤρίτη⟧», είπε.",
    "closed at the head of the next line": "«⟦Πρώτη.⟧\n», είπε ο «⟦Χ⟧».",
    "closed on a line of its own": "«⟦Πρώτη “⟦α⟧⟧\n»",
    "the inner one goes on": "«⟦Πρώτη⟧ “⟦α\n“Δεύτερη⟧” είπε.",
    "closed too late": "«⟦Πρώτη.⟧" + "\nΛέξη." * 8 + "\n⟦Τέλος⟧».",
    "unclosed, then a paragraph of its own": "«⟦Πρώτη.⟧\nΕίπε «⟦δεύτερη⟧» ο Χ.",
    "unclosed, then a straight one": '«⟦Πρώτη.\nΕίπε "⟦δεύτερη⟧".\nΤρίτη⟧».',
    "lines of old machines": "«⟦Πρώτη.\r»Δεύτερη⟧», είπε.\r\n«⟦Τρίτη⟧»\u2029«⟦Τέταρτη⟧»",
    "inside of a pair is never carried on": "«⟦Α “⟦β⟧⟧»\n⟦Γ⟧”.",
}


def expected(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without ⟦ ⟧, and the spans that they stood around."""
    text, spans, stack = "", [], []
    for char in marked:
        if char == "⟦":
            stack.append(len(text))
        elif char == "⟧":
            spans.append((stack.pop(), len(text)))
        else:
            text += char
    assert not stack
    return text, sorted(spans, key=lambda span: (span[0], -span[1]))


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    text, spans = expected(CASES[name])
    assert [(m.start, m.end) for m in find_marks(text)] == spans


def test_an_unclosed_stretch_ends_where_it_is_attributed() -> None:
    text = "«Θα έρθω, είπε ο Νίκος.\n«Όχι», είπε η Άννα."
    spans = [(m.start, m.end) for m in find_marks(text, attributed=lambda stretch: stretch.find(", είπε"))]
    assert [text[a:b] for a, b in spans] == ["Θα έρθω", "Όχι"]
    joined = find_marks(text)
    assert [text[m.start : m.end] for m in joined] == ["Θα έρθω, είπε ο Νίκος.\n«Όχι"]


def test_parents() -> None:
    marks = find_marks("«α “β ‘γ’ δ” ε» «ζ»")
    assert [mark.parent for mark in marks] == [-1, 0, 1, -1]


def test_missing_halves_are_minus_one() -> None:
    (first,) = find_marks("Είπε «ναι")
    assert (first.open, first.close) == (5, -1)
    (second,) = find_marks("ναι» είπε")
    assert (second.open, second.close) == (-1, 3)


def test_pairs_below_the_deepest_are_text_of_the_pair_around_them() -> None:
    marks = find_marks("«" * 50 + "α" + "»" * 50)
    assert len(marks) == DEEPEST
    assert [mark.parent for mark in marks] == [-1, *range(DEEPEST - 1)]


def test_paragraphs_are_lines_that_hold_something() -> None:
    text = "α\n\n \t\nβ\r\nγ\u2028δ\x0bε"
    assert [text[a:b] for a, b in paragraphs(text)] == ["α", "β", "γ", "δ\x0bε"]
