"""ο 34χρονος, ο Ρουμάνος: people called by their age or their nation alone, and when that says nothing."""

from __future__ import annotations

import pytest
from documents import marked

from eipe.entities import find_entities

NOUNS = dict.fromkeys(("μέρα", "κατάταξη"), "NOUN")
VERBS = dict.fromkeys(("ήρθε", "έφυγε", "φώναξε", "είδε", "ομολόγησε", "συνελήφθη", "μίλησε", "έμεινε"), "VERB") | NOUNS


def nominals(text: str) -> dict[str, list[str]]:
    people = find_entities(marked(text, pos=VERBS)).people
    return {person.name: [m.text for m in person.mentions if m.kind == "nominal"] for person in people}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Ο 34χρονος [Νίκος Παππάς] συνελήφθη. Ο ταξίαρχος [Άρης Μελάς] μίλησε. Ο 34χρονος ομολόγησε.", "34χρονος"),
        ("Ο [Λικ Μορό] ήρθε. Ο Γάλλος φώναξε.", "Γάλλος"),
        ("Ο Γάλλος πρόεδρος [Λικ Μορό] ήρθε. Ο [Παππάς] έφυγε. Ο Γάλλος φώναξε.", "Γάλλος"),
        # at home somebody with a Greek first name is meant
        ("Η [Άννα Μελά] μίλησε. Ο [Λικ Μορό] έφυγε. Η Ελληνίδα καθηγήτρια φώναξε.", "Ελληνίδα καθηγήτρια"),
        ("Ο [Άρης Μελάς] ήρθε. Ο [Λικ Μορό] μίλησε. Ο Έλληνας υπουργός φώναξε.", "Έλληνας υπουργός"),
        # a kind of doctor is a doctor
        ("Ο καρδιολόγος [Άρης Μελάς] ήρθε. Η [Άννα Δελή] έφυγε. Ο γιατρός φώναξε.", "γιατρός"),
        # nobody was said to be 38 before
        ("Ένας διασώστης, ο [Άρης Μελάς], ήρθε. Ο 38χρονος μίλησε.", "38χρονος"),
        ("Στη [Λουίζ Μορό] έδωσαν το βραβείο. Ο [Λικ Μορό] ήρθε. Η 53χρονη μίλησε.", "53χρονη"),
        # two of one trade, of whom the nearer did nothing
        ("Ο ράπερ [Λικ Μορό] ήρθε. Είδαν τον ράπερ [Ζαν Ντιμά]. Ο ράπερ φώναξε.", "ράπερ"),
        # the only man so far, though he was no subject
        ("Τον [Λικ Μορό] είδε η [Λουίζ Μορό]. Ο ηθοποιός μίλησε.", "ηθοποιός"),
        ("Η [Ρένα Μελά] και η [Τούλα Δελή] ήρθαν. Βράδιασε. Μίλησε η πρώτη.", "πρώτη"),
        # in the company of herself
        ("Η [Άννα Μελά] μίλησε, με την πρόεδρο να γελά.", "πρόεδρο"),
        # a foreigner who spoke last, though another man was named before
        (
            "Ο [Λικ Μορό] μίλησε. Η [Άννα Μελά] είδε τον [Ζαν Ντιμά]. Ο [Λικ Μορό] έφυγε. Ο Γάλλος προπονητής φώναξε.",
            "Γάλλος προπονητής",
        ),
        ("Ο [Νίκος Παππάς] άσκησε κριτική. Ο πρώην πρωθυπουργός φώναξε.", "πρώην πρωθυπουργός"),
        (
            "Ο [Λικ Μορό] μίλησε για τον [Ζαν Ντιμά]. Ο αρχηγός του σωματείου πρόσθεσε ότι φεύγει.",
            "αρχηγός του σωματείου",
        ),
        # a first name that is Greek only in the accusative
        ("Ο [Μάρκο Κοβάλ] μίλησε. Ο Γάλλος φώναξε.", "Γάλλος"),
        # one may have held two offices
        (
            "Ο πρώην πρωθυπουργός [Λικ Μορό] μίλησε. Ο πρώην πρόεδρος του σωματείου φώναξε.",
            "πρώην πρόεδρος του σωματείου",
        ),
        # the other is no Frenchman
        ("Ο [Λικ Μορό] είδε τον Ουκρανό πρόεδρο [Ιβάν Κοβάλ]. Ο Γάλλος πρόεδρος μίλησε.", "Γάλλος πρόεδρος"),
    ],
)
def test_who_is_told(text, mention):
    found = nominals(text)
    assert [name for name, mentions in found.items() if mention in mentions] == [next(iter(found))]


