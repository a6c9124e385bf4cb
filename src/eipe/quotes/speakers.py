"""From a subject's words to a speaker: by name, by title, by what the text has said before.

``Speakers`` walks along with the sentences: it settles who a phrase means, and notes who acted and spoke, for the
dropped subjects and pronouns of the sentences that follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eipe.entities.roles import is_role
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.discourse import Discourse, Turn
from eipe.quotes.focus import is_actor, is_somebody
from eipe.quotes.layout import Sentence
from eipe.quotes.nearby import is_plural
from eipe.quotes.nominals import word_at
from eipe.quotes.phrases import Phrase
from eipe.quotes.prepositional import skip_prepositional
from eipe.quotes.results import Attribution
from eipe.quotes.shared import is_group
from eipe.quotes.sources import Sources
from eipe.quotes.subjects import Subject, find_subject
from eipe.quotes.tables import closed_class
from eipe.quotes.words import Word
from eipe.records import Entity, Person, Place, Source

__all__ = ["Speakers"]

_RETORTING = closed_class("retorting")

_PRONOUNS = {
    **dict.fromkeys(("ιδιοσ", "εκεινοσ", "τελευταιοσ", "αυτοσ"), "m"),
    **dict.fromkeys(("ιδια", "εκεινη", "τελευταια", "αυτη"), "f"),
}


class Speakers:
    """Settles speakers, sentence after sentence.

    Args:
        words: The words of the article.
        sources: The entities by offset.
    """

    def __init__(self, words: Sequence[Word], sources: Sources) -> None:
        self.words = words
        self.sources = sources
        self.discourse = Discourse()
        self.noted = 0  # mentions up to this word are in the discourse

    def settle(
        self,
        index: int,
        reading: Reading,
        hit: CueHit,
        subject: Subject | None,
        result: Attribution,
        *,
        inside: bool = False,
    ) -> None:
        """Makes the subject phrase a speaker; looks back where there is none."""
        named = self.sources.in_marks(reading, subject.marks) if subject is not None and subject.marks >= 0 else None
        if subject is not None and named is not None:
            result.rule += "+" + subject.rule
            result.speaker, where = named
            result.mention = (where.start, where.end, where.kind)
            return
        if subject is None or subject.phrase is None:
            if hit.form == "passive" and subject is None:
                return  # αναφέρεται ότι: nobody is named
            if inside:
                result.rule += "+dropped"
                return  # Μου είπαν “περίμενε”: whom the source means, the text need not say
            verb = self.words[reading.items[hit.start]]
            plural = is_plural(verb) if hit.form == "active" else None
            result.rule += "+dropped"
            last = self.discourse.last(index - 1, gender=self._gender(reading, hit), plural=plural)
            result.speaker = (self._retorts(index - 1, reading, hit, last) if last is not None else None) or last
            return
        result.rule += "+" + subject.rule
        result.plural = subject.phrase.number == "Plur"
        case = "Gen" if subject.rule == "possessor" else subject.phrase.case
        entity, mention = self._resolve(reading, replace(self._topic(reading, hit, subject.phrase), case=case))
        result.speaker = entity
        if subject.near:
            result.mention = mention

    def settle_name(self, reading: Reading, at: int, result: Attribution) -> None:
        word = self.words[reading.items[at]]
        entity, span = self.sources.at(word)
        if entity is not None and span is not None:
            result.speaker, result.mention = entity, (*span, "name")
        else:
            phrases = (*reading.phrases, *(phrase for _, phrase in reading.objects))
            phrase = next((p for p in phrases if p.start <= at < p.end), None)
            if phrase is None:
                phrase = Phrase(at, at + 1, (at, at + 1), at, None, "Nom", "", "")
            meant = self.sources.nominal(*self.sources.span(reading, phrase))
            if meant is not None:
                result.mention, result.speaker = (*self.sources.span(reading, phrase), "nominal"), meant
                return
            start, end, source = self.sources.unnamed(reading, phrase)
            person = self.sources.by_initials(source.name)
            result.mention, result.speaker = (start, end, "nominal"), person or source

    def _topic(self, reading: Reading, hit: CueHit, phrase: Phrase) -> Phrase:
        """Έρευνα για την απασχόληση έδειξε; παραγωγός από το Νευροκόπι δήλωσε: what it is about, where one is from."""
        k = phrase.core[1]
        opener = self.words[reading.items[k]] if k < hit.start and reading.items[k] >= 0 else None
        if phrase.name is not None or opener is None or opener.fold not in ("για", "από", "απο"):
            return phrase
        return replace(phrase, core=(phrase.core[0], skip_prepositional(reading.items, self.words, k)))

    def _retorts(self, sentence: int, reading: Reading, hit: CueHit, last: Entity) -> Entity | None:
        """Who answers the last speaker: «Άρα ναι», επέμεινε η Άννα. «Θα δούμε», της είπε; «...», ανταπάντησε."""
        before = word_at(reading.items, self.words, hit.start - 1)
        told = {"του": "m", "τησ": "f"}.get(before.fold, "") if before is not None else ""
        if hit.lemma not in _RETORTING and not (told and isinstance(last, Person) and last.gender == told):
            return None
        return self.discourse.talked_to(sentence)

    def _gender(self, reading: Reading, hit: CueHit) -> str:
        """The gender that a participle tells of a dropped subject: Κληθείσα να σχολιάσει, απάντησε."""
        for k in range(hit.start):
            item = reading.items[k]
            if item < 0:
                continue
            word = self.words[item]
            if word.fold.endswith(("εισα", "ομενη", "ουμενη")) and len(word.fold) > 6 and word.pos != "NOUN":
                return "f"
            if word.fold.endswith(("θεισ", "ομενοσ", "ουμενοσ")) and len(word.fold) > 6 and word.pos != "NOUN":
                return "m"
        return ""

    def _resolve(self, reading: Reading, phrase: Phrase) -> tuple[Entity | None, tuple[int, int, str] | None]:
        words, items = self.words, reading.items
        head = words[items[phrase.head]]
        if phrase.name is not None:
            entity, span = self.sources.at(words[items[phrase.name[0]]])
            first = words[items[phrase.core[0]]]
            if isinstance(entity, Place) and first.mention < 0 and is_role(first.text):
                entity = None  # ο βουλευτής Πέλλας
            if entity is not None and span is not None:
                others = self.sources.coordinated(reading, phrase)
                return (others or entity), (*span, "name")
        start, end = self.sources.span(reading, phrase)
        entity = self.sources.nominal(start, end)
        if entity is not None:
            return entity, (start, end, "nominal")
        self._note_names(items[phrase.start] - 1)
        gender = _PRONOUNS.get(head.fold)
        if gender and phrase.core[1] - phrase.core[0] == 1:
            now = self.discourse.newest()
            person = self.discourse.last(now, gender=gender) if head.fold.startswith("ιδι") else None
            if head.fold.startswith("εκειν"):
                # εκείνος takes up who is not in focus: ο Νίκος ζήτησε από τον Άρη ... Εκείνος αρνήθηκε
                last = self.discourse.last(now)
                person = self.discourse.other(now, gender, last)
                if isinstance(last, Source):
                    return person, (*self.sources.offsets(items[phrase.head], items[phrase.head]), "nominal")
            person = person or self.discourse.person(gender)
            return person, (*self.sources.offsets(items[phrase.head], items[phrase.head]), "nominal")
        if words[items[phrase.start]].article == "Nom" and phrase.core[1] - phrase.core[0] == 1 and is_group(head):
            organization = self.discourse.organization()
            if organization is not None:
                return organization, (start, end, "nominal")
        start, end, source = self.sources.unnamed(reading, phrase)
        return source, (start, end, "nominal")

    def note(self, sentence: Sentence, index: int, reading: Reading, own: Sequence[Attribution]) -> None:
        """Adds a sentence's subjects and speakers to the discourse."""
        self._note_names(max(reading.items))
        named = [
            phrase
            for phrase in reading.phrases
            if (phrase.case == "Nom" and self._known(reading, phrase)) or is_actor(reading, self.words, phrase)
        ]
        main = [p for p in named if reading.clauses[reading.clause_of[p.start]].kind in ("main", "parallel")]
        subject = next(iter(main or named), None)
        spoke = [result for result in own if result.kind != "term" and result.speaker is not None]
        # Whose words are cited by a noun or by σύμφωνα με is less in focus than the subject of the sentence.
        aside = [result for result in spoke if result.rule.endswith(("+possessor", "+object", "+agent"))]
        for result in aside:
            if result.speaker is not None:
                self.discourse.note(Turn(result.speaker, index, sentence.paragraph, True))
        if subject is not None:
            entity, _ = self._resolve(reading, subject)
            # η Λάμπρου και ο Νίκας; but Ο 42χρονος αρνείται τις κατηγορίες.
            several = isinstance(entity, Source) and (subject.number == "Plur" or " και " in entity.name)
            if entity is not None:
                self.discourse.note(Turn(entity, index, sentence.paragraph, False, plural=several))
        if not own:
            self._note_sayer(sentence, index, reading)
        for result in spoke:
            if result not in aside and result.speaker is not None:
                plural = isinstance(result.speaker, Source) and (result.plural or " και " in result.speaker.name)
                self.discourse.note(Turn(result.speaker, index, sentence.paragraph, True, plural=plural))

    def _note_sayer(self, sentence: Sentence, index: int, reading: Reading) -> None:
        """Who says what a sentence without marks reports is in focus: Ο στρατός έφτασε, ανέφερε ο κ. Παππάς."""
        for hit in reading.hits:
            if hit.form != "active" or hit.kind != "say":
                continue
            subject = find_subject(reading, self.words, hit, inverted=True)
            if subject is not None and subject.phrase is not None and subject.rule == "behind":
                entity, _ = self._resolve(reading, subject.phrase)
                if isinstance(entity, Person):
                    self.discourse.note(Turn(entity, index, sentence.paragraph, False))

    def _known(self, reading: Reading, phrase: Phrase) -> bool:
        """Whether the phrase names somebody, is a title that was resolved, or says somebody's office."""
        named = phrase.name is not None or is_somebody(reading, self.words, phrase)
        return named or self.sources.nominal(*self.sources.span(reading, phrase)) is not None

    def _note_names(self, until: int) -> None:
        """Adds the names up to the word ``until`` to the discourse."""
        words, named = self.words, self.discourse.named
        for index in range(self.noted, min(until + 1, len(words))):
            if words[index].mention >= 0:
                entity, _ = self.sources.at(words[index])
                if entity is not None and (not named or named[-1][1] is not entity):
                    named.append((index, entity))
        self.noted = max(self.noted, until + 1)
