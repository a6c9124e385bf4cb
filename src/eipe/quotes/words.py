"""The article as plain words: what the rules on quotations see of a ``Doc``.

A token that runs into a quotation mark (``είπε:«Ναι».Και`` is one token to some tokenizers) is cut at the mark,
so that the words around every quotation can be read whatever pipeline made the Doc. Reading tags and trees once
into plain records also keeps the rules fast and lets their tests build words by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.symbols import NAMES  # type: ignore[import-not-found, unused-ignore]
from spacy.tokens import Doc

from eipe.article.marks import MARKS
from eipe.greek.letters import fold, is_one_letter
from eipe.lexicon.table import words_of
from eipe.tokens import Tokens

__all__ = ["Article", "Word", "read_words"]

_NO_ARTICLES = words_of("no_articles")

_PIECE = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*[.'’]?|\S")
_GLUED = re.compile(f"[{MARKS}:;,()·!?]")
_WORDLIKE = re.compile(r"\w")

#: Articles (folded) and the case that the form alone tells; το, τα, ένα serve nominative and accusative.
ARTICLES = {
    **dict.fromkeys(words_of("articles_nominative"), "Nom"),
    **dict.fromkeys(words_of("articles_accusative"), "Acc"),
    **dict.fromkeys(words_of("articles_with_se"), "Prep"),
    **dict.fromkeys(words_of("articles_genitive"), "Gen"),
    **dict.fromkeys(words_of("articles_of_two_cases"), ""),
}
_ARTICLE_GENDERS = {
    **dict.fromkeys(words_of("articles_masculine"), "Masc"),
    **dict.fromkeys(words_of("articles_feminine"), "Fem"),
    **dict.fromkeys(words_of("articles_neuter"), "Neut"),
}
_PLURAL_ARTICLES = words_of("plural_articles")


@dataclass(slots=True, eq=False)
class Word:
    """A word or a punctuation mark: a form with its tags.

    All the places where a form stands with the same tags share one record, from article to article, so that a
    million articles cost few records; nothing in it may be changed. Where it stands, ``Article`` tells.

    Attributes:
        text: The characters.
        fold: Lower case without accents.
        pos: Universal part of speech, "" if unknown.
        case: "Nom", "Gen", "Acc", "Voc" or ""; an article's own form wins over the tagger.
        gender: "Masc", "Fem", "Neut" or "".
        number: "Sing", "Plur" or "".
        finite: Whether it is a finite verb.
        participle: Whether it is a verb's participle or converb.
        dep: Dependency relation, without subtype, "" if the Doc was not parsed.
        lemma: The pipeline's lemma.
        article: The case told by an article's form ("" for το, τα, ένα); None if it is no article.
        is_word: Whether it holds a letter or digit, and is no punctuation.
        mention: Index of the entity mention that it belongs to, or -1; a word of a mention has its own record.
    """

    text: str
    fold: str
    pos: str = ""
    case: str = ""
    gender: str = ""
    number: str = ""
    finite: bool = False
    participle: bool = False
    dep: str = ""
    lemma: str = ""
    article: str | None = None
    is_word: bool = True
    mention: int = -1


_Key = tuple[str, int, int, int, int]  # form, and hashes of pos, morph, dep, lemma


@dataclass(slots=True)
class Article:
    """The words of an article, and where they stand; one place a word in each list.

    Attributes:
        text: The article.
        words: Its words in text order, white space left out.
        starts, ends: Their offsets.
        heads: The index of each word's head in the tree; its own at a root.
    """

    text: str
    words: list[Word] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)

    def add(self, start: int, word: Word) -> None:
        """Puts ``word`` behind the others."""
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(start + len(word.text))


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


#: The word of each form with its tags, as seen before: half the words of a text repeat, and more from text to text.
#: The hashes of strings are the same in every pipeline and process. None: not one word, or not everywhere.
_KNOWN: dict[_Key, Word | None] = {}
_KNOWN_LIMIT = 1 << 13


def read_words(doc: Doc, tokens: Tokens | None = None) -> Article:
    """The words of ``doc``.

    Args:
        tokens: The tokens of ``doc``, where the caller has read them.
    """
    if len(_KNOWN) > _KNOWN_LIMIT:
        _KNOWN.clear()
    tokens = Tokens.of(doc) if tokens is None else tokens
    keys = list(zip(tokens.texts, tokens.pos, tokens.morph, tokens.dep, tokens.lemma, strict=True))
    found = list(map(_KNOWN.get, keys))
    for index, word in enumerate(found):
        if word is None and keys[index] not in _KNOWN:
            one = not _apart(keys[index][0]) and not is_one_letter(keys[index][0], "στο")
            found[index] = _KNOWN[keys[index]] = _word(*_tagged(doc, keys[index])) if one else None
    article = Article(tokens.text)
    first: list[int] = []  # token -> its (last) word, to translate heads
    token_of: list[int] = []
    for token, (word, start) in enumerate(zip(found, tokens.starts, strict=True)):
        first.append(len(article.words))
        if word is not None:
            article.add(start, word)
        else:
            first[-1] += _read_odd(article, start, *_tagged(doc, keys[token]))
        token_of.extend([token] * (len(article.words) - len(token_of)))
    heads = (first[tokens.heads[token]] for token in token_of)
    article.heads = [head if head >= 0 else index for index, head in enumerate(heads)]
    return article


def _tagged(doc: Doc, key: _Key) -> tuple[str, str, str, str, str]:
    """A form and its tags, in letters."""
    form, pos, *hashes = key
    morph, dep, lemma = (doc.vocab.strings[value] if value else "" for value in hashes)
    return form, NAMES[pos] or "", morph, dep, lemma


def _apart(form: str) -> bool:
    """Whether a token is no single word: white space, or a word that runs into a mark."""
    if not form or form.isspace():
        return True
    return len(form) > 1 and _GLUED.search(form) is not None and _WORDLIKE.search(form) is not None


def _read_odd(article: Article, start: int, form: str, *tags: str) -> int:
    """Adds the words of a token that may be none, one, or more. Returns which of them the token's tree means."""
    if not form or form.isspace():
        return -1  # the word before
    if not _apart(form):
        before = article.words[-1].text if article.words else ""
        if is_one_letter(form, before) and not _goes_on(article.text, start + len(form)):
            article.add(start, _word(form[0], "PROPN", "", "", ""))
            article.add(start + 1, _word(form[1], "PUNCT", "", "", ""))
        else:
            article.add(start, _word(form, *tags))
        return 0
    pieces = [(start + match.start(), match.group()) for match in _PIECE.finditer(form)]
    wordlike = [_WORDLIKE.search(piece) is not None for _, piece in pieces]
    tagged = wordlike.index(True) if sum(wordlike) == 1 else -1  # the tags belong to its one word
    for index, (at, piece) in enumerate(pieces):
        own = tags if index == tagged else ("" if wordlike[index] else "PUNCT", "", "", "")
        article.add(at, _word(piece, *own))
    return max(tagged, 0)


def _goes_on(text: str, end: int) -> bool:
    """Whether a small letter follows, so that the full stop before it ends no sentence."""
    return text[end : end + 2].strip()[:1].islower()


@lru_cache(maxsize=4096)
def _word(text: str, pos: str, morph: str, dep: str, lemma: str) -> Word:
    """The record of a form with these tags."""
    folded = fold(text)
    case, gender, number, finite, participle = _features(morph)
    finite = finite or (pos in ("VERB", "AUX") and not morph)
    article = ARTICLES.get(folded)
    if text.lower() in _NO_ARTICLES or pos in ("CCONJ", "VERB") or (article == "" and pos == "PRON"):
        article = None
    if article is not None:
        case = {"Prep": "Acc", "": case}.get(article, article)
        gender = _ARTICLE_GENDERS.get(folded.removeprefix("σ"), "")
        number = "Plur" if folded.removeprefix("σ") in _PLURAL_ARTICLES else "Sing"
    dep = dep.split(":")[0].lower()
    is_word = pos != "PUNCT" and _WORDLIKE.search(text) is not None
    return Word(text, folded, pos, case, gender, number, finite, participle, dep, lemma, article, is_word)
