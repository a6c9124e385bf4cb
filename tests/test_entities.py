"""People and places on documents written by hand: each rule, and a twin that it leaves alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from documents import marked

from eipe.entities import Entities, find_entities
from eipe.records import Entity


def found(text: str, **pos: str) -> Entities:
    return find_entities(marked(text, pos=pos))


def names(entities: tuple[Entity, ...]) -> list[str]:
    return [entity.name for entity in entities]


def mentions(entity: Entity, kind: str) -> list[str]:
    return [mention.text for mention in entity.mentions if mention.kind == kind]


class TestSpans:
    def test_country_and_person_run_together(self) -> None:
        result = found("Μίλησε με τον πρόεδρο της [Νότιας Κορέας Γου Γουόν-σικ].")
        assert names(result.people) == ["Γου Γουόν-σικ"]
        assert names(result.places) == ["Νότια Κορέα"]

    def test_the_end_of_a_name_is_completed_where_the_text_has_it_whole(self) -> None:
        result = found("Ο [Κιμ Γιονγκ Ουν] ήρθε. Ο ηγέτης της [Βόρειας Κορέας Κιμ|GPE] [Γιονγκ Ουν] έφυγε.")
        assert names(result.people) == ["Κιμ Γιονγκ Ουν"] and names(result.places) == ["Βόρεια Κορέα"]

    def test_a_first_name_that_went_into_the_body_before(self) -> None:
        result = found("Η διευθύντρια του [Γεωδυναμικού Ινστιτούτου Ελπίδα|ORG] [Παππά] μίλησε.")
        assert names(result.people) == ["Ελπίδα Παππά"]
        assert [mention.text for mention in result.organizations[0].mentions] == ["Γεωδυναμικού Ινστιτούτου"]

    def test_a_first_name_that_is_a_country_is_no_border(self) -> None:
        result = found("Το βιβλίο της [Γεωργίας Λάμπρου] κυκλοφορεί.")
        assert names(result.people) == ["Γεωργία Λάμπρου"] and not result.places

    def test_a_common_noun_at_the_start(self) -> None:
        result = found("[Χειραψία Μερτς] με τον Μακρόν. Ο [Μερτς] έφυγε.")
        assert [mention.text for mention in result.people[0].mentions] == ["Μερτς", "Μερτς"]

    def test_a_first_name_at_the_start_stays(self) -> None:
        result = found("[Φρίντριχ Μερτς] και Μακρόν. Ο [Φρίντριχ Μερτς] έφυγε.")
        assert mentions(result.people[0], "name") == ["Φρίντριχ Μερτς", "Φρίντριχ Μερτς"]

    def test_no_line_break_in_a_name(self) -> None:
        result = found("Εκλογές στην [Κύπρο\n\nΑθήνα|GPE] και αλλού.")
        assert all("\n" not in mention.text for place in result.places for mention in place.mentions)

    @pytest.mark.parametrize("text", ["Ο [κ. Παππάς] ήρθε.", "[Ο Παππάς] ήρθε.", "Ο [πρόεδρος Παππάς] ήρθε."])
    def test_articles_and_titles_are_left_out(self, text: str) -> None:
        assert mentions(found(text).people[0], "name") == ["Παππάς"]

    def test_a_capital_that_speaks_is_a_place_and_a_club_is_none(self) -> None:
        result = found("Η [Κοπεγχάγη|ORG] απειλεί με κυρώσεις. Η [Λίβερπουλ|ORG] νίκησε.")
        assert names(result.places) == ["Κοπεγχάγη"] and names(result.organizations) == ["Λίβερπουλ"]

    def test_another_name_with_the_same_end_is_not(self) -> None:
        result = found("Ο [Κιμ Γιονγκ Ουν] ήρθε. Ο ηγέτης της [Βόρειας Κορέας|GPE] [Γιονγκ Ουν] έφυγε.")
        assert "Γιονγκ Ουν" in [m.text for person in result.people for m in person.mentions]

    @pytest.mark.parametrize("name", ["LiverpoolFC.com", "Marks & Spencer", "M&S", "247sports"])
    def test_a_name_in_latin_letters_stays_as_it_is(self, name: str) -> None:
        assert names(found(f"Το κατάστημα της [{name}|ORG] άνοιξε.").organizations) == [name]

    def test_a_sea_or_range_made_of_words(self) -> None:
        result = found(
            "Πέρα από τον [Ινδικό Ωκεανό|LOC]. Στις ακτές του [Ινδικού Ωκεανού|LOC]. Των [Βραχωδών Ορών|LOC]."
        )
        assert names(result.places) == ["Ινδικός Ωκεανός", "Βραχώδη Όρη"]

    def test_an_abbreviation_with_points_is_one_word(self) -> None:
        result = found("Η [Ε.Ε.|ORG] και οι [Η.Π.Α.|GPE] διαφωνούν. Η [ΕΕ|ORG] επιμένει, οι [ΗΠΑ|GPE] όχι.")
        assert names(result.organizations) == ["ΕΕ"] and names(result.places) == ["ΗΠΑ"]
        assert mentions(result.places[0], "name") == ["Η.Π.Α.", "ΗΠΑ"]

    @pytest.mark.parametrize(
        ("text", "name", "gender"),
        [
            ("Μίλησε η σύζυγός του [Μαρία Δελή].", "Μαρία Δελή", "f"),
            ("Μίλησε ο αδελφός της [Γιώργος Παππάς].", "Γιώργος Παππάς", "m"),
            ("Μίλησε ο δικηγόρος της [Πέτρος Αλεξίου].", "Πέτρος Αλεξίου", "m"),
            ("Μίλησε ο γιος του [Γιώργου Παππά].", "Γιώργος Παππάς", "m"),
            ("Μίλησε η κόρη της [Μαρίας Δελή].", "Μαρία Δελή", "f"),
        ],
    )
    def test_her_brother_is_no_genitive(self, text: str, name: str, gender: str) -> None:
        kin = dict.fromkeys(("αδελφός", "δικηγόρος", "γιος", "κόρη", "σύζυγός"), "NOUN")
        person = found(text, **kin).people[0]
        assert (person.name, person.gender) == (name, gender)

    def test_initials_before_a_surname_stay_apart(self) -> None:
        result = found("Μίλησε ο [Γ.Α. Παππάς].")
        assert names(result.people) == ["Γ. Α. Παππάς"]

    def test_a_nationality_is_neither_place_nor_person(self) -> None:
        result = found("Συνέλαβαν τον [Ρώσο|GPE] και την [Ουκρανή] χθες στη [Ρωσία|GPE].")
        assert not result.people and names(result.places) == ["Ρωσία"]

    @pytest.mark.parametrize(
        ("text", "places"),
        [
            # the genitive of a land and the genitive of its women are the same letters
            ("Οι αρχές [Συρίας|GPE] και [Λιβύης|GPE] συμφώνησαν, ώρα [Ταϊλάνδης|GPE].", ["Συρία", "Λιβύη", "Ταϊλάνδη"]),
            # a countryman and a village; an island and its people
            ("Ο Έλληνας μίλησε στον Αρμένιο.", []),
            ("Έφτασαν στη Σύρο.", ["Σύρος"]),
            # a learned genitive, which looks like a nominative
            ("Στις εννέα, ώρα [Ελλάδος|GPE], αρχίζει ο αγώνας.", ["Ελλάδα"]),
            ("Ο [Μανταμάδος|GPE] γιορτάζει.", ["Μανταμάδος"]),
            ("Η [Ελλάς|GPE] και η [Ελλάδα|GPE].", ["Ελλάς"]),
            # what belongs to somebody has an accent more
            ("Ο λαός άλλαξε το Σύνταγμά του.", []),
            ("Έκλεισαν το [Ηράκλειό|GPE] μας.", ["Ηράκλειο"]),
        ],
    )
    def test_a_land_and_its_people_spelt_alike(self, text: str, places: list[str]) -> None:
        assert names(found(text).places) == places

    def test_a_body_that_ends_in_no_first_name_keeps_its_words(self) -> None:
        result = found("Του [Ελληνικού Κοινοβουλίου|ORG] [Παππά] μέλος.")
        assert [mention.text for mention in result.organizations[0].mentions] == ["Ελληνικού Κοινοβουλίου"]

    @pytest.mark.parametrize(
        ("text", "people"),
        [
            ("Το καφενείο «Ο [Πορφύρης]» έμεινε ανοιχτό.", []),
            ("Η ταινία «[Μαρία Δούκα]» βραβεύτηκε.", []),
            ("Ο αρχηγός «[Μάρκος]» έφυγε.", ["Μάρκος"]),  # a nickname
            ("Ο «[Μάγος]» σκόραρε.", []),
            ("Στο καφενείο ο «[Πορφύρης]» μίλησε.", ["Πορφύρης"]),
            ("Είπε στο καφενείο: «[Πορφύρη], έλα».", ["Πορφύρη"]),
        ],
    )
    def test_a_thing_that_is_called_like_a_person(self, text: str, people: list[str]) -> None:
        assert names(found(text, καφενείο="NOUN", ταινία="NOUN", αρχηγός="NOUN").people) == people

    @pytest.mark.parametrize(
        ("text", "places"),
        [
            # a place and the one that holds it
            ("Φωτιά στη [Λευκίμμη της Κέρκυρας|LOC].", ["Λευκίμμη", "Κέρκυρα"]),
            ("Σεισμός στην [Πλάκα νότια Κρήτη|GPE].", ["Πλάκα", "Κρήτη"]),
            # one place, whose first word is a common noun, or whose last is no place, or which the table has
            ("Η [Δημοκρατία της Κορέας|GPE] απάντησε.", ["Δημοκρατία της Κορέας"]),
            ("Έφτασε στην [Πόλη|GPE] του [Μεξικού|GPE].", ["Πόλη του Μεξικού"]),
            ("Στη [Λίμνη της Κωνσταντίας|LOC].", ["Λίμνη της Κωνσταντίας"]),
            ("Στην [Κοιλάδα των Πεταλούδων|LOC].", ["Κοιλάδα των Πεταλούδων"]),
            ("Στον [Κόλπο της|LOC] [Κορίνθου|GPE].", ["Κόλπος της Κορίνθου"]),
            ("Στη [Νάουσα|GPE] της [Πάρου|GPE].", ["Νάουσα", "Πάρος"]),
            ("Στη [Νέα Υόρκη|GPE] [Βοστόνη|GPE].", ["Νέα Υόρκη", "Βοστόνη"]),
            # a part of the world before a name, if it is written large and is no adverb
            ("Ο περιφερειάρχης Δυτικής [Ελλάδας|GPE] μίλησε.", ["Δυτική Ελλάδα"]),
            ("Τα ορεινά της δυτικής [Ελλάδας|GPE].", ["Ελλάδα"]),
            ("Έβρεξε. Βόρεια [Ελλάδα|GPE] και νησιά.", ["Ελλάδα"]),
        ],
    )
    def test_one_place_or_two(self, text: str, places: list[str]) -> None:
        assert names(found(text, νότια="ADJ").places) == places

    @pytest.mark.parametrize(
        ("text", "places"),
        [
            ("Κως: Καταδίωξη ταχύπλοου", ["Κως"]),
            ("Έρευνες παντού\nΚως: Καταδίωξη ταχύπλοου", ["Κως"]),
            ("Κως: «Δεν φοβάμαι»", []),  # who speaks
            ("Είπε: Κως: Τίποτα", []),
            ("Σχόλιο: Η κυβέρνηση", []),
        ],
    )
    def test_a_place_that_opens_a_headline(self, text: str, places: list[str]) -> None:
        assert names(found(text).places) == places

    def test_the_land_that_was(self) -> None:
        result = found("Η [Σοβιετική Ένωση|ORG] διαλύθηκε. Στην [ΕΣΣΔ|GPE] ζούσαν πολλοί.")
        assert names(result.places) == ["Σοβιετική Ένωση"] and not result.organizations

    @pytest.mark.parametrize(
        ("text", "places"),
        [
            ("Το μουσείο κλείνει με τη δύση του [ηλίου|LOC].", []),
            ("Έφυγε χθες για την [αθήνα|GPE].", ["Αθήνα"]),  # written carelessly, and still Athens
            ("χτες γυρίσαμε από το [βρυσάκι|GPE]", ["Βρυσάκι"]),  # case tells nothing here
            ("Η ΔΥΣΗ ΤΟΥ [ΗΛΙΟΥ|LOC] ΣΤΟ ΣΟΥΝΙΟ", ["ήλιου", "Σούνιο"]),
        ],
    )
    def test_a_common_noun_is_no_place_where_case_tells(self, text: str, places: list[str]) -> None:
        assert names(found(text).places) == places


class TestPropagation:
    def test_a_name_found_once_is_found_everywhere(self) -> None:
        result = found("ΤΣΑΚΝΑΚΗ: Δεν φεύγω\n\nΗ [Ελένη Τσακνάκη] μίλησε. Για την Τσακνάκη δεν υπάρχει θέμα.")
        assert mentions(result.people[0], "name") == ["ΤΣΑΚΝΑΚΗ", "Ελένη Τσακνάκη", "Τσακνάκη"]

    @pytest.mark.parametrize("text", ["Ναι, είπε η ΝΔ", "Ναι, είπε η ΝΔ.\n\nΝύχτωσε."])
    def test_a_body_of_two_letters(self, text: str) -> None:
        result = found("Η [ΝΔ|ORG] μίλησε. " + text)
        assert [mentions(body, "name") for body in result.organizations] == [["ΝΔ", "ΝΔ"]]

    def test_initials_are_no_body(self) -> None:
        assert not found("Ο [Ν.Δ.] ήρθε. Η ΝΔ μίλησε.").organizations

    def test_a_first_name_that_the_model_took_for_a_place(self) -> None:
        result = found("Μίλησε στη [Ναταλία|GPE] [Γερμανού|NORP] χθες.")
        assert names(result.people) == ["Ναταλία Γερμανού"] and not result.places
        result = found("Μίλησε στην [Ελλάδα|GPE] Χθες.")
        assert names(result.places) == ["Ελλάδα"] and not result.people

    def test_a_country_between_an_office_and_a_name(self) -> None:
        result = found("Ο αρχιεπίσκοπος [Αυστραλίας Μακάριος] ήρθε.")
        assert names(result.people) == ["Μακάριος"] and names(result.places) == ["Αυστραλία"]

    def test_a_first_name_behind_an_office_is_no_country(self) -> None:
        assert names(found("Ο αρχιεπίσκοπος [Πέτρος Κόλλιας] ήρθε.").people) == ["Πέτρος Κόλλιας"]

    def test_whom_the_model_took_for_a_place_elsewhere(self) -> None:
        result = found("Μίλησε η [Δέσποινα]. Ο φίλος ήρθε για τη [Δέσποινα|GPE].")
        assert mentions(result.people[0], "name") == ["Δέσποινα", "Δέσποινα"] and not result.places

    def test_where_it_rains_is_a_place(self) -> None:
        assert names(found("Στη [Μελίνα|GPE] έβρεχε.").places) == ["Μελίνα"]

    def test_a_label_in_capitals_is_nobody(self) -> None:
        assert not found("[ΕΡΩΤΗΣΗ]: Πώς πάτε;").people
        assert not found("[Μάρτυρας]: Δεν είδα τίποτα.").people
        assert names(found("[ΜΟΡΟ]: Πώς πάτε;").people) == ["Μορο"]

    def test_another_first_name_of_the_stem_is_not_it(self) -> None:
        result = found("Ο [Νίκος Παππάς] ψήφισε. Η «Νίκη» καταψήφισε.")
        assert mentions(result.people[0], "name") == ["Νίκος Παππάς"]

    def test_a_place_after_a_preposition(self) -> None:
        result = found("Από τον Έβρο ως τη Γαύδο βρέχει. Ο Βόλος κέρδισε.")
        assert names(result.places)[:2] == ["Έβρος", "Γαύδος"]

    def test_a_people_is_no_place(self) -> None:
        assert not found("Διάβασε για τον [Σύρο|NORP] ποιητή.").places
        assert names(found("Έφυγε από την Τήνο για τη Σύρο.").places) == ["Τήνος", "Σύρος"]

    def test_no_place_inside_a_treaty(self) -> None:
        assert not found("Ψηφίστηκε η [Συμφωνία των Πρεσπών|LAW] χθες.").places


class TestPeople:
    def test_one_person_in_all_forms(self) -> None:
        text = (
            "Ο [Κυριάκος Μητσοτάκης] μίλησε. Η θέση του [Κυριάκου Μητσοτάκη] είναι γνωστή. "
            "Ο [Κ. Μητσοτάκης] έφυγε. Τον [Μητσοτάκη] περίμεναν πολλοί."
        )
        result = found(text)
        assert names(result.people) == ["Κυριάκος Μητσοτάκης"]
        assert len(result.people[0].mentions) == 4 and result.people[0].gender == "m"

    def test_two_of_one_surname_stay_two(self) -> None:
        text = "Η [Μαρία Λάμπρου] και ο [Πέτρος Λάμπρου] ήρθαν. Η [Λάμπρου] μίλησε."
        result = found(text)
        assert names(result.people) == ["Μαρία Λάμπρου", "Πέτρος Λάμπρου"]
        assert len(result.people[0].mentions) == 2

    def test_man_and_woman_of_one_surname_and_no_first_name(self) -> None:
        result = found("Ο [Στεργιόπουλος] μίλησε. Η [Στεργιοπούλου] σιώπησε.")
        assert names(result.people) == ["Στεργιόπουλος", "Στεργιοπούλου"]

    def test_a_slip_of_the_pen(self) -> None:
        result = found("Ο [Κιμ Γιονγκ Ουν] ήρθε. Χαιρέτισαν τον [Κιμ Γιονγ Ουν].")
        assert names(result.people) == ["Κιμ Γιονγκ Ουν"]

    def test_two_first_names_are_no_slip(self) -> None:
        result = found("Ο [Μάριος Κάππας] και ο [Μαρίνος Κάππας] ήρθαν.")
        assert len(result.people) == 2

    def test_latin_and_greek_letters(self) -> None:
        assert len(found("Ο [Βλαντίμιρ Πούτιν] μίλησε. Το βιβλίο [Vladimir Putin] πουλάει.").people) == 1
        assert len(found("Ο [Βλαντίμιρ Πούτιν] μίλησε. Το βιβλίο [Donald Trump] πουλάει.").people) == 2

    def test_a_surname_that_the_model_took_for_a_town(self) -> None:
        result = found("Η [Γεωργία Λάμπρου] σκάβει. «Κάθισα κάτω», θυμάται η [Λάμπρου|GPE].")
        assert not result.places and len(result.people[0].mentions) == 2

    def test_a_town_that_is_somebodys_surname_stays_a_town(self) -> None:
        result = found("Ο [Ντένζελ Ουάσινγκτον] ήρθε. Το έργο ταξιδεύει στην [Ουάσινγκτον|GPE].")
        assert names(result.places) == ["Ουάσινγκτον"]


class TestPlaces:
    def test_synonyms_are_one(self) -> None:
        result = found("Στις [ΗΠΑ|GPE] χιονίζει. Οι [Ηνωμένες Πολιτείες|GPE] επιμένουν.")
        assert names(result.places) == ["Ηνωμένες Πολιτείες"]

    def test_abbreviated_and_declined_forms_are_one(self) -> None:
        text = "Η [Βόρεια Κορέα|GPE] απειλεί. Ο στρατός της [Β. Κορέας|GPE]. Στη [Βόρειο Κορέα|GPE] σιωπούν."
        assert names(found(text).places) == ["Βόρεια Κορέα"]

    def test_a_plural_with_its_accent_before_the_ending_is_neuter(self) -> None:
        result = found("Κάτοικοι των [Σπάτων|GPE], των [Σερρών|GPE] και των [Λευκών Ορέων|LOC].")
        assert names(result.places) == ["Σπάτα", "Σέρρες", "Λευκά Όρη"]

    def test_the_accent_that_the_text_has_wins(self) -> None:
        assert names(found("Ήρθε από το [Μαλί|GPE], μέσω [Μαλί|GPE].").places) == ["Μαλί"]

    @pytest.mark.parametrize(
        ("text", "places"),
        [
            ("Η ήττα από τη [Λάρισα|ORG] πόνεσε.", []),
            ("Τίτλος\nΛΑΡΙΣΑ. Ο δήμαρχος μίλησε στη ΔΕΗ.", ["Λάρισα"]),
        ],
    )
    def test_a_club_or_its_town(self, text: str, places: list[str]) -> None:
        assert names(found(text.replace("ΛΑΡΙΣΑ", "[ΛΑΡΙΣΑ|ORG]"), δήμαρχος="NOUN").places) == places

    @pytest.mark.parametrize("mark", [".", ",", " -"])
    def test_a_dateline_that_the_model_took_for_a_person(self, mark: str) -> None:
        result = found(f"Τίτλος\n[ΜΥΤΙΛΗΝΗ]{mark} Κλειστά σήμερα τα σχολεία.")
        assert names(result.places) == ["Μυτιλήνη"] and not result.people

    @pytest.mark.parametrize("text", ["Τίτλος\n[ΠΑΠΠΑΣ]. Κλειστά τα σχολεία.", "Τίτλος\n[ΜΥΤΙΛΗΝΗ] μίλησε."])
    def test_a_line_that_opens_otherwise_is_no_dateline(self, text: str) -> None:
        assert not found(text).places

    @pytest.mark.parametrize(
        ("text", "places"),
        [
            ("Στο κόκκινο οι σχέσεις [Αθήνας-Άγκυρας|GPE].", ["Αθήνα", "Άγκυρα"]),
            ("Η σύνοδος [ΗΠΑ–Κίνας|GPE] άρχισε.", ["ΗΠΑ", "Κίνα"]),
            ("Ο άξονας [Άγκυρας-Μόσχας-Τεχεράνης|GPE] αντέχει.", ["Άγκυρα", "Μόσχα", "Τεχεράνη"]),
            ("Πτήση [Λονδίνο-Νέα Υόρκη|GPE] στις οκτώ.", ["Λονδίνο", "Νέα Υόρκη"]),
            ("Ο δήμος [Αγίων Αναργύρων-Καματερού|GPE] έκλεισε.", ["Αγίων Αναργύρων-Καματερού"]),
            # one place, or parts that nobody knows
            ("Εκλογές στη [Βοσνία-Ερζεγοβίνη|GPE].", ["Βοσνία-Ερζεγοβίνη"]),
            ("Πραξικόπημα στη [Γουινέα-Μπισάου|GPE].", ["Γουινέα-Μπισάου"]),
            ("Φεστιβάλ στο [Σεν-Τροπέ|GPE].", ["Σεν-Τροπέ"]),
        ],
    )
    def test_places_that_a_hyphen_joins(self, text: str, places: list[str]) -> None:
        result = found(text)
        assert names(result.places) == places
        assert all(text.replace("[", "").find(m.text) == m.start for p in result.places for m in p.mentions)

    @pytest.mark.parametrize(
        ("text", "places"),
        [
            ("Ο βουλευτής Παππάς μίλησε.", []),
            ("Η δήμαρχος Λαμίας [Άννα Μελά] μίλησε.", ["Λαμία"]),
            ("Ο βουλευτής Ιωαννίνων [Άρης Μελάς] μίλησε.", ["Ιωάννινα"]),
            ("Ο προπονητής Λαμίας μίλησε.", []),
        ],
    )
    def test_a_town_that_an_office_tells(self, text: str, places: list[str]) -> None:
        assert names(found(text).places) == places

    def test_a_state_with_its_land_is_one_name(self) -> None:
        result = found("Ο λαός της [Λαϊκής Δημοκρατίας|ORG] της [Κορέας|GPE] και η [Βουλή|ORG] της [Κύπρου|GPE].")
        assert [mention.text for mention in result.organizations[0].mentions] == ["Λαϊκής Δημοκρατίας της Κορέας"]
        assert names(result.places) == ["Κύπρος"]

    def test_a_house_of_two_words_is_found_whole(self) -> None:
        result = found("Ο [Λευκός|NORP] Οίκος διέψευσε. Εκπρόσωπος του Λευκού Οίκου μίλησε για έναν λευκό οίκο.")
        assert [mention.text for mention in result.organizations[0].mentions] == ["Λευκός Οίκος", "Λευκού Οίκου"]
        assert names(result.organizations) == ["Λευκός Οίκος"] and not result.places

    def test_a_house_that_governs_is_no_place(self) -> None:
        result = found("Το [Κρεμλίνο|GPE] διαψεύδει, η [Μόσχα|GPE] σιωπά.")
        assert names(result.places) == ["Μόσχα"] and names(result.organizations) == ["Κρεμλίνο"]


class TestTitles:
    @pytest.mark.parametrize(
        ("text", "role"),
        [
            ("Ο δικηγόρος του σταθμάρχη, [Άρης Μελάς], μίλησε.", "δικηγόρος του σταθμάρχη"),
            ("Η πρόεδρος του σωματείου εργαζομένων, [Άννα Μελά], μίλησε.", "πρόεδρος του σωματείου εργαζομένων"),
            (
                "Η πρόεδρος του συλλόγου γονέων και κηδεμόνων, [Άννα Μελά], μίλησε.",
                "πρόεδρος του συλλόγου γονέων και κηδεμόνων",
            ),
            ("Ο διευθυντής σπουδών [Άρης Μελάς] μίλησε.", "διευθυντής σπουδών"),
            ("Ο υπουργός Περιβάλλοντος [Άρης Μελάς] μίλησε.", "υπουργός Περιβάλλοντος"),
            ("Η σύμβουλος ασφαλείας [Άννα Μελά] μίλησε.", "σύμβουλος ασφαλείας"),
            ("Ο μητροπολίτης [Χαλκίδος|GPE] [Άρης Μελάς] μίλησε.", "μητροπολίτης Χαλκίδος"),
            ("Ο πρέσβης στη [Ρόδο|GPE] [Άρης Μελάς] μίλησε.", "πρέσβης στη Ρόδο"),
            ("Ο πρέσβης της [Γαλλίας|GPE] στη [Ρόδο|GPE], [Άρης Μελάς], μίλησε.", "πρέσβης της Γαλλίας στη Ρόδο"),
            ("Ο αγρότης από τη [Λάρισα|GPE] [Άρης Μελάς] μίλησε.", "αγρότης από τη Λάρισα"),
            ("Ο γιατρός στο νοσοκομείο «Ελπίς» [Άρης Μελάς] μίλησε.", "γιατρός στο νοσοκομείο «Ελπίς»"),
            ("Ο ερευνητής στο [ΚΕΠΕ|ORG] [Άρης Μελάς] μίλησε.", "ερευνητής στο ΚΕΠΕ"),
            ("Ο εκπρόσωπος του Ρώσου προέδρου, [Άρης Μελάς], μίλησε.", "εκπρόσωπος του Ρώσου προέδρου"),
            ("Ο εκπρόσωπος του Ρώσου, [Άρης Μελάς], μίλησε.", "εκπρόσωπος του Ρώσου"),
            ("Η εκπρόσωπος του ρωσικού [ΥΠΕΞ|ORG] [Άννα Μελά] μίλησε.", "εκπρόσωπος του ρωσικού ΥΠΕΞ"),
        ],
    )
    def test_what_a_title_governs(self, text: str, role: str) -> None:
        nouns = (
            "νοσοκομείο",
            "σταθμάρχη",
            "σωματείου",
            "εργαζομένων",
            "συλλόγου",
            "γονέων",
            "κηδεμόνων",
            "σπουδών",
            "ασφαλείας",
        )
        assert found(text, **dict.fromkeys(nouns, "NOUN")).people[0].roles == (role,)

    @pytest.mark.parametrize(
        ("text", "roles"),
        [
            ("Ο [Άρης Μελάς], οικονομολόγος και πρώην υπουργός, ήρθε.", ("οικονομολόγος", "πρώην υπουργός")),
            ("Ο [Άρης Μελάς], ο οικονομολόγος και πρώην υπουργός, ήρθε.", ("οικονομολόγος", "πρώην υπουργός")),
            ("Ο [Άρης Μελάς], πρόεδρος και γιατρός, ήρθε.", ("πρόεδρος", "γιατρός")),
            ("Ο [Άρης Μελάς], υπουργός στην τότε κυβέρνηση, ήρθε.", ("υπουργός",)),
            ("Ο [Άρης Μελάς] (πρόεδρος του σωματείου) ήρθε.", ("πρόεδρος του σωματείου",)),
            # what somebody becomes
            ("Ο [Άρης Μελάς] εξελέγη πρόεδρος με διαφορά.", ("πρόεδρος",)),
            ("Ο [Άρης Μελάς] εξελέγη χθες πρόεδρος.", ("πρόεδρος",)),
            ("Τον [Άρη Μελά] είδε πρόεδρος με διαφορά.", ()),
            ("Ο [Άρης Μελάς] ρώτησε αν εξελέγη πρόεδρος.", ()),
            # somebody else, and nobody
            ("Ο [Άρης Μελάς], οικονομολόγος και ο πρώην υπουργός ήρθαν.", ()),
            ("Ο [Άρης Μελάς] και πρόεδρος του σωματείου ήρθαν.", ()),
            ("Όταν έφυγε ο [Άρης Μελάς], πρόεδρος στο σωματείο εξελέγη άλλος.", ()),
            ("Στον [Άρη Μελά] (γιατρός ήταν ο πατέρας του) άρεσε.", ()),
        ],
    )
    def test_titles_behind_a_name(self, text: str, roles: tuple[str, ...]) -> None:
        tags = {
            "στην": "ADP",
            "στο": "ADP",
            "χθες": "ADV",
            "εξελέγη": "VERB",
            "ήταν": "AUX",
            "σωματείου": "NOUN",
            "σωματείο": "NOUN",
        }
        assert found(text, **tags).people[0].roles == roles

    @pytest.mark.parametrize(
        "text", ["Ήρθε ο αγρότης από το χωριό", "Ήρθε ο γιατρός στο νοσοκομείο", "Ήρθε ο γιατρός από"]
    )
    def test_a_text_may_end_behind_the_title(self, text: str) -> None:
        assert not found(text, χωριό="NOUN", νοσοκομείο="NOUN").people

    def test_letters_that_are_a_minister_and_a_ministry(self) -> None:
        result = found("Ο Τούρκος [ΥΠΕΞ|ORG] μίλησε. Το [ΥΠΕΞ|ORG] απάντησε. Έφυγε στέλεχος του [ΥΠΕΞ|ORG].")
        assert [len(body.mentions) for body in result.organizations] == [2]
        result = found("Ο [ΥΠΟΙΚ|ORG] [Άρης Μελάς] ήρθε. Ο [ΥΠΟΙΚ|ORG] μίλησε.")
        assert mentions(result.people[0], "nominal") == ["ΥΠΟΙΚ"] and not result.organizations

    def test_a_place_behind_a_title_without_a_name_is_not_its_own(self) -> None:
        result = found("Ο πρέσβης της [Γαλλίας|GPE] [Άρης Μελάς] ήρθε. Ο πρέσβης στη [Ρόδο|GPE] μίλησε για ειρήνη.")
        assert mentions(result.people[0], "nominal") == ["πρέσβης"]

    @pytest.mark.parametrize(
        ("text", "mentioned"),
        [
            ("Ο τεχνικός [Λικ Μορό] ήρθε. Ο τεχνικός του [Άρη|ORG] μίλησε.", ["τεχνικός του Άρη"]),
            ("Ο τεχνικός [Λικ Μορό] ήρθε. Ο τεχνικός έλεγχος άργησε.", []),
        ],
    )
    def test_a_noun_that_is_an_adjective_as_well(self, text: str, mentioned: list[str]) -> None:
        assert mentions(found(text, έλεγχος="NOUN", άργησε="VERB").people[0], "nominal") == mentioned

    def test_a_complement_in_marks(self) -> None:
        person = found("Ο διευθυντής της «[Πρωινής|ORG]» [Λικ Μορό] ήρθε.").people[0]
        assert person.roles == ("διευθυντής της «Πρωινής»",)
        text = "Μίλησε η διευθύνουσα σύμβουλος της «Πρωινής» [Άννα Μελά]."
        assert found(text, διευθύνουσα="ADJ").people[0].roles == ("διευθύνουσα σύμβουλος της «Πρωινής»",)

    def test_a_place_may_be_marked_a_person_in_the_next_sentence(self) -> None:
        result = found("Μάχες στη [Μπάμπα Αμρ|GPE]\n\nΗ [Μπάμπα Αμρ] καίγεται.")
        assert names(result.places) == ["Μπάμπα Αμρ"]

    def test_a_title_before_the_genitive_of_a_name_is_not_its_own(self) -> None:
        person = found("Ο συνήγορος του κ. [Νίκου Παππά] μίλησε.").people[0]
        assert (person.name, person.roles) == ("Νίκος Παππάς", ())

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Ο πατέρας του μικρού [Γιώργου] μίλησε.", "Γιώργος"),
            ("Η μητέρα της αδικοχαμένης [Σάρα Μορό] μίλησε.", "Σάρα Μορό"),
            ("Ο γιος του 97χρονου [Άρη Μελά] μίλησε.", "Άρης Μελάς"),
            ("Ο αδελφός του άτυχου νέου [Γιώργου Παππά] μίλησε.", "Γιώργος Παππάς"),
        ],
    )
    def test_what_is_said_between_changes_nothing(self, text: str, name: str) -> None:
        """The parent is not the child, whose name stands right behind the parent's title."""
        tags = {"μικρού": "ADJ", "άτυχου": "ADJ", "νέου": "NOUN", "αδικοχαμένης": "VERB"}
        person = found(text, **tags).people[0]
        assert (person.name, person.roles) == (name, ())
        text = "Ο πρόεδρος του μικρού σωματείου [Γιώργος Παππάς] μίλησε."
        person = found(text, μικρού="ADJ", σωματείου="NOUN").people[0]
        assert (person.name, person.roles) == ("Γιώργος Παππάς", ("πρόεδρος του μικρού σωματείου",))

    def test_a_title_of_somebody_s(self) -> None:
        result = found("Ο δικηγόρος της [Ρένας Δελή], [Άρης Μελάς], ήρθε. Ο συνήγορος μίλησε.")
        assert mentions(result.people[1], "nominal") == ["συνήγορος"] and not mentions(result.people[0], "nominal")

    def test_a_title_behind_a_title(self) -> None:
        person = found("Ο εκπρόσωπος της [Βουλής|ORG], ταξίαρχος [Άρης Μελάς], μίλησε.").people[0]
        assert person.roles == ("εκπρόσωπος της Βουλής", "ταξίαρχος")

    def test_one_role_in_two_spellings_is_one(self) -> None:
        assert found("Ο Πάπας [Λέων] ήρθε. Μίλησε ο πάπας [Λέων].").people[0].roles == ("Πάπας",)

    def test_the_title_inside_is_not_that_of_the_name_behind(self) -> None:
        result = found("Ο γιος του πρώην βουλευτή [Κώστας Σωτηρίου] μίλησε.")
        assert "πρώην βουλευτής" not in result.people[0].roles
        result = found("Μίλησε ο γιος του πρώην βουλευτή [Κώστα Σωτηρίου].")
        assert result.people[0].roles == ("πρώην βουλευτής",)

    def test_apposition_teaches_the_title(self) -> None:
        text = "Ο πρόεδρος της [Ρωσίας|GPE] [Βλαντίμιρ Πούτιν] ήρθε. Αργότερα ο Ρώσος πρόεδρος έφυγε."
        person = found(text).people[0]
        assert person.roles == ("πρόεδρος της Ρωσίας",)
        assert mentions(person, "nominal") == ["Ρώσος πρόεδρος"]

    def test_another_countrys_president_is_somebody_else(self) -> None:
        text = "Ο πρόεδρος της [Ρωσίας|GPE] [Βλαντίμιρ Πούτιν] είδε χθες βράδυ τον Τούρκο πρόεδρο."
        assert mentions(found(text).people[0], "nominal") == []

    def test_the_head_of_a_parliament_is_not_the_head_of_state(self) -> None:
        text = "Ήρθε ο πρόεδρος της [Γαλλίας|GPE] [Εμανουέλ Μακρόν]. Δεν είδε τον πρόεδρο της Βουλής της [Γαλλίας|GPE]."
        assert mentions(found(text).people[0], "nominal") == []

    def test_gender_must_agree(self) -> None:
        text = "Η υπουργός Παιδείας, [Μαρία Χρήστου], μίλησε. Τον υπουργό Παιδείας δεν τον είδε κανείς."
        assert mentions(found(text).people[0], "nominal") == []

    def test_the_subject_of_the_sentence_before(self) -> None:
        text = "«Όχι», είπε η [Ζωή Βάρδα]. «Ποτέ», πρόσθεσε η πρόεδρος της [Πνοής|ORG]."
        assert mentions(found(text).people[0], "nominal") == ["πρόεδρος της Πνοής"]

    def test_not_of_somebody_whose_advocate_it_is(self) -> None:
        text = "Η [Ζωή Βάρδα] απολογήθηκε. Η συνήγορος της [Βάρδα] ζήτησε αναβολή."
        assert mentions(found(text).people[0], "nominal") == []

    def test_two_subjects_are_one_too_many(self) -> None:
        text = "Ο [Κάρλος Αλκαράθ] και ο [Λορέντσο Μουζέτι] έπαιξαν. Ο Ισπανός τενίστας νίκησε."
        assert all(not mentions(person, "nominal") for person in found(text).people)

    def test_an_unknown_title_stays_unresolved(self) -> None:
        text = "Ο [Ντόναλντ Τραμπ] έγραψε, ενώ ο Βρετανός πρωθυπουργός διερωτήθηκε."
        assert mentions(found(text).people[0], "nominal") == []

    def test_the_latter_and_the_same(self) -> None:
        text = "Ο [Πέτρος Κόλλιας] μίλησε με τον [Ντόναλντ Τραμπ]. Ο τελευταίος έφυγε."
        assert mentions(found(text).people[1], "nominal") == ["τελευταίος"]
        text = "Ο [Πέτρος Κόλλιας] μίλησε με τη [Μαρία Χρήστου]. Ο ίδιος έφυγε."
        assert mentions(found(text).people[0], "nominal") == ["ίδιος"]

    def test_the_last_of_a_noun_is_nobody(self) -> None:
        text = "Ο [Πέτρος Κόλλιας] μίλησε. Ο τελευταίος αγώνας ήταν χθες."
        assert mentions(found(text, αγώνας="NOUN").people[0], "nominal") == []


