"""Scores any Greek spaCy pipeline on elNER and Universal Dependencies files.

    python -m benchmarks.score [MODEL ...] [--names FILE.iob2] [--trees FILE.conllu] [--robust] [--json]

MODEL is a name or a path; default the embedded one. Each file is read with the pipeline's own tokenizer
and with the corpus's tokens ("gold"). `--robust` adds the names file in capitals, without accents, in small
letters and with straight quotation marks. Scores are spaCy's own (`spacy.scorer`); punctuation does not count
in trees. A label that the pipeline does not have counts as missed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from training.corpora import Sentence, read_elner, spacing
from training.documents import documents, to_doc
from training.styles import restyled

import eipe

STYLES = ("capitals", "bare", "small", "straight")
PLACES = ("GPE", "LOC", "FAC")


def examples(nlp: Language, groups: Iterable[Sequence[Sentence]], gold_tokens: bool) -> list[Example]:
    """The pipeline's analysis of each group of sentences beside the corpus's."""
    references = [to_doc(nlp.vocab, list(group)) for group in groups]
    if gold_tokens:
        docs = [Doc(nlp.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc]) for doc in references]
    else:
        docs = [nlp.make_doc(doc.text) for doc in references]
    return [Example(doc, ref) for doc, ref in zip(nlp.pipe(docs), references, strict=True)]


def score_names(nlp: Language, path: Path, *, gold_tokens: bool = False, style: str = "as printed") -> dict[str, Any]:
    """F1 of exact spans: all labels, people, places (GPE, LOC, FAC as one kind), and each label."""
    quotes = ('"', '"') if style == "straight" else None
    sentences = [restyled(sentence, style, quotes) for sentence in read_elner(path)]
    sentences = [replace(s, spaces=spacing(s.words)) for s in sentences]
    pairs = examples(nlp, [[sentence] for sentence in sentences], gold_tokens)
    scores = Scorer.score_spans(pairs, "ents")
    labels = {label: round(score["f"], 4) for label, score in sorted(scores["ents_per_type"].items())}
    out = {"all": round(scores["ents_f"], 4), "precision": round(scores["ents_p"], 4)}
    out |= {"recall": round(scores["ents_r"], 4), "places": round(_places(pairs), 4)}
    return out | {"labels": labels}


def _places(pairs: Iterable[Example]) -> float:
    right = total = 0
    for pair in pairs:
        found, gold = (
            {(e.start_char, e.end_char) for e in doc.ents if e.label_ in PLACES}
            for doc in (pair.predicted, pair.reference)
        )
        right += len(found & gold)
        total += len(found) + len(gold)
    return 2 * right / max(total, 1)


def score_trees(nlp: Language, path: Path, *, gold_tokens: bool = False) -> dict[str, Any]:
    """Tags, features, lemmas, trees and sentence boundaries, on documents of about ten sentences."""
    pairs = examples(nlp, documents(path), gold_tokens)

    def features(token: Any, attr: str) -> Any:
        return token.morph.key

    def bounded(doc: Doc) -> bool:
        return doc.has_annotation("SENT_START")

    scores = Scorer.score_deps(pairs, "dep", ignore_labels=("p", "punct"))
    scores |= Scorer.score_token_attr(pairs, "pos") | Scorer.score_token_attr(pairs, "lemma")
    scores |= Scorer.score_token_attr(pairs, "morph", getter=features)
    scores |= Scorer.score_spans(pairs, "sents", has_annotation=bounded)
    keys = {"uas": "dep_uas", "las": "dep_las", "pos": "pos_acc", "morph": "morph_acc"}
    keys |= {"lemma": "lemma_acc", "sentences": "sents_f"}
    return {ours: round(scores[theirs] or 0.0, 4) for ours, theirs in keys.items()}


def load(model: str) -> Language:
    """The embedded pipeline for "", else an installed one by name or one by path."""
    return spacy.load(Path(eipe.__file__).parent / "el_eipe_news") if not model else spacy.load(model)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.score", description=__doc__.split("\n")[0])
    parser.add_argument("models", nargs="*", metavar="MODEL", default=[""])
    parser.add_argument("--names", type=Path, help="an elNER file (IOB2)")
    parser.add_argument("--trees", type=Path, help="a Universal Dependencies file (CoNLL-U)")
    parser.add_argument("--robust", action="store_true", help="the names in other spellings too")
    parser.add_argument("--json", action="store_true", help="machine-readable")
    args = parser.parse_args(arguments)
    if not args.names and not args.trees:
        parser.error("nothing to score: give --names, --trees or both")
    for model in args.models:
        nlp = load(model)
        table: dict[str, dict[str, Any]] = {}
        for gold in (False, True):
            tokens = "gold tokens" if gold else "own tokens"
            if args.names:
                table[f"names, {tokens}"] = score_names(nlp, args.names, gold_tokens=gold)
            if args.trees:
                table[f"trees, {tokens}"] = score_trees(nlp, args.trees, gold_tokens=gold)
        if args.names and args.robust:
            for style in STYLES:
                table[f"names, {style}"] = score_names(nlp, args.names, style=style)
        if args.json:
            print(json.dumps({"model": model or "embedded", "scores": table}))
            continue
        print(model or "embedded")
        for row, scores in table.items():
            labels = scores.pop("labels", {})
            some = {label: labels[label] for label in ("PERSON", "GPE", "LOC", "FAC", "ORG") if label in labels}
            cells = "  ".join(f"{key} {value:.3f}" for key, value in (scores | some).items())
            print(f"  {row:22} {cells}")


if __name__ == "__main__":
    main()
