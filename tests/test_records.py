"""The records: frozen, slotted, equal by value, hashable, picklable."""

from __future__ import annotations

import dataclasses
import pickle

import pytest

import eipe
from eipe import Cue, Extraction, Mention, Organization, Person, Place, Provenance, Quote, Source, Span

TEXT = "«Θα έρθω», είπε ο Νίκος Παππάς. Ο Παππάς ήταν στην Αθήνα."
NIKOS = Person(
    name="Νίκος Παππάς",
    ascii="Nikos Pappas",
    latin="Nikos Pappas",
    mentions=(Mention(start=18, end=30, text="Νίκος Παππάς"), Mention(start=34, end=40, text="Παππάς")),
    id="person-1",
    gender="m",
    roles=("υπουργός",),
)
ATHENS = Place(
    name="Αθήνα",
    ascii="Athena",
    latin="Athina",
    mentions=(Mention(start=51, end=56, text="Αθήνα"),),
    id="place-1",
)
QUOTE = Quote(
    start=1,
    end=8,
    text="Θα έρθω",
    kind="speech",
    cue=Cue(start=11, end=15, text="είπε", lemma="λέω"),
    speaker=NIKOS,
    speaker_mention=Mention(start=18, end=30, text="Νίκος Παππάς"),
    rule="inverted+behind",
    confidence=0.9,
)
MADE = Provenance(version="0.1.0", model="el_mine-1.0.0")
EXTRACTION = Extraction(text=TEXT, people=(NIKOS,), places=(ATHENS,), quotes=(QUOTE,), provenance=MADE)
RECORDS = [Span(start=0, end=1, text="«"), NIKOS.mentions[0], QUOTE.cue, NIKOS, ATHENS, QUOTE, MADE, EXTRACTION]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
class TestRecord:
    def test_is_frozen(self, record: object) -> None:
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, dataclasses.fields(record)[0].name, "x")  # type: ignore[arg-type]

    def test_has_slots(self, record: object) -> None:
        assert not hasattr(record, "__dict__")

    def test_is_equal_by_value_and_hashable(self, record: object) -> None:
        again = dataclasses.replace(record)  # type: ignore[type-var]
        assert again == record and again is not record
        assert hash(again) == hash(record)
        assert len({again, record}) == 1

    def test_is_picklable(self, record: object) -> None:
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(record, protocol)) == record

    def test_takes_keywords_only(self, record: object) -> None:
        with pytest.raises(TypeError):
            type(record)(0, 1, "x")


def test_kinds_of_entity_are_told_apart() -> None:
    fields = {"name": "Α", "ascii": "A", "latin": "A"}
    kinds = (Person, Place, Organization, Source)
    assert len({kind(**fields) for kind in kinds}) == 4
    assert [kind.type for kind in kinds] == ["person", "place", "organization", "source"]


def test_two_of_one_name_are_told_apart_by_their_ids() -> None:
    other = dataclasses.replace(NIKOS, id="person-2")
    quotes = (QUOTE, dataclasses.replace(QUOTE, speaker=other))
    extraction = Extraction(text=TEXT, people=(NIKOS, other), quotes=quotes)
    assert extraction.quotes_by(NIKOS) == quotes[:1] and extraction.quotes_by(other) == quotes[1:]
    assert extraction.quotes_by("Παππάς") == quotes


def test_who_has_found_it_makes_no_difference() -> None:
    again = dataclasses.replace(EXTRACTION, provenance=Provenance(version="9.0.0", model="el_other-2.0.0"))
    assert again == EXTRACTION and hash(again) == hash(EXTRACTION)


def test_str_is_the_name_or_the_text() -> None:
    assert (str(NIKOS), str(QUOTE)) == ("Νίκος Παππάς", "Θα έρθω")


def test_entities_come_in_the_order_of_their_kinds() -> None:
    assert EXTRACTION.entities == (NIKOS, ATHENS)


@pytest.mark.parametrize("who", [NIKOS, "Νίκος Παππάς", "παππας", "ΠΑΠΠΆΣ", "Παππάς Νίκος", "Παππα\u0301ς", "PAPPAS"])
def test_quotes_by(who: str | Person) -> None:
    assert EXTRACTION.quotes_by(who) == (QUOTE,)


@pytest.mark.parametrize("who", [ATHENS, "Παπ", "Παππάς Γιώργος", "", " "])
def test_quotes_by_nobody(who: str | Place) -> None:
    assert EXTRACTION.quotes_by(who) == ()


def speaks(number: int, name: str, latin: str, *mentions: str) -> Quote:
    """A quotation of a person who is named so."""
    person = Person(
        name=name,
        ascii=f"ascii{number}",
        latin=latin,
        mentions=tuple(Mention(start=0, end=len(text), text=text) for text in mentions),
    )
    return Quote(start=number, end=number + 1, text="ν", kind="speech", speaker=person, rule="", confidence=1)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("pappas", [0]),  # in Latin letters
        ("Nikos Pappas", [0]),
        ("Νίκου Παππά", [0]),  # the case of a mention
        ("Νίκου Παππάς", []),  # that no mention has
        ("Παππά", [1]),  # the name of a woman before the genitive of a man
        ("Δελή", [2, 3]),  # two whose names stand so in the text
        ("delis", [2, 3]),
        ("ascii3", [3]),
        ("πρόεδρος", []),  # how somebody is called is no name
        ("Ρωσίας", []),
    ],
)
def test_quotes_by_a_name_in_latin_letters_or_in_another_case(name: str, found: list[int]) -> None:
    nominal = Mention(start=0, end=16, text="πρόεδρος της Ρωσίας", kind="nominal")
    quotes = (
        speaks(0, "Νίκος Παππάς", "Nikos Pappas", "Νίκος Παππάς", "Νίκου Παππά", "Παππά"),
        speaks(1, "Άννα Παππά", "Anna Pappa", "Άννα Παππά"),
        speaks(2, "Μάρκος Δελής", "Markos Delis", "Μάρκο Δελή"),
        speaks(3, "Πέτρος Δελής", "Petros Delis", "Πέτρου Δελή"),
    )
    president = dataclasses.replace(quotes[0].speaker, mentions=(*quotes[0].speaker.mentions, nominal))  # type: ignore
    quotes = (dataclasses.replace(quotes[0], speaker=president), *quotes[1:])
    assert [quote.start for quote in Extraction(text="νννν", quotes=quotes).quotes_by(name)] == found


def test_quotes_by_refuses_what_is_no_name() -> None:
    with pytest.raises(TypeError, match="not int"):
        EXTRACTION.quotes_by(7)  # type: ignore[arg-type]


def test_all_is_sorted_and_complete() -> None:
    assert sorted(eipe.__all__) == eipe.__all__
    for name in eipe.__all__:
        assert getattr(eipe, name) is not None
