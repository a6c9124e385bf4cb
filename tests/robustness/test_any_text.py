"""What holds for any text at all."""

from __future__ import annotations

import json
import pickle
import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from small import extractor
from texts import articles, wild

import eipe
from eipe.article.marks import DEEPEST, find_marks
from eipe.extractions import Extraction
from eipe.records import Span
from eipe.text import CleanText

#: Two surrogates that stand side by side, and are one character to every reader of JSON.
HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")

#: A soft hyphen, a zero-width space, a mark of direction, a word joiner, a byte order mark.
UNSEEN = ("\u00ad", "\u200b", "\u200e", "\u2060", "\ufeff")

MANY = settings(
    max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, print_blob=True
)
FEW = settings(MANY, max_examples=100)
MODEL = settings(MANY, max_examples=25)


def spans(result: Extraction) -> Iterator[Span]:
    for entity in result.entities:
        yield from entity.mentions
    for quote in result.quotes:
        yield quote
        yield from filter(None, (quote.cue, quote.speaker_mention))
        for entity in filter(None, (quote.speaker, quote.addressee)):
            yield from entity.mentions
    yield from result.terms


def check(text: str, result: Extraction) -> None:
    assert result.text == text
    for span in spans(result):
        assert 0 <= span.start <= span.end <= len(text)
        assert text[span.start : span.end] == span.text
    for quote in result.quotes:
        assert 0 <= quote.confidence <= 1
        assert quote.rule
        assert quote.speaker is None or quote.speaker in result.entities
        assert quote.addressee is None or quote.addressee in result.entities
    for entity in result.entities:
        assert entity.name
        assert entity.mentions == tuple(sorted(entity.mentions, key=lambda m: (m.start, m.end)))
    for part in (result.quotes, result.terms):
        assert [span.start for span in part] == sorted(span.start for span in part)
    assert Extraction.from_dict(result.to_dict()) == result
    if not HALVES.search(text):
        assert Extraction.from_dict(json.loads(result.to_json())) == result
    result.to_json().encode("utf8")
    assert pickle.loads(pickle.dumps(result)) == result
    hash(result)


@MANY
@given(wild())
@example("")
@example("\x00")
@example("«")
@example("«»")
@example("\ud800«\udfff»")
@example("«Ναι», είπε ο\u0301 Παππα\u0301ς.")
@example("«Ναι»,\r\nείπε ο ΠΑΠΠΆΣ.")
def test_small_pipeline(text: str) -> None:
    result = extractor().extract(text)
    check(text, result)
    assert extractor().extract(text) == result


@MODEL
@given(wild(longest=25))
@example("«Ναι», είπε ο Νίκος Παππάς\x00 «")
def test_embedded_model(text: str) -> None:
    result = eipe.extract(text)
    check(text, result)
    assert eipe.extract(text) == result


@MANY
@given(wild())
def test_quotes_and_terms_account_for_every_pair(text: str) -> None:
    clean = CleanText(text)
    result = extractor().extract(clean.text)
    pairs = {(mark.start, mark.end) for mark in find_marks(clean.text)}
    found = [(span.start, span.end) for span in (*result.quotes, *result.terms)]
    # A stretch that names its own speaker ends sooner; all else is as the marks say.
    assert len(set(found) & pairs) >= len(pairs) - 5
    assert len(found) == len(find_marks(clean.text)) or not set(found) <= pairs


@MANY
@given(wild())
def test_every_mark_belongs_to_a_pair(text: str) -> None:
    marks = find_marks(text)
    halves = {mark.open for mark in marks} | {mark.close for mark in marks}
    deep = {index for index, mark in enumerate(marks) if depth(marks, index) == DEEPEST}
    for at, char in enumerate(text):
        if char not in '«»‹›„“”"' or at in halves:
            continue
        if char == '"' and text[at - 1 : at].isdigit():
            continue  # inches
        inside = [index for index, mark in enumerate(marks) if mark.start <= at < mark.end]
        reopens = not re.split("[\r\n\x85\u2028\u2029]", text[:at])[-1].strip()
        assert inside and (reopens or deep & set(inside)), (at, char, ascii(text), marks)


