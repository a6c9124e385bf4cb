"""Zones: every row of the tables by its example, whole pages, and what must stay text."""

from __future__ import annotations

import gc
import re
import time
import unicodedata
from itertools import pairwise

import pytest

from eipe.article.forms import expand, forms
from eipe.article.lines import lines
from eipe.article.zones import Zone, find_zones
from eipe.lexicon.table import records

KINDS = ("advert", "byline", "caption", "dateline", "headline", "list", "menu", "post", "subtitle", "tags", "teaser")
ROWS = records("zones")
PARTS = records("zone_parts")
PROSE = "Πέντε ώρες κράτησε χτες η σύσκεψη στο δημαρχείο και κανείς δεν έφυγε ευχαριστημένος από την αίθουσα."
TITLE = "Πέντε ώρες σύσκεψη στο δημαρχείο για το λιμάνι"


def by_line(text: str) -> list[tuple[str, str]]:
    """Each line that is not empty, with its zones, joined by +."""
    zones = find_zones(text)
    return [
        (
            "+".join(zone.zone for zone in zones if zone.start < line.end and zone.end > line.start),
            text[line.start : line.end],
        )
        for line in lines(text)
    ]


def page(*wanted: tuple[str, str]) -> None:
    """Zones of a page, one line after the other; an empty pair is an empty line."""
    text = "\n".join(line for _, line in wanted)
    assert by_line(text) == [(zone, line.strip()) for zone, line in wanted if line.strip()]


# The tables


@pytest.mark.parametrize("name", ["zone_parts", "zones"])
def test_form_of_the_tables(name: str) -> None:
    rows = records(name)
    assert all(cell and cell == cell.strip() for row in rows for cell in row.values() if cell != "• ")
    cells = ["\t".join(row.values()) for row in rows]
    assert cells == sorted(set(cells))
    assert len({row["pattern"] for row in rows}) == len(rows)


@pytest.mark.parametrize("row", PARTS, ids=lambda row: row["name"])
def test_example_of_a_part(row: dict[str, str]) -> None:
    plain = lines(f"x{row['example']}x")[0].plain[1:-1]
    assert expand(row["pattern"]).fullmatch(plain)


def context(row: dict[str, str]) -> tuple[str, int]:
    """A text with a row's example where its place wants it, and where it begins."""
    example = row["example"]
    before, after = {
        "head": (f"{TITLE}\n", f"\n\n{PROSE}\n"),
        "top": ("", f"\n{TITLE}\n\n{PROSE}\n"),
        "below": (f"{TITLE}\n", f"\n\n{PROSE}\n"),
        "opens": (f"{TITLE}\n\n{PROSE}\n\n", "\nΛιμάνι του Βόλου\n\nΓέφυρα του Ρίου"),
        "begins": (f"{PROSE}\n\n", f"\nΚαλημέρα από το λιμάνι\n\n{PROSE}\n"),
        "ends": (f"{PROSE}\n\nΚαλημέρα από το λιμάνι\n", f"\n\n{PROSE}\n"),
        "closes": (f"{PROSE}\n\n@mlabraki\nΚαλημέρα από το λιμάνι\n", f"\n\n{PROSE}\n"),
        "core": (f"{TITLE}\n", f"\n\n{PROSE}\n"),
        "part": (f"{TITLE}\n", f" 12/05/2024\n\n{PROSE}\n"),
    }.get(row["place"], (f"{PROSE}\n\n", f"\n\n{PROSE}\n"))
    return before + example + after, len(before)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['zone']}: {row['example']}")
