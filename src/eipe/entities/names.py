"""Name mentions: where a name stands, of what kind, and what the words around it say of its grammar."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import attrgetter

from eipe.entities.document import CLOSING, NOTHING, Grammar, Words
from eipe.greek.declension import Kind, nominative_name
from eipe.greek.first_names import archaic_stem, given_gender, is_nominative
from eipe.greek.letters import fold, has_greek, is_one_letter
from eipe.lexicon.table import affixes, rows, words_of

__all__ = [
    "Kind",
    "Name",
    "apart",
    "as_written",
    "by_grammar",
    "grammar_before",
    "in_order",
    "make_name",
    "stem",
    "stems_in",
    "stems_of",
    "with_others",
]

#: What a model calls a name of the kind, where nothing tells more of it.
LABELS: dict[Kind, str] = {"person": "PERSON", "place": "GPE", "organization": "ORG"}
#: Κων/νος, ΙΔ΄ and Γ' are one word each.
WORD = re.compile(
    r"[^\W\d_]{2,4}/[α-ωό]{1,5}(?!\w)|[ΑΒΓΔΕΣΤΖΗΘΙΚΛ]{1,4}[΄ʹ´'’](?!\w)"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*\d*\.?|\d+(?:[οη][υςνι]?|[αω]ν?|ες)?(?!\w)|\d+|&"
)
#: Η.Π.Α., Ε.Ε.: one word, whose last point belongs to it.
DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
INFLECTION = re.compile(r"(?:ουσ|εωσ|εων|ιδοσ|ατοσ|ουν|ων|ου|οι|εσ|ασ|ησ|οσ|ωσ|ισ|υσ|α|η|ο|ω|ε|ι|υ|σ)$")


@dataclass(slots=True)  # not frozen: made for every name of a text, again and again, and freezing triples the price
class Name:
    """One mention of a name.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last.
        first: Its first token.
        last: The token behind its last.
        words: Its words.
        kind: What it names.
        label: The label of the model, or of the name it was found by.
        grammar: Case, gender and number, as the words before it tell.
        restored: Whether some of its accents or capitals are not the text's own.
    """

    start: int
    end: int
    first: int
    last: int
    words: tuple[str, ...]
    kind: Kind
    label: str
    grammar: Grammar = NOTHING
    restored: bool = False

    @property
    def stems(self) -> tuple[str, ...]:
        return stems_of(self.words)

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def tokens(self) -> range:
        return range(self.first, self.last)

    # Written out: `dataclasses.replace` asks for the fields each time, and every name of a text comes by here.
    def with_kind(self, kind: Kind) -> Name:
        return Name(
            self.start, self.end, self.first, self.last, self.words, kind, LABELS[kind], self.grammar, self.restored
        )

    def with_grammar(self, grammar: Grammar) -> Name:
        return Name(
            self.start, self.end, self.first, self.last, self.words, self.kind, self.label, grammar, self.restored
        )


@lru_cache(maxsize=1 << 13)
def stems_of(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(stem, words))


@lru_cache(maxsize=1 << 13)
def stem(word: str) -> str:
    """What the cases of a name have in common: Μητσοτάκης and Μητσοτάκη, Βόλος and Βόλου.

    >>> stem("Αθηνών") == stem("Αθήνα")
    True
    """
    folded = fold(word)
    archaic = archaic_stem(folded)
    if archaic is not None:
        return archaic
    shorter = INFLECTION.sub("", folded)
    if len(shorter) > 3 and shorter.endswith("ι"):
        shorter = shorter[:-1]
    return shorter if len(shorter) > 1 else folded


@cache
def stems_in(table: str) -> frozenset[str]:
    """The stems of the words of a table of one column."""
    return frozenset(stem(word) for (word,) in rows(table))


def make_name(words: Words, start: int, end: int, first: int, last: int, kind: Kind, label: str = "") -> Name:
    """The mention at these offsets, where a word stands."""
    if kind == "organization" and first and is_one_letter(words.text[start:end], words.texts[first - 1]):
        end -= 1  # έγραψε στο Χ. Ο Μορό
    found = tuple(match.group() for match in WORD.finditer(words.text, start, end))
    if DOTTED.fullmatch(words.text, start, end):
        if words.text[end : end + 1] == ".":
            end += 1
        found = found if kind == "person" else ("".join(found).replace(".", ""),)
    elif found and not has_greek(words.text[start:end]):
        found = tuple(words.text[start:end].split())  # LiverpoolFC.com: Greek grammar has no say
    return Name(start, end, first, last, found, kind, label or LABELS[kind], restored=any(words.restored[first:last]))


def apart(names: Iterable[Name], others: Iterable[Name]) -> list[Name]:
    """The ``names`` that share no token with one of the ``others``."""
    taken = {index for other in others for index in other.tokens}
    return [name for name in names if taken.isdisjoint(name.tokens)]


def in_order(names: Iterable[Name]) -> list[Name]:
    return sorted(names, key=attrgetter("start"))


def with_others(names: Iterable[Name], others: Sequence[Name]) -> list[Name]:
    """``names`` and ``others`` in text order; where two share a token, the other."""
    return in_order((*apart(names, others), *others))


def as_written(names: Sequence[Name]) -> Sequence[Name]:
    """The names whose letters are the text's own, if there are any: of ΣΟΦΙΑ and Σόφια the second."""
    return [name for name in names if not name.restored] or names


