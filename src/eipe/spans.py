"""Stretches of the text: the spans that the records of ``eipe.records`` are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Cue", "Mention", "MentionKind", "Span"]

MentionKind = Literal["name", "nominal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the text.

    Attributes:
        start: Offset of the first character.
        end: Offset behind the last character.
        text: The characters themselves, ``text[start:end]`` of the article.
    """

    start: int
    end: int
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Span):
    """One place where the text speaks of an entity.

    Attributes:
        kind: ``"name"`` (Πούτιν) or ``"nominal"`` (Ρώσος πρόεδρος, τελευταίος; without the article).
    """

    kind: MentionKind = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Span):
    """The words that say that a source speaks.

    Attributes:
        lemma: The cue's dictionary form: ``"απαντώ"``, ``"σύμφωνα με"``.
    """

    lemma: str
