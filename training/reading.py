"""The encoder's vectors of whole records, for the heads of `training.voices` to learn from."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor

from eipe.encoder.pieces import UNKNOWN
from training.batches import pad
from training.network import HALF, Network
from training.quotations import Passage, Record
from training.windows import Window

__all__ = ["frozen", "record_vectors", "vectors", "with_hidden"]

HIDDEN = 0.1  # of the words, in every other record


def frozen(net: Network) -> None:
    """Leaves what stands below the merging of pieces as it is."""
    encoder = net.encoder
    for module in (encoder.word, encoder.position, encoder.norm, *encoder.layers[: encoder.merge]):
        module.requires_grad_(False)


def vectors(
    net: Network, passages: Sequence[Passage | Window], depth: Sequence[Sequence[int]], *, learn: bool
) -> Tensor:
    """The last vectors of windows, <s> first; below the merging of pieces nothing is learnt."""
    ids = pad([p.ids for p in passages], 1)
    mask = None if len({len(p.ids) for p in passages}) == 1 else ids != 1
    first, last = pad([p.first for p in passages], 0), pad([p.last for p in passages], 0)
    present = torch.cat([torch.ones_like(last[:, :1]), last], 1) > 0
    with torch.autocast("cpu", torch.bfloat16, enabled=torch.bfloat16 == HALF):
        net.encoder.dropout.eval()
        with torch.no_grad():
            x = net.encoder.lower(ids, mask, first, last)
        net.encoder.dropout.train(net.training)
        with torch.set_grad_enabled(learn and net.training):
            out: Tensor = net.encoder.upper(x, None if present.all() else present, pad(depth, 0)).float()
    return out


def hidden(passage: Passage, rng: random.Random) -> Passage:
    """The same passage with some words unknown: what is learnt must not hang on the words of one article."""
    ids = list(passage.ids)
    for first, last in zip(passage.first, passage.last, strict=True):
        if rng.random() < HIDDEN:
            ids[first : last + 1] = [UNKNOWN] * (last + 1 - first)
    return replace(passage, ids=ids)


def with_hidden(record: Record, rng: random.Random) -> Record:
    if rng.random() < 0.5:
        return record
    return replace(record, passages=[hidden(p, rng) if p.near else p for p in record.passages])


def record_vectors(net: Network, records: Sequence[Record]) -> list[Tensor]:
    """The vectors of all words of each record; learnt from are the windows near a pair of marks."""
    rows: dict[tuple[int, int], Tensor] = {}
    for learn in (True, False):
        jobs = [(n, p) for n, r in enumerate(records) for p in r.passages if p.near is learn and p.first]
        jobs.sort(key=lambda job: len(job[1].ids))
        for group in [jobs] if learn else [jobs[i : i + 16] for i in range(0, len(jobs), 16)]:
            if not group:
                continue
            depth = [records[n].depth[p.start : p.start + len(p.first)] for n, p in group]
            found = vectors(net, [p for _, p in group], depth, learn=learn)
            for (n, p), row in zip(group, found, strict=True):
                rows[n, p.start] = row[1 : 1 + len(p.first)]
    return [torch.cat([rows[n, p.start] for p in r.passages]) for n, r in enumerate(records)]
