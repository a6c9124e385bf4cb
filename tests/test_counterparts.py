"""ο Τούρκος ομόλογός του: one of the commonest phrases of diplomacy, and twins that it must leave alone."""

from __future__ import annotations

import pytest
from documents import marked

from eipe.entities import find_entities
from eipe.greek.letters import leans


def nominals(text: str) -> dict[str, list[str]]:
    people = find_entities(marked(text)).people
    return {person.name: [m.text for m in person.mentions if m.kind == "nominal"] for person in people}


MET = "Ο υπουργός Εξωτερικών [Γιώργος Παππάς] είδε τον Τούρκο ομόλογό του [Χακάν Οζντέμ]. "


def test_the_counterpart_has_the_office_in_his_own_country():
    assert nominals(MET + "Ο Τούρκος υπουργός Εξωτερικών έφυγε.") == {
        "Γιώργος Παππάς": [],
        "Χακάν Οζντέμ": ["Τούρκος υπουργός Εξωτερικών"],
    }


def test_and_no_other_office_and_no_other_country():
    for other in ("Ο Τούρκος πρόεδρος", "Ο Τούρκος υπουργός Παιδείας", "Ο Βούλγαρος υπουργός Εξωτερικών"):
        assert nominals(MET + f"{other} έφυγε.")["Χακάν Οζντέμ"] == []


def test_an_office_with_a_country_is_enough():
    text = "Ο Γάλλος πρόεδρος [Λικ Μορό] ήρθε. Ο [Νίκος Παππάς] ήρθε. Ο Γάλλος ομόλογός του έφυγε."
    assert nominals(text) == {"Λικ Μορό": ["Γάλλος ομόλογός του"], "Νίκος Παππάς": []}


@pytest.mark.parametrize(
    "text",
    [
        # nobody has an office
        "Ο [Νίκος Παππάς] είδε τον [Χακάν Οζντέμ]. Ο Τούρκος ομόλογός του έφυγε.",
        # two of one country
        "Ο Γάλλος πρόεδρος [Λικ Μορό] και ο Γάλλος υπουργός [Ζαν Ντιμά] είδαν τον [Νίκο Παππά]. "
        "Ο Γάλλος ομόλογός του έφυγε.",
    ],
)
def test_who_is_not_told_stays_open(text):
    assert not any(nominals(text).values())


def test_two_accents_make_the_pronoun_an_enclitic():
    """τον ομόλογό του Χακάν: his counterpart, who is Hakan; τον ομόλογο του Χακάν: the counterpart of Hakan."""
    assert leans("ομόλογό") and not leans("ομόλογο") and not leans("ΟΜΟΛΟΓΟ")
    of_hakan = "Ο υπουργός [Νίκος Παππάς] κάλεσε τον ομόλογο του [Χακάν Οζντέμ]. Ο ομόλογος έφυγε."
    assert not any(nominals(of_hakan).values())


def test_a_noun_of_both_genders_keeps_its_form():
    person = find_entities(marked("Η Γερμανίδα καγκελάριος [Άννα Μπραντ] ήρθε.")).people[0]
    assert person.roles == ("Γερμανίδα καγκελάριος",)
