"""The formats by name: how a file of each begins and ends, and whether it holds one article or many."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from eipe.arguments import check_choice
from eipe.formats import conllu, displacy, doccano, iob2, labelstudio, tei, xmi
from eipe.formats.documents import Document
from eipe.formats.syntax import sentences_of, sentences_with
from eipe.records import Findings
from eipe.rows import encodable

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["FORMATS", "Format", "FormatName", "file_names", "known_format", "one", "pieces"]

FormatName = Literal["conllu", "iob", "xmi", "labelstudio", "doccano", "tei", "displacy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format.

    Attributes:
        write: Writes one article.
        suffix: How its files' names end.
        about: What reads it.
        single: Whether a file holds one article only.
        tokens: Whether it needs tokens and sentences.
        begin, between, end: What stands before, between and behind the articles of a file.
        beside: The names of files that readers need as well, and what writes them.
    """

    write: Callable[[Document], str]
    suffix: str
    about: str
    single: bool = False
    tokens: bool = False
    begin: str = ""
    between: str = ""
    end: str = ""
    beside: tuple[tuple[str, Callable[[], str]], ...] = ()


def _json(write: Callable[[Document], str], about: str) -> Format:
    """A format whose files hold a JSON array with an object an article."""
    return Format(write=write, suffix=".json", about=about, begin="[\n", between=",\n", end="\n]\n")


FORMATS: Mapping[str, Format] = {
    "conllu": Format(write=conllu.write, suffix=".conllu", about="corpus tools", tokens=True),
    "iob": Format(write=iob2.write, suffix=".iob", about="trainers of name recognizers", tokens=True),
    "xmi": Format(
        write=xmi.write,
        suffix=".xmi",
        about="INCEpTION and UIMA",
        single=True,
        beside=((xmi.TYPE_SYSTEM, xmi.typesystem),),
    ),
    "labelstudio": _json(labelstudio.write, "Label Studio"),
    "doccano": Format(write=doccano.write, suffix=".jsonl", about="doccano"),
    "tei": Format(write=tei.write, suffix=".xml", about="editions", single=True),
    "displacy": _json(displacy.write, "spaCy's displaCy"),
}
# What no file system minds, in any script.
_ODD = re.compile(r"[^\w.-]+")
_LONGEST = 100


def known_format(name: object, argument: str) -> Format:
    """The format of this name.

    Raises:
        TypeError: If ``name`` is no string.
        ValueError: If there is none.
    """
    check_choice(argument, name, {key: format.about for key, format in FORMATS.items()})
    return FORMATS[str(name)]


def pieces(documents: Iterable[Document], format: Format) -> Iterator[str]:
    """A file of ``documents``, piece by piece.

    Raises:
        ValueError: If there are several, and the format holds one only.
    """
    yield format.begin
    for number, document in enumerate(documents):
        if number and format.single:
            raise ValueError(f"a {format.suffix} file holds one article, and there are more: give a folder")
        yield (format.between if number else "") + format.write(replace(document, number=number + 1))
    yield format.end


def file_names(documents: Iterable[Document], format: Format) -> Iterator[tuple[str, Document]]:
    """A file name of its own for each document, after its id."""
    taken: set[str] = set()
    for document in documents:
        stem = _ODD.sub("_", document.id.removesuffix(".txt")).strip("._")[:_LONGEST] or "article"
        name, number = stem + format.suffix, 1
        while name.casefold() in taken:  # two ids may differ in what is left out, or in capitals alone
            number += 1
            name = f"{stem}-{number}{format.suffix}"
        taken.add(name.casefold())
        yield name, document


def one(extraction: Findings, to: FormatName, *, id: str = "", doc: Doc | None = None) -> str:
    """One article in the format of another tool; see ``Extraction.export``."""
    text = extraction.text
    read = partial(sentences_of, doc, text) if doc is not None else partial(sentences_with, None, text)
    return "".join(pieces([Document(encodable(id), extraction, read)], known_format(to, "to")))
