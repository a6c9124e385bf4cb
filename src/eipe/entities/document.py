"""A document as plain lists: token texts and offsets once, instead of spaCy's objects again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.symbols import NAMES  # type: ignore[import-not-found, unused-ignore]
from spacy.tokens import Doc

from eipe.greek.letters import fold
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import rows, words_of
from eipe.tokens import Tokens

__all__ = ["ARTICLES", "CLOSING", "GENITIVES", "Grammar", "Words"]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Case (``Nom Gen Acc Voc``), genders (of ``mfn``) and number (``Sing Plur``), if something tells."""

    case: str | None = None
    gender: str | None = None
    number: str | None = None


NOTHING = Grammar()
ARTICLES = {word: Grammar(case, gender or None, number) for word, case, gender, number in rows("articles")}
#: The articles (folded) that are genitives.
GENITIVES = words_of("articles_in_genitive")
NAMELESS = frozenset({"NORP", "DATE", "TIME", "LANGUAGE", "ORDINAL", "CARDINAL"})
TITLED = frozenset({"EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
OPENINGS = frozenset(ARTICLES) | words_of("kyrios")
BREAKS = frozenset(".;!?·…\n")
#: What closes a quotation, by what opens it.
CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"'}
_POS = [name or "" for name in NAMES]


@dataclass
class Words:
    """The tokens of a document, each with its folded text, its offsets and its tags.

    A paragraph in capitals or without accents stands here as print would have it (`eipe.greek.truecasing`),
    letter for letter, so that offsets are those of the document.

    Attributes:
        text: The document's text.
        texts: Token texts.
        folded: The same, folded.
        starts: Where each token starts.
        pos: Coarse tags, as the pipeline has them.
        breaks: Whether a token is a mark that ends a phrase or sentence, or white space.
        other: The tokens of entities that are no person, place or body (a treaty, a work).
        nameless: The tokens of what is no name (a people, a date), as the model sees it.
        restored: Whether a token's accents or case are not the text's own.
        capitals: The tokens that open with a capital, where most searches for names may begin.
        signs: The tokens that are no plain words: marks, white space, and words with a point, hyphen or apostrophe.
    """

    text: str
    texts: list[str]
    folded: list[str]
    starts: list[int]
    pos: list[str]
    breaks: list[bool]
    other: frozenset[int]
    nameless: frozenset[int]
    restored: list[bool]
    capitals: list[int]
    signs: list[int]

    @classmethod
    def of(cls, doc: Doc, tokens: Tokens) -> Words:
        entities = [(entity.label_, range(entity.start, entity.end)) for entity in doc.ents]
        written = tokens.texts
        texts = printed(written, {index for _, span in entities for index in span})
        text = tokens.text
        if texts != written:
            text = "".join(word + " " * space for word, space in zip(texts, tokens.spaces, strict=True))
        folded = list(map(fold, texts))

        def is_other(label: str, span: range) -> bool:
            short = len(span) == 2 and folded[span[0]] in OPENINGS
            town = label == "EVENT" and len(span) == 1  # η τραγωδία των Τεμπών
            return label in TITLED and not short and not town

        return cls(
            text,
            texts,
            folded,
            tokens.starts,
            pos=list(map(_POS.__getitem__, tokens.pos)),
            breaks=[word[0] in BREAKS or word.isspace() for word in texts],
            other=frozenset(index for entity in entities if is_other(*entity) for index in entity[1]),
            nameless=frozenset(index for label, span in entities if label in NAMELESS for index in span),
            restored=[new != old for new, old in zip(texts, written, strict=True)],
            capitals=[index for index, word in enumerate(texts) if word[:1].isupper()],
            signs=[index for index, word in enumerate(texts) if not word.isalnum()],
        )

    def __len__(self) -> int:
        return len(self.texts)

    def end(self, index: int) -> int:
        return self.starts[index] + len(self.texts[index])

    def text_at(self, index: int) -> str:
        """The token there; nothing outside of the text."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def folded_at(self, index: int) -> str:
        """The same, folded."""
        return self.folded[index] if 0 <= index < len(self.folded) else ""

    def article_at(self, index: int) -> Grammar | None:
        """What the token there tells, if it is an article."""
        return ARTICLES.get(self.folded_at(index))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.folded):
            found[word].append(index)
        return dict(found)

    def where(self, folded: str) -> Sequence[int]:
        """The tokens that are this folded word."""
        return self._places.get(folded, ())

    def tells_of(self, matter: frozenset[str]) -> bool:
        """Whether one of these folded words stands anywhere in the text."""
        return not matter.isdisjoint(self._places)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words as they are written, letter for letter."""
        return frozenset(self.texts)

    def opens_sentence(self, index: int) -> bool:
        """Whether nothing stands before the token in its sentence, line or quotation."""
        if index == 0:
            return True
        before = self.texts[index - 1]
        if before[-1] == "." and 1 < len(before) < 5:
            return False  # κ. and Γ. end no sentence.
        return not before.strip() or before[-1] in '.;!?:·…«“"„•-–'

    def opens_line(self, index: int) -> bool:
        """Whether nothing stands before the token in its line."""
        return index == 0 or "\n" in self.texts[index - 1]

    def has_case(self, index: int) -> bool:
        """Whether the token stands in a line with large and small letters, and they are its author's own."""
        return self._cased[index]

    @cached_property
    def _cased(self) -> list[bool]:
        """For each token, whether its line has a word of the author's own with a capital and small letters."""
        out: list[bool] = []
        for start, end in stretches(self.texts):
            own = (text for text, new in zip(self.texts[start:end], self.restored[start:end], strict=True) if not new)
            out += [any(text[0].isupper() and text[1:].islower() for text in own)] * (end - start) + [False]
        return out


def stretches(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each line opens and ends, without the token that breaks it."""
    start = 0
    for end in (*(index for index, text in enumerate(texts) if "\n" in text), len(texts)):
        yield start, end
        start = end + 1


def printed(texts: list[str], marked: set[int]) -> list[str]:
    """The tokens as print would have them, paragraph by paragraph; a form of another length is left out.

    Args:
        marked: The tokens in which the model saw names. Where case tells nothing, it alone tells of those that no
            table has: ο γουόν-σικ είπε.
    """
    truecaser = shipped()
    out = list(texts)
    for start, end in stretches(texts):
        line = texts[start:end]
        forms = truecaser(line)
        for index, form in enumerate(() if forms is line else forms, start):
            if len(form) == len(texts[index]):
                out[index] = form
        letters = "".join(line)
        if marked and (letters.islower() or letters.isupper()):
            for index in marked.intersection(range(start, end)):
                if out[index].islower() and not truecaser.knows(texts[index]):
                    out[index] = out[index].title()
    return out
