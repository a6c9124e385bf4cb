"""Learns the weights of ``eipe/weights`` from annotated quotations.

    python -m training.choose GOLD.jsonl ... --beliefs FILE.jsonl ... [--halves FILE.jsonl ...]
        [--sources GOLD.jsonl ...] [--write FOLDER]

`--beliefs` are those that `training.speak` and `training.whose` wrote of records that the networks had not learnt from,
`--halves` those of networks that learnt from one half: they count less. Records without any are left out. `--sources`
are texts that were written for their sources and have few marks that quote nobody: kinds and calibration are not learnt
from them. Two models are learnt, a multinomial one of kinds and a conditional one of candidates (`eipe.scoring`), each
with the network's features and without them (`training.fitting`).
Since what one sentence says depends on what was chosen in those before, candidates are made anew with the weights of
the round before (Ross, Gordon and Bagnell 2011, "DAgger"). What is reported of the tuning part is learnt from the
learning part alone; the weights that are written are learnt from both. The two numbers of calibration are fitted on the
tuning part in folds, each judged by weights that have not seen it.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha1
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.split import part

from eipe.encoder.writing import GROUP
from eipe.quotes.choose import KINDS, calibrated
from eipe.scoring import Weights, score, shares
from training.examples import Example, Tables, collect, documents, put
from training.fitting import calibrate, fit_kinds, fit_speakers

COLUMNS = ("network", "rules")
ROUNDS = 2
#: What an example counts whose beliefs are a whole network's, beside one of half a network's.
WHOLE = 3
FOLDS = 4


def learnt(examples: Sequence[Example], column: str) -> Tables:
    """The weights of both models in one column."""
    kinds = fit_kinds([e for e in examples if e.typical])
    tables = {f"{column} {kind}": table for kind, table in kinds.items()}
    return tables | {column: fit_speakers(examples)}


def fold_of(example: Example) -> int:
    """Which of the folds a record belongs to."""
    return int(sha1(example.record.encode("utf8")).hexdigest(), 16) // 100 % FOLDS


class Judged(NamedTuple):
    """A pair of marks that is taken for a quotation.

    Attributes:
        share: How sure the choice is.
        joint: Whether it is one, and its speaker right.
        found, kind: Whether it is one; and of its kind.
        named: Whether the speaker's name is right; None where the text tells none.
    """

    share: float
    joint: bool
    found: bool
    kind: bool
    named: bool | None


def judged(examples: Sequence[Example], tables: Tables, column: str) -> list[Judged]:
    """The pairs that are taken for quotations."""
    out = []
    for e in examples:
        kinds = shares([score(e.kinds, tables[f"{column} {kind}"]) for kind in KINDS])
        if kinds[0] > 0.5:
            continue
        share, good, named = 1.0, False, None
        if e.candidates:
            probabilities = shares([score(row, tables[column]) for row in e.candidates])
            best = max(range(len(probabilities)), key=probabilities.__getitem__)
            share, good, named = probabilities[best], e.good[best], e.named[best] if e.named else None
        right = (1 if kinds[1] >= kinds[2] else 2) == e.kind
        out.append(Judged((1 - kinds[0]) * share, good, e.kind > 0, right, named))
    return out


def report(name: str, examples: Sequence[Example], tables: Tables, column: str) -> None:
    rows = judged(examples, tables, column)
    gold = sum(e.kind > 0 for e in examples)
    found, joint, kind = sum(r.found for r in rows), sum(r.joint for r in rows), sum(r.kind for r in rows)
    names = [r.named for r in rows if r.named is not None]
    reach = sum(any(e.good) for e in examples if e.kind)
    f1 = [2 * n / max(len(rows) + gold, 1) for n in (found, joint)]
    right = kind / max(found, 1), reach / max(gold, 1), sum(names) / max(len(names), 1)
    print(
        f"{name:22} gold {gold} found {f1[0]:.3f} kind {right[0]:.3f} joint {f1[1]:.3f} "
        f"reach {right[1]:.3f} name {right[2]:.3f}",
        flush=True,
    )


def errors(rows: Sequence[Judged], table: Weights) -> float:
    """The expected calibration error over ten bins (Naeini et al. 2015)."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for row in rows:
        sure = calibrated(row.share, table)
        bins[min(int(sure * 10), 9)].append((sure, row.joint))
    return sum(abs(sum(s for s, _ in b) - sum(g for _, g in b)) for b in bins.values()) / max(len(rows), 1)