COURTESY = words_of("courtesy")
MEN = {
    "κυριε": Grammar("Voc", "m", "Sing"),
    "κυριοσ": Grammar("Nom", "m", "Sing"),
    "κυριο": Grammar("Acc", "m", "Sing"),
    "κυριου": Grammar("Gen", "m", "Sing"),
}
PREPOSITIONS = words_of("prepositions_of_accusative")
REACH = 4
ACCENTED = frozenset("άέήίόύώΐΰ")
NEVER_BETWEEN = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "ADP", "PRON", "SPACE"})


def by_grammar(words: Sequence[str], kind: Kind, grammar: Grammar, seen: Container[str] = ()) -> str:
    """The nominative of words of that grammar."""
    case, gender, number = grammar.case, grammar.gender, grammar.number
    return nominative_name(words, kind=kind, case=case, gender=gender, number=number, seen=seen)


def grammar_before(words: Words, first: int) -> Grammar:
    """What the words before token ``first`` tell: its article, through adjectives (στη γειτονική Ουκρανία)
    and κ.; else its preposition. A mark that opens right before the name is passed over: του «Έθνους»."""
    woman = False
    if words.text_at(first - 1) in CLOSING:
        first -= 1
    for index in range(first - 1, max(first - 1 - REACH, -1), -1):
        folded = words.folded[index]
        article = words.article_at(index)
        if article is not None and index == first - 1 and is_possessive(words, index):
            # τη in τη σύζυγό του Μαρία
            return next(filter(None, map(words.article_at, range(index - 1, index - 4, -1))), NOTHING)
        if article is not None:
            return replace(article, gender="f") if woman else article
        if folded == "." and index and words.folded[index - 1] in COURTESY:
            continue  # η κα.Μελά, in three tokens
        if folded in COURTESY:
            woman = woman or folded in words_of("courtesy_of_women")
            if folded in MEN:
                return MEN[folded]
            continue
        if folded in PREPOSITIONS:
            return Grammar("Acc", "f" if woman else None)
        if words.breaks[index] or words.pos[index] in NEVER_BETWEEN or not words.texts[index][0].islower():
            break
        if words.pos[index] != "ADJ" and not folded.endswith(affixes("adjectives_ikos")):
            break
    return Grammar(None, "f") if woman else NOTHING


def is_possessive(words: Words, index: int) -> bool:
    """Whether του or της before a name is "his" or "her": η σύζυγός του Μαρία, ο γιος της Γιώργος.

    It is if the noun before it has the second accent of Greek enclisis, or if the name is no genitive: a first
    name of the other gender, or a man's in -ς. Not: ο γιος του Γιώργου, η κόρη της Μαρίας.
    """
    folded = words.folded[index]
    if folded not in words_of("his_or_her") or index == 0 or index + 1 >= len(words):
        return False
    if sum(c in ACCENTED for c in words.texts[index - 1]) > 1:
        return True
    name = words.texts[index + 1]
    gender = given_gender(name)
    if words.pos[index - 1] not in ("NOUN", "PROPN", "ADJ") or gender is None:
        return folded == "του" and words.pos[index] == "PRON"
    return gender != ("m" if folded == "του" else "f") or is_nominative(name)
