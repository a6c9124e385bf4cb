"""What the text has said so far: who acted, who spoke, who was named last.

Greek drops the subject of «Και πρόσθεσε: ...», and takes up a person again with ο ίδιος, εκείνος, ο τελευταίος.
Both look back: to the last speaker and the last subjects, never to somebody who was only spoken of inside marks.
The idea that the entity most in focus is a sentence's subject is centering theory's (Grosz, Joshi, Weinstein 1995).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from eipe.records import Entity, Organization, Person, Source

__all__ = ["NEAR", "Discourse", "Turn"]

#: How many sentences a dropped subject reaches back.
REACH = 8
#: How many sentences an answer may stand behind its question.
NEAR = 4


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody in focus: the subject or the speaker of a sentence."""

    entity: Entity
    sentence: int
    paragraph: int
    spoke: bool
    plural: bool = False


@dataclass(slots=True)
class Discourse:
    """The turns taken so far, the newest last."""

    turns: list[Turn] = field(default_factory=list)
    named: list[tuple[int, Entity]] = field(default_factory=list)  # (word index, entity), in order
    asked: tuple[int, Entity | None] = (-NEAR - 1, None)  # the sentence of the last question, and who was asked

    def note(self, turn: Turn) -> None:
        self.turns.append(turn)
        if len(self.turns) > 4 * REACH:
            del self.turns[: 2 * REACH]

    def last(self, sentence: int, *, gender: str = "", plural: bool | None = None) -> Entity | None:
        """Who a dropped subject means: the newest speaker or subject that fits."""
        for turn in reversed(self.turns):
            if sentence - turn.sentence > REACH:
                return None
            if plural is not None and plural != turn.plural and (plural or not isinstance(turn.entity, Person)):
                continue
            if gender and isinstance(turn.entity, Person) and turn.entity.gender not in (None, gender):
                continue
            if gender and not isinstance(turn.entity, Person | Source):
                continue
            return turn.entity
        return None

    def pending(self, sentence: int) -> bool:
        """Whether a question stands near before the sentence."""
        return 0 <= sentence - self.asked[0] <= NEAR

    def other(self, sentence: int, gender: str, apart: Entity | None) -> Entity | None:
        """The person of one gender in focus who is not ``apart``: τον ρώτησε."""
        near = [turn.entity for turn in reversed(self.turns) if sentence - turn.sentence <= REACH]
        near += [entity for _, entity in reversed(self.named[-REACH:])]
        others = (entity for entity in near if isinstance(entity, Person) and entity != apart)
        return next((person for person in others if person.gender in (None, gender)), None)

    def spoke_in(self, paragraph: int) -> bool:
        """Whether somebody has spoken in the paragraph."""
        return any(turn.spoke and turn.paragraph == paragraph for turn in self.turns[-3:])

    def speaker(self, paragraph: int) -> Entity | None:
        """Who goes on speaking in a quotation that stands alone."""
        for turn in reversed(self.turns):
            if turn.spoke:
                return turn.entity if paragraph - turn.paragraph <= 2 else None
        return None

    def person(self, gender: str) -> Person | None:
        """The person named last, of one gender."""
        named = (entity for _, entity in reversed(self.named) if isinstance(entity, Person))
        return next((person for person in named if person.gender in (None, gender)), None)

    def organization(self) -> Entity | None:
        """The organization named last."""
        return next((entity for _, entity in reversed(self.named) if isinstance(entity, Organization)), None)
