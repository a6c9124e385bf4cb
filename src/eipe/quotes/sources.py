"""Which entity a stretch of words is: people, places, organizations by offset, and sources that are none of these."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from eipe.article.marks import MARKS
from eipe.greek.declension import nominative_word
from eipe.greek.latin import ascii_key, latin
from eipe.lexicon.table import words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.phrases import Phrase
from eipe.quotes.words import Article, Word
from eipe.quoting import joint_name
from eipe.records import Entity, Mention, Organization, Person, Source

__all__ = ["Sources"]

_IN_A_LIST, _AND = words_of("in_a_list"), words_of("and")
#: Words of a name in marks, at most.
LONGEST = 7


def _nominative(word: Word, phrase: Phrase) -> str:
    """A word of a phrase in the nominative; genitives in it stay."""
    if word.case == "Gen" != phrase.case:
        return word.text
    gender, number = word.gender or phrase.gender or None, phrase.number or None
    return nominative_word(word.text, pos=word.pos, gender=gender, number=number)


class Sources:
    """Entities by offset, and unnamed sources by name.

    Args:
        article: Its words; those of mentions are exchanged here for words that know it.
        entities: People, places and organizations.
    """

    def __init__(self, article: Article, entities: Sequence[Entity]) -> None:
        self.text = article.text
        self.words = words = article.words
        self._starts, self._ends = article.starts, article.ends
        rows = [(m.start, m.end, entity, m) for entity in entities for m in entity.mentions]
        self._names: list[tuple[int, int, Entity, Mention]] = []
        for row in sorted((row for row in rows if row[3].kind == "name"), key=lambda row: (row[0], -row[1])):
            # Υπουργείο Εξωτερικών της Ρωσίας speaks, not the country inside its name.
            if not self._names or row[0] >= self._names[-1][1]:
                self._names.append(row)
        nominals = sorted((row for row in rows if row[3].kind == "nominal"), key=lambda row: row[:2])
        self._nominals: list[tuple[int, int, Entity, Mention]] = nominals
        self._nominal_starts = [row[0] for row in nominals]
        self._chosen: dict[str, dict[Mention, None]] = {}  # the mentions of the unnamed, by name
        self._unnamed: dict[str, Source] = {}
        self._readings: list[Reading] = []  # the sentences so far
        self._openings: list[int] = []  # the first word of each
        for mention, (start, end, _, _) in enumerate(self._names):
            for index in range(bisect_right(self._ends, start), bisect_left(self._starts, end)):
                if words[index].is_word and words[index].mention < 0:
                    words[index] = replace(words[index], mention=mention)

    def named_within(self, within: Callable[[int], bool]) -> frozenset[int]:
        """The entities named only at offsets that are ``within``, by identity."""
        outside = {id(entity) for start, _, entity, _ in self._names if not within(start)}
        return frozenset(id(entity) for _, _, entity, _ in self._names) - outside

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """From where the word ``first`` starts to where the word ``last`` ends."""
        return self._starts[first], self._ends[last]

    def between(self, start: int, end: int) -> range:
        """The words in a stretch of the text."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def distance(self, start: int, end: int, other: int, until: int) -> int:
        """How many words stand between two stretches of the text."""
        first, last = (end, other) if other >= end else (until, start)
        return max(0, bisect_left(self._starts, last) - bisect_left(self._starts, first))

    def cue(self, reading: Reading, hit: CueHit) -> tuple[int, int, str]:
        """The cue's offsets and lemma."""
        return *self.offsets(reading.items[hit.start], reading.items[hit.end - 1]), hit.lemma

    def at(self, word: Word) -> tuple[Entity | None, tuple[int, int] | None]:
        """The entity named at ``word``, and the span of its name there."""
        if word.mention < 0:
            return None, None
        start, end, entity, _ = self._names[word.mention]
        return entity, (start, end)

    def meant(self, index: int) -> Entity | None:
        """Whom a word is part of a name of, or of a title that was resolved."""
        entity, _ = self.at(self.words[index])
        return entity or self.nominal(self._starts[index], self._ends[index])

    def read(self, reading: Reading) -> None:
        """Remembers a sentence: whoever it tells of may be meant later."""
        words = [item for item in reading.items if item >= 0]
        if words and (not self._openings or words[0] > self._openings[-1]):
            self._readings.append(reading)
            self._openings.append(words[0])

    def whoever(self, at: int) -> Entity | None:
        """Whom a word of the article stands for: by a name, by a title that was resolved, or in its own words."""
        entity = self.meant(at)
        n = bisect_right(self._openings, at) - 1
        if entity is not None or n < 0 or at not in self._readings[n].items:
            return entity
        reading = self._readings[n]
        k = reading.items.index(at)
        phrase = next((p for p in reading.nouns() if p.core[0] <= k < p.core[1] and p.name is None), None)
        return None if phrase is None else self.unnamed(reading, phrase)[0]

    def nominal(self, start: int, end: int) -> Entity | None:
        """The entity that a title within ``start``:``end`` was resolved to."""
        at = bisect_right(self._nominal_starts, end - 1) - 1
        if at >= 0 and self._nominals[at][1] > start and self._nominals[at][0] < end:
            return self._nominals[at][2]
        return None

    def coordinated(self, reading: Reading, phrase: Phrase) -> tuple[Source, int] | None:
        """η Λάμπρου και ο Γκελασβίλι; η ΟΛΜΕ, η ΔΟΕ και η ΟΙΕΛΕ: all of them as one source, and where the last ends."""
        names: list[Entity] = []
        at: Phrase | None = phrase
        end, last, joints = 0, phrase.end, set[str]()
        while at is not None and at.name is not None:
            entity, span = self.at(reading.word(at.name[0]))
            if not isinstance(entity, Person | Organization) or span is None:
                break
            names.append(entity)
            end, last = span[1], at.end
            joints |= {reading.fold(k) for k in range(phrase.end, at.start)}
            listed = reading.fold(last) in _IN_A_LIST
            at = next((p for p in reading.phrases if listed and p.start == last + 1 and p.case in ("Nom", "")), None)
        if len(names) < 2 or _AND.isdisjoint(joints):
            return None  # Ο Νίκος, ο Άρης: an apposition, or a list cut short
        return self._source(joint_name([entity.name for entity in names]), None), end

    def span(self, reading: Reading, phrase: Phrase) -> tuple[int, int]:
        """The offsets of a phrase without its article."""
        items, last = reading.items, phrase.core[1] - 1
        start = self._starts[items[phrase.core[0]]]
        if reading.is_marks(last) and reading.at(last + 1) is not None:
            # η εκπρόσωπος του «Κινήματος» δήλωσε: a quotation ends where the next word begins
            return start, start + len(self.text[start : self._starts[items[last + 1]]].rstrip())
        while reading.is_marks(last):
            last -= 1
        return start, self._ends[items[last]]

    def unnamed(self, reading: Reading, phrase: Phrase) -> tuple[Source, tuple[int, int, str]]:
        """The source that a phrase without a name stands for, its head in the nominative."""
        phrase = self._proper(reading, phrase)
        start, end = self.span(reading, phrase)
        name = self.text[start:end]
        if phrase.case != "Nom":
            front = filter(None, reading.between(phrase.core[0], phrase.head + 1))
            rest = self.text[self._ends[reading.items[phrase.head]] : end]
            name = " ".join([*(_nominative(word, phrase) for word in front), rest])
        mention = Mention(start=start, end=end, text=self.text[start:end], kind="nominal")
        return self._source(" ".join(name.split()), mention), (start, end, mention.kind)

    def in_marks(self, reading: Reading, k: int) -> tuple[Entity, Mention] | None:
        """The source whose name the marks at position ``k`` hold, and where: γράφει η «Πρωινή».

        None for a longer text: no name is one.
        """
        first = reading.items[k - 1] + 2
        near = self.words[first : first + LONGEST]
        end = next((i for i, word in enumerate(near) if word.text in MARKS), 0)
        inner = [index for index in range(first, first + end) if self.words[index].is_word]
        if not inner:
            return None
        for entity, span in (self.at(self.words[index]) for index in inner):
            if entity is not None and span is not None:
                return entity, Mention(start=span[0], end=span[1], text=self.text[slice(*span)], kind="name")
        start, stop = self.offsets(inner[0], inner[-1])
        mention = Mention(start=start, end=stop, text=self.text[start:stop], kind="nominal")
        return self._source(mention.text, mention), mention

    def _proper(self, reading: Reading, phrase: Phrase) -> Phrase:
        """The proper name at the end of a phrase, where the pipeline knew none: το πρακτορείο ειδήσεων Ζινχουά."""
        first, end = phrase.core
        k = end
        while k > first and (word := reading.at(k - 1)) and word.text[:1].isupper() and word.case != "Gen":
            k -= 1
        if first < k < end and reading.article(k - 1) is None and reading.text(k - 1)[:1].islower():
            return replace(phrase, core=(k, end), head=end - 1, case="Nom")
        return phrase

    def _source(self, name: str, mention: Mention | None) -> Source:
        mentions = () if mention is None else (mention,)
        return Source(name=name, ascii=ascii_key(name), latin=latin(name), mentions=mentions)

    def keep(self, entity: Entity | None) -> None:
        """Adds the mention of an unnamed source that was chosen to those that it has."""
        if isinstance(entity, Source):
            self._chosen.setdefault(entity.name, {}).update(dict.fromkeys(entity.mentions))

    def final(self, entity: Entity | None) -> Entity | None:
        """``entity`` with all the mentions that were chosen; asked for when all have been kept."""
        if not isinstance(entity, Source):
            return entity
        if entity.name not in self._unnamed:
            mentions = tuple(self._chosen.get(entity.name, entity.mentions))
            self._unnamed[entity.name] = replace(entity, mentions=mentions)
        return self._unnamed[entity.name]
