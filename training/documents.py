"""Corpus sentences as documents: what spaCy trains on and what is scored."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from spacy.tokens import Doc
from spacy.training import biluo_tags_to_spans, iob_to_biluo
from spacy.vocab import Vocab

from training.corpora import Sentence, closed_up, read_conllu

SENTENCES = 10  # a document, so that sentence boundaries are learnt and scored


def to_doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """Several sentences as one gold document, a space between two."""
    words: list[str] = []
    spaces: list[bool] = []
    for sentence in sentences:
        words += sentence.words
        spaces += [*sentence.spaces[:-1], True]
    if sentences[0].tags:
        doc = Doc(vocab, words, spaces)
        doc.ents = biluo_tags_to_spans(doc, iob_to_biluo([t for s in sentences for t in s.tags]))  # type: ignore[assignment]
        return doc
    starts = [sum(len(s.words) for s in sentences[:n]) for n in range(len(sentences))]
    return Doc(
        vocab,
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
