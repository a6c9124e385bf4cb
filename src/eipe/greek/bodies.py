"""The nominative of bodies that are named by common words: του Διεθνούς Νομισματικού Ταμείου, των Ενόπλων Δυνάμεων.

Endings alone cannot tell whether Ταμείου comes of Ταμείο, Τάμειο or Ταμείος. The list of printed forms
(`eipe.greek.truecasing`) can: of all nominatives that a genitive may have, the one that print knows is meant, accent
and all. The same list tells adjectives from nouns, for they have three genders: λευκός, λευκή, λευκό; οίκος alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from eipe.greek.agreement import decline_adjective, heads
from eipe.greek.endings import Nominative, Told
from eipe.greek.letters import fold
from eipe.greek.syllables import stress
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes, rows

__all__ = ["by_print"]

#: Endings of an adjective (folded): one of a woman's and one of the others' that tell it from a noun.
PARADIGMS = {number: tuple(pair for row, *pair in rows("adjective_pairs") if row == number) for number in ("sg", "pl")}
#: Endings of adjectives that print need not know.
UNKNOWN = affixes("unknown_adjectives")
#: Stems of nouns whose learned genitive looks like an adjective's other gender: της κοινότητος, της Ελλάδος.
LEARNED = affixes("learned_stems")
#: Endings that nominatives of common nouns have; -ους is a surname's.
NOUNS = {
    ("m", "sg"): affixes("masculine_nominatives"),
    ("f", "sg"): affixes("feminine_nouns"),
    ("n", "sg"): affixes("neuter_nouns"),
}


def by_print(parts: Sequence[str], told: Told) -> str | None:
    """The nominative of a phrase in the genitive or accusative; None where print does not know its noun.

    >>> by_print(["Λευκού", "Οίκου"], Told("gen", "mn", "sg"))
    'Λευκός Οίκος'
    """
    if told.case != "gen" and (told.case, told.genders) != ("acc", "m"):
        return None
    head = 0
    while (behind := follower(parts, head)) < len(parts) and agrees(parts[head], parts[behind], told):
        head = behind
    noun = next(iter(printed(parts[head], told)), None)
    if noun is not None and head + 1 < len(parts) and parts[head + 1].isupper() and is_adjective(noun):
        return " ".join(parts)  # του Αστικού ΚΤΕΛ: letters tell no gender
    if noun is None:
        # της Χαμάς: print has the word, and no nominative of it.
        return parts[0] if len(parts) == 1 and told.genders == "f" and is_printed(parts[0]) else None
    moved, small = stress(parts[0]) != stress(noun.text), shipped().usual(noun.text).islower()
    if len(parts) == 1 and moved and (noun.gender, noun.number) == ("m", "sg") and not small:
        return parts[0]  # του Μαξίμου: somebody's house, with the accent of old
    out = list(parts)
    out[head] = noun.text
    for index in range(head):
        if fold(parts[index]) == "και":
            continue
        adjective = next(iter(printed(parts[index], Told(told.case, noun.gender, noun.number))), None)
        out[index] = adjective.text if adjective else decline_adjective(parts[index], told.case, noun)
    return " ".join(out)


def follower(parts: Sequence[str], index: int) -> int:
    """The word behind, over και: Εθνικού και Καποδιστριακού Πανεπιστημίου."""
    joined = index + 1 < len(parts) and fold(parts[index + 1]) == "και"
    return index + 1 + joined


def is_printed(form: str) -> bool:
    """Whether print writes the word so, accent and all; the case of its letters is not asked."""
    return shipped().forms.get(fold(form), "").lower() == form.lower()


@lru_cache(maxsize=1 << 12)
def printed(word: str, told: Told) -> tuple[Nominative, ...]:
    """The nominatives of a word that print has, the likelier first."""
    if not word[:1].isalpha() or word.isupper():
        return ()
    found: list[Nominative] = []
    for one in told.nominatives(word):
        if one.gender == "n" and "m" in told.genders and one.text.endswith(affixes("ends_in_o")):
            # του Ομίλου: a word in -ος has a form in -ο as well, the accusative; a word in -ο none in -ος.
            found.append(Nominative(one.text + "ς", "m", one.number, one.case))
        found.append(one)
    kept = [
        one
        for one in found
        if one.number in told.numbers
        and fold(one.text).endswith(NOUNS.get((one.gender, one.number), ""))
        and not one.text.endswith("εί")
        and (is_printed(one.text) or not is_other(one))
    ]
    return tuple(sorted(dict.fromkeys(kept), key=rank))


def rank(one: Nominative) -> tuple[bool, ...]:
    """The nouns of the table before others (του Συμφώνου is no adjective), then the masculine.

    του Εργαστηρίου is more often of εργαστήριο than of εργαστήρι.
    """
    return is_other(one), one.gender != "m", one.gender == "n" and one.text.endswith("ι")


def is_other(nominative: Nominative) -> bool:
    return nominative.text.lower() not in heads()


def agrees(word: str, behind: str, told: Told) -> bool:
    """Whether ``word`` is an adjective of ``behind``: Λευκού Οίκου, but not Συλλόγου Αθηνών."""
    found, nouns = printed(word, told), printed(behind, told)
    if all(map(is_other, nouns)) and not all(map(is_other, found)):
        return False
    if word[:1].isdigit() or (not found and fold(word).endswith(UNKNOWN)):
        return bool(nouns)  # του 3ου Γυμνασίου, του Πανθεσσαλικού Συλλόγου
    kinds = {(one.gender, one.number) for one in nouns}
    # A learned adjective may be the name of that body alone: Αριστοτέλειο Πανεπιστήμιο, Άρειος Πάγος.
    own = () if all(map(is_other, nouns)) else affixes("learned_adjectives")
    return any(
        (one.gender, one.number) in kinds and (is_adjective(one) or (one.text.endswith(own) and stress(one.text) == 3))
        for one in found
    )


def is_adjective(nominative: Nominative) -> bool:
    """Whether a nominative is in -ικός or -ακός, or print has it in the feminine and in another gender as well."""
    forms, folded = shipped().forms, fold(nominative.text)
    for paradigm in PARADIGMS[nominative.number]:
        for stem in (folded.removesuffix(ending) for ending in paradigm if folded.endswith(ending)):
            if stem.endswith(LEARNED):
                continue
            if stem.endswith(affixes("ends_in_ik")) or all(stem + ending in forms for ending in paradigm):
                return True
    return False