def test_mentions_stand_at_their_offsets_and_say_what_the_text_says() -> None:
    text = "Ο [Πέτρος Κόλλιας] μίλησε στη [Λαμία|GPE]."
    result = found(text)
    plain = text.replace("[", "").replace("]", "").replace("|GPE", "")
    told = [mention for entity in (*result.people, *result.places) for mention in entity.mentions]
    assert [plain[mention.start : mention.end] for mention in told] == ["Πέτρος Κόλλιας", "Λαμία"]
    assert [mention.text for mention in told] == ["Πέτρος Κόλλιας", "Λαμία"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "«»", "Ο", "κ.", "...", "🙂 Α", "Ά\u0301"])
def test_any_text_gives_entities(text: str) -> None:
    assert find_entities(marked(text)).people == ()


def test_no_two_names_on_one_word() -> None:
    result = found("Εκτοξεύτηκε από τη Γαλλική [Γουιάνα|GPE] στο διάστημα.")
    entities = (*result.people, *result.places, *result.organizations)
    spans = sorted((mention.start, mention.end) for entity in entities for mention in entity.mentions)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_country_marked_word_by_word_is_one() -> None:
    result = found("Η [Βόρεια|GPE] [Κορέα|GPE] απειλεί. Η [Ρωσία|GPE] [Κίνα|GPE] όχι.")
    assert names(result.places) == ["Βόρεια Κορέα", "Ρωσία", "Κίνα"]