@pytest.mark.parametrize(
    "text",
    [
        # an officer was subject before, but nobody said how old he is
        "Ο ταξίαρχος [Άρης Μελάς] μίλησε. Ο 34χρονος ομολόγησε.",
        "Ο 43χρονος [Άρης Μελάς] μίλησε. Ο 34χρονος ομολόγησε.",
        # the 38χρονος of the headline is somebody else
        "Συνελήφθη 38χρονος\n\nΟ [Άρης Μελάς] ήρθε. Ο 38χρονος μίλησε.",
        # somebody else's kin, who is new
        "Η [Σάρα Μορό] μίλησε. Η σύντροφός του φώναξε.",
        # more is said of whom is meant than of the name
        "Ο παίκτης [Λικ Μορό] έφυγε. Ο παίκτης με την καλύτερη κατάταξη έφυγε.",
        "Ο αρχηγός [Λικ Μορό] μίλησε. Όπως ο [Ζαν Ντιμά], ο αρχηγός το 1999, έφυγε.",
        # a predicate, an adjective
        "Ο [Λικ Μορό] μίλησε. Ο πληθυσμός έμεινε ο ίδιος.",
        "Η [Λουίζ Μορό] και η [Σάρα Ντιμά] ήρθαν. Πήραν την πρώτη της μέρα.",
        # two Frenchmen
        "Ο [Λικ Μορό] ήρθε. Στον [Ζαν Ντιμά] έδωσαν βραβείο. Ο Γάλλος φώναξε.",
        # whoever holds an office is called by it
        "Ο πρύτανης [Άρης Μελάς] μίλησε. Ο 58χρονος καθηγητής φώναξε.",
        "Ο πρύτανης [Άρης Μελάς] μίλησε. Ο 58χρονος φώναξε.",
        # either of them
        "Ο [Άρης Μελάς] ήρθε. Στον [Νίκο Παππά] έδωσαν βραβείο. Ο 38χρονος μίλησε.",
        "Ο [Λικ Μορό] ήρθε. Ο [Νίκος Παππάς] μίλησε. Ο επιχειρηματίας φώναξε.",
        # ... if there is one, and no more
        "Ο [Άρης Μελάς] είδε τον [Νίκο Παππά]. Ο Έλληνας υπουργός φώναξε.",
        # one kind of doctor is not the other
        "Ο καρδιολόγος [Άρης Μελάς] ήρθε. Ο ψυχίατρος φώναξε.",
        # no Greek name
        "Η [Λουίζ Μορό] μίλησε. Ο [Λικ Μορό] έφυγε. Η Ελληνίδα καθηγήτρια φώναξε.",
        # he was one; he is one; either of them
        "Ο πρώην πρωθυπουργός [Λικ Μορό] μίλησε. Ο πρωθυπουργός φώναξε.",
        "Ο πρωθυπουργός [Λικ Μορό] μίλησε. Ο πρώην πρωθυπουργός φώναξε.",
        "Ο [Λικ Μορό] μίλησε για τον [Ζαν Ντιμά]. Ο πρώην υπουργός φώναξε.",
        # either of them
        "Η [Άννα Μελά] είδε την [Μαρία Δελή], με την πρόεδρο να γελά.",
        "Η [Άννα Μελά] μίλησε με την πρόεδρο.",
        # a Greek first name
        "Ο [Νίκος Παππάς] μίλησε. Ο Γάλλος φώναξε.",
        # either of them
        "Ο [Λικ Μορό] είδε τον [Ζαν Ντιμά]. Ο Γάλλος φώναξε.",
        # anybody
        "Ο Έλληνας πρόεδρος [Λικ Μορό] μίλησε. Ο Έλληνας φώναξε.",
        "Ο [Νίκος Παππάς] μίλησε για τον [Άρη Μελά]. Ο αρχηγός του σωματείου φώναξε.",
        # a woman, whatever the article of her office
        "Ο περιφερειάρχης [Σοφία Μελά] ήρθε. Ο τομεάρχης του σωματείου φώναξε.",
        # another country
        "Ο Γάλλος πρόεδρος [Λικ Μορό] μίλησε. Ο Ρουμάνος φώναξε.",
    ],
)
def test_who_is_not_told_stays_open(text):
    assert not any(nominals(text).values())


def test_neither_is_a_role():
    person = find_entities(marked("Ο 34χρονος [Νίκος Παππάς] συνελήφθη.", pos=VERBS)).people[0]
    assert person.roles == () and person.gender == "m"
