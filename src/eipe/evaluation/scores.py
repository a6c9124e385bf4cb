"""``eipe.score``: gold records against what was found in their texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from eipe.evaluation import named, quoted
from eipe.evaluation.errors import Error
from eipe.evaluation.given import Records, read_records
from eipe.evaluation.gold import ENTITIES, Record
from eipe.evaluation.matching import right_speaker
from eipe.evaluation.quoted import QUOTATIONS, Item
from eipe.evaluation.reliability import calibrate
from eipe.evaluation.report import Group, Scores
from eipe.evaluation.tally import figures

if TYPE_CHECKING:
    from eipe.extractor import Extractor

__all__ = ["score"]

Grouping: TypeAlias = "Callable[[Record, list[Item]], dict[str, list[Item]]]"


def score(
    gold: Records,
    predicted: Records | None = None,
    *,
    by: str | None = None,
    extractor: Extractor | None = None,
) -> Scores:
    """Compares what was found in texts with what people say stands in them.

    Args:
        gold: The path of a .jsonl file, or records: in the gold form, or as ``eipe extract`` writes them and somebody
            corrected them. Extractions, alone or in pairs with an id, will do too.
        predicted: The same of what was found, told apart by ``id``, or by the text where a record has none; if it is
            missing, the texts of ``gold`` are read now.
        by: Score the quotations group by group as well: by ``"rule"``, by ``"kind"``, or by a field of the gold
            records, such as ``"source"``.
        extractor: What reads the texts if ``predicted`` is missing; by default the embedded model.

    Raises:
        TypeError: If ``gold`` or ``predicted`` is something else.
        ValueError: If a record has another form, two have one id, a text of ``predicted`` is not the one of ``gold``,
            none of the records is there, no record has the field ``by``, or ``extractor`` is given as well.
        OSError: If a file cannot be read.
    """
    if predicted is not None and extractor is not None:
        raise ValueError("give predicted or extractor: what was found, or what is to find it now")
    wanted = read_records(gold, "gold")
    if not wanted:
        raise ValueError("gold holds no record; nothing can be scored")
    split = _grouping(by, wanted)
    found = _extracted(wanted, extractor) if predicted is None else read_records(predicted, "predicted")
    answers = _answers(wanted, found)
    quotations: list[Counter[str]] = []
    entities: dict[str, list[Counter[str]]] = defaultdict(list)
    groups: dict[str, list[Counter[str]]] = defaultdict(list)
    sure: list[tuple[float, bool]] = []
    errors: list[Error] = []
    for record, answer in zip(wanted, answers, strict=True):
        items = quoted.items(record, answer)
        quotations.append(quoted.tally(items))
        for name, some in split(record, items).items():
            groups[name].append(quoted.tally(some))
        sure += [(q.confidence, bool(w and right_speaker(w, q))) for w, q in items if q and q.confidence is not None]
        errors += quoted.wrong(record, items)
        for kind in filter(record.entities.__contains__, ENTITIES):
            entities[kind].append(named.count(record, answer, kind))
            errors += named.differing(record, answer, kind)
    total = sum(quotations, Counter[str]())
    return Scores(
        records=len(wanted),
        gold=total["gold"],
        given=total["given"],
        quotations=figures(quotations, QUOTATIONS),
        entities={kind: figures(entities[kind], named.FIGURES) for kind in ENTITIES if kind in entities},
        calibration=calibrate(sure, total["gold"]),
        by=by,
        groups=tuple(sorted(map(_group, groups.items()), key=lambda group: -max(group.gold, group.given))),
        errors=tuple(errors),
        absent=tuple(str(r.id) for r, answer in zip(wanted, answers, strict=True) if answer is None),
    )


def _extracted(wanted: list[Record], extractor: Extractor | None) -> list[Record]:
    for number, record in enumerate(wanted):
        if record.text is None:
            raise ValueError(f"gold[{number}] (id {record.id!r}) has no text to read; give predicted, or the texts")
    if extractor is None:
        from eipe.pipeline import load

        extractor = load()
    pairs = extractor.pipe((record.text or "", record.id) for record in wanted)
    return read_records(pairs, "predicted")


def _answers(wanted: list[Record], found: list[Record]) -> list[Record | None]:
    """For each gold record the predicted one: of its id, or where either has none, of its text."""
    ids = {record.id: record for record in found if record.id is not None}
    texts = {record.text: record for record in found if record.text is not None}
    answers: list[Record | None] = []
    for record in wanted:
        answer = ids.get(record.id) if record.id is not None else None
        if answer is None:
            same = texts.get(record.text) if record.text is not None else None
            answer = same if same and (record.id is None or same.id is None) else None
        elif None not in (answer.text, record.text) and answer.text != record.text:
            raise ValueError(f"record {record.id!r} has one text in gold and another in predicted; its offsets differ")
        answers.append(answer)
    if found and not any(answers):
        raise ValueError(
            f"predicted has none of the records of gold: its first id is {found[0].id!r}, that of gold {wanted[0].id!r}"
        )
    return answers


def _grouping(by: str | None, wanted: Iterable[Record]) -> Grouping:
    """What puts the quotations of a record into groups."""
    if by is None:
        return lambda record, items: {}
    if not isinstance(by, str):
        raise TypeError(f"by is 'rule', 'kind' or a field of the gold records, not {type(by).__name__}")
    if by in _OF_ITEM:
        return lambda record, items: _split(items, _OF_ITEM[by])
    fields = sorted({name for record in wanted for name in record.fields})
    if by not in fields:
        raise ValueError(f"by is {by!r}, and not 'rule', 'kind' or a field of the gold ({', '.join(fields) or 'none'})")
    return lambda record, items: {record.fields.get(by, f"(no {by})"): items}


def _rule(item: Item) -> str:
    return (item[1].rule or "(no rule)") if item[1] else "(missed)"


def _kind(item: Item) -> str:
    told = item[0] or item[1]
    return told.kind if told else ""


_OF_ITEM: Mapping[str, Callable[[Item], str]] = {"kind": _kind, "rule": _rule}


def _split(items: Iterable[Item], key: Callable[[Item], str]) -> dict[str, list[Item]]:
    out: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        out[key(item)].append(item)
    return out


def _group(entry: tuple[str, list[Counter[str]]]) -> Group:
    name, counts = entry
    total = sum(counts, Counter[str]())
    return Group(name=name, gold=total["gold"], given=total["given"], quotations=figures(counts, QUOTATIONS))
