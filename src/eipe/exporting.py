"""Many extractions into files of other tools' formats: ``eipe.export``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eipe.formats.documents import Document
from eipe.formats.registry import FormatName, file_names, known_format, pieces
from eipe.formats.syntax import sentences_with
from eipe.interchange import dump
from eipe.rows import Results, encodable, numbered

if TYPE_CHECKING:
    from spacy.language import Language

    from eipe.records import Findings

__all__ = ["document", "export"]


def export(results: Results, path: str | Path, to: FormatName, *, nlp: Language | None = None) -> None:
    """Writes many articles in the format of another tool.

    Args:
        results: Extractions, or pairs of an extraction and its article's id, as ``Extractor.pipe`` gives them.
        path: The file to write. ``"xmi"`` and ``"tei"`` hold one article a file: for them a folder, which is made
            if it is missing, or a file that ends with .xmi or .xml for one article. Beside .xmi files the type system
            is written as TypeSystem.xml.
        to: ``"conllu"``, ``"iob"``, ``"xmi"`` (needs the extra xmi), ``"labelstudio"``, ``"doccano"``, ``"tei"`` or
            ``"displacy"``.
        nlp: The pipeline that finds tokens and sentences for ``"conllu"`` and ``"iob"``; by default the embedded one.

    Raises:
        ModuleNotFoundError: If a library that the format needs is not installed.
        OSError: If the file cannot be written.
        TypeError: If ``results`` holds something else, or ``to`` is no string.
        ValueError: If there is no such format, if several articles should go into one file that holds one, or if
            ``nlp`` finds no sentences.
    """
    format = known_format(to, "to")
    path = Path(path)
    documents = (document(extraction, id, nlp=nlp) for id, extraction in numbered(results, "export"))
    if format.single and path.suffix != format.suffix:
        path.mkdir(exist_ok=True)
        for name, article in file_names(documents, format):
            (path / name).write_text(format.write(article), encoding="utf8", newline="\n")
        folder = path
    else:
        with path.open("w", encoding="utf8", newline="\n") as stream:
            stream.writelines(pieces(documents, format))
        folder = path.parent
    for name, write in format.beside:
        (folder / name).write_text(write(), encoding="utf8", newline="\n")


def document(extraction: Findings, id: Any, *, nlp: Language | None = None) -> Document:
    """An article to be written; its tokens are read when they are asked for."""
    name = encodable(id if isinstance(id, str) else dump(id))
    return Document(name, extraction, partial(sentences_with, nlp, extraction.text))
