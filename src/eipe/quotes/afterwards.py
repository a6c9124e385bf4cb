"""A quotation that fills its sentence, and whose source the next sentence tells.

«Με εκβίαζαν επί δύο χρόνια». Η φράση ανήκει στον πρώην πρύτανη, Άρη Μελά.
«Δεν αντέχω άλλο». Με αυτά τα λόγια ο Νίκος Παππάς ανακοίνωσε την παραίτησή του.
«Ο ποταμός πήρε τα πάντα». Έτσι περιγράφει η Άννα Μελά τη νύχτα της Τρίτης.
"""

from __future__ import annotations

from eipe.entities.roles import is_human_noun
from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.phrases import Phrase
from eipe.quotes.subjects import find_subject

__all__ = ["teller"]

_BELONGING = words_of("belonging")
_AND = words_of("and")

#: Words that point back to what was quoted, at the head of the sentence.
THIS = words_of("this")
SO = frozenset(("ετσι", *THIS))
UTTERANCES = words_of("utterances")
HEAD = 5  # words, within which the pointing back is done


def teller(reading: Reading) -> int | None:
    """The position of the source that a sentence gives to the quotation before it, or None."""
    opening = [word.fold for word in reading.between(0, HEAD) if word is not None]
    if not opening or len(opening) < min(HEAD, len(reading.items)):
        return None  # another quotation stands there
    spoken, back = not UTTERANCES.isdisjoint(opening), not THIS.isdisjoint(opening)
    phrase: Phrase | None = None
    if spoken and not _BELONGING.isdisjoint(opening):
        # στον Άρη Μελά: whom it belongs to
        owners = (phrase for start, phrase in reading.objects if reading.fold(start).startswith(("σε", "στ")))
        phrase = next((owner for owner in owners if _human(reading, owner)), None)
    elif spoken and back and opening[0] == "με":
        phrase = next((p for p in reading.phrases if p.case == "Nom" and _human(reading, p)), None)
    elif opening[0] in SO:
        hit = next((hit for hit in reading.hits if hit.form == "active" and hit.start <= HEAD), None)
        subject = find_subject(reading, hit, inverted=True) if hit is not None else None
        phrase = subject.phrase if subject is not None else None
        if phrase is None or not _human(reading, phrase) or reading.fold(phrase.start - 1) in _AND:
            return None  # Αυτό τόνισε και η Άννα Μελά: another has said it before
    if phrase is None:
        return None
    return phrase.name[0] if phrase.name is not None else phrase.head


def _human(reading: Reading, phrase: Phrase) -> bool:
    return phrase.name is not None or is_human_noun(reading.word(phrase.head).text)
