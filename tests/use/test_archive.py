"""Many articles together: who is where, what was joined, which quotation ran in several."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest
from typer.testing import CliRunner
from use_examples import FIRE, SCHOOLS, read

import eipe
from eipe import Extraction, Mention, Person, Place, Quote, Source
from eipe.archive.identity import joined_people, may_be, place_key
from eipe.archive.repeats import THRESHOLD, content, shared
from eipe.cli import app
from eipe.quoting import own_words, speakers
from eipe.spans import ZONES

PAIRS = Path(__file__).parents[1] / "cases/same_quotes.tsv"

TOGETHER = """«Θα φύγουμε αύριο από εδώ», δήλωσαν ο Νίκος Παππάς και η Άννα Ρήγα.

Ο Πέτρος Γκίκας είπε: «Μου είπε η Άννα Ρήγα “δεν θα έρθω ποτέ ξανά” και έφυγε»."""


def pairs(half: str) -> list[list[str]]:
    _, *rows = [line.split("\t") for line in PAIRS.read_text("utf8").splitlines() if not line.startswith("#")]
    return [row for row in rows if row[1] == half]


def article(*quotes: tuple[str | None, str]) -> Extraction:
    """An extraction with these quotations, by people of these names."""
    text = " ".join(words for _, words in quotes)
    people = {
        name: Person(name=name, ascii="", latin="", id=f"person-{number}")
        for number, name in enumerate(dict.fromkeys(name for name, _ in quotes if name), start=1)
    }
    found, at = [], 0
    for name, words in quotes:
        speaker = people[name] if name else None
        end = at + len(words)
        found.append(Quote(start=at, end=end, text=words, kind="speech", speaker=speaker, rule="", confidence=1))
        at = end + 1
    return Extraction(text=text, people=tuple(people.values()), quotes=tuple(found))


@pytest.mark.parametrize(
    "names",
    [
        ("Γιάννης Παππάς", "Ιωάννης Παππάς", "Γ. Παππάς", "Νίκος Παππάς"),
        ("ΝΙΚΟΣ ΠΑΠΠΑΣ", "Νίκος Παππάς", "Νίκη Παππά"),
        ("Donald J. Trump", "Donald Trump", "Ντόναλντ Τραμπ", "Ντόναλτ Τραμπ", "Μελάνια Τραμπ"),
        ("Ζοζέ Σόουζα", "Ζωζέ Σόουζα", "Ζοάο Σόουζα"),
    ],
)
def test_names_of_one_person_are_joined_and_the_last_is_somebody_else(names: tuple[str, ...]) -> None:
    *one, other = names
    joined = joined_people(names)
    assert set(joined[one[0]]) == set(one)
    assert joined[other] == (other,)


@pytest.mark.parametrize(
    "names",
    [
        ("Γ. Ρήγας", "Γιάννης Ρήγας", "Γιώργος Ρήγας"),  # Γ. may be either
        ("Άρης Δελής", "Αριστείδης Δελής", "Αριστοτέλης Δελής"),
        ("Παππάς", "Νίκος Παππάς"),  # a surname alone is nobody's
        ("Μαρία Ρήγα", "Μάριος Ρήγας"),
    ],
)
def test_what_may_be_several_is_joined_to_none(names: tuple[str, ...]) -> None:
    assert joined_people(names) == {name: (name,) for name in names}


def test_names_that_do_not_contradict() -> None:
    assert may_be("Παππάς", "Νίκος Παππάς") and may_be("Νίκος Παππάς", "Νίκος Παππάς")
    assert not may_be("Ρήγας", "Νίκος Παππάς") and not may_be("Άρης Παππάς", "Νίκος Παππάς")


def test_countries_are_one_by_their_code() -> None:
    assert place_key("ΗΠΑ") == place_key("Ηνωμένες Πολιτείες") != place_key("Ηνωμένο Βασίλειο")
    assert place_key("Βόλος") == place_key("ΒΟΛΟΣ") != place_key("Βόλβη")


def test_people_are_one_row_an_article_and_one_sum() -> None:
    people = eipe.people([(read(FIRE), "a"), (read(SCHOOLS), "b"), (read(FIRE), "c")])
    assert [(row.id, row.name) for row in people][:2] == [("a", "Ελένη Καραγιάννη"), ("a", "Στέφανος Ζαχαρίας")]
    first = people.sums[0]
    rows = [row for row in people.rows if row.name == first.name]
    assert first.articles == len(rows) == 2
    assert first.quotes == sum(row.quotes for row in rows) and first.words == sum(row.words for row in rows)
    assert {row.zone for row in rows} == {"text"} and rows[0].entity_id.startswith("person-")
    assert "2 women" in str(people) and max(map(len, str(people).splitlines())) <= 80


def test_what_was_joined_is_shown() -> None:
    people = eipe.people(
        [article(("Ιωάννης Παππάς", "α")), article(("Γιάννης Παππάς", "β")), article(("Γ. Παππάς", "γ"))]
    )
    (one,) = people.sums
    assert one.names == ("Γ. Παππάς", "Γιάννης Παππάς", "Ιωάννης Παππάς")
    assert (one.articles, one.quotes, one.words) == (3, 3, 3) and one.name != "Γ. Παππάς"
    assert f"{one.name} = Γ. Παππάς" in str(people)


def test_places_are_one_row_an_article_and_one_sum() -> None:
    places = eipe.places([read(FIRE), read("Στις ΗΠΑ βρέχει."), read("Βρέχει στις Ηνωμένες Πολιτείες και στον Βόλο.")])
    sums = {place.name: place for place in places.sums}
    assert sums["Βόλος"].articles == 2
    assert [place.names for place in places.sums if "ΗΠΑ" in place.names] == [("ΗΠΑ", "Ηνωμένες Πολιτείες")]
    assert [row.article for row in places.rows if row.name == "Βόλος"] == [0, 2]


PAGE_OF_A_SITE = """Πέντε ώρες σύσκεψη στο δημαρχείο για το λιμάνι

