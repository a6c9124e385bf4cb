"""The usual printed form of every common word, for `eipe.greek.truecasing`, counted in the corpora.

Words that open a sentence are left out: their capital says nothing. Raw text is read besides the training parts of
the annotated corpora, since it holds more forms; only forms that stood there several times are kept, so no
sentence can be read from the list.

Two words beside each other may have a capital that one alone has not: η νότια πλευρά, but η Νότια Κορέα. Such pairs
are kept too, each on a line of its own behind the single forms.
"""

from __future__ import annotations

import gzip
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from eipe.greek.letters import fold
from eipe.greek.truecasing import neighbours
from training.corpora import Sentence

NEWS = 20  # how much more a word of news counts than one of a book
LEAST = 8
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[.!?;»«:…]")
OPENERS = frozenset(".!?;:…«")

Counted = tuple[Sequence[str], int]  # the words of a sentence or paragraph, and how much each counts


def packed(folder: Path, sentences: Sequence[Sentence]) -> bytes:
    """The commonest form of each word and pair of the raw text in a folder and of sentences of news, gzipped."""
    read = partial(_texts, folder, sentences)
    single = _usual(_words(read()))
    double = _pairs(read, {fold(form): form for form in single})
    return gzip.compress("\n".join([*single, *double]).encode("utf8"), mtime=0)


def _texts(folder: Path, sentences: Iterable[Sentence]) -> Iterator[Counted]:
    for sentence in sentences:
        yield sentence.words, NEWS
    for path in sorted(folder.glob("*.txt.xz")):
        weight = 1 if path.name.startswith(("openbook", "wordnet", "hist")) else NEWS
        with lzma.open(path, "rt", encoding="utf8") as paragraphs:
            for paragraph in paragraphs:
                yield WORD.findall(paragraph), weight


def _inside(words: Iterable[str]) -> Iterator[str]:
    """The words, with "" for one that opens a sentence and for each mark."""
    start = True
    for word in words:
        if word[0].isalpha():
            yield "" if start else word
            start = False
        else:
            yield ""
            start = start or word in OPENERS


def _words(texts: Iterable[Counted]) -> Counter[str]:
    out: Counter[str] = Counter()
    for words, weight in texts:
        for word in _inside(words):
            out[word] += weight
    del out[""]
    return out


def _pairs(read: Callable[[], Iterable[Counted]], usual: dict[str, str]) -> list[str]:
    """The pairs that are printed with two capitals more often than not, though not both words alone are."""

    def each() -> Iterator[tuple[tuple[str, ...], int]]:
        for words, weight in read():
            inside = list(_inside(words))
            for places in neighbours(inside):
                yield tuple(inside[i] for i in places), weight

    named: Counter[tuple[str, ...]] = Counter()
    for pair, weight in each():
        if pair[0][0].isupper() and pair[-1][0].isupper() and not (len(pair[0]) > 1 and pair[0].isupper()):
            named[pair] += weight
    wanted = {
        fold(" ".join(pair))
        for pair, count in named.items()
        if count >= LEAST and any(usual.get(fold(word), word) != word for word in pair)
    }
    first = {pair.split(" ")[0] for pair in wanted}
    counts: Counter[str] = Counter()
    for pair, weight in each():
        if fold(pair[0]) in first:
            text = " ".join(pair)
            if fold(text) in wanted:
                counts[text] += weight
    return [pair for pair in _usual(counts) if pair[0].isupper() and pair.split(" ")[-1][0].isupper()]


def _usual(counts: Counter[str]) -> list[str]:
    """The commonest spelling of what stood there often enough."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for word, n in counts.items():
        forms[fold(word)][word] += n
    kept = (group for group in forms.values() if group.total() >= LEAST)
    return sorted(max(group, key=lambda word: (group[word], word)) for group in kept)
