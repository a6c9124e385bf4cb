"""Quotation marks, found by character, before and apart from tokens.

A tokenizer may make one token of ``είπε:«Ναι».Και``; marks are therefore read off the text itself. Every
mark is accounted for: it opens or closes exactly one pair, or reopens a pair at the head of a paragraph. A
pair whose other half is missing ends (or begins) with its paragraph, so that one missing mark spoils one
quotation and not the rest of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from eipe.article.pairs import KIND, MARKS, Paired, pair

__all__ = ["DEEPEST", "MARKS", "Marks", "find_marks", "paragraphs"]

#: Pairs nested deeper than this are part of the text of the pair around them, and no records of their own:
#: what is found must stay in proportion to the text.
DEEPEST = 8
#: Over how many paragraphs without a mark a quotation may run on.
REACH = 6

_LINE = re.compile(r"[^\r\n\u0085\u2028\u2029]+")
# Where a sentence ends inside a paragraph: an unclosed quotation is cut there when another opens after it.
_SENTENCE_END = re.compile(r"[.!;?…]\s")


@dataclass(frozen=True, slots=True)
class Marks:
    """One pair of quotation marks.

    Attributes:
        open: Offset of the opening mark; -1 if it is missing.
        close: Offset of the closing mark; -1 if it is missing.
        start: Offset of the first quoted character, white space at the edge left out.
        end: Offset behind the last quoted character, white space at the edge left out.
        parent: Index of the pair around it, in the list that ``find_marks`` returns; -1 at the top.
    """

    open: int
    close: int
    start: int
    end: int
    parent: int


@dataclass(slots=True)
class _Waiting:
    """An opening mark whose paragraph has ended."""

    at: int
    char: str
    end: int  # of the paragraph that it opened in, or that reopened it last
    reopened: bool = False


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of every line of ``text`` that holds anything."""
    for line in _LINE.finditer(text):
        if not line.group().isspace():
            yield line.span()


def find_marks(text: str, *, attributed: Callable[[str], int] = lambda _: -1) -> list[Marks]:
    """Every pair of quotation marks in ``text``, in order of their first character.

    Args:
        text: The article.
        attributed: Tells where a stretch of an unclosed quotation goes over to naming its own speaker
            («Θα έρθω, είπε ο Νίκος.), or -1: it ends there, and no mark of a later paragraph continues it.
    """
    found = _Finder(text, attributed)
    for start, end in paragraphs(text):
        found.read(start, end)
    found.give_up()
    return _nest(text, found.pairs)


