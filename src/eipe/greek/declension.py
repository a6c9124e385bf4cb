"""From the case in which the text has a name or a word to its nominative."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache
from typing import Literal

from eipe.greek import gazetteer
from eipe.greek.endings import Nominative, Told, nominatives
from eipe.greek.letters import fold, upright
from eipe.greek.person_names import person_name
from eipe.greek.phrase_names import phrase_name
from eipe.greek.syllables import stress, with_stress
from eipe.lexicon.table import affixes, pairs, words_of

__all__ = ["Kind", "nominative_name", "nominative_word"]

Kind = Literal["person", "place", "organization"]
CASES = {"Nom": "nom", "Gen": "gen", "Acc": "acc", "Voc": "voc"}
NUMBERS = {"Sing": "sg", "Plur": "pl"}


def genders_of(gender: str | None) -> str:
    """The genders meant by ``m``, ``f``, ``n``, ``mn`` or their UD names; all of them if None."""
    return {"Masc": "m", "Fem": "f", "Neut": "n"}.get(gender or "", gender or "mfn")


def nominative_name(
    words: Sequence[str],
    *,
    kind: Kind,
    case: str | None = None,
    gender: str | None = None,
    number: str | None = None,
    seen: Container[str] = (),
) -> str:
    """The name that ``words`` are, in the nominative.

    Args:
        words: The words of the name as the text has them.
        kind: What the name names.
        case: ``"Nom"``, ``"Gen"``, ``"Acc"`` or ``"Voc"``, as the article or another sure sign tells; None if
            nothing does.
        gender: ``"m"``, ``"f"``, ``"n"``, or ``"mn"`` for what του tells; None if nothing tells.
        number: ``"Sing"`` or ``"Plur"``; None if nothing tells.
        seen: Words of names that stand in the nominative elsewhere in the text: they win.
    """
    words = [upright(word) for word in words]
    short = CASES.get(case or "")
    numbers = NUMBERS.get(number or "", "sg pl")
    if kind == "person":
        return person_name(words, case=short, gender=genders_of(gender), seen=seen)
    return phrase_name(words, kind=kind, told=Told(short, genders_of(gender), numbers), seen=seen)


@lru_cache(maxsize=1 << 12)
def nominative_word(word: str, *, pos: str, gender: str | None, number: str | None) -> str:
    """The nominative of a common noun, adjective or participle, in the number that it has.

    >>> nominative_word("εκπροσώπου", pos="NOUN", gender="m", number="Sing")
    'εκπρόσωπος'
    """
    if word in words_of("indeclinable") or pos in ("ADP", "ADV", "CCONJ", "NUM", "X"):
        return word
    if (irregular := pairs("irregular_nominatives").get(word)) is not None:
        return irregular
    genders, numbers = genders_of(gender), NUMBERS.get(number or "", "sg pl")
    known = gazetteer.noun(word)
    if known is not None and numbers != "pl":
        return known
    folded = fold(word)
    nominative = folded.endswith(affixes("masculine_nominatives")) and not folded.endswith("ντοσ")
    if nominative and (genders == "m" or (pos == "ADJ" and "m" in genders)):
        return word
    # Titles have one form for men and women: της υπουργού, την πρόεδρο.
    found = [
        one
        for one in nominatives(word, cases="gen acc", genders=genders + "m", numbers=numbers)
        if one.gender in genders or (genders == "f" and fits_both(one, pos))
    ]
    for one in found:
        known = plural_of_known(one) if one.number == "pl" else gazetteer.noun(one.text)
        if known is not None:
            return known
    text = next((one.text for one in found if plausible(word, one, pos)), word)
    # The learned accent of participles: τους εργαζομένους, but οι εργαζόμενοι.
    return with_stress(text, 3) if text != word and "ομεν" in folded[-8:] and stress(word) == 2 else text


def fits_both(nominative: Nominative, pos: str) -> bool:
    if nominative.text.endswith(affixes("ends_in_is")):
        return gazetteer.noun(nominative.text) is not None
    return pos == "NOUN" and nominative.text.endswith(affixes("nouns_in_os_or_eas"))


def plural_of_known(nominative: Nominative) -> str | None:
    """The plural of a noun of the lexicon that ``nominative`` is: κάτοικοι, of κάτοικος; accent as there."""
    text = nominative.text
    if text.endswith(affixes("ends_in_oi")):
        single = gazetteer.noun(text[:-2] + "ος")
        return single[:-2] + ("οί" if single.endswith("ός") else "οι") if single else None
    if text.endswith(affixes("ends_in_eta")) and nominative.gender == "n":
        return with_stress(text, 2) if gazetteer.noun(text[:-1] + "ος") else None
    if text.endswith(affixes("ends_in_es")):
        for ending in ("ης", "ας", "έας"):
            single = gazetteer.noun(text[:-2] + ending)
            if single:
                return single[:-2] + ("ές" if single[-2] in "ήά" else "ες")
    return None


def plausible(word: str, nominative: Nominative, pos: str) -> bool:
    """Whether the rule may be trusted with a word that no table has."""
    text = nominative.text
    if nominative.number == "pl":
        return not text.endswith("η")
    if nominative.gender == "m":
        return text.endswith(affixes("masculines")) or pos != "NOUN"
    if nominative.gender == "f":
        return not text.endswith(affixes("no_feminines"))
    if fold(word).endswith("ιου"):
        return text.endswith("ί" if stress(word) == 1 else "ο")
    return word.endswith(affixes("neuter_genitives"))
