"""The small pipeline: spaCy's own CNN, trained by `spacy train`. It is the reference for speed and scores."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import DocBin

from training.corpora import read_elner
from training.documents import documents, to_doc
from training.tokenizer import blank

CONFIGS = Path(__file__).parent / "configs"


def write_corpora(data: Path, work: Path) -> None:
    """The blank pipeline and the four DocBins that `spacy train` reads."""
    names = {split: list(read_elner(data / f"elner18/{split}_elNER18.iob2")) for split in ("train", "dev")}
    nlp = blank(word for sentence in names["train"] for word in sentence.words)
    nlp.to_disk(work / "blank")
    gdt, gud = data / "ud-gdt", data / "ud-gud"
    trees = {
        "train": documents(gdt / "el_gdt-ud-train.conllu", gud / "el_gud-ud-train.conllu"),
        "dev": documents(gdt / "el_gdt-ud-dev.conllu"),
    }
    for split in ("train", "dev"):
        groups = {"names": [[sentence] for sentence in names[split]], "trees": trees[split]}
        for kind, docs in groups.items():
            DocBin(docs=[to_doc(nlp.vocab, doc) for doc in docs]).to_disk(work / f"{kind}_{split}.spacy")


def train_part(kind: str, work: Path) -> None:
    """`spacy train` on names or trees, one thread: two of these run side by side."""
    train(
        CONFIGS / f"cnn_{kind}.cfg",
        work / f"cnn_{kind}",
        overrides={
            "paths.blank": str(work / "blank"),
            "paths.train": str(work / f"{kind}_train.spacy"),
            "paths.dev": str(work / f"{kind}_dev.spacy"),
        },
    )


def assemble(work: Path) -> Language:
    """One pipeline of both parts; the names keep the tok2vec they were trained with."""
    nlp = spacy.load(work / "cnn_trees/model-best")
    names = spacy.load(work / "cnn_names/model-best")
    names.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=names)
    return nlp
