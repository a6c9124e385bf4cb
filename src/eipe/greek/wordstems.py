"""What the forms of one word have in common, roughly: for looking words up, not for grammar."""

from __future__ import annotations

from functools import lru_cache

from eipe.lexicon.table import affixes

__all__ = ["stem"]

#: The longest first, so that an ending is taken off whole.
_ENDINGS = tuple(sorted(affixes("word_endings"), key=len, reverse=True))
_NEUTER = affixes("neuter_endings")
_SHORTEST = 3


@lru_cache(maxsize=1 << 14)
def stem(folded: str) -> str:
    """The folded word without its ending; at least three letters stay.

    >>> stem("πυρκαγιεσ") == stem("πυρκαγια"), stem("προβληματα") == stem("προβλημα"), stem("σχολη") == stem("σχολειο")
    (True, True, False)
    """
    for ending in (*_NEUTER, *_ENDINGS):
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST:
            short = folded[: -len(ending)]
            # ταξίδι and ταξιδιού: the ι is of the ending in the one and before it in the other.
            return short[:-1] if short.endswith("ι") and len(short) > _SHORTEST else short
    return folded