class _Finder:
    """Reads paragraph after paragraph; keeps what the ones before have left open."""

    def __init__(self, text: str, attributed: Callable[[str], int]) -> None:
        self.text = text
        self.attributed = attributed
        self.pairs: list[tuple[int, int, int, int]] = []  # open, close, start, end
        self.waiting: list[_Waiting] = []
        self.gap = 0  # paragraphs since a mark

    def read(self, start: int, end: int) -> None:
        here = pair(self.text, start, end, [KIND[left.char] for left in self.waiting])
        if self.waiting and not self._goes_on(here, start, end):
            self.give_up()
        self.pairs.extend((a, b, a + 1, b) for a, b in here.pairs)
        # A mark that stands open bounds a stray one as well as one that has closed.
        bounds = sorted([close for _, close in here.pairs] + here.strays + [at for at, _ in here.opened])
        self.pairs.extend(_unopened(self.text, start, at, bounds) for at in here.strays)
        kinds = {KIND[left.char] for left in self.waiting}
        opened: list[_Waiting] = []
        for at, held in reversed(here.opened):
            left = _Waiting(at, self.text[at], end)
            # Of several of one kind, the last one may go on in the next paragraph.
            if held or KIND[left.char] in kinds:
                self._end(left)
            elif (spoken := self.attributed(self.text[at + 1 : end])) >= 0:
                self.pairs.append((at, -1, at + 1, at + 1 + spoken))
            else:
                opened.append(left)
            kinds.add(KIND[left.char])
        self.waiting += reversed(opened)
        self.gap = 0 if here.marks else self.gap + 1

    def give_up(self) -> None:
        """Ends what waits with the paragraph that it stands in."""
        for left in self.waiting:
            self._end(left)
        self.waiting = []

    def _end(self, left: _Waiting) -> None:
        self.pairs.append(_unclosed(self.text, left))

    def _goes_on(self, here: Paired, start: int, end: int) -> bool:
        """Whether the paragraph continues what waits; takes the marks that do so out of ``here``."""
        head = self._head(here, start, end)
        reopened = [left for left in self.waiting if self.text[head] in (left.char, "»")] if head >= 0 else []
        for left in reversed(reopened):
            if KIND[left.char] == KIND[self.text[head]] or left is reopened[0]:
                self._reopen(left, here, head, end)
                return True
        for left in reversed(self.waiting):
            own = [at for at in here.marks if KIND[self.text[at]] == KIND[left.char]]
            if own and own[0] in here.strays:
                self._close(left, here, own[0])
                return True
        if not self.gap and len(here.strays) == 1 and here.strays[0] == here.marks[0]:
            self._close(self.waiting[-1], here, here.strays[0])  # « on one line, " on the next
            return True
        open_kinds = {KIND[left.char] for left in self.waiting}
        return self.gap < REACH and not any(KIND[self.text[at]] in open_kinds for at in here.marks)

    def _head(self, here: Paired, start: int, end: int) -> int:
        """Offset of the mark that the paragraph begins with, or -1; one with punctuation behind it closes."""
        if not here.marks or self.text[start : here.marks[0]].strip():
            return -1
        behind = self.text[here.marks[0] + 1 : end].lstrip()[:1]
        return -1 if not behind or behind in ".,;:!?·…)" else here.marks[0]

    def _reopen(self, left: _Waiting, here: Paired, head: int, end: int) -> None:
        self._only(left)
        left.reopened, left.end = True, end
        close = next((b for a, b in here.pairs if a == head), -1)
        if close >= 0:
            here.pairs.remove((head, close))
            self._finish(left, close)
            return
        here.opened[:] = [(at, held) for at, held in here.opened if at != head]
        here.strays[:] = [at for at in here.strays if at != head]
        if here.strays:
            self._close(left, here, here.strays[0])

    def _close(self, left: _Waiting, here: Paired, close: int) -> None:
        here.strays.remove(close)
        self._finish(left, close)

    def _finish(self, left: _Waiting, close: int) -> None:
        self._only(left)
        self.pairs.append((left.at, close, left.at + 1, close))
        self.waiting = []

    def _only(self, left: _Waiting) -> None:
        """What waits beside a mark that goes on has ended: before it, or in its own paragraph."""
        for other in self.waiting:
            if other is not left:
                other.end = min(other.end, left.at) if other.at < left.at else other.end
                self._end(other)
        self.waiting = [left]


def _unclosed(text: str, left: _Waiting) -> tuple[int, int, int, int]:
    """A pair without its closing mark: to the end of its paragraph, or of its sentence if the same mark opens
    again behind it (inside one quotation another kind of mark would stand)."""
    end = left.end
    again = -1 if left.reopened else text.find(left.char, left.at + 1, end)
    if again >= 0:
        stops = [match.start() + 1 for match in _SENTENCE_END.finditer(text, left.at, again)]
        end = stops[-1] if stops else again
    return left.at, -1, left.at + 1, end


def _unopened(text: str, start: int, at: int, bounds: list[int]) -> tuple[int, int, int, int]:
    """A pair without its opening mark: from the start of its paragraph; behind another pair, from the first
    sentence that begins there."""
    before = bisect_left(bounds, at)
    if before:
        start = bounds[before - 1] + 1
        stop = _SENTENCE_END.search(text, start, at)
        start = start if stop is None else stop.end()
    return -1, at, start, at


def _rtrimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _nest(text: str, pairs: list[tuple[int, int, int, int]]) -> list[Marks]:
    """Trims white space, sorts, and tells every pair the one around it."""
    trimmed = []
    for open_, close, start, end in pairs:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        trimmed.append((start, end, open_, close))
    trimmed.sort(key=lambda pair: (pair[0], -pair[1], pair[2]))
    result: list[Marks] = []
    around: list[int] = []
    for start, end, open_, close in trimmed:
        while around and result[around[-1]].end <= start and not (start == end == result[around[-1]].end):
            around.pop()
        while around and result[around[-1]].end < end and result[around[-1]].close < 0 <= open_:
            # One that was never closed ends where one begins that runs on behind it: “ « ... and « again.
            outer = result[around[-1]]
            result[around[-1]] = replace(outer, end=max(outer.start, _rtrimmed(text, outer.start, open_)))
            around.pop()
        if len(around) >= DEEPEST:
            continue
        if around and result[around[-1]].end < end:  # crossing pairs: cut at the outer one's end
            end = max(start, result[around[-1]].end)
        result.append(Marks(open_, close, start, end, around[-1] if around else -1))
        around.append(len(result) - 1)
    return result
