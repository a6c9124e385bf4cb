"""Where on the page each record stands, and who is left out of the people."""

from __future__ import annotations

import json
from functools import cache
from typing import get_args

import pytest
import spacy
from spacy.tokens import Doc
from typer.testing import CliRunner

import eipe
from eipe.article.credits import is_credit
from eipe.article.zones import UNLISTED, find_zones
from eipe.cli import app
from eipe.spans import ZONES, ZoneName
from eipe.zoning import NAMES

KINDS = ("advert", "byline", "caption", "dateline", "headline", "list", "menu", "post", "subtitle", "tags", "teaser")
PAGE = """Πέντε ώρες σύσκεψη στο δημαρχείο για το λιμάνι
«Δεν φεύγουμε», λέει ο δήμαρχος
ΓΡΑΦΕΙ: ΜΑΡΙΑ ΛΑΜΠΡΑΚΗ
12/05/2024, 07:45
Ο Στέλιος Δήμας στο βήμα (EUROKINISSI / Τάσος Βλάχος)

Πέντε ώρες κράτησε χτες η σύσκεψη στο δημαρχείο του Βόλου. «Δεν φεύγουμε», είπε ο δήμαρχος Νίκος Παππάς. \
Και πρόσθεσε: «Θα μείνουμε εδώ».

Ελένη Ζώη @elenizoi
Εμείς θα είμαστε εκεί το πρωί
— Ελένη Ζώη (@elenizoi) May 12, 2024

Διαβάστε επίσης:
Ράλλη: «Δεν θα είμαι υποψήφια»
Άρης Λάμπρου: Πώς θα πληρωθούν τα επιδόματα
"""


@cache
def extractor(*, furniture: bool = False) -> eipe.Extractor:
    return eipe.load(furniture=furniture)


@cache
def read(text: str, *, furniture: bool = False) -> eipe.Extraction:
    return extractor(furniture=furniture).extract(text)


def zones(result: eipe.Extraction) -> dict[str, set[str]]:
    """The zones of each person's mentions, by name."""
    return {person.name: {mention.zone for mention in person.mentions} for person in result.people}


def test_every_kind_of_line_has_a_zone_of_the_records() -> None:
    assert set(NAMES) == {"text", *KINDS}
    assert set(NAMES.values()) == set(ZONES) == set(get_args(ZoneName))


def test_mentions_and_quotations_say_their_zone() -> None:
    result = read(PAGE)
    assert zones(result) == {
        "Στέλιος Δήμας": {"caption"},
        "Νίκος Παππάς": {"text"} | ({"headline"} if len(result.people[0].mentions) > 1 else set()),
        "Ελένη Ζώη": {"post"},
        "Ράλλη": {"teaser"},
    }
    found = [(quote.text, quote.zone) for quote in result.quotes]
    assert found == [
        ("Δεν φεύγουμε", "headline"),
        ("Δεν φεύγουμε", "text"),
        ("Θα μείνουμε εδώ", "text"),
        ("Δεν θα είμαι υποψήφια", "teaser"),
    ]
    mentions = [quote.speaker_mention.zone for quote in result.quotes if quote.speaker_mention]
    assert mentions == ["headline", "text", "teaser"]


def test_bylines_credits_and_teasers_name_nobody_unless_asked() -> None:
    less, more = read(PAGE), read(PAGE, furniture=True)
    assert {"Μαρία Λαμπράκη", "Τάσος Βλάχος", "Άρης Λάμπρου"} == set(zones(more)) - set(zones(less))
    assert zones(more)["Μαρία Λαμπράκη"] == {"byline"}
    said = [[(q.start, q.cue, q.confidence, str(q.speaker)) for q in result.quotes] for result in (less, more)]
    assert said[0] == said[1]
    assert less.places == more.places


