"""From a subject's words to a speaker: by name, by title, by what the text has said before.

``Speakers`` walks along with the sentences: it settles who a phrase means, and notes who acted and spoke, for the
dropped subjects and pronouns of the sentences that follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eipe.article.zones import FURNITURE, UNLISTED, Zone, zone_at
from eipe.entities.roles import is_role
from eipe.lexicon.table import affixes, words_of
from eipe.quotes.addressees import addressee, receiver
from eipe.quotes.clause_subjects import is_plural, is_predicate
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.discourse import Discourse
from eipe.quotes.outside_subjects import is_group
from eipe.quotes.phrases import Phrase
from eipe.quotes.prepositional import skip_prepositional
from eipe.quotes.results import Attribution, Link
from eipe.quotes.sources import Sources
from eipe.quotes.subjects import Subject, find_subject
from eipe.quotes.words import Word
from eipe.records import Entity, Person, Place, Source

__all__ = ["Speakers"]

_FROM_OR_FOR = words_of("from_or_for")
_FEMININE_LEARNED_PARTICIPLES = affixes("feminine_learned_participles")
_MASCULINE_LEARNED_PARTICIPLES = affixes("masculine_learned_participles")

_RETORTING = words_of("retorting")

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
            if subject is not None and subject.phrase and is_predicate(reading, subject.phrase):
                subject = None  # Η Άννα γέλασε. Ήταν κατηγορηματική: «...»
            self.settle(index, reading, verb, subject, result)
            return
        if found.hit is not None:
            result.cue = self.sources.cue(reading, found.hit)
        if found.at >= 0 or found.hit is None:
            self.settle_name(reading, found.at, result)
            if found.rule == "headline" and not self._speaks(reading, k, found.at, result.speaker):
                result.speaker = result.mention = None
            result.addressee = receiver(reading, self.sources, k + 1, result.speaker)
            return
        subject = find_subject(reading, found.hit, inverted=found.inverted)
        self.settle(index, reading, found.hit, subject, result, inside=inside)
        result.addressee = addressee(reading, self.sources, found.hit, result.speaker)

    def _speaks(self, reading: Reading, k: int, at: int, speaker: Entity | None) -> bool:
        """Whether the name before a headline's colon says it; Brexit: Το Ηνωμένο Βασίλειο «θα μετανιώσει» is what
        it is about, and so is Η Ελλάδα στο ημιτελικό: «...»; Μόσχα: «...» is not."""
        before = reading.at(k - 1)
        beside = before is None or before.text == ":"
        if beside and isinstance(speaker, Place):
            behind = reading.at(reading.mention_end(at))
            beside = behind is None or behind.text == ":"
        return beside or isinstance(speaker, Person)

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
            verb = reading.word(hit.start)
            plural = is_plural(verb) if hit.form == "active" else None
            result.rule += "+dropped"
            last = self.discourse.last(index - 1, gender=self.gender(reading, hit), plural=plural)
            result.speaker = (self._retorts(index - 1, reading, hit, last) if last is not None else None) or last
            return
        result.rule += "+" + subject.rule
        result.plural = subject.phrase.number == "Plur"
        case = "Gen" if subject.rule == "possessor" else subject.phrase.case
        entity, mention = self.resolve(reading, replace(self._topic(reading, hit, subject.phrase), case=case))
        result.speaker = entity
        if subject.near:
            result.mention = mention

    def settle_name(self, reading: Reading, at: int, result: Attribution) -> None:
        word = reading.word(at)
        entity, span = self.sources.at(word)
        if entity is not None and span is not None:
            result.speaker, result.mention = entity, (*span, "name")
        else:
            phrases = (*reading.phrases, *(phrase for _, phrase in reading.objects))
            phrase = next((p for p in phrases if p.start <= at < p.end), None)
            if phrase is None:
                phrase = Phrase(at, at + 1, (at, at + 1), at, None, "Nom", "", "")
            meant = self.titled(reading, phrase)
            if meant is not None:
                result.mention, result.speaker = (*self.sources.span(reading, phrase), "nominal"), meant
                return
            start, end, source = self.sources.unnamed(reading, phrase)
            person = self.sources.by_initials(source.name)
            result.mention, result.speaker = (start, end, "nominal"), person or source

    def _topic(self, reading: Reading, hit: CueHit, phrase: Phrase) -> Phrase:
        """Έρευνα για την απασχόληση έδειξε; παραγωγός από το Νευροκόπι δήλωσε: what it is about, where one is from."""
        k = phrase.core[1]
        opener = reading.word(k) if k < hit.start and reading.items[k] >= 0 else None
        if phrase.name is not None or opener is None or opener.fold not in _FROM_OR_FOR:
            return phrase
        return replace(phrase, core=(phrase.core[0], skip_prepositional(reading, k)))

    def _retorts(self, sentence: int, reading: Reading, hit: CueHit, last: Entity) -> Entity | None:
        """Who answers the last speaker: «Άρα ναι», επέμεινε η Άννα. «Θα δούμε», της είπε; «...», ανταπάντησε."""
        before = reading.at(hit.start - 1)
        told = {"του": "m", "τησ": "f"}.get(before.fold, "") if before is not None else ""
        if hit.lemma not in _RETORTING and not (told and isinstance(last, Person) and last.gender == told):
            return None
        return self.discourse.talked_to(sentence)

    def gender(self, reading: Reading, hit: CueHit) -> str:
        """The gender that a participle tells of a dropped subject: Κληθείσα να σχολιάσει, απάντησε."""
        for k in range(hit.start):
            item = reading.items[k]
            if item < 0:
                continue
            word = self.words[item]
            if word.fold.endswith(_FEMININE_LEARNED_PARTICIPLES) and len(word.fold) > 6 and word.pos != "NOUN":
                return "f"
            if word.fold.endswith(_MASCULINE_LEARNED_PARTICIPLES) and len(word.fold) > 6 and word.pos != "NOUN":
                return "m"
        return ""

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
        if reading.word(phrase.start).article == "Nom" and phrase.core[1] - phrase.core[0] == 1 and is_group(head):
            organization = self.discourse.organization()
            if organization is not None:
                return organization, (start, end, "nominal")
        start, end, source = self.sources.unnamed(reading, phrase)
        return source, (start, end, "nominal")

    def titled(self, reading: Reading, phrase: Phrase) -> Entity | None:
        """Whom the title at the head of a phrase was resolved to: συνεργάτες του πρωθυπουργού are not the premier."""
        # ο Ρώσος πρόεδρος απευθυνόμενος στον Κιμ: a participle may be taken for the head
        for item in reversed(reading.items[phrase.core[0] : phrase.head + 1]):
            meant = self.sources.nominal(*self.sources.offsets(item, item)) if item >= 0 else None
            if meant is not None:
                return meant
        return None

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
