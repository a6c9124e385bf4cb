"""The course of the text: who is mentioned where, sentence by sentence, inside quotations and outside."""

from __future__ import annotations

from dataclasses import dataclass, field

from eipe.entities.names import Name
from eipe.entities.people import Somebody
from eipe.entities.words import Words

__all__ = ["SENTENCES_BACK", "Scene", "named_outside", "quoted_tokens", "sentence_numbers"]

SENTENCES_BACK = 3


@dataclass(slots=True)
class Scene:
    """The mentions in text order, and where sentences and quotations are."""

    names: list[tuple[Name, Somebody]]
    words: Words
    sentences: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)

    def paragraph(self, token: int) -> int:
        """Where the paragraph of ``token`` opens."""
        while token > 0 and "\n" not in self.words.texts[token - 1]:
            token -= 1
        return token

    def before(self, token: int) -> list[tuple[Name, Somebody]]:
        """The mentions before ``token``, the last first, at most SENTENCES_BACK sentences back."""
        here = self.sentences[token]
        return [
            (name, person)
            for name, person in reversed(self.names)
            if name.last <= token and here - self.sentences[name.first] <= SENTENCES_BACK
        ]


def named_outside(scene: Scene, token: int) -> dict[int, Somebody]:
    """Who is named a little before ``token`` outside quotations, by identity."""
    return {id(person): person for name, person in scene.before(token) if not scene.quoted[name.first]}


def sentence_numbers(words: Words) -> list[int]:
    """For each token, the number of its sentence; sentences end at full stops and line breaks."""
    numbers, number, fresh = [], 0, True
    for index, text in enumerate(words.texts):
        numbers.append(number)
        if "\n" in text or (text in (".", ";", "!", "…", "...") and next_opens(words, index)):
            if not fresh:
                number += 1
            fresh = True
        else:
            fresh = False
    return numbers


def next_opens(words: Words, index: int) -> bool:
    return index + 1 >= len(words) or not words.texts[index + 1][0].islower()


def quoted_tokens(words: Words) -> list[bool]:
    depth = 0
    out: list[bool] = []
    for text in words.texts:
        if text.isalnum():
            out.append(depth > 0)
            continue
        depth += text.count("«") + text.count("“") + text.count("„")
        out.append(depth > 0)
        depth = max(0, depth - text.count("»") - text.count("”"))
        if "\n" in text:
            depth = 0
    return out
