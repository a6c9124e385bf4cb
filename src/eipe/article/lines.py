"""The lines of a page, and what their form alone tells: running prose, or something that may be a headline.

A line is matched in its plain form, without accents, so that Διαβάστε επίσης and ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ are one; its capitals
stay, since a name alone on its line (Μαρία Λαμπράκη) is told by them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["CREDIT", "LONGEST", "TITLE", "Line", "has_sentences", "is_prose", "is_title", "lines", "plain_start"]

#: No form of the table is longer, in characters; a longer line is a paragraph, and is never matched.
LONGEST = 320
#: The longest headline, in characters: headlines with two quotations (Α: «…» – Β: «…») have up to 200.
TITLE = 200
#: The longest credit of a picture, in characters; a longer one has its caption on the same line.
CREDIT = 60
#: How many characters of a paragraph are looked at for a date in front of it.
_START = 80

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
# A rule between two parts of a page (***, - - -) is as good as an empty line.
_RULE = re.compile(r"[-–—_*=~·•.|\s]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
# Ρoή with a Latin o: real pages have Latin letters inside Greek words, and no reader sees them.
_MIXED = re.compile(r"\w*[Α-Ωα-ω]\w*")
_LOOKALIKES = str.maketrans("ABEZHIKMNOPTYXo", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")
_SPACES = str.maketrans("\t\u00a0\u2002\u2003\u2009\u202f’‘", "      ''")
# Two sentences, not two halves of a headline: a stop, and a capital behind it (κ. Δήμου and Γ. Δήμου are no stops).
_STOP_INSIDE = re.compile(r"\w{4,}[»”\"]?\.[»”\"]? +[«“\"]?[A-ZΑ-Ω]|[.;!][»”\"],? +[^\W\d_]+ [^–-]*\.")
# The stop of the ferry «Ελένη Κ.» ends no sentence, and neither does that of 500 εκατ.
_INITIAL = re.compile(r"(?<!\w)(?:[A-ZΑ-Ω]|εκατ|δισ|χιλ|κ\.ά|κτλ|κλπ|παρ|τ\.μ)\.$")
_CLOSING = "»”\"')]’ "


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text without the white space at its edges.

    Attributes:
        start: Where it starts, a string offset into the text.
        end: Where it ends (exclusive).
        plain: The line without accents; empty if it is longer than any form.
        length: How many characters it has.
        last: Its last character, closing marks and brackets apart; the letter of an initial or of 500 εκατ., not
            its stop.
        gap: Whether an empty line stands before it, or nothing.
        offsets: Where the characters of ``plain`` stand in the text; None if one by one from ``start``.
    """

    start: int
    end: int
    plain: str
    length: int
    last: str
    gap: bool
    offsets: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The text's offsets of ``plain[start:end]``, which is not empty; marks on its last letter belong to it."""
        if self.offsets is None:
            return self.start + start, self.start + end
        return self.offsets[start], self.offsets[end] if end < len(self.offsets) else self.end


def lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not empty and no rules (***), in order."""
    found: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        line = match[0]
        stripped = line.strip()
        if not stripped or _RULE.fullmatch(stripped):
            continue
        start = match.start() + len(line) - len(line.lstrip())
        gap = not found or len(_BREAK.findall(text, before, start)) > 1
        before = start + len(stripped)
        plain, offsets = _plain(stripped, start)
        ending = stripped.rstrip(_CLOSING)[-6:]
        last = ending[-2:-1] if _INITIAL.search(ending) else ending[-1:]
        found.append(Line(start, before, plain, len(stripped), last, gap, offsets))
    return found


def is_prose(line: Line) -> bool:
    """Whether a line reads as running text: it is long, or ends in a full stop, or holds more than a sentence."""
    if line.length > TITLE or line.last in ".,:" or line.last == "·":
        return True
    return has_sentences(line)


def has_sentences(line: Line) -> bool:
    """Whether a line holds more than one sentence, as a paragraph does."""
    return _STOP_INSIDE.search(line.plain) is not None


def is_title(line: Line) -> bool:
    """Whether a line may be a headline: short, one sentence without a full stop, and it starts as one."""
    return not is_prose(line) and not line.plain[:1].islower() and any(char.isalpha() for char in line.plain)


def plain_start(text: str, line: Line) -> str:
    """The first characters of a line without accents, also of a paragraph; one for one if none of them is apart."""
    start = text[line.start : min(line.end, line.start + _START)]
    plain, offsets = _plain(start, line.start)
    return plain if offsets is None else ""


def _plain(line: str, start: int) -> tuple[str, tuple[int, ...] | None]:
    """A line without accents, and where its characters stand if some have gone."""
    if len(line) > LONGEST:
        return "", None
    bases = [_base(char) for char in line]
    plain = "".join(bases)
    offsets = None
    if len(plain) != len(line):
        offsets = tuple(at for at, base in enumerate(bases, start) if base)
    plain = plain.translate(_SPACES)
    if not plain.isascii():
        plain = _MIXED.sub(lambda match: match[0].translate(_LOOKALIKES), plain)
    return plain, offsets


@lru_cache(maxsize=4096)
def _base(char: str) -> str:
    """A letter without its marks; nothing for a mark that stands alone, as NFD has them, and for what is not seen."""
    if char.isascii():
        return char
    if unicodedata.category(char) in ("Mn", "Cf"):
        return ""
    return unicodedata.normalize("NFD", char)[0]
