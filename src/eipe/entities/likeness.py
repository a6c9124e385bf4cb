"""Whether two spellings are one name: a letter more or less, or other letters altogether."""

from __future__ import annotations

from operator import eq

from eipe.greek.first_names import given_gender
from eipe.greek.letters import has_greek
from eipe.greek.sound import skeleton, sound_key
from eipe.lexicon.table import affixes

__all__ = ["alike", "bones", "distance", "misspelt", "same_in_other_letters", "same_stems"]


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


def same_stems(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """The same words, or first and last word of a longer name: Ούρσουλα Λάιεν, Ούρσουλα φον ντερ Λάιεν."""
    if len(shorter) == len(longer):
        return shorter == longer or (len(shorter) == 2 and shorter == longer[::-1])
    if not 1 < len(shorter) < len(longer):
        return False
    if shorter == longer[-len(shorter) :]:
        return True  # Ινάσιο Λούλα, Φον ντερ Λάιεν: without what stands first
    return shorter[0] == longer[0] and (shorter[-1] == longer[-1] or shorter == longer[: len(shorter)])


def misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Two spellings of one name: all words alike, and not two first names that both exist."""
    if len(one) != len(other):
        return False
    different = [index for index, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(different) > 1 + len(one) // 3:
        return False
    for index in different:
        if not alike(one[index], other[index]):
            return False
        if index == 0 and (len(one) == 2 or not different[1:]) and both_first_names(one[0], other[0]):
            return False
    return True


def both_first_names(one: str, other: str) -> bool:
    return known_stem(one) and known_stem(other)


def known_stem(short: str) -> bool:
    return any(given_gender(short + ending) is not None for ending in ("", *affixes("first_names")))
