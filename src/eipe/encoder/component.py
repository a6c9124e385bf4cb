"""The spaCy component `eipe_encoder`: one network for names, tags, lemmas, sentences and trees.

Importing this module loads neither onnxruntime nor tokenizers nor any weights.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy import util
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example

from eipe.encoder.graph import Graph
from eipe.encoder.pieces import Pieces

if TYPE_CHECKING:
    from spacy.vocab import Vocab

    from eipe.encoder.reader import Reader, Reading

FACTORY = "eipe_encoder"
NEWLINES = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
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
        read = self.reader.read
        parts = [(places, read([doc[i].text for i in places])) for places in paragraphs(doc)]
        write(doc, parts)
        return doc

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
        self._reader = None
        return self


FILES = ("graph.onnx", "tokenizer.json", "forms.txt.gz", "classes.json", "rel.npy")


def _restored(vocab: Vocab, name: str, threads: int, files: dict[str, bytes]) -> Encoder:
    return Encoder(vocab, name, threads=threads)._filled(files)


def paragraphs(doc: Doc) -> list[list[int]]:
    """The places of the words of every paragraph; tokens of white space are no words."""
    out: list[list[int]] = [[]]
    for token in doc:
        if not token.is_space:
            out[-1].append(token.i)
        elif out[-1] and not NEWLINES.isdisjoint(token.text):
            out.append([])
    return [places for places in out if places]


def write(doc: Doc, parts: list[tuple[list[int], Reading]]) -> None:
    """Write what was read on the Doc. White space hangs on the word before it, as in spaCy's pipelines."""
    if not len(doc):
        return
    size = len(doc)
    spaces = [token.is_space for token in doc]
    pos = ["SPACE" if blank else "X" for blank in spaces]
    morphs, names = [""] * size, ["O"] * size
    lemmas = [token.text for token in doc]
    deps = ["dep"] * size
    words = [i for i, blank in enumerate(spaces) if not blank]
    anchor = words[0] if words else 0
    heads = []
    for i, blank in enumerate(spaces):
        anchor = anchor if blank else i
        heads.append(anchor)
    if not words:
        deps[0] = "ROOT"
    for places, reading in parts:
        for n, i in enumerate(places):
            pos[i], morphs[i], lemmas[i] = reading.pos[n], reading.morphs[n], reading.lemmas[n]
            heads[i], deps[i] = places[reading.heads[n]], reading.deps[n]
            names[i] = reading.names[n]
            if names[i][0] == "I":  # white space inside a name is part of it
                names[places[n - 1] + 1 : i] = [names[i]] * (i - places[n - 1] - 1)
    add, morph = doc.vocab.strings.add, doc.vocab.morphology.add
    columns = {
        "POS": [add(p) for p in pos],
        "MORPH": [morph(m) for m in morphs],
        "LEMMA": [add(lemma) for lemma in lemmas],
        "HEAD": [(head - i) % 2**64 for i, head in enumerate(heads)],
        "DEP": [add(dep) for dep in deps],
    }
    keep = list(doc.ents)
    if not keep:
        columns["ENT_IOB"] = [{"B": 3, "I": 1, "O": 2}[name[0]] for name in names]
        columns["ENT_TYPE"] = [add(name[2:]) if name != "O" else 0 for name in names]
    doc.from_array(list(columns), np.array(list(columns.values()), dtype=np.uint64).T)  # type: ignore[arg-type]
    if keep:
        taken = {i for ent in keep for i in range(ent.start, ent.end)}
        found = [ent for ent in _spans(doc, names) if taken.isdisjoint(range(ent.start, ent.end))]
        doc.ents = [*keep, *found]


def _spans(doc: Doc, names: list[str]) -> list[Span]:
    starts = [i for i, name in enumerate(names) if name[0] == "B"]
    out = []
    for start in starts:
        end = start + 1
        while end < len(names) and names[end][0] == "I":
            end += 1
        out.append(Span(doc, start, end, label=names[start][2:]))
    return out
