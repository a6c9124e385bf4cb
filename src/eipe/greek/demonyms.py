"""What the people of a place are called: Χιώτισσα of Χίος, Ανδαλουσιανός of Ανδαλουσία, Μαδριλένος of Μαδρίτη."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from eipe.greek import gazetteer
from eipe.greek.endings import nominatives
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold
from eipe.lexicon.table import rows

__all__ = ["is_demonym"]

#: Endings (folded) that make the people of the place: what stays is the beginning of its name.
ENDING = re.compile(
    r"(?:ιωτ|ωτ|ιτ|ιατ|αιτ)(?:ησ|η|εσ|ισσα|ισσασ|ισσεσ)$"
    r"|(?:ιαν|αν|ιν|εν|εζ|αι)(?:οσ|ου|ο|η|ησ|α|ασ|οι|εσ|ουσ)$"
    r"|ι(?:οσ|ου|ο|οι|ουσ)$"
)
#: Of lands in -ία: Θεσσαλός, Ηλείος is none.
OF_LANDS = re.compile(r"(?:οσ|ου|ο|οι|ουσ)$")
PLACE = re.compile(r"(?:οι|αι|εσ|οσ|ησ|ασ|α|η|ο|ι|υ|ω|ωσ)$")
SHORTEST = 2


@cache
def irregular() -> frozenset[str]:
    return frozenset(fold(form) for forms in rows("demonyms") for form in forms)


@cache
def stems_of_places() -> frozenset[str]:
    """The folded names of large places without their endings, and without an ι before: χι, ανδαλουσ, πειρα."""
    found = {PLACE.sub("", name) for name in gazetteer.known_places()}
    return frozenset(found | {stem.rstrip("ιε") for stem in found})


@cache
def lands() -> frozenset[str]:
    return frozenset(name.removesuffix("ια") for name in gazetteer.known_places() if name.endswith("ια"))


@lru_cache(maxsize=1 << 12)
def is_demonym(word: str) -> bool:
    """Whether ``word``, in any case, says where somebody is from; a surname of the table is one.

    >>> is_demonym("Χιώτισσα"), is_demonym("Ανδαλουσιανό"), is_demonym("Μαδριλένου"), is_demonym("Μητσοτάκης")
    (True, True, True, False)
    """
    if not word[:1].isupper() or word.isupper():
        return False
    forms = [word, *(one.text for one in nominatives(word, cases="gen acc", genders="mf", numbers="sg"))]
    if any(fold(form) in irregular() for form in forms):
        return True
    if given_gender(word) is not None or any(gazetteer.surname(form) == form for form in forms):
        return False
    folded = fold(word)
    match, land = ENDING.search(folded), OF_LANDS.search(folded)
    ends = (match.start(), match.start() + (folded[match.start()] == "ι")) if match is not None else ()  # Χιώτισσα
    if any(end >= SHORTEST and folded[:end] in stems_of_places() for end in ends):
        return True
    return land is not None and folded[: land.start()] in lands()
