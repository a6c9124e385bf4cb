"""Edit trees: how a word becomes its lemma, learnt from pairs (Chrupała 2006; Müller et al. 2015, Lemming).

A tree keeps the longest string that word and lemma share and says what becomes of what stands before and
behind it. It is plain nested lists, so that it goes into JSON as it is:
`[before, behind, tree, tree]` keeps all but the first `before` and the last `behind` letters and treats those
by the two trees; `[old, new]` replaces `old` by `new`.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TypeAlias

Edit: TypeAlias = "list[int | str | Edit]"


def learn(word: str, lemma: str) -> Edit:
    """The tree that turns `word` into `lemma`.

    >>> learn("ανθρώπου", "άνθρωπος")
    [1, 4, ['α', 'ά'], [1, 1, ['ώ', 'ω'], ['υ', 'ς']]]
    """
    match = SequenceMatcher(None, word, lemma, autojunk=False).find_longest_match()
    if not match.size:
        return [word, lemma]
    end, lemma_end = match.a + match.size, match.b + match.size
    before = learn(word[: match.a], lemma[: match.b])
    return [match.a, len(word) - end, before, learn(word[end:], lemma[lemma_end:])]


def apply(edit: Edit, word: str) -> str | None:
    """What the tree makes of `word`; None if it does not fit.

    >>> apply([0, 1, ["", ""], ["ς", ""]], "άνδρας")
    'άνδρα'
    """
    if len(edit) == 2:
        old, new = edit
        return str(new) if word == old else None
    before, behind, left, right = edit
    assert isinstance(before, int) and isinstance(behind, int)
    assert isinstance(left, list) and isinstance(right, list)
    if before + behind > len(word):
        return None
    head = apply(left, word[:before])
    tail = apply(right, word[len(word) - behind :])
    return None if head is None or tail is None else head + word[before : len(word) - behind] + tail


def letter_case(lemma: str) -> int:
    """How a lemma is written: 0 small, 1 with a capital, 2 some other way (ΟΗΕ, eBay)."""
    if lemma == lemma.lower():
        return 0
    return 1 if lemma[1:] == lemma[1:].lower() else 2


def write_case(lemma: str, word: str, case: int) -> str:
    """A small-letter lemma in the letter case it should have; `word` shows how the other ways look."""
    if case == 0:
        return lemma
    if case == 1:
        return lemma[:1].upper() + lemma[1:]
    return word if word.lower() == lemma else lemma.upper()
