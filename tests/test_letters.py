"""One article in five spellings: as printed, in capitals, in small letters, with and without accents."""

from __future__ import annotations

import pytest

import eipe
from eipe.greek.letters import strip_accents

ARTICLE = """\
Ο Κυριάκος Μητσοτάκης δήλωσε στη Θεσσαλονίκη ότι «η συμφωνία με το Βερολίνο θα εφαρμοστεί».

«Δεν θα υποχωρήσουμε», απάντησε η Ζωή Κωνσταντοπούλου από την Πάτρα. Ο Μητσοτάκης επέμεινε."""

SPELLINGS = {
    "no accents": strip_accents,
    "small letters": str.lower,
    "small letters, no accents": lambda text: strip_accents(text).lower(),
    "capitals": str.upper,
    "capitals, no accents": lambda text: strip_accents(text).upper(),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_result_is_that_of_the_printed_article(spelling: str) -> None:
    printed, other = eipe.extract(ARTICLE), eipe.extract(SPELLINGS[spelling](ARTICLE))
    assert len(printed.people) == 2 and len(printed.places) == 3 and len(printed.quotes) == 2
    for kind in ("people", "places"):
        names = [entity.name for entity in getattr(printed, kind)]
        assert [entity.name for entity in getattr(other, kind)] == names
        for one, two in zip(getattr(printed, kind), getattr(other, kind), strict=True):
            assert [(m.start, m.end) for m in one.mentions] == [(m.start, m.end) for m in two.mentions]
            # What the text says is left as it says it.
            assert all(m.text == other.text[m.start : m.end] for m in two.mentions)
    for result in (printed, other):
        speakers = [quote.speaker.name for quote in result.quotes if quote.speaker]
        assert speakers == ["Κυριάκος Μητσοτάκης", "Ζωή Κωνσταντοπούλου"]


def test_a_headline_in_capitals_over_a_printed_article() -> None:
    result = eipe.extract("ΜΗΤΣΟΤΑΚΗΣ ΣΤΗ ΘΕΣΣΑΛΟΝΙΚΗ: ΘΑ ΕΦΑΡΜΟΣΤΕΙ Η ΣΥΜΦΩΝΙΑ\n\n" + ARTICLE)
    mentions = [mention.text for mention in result.people[0].mentions]
    assert mentions == ["ΜΗΤΣΟΤΑΚΗΣ", "Κυριάκος Μητσοτάκης", "Μητσοτάκης"]
    assert [place.name for place in result.places] == ["Θεσσαλονίκη", "Βερολίνο", "Πάτρα"]
