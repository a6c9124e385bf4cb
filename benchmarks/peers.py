"""Other tools on the same texts, as far as they are installed: textacy, and a BERT of GreekBERT's size.

pip install textacy transformers torch
"""

from __future__ import annotations

import contextlib
import importlib.util
import itertools

import spacy
from spacy.tokens import Doc

from benchmarks.measure import cpu, row, wall
from benchmarks.texts import cut


def in_english(docs: list[Doc]) -> list[Doc]:
    """The same tokens and trees in a vocabulary that calls itself English: textacy refuses Greek by its name."""
    vocab = spacy.blank("en").vocab
    return [
        Doc(
            vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            lemmas=[token.lemma_ for token in doc],
            pos=[token.pos_ for token in doc],
            heads=[token.head.i for token in doc],
            deps=[token.dep_ for token in doc],
        )
        for doc in docs
    ]


def peers(texts: list[str], pairs: int) -> None:
    import eipe

    extractor = eipe.load()
    some = list(itertools.islice(cut(texts, 3000), 20))
    words = sum(len(text.split()) for text in some)
    docs = list(extractor.nlp.pipe(some, disable=["eipe"]))
    if importlib.util.find_spec("textacy"):
        from textacy.extract import direct_quotations

        read = in_english(docs)

        def quotations() -> None:
            for doc in read:
                with contextlib.suppress(ValueError):  # an odd number of marks: textacy gives the article up
                    list(direct_quotations(doc))

        row(
            "textacy.direct_quotations",
            f"{cpu(quotations) / words * 1e6:.1f}",
            "",
            "µs a word, no model, English verbs",
        )
    else:
        row("textacy", "not installed")
    if importlib.util.find_spec("transformers") and importlib.util.find_spec("torch"):
        import torch
        from transformers import BertConfig, BertModel

        bert = BertModel(BertConfig(vocab_size=35_000)).eval()
        with torch.inference_mode():
            tokens = torch.randint(0, 35_000, (8, 512))
            bert(tokens)
            spent = wall(lambda: bert(tokens))
        row(
            "a BERT of GreekBERT's size",
            f"{spent / (8 * 512) * 1e6:.0f}",
            "",
            "µs a word piece, random weights, on the clock",
        )
    else:
        row("transformers", "not installed")
    row("eipe", f"{wall(lambda: list(extractor.pipe(some))) / words * 1e6:.0f}", "", "µs a word, all, on the clock")
