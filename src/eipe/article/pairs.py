"""The quotation marks of one paragraph: which characters are marks, and which two belong together.

Marks pair within their own kind first («», "", “”„, ‹›, ‘’); what is left over pairs with a half of
another kind (« closed by ") where no complete pair stands in between. So a missing or a wrong half costs one
quotation.

What is no mark:
    the apostrophe of elision and aphaeresis (σ’ αυτό, απ’ όλους, ’στα, του ’80), be it ’, ‘ or '. A ' is
    never read as a mark: words with an apostrophe at either edge are so common in Greek that marks of that
    shape cannot be told from them;
    the prime of inches and seconds (27") where it would stand as an odd mark.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from eipe.lexicon.table import words_of

__all__ = ["KIND", "MARKS", "Paired", "pair"]

MARKS = '«»‹›„“”"‘’'
#: Which marks belong together, by the first of their kind.
KIND = dict(zip(MARKS, '««‹‹“““"‘‘', strict=True))

_MARK = re.compile(f"[{MARKS}]")
_BRACKETS = frozenset("([{–—―-:/¡¿") | frozenset(MARKS)
_STOPS = frozenset(".,;:!?·…)]}–—―") | frozenset(MARKS)
_WORD_BEFORE = re.compile(r"[^\W\d_]{1,12}$")
_VOWELS = frozenset("αάεέηήιίϊΐοόυύϋΰωώaeiou")
#: Elided words of more than two letters, before a vowel.
_ELIDED = words_of("elided")


@dataclass(slots=True)  # not frozen: made for every mark of a text, and freezing triples the price
class _Mark:
    at: int
    char: str
    lean: int  # where its word stands: 1 right, -1 left, -2 left, with punctuation on the right; 0 not told


@dataclass(frozen=True, slots=True)
class Paired:
    """What the marks of one paragraph are.

    Attributes:
        pairs: Offsets (open, close) of every complete pair, by their opening mark.
        opened: Offsets of opening marks that nothing closes, with whether a complete pair holds them.
        strays: Offsets of closing marks that nothing opened.
        marks: Offsets of all marks.
    """

    pairs: list[tuple[int, int]]
    opened: list[tuple[int, bool]]
    strays: list[int]
    marks: list[int]


def pair(text: str, start: int, end: int, waiting: Collection[str] = ()) -> Paired:
    """Pairs the marks of the paragraph ``text[start:end]``.

    Args:
        waiting: The kinds of mark that a paragraph before this one has left open.
    """
    marks = _read(text, start, end)
    if not marks:
        return Paired([], [], [], [])
    roles = _roles(marks, waiting)
    mates, cost = _match(marks, roles, waiting)
    if cost and any(mark.char == '"' for mark in marks):
        # Straight marks do not say whether they open. Badly spaced ones ("Ναι "είπε) are read in turn, and
        # the primes of inches are left out, where that explains more marks than it bends.
        whole = [mark for mark in marks if not _prime(text, mark)]
        turns = _roles(marks, waiting, in_turn=True)
        flips = sum(mark.lean != 0 and was != now for mark, was, now in zip(marks, roles, turns, strict=True))
        for others, given, bent in ((whole, _roles(whole, waiting), 0), (marks, turns, flips)):
            found, price = _match(others, given, waiting)
            if price + bent < cost:
                cost, marks, roles, mates = price + bent, others, given, found
    return _result(text, marks, roles, mates, waiting)


def _read(text: str, start: int, end: int) -> list[_Mark]:
    singles = _singles(text, start, end)
    found = []
    for match in _MARK.finditer(text, start, end):
        at, char = match.start(), match.group()
        if char not in "‘’" or at in singles:
            found.append(_Mark(at, char, _lean(text, at, start, end)))
    return found


def _lean(text: str, at: int, start: int, end: int) -> int:
    """A mark hangs on the word that it belongs to: «Ναι, but Ναι»."""
    left = text[at - 1] if at > start else " "
    right = text[at + 1] if at + 1 < end else "\n"
    to_right = (left.isspace() or left in _BRACKETS) and not right.isspace()
    to_left = not left.isspace() and (right.isspace() or right in _STOPS)
    if text[at] in "«‹„“" and right in KIND:
        to_left = False  # what opens before another mark holds it: ο«“Ναι”»
    if to_right == to_left:
        return 0
    return 1 if to_right else -2 if right in _STOPS or right == "\n" else -1


def _singles(text: str, start: int, end: int) -> set[int]:
    """Offsets of ‘ and ’ that are marks: a ‘ at the head of a word and the ’ at the end of one."""
    if text.find("‘", start, end) < 0:
        return set()
    opened: list[int] = []
    found: set[int] = set()
    for match in re.finditer("[‘’]", text[start:end]):
        at = start + match.start()
        if match.group() == "‘":
            # The ‘80s are an apostrophe that a word processor has turned round.
            if _lean(text, at, start, end) > 0 and not text[at + 1 : at + 3].isdigit():
                opened.append(at)
        elif opened and not _apostrophe(text, at, start, end):
            found.update((opened.pop(), at))
    return found


def _apostrophe(text: str, at: int, start: int, end: int) -> bool:
    """Whether the ’ behind an open ‘ is an apostrophe: σ’αυτό, απ’ όλους, του ’80."""
    before, behind = text[max(start, at - 13) : at], text[at + 1 : min(end, at + 3)]
    if not before or before[-1].isspace():
        return True
    if behind[:1].isalpha() and before[-1].isalpha():
        return True
    word = _WORD_BEFORE.search(before)
    if word is None or behind[:1] != " " or behind[1:2].lower() not in _VOWELS:
        return False
    elided = word.group().lower()
    return len(elided) <= 2 or elided in _ELIDED


def _roles(marks: Sequence[_Mark], waiting: Collection[str], *, in_turn: bool = False) -> list[bool]:
    """Whether each mark opens. The shape tells, unless what stands beside it and before it tells better."""
    depth = dict.fromkeys('«‹“"‘', 0)
    low = 0  # „ that stand open: “ closes them
    roles = []
    for mark in marks:
        char, lean, kind = mark.char, mark.lean, KIND[mark.char]
        inside = depth[kind] > 0
        held = inside or kind in waiting
        if char == '"':
            opens = not inside if in_turn or not lean else lean > 0
        elif char in "‘’":
            opens = char == "‘"
        elif char in "»›”":
            # Typed the wrong way round: »Ναι«.
            opens = lean > 0 and not held
        elif char == "“" and low:
            opens = lean > 0
        else:
            opens = not (lean < 0 and held) and lean > -2
        if opens:
            depth[kind] += 1
            low += char == "„"
        elif inside:
            depth[kind] -= 1
            low = min(low, depth[kind])
        roles.append(opens)
    return roles


def _match(marks: Sequence[_Mark], roles: Sequence[bool], waiting: Collection[str]) -> tuple[list[int], int]:
    """For every mark the index of its other half or -1, and how many marks are left over."""
    mates = [-1] * len(marks)
    stacks: dict[str, list[int]] = {kind: [] for kind in '«‹“"‘'}
    for index, mark in enumerate(marks):
        stack = stacks[KIND[mark.char]]
        if roles[index]:
            stack.append(index)
        elif stack:
            mates[index] = stack.pop()
            mates[mates[index]] = index
    around: list[int] = []
    standing = [False] * len(marks)
    for index in range(len(marks)):
        mate = mates[index]
        if roles[index]:
            around.append(index)
            standing[index] = True
        elif mate >= 0:
            while standing[mate]:
                standing[around.pop()] = False
        elif around and mates[around[-1]] < 0 and KIND[marks[index].char] not in waiting:
            mates[index] = around.pop()
            mates[mates[index]] = index
            standing[mates[index]] = False
    left = sum(mate < 0 for mate in mates)
    if waiting and any(
        mate < 0 and not opens and KIND[mark.char] in waiting
        for mark, mate, opens in zip(marks, mates, roles, strict=True)
    ):
        left -= 1  # it closes what the paragraph before has left open
    return mates, left


def _prime(text: str, mark: _Mark) -> bool:
    """Whether it may be inches or seconds: 27"."""
    return mark.char == '"' and mark.lean <= 0 and mark.at > 0 and text[mark.at - 1].isdigit()


def _result(
    text: str, marks: Sequence[_Mark], roles: Sequence[bool], mates: Sequence[int], waiting: Collection[str]
) -> Paired:
    result = Paired([], [], [], [])
    last = -1  # the furthest mark that closes a pair so far
    for index, mark in enumerate(marks):
        mate = mates[index]
        if mate < 0 and not roles[index]:
            if _prime(text, mark) and '"' not in waiting:
                continue
            result.strays.append(mark.at)
        elif mate < 0:
            result.opened.append((mark.at, last > index))
        elif mate > index:
            result.pairs.append((mark.at, marks[mate].at))
            last = max(last, mate)
        result.marks.append(mark.at)
    return result
