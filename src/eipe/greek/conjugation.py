"""The third person of Greek verbs, from their principal parts.

News reports speech in the third person, so these are the forms that a cue lexicon needs: present, imperfect,
aorist, subjunctive (έχει πει, θα πει, να πει use it too), the participle in -οντας, the passive, and the
declined participle of deponents (υποσχόμενος). Everything is folded (no accents, no capitals), which frees the
rules from the moving accent of Greek: δηλώνω, δήλωσε.

Source of the paradigms: Holton, Mackridge, Philippaki-Warburton, *Greek: A Comprehensive Grammar of the Modern
Language* (1997), part II, chapter 7.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from eipe.greek.letters import fold
from eipe.lexicon.table import affixes, rows

__all__ = ["Verb", "forms"]

_STOP = re.compile("(?<=[υφχ])[τθ](?=ηκ)")


@dataclass(frozen=True, slots=True)
class Verb:
    """The principal parts of a verb.

    Attributes:
        lemma: First person singular of the present: δηλώνω, ζητώ, υπόσχομαι.
        aorist: Third person singular: δήλωσε, ζήτησε, υποσχέθηκε.
        subjunctive: Third person singular, where the augment hides it: ανέφερε has αναφέρει.
        imperfect: Third person singular, where it is not regular: κατήγγελλε.
        passive: Third person singular of the passive aorist: ειπώθηκε.
    """

    lemma: str
    aorist: str = ""
    subjunctive: str = ""
    imperfect: str = ""
    passive: str = ""


def forms(verb: Verb) -> dict[str, str]:
    """Folded form -> "active", "passive" or "participle"."""
    lemma, aorist = fold(verb.lemma), fold(verb.aorist)
    if lemma.endswith("μαι"):
        return _deponent(verb, lemma, aorist)
    oxytone = verb.lemma.endswith(affixes("oxytone_verbs"))
    stem = lemma.removesuffix("αω") if lemma.endswith("αω") else lemma[:-1]
    passive = affixes("passive_present_oxytone" if oxytone else "passive_present")
    table = dict.fromkeys([stem + ending for ending in passive] + _passive_aorist(verb, stem, oxytone), "passive")
    active = [stem + ending for ending in affixes("present_oxytone" if oxytone else "present")]
    active += _past(fold(verb.imperfect) or _imperfect(lemma, stem, aorist, oxytone))
    if aorist:
        active += _past(aorist)
        subjunctive = fold(verb.subjunctive) or _unaugmented(lemma, aorist) + "ει"
        active += [subjunctive, subjunctive[:-2] + "ουν", subjunctive[:-2] + "ουνε"]
        if verb.subjunctive and len(subjunctive) > 5:
            # ανάφερε, κατάγγειλε: spoken Greek leaves the augment inside a verb out.
            active += [subjunctive[:-2] + "ε", subjunctive[:-2] + "αν"]
    table.update(dict.fromkeys(active, "active"))
    table[stem + ("ωντασ" if oxytone else "οντασ")] = "participle"
    return table


def _imperfect(lemma: str, stem: str, aorist: str, oxytone: bool) -> str:
    return stem + "ουσε" if oxytone else "ε" * _is_augmented(lemma, aorist) + stem + "ε"


def _past(third: str) -> list[str]:
    """έγραψε -> έγραψε, έγραψαν, γράψανε; -ηκε is -ηκαν."""
    stem = third[:-1]
    return [third, stem + "αν", stem + "ανε"] if third else []


def _is_augmented(lemma: str, aorist: str) -> bool:
    return aorist.startswith("ε" + lemma[0]) and not lemma.startswith("ε")


def _unaugmented(lemma: str, aorist: str) -> str:
    return aorist[_is_augmented(lemma, aorist) : -1]


def _passive_aorist(verb: Verb, stem: str, oxytone: bool) -> list[str]:
    regular = [stem.removesuffix(old) + new for old, new in rows("passive_stems") if stem.endswith(old)]
    stems = [fold(verb.passive).removesuffix("ηκε")] if verb.passive else [stem + "ηθ"] if oxytone else regular
    return [stem + ending for stem in stems for ending in affixes("passive_aorist")]


def _deponent(verb: Verb, lemma: str, aorist: str) -> dict[str, str]:
    stem = lemma[:-4]  # υποσχ-ομαι, παραδεχ-ομαι, θυμ-αμαι, επικαλ-ουμαι
    kind = "passive_present"
    if lemma.endswith("ουμαι"):
        stem, kind = lemma[:-5], "deponent_oumai"
    elif lemma.endswith("αμαι"):
        kind = "deponent_amai"
    active = [stem + ending for ending in affixes(kind)]
    if aorist:
        base = aorist.removesuffix("ηκε")
        subjunctive = fold(verb.subjunctive) or _unaugmented(lemma, base + "ε") + "ει"
        past = [aorist, base + "ηκαν", subjunctive, subjunctive[:-2] + "ουν"]
        active += [*past, *map(_doublet, past)]
    participle = stem + ("ουμεν" if lemma.endswith("ουμαι") else "ομεν")
    declined = [participle + ending for ending in affixes("declined_participle")]
    return dict.fromkeys(active, "active") | dict.fromkeys(declined, "participle")


def _doublet(form: str) -> str:
    """δεσμεύτηκε and δεσμεύθηκε, παραδέχτηκε and παραδέχθηκε: spoken and written forms live side by side."""
    return _STOP.sub(lambda stop: "θ" if stop[0] == "τ" else "τ", form)
