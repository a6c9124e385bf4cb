"""The heads alone, to convergence, over the finished encoder.

The encoder needs few passes over the treebanks before it would forget the names; the large heads (features,
lemmas, arc labels) need many. With the encoder frozen a word's vector is computed once, and a pass over the
heads costs seconds.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch
from torch import Tensor

from training.corpora import Sentence
from training.learn import PIECES, SEED, forward, head_losses
from training.network import Network
from training.windows import Window, Windows, batches

READINGS = 3  # of the treebanks, each in other windows and spellings
PASSES = 12
RATE = 1e-3


def polish(net: Network, windows: Windows, trees: Sequence[Sequence[Sentence]], *, passes: int = PASSES) -> None:
    """Train every head but that of the names, in place."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    rows: list[tuple[list[Window], Tensor, Tensor]] = []
    net.eval()
    with torch.inference_mode():
        for _ in range(READINGS):
            for batch in batches(windows.epoch(trees, rng, alone=0.5), PIECES["trees"], rng):
                rows.append((batch, *(x.to(torch.bfloat16) for x in forward(net, batch))))
    net.train()
    frozen = {id(p) for p in [*net.encoder.parameters(), *net.names.parameters(), net.root]}
    heads = [p for p in net.parameters() if id(p) not in frozen]
    optimizer = torch.optim.AdamW(heads, lr=RATE, weight_decay=0.01, fused=True)
    steps, step = passes * len(rows), 0
    for _ in range(passes):
        rng.shuffle(rows)
        for batch, root, words in rows:
            for group in optimizer.param_groups:
                group["lr"] = RATE * (1 - step / steps)
            head_losses(net, batch, root.clone().float(), words.clone().float(), 1.0).backward()
            optimizer.step()
            optimizer.zero_grad()
            step += 1
    net.eval()
