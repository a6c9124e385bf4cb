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
    "EipeWarning",
    "doubt_pair",
    "doubt_pipeline",
    "doubt_text",
    "doubt_unread",
    "doubt_words",
    "problem",
]

_FOREIGN: Final = "hardly any Greek letters: eipe reads Greek in Greek letters, and what it finds here means little"
_TAGS: Final = "HTML tags, which eipe reads as words: strip them first, and keep a line for each paragraph"
_ENTITIES: Final = "HTML entities such as &laquo;, which eipe reads as letters: html.unescape(text) makes marks of them"
_TYPED: Final = "<<such>> or ''such'' marks, which eipe does not take for quotation marks: write «such» instead"
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
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});")
#: Words between two marks of a typewriter; not << Επόμενο, 3 << 4, or 20'' and 30'' of an angle.
_TYPED_MARKS = re.compile(
    r"<<(?=[^\W\d])[^<>\r\n]{1,600}(?<!\s)>>|(?<![\w'])''(?=[^\W\d])(?:[^'\r\n]|'(?!')){1,600}(?<!\s)''(?![\w'])"
)
#: Messages, and the lines that they were shown for.
_told: set[tuple[object, ...]] = set()


class EipeWarning(UserWarning):
    """What was given is legal, and probably not meant.

    ``warnings.simplefilter("ignore", eipe.EipeWarning)`` silences it, ``"error"`` makes an error of it.
    """

    __module__ = "eipe"


def problem(text: str) -> str:
    """What ``text`` has that no Greek article has, and what to do about it; empty if nothing."""
    found = (("<", _TAG, _TAGS), ("&", _ENTITY, _ENTITIES), ("", _TYPED_MARKS, _TYPED))
    told = [what for sign, pattern, what in found if sign in text and pattern.search(text)]
    return "; and ".join(told) or ("" if _is_greek(text) else _FOREIGN)


def _is_greek(text: str) -> bool:
    """Whether ``text`` may be Greek: it has more than a few Greek letters, or hardly any letters at all."""
    sample = text[:: max(1, len(text) // _SAMPLE)]
    letters = len(_LETTER.findall(sample))
    return letters < _FEW or len(_GREEK.findall(sample)) >= _SHARE * letters


def doubt_text(text: str) -> None:
    """Warns if ``text`` is hardly an article in Greek."""
    if _FILE_NAME.fullmatch(text):
        _warn(_FILE)
    elif what := problem(text):
        _warn(f"the text has {what}")


def doubt_pair(text: str, context: object) -> None:
    """Warns if ``context`` is rather the text."""
    if isinstance(context, str) and len(context) >= _FEW and len(context.split()) > 1 and text.split() == [text]:
        _warn(_SWAPPED)


def doubt_pipeline(lack: str) -> None:
    """Warns that a pipeline lacks something, if it does."""
    if lack:
        _warn(f"{lack}, which 'eipe' needs before it: without names it finds nobody, without trees few speakers")


def doubt_unread() -> None:
    """Warns of a Doc on which no extraction stands."""
    _warn(_UNREAD)


def doubt_words(what: str) -> None:
    """Warns that a word of the user's own is not wholly known."""
    _warn(what)


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
