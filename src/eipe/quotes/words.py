"""The article as plain words: what the rules on quotations see of a ``Doc``.

A token that runs into a quotation mark (``είπε:«Ναι».Και`` is one token to some tokenizers) is cut at the mark,
so that the words around every quotation can be read whatever pipeline made the Doc. Reading tags and trees once
into plain records also keeps the rules fast and lets their tests build words by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, MORPH, POS  # type: ignore[import-not-found, unused-ignore]
from spacy.symbols import NAMES  # type: ignore[import-not-found, unused-ignore]
from spacy.tokens import Doc

from eipe.greek.letters import fold
from eipe.quotes.marks import MARKS

__all__ = ["Word", "read_words"]

_PIECE = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*[.'’]?|\S")
_GLUED = re.compile(f"[{MARKS}:;,()·!?]")
_WORDLIKE = re.compile(r"\w")

#: Articles (folded) and the case that the form alone tells; το, τα, ένα serve nominative and accusative.
ARTICLES = {
    **dict.fromkeys(("ο", "η", "οι", "ενασ"), "Nom"),
    **dict.fromkeys(("τον", "την", "τη", "τουσ", "τισ", "εναν"), "Acc"),
    **dict.fromkeys(("στον", "στην", "στη", "στουσ", "στισ", "στο", "στα"), "Prep"),
    **dict.fromkeys(("του", "τησ", "των", "ενοσ", "μιασ"), "Gen"),
    **dict.fromkeys(("το", "τα", "ενα", "μια"), ""),
}
_ARTICLE_GENDERS = {
    **dict.fromkeys(("ο", "τον", "ενασ", "εναν"), "Masc"),
    **dict.fromkeys(("η", "την", "τη", "τησ", "τισ", "μια", "μιασ"), "Fem"),
    **dict.fromkeys(("το", "τα", "ενα"), "Neut"),
}
_PLURAL_ARTICLES = frozenset(("οι", "τουσ", "τισ", "των", "τα"))


@dataclass(slots=True)
class Word:
    """A word or a punctuation mark of the article.

    Attributes:
        start, end: Offsets in the text.
        text: The characters.
        fold: Lower case without accents.
        pos: Universal part of speech, "" if unknown.
        case: "Nom", "Gen", "Acc", "Voc" or ""; an article's own form wins over the tagger.
        gender: "Masc", "Fem", "Neut" or "".
        number: "Sing", "Plur" or "".
        finite: Whether it is a finite verb.
        participle: Whether it is a verb's participle or converb.
        dep: Dependency relation, without subtype, "" if the Doc was not parsed.
        head: Index of the head among the words; its own index at a root.
        lemma: The pipeline's lemma.
        mention: Index of the entity mention that it belongs to, or -1.
        article: The case told by an article's form ("" for το, τα, ένα); None if it is no article.
    """

    start: int
    end: int
    text: str
    fold: str
    pos: str = ""
    case: str = ""
    gender: str = ""
    number: str = ""
    finite: bool = False
    participle: bool = False
    dep: str = ""
    head: int = -1
    lemma: str = ""
    mention: int = -1
    article: str | None = None

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or digit."""
        return self.pos != "PUNCT" and _WORDLIKE.search(self.text) is not None


@lru_cache(maxsize=4096)
def _features(morph: str) -> tuple[str, str, str, bool, bool]:
    """case, gender, number, finite, participle of a UD feature string."""
    pairs = dict(pair.split("=", 1) for pair in morph.split("|") if "=" in pair)
    form = pairs.get("VerbForm", "")
    finite = form == "Fin" or (not form and "Person" in pairs and "Tense" in pairs)
    return (
        pairs.get("Case", "").split(",")[0],
        pairs.get("Gender", "").split(",")[0],
        pairs.get("Number", "").split(",")[0],
        finite,
        form in ("Part", "Conv"),
    )


def read_words(doc: Doc) -> list[Word]:
    """The words of ``doc`` in text order, white space left out."""
    text = doc.text
    strings = doc.vocab.strings
    rows = doc.to_array([IDX, LENGTH, POS, MORPH, DEP, HEAD, LEMMA]).tolist()
    words: list[Word] = []
    first: list[int] = []  # token -> its (last) word, to translate heads
    heads: list[int] = []
    for token, (idx, length, pos, morph, dep, offset, lemma) in enumerate(rows):
        shape = text[idx : idx + length]
        head = token + (offset if offset < 1 << 31 else offset - (1 << 64))
        if shape.isspace() or not shape:
            first.append(len(words) - 1)
            continue
        pieces = [(idx, shape)]
        if length > 1 and _GLUED.search(shape) and _WORDLIKE.search(shape):
            pieces = [(idx + m.start(), m.group()) for m in _PIECE.finditer(shape)] or pieces
        whole = len(pieces) == 1 or sum(_WORDLIKE.search(p) is not None for _, p in pieces) == 1
        at = len(words)
        for start, piece in pieces:
            word = Word(start, start + len(piece), piece, fold(piece))
            if whole and (len(pieces) == 1 or _WORDLIKE.search(piece)):
                at = len(words)
                case, gender, number, finite, participle = _features(strings[morph] if morph else "")
                word.pos, word.case, word.gender, word.number = NAMES[pos] or "", case, gender, number
                word.finite = finite or (word.pos in ("VERB", "AUX") and not morph)
                word.participle = participle
                word.dep = strings[dep].split(":")[0].lower() if dep else ""
                word.lemma = strings[lemma] if lemma else ""
            elif not _WORDLIKE.search(piece):
                word.pos = "PUNCT"
            _read_article(word)
            words.append(word)
            heads.append(head)
        first.append(at)
    for index, word in enumerate(words):
        token_head = heads[index]
        word.head = first[token_head] if 0 <= token_head < len(first) and first[token_head] >= 0 else index
    return words


def _read_article(word: Word) -> None:
    case = ARTICLES.get(word.fold)
    if case is None or word.text.lower() in ("ή", "οί") or word.pos in ("CCONJ", "VERB"):
        return
    if case == "" and word.pos == "PRON":
        return
    word.article = case
    if case == "Prep":
        word.case = "Acc"
    elif case:
        word.case = case
    word.gender = _ARTICLE_GENDERS.get(word.fold.removeprefix("σ"), "")
    word.number = "Plur" if word.fold.removeprefix("σ") in _PLURAL_ARTICLES else "Sing"
