"""The article laid out for attribution: the writer's own sentences, with each quotation as one item in them.

Parsers and sentence splitters stumble inside and at the edge of quotation marks, so the writer's sentences
are read off the words outside the marks. A quotation's inside is laid out in the same way, for the quotations
nested in it. Every word belongs to exactly one sentence; the cost is linear in the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from eipe.article.marks import MARKS, Marks, paragraphs
from eipe.quotes.words import Article, Word

__all__ = ["Layout", "Sentence", "lay_out"]

_STOPS = frozenset((".", "!", "?", ";", "…", "...", "..", ";;", "!!", "?!", ";!"))
_ENDS = frozenset(".!?;…")
_MARKS = frozenset(MARKS)
_BEFORE_NAMES = frozenset("—–―-(")
#: What a signature does not hold, and how many characters it has at most.
_NOT_SIGNED, SIGNATURE = frozenset((*MARKS, *":;!?")), 80
#: No sentence of prose has as many words; a longer one is cut, so that no text costs more than in proportion.
LONGEST = 250


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
        heads: The index of each word's head.
        marks: The pairs of marks.
        sentences: In order of their first item.
        place: For each pair of marks, (index of its sentence, position among the items).
        interior: For each pair of marks, the range of words inside it.
    """

    text: str
    words: list[Word]
    heads: list[int]
    marks: list[Marks]
    sentences: list[Sentence]
    place: list[tuple[int, int]]
    interior: list[tuple[int, int]]


def lay_out(article: Article, marks: list[Marks]) -> Layout:
    """Sorts words and pairs of marks into sentences."""
    words, starts = article.words, article.starts
    interior = [(bisect_left(starts, mark.start), bisect_left(starts, mark.end)) for mark in marks]
    rows = _Rows(article.text, words, marks)
    next_mark = 0
    for index, start in enumerate(starts):
        while next_mark < len(marks) and marks[next_mark].start <= start:
            rows.enter(next_mark)
            next_mark += 1
        rows.leave(start)
        if words[index].text not in _MARKS:
            rows.add(index, start)
    for rest in range(next_mark, len(marks)):
        rows.enter(rest)
    return Layout(article.text, words, article.heads, marks, rows.sentences, rows.place, interior)


class _Rows:
    """The sentences while they are being written, one open sentence a region."""

    def __init__(self, text: str, words: list[Word], marks: list[Marks]) -> None:
        self.text = text
        self.words = words
        self.marks = marks
        self.lines = [start for start, _ in paragraphs(text)]
        self.sentences: list[Sentence] = []
        self.place = [(-1, -1)] * len(marks)
        self.open: dict[int, int] = {}  # region -> index of its open sentence
        self.around: list[int] = []  # the pairs that stand around what comes next

    def enter(self, mark: int) -> None:
        """A pair of marks begins: it is an item where it stands, and a region of its own."""
        pair = self.marks[mark]
        while self.around and self.around[-1] != pair.parent:
            self.open.pop(self.around.pop(), None)
        sentence = self.add(~mark, pair.start)
        sentence.paragraph = max(sentence.paragraph, self._line(max(pair.end - 1, 0)))
        self.around.append(mark)

    def leave(self, offset: int) -> None:
        """The pairs that end before ``offset`` are over."""
        while self.around and self.marks[self.around[-1]].end <= offset:
            self.open.pop(self.around.pop(), None)

    def add(self, item: int, offset: int) -> Sentence:
        """Puts an item into the sentence that it belongs to."""
        region = self.around[-1] if self.around else -1
        line = self._line(offset)
        index = self.open.get(region, -1)
        if index < 0 or self._breaks(self.sentences[index], item, line):
            index = self.open[region] = len(self.sentences)
            self.sentences.append(Sentence(region=region, paragraph=line))
        sentence = self.sentences[index]
        sentence.paragraph = max(sentence.paragraph, line)  # a signature on the next line
        if item < 0:
            self.place[~item] = (index, len(sentence.items))
        sentence.items.append(item)
        return sentence

    def _line(self, offset: int) -> int:
        return bisect_right(self.lines, offset) - 1

    def _is_signature(self, item: int, line: int) -> bool:
        """Whether a line holds a dash or a bracket, a name, and little else: — Νίκος Παππάς, δήμαρχος Ρόδου."""
        words = self.words[item : item + 2] if item >= 0 else []
        if len(words) < 2 or words[0].text not in _BEFORE_NAMES or words[1].mention < 0:
            return False
        end = self.lines[line + 1] if line + 1 < len(self.lines) else len(self.text)
        text = self.text[self.lines[line] : end].strip()
        return len(text) < SIGNATURE and _NOT_SIGNED.isdisjoint(text)

    def _breaks(self, sentence: Sentence, item: int, line: int) -> bool:
        """Whether a new sentence begins with ``item``."""
        words, last = self.words, sentence.items[-1]
        announced = item < 0 <= last and words[last].text == ":"  # μας είπε: and the quotation on the next line
        closed = last < 0 or (words[last].text == "." and min(sentence.items[-2:]) < 0)
        signed = closed and line == sentence.paragraph + 1 and self._is_signature(item, line)
        if (line != sentence.paragraph and not announced and not signed) or len(sentence.items) >= LONGEST:
            return True
        if last >= 0 and words[last].text not in _STOPS and words[last].text not in ")]":
            return False  # most words stand behind a word
        word = words[item] if item >= 0 else None
        if word is not None and not word.is_word:
            return False  # closing punctuation stays with its sentence
        capital = word is None or word.text[:1].isupper()
        if last >= 0 and words[last].text in ")]" and len(sentence.items) > 1:
            last = sentence.items[-2]  # Ήρθε (χθες.) Έφυγε.
        if last >= 0:
            return words[last].text in _STOPS and (capital or words[last].text in (".", ";"))
        # «Πού πάμε;» Η ερώτηση ...: the quotation ended the sentence; «Πού πάμε;» ρώτησε ο Νίκος: it did not.
        mark = self.marks[~last]
        ended = self.text[mark.start : mark.end].rstrip(MARKS)[-1:] in _ENDS and mark.start < mark.end
        return ended and word is not None and capital and word.article is not None
