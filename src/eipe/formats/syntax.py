"""Tokens and sentences of an article, as columns of CoNLL-U have them, with offsets into the text that was given.

They come from a spaCy ``Doc``: the one at hand, or one that a pipeline makes of the text. White space is no token; it
stands with the token before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eipe.records import Findings, Span
from eipe.text import CleanText, is_short, parts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Sent
    from spacy.tokens import Token as SpacyToken

__all__ = ["Sentence", "Token", "covered", "sentences_of", "sentences_with"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token.

    Attributes:
        start: Where it starts in the text that was given.
        end: Where it ends.
        form: Its characters, composed.
        after: The white space behind it.
        lemma, upos, xpos, feats, deprel: Its annotation; empty where the pipeline gives none.
        head: The number of its head in the sentence, from 1; 0 for the root, None if there is no tree.
    """

    start: int
    end: int
    form: str
    after: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int | None
    deprel: str


Sentence = tuple[Token, ...]


def sentences_of(doc: Doc, text: str) -> tuple[Sentence, ...]:
    """The sentences of a Doc.

    Args:
        doc: A Doc with sentences.
        text: The text that was given, in whose characters offsets are counted.

    Raises:
        ValueError: If ``doc`` is of another text, or has no sentences.
    """
    clean = CleanText(text)
    if doc.text != clean.text:
        raise ValueError(
            f"the Doc is of another text: {doc.text[:40]!r}, not {clean.text[:40]!r}; give nlp(result.text)"
        )
    return _restored(list(_sentences(doc, 0)), clean)


#: Makes the pipeline that reads a text again; ``eipe.pipeline``, which stands above, puts the embedded one's here.
READERS: list[Callable[[], Language]] = []


def sentences_with(nlp: Language | None, text: str) -> tuple[Sentence, ...]:
    """The sentences that a pipeline finds in ``text``, which is read part by part if it is long.

    Args:
        nlp: The pipeline; None for the embedded one.

    Raises:
        ValueError: If the pipeline finds no sentences.
    """
    nlp = READERS[-1]() if nlp is None else nlp
    clean = CleanText(text)
    found: list[Sentence] = []
    at = 0
    disable = ["eipe"] if "eipe" in nlp.pipe_names else []
    for part in [clean.text] if is_short(clean.text) else parts(clean.text):
        found.extend(_sentences(nlp(part, disable=disable), at))
        at += len(part)
    return _restored(found, clean)


def covered(tokens: Sequence[Token], start: int, end: int) -> range:
    """The places of the tokens that share a character with the stretch from ``start`` to ``end``."""
    first = bisect_right(tokens, start, key=lambda token: token.end)
    return range(first, bisect_left(tokens, end, lo=first, key=lambda token: token.start) if start < end else first)


def _sentences(doc: Doc, offset: int) -> Iterator[Sentence]:
    if not len(doc):
        return
    if not doc.has_annotation("SENT_START"):
        raise ValueError("the Doc has no sentences: its pipeline needs a 'parser', a 'senter' or a 'sentencizer'")
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if words:
            yield tuple(_tokens(sent, words, offset))


def _tokens(sent: Sent, words: list[SpacyToken], offset: int) -> Iterator[Token]:
    doc, parsed = sent.doc, sent.doc.has_annotation("DEP")
    place = {token.i: number for number, token in enumerate(words, start=1)}
    heads = [_head(token, place) for token in words]
    root = heads.index(0) + 1
    for number, (token, head) in enumerate(zip(words, heads, strict=True), start=1):
        behind = token.idx + len(token)
        following = next((other for other in doc[token.i + 1 :] if not other.is_space), None)
        # A tree has one root: whatever else hangs on a blank, or on nothing, goes to it.
        stray = head == 0 and number != root
        yield Token(
            start=offset + token.idx,
            end=offset + behind,
            form=token.text,
            after=doc.text[behind : following.idx if following is not None else len(doc.text)],
            lemma=token.lemma_,
            upos=token.pos_,
            xpos=token.tag_,
            feats=str(token.morph),
            head=(root if stray else head) if parsed else None,
            deprel=("root" if number == root else "dep" if stray else token.dep_) if parsed else "",
        )


def _head(token: SpacyToken, place: dict[int, int]) -> int:
    """The number of the nearest head that is a word of the sentence; 0 if there is none."""
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return 0 if head.i == token.i else place.get(head.i, 0)


def _restored(sentences: list[Sentence], clean: CleanText) -> tuple[Sentence, ...]:
    """``sentences`` of the clean text, with offsets into the one that was given."""
    if clean.text == clean.original:
        return tuple(sentences)
    # CleanText knows the way back for every span of an extraction, so tokens go as its terms.
    tokens = [token for sentence in sentences for token in sentence]
    spans = tuple(Span(start=token.start, end=token.end, text=token.form) for token in tokens)
    back = iter(clean.restore(Findings(text=clean.text, terms=spans)).terms)
    return tuple(
        tuple(replace(token, start=span.start, end=span.end) for token, span in zip(sentence, back, strict=False))
        for sentence in sentences
    )
