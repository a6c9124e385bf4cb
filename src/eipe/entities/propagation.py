"""A name found once is found everywhere in the text: the same word in another case, in capitals, inside marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from eipe.entities.names import WORD, Kind, Name, make_name, stem
from eipe.entities.words import Words
from eipe.greek import lexicon
from eipe.greek.declension import nominative_name
from eipe.greek.letters import fold
from eipe.greek.people import given_gender

__all__ = ["with_all_occurrences"]

LOCATIVES = frozenset("σε στη στην στο στον στα στισ στουσ απο εωσ μεχρι".split())
Known = dict[str, list[tuple[tuple[str, ...], Kind, str]]]


def with_all_occurrences(names: Sequence[Name], words: Words) -> list[Name]:
    """``names`` and every other place where one of them stands, in text order, no two on one token."""
    taken = [False] * len(words)
    for name in names:
        for index in range(name.first, name.last):
            taken[index] = True
    known = index_of(names)
    found = list(names)
    for first, text in enumerate(words.texts):
        if taken[first] or not text[0].isupper() or len(text) < 2:
            continue
        hit = longest(first, words, known, taken)
        if hit is None:
            hit = unknown_place(first, words, known)
        if hit is None:
            continue
        last, kind, label = hit
        name = whole_words(words, first, last, kind, label)
        if name is not None:
            found.append(name)
            for index in range(first, last):
                taken[index] = True
    return sorted(found, key=lambda name: name.start)


def whole_words(words: Words, first: int, last: int, kind: Kind, label: str) -> Name | None:
    start, end = words.starts[first], words.end(last - 1)
    return make_name(words, start, end, first, last, kind, label)


def index_of(names: Iterable[Name]) -> Known:
    """Names by the stem of their first word, the longest first; a person also by surname."""
    found: dict[str, dict[tuple[str, ...], tuple[Kind, str]]] = defaultdict(dict)
    for name in names:
        stems = name.stems
        if all(word.isupper() and len(word) < 3 for word in name.words):
            continue
        found[stems[0]].setdefault(stems, (name.kind, name.label))
        if name.kind == "person" and len(stems) > 1 and len(stems[-1]) > 2:
            found[stems[-1]].setdefault(stems[-1:], (name.kind, name.label))
            if given_gender(name.words[0]) is None or len(stems[0]) > 2:
                found[stems[0]].setdefault(stems[:1], (name.kind, name.label))
    return {
        first: sorted(((stems, *what) for stems, what in group.items()), key=lambda item: -len(item[0]))
        for first, group in found.items()
    }


def longest(first: int, words: Words, known: Known, taken: list[bool]) -> tuple[int, Kind, str] | None:
    """The longest known name that opens at token ``first``."""
    group = known.get(stem(words.texts[first]))
    if group is None:
        return None
    for stems, kind, label in group:
        last = first + len(stems)
        if last > len(words) or any(taken[first:last]):
            continue
        if any(stem(words.texts[index]) != stems[index - first] for index in range(first + 1, last)):
            continue
        if len(stems) == 1 and (is_common_here(words, first) or part_of_longer(words, first, kind)):
            continue
        if len(stems) == 1 and not same_word(words.texts[first], kind):
            continue
        if kind == "person" and after_locative(words, first) and town(words.texts[first : last]):
            return last, "place", "GPE"
        return last, kind, label
    return None


def same_word(text: str, kind: Kind) -> bool:
    return len(fold(text)) > 2 or kind == "person"


def after_locative(words: Words, first: int) -> bool:
    return first > 0 and words.folded[first - 1] in LOCATIVES


def town(parts: Sequence[str]) -> bool:
    name = nominative_name(parts, kind="place", case="Acc", gender=None, number=None, seen=())
    return lexicon.is_place(name)


def is_common_here(words: Words, index: int) -> bool:
    """Whether the word has a capital only because a sentence opens, and is a common word elsewhere."""
    text = words.texts[index]
    if text.isupper() and len(text) > 1:
        return False
    return words.opens_sentence(index) and text.lower() in words.texts


def part_of_longer(words: Words, index: int, kind: Kind) -> bool:
    """Whether the word stands inside another run of capitals: Πάρος in Πάρος Ιωάννου, ΕΤΕ in Όμιλος ΕΤΕ."""
    if kind == "person":
        return False
    for beside in (index - 1, index + 1):
        if 0 <= beside < len(words) and words.texts[beside][0].isupper() and words.texts[beside][0].isalpha():
            gap = words.text[words.end(min(index, beside)) : words.starts[max(index, beside)]]
            if gap == " " and not words.texts[beside].isupper():
                return True
    return False


def unknown_place(first: int, words: Words, known: Known) -> tuple[int, Kind, str] | None:
    """A country or large town that the model passed over, where a preposition says that it is a place."""
    text = words.texts[first]
    capitals = text.isupper() and len(text) > 3
    if not (capitals or after_locative(words, first)) or not WORD.fullmatch(text):
        return None
    if capitals and not headline_place(words, first):
        return None
    if part_of_longer(words, first, "place"):
        return None
    name = nominative_name([text], kind="place", case="Acc", gender=None, number=None, seen=())
    if lexicon.place_rank(name) <= 5 and (capitals or not is_common_here(words, first)):
        return first + 1, "place", "GPE"
    return None


def headline_place(words: Words, first: int) -> bool:
    """Whether a word in capitals may be a place: behind a preposition or article, or in a dateline."""
    before = words.folded[first - 1] if first else ""
    line_opens = first == 0 or "\n" in words.texts[first - 1]
    after = words.texts[first + 1] if first + 1 < len(words) else ""
    return before in LOCATIVES | {"τησ", "του", "των", "/", "-"} or (line_opens and after in ("/", "-", "–", ",", ":", "."))
