"""Teaches the packaged network whose words stand in marks, beside names and trees.

    python -m training.speak GOLD.jsonl [GOLD.jsonl ...] --work FOLDER [--data FOLDER] [--half 0|1] [--start FILE]

The layers that see pieces are left as they are; those above, the keys and the heads of `training.voices` learn from
the learning part of the gold (`benchmarks.split`). With `--data`, batches of elNER and of the treebanks stand between,
so that names and trees are not forgotten. `--half` learns from one half of that part only: what such a network
believes of the other half is what the chooser may learn from, since a network is too sure of what it has seen
(Wolpert 1992, "Stacked generalization"). `--start` goes on from an earlier speak.pt. Written are WORK/speak.pt, and
WORK/beliefs.jsonl of all records that were not learnt from.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha1
from itertools import chain
from pathlib import Path

import torch
from benchmarks.split import part
from tokenizers import Tokenizer

import eipe
from eipe.encoder.pieces import Pieces
from eipe.encoder.voices import KINDS, Belief
from eipe.encoder.voices import Voices as Runtime
from eipe.greek.truecasing import shipped
from training.learn import head_losses
from training.network import Network
from training.quotations import Record, annotated, record
from training.reading import frozen, record_vectors, vectors, with_hidden
from training.restore import restored
from training.variants import varied
from training.voices import Voices
from training.windows import Window

FOLDER = Path(eipe.__file__).parent / "el_eipe_news/eipe_encoder"
PIECES = 1500  # a batch
RATE, HEADS, DECAY, WARM_UP = 1e-4, 8, 0.01, 60
AVERAGE = 0.997  # how much of the running average stays at each step
SILVER = 3  # passes in which all silver records are read once
SEED = 3


def grouped(records: Sequence[Record], rng: random.Random) -> list[list[Record]]:
    """Batches of records of like length, of about so many pieces."""
    size = {r.id: sum(len(p.ids) for p in r.passages if p.near) for r in records}
    longest = {r.id: max(len(p.ids) for p in r.passages) for r in records}
    order = sorted(records, key=lambda r: longest[r.id] + rng.uniform(0, 8))
    out: list[list[Record]] = [[]]
    for r in order:
        if out[-1] and sum(size[x.id] for x in out[-1]) + size[r.id] > PIECES:
            out.append([])
        out[-1].append(r)
    rng.shuffle(out)
    return out


def train(
    net: Network,
    heads: Voices,
    lessons: Sequence[Sequence[Record]],
    beside: Sequence[Sequence[list[Window]]],
    rate: float = RATE,
) -> None:
    """One pass over each list of records; `beside`: the batches of other tasks of each pass.

    At the end both hold the running average of their weights.
    """
    rng = random.Random(SEED)
    torch.manual_seed(SEED)
    plan = [[*grouped(records, rng), *(beside[n] if beside else [])] for n, records in enumerate(lessons)]
    for rows in plan:
        rng.shuffle(rows)
    steps = sum(map(len, plan))
    own = [p for name, p in net.named_parameters() if p.requires_grad and "depth" not in name]
    new = [*heads.parameters(), net.encoder.depth.weight]
    optimizer = torch.optim.AdamW(
        [{"params": own, "lr": rate}, {"params": new, "lr": rate * HEADS}], weight_decay=DECAY, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / WARM_UP) * max(0.0, 1 - s / steps) + 1e-3
    )
    average = [p.detach().clone() for p in (*own, *new)]
    step, run, begun = 0, 0.0, time.time()
    for rows in plan:
        net.train(), heads.train()
        for batch in rows:
            if isinstance(batch[0], Record):
                asked = sum(len(r.asked) for r in batch)
                batch = [with_hidden(r, rng) for r in batch]
                found = record_vectors(net, batch)
                loss = torch.stack([heads.loss(w, r) for w, r in zip(found, batch, strict=True)]).sum() / asked
                run = 0.98 * run + 0.02 * loss.item()
            else:
                root, words = net.rooted(vectors(net, batch, [w.depth for w in batch], learn=True))
                loss = head_losses(net, batch, root, words, 0.8)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*own, *new], 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            step += 1
            with torch.no_grad():
                torch._foreach_lerp_(average, [*own, *new], 1 - min(AVERAGE, (step + 1) / (step + 10)))
            if step % 50 == 0:
                print(f"{step}/{steps} loss {run:.3f} {time.time() - begun:.0f} s", flush=True)
    with torch.no_grad():
        torch._foreach_copy_([*own, *new], average)


@torch.inference_mode()
def beliefs(net: Network, heads: Voices, records: Sequence[Record]) -> Iterator[list[Belief]]:
    """What the network believes of each pair of each record, by the package's own arithmetic."""
    net.eval(), heads.eval()
    runtime = Runtime(heads.weights())
    for at in range(0, len(records), 12):
        batch = records[at : at + 12]
        for r, words in zip(batch, record_vectors(net, batch), strict=True):
            keys = torch.nn.functional.leaky_relu(heads.key(words), 0.1)
            yield runtime.read(words.numpy(), keys.numpy(), [a.pair for a in r.asked], r.depth, r.lines)[0]


