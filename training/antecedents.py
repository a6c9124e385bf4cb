"""The network of `eipe.encoder.antecedents` as it is learnt, and lessons side by side for it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from eipe.encoder.antecedents import FAR, HEADS, LAYERS, LINES, NEVER, STEPS, steps_between
from eipe.encoder.events import CASES, DEPS, GENDERS, KINDS, NUMBERS
from eipe.encoder.voices import DEPTHS
from training.scenes import Lesson

WIDTH, VECTOR = 128, 384
DROPOUT = 0.2
#: What an answer counts.
COUNTS = {"dropped": 1.0, "named": 0.5, "nobody": 0.5}


class Layer(nn.Module):
    """Attention and two linear layers, both behind a norm."""

    def __init__(self) -> None:
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.into, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 2 * WIDTH), nn.Linear(2 * WIDTH, WIDTH)
        self.steps, self.lines = nn.Embedding(STEPS, HEADS), nn.Embedding(LINES, HEADS)
        self.same = nn.Parameter(torch.zeros(HEADS))

    def forward(self, x: Tensor, steps: Tensor, apart: Tensor, same: Tensor, padded: Tensor) -> Tensor:
        size = x.shape[:2]
        query, key, value = self.into(self.norm1(x)).view(*size, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        bias = (self.steps(steps) + self.lines(apart)).permute(0, 3, 1, 2) + self.same[:, None, None] * same[:, None]
        found = F.scaled_dot_product_attention(query, key, value, attn_mask=bias + padded[:, None, None])
        x = x + self._drop(self.out(found.permute(0, 2, 1, 3).reshape(*size, WIDTH)))
        return x + self._drop(self.down(F.relu(self.up(self.norm2(x)))))

    def _drop(self, x: Tensor) -> Tensor:
        return F.dropout(x, DROPOUT, self.training)


class Pointer(nn.Module):
    """From pairs of marks to events, or to pairs."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.steps, self.lines = nn.Embedding(STEPS, 1), nn.Embedding(LINES, 1)

    def forward(self, rows: Tensor, columns: Tensor, steps: Tensor, apart: Tensor) -> Tensor:
        scores = self.query(rows) @ self.key(columns).mT / WIDTH**0.5
        return scores + (self.steps(steps) + self.lines(apart)).squeeze(-1)


class Antecedents(nn.Module):
    """See `eipe.encoder.antecedents.Antecedents`, which is the same in numpy."""

    def __init__(self) -> None:
        super().__init__()
        self.event, self.asked, self.told = (
            nn.Linear(VECTOR, WIDTH),
            nn.Linear(3 * VECTOR, WIDTH),
            nn.Linear(5, WIDTH, False),
        )
        sizes = {"kinds": len(KINDS), "deps": len(DEPS), "depths": DEPTHS}
        sizes |= {"genders": len(GENDERS), "numbers": len(NUMBERS), "cases": len(CASES)}
        self.tables = nn.ModuleDict({name: nn.Embedding(size, WIDTH) for name, size in sizes.items()})
        self.norm = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.point, self.follow, self.nobody = Pointer(), Pointer(), nn.Linear(WIDTH, 1)
        self.kinds = nn.Embedding(len(KINDS), 1)
        for module in (*self.layers, self.point, self.follow):
            nn.init.zeros_(module.steps.weight), nn.init.zeros_(module.lines.weight)
        nn.init.zeros_(self.kinds.weight)

    def forward(self, batch: Batch) -> Tensor:
        """The probability of each event for each pair, then of nobody: [record, pair, event]."""
        size, drop = batch.vectors.shape[1], lambda x: F.dropout(x, DROPOUT, self.training)
        x = torch.cat([self.event(drop(batch.vectors)), self.asked(drop(batch.asked)) + self.told(batch.told)], 1)
        columns = (batch.kinds, batch.deps, batch.depths, *batch.morphs.unbind(-1))
        x = self.norm(x + sum(table(column) for table, column in zip(self.tables.values(), columns, strict=True)))
        apart = (batch.lines[:, None] - batch.lines[:, :, None]).clamp(-FAR, FAR) + FAR
        for layer in self.layers:
            x = layer(x, batch.steps, apart, batch.same, batch.padded)
        told, asked = drop(x[:, :size]), drop(x[:, size:])
        to_events = self.point(asked, told, batch.steps[:, size:, :size], apart[:, size:, :size])
        to_events = to_events + self.kinds(batch.kinds[:, None, :size]).squeeze(-1) + batch.barred
        to_pairs = self.follow(asked, asked, batch.steps[:, size:, size:], apart[:, size:, size:])
        later = batch.ranks[:, None, size:] >= batch.ranks[:, size:, None]
        to_pairs = to_pairs.masked_fill(later, float(NEVER)) + batch.padded[:, None, size:]
        rows = torch.cat([to_events, self.nobody(asked), to_pairs], 2).softmax(2)
        # whose a pair is, is whose that is which it follows: shares = rows + followed @ shares
        followed = torch.eye(asked.shape[1]) - rows[:, :, size + 1 :]
        return torch.linalg.solve(followed, rows[:, :, : size + 1])

    def weights(self) -> dict[str, npt.NDArray[np.float16]]:
        """As `eipe.encoder.antecedents.Antecedents` takes them."""
        out: dict[str, Tensor] = {}

        def linear(name: str, layer: nn.Linear) -> None:
            out[name + ".w"] = layer.weight.T

            if layer.bias is not None:
                out[name + ".b"] = layer.bias

        def norm(name: str, layer: nn.LayerNorm) -> None:
            out[name + ".w"], out[name + ".b"] = layer.weight, layer.bias

        for name in ("event", "asked", "told", "nobody"):
            linear(name, getattr(self, name))
        out |= {name: table.weight for name, table in self.tables.items()}  # type: ignore[misc]
        norm("norm", self.norm)
        for n, layer in enumerate(self.layers):
            norm(f"{n}.norm1", layer.norm1), norm(f"{n}.norm2", layer.norm2)
            for name, module in (("in", layer.into), ("out", layer.out), ("up", layer.up), ("down", layer.down)):
                linear(f"{n}.{name}", module)
            out |= {f"{n}.steps": layer.steps.weight, f"{n}.lines": layer.lines.weight, f"{n}.same": layer.same}
        for name, pointer in (("point", self.point), ("follow", self.follow)):
            linear(name + ".query", pointer.query), linear(name + ".key", pointer.key)
            out[name + ".query.w"], out[name + ".query.b"] = (
                v / WIDTH**0.5 for v in (pointer.query.weight.T, pointer.query.bias)
            )
            out |= {name + ".steps": pointer.steps.weight[:, 0], name + ".lines": pointer.lines.weight[:, 0]}
        out["point.kinds"] = self.kinds.weight[:, 0]
        return {name: value.detach().numpy().astype(np.float16) for name, value in out.items()}


