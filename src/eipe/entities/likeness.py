"""Whether two spellings are one name: shorter, in the other alphabet, or with a slip of the pen."""

from __future__ import annotations

from operator import eq

from eipe.greek.first_names import given_gender
from eipe.greek.letters import has_greek
from eipe.greek.sound import skeleton, sound_key
from eipe.lexicon.table import affixes

__all__ = ["misspelt", "same_in_other_letters", "same_stems"]

#: Letters of a stem in which one may be missing (Γιονγ, of Γιονγκ), and in which one may be another.
MISSING, ANOTHER = 4, 5


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
    if shorter == longer[-len(shorter) :]:
        return True  # Ινάσιο Λούλα, Φον ντερ Λάιεν: without what stands first
    return shorter[0] == longer[0] and shorter[-1] == longer[-1]


def misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names are one with a slip in a word: Κιμ Γιονγ Ουν is Κιμ Γιονγκ Ουν.

    Not: Μάριος and Μαρίνος Κάππας, as both are first names.
    """
    if len(one) != len(other):
        return False
    different = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(different) != 1 or not is_slip(*different[0]):
        return False
    return one[0] == other[0] or not all(map(is_first_name, different[0]))


def is_slip(one: str, other: str) -> bool:
    """Whether one letter is missing, or is another."""
    shorter, longer = sorted((one, other), key=len)
    at = next((index for index, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(shorter) == len(longer):
        return len(shorter) >= ANOTHER and one[at + 1 :] == other[at + 1 :]
    return len(shorter) >= MISSING and longer[at + 1 :] == shorter[at:]


def is_first_name(short: str) -> bool:
    """Whether the stem is a first name of the table, with some ending."""
    return any(given_gender(short + ending) is not None for ending in ("", *affixes("first_names")))
