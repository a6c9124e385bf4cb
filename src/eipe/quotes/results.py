"""What the rules say of one stretch of quoted words, at offsets; ``eipe.extraction`` makes public records of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from eipe.quotes.cues import CueHit
from eipe.records import Entity

__all__ = ["Attribution", "Candidate", "Link", "identity"]


@dataclass(slots=True)
class Attribution:
    """One stretch of quoted or reported words, explained.

    Attributes:
        start, end: Offsets of the words, without their marks.
        kind: "speech", "fragment", "indirect" or "term".
        cue: (start, end, lemma) of the cue, or None.
        mention: (start, end, kind) of the words that name the source beside the cue, or None.
        speaker: The source, or None.
        addressee: To whom it is said, or None.
        plural: Whether the source is several people: γιατροί ανέφεραν.
        rule: Which strategies answered, "link" or "link+subject".
        confidence: The probability that it is a quotation and its speaker is right.
    """

    start: int
    end: int
    kind: str
    cue: tuple[int, int, str] | None = None
    mention: tuple[int, int, str] | None = None
    speaker: Entity | None = None
    addressee: Entity | None = None
    rule: str = ""
    plural: bool = False
    confidence: float = 0.0

    def given_to(self, speaker: Entity | None, rule: str) -> Attribution:
        """The same words of somebody else. One is made for everybody in focus: `dataclasses.replace` takes long."""
        return Attribution(
            self.start, self.end, self.kind, self.cue, self.mention, speaker, self.addressee, rule, self.plural
        )


@dataclass(slots=True)
class Candidate:
    """One answer: a cue, the source's words, the speaker.

    Attributes:
        result: The answer, without kind and confidence.
        hit: The cue as a form, or None.
        ways: How it was found: "rules", "link ...", "cue", "who", "memory" ...
    """

    result: Attribution
    hit: CueHit | None
    ways: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Link:
    """A quotation and the cue that governs it.

    Attributes:
        rule: The strategy that answered.
        hit: The cue, or None.
        inverted: Whether the quotation stands before the cue.
        at: Position of the source where the rule itself has found it (headline, signature).
        verb: Position of the verb whose subject is the source, where there is no cue (announced).
    """

    rule: str
    hit: CueHit | None = None
    inverted: bool = False
    at: int = -1
    verb: int = -1


def identity(entity: Entity | None) -> object:
    """What tells two speakers apart: unnamed sources are one by their name."""
    return entity if entity is None else (entity.type, entity.name)
