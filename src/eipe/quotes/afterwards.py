"""A quotation that fills its sentence, and whose source the next sentence tells.

«Με εκβίαζαν επί δύο χρόνια». Η φράση ανήκει στον πρώην πρύτανη, Άρη Μελά.
«Δεν αντέχω άλλο». Με αυτά τα λόγια ο Νίκος Παππάς ανακοίνωσε την παραίτησή του.
«Ο ποταμός πήρε τα πάντα». Έτσι περιγράφει η Άννα Μελά τη νύχτα της Τρίτης.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.roles import is_human_noun
from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.nominals import word_at
from eipe.quotes.phrases import Phrase
from eipe.quotes.subjects import find_subject
from eipe.quotes.words import Word

__all__ = ["teller"]

_BELONGING = words_of("belonging")
_AND = words_of("and")

#: Words that point back to what was quoted, at the head of the sentence.
THIS = words_of("this")
SO = frozenset(("ετσι", *THIS))
UTTERANCES = words_of("utterances")
HEAD = 5  # words, within which the pointing back is done


def teller(reading: Reading, words: Sequence[Word]) -> int | None:
    """The position of the source that a sentence gives to the quotation before it, or None."""
    opening = [word for k in range(min(HEAD, len(reading.items))) if (word := word_at(reading.items, words, k))]
    if not opening or len(opening) < min(HEAD, len(reading.items)):
        return None  # another quotation stands there
    first = opening[0].fold
    spoken = any(word.fold in UTTERANCES for word in opening)
    back = any(word.fold in THIS for word in opening)
    phrase: Phrase | None = None
    if spoken and any(word.fold in _BELONGING for word in opening):
        phrase = _owner(reading, words)
    elif first == "με" and spoken and back:
        phrase = next((p for p in reading.phrases if p.case == "Nom" and _human(reading, words, p)), None)
    elif first in SO:
        hit = next((hit for hit in reading.hits if hit.form == "active" and hit.start <= HEAD), None)
        subject = find_subject(reading, words, hit, inverted=True) if hit is not None else None
        found = subject.phrase if subject is not None else None
        phrase = found if found is not None and _human(reading, words, found) else None
        also = word_at(reading.items, words, phrase.start - 1) if phrase is not None else None
        if also is not None and also.fold in _AND:
            return None  # Αυτό τόνισε και η Άννα Μελά: another has said it before
    if phrase is None:
        return None
    return phrase.name[0] if phrase.name is not None else phrase.head


def _owner(reading: Reading, words: Sequence[Word]) -> Phrase | None:
    """Whom it belongs to: στον Άρη Μελά."""
    for start, phrase in reading.objects:
        opener = words[reading.items[start]].fold
        if (opener == "σε" or opener.startswith("στ")) and _human(reading, words, phrase):
            return phrase
    return None


def _human(reading: Reading, words: Sequence[Word], phrase: Phrase) -> bool:
    return phrase.name is not None or is_human_noun(words[reading.items[phrase.head]].text)
