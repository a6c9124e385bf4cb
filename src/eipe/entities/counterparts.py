"""Counterparts: ο Τούρκος ομόλογός του has the office of whom του means, in a country of his own.

So the text that calls Fidan the Turkish counterpart of a foreign minister has said who ο Τούρκος υπουργός
Εξωτερικών is, and whom Fidan's own Έλληνας ομόλογος means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from eipe.entities.people import Somebody
from eipe.entities.refusals import gender_fits
from eipe.entities.roles import sort_of
from eipe.entities.scene import Scene
from eipe.entities.titles import Title

__all__ = ["COUNTERPART", "Counterparts"]

COUNTERPART = "counterpart"
OWNERS = {"του": "m", "τησ": "f"}


@dataclass(slots=True)
class Counterparts:
    """Who has the same office as who, as far as the text has told."""

    pairs: list[tuple[Somebody, Somebody]] = field(default_factory=list)

    def learn(self, scene: Scene) -> None:
        """Pairs each person who is called a counterpart with the last before who holds an office, which is his then."""
        before: dict[tuple[int, int], list[Title]] = {}
        for person in scene.people:
            for title in scene.called(person):
                if title.kind == COUNTERPART:
                    before.setdefault((id(person), title.last), []).append(title)
        for name, person in scene.names if before else ():
            own = scene.called(person)
            for title in chain.from_iterable(before.get((id(person), name.first - gap), ()) for gap in (2, 1, 0)):
                owner = OWNERS.get(scene.words.folded[title.last - 1]) if title.possessive else None
                for _, other in scene.before(title.head):
                    held = offices(scene.called(other))
                    if other is person or not held or (owner and other.gender not in (owner, None)):
                        continue
                    self.pairs.append((other, person))
                    own.append(replace(held[0], countries=title.countries, gender=title.gender, possessive=True))
                    break

    def meant(self, title: Title, scene: Scene) -> Somebody | None:
        """Whom ο Έλληνας ομόλογός του means: the one of that country in office, or the other of the subject's pair."""
        subject = scene.subjects[-1][1] if scene.subjects else None
        held = {id(person): offices(scene.called(person)) for person in scene.people}
        fitting = [person for person in scene.people if gender_fits(title, person)]
        if title.countries:
            found = [p for p in fitting if any(title.countries == one.countries for one in held[id(p)])]
            if found:
                return found[0] if len(found) == 1 and found[0] is not subject else None
        others = [b if a is subject else a for a, b in self.pairs if subject is a or subject is b]
        found = [p for p in fitting if any(p is one for one in others)]
        told = [p for p in found if not title.countries or not any(one.countries for one in held[id(p)])]
        return told[0] if len(told) == 1 else None


def offices(titles: Sequence[Title]) -> list[Title]:
    """Those of the titles that are offices, not trades or kinship."""
    return [title for title in titles if sort_of(title.kind) == "office"]
