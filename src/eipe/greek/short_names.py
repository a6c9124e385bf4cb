"""First names cut short or in their everyday form: Γρ. and Γρηγόρης, Κων/νος and Κωνσταντίνος, Γιάννης and Ιωάννης."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cache, lru_cache
from itertools import product

from eipe.greek import gazetteer
from eipe.greek.endings import nominatives
from eipe.greek.first_names import Evidence, first_name, given_gender
from eipe.greek.letters import VOWELS, fold
from eipe.lexicon.table import rows

__all__ = ["contracted", "full_names_of", "is_cut_name", "may_be_called", "shortens"]

#: Κων/νος, Παν/τη: the head and the end of a name, with a stroke for what lies between.
CONTRACTED = re.compile(r"([^\W\d_]{2,4})/([^\W\d_]{1,5})")
LONGEST = 5  # letters: Χρυσ. is cut short, and what ends a sentence is not, in 36 of 2,888 texts


@cache
def beginnings() -> tuple[str, ...]:
    """All first names, folded, in order, for those that open with some letters."""
    return tuple(sorted(set().union(*gazetteer.first_names().values())))


def is_cut_name(text: str) -> bool:
    """Whether the letters before a point are the head of a Greek first name, cut behind a consonant.

    >>> is_cut_name("Γρ"), is_cut_name("Ευάγ"), is_cut_name("Παν"), is_cut_name("Λι"), is_cut_name("κ")
    (True, True, True, False, False)
    """
    if not text.isalpha() or not text[0].isupper() or not (len(text) == 1 or text[1:].islower()):
        return False
    head = fold(text)
    if len(head) > LONGEST or (len(head) > 1 and head[-1] in VOWELS):
        return False
    at = bisect_left(beginnings(), head)
    return any(name.startswith(head) and name != head for name in beginnings()[at : at + 1])


@lru_cache(maxsize=1 << 10)
def contracted(word: str) -> tuple[str, str] | None:
    """The nominative of a first name with a stroke for its middle, and its gender.

    >>> contracted("Κων/νου"), contracted("Κων/νας"), contracted("Αθήνα/Πάτρα")
    (('Κων/νος', 'm'), ('Κων/να', 'f'), None)
    """
    match = CONTRACTED.fullmatch(word)
    if match is None or not word[0].isupper() or not match[2].islower():
        return None
    head, end = match[1], match[2]
    forms = [end, *(one.text[1:] for one in nominatives("ν" + end, cases="gen acc", genders="mf", numbers="sg"))]
    for form, gender in product(forms, "mf"):
        if any(whole.endswith(fold(form)) for whole in opening_with(fold(head), gender)):
            return f"{head}/{form}", gender
    return None


def opening_with(head: str, gender: str) -> list[str]:
    return [name for name in gazetteer.first_names()[gender] if name.startswith(head) and len(name) > len(head) + 1]


@cache
def full_names() -> dict[tuple[str, str], frozenset[str]]:
    """The full names (folded) that each everyday name and its gender may stand for."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, full, gender in rows("first_name_forms"):
        found[fold(name), gender].add(fold(full))
    return {key: frozenset(names) for key, names in found.items()}


@lru_cache(maxsize=1 << 12)
def full_names_of(word: str) -> frozenset[str]:
    """The names that a Greek first name, in any case, may be short for, itself among them; nothing if it is none."""
    if (written := contracted(word)) is not None:
        head, _, end = fold(written[0]).partition("/")
        return frozenset(name for name in opening_with(head, written[1]) if name.endswith(end))
    gender = given_gender(word)
    found = first_name(word, Evidence(case=None, gender=gender, seen=())) if gender else None
    if found is None or gender is None:
        return frozenset()
    name = fold(found[0])
    return full_names().get((name, gender), frozenset()) | {name}


def may_be_called(one: str, other: str) -> bool:
    """Whether two first names may be one person's: Ιωάννης and Γιάννης, but not Πάνος and Παύλος.

    >>> may_be_called("Γιάννη", "Ιωάννης"), may_be_called("Κων/νος", "Κώστας"), may_be_called("Νίκος", "Νίκη")
    (True, True, False)
    """
    return not full_names_of(one).isdisjoint(full_names_of(other))


@lru_cache(maxsize=1 << 12)
def shortens(cut: str, word: str) -> bool:
    """Whether a first name may be written so with a point: Γρ. and Γρηγόρης, Γ. and Ιωάννης by way of Γιάννης.

    >>> shortens("Γρ.", "Γρηγόρη"), shortens("Γρ.", "Γιώργος"), shortens("Γ.", "Ιωάννης"), shortens("Τζ.", "Τζο")
    (True, False, True, True)
    """
    head = fold(cut).rstrip(".")
    own = full_names_of(word)
    everyday = (name for (name, _), fulls in full_names().items() if not own.isdisjoint(fulls))
    return any(name.startswith(head) for name in (fold(word), *own, *everyday))
