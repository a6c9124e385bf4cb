"""Fine-tuning: names and trees at once, one shared encoder, a batch of the one or of the other at a time."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import candidates, forward, pad
from training.corpora import Sentence
from training.network import LAYERS, MERGE, Network, Sizes
from training.scores import score
from training.windows import IGNORE, Classes, Window, Windows, batches

SEED = 1
PIECES = {"names": 1600, "trees": 1100}  # a batch
HEADS, TREES = 7, 13  # how many times as fast as the encoder the heads learn, and those of the trees
SILVER = 0.5  # the weight of trees that a network has read, not a person
BELIEF = 0.5  # the weight of what teachers believe of a name beside what the corpus says
DECAY = 0.01


@dataclass(frozen=True)
class Phase:
    """Some passes over elNER with one optimizer; it begins with the averaged weights of the phase before."""

    passes: int
    horizon: int  # passes in which the learning rate would fall to nothing
    rate: float  # of the encoder
    merge: int  # layers that see pieces
    trees: float  # passes over the treebanks for each pass over elNER
    tags: float  # weight of the losses of morphology and lemmas
    raw: int = 0  # passes over the raw news for each pass over elNER
    warm_up: int = 150  # steps
    average: float = 0.998  # how much of the running average stays at each step


#: The pieces of a word are merged once the network knows its tasks: by then merging costs it next to nothing.
PHASES = [
    Phase(passes=1, horizon=5, rate=1.5e-4, merge=LAYERS, trees=2.25, tags=0.5),
    Phase(passes=1, horizon=4, rate=1.3e-4, merge=MERGE, trees=3.25, tags=0.8),
    Phase(passes=2, horizon=2, rate=1.0e-4, merge=MERGE, trees=2, tags=0.8),
]
#: On from packaged weights.
MORE = [
    Phase(passes=2, horizon=2, rate=1.0e-4, merge=MERGE, trees=3, tags=0.8, raw=1),
    Phase(passes=1, horizon=1, rate=0.6e-4, merge=MERGE, trees=1, tags=0.8, warm_up=50, average=0.997),
]


def loss_of(net: Network, batch: Sequence[Window], tags: float) -> Tensor:
    """The sum of the losses of all heads that have gold classes in this batch."""
    return head_losses(net, batch, *forward(net, batch), tags)


def head_losses(net: Network, batch: Sequence[Window], root: Tensor, words: Tensor, tags: float) -> Tensor:
    """The same from the windows' vectors."""

    def entropy(scores: Tensor, gold: Tensor) -> Tensor:
        return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORE)

    pos, morphs, lemmas, cases, starts = net.split_tags(net.tags(words))
    begins = pad([w.starts for w in batch], IGNORE)
    sure = begins != IGNORE
    loss = torch.zeros(())
    if sure.any():
        loss = 0.5 * F.binary_cross_entropy_with_logits(starts.squeeze(-1)[sure], begins[sure].float())
    labels = net.names(words)
    named, taught = any(n != IGNORE for w in batch for n in w.names), all(w.beliefs for w in batch)
    if named:
        loss = loss + (1 - BELIEF * taught) * entropy(labels, pad([w.names for w in batch], IGNORE))
    if taught:
        rows = torch.log_softmax(labels, -1)
        rows = torch.cat([row[: len(w.first)] for row, w in zip(rows, batch, strict=True)])
        believed = torch.from_numpy(np.concatenate([part for w in batch for part in w.beliefs])).float()
        loss = loss - (1 - (1 - BELIEF) * named) * (rows * believed).sum(-1).mean()
    heads = pad([w.heads for w in batch], IGNORE)
    if (heads != IGNORE).any():
        arcs = net.arcs(root, words).masked_fill(~candidates(batch), -1e9)
        rels = net.rels(root, words, heads.clamp(min=0))
        tree = entropy(arcs, heads) + entropy(rels, pad([w.deps for w in batch], IGNORE))
        tree = tree + 0.5 * entropy(pos, pad([w.pos for w in batch], IGNORE))
        tree = tree + tags * entropy(morphs, pad([w.morphs for w in batch], IGNORE))
        tree = tree + tags * entropy(lemmas, pad([w.lemmas for w in batch], IGNORE))
        tree = tree + 0.2 * entropy(cases, pad([w.cases for w in batch], IGNORE))
        loss = loss + (SILVER if batch[0].silver else 1) * tree
    return loss


