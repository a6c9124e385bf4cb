"""Bodies named by words of the language: the list of printed forms tells their noun, its gender and its accent."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import marked

from eipe.entities import find_entities
from eipe.entities.document import ARTICLES
from eipe.greek.declension import nominative_name
from eipe.greek.letters import fold

TABLE = Path(__file__).parent / "cases/organizations.tsv"
CASES = [line.split("\t") for line in TABLE.read_text("utf8").splitlines()[2:]]


def named(phrase: str) -> str:
    article, *words = phrase.split()
    grammar = ARTICLES[fold(article)]
    return nominative_name(
        words, kind="organization", case=grammar.case, gender=grammar.gender, number=grammar.number, seen=()
    )


@pytest.mark.parametrize(("phrase", "name"), CASES, ids=[row[0] for row in CASES])
def test_nominative(phrase: str, name: str) -> None:
    assert named(phrase) == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        # Ταμείου has three nominatives by its ending; print knows one.
        ("του Ταχυδρομικού Ταμείου", "Ταχυδρομικό Ταμείο"),
        # A word in -ος has a form in -ο as well; a word in -ο none in -ος.
        ("του Φιλολογικού Ομίλου", "Φιλολογικός Όμιλος"),
        ("του Πολιτιστικού Κέντρου", "Πολιτιστικό Κέντρο"),
        # A genitive behind the noun stays, though it could agree with it.
        ("του Δημοτικού Ωδείου Βόλου", "Δημοτικό Ωδείο Βόλου"),
        ("της Φιλαρμονικής Ορχήστρας Πάτρας", "Φιλαρμονική Ορχήστρα Πάτρας"),
        # A house called by the learned genitive of its owner, but a club by his name.
        ("του Μαξίμου", "Μαξίμου"),
        ("του Άρη", "Άρης"),
        # Two adjectives joined; a noun joined to another is no adjective of it.
        ("του Εθνικού και Καποδιστριακού Πανεπιστημίου", "Εθνικό και Καποδιστριακό Πανεπιστήμιο"),
        ("του Συλλόγου Γονέων και Κηδεμόνων", "Σύλλογος Γονέων και Κηδεμόνων"),
        ("του Υπουργείου Υποδομών και Μεταφορών", "Υπουργείο Υποδομών και Μεταφορών"),
        # An adjective in -ικός that print need not know.
        ("του Πανθεσσαλικού Συλλόγου Τυφλών", "Πανθεσσαλικός Σύλλογος Τυφλών"),
        # Letters in a word are no ending.
        ("του ΜέΡΑ25", "ΜέΡΑ25"),
        # A nominative wherever it stands; genitives in -ος are others.
        ("της Ελληνικός Μόλυβδος", "Ελληνικός Μόλυβδος"),
        ("του Ιδρύματος της Βουλής", "Ίδρυμα της Βουλής"),
        # What print does not know is left to its ending.
        ("του Ζαρμπούκοβιτς", "Ζαρμπούκοβιτς"),
    ],
)
def test_rule(phrase: str, name: str) -> None:
    assert named(phrase) == name


def test_the_article_before_a_mark_is_the_name_s() -> None:
    result = find_entities(marked("Μίλησε ο διευθυντής του «[Έθνους]» και η «[Αυγή]» της Πάτρας.", label="ORG"))
    assert [body.name for body in result.organizations] == ["Έθνος", "Αυγή"]


def test_a_letter_that_is_a_name_ends_before_its_point() -> None:
    result = find_entities(marked("Ο [Νίκος Παππάς|PERSON] έγραψε στο [Χ.] Ο [Μορό|PERSON] γέλασε.", label="ORG"))
    assert [body.name for body in result.organizations] == ["Χ"]
    assert [mention.text for mention in result.organizations[0].mentions] == ["Χ"]
