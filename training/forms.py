"""The usual printed form of every common word, for `eipe.greek.truecasing`, counted in the corpora.

Words that open a sentence are left out: their capital says nothing. Raw text is read besides the training parts of
the annotated corpora, since it holds more forms; only forms that stood there several times are kept, so no
sentence can be read from the list.
"""

from __future__ import annotations

import gzip
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from eipe.greek.letters import fold
from training.corpora import Sentence

NEWS = 20  # how much more a word of news counts than one of a book
LEAST = 8
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[.!?;»«:…]")
OPENERS = frozenset(".!?;:…«")


def count(sentences: Iterable[Sequence[str]]) -> Counter[str]:
    """How often each form stands where nothing but its own habit makes its first letter large or small."""
    out: Counter[str] = Counter()
    for words in sentences:
        start = True
        for word in words:
            if word[0].isalpha():
                if not start:
                    out[word] += 1
                start = False
            else:
                start = start or word in OPENERS
    return out


def of_corpora(sentences: Iterable[Sentence]) -> Counter[str]:
    """The forms of annotated sentences, as news."""
    return Counter({word: NEWS * n for word, n in count(s.words for s in sentences).items()})


def raw(folder: Path) -> Counter[str]:
    """The forms of the raw text, one paragraph a line; books and glosses count once, the rest as news."""
    out: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf8") as lines:
            found = count(map(WORD.findall, lines))
        weight = 1 if path.name.startswith(("openbook", "wordnet", "hist")) else NEWS
        out.update({word: weight * n for word, n in found.items()})
    return out


def packed(counts: Counter[str]) -> bytes:
    """The commonest form of each word that stood there often enough, one a line, gzipped."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for word, n in counts.items():
        forms[fold(word)][word] += n
    kept = (group for group in forms.values() if group.total() >= LEAST)
    best = sorted(max(group, key=lambda word: (group[word], word)) for group in kept)
    return gzip.compress("\n".join(best).encode("utf8"), mtime=0)
