"""Warnings of what is hardly meant: an English article, the name of a file, a pair the wrong way round.

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

__all__ = [
    "FOREIGN",
    "MARKUP",
    "EipeWarning",
    "doubt_pair",
    "doubt_pipeline",
    "doubt_text",
    "doubt_unread",
    "doubt_words",
    "is_greek",
    "is_markup",
]

FOREIGN: Final = "hardly any Greek letters: eipe reads Greek in Greek letters, and what it finds here means little"
MARKUP: Final = "HTML tags, which eipe reads as words: strip them first, and keep a line for each paragraph"
_FILE: Final = (
    "the text looks like the name of a file; eipe reads the article itself: "
    'extract(Path(name).read_text(encoding="utf8"))'
)
_SWAPPED: Final = (
    "the first of a pair is one word and the second a long text; pipe() takes the text first: (text, context)"
)
_UNREAD: Final = (
    "no component 'eipe' has read this Doc, so that doc._.eipe is empty; what Doc.from_docs puts together and "
    "Span.as_doc cuts out is read anew with nlp(doc)"
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
#: What may stand between a user's line and ours.
_BETWEEN: Final = ("spacy", "confection", "catalogue")
#: A tag of a page's text, not whatever stands between < and >: an article may write x < y, or <3.
_TAG = re.compile(
    r"</(?:p|div|span|a|b|i|em|strong|h[1-6]|li|ul|ol|td|tr|table|article|section|figure|figcaption|blockquote|body"
    r"|html|script)>|<(?:br|p|div|img|html|!doctype)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
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


def is_markup(text: str) -> bool:
    """Whether ``text`` has tags of HTML."""
    return "<" in text and _TAG.search(text) is not None


def doubt_text(text: str) -> None:
    """Warns if ``text`` is hardly an article in Greek."""
    if _FILE_NAME.fullmatch(text):
        _warn(_FILE)
    elif is_markup(text):
        _warn(f"the text has {MARKUP}")
    elif not is_greek(text):
        _warn(f"the text has {FOREIGN}")


def doubt_pair(text: str, context: object) -> None:
    """Warns if ``context`` is rather the text."""
    if isinstance(context, str) and len(context) >= _FEW and len(context.split()) > 1 and text.split() == [text]:
        _warn(_SWAPPED)


def doubt_pipeline(problem: str) -> None:
    """Warns that a pipeline lacks something, if there is a problem."""
    if problem:
        _warn(f"{problem}, which 'eipe' needs before it: without names it finds nobody, without trees few speakers")


def doubt_unread() -> None:
    """Warns of a Doc on which no extraction stands."""
    _warn(_UNREAD)


def doubt_words(problem: str) -> None:
    """Warns that a word of the user's own is not wholly known."""
    _warn(problem)


def _warn(message: str) -> None:
    """Warns at the line that called eipe, however many calls of ours and of spaCy's lie between."""
    frames = [sys._getframe()]
    while (frame := frames[-1].f_back) is not None:
        frames.append(frame)
    packages = [str(frame.f_globals.get("__name__")).partition(".")[0] for frame in frames]
    level = len(packages) - packages[::-1].index("eipe")
    while level < len(packages) and packages[level] in _BETWEEN:
        level += 1
    caller = frames[level] if level < len(frames) else None
    place = (message, caller.f_code.co_filename, caller.f_lineno) if caller else (message,)
    action = _action(message)
    if action == "ignore" or (place in _told and action not in ("always", "error")):
        return
    warnings.warn(message, EipeWarning, stacklevel=level + 1)
    _told.add(place)


def _action(message: str) -> str:
    """What the filters of the user say of a warning of ours."""
    for action, pattern, category, module, _ in warnings.filters:
        if issubclass(EipeWarning, category) and module is None and (pattern is None or pattern.match(message)):
            return action
    return "default"
