"""A pair of marks in its sentence and its article: all that may be asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eipe.quotes.beliefs import Heard
from eipe.quotes.clauses import Reading
from eipe.quotes.layout import Sentence
from eipe.quotes.results import Attribution
from eipe.quotes.words import Word
from eipe.records import Entity

__all__ = ["Place"]


@dataclass(frozen=True, slots=True)
class Place:
    """A pair of marks in its sentence.

    Attributes:
        sentence, index: The sentence and its number.
        reading: What the sentence holds.
        k: The position of the pair among the sentence's items.
        opens: The offset of the sentence.
        start, end: The offsets of the words inside the marks.
        quoted: The words inside the marks.
        text: The same as they stand.
        first: Whether the sentence opens its paragraph.
        headline: Whether it is the headline.
        zone: The zone that it stands in, "text" for running text.
        heard: What the network believes of the pair, or None.
        told: The quotations before it, the last one last.
        asked: Who has been asked something just before, or None.
        echoed: Who has said the same words before, or None.
        going_on: Whether somebody has spoken in the paragraph before.
    """

    sentence: Sentence
    index: int
    reading: Reading
    k: int
    opens: int
    start: int
    end: int
    quoted: Sequence[Word]
    text: str
    first: bool
    headline: bool
    zone: str
    heard: Heard | None
    told: Sequence[Attribution] = ()
    asked: Entity | None = None
    echoed: Entity | None = None
    going_on: bool = False

    @property
    def beside(self) -> Attribution | None:
        """The quotation before it, if it stands in the same sentence."""
        last = self.told[-1] if self.told else None
        return last if last is not None and self.outer and last.start >= self.opens else None

    @property
    def outer(self) -> bool:
        """Whether the pair stands in no other."""
        return self.sentence.region < 0
