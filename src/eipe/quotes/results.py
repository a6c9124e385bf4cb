"""What the rules say of one stretch of quoted words, at offsets; ``eipe.extraction`` makes public records of it."""

from __future__ import annotations

from dataclasses import dataclass

from eipe.records import Entity

__all__ = ["Attribution"]


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
