"""Quick scores during training: gold tokens and sentences, greedy decoding. The real ones: benchmarks/."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from training.batches import candidates, forward
from training.corpora import Sentence
from training.network import Network
from training.windows import Classes, Window, Windows


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """The names in a row of IOB tags; a stray I- opens one."""
    out = set()
    start, label = -1, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and tag != "I-" + label:
            out.add((start, i, label))
            label = ""
        if tag != "O" and not label:
            start, label = i, tag[2:]
    return out


def f1(right: int, found: int, gold: int) -> float:
    return round(2 * right / max(found + gold, 1), 4)


@torch.inference_mode()
def score(
    net: Network,
    windows: Windows,
    classes: Classes,
    names: Sequence[Sentence],
    trees: Sequence[Sequence[Sentence]],
) -> dict[str, float]:
    """elNER F1 of all labels and of the two that matter most; tags, lemmas (as edit trees) and trees."""
    net.eval()
    counts: dict[str, list[int]] = {}
    for batch in grouped([windows.window([s]) for s in names]):
        _, words = forward(net, batch)
        best = net.names(words).argmax(-1)
        for row, window in zip(best.tolist(), batch, strict=True):
            found = spans([classes.names[i] for i in row[: len(window.first)]])
            gold = spans([classes.names[i] for i in window.names])
            for label in ("all", "PERSON", "GPE"):
                a = {x for x in found if label in ("all", x[2])}
                b = {x for x in gold if label in ("all", x[2])}
                count = counts.setdefault(label, [0, 0, 0])
                for i, n in enumerate((len(a & b), len(a), len(b))):
                    count[i] += n
    result = {label: f1(*count) for label, count in counts.items()}
    sums = dict.fromkeys(("uas", "las", "pos", "morph", "lemma"), 0)
    total = 0
    for batch in grouped([windows.window([s]) for document in trees for s in document]):
        root, words = forward(net, batch)
        pos, morphs, lemmas, _, _ = net.split_tags(net.tags(words))
        heads = net.arcs(root, words).masked_fill(~candidates(batch), -1e9).argmax(-1)
        deps = net.rels(root, words, heads).argmax(-1)
        for i, w in enumerate(batch):
            n = len(w.first)
            head = heads[i, :n] == torch.tensor(w.heads)
            total += n
            sums["uas"] += int(head.sum())
            sums["las"] += int((head & (deps[i, :n] == torch.tensor(w.deps))).sum())
            for key, scores, gold in (
                ("pos", pos, w.pos),
                ("morph", morphs, w.morphs),
                ("lemma", lemmas, w.lemmas),
            ):
                sums[key] += int((scores[i, :n].argmax(-1) == torch.tensor(gold)).sum())
    return result | {key: round(n / total, 4) for key, n in sums.items()}


def grouped(windows: Sequence[Window]) -> list[list[Window]]:
    """Batches of like length."""
    order = sorted((w for w in windows if w.first), key=lambda w: len(w.ids))
    return [order[i : i + 32] for i in range(0, len(order), 32)]
