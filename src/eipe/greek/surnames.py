"""Surnames in their cases, by gender and ending.

A man's surname declines (του Μητσοτάκη), unless it is an old genitive (Γεωργίου) or foreign (Ομπάμα); a
woman's is one form for all cases (της Κωνσταντοπούλου).
"""

from __future__ import annotations

import re
from functools import lru_cache

from eipe.greek import gazetteer
from eipe.greek.endings import nominatives
from eipe.greek.first_names import Evidence
from eipe.greek.letters import fold, strip_accents
from eipe.greek.syllables import stress, with_stress
from eipe.lexicon.table import affixes, words_of

__all__ = ["WOMANS", "is_greek_surname", "surname"]

# Endings that only Greek surnames have, with the accent that is not written in capitals.
GREEK_SURNAME = re.compile(
    r"(οπουλ|ακη|ιδη|αδη|ιαδη|ουδη|ουλη|ελη|ελλη|ιτη|ωτη|ιωτη|ακο|ατο|αρη|ερη|ιανο|εα)(σ|οσ|ου|υ|ο|)$"
)
#: Endings that only a woman's surname has in print, for a man's is -ίδη, -άδη, -όπουλου.
WOMANS = affixes("womens_surnames")
SLAVIC_WOMAN = re.compile(r"(οβ|εβ|ιν|σκαγι|σκ|αγι)ας$")


def surname(word: str, evidence: Evidence) -> str:
    if evidence.gender == "f":
        slavic = evidence.case == "gen" and SLAVIC_WOMAN.search(strip_accents(word))
        return word[:-1] if slavic else word
    return man_surname(word, evidence) if evidence.gender == "m" or speaks_of_a_man(word, evidence) else word


def speaks_of_a_man(word: str, evidence: Evidence) -> bool:
    """For a surname whose gender nothing tells: most bear it in the genitive or accusative, and are men."""
    folded = fold(word)
    if evidence.case == "gen" and not word.endswith(WOMANS):
        return not gazetteer.is_foreign(word)  # Βόμβα Σακκά, η επιστολή Τσακαλίδη: more of them are men
    return bool(GREEK_SURNAME.search(folded)) and not folded.endswith(affixes("surnames_of_either"))


@lru_cache(maxsize=1 << 13)
def is_greek_surname(word: str) -> bool:
    """Whether ``word`` is a Greek surname by its ending or by the table."""
    folded = fold(word)
    return bool(GREEK_SURNAME.search(folded)) or gazetteer.surname(word) is not None


def man_surname(word: str, evidence: Evidence) -> str:
    folded = fold(word)
    in_ou, last = folded.endswith("ου"), folded[-1]
    cases = "gen" if in_ou else evidence.cases or "gen acc"
    found = [one.text for one in nominatives(word, cases=cases, genders="m", numbers="sg")]
    # Χρήστου is a surname where the text has it in the nominative, though a Χρήστος may be there too.
    seen = next((text for text in ([word, *found] if in_ou else [*found, word]) if text in evidence.seen), None)
    if seen is not None:
        return seen
    if in_ou and (evidence.case == "acc" or (evidence.given is False and not GREEK_SURNAME.search(folded))):
        return word  # A genitive in the place of an accusative does not decline: τον Παπανδρέου.
    if folded.endswith("οπουλου"):
        return with_stress(word[:-2] + "ος", 3)
    for text in found:
        known = gazetteer.surname(text)
        if known is not None and (in_ou or stress(word) is None or known == text):
            return known
    if last == "η" or (folded.endswith("ακι") and evidence.given):
        return word + "ς"
    if last == "α" or (last == "ο" and evidence.case != "gen"):
        return word if looks_foreign(word, evidence) else word + "ς"
    in_os = next((text for text in found if text.endswith(affixes("ends_in_os"))), word)
    if in_ou:
        return word if is_old_genitive(word) else in_os
    return in_os if evidence.case == "voc" and last == "ε" and evidence.given is not False else word


def is_old_genitive(word: str) -> bool:
    """Whether a surname in -ου is the learned genitive of a first name, as Γεωργίου or Παπανικολάου are."""
    known = gazetteer.surname(word)
    folded = fold(word)
    if known is not None or folded.endswith("ογλου"):
        return True
    if word.endswith("ιανού"):
        return gazetteer.first_name(word[:-2] + "ός", "m") is not None  # Κυπριανού, of Κυπριανός
    if folded.endswith("οπουλου") or stress(word) != 2:
        return False
    for stem in (folded, *map(folded.removeprefix, words_of("before_surnames"))):
        for ending in affixes("masculine_nominatives"):
            known = gazetteer.first_name(stem[:-2] + ending, "m")
            # του Χρήστου may be Χρήστος; του Γεωργίου, with its accent moved, is the surname.
            if known is not None and (stem != folded or stress(known) == 3 or ending != "οσ"):
                return True
    return folded in words_of("surnames_in_genitive")


def looks_foreign(word: str, evidence: Evidence) -> bool:
    if GREEK_SURNAME.search(fold(word)) or (evidence.given and evidence.declined):
        return False
    return evidence.given is False or gazetteer.is_foreign(word)
