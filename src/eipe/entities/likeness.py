"""Whether two spellings are one name: a letter more or less, or other letters altogether."""

from __future__ import annotations

from eipe.greek.letters import has_greek
from eipe.greek.sound import skeleton, sound_key

__all__ = ["alike", "distance", "same_in_other_letters"]


def distance(one: str, other: str, limit: int) -> int:
    """The edit distance, or ``limit + 1`` as soon as it is more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, its in enumerate(other, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != its)))
        if min(now) > limit:
            return limit + 1
        before = now
    return before[-1]


def alike(one: str, other: str) -> bool:
    """One letter may differ in a word of five and more, two in a word of ten and more."""
    if one == other:
        return True
    limit = 2 if min(len(one), len(other)) >= 10 else 1 if min(len(one), len(other)) >= 4 else 0
    if min(len(one), len(other)) < 5 and abs(len(one) - len(other)) != 1:
        return False
    return limit > 0 and distance(one, other, limit) <= limit


def same_in_other_letters(one: str, other: str) -> bool:
    """Whether a Greek and a Latin spelling are one name: Πούτιν and Putin."""
    if has_greek(one) == has_greek(other):
        return False
    if sound_key(one) == sound_key(other):
        return True
    return len(one.split()) == len(other.split()) and all(
        skeleton(a) == skeleton(b) and len(skeleton(a)) > 2 for a, b in zip(one.split(), other.split(), strict=True)
    )
