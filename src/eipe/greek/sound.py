"""How a name sounds, whatever alphabet it is written in: Putin and Πούτιν, Rubio and Ρούμπιο."""

from __future__ import annotations

import re
from functools import lru_cache

from eipe.greek.letters import fold, has_greek

__all__ = ["skeleton", "sound_key"]

GREEK = {
    **dict(zip("αβγδεζηθικλμνοπρστυφχωξψ", [*"avgdezitiklmnoprstifho", "ks", "ps"], strict=True)),
    **{"ου": "u", "μπ": "b", "ντ": "d", "γκ": "g", "γγ": "g", "τζ": "j", "τσ": "c", "αι": "e"},
    **{"ει": "i", "οι": "i", "υι": "i", "αυ": "av", "ευ": "ev"},
}
LATIN = {
    **{"sch": "s", "sh": "s", "ch": "c", "tch": "c", "ck": "k", "ph": "f", "th": "t", "kh": "h", "zh": "z", "tz": "c"},
    **{"ou": "u", "oo": "u", "ee": "i", "ai": "e", "ei": "i", "gu": "g", "qu": "k", "gh": "g", "x": "ks", "q": "k"},
    **{"w": "u", "y": "i", "ce": "se", "ci": "si", "c": "k", "ts": "c"},
}
GREEK_UNIT = re.compile("|".join(sorted(GREEK, key=len, reverse=True)))
LATIN_UNIT = re.compile("|".join(sorted(LATIN, key=len, reverse=True)))
DOUBLE = re.compile(r"(.)\1+")
CLASSES = str.maketrans("bvdgjzhc", "pptkkskk", "aeiou")
NASAL = re.compile("m(?=p)|n(?=[tk])")  # Trump is Τραμπ, and μπ is b where it opens a word


@lru_cache(maxsize=1 << 13)
def sound_key(name: str) -> str:
    """A rough spelling by sound, in Latin letters.

    >>> sound_key("Ρούμπιο") == sound_key("Rubio")
    True
    """
    plain = fold(name)
    if has_greek(plain):
        plain = GREEK_UNIT.sub(lambda match: GREEK[match.group()], plain)
    else:
        plain = LATIN_UNIT.sub(lambda match: LATIN[match.group()], plain)
    return DOUBLE.sub(r"\1", re.sub("[^a-z]", "", plain))


def skeleton(name: str) -> str:
    """The consonants of ``sound_key``, voiced and voiceless alike: what the loosest spellings share."""
    return DOUBLE.sub(r"\1", NASAL.sub("", sound_key(name).translate(CLASSES)))
