"""IOB2 in four columns, as CoNLL-2003 has them: token, part of speech, quotation, name.

``B-GPE`` begins a name and ``I-GPE`` goes on with it, ``O`` is none; an empty line ends a sentence, and a line
``-DOCSTART-`` begins an article. Nominal mentions (ο υπουργός) are no names. Of names in each other the longest stands.
A quotation of several sentences goes on with ``I-`` over their ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from eipe.formats.documents import Document, ner_label
from eipe.formats.syntax import Token, covered
from eipe.records import Span

__all__ = ["write"]


def write(document: Document) -> str:
    """The article, a block of lines a sentence."""
    sentences, extraction = document.read(), document.extraction
    tokens = list(chain.from_iterable(sentences))
    named = (
        (mention, ner_label(entity))
        for entity in extraction.entities
        for mention in entity.mentions
        if mention.kind == "name"
    )
    names = _tags(tokens, named)
    quotes = _tags(tokens, ((quote, quote.kind.upper()) for quote in extraction.quotes))
    lines = ["-DOCSTART- -X- O O", ""]
    at = 0
    for sentence in sentences:
        for number, token in enumerate(sentence):
            name = names[at]
            if not number and name.startswith("I-"):  # a name that the parser has cut
                name = f"B-{name[2:]}"
            lines.append(f"{token.form} {token.upos or '-X-'} {quotes[at]} {name}")
            at += 1
        lines.append("")
    return "".join(f"{line}\n" for line in lines)


def _tags(tokens: Sequence[Token], spans: Iterable[tuple[Span, str]]) -> list[str]:
    tags = ["O"] * len(tokens)
    for span, label in sorted(spans, key=lambda item: (item[0].start - item[0].end, item[0].start)):
        places = covered(tokens, span.start, span.end)
        if all(tags[place] == "O" for place in places):
            for place in places:
                tags[place] = f"{'I' if place > places[0] else 'B'}-{label}"
    return tags
