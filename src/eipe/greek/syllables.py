"""Where a Greek word carries its accent, and how the accent moves to another syllable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from eipe.greek.letters import strip_accents

__all__ = ["nuclei", "stress", "with_stress", "without_accent"]

TONOS = "\u0301"
DIALYTIKA = "\u0308"

NUCLEUS = re.compile(
    "[αεο][ιί]|υ[ιί]|ο[υύ]|[αεη][υύ]|[αάεέηήιίϊΐοόυύϋΰωώ]",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 13)
def nuclei(word: str) -> tuple[tuple[int, int], ...]:
    """The (start, end) of each vowel of ``word``, first to last; αι ει οι ου υι αυ ευ ηυ are one vowel."""
    return tuple(match.span() for match in NUCLEUS.finditer(word))


HIATUS = re.compile("([άέόΆΈΌ])([ιυ])")


def accented(letter: str) -> bool:
    return TONOS in unicodedata.normalize("NFD", letter)


@lru_cache(maxsize=1 << 13)
def stress(word: str) -> int | None:
    """The accented syllable, counted from the end (1 is the last); None if no accent is written."""
    spans = nuclei(word)
    for count, (start, end) in enumerate(reversed(spans), 1):
        if any(accented(letter) for letter in word[start:end]):
            return count
    return None


def without_accent(word: str) -> str:
    """``word`` without its accents and with the vowels it had: Μάιος is Μαϊος, not Μαιος."""
    apart = HIATUS.sub(lambda match: match[1] + match[2] + DIALYTIKA, word)
    decomposed = unicodedata.normalize("NFD", apart)
    return unicodedata.normalize("NFC", decomposed.replace(TONOS, ""))


def with_stress(word: str, syllable: int | None) -> str:
    """``word`` with its one accent on the given syllable from the end, as far as it has one.

    >>> with_stress("Αλεξανδρος", 3)
    'Αλέξανδρος'
    """
    plain = without_accent(word)
    spans = nuclei(plain)
    if syllable is None or not spans or (len(spans) == 1 and stress(word) is None):
        return plain
    index = max(len(spans) - syllable, 0)
    start, end = spans[index]
    head, vowel, tail = plain[:start], plain[start:end], plain[end:]
    carrier = unicodedata.normalize("NFC", vowel[-1] + TONOS)
    if len(vowel) == 1 and tail[:1] in ("ϊ", "ϋ"):
        # An accent on the first of two vowels already says that they are two: Κάιρο, but του Καΐρου.
        tail = strip_accents(tail[0]) + tail[1:]
    elif len(vowel) == 1 and head and index and spans[index - 1][1] == start and vowel in "ιυ":
        joined = plain[spans[index - 1][0] : end]
        if len(nuclei(strip_accents(joined))) == 1:
            carrier = unicodedata.normalize("NFC", vowel + DIALYTIKA + TONOS)
    return head + vowel[:-1] + carrier + tail
