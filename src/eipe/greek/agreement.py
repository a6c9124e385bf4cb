"""The nominative of a noun phrase that no table has: adjectives agree with their noun, a genitive behind it stays."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain

from eipe.greek import gazetteer
from eipe.greek.endings import Nominative, Told
from eipe.greek.letters import fold
from eipe.greek.syllables import nuclei, stress, with_stress
from eipe.lexicon.table import affixes, rows, words_of

__all__ = ["ARTICLES", "UNDECLINED", "by_agreement", "decline_adjective", "forms", "heads"]

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


def by_agreement(parts: Sequence[str], kind: str, told: Told) -> str:
    """Decline adjectives and the noun they stand before; a genitive behind it stays."""
    end = next((i for i, part in enumerate(parts) if i and part.lower() in ARTICLES), len(parts))
    head = noun_index(parts[:end], kind, told)
    noun = decline_noun(parts[head], kind, told)
    if noun is None:
        return " ".join(parts)
    out = list(parts)
    out[head] = noun.text
    for index in range(head):
        if fold(parts[index]) not in UNDECLINED:
            out[index] = decline_adjective(parts[index], told.case, noun)
    return " ".join(out)


def noun_index(parts: Sequence[str], kind: str, told: Told) -> int:
    last = len(parts) - 1
    for index, part in enumerate(parts):
        if any(form.lower() in heads() for form in forms(part, told)):
            return index
        if is_adjective(part):
            continue
        # in Νάουσας Πάρου what follows a place says where it is
        places = (form for form in forms(part, told) if gazetteer.place(form) == form)
        if kind == "organization" or (index < last and any(places)):
            return index
    noun = next((i for i, part in enumerate(parts) if not is_adjective(part) and fold(part) not in UNDECLINED), last)
    # A foreign name of several words, or a noun with a name behind it: the last may still decline.
    return noun or last


def is_adjective(word: str) -> bool:
    """Whether a word before the noun agrees with it, by its ending."""
    folded = fold(word)
    stem = folded.rstrip("σ")
    return stem.endswith(ADJECTIVES) or folded.endswith(ADJECTIVES)


def decline_noun(word: str, kind: str, told: Told) -> Nominative | None:
    if len(word) > 1 and word.isupper():
        return None  # του ΟΗΕ Κύπρου: letters are not declined
    found = told.nominatives(word)
    places = (one for one in found if kind == "place" and gazetteer.place(one.text) == one.text)
    nouns = (one for one in found if one.text.lower() in heads())
    sure = not told.is_bare or fold(word).endswith(affixes("bare_genitives"))
    return next(chain(places, nouns, (one for one in found if sure and trusted(word, one, told))), None)


def trusted(word: str, nominative: Nominative, told: Told) -> bool:
    """Whether an unknown name may be declined so; where two nominatives can be, the rarer one may not."""
    folded, text, genders = fold(word), nominative.text, told.genders
    if told.is_bare:
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
    found = Told(noun.case if noun.case in ("gen", "acc") else case, noun.gender, noun.number).nominatives(word)
    fitting = [n.text for n in found if n.text.endswith(ADJECTIVE_ENDS[noun.gender])]
    if not fitting:
        return word
    # The accent of adjectives stays: των Ηνωμένων, but Ηνωμένα.
    best = next((text for text in fitting if text[: len(word) - 3] == word[: len(word) - 3]), fitting[0])
    if fold(word).endswith(affixes("moving_accents")) and stress(word) == 2 and stress(best) == 2:
        return with_stress(best, 3)
    return best


def forms(word: str, told: Told) -> list[str]:
    """The nominatives ``word`` can have, and ``word`` itself last."""
    return [*dict.fromkeys(n.text for n in told.nominatives(word)[:FORMS]), word]
