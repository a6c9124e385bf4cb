"""The lines of public corpora: elNER (IOB2), treebanks and PARSEME (CoNLL-U and its kin), XQuAD (JSON), plain text.

A line is what a corpus keeps apart: a sentence, or a paragraph of plain text.
"""

from __future__ import annotations

import gzip
import json
import lzma
from collections.abc import Callable, Iterator
from pathlib import Path

from training.corpora import read_elner

from benchmarks.standoff import key

__all__ = ["lines_by_key", "read_lines"]

_OPEN: dict[str, Callable[..., bytes]] = {".xz": lzma.decompress, ".gz": gzip.decompress}


def lines_by_key(folder: Path) -> dict[str, str]:
    """The lines under ``folder`` by their keys (``benchmarks.standoff``); of several copies the first that is read."""
    found: dict[str, str] = {}
    for line in read_lines(folder):
        found.setdefault(key(line), line)
    return found


def read_lines(folder: Path) -> Iterator[str]:
    """The lines of every file under ``folder`` whose form is known, without white space at their ends.

    Plain text comes last: of a sentence that stands in two corpora, the one with marked tokens tells its blanks best.
    """
    for path in sorted(folder.rglob("*"), key=lambda path: (".txt" in path.suffixes, path)):
        kind = path.with_suffix("").suffix if path.suffix in _OPEN else path.suffix
        if kind in _READERS and path.is_file():
            for line in _READERS[kind](path):
                if line.strip():
                    yield line.strip()


def _text(path: Path) -> str:
    data = path.read_bytes()
    return _OPEN.get(path.suffix, bytes)(data).decode("utf8").removeprefix("\ufeff")


def _plain(path: Path) -> Iterator[str]:
    yield from _text(path).split("\n")


def _iob(path: Path) -> Iterator[str]:
    return (sentence.text for sentence in read_elner(path))


def _sentences(path: Path) -> Iterator[str]:
    """The sentences of a CoNLL-U or CUPT file, by their ``# text``, or put together from the words."""
    for block in _text(path).replace("\r\n", "\n").split("\n\n"):
        lines = block.split("\n")
        text = next((line.partition("=")[2] for line in lines if line.startswith("# text =")), None)
        if text is None:
            text = _words([line.split("\t") for line in lines if line and line[0].isdigit()])
        yield text


def _words(rows: list[list[str]]) -> str:
    """The text of a sentence. A contraction (1-2 στην) stands for its words, and says whether a blank follows."""
    text, covered = "", 0.0
    for row in rows:
        first, _, last = row[0].partition("-")
        if float(first) <= covered or "." in first:
            continue
        covered = float(last or first)
        # CoNLL-U has ten columns, the last one with SpaceAfter=No; PARSEME's first form has nsp in its third.
        glued = "SpaceAfter=No" in row[9] if len(row) > 9 else row[2:3] == ["nsp"]
        text += row[1] + " " * (not glued)
    return text


def _contexts(path: Path) -> Iterator[str]:
    """The paragraphs of a file in the form of SQuAD; any other JSON has none."""
    try:
        articles = json.loads(_text(path))["data"]
        for article in articles:
            for paragraph in article["paragraphs"]:
                yield from paragraph["context"].split("\n")
    except (ValueError, KeyError, TypeError):
        return


_READERS: dict[str, Callable[[Path], Iterator[str]]] = {
    ".conllu": _sentences,
    ".cupt": _sentences,
    ".iob2": _iob,
    ".json": _contexts,
    ".parsemetsv": _sentences,
    ".txt": _plain,
}
