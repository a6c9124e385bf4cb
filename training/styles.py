"""The same sentence written otherwise: in capitals, without accents, with other quotation marks."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from training.corpora import Sentence

QUOTES = [("“", "”"), ('"', '"'), ("„", "“"), ("‘", "’"), ("‹", "›")]
FIELDS = ("words", "spaces", "tags", "pos", "morphs", "lemmas", "heads", "deps")


def bare(word: str) -> str:
    """Without accents; the diaeresis goes too."""
    apart = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in apart if c not in "\u0301\u0308"))


def restyled(sentence: Sentence, style: str, quotes: tuple[str, str] | None = None, cut: bool = False) -> Sentence:
    """The sentence in other letters, with other quotation marks, without its final mark.

    Styles: "capitals" (without accents, as Greek prints them), "bare" (without accents), "small" (all small
    letters), "small and bare"; any other leaves the letters alone.
    """
    words = sentence.words
    if quotes:
        words = [quotes[0] if w == "«" else quotes[1] if w == "»" else w for w in words]
    if "bare" in style or style == "capitals":
        words = [bare(w) for w in words]
    if style == "capitals":
        words = [w.upper() for w in words]
    elif "small" in style:
        words = [w.lower() for w in words]
    sentence = replace(sentence, words=words)
    last = len(words) - 1
    if cut and last and words[-1] in (".", ";", "!", "...", "…") and last not in sentence.heads[:-1]:
        sentence = replace(sentence, **{f: getattr(sentence, f)[:-1] for f in FIELDS})
        if sentence.beliefs is not None:
            sentence = replace(sentence, beliefs=sentence.beliefs[:-1])
    return sentence