ΑΡΧΙΚΗ
ΚΟΙΝΩΝΙΑ
ΑΘΗΝΑ
ΠΟΛΙΤΙΚΗ

Πέντε ώρες κράτησε χτες η σύσκεψη στο δημαρχείο του Βόλου και κανείς δεν έφυγε.

Η επόμενη σύσκεψη θα γίνει τον Μάιο, όταν θα έχουν τελειώσει τα έργα και οι ψαράδες θα έχουν πάρει απάντηση.

Λεζάντα: Ο δήμαρχος στη Λάρισα

Διαβάστε επίσης:
Σεισμός στην Κρήτη

Ετικέτες: Βόλος, Ρόδος
"""


def test_places_of_menus_tags_and_teasers_do_not_count_unless_asked() -> None:
    page = read(PAGE_OF_A_SITE)
    less, more = ({row.name: row for row in eipe.places([page], furniture=asked).rows} for asked in (False, True))
    assert set(less) == {"Βόλος", "Λάρισα"} and set(more) == {place.name for place in page.places}
    assert {"Αθήνα", "Κρήτη", "Ρόδος"} <= set(more)
    assert (less["Βόλος"].mentions, more["Βόλος"].mentions) == (1, 2)
    assert less["Βόλος"].zone == "text" and more["Ρόδος"].zone == "teaser"
    with pytest.raises(TypeError, match="furniture is True or False, not 'no'"):
        eipe.places([page], furniture="no")  # type: ignore[arg-type]


def test_a_place_stands_where_what_counts_of_it_stands() -> None:
    mentions = tuple(
        Mention(start=at, end=at + 1, text="x", zone=zone) for at, zone in ((0, "teaser"), (1, "headline"))
    )
    result = Extraction(text="xx", places=(Place(name="Χ", ascii="", latin="", id="place-1", mentions=mentions),))
    assert [(row.mentions, row.zone) for row in eipe.places([result]).rows] == [(1, "headline")]
    assert [(row.mentions, row.zone) for row in eipe.places([result], furniture=True).rows] == [(2, "teaser")]


def test_the_command_counts_places_of_menus_if_asked(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE_OF_A_SITE, encoding="utf8")
    for options, counted in (([], False), (["--furniture"], True)):
        result = CliRunner().invoke(app, ["places", str(page), *options])
        assert result.exit_code == 0, result.output
        assert "Βόλος" in result.stdout and ("Κρήτη" in result.stdout) is counted


def test_tables_as_frames() -> None:
    pytest.importorskip("pandas")
    people = eipe.people([(read(FIRE), {"id": 7, "paper": "Θεσσαλία"}), (read(SCHOOLS), {"id": 8, "paper": "Νέα"})])
    table = people.to_pandas()
    assert list(table.columns[:3]) == ["article", "id", "paper"] and list(table["id"].unique()) == [7, 8]
    assert list(people.to_pandas(sums=True)["name"]) == [one.name for one in people.sums]
    assert (
        list(eipe.people([]).to_pandas().dtypes)
        == [kind for name, kind in zip(table.columns, table.dtypes, strict=True) if name != "paper"]
        or len(eipe.people([]).to_pandas()) == 0
    )
    with pytest.raises(ValueError, match="'zone'"):
        eipe.people([(read(FIRE), {"zone": 1})]).to_pandas()


def test_a_joint_speaker_is_each_of_its_members() -> None:
    result = read(TOGETHER)
    together = result.quotes[0]
    assert isinstance(together.speaker, Source)
    assert [one.name for one in result.speakers(together)] == ["Νίκος Παππάς", "Άννα Ρήγα"]
    anna = next(one for one in result.people if one.name == "Άννα Ρήγα")
    assert together in result.quotes_by(anna) and together in result.quotes_by("Παππάς")
    rows = {row.name: row for row in eipe.people(result)}
    assert (rows["Νίκος Παππάς"].quotes, rows["Άννα Ρήγα"].quotes) == (1, 2)


def test_members_whose_names_hold_an_and() -> None:
    ministry = eipe.Organization(name="Υπουργείο Υποδομών και Μεταφορών", ascii="", latin="", id="organization-1")
    made = article(("Νίκος Παππάς", "α"), ("Άννα Ρήγα", "β"))
    name = "Νίκος Παππάς, Υπουργείο Υποδομών και Μεταφορών και Άννα Ρήγα"
    source = Source(name=name, ascii="", latin="", id="source-1")
    quote = Quote(start=0, end=1, text="α", kind="speech", speaker=source, rule="", confidence=1)
    result = Extraction(
        text=made.text, people=made.people, organizations=(ministry,), sources=(source,), quotes=(quote,)
    )
    assert speakers(quote, result) == (made.people[0], ministry, made.people[1])
    stranger = Source(name="Νίκος Παππάς και κάτοικος", ascii="", latin="")
    assert speakers(
        Quote(start=0, end=1, text="α", kind="speech", speaker=stranger, rule="", confidence=1), result
    ) == (stranger,)


def test_the_audit_counts_every_word_once() -> None:
    result = read(TOGETHER)
    audit = eipe.audit(result)
    assert audit.words == sum(own_words(result.quotes)) == 5 + 12
    words = {entry.speaker: entry.words for entry in audit}
    assert words == {"Νίκος Παππάς": 5, "Άννα Ρήγα": 10, "Πέτρος Γκίκας": 7}
    assert math.isclose(sum(entry.share for entry in audit), 1)
    assert math.isclose(audit.share(gender="f"), (2.5 + 5) / 17)


def test_the_audit_says_that_unnamed_sources_have_no_gender() -> None:
    mother = Source(name="μητέρα της", ascii="", latin="", id="source-1")
    quote = Quote(start=0, end=3, text="ναι", kind="speech", speaker=mother, rule="", confidence=1)
    unnamed = eipe.audit(Extraction(text="ναι", sources=(mother,), quotes=(quote,)))
    note = "an unnamed source counts for neither"
    assert unnamed.share(gender="f") == 0 and note in str(unnamed) and note in unnamed._repr_html_()
    assert note not in str(eipe.audit(article(("Άννα Ρήγα", "ναι"))))


def test_the_audit_joins_what_people_joins() -> None:
    audit = eipe.audit([article(("Ιωάννης Παππάς", "α")), article(("Γ. Παππάς", "β"))])
    (entry,) = audit.speakers
    assert (entry.speaker, entry.articles, entry.names) == ("Ιωάννης Παππάς", 2, ("Γ. Παππάς", "Ιωάννης Παππάς"))


def test_quotes_about_a_word_and_about_somebody() -> None:
    result = read(FIRE)
    assert [quote.text for quote in result.quotes_about("ΑΝΕΜΟΥ")] == ["Οι άνεμοι αλλάζουν κάθε ώρα"]
    assert result.quotes_about("πυρκαγιά") == ()
    person = Person(
        name="Άννα Ρήγα", ascii="", latin="", mentions=(Mention(start=0, end=5, text="Ρήγας"),), id="person-1"
    )
    quote = Quote(start=0, end=9, text="Ρήγας ναι", kind="speech", rule="", confidence=1)
    made = Extraction(text="Ρήγας ναι", people=(person,), quotes=(quote,))
    assert made.quotes_about(person) == made.quotes_about("Άννα Ρήγα") == (quote,)
    assert [(one.id, str(one)) for one in eipe.quotes_about([(result, "a")], "ώρες")] == [
        ("a", "Οι άνεμοι αλλάζουν κάθε ώρα")
    ]
    for wrong, error in (("…", ValueError), (7, TypeError)):
        with pytest.raises(error):
            result.quotes_about(wrong)  # type: ignore[arg-type]
        with pytest.raises(error):
            eipe.quotes_about([], wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("half", ["set", "report"])
def test_the_threshold_tells_same_from_different(half: str) -> None:
    rows = pairs(half)
    assert len(rows) == 30
    said_same = [shared(content(one), content(other)) >= THRESHOLD for _, _, one, other in rows]
    are_same = [kind != "different" for kind, *_ in rows]
    right = sum(said and are for said, are in zip(said_same, are_same, strict=True))
    assert 2 * right / (sum(said_same) + sum(are_same)) >= 0.95


@pytest.mark.parametrize("row", pairs("report"), ids=lambda row: row[2][:20])
def test_pairs_of_two_articles(row: list[str]) -> None:
    kind, _, one, other = row
    found = eipe.same_quotes([article(("Νίκος Παππάς", one)), article(("Παππάς", other))])
    assert (len(found) == 1) == (kind != "different")


def test_the_same_quotation_in_three_articles() -> None:
    whole = "Το λιμάνι δεν πουλιέται, ούτε ολόκληρο ούτε κομμάτι κομμάτι, και θα το ακούσουν όλοι στη συγκέντρωση"
    results = [
        (article(("Άννα Ρήγα", "Το λιμάνι δεν πουλιέται"), ("Άννα Ρήγα", whole)), "a"),
        (article((None, "θα το ακούσουν όλοι στη συγκέντρωση του λιμανιού")), "b"),
        (article(("Ρήγα", "ΤΟ ΛΙΜΑΝΙ ΔΕΝ ΠΟΥΛΙΕΤΑΙ"), ("Πέτρος Γκίκας", "Βρέχει από χθες στα νησιά")), "c"),
        (article(("Πέτρος Γκίκας", whole)), "d"),
    ]
    (found,) = eipe.same_quotes(results)
    assert (found.text, found.speaker, found.articles) == (whole, "Άννα Ρήγα", 3)
    assert [id for id, _ in found.quotes] == ["a", "a", "b", "c"]
    assert eipe.same_quotes(results[:1]) == () == eipe.same_quotes([])


def test_one_word_of_nobody_known_is_no_quotation_of_two_articles() -> None:
    short = [article((None, "νέα εποχή")), article((None, "Μια νέα εποχή ανοίγει για τα νησιά"))]
    assert eipe.same_quotes(short) == ()


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", FIRE), ("b", SCHOOLS), ("c", FIRE)):
        Path(f"{name}.txt").write_text(text, encoding="utf8")
    printed = {}
    for command in (["people"], ["places"], ["same"], ["about", "άνεμος"]):
        result = CliRunner().invoke(app, [*command, "a.txt", "b.txt", "c.txt"])
        assert result.exit_code == 0, result.output
        printed[command[0]] = result.stdout
        assert CliRunner().invoke(app, [*command, "a.txt", "c.txt", "-o", f"{command[0]}.csv"]).exit_code == 0
        assert CliRunner().invoke(app, [*command, "a.txt", "-o", "x.txt"]).exit_code == 2
    assert "Ελένη Καραγιάννη" in printed["people"] and "Βόλος" in printed["places"]
    assert "2 articles: Ελένη Καραγιάννη" in printed["same"]
    assert printed["about"].count("Οι άνεμοι αλλάζουν κάθε ώρα") == 2
    with Path("people.csv").open(encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    assert (
        len(rows) == 4 and {row["id"] for row in rows} == {"a.txt", "c.txt"} and rows[0]["name"] == "Ελένη Καραγιάννη"
    )
    assert CliRunner().invoke(app, ["people", "a.txt", "-o", "sums.csv", "--sums"]).exit_code == 0
    assert Path("sums.csv").read_text("utf-8-sig").startswith("name,latin,gender,role,articles")
    assert CliRunner().invoke(app, ["about", "!", "a.txt"]).exit_code == 2


HEADED = """«Δεν φεύγουμε από το λιμάνι», λέει ο Νίκος Παππάς