class Batch:
    """Lessons side by side, padded: first all events, then all pairs."""

    def __init__(self, some: Sequence[Lesson]) -> None:
        scenes = [lesson.scene for lesson in some]
        size, pairs = max(len(s.events) for s in scenes), max(len(s.asked) for s in scenes)
        at = [np.r_[: len(s.events), size : size + len(s.asked)] for s in scenes]
        count, both = len(scenes), size + pairs
        self.vectors, self.asked = torch.zeros(count, size, VECTOR), torch.zeros(count, pairs, 3 * VECTOR)
        self.told, self.same = torch.zeros(count, pairs, 5), torch.zeros(count, both, both)
        self.barred = torch.full((count, pairs, size), float(NEVER))
        self.padded = torch.full((count, both), float(NEVER))
        self.morphs = torch.zeros(count, both, 3, dtype=torch.long)
        for name in ("kinds", "deps", "depths", "lines", "ranks"):
            rows = torch.zeros(count, both, dtype=torch.long)
            for n, (scene, places) in enumerate(zip(scenes, at, strict=True)):
                rows[n, places] = torch.from_numpy(getattr(scene, name).astype(np.int64))
            setattr(self, name, rows)
        self.steps = torch.from_numpy(np.stack([steps_between(row) for row in self.ranks.numpy()]))
        for n, (s, places) in enumerate(zip(scenes, at, strict=True)):
            events, asked = len(s.events), len(s.asked)
            self.vectors[n, :events], self.asked[n, :asked] = torch.from_numpy(s.vectors), torch.from_numpy(s.asked)
            self.told[n, :asked] = torch.from_numpy(s.told)
            self.same[n, :events, :events] = torch.from_numpy(s.same).float()
            self.barred[n, :asked, :events] = torch.from_numpy(s.barred).float() * float(NEVER)
            self.padded[n, places], self.morphs[n, places] = 0.0, torch.from_numpy(s.morphs)
        self.right, self.count = torch.zeros(count, pairs, size + 1), torch.zeros(count, pairs)
        for n, lesson in enumerate(some):
            for k, answer in enumerate(lesson.answers):
                if answer.events or answer.sort == "nobody":
                    self.right[n, k, answer.events or size] = 1
                    self.count[n, k] = COUNTS[answer.sort]

    kinds: Tensor
    deps: Tensor
    depths: Tensor
    lines: Tensor
    ranks: Tensor
