"""How much of what is quoted each speaker has: the numbers of an ``Audit``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from eipe.arguments import check_choice
from eipe.rows import SpeakerType

__all__ = ["Shares", "SpeakerShare"]

#: What ``Audit.share`` takes, and what it stands for.
_GENDERS = {"f": "women", "m": "men"}
_TYPES = {"person": "", "organization": "", "place": "", "source": "unnamed", "unknown": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerShare:
    """What one speaker said over all articles.

    Attributes:
        speaker: The speaker's name; None for all quotations whose speaker the articles do not tell.
        type: ``"person"``, ``"organization"``, ``"place"``, ``"source"`` (a speaker without a name: ένας
            κάτοικος) or ``"unknown"``.
        gender: ``"f"``, ``"m"`` or None; of persons only: an unnamed source (μια φοιτήτρια) has none.
        role: The role that the articles state most often, or None.
        articles: In how many articles the speaker is quoted.
        quotes: How many quotations are the speaker's, alone or together with others.
        words: How many words these have.
        share: Their part of all quoted words, from 0 to 1; of words that several said together an equal part each.
        names: The names that were joined.
    """

    speaker: str | None
    type: SpeakerType
    gender: Literal["f", "m"] | None
    role: str | None
    articles: int
    quotes: int
    words: int
    share: float
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """The fields of an ``Audit``.

    Attributes:
        articles: How many articles were read.
        quotes: How many quotations they hold.
        words: How many words the quotations have.
        speakers: One entry a speaker, most words first.
    """

    articles: int
    quotes: int
    words: int
    speakers: tuple[SpeakerShare, ...]

    def __iter__(self) -> Iterator[SpeakerShare]:
        return iter(self.speakers)

    def share(self, *, gender: Literal["f", "m"] | None = None, type: SpeakerType | None = None) -> float:
        """The part of all quoted words that speakers of this gender, or this type, have.

        ``audit.share(gender="f")`` is the part that women have of everything quoted;
        ``audit.share(gender="f") / audit.share(type="person")`` of what is quoted of people.

        Args:
            gender: ``"f"`` or ``"m"``; None for any, and for speakers that are no persons.
            type: One of those that a ``SpeakerShare`` may have; None for any.

        Raises:
            TypeError: If one of them is no string.
            ValueError: If it is another string, such as ``"woman"``.
        """
        if gender is not None:
            check_choice("gender", gender, _GENDERS)
        if type is not None:
            check_choice("type", type, _TYPES)
        if not self.words:
            return 0.0
        chosen = (
            entry.share
            for entry in self.speakers
            if (gender is None or entry.gender == gender) and (type is None or entry.type == type)
        )
        return sum(chosen)
