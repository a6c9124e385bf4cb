"""Fits the weights of `eipe.scoring`: log-linear models by L-BFGS with a Gaussian prior (Chen and Rosenfeld 1999)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import torch
from torch.nn import functional as F

from eipe.quotes.choose import KINDS
from eipe.scoring import Features
from training.examples import Example, Tables

__all__ = ["calibrate", "fit_kinds", "fit_speakers"]

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


def _counts(examples: Sequence[Example]) -> torch.Tensor:
    """What each example counts, one in all."""
    counts = torch.tensor([float(e.count) for e in examples])
    return counts / counts.sum()


def fit_kinds(examples: Sequence[Example]) -> Tables:
    """The weights of each feature for each kind."""
    names = _names(e.kinds for e in examples)
    rows, gold = _matrix([e.kinds for e in examples], names), torch.tensor([e.kind for e in examples])
    counts = _counts(examples)

    def loss(w: torch.Tensor) -> torch.Tensor:
        return counts @ F.cross_entropy(torch.sparse.mm(rows, w), gold, reduction="none")

    found = _fit(loss, (len(names), 3), PRIOR["kinds"], sum(e.count for e in examples))
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
    right_at, owner_at, counts = torch.tensor(right), torch.tensor(owner), _counts(examples)

    def sums(scores: torch.Tensor, where: torch.Tensor) -> torch.Tensor:
        most = torch.full((len(examples),), -1e9).scatter_reduce(0, where, scores, "amax")
        total = torch.zeros(len(examples)).scatter_add(0, where, torch.exp(scores - most[where].detach()))
        return torch.log(total) + most.detach()

    def loss(w: torch.Tensor) -> torch.Tensor:
        scores = torch.sparse.mm(rows, w)[:, 0]
        return counts @ (sums(scores, group) - sums(scores[right_at], owner_at))

    found = _fit(loss, (len(names), 1), PRIOR["speakers"], sum(e.count for e in examples))
    return {name: float(found[n, 0]) for name, n in names.items()}


def calibrate(rows: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """Slope and shift of the log odds (Platt 1999); of each answer: how sure it was, and whether it was right."""
    shares_ = torch.tensor([min(max(share, 1e-6), 1 - 1e-6) for share, _ in rows])
    odds, good = torch.logit(shares_), torch.tensor([float(good) for _, good in rows])
    found = _fit(lambda w: F.binary_cross_entropy_with_logits(w[0] * odds + w[1], good), (2,), 1e-6, len(rows))
    return {"slope": float(found[0]), "shift": float(found[1])}
