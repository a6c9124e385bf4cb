"""Words of a user's own: what their file may hold, what is said of a wrong one, and what each kind does."""

from __future__ import annotations

import multiprocessing
import pickle
import warnings
from functools import cache
from pathlib import Path

import pytest
import spacy

import eipe
from eipe.greek.conjugation import forms
from eipe.greek.letters import fold
from eipe.greek.principal_parts import principal_parts
from eipe.lexicon.own_words import KINDS, parse
from eipe.quotes.cues import lexicon
from eipe.vocabulary import check_words

SHOUTED = "«Δεν φεύγω», βροντοφώναξε ο Νίκος Παππάς."
NICKNAMED = "Ο Ιάσονας Μαυρίδης ήρθε χθες. «Θα νικήσουμε», είπε ο Τζέισον στους φίλους του."
HOUSE = "Στο Σπίτι με φως μένουν δέκα παιδιά. Η εκδήλωση του Σπιτιού με φως πέτυχε, λένε από το ΣΜΦ."
COLD = "Κρύο στο Κάτω Νευροκόπι. Στη Σιβηρία της Ελλάδας χιονίζει από χθες."
ROWS = (
    "# My words",
    "",
    "cue\tβροντοφωνάζω",
    "cue_noun\tμπηχτή\tμπηχτή μπηχτές",
    "cue_phrase\tρίχνω σπόντα\tέριξε έριξαν\tσπόντα",
    "demonym\tΓαλαξιδιώτης\tΓαλαξιδιώτισσα",
    "organization\tΣπίτι με φως\tΣΜΦ",
    "person\tΙάσονας Μαυρίδης\tΤζέισον, Μαυρίδης",
    "place\tΚάτω Νευροκόπι\tΣιβηρία της Ελλάδας",
    "title\tμουχτάρης\tμουχτάρισσα",
)


@cache
def plain() -> eipe.Extractor:
    return eipe.load()


@cache
def own() -> eipe.Extractor:
    return eipe.load(words=ROWS)


def told(result: eipe.Extraction) -> list[tuple[str, str]]:
    return [(str(quote.speaker), str(quote.cue)) for quote in result.quotes]


# --- the verbs


@pytest.mark.parametrize(
    ("lemma", "right"),
    [
        ("βροντοφωνάζω", "βροντοφωνάζει βροντοφώναξε βροντοφώναξαν βροντοφωνάξει βροντοφωνάζοντας"),
        ("τουιτάρω", "τουιτάρει τουίταρε τουιτάροντας"),
        ("αποκαλώ", "αποκαλεί αποκάλεσε αποκαλέσει αποκλήθηκε"),
        ("υπογράφω", "υπογράφει υπέγραψε υπογράψει"),
        ("ουρλιάζω", "ούρλιαξε ουρλιάξει"),
        ("σκούζω", "έσκουξε σκούξει"),
        ("καυχιέμαι", "καυχήθηκε"),
    ],
)
def test_a_verb_finds_its_forms(lemma: str, right: str) -> None:
    assert {fold(form) for form in right.split()} <= set(forms(principal_parts(lemma)))


def test_the_parts_of_the_package_s_verbs_are_mostly_found() -> None:
    from eipe.lexicon.table import records

    verbs = [row for row in records("cue_verbs") if row["aorist"] and not row["subjunctive"]]
    made = [principal_parts(row["lemma"]).aorist == fold(row["aorist"]) for row in verbs]
    assert sum(made) > 0.85 * len(made)


def test_a_verb_without_a_known_aorist_says_so() -> None:
    with pytest.warns(eipe.EipeWarning, match=r"words\[0\]: no rule makes the aorist of ψάλλω"):
        found = check_words(["cue\tψάλλω"])
    assert fold("ψάλλει") in lexicon((), found).words
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert check_words(found) == found
        assert check_words(["cue\tψάλλω\tέψαλε"]).rows[0]["aorist"] == "έψαλε"
        check_words(["cue\tψάλλω\t-"])


