"""When what was found is what was wanted: spans, mentions, names."""

from __future__ import annotations

from eipe.evaluation.gold import Offsets, Quoted
from eipe.greek.letters import fold

__all__ = ["overlap", "pairs", "right_cue", "right_name", "right_speaker", "same_span"]

#: Two spans are one if what they share is so many tenths of what they cover together. Whole numbers: an offset of a
#: record without its text may be larger than any float.
TENTHS = 9


def same_span(one: Offsets, other: Offsets) -> bool:
    """Whether two spans are one, up to a tenth of their length: a full stop more or less is no error."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and 10 * shared >= TENTHS * (max(one[1], other[1]) - min(one[0], other[0]))


def overlap(one: Offsets, other: Offsets) -> bool:
    """Whether two spans share a character."""
    return min(one[1], other[1]) > max(one[0], other[0])


def pairs(gold: list[Quoted], given: list[Quoted]) -> tuple[list[tuple[Quoted, Quoted | None]], list[Quoted]]:
    """Each quotation of ``gold`` with the given one that it is, or None; and those given that are none."""
    free, found = list(given), []
    for wanted in gold:
        span = (wanted.start, wanted.end)
        match = next((quote for quote in free if same_span(span, (quote.start, quote.end))), None)
        if match is not None:
            free.remove(match)
        found.append((wanted, match))
    return found, free


def right_cue(gold: Quoted, given: Quoted) -> bool:
    """Whether the cues overlap, or neither has any."""
    if gold.cue is None or given.cue is None:
        return gold.cue is given.cue
    return overlap(gold.cue, given.cue)


def right_name(gold: Quoted, given: Quoted) -> bool:
    """Whether both name the same speaker; capitals, accents and hyphens do not count."""
    return bool(gold.speaker and given.speaker) and _words(gold.speaker) == _words(given.speaker)


def right_speaker(gold: Quoted, given: Quoted) -> bool:
    """Whether the mention of the source overlaps the gold one, or the name is the gold name; or neither has any."""
    if gold.mention is None and gold.speaker is None:
        return given.mention is None and given.speaker is None
    if gold.mention and given.mention and overlap(gold.mention, given.mention):
        return True
    return right_name(gold, given)


def _words(name: str | None) -> list[str]:
    return fold((name or "").replace("-", " ")).split()
