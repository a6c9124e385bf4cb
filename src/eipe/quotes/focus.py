"""Who is in focus without a name: Η εισαγγελέας δεν πείστηκε. Ζήτησε ...; Τον είδε περαστικός. «...», είπε."""

from __future__ import annotations

from eipe.entities.roles import is_human_noun
from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.outside_subjects import is_group
from eipe.quotes.phrases import Phrase

__all__ = ["is_actor", "is_somebody"]

_THAT_ONE = words_of("that_one")


def is_somebody(reading: Reading, phrase: Phrase) -> bool:
    """Whether a subject is somebody by office, by what he is, or by a pronoun that takes up somebody else.

    Η εισαγγελέας δεν πείστηκε. Μια γυναίκα έφυγε. Ο Νίκος τον είδε. Εκείνος έφυγε.
    """
    first, head = reading.word(phrase.start), reading.word(phrase.head)
    if phrase.end - phrase.start == 1 and head.fold in _THAT_ONE:
        return True
    definite = first.article == "Nom"
    return (definite and is_group(head)) or ((definite or first.fold == "μια") and is_human_noun(head.text))


def is_actor(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase is somebody without article who does something to an object that stands before the verb.

    Τη σορό εντόπισε γειτόνισσα, Τον είδε περαστικός; but not Έψαχναν γειτόνισσα.
    """
    k = phrase.start
    if phrase.case not in ("Nom", "") or phrase.name is not None or k != phrase.core[0] or phrase.number == "Plur":
        return False
    if not reading.finite(k - 1) or reading.at(k - 2) is None or not is_human_noun(reading.word(phrase.head).text):
        return False
    return reading.article(k - 2) == "Acc" or any(p.case == "Acc" and p.end == k - 1 for p in reading.phrases)
