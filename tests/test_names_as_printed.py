"""Names as papers print them, and what looks like a name and is none. Beside each rule, where the opposite holds."""

from __future__ import annotations

import pytest
from documents import marked

from eipe.entities import Entities, find_entities
from eipe.greek.demonyms import is_demonym
from eipe.greek.short_names import contracted, is_cut_name, may_be_called, shortens


def found(text: str, label: str = "PERSON", **pos: str) -> Entities:
    return find_entities(marked(text, label, pos))


def people(text: str, **pos: str) -> list[str]:
    return [person.name for person in found(text, **pos).people]


def places(text: str, **pos: str) -> list[str]:
    return [place.name for place in found(text, "GPE", **pos).places]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a first name cut short: one person, however the tokenizer and the model part it
        ("Ο δήμαρχος [Γρ]. [Μαντάς] μίλησε.", ["Γρ. Μαντάς"]),
        ("Ο [Ευάγ]. [Σιδέρης] υπέγραψε.", ["Ευάγ. Σιδέρης"]),
        ("Μετέχει ο Κων/νος [Αρφάνης].", ["Κων/νος Αρφάνης"]),
        ("Μετέχει ο Κων/νος [Αρφάνης]. Σπάνια μιλά ο [Κώστας Αρφάνης].", ["Κώστας Αρφάνης"]),
        ("Ο [Γρ]. [Μαντάς] ήρθε. Ο [Γρηγόρης Μαντάς] έφυγε.", ["Γρηγόρης Μαντάς"]),
        ("Ο [Γρ]. [Μαντάς] ήρθε. Ο [Γιώργος Μαντάς] έφυγε.", ["Γρ. Μαντάς", "Γιώργος Μαντάς"]),
        ("Μίλησε ο Δρ.[Τέιλορ] για το εμβόλιο.", ["Τέιλορ"]),
        # glued to figures, letters, the next line
        ("Ο [Μανταλάκης] ήρθε. Κύκλοι του Μανταλάκη4/1Κλείνουν θέματα", ["Μανταλάκης"]),
        # a nickname between, written large; but a verb in marks has two beside it
        ("Ο [Τσακαλάκης] «αδειάζει» [Μανταλάκη] πάλι.", ["Τσακαλάκης", "Μανταλάκης"]),
        ("Ο [Τσακαλάκης] «Όχι» [Μανταλάκη] πάλι.", ["Τσακαλάκης", "Μανταλάκης"]),
        # numerals stay, and are no surnames
        ("Ο πάπας [Λέων] ΙΔ΄ μίλησε. Ο [Λέων] ευλόγησε.", ["Λέων ΙΔ΄"]),
        ("Ο βουλευτής Β΄ Πειραιά [Άρης Κατσαβός] διαφώνησε.", ["Άρης Κατσαβός"]),
        # a common noun that opens a headline is no first name
        ("[Πυρά Μανταλάκη] κατά της κυβέρνησης", ["Μανταλάκης"]),
        ("[Αγάπη Μανταλάκη]: το νερό τελειώνει", ["Αγάπη Μανταλάκη"]),
        # turns of an interview, months, posts
        ("Περιμένουν τον [Μάρτιο] τα έργα.", []),
        ("[norawhitlock]\nΗ [Νόρα Μαντά] γράφει.", ["Νόρα Μαντά"]),
        # families and the people of a place
        ("Οι οικογένειες [Μαντά] και [Σακκά] πενθούν.", []),
        ("Είπε ο [Μαδριλένος] μετά τον αγώνα.", []),
        ("Ο [Μανώλης Κρητικός] μίλησε. Ο [Κρητικός] έφυγε.", ["Μανώλης Κρητικός"]),
        ("Ο τυφώνας [Κατρίνα] έφτασε. Η [Κατρίνα Μαντά] έφυγε.", ["Κατρίνα Μαντά"]),
        # two spellings, two alphabets
        ("Ο [Ιωάννης Μαντάς] ήρθε. Ο [Γιάννης Μαντάς] έφυγε.", ["Ιωάννης Μαντάς"]),
        ("Ο [Ιωάννης Μαντάς] και ο [Γιάννης Μαντάς] ήρθαν.", ["Ιωάννης Μαντάς", "Γιάννης Μαντάς"]),
        (
            "Ο [Ιωάννης Μαντάς], ο [Άρης Μαντάς], ο [Γιάννης Μαντάς].",
            ["Ιωάννης Μαντάς", "Άρης Μαντάς", "Γιάννης Μαντάς"],
        ),
        ("Ο [Αθανάσιος Μαντάς] ήρθε. Ο καπετάν [Θανάσης] έφυγε.", ["Αθανάσιος Μαντάς"]),
        ("Ο [Πλάτων Κεσίδης] ήρθε. Κάλεσαν τον [Πλάτωνα Κεσίδη].", ["Πλάτων Κεσίδης"]),
        ("Ο [Τιμ Κουκ] μίλησε.\n[Tim Cook]\n@tim_cook", ["Τιμ Κουκ"]),
        ("Ο [Ντόναλντ Τραμπ] μίλησε. [Donald J. Trump] έγραφε.", ["Ντόναλντ Τραμπ"]),
        ("Ο [Νιλς Ένγκστρεμ] νίκησε.\nNils Engström\n@nils", ["Νιλς Ένγκστρεμ"]),
        ("Ο [Τζορτζ Μπους] και η [Laura Bush] γιόρτασαν.", ["Τζορτζ Μπους", "Laura Bush"]),
        ("[Φον ντερ Λάιεν]: ναι. Η [Ούρσουλα φον ντερ Λάιεν] μίλησε.", ["Ούρσουλα φον ντερ Λάιεν"]),
        # a surname that two share
        ("Το μυθιστόρημα των [Αγγελικής] και [Ρέας Χατζόγλου].", ["Αγγελική Χατζόγλου", "Ρέα Χατζόγλου"]),
        ("Ο [Άρης] και η [Λία Μανταλάκη] ήρθαν.", ["Άρης", "Λία Μανταλάκη"]),
        ("Μου το είπε η κυρα-Σοφία στο καφενείο.", ["κυρα-Σοφία"]),
    ],
)
def test_people(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Η αδελφή του 22χρονου, [Ευαγγελία], κλαίει.", "Ευαγγελία", "f"),
        ("Ο διαμεσολαβητής [Ράμπο Νουάρ] έφτασε.", "Ράμπο Νουάρ", "m"),
        ("Η κυβέρνηση [Ερντοβάν] αρνείται.", "Ερντοβάν", None),
        ("Στη λίστα: [Τζούλιο Ραμόνι], τρίτος.", "Τζούλιο Ραμόνι", "m"),
        ("Υπέγραψαν: [Τ. Τσιαπλές], πρόεδρος.", "Τ. Τσιαπλές", "m"),
        ("Η ομάδα ([Λοϊζίδου], [Σακκάς]) συμφώνησε.", "Λοϊζίδου", "f"),
        ("Η ομάδα ([Λοϊζίδου], [Σακκάς]) συμφώνησε.", "Σακκάς", "m"),
        ("Η κα.[Μελά] απάντησε.", "Μελά", "f"),
        ("Ο [Λούγο], πρόεδρος της χώρας, η [Σελμά Ρους] και άλλοι.", "Σελμά Ρους", "f"),
    ],
)
def test_gender(text: str, name: str, gender: str | None) -> None:
    assert {person.name: person.gender for person in found(text).people}[name] == gender


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what marks surround is a hall, a ship, a storm; a country is said
        ("Στο γήπεδο «[Θ. Μανταλάκης|FAC]» παίζουν.", []),
        ("Η κακοκαιρία «[Elias]» έφτασε στη [Λάρισα].", ["Λάρισα"]),
        ("Διάβασαν τη λέξη «[Ελλάδα]» δυνατά.", ["Ελλάδα"]),
        # a street is a genitive behind a woman's accusative
        ("Πορεία στη [Σταδίου] και στην [Τσιμισκή].", []),
        ("Το γραφείο είναι στην [Κηφισίας] χρόνια.", []),
        ("Οι δρόμοι της [Κορίνθου] έκλεισαν.", ["Κόρινθος"]),
        ("Ζει στη [Γεροσκήπου] από παιδί.", ["Γεροσκήπου"]),
        # universities, planets, demonyms
        ("Σπούδασε στο [ΑΠΘ] και έφυγε για το [Λονδίνο].", ["Λονδίνο"]),
        ("Η [Γη|LOC] γυρίζει.", []),
        ("Ο [Ινδός] υπουργός ήρθε.", []),
        ("Οι όχθες του [Ινδού|LOC] πλημμύρισαν.", ["Ινδός"]),
        # inside public bodies, but not inside schools and clubs
        ("Μεταφέρθηκε στο [Νοσοκομείο Λαμίας|ORG] χθες.", ["Λαμία"]),
        ("Ο [Δήμος Σητείας|ORG] απάντησε.", ["Σητεία"]),
        ("Η [Περιφέρεια Ανατολικής Μακεδονίας και Θράκης|ORG].", ["Ανατολική Μακεδονία και Θράκη"]),
        ("Το [Πανεπιστήμιο Θεσσαλονίκης|ORG] γιορτάζει.", []),
        ("Η [Ένωση Λαμίας|ORG] νίκησε.", []),
        # one region of two, two towns of one
        # towns that the model missed or took for bodies
        ("[ΔΑΜΑΣΚΟΣ] - ΚΑΪΡΟ.--\nΟι παρατηρητές ήρθαν.", ["Δαμασκός", "Κάιρο"]),
        ("Ηττήθηκε από τη [Δρέσδη|ORG].", []),
        ("Η τραγωδία των [Τεμπών|EVENT] δεν ξεχάστηκε.", ["Τέμπη"]),
        # clubs and men
        ("Ο τεχνικός του [Φάρου] μίλησε. Ο [Φάρος] νίκησε.", []),
    ],
)
def test_places(text: str, names: list[str]) -> None:
    assert places(text) == names


def test_first_names() -> None:
    assert [name for name in ("Γρ", "Ευάγ", "Παν", "Κων", "Χ", "κ", "ΝΔ", "Λι") if is_cut_name(name)] == [
        "Γρ", "Ευάγ", "Παν", "Κων", "Χ",
    ]  # fmt: skip
    assert contracted("Κων/νου") == ("Κων/νος", "m") and contracted("ΝΔ/ΚΚΕ") is None
    assert shortens("Γρ.", "Γρηγόρης") and not shortens("Γρ.", "Γιώργος")
    assert may_be_called("Κώστα", "Κωνσταντίνου") and not may_be_called("Κωνσταντίνος", "Κωνσταντίνα")


@pytest.mark.parametrize("word", ["Χιώτισσα", "Ανδαλουσιανό", "Θεσσαλοί", "Πειραιώτη", "Κρητικός", "Μαδριλένου"])
def test_demonym(word: str) -> None:
    assert is_demonym(word)


@pytest.mark.parametrize("word", ["Μητσοτάκης", "Νίκος", "Αλεξάνδρου", "Πάνος", "Ρήγας", "ΑΘΗΝΑΙΟΣ", "ντόπιος"])
def test_no_demonym(word: str) -> None:
    assert not is_demonym(word)
