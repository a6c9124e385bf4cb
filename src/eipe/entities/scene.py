"""The course of the text: who is mentioned where, sentence by sentence, what they are called, who was subject."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from eipe.article.zones import FURNITURE, UNLISTED, Zone, zone_at
from eipe.entities.document import Words
from eipe.entities.names import Name
from eipe.entities.people import Somebody
from eipe.entities.titles import Title
from eipe.greek.letters import is_one_letter

__all__ = ["SENTENCES_BACK", "Scene", "named_outside", "sentence_numbers"]

#: «...», είπε η Μελά. Έφυγε. Βράδιασε. Η πρόεδρος ...: farther back nobody is meant, in 355 of 2,888 texts.
SENTENCES_BACK = 3
#: Where a quotation may begin or end.
BOUNDS = frozenset("«“„»”\n")


@dataclass(slots=True)
class Scene:
    """What is known of the text up to where it is read.

    Attributes:
        people: Everybody that the text names; not who stands only in bylines and teasers.
        names: The mentions in the story, in text order, each with whose it is.
        words: The tokens.
        sentences: The number of each token's sentence.
        quoted: Whether each token is inside a quotation.
        paragraphs: Where the paragraphs open, in text order.
        titles: Each person's titles so far, by identity.
        subjects: Who was subject so far, each with the token where.
        strangers: Where somebody who is not named was subject so far (Ο 51χρονος αρνείται), and the gender.
        answers: What was asked of a person's titles so far: of how many, and whether one of them bears it out.
        ages: The first two tokens that are somebody of an age, by age, for the ages asked about.
    """

    people: Sequence[Somebody]
    names: list[tuple[Name, Somebody]]
    words: Words
    sentences: list[int]
    quoted: list[bool]
    paragraphs: list[int]
    titles: dict[int, list[Title]]
    subjects: list[tuple[int, Somebody]] = field(default_factory=list)
    strangers: list[tuple[int, str | None]] = field(default_factory=list)
    answers: dict[tuple[int, str, bool, frozenset[str], str], tuple[int, bool]] = field(default_factory=dict)
    ages: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, people: Sequence[Somebody], words: Words, of: dict[int, list[Title]], zones: Sequence[Zone] = ()
    ) -> Scene:
        """The scene before anything is read; ``of``: the titles beside each name, by its start."""
        names = sorted(((name, person) for person in people for name in person.names), key=lambda item: item[0].start)
        titles: dict[int, list[Title]] = {id(person): [] for person in people}
        for name, person in names:
            titles[id(person)].extend(of.get(name.start, ()))
        if zones:
            people = [one for one in people if any(zone_at(zones, name.start) not in UNLISTED for name in one.names)]
            names = [item for item in names if zone_at(zones, item[0].start) not in FURNITURE]
        paragraphs = [0, *(index + 1 for index in words.signs if "\n" in words.texts[index])]
        return cls(people, names, words, sentence_numbers(words), quoted_tokens(words), paragraphs, titles)

    def called(self, person: Somebody) -> list[Title]:
        """What the text has called a person so far; more may be added."""
        return self.titles[id(person)]

    def paragraph(self, token: int) -> int:
        """Where the paragraph of ``token`` opens."""
        return self.paragraphs[bisect_right(self.paragraphs, token) - 1]

    def before(self, token: int) -> list[tuple[Name, Somebody]]:
        """The mentions before ``token``, the last first, at most SENTENCES_BACK sentences back."""
        here = self.sentences[token]
        found = []
        for at in range(bisect_right(self.names, token, key=_end) - 1, -1, -1):
            name, person = self.names[at]
            if here - self.sentences[name.first] > SENTENCES_BACK:
                break
            found.append((name, person))
        return found


def _end(mention: tuple[Name, Somebody]) -> int:
    return mention[0].last


def named_outside(scene: Scene, token: int) -> set[Somebody]:
    """Who is named a little before ``token`` outside quotations."""
    return {person for name, person in scene.before(token) if not scene.quoted[name.first]}


def sentence_numbers(words: Words) -> list[int]:
    """For each token, the number of its sentence; sentences end at full stops and line breaks."""
    numbers: list[int] = []
    number, fresh = 0, True
    for index in words.signs:
        text = words.texts[index]
        fresh = fresh and len(numbers) == index  # plain words between this sign and the one before
        numbers += [number] * (index + 1 - len(numbers))
        ends = text in (".", ";", "!", "…", "...") or (index and is_one_letter(text, words.texts[index - 1]))
        following = words.texts[index + 1][0] if index + 1 < len(words) else ""
        if "\n" in text or (ends and not following.islower()):
            if not fresh:
                number += 1
            fresh = True
        else:
            fresh = fresh and not text[:1].isalnum()  # λέει στην «Εφ.Συν.». ends one sentence, not two
    return numbers + [number] * (len(words) - len(numbers))


def quoted_tokens(words: Words) -> list[bool]:
    """For each token, whether it is inside a quotation, or its opening mark."""
    depth = 0
    out: list[bool] = []
    for index in words.signs:
        text = words.texts[index]
        if BOUNDS.isdisjoint(text):
            continue
        out += [depth > 0] * (index - len(out))
        depth += text.count("«") + text.count("“") + text.count("„")
        out.append(depth > 0)
        depth = max(0, depth - text.count("»") - text.count("”"))
        if "\n" in text:
            depth = 0
    return out + [depth > 0] * (len(words) - len(out))
