"""The spaCy component `eipe_encoder`: one network for names, tags, lemmas, sentences and trees.

Importing this module loads neither onnxruntime nor tokenizers nor any weights.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy import util
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from eipe.article.marks import find_marks
from eipe.encoder.antecedents import Antecedents
from eipe.encoder.events import scene_of
from eipe.encoder.graph import Graph
from eipe.encoder.pieces import Pieces
from eipe.encoder.voices import Voices, depths, pairs_of
from eipe.encoder.writing import paragraphs, tell, write

if TYPE_CHECKING:
    from spacy.vocab import Vocab

    from eipe.article.marks import Marks
    from eipe.encoder.reader import Reader, Reading
    from eipe.encoder.voices import Pair

FACTORY = "eipe_encoder"
ASSIGNS = ["doc.ents", "token.ent_iob", "token.ent_type", "token.pos", "token.morph", "token.lemma"]
ASSIGNS += ["token.head", "token.dep", "token.is_sent_start", "doc.sents"]
WEIGHTS: dict[str, float | None] = {
    "ents_f": 0.4,
    "dep_las": 0.3,
    "pos_acc": 0.1,
    "lemma_acc": 0.1,
    "sents_f": 0.1,
}


@Language.factory(
    FACTORY,
    assigns=ASSIGNS,
    default_config={"threads": 1},
    default_score_weights=WEIGHTS,
)
def make_encoder(nlp: Language, name: str, threads: int) -> Encoder:
    """The component without weights; they come with `from_disk` or `from_bytes`.

    `threads`: how many threads one text may use (0: as many as there are cores). The result is the same.
    """
    return Encoder(nlp.vocab, name, threads=threads)


class Encoder(Pipe):
    """Writes names, tags, morphology, lemmas, sentence starts and trees on a Doc."""

    def __init__(self, vocab: Vocab, name: str = FACTORY, *, threads: int = 1) -> None:
        self.vocab = vocab
        self.name = name
        self.threads = threads
        self._files: dict[str, bytes] = {}
        self._reader: Reader | None = None
        self._voices: Voices | None = None
        self._antecedents: Antecedents | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self.vocab, self.name, self.threads, self._files)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the names."""
        names = json.loads(self._files["classes.json"])["names"] if self._files else []
        return tuple(sorted({name[2:] for name in names if name != "O"}))

    @property
    def reader(self) -> Reader:
        """The network, made ready on first use."""
        if self._reader is None:
            if not self._files:
                raise ValueError(
                    f"The component {self.name!r} has no weights: load a pipeline that has them with "
                    "eipe.load() or spacy.load(), or call from_disk() with the folder that holds them."
                )
            from tokenizers import Tokenizer

            from eipe.encoder.reader import Reader
            from eipe.greek.truecasing import Truecaser

            self._reader = Reader(
                Graph(self._files["graph.onnx"], self.threads),
                Pieces(Tokenizer.from_str(self._files["tokenizer.json"].decode("utf8"))),
                Truecaser(self._files["forms.txt.gz"]),
                json.loads(self._files["classes.json"]),
                np.load(BytesIO(self._files["rel.npy"]), allow_pickle=False).astype(np.float32),
            )
        return self._reader

    def __call__(self, doc: Doc) -> Doc:
        """Analyse `doc` and write the result on it; names that already stand on it stay."""
        read, text = self.reader.read, doc.text
        lines = paragraphs(doc)
        texts, offsets = [token.text for token in doc], doc.to_array("IDX").tolist()
        starts = [offsets[i] for places in lines for i in places]
        marks = find_marks(text) if starts else []
        pairs = pairs_of(starts, marks)
        depth, at, parts = depths(len(starts), pairs), 0, []
        for places in lines:
            parts.append((places, read([texts[i] for i in places], depth[at : at + len(places)])))
            at += len(places)
        write(doc, texts, parts)
        if pairs:
            words = [i for places in lines for i in places]
            self._tell(doc, words, [texts[i] for i in words], [reading for _, reading in parts], marks, pairs, depth)
        return doc

    def _tell(
        self,
        doc: Doc,
        words: Sequence[int],
        texts: Sequence[str],
        parts: Sequence[Reading],
        marks: Sequence[Marks],
        pairs: Sequence[Pair],
        depth: Sequence[int],
    ) -> None:
        """Writes whose words stand in marks."""
        vectors = np.concatenate([rows for part in parts for rows in part.words])
        line = [number for number, part in enumerate(parts) for _ in part.pos]
        keys = np.concatenate([rows for part in parts for rows in part.keys])
        beliefs, views = self.voices.read(vectors, keys, pairs, depth, line)
        names = self.antecedents.read(scene_of(texts, parts, pairs, beliefs, vectors, views, depth, line))
        tell(doc, words, marks, pairs, [replace(b, name=name) for b, name in zip(beliefs, names, strict=True)])

    @property
    def voices(self) -> Voices:
        """The heads that say whose words stand in marks, made ready on first use."""
        if self._voices is None:
            self._voices = Voices(self._arrays("voices.npz"))
        return self._voices

    @property
    def antecedents(self) -> Antecedents:
        """The network that says who is meant, made ready on first use."""
        if self._antecedents is None:
            self._antecedents = Antecedents(self._arrays("antecedents.npz"))
        return self._antecedents

    def _arrays(self, name: str) -> dict[str, Any]:
        with np.load(BytesIO(self._files[name]), allow_pickle=False) as weights:
            return dict(weights)

    def score(self, examples: Iterable[Example], **kwargs: Any) -> dict[str, Any]:
        """All scores of `nlp.evaluate`: names, tags, lemmas, trees, sentences."""
        examples = list(examples)

        def has_sentences(doc: Doc) -> bool:
            return doc.has_annotation("SENT_START")

        def morph(token: Any, attr: str) -> Any:
            return token.morph.key

        scorer = Scorer()
        out: dict[str, Any] = {}
        if any(example.reference.ents for example in examples):
            out |= scorer.score_spans(examples, "ents")
        if any(example.reference.has_annotation("POS") for example in examples):
            out |= scorer.score_token_attr(examples, "pos")
        if any(example.reference.has_annotation("MORPH") for example in examples):
            out |= scorer.score_token_attr(examples, "morph", getter=morph)
        if any(example.reference.has_annotation("LEMMA") for example in examples):
            out |= scorer.score_token_attr(examples, "lemma")
        if any(example.reference.has_annotation("DEP") for example in examples):
            out |= scorer.score_deps(examples, "dep", ignore_labels=("p", "punct"))
            out |= scorer.score_spans(examples, "sents", has_annotation=has_sentences)
            out.pop("sents_per_type", None)
        return out

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The weights as bytes."""
        return util.to_bytes({name: partial(bytes, data) for name, data in self._files.items()}, exclude)

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Encoder:
        """Take the weights from `to_bytes`."""
        files: dict[str, bytes] = {}
        readers: dict[str, Callable[[bytes], Any]] = {n: partial(files.__setitem__, n) for n in FILES}
        util.from_bytes(data, readers, exclude)
        return self._filled(files)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights into the folder `path`."""
        folder = util.ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in self._files.items():
            (folder / name).write_bytes(data)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Encoder:
        """Take the weights from the folder `path`."""
        folder = util.ensure_path(path)
        return self._filled({name: (folder / name).read_bytes() for name in FILES})

    def _filled(self, files: dict[str, bytes]) -> Encoder:
        self._files = files
        self._reader = self._voices = self._antecedents = None
        return self


FILES = ("graph.onnx", "tokenizer.json", "forms.txt.gz", "classes.json", "rel.npy", "voices.npz", "antecedents.npz")


def _restored(vocab: Vocab, name: str, threads: int, files: dict[str, bytes]) -> Encoder:
    return Encoder(vocab, name, threads=threads)._filled(files)
