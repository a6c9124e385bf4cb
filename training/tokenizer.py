"""The tokenizer of our pipelines: spaCy's own, with rules for Greek newspaper text.

spaCy's Greek rules leave one token in `είπε:«Ναι».Και` and take the `Πρωθ'` off `Πρωθ'υπουργός`. Here every
quotation mark stands alone wherever it is glued, elisions (σ', απ’, κι') stay whole, and so do hyphenated
names (Γουόν-σικ), ranges (2000-2004), scores (2:3), percentages and abbreviations. The rules are saved as
patterns in the pipeline, so that no code of ours is needed to load it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import spacy
from spacy.lang.char_classes import LIST_CURRENCY, LIST_ELLIPSES, LIST_ICONS
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

LETTER = r"A-Za-zÀ-ÖØ-öø-ɏͰ-Ͽἀ-῿Ѐ-ӿ"
LOWER = r"a-zß-öø-ÿά-ώϊϋΐΰἀ-ἇὀ-὇"
UPPER = r"A-ZÀ-ÖØ-ÞΑ-ΩΆΈ-ΊΌΎΏΪΫ"
QUOTES = '«»“”„‟‹›"'
STOPS = ",:;!?·"  # U+0387, the other middle dot, is put beside it below
STOPS += "\u0387\u037e"

PREFIXES = [
    *(re.escape(c) for c in QUOTES + STOPS + "()[]{}<>_#*&§=‘`"),
    r"''",
    r"['’](?=\S*[\w.!;][’'][^\w\s]*$)",  # 'όνομα' in single marks; but 'ναι and ’90 are one word
    r"[’'](?=[^\w\s]*$)",
    r"-+(?=[" + LETTER + QUOTES + r"])",
    r"[–—―]+",
    r"/(?=[" + LETTER + r"])",
    r"\.(?=[" + LETTER + r"])",
    *LIST_ELLIPSES,
    *LIST_CURRENCY,
    *LIST_ICONS,
]
SUFFIXES = [
    *(re.escape(c) for c in QUOTES + STOPS + "()[]{}<>_*&…"),
    r"''",
    r"(?<=[^\w\s])['’]",
    # A closing single mark, no elision: nothing elided ends in ς or ν, nor (but for κι') in a vowel.
    r"(?<=[" + LETTER + r"][ςν])['’]",
    r"(?<=[" + LETTER + r"]{2}[αάεέηήιίοόυύωώ])['’]",
    *LIST_ELLIPSES,
    *LIST_CURRENCY,
    *LIST_ICONS,
    r"(?<=[" + LETTER + r"])[-–—―]+",
    r"(?<=[–—―])[–—―]",
    r"(?<=[" + QUOTES + r"\)\]%°'’0-9])\.",
    r"(?<=[" + LETTER + r"][" + LOWER + r"])\.",
    r"(?<=[" + LETTER + r"][" + LETTER + r"])\.",  # initials (Κ.) and dotted acronyms (Ε.Ε.) keep theirs
    r"(?<=[" + LETTER + r"])/",
]
INFIXES = [
    *LIST_ELLIPSES,
    *LIST_ICONS,
    "[" + re.escape(QUOTES) + "]",
    r"[()\[\]{}]",
    r"[.,;:!?·\u0387\u037e…]+(?=[" + QUOTES + r"()\[\]])",
    r"(?<=[" + QUOTES + r")\]])[.,;:!?·\u0387\u037e…–—-]+",
    r"[–—―]",
    r"(?<=[" + LETTER + r"])[;:!?·\u0387\u037e<>=/]+(?=[" + LETTER + r"])",
    r"(?<=[" + LETTER + r"])[:;!?·\u0387\u037e](?=[0-9])",
    r"(?<=[" + LOWER + r"])\.+(?=[" + UPPER + r"])",
    r"(?<=[0-9%])\.(?=[" + UPPER + r"][" + LOWER + r"])",
    # ό,τι is one word; everywhere else a comma between letters lacks its space
    r"(?<=[" + LETTER + r"])(?<!\bό)(?<!\bο)(?<!\bΌ)(?<!\bΟ),(?=[" + LETTER + r"])",
    r"(?<=\b[όοΌΟ]),(?!τι\b|ΤΙ\b|Τι\b)(?=[" + LETTER + r"])",
    r"(?<=[0-9%]),(?=[" + LETTER + r"])",
]
ABBREVIATION = re.compile(r"(?:[" + LETTER + r"]{1,6}\.)+")


def abbreviations(words: Iterable[str], *, least: int = 3) -> list[str]:
    """Words that keep their full stop in the corpora at least so often: εκατ., χλμ., κ.λπ."""
    counts = Counter(word for word in words if ABBREVIATION.fullmatch(word))
    return sorted(
        word
        for word, n in counts.items()
        # ΕΕ. and ΝΔ. are ends of sentences that the corpora forgot to cut off.
        if n >= least and not re.fullmatch(r"[" + UPPER + r"]{2,}\.", word)
    )


def blank(words: Iterable[str]) -> Language:
    """An empty Greek pipeline with our tokenizer; `words`: corpus tokens that teach the abbreviations."""
    nlp = spacy.blank("el")
    rules = {
        key: value for key, value in nlp.Defaults.tokenizer_exceptions.items() if len(value) == 1 and not key.isspace()
    }
    for word in abbreviations(words):
        rules.setdefault(word, [{ORTH: word}])
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(PREFIXES).search,
        suffix_search=compile_suffix_regex(SUFFIXES).search,
        infix_finditer=compile_infix_regex(INFIXES).finditer,
        url_match=nlp.Defaults.url_match,
    )
    return nlp