def test_places_are_listed_wherever_they_stand() -> None:
    text = (
        "Πέντε ώρες σύσκεψη στο δημαρχείο για το λιμάνι\n\nΑΡΧΙΚΗ\nΚΟΙΝΩΝΙΑ\nΑΘΗΝΑ\nΠΟΛΙΤΙΚΗ\n\n"
        "Πέντε ώρες κράτησε χτες η σύσκεψη στο δημαρχείο του Βόλου και κανείς δεν έφυγε.\n\n"
        "Λεζάντα: Ο δήμαρχος στη Λάρισα\n\nΔιαβάστε επίσης:\nΣεισμός στην Κρήτη\n\nΕτικέτες: Βόλος, Ρόδος\n"
    )
    less, more = (read(text, furniture=asked).places for asked in (False, True))
    assert less == more
    where = {place.name: {mention.zone for mention in place.mentions} for place in less}
    assert "teaser" in where["Βόλος"] and len(where["Βόλος"]) == 2 and "Λάρισα" in where and "Λεζάντα" not in where
    assert where["Αθήνα"] == where["Κρήτη"] == where["Ρόδος"] == {"teaser"}


def test_a_speaker_is_always_one_of_the_people() -> None:
    result = read(PAGE)
    (quote,) = result.quotes_by("Ράλλη")
    assert quote.zone == "teaser"
    assert quote.speaker in result.people


@pytest.mark.parametrize("furniture", [False, True])
def test_ids_count_who_is_listed(furniture: bool) -> None:
    result = read(PAGE, furniture=furniture)
    for entities in (result.people, result.places, result.organizations, result.sources):
        assert [entity.id for entity in entities] == [f"{entity.type}-{n}" for n, entity in enumerate(entities, 1)]
    listed = {id(entity) for entity in result.entities}
    assert all(id(quote.speaker) in listed for quote in result.quotes)


def test_who_stands_in_the_story_too_stays_with_every_mention() -> None:
    result = read(PAGE + "Νίκος Παππάς: Ποιος είναι ο νέος δήμαρχος\n")
    assert {"text", "teaser"} <= zones(result)["Νίκος Παππάς"]


@pytest.mark.parametrize("line", ["ΓΡΑΦΕΙ: ΝΙΚΟΣ ΔΗΜΑΣ", "Γράφει ο Νίκος Δήμας, καθηγητής"])
def test_no_title_and_no_dropped_subject_means_who_signs(line: str) -> None:
    text = (
        f"Πέντε ώρες σύσκεψη στο δημαρχείο για το λιμάνι\n{line}\n\n"
        "Πέντε ώρες κράτησε χτες η σύσκεψη στο δημαρχείο και κανείς δεν έφυγε. «Θα μείνουμε εδώ», πρόσθεσε. "
        "Ο καθηγητής έφυγε νωρίς και ο ίδιος δεν μίλησε ξανά."
    )
    result = read(text, furniture=True)
    assert [(quote.text, quote.speaker) for quote in result.quotes] == [("Θα μείνουμε εδώ", None)]
    assert all(mention.zone == "byline" for person in result.people for mention in person.mentions)


def test_a_teaser_takes_no_speaker_from_the_story() -> None:
    text = PAGE + "Έκρηξη στο εργοστάσιο: «Νόμιζα ότι ήταν σεισμός»\n"
    last = read(text).quotes[-1]
    assert (last.zone, last.speaker_mention is None and last.speaker is not None) == ("teaser", False)


@pytest.mark.parametrize(
    ("line", "name", "credit"),
    [
        ("Η Ελένη Ζώη στο βήμα (EUROKINISSI / Τάσος Βλάχος)", "Τάσος", True),
        ("Η Ελένη Ζώη στο βήμα (EUROKINISSI / Τάσος Βλάχος)", "Ελένη", False),
        ("Φωτογραφία: Άννα Ρώμα", "Άννα", True),
        ("Φωτογραφία: Η Άννα Ρώμα στο βήμα", "Άννα", False),
        ("Ο Νίκος Παππάς / Eurokinissi", "Νίκος", False),
        ("[Η αίθουσα το βράδυ. Φωτογραφία: Άννα Ρώμα]", "Άννα", True),
        ("Το λιμάνι του Βόλου © Άννα Ρώμα", "Άννα", True),
        ("Λεζάντα: Ο Νίκος Παππάς", "Νίκος", False),
    ],
)
def test_a_credit_is_the_end_of_a_caption(line: str, name: str, credit: bool) -> None:
    before = "Πέντε ώρες κράτησε χτες η σύσκεψη στο δημαρχείο και κανείς δεν έφυγε ευχαριστημένος.\n\n"
    text = f"{before}{line}\n\n{before}"
    found = find_zones(text)
    assert [zone.zone for zone in found] == ["caption"]
    assert is_credit(text, found, text.index(name, len(before))) is credit
    assert not is_credit(text, found, 0)


