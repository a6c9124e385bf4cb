"""What callers give, checked before any work is done.

Each message says what is wrong, what is expected and, where it can be known, what to write instead. A wrong type
raises ``TypeError``, a wrong value ``ValueError``.
"""

from __future__ import annotations

import math
import operator
import os
import re
import sys
import unicodedata
from collections.abc import Hashable, Iterable, Mapping
from numbers import Real
from typing import Any, Final, SupportsIndex

from eipe.greek.letters import fold, has_greek
from eipe.spans import ZONES, ZoneName

__all__ = [
    "check_choice",
    "check_confidence",
    "check_count",
    "check_cues",
    "check_switch",
    "check_text",
    "check_texts",
    "check_zones",
    "is_first_person",
    "text_and_context",
]

_FIRST_PERSON = re.compile(".+(?:ω|.μαι)")
_VERBS: Final = "τουιτάρω, εξηγώ, παραδέχομαι"


def check_text(text: object, *, who: str = "a text is", many: str = "pipe(texts)") -> str:
    """``text`` itself.

    Args:
        text: What was given as an article.
        who: How the message begins.
        many: What takes many texts.

    Raises:
        TypeError: If it is not a string.
    """
    if isinstance(text, str):
        return text
    hint = ""
    if isinstance(text, bytes | bytearray):
        hint = ': decode it first, text.decode("utf8")'
    elif isinstance(text, os.PathLike):
        hint = ': read the file first, path.read_text(encoding="utf8")'
    elif hasattr(text, "read"):
        hint = ": read the file first, file.read()"
    elif isinstance(text, list | tuple):
        hint = f"; for many texts use {many}"
    raise TypeError(f"{who} a str, not {type(text).__name__}{hint}")


def check_texts(texts: object) -> None:
    """That ``texts`` may be many texts.

    Raises:
        TypeError: If it is a single text, a mapping, or nothing to go through.
    """
    if isinstance(texts, str):
        raise TypeError("pipe() takes many texts; for a single one use extract(text)")
    if isinstance(texts, Mapping):
        raise TypeError(
            f"pipe() takes texts or (text, id) pairs, not {type(texts).__name__}; for texts by their ids: "
            "pipe((text, id) for id, text in texts.items())"
        )
    if isinstance(texts, bytes | bytearray) or not isinstance(texts, Iterable):
        raise TypeError(f"pipe() takes texts or (text, id) pairs, such as a list, not {type(texts).__name__}")


def text_and_context(item: object, number: int) -> tuple[str, Any, bool]:
    """The text and the context of an item given to ``pipe``, and whether it is a pair.

    Args:
        item: What was given.
        number: Its place among them, from 0.

    Raises:
        TypeError: If it is neither a text nor a pair of a text and something.
    """
    if not isinstance(item, list | tuple):
        return check_text(item, who=f"pipe(): texts[{number}] must be"), None, False
    if isinstance(item, list) or len(item) != 2:
        found = f"{type(item).__name__} of {len(item)}"
        raise TypeError(
            f"pipe() takes texts, or pairs as tuples of two, (text, context), and texts[{number}] is a {found}"
        )
    text, context = item
    if isinstance(context, str) and not isinstance(text, str):
        found = f"({type(text).__name__}, str)"
        raise TypeError(f"in a pair the text comes first, (text, context), and texts[{number}] is {found}")
    return check_text(text, who=f"pipe(): the text of the pair texts[{number}] must be"), context, True