# --- the file


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("cue τουιτάρω", "no tab in 'cue τουιτάρω'"),
        ("cues\tτουιτάρω", "not with 'cues'; 'cue', perhaps"),
        ("cue\t", "cue without its cell 'lemma'"),
        ("cue\ttweet", "'tweet' is no Greek verb"),
        ("cue\tτουιτάρω\t\t\t\t\t\tshout", "class is 'shout', not one of adjacent, judge, say, turn, urge"),
        ("person\tΆννα Ρήγα\t\tx", "gender is 'x', not one of f, m"),
        ("person\tΆννα Ρήγα\t\tf\tm", "4 cells behind 'person', which has 3: name, also, gender"),
        ("demonym\tΓαλαξιδιώτης", "demonym without its cell 'woman'"),
        ("title\tμουχτάρης\t\tmayr", "class is 'mayr', which no title of eipe has; 'mayor'"),
    ],
)
def test_a_wrong_row_is_told_with_file_and_line(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "my.tsv"
    path.write_text(f"# Mine\ncue\tποστάρω\n{row}\n", encoding="utf8")
    with pytest.raises(ValueError) as caught:
        check_words(path)
    assert str(caught.value).startswith(f"{path}:3: ") and problem in str(caught.value)


def test_every_wrong_row_is_told_and_no_name_has_two_owners() -> None:
    with pytest.raises(ValueError) as caught:
        parse(["x\ty", "person\tΆννα Ρήγα\tΡήγα", "person\tΕύα Ρήγα\tΡήγα"])
    first, second = str(caught.value).splitlines()
    assert first.startswith("words[0]: ") and second == "words[2]: person 'Ρήγα' stands in words[1] already"
    with pytest.raises(ValueError, match="and 5 more"):
        parse(["x\ty"] * 15)


def test_a_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no file 'none\.tsv' with words"):
        check_words("none.tsv")
    (tmp_path / "old.tsv").write_bytes("cue\tποστάρω\ncue\tτουιτάρω".encode("cp1253"))
    with pytest.raises(ValueError, match=r"old\.tsv:1: not UTF-8"):
        check_words(tmp_path / "old.tsv")
    for wrong in (5, {"cue": "ποστάρω"}, b"cue", [5]):
        with pytest.raises(TypeError, match="words"):
            check_words(wrong)


def test_windows_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "my.tsv"
    path.write_bytes(b"\xef\xbb\xbf" + "cue\tποστάρω\r\nperson\tΆννα  Ρήγα\t\t\r\n".encode())
    assert check_words(path).lines() == ["cue\tποστάρω\tποσταρε\t\t\t\t\tsay", "person\tΆννα Ρήγα"]


def test_rows_are_the_same_when_they_are_read_again() -> None:
    found = check_words(ROWS)
    assert {row.kind for row in found.rows} == set(KINDS)
    again = check_words(found.lines())
    assert again.lines() == found.lines() and pickle.loads(pickle.dumps(found)) == found


# --- what they do


def test_a_cue() -> None:
    assert [quote.cue.lemma for quote in own().extract(SHOUTED).quotes if quote.cue] == ["βροντοφωνάζω"]


def test_a_cue_phrase() -> None:
    text = "Ο Νίκος Παππάς έριξε σπόντα για «χαμένα χρόνια»."
    assert ("Νίκος Παππάς", "έριξε σπόντα") in told(own().extract(text))
    assert ("Νίκος Παππάς", "έριξε σπόντα") not in told(plain().extract(text))


def test_a_cue_noun() -> None:
    words = lexicon((), check_words(ROWS)).words
    assert words[fold("μπηχτές")] == ("μπηχτή", "noun", "noun") and fold("μπηχτές") not in lexicon().words


def test_a_person_with_second_names_is_one() -> None:
    assert len(plain().extract(NICKNAMED).people) == 2
    (person,) = own().extract(NICKNAMED).people
    assert (person.name, [str(mention) for mention in person.mentions]) == (
        "Ιάσονας Μαυρίδης",
        ["Ιάσονας Μαυρίδης", "Τζέισον"],
    )
    assert told(own().extract(NICKNAMED)) == [("Ιάσονας Μαυρίδης", "είπε")]


def test_somebody_else_of_a_second_name_is_somebody_else() -> None:
    text = "«Έρχομαι», είπε η Εύα Μαυρίδη. Ο Πέτρος Μαυρίδης έφυγε. «Μένω», απάντησε η Μαυρίδη."
    names = [person.name for person in own().extract(text).people]
    assert names == ["Εύα Μαυρίδη", "Πέτρος Μαυρίδης"]
    longer = [person.name for person in own().extract("«Έρχομαι», είπε ο Τζέισον Μπορν.").people]
    assert longer == ["Τζέισον Μπορν"]


def test_an_organization_is_found_in_every_case_and_by_its_letters() -> None:
    (body,) = own().extract(HOUSE).organizations
    assert body.name == "Σπίτι με φως"
    assert [str(mention) for mention in body.mentions] == ["Σπίτι με φως", "Σπιτιού με φως", "ΣΜΦ"]


def test_a_common_noun_is_no_name() -> None:
    assert own().extract("Το σπίτι με φως έχει ζωή.").organizations == ()


def test_a_place_with_a_second_name_is_one() -> None:
    assert len(plain().extract(COLD).places) > 1
    (place,) = own().extract(COLD).places
    assert (place.name, place.kind, len(place.mentions)) == ("Κάτω Νευροκόπι", "gpe", 2)


def test_a_title_is_a_role_and_stands_for_who_has_it() -> None:
    text = "Ο μουχτάρης Νίκος Παππάς ήρθε. Ο μουχτάρης είπε στη μουχτάρισσα Άννα Ρήγα ότι «όλα είναι έτοιμα»."
    assert [person.roles for person in plain().extract(text).people] == [(), ()]
    first, second = own().extract(text).people
    assert (first.roles, second.roles) == (("μουχτάρης",), ("μουχτάρισσα",))
    assert [mention.kind for mention in first.mentions] == ["name", "nominal"]


def test_a_title_of_a_class_of_eipe_s_is_one_of_it() -> None:
    text = "Ο μουχτάρης Νίκος Παππάς ήρθε. Ο δήμαρχος έφυγε νωρίς."
    alike = eipe.load(plain_pipeline(), words=["title\tμουχτάρης\tμουχτάρισσα\tmayor"]).extract(text)
    assert [len(person.mentions) for person in alike.people] == [2]
    assert [len(person.mentions) for person in own().extract(text).people] == [1]


def plain_pipeline() -> spacy.Language:
    return spacy.load(eipe.pipeline.EMBEDDED)


def test_a_demonym_is_nobody_s_name_but_a_surname() -> None:
    text = "«Δεν έχουμε νερό», είπε ο Γαλαξιδιώτης στους δημοσιογράφους."
    assert plain().extract(text).people and not own().extract(text).people
    assert [person.name for person in own().extract(f"Ήρθε ο Νίκος Γαλαξιδιώτης. {text}").people] == [
        "Νίκος Γαλαξιδιώτης"
    ]


# --- where they do it


def test_two_extractors_keep_their_words_apart() -> None:
    texts = [SHOUTED, NICKNAMED, HOUSE, COLD]
    before = [plain().extract(text) for text in texts]
    mine = [own().extract(text) for text in texts]
    assert [plain().extract(text) for text in texts] == before
    assert [own().extract(text) for text in texts] == mine
    assert all(one != other for one, other in zip(before, mine, strict=True))


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_two_processes_have_them(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system does not {method}")
    before = multiprocessing.get_start_method()
    multiprocessing.set_start_method(method, force=True)
    try:
        texts = [SHOUTED, NICKNAMED, HOUSE, COLD]
        assert list(own().pipe(texts, n_process=2, batch_size=1)) == [own().extract(text) for text in texts]
    finally:
        multiprocessing.set_start_method(before, force=True)


def test_a_component_has_them_and_a_saved_pipeline_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "my.tsv"
    path.write_text("\n".join(ROWS), encoding="utf8")
    nlp = plain_pipeline()
    nlp.add_pipe("eipe", config={"words": str(path)})
    assert nlp(NICKNAMED)._.eipe == own().extract(NICKNAMED)
    own().nlp.to_disk(tmp_path / "mine")
    assert eipe.load(tmp_path / "mine").extract(HOUSE) == own().extract(HOUSE)


def test_a_pipeline_with_other_words_is_refused() -> None:
    assert eipe.load(own().nlp, words=ROWS).extract(COLD) == own().extract(COLD)
    with pytest.raises(ValueError, match="with other words already"):
        eipe.load(own().nlp, words=["cue\tποστάρω"])
