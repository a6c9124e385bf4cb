"""To whom it is said: δήλωσε στον Κιμ; απευθυνόμενος στον Κιμ; ρώτησε τον Κιμ; Το «ευχαριστώ» στον Κιμ."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.sources import Sources
from eipe.quotes.words import Word
from eipe.records import Entity, Person

__all__ = ["addressee", "receiver"]

_ADDRESSING = words_of("addressing")
_TOWARDS = words_of("towards")


def receiver(
    reading: Reading, words: Sequence[Word], sources: Sources, k: int, speaker: Entity | None
) -> Entity | None:
    """Πούτιν: Το «ευχαριστώ» στον Κιμ: the person right behind the marks."""
    for start, phrase in reading.objects:
        if start == k and phrase.name is not None and words[reading.items[k]].fold.startswith("στ"):
            entity, _ = sources.at(words[reading.items[phrase.name[0]]])
            if isinstance(entity, Person) and entity != speaker:
                return entity
    return None


def addressee(
    reading: Reading, words: Sequence[Word], sources: Sources, hit: CueHit, speaker: Entity | None
) -> Entity | None:
    """δήλωσε στον Κιμ; απευθυνόμενος στον Κιμ; ρώτησε τον Κιμ."""
    items = reading.items
    if hit.form in ("noun", "prep", "kata"):
        return None
    for start, phrase in reading.objects:
        opener = words[items[start]]
        addressed = start > 0 and items[start - 1] >= 0 and words[items[start - 1]].fold.startswith("απευθυν")
        near = hit.end <= start and all(
            items[j] >= 0 and not words[items[j]].finite and words[items[j]].text != "," for j in range(hit.end, start)
        )
        if not (addressed or near) or not (opener.article == "Prep" or opener.fold in _TOWARDS):
            continue
        if phrase.name is None:
            continue
        entity, _ = sources.at(words[items[phrase.name[0]]])
        if isinstance(entity, Person) and entity != speaker:
            return entity
    if hit.lemma in _ADDRESSING:
        for phrase in reading.phrases:
            if phrase.case == "Acc" and phrase.name is not None and hit.end <= phrase.start <= hit.end + 3:
                entity, _ = sources.at(words[items[phrase.name[0]]])
                if isinstance(entity, Person) and entity != speaker:
                    return entity
    return None
