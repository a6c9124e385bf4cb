"""The words that the rules see, read off hand-built Docs."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from eipe.quotes.words import Article, Word, read_words

NLP = spacy.blank("el")


def article(words: list[str], spaces: list[bool] | None = None, **tags: list[str] | list[int]) -> Article:
    return read_words(Doc(NLP.vocab, words=words, spaces=spaces, **tags))  # type: ignore[arg-type]


def read(words: list[str], spaces: list[bool] | None = None, **tags: list[str] | list[int]) -> list[Word]:
    return article(words, spaces, **tags).words


def texts(words: list[Word]) -> list[str]:
    return [word.text for word in words]


@pytest.mark.parametrize(
    ("token", "pieces"),
    [
        ("είπε:«Ναι».Και", ["είπε", ":", "«", "Ναι", "»", ".", "Και"]),
        ("«Ναι", ["«", "Ναι"]),
        ('"Ναι"', ['"', "Ναι", '"']),
        ("Παππάς)", ["Παππάς", ")"]),
        ("ναι,όχι", ["ναι", ",", "όχι"]),
        # twins: what is one word stays one
        ("Κ.Κ.Ε.", ["Κ.Κ.Ε."]),
        ("Παππάς-Βέργος", ["Παππάς-Βέργος"]),
        ("1.000", ["1.000"]),
        ("...", ["..."]),
        ("!!", ["!!"]),
        ("»", ["»"]),
        ("σ'", ["σ'"]),
    ],
)
def test_tokens_are_cut_at_marks(token: str, pieces: list[str]) -> None:
    found = article([token])
    assert texts(found.words) == pieces
    assert [token[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == pieces


def test_a_token_with_one_word_keeps_its_tags() -> None:
    mark, word = read(["«Ναι"], pos=["INTJ"], lemmas=["ναι"])
    assert (mark.pos, mark.lemma) == ("PUNCT", "")
    assert (word.pos, word.lemma) == ("INTJ", "ναι")


def test_a_token_with_two_words_gives_its_tags_to_neither() -> None:
    assert [word.pos for word in read(["ναι,όχι"], pos=["INTJ"])] == ["", "PUNCT", ""]


def test_white_space_is_left_out_and_heads_are_translated() -> None:
    found = article(["Ναι", "\n\n", "είπε:«Α"], heads=[2, 2, 2], deps=["obj", "dep", "ROOT"])
    assert texts(found.words) == ["Ναι", "είπε", ":", "«", "Α"]
    assert found.heads[0] == 1
    assert found.words[0].dep == "obj"


def test_a_head_may_stand_before_its_word() -> None:
    assert article(["είπε", "ο", "Νίκος"], heads=[0, 2, 0], deps=["ROOT", "det", "nsubj"]).heads == [0, 2, 0]


def test_a_head_in_white_space_before_the_first_word_is_a_root() -> None:
    assert article(["\n", "Ναι"], heads=[0, 0], deps=["ROOT", "obj"]).heads == [0]


@pytest.mark.parametrize(
    ("form", "pos", "article", "case", "number"),
    [
        ("ο", "DET", "Nom", "Nom", "Sing"),
        ("Οι", "DET", "Nom", "Nom", "Plur"),
        ("τον", "DET", "Acc", "Acc", "Sing"),
        ("στις", "ADP", "Prep", "Acc", "Plur"),
        ("των", "DET", "Gen", "Gen", "Plur"),
        ("ΤΗΣ", "DET", "Gen", "Gen", "Sing"),
        ("το", "DET", "", "", "Sing"),
        # twins: the same letters, no article
        ("ή", "CCONJ", None, "", ""),
        ("το", "PRON", None, "", ""),
        ("η", "CCONJ", None, "", ""),
    ],
)
def test_articles(form: str, pos: str, article: str | None, case: str, number: str) -> None:
    (word,) = read([form], pos=[pos])
    assert (word.article, word.case, word.number) == (article, case, number)


@pytest.mark.parametrize(
    ("morph", "finite", "participle"),
    [
        ("VerbForm=Fin|Tense=Past", True, False),
        ("Person=3|Tense=Past", True, False),
        ("VerbForm=Part|Case=Nom", False, True),
        ("VerbForm=Conv", False, True),
        ("VerbForm=Inf", False, False),
        ("Case=Nom", False, False),
    ],
)
def test_verbs(morph: str, finite: bool, participle: bool) -> None:
    (word,) = read(["είπε"], pos=["VERB"], morphs=[morph])
    assert (word.finite, word.participle) == (finite, participle)


def test_a_verb_without_features_is_taken_for_finite() -> None:
    assert [word.finite for word in read(["είπε", "σπίτι"], pos=["VERB", "NOUN"])] == [True, False]


def test_the_same_form_with_other_tags_is_another_word() -> None:
    one, other = read(["δήλωση", "δήλωση"], pos=["NOUN", "VERB"], lemmas=["δήλωση", "δηλώνω"])
    assert (one.pos, other.pos) == ("NOUN", "VERB")
    assert (one.lemma, other.lemma) == ("δήλωση", "δηλώνω")
    assert (one.finite, other.finite) == (False, True)


@pytest.mark.parametrize(
    ("text", "is_word"), [("ναι", True), ("5", True), ("«", False), ("…", False), ("-", False), ("'στα", True)]
)
def test_is_word(text: str, is_word: bool) -> None:
    assert [word.is_word for word in read([text])] == [is_word]


def test_an_untagged_doc_is_read_too() -> None:
    found = article(["Ο", "Νίκος", "είπε"])
    assert [(word.pos, word.dep) for word in found.words] == [("", "")] * 3
    assert found.heads == [0, 1, 2]


def test_offsets_count_characters_beyond_the_basic_plane() -> None:
    found = article(["🙂", "Ναι", "𝕬"], spaces=[True, False, False])
    assert (found.text, found.starts, found.ends) == ("🙂 Ναι𝕬", [0, 2, 5], [1, 5, 6])


def test_an_empty_doc_has_no_words() -> None:
    assert article([]) == Article("")


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        (["στο", "Χ.", "Ο"], ["στο", "Χ", ".", "Ο"]),
        (["στο", "X."], ["στο", "X", "."]),
        # twins: an initial, and a sentence that goes on
        (["ο", "Χ.", "Παππάς"], ["ο", "Χ.", "Παππάς"]),
        (["στο", "Χ.", "ο"], ["στο", "Χ.", "ο"]),
    ],
)
def test_a_letter_that_ends_a_sentence(words: list[str], pieces: list[str]) -> None:
    assert texts(read(words)) == pieces
