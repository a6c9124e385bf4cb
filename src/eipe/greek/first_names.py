"""Greek first names in their cases, by table, and the gender that they tell."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eipe.greek import gazetteer
from eipe.greek.endings import nominatives
from eipe.greek.letters import fold
from eipe.greek.syllables import stress
from eipe.lexicon.table import affixes

__all__ = [
    "Evidence",
    "archaic_stem",
    "first_name",
    "given_gender",
    "given_names",
    "is_no_genitive",
    "is_nominative",
    "is_oblique",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a name when one of its words is looked at."""

    case: str | None
    gender: str
    seen: Container[str]
    given: bool | None = None
    """Whether the first name is Greek; None if there is none."""
    declined: bool = False
    """Whether the first name has a Greek ending of its case."""

    @property
    def cases(self) -> str:
        return {"nom": "", "gen": "gen", "acc": "acc", "voc": "voc acc"}.get(self.case or "", "gen acc")


def first_name(word: str, evidence: Evidence) -> tuple[str, str] | None:
    """The Greek first name that ``word`` is in its case, and its gender."""
    for gender in evidence.gender:
        short = gazetteer.first_name(word, gender)
        if short is not None and (evidence.case in (None, "nom") or gender == "f" or not short.endswith("ς")):
            return (word if stress(word) else short), gender
    found: list[tuple[bool, bool, str, str]] = []
    for nominative in nominatives(word, cases=evidence.cases or "gen acc", genders=evidence.gender, numbers="sg"):
        known = gazetteer.first_name(nominative.text, nominative.gender)
        if known is None:
            continue
        if nominative.text in evidence.seen:
            return nominative.text, nominative.gender
        # The same accent, or an accent that learned forms move: του Αλεξάνδρου, του Νικολάου.
        other = known != nominative.text
        if not other or stress(word) is None or fold(word).endswith(affixes("nominatives_and_genitives")):
            # The everyday nominative before the learned one: Πλάτωνας, Οδυσσέας.
            found.append((other, known.endswith(affixes("learned_first_names")), known, nominative.gender))
    return min(found, key=lambda one: one[:2])[2:] if found else None


@lru_cache(maxsize=1 << 13)
def given_gender(word: str) -> str | None:
    """``"m"`` or ``"f"`` if ``word`` is a Greek first name in any case, of one gender only."""
    part = word.split("-")[0]
    if part.endswith("ς") and gazetteer.first_name(part, "m") == part:
        return "m"  # Πέτρος is no genitive of Πέτρα
    genders = {gender for gender in "mf" if first_name(part, Evidence(case=None, gender=gender, seen=())) is not None}
    return genders.pop() if len(genders) == 1 else None


#: Cases and everyday nominatives of names of the third declension, and the old nominative they share.
ARCHAIC = (
    (re.compile(r"(?:ωντ|οντ|ων|ον)(?:ασ|α|οσ)$|ων$"), "ων"),
    (re.compile(r"(?:ορ|ωρ)(?:ασ|α|οσ)$|ωρ$"), "ωρ"),
    (re.compile(r"(?:εασ|εα|εωσ|ευ|ευσ)$"), "ευσ"),
    (re.compile(r"κλε(?:ουσ|α)$|κλησ?$"), "κλησ"),
)


def archaic_stem(folded: str) -> str | None:
    """The old nominative of a man's first name that has another stem beside it: Πλάτωνα, Ξενοφώντος, Ηρακλέους.

    >>> archaic_stem("πλατωνα"), archaic_stem("ιασονοσ"), archaic_stem("ηρακλεουσ"), archaic_stem("παππα")
    ('πλατων', 'ιασων', 'ηρακλησ', None)
    """
    for ending, nominative in ARCHAIC:
        found = ending.search(folded)
        if found is not None:
            old = folded[: found.start()] + nominative
            return old if gazetteer.first_name(old, "m") is not None else None
    return None


def is_oblique(word: str) -> bool:
    """Whether ``word`` is a Greek man's first name in another case than the nominative: Σωτήρη, Γιώργου.

    >>> is_oblique("Σωτήρη"), is_oblique("Σωτήρης"), is_oblique("ΣΩΤΗΡΗΣ"), is_oblique("Βλαντίμιρ")
    (True, False, False, False)
    """
    found = first_name(word, Evidence(case=None, gender="m", seen=())) if given_gender(word) == "m" else None
    return found is not None and fold(found[0]) != fold(word)


def is_nominative(word: str) -> bool:
    """Whether ``word`` is a Greek man's first name in the nominative, and in no other case.

    >>> is_nominative("Σωτήρης"), is_nominative("Σωτήρη"), is_nominative("Κάρλος")
    (True, False, False)
    """
    return word.endswith(affixes("sigmas")) and given_gender(word) == "m" and not is_oblique(word)


def is_no_genitive(word: str) -> bool:
    """Whether ``word`` is a Greek first name in a form that is no genitive: Σωτήρης, Νίκη, but not Νίκης.

    Behind an article writers leave women's names undeclined (της Μαρία Μορό); this is for a name without one.
    """
    return is_nominative(word) or (word.endswith(affixes("womens_nominatives")) and given_gender(word) == "f")


def given_names(parts: Sequence[str], evidence: Evidence) -> tuple[dict[int, str], str]:
    """The words that are Greek first names, each with its nominative; and the gender that they tell."""
    found: dict[int, str] = {}
    gender = ""
    for index, part in enumerate(parts):
        if index and index == len(parts) - 1 and (evidence.gender, evidence.case) != ("f", "gen"):
            break  # the surname; but της Άννας Μαρίας
        pieces = [first_name(piece, evidence) for piece in part.split("-")]
        known = [piece for piece in pieces if piece is not None]
        if not known or pieces[0] is None:
            if index == 0:
                break
            continue
        kept = [new[0] if new else old for new, old in zip(pieces, part.split("-"), strict=True)]
        found[index] = "-".join(kept)
        gender = gender or known[0][1]
    return found, gender
