"""Whether two spellings are one name: a letter more or less, or other letters altogether."""

from __future__ import annotations

from operator import eq

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
    ones, others = bones(one), bones(other)
    if len(ones) != len(others) or sum(map(len, ones)) < (5 if len(ones) > 1 else 3):
        return False
    return all(map(eq, ones, others))


def bones(name: str) -> list[str]:
    """The consonants of each word, without initials and particles: Donald J. Trump, Ursula von der Leyen."""
    return [skeleton(word) for word in name.split() if not word.endswith(".") and not word.islower()]
