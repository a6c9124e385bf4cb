"""The writer's sentences around quotations. ▢ stands for a pair of marks in the expected rows."""

from __future__ import annotations

import re

import pytest

from eipe.article.marks import find_marks
from eipe.greek.letters import fold
from eipe.quotes.layout import LONGEST, Layout, lay_out
from eipe.quotes.words import ARTICLES, Article, Word


def layout(text: str) -> Layout:
    article = Article(text)
    for m in re.finditer(r"\w+|…|\.\.\.|\S", text):
        folded = fold(m.group())
        word = Word(m.group(), folded, article=ARTICLES.get(folded), is_word=m.group()[0].isalnum())
        article.add(m.start(), word)
    return lay_out(article, find_marks(text))


def rows(text: str, region: int = -1) -> list[str]:
    result = layout(text)
    return [
        " ".join("▢" if item < 0 else result.words[item].text for item in sentence.items)
        for sentence in result.sentences
        if sentence.region == region
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ήρθε. Έφυγε.", ["Ήρθε .", "Έφυγε ."]),
        ("Ήρθε! Έφυγε; Ναι…", ["Ήρθε !", "Έφυγε ;", "Ναι …"]),
        ("«Ναι», είπε ο Χ. Έφυγε.", ["▢ , είπε ο Χ .", "Έφυγε ."]),
        ("«Ναι. Όχι», είπε.", ["▢ , είπε ."]),
        ("Είπε: «Ναι.» Έφυγε.", ["Είπε : ▢ Έφυγε ."]),
        ("«Πού πάμε;» ρώτησε ο Χ.", ["▢ ρώτησε ο Χ ."]),
        ("«Πού πάμε;» Η ερώτηση έμεινε.", ["▢", "Η ερώτηση έμεινε ."]),
        ("«Πού πάμε» Η ερώτηση έμεινε.", ["▢ Η ερώτηση έμεινε ."]),
        ("Είπε «ναι» και «όχι».", ["Είπε ▢ και ▢ ."]),
        ("Τίτλος\nΚείμενο εδώ.", ["Τίτλος", "Κείμενο εδώ ."]),
        ("«Πρώτη.\n«Δεύτερη», είπε.", ["▢ , είπε ."]),
        ("«Α»\n«Β»", ["▢", "▢"]),
        ("Ήρθε.) Έφυγε.", ["Ήρθε . )", "Έφυγε ."]),
        ("Ήρθε... και έφυγε.", ["Ήρθε ... και έφυγε ."]),
        ("", []),
        ("«»", ["▢"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


def test_the_inside_of_a_pair_is_laid_out_too() -> None:
    text = "«Του είπα “ναι”. Έφυγε», λέει."
    assert rows(text) == ["▢ , λέει ."]
    assert rows(text, 0) == ["Του είπα ▢ .", "Έφυγε"]
    assert rows(text, 1) == ["ναι"]


def test_two_quotations_do_not_share_a_sentence_inside() -> None:
    result = layout("«α» β «γ»")
    assert [sentence.region for sentence in result.sentences] == [-1, 0, 1]


def test_places_and_interiors() -> None:
    result = layout("Είπε «ναι, ναι» και «όχι».")
    assert result.place == [(0, 1), (0, 3)]
    assert [[result.words[i].text for i in range(*span)] for span in result.interior] == [["ναι", ",", "ναι"], ["όχι"]]


def test_every_word_that_is_no_mark_stands_in_one_sentence() -> None:
    result = layout("«Α “β” γ», είπε. Ο «δ\nΕ» ζ “η")
    items = [item for sentence in result.sentences for item in sentence.items]
    assert sorted(items) == sorted(
        [~mark for mark in range(len(result.marks))]
        + [index for index, word in enumerate(result.words) if word.text not in "«»“”"]
    )


def test_a_sentence_that_no_prose_has_is_cut() -> None:
    result = layout("λέξη " * (2 * LONGEST + 1))
    assert [len(sentence.items) for sentence in result.sentences] == [LONGEST, LONGEST, 1]
