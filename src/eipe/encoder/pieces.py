"""Words to word pieces: one word at a time, with a cache, so that a word's pieces never depend on others."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

START, END, UNKNOWN = 0, 2, 3
MOST_LETTERS = 64  # of a word: the rest of a longer "word" is not read
MOST_PIECES = 24
CACHED = 1 << 14  # words


class Pieces:
    """Cuts words into the pieces of a Unigram vocabulary.

    A word with a letter or figure opens with the word mark, whatever stands before it; marks alone never
    have it. So the result is the same for gold tokens and for our own, spaced or not.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self._cached = lru_cache(maxsize=CACHED)(self._cut)

    def __call__(self, word: str) -> tuple[int, ...]:
        """The ids of the pieces of `word`, one at least."""
        return self._cached(word)

    def _cut(self, word: str) -> tuple[int, ...]:
        text = word[:MOST_LETTERS].encode("utf8", "replace").decode("utf8")
        text = " " + text if any(c.isalnum() for c in text) else text
        ids = self.tokenizer.encode(text, add_special_tokens=False).ids[:MOST_PIECES]
        return tuple(ids) or (UNKNOWN,)
