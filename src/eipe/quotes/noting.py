"""What a sentence adds to the memory of the article: who acted in it, who spoke, who was named."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.naming import is_joint
from eipe.quotes.clauses import Reading
from eipe.quotes.discourse import Turn
from eipe.quotes.focus import is_actor, is_somebody
from eipe.quotes.layout import Sentence
from eipe.quotes.phrases import Phrase
from eipe.quotes.results import Attribution
from eipe.quotes.speakers import Speakers
from eipe.quotes.subjects import find_subject
from eipe.records import Person, Source

__all__ = ["note"]


def note(speakers: Speakers, sentence: Sentence, index: int, reading: Reading, own: Sequence[Attribution]) -> None:
    """Adds a sentence's subjects and speakers to the discourse."""
    speakers.note_names(max(reading.items))
    named = [
        phrase
        for phrase in reading.phrases
        if (phrase.case == "Nom" and _known(speakers, reading, phrase)) or is_actor(reading, phrase)
    ]
    main = [p for p in named if reading.clauses[reading.clause_of[p.start]].kind in ("main", "parallel")]
    subject = next(iter(main or named), None)
    spoke = [result for result in own if result.kind != "term" and result.speaker is not None]
    # Whose words are cited by a noun or by σύμφωνα με is less in focus than the subject of the sentence.
    aside = [result for result in spoke if result.rule.endswith(("+possessor", "+object", "+agent"))]
    for result in aside:
        if result.speaker is not None:
            speakers.discourse.note(Turn(result.speaker, index, sentence.paragraph, True))
    if subject is not None:
        entity, _ = speakers.resolve(reading, subject)
        # η Λάμπρου και ο Νίκας; but Ο 42χρονος αρνείται τις κατηγορίες.
        several = isinstance(entity, Source) and (subject.number == "Plur" or is_joint(entity))
        if entity is not None:
            speakers.discourse.note(Turn(entity, index, sentence.paragraph, False, plural=several))
    if not own:
        _note_sayer(speakers, sentence, index, reading)
    for result in spoke:
        if result not in aside and result.speaker is not None:
            plural = isinstance(result.speaker, Source) and (result.plural or is_joint(result.speaker))
            speakers.discourse.note(Turn(result.speaker, index, sentence.paragraph, True, plural=plural))


def _note_sayer(speakers: Speakers, sentence: Sentence, index: int, reading: Reading) -> None:
    """Who says what a sentence without marks reports is in focus: Ο στρατός έφτασε, ανέφερε ο κ. Παππάς."""
    for hit in reading.hits:
        if hit.form != "active" or hit.kind != "say":
            continue
        subject = find_subject(reading, hit, inverted=True)
        if subject is not None and subject.phrase is not None and subject.rule == "behind":
            entity, _ = speakers.resolve(reading, subject.phrase)
            if isinstance(entity, Person):
                speakers.discourse.note(Turn(entity, index, sentence.paragraph, False))


def _known(speakers: Speakers, reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase names somebody, is a title that was resolved, or says somebody's office."""
    named = phrase.name is not None or is_somebody(reading, phrase)
    return named or speakers.titled(reading, phrase) is not None
