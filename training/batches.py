"""Windows side by side: as tensors, and through the encoder."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from training.network import HALF, Network
from training.windows import Window


def pad(rows: Sequence[Sequence[int]], fill: int) -> Tensor:
    """Rows of unlike length as one tensor."""
    out = torch.full((len(rows), max(map(len, rows))), fill, dtype=torch.long)
    for i, row in enumerate(rows):
        out[i, : len(row)] = torch.tensor(row, dtype=torch.long)
    return out


def forward(net: Network, batch: Sequence[Window]) -> tuple[Tensor, Tensor]:
    """The windows' root vectors and word vectors."""
    ids = pad([w.ids for w in batch], 1)
    mask = None if len({len(w.ids) for w in batch}) == 1 else ids != 1
    first, last = pad([w.first for w in batch], 0), pad([w.last for w in batch], 0)
    present = torch.cat([torch.ones_like(last[:, :1]), last], 1) > 0
    with torch.autocast("cpu", torch.bfloat16, enabled=torch.bfloat16 == HALF):
        return net.words(ids, mask, first, last, None if present.all() else present, pad([w.depth for w in batch], 0))


def candidates(batch: Sequence[Window]) -> Tensor:
    """Which heads a word may have: the root, and the words of its own sentence."""
    sentence = pad([w.sentence for w in batch], -1)
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, :, None]
    return torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
