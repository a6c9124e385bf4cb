"""The article as plain words: what the rules on quotations see of a ``Doc``.

A token that runs into a quotation mark (``είπε:«Ναι».Και`` is one token to some tokenizers) is cut at the mark,
so that the words around every quotation can be read whatever pipeline made the Doc. Reading tags and trees once
into plain records also keeps the rules fast and lets their tests build words by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, MORPH, POS  # type: ignore[import-not-found, unused-ignore]
from spacy.symbols import NAMES  # type: ignore[import-not-found, unused-ignore]
from spacy.tokens import Doc

from eipe.greek.letters import fold, is_one_letter
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
    **dict.fromkeys(("ο", "τον", "ενασ", "εναν", "στον", "στουσ"), "Masc"),
    **dict.fromkeys(("η", "την", "τη", "τησ", "τισ", "μια", "μιασ", "στην", "στη", "στισ"), "Fem"),
    **dict.fromkeys(("το", "τα", "ενα", "στο", "στα"), "Neut"),
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
        is_word: Whether it holds a letter or digit, and is no punctuation.
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
    is_word: bool = True


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


#: What a word's form and tags say, by them: half the words of a text repeat, and more from text to text. The
#: hashes of strings are the same in every pipeline and process. An empty tuple: to be cut, or white space.
_KNOWN: dict[tuple[str, int, int, int, int], tuple[Any, ...]] = {}
_KNOWN_LIMIT = 1 << 13


def read_words(doc: Doc, text: str | None = None) -> list[Word]:
    """The words of ``doc`` in text order, white space left out. ``text``: see ``find_entities``."""
    if len(_KNOWN) > _KNOWN_LIMIT:
        _KNOWN.clear()
    text, strings = doc.text if text is None else text, doc.vocab.strings
    columns = doc.to_array([IDX, LENGTH, POS, MORPH, DEP, HEAD, LEMMA]).T.tolist() if len(doc) else []
    words: list[Word] = []
    first: list[int] = []  # token -> its (last) word, to translate heads
    heads: list[int] = []
    for token, (idx, length, pos, morph, dep, offset, lemma) in enumerate(zip(*columns, strict=True)):
        end = idx + length
        shape = text[idx:end]
        first.append(len(words))
        key = (shape, pos, morph, dep, lemma)
        fields = _KNOWN.get(key)
        if fields is None:
            tags = NAMES[pos] or "", *(strings[value] if value else "" for value in (morph, dep, lemma))
            fields = _KNOWN[key] = () if _apart(shape) else _fields(shape, *tags)
        if length == 2 and words and is_one_letter(shape, words[-1].text) and not _goes_on(text, end):
            words.append(Word(idx, idx + 1, *_fields(shape[0], "PROPN", "", "", "")))
            words.append(Word(idx + 1, end, *_fields(".", "PUNCT", "", "", "")))
        elif fields:
            words.append(Word(idx, end, *fields))
        elif not shape or shape.isspace():
            first[-1] -= 1
            continue
        else:
            tags = NAMES[pos] or "", *(strings[value] if value else "" for value in (morph, dep, lemma))
            first[-1] += _cut(words, idx, shape, tags)
        head = token + (offset if offset < 1 << 31 else offset - (1 << 64))
        while len(heads) < len(words):
            heads.append(head)
    for index, (word, head) in enumerate(zip(words, heads, strict=True)):
        word.head = first[head] if 0 <= head < len(first) and first[head] >= 0 else index
    return words


def _goes_on(text: str, end: int) -> bool:
    """Whether a small letter follows, so that the full stop before it ends no sentence."""
    return text[end : end + 2].strip()[:1].islower()


def _apart(shape: str) -> bool:
    """Whether a token is no single word: white space, or a word that runs into a mark."""
    if not shape or shape.isspace():
        return True
    return len(shape) > 1 and _GLUED.search(shape) is not None and _WORDLIKE.search(shape) is not None


def _cut(words: list[Word], idx: int, shape: str, tags: tuple[str, ...]) -> int:
    """Adds the pieces of a token; its tags belong to its one word. Returns which piece that is."""
    pieces = [(idx + match.start(), match.group()) for match in _PIECE.finditer(shape)]
    wordlike = [_WORDLIKE.search(piece) is not None for _, piece in pieces]
    tagged = wordlike.index(True) if sum(wordlike) == 1 else -1
    for index, (start, piece) in enumerate(pieces):
        own = tags if index == tagged else ("" if wordlike[index] else "PUNCT", "", "", "")
        words.append(Word(start, start + len(piece), *_fields(piece, *own)))
    return max(tagged, 0)


def _fields(text: str, pos: str, morph: str, dep: str, lemma: str) -> tuple[Any, ...]:
    """The fields of a ``Word`` behind its offsets."""
    folded = fold(text)
    case, gender, number, finite, participle = _features(morph)
    finite = finite or (pos in ("VERB", "AUX") and not morph)
    article = ARTICLES.get(folded)
    if text.lower() in ("ή", "οί") or pos in ("CCONJ", "VERB") or (article == "" and pos == "PRON"):
        article = None
    if article is not None:
        case = {"Prep": "Acc", "": case}.get(article, article)
        gender = _ARTICLE_GENDERS.get(folded.removeprefix("σ"), "")
        number = "Plur" if folded.removeprefix("σ") in _PLURAL_ARTICLES else "Sing"
    dep = dep.split(":")[0].lower()
    is_word = pos != "PUNCT" and _WORDLIKE.search(text) is not None
    return text, folded, pos, case, gender, number, finite, participle, dep, -1, lemma, -1, article, is_word
