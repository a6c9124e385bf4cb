"""What trained pipelines read in text that nobody annotated, or annotated in part ("silver").

Two uses. The sentences of elNER have names only: trees read beside them make every batch teach all heads; without
them names and trees took turns, and each turn cost the other. And teachers that err in different places are more
often right together than any of them (Breiman 1996): what they believe of each word, not only the label that wins,
is what the student learns from (Hinton, Vinyals and Dean 2015, arXiv 1503.02531), on raw text as well.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from tokenizers import Tokenizer

import eipe.encoder.component  # noqa: F401  (registers the factory)
from eipe.encoder.graph import Graph
from eipe.encoder.pieces import Pieces
from eipe.encoder.reader import Reader
from eipe.greek.truecasing import shipped
from training.corpora import Sentence
from training.windows import marked

#: Of the raw text, what is news or speaks like it; books would outweigh them fifteen to one.
NEWS = ("news_parseme", "news_taygetos", "news_ntrex_xquad", "legal_parl")
SHORTEST = 4  # words of a sentence: what is shorter is a heading or a page number


def believed(paragraphs: Sequence[Sequence[Sentence]], teachers: Sequence[Reader]) -> list[list[Sentence]]:
    """The same with the teachers' mean belief in each name label of each word; a paragraph is read as a whole."""
    out = []
    for paragraph in paragraphs:
        words = [word for s in paragraph for word in s.words]
        mean = np.mean([beliefs(teacher, words) for teacher in teachers], 0)
        rows = np.exp(mean - mean.max(1, keepdims=True))  # the product of the teachers, as it were
        rows = (rows / rows.sum(1, keepdims=True)).astype(np.float16)
        cuts = np.cumsum([len(s.words) for s in paragraph])[:-1]
        out.append([replace(s, beliefs=part) for s, part in zip(paragraph, np.split(rows, cuts), strict=True)])
    return out


def opened(folder: Path) -> Reader:
    """The network of a package of this or of an older version, which had no list of printed forms."""
    return Reader(
        Graph((folder / "graph.onnx").read_bytes()),
        Pieces(Tokenizer.from_file(str(folder / "tokenizer.json"))),
        shipped(),
        json.loads((folder / "classes.json").read_text(encoding="utf8")),
        np.load(folder / "rel.npy").astype(np.float32),
    )


def beliefs(teacher: Reader, words: Sequence[str]) -> npt.NDArray[np.float32]:
    """The logarithm of the probability of each label, one row a word."""
    read = teacher.windows(teacher.truecaser(words), marked(words))
    scores = np.concatenate([window.names[:size] for window, size in read])
    scores = scores - scores.max(1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(1, keepdims=True))


def parsed(sentences: Sequence[Sentence], nlp: Language) -> list[Sentence]:
    """The sentences with tags, lemmas and trees by `nlp`; their names stay."""
    docs = nlp.pipe(Doc(nlp.vocab, words=s.words, spaces=s.spaces) for s in sentences)
    return [
        replace(read(doc[:]), words=s.words, spaces=s.spaces, tags=s.tags)
        for s, doc in zip(sentences, docs, strict=True)
    ]


def read(span: Span) -> Sentence:
    """A span with its tags, lemmas and trees; a head beyond the span is none."""
    return Sentence(
        words=[token.text for token in span],
        spaces=[bool(token.whitespace_) for token in span],
        pos=[token.pos_ for token in span],
        morphs=[str(token.morph) for token in span],
        lemmas=[token.lemma_ for token in span],
        heads=[token.head.i - span.start for token in span],
        deps=[token.dep_ for token in span],
        silver=True,
    )


def raw(folder: Path, nlp: Language) -> Iterator[list[Sentence]]:
    """The paragraphs of the raw news as sentences with tags, lemmas and trees by `nlp`."""
    for name in NEWS:
        with lzma.open(folder / f"{name}.txt.xz", "rt", encoding="utf8") as lines:
            for doc in nlp.pipe(" ".join(line.split()) for line in lines):
                found = [read(s) for s in doc.sents if len(s) >= SHORTEST and not any(t.is_space for t in s)]
                if found:
                    yield found


def taught(lesson: tuple[str, list[list[Sentence]]], data: Path, teachers: Sequence[Path]) -> list[list[Sentence]]:
    """The sentences of a lesson with all that they lack. The lessons are "names", which lack trees, "trees", which lack
    names, and "raw", the raw news. The first teacher reads the trees, all of them the names.
    """
    name, paragraphs = lesson
    readers = [opened(folder / "eipe_encoder") for folder in teachers]
    if len({tuple(reader.names.names) for reader in readers}) != 1:
        raise ValueError("the teachers do not have the same labels in the same order")
    if name != "trees":
        nlp = spacy.load(teachers[0])
        paragraphs = [parsed(p, nlp) for p in paragraphs] if name == "names" else list(raw(data / "text", nlp))
    return believed(paragraphs, readers)


def lessons(
    names: Sequence[Sentence], trees: list[list[Sentence]], data: Path, teachers: Sequence[Path], *, news: bool = True
) -> tuple[list[Sentence], list[list[Sentence]], list[list[Sentence]]]:
    """elNER, the treebanks and, if it is wanted, the raw news as `taught`; in two processes, since none of it uses two
    cores."""
    tasks: list[tuple[str, list[list[Sentence]]]] = [("names", [[s] for s in names]), ("trees", trees)]
    tasks += [("raw", [])] if news else []
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        named, parts, *rest = pool.map(partial(taught, data=data, teachers=teachers), tasks)
    return [s for paragraph in named for s in paragraph], parts, rest[0] if rest else []
