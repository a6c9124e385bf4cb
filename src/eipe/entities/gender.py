"""Whether a mention's surroundings or its own letters tell a man or a woman."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eipe.entities.document import Words
from eipe.entities.names import Name
from eipe.entities.roles import role
from eipe.entities.titles import Title
from eipe.greek import gazetteer
from eipe.greek.first_names import given_gender, is_no_genitive
from eipe.greek.letters import fold, is_abbreviated
from eipe.greek.surnames import WOMANS, is_greek_surname
from eipe.lexicon.table import affixes, pairs, words_of

__all__ = ["genders_of"]

#: Endings of nouns of people that no table holds all of: ο διαμεσολαβητής, τη διαμεσολαβήτρια.
AGENTS = pairs("agent_endings")
REACH = 4  # tokens before a comma in which such a noun may stand: τις κόρες του Νίκου Ρέππα, Θάλεια
OXYTONE = affixes("oxytones")


def genders_of(names: Sequence[Name], titles: Mapping[int, Title], words: Words) -> dict[int, str | None]:
    """The gender that each mention of a person tells, by its start; ``titles`` by the start of their names."""
    found: dict[int, str | None] = {}
    kin: str | None = None
    last = 0
    for name in names:
        if name.first - last != 1 or words.folded[last] not in words_of("in_a_list"):
            kin = None
        kin, last = kin or of_kin(name, words), name.last
        found[name.start] = by_context(name, titles.get(name.start)) or kin or by_noun(name, words) or by_letters(name)
    return found


def by_context(name: Name, title: Title | None) -> str | None:
    """By article, title or first name.

    A woman's first name and surname know better than the article of her office: ο πρόεδρος Σοφία Σακκά.
    """
    several, given = len(name.words) > 1, given_gender(name.words[0])
    womans = given == "f" and not name.words[-1].endswith("ς") and (several or is_no_genitive(name.text))
    if title is not None and womans:
        return "f"
    gender = name.grammar.gender or (title.gender if title is not None else None)
    return {"m": "m", "mn": "m", "f": "f"}.get(gender or "", given if several else None)


def of_kin(name: Name, words: Words) -> str | None:
    """By the plural before a comma: Οι γιοι της, Γκάμπριελ και Ασλάν; τις κόρες του Νίκου Ρέππα, Θάλεια."""
    comma = name.first - 1
    if words.text_at(comma) not in (",", ":"):
        return None
    for index in range(comma - 1, max(comma - 1 - REACH, -1), -1):
        noun = role(words.texts[index]) if words.texts[index].islower() else None
        if noun is not None:
            return noun.genders if noun.plural and len(noun.genders) == 1 else None
        if words.breaks[index]:
            return None
    return None


def by_noun(name: Name, words: Words) -> str | None:
    """By a noun of people right before: Ο διαμεσολαβητής Πασκάλ, but not η κυβέρνηση Ερντογάν."""
    noun = words.text_at(name.first - 1)
    if not noun.islower():
        return None
    found = role(noun)
    if found is not None:
        return found.genders if len(found.genders) == 1 else None
    folded = fold(noun)
    ending = next((ending for ending in AGENTS if folded.endswith(ending)), None)
    return AGENTS[ending] if ending is not None and len(folded) > 7 else None


def by_letters(name: Name) -> str | None:
    """By how the name itself ends, or by a first name of another language."""
    first, last = name.words[0], name.words[-1]
    # Χρήστου alone may be a woman's surname, Φρόσω is nobody's.
    told = None if len(name.words) == 1 and fold(first).endswith("ου") else given_gender(first)
    if told is None and len(name.words) == 2 and is_no_genitive(last):
        told = given_gender(last)  # Ρέππας Νίκος
    if told is not None:
        return told
    if last.endswith(WOMANS):
        return "f"
    if len(name.words) > 1 and not is_abbreviated(first):
        foreign = gazetteer.foreign_gender(first)
        if foreign is not None:
            return foreign
    folded = fold(last)
    if len(name.words) == 1 and name.grammar.case == "Nom" and folded.endswith("η") and is_greek_surname(last + "ς"):
        return "f"  # Παπαντωνάκη: «…»
    if not folded.endswith(affixes("masculine_nominatives")) and not last.endswith(OXYTONE):
        return None
    # Καψής in a list, Τ. Τσιάπας: no woman's surname has the ς, but της Σακίρας has.
    if len(name.words) == 1 and not folded.endswith("οσ") and name.grammar.case != "Nom":
        return "m" if last.endswith(OXYTONE) or is_greek_surname(last) else None
    return "m" if len(name.words) == 1 or is_abbreviated(first) or first.endswith("ς") else None
