"""The tokens of a ``Doc`` as columns: spaCy is asked once, and both halves of the rules read the answers."""

from __future__ import annotations

from dataclasses import dataclass
from operator import add
from typing import cast

from numpy import arange, uint64
from spacy.attrs import (  # type: ignore[import-not-found, unused-ignore]
    DEP,
    HEAD,
    IDX,
    LEMMA,
    LENGTH,
    MORPH,
    ORTH,
    POS,
    SPACY,
)
from spacy.strings import StringStore
from spacy.tokens import Doc

__all__ = ["Tokens"]

_COLUMNS = [ORTH, IDX, LENGTH, SPACY, POS, MORPH, DEP, LEMMA, HEAD]

#: Forms by their hashes, which are the same in every vocabulary. That every place of a form holds one string also
#: spares the rules to hash it and to compare it letter for letter, wherever they look it up.
_FORMS: dict[int, str] = {}
_FORMS_LIMIT = 1 << 14


@dataclass(slots=True)
class Tokens:
    """One list a property, one place a token.

    Attributes:
        text: The document's text.
        texts: The token's characters.
        starts, ends: Its offsets in the text.
        spaces: 1 where a space follows, else 0.
        pos: The symbol of its part of speech, 0 if unknown.
        morph, dep, lemma: Hashes of its features, relation and lemma in ``doc.vocab.strings``, 0 if unknown.
        heads: The index of its head; its own at a root.
    """

    text: str
    texts: list[str]
    starts: list[int]
    ends: list[int]
    spaces: list[int]
    pos: list[int]
    morph: list[int]
    dep: list[int]
    lemma: list[int]
    heads: list[int]

    @classmethod
    def of(cls, doc: Doc) -> Tokens:
        """The columns of ``doc``."""
        if not len(doc):
            return cls("", [], [], [], [], [], [], [], [], [])
        columns = doc.to_array(_COLUMNS).T
        columns[-1] += arange(len(doc), dtype=uint64)  # how far the head is off; less than nothing wraps round
        forms, starts, lengths, spaces, pos, morph, dep, lemma, heads = columns.tolist()
        texts = _texts(forms, doc.vocab.strings)
        text = "".join([form + " " if space else form for form, space in zip(texts, spaces, strict=True)])
        return cls(text, texts, starts, list(map(add, starts, lengths)), spaces, pos, morph, dep, lemma, heads)


def _texts(forms: list[int], strings: StringStore) -> list[str]:
    """The letters of forms given by their hashes."""
    if len(_FORMS) > _FORMS_LIMIT:
        _FORMS.clear()
    texts = list(map(_FORMS.get, forms))
    if None in texts:
        for index, text in enumerate(texts):
            if text is None:
                texts[index] = _FORMS[forms[index]] = strings[forms[index]]
    return cast("list[str]", texts)