Πέντε ώρες κράτησε χτες η σύσκεψη στο δημαρχείο. «Δεν φεύγουμε από το λιμάνι», είπε ο δήμαρχος Νίκος Παππάς.

Διαβάστε επίσης:
Ράλλη: «Δεν θα είμαι υποψήφια»"""


def test_what_headlines_and_teasers_quote_may_be_left_out() -> None:
    result = read(HEADED)
    assert [quote.zone for quote in result.quotes] == ["headline", "text", "teaser"]
    assert [eipe.audit(result).quotes, eipe.audit(result, zones=["text"]).quotes] == [3, 1]
    assert [one.quotes for one in eipe.people(result, zones=("text",)).sums if one.quotes] == [1]
    assert [len(list(eipe.quotes_about(result, "λιμάνι", zones=z))) for z in (ZONES, ["text"], ["teaser"])] == [2, 1, 0]
    assert [one.articles for one in eipe.same_quotes([result, result], zones=["teaser"])] == [2]
    for zones, error in (("text", TypeError), (7, TypeError), (["body"], ValueError), ([], ValueError)):
        with pytest.raises(error, match=r"they are text, headline|some of text, headline"):
            eipe.audit(result, zones=zones)  # type: ignore[arg-type]


def test_every_command_that_counts_quotations_takes_zones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(HEADED, encoding="utf8")
    printed = {}
    for command in (["audit"], ["people"], ["same"], ["about", "υποψήφια"]):
        result = CliRunner().invoke(app, [*command, "a.txt", "b.txt", "--zones", "text"])
        assert result.exit_code == 0, result.output
        printed[command[0]] = result.stdout
        assert CliRunner().invoke(app, [*command, "a.txt", "--zones", "body"]).exit_code == 2
    assert "2 articles, 2 quotations" in printed["audit"] and "of these quoted: 0 women, 1 men" in printed["people"]
    assert printed["same"].startswith("1 quotation in") and not printed["about"]


def test_a_long_table_says_how_to_get_all() -> None:
    results = [article((f"Νίκος {chr(913 + n)}{chr(945 + m)}ρής", "ναι")) for n in range(7) for m in range(7)]
    for table, where in ((eipe.audit(results), ".speakers"), (eipe.people(results), ".sums")):
        assert "... and 9 more" in str(table) and f"(all: -o FILE.csv; in Python: {where})" in str(table)
        assert max(map(len, str(table).splitlines())) <= 80


@pytest.mark.parametrize("function", [eipe.people, eipe.places, eipe.same_quotes])
def test_wrong_results_are_named(function: object) -> None:
    with pytest.raises(TypeError, match=r"[Ee]xtraction"):
        function("text")  # type: ignore[operator]