def write(tables: Tables, counted: dict[str, int], folder: Path) -> None:
    """The tables, as the package has them in ``eipe/weights``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in (
        ("kinds", [f"{c} {kind}" for c in COLUMNS for kind in KINDS]),
        ("speakers", list(COLUMNS)),
        ("calibration", [f"calibration {c}" for c in COLUMNS]),
    ):
        header = ["feature", *(c.removeprefix("calibration ") for c in columns)]
        features = sorted({f for c in columns for f, w in tables[c].items() if abs(w) >= 0.005})
        learnt = f"{counted['quotations']} quotations in {counted['records']} records"
        lines = [f"# Learnt by training/choose.py from {learnt}.", "\t".join(header)]
        lines += ["\t".join([f, *(f"{tables[c].get(f, 0.0):.2f}" for c in columns)]) for f in features]
        (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf8")


def _records(paths: Iterable[Path]) -> list[dict[str, Any]]:
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf8").splitlines()]


def _told(paths: Iterable[Path]) -> dict[str, list[dict[str, Any]]]:
    """The beliefs about each record; the first file that has it counts."""
    return {told["id"]: told["pairs"] for told in reversed(_records(paths))}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="training.choose", description=__doc__.split("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--beliefs", nargs="*", type=Path, default=[], help="of whole networks")
    parser.add_argument("--halves", nargs="*", type=Path, default=[], help="of networks that learnt from half")
    parser.add_argument("--sources", nargs="*", type=Path, default=[], help="gold of which only sources are learnt")
    parser.add_argument("--model", help="the pipeline that reads the texts for the weights without a network")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="where to; src/eipe/weights to ship them")
    args = parser.parse_args(arguments)
    typical, more = _records(args.gold), _records(args.sources)
    written = {r["id"] for r in more}
    records = [r for r in (*typical, *more) if r["quotes"] and part(r["id"]) != "kept"]
    heard, whole = _told(args.halves), _told(args.beliefs)
    heard |= whole
    records = [r for r in records if r["id"] in heard]
    docs = {c: documents(records, args.model if c == "rules" else None) for c in COLUMNS}
    for r in records:
        put(docs["network"][r["id"]], heard[r["id"]])
        docs["rules"][r["id"]].spans.pop(GROUP, None)
    parts = {name: [r for r in records if part(r["id"]) == name] for name in ("learn", "tune")}
    tables: Tables = {}
    for c in COLUMNS:
        known: Tables | None = None
        for round_ in range(ROUNDS):
            found = {name: collect(rows, docs[c], known, c) for name, rows in parts.items()}
            for example in (*found["learn"], *found["tune"]):
                example.count = WHOLE if example.record in whole else 1
                example.typical = example.record not in written
            known = learnt(found["learn"], c)
            for name, rows in found.items():
                report(f"{c} round {round_} {name}", [e for e in rows if e.typical], known, c)
                report(f"{c} round {round_} {name}, sources", [e for e in rows if not e.typical], known, c)
        assert known is not None
        tune = []
        for fold in range(FOLDS):
            rest = [e for e in found["tune"] if fold_of(e) != fold]
            weights = learnt([*found["learn"], *rest], c)
            tune += judged([e for e in found["tune"] if e.typical and fold_of(e) == fold], weights, c)
        known = learnt([*found["learn"], *found["tune"]], c)
        known[f"calibration {c}"] = calibrate([(r.share, r.joint) for r in tune])
        before, after = errors(tune, {"slope": 1.0}), errors(tune, known[f"calibration {c}"])
        print(f"{c}: calibration error {before:.3f}, then {after:.3f}")
        tables |= known
    if args.write:
        quotations = sum(q["kind"] != "other" for r in records for q in r["quotes"])
        write(tables, {"quotations": quotations, "records": len(records)}, args.write)


if __name__ == "__main__":
    main()
