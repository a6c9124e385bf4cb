"""From a subject's words to a speaker: by name, by title, by what the text has said before.

``Speakers`` walks along with the sentences: it settles who a phrase means, and notes who acted and spoke, for the
dropped subjects and pronouns of the sentences that follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eipe.article.zones import FURNITURE, UNLISTED, Zone, zone_at
from eipe.entities.roles import is_role
from eipe.lexicon.table import affixes, pairs, words_of
from eipe.quotes.addressees import addressee, receiver
from eipe.quotes.clause_subjects import is_plural
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.discourse import NEAR, Discourse
from eipe.quotes.nominals import skip_prepositional
from eipe.quotes.outside_subjects import is_group
from eipe.quotes.phrases import Phrase
from eipe.quotes.results import Attribution, Link
from eipe.quotes.sources import Sources
from eipe.quotes.subjects import Subject, find_subject
from eipe.quotes.words import Word
from eipe.records import Entity, Person, Place

__all__ = ["Speakers"]

_PARTICIPLES = {"f": affixes("feminine_learned_participles"), "m": affixes("masculine_learned_participles")}
_ASKING, _ANSWERING, _OBJECTS = words_of("asking"), words_of("answering"), pairs("object_pronouns")
_PRONOUNS = {
    **dict.fromkeys(words_of("pointing_to_men"), "m"),
    **dict.fromkeys(words_of("pointing_to_women"), "f"),
}


class Speakers:
    """Settles speakers, sentence after sentence.

    Args:
        words: The words of the article.
        sources: The entities by offset.
        zones: What of the page is no running text: whoever is named in its furniture is in nobody's focus.
    """

    def __init__(self, words: Sequence[Word], sources: Sources, zones: Sequence[Zone] = ()) -> None:
        self.zones = zones
        self.words = words
        self.sources = sources
        self.discourse = Discourse()
        self.noted = 0  # mentions up to this word are in the discourse
        self.apart = sources.named_within(lambda offset: zone_at(zones, offset) in UNLISTED) if zones else frozenset()

    def follow(
        self, index: int, reading: Reading, k: int, found: Link, result: Attribution, *, inside: bool = False
    ) -> None:
        """Finds the speaker that a link leads to.

        Args:
            index: The number of the sentence.
            k: The position of the quotation in it.
            inside: Whether the sentence stands in marks itself.
        """
        if found.verb >= 0:
            verb = CueHit(found.verb, found.verb + 1, "", "say", "active")
            subjects = [find_subject(reading, verb, inverted=inverted) for inverted in (False, True)]
            # Αισιόδοξος εμφανίστηκε ο Νίκος: the predicate may stand first; the article tells the subject.
            named = (s for s in subjects if s and s.phrase and reading.word(s.phrase.start).article == "Nom")
            subject = next(named, subjects[0])
            self.settle(index, reading, verb, subject, result)
            return
        if found.hit is not None:
            result.cue = self.sources.cue(reading, found.hit)
        if found.at >= 0 or found.hit is None:
            self.settle_name(reading, found.at, result)
            apart = found.rule == "headline" and reading.text(k - 1) not in ("", ":")
            if apart and not isinstance(result.speaker, Person):
                # Brexit: Το Ηνωμένο Βασίλειο «θα μετανιώσει» is what it is about
                result.speaker = result.mention = None
            result.addressee = receiver(reading, self.sources, k + 1, result.speaker)
            return
        subject = find_subject(reading, found.hit, inverted=found.inverted)
        self.settle(index, reading, found.hit, subject, result, inside=inside)
        result.addressee = addressee(reading, self.sources, found.hit, result.speaker)

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
            result.rule += "+dropped"
            if not inside:  # Μου είπαν “περίμενε”: whom the source means, the text need not say
                plural = is_plural(reading.word(hit.start)) if hit.form == "active" else None
                result.speaker = self.discourse.last(index - 1, gender=self.gender(reading, hit), plural=plural)
            return
        result.rule += "+" + subject.rule
        result.plural = subject.phrase.number == "Plur"
        case = "Gen" if subject.rule == "possessor" else subject.phrase.case
        entity, mention = self.resolve(reading, replace(self._topic(reading, hit, subject.phrase), case=case))
        result.speaker = entity
        if subject.near:
            result.mention = mention

    def turn(self, index: int, reading: Reading, hit: CueHit, result: Attribution) -> None:
        """Who is asked answers, not who asks: «...», τον ρώτησε η Άννα. «...», απάντησε.

        (Turn-taking by adjacency pairs: Schegloff and Sacks 1973.)
        """
        asking = hit.lemma in _ASKING and hit.form == "active"
        gender = _OBJECTS.get(reading.fold(hit.start - 1), "") if asking else ""
        if result.addressee is not None or asking:
            other = self.discourse.other(index, gender, result.speaker) if gender else None
            self.discourse.asked = (index, result.addressee or other)
        elif hit.lemma in _ANSWERING and self.discourse.pending(index):
            if result.rule.endswith("+dropped"):
                result.speaker = self.discourse.asked[1]
            else:
                self.discourse.asked = (-NEAR - 1, None)  # the question has its answer

    def settle_name(self, reading: Reading, at: int, result: Attribution) -> None:
        """Makes whoever stands at a position the speaker."""
        entity, span = self.sources.at(reading.word(at))
        if entity is not None and span is not None:
            result.speaker, result.mention = entity, (*span, "name")
            return
        alone = Phrase(at, at + 1, (at, at + 1), at, None, "Nom", "", "")
        phrase = next((p for p in reading.nouns() if p.start <= at < p.end), alone)
        meant = self.titled(reading, phrase)
        if meant is not None:
            result.speaker, result.mention = meant, (*self.sources.span(reading, phrase), "nominal")
        else:
            result.speaker, result.mention = self.sources.unnamed(reading, phrase)

    def _topic(self, reading: Reading, hit: CueHit, phrase: Phrase) -> Phrase:
        """Έρευνα για την απασχόληση έδειξε; παραγωγός από το Νευροκόπι δήλωσε: what it is about, where one is from."""
        k = phrase.core[1]
        if phrase.name is not None or k >= hit.start or reading.fold(k) not in words_of("from_or_for"):
            return phrase
        return replace(phrase, core=(phrase.core[0], skip_prepositional(reading, k)))

    def gender(self, reading: Reading, hit: CueHit) -> str:
        """The gender that a participle tells of a dropped subject: Κληθείσα να σχολιάσει, απάντησε."""
        before = [word.fold for word in reading.between(0, hit.start) if word is not None and word.pos != "NOUN"]
        told = (g for word in before if len(word) > 6 for g, ends in _PARTICIPLES.items() if word.endswith(ends))
        return next(told, "")

    def resolve(self, reading: Reading, phrase: Phrase) -> tuple[Entity | None, tuple[int, int, str] | None]:
        """Who a phrase means, and the span and kind of the mention."""
        items = reading.items
        head = reading.word(phrase.head)
        if phrase.name is not None:
            entity, span = self.sources.at(reading.word(phrase.name[0]))
            first = reading.word(phrase.core[0])
            if isinstance(entity, Place) and first.mention < 0 and is_role(first.text):
                entity = None  # ο βουλευτής Πέλλας
            if entity is not None and span is not None:
                joint = self.sources.coordinated(reading, phrase)
                return (entity, (*span, "name")) if joint is None else (joint[0], (span[0], joint[1], "name"))
        start, end = self.sources.span(reading, phrase)
        entity = self.titled(reading, phrase)
        if entity is not None:
            return entity, (start, end, "nominal")
        self.note_names(items[phrase.start] - 1)
        gender = _PRONOUNS.get(head.fold)
        if gender and phrase.core[1] - phrase.core[0] == 1:
            now = self.discourse.turns[-1].sentence if self.discourse.turns else -1
            # εκείνος takes up who is not in focus: ο Νίκος ζήτησε από τον Άρη ... Εκείνος αρνήθηκε
            that_one = head.fold.startswith("εκειν")
            person = self.discourse.other(now, gender, self.discourse.last(now)) if that_one else None
            return person or self.discourse.person(gender), (start, end, "nominal")
        alone = reading.article(phrase.start) == "Nom" and phrase.core[1] - phrase.core[0] == 1
        organization = self.discourse.organization() if alone and is_group(head) else None
        return (organization, (start, end, "nominal")) if organization else self.sources.unnamed(reading, phrase)

    def titled(self, reading: Reading, phrase: Phrase) -> Entity | None:
        """Whom the title at the head of a phrase was resolved to: συνεργάτες του πρωθυπουργού are not the premier."""
        # ο Ρώσος πρόεδρος απευθυνόμενος στον Κιμ: a participle may be taken for the head
        items = [item for item in reading.items[phrase.core[0] : phrase.head + 1] if item >= 0]
        meant = (self.sources.nominal(*self.sources.offsets(item, item)) for item in reversed(items))
        return next((entity for entity in meant if entity is not None), None)

    def is_strange(self, result: Attribution, zone: str) -> bool:
        """Whether a speaker is no speaker of this zone: nobody of a byline or a teaser speaks in the story, and what
        stands in a teaser takes no speaker of the story but whom it names."""
        if result.speaker is None:
            return False
        return result.mention is None if zone in UNLISTED else id(result.speaker) in self.apart

    def note_names(self, until: int) -> None:
        """Adds the names up to the word ``until`` to the discourse."""
        words, named = self.words, self.discourse.named
        for index in range(self.noted, min(until + 1, len(words))):
            if words[index].mention >= 0:
                entity, _ = self.sources.at(words[index])
                if entity is None or (named and named[-1][1] is entity):
                    continue
                if zone_at(self.zones, self.sources.offsets(index, index)[0]) not in FURNITURE:
                    named.append((index, entity))
        self.noted = max(self.noted, until + 1)
