"""One thing that is wrong, with the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from eipe.evaluation.gold import Record

__all__ = ["Error"]

AROUND = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """Something that was missed, that should not be there, or that is not as the gold has it.

    Attributes:
        id: The record's id; empty if it has none.
        what: ``"missed quotation"``, ``"extra person"``, or what of a quotation is wrong: ``"speaker"``,
            ``"name"`` (the words that name the source are right), ``"kind, cue"``.
        start: Offset of the first character, in the record's text.
        end: Offset behind the last one.
        text: The words themselves.
        before: What stands before them.
        after: What stands behind them.
        wanted: What the gold has there.
        given: What was given.
        rule: The rule of the quotation given.
        confidence: Its confidence, or None.
    """

    id: str
    what: str
    start: int
    end: int
    text: str
    before: str
    after: str
    wanted: str
    given: str
    rule: str = ""
    confidence: float | None = None

    @classmethod
    def at(
        cls,
        record: Record,
        start: int,
        end: int,
        what: str,
        wanted: str,
        given: str,
        *,
        rule: str = "",
        confidence: float | None = None,
    ) -> Error:
        """The error at a place of the record's text."""
        text = record.text or ""
        return cls(
            id=record.id or "",
            what=what,
            start=start,
            end=end,
            text=text[start:end],
            before=text[max(0, start - AROUND) : start],
            after=text[end : end + AROUND],
            wanted=wanted,
            given=given,
            rule=rule,
            confidence=confidence,
        )
