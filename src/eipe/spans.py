"""Stretches of the text: the spans that the records of ``eipe.records`` are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

__all__ = ["ZONES", "Cue", "Mention", "MentionKind", "Span", "ZoneName"]

MentionKind = Literal["name", "nominal"]
ZoneName = Literal["text", "headline", "byline", "caption", "teaser", "post"]
#: Every zone, in the order of a page.
ZONES: tuple[ZoneName, ...] = get_args(ZoneName)


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
        zone: Where on the page it stands: ``"text"``, ``"headline"`` (and subtitle), ``"byline"`` (and date),
            ``"caption"`` (and credit), ``"teaser"`` (all that leads elsewhere: other stories, adverts, menus, key
            words) or ``"post"``.
    """

    kind: MentionKind = "name"
    zone: ZoneName = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Span):
    """The words that say that a source speaks.

    Attributes:
        lemma: The cue's dictionary form: ``"απαντώ"``, ``"σύμφωνα με"``.
    """

    lemma: str
