"""A sentence as the rules look at it: words by position, None where a pair of marks stands and beyond the ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eipe.quotes.words import Word

__all__ = ["View"]


@dataclass(slots=True)
class View:
    """The items of a sentence, and the words that they mean.

    Attributes:
        items: Indices of words, and ``~index`` for a pair of marks, as in ``layout.Sentence``.
        words: The words of the article.
    """

    items: Sequence[int]
    words: Sequence[Word]

    def at(self, k: int) -> Word | None:
        """The word at any position; None at a pair of marks and beyond the ends."""
        items = self.items
        return self.words[items[k]] if 0 <= k < len(items) and items[k] >= 0 else None

    def word(self, k: int) -> Word:
        """The word at a position where one is known to stand."""
        return self.words[self.items[k]]

    def text(self, k: int) -> str:
        """The form at any position; "" where no word stands."""
        return word.text if (word := self.at(k)) is not None else ""

    def fold(self, k: int) -> str:
        """The folded form at any position; "" where no word stands."""
        return word.fold if (word := self.at(k)) is not None else ""

    def article(self, k: int) -> str | None:
        """The case that an article at any position tells; None where none stands."""
        return word.article if (word := self.at(k)) is not None else None

    def finite(self, k: int) -> bool:
        """Whether a finite verb stands at the position."""
        return (word := self.at(k)) is not None and word.finite

    def is_marks(self, k: int) -> bool:
        """Whether a pair of marks stands at the position."""
        return 0 <= k < len(self.items) and self.items[k] < 0

    def between(self, start: int, end: int) -> list[Word | None]:
        """What ``at`` says of each position from ``start`` to ``end``."""
        return [self.at(k) for k in range(start, end)]

    def mention_end(self, k: int) -> int:
        """The end of the name that begins at ``k``."""
        mention = self.word(k).mention
        while (word := self.at(k)) is not None and word.mention == mention:
            k += 1
        return k
