"""Which words belong to which mention."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from eipe.quotes.sources import Sources
from eipe.quotes.words import read_words
from eipe.records import Mention, Place

NLP = spacy.blank("el")


def place(text: str, name: str) -> Place:
    start = text.index(name)
    mention = Mention(start=start, end=start + len(name), text=name, kind="name")
    return Place(name=name, ascii="", latin="", mentions=(mention,), kind="gpe")


def named(words: list[str], *names: str) -> list[str]:
    doc = Doc(NLP.vocab, words=words)
    article = read_words(doc)
    sources = Sources(article, [place(doc.text, name) for name in names])
    entities = [sources.at(word)[0] for word in article.words]
    return [entity.name if entity is not None else "" for entity in entities]


def test_the_words_of_a_mention_know_it() -> None:
    assert named(["Η", "Νέα", "Υόρκη", "είπε", "στη", "Βόννη"], "Νέα Υόρκη", "Βόννη") == [
        *("", "Νέα Υόρκη", "Νέα Υόρκη"),
        *("", "", "Βόννη"),
    ]


def test_a_word_that_holds_two_names_belongs_to_the_first() -> None:
    assert named(["Βόλος-Πάτρα", "δύο", "ώρες"], "Βόλος", "Πάτρα") == ["Βόλος", "", ""]


def test_the_body_speaks_and_not_its_town() -> None:
    whole = "Νοσοκομείο Λαμίας"
    assert named(["Το", "Νοσοκομείο", "Λαμίας", "ανακοίνωσε"], "Λαμίας", whole) == ["", whole, whole, ""]


def test_a_word_is_named_in_one_article_and_not_in_the_next() -> None:
    assert named(["Πάτρα", "Πάτρα"], "Πάτρα") == ["Πάτρα", ""]
    assert named(["Πάτρα"]) == [""]
