"""What is hardly meant: an English article, the name of a file, a pair the wrong way round.

An article may hold anything, so none of this is an error. It is an ``EipeWarning``, shown once for each line
that calls eipe: the texts of the messages never change, because Python tells warnings apart by them. What has
been told is remembered here too, since Python forgets it whenever anybody touches its filters, and an entity
ruler of spaCy's does so at every text.
"""

from __future__ import annotations

import re
import sys
import warnings
from typing import Final

__all__ = ["FOREIGN", "EipeWarning", "doubt_pair", "doubt_text", "doubt_words", "is_greek"]

FOREIGN: Final = "hardly any Greek letters: eipe reads Greek in Greek letters, and what it finds here means little"
_FILE: Final = (
    "the text looks like the name of a file; eipe reads the article itself: "
    'extract(Path(name).read_text(encoding="utf8"))'
)
_SWAPPED: Final = (
    "the first of a pair is one word and the second a long text; pipe() takes the text first: (text, context)"
)

#: Fewer letters than these tell nothing of a text.
_FEW = 200
#: About how many characters of a text are looked at, evenly over its length.
_SAMPLE = 500
#: The least part of its letters that are Greek in a text worth reading. Greek articles that are full of foreign
#: names stay far above it, articles in another language with Greek names in them far below.
_SHARE = 0.2
_LETTER = re.compile(r"[^\W\d_]")
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_FILE_NAME = re.compile(r"\S{1,200}\.(?:txt|jsonl?|csv|html?|xml|pdf|docx?|md)", re.IGNORECASE)
#: Messages, and the lines that they were shown for.
_told: set[tuple[object, ...]] = set()


class EipeWarning(UserWarning):
    """What was given is legal, and probably not meant.

    ``warnings.simplefilter("ignore", eipe.EipeWarning)`` silences it, ``"error"`` makes an error of it.
    """

    __module__ = "eipe"


def is_greek(text: str) -> bool:
    """Whether ``text`` may be Greek: it has more than a few Greek letters, or hardly any letters at all."""
    sample = text[:: max(1, len(text) // _SAMPLE)]
    letters = len(_LETTER.findall(sample))
    return letters < _FEW or len(_GREEK.findall(sample)) >= _SHARE * letters


def doubt_text(text: str) -> None:
    """Warns if ``text`` is hardly an article in Greek."""
    if _FILE_NAME.fullmatch(text):
        _warn(_FILE)
    elif not is_greek(text):
        _warn(f"the text has {FOREIGN}")


def doubt_pair(text: str, context: object) -> None:
    """Warns if ``context`` is rather the text."""
    if isinstance(context, str) and len(context) >= _FEW and len(context.split()) > 1 and text.split() == [text]:
        _warn(_SWAPPED)


def doubt_words(problem: str) -> None:
    """Warns that a word of the user's own is not wholly known."""
    _warn(problem)


def _warn(message: str) -> None:
    """Warns at the line that called eipe, however many calls of ours and of spaCy's lie between."""
    frame, level, outermost, caller = sys._getframe(), 1, 1, None
    while frame.f_back is not None:
        frame, level = frame.f_back, level + 1
        if str(frame.f_globals.get("__name__")).partition(".")[0] == "eipe":
            outermost, caller = level, frame.f_back
    place = (message, caller.f_code.co_filename, caller.f_lineno) if caller else (message,)
    action = _action(message)
    if action == "ignore" or (place in _told and action not in ("always", "error")):
        return
    warnings.warn(message, EipeWarning, stacklevel=outermost + 1)
    _told.add(place)


def _action(message: str) -> str:
    """What the filters of the user say of a warning of ours."""
    for action, pattern, category, module, _ in warnings.filters:
        if issubclass(EipeWarning, category) and module is None and (pattern is None or pattern.match(message)):
            return action
    return "default"
