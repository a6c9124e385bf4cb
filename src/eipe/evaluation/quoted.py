"""The quotations of one record: what of the gold was found, and what of it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

from eipe.evaluation.errors import Error
from eipe.evaluation.gold import Quoted, Record
from eipe.evaluation.matching import pairs, right_cue, right_name, right_speaker
from eipe.evaluation.tally import f1, rate

__all__ = ["QUOTATIONS", "Item", "items", "tally", "wrong"]

#: A quotation of the gold with the one given for it; either is None where the other has no match.
Item: TypeAlias = "tuple[Quoted | None, Quoted | None]"

QUOTATIONS = {
    "found": f1("found", "given", "gold"),
    "found_precision": rate("found", "given"),
    "found_recall": rate("found", "gold"),
    "kind": rate("kind", "found"),
    "cue": rate("cue", "found"),
    "speaker": rate("speaker", "found"),
    "name": rate("name", "named"),
    "joint": f1("speaker", "given", "gold"),
    "joint_precision": rate("speaker", "given"),
    "joint_recall": rate("speaker", "gold"),
}


def items(gold: Record, given: Record | None) -> list[Item]:
    """The quotations of a source in both. Marks that quote nobody and reported speech without marks do not count."""
    if gold.quotes is None:
        return []
    found, extra = pairs(_of_sources(gold), _of_sources(given) if given else [])
    return [*found, *((None, quote) for quote in extra)]


def _of_sources(record: Record) -> list[Quoted]:
    return [quote for quote in record.quotes or () if quote.kind in ("speech", "fragment")]


def tally(some: Iterable[Item]) -> Counter[str]:
    """What is counted of quotations."""
    count = Counter[str]()
    for wanted, given in some:
        count["gold"] += wanted is not None
        count["given"] += given is not None
        if wanted is None or given is None:
            continue
        count["found"] += 1
        count["kind"] += wanted.kind == given.kind
        count["cue"] += right_cue(wanted, given)
        count["speaker"] += right_speaker(wanted, given)
        if wanted.speaker:
            count["named"] += 1
            count["name"] += right_name(wanted, given)
    return count


def wrong(record: Record, some: Iterable[Item]) -> list[Error]:
    """What is wrong with quotations, in the order of the text."""
    found = [error for wanted, given in some if (error := _error(record, wanted, given))]
    return sorted(found, key=lambda error: error.start)


def _error(record: Record, wanted: Quoted | None, given: Quoted | None) -> Error | None:
    parts: list[tuple[str, str, str]] = []
    told = given or wanted
    if wanted is None or given is None:
        what = "extra quotation" if wanted is None else "missed quotation"
        parts.append((what, _source(record, wanted), _source(record, given)))
    else:
        if not right_speaker(wanted, given):
            parts.append(("speaker", _source(record, wanted), _source(record, given)))
        elif wanted.speaker and not right_name(wanted, given):
            parts.append(("name", wanted.speaker, given.speaker or "no name"))
        if wanted.kind != given.kind:
            parts.append(("kind", wanted.kind, given.kind))
        if not right_cue(wanted, given):
            parts.append(("cue", _words(record, wanted.cue), _words(record, given.cue)))
    if not parts or told is None:
        return None
    what, want, have = (", ".join(filter(None, column)) for column in zip(*parts, strict=True))
    rule, confidence = (given.rule, given.confidence) if given else ("", None)
    return Error.at(record, told.start, told.end, what, want, have, rule=rule, confidence=confidence)


def _source(record: Record, quote: Quoted | None) -> str:
    if quote is None:
        return ""
    return quote.speaker or (_words(record, quote.mention) if quote.mention else "nobody")


def _words(record: Record, span: tuple[int, int] | None) -> str:
    if span is None:
        return "no cue"
    return record.text[span[0] : span[1]] if record.text else f"{span[0]} to {span[1]}"