def accuracy(records: Sequence[Record], found: Sequence[Sequence[Belief]]) -> dict[str, float]:
    """How often each head is right, where a person has looked."""
    right = dict.fromkeys(("kind", "cue", "who"), 0)
    total = dict(right)
    for asked, belief in chain.from_iterable(zip(r.asked, b, strict=True) for r, b in zip(records, found, strict=True)):
        if not asked.sure:
            continue
        total["kind"] += 1
        right["kind"] += max(range(len(KINDS)), key=belief.kind.__getitem__) == asked.kind
        for key in ("cue", "who") if asked.kind else ():
            gold = getattr(asked, key)
            total[key] += bool(gold)
            right[key] += bool(gold) and getattr(belief, key)[0][0] in gold
    return {key: round(n / max(total[key], 1), 4) for key, n in right.items()} | {"pairs": total["kind"]}


def half(record: str) -> int:
    """One of two halves, by the hash of the id."""
    return int(sha1(record.encode("utf8")).hexdigest(), 16) // 100 % 2


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="training.speak", description=__doc__.split("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--data", type=Path, help="the corpora, so that names and trees are not forgotten")
    parser.add_argument("--silver", type=Path, nargs="*", default=[], help="of `training.unread`")
    parser.add_argument("--half", type=int, choices=(0, 1), help="learn from this half of the learning part only")
    parser.add_argument("--share", type=float, default=1.0, help="learn from so much of it (for a learning curve)")
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--names", type=float, default=0.2, help="what part of elNER stands beside each pass")
    parser.add_argument("--start", type=Path, help="an earlier speak.pt to go on from")
    parser.add_argument("--rate", type=float, default=RATE)
    args = parser.parse_args(arguments)
    args.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    pieces = Pieces(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))
    read = partial(record, tokenizer=eipe.load().nlp.tokenizer, pieces=pieces, truecaser=shipped())
    gold = list(annotated(args.gold))
    learning = [g for g in gold if part(g["id"]) == "learn" and args.half in (None, half(g["id"]))]
    learning = sorted(learning, key=lambda g: sha1(g["id"].encode()).hexdigest())[: round(len(learning) * args.share)]
    taught = {g["id"] for g in learning}
    rest = [r for r in map(read, (g for g in gold if g["id"] not in taught)) if r.asked]
    net, classes = restored(FOLDER)
    frozen(net)
    heads = Voices()
    if args.start:
        state, voices = torch.load(args.start, weights_only=True)
        net.load_state_dict(state)
        heads.load_state_dict(voices)
    silver = list(annotated(args.silver))
    print(f"{len(learning)} records, {sum(len(g['quotes']) for g in learning)} pairs; {len(silver)} silver", flush=True)
    rng = random.Random(SEED)
    rng.shuffle(silver)
    passes = []
    for n in range(args.passes):
        some = [varied(g, rng) for g in learning] + silver[n % SILVER :: SILVER]
        passes.append([r for r in map(read, some) if r.asked])
    beside: list[list[list[Window]]] = []
    if args.data:
        from training.beside import lessons

        beside = lessons(args.data, classes, pieces, args.passes, args.names)
    train(net, heads, passes, beside, args.rate)
    torch.save((net.state_dict(), heads.state_dict()), args.work / "speak.pt")
    found = list(beliefs(net, heads, rest))
    tune = [n for n, r in enumerate(rest) if part(r.id) == "tune"]
    print("tune", accuracy([rest[n] for n in tune], [found[n] for n in tune]), flush=True)
    with (args.work / "beliefs.jsonl").open("w", encoding="utf8") as file:
        for r, rows in zip(rest, found, strict=True):
            file.write(json.dumps(told(r, rows), ensure_ascii=False) + "\n")


def told(record: Record, rows: Sequence[Belief]) -> dict[str, object]:
    """The beliefs at offsets."""

    def at(pointed: Sequence[tuple[int, float]]) -> list[object]:
        return [([record.starts[k], record.ends[k]] if k >= 0 else None, round(p, 4)) for k, p in pointed]

    pairs: list[dict[str, object]] = []
    for asked, belief in zip(record.asked, rows, strict=True):
        where = {"start": record.starts[asked.pair.first], "end": record.ends[asked.pair.last], "number": asked.number}
        pointed = {key: at(getattr(belief, key)) for key in ("cue", "who")}
        pairs.append(where | {"kind": list(belief.kind)} | pointed)
    return {"id": record.id, "pairs": pairs}


if __name__ == "__main__":
    main()