def depth(marks: list, index: int) -> int:  # type: ignore[type-arg]
    count = 0
    while index >= 0:
        count, index = count + 1, marks[index].parent
    return count


@FEW
@given(wild())
def test_marks_nest(text: str) -> None:
    marks = find_marks(text)
    for index, mark in enumerate(marks):
        assert 0 <= mark.start <= mark.end <= len(text)
        assert mark.parent < index
        if mark.parent >= 0:
            assert marks[mark.parent].start <= mark.start <= mark.end <= marks[mark.parent].end


@FEW
@given(articles(("Νίκος Παππάς", "Παππάς")), articles(("Rubio", "Άννα Βέργου")))
def test_a_text_behind_changes_nothing_before_it(first: str, second: str) -> None:
    # The text has begun: a line that stands alone is text, and the first of two may be a headline.
    first = f"Το σχολείο άνοιξε χθες.\n\n{first}"
    alone = extractor().extract(first)
    both = extractor().extract(first + "\n\n" + second)
    assert both.quotes[: len(alone.quotes)] == alone.quotes
    assert both.terms[: len(alone.terms)] == alone.terms


@FEW
@given(articles())
def test_composed_or_not_is_the_same_text(text: str) -> None:
    same(text)


@MODEL
@given(articles())
def test_composed_or_not_is_the_same_to_the_model(text: str) -> None:
    same(text, eipe.extract)


@FEW
@given(wild(), st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(UNSEEN)), max_size=20))
@example("«Θα έρθω», είπε ο Νίκος Παππάς.", [(place, "\u00ad") for place in range(31)])
@example("Ο Νίκος Παππα\u0301ς", [(13, "\u200b"), (14, "\u200b")])
def test_what_is_unseen_changes_nothing(text: str, strewn: list[tuple[int, str]]) -> None:
    text = dirty = seen(text)
    for place, char in strewn:
        dirty = dirty[: place % (len(dirty) + 1)] + char + dirty[place % (len(dirty) + 1) :]
    one, other = extractor().extract(text), extractor().extract(dirty)
    check(dirty, other)
    for spans, others in ((one.quotes, other.quotes), (one.terms, other.terms)):
        assert [seen(span.text) for span in spans] == [seen(span.text) for span in others]
    assert [entity.name for entity in one.entities] == [entity.name for entity in other.entities]
    for span in (*other.terms, *(m for entity in other.entities for m in entity.mentions)):
        assert span.text[:1] not in UNSEEN and span.text[-1:] not in UNSEEN


def seen(text: str) -> str:
    return "".join(char for char in text if char not in UNSEEN)


def same(text: str, extract=None) -> None:  # type: ignore[no-untyped-def]
    extract = extract or extractor().extract
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    one, other = extract(composed), extract(apart)
    check(apart, other)
    assert [plain(quote) for quote in one.quotes] == [plain(quote) for quote in other.quotes]
    assert [entity.name for entity in one.entities] == [entity.name for entity in other.entities]
    assert [compose(term.text) for term in one.terms] == [compose(term.text) for term in other.terms]


def compose(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def plain(quote: eipe.Quote) -> tuple[object, ...]:
    name = quote.speaker and quote.speaker.name
    cue = quote.cue and compose(quote.cue.text)
    return compose(quote.text), quote.kind, cue, name, quote.rule


@pytest.mark.parametrize("letter", ["İ", "ß", "ΐ", "ΰ", "ŉ", "ﬁ", "ẞ", "ϊ\u0301", "🙂", "𝕬"])
def test_letters_that_grow_when_folded_keep_offsets_right(letter: str) -> None:
    text = f"Στο {letter * 7} ήρθε. «Ναι, θα έρθω {letter}», είπε ο Νίκος Παππάς. Το {letter}: «Όχι», είπε ο Παππάς."
    result = extractor().extract(text)
    check(text, result)
    assert [quote.text for quote in result.quotes] == [f"Ναι, θα έρθω {letter}", "Όχι"]
    for quote in result.quotes:
        assert quote.speaker is not None and quote.speaker.name == "Νίκος Παππάς"
        assert quote.cue is not None and quote.cue.text == "είπε"
