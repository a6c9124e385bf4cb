"""People, places and organizations of one record, entity by entity, against the gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from eipe.evaluation.errors import Error
from eipe.evaluation.gold import ENTITIES, Named, Offsets, Record
from eipe.evaluation.matching import overlap
from eipe.evaluation.tally import f1, rate
from eipe.greek.letters import strip_accents

__all__ = ["FIGURES", "count", "differing"]

#: Zones whose names do not count on either side: who is listed there is nobody's business but the page's.
FURNITURE = frozenset({"advert", "byline", "menu", "tags", "teaser"})
#: How far from a person's name a title may stand and be part of it: ο πρόεδρος Νίκος Παππάς.
BESIDE = 3

FIGURES = {
    "entities": f1("entities", "entities given", "entities gold"),
    "entities_precision": rate("entities", "entities given"),
    "entities_recall": rate("entities", "entities gold"),
    "mentions": f1("mentions", "mentions given", "mentions gold"),
    "nominals_precision": rate("nominals right", "nominals given"),
    "nominals_recall": rate("nominals found", "nominals gold"),
    "gender": rate("gender", "gender gold"),
}


@dataclass
class _Spans:
    """Where entities of one name stand."""

    names: set[Offsets] = field(default_factory=set)
    nominals: set[Offsets] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    name: str = ""


def count(gold: Record, given: Record | None, kind: str) -> Counter[str]:
    """What is counted of one kind of entity, a key of ``ENTITIES``. The gold must have it."""
    want, have = _both(gold, given, kind)
    found = Counter[str]()
    for key, entity in want.items():
        other = have.get(key, _Spans())
        found["entities gold"] += 1
        found["entities"] += key in have
        found["mentions gold"] += len(entity.names)
        found["mentions"] += len(entity.names & other.names)
        found["nominals gold"] += len(entity.nominals)
        found["nominals found"] += sum(_touches(span, other.nominals) for span in entity.nominals)
        for span in other.nominals:
            right = _touches(span, entity.nominals)
            found["nominals right"] += right
            # A title beside the name is a matter of how the guide draws spans, and no claim about who is meant.
            found["nominals given"] += right or not _beside(span, other.names)
        if entity.genders and key in have:
            found["gender gold"] += 1
            found["gender"] += entity.genders == other.genders
    for key, entity in have.items():
        found["entities given"] += 1
        found["mentions given"] += len(entity.names)
        found["nominals given"] += 0 if key in want else len(entity.nominals)
    return found


def differing(gold: Record, given: Record | None, kind: str) -> Iterator[Error]:
    """The entities that were missed, and those that should not be there."""
    want, have = _both(gold, given, kind)
    for what, some, others in (("missed", want, have), ("extra", have, want)):
        for key in sorted(some.keys() - others.keys()):
            name, spans = some[key].name, some[key].names | some[key].nominals
            start, end = min(spans, default=(0, 0))
            names = (name, "") if what == "missed" else ("", name)
            yield Error.at(gold, start, end, f"{what} {ENTITIES[kind]}", *names)


def _both(gold: Record, given: Record | None, kind: str) -> tuple[dict[str, _Spans], dict[str, _Spans]]:
    furniture = [(start, end) for zone, start, end in gold.zones if zone in FURNITURE]
    found = given.entities.get(kind, ()) if given else ()
    return _by_name(_outside(gold.entities[kind], furniture)), _by_name(_outside(found, furniture))


def _outside(entities: Iterable[Named], zones: Sequence[Offsets]) -> Iterator[Named]:
    """The entities without what stands in ``zones``, and without those that are named nowhere else."""

    def kept(spans: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
        return tuple(s for s in spans if not any(start <= s[0] and s[1] <= end for start, end in zones))

    for entity in entities:
        rest = replace(entity, names=kept(entity.names), nominals=kept(entity.nominals))
        if rest.names or not zones:
            yield rest


def _by_name(entities: Iterable[Named]) -> dict[str, _Spans]:
    """Entities by their names; accents do not count, since a text may print Αγκυρα or ΑΓΚΥΡΑ for Άγκυρα."""
    out: dict[str, _Spans] = {}
    for entity in entities:
        spans = out.setdefault(strip_accents(entity.name), _Spans(name=entity.name))
        spans.names.update(entity.names)
        spans.nominals.update(entity.nominals)
        spans.genders.update(filter(None, [entity.gender]))
    return out


def _touches(span: Offsets, others: Iterable[Offsets]) -> bool:
    return any(overlap(span, other) for other in others)


def _beside(span: Offsets, names: Iterable[Offsets]) -> bool:
    return any(span[0] - BESIDE <= end <= span[0] or span[1] <= start <= span[1] + BESIDE for start, end in names)
