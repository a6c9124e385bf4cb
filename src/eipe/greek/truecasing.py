"""Words as they would be printed: accents and letter case for a paragraph that was written without.

Greek headlines stand in capitals without accents, and readers paste text that has neither. Models are taught on
print, and rules ask for capitals: ΕΛΛΑΔΑ is no word of theirs, Ελλάδα is one. So each word of such a paragraph is
read as the form that news most often prints (Lita, Ittycheriah, Roukos and Kambhatla 2003, "tRuEcasIng", with
accents beside case). The Doc, and every record, keeps the letters of the text.
"""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise, takewhile

from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold
from eipe.lexicon.table import words_of

__all__ = ["Truecaser", "shipped"]

ACCENTED = re.compile("[\u0301\u0342ΆΈΉΊΌΎΏΐάέήίΰόύώ\u1f00-\u1fff]")
VOWEL = re.compile("[ΑΕΗΙΟΥΩαεηιουωAEIOUYaeiouy]")
STEM, ENDING, KIN = 5, 3, 50  # letters of a stem and of an ending at least and at most; forms looked at
ARTICLES = words_of("articles_in_genitive")  # as `casefold` writes them
ENDS = frozenset((".", "!", ";", "?", "...", "…"))


@cache
def shipped() -> Truecaser:
    """The truecaser of the model in the package, for the rules, whatever pipeline they work with."""
    return Truecaser(files("eipe").joinpath("el_eipe_news/eipe_encoder/forms.txt.gz").read_bytes())


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """Each form, and each pair, by its key: read once, though the model and the rules each hold the list."""
    text = gzip.decompress(packed).decode("utf8")
    # All of them folded at once, and not kept in the cache of `fold`.
    single: dict[str, str] = {}
    double: dict[str, str] = {}
    for key, form in zip(fold.__wrapped__(text).split("\n"), text.split("\n"), strict=True):
        (double if " " in key else single)[key] = form
    return single, double


@lru_cache(maxsize=2)
def _sorted(packed: bytes) -> tuple[str, ...]:
    """The keys in order, for their stems. A tuple: the garbage collector would walk through a list each time."""
    return tuple(sorted(_unpacked(packed)[0]))


def neighbours(words: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """The places of every two words beside each other, and of the article between: Κόλπο του Μεξικού.

    An empty word stands for a mark, and nothing is beside it.

    >>> list(neighbours(["Νότια", "Κορέα", "", "Κόλπο", "του", "Μεξικού"]))
    [(0, 1), (3, 4, 5)]
    """
    article = [word.casefold() in ARTICLES for word in words]
    for i, word in enumerate(words[:-1]):
        if word and words[i + 1] and not article[i]:
            if not article[i + 1]:
                yield i, i + 1
            elif i + 2 < len(words) and words[i + 2]:
                yield i, i + 1, i + 2


class Truecaser:
    """Writes words as print would, where their paragraph lacks accents, capitals or small letters."""

    def __init__(self, packed: bytes) -> None:
        """`packed`: the usual printed forms, one a line, gzipped; made by `training/forms.py`."""
        self._packed = packed

    @cached_property
    def forms(self) -> dict[str, str]:
        """The usual form of each word, by its letters without case and accents; read on first use."""
        return _unpacked(self._packed)[0]

    def usual(self, word: str) -> str:
        """The form of the word that print has most often; a word that it does not know stays."""
        return self.forms.get(fold(word), word)

    def knows(self, word: str) -> bool:
        """Whether a form of the word stood in print often enough, so that its case and accents are told."""
        return fold(word) in self.forms

    def __call__(self, words: Sequence[str]) -> Sequence[str]:
        """The words of one paragraph, as many as came in; a printed paragraph comes back as it is."""
        text = " ".join(words)
        if text == text.upper() and shouted(words):
            return _opened(_named(self._together([self._spoken(word) for word in words])))
        small, bare = text == text.lower(), ACCENTED.search(text) is None
        if small and bare:
            return _named(self._together([self.usual(word) for word in words]))
        if small:
            return _named(self._together([self._capital(word) for word in words], sure=True))
        return [self._accented(word) for word in words] if bare else words

    def _together(self, words: list[str], *, sure: bool = False) -> list[str]:
        """The same with the capitals that two words have beside each other only: νότια, but Νότια Κορέα.

        `sure`: only the case is open, the accents stay.
        """
        for places in neighbours(words):
            pair = " ".join(words[i] for i in places)
            found = _unpacked(self._packed)[1].get(fold(pair), "")
            if found and (not sure or found.lower() == pair.lower()):
                for i, word in zip(places, found.split(" "), strict=True):
                    words[i] = word
        return words

    def _spoken(self, word: str) -> str:
        """A word in capitals; one that print has in no form is rather a name (ΓΟΥ ΓΟΥΟΝ-ΣΙΚ) than not."""
        found = self.forms.get(fold(word))
        if found is not None:
            return found
        if not VOWEL.search(word) or not word.replace("-", "").isalpha():
            return word  # an abbreviation, a figure
        if self._is_common(fold(word)):
            return word.lower()
        return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))

    def _is_common(self, key: str) -> bool:
        """Whether other forms of an unknown word are known, most of them with small letters: ΠΡΟΕΞΟΦΛΟΥΜΕ."""
        for cut in range(1, ENDING + 1):
            if len(key) - cut < STEM:
                return False
            small = [form.islower() for form in self._of_stem(key[:-cut])]
            if small:
                return sum(small) * 2 > len(small)
        return False

    def _of_stem(self, stem: str) -> Iterator[str]:
        keys = _sorted(self._packed)
        start = bisect_left(keys, stem)
        kin = takewhile(lambda key: key.startswith(stem), keys[start : start + KIN])
        return (self.forms[key] for key in kin if len(key) <= len(stem) + ENDING)

    def _capital(self, word: str) -> str:
        """A small word whose accents are sure: only the case of its letters is open."""
        found = self.usual(word)
        return found if found.lower() == word else word

    def _accented(self, word: str) -> str:
        """A word whose case is sure: only its accents are open. ΔΕΗ stays what it is."""
        found = self.usual(word)
        if (len(word) > 1 and word.isupper()) or not ACCENTED.search(found):
            return word
        return (found[:1].upper() if word[:1].isupper() else found[:1].lower()) + found[1:]


def shouted(words: Sequence[str]) -> bool:
    """Whether a paragraph is all in capitals, and more than an abbreviation.

    >>> shouted(["ΝΕΑ", "ΜΕΤΡΑ", "ΣΗΜΕΡΑ"]), shouted(["ΔΝΤ"]), shouted(["ΝΕΑ", "ΜΕΤΡΑ", "σήμερα"])
    (True, False, False)
    """
    return sum(len(word) > 4 for word in words) > 1 and not any(c.islower() for w in words for c in w)


def _named(words: list[str]) -> list[str]:
    """The same with a capital for a noun that is also a first name, before a name: Ζωή Κωνσταντοπούλου."""
    for i, (word, behind) in enumerate(pairwise(words)):
        if word.islower() and behind[1:].islower() and behind[0].isupper() and given_gender(word) is not None:
            words[i] = word.capitalize()
    return words


def _opened(words: list[str]) -> list[str]:
    """The same with a capital where a sentence opens."""
    start = True
    for i, word in enumerate(words):
        if start and word[:1].isalpha():
            words[i] = word[:1].upper() + word[1:]
        start = word in ENDS
    return words
