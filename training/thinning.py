"""A thinner network: the neurons and attention heads that matter least are left out.

A multilingual encoder has parts for a hundred languages. What the loss would lose without a column of an output
matrix is, to first order, the column times its gradient (Molchanov et al. 2017, arXiv 1611.06440; for heads Michel,
Levy and Neubig 2019, arXiv 1905.10650). All layers are ranked together, so that a layer of little use grows thin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import torch
from torch import Tensor

from training.learn import loss_of
from training.network import HEAD, Network
from training.windows import Window

BLOCK = 32  # neurons are kept by this many, as integer kernels like it


def importance(net: Network, batches: Iterable[Sequence[Window]], tags: float) -> tuple[list[Tensor], list[Tensor]]:
    """How much each neuron and each head of each layer matters to the loss of these batches."""
    neurons = [torch.zeros(layer.down.in_features) for layer in net.encoder.layers]
    heads = [torch.zeros(layer.heads) for layer in net.encoder.layers]
    net.eval()
    for batch in batches:
        net.zero_grad()
        loss_of(net, batch, tags).backward()
        for layer, neuron, head in zip(net.encoder.layers, neurons, heads, strict=True):
            neuron += (layer.down.weight * layer.down.weight.grad).sum(0).detach().abs()
            head += (layer.out.weight * layer.out.weight.grad).sum(0).view(-1, HEAD).sum(1).detach().abs()
    net.zero_grad()
    return neurons, heads


def kept(scores: Sequence[Tensor], share: float, block: int) -> list[Tensor]:
    """The places to keep in each layer: without the least `share` of all layers, but whole blocks, one at least."""
    ranked = torch.cat(list(scores)).sort().values
    least = ranked[int(share * len(ranked))]
    out = []
    for row in scores:
        size = -(-int((row >= least).sum()) // block) * block
        out.append(row.topk(min(max(size, block), len(row))).indices.sort().values)
    return out


def thinner(net: Network, neurons: Sequence[Tensor], heads: Sequence[Tensor]) -> Network:
    """The network with these neurons and heads only."""
    layers = tuple((len(head), len(neuron)) for head, neuron in zip(heads, neurons, strict=True))
    out = Network(replace(net.sizes, layers=layers))
    weights = net.state_dict()
    for n, (head, neuron) in enumerate(zip(heads, neurons, strict=True)):
        at = f"encoder.layers.{n}."
        rows = (head[:, None] * HEAD + torch.arange(HEAD)).flatten()
        width = net.encoder.layers[n].heads * HEAD
        thirds = torch.cat([rows + third * width for third in range(3)])
        for key, index, axis in (
            ("qkv.weight", thirds, 0),
            ("qkv.bias", thirds, 0),
            ("out.weight", rows, 1),
            ("up.weight", neuron, 0),
            ("up.bias", neuron, 0),
            ("down.weight", neuron, 1),
        ):
            weights[at + key] = weights[at + key].index_select(axis, index)
    out.load_state_dict(weights)
    out.encoder.merge = net.encoder.merge
    return out