def test_example_of_a_form(row: dict[str, str]) -> None:
    assert row["zone"] in KINDS
    assert row["place"] in (
        "any",
        "head",
        "top",
        "below",
        "opens",
        "begins",
        "inside",
        "ends",
        "closes",
        "core",
        "part",
    )
    assert expand(row["pattern"]).fullmatch(lines(row["example"])[0].plain)
    text, start = context(row)
    found = next(zone for zone in find_zones(text) if zone.start == start)
    assert found.zone == row["zone"]
    assert found.end >= start + len(row["example"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['zone']}: {row['example']}")
def test_no_form_reaches_over_a_paragraph(row: dict[str, str]) -> None:
    text = f"{TITLE}\n\n{PROSE} {row['example']} {PROSE}\n\n{PROSE}"
    assert [zone.zone for zone in find_zones(text)] == ["headline"]


# Whole pages


def test_a_page_as_sites_print_it() -> None:
    page(
        ("menu", "Αρχική > Ελλάδα > Θεσσαλία"),
        ("headline", "Λιάπη: «Δεν θα κλείσει το λιμάνι» – Στους δρόμους οι ψαράδες"),
        ("subtitle", "Η δήμαρχος μίλησε για «άδικη απόφαση» και ζήτησε νέα σύσκεψη στην Αθήνα."),
        ("byline", "ΓΡΑΦΕΙ: ΤΑΚΗΣ ΡΗΓΑΣ"),
        ("dateline", "14/03/2024 | 18:42"),
        ("dateline", "Χρόνος ανάγνωσης: 3 λεπτά"),
        ("menu", "Facebook  X  Viber"),
        ("caption", "Η δήμαρχος στο λιμάνι (φωτ.: Άννα Ρώμα)"),
        ("", ""),
        ("", PROSE),
        ("", ""),
        ("advert", "ΔΙΑΦΗΜΙΣΗ"),
        ("", ""),
        ("", "Τι ζητούν οι ψαράδες"),
        ("", ""),
        ("", "«Να μας ακούσουν», είπε ο Νίκος Πέτρου."),
        ("", ""),
        ("teaser", "Διαβάστε επίσης:"),
        ("teaser", "Πέτρου στο Ράδιο Κύμα: «Μας ξέχασαν»"),
        ("teaser", "Πότε ανοίγει η γέφυρα"),
        ("", ""),
        ("", "Η απεργία λήγει την Κυριακή."),
        ("", ""),
        ("byline", "Πηγή: ΑΠΕ-ΜΠΕ"),
        ("tags", "Tags: λιμάνι, Βόλος, Λιάπη"),
        ("teaser", "ΡΟΗ ΕΙΔΗΣΕΩΝ"),
        ("advert", "ΔΙΑΦΗΜΙΣΗ"),
        ("teaser", "18:50 Σεισμός 4,1 Ρίχτερ στη Λαμία"),
        ("teaser", "18:32 Άλφα – Βήτα 2-1"),
        ("menu", "© 2024 paradeigma.gr – All rights reserved"),
    )


def test_the_headline_printed_twice_below_the_strip() -> None:
    page(
        ("dateline", " date 2024-03-14 politics"),
        ("teaser", "Έμφραγμα στον Κηφισό από νωρίς το πρωί"),
        ("headline", "Θύελλα για τις δηλώσεις Περράκη στο ραδιόφωνο"),
        ("dateline", "Πολιτική 14 Μαρτίου 2024, 17:54"),
        ("", ""),
        ("headline", "Θύελλα για τις δηλώσεις Περράκη στο ραδιόφωνο"),
        ("", ""),
        ("subtitle", "Τι απαντά το υπουργείο"),
        ("", ""),
        ("byline", "Σύνταξη"),
        ("byline", "Νίκος Πέτρου"),
        ("", ""),
        ("", PROSE),
    )


def test_the_headline_again_without_its_kicker_or_its_site() -> None:
    page(("headline", f"Βόλος | {TITLE} – Τι είπαν"), ("headline", TITLE), ("", ""), ("", PROSE))
    page(("headline", f"{TITLE} - paradeigma.gr"), ("", ""), ("headline", TITLE), ("", ""), ("", PROSE))


def test_kicker_sections_and_labels_above_the_headline() -> None:
    page(("headline", "ΑΠΟΚΛΕΙΣΤΙΚΟ"), ("headline", TITLE), ("", ""), ("", PROSE))
    page(("menu", "Κοινωνία"), ("headline", TITLE), ("", ""), ("", PROSE))
    page(("menu", "Αξιοπερίεργα"), ("", ""), ("headline", TITLE), ("", ""), ("", PROSE))
    page(("menu", "• ΑΡΧΙΚΗ"), ("menu", "• ΤΑ ΝΕΑ ΜΑΣ"), ("headline", TITLE), ("", ""), ("", PROSE))


@pytest.mark.parametrize(
    ("line", "byline", "dateline"),
    [
        ("Newsroom | 14 Μαρ 2024, 00:52", "Newsroom", "14 Μαρ 2024, 00:52"),
        ("από Άννα Ρώμα — 3 Μαΐου 2024, 14:55 — σε Πολιτική", "από Άννα Ρώμα", "3 Μαΐου 2024, 14:55"),
        ("3 Μαΐου 2024 στις 18:05 Άννα Ρώμα", "Άννα Ρώμα", "3 Μαΐου 2024 στις 18:05"),
        ("Γράφει η Άννα Ρώμα · 3 Μαΐου 2024 · 2' ανάγνωση", "Γράφει η Άννα Ρώμα", "3 Μαΐου 2024 · 2' ανάγνωση"),
        (
            "Επιμέλεια: Άννα Ρώμα | Δημοσίευση: 3/5/24, 7:58 μ.μ.",
            "Επιμέλεια: Άννα Ρώμα",
            "Δημοσίευση: 3/5/24, 7:58 μ.μ.",
        ),
    ],
)
def test_writer_and_date_on_one_line(line: str, byline: str, dateline: str) -> None:
    text = f"{TITLE}\n{line}\n\n{PROSE}"
    found = {zone.zone: text[zone.start : zone.end] for zone in find_zones(text)}
    assert found == {"headline": TITLE, "byline": byline, "dateline": dateline}


@pytest.mark.parametrize(
    "line",
    [
        "Πέμ, 6 Νοε 2025 - 23:31",
        "12.10.2025 | 21:47",
        "16:44, 27 Ιανουαρίου 2026",
        "Παρ 27/2/2026 19:55 (τελευταία ενημέρωση 20:31)",
        "Πρώτη δημοσίευση 03 Μαρ 2026, 18:20 | Ενημέρωση 21:47",
        "Βόλος, 19 Μαρτίου, 21:15",
        "Βόλος | 31/08/2025 | 11:25 | Χρόνος ανάγνωσης: 4 λεπτά",
        "11' 32\" χρόνος ανάγνωσης",
        "Updated: May 12, 2024 7:45 pm",
        "21:10",
    ],
)
def test_datelines(line: str) -> None:
    page(("headline", TITLE), ("dateline", line), ("", ""), ("", PROSE))


@pytest.mark.parametrize(
    "line",
    [
        "Άννα-Μαρία Σκούρα",
        "Νίκος Γ. Φάκας",
        "Α. Χ.",
        "ΤΗΣ ΑΝΝΑΣ ΡΩΜΑ",
        "Του ανταποκριτή μας στη Βουλή Άρη Λέκκα",
        "Βόλος, της ανταποκρίτριάς μας Κλειώς Ρήγα",
        "ΒΟΛΟΣ. Του απεσταλμένου μας Πάνου Λέκκα",
        "Ρεπορτάζ – φωτογραφίες: Άννα Ρώμα",
        "ΡΕΠΟΡΤΑΖ: Άρης Λέκκας, Άννα Ρώμα",
        "SportDesk Team",
        "Κείμενο: Άννα Ρώμα",
        "Μετάφραση-επιμέλεια: Άννα Ρώμα",
        "Ανταπόκριση από το Βερολίνο: Άννα Ρώμα",
        "Της Άννας Ρώμα, καθηγήτριας Οικονομικών",
        "Άρης Λέκκας - alekkas@paradeigma.gr",
        "Άρης Λέκκας @alekkas",
    ],
)
def test_bylines_under_the_headline(line: str) -> None:
    page(("headline", TITLE), ("byline", line), ("", ""), ("", PROSE))


def test_a_name_alone_is_a_byline_under_the_headline_only() -> None:
    page(("headline", TITLE), ("byline", "Άννα Ρώμα"), ("", ""), ("", PROSE), ("", ""), ("", "Άννα Ρώμα"), ("", PROSE))
    page(("", PROSE), ("", ""), ("", "Άννα Ρώμα"), ("", ""), ("", PROSE))


def test_signed_below_the_first_sentences() -> None:
    page(("", PROSE), ("", ""), ("byline", "Της Άννας Ρώμα"), ("", ""), ("", "«Εδώ θα μείνω», λέει."))


def test_captions_by_the_credit_below_them() -> None:
    page(
        ("headline", TITLE),
        ("", ""),
        ("caption", "Λεωνίδας Πέτρου"),
        ("caption", "ΥΠΕΞ / Άννα Ρώμα"),
        ("", ""),
        ("", PROSE),
        ("", ""),
        ("caption", "Η γέφυρα μετά τα έργα"),
        ("caption", "Φωτ.: Υπηρεσία Έργων / Κ. Ρώμας"),
        ("", ""),
        ("", PROSE),
    )


def test_stories_in_mid_text_end_with_the_list() -> None:
    page(
        ("", PROSE),
        ("", ""),
        ("teaser", "Διαβάστε ακόμη"),
        ("", ""),
        ("teaser", "Πότε ανοίγει η γέφυρα"),
        ("", ""),
        ("teaser", "Πέτρου: «Μας ξέχασαν»"),
        ("", ""),
        ("", "Τι λέει ο δήμος"),
        ("", ""),
        ("", PROSE),
    )
    page(("", PROSE), ("teaser", "Διαβάστε ακόμη"), ("teaser", "Πότε ανοίγει η γέφυρα"), ("", PROSE), ("", PROSE))
    page(("", PROSE), ("", ""), ("teaser", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ"), ("", ""), ("", PROSE))


def test_stories_with_their_times_and_their_dates_below() -> None:
    page(
        ("", PROSE),
        ("", ""),
        ("teaser", "Περισσότερα νέα"),
        ("teaser", "Το πορτοφόλι που βρήκε η γάτα 08:55"),
        ("teaser", "Σεισμός 4,1 Ρίχτερ στη Λαμία"),
        ("teaser", "14/03/2024, 12:40"),
    )


def test_posts() -> None:
    page(
        ("", PROSE),
        ("", ""),
        ("post", "Άρης Λέκκας"),
        ("post", "@arislekkas"),
        ("post", "Καλή επιτυχία στα παιδιά. Μην αγχώνεστε!"),
        ("post", "pic.twitter.com/a1B2c3"),
        ("post", "— Άρης Λέκκας (@arislekkas) May 12, 2024"),
        ("", ""),
        ("", PROSE),
    )
    page(("", PROSE), ("", ""), ("post", "annaroma ✓"), ("post", "Τα λέμε το καλοκαίρι."), ("post", "48.211 likes"))
    page(
        ("", PROSE),
        ("", ""),
        ("post", "Άννα Ρώμα"),
        ("post", "Έφυγε ο σκύλος."),
        ("post", "12 σχόλια  40 κοινοποιήσεις"),
    )


def test_a_post_in_a_page_without_empty_lines() -> None:
    page(
        ("", PROSE),
        ("post", "@arislekkas"),
        ("post", "Καλή επιτυχία στα παιδιά!"),
        ("", PROSE),
        ("post", "Ευχαριστώ τον κόσμο"),
        ("post", "— Άννα Ρώμα (@annaroma) May 12, 2024"),
        ("", PROSE),
    )


def test_a_post_in_a_page_with_an_empty_line_below_every_line() -> None:
    lines = [
        ("", PROSE),
        ("post", "Άρης Λέκκας"),
        ("post", "@arislekkas"),
        ("post", "Καλή επιτυχία στα παιδιά!"),
        ("post", "— Άρης Λέκκας (@arislekkas) May 12, 2024"),
        ("", PROSE),
        ("", PROSE),
    ]
    page(*(pair for line in lines for pair in (line, ("", ""))))


def test_lists() -> None:
    page(
        ("headline", TITLE),
        ("", PROSE),
        ("", "Το πρόγραμμα"),
        ("", ""),
        ("list", "• 2/7: Χορωδία Βόλου"),
        ("list", "• 3/7: Ορέστης Λέκκας"),
    )
    page(
        ("", PROSE),
        ("", ""),
        ("list", "- 20:30: Ξενάγηση στο κάστρο"),
        ("list", "- 21:15: Το κουαρτέτο παίζει Ντβόρζακ"),
    )


def test_a_date_in_front_of_the_text() -> None:
    text = f"2024-03-14 {PROSE}\n\n{PROSE}"
    assert find_zones(text) == [Zone(start=0, end=10, zone="dateline")]
    assert find_zones(f" date {text}")[0] == Zone(start=1, end=16, zone="dateline")
    assert find_zones(f"14.03.2024, {PROSE}") == [Zone(start=0, end=10, zone="dateline")]


# What is doubtful is text


@pytest.mark.parametrize(
    "text",
    [
        "Ο Νίκος Πέτρου είπε ότι θα φύγει",
        "Ποιος φοβάται τον Νίκο;",
        "Νίκος Πέτρου",
        "«Δεν φεύγω», είπε ο Άρης Λέκκας",
        f"{PROSE}\n{PROSE}\n{PROSE}",
        f"{PROSE}\n\nΤι λέει η Άννα Ρώμα\n\n{PROSE}",
        f"{PROSE}\n\n«Θα δούμε».\n\n{PROSE}",
        f"{PROSE}\n– Ποιος είναι;\n– Εγώ, γιαγιά.\n{PROSE}",
        f"{PROSE}\n- «Ποιος το έκανε;»\n- «Εγώ»\n{PROSE}",
        f"{PROSE}\n- Ποιος το έκανε;\n- Εγώ\n{PROSE}",
        f"{PROSE}\nΤο κτίριο διαθέτει:\n• ράμπες\n• δύο ανελκυστήρες\n{PROSE}",
        f"{PROSE}\n• Δευτέρα: Ο Λέκκας φτάνει στη Ρώμη. Θα δει τον Πέτρου.\n• Τρίτη: Ο Λέκκας γυρίζει\n{PROSE}",
        f"{PROSE}\nΜην ψάχνετε αλλού, ακολουθήστε τον Πέτρου και δείτε πού θα βγείτε.\n{PROSE}",
        f"{PROSE}\nΑκολουθήστε τον Πέτρου και δείτε πού θα βγείτε\n{PROSE}",
        f"{PROSE}\nΑν έχετε νερό, μοιραστείτε το.\n{PROSE}",
        f"{PROSE}\nΒρείτε με στο Facebook, είπε ο Νίκος Πέτρου.\n{PROSE}",
        f"{PROSE}\nΠηγή έμπνευσης για τον Πέτρου ήταν η θάλασσα\n{PROSE}",
        f"{PROSE}\nΜε πληροφορίες από τον Πέτρου η αστυνομία έφτασε στο σπίτι.\n{PROSE}",
        f"{PROSE}\n\nΤο έγραψε χτες το βράδυ ο @arislekkas\nΚανείς δεν απάντησε\n\n{PROSE}",
        f"{PROSE}\nΜάθετε ποιος το έγραψε στο Facebook\n{PROSE}",
        f"{PROSE}\n\n23:40 Το παζάρι κλείνει σε είκοσι λεπτά.\n\n22:15 Επίσημο: έφυγε ο Λέκκας.\n\n{PROSE}",
        f"{PROSE}\n\nΆρης Λέκκας (αρχηγός): «Κλείσαμε στόματα»\nΝίκος Πέτρου (προπονητής): «Φταίω εγώ»\n\n{PROSE}",
        f"{PROSE}\n\nΓια τον διαιτητή: «Δεν θα πω τίποτα»\n\n{PROSE}",
        "Ο Άρης διάβασε την επιστολή και έφυγε. Διαβάστε την κι εσείς, είπε στους φίλους του.\nΎστερα σώπασε.",
        f"{PROSE}\nΗ φωτογραφία: μια γυναίκα κοιτάζει τη θάλασσα. Την τράβηξε ο Νίκος.\n{PROSE}",
        f"{PROSE}\nΟ Πέτρου μίλησε στο πρακτορείο (Reuters).\n{PROSE}",
        f"{PROSE}\nΤο έγραψε στο Facebook και στο Viber ο Νίκος Πέτρου.\n{PROSE}",
        f"{PROSE}\nΓράφει ο Πέτρου στο βιβλίο του: «Ήμασταν παιδιά».\n{PROSE}",
        f"{PROSE}\nΠερισσότερα δεν είπε ο Πέτρου\n{PROSE}",
        f"{PROSE}\n• Οι επιβάτες αλλάζουν το εισιτήριό τους χωρίς χρέωση.\n• Τα πλοία μένουν δεμένα.\n{PROSE}",
        f"{PROSE}\nΔείτε τι έγινε όταν ήρθε εδώ ο Πέτρου\n{PROSE}",
        f"{PROSE}\nΤο έγραψε ο Πέτρου στο ημερολόγιο (ένα αρχείο πέντε σελίδων).\n{PROSE}",
        f"{PROSE}\nΔιαβάστε όλα τα νεανικά του ποιήματα, είπε ο Πέτρου.\n{PROSE}",
        f"{PROSE}\nΣτη φωτογραφία, μια γυναίκα κοιτάζει τη θάλασσα.\n{PROSE}",
    ],
)
def test_no_zone(text: str) -> None:
    assert find_zones(text) == []


def test_a_plain_article_has_its_headline_only() -> None:
    page(("headline", TITLE), ("", ""), ("", PROSE), ("", ""), ("", "Ο ίδιος έφυγε."), ("", ""), ("", PROSE))
    page(("headline", TITLE), ("", PROSE), ("", "Ο ίδιος έφυγε."), ("", "Πού πήγε;"), ("", PROSE))


def test_a_short_text_under_its_headline_is_no_subtitle() -> None:
    page(("headline", TITLE), ("", ""), ("", PROSE), ("", ""), ("byline", "Πηγή: Reuters"))
    page(("headline", TITLE), ("byline", "Άννα Ρώμα"), ("", PROSE), ("caption", "Φωτό: Άννα Ρώμα"), ("", PROSE))


def test_a_subtitle_that_repeats_as_a_sentence_is_text_there() -> None:
    page(("headline", TITLE), ("", f"{TITLE} έγινε χτες, όπως γράφει ο Πέτρου."), ("", PROSE))


def test_a_sentence_above_a_video_is_no_subtitle() -> None:
    page(("headline", TITLE), ("", ""), ("", PROSE), ("", ""), ("menu", "Δείτε το βίντεο"), ("", ""), ("", PROSE))


def test_a_crosshead_of_two_words_is_no_byline_below_a_sentence() -> None:
    page(("headline", TITLE), ("", ""), ("", PROSE), ("", ""), ("", "ΚΑΜΙΑ ΣΥΝΑΙΝΕΣΗ"), ("", ""), ("", PROSE))
    page(
        ("headline", TITLE),
        ("subtitle", PROSE),
        ("byline", "Άννα Ρώμα"),
        ("dateline", "12/05/2024"),
        ("", ""),
        ("", PROSE),
    )


def test_lines_of_a_live_page_are_no_datelines() -> None:
    page(("headline", TITLE), ("dateline", "12/05/2024"), ("", ""), ("", "07:41 Έκλεισε το λιμάνι"), ("", PROSE))


def test_points_under_the_headline_are_no_menu() -> None:
    page(
        ("headline", TITLE),
        ("", ""),
        ("list", "• Κλείνει η γέφυρα"),
        ("list", "• Ανοίγει ο δρόμος"),
        ("", ""),
        ("", PROSE),
    )


@pytest.mark.parametrize(
    "headline",
    [
        "Συνέντευξη του Άρη Λέκκα στο «Παράδειγμα»",
        "Συνέντευξη του Άρη Λέκκα",
        "Συζήτηση με την Άννα Ρώμα",
        "Φωτογραφίες: Το χιόνι στη Λίμνη Πλαστήρα",
        "Ο Άρης Λέκκας γράφει",
        "Έρευνα: Τι φοβούνται οι νέοι",
        "Λέκκας: «Φεύγω στις 12/05/2024»",
        "Στιγμιότυπα από τη ζωή της Άννας Ρώμα",
    ],
)
def test_headlines_that_look_like_furniture(headline: str) -> None:
    page(("headline", headline), ("", ""), ("", PROSE), ("", ""), ("", PROSE))
    page(("headline", headline), ("byline", "Newsroom"), ("", ""), ("", PROSE))


def test_a_rule_is_as_good_as_an_empty_line() -> None:
    text = f"{TITLE}\n***\nΆννα Ρώμα\n- - -\n{PROSE}"
    assert by_line(text) == [("headline", TITLE), ("byline", "Άννα Ρώμα"), ("", PROSE)]


# Any string


@pytest.mark.parametrize(
    "text", ["", "\n", "\r\n \t\n", "\0", "\ud800", "«", "@", "#", "•\n•\n•", "|||\n|||", "👍\n👍🏽", "12/05/2024"]
)
def test_any_string(text: str) -> None:
    assert all(0 <= zone.start < zone.end <= len(text) for zone in find_zones(text))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_and_decomposed_letters(end: str) -> None:
    wanted = ["Διαβάστε επίσης:", "Άλφα: «Δεν φεύγω»"]
    for text in (end.join([PROSE, "", *wanted]), unicodedata.normalize("NFD", end.join([PROSE, "", *wanted]))):
        zones = find_zones(text)
        assert [zone.zone for zone in zones] == ["teaser", "teaser"]
        assert [unicodedata.normalize("NFC", text[zone.start : zone.end]) for zone in zones] == wanted


def test_offsets_of_pieces_in_decomposed_letters() -> None:
    text = unicodedata.normalize("NFD", f"{TITLE}\n  Μαρία Λαμπράκη | 3 Μαΐου 2024, 07:45  \n\n{PROSE}")
    found = {zone.zone: unicodedata.normalize("NFC", text[zone.start : zone.end]) for zone in find_zones(text)}
    assert found == {"headline": TITLE, "byline": "Μαρία Λαμπράκη", "dateline": "3 Μαΐου 2024, 07:45"}


def test_zones_are_in_order_apart_and_within_lines() -> None:
    text = "\n".join([TITLE, "Newsroom | 12/05/2024", *(context(row)[0] for row in ROWS)])
    zones = find_zones(text)
    assert zones == sorted(zones)
    assert all(left.end <= right.start for left, right in pairwise(zones))
    assert not any(re.search(r"[\r\n]", text[zone.start : zone.end]) for zone in zones)


LINES = [row["example"] for row in ROWS] + [
    ". , | - " * 35,
    "12/05/2024 07:45 " * 15,
    "ΑΑ. " * 70,
    "Α Β, " * 60,
    "(" * 300,
]


@pytest.mark.parametrize("line", LINES, ids=range(len(LINES)))
def test_time_grows_with_the_text(line: str) -> None:
    def seconds(count: int) -> float:
        text = "\n".join(f"{line} {number % 7}\n{TITLE} {number}" for number in range(count))
        gc.collect()  # the garbage of all tests before may take longer than what is measured
        gc.disable()
        start = time.process_time()
        find_zones(text)
        taken = time.process_time() - start
        gc.enable()
        return taken

    forms()
    assert seconds(800) < 0.05 + 10 * max(seconds(200), 0.005)
