"""The small pipeline: spaCy's own CNN, trained by `spacy train`. It is the reference for speed and scores."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import biluo_tags_to_spans, iob_to_biluo

from training.corpora import Sentence, closed_up, read_conllu, read_elner
from training.tokenizer import blank

CONFIGS = Path(__file__).parent / "configs"
SENTENCES = 10  # a document, so that sentence boundaries are learnt


def to_doc(nlp: Language, sentences: list[Sentence]) -> Doc:
    """Several sentences as one gold document, a space between two."""
    words: list[str] = []
    spaces: list[bool] = []
    for sentence in sentences:
        words += sentence.words
        spaces += [*sentence.spaces[:-1], True]
    if sentences[0].tags:
        doc = Doc(nlp.vocab, words, spaces)
        doc.ents = biluo_tags_to_spans(doc, iob_to_biluo([t for s in sentences for t in s.tags]))  # type: ignore[assignment]
        return doc
    starts = [sum(len(s.words) for s in sentences[:n]) for n in range(len(sentences))]
    return Doc(
        nlp.vocab,
        words,
        spaces,
        pos=[x for s in sentences for x in s.pos],
        morphs=[x for s in sentences for x in s.morphs],
        lemmas=[x for s in sentences for x in s.lemmas],
        heads=[start + h for start, s in zip(starts, sentences, strict=True) for h in s.heads],
        deps=[x for s in sentences for x in s.deps],
    )


def documents(*paths: Path) -> list[list[Sentence]]:
    """The treebanks in documents of about ten sentences, spaced as in print."""
    out = []
    for document in chain.from_iterable(read_conllu(path) for path in paths):
        # GUD keeps its punctuation apart in the text itself; no printed page does.
        apart = any(" , " in sentence.text for sentence in document)
        sentences = [closed_up(s) for s in document] if apart else document
        out += [sentences[i : i + SENTENCES] for i in range(0, len(sentences), SENTENCES)]
    return out


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
            DocBin(docs=[to_doc(nlp, doc) for doc in docs]).to_disk(work / f"{kind}_{split}.spacy")


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