def test_a_headlines_noun_is_no_first_name() -> None:
    result = found("[Αιχμές Κασσελάκη] για την ηγεσία", Αιχμές="NOUN")
    assert names(result.people) == ["Κασσελάκης"]
    result = found("[Στέφανος Κασσελάκης] για την ηγεσία", Στέφανος="NOUN")
    assert names(result.people) == ["Στέφανος Κασσελάκης"]


def test_a_particle_between_article_and_name():
    """ο μεν Παππάς, ο δε Μελάς: the article is the name's."""
    result = found("Η [Άννα Μελά] έφυγε. Ο δε [Μελάς] έμεινε.")
    assert names(result.people) == ["Άννα Μελά", "Μελάς"]


def test_an_organization_without_an_article_in_the_nominative():
    result = found("[Ολυμπιακός|ORG] – [ΠΑΟΚ|ORG] 2-1: Η νίκη του [Ολυμπιακού|ORG] άργησε.")
    assert names(result.organizations) == ["Ολυμπιακός", "ΠΑΟΚ"]


def test_what_would_have_to_go_on_is_no_end_of_a_name():
    result = found("Η απόφαση του [ΟΗΕ για|ORG] τους πρόσφυγες και του [ΟΗΕ Κύπρου|ORG] μετράει.")
    assert names(result.organizations) == ["ΟΗΕ", "ΟΗΕ Κύπρου"]