def epoch_batches(
    windows: Windows,
    names: Sequence[Sentence],
    trees: Sequence[Sequence[Sentence]],
    raw: Sequence[Sequence[Sentence]],
    epoch: int,
    phase: Phase,
) -> list[list[Window]]:
    """One pass over elNER and `phase.trees` over the treebanks (in whole passes), in mixed batches."""
    rng = random.Random(SEED * 1000 + epoch)
    order = list(names)
    rng.shuffle(order)
    # The sentences of elNER stand in no order, so neighbours are any.
    out = batches(windows.epoch([order], rng, alone=0.6), PIECES["names"], rng)
    for _ in range(math.floor(phase.trees * (epoch + 1)) - math.floor(phase.trees * epoch)):
        out += batches(windows.epoch(trees, rng, alone=0.5), PIECES["trees"], rng)
    for _ in range(phase.raw):
        out += batches(windows.epoch(raw, rng, alone=0.3), PIECES["names"], rng)
    rng.shuffle(out)
    return out


def train(
    net: Network,
    windows: Windows,
    classes: Classes,
    names: dict[str, list[Sentence]],
    trees: dict[str, list[list[Sentence]]],
    raw: list[list[Sentence]],
    work: Path,
    phase: Phase,
    done: int,
) -> None:
    """Train `net` in place, `done` passes having been made; after each pass the running average of the
    weights is scored on dev and kept as `net-N.pt`. At the end `net` holds the last of these averages.
    """
    torch.manual_seed(SEED + done)
    net.encoder.merge = phase.merge
    plan = [epoch_batches(windows, names["train"], trees["train"], raw, done + i, phase) for i in range(phase.passes)]
    steps = sum(map(len, plan)) * phase.horizon // phase.passes
    tree_heads = [p for n, p in net.named_parameters() if n.startswith(("arc", "rel"))]
    heads = [*net.names.parameters(), *net.tags.parameters(), net.root]
    groups = [(list(net.encoder.parameters()), 1), (heads, HEADS), (tree_heads, TREES)]
    optimizer = torch.optim.AdamW(
        [{"params": p, "lr": phase.rate * n} for p, n in groups], weight_decay=DECAY, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / phase.warm_up) * max(0.0, 1 - s / steps) + 1e-3
    )
    average = [p.detach().clone() for p in net.parameters()]
    step, run, begun = 0, 0.0, time.time()
    for number, rows in enumerate(plan, done + 1):
        net.train()
        for batch in rows:
            loss = loss_of(net, batch, phase.tags)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            step += 1
            with torch.no_grad():
                weight = 1 - min(phase.average, (step + 1) / (step + 10))
                torch._foreach_lerp_(average, list(net.parameters()), weight)
            run = 0.98 * run + 0.02 * loss.item()
            if step % 50 == 0:
                print(
                    f"{step}/{steps} loss {run / (1 - 0.98**step):.3f} {time.time() - begun:.0f} s",
                    flush=True,
                )
        own = [p.detach().clone() for p in net.parameters()]
        with torch.no_grad():
            torch._foreach_copy_(list(net.parameters()), average)
        torch.save(net.state_dict(), work / f"net-{number}.pt")
        result = score(net, windows, classes, names["dev"], trees["dev"])
        print(f"pass {number}: {json.dumps(result)} {time.time() - begun:.0f} s", flush=True)
        if number < done + phase.passes:
            with torch.no_grad():
                torch._foreach_copy_(list(net.parameters()), own)


def sizes_of(classes: Classes, pieces: int, layers: tuple[tuple[int, int], ...] = Sizes.layers) -> Sizes:
    """The network's sizes for these classes."""
    c = classes
    return Sizes(pieces, len(c.names), len(c.pos), len(c.morphs), len(c.edits), 3, len(c.deps), layers)
