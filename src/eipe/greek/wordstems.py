"""What the forms of one word have in common, roughly: for looking words up, not for grammar."""

from __future__ import annotations

from functools import lru_cache

from eipe.lexicon.table import affixes

__all__ = ["stem"]

#: The longest first, so that an ending is taken off whole.
_ENDINGS = tuple(sorted(affixes("word_endings"), key=len, reverse=True))
_SHORTEST = 2


@lru_cache(maxsize=1 << 14)
def stem(folded: str) -> str:
    """The folded word without its ending; at least two letters stay.

    >>> stem("πυρκαγιεσ") == stem("πυρκαγια"), stem("θεματα") == stem("θεμα"), stem("σχολη") == stem("σχολειο")
    (True, True, False)
    """
    neuter = next((end for end in affixes("neuter_endings") if folded.endswith(end) and len(folded) > len(end)), "")
    if neuter:
        return folded[: len(folded) - len(neuter) + 1]  # its μ stays: θέμα has it too
    ending = next((end for end in _ENDINGS if folded.endswith(end) and len(folded) - len(end) >= _SHORTEST), "")
    return folded.removesuffix(ending)
