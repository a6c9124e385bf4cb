"""The nominative of a person's name: its first names, particles and surname together."""

from __future__ import annotations

from collections.abc import Container, Sequence

from eipe.greek.capitals import known_in_capitals, titlecase
from eipe.greek.endings import nominatives
from eipe.greek.first_names import Evidence, first_name, given_gender, given_names, is_no_genitive
from eipe.greek.letters import fold, has_greek, is_numeral
from eipe.greek.short_names import contracted
from eipe.greek.surnames import is_greek_surname, surname
from eipe.greek.syllables import stress
from eipe.lexicon.table import affixes, words_of

__all__ = ["FOREIGN_PARTICLES", "person_name"]

#: Particles inside foreign names, as Greek writes them: φον ντερ Λάιεν, μπιν Σαλμάν.
FOREIGN_PARTICLES = words_of("foreign_particles")
PARTICLES = FOREIGN_PARTICLES | words_of("more_particles")


def person_name(words: Sequence[str], *, case: str | None, gender: str, seen: Container[str]) -> str:
    """``nominative_name`` for a person."""
    if len(words) > 1 and is_numeral(words[-1]):
        # του Καρόλου Γ΄: the numeral stays, and the name before it is a first name
        return f"{person_name(words[:-1], case=case, gender=gender, seen=seen)} {words[-1]}"
    parts = [titlecase(word) for word in words]
    gender = {"mn": "m", "fn": "f"}.get(gender, gender)
    told = given_gender(parts[0]) if len(parts) > 1 or is_no_genitive(parts[0]) else None
    other = told is not None and gender in ("m", "f") and told != gender
    if other and first_name(parts[0], Evidence(case=case, gender=gender, seen=())) is None:
        # The first name knows better than an article that may belong to another word.
        case, gender = None, told or gender
    if not any(has_greek(part) for part in parts):
        return " ".join(words)
    evidence = Evidence(case=case, gender=gender, seen=seen)
    given, genders = given_names(parts, evidence)
    if (written := contracted(parts[0])) is not None:
        given[0], genders = written
    if case == "nom" or (case is None and stands_in_nominative(parts, given)):
        return " ".join(surname_last(list(map(known_in_capitals, words, parts))))
    if genders and gender not in ("m", "f"):
        gender = genders
    greek = None if len(parts) == 1 or is_initial(parts[0]) else bool(given)
    declined = any(changed != parts[index] and not fold(parts[index]).endswith("ο") for index, changed in given.items())
    evidence = Evidence(case=case, gender=gender, seen=seen, given=greek, declined=declined)
    out, last = list(parts), len(parts) - 1
    for index, part in enumerate(parts):
        if part.lower() in PARTICLES or not has_greek(part) or is_initial(part):
            continue
        if index in given:
            out[index] = given[index]
        elif index < last or (not last and gender == "f"):
            out[index] = unknown_first_name(part, evidence)
        else:
            out[index] = "-".join(surname(piece, evidence) if piece else "" for piece in part.split("-"))
    return " ".join(surname_last(together(out, parts, given.get(0, parts[0]), gender)))


def together(out: list[str], parts: Sequence[str], known: str, gender: str) -> list[str]:
    """The words in the nominative, with the ς for first name and surname, or for neither.

    Args:
        known: The nominative of the first name, if a table has it; else as it stands.
    """
    first, last = parts[0], parts[-1]
    in_o, stays = first.endswith(affixes("ends_in_o")), gender == "m" and out[-1] == last
    if len(parts) == 1:
        return out
    if stays and last.endswith(affixes("foreign_surnames")) and in_o and out[0] == nominative(first):
        return [first, *out[1:]]  # Μάρκο in Μάρκο Ρούμπιο: where the surname stays in -o, so does the first name
    if stays and last.endswith(affixes("oxytone_men")) and known != first:
        return [*out[:-1], nominative(last)]  # τον Παύλο Μηλά: the first name is no nominative, nor is the surname
    greek = len(parts) == 2 and out[1] == nominative(last) and is_greek_surname(last)
    if greek and in_o and out[0] == first:
        return [nominative(first), out[1]]  # Λεόντιο Μάρη: a first name that no table has goes with its Greek surname
    return out


def nominative(part: str) -> str:
    return part + "ς"


def surname_last(parts: list[str]) -> list[str]:
    """Ρέππας Νίκος, as lists and bylines have it, the other way round."""
    if len(parts) != 2 or given_gender(parts[0]) is not None or "." in "".join(parts):
        return parts
    first = first_name(parts[1], Evidence(case="nom", gender="mf", seen=()))
    sure = is_greek_surname(parts[0]) or parts[0].endswith("ου")
    return parts[::-1] if first is not None and first[0] == parts[1] and sure else parts


def is_initial(part: str) -> bool:
    return part.endswith(".") or len(part) == 1


def stands_in_nominative(parts: Sequence[str], given: dict[int, str]) -> bool:
    """Without an article, whether the name stands as it is: Γιώργος Γεωργίου, but Γιώργου Γεωργίου."""
    if 0 in given and len(parts) > 1:
        return given[0] == parts[0]
    folded = fold(parts[-1])
    return folded.endswith(affixes("nominatives_of_surnames")) and not folded.endswith("ουσ")


def unknown_first_name(part: str, evidence: Evidence) -> str:
    """A first or second name that no table has: της Σακίρας."""
    folded, genitive = fold(part), evidence.case == "gen" and len(part) > 3
    if evidence.gender == "f":
        return part[:-1] if genitive and folded.endswith(affixes("feminine_genitives")) else part
    if evidence.gender == "m" and folded.endswith("η"):
        return nominative(part)
    oxytone = stress(part) == 1  # του Σεκού Ντιαλό: no Greek first name ends in -ός
    if evidence.gender == "m" and genitive and folded.endswith("ου") and not oxytone:
        return next((n.text for n in nominatives(part, cases="gen", genders="m", numbers="sg")), part)
    return part
