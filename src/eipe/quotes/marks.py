"""Quotation marks, found by character, before and apart from tokens.

A tokenizer may make one token of ``είπε:«Ναι».Και``; marks are therefore read off the text itself. Every mark
is accounted for: it opens or closes exactly one pair, or reopens a pair at the head of a paragraph. A pair whose
other half is missing ends (or begins) with its paragraph at the latest, so that one missing mark spoils one
quotation and not the rest of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

__all__ = ["MARKS", "Marks", "find_marks", "paragraphs"]

OPENING = {"«": "»", "‹": "›", "„": '“”"', "‘": "’", "“": '”"', "”": "”", '"': '"'}
CLOSING = "»›"
DOUBTFUL = '“”"'  # may open or close; the letters around them tell
MARKS = '«»‹›„“”"‘’'

_MARK = re.compile(f"[{MARKS}]")
_LINE = re.compile(r"[^\r\n\u0085\u2028\u2029]+")
# Where a sentence ends inside a paragraph: an unclosed quotation is cut there when another one opens after it.
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
class _Open:
    mark: str
    at: int
    inner: list[int] = field(
        default_factory=list
    )  # pairs of the same mark closed inside, by their open offset


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of every line of ``text`` that holds anything."""
    for line in _LINE.finditer(text):
        if not line.group().isspace():
            yield line.span()


def find_marks(text: str, *, attributed: Callable[[str], bool] = lambda _: False) -> list[Marks]:
    """Every pair of quotation marks in ``text``, in order of their first character.

    Args:
        text: The article.
        attributed: Tells whether a stretch of an unclosed quotation names its own speaker
            («Θα έρθω, είπε ο Νίκος.): then the next paragraph's mark opens a new quotation and does not
            continue this one.
    """
    pairs: list[tuple[int, int, int, int]] = []
    pending: _Open | None = None  # left open by the paragraph before
    before: tuple[int, int] = (0, 0)
    for start, end in paragraphs(text):
        stack: list[_Open] = []
        found, stack, stray = _pair(text, start, end, stack)
        if pending is not None:
            continued = _continued(text, (pending.at, before[1]), start, stack, found, stray, attributed)
            if continued == "closed":
                # The first closing mark that nothing in this paragraph opened closes it.
                pairs.append((pending.at, stray.pop(0), pending.at + 1, -1))
                pending = None
            elif continued == "reopened":
                first = next((pair for pair in found if pair[0] == _first_mark(text, start)), None)
                if first is not None:
                    found.remove(first)
                    pairs.append((pending.at, first[1], pending.at + 1, -1))
                    pending = None
                elif stack and stack[0].at == _first_mark(text, start):
                    stack.pop(0)
                elif stray and stray[0] == _first_mark(text, start):
                    stray.pop(0)
                    if stray:
                        pairs.append((pending.at, stray.pop(0), pending.at + 1, -1))
                        pending = None
            else:
                pairs.append(_unclosed(text, pending, before[1]))
                pending = None
        pairs.extend((a, b, a + 1, -1) for a, b in found)
        closes = sorted(close for _, close in found)
        pairs.extend(_unopened(start, at, closes) for at in stray)
        for left in stack[:-1] if pending is None else stack:
            pairs.append(_unclosed(text, left, end))
        if stack and pending is None:
            pending = stack[-1]
        before = (start, end)
    if pending is not None:
        pairs.append(_unclosed(text, pending, before[1]))
    return _nest(text, pairs)


