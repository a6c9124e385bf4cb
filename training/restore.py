"""The packaged weights as a network again, to go on training from them.

The graph holds 7-bit integers: what is read back is rounded to them, which the first steps mend. Of the head of
the parts of speech only its sum with the morphology's was kept (see `export.heads`), so it begins at nothing.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from training.learn import sizes_of
from training.network import HEAD, LAYERS, WIDTH, Network
from training.windows import Classes


def restored(folder: Path) -> tuple[Network, Classes]:
    """The network and its classes from `el_eipe_news/eipe_encoder`."""
    classes = Classes.load(folder / "classes.json")
    graph = onnx.load(folder / "graph.onnx").graph
    found = {w.name: torch.from_numpy(numpy_helper.to_array(w).astype(np.float32)) for w in graph.initializer}

    def layer(module: nn.Module, name: str, *, bias: str = "") -> None:
        """One linear layer: integers times their scale, or floats as they stand."""
        weight = found[name + ".w"] * found.get(name + ".s", torch.ones(1))
        module.load_state_dict({"weight": weight.T, "bias": found[bias or name + ".b"]})

    def norm(module: nn.Module, name: str) -> None:
        module.load_state_dict({"weight": found[name + ".g"], "bias": found[name + ".b"]})

    widths = [(found[f"layer{n}.out.w"].shape[0] // HEAD, found[f"layer{n}.up.w"].shape[1]) for n in range(LAYERS)]
    net = Network(sizes_of(classes, len(found["word.w"]), tuple(widths)))
    encoder, tags, s = net.encoder, net.tags, net.sizes
    with torch.no_grad():
        encoder.word.weight.copy_(found["word.w"] * found["word.s"])
        encoder.position.weight.copy_(found["position.w"])
        norm(encoder.norm, "embedded")
        for n, part in enumerate(encoder.layers):
            for name in ("qkv", "out", "up", "down"):
                layer(getattr(part, name), f"layer{n}.{name}")
            for name in ("norm1", "norm2"):
                norm(getattr(part, name), f"layer{n}.{name}")
        if "depth.w" in found:
            encoder.depth.weight.copy_(found["depth.w"])
        net.root.copy_(found["root.w"].view(net.root.shape))
        layer(net.names, "names")
        rows = [torch.zeros(s.pos, WIDTH)]
        biases = [torch.zeros(s.pos)]
        for name in ("morphs.scores", "edits.scores", "cases.scores", "starts"):
            rows.append((found[name + ".w"] * found.get(name + ".s", torch.ones(1))).T)
            biases.append(found[name + ".b"])
        tags.weight.copy_(torch.cat(rows))
        tags.bias.copy_(torch.cat(biases))
        for name in ("arc_dep", "arc_head", "rel_dep", "rel_head"):
            layer(getattr(net, name)[0], name + ".linear")
        net.arc.copy_(torch.cat([found["arc_dep.product.w"].T.T, found["arc_dep.product.b"][None]]))
        net.rel.copy_(torch.from_numpy(np.load(folder / "rel.npy").astype(np.float32)))
    return net, classes