def check_confidence(value: object) -> float:
    """``value`` as a bar for quotations.

    Raises:
        TypeError: If it is not a number.
        ValueError: If it is not from 0 to 1.
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"min_confidence is a number from 0 to 1, such as 0.9, not {type(value).__name__}")
    try:
        bar = float(value)
    except OverflowError:
        bar = math.inf
    if not 0 <= bar <= 1:
        hint = f"; for {bar:g} % write {bar / 100:g}" if 2 <= bar <= 100 else ""
        raise ValueError(f"min_confidence is from 0 to 1, not {bar:g}{hint}")
    return bar


def check_count(name: str, value: object, *, every_core: bool = False) -> int:
    """``value`` as a number of things, of which there is one at least, and no more than Python can count.

    Args:
        name: The argument's name.
        value: What was given.
        every_core: Whether -1 is taken too, and stands for one a core.

    Raises:
        TypeError: If it is not a whole number.
        ValueError: If it is too small.
    """
    wanted = f"{name} is 1 or more" + (", or -1 for one a core" if every_core else "")
    if isinstance(value, bool) or not isinstance(value, SupportsIndex):
        raise TypeError(f"{wanted}, a whole number, not {type(value).__name__}")
    count = operator.index(value)
    if count < 1 and not (every_core and count == -1):
        raise ValueError(f"{wanted}, not {count}")
    return min(count, sys.maxsize)


def check_switch(name: str, value: object) -> bool:
    """``value`` as True or False.

    Raises:
        TypeError: If it is neither; ``"no"``, a string that is not empty, would count as True.
    """
    if isinstance(value, Hashable) and value in (True, False):
        return bool(value)
    raise TypeError(f"{name} is True or False, not {value!r:.60}")


def check_zones(zones: object) -> tuple[ZoneName, ...]:
    """``zones`` as zones of a page.

    Raises:
        TypeError: If they are no strings, or one string.
        ValueError: If one of them is none, or there is none at all.
    """
    legal = ", ".join(ZONES)
    if isinstance(zones, str) or not isinstance(zones, Iterable):
        shown = f'zones=["{zones}"], not the str {zones!r}' if isinstance(zones, str) else f"not {type(zones).__name__}"
        raise TypeError(f"zones are a list of some of {legal}: {shown}")
    wanted = tuple(zones)
    for zone in wanted:
        if zone not in ZONES:
            raise ValueError(f"{zone!r} is no zone; they are {legal}")
    if not wanted:
        raise ValueError(f"zones has no zone, so that nothing would be left; they are {legal}")
    return wanted


def check_cues(cues: object) -> tuple[str, ...]:
    """``cues`` as the cue lexicon takes them: verbs in the first person, or with an aorist behind a slash.

    Raises:
        TypeError: If they are no strings, or one string.
        ValueError: If one of them is no Greek verb in the first person.
    """
    if isinstance(cues, str):
        raise TypeError(f"cues are a list of verbs: cues=[{cues!r}], not the str {cues!r}")
    if isinstance(cues, bytes | bytearray | Mapping) or not isinstance(cues, Iterable):
        raise TypeError(f'cues are a list of verbs, such as cues=["τουιτάρω"], not {type(cues).__name__}')
    return tuple(_cue(number, cue) for number, cue in enumerate(cues))


def _cue(number: int, cue: object) -> str:
    if not isinstance(cue, str):
        raise TypeError(f"cues[{number}] is {type(cue).__name__}, not a verb as a str")
    cue = unicodedata.normalize("NFC", cue.strip())
    lemma, slash, aorist = (part.strip() for part in cue.partition("/"))
    if not is_first_person(lemma):
        raise ValueError(
            f"cues[{number}] is {cue!r}, no Greek verb in the first person singular of the present; it is one "
            f"word that ends in -ω, -ώ or -μαι: {_VERBS}"
        )
    if aorist and not (_greek_word(aorist) and fold(aorist).endswith("ε")):
        raise ValueError(
            f"cues[{number}] is {cue!r}; what stands behind the slash is one word, the third person singular of "
            "the aorist, which ends in -ε: τουιτάρω/τουίταρε"
        )
    return f"{lemma}{slash}{aorist}" if aorist else lemma


def is_first_person(word: str) -> bool:
    """Whether ``word`` may be a Greek verb in the first person singular of the present."""
    return _greek_word(word) and _FIRST_PERSON.fullmatch(fold(word)) is not None


def _greek_word(word: str) -> bool:
    return word.isalpha() and all(map(has_greek, word))


def check_choice(name: str, value: object, legal: Mapping[str, str]) -> None:
    """That ``value`` is one of the ``legal`` ones.

    Args:
        name: The argument's name.
        value: What was given.
        legal: The values, with what each stands for, if its name does not tell.

    Raises:
        TypeError: If it is not a string.
        ValueError: If it is another string.
    """
    if isinstance(value, str) and value in legal:
        return
    *others, last = (f"{key!r} ({meaning})" if meaning else repr(key) for key, meaning in legal.items())
    wanted = f"{name} is {', '.join(others)} or {last}"
    if not isinstance(value, str):
        raise TypeError(f"{wanted}, not {type(value).__name__}")
    raise ValueError(f"{wanted}, not {value!r}")