def test_unlisted_zones_are_no_captions_and_no_posts() -> None:
    assert set(KINDS) >= UNLISTED
    assert UNLISTED.isdisjoint({"caption", "post", "list", "headline", "subtitle"})


# JSON, Docs, the command line


def test_json_has_the_zone_and_older_json_needs_none() -> None:
    result = read(PAGE)
    record = json.loads(result.to_json())
    assert eipe.Extraction.from_dict(record) == result
    assert record["quotes"][-1]["zone"] == "teaser"

    def older(value: object) -> object:
        if isinstance(value, dict):
            return {key: older(item) for key, item in value.items() if key != "zone"}
        return [older(item) for item in value] if isinstance(value, list) else value

    again = eipe.Extraction.from_dict(older(record))  # type: ignore[arg-type]
    assert {quote.zone for quote in again.quotes} == {"text"}
    record["quotes"][0]["zone"] = "footer"
    with pytest.raises(ValueError, match=r"'zone' is 'footer', not one of .*'headline'"):
        eipe.Extraction.from_dict(record)


def test_the_doc_has_the_zones_and_the_component_its_switch() -> None:
    nlp = spacy.load(eipe.pipeline.EMBEDDED)
    nlp.add_pipe("eipe", config={"furniture": True})
    doc = nlp(PAGE)
    assert doc._.eipe == read(PAGE, furniture=True)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    for name in ("eipe_mentions", "eipe_quotes"):
        assert len(again.spans[name].attrs["zones"]) == len(again.spans[name])
    kinds = dict(zip(map(str, again.spans["eipe_mentions"]), again.spans["eipe_mentions"].attrs["zones"], strict=True))
    assert (kinds["ΜΑΡΙΑ ΛΑΜΠΡΑΚΗ"], kinds["Τάσος Βλάχος"]) == ("byline", "caption")
    assert zones(eipe.load(nlp).extract(PAGE)) == zones(read(PAGE, furniture=True))


def test_a_component_that_writes_gives_what_is_asked() -> None:
    nlp = spacy.load(eipe.pipeline.EMBEDDED)
    nlp.add_pipe("eipe")
    nlp.add_pipe("sentencizer")  # behind the component, which therefore writes on the Doc
    assert zones(eipe.load(nlp, furniture=True).extract(PAGE)) == zones(read(PAGE, furniture=True))
    assert zones(eipe.load(nlp).extract(PAGE)) == zones(read(PAGE))


def test_furniture_is_true_or_false() -> None:
    with pytest.raises(TypeError, match="furniture is True or False, not 'no'"):
        eipe.load(furniture="no")  # type: ignore[arg-type]


def test_on_the_command_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("page") / "page.txt"
    file.write_text(PAGE, encoding="utf8")
    for options, wanted in (([], False), (["--furniture"], True)):
        result = CliRunner().invoke(app, ["extract", str(file), *options])
        people = {person["name"] for person in json.loads(result.stdout)["people"]}
        assert ("Μαρία Λαμπράκη" in people) is wanted


def test_rows_have_the_zone() -> None:
    from eipe.rows import quote_rows

    assert [row["zone"] for row in quote_rows(read(PAGE))] == ["headline", "text", "text", "teaser"]


# To look at


def test_what_stands_around_the_text_is_dimmed() -> None:
    page = read(PAGE).to_html(language="el")
    dimmed = {line.partition(">")[2] for line in page.split("<p") if line.startswith(' class="eipe-around"')}
    assert any("ΛΑΜΠΡΑΚΗ" in line for line in dimmed)
    assert any("υποψήφια" in line for line in dimmed)
    assert not any("Πέντε ώρες" in line for line in dimmed)
    assert 'title="λεζάντα"' in page
