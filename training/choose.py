"""Learns the weights of ``eipe/weights`` from annotated quotations.

    python -m training.choose GOLD.jsonl [GOLD.jsonl ...] --beliefs FILE.jsonl [...] [--model NAME] [--write FOLDER]

`--beliefs` are those that `training.speak --half` wrote of records that their network had not learnt from; records
of the learning part without any are left out. Two models are learnt, a multinomial one of kinds and a conditional
one of candidates (`eipe.scoring`), each with the network's features and without them, by L-BFGS with a Gaussian prior.
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
from typing import Any

import torch
from benchmarks.split import part
from torch.nn import functional as F

from eipe.quotes.beliefs import GROUP
from eipe.quotes.choose import KINDS, calibrated
from eipe.scoring import Features, Weights, score, shares
from training.examples import Example, Tables, collect, documents, put

COLUMNS = ("network", "rules")
ROUNDS = 2
#: What an example of the tuning part counts beside one of the learning part: its beliefs are the whole network's.
TUNE = 3
FOLDS = 4
#: How strongly weights are held at nothing.
PRIOR = {"kinds": 0.02, "speakers": 0.02}
#: A feature that fewer examples have is left out.
RARE = 4


def _matrix(rows: Sequence[Features], names: dict[str, int]) -> torch.Tensor:
    at, values = [[], []], []
    for n, row in enumerate(rows):
        for name, value in row.items():
            if name in names:
                at[0].append(n)
                at[1].append(names[name])
                values.append(value)
    size = len(rows), len(names)
    return torch.sparse_coo_tensor(torch.tensor(at), torch.tensor(values), size, check_invariants=False).coalesce()


def _names(rows: Iterable[Features]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        for name in row:
            counts[name] += 1
    return {name: n for n, name in enumerate(sorted(name for name, count in counts.items() if count >= RARE))}


def _fit(loss_of: Any, size: tuple[int, ...], prior: float, examples: int) -> torch.Tensor:
    weights = torch.zeros(size, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe", tolerance_change=1e-7)

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss: torch.Tensor = loss_of(weights) + prior * 50 / examples * (weights**2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return weights.detach()


def fit_kinds(examples: Sequence[Example]) -> Tables:
    """The weights of each feature for each kind."""
    names = _names(e.kinds for e in examples)
    rows, gold = _matrix([e.kinds for e in examples], names), torch.tensor([e.kind for e in examples])
    found = _fit(
        lambda w: F.cross_entropy(torch.sparse.mm(rows, w), gold), (len(names), 3), PRIOR["kinds"], len(examples)
    )
    return {kind: {name: float(found[n, i]) for name, n in names.items()} for i, kind in enumerate(KINDS)}


def fit_speakers(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of each feature of a candidate."""
    examples = [e for e in examples if e.right]
    flat = [row for e in examples for row in e.candidates]
    names = _names(flat)
    rows = _matrix(flat, names)
    group = torch.tensor([n for n, e in enumerate(examples) for _ in e.candidates])
    base = 0
    right: list[int] = []
    owner: list[int] = []
    for n, e in enumerate(examples):
        right += [base + i for i in e.right]
        owner += [n] * len(e.right)
        base += len(e.candidates)
    right_at, owner_at = torch.tensor(right), torch.tensor(owner)

    def sums(scores: torch.Tensor, where: torch.Tensor) -> torch.Tensor:
        most = torch.full((len(examples),), -1e9).scatter_reduce(0, where, scores, "amax")
        total = torch.zeros(len(examples)).scatter_add(0, where, torch.exp(scores - most[where].detach()))
        return torch.log(total) + most.detach()

    def loss(w: torch.Tensor) -> torch.Tensor:
        scores = torch.sparse.mm(rows, w)[:, 0]
        return (sums(scores, group) - sums(scores[right_at], owner_at)).mean()

    found = _fit(loss, (len(names), 1), PRIOR["speakers"], len(examples))
    return {name: float(found[n, 0]) for name, n in names.items()}


def learnt(examples: Sequence[Example], column: str) -> Tables:
    """The weights of both models in one column."""
    tables = {f"{column} {kind}": table for kind, table in fit_kinds(examples).items()}
    return tables | {column: fit_speakers(examples)}


