"""The article laid out for attribution: the writer's own sentences, with each quotation as one item in them.

Parsers and sentence splitters stumble inside and at the edge of quotation marks, so the writer's sentences are
read off the words outside the marks. A quotation's inside is laid out in the same way, for the quotations nested
in it. Every word belongs to exactly one sentence; the cost is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from eipe.quotes.marks import MARKS, Marks, paragraphs
from eipe.quotes.words import Word

__all__ = ["Layout", "Sentence", "lay_out"]

_STOPS = frozenset((".", "!", "?", ";", "…", "...", "..", ";;", "!!", "?!", ";!"))
_ENDED = re.compile(r"[.!?;…]\s*$")


@dataclass(slots=True)
class Sentence:
    """One sentence of the writer (or, inside a quotation, of the source).

    Attributes:
        items: Indices of words, and ``~index`` for a pair of marks, in text order.
        region: Index of the pair of marks that it stands in; -1 for the article itself.
        paragraph: Which line of the text it begins in.
    """

    items: list[int] = field(default_factory=list)
    region: int = -1
    paragraph: int = 0


@dataclass(slots=True)
class Layout:
    """Sentences, and where each pair of marks stands among them.

    Attributes:
        words: The words of the article.
        marks: The pairs of marks.
        sentences: In order of their first item.
        place: For each pair of marks, (index of its sentence, position among the items).
        interior: For each pair of marks, the range of words inside it.
    """

    text: str
    words: list[Word]
    marks: list[Marks]
    sentences: list[Sentence]
    place: list[tuple[int, int]]
    interior: list[tuple[int, int]]


def lay_out(text: str, words: list[Word], marks: list[Marks]) -> Layout:
    """Sorts words and pairs of marks into sentences."""
    starts = [word.start for word in words]
    interior = [(bisect_right(starts, m.start - 1), bisect_right(starts, m.end - 1)) for m in marks]
    lines = [start for start, _ in paragraphs(text)]
    sentences: list[Sentence] = []
    place = [(-1, -1)] * len(marks)
    current: dict[int, Sentence] = {}  # region -> its open sentence
    index_of: dict[int, int] = {}  # region -> index of its open sentence
    around: list[int] = []
    mark = 0

    def add(region: int, item: int, offset: int) -> None:
        paragraph = bisect_right(lines, offset) - 1
        sentence = current.get(region)
        if sentence is None or (sentence.items and _breaks(text, words, marks, sentence, item, paragraph)):
            sentence = Sentence(region=region, paragraph=paragraph)
            current[region] = sentence
            index_of[region] = len(sentences)
            sentences.append(sentence)
        if item < 0:
            place[~item] = (index_of[region], len(sentence.items))
        sentence.items.append(item)
        if item < 0:
            sentence.paragraph = max(
                sentence.paragraph, bisect_right(lines, max(marks[~item].end - 1, 0)) - 1
            )

    for index, word in enumerate(words):
        while mark < len(marks) and marks[mark].start <= word.start:
            _enter(mark, marks, around, add)
            mark += 1
        while around and marks[around[-1]].end <= word.start:
            around.pop()
        if word.text not in MARKS:
            add(around[-1] if around else -1, index, word.start)
    for rest in range(mark, len(marks)):
        _enter(rest, marks, around, add)
    return Layout(text, words, marks, sentences, place, interior)


def _enter(mark, marks, around, add):  # type: ignore[no-untyped-def]
    while around and around[-1] != marks[mark].parent:
        around.pop()
    add(around[-1] if around else -1, ~mark, marks[mark].start)
    around.append(mark)


def _breaks(
    text: str, words: list[Word], marks: list[Marks], sentence: Sentence, item: int, paragraph: int
) -> bool:
    """Whether a new sentence begins with ``item``."""
    if paragraph != sentence.paragraph:
        return True
    last = sentence.items[-1]
    capital = item < 0 or words[item].text[:1].isupper() or not words[item].is_word
    if item >= 0 and not words[item].is_word:
        return False  # closing punctuation stays with its sentence
    if last >= 0:
        return words[last].text in _STOPS and (capital or words[last].text in (".", ";"))
    # «Πού πάμε;» Η ερώτηση ...: the quotation ended the sentence; «Πού πάμε;» ρώτησε ο Νίκος: it did not.
    quoted = text[marks[~last].start : marks[~last].end]
    return item >= 0 and capital and _ENDED.search(quoted) is not None and words[item].article is not None
