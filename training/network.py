"""The network: a BERT encoder (multilingual-e5-small) under one small head a task.

A word is the mean of its first and its last piece: the stem says who, the ending says which case.
Trees are scored by biaffine attention (Dozat and Manning 2017, arXiv 1611.01734), lemmas by edit trees
(Chrupała 2006; Müller et al. 2015), here one class a tree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from eipe.encoder.voices import DEPTHS

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 12, 12, 1536, 512
HEAD = WIDTH // HEADS
ARC, REL = 256, 64
MERGE = 3  # layers that see pieces; those above see one vector a word
KEY = 256  # the width of a word's key for the pointers of `training.voices`
#: Half precision where the processor multiplies it; elsewhere it is a hundred times slower than single.
HALF = torch.bfloat16 if torch.cpu._is_avx512_bf16_supported() else torch.float32


@dataclass(frozen=True)
class Sizes:
    """How many classes each head tells apart, and how wide the layers of the encoder are."""

    pieces: int
    names: int
    pos: int
    morphs: int
    lemmas: int
    cases: int
    deps: int
    layers: tuple[tuple[int, int], ...] = ((HEADS, INNER),) * LAYERS  # attention heads and neurons of each


class Dropout(nn.Module):
    """Dropout from a pool of random numbers: drawing each anew takes a sixth of a training step on a CPU."""

    POOL = 1 << 23

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.pool = torch.ones(0, dtype=HALF)
        self.draws = 0

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.share:
            return x
        if self.draws % 5000 == 0:
            self.pool = (torch.rand(self.POOL) >= self.share).to(HALF) / (1 - self.share)
        self.draws += 1
        at = int(torch.randint(self.POOL - x.numel(), ()))
        return x * self.pool[at : at + x.numel()].view(x.shape)


class Layer(nn.Module):
    """One post-norm transformer layer, query, key and value in one product."""

    def __init__(self, dropout: Dropout, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(WIDTH, 3 * heads * HEAD), nn.Linear(heads * HEAD, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4)
        # Written out: the fused kernel's backward pass on a CPU takes four times as long at this width.
        a = q @ k.transpose(2, 3) * HEAD**-0.5
        a = torch.softmax(a if mask is None else a + mask, -1).to(v.dtype) @ v
        a = self.out(a.transpose(1, 2).reshape(b, t, self.heads * HEAD))
        x = self.norm1(x + self.dropout(a))
        h = self.down(F.gelu(self.up(x)))
        return self.norm2(x + self.dropout(h))


class Encoder(nn.Module):
    """Pieces to vectors."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(sizes.pieces, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(self.dropout, heads, inner) for heads, inner in sizes.layers)
        self.merge = MERGE
        #: Where a word stands, seen from the quotation marks (`eipe.encoder.voices.depths`).
        self.depth = nn.Embedding(DEPTHS, WIDTH)
        nn.init.zeros_(self.depth.weight)

    def forward(
        self,
        ids: Tensor,
        mask: Tensor | None,
        first: Tensor,
        last: Tensor,
        present: Tensor | None,
        depth: Tensor | None = None,
    ) -> Tensor:
        """One vector for <s>, then one a word. `mask`, `present`: which pieces and words are no padding."""
        return self.upper(self.lower(ids, mask, first, last), present, depth)

    def lower(self, ids: Tensor, mask: Tensor | None, first: Tensor, last: Tensor) -> Tensor:
        """The same below the layer at which the pieces of a word are merged."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]]
        x = self.dropout(self.norm(x))
        bias = self._bias(mask, x)
        for layer in self.layers[: self.merge]:
            x = layer(x, bias)
        return merged(x, first, last)

    def upper(self, x: Tensor, present: Tensor | None, depth: Tensor | None) -> Tensor:
        """From the merged vectors to the last ones."""
        if depth is not None:
            x = torch.cat([x[:, :1], x[:, 1:] + self.depth(depth)], 1)
        bias = self._bias(present, x)
        for layer in self.layers[self.merge :]:
            x = layer(x, bias)
        return x

    @staticmethod
    def _bias(mask: Tensor | None, x: Tensor) -> Tensor | None:
        if mask is None:
            return None
        kind = HALF if torch.is_autocast_enabled("cpu") else x.dtype
        return torch.zeros(mask.shape, dtype=kind).masked_fill(~mask, -1e9)[:, None, None, :]


def merged(x: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The vector of <s>, then the mean of each word's first and last piece."""
    at = [x.gather(1, where[..., None].expand(-1, -1, x.shape[-1])) for where in (first, last)]
    return torch.cat([x[:, :1], (at[0] + at[1]) / 2], 1)


def layers_of(weights: Mapping[str, Tensor]) -> tuple[tuple[int, int], ...]:
    """`Sizes.layers` of saved weights."""
    inner = {key: len(value) for key, value in weights.items() if key.endswith("up.weight")}
    at = [f"encoder.layers.{n}." for n in range(len(inner))]
    return tuple((weights[a + "out.weight"].shape[1] // HEAD, inner[a + "up.weight"]) for a in at)


def mlp(width: int) -> nn.Sequential:
    """A projection with room to drop out, as the biaffine parser wants it."""
    return nn.Sequential(nn.Linear(WIDTH, width), nn.LeakyReLU(0.1), nn.Dropout(0.3))


class Network(nn.Module):
    """Encoder and all heads; `forward` gives each head's scores per word."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes)
        self.names = nn.Linear(WIDTH, sizes.names)
        self.tags = nn.Linear(WIDTH, sizes.pos + sizes.morphs + sizes.lemmas + sizes.cases + 1)
        self.arc_dep, self.arc_head = mlp(ARC), mlp(ARC)
        self.rel_dep, self.rel_head = mlp(REL), mlp(REL)
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.arc = nn.Parameter(torch.empty(ARC + 1, ARC))
        self.rel = nn.Parameter(torch.empty(sizes.deps, REL + 1, REL + 1))
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.rel, std=0.02)

    def words(
        self,
        ids: Tensor,
        mask: Tensor | None,
        first: Tensor,
        last: Tensor,
        present: Tensor | None,
        depth: Tensor | None = None,
    ) -> tuple[Tensor, Tensor]:
        """Each window's own vector (its <s>, which stands for the root) and one vector a word."""
        return self.rooted(self.encoder(ids, mask, first, last, present, depth))

    def rooted(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """The encoder's vectors as `words` gives them."""
        x = x.float()
        return x[:, :1] + self.root, x[:, 1:]

    def split_tags(self, scores: Tensor) -> tuple[Tensor, ...]:
        """The scores of parts of speech, morphology, lemmas, letter cases, sentence starts."""
        s = self.sizes
        return scores.split([s.pos, s.morphs, s.lemmas, s.cases, 1], -1)

    def arcs(self, root: Tensor, words: Tensor) -> Tensor:
        """How well each word hangs on each head; column 0 is the root."""
        heads = self.arc_head(torch.cat([root, words], 1))
        return one(self.arc_dep(words)) @ self.arc @ heads.transpose(1, 2)

    def rels(self, root: Tensor, words: Tensor, heads: Tensor) -> Tensor:
        """The label scores of each word's arc to the given head (0 is the root)."""
        h = one(self.rel_head(torch.cat([root, words], 1)))
        h = h.gather(1, heads[..., None].expand(-1, -1, REL + 1))
        return torch.einsum("bwi,rij,bwj->bwr", one(self.rel_dep(words)), self.rel, h)


def one(x: Tensor) -> Tensor:
    """A column of ones, so that the product has its linear terms."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
