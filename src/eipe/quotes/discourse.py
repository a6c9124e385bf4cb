"""What the text has said so far: who acted, who spoke, who was named last.

Greek drops the subject of «Και πρόσθεσε: ...», and takes up a person again with ο ίδιος, εκείνος, ο τελευταίος.
Both look back: to the last speaker and the last subjects, never to somebody who was only spoken of inside marks.
The idea that the entity most in focus is a sentence's subject is centering theory's (Grosz, Joshi, Weinstein 1995).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from eipe.records import Entity, Organization, Person, Source

__all__ = ["Discourse", "Turn"]

#: How many sentences a dropped subject reaches back.
REACH = 8


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

    def note(self, turn: Turn) -> None:
        self.turns.append(turn)
        if len(self.turns) > 4 * REACH:
            del self.turns[: 2 * REACH]

    def newest(self) -> int:
        """The sentence of the newest turn."""
        return self.turns[-1].sentence if self.turns else -1

    def last(self, sentence: int, *, gender: str = "", plural: bool | None = None) -> Entity | None:
        """Who a dropped subject means: the newest speaker or subject that fits."""
        for turn in reversed(self.turns):
            if turn.sentence > sentence:
                continue
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

    def other(self, sentence: int, gender: str, apart: Entity | None) -> Entity | None:
        """The person of one gender in focus who is not ``apart``: τον ρώτησε.

        If ``apart`` is nobody by name («...», είπε ο βουλευτής στον υπουργό), each of several may be that somebody.
        """
        if isinstance(apart, Source):
            near = [e for _, e in self.named[-REACH:] if isinstance(e, Person) and e.gender in (None, gender)]
            return near[0] if near and all(person == near[0] for person in near) else None
        for turn in reversed(self.turns):
            if sentence - turn.sentence > REACH:
                break
            if isinstance(turn.entity, Person) and turn.entity.gender in (None, gender) and turn.entity != apart:
                return turn.entity
        for _, entity in reversed(self.named[-REACH:]):
            if isinstance(entity, Person) and entity.gender in (None, gender) and entity != apart:
                return entity
        return None

    def talked_to(self, sentence: int) -> Entity | None:
        """To whom the last speaker was talking: the one who spoke before, if nobody else came between."""
        newest = self.turns[-1]
        before = next((turn for turn in reversed(self.turns) if turn.entity != newest.entity), None)
        if before is None or not (newest.spoke and before.spoke) or sentence - before.sentence > REACH:
            return None
        return before.entity

    def spoke_in(self, paragraph: int) -> bool:
        """Whether somebody has spoken in the paragraph."""
        return any(turn.spoke and turn.paragraph == paragraph for turn in self.turns[-3:])

    def speaker(self, sentence: int, paragraph: int) -> Entity | None:
        """Who goes on speaking in a quotation that stands alone."""
        for turn in reversed(self.turns):
            if turn.sentence > sentence or not turn.spoke:
                continue
            return turn.entity if paragraph - turn.paragraph <= 2 else None
        return None

    def person(self, gender: str) -> Person | None:
        """The person named or focused last, of one gender."""
        for _, entity in reversed(self.named):
            if isinstance(entity, Person) and entity.gender in (None, gender):
                return entity
        return None

    def organization(self) -> Entity | None:
        """The organization named last."""
        for _, entity in reversed(self.named):
            if isinstance(entity, Organization):
                return entity
        return None
