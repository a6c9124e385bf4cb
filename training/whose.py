"""Teaches the small network of `eipe.encoder.antecedents` who is meant.

    python -m training.whose GOLD.jsonl ... --known OLD.jsonl ... --work FOLDER [--write]

The packaged network is left as it is: its vectors of the events of each article are made once. Learnt from is the
learning part of the gold (`benchmarks.split`). Written are WORK/antecedents.npz, and WORK/beliefs.jsonl for
`training.choose`: what is believed of the tuning part, and of those records of the learning part that are not among
those which the packaged network was taught from (`--known`), by two further networks, each of which has not seen a half
of these. `--write` puts the weights into the package.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from hashlib import sha1
from pathlib import Path
from typing import Any

import numpy as np
import torch
from benchmarks.split import part
from torch import nn

import eipe
from eipe.encoder.antecedents import Antecedents as Runtime
from training.antecedents import Antecedents, Batch
from training.quotations import annotated
from training.scenes import Lesson, batches, lessons
from training.speak import FOLDER, half

RATE, DECAY, SEED = 2e-3, 0.02, 1


def train(some: Sequence[Lesson], passes: int) -> Antecedents:
    """Some passes over the lessons."""
    torch.manual_seed(SEED)
    net, rng, begun = Antecedents(), random.Random(SEED), time.time()
    plan = [batches(some, rng) for _ in range(passes)]
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=sum(map(len, plan)) + 1, pct_start=0.1)
    for n, rows in enumerate(plan):
        net.train()
        total = 0.0
        for batch in map(Batch, rows):
            shares = (net(batch) * batch.right).sum(2)
            loss = -(batch.count * torch.log(shares + 1e-4)).sum() / (batch.count > 0).sum().clamp(min=1)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step(), optimizer.zero_grad(), schedule.step()
            total += loss.item()
        print(f"pass {n + 1} of {passes}: loss {total / len(rows):.3f}, {time.time() - begun:.0f} s", flush=True)
    return net.eval()


def accuracy(some: Sequence[Lesson], reader: Runtime) -> dict[str, tuple[int, float]]:
    """How often the likeliest word is right, by the sort of answer: the words of one name count together."""
    right: dict[str, list[bool]] = {}
    for lesson in some:
        at = {event.word: n for n, event in enumerate(lesson.scene.events)}
        for answer, found in zip(lesson.answers, reader.read(lesson.scene), strict=True):
            if answer.sort == "other" or not (answer.events or answer.sort == "nobody"):
                continue
            shares = {at.get(word, -1): share for word, share in found}
            if answer.sort == "nobody":
                best = max(shares, key=shares.__getitem__)
            else:
                together = {
                    n: sum(shares[m] for m in shares if m >= 0 and lesson.scene.same[n, m]) for n in shares if n >= 0
                }
                best = max(together, key=together.__getitem__, default=-1)
            right.setdefault(answer.sort, []).append(best in (answer.events or [-1]))
    return {sort: (len(rows), round(sum(rows) / len(rows), 3)) for sort, rows in sorted(right.items())}


def told(some: Sequence[Lesson], reader: Runtime) -> Iterator[dict[str, Any]]:
    """The beliefs of each lesson, as `training.choose` takes them."""
    for lesson in some:
        names = [
            [[None if word < 0 else [lesson.starts[word]], round(share, 4)] for word, share in found]
            for found in reader.read(lesson.scene)
        ]
        yield {"id": lesson.id, "pairs": [p | {"name": name} for p, name in zip(lesson.pairs, names, strict=True)]}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="training.whose", description=__doc__.split("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--known", nargs="*", type=Path, default=[], help="what the packaged network was taught from")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=12)
    parser.add_argument("--share", type=float, default=1.0, help="learn from so much of it (for a learning curve)")
    parser.add_argument("--write", action="store_true", help="into the package")
    args = parser.parse_args(arguments)
    args.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    known = {gold["id"] for gold in annotated(args.known)}
    golds = [gold for gold in annotated(args.gold) if part(gold["id"]) != "kept"]
    found = list(lessons(golds, eipe.load().nlp))
    learn = [x for x in found if part(x.id) == "learn"]
    learn = sorted(learn, key=lambda x: sha1(x.id.encode()).hexdigest())[: round(len(learn) * args.share)]
    tune = [x for x in found if part(x.id) == "tune"]
    print(f"{len(learn)} records to learn from, {len(tune)} to tune on", flush=True)
    weights = train(learn, args.passes).weights()
    for folder in [args.work, *([FOLDER] if args.write else [])]:
        np.savez(folder / "antecedents.npz", **weights)  # type: ignore[arg-type]
    reader = Runtime(weights)
    print("tune", accuracy(tune, reader), flush=True)
    rows = list(told(tune, reader))
    for side in (0, 1) if known else ():
        unseen = [x for x in learn if x.id not in known and half(x.id) == side]
        ids = {x.id for x in unseen}
        other = Runtime(train([x for x in learn if x.id not in ids], args.passes).weights())
        print(f"half {side}", accuracy(unseen, other), flush=True)
        rows += told(unseen, other)
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (args.work / "beliefs.jsonl").write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
