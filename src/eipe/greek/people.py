"""The nominative of a person's name: first names by table, surnames by gender and ending.

A man's surname declines (του Μητσοτάκη), unless it is an old genitive (Γεωργίου) or foreign (Ομπάμα); a
woman's is one form for all cases (της Κωνσταντοπούλου).
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eipe.greek import lexicon
from eipe.greek.endings import nominatives
from eipe.greek.letters import fold, has_greek, strip_accents
from eipe.greek.syllables import stress, with_stress

__all__ = ["given_gender", "is_greek_surname", "person_name", "titlecase"]

PARTICLES = frozenset(
    "φον φαν βαν ντερ ντεν ντε ντι ντα ντο ντου ντελ λα λε μπιν μπεν αλ ελ ιμπν ουλ αμπού του της".split()
)
VOWELS_OF_MEN = ("η", "ή", "α", "ά")
# Endings that only Greek surnames have, with the accent that is not written in capitals.
GREEK_SURNAME = re.compile(
    r"(οπουλ|ακη|ιδη|αδη|ιαδη|ουδη|ουλη|ελη|ελλη|ιτη|ωτη|ιωτη|ακο|ατο|αρη|ερη|ιανο|εα)(σ|ου|υ|ο|)$"
)
SLAVIC_WOMAN = re.compile(r"(οβ|εβ|ιν|σκαγι|σκ|αγι)ας$")
OLD_GENITIVE = re.compile(r"^(?:παπα|χατζη|καρα|μπαρμπα|γερο|δελη|οικο)?(.+)$")
ACCENTS = (
    ("οπουλοσ", 3),
    ("ακοσ", 2),
    ("ιδησ", 2),
    ("αδησ", 2),
    ("ακησ", 2),
    ("ιτησ", 2),
    ("ωτησ", 2),
    ("ελησ", 2),
)
ACCENTS += (("οπουλου", 2), ("ιδου", 2), ("αδου", 2), ("ακη", 2), ("ιδη", 2), ("αδη", 2))


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


def titlecase(word: str) -> str:
    """A word in capitals as it is written elsewhere: ΜΗΤΣΟΤΑΚΗΣ is Μητσοτάκης, where its ending tells."""
    if len(word) < 2 or not word.isupper() or "." in word:
        return word
    small = "-".join(part.capitalize() for part in word.split("-"))
    if small.endswith("σ"):
        small = small[:-1] + "ς"
    if stress(small) is None:
        for ending, syllable in ACCENTS:
            if fold(small).endswith(ending):
                return with_stress(small, syllable)
    return small


def first_name(word: str, evidence: Evidence) -> tuple[str, str] | None:
    """The Greek first name that ``word`` is in its case, and its gender."""
    for gender in evidence.gender:
        if gender == "n":
            continue
        short = lexicon.first_name(word, "m" if gender == "m" else "f")
        if short is not None and (evidence.case in (None, "nom") or gender == "f" or not short.endswith("ς")):
            return (word if stress(word) else short), gender
    best: tuple[tuple[bool, bool], tuple[str, str]] | None = None
    for nominative in nominatives(
        word, cases=evidence.cases or "gen acc", genders=evidence.gender, numbers="sg"
    ):
        if nominative.gender not in "mf":
            continue
        known = lexicon.first_name(nominative.text, "m" if nominative.gender == "m" else "f")
        if known is None:
            continue
        if nominative.text in evidence.seen:
            return nominative.text, nominative.gender
        # The same accent, or an accent that learned forms move: του Αλεξάνδρου, του Νικολάου.
        same = known == nominative.text
        if same or stress(word) is None or fold(word).endswith(("ου", "οσ", "ουσ")):
            # The everyday nominative before the learned one: Πλάτωνας, Οδυσσέας.
            key = not same, known.endswith(("ων", "ών", "εύς", "ις"))
            if best is None or key < best[0]:
                best = key, (known, nominative.gender)
    return best[1] if best else None


@lru_cache(maxsize=1 << 14)
def given_gender(word: str) -> str | None:
    """``"m"`` or ``"f"`` if ``word`` is a Greek first name in any case, of one gender only."""
    part = word.split("-")[0]
    genders = {
        gender for gender in "mf" if first_name(part, Evidence(case=None, gender=gender, seen=())) is not None
    }
    return genders.pop() if len(genders) == 1 else None


def is_old_genitive(word: str) -> bool:
    """Whether a surname in -ου is the learned genitive of a first name, as Γεωργίου or Παπανικολάου are."""
    known = lexicon.surname(word)
    folded = fold(word)
    if known is not None or folded.endswith("ογλου"):
        return True
    if folded.endswith("οπουλου") or stress(word) != 2:
        return False
    stems = {folded}
    for prefix in ("παπα", "χατζη", "καρα", "παπ", "δελη", "γερο"):
        if folded.startswith(prefix) and len(folded) > len(prefix) + 4:
            stems.add(folded[len(prefix) :])
    for stem in stems:
        for ending in ("οσ", "ησ", "ασ"):
            known = lexicon.first_name(stem[:-2] + ending, "m")
            # του Χρήστου is as much Χρήστος as a surname; του Γεωργίου, with its accent moved, is the surname.
            if known is not None and (stem != folded or stress(known) == 3 or ending != "οσ"):
                return True
    return folded in ("οικονομου", "αναγνωστου", "διακου", "ιερεωσ", "δημου", "πρωτοπαπα")


@lru_cache(maxsize=1 << 13)
def is_greek_surname(word: str) -> bool:
    """Whether ``word`` is a Greek surname by its ending or by the table."""
    folded = fold(word)
    return bool(GREEK_SURNAME.search(folded)) or lexicon.surname(word) is not None


def man_surname(word: str, evidence: Evidence) -> str:
    folded = fold(word)
    last = folded[-1]
    if folded.endswith("ου"):
        return man_in_ou(word, evidence)
    found = list(nominatives(word, cases=evidence.cases or "gen acc", genders="m", numbers="sg"))
    for nominative in found:
        if nominative.text in evidence.seen:
            return nominative.text
    if word in evidence.seen:
        return word
    for nominative in found:
        known = lexicon.surname(nominative.text)
        if known is not None and (stress(word) is None or known == nominative.text):
            return known
    if last == "η":
        return word + "ς"
    if folded.endswith("ακι") and evidence.given:
        return word + "ς"
    if last == "α":
        return word if looks_foreign(word, evidence) else word + "ς"
    if last == "ο" and evidence.case != "gen":
        return word if looks_foreign(word, evidence) else word + "ς"
    if folded.endswith("ακι") and evidence.given:
        return word + "ς"
    if evidence.case == "voc" and last == "ε" and evidence.given is not False:
        return next((n.text for n in found if n.text.endswith(("ος", "ός"))), word)
    return word


def man_in_ou(word: str, evidence: Evidence) -> str:
    if word in evidence.seen:
        return word
    found = [n.text for n in nominatives(word, cases="gen", genders="m", numbers="sg")]
    for text in found:
        if text in evidence.seen:
            return text
    if evidence.case == "acc" or (evidence.given is False and not GREEK_SURNAME.search(fold(word))):
        # A genitive in the place of an accusative does not decline: τον Παπανδρέου.
        return word
    folded = fold(word)
    if folded.endswith("οπουλου"):
        return with_stress(word[:-2] + "ος", 3)
    for text in found:
        known = lexicon.surname(text)
        if known is not None:
            return known
    if is_old_genitive(word):
        return word
    return next((text for text in found if text.endswith(("ος", "ός"))), word)


def looks_foreign(word: str, evidence: Evidence) -> bool:
    if GREEK_SURNAME.search(fold(word)) or (evidence.given and evidence.declined):
        return False
    return evidence.given is False or lexicon.is_foreign(word)


def woman_surname(word: str, evidence: Evidence) -> str:
    if evidence.case == "gen" and SLAVIC_WOMAN.search(strip_accents(word)):
        return word[:-1]
    return word


def woman_alone(word: str, evidence: Evidence) -> str:
    """A woman called by one word, which may be a first name that no table has: της Σακίρας."""
    if word in evidence.seen or evidence.case != "gen":
        return word
    folded = fold(word)
    if folded.endswith(("ασ", "ησ")) and len(folded) > 4:
        return word[:-1]
    return word


def surname(word: str, evidence: Evidence) -> str:
    if evidence.gender == "f":
        return woman_surname(word, evidence)
    if evidence.gender != "m" and not speaks_of_a_man(word, evidence):
        return word
    return man_surname(word, evidence)


def speaks_of_a_man(word: str, evidence: Evidence) -> bool:
    """For a surname whose gender nothing tells: most bear it in the genitive or accusative, and are men."""
    folded = fold(word)
    if evidence.case == "nom":
        return False
    if any(n.text in evidence.seen for n in nominatives(word, cases="gen acc", genders="m", numbers="sg")):
        return word not in evidence.seen
    if word in evidence.seen:
        return False
    return bool(GREEK_SURNAME.search(folded)) and not folded.endswith(("οπουλου", "ου"))


def person_name(words: Sequence[str], *, case: str | None, gender: str, seen: Container[str]) -> str:
    """``nominative_name`` for a person."""
    parts = [titlecase(word) for word in words]
    gender = {"mn": "m", "fn": "f"}.get(gender, gender)
    if not any(has_greek(part) for part in parts):
        return " ".join(words)
    evidence = Evidence(case=case, gender=gender, seen=seen)
    given, genders = given_names(parts, evidence)
    if case == "nom" or (case is None and stands_in_nominative(parts, given)):
        return " ".join(known_in_capitals(word, part) for word, part in zip(words, parts, strict=True))
    if genders and gender not in ("m", "f"):
        gender = genders
    greek = None if len(parts) == 1 or is_initial(parts[0]) else bool(given)
    declined = any(
        changed != parts[index] and not fold(parts[index]).endswith("ο") for index, changed in given.items()
    )
    evidence = Evidence(case=case, gender=gender, seen=seen, given=greek, declined=declined)
    out = list(parts)
    for index, part in enumerate(parts):
        alone, last = len(parts) == 1, index == len(parts) - 1
        if part.lower() in PARTICLES or not has_greek(part) or is_initial(part):
            continue
        if index in given and (alone or not last or gender == "f"):
            out[index] = given[index]
        elif not last:
            out[index] = middle_name(part, evidence)
        elif alone and gender == "f":
            out[index] = woman_alone(part, evidence)
        else:
            out[index] = hyphened(part, evidence)
    if len(parts) > 1 and out[-1] == parts[-1] and gender == "m":
        keep_foreign(parts, out)
    return " ".join(out)


def keep_foreign(parts: Sequence[str], out: list[str]) -> None:
    """Leave Μάρκο in Μάρκο Ρούμπιο: where the surname stays in -o, so does the first name."""
    if parts[0].endswith("ο") and parts[-1][-1] in "οόι" and out[0] == parts[0] + "ς":
        out[0] = parts[0]


def known_in_capitals(word: str, part: str) -> str:
    """The accent that a table knows, for a word that had none in capitals."""
    if word == part or stress(part):
        return part
    return lexicon.first_name(part, "f") or lexicon.first_name(part, "m") or lexicon.surname(part) or part


def is_initial(part: str) -> bool:
    return part.endswith(".") or len(part) == 1


def given_names(parts: Sequence[str], evidence: Evidence) -> tuple[dict[int, str], str]:
    """The words that are Greek first names, each with its nominative; and the gender that they tell."""
    found: dict[int, str] = {}
    gender = ""
    for index, part in enumerate(parts):
        if index and index == len(parts) - 1 and evidence.gender != "f":
            break
        if index and index not in (1,):
            break
        pieces = [first_name(piece, evidence) for piece in part.split("-")]
        known = [piece for piece in pieces if piece is not None]
        if not known or pieces[0] is None:
            if index == 0:
                break
            continue
        if index and index == len(parts) - 1 and not (evidence.case == "gen" and known[0][0] != part):
            break
        kept = [new[0] if new else old for new, old in zip(pieces, part.split("-"), strict=True)]
        found[index] = "-".join(kept)
        gender = gender or known[0][1]
    return found, gender


def stands_in_nominative(parts: Sequence[str], given: dict[int, str]) -> bool:
    """Without an article, whether the name stands as it is: Γιώργος Γεωργίου, but Γιώργου Γεωργίου."""
    if 0 in given and len(parts) > 1:
        return given[0] == parts[0]
    folded = fold(parts[-1])
    return folded.endswith(("οσ", "ησ")) and not folded.endswith("ουσ")


def middle_name(part: str, evidence: Evidence) -> str:
    """A first or second name that no table has."""
    folded = fold(part)
    if evidence.gender == "f":
        return (
            part[:-1]
            if evidence.case == "gen" and folded.endswith(("ασ", "ησ")) and len(folded) > 3
            else part
        )
    if evidence.gender == "m" and folded.endswith("η"):
        return part + "ς"
    if evidence.gender == "m" and evidence.case == "gen" and folded.endswith("ου") and len(folded) > 4:
        return next((n.text for n in nominatives(part, cases="gen", genders="m", numbers="sg")), part)
    return part


def hyphened(part: str, evidence: Evidence) -> str:
    return "-".join(surname(piece, evidence) for piece in part.split("-"))