def fold_of(example: Example) -> int:
    """Which of the folds a record belongs to."""
    return int(sha1(example.record.encode("utf8")).hexdigest(), 16) // 100 % FOLDS


def judged(examples: Sequence[Example], tables: Tables, column: str) -> list[tuple[float, bool, bool, bool]]:
    """Of each pair that is taken for a quotation: how sure, whether it is one and its speaker right, whether it is."""
    out = []
    for e in examples:
        kinds = shares([score(e.kinds, tables[f"{column} {kind}"]) for kind in KINDS])
        if kinds[0] > 0.5:
            continue
        share, good = 1.0, False
        if e.candidates:
            probabilities = shares([score(row, tables[column]) for row in e.candidates])
            best = max(range(len(probabilities)), key=probabilities.__getitem__)
            share, good = probabilities[best], e.good[best]
        out.append(((1 - kinds[0]) * share, good, e.kind > 0, (1 if kinds[1] >= kinds[2] else 2) == e.kind))
    return out


def report(name: str, examples: Sequence[Example], tables: Tables, column: str) -> None:
    rows = judged(examples, tables, column)
    gold = sum(e.kind > 0 for e in examples)
    found, joint, kind = sum(r[2] for r in rows), sum(r[1] for r in rows), sum(r[3] for r in rows)
    reach = sum(any(e.good) for e in examples if e.kind)
    f1 = [2 * n / max(len(rows) + gold, 1) for n in (found, joint)]
    right = kind / max(found, 1), reach / max(gold, 1)
    print(f"{name:22} gold {gold} found {f1[0]:.3f} kind {right[0]:.3f} joint {f1[1]:.3f} reach {right[1]:.3f}")


def calibrate(rows: Sequence[tuple[float, bool, bool, bool]]) -> dict[str, float]:
    """Slope and shift of the log odds (Platt 1999)."""
    shares_ = torch.tensor([min(max(r[0], 1e-6), 1 - 1e-6) for r in rows])
    odds, good = torch.logit(shares_), torch.tensor([float(r[1]) for r in rows])
    found = _fit(lambda w: F.binary_cross_entropy_with_logits(w[0] * odds + w[1], good), (2,), 1e-6, len(rows))
    return {"slope": float(found[0]), "shift": float(found[1])}


def errors(rows: Sequence[tuple[float, bool, bool, bool]], table: Weights) -> float:
    """The expected calibration error over ten bins (Naeini et al. 2015)."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for share, good, *_ in rows:
        sure = calibrated(share, table)
        bins[min(int(sure * 10), 9)].append((sure, good))
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


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="training.choose", description=__doc__.split("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--beliefs", nargs="*", type=Path, default=[])
    parser.add_argument("--model", help="the pipeline that reads the texts for the weights without a network")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="where to; src/eipe/weights to ship them")
    args = parser.parse_args(arguments)
    records = [json.loads(line) for path in args.gold for line in path.read_text(encoding="utf8").splitlines()]
    records = [r for r in records if r["quotes"] and part(r["id"]) != "kept"]
    heard: dict[str, list[Any]] = {}
    for path in args.beliefs:
        for line in path.read_text(encoding="utf8").splitlines():
            told = json.loads(line)
            heard.setdefault(told["id"], told["pairs"])
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
            known = learnt(found["learn"], c)
            for name, rows in found.items():
                report(f"{c} round {round_} {name}", rows, known, c)
        assert known is not None
        tune = []
        for fold in range(FOLDS):
            rest = [e for e in found["tune"] if fold_of(e) != fold]
            weights = learnt(found["learn"] + TUNE * rest, c)
            tune += judged([e for e in found["tune"] if fold_of(e) == fold], weights, c)
        known = learnt(found["learn"] + TUNE * found["tune"], c)
        known[f"calibration {c}"] = calibrate(tune)
        before, after = errors(tune, {"slope": 1.0}), errors(tune, known[f"calibration {c}"])
        print(f"{c}: calibration error {before:.3f}, then {after:.3f}")
        tables |= known
    if args.write:
        quotations = sum(q["kind"] != "other" for r in records for q in r["quotes"])
        write(tables, {"quotations": quotations, "records": len(records)}, args.write)


if __name__ == "__main__":
    main()
