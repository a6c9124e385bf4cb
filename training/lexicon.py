"""Lemmas that the treebanks teach by heart: forms whose lemma they never doubt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from training.corpora import Sentence
from training.styles import bare

#: Written as they stand: no lexicon needed.
PLAIN = frozenset({"PUNCT", "NUM", "SYM", "X"})


def lexicon(sentences: Iterable[Sentence]) -> dict[str, str]:
<<<<<<< HEAD
    """ "form|POS" to lemma, forms in small letters; a form without accents is there if it can be one word only.
=======
    """ "form|POS" to lemma, forms in small letters; one without accents if it can be one word only.
>>>>>>> model

    Lemmas keep their letter case: a name is a name in capitals too.
    """
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for s in sentences:
        for word, pos, lemma in zip(s.words, s.pos, s.lemmas, strict=True):
            if pos not in PLAIN:
                seen[f"{word.lower()}|{pos}"][lemma] += 1
    out = {}
    for key, lemmas in seen.items():
        best, n = lemmas.most_common(1)[0]
        if n >= 0.9 * lemmas.total():
            out[key] = best
    plain: dict[str, set[str]] = defaultdict(set)
    for key in seen:
        if bare(key) not in seen:
            plain[bare(key)].add(out.get(key, ""))
    out |= {key: next(iter(lemmas)) for key, lemmas in plain.items() if len(lemmas) == 1 and "" not in lemmas}
    return dict(sorted(out.items()))
