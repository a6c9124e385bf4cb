"""A document as plain lists: token texts and offsets once, instead of spaCy's objects again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
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
        other: Whether a token belongs to an entity that is no person, place or body (a treaty, a work).
        nameless: Whether a token belongs to what is no name (a people, a date), as the model sees it.
        restored: Whether a token's accents or case are not the text's own.
        capitals: The tokens that open with a capital, where most searches for names may begin.
        signs: The tokens that are no plain words: marks, white space, and words with a point, hyphen or apostrophe.
        cased: What ``has_case`` tells of each token; filled when it is first asked.
        places: Where each folded word stands; filled when it is first asked, like the next two.
        forms: The words as written.
    """

    text: str
    texts: list[str]
    folded: list[str]
    starts: list[int]
    pos: list[str]
    breaks: list[bool] = field(default_factory=list)
    other: list[bool] = field(default_factory=list)
    nameless: list[bool] = field(default_factory=list)
    restored: list[bool] = field(default_factory=list)
    capitals: list[int] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)
    cased: list[bool] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=dict)
    forms: frozenset[str] = frozenset()

    @classmethod
    def of(cls, doc: Doc, tokens: Tokens) -> Words:
        written = tokens.texts
        texts = printed(written, {index for entity in doc.ents for index in range(entity.start, entity.end)})
        words = cls(tokens.text, texts, list(map(fold, texts)), tokens.starts, list(map(_POS.__getitem__, tokens.pos)))
        words.breaks, words.other, words.nameless, words.restored = ([False] * len(texts) for _ in range(4))
        words.signs = [index for index, word in enumerate(texts) if not word.isalnum()]
        for index in words.signs:
            word = texts[index]
            words.breaks[index] = word[0] in BREAKS or word.isspace()
        words.capitals = [index for index, word in enumerate(texts) if word[:1].isupper()]
        if texts != written:
            words.text = "".join(word + " " * space for word, space in zip(texts, tokens.spaces, strict=True))
            words.restored = [new != old for new, old in zip(texts, written, strict=True)]
        for entity in doc.ents:
            short = len(entity) == 2 and words.folded[entity.start] in OPENINGS
            town = entity.label_ == "EVENT" and len(entity) == 1  # η τραγωδία των Τεμπών
            if entity.label_ in TITLED and not short and not town:
                words.other[entity.start : entity.end] = [True] * len(entity)
            if entity.label_ in NAMELESS:
                words.nameless[entity.start : entity.end] = [True] * len(entity)
        return words

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

    def where(self, folded: str) -> Sequence[int]:
        """The tokens that are this folded word."""
        if not self.places:
            for index, word in enumerate(self.folded):
                self.places.setdefault(word, []).append(index)
        return self.places.get(folded, ())

    def occurs(self, form: str) -> bool:
        """Whether a token is written like this, letter for letter."""
        self.forms = self.forms or frozenset(self.texts)
        return form in self.forms

    def tells_of(self, matter: frozenset[str]) -> bool:
        """Whether one of these folded words stands anywhere in the text."""
        self.where("")
        return not matter.isdisjoint(self.places)

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
        if not self.cased:
            self.cased = cased(self.texts, self.restored)
        return self.cased[index]


def cased(texts: Sequence[str], restored: Sequence[bool]) -> list[bool]:
    """For each token, whether its line has a word of the author's own with a capital and small letters."""
    out: list[bool] = []
    found, start = False, 0
    for index, text in enumerate(texts):
        if "\n" in text:
            out += [found] * (index - start) + [False]
            found, start = False, index + 1
        else:
            found = found or (not restored[index] and text[0].isupper() and text[1:].islower())
    return out + [found] * (len(texts) - start)


def printed(texts: list[str], marked: set[int]) -> list[str]:
    """The tokens as print would have them, paragraph by paragraph; a form of another length is left out.

    Args:
        marked: The tokens in which the model saw names. Where case tells nothing, it alone tells of those that no
            table has: ο γουόν-σικ είπε.
    """
    truecaser = shipped()
    out = list(texts)
    start = 0
    for end in [*(i for i, text in enumerate(texts) if "\n" in text), len(texts)]:
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
        start = end + 1
    return out
