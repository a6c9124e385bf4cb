"""What a sentence adds to the memory of the article: who acted in it, who spoke, who was named."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.roles import is_human_noun
from eipe.lexicon.table import words_of
from eipe.naming import is_joint
from eipe.quotes.clauses import Reading
from eipe.quotes.discourse import Turn
from eipe.quotes.layout import Sentence
from eipe.quotes.outside_subjects import is_group
from eipe.quotes.phrases import Phrase
from eipe.quotes.results import Attribution
from eipe.quotes.speakers import Speakers
from eipe.quotes.subjects import find_subject
from eipe.records import Entity, Person, Source

__all__ = ["note"]

_THAT_ONE = words_of("that_one")


def note(speakers: Speakers, sentence: Sentence, index: int, reading: Reading, own: Sequence[Attribution]) -> None:
    """Adds a sentence's subjects and speakers to the discourse."""
    speakers.note_names(max(reading.items))

    def add(entity: Entity | None, spoke: bool, several: bool) -> None:
        # οι γιατροί, η Λάμπρου και ο Νίκας; but Ο 42χρονος αρνείται τις κατηγορίες.
        plural = isinstance(entity, Source) and (several or is_joint(entity))
        if entity is not None:
            speakers.discourse.note(Turn(entity, index, sentence.paragraph, spoke, plural=plural))

    named = [phrase for phrase in reading.phrases if phrase.case == "Nom" and _known(speakers, reading, phrase)]
    main = [phrase for phrase in named if reading.clause(phrase.start).kind in ("main", "parallel")]
    spoke = [result for result in own if result.kind != "term"]
    # Whose words are cited by a noun or by σύμφωνα με is less in focus than the subject of the sentence.
    aside = [result for result in spoke if result.rule.endswith(("+possessor", "+object", "+agent"))]
    for result in aside:
        add(result.speaker, True, result.plural)
    for subject in (main or named)[:1]:
        add(speakers.resolve(reading, subject)[0], False, subject.number == "Plur")
    for hit in reading.hits if not own else ():
        # Who says what a sentence without marks reports is in focus: Ο στρατός έφτασε, ανέφερε ο κ. Παππάς.
        found = find_subject(reading, hit, inverted=True) if hit.form == "active" and hit.kind == "say" else None
        if found is not None and found.phrase is not None and found.rule == "behind":
            entity, _ = speakers.resolve(reading, found.phrase)
            add(entity if isinstance(entity, Person) else None, False, False)
    for result in spoke:
        if result not in aside:
            add(result.speaker, True, result.plural)


def _known(speakers: Speakers, reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase names somebody, is a title that was resolved, or says somebody's office."""
    named = phrase.name is not None or _is_somebody(reading, phrase)
    return named or speakers.titled(reading, phrase) is not None


def _is_somebody(reading: Reading, phrase: Phrase) -> bool:
    """Whether a subject is somebody by office, by what he is, or by a pronoun that takes up somebody else.

    Η εισαγγελέας δεν πείστηκε. Μια γυναίκα έφυγε. Ο Νίκος τον είδε. Εκείνος έφυγε.
    """
    first, head = reading.word(phrase.start), reading.word(phrase.head)
    if phrase.end - phrase.start == 1 and head.fold in _THAT_ONE:
        return True
    definite = first.article == "Nom"
    return (definite and is_group(head)) or ((definite or first.fold == "μια") and is_human_noun(head.text))
