"""Greek in Latin letters, as passports have it: ELOT 743 (1982), adopted as ISO 843 type 2 (1997).

The standard's transcription table, by rule: αυ ευ ηυ are av ev iv before a vowel or a voiced consonant and
af ef if before a voiceless one or at the end; γγ γξ γχ are ng nx nch, γκ stays gk; μπ is b at the beginning
and at the end of a word and mp inside it, ντ is nt throughout; ου is ou. An accent on the first vowel of such
a pair, or a diaeresis on the second, makes two letters of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from unidecode import unidecode

from eipe.greek.letters import has_greek, strip_accents

__all__ = ["ascii_key", "latin"]

LETTERS = dict(zip("αβγδεζηικλμνξοπρσςτυφωθχψ", [*"avgdeziiklmnxoprsstyfo", "th", "ch", "ps"], strict=True))
PAIRS = {"ου": "ou", "γγ": "ng", "γξ": "nx", "γχ": "nch"}
DIPHTHONGS = {"αυ": "a", "ευ": "e", "ηυ": "i"}
VOICELESS = frozenset("θκξπσςτφχψ")

UNIT = re.compile("[αεη][υύ]|ο[υύ]|γ[γξχ]|μπ|.", re.IGNORECASE | re.DOTALL)
GREEK_WORD = re.compile("[\u0370-\u03ff\u1f00-\u1fff\u0300-\u036f]+")


def transcribe(unit: str, word: str, start: int) -> str:
    """The Latin letters for one unit of ``word``, in lower case."""
    plain = strip_accents(unit).lower()
    after = strip_accents(word[start + len(unit) : start + len(unit) + 1]).lower()
    if len(unit) == 2 and plain in DIPHTHONGS:
        return DIPHTHONGS[plain] + ("f" if not after or after in VOICELESS else "v")
    if plain == "μπ":
        return "b" if start == 0 or not after else "mp"
    return PAIRS.get(plain) or LETTERS.get(plain, unit)


def transcribe_word(word: str) -> str:
    units = [(unit[0], transcribe(unit[0], word, unit.start())) for unit in UNIT.finditer(word)]
    if len(word) > 1 and word.isupper():
        return "".join(piece for _, piece in units).upper()
    return "".join(piece[:1].upper() + piece[1:] if unit[0].isupper() else piece for unit, piece in units)


@lru_cache(maxsize=1 << 13)
def ascii_key(name: str) -> str:
    """``unidecode(name)``, kept: news names the same people again and again.

    >>> ascii_key("Πεκίνο")
    'Pekino'
    """
    return unidecode(name.replace("ΐ", "ϊ"))  # of which it makes a capital: Καΐρης would be KaIres


@lru_cache(maxsize=1 << 13)
def latin(name: str) -> str:
    """``name`` in Latin letters; what is not Greek stays as it is.

    >>> latin("Ευάγγελος Μπακογιάννης")
    'Evangelos Bakogiannis'
    """
    if not has_greek(name):
        return name
    return GREEK_WORD.sub(lambda match: transcribe_word(match[0]), unicodedata.normalize("NFC", name))