def _first_mark(text: str, start: int) -> int:
    """Offset of the mark that stands first in the paragraph, or -1."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start if start < len(text) and text[start] in MARKS else -1


def _continued(
    text: str,
    left: tuple[int, int],
    start: int,
    stack: list[_Open],
    found: list[tuple[int, int]],
    stray: list[int],
    attributed: Callable[[str], bool],
) -> str:
    """How a paragraph goes on with the quotation that the one before left open: "closed", "reopened", ""."""
    first = _first_mark(text, start)
    if attributed(text[slice(*left)]):
        return ""
    if first >= 0 and (text[first] == text[left[0]] or text[first] == "»"):
        return "reopened"
    if stray and stray[0] < min([a for a, _ in found] + [o.at for o in stack], default=len(text)):
        return "closed"
    return ""


def _pair(
    text: str, start: int, end: int, stack: list[_Open]
) -> tuple[list[tuple[int, int]], list[_Open], list[int]]:
    """Pairs, marks left open, and closing marks that nothing opened, in one paragraph."""
    found: list[tuple[int, int]] = []
    stray: list[int] = []
    depth: dict[str, int] = {}  # how many of each mark stand open, so that a stray mark costs no walk
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        if mark == "’" and not depth.get("‘"):
            continue  # the apostrophe of σ’ αυτό
        if mark in "‘’" and _elided(text, at, end, mark):
            continue
        if _opens(text, at, start, end, mark, depth):
            stack.append(_Open(mark, at))
            depth[mark] = depth.get(mark, 0) + 1
            continue
        closes = _closed_by(mark, depth, stack)
        if closes is None:
            stray.append(at)
            continue
        while True:
            top = stack.pop()
            depth[top.mark] -= 1
            if top.mark == closes:
                found.append((top.at, at))
                break
            # «Είπε “ναι» : the inner one ends where the outer does.
            found.append((top.at, at))
    return found, stack, stray


def _elided(text: str, at: int, end: int, mark: str) -> bool:
    """Whether ’ is an apostrophe though a ‘ stands open: letters on both sides (σ’αυτό)."""
    return mark == "’" and at + 1 < end and text[at + 1].isalpha() and text[at - 1].isalpha()


def _opens(text: str, at: int, start: int, end: int, mark: str, depth: dict[str, int]) -> bool:
    if mark in CLOSING or mark == "’":
        return False
    left = text[at - 1] if at > start else " "
    right = text[at + 1] if at + 1 < end else " "
    # A mark hangs on the word that it belongs to: «Ναι, but Ναι».
    leans_right = (left.isspace() or left in "([{–—-:/" or left in MARKS) and not right.isspace()
    leans_left = not left.isspace() and (right.isspace() or right in ".,;:!?·…)]}–—" or right in MARKS)
    if mark not in DOUBTFUL:
        # Typed the wrong way round: «Ναι« είπε.
        return not (leans_left and not leans_right and depth.get(mark, 0) > 0)
    if mark == "“":
        if depth.get("„"):
            return False
        return leans_right or not leans_left or not depth.get("“")
    if mark == "”":
        return leans_right and not leans_left and not (depth.get("“") or depth.get("„") or depth.get("”"))
    if leans_right != leans_left:
        # Straight marks inside straight marks are not written; but «"Ναι"» is.
        return leans_right if not depth.get('"') else leans_right and not left.isspace() and left in "«“"
    return not depth.get('"')


def _closed_by(mark: str, depth: dict[str, int], stack: list[_Open]) -> str | None:
    """The opening mark that ``mark`` closes, or None."""
    pairs = {"»": "«", "›": "‹", "’": "‘"}
    if mark in pairs:
        if depth.get(pairs[mark]):
            return pairs[mark]
        # “Ναι» : the wrong half, but nothing else can be meant.
        return stack[-1].mark if stack and stack[-1].mark in '“”"' and mark == "»" else None
    for wanted in {"“": "„“", "”": "“„”", '"': '"“„'}.get(mark, mark):
        if depth.get(wanted):
            return wanted
    return stack[-1].mark if stack and stack[-1].mark in "«“„" else None


def _unclosed(text: str, left: _Open, end: int) -> tuple[int, int, int, int]:
    """A pair without its closing mark: to the end of its paragraph, or of its sentence if the same mark opens
    again behind it (inside one quotation another kind of mark would stand)."""
    again = text.find(left.mark, left.at + 1, end)
    if again >= 0:
        stops = [match.start() + 1 for match in _SENTENCE_END.finditer(text, left.at, again)]
        end = stops[-1] if stops else again
    return left.at, -1, left.at + 1, end


def _unopened(start: int, at: int, closes: list[int]) -> tuple[int, int, int, int]:
    """A pair without its opening mark: from the start of its paragraph, or from behind the pair before it."""
    before = bisect_left(closes, at)
    return -1, at, closes[before - 1] + 1 if before else start, at


def _nest(text: str, pairs: list[tuple[int, int, int, int]]) -> list[Marks]:
    """Trims white space, sorts, and tells every pair the one around it."""
    trimmed = []
    for open_, close, start, end in pairs:
        end = close if end < 0 else end
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
        if around and result[around[-1]].end < end:  # crossing pairs: cut at the outer one's end
            end = max(start, result[around[-1]].end)
        result.append(Marks(open_, close, start, end, around[-1] if around else -1))
        around.append(len(result) - 1)
    return result
