"""Embedded posts: who wrote it, what, and when, pasted in the middle of a text."""

from __future__ import annotations

import re

from eipe.article.forms import Forms
from eipe.article.lines import LONGEST, Line, is_prose, is_title

__all__ = ["posts"]

#: How many lines a post may have above and below what shows it.
_MOST = 8
#: The longest name above a @name, in characters.
_NAME = 60

# What no paragraph ends in: an address, key words.
_POSTED = re.compile(r"(?:https?://|pic\.|t\.co/|#\w+$)")
_HANDLE = re.compile(r"@\w+")
_KEYED = re.compile(r"#\w+$")


def posts(page: list[Line], forms: Forms) -> dict[int, str]:
    """The lines of embedded posts, by number, with their zone.

    A post begins with its writer (a name, @name) and ends with its counts or its signature (— Name (@name) date);
    what has a beginning only goes as far as its lines stand together.
    """
    found: dict[int, str] = {}
    # Empty lines tell what stands together, unless a page has none, or one everywhere.
    gaps = {line.gap for line in page[1:]}
    apart = [line.gap for line in page] if len(gaps) > 1 else None
    # Above the first sentence stands the page's own: Μαρία Λαμπράκη @mlabraki, 49 κοινοποιήσεις.
    first = next((number for number, line in enumerate(page) if is_prose(line)), len(page))
    for number, line in enumerate(page[first + 1 :], first + 1):
        if number in found:
            continue
        if forms.begins(line):
            # The name above its @name: Μαρία Λαμπράκη / @mlabraki
            named = (
                line.plain.startswith(("@", "("))
                and number > 0
                and not (apart and apart[number])
                and page[number - 1].length < _NAME
            )
            found.update(dict.fromkeys(range(number - named, _end(page, number, forms, apart)), "post"))
        elif forms.ends(line):
            found.update(dict.fromkeys(range(_beginning(page, number, forms, apart), number + 1), "post"))
        elif forms.inside(line):
            found[number] = "post"
    return found


def _end(page: list[Line], number: int, forms: Forms, apart: list[bool] | None) -> int:
    """The line behind the post that begins with ``number``: behind its signature, or at the next empty line.

    Args:
        page: The text's lines.
        number: The line with which the post begins.
        forms: The forms of the tables.
        apart: Whether an empty line parts a line from the one above, by number; None if that tells nothing.
    """
    end = number + 1
    closed = None
    while end < len(page) and end <= number + _MOST and not (apart and apart[end]) and page[end].length <= LONGEST:
        if forms.begins(page[end]) or _is_anothers(page[end], page[number], forms):
            break
        end += 1
        if forms.closes(page[end - 1]):
            closed = end
        elif closed is not None:
            break
    if closed is not None:
        return closed
    # @name / Καλημέρα #λιμάνι, each apart.
    if end == number + 1 < len(page) and _KEYED.search(page[end].plain):
        return end + 1
    # In a page without empty lines the text goes on below: then only the post's first line is sure.
    return end if apart and (end == len(page) or apart[end]) else min(end, number + 2)


def _is_anothers(line: Line, start: Line, forms: Forms) -> bool:
    """Whether a signature is another writer's than the post's that begins with ``start``."""
    ours, theirs = _HANDLE.search(start.plain), _HANDLE.search(line.plain)
    return ours is not None and theirs is not None and ours[0] != theirs[0] and forms.ends(line)


def _beginning(page: list[Line], number: int, forms: Forms, apart: list[bool] | None) -> int:
    """The first line of the post that ends with ``number``: as far up as its lines stand together.

    Args:
        page: The text's lines.
        number: The line with which the post ends.
        forms: The forms of the tables.
        apart: As for the end; in a page without empty lines, the line above is sure, and no more.
    """
    first = number
    while first and not (apart and apart[first]) and number - first < _MOST and page[first - 1].length <= LONGEST:
        first -= 1
    # The signature apart from the words: those end as no paragraph does.
    if first == number:
        return number - 1 if number and _POSTED.search(page[number - 1].plain) else number
    if not apart or not (first == 0 or apart[first]):
        return number - 1
    above = [at for at in range(first, number) if is_title(page[at]) and forms.names.fullmatch(page[at].plain)]
    return above[-1] if above and above[-1] < number - 1 else first
