"""The trained network as one int8 ONNX graph, written node by node.

Written out rather than exported and rewritten, because three things have to be exact:
- Weights are 7-bit, one scale an output column. Processors without VNNI add pairs of 8-bit products in
  16 bits and saturate; with 7 bits nothing can, so that every processor gives the same sums.
- Activations are quantised by the range of the whole tensor, so a graph takes ONE window (no batch, no
  padding): what is computed for a window can then not depend on what else is in the batch.
- Heads whose argmax is all that is asked give only that.
The fused operators are onnxruntime's own (domain com.microsoft), as its BERT optimizer would put them.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from training.network import HEAD, LAYERS, Encoder, Network

Array = npt.NDArray[np.generic]
CONTRIB = "com.microsoft"
LEVELS = 63  # of 7 bits, symmetric
TOP_EDITS = 6


def quantised(weight: npt.NDArray[np.float32], axis: int) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Integers and one scale per row or column, so that integer times scale is near the weight."""
    scale = np.maximum(np.abs(weight).max(axis=axis, keepdims=True) / LEVELS, 1e-12)
    return np.round(weight / scale).astype(np.int8), scale.astype(np.float32)


class Graph:
    """Collects nodes and weights; every method returns the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def const(self, name: str, value: Array) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def op(self, kind: str, inputs: list[str], name: str, *, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name

    def product(self, x: str, name: str, weight: torch.Tensor, bias: torch.Tensor | None) -> str:
        """An int8 product; the input is quantised on the fly."""
        values, scale = quantised(weight.detach().numpy().T, 0)
        inputs = [x, self.const(name + ".w", values), self.const(name + ".s", scale.ravel()), ""]
        if bias is not None:
            inputs.append(self.const(name + ".b", bias.detach().numpy()))
        return self.op("DynamicQuantizeMatMul", inputs, name, domain=CONTRIB)

    def linear(self, x: str, name: str, layer: torch.nn.Linear, *, bias: bool = True) -> str:
        return self.product(x, name, layer.weight, layer.bias if bias else None)

    def exact(self, x: str, name: str, weight: torch.Tensor, bias: torch.Tensor) -> str:
        """A float32 product, for the small heads."""
        w, b = weight.detach().numpy().T, bias.detach().numpy()
        return self.op("Gemm", [x, self.const(name + ".w", w), self.const(name + ".b", b)], name)

    def add_norm(self, x: str, y: str, name: str, norm: torch.nn.LayerNorm) -> str:
        """Sum and normalise, by two operators: SkipLayerNormalization takes eight times as long."""
        inputs = [
            self.op("Add", [x, y], name + ".sum"),
            self.const(name + ".g", norm.weight.detach().numpy()),
        ]
        inputs.append(self.const(name + ".b", norm.bias.detach().numpy()))
        return self.op("LayerNormalization", inputs, name, axis=-1, epsilon=norm.eps)


def encoder(graph: Graph, net: Network) -> str:
    """From `ids` (pieces) to vectors [1, pieces, WIDTH]."""
    enc = net.encoder
    table, scale = quantised(enc.word.weight.detach().numpy(), 1)
    rows = graph.op("Gather", [graph.const("word.w", table), "ids"], "word.rows")
    scales = graph.op("Gather", [graph.const("word.s", scale), "ids"], "word.scales")
    rows = graph.op("Cast", [rows], "word.float", to=TensorProto.FLOAT)
    words = graph.op("Mul", [rows, scales], "word")
    size = graph.op("Shape", ["ids"], "size")
    zero, one = graph.const("zero", np.array([0])), graph.const("one", np.array([1]))
    positions = graph.const("position.w", enc.position.weight.detach().numpy())
    positions = graph.op("Slice", [positions, zero, size, zero, one], "position")
    x = graph.op("Unsqueeze", [words, zero], "word.batch")
    y = graph.op("Unsqueeze", [positions, zero], "position.batch")
    x = graph.add_norm(x, y, "embedded", enc.norm)
    for n in range(LAYERS):
        if n == enc.merge:
            x = merged(graph, x, enc)
        layer, at = enc.layers[n], f"layer{n}."
        qkv = graph.linear(x, at + "qkv", layer.qkv)
        parts = [at + part for part in ("q", "k", "v")]
        thirds = graph.const(at + "thirds", np.array([layer.heads * HEAD] * 3))
        graph.nodes.append(helper.make_node("Split", [qkv, thirds], parts, name=at + "split", axis=2))
        a = graph.op("MultiHeadAttention", parts, at + "attention", domain=CONTRIB, num_heads=layer.heads)
        x = graph.add_norm(x, graph.linear(a, at + "out", layer.out), at + "norm1", layer.norm1)
        h = graph.linear(x, at + "up", layer.up, bias=False)
        bias = graph.const(at + "up.b", layer.up.bias.detach().numpy())
        h = graph.op("BiasGelu", [h, bias], at + "gelu", domain=CONTRIB)
        x = graph.add_norm(x, graph.linear(h, at + "down", layer.down), at + "norm2", layer.norm2)
    return x


def merged(graph: Graph, x: str, net: Encoder) -> str:
    """From here on <s> and one vector a word, which knows where it stands: see `training.network.merged`."""
    flat = graph.op("Squeeze", [x, "zero"], "pieces")
    ends = [graph.op("Gather", [flat, end], end + ".rows") for end in ("first", "last")]
    half = graph.const("half", np.array(0.5, np.float32))
    words = graph.op("Mul", [graph.op("Add", ends, "both"), half], "merged.mean")
    places = graph.op("Gather", [graph.const("depth.w", net.depth.weight.detach().numpy()), "depth"], "depth.rows")
    words = graph.op("Add", [words, places], "merged.words")
    root = graph.op("Slice", [flat, "zero", "one", "zero", "one"], "merged.root")
    return graph.op("Unsqueeze", [graph.op("Concat", [root, words], "merged.rows", axis=0), "zero"], "merged")


def heads(graph: Graph, net: Network, key: torch.nn.Linear, x: str, morph_pos: list[int]) -> None:
    """All outputs, per word: names, starts, morphs, cases, edits, arcs, rel_dep, rel_head, words, keys."""
    s = net.sizes
    zero, one = "zero", "one"
    flat = graph.op("Squeeze", [x, zero], "rows")
    far = graph.const("far", np.array([1 << 30]))
    words = graph.op("Slice", [flat, one, far, zero, one], "words")
    root = graph.op("Slice", [flat, zero, one, zero, one], "root.row")
    root = graph.op("Add", [root, graph.const("root.w", net.root.detach().numpy())], "root")
    graph.op("LeakyRelu", [graph.linear(words, "keys.linear", key)], "keys", alpha=0.1)
    graph.exact(words, "names", net.names.weight, net.names.bias)

    pos, morphs, edits, cases, starts = net.tags.weight.split([s.pos, s.morphs, s.lemmas, s.cases, 1])
    pos_b, morphs_b, edits_b, cases_b, starts_b = net.tags.bias.split([s.pos, s.morphs, s.lemmas, s.cases, 1])
    # A class of the morphology is a part of speech with its features; what the head of the parts of speech
    # says of it is added to it, which is a sum of weights.
    best = graph.product(words, "morphs.scores", morphs + pos[morph_pos], morphs_b + pos_b[morph_pos])
    graph.op("ArgMax", [best], "morphs", axis=1, keepdims=0)
    best = graph.exact(words, "cases.scores", cases, cases_b)
    graph.op("ArgMax", [best], "cases", axis=1, keepdims=0)
    best = graph.product(words, "edits.scores", edits, edits_b)
    top = graph.const("top", np.array([TOP_EDITS]))
    graph.nodes.append(helper.make_node("TopK", [best, top], ["edits.best", "edits"], name="edits", axis=1))
    graph.exact(words, "starts", starts, starts_b)

    rooted = graph.op("Concat", [root, words], "rooted", axis=0)

    def mlp(source: str, name: str, layer: torch.nn.Module) -> str:
        linear = layer[0]  # type: ignore[index]
        h = graph.exact(source, name + ".linear", linear.weight, linear.bias)
        return graph.op("LeakyRelu", [h], name, alpha=0.1)

    dep, head = mlp(words, "arc_dep", net.arc_dep), mlp(rooted, "arc_head", net.arc_head)
    arc = net.arc.detach()
    dep = graph.exact(dep, "arc_dep.product", arc[:-1].T, arc[-1])
    graph.op("Gemm", [dep, head], "arcs", transB=1)
    mlp(words, "rel_dep", net.rel_dep)
    mlp(rooted, "rel_head", net.rel_head)


def export(net: Network, key: torch.nn.Linear, morph_pos: list[int], path: Path) -> None:
    """Write the graph. `key`: makes the keys of `training.voices`; `morph_pos`: the part of speech (its number) of
    each class of the morphology."""
    net.eval()
    graph = Graph()
    heads(graph, net, key, encoder(graph, net), morph_pos)
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, [None]) for n in ("ids", "first", "last", "depth")]
    floats = ("names", "starts", "arcs", "rel_dep", "rel_head", "words", "keys")
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, None) for n in floats]
    outputs += [helper.make_tensor_value_info(n, TensorProto.INT64, None) for n in ("morphs", "cases", "edits")]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "eipe", inputs, outputs, graph.weights),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(CONTRIB, 1)],
        ir_version=9,
        producer_name="eipe",
    )
    path.write_bytes(model.SerializeToString())
