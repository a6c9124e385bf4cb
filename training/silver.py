"""Trees for sentences that have names only, read by a pipeline ("silver"): so that every batch teaches all heads.

Without them names and trees took turns, and each turn cost the other (`training/README.md`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.tokens import Doc

import eipe.encoder.component  # noqa: F401  (registers the factory)
from training.corpora import Sentence


def parsed(sentences: Sequence[Sentence], package: Path) -> list[Sentence]:
    """The sentences with tags, lemmas and trees by the pipeline in the folder `package`; their names stay."""
    nlp = spacy.load(package)
    docs = nlp.pipe(Doc(nlp.vocab, words=s.words, spaces=s.spaces) for s in sentences)
    return [
        replace(
            s,
            pos=[token.pos_ for token in doc],
            morphs=[str(token.morph) for token in doc],
            lemmas=[token.lemma_ for token in doc],
            heads=[token.head.i for token in doc],
            deps=[token.dep_ for token in doc],
        )
        for s, doc in zip(sentences, docs, strict=True)
    ]
