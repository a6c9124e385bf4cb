"""To whom it is said: δήλωσε στον Κιμ; απευθυνόμενος στον Κιμ; ρώτησε τον Κιμ; Το «ευχαριστώ» στον Κιμ."""

from __future__ import annotations

from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.phrases import Phrase
from eipe.quotes.sources import Sources
from eipe.records import Entity, Person

__all__ = ["addressee", "receiver"]

_ADDRESSING = words_of("addressing")
_TOWARDS = words_of("towards")


def receiver(reading: Reading, sources: Sources, k: int, speaker: Entity | None) -> Entity | None:
    """Πούτιν: Το «ευχαριστώ» στον Κιμ: the person right behind the marks."""
    for start, phrase in reading.objects:
        if start == k and reading.fold(k).startswith("στ"):
            return _person(reading, sources, phrase, speaker)
    return None


def addressee(reading: Reading, sources: Sources, hit: CueHit, speaker: Entity | None) -> Entity | None:
    """δήλωσε στον Κιμ; απευθυνόμενος στον Κιμ; ρώτησε τον Κιμ."""
    if hit.form in ("noun", "prep", "kata"):
        return None
    asked: list[Phrase] = []
    for start, phrase in reading.objects:
        between = reading.between(hit.end, start)
        near = hit.end <= start and all(word and not word.finite and word.text != "," for word in between)
        towards = reading.article(start) == "Prep" or reading.fold(start) in _TOWARDS
        if towards and (near or reading.fold(start - 1).startswith("απευθυν")):
            asked.append(phrase)
    if hit.lemma in _ADDRESSING:
        asked += [p for p in reading.phrases if p.case == "Acc" and hit.end <= p.start <= hit.end + 3]
    return next(filter(None, (_person(reading, sources, phrase, speaker) for phrase in asked)), None)


def _person(reading: Reading, sources: Sources, phrase: Phrase, speaker: Entity | None) -> Entity | None:
    """The person that a phrase names, if it is not the speaker."""
    entity = sources.at(reading.word(phrase.name[0]))[0] if phrase.name is not None else None
    return entity if isinstance(entity, Person) and entity != speaker else None
