"""The principal parts of a verb of which only the first person is given: βροντοφωνάζω, βροντοφώναξε.

A compound has the parts of the verb that it is made of (φωνάζω, φώναξε). Other verbs are regular, and where Greek
has more than one way (αγοράζω, αγόρασε, but αλλάζω, άλλαξε) the list of printed forms tells which of them is a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from eipe.greek.conjugation import Verb
from eipe.greek.letters import fold
from eipe.greek.syllables import nuclei
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes, records, rows

__all__ = ["principal_parts"]

_AUGMENT = "ε"
#: In the table, before the ending of verbs with the accent on their last vowel.
_ACCENTED = "-"
#: Letters of a verb that others are made of.
_SHORTEST = 4


def principal_parts(lemma: str) -> Verb:
    """The parts of the verb, as far as they can be made; its aorist is empty where it cannot.

    Args:
        lemma: First person singular of the present, with its accent.

    >>> principal_parts("βροντοφωνάζω").aorist, principal_parts("χασκογελάω").aorist
    ('βροντοφωναξε', 'χασκογελασε')
    """
    return _compound(lemma) or Verb(lemma, _aorist(lemma))


def _compound(lemma: str) -> Verb | None:
    folded = fold(lemma)
    known = [row for row in records("cue_verbs") if row["aorist"] and len(row["lemma"]) >= _SHORTEST]
    known = [row for row in known if folded.endswith(fold(row["lemma"]))]
    fitting = [row for row in known if _is_oxytone(lemma) == _is_oxytone(row["lemma"])]
    row = max(fitting, key=lambda row: len(row["lemma"]), default=None)
    if row is None:
        return None
    best = Verb(*(row[part] for part in ("lemma", "aorist", "subjunctive", "imperfect", "passive")))
    front = folded.removesuffix(fold(best.lemma))
    aorist, opening = fold(best.aorist), fold(best.lemma)[0]
    if not front or not (aorist.startswith(_AUGMENT + opening) and opening != _AUGMENT):
        parts = (front + fold(part) if part else "" for part in (best.subjunctive, best.imperfect, best.passive))
        return Verb(lemma, front + aorist, *parts)
    vowels = nuclei(front)
    # υπογράφω, υπέγραψε; a preposition of one syllable keeps its vowel: προέγραψε
    elided = front[:-1] if len(vowels) > 1 and vowels[-1] == (len(front) - 1, len(front)) else front
    subjunctive = front + (fold(best.subjunctive) or aorist[1:-1] + "ει")
    return Verb(lemma, elided + aorist, subjunctive, passive=front + fold(best.passive) if best.passive else "")


def _aorist(lemma: str) -> str:
    """Of the regular aorist and those that the list of printed forms may tell of, the likeliest."""
    printed = shipped().knows
    candidates = list(_candidates(lemma))
    for candidate, regular in candidates:
        if regular and printed(candidate):
            return candidate
    told = next((candidate for candidate, regular in candidates if not regular and printed(candidate)), "")
    return told or next((candidate for candidate, regular in candidates if regular), "")


def _candidates(lemma: str) -> Iterator[tuple[str, bool]]:
    oxytone = _is_oxytone(lemma)
    folded = fold(lemma)
    folded = folded[:-2] + folded[-1] if oxytone and folded.endswith("αω") else folded
    for present, aorist, sort in rows("aorist_endings"):
        ending = present.removeprefix(_ACCENTED)
        if (ending != present) == oxytone and folded.endswith(ending):
            whole = folded.removesuffix(ending) + aorist
            opening = nuclei(whole)[0][0]
            # σκούζω, έσκουξε: the accent has to stand somewhere
            yield _AUGMENT * (opening > 0 and len(nuclei(whole)) == 2) + whole, sort == "regular"


def _is_oxytone(lemma: str) -> bool:
    return lemma.endswith(affixes("oxytone_verbs"))
