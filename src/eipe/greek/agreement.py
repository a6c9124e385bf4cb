"""The nominative of a noun phrase that no table has: adjectives agree with their noun, a genitive behind it stays."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from eipe.greek import gazetteer
from eipe.greek.endings import Nominative, nominatives
from eipe.greek.letters import fold
from eipe.greek.syllables import nuclei, stress, with_stress
from eipe.lexicon.table import affixes, rows, words_of

__all__ = ["ARTICLES", "UNDECLINED", "by_agreement", "cases_of", "forms"]

FORMS = 12
ARTICLES = words_of("articles_in_names")
ADJECTIVES = affixes("adjectives_of_names")
UNDECLINED = words_of("undeclined_in_names")

ADJECTIVE_ENDS = {
    "m": affixes("adjectives_masculine"),
    "f": affixes("adjectives_feminine"),
    "n": affixes("adjectives_neuter"),
}


@cache
def heads() -> frozenset[str]:
    """Nouns that a genitive follows: everything behind them stays as it is."""
    return frozenset(noun for (noun,) in rows("phrase_heads"))


def by_agreement(parts: Sequence[str], kind: str, case: str | None, genders: str, numbers: str) -> str:
    """Decline adjectives and the noun they stand before; a genitive behind it stays."""
    end = next((i for i, part in enumerate(parts) if i and part.lower() in ARTICLES), len(parts))
    head = noun_index(parts[:end], kind, case, genders, numbers)
    noun = decline_noun(parts[head], kind, case, genders, numbers)
    if noun is None:
        return " ".join(parts)
    out = list(parts)
    out[head] = noun.text
    for index in range(head):
        if fold(parts[index]) not in UNDECLINED:
            out[index] = decline_adjective(parts[index], case, noun)
    return " ".join(out)


def noun_index(parts: Sequence[str], kind: str, case: str | None, genders: str, numbers: str) -> int:
    for index, part in enumerate(parts):
        if any(form.lower() in heads() for form in forms(part, case, genders, numbers)):
            return index
        if kind == "organization" and not is_adjective(part):
            return index
        if index + 1 < len(parts) and not is_adjective(part) and is_known(part, case, genders, numbers):
            return index
    for index in range(len(parts) - 1):
        if not is_adjective(parts[index]) and fold(parts[index]) not in UNDECLINED:
            # A foreign name of several words, or a noun with a name behind it: the last may still decline.
            return len(parts) - 1 if index == 0 else index
    return len(parts) - 1


def is_adjective(word: str) -> bool:
    """Whether a word before the noun agrees with it, by its ending."""
    folded = fold(word)
    stem = folded.rstrip("σ")
    return stem.endswith(ADJECTIVES) or folded.endswith(ADJECTIVES)


def is_known(part: str, case: str | None, genders: str, numbers: str) -> bool:
    """Whether a word is a place by itself, as in Νάουσας Πάρου: what follows says where it is."""
    return any(gazetteer.place(form) == form for form in forms(part, case, genders, numbers))


def decline_noun(word: str, kind: str, case: str | None, genders: str, numbers: str) -> Nominative | None:
    if len(word) > 1 and word.isupper():
        return None  # του ΟΗΕ Κύπρου: letters are not declined
    found = nominatives(word, cases=cases_of(case), genders=genders, numbers=numbers)
    place = next((one for one in found if kind == "place" and gazetteer.place(one.text) == one.text), None)
    noun = place or next((one for one in found if one.text.lower() in heads()), None)
    told = case is not None or genders != "mfn" or fold(word).endswith(affixes("bare_genitives"))
    return noun or (next((one for one in found if trusted(word, one, case, genders)), None) if told else None)


def trusted(word: str, nominative: Nominative, case: str | None, genders: str) -> bool:
    """Whether an unknown name may be declined so; where two nominatives can be, the rarer one may not."""
    folded, text = fold(word), nominative.text
    if case is None and genders == "mfn":
        feminine = nominative.gender == "f" and text.endswith(affixes("feminine_nominatives"))
        return feminine and folded.endswith(affixes("feminine_genitives"))
    if folded.endswith(affixes("ends_in_iou")) and stress(word) == 2 and nominative.gender != "f":
        return (nominative.gender == "n" and text.endswith("ο") and stress(text) == 3) or genders == "m"
    if folded.endswith("ου"):
        ending = affixes("ends_in_os" if genders == "m" else "ends_in_o")
        return genders == "f" or (text.endswith(ending) and stress(text) != 3)
    if folded.endswith("ων"):
        # των Ψαχνών, των Σπάτων: feminine where the accent is on the ending, else neuter.
        if stress(word) == 1:
            return nominative.gender == "f" and nominative.number == "pl" and stress(text) == 2
        return nominative.gender == "n" and (stress(text) == 3 or len(nuclei(text)) < 3)
    if folded.endswith(affixes("neuters_that_stay")):
        return False
    if nominative.gender == "f" and folded.endswith(affixes("feminines_that_stay")):
        return folded.endswith("οσ") and text.endswith(affixes("learned_feminines"))
    return not text.endswith(affixes("nominatives_not_made")) and not folded.endswith("ωσ")


def decline_adjective(word: str, case: str | None, noun: Nominative) -> str:
    """The nominative of an adjective that agrees with ``noun``."""
    cases = noun.case if noun.case in ("gen", "acc") else cases_of(case)
    found = nominatives(word, cases=cases, genders=noun.gender, numbers=noun.number)
    fitting = [n.text for n in found if n.text.endswith(ADJECTIVE_ENDS[noun.gender])]
    if not fitting:
        return word
    # The accent of adjectives stays: των Ηνωμένων, but Ηνωμένα.
    best = next((text for text in fitting if text[: len(word) - 3] == word[: len(word) - 3]), fitting[0])
    if fold(word).endswith(affixes("moving_accents")) and stress(word) == 2 and stress(best) == 2:
        return with_stress(best, 3)
    return best


def cases_of(case: str | None) -> str:
    return case if case in ("gen", "acc") else "gen acc"


def forms(word: str, case: str | None, genders: str, numbers: str) -> list[str]:
    """The nominatives ``word`` can have, and ``word`` itself last."""
    found = nominatives(word, cases=cases_of(case), genders=genders, numbers=numbers)
    return [*dict.fromkeys(n.text for n in found[:FORMS]), word]
