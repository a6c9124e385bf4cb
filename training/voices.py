"""The heads of `eipe.encoder.voices` as they are learnt, and the loss of a record's pairs of marks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from eipe.encoder.voices import BUCKETS, DEPTHS, KINDS, NEAR, PARAGRAPHS, Pair, apart, away
from training.network import KEY, WIDTH
from training.quotations import Asked, Record

__all__ = ["Voices"]

HIDDEN = 128
DROPOUT = 0.25
#: What a loss counts of a pair of which no person has said what it is.
UNSEEN = 0.4
#: How often the pointer to the source is told the cue that is right, and not the one that was found.
TOLD = 0.5


class Pointer(nn.Module):
    """One question: which word?"""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.query, self.missing = nn.Linear(width, KEY), nn.Linear(width, 1)
        self.away = nn.Embedding(BUCKETS, 1)
        self.line, self.depth = nn.Embedding(PARAGRAPHS, 1), nn.Embedding(DEPTHS, 1)
        self.none = nn.Parameter(torch.zeros(KEY))
        for table in (self.away, self.line, self.depth):
            nn.init.zeros_(table.weight)

    def forward(self, asked: Tensor, keys: Tensor, away: Tensor, line: Tensor, depth: Tensor) -> Tensor:
        """The score of "none", then of each word."""
        scores = keys @ (self.query(asked) / KEY**0.5)
        scores = scores + (self.away(away) + self.line(line) + self.depth(depth)).squeeze(-1)
        return torch.cat([self.missing(asked), scores])


class Voices(nn.Module):
    """Kind, cue, source: see `eipe.encoder.voices.Voices`, which is the same in numpy."""

    def __init__(self) -> None:
        super().__init__()
        self.key = nn.Linear(WIDTH, KEY)
        self.pair = nn.Linear(7 * WIDTH, WIDTH)
        self.kind, self.kind_out = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, len(KINDS))
        self.cue, self.who = Pointer(WIDTH), Pointer(WIDTH + KEY)
        self.cued = nn.Embedding(BUCKETS, 1)
        nn.init.zeros_(self.cued.weight)

    def forward(
        self, words: Tensor, record: Record, asked: Sequence[Asked], told: float = 0.0
    ) -> list[tuple[Tensor, Tensor, Tensor]]:
        """The scores of each pair's kind, cue and source. `told`: how often the right cue is known.

        `words`: the vectors of all words of the record.
        """
        drop, leaky = (lambda x: F.dropout(x, DROPOUT, self.training)), (lambda x: F.leaky_relu(x, 0.1))
        keys = drop(leaky(self.key(words)))
        ends = torch.tensor([a.pair.edges(len(words)) for a in asked])
        means = torch.stack([words[a.pair.first : a.pair.last + 1].mean(0) for a in asked])
        views = drop(leaky(self.pair(drop(torch.cat([words[ends].flatten(1), means], 1)))))
        kinds = self.kind_out(drop(leaky(self.kind(views))))
        lines, depth = np.array(record.lines), torch.tensor(record.depth)
        out = []
        for row, view, kind in zip(asked, views, kinds, strict=True):
            near = row.pair.around(NEAR, len(words))

            def point(pointer: Pointer, view: Tensor, reach: range = near, pair: Pair = row.pair) -> Tensor:
                inside = slice(reach.start, reach.stop)
                distance = torch.from_numpy(away(reach, pair.first, pair.last))
                line = torch.from_numpy(apart(lines[inside], int(lines[pair.open])))
                scores: Tensor = pointer(view, keys[inside], distance, line, depth[inside])
                return scores

            cue = point(self.cue, view)
            at = self._at(cue, row.cue, near, torch.rand(()).item() < told)
            who = point(self.who, torch.cat([view, keys[at] if at >= 0 else self.cue.none]))
            if at >= 0:
                bias = self.cued(torch.from_numpy(away(near, at, at))).squeeze(-1)
                who = torch.cat([who[:1], who[1:] + bias])
            out.append((kind, cue, who))
        return out

    @staticmethod
    def _at(scores: Tensor, gold: list[int], reach: range, know: bool) -> int:
        """The word that a pointer means; -1 for none."""
        if know and gold:
            return gold[0]
        best = int(scores.argmax())
        return reach[best - 1] if best else -1

    def loss(self, words: Tensor, record: Record) -> Tensor:
        """The sum over the record's pairs."""
        asked = record.asked
        total = words.new_zeros(())
        for row, (kind, cue, who) in zip(asked, self(words, record, asked, TOLD), strict=True):
            weight = 1.0 if row.sure else UNSEEN
            total = total + weight * F.cross_entropy(kind[None], torch.tensor([row.kind]))
            near = row.pair.around(NEAR, len(words))
            for scores, gold in ((cue, row.cue), (who, row.who)):
                places = [k - near.start + 1 if k >= 0 else 0 for k in gold if k < 0 or k in near]
                if places:
                    total = total + weight * (torch.logsumexp(scores, 0) - torch.logsumexp(scores[places], 0))
        return total

    def weights(self) -> dict[str, npt.NDArray[np.float16]]:
        """All but the keys' weights, which stand in the graph, as `eipe.encoder.voices.Voices` takes them."""
        found = {"pair": self.pair, "kind": self.kind, "kind.out": self.kind_out}
        out = {f"{name}.w": layer.weight.T for name, layer in found.items()}
        out |= {f"{name}.b": layer.bias for name, layer in found.items()}
        for name, pointer in (("cue", self.cue), ("who", self.who)):
            out[name + ".query"], out[name + ".bias"] = pointer.query.weight.T / KEY**0.5, pointer.query.bias / KEY**0.5
            out[name + ".missing"], out[name + ".missing.b"] = pointer.missing.weight.T, pointer.missing.bias
            for table in ("away", "line", "depth"):
                out[f"{name}.{table}"] = getattr(pointer, table).weight[:, 0]
            out[name + ".none"] = pointer.none
        out["who.cue"] = self.cued.weight[:, 0]
        return {key: value.detach().numpy().astype(np.float16) for key, value in out.items()}
