"""HTML and terminal: what stands where, and what must not get through."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from use_examples import FIRE, MARKUP, SCHOOLS, read

from eipe import Extraction, Mention, Organization, Person, Place, Quote, Span
from eipe.display import terminal
from eipe.display.html import fragment, page
from eipe.display.layers import paragraphs

#: What search engines read; browsers do not run it.
DATA = re.compile(r'<script type="application/ld\+json">[^<]*</script>')


class Text(HTMLParser):
    """The text of the element ``eipe-text`` without the labels, and the tags of the whole."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()
        self.stack: list[str] = []
        self.feed(html)
        assert not self.stack, "every tag is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "br", "link"):
            self.stack.append(f"{tag}.{dict(attrs).get('class') or ''}")

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop().startswith(f"{tag}.")

    def handle_data(self, data: str) -> None:
        if "div.eipe-text" in self.stack and not any("eipe-by" in tag for tag in self.stack):
            self.text += data


def hand_built(text: str, **found: tuple[tuple[int, int], ...]) -> Extraction:
    """An extraction of stretches, without a model."""

    def span(start: int, end: int) -> dict:
        return {"start": start, "end": end, "text": text[start:end]}

    mentions = tuple(Mention(**span(*at)) for at in found.get("person", ()))
    person = Person(name="Α", ascii="A", latin="A", mentions=mentions)
    others = tuple(Mention(**span(*at)) for at in found.get("organization", ()))
    quotes = tuple(
        Quote(**span(*at), kind="speech", speaker=person, rule="r", confidence=1.0) for at in found.get("quote", ())
    )
    return Extraction(
        text=text,
        people=(person,),
        organizations=(Organization(name="Β", ascii="B", latin="B", mentions=others),),
        quotes=quotes,
        terms=tuple(Span(**span(*at)) for at in found.get("term", ())),
    )


@pytest.mark.parametrize("text", [FIRE, SCHOOLS, MARKUP, "", "\n\n", "«", "α\r\nβ", "a\x00b\x1b[31m", "\ud800"])
def test_the_article_stands_in_the_html_as_it_is(text: str) -> None:
    shown = Text(fragment(read(text))).text
    assert shown == re.sub("[\x00-\x08\x0e-\x1f\ud800]", "\ufffd", text)


def test_markup_in_the_text_stays_text() -> None:
    html = DATA.sub("", "".join(page([(MARKUP, read(MARKUP))], title=MARKUP)))
    assert "script" not in Text(html).tags
    assert "<b>τ" not in html


def test_the_speaker_is_at_hand() -> None:
    html = fragment(read(FIRE))
    assert re.search(r'class="eipe-by eipe-by-person"[^>]*>Ελένη Καραγιάννη<', html)
    assert "Who said what" in html
    assert "Ποιος είπε τι" in read(FIRE).to_html(language="el")


def test_the_page_lists_who_and_what_is_in_it() -> None:
    place = "Χίος & Ψαρά"
    extraction = replace(
        read(FIRE),
        people=(Person(name="<b>Άννα", ascii="", latin="", gender="f", roles=("υπουργός Υγείας",)),),
        places=(Place(name=place, ascii="", latin="", mentions=(Mention(start=0, end=3, text="Στο"),)),),
        organizations=(),
    )
    for language, woman, headings in (
        ("en", "woman", ["People", "Places", "Who said what"]),
        ("el", "γυναίκα", ["Πρόσωπα", "Τόποι", "Ποιος είπε τι"]),
    ):
        html = fragment(extraction, language=language)  # type: ignore[arg-type]
        assert re.findall("<h2>(.*?)</h2>", html) == headings
        entries = [unescape(re.sub("<[^>]*>", "", entry)) for entry in re.findall("<li><mark.*?</li>", html)]
        assert entries == [f"<b>Άννα {woman}, υπουργός Υγείας", f"{place} 1×"]


def test_nothing_is_fetched() -> None:
    html = DATA.sub("", read(FIRE).to_html(title="Πήλιο"))
    assert not re.search(r"<(script|link|img|iframe)|https?://|url\(|@import|src=", html)


@pytest.mark.parametrize(
    "found",
    [
        {"quote": ((0, 6),), "person": ((4, 9),)},  # a name over the end of a quotation
        {"quote": ((2, 8),), "person": ((0, 4),), "organization": ((3, 5),)},
        {"quote": ((0, 10), (2, 6)), "term": ((2, 6),), "person": ((2, 6),)},
        {"quote": ((3, 16),), "person": ((9, 13),)},  # over the end of a paragraph
        {"quote": ((4, 4),), "person": ((10, 12),)},
    ],
)
def test_stretches_that_cross_are_cut_and_none_is_lost(found: dict[str, tuple[tuple[int, int], ...]]) -> None:
    extraction = hand_built("0123456789\n\nabcdefgh", **found)
    covered: dict[str, set[int]] = {}

    def walk(nodes: list) -> None:
        for node in nodes:
            name = node.entity.type if node.kind == "mention" else node.kind
            covered.setdefault(name, set()).update(range(node.start, node.end))
            walk(node.children)

    walk(list(paragraphs(extraction)))
    for name, spans in found.items():
        wanted = {at for start, end in spans for at in range(start, end)} - {10, 11}
        assert covered.get(name, set()) == wanted
    assert Text(fragment(extraction)).text == extraction.text


def test_a_quotation_over_paragraphs_has_one_label() -> None:
    html = fragment(hand_built("«abc\n\n«def»", quote=((1, 10),)))
    assert html.count('class="eipe-by') == 1
    assert html.index("def") < html.index('class="eipe-by')
    assert html.count('id="eipe-') == 1


def test_terminal_lines_fit_and_say_the_same_with_and_without_colors() -> None:
    extraction = read(FIRE)
    plain = terminal.show(extraction, width=60)
    assert max(map(terminal.columns, plain.splitlines())) <= 60
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", terminal.show(extraction, width=60, color=True)) == plain
    assert "[Ελένη Καραγιάννη]" in " ".join(plain.split())


def test_headings_in_greek() -> None:
    lines = terminal.show(read(FIRE), language="el").splitlines()
    assert {"Πρόσωπα", "Ποιος είπε τι"} <= set(lines)
    assert not {"People", "Who said what"} & set(lines)
    assert terminal.show(Extraction(text=""), language="el").splitlines()[-1].strip() == (
        "Το κείμενο δεν παραθέτει λόγια κανενός."
    )


def test_an_article_cannot_steer_the_terminal() -> None:
    extraction = read("«\x1b[2J\x9b31m\x07Ναι\u202e», είπε ο Νίκος Παππάς.")
    extraction = replace(extraction, people=(Person(name="\x1b[31m", ascii="", latin=""),))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", terminal.show(extraction))


def test_a_word_longer_than_a_line_is_cut() -> None:
    lines = terminal.show(Extraction(text="α" * 100 + " 漢字" * 30), width=20).splitlines()
    assert max(map(terminal.columns, lines[:12])) <= 20
