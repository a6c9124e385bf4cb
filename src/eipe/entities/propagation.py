"""A name found once is found everywhere in the text: in another case, in capitals, inside marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from eipe.entities.joining import made
from eipe.entities.names import COURTESY, Kind, Name, grammar_before, stem
from eipe.entities.no_names import is_no_name
from eipe.entities.roles import is_nationality, is_role
from eipe.entities.words import Words
from eipe.greek import lexicon
from eipe.greek.declension import nominative_name
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold, leans
from eipe.greek.surnames import is_greek_surname

__all__ = ["with_all_occurrences"]

LOCATIVES = frozenset(["σε", "στη", "στην", "στο", "στον", "στα", "στισ", "στουσ", "απο", "εωσ", "μεχρι"])
FROM_TO = frozenset({"απο", "ωσ", "εωσ", "μεχρι"})
Known = dict[str, list[tuple[tuple[str, ...], Kind, str]]]


def with_all_occurrences(names: Sequence[Name], words: Words) -> list[Name]:
    """``names`` and every other place where one of them stands, in text order, no two on one token."""
    taken = [False] * len(words)
    for name in names:
        for index in range(name.first, name.last):
            taken[index] = True
    known = index_of(names)
    found = list(names)
    for first in words.capitals:
        text = words.texts[first]
        if taken[first] or len(text) < 2 or words.other[first]:
            continue
        hit = longest(first, words, known, taken)
        if hit is None:
            hit = unknown_person(first, words, taken) or unknown_place(first, words, taken)
        if hit is None:
            continue
        last, kind, label = hit
        occurrence = made(words, first, last, kind, label)
        if occurrence is not None and last == first + 1 and unended(text) != text:
            occurrence = replace(occurrence, end=words.starts[first] + len(text) - 1, words=(unended(text),))
        if occurrence is not None and not is_no_name(occurrence, words):
            found.append(occurrence.with_kind(kind, label.partition(":")[0]))
            for index in range(first, last):
                taken[index] = True
    return sorted(found, key=lambda name: name.start)


def index_of(names: Iterable[Name]) -> Known:
    """Names by the stem of their first word, the longest first; a person also by surname."""
    found: dict[str, dict[tuple[str, ...], tuple[Kind, str]]] = defaultdict(dict)
    for name in names:
        stems = name.stems
        if all(word.isupper() and len(word) < 3 for word in name.words) and not is_acronym(name):
            continue
        found[stems[0]].setdefault(stems, (name.kind, name.label))
        if name.kind == "person" and len(stems) > 1 and len(stems[-1]) > 2:
            found[stems[-1]].setdefault(stems[-1:], (name.kind, name.label))
            if given_gender(name.words[0]) is None or len(stems[0]) > 2:
                gender = given_gender(name.words[0])
                found[stems[0]].setdefault(stems[:1], (name.kind, f"{name.label}:{gender}" if gender else name.label))
    return {
        first: sorted(((stems, *what) for stems, what in group.items()), key=lambda item: -len(item[0]))
        for first, group in found.items()
    }


def longest(first: int, words: Words, known: Known, taken: list[bool]) -> tuple[int, Kind, str] | None:
    """The longest known name that opens at token ``first``."""
    group = known.get(stem(unended(words.texts[first])))
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
        if kind == "place" and len(stems) == 1 and is_nationality(words.texts[first]):
            continue
        if kind == "person" and len(stems) == 1 and other_first_name(words.texts[first], group, stems):
            continue
        if kind == "person" and after_locative(words, first) and town(words.texts[first:last]):
            return last, "place", "GPE"
        return last, kind, label
    return None


def other_first_name(text: str, group: Iterable[tuple[tuple[str, ...], Kind, str]], stems: tuple[str, ...]) -> bool:
    """Whether the word is another first name of the same stem: Νίκη is not Νίκος."""
    gender = given_gender(text)
    return gender is not None and all(
        label.partition(":")[2] not in ("", gender) for own, _, label in group if own == stems
    )


def same_word(text: str, kind: Kind) -> bool:
    return len(fold(text)) > 2 or kind == "person" or text.isupper()


def is_acronym(name: Name) -> bool:
    """ΝΔ, ΕΕ: a body of two letters; a person of so few is initials."""
    return name.kind == "organization" and len(name.words) == 1 and len(name.text) == 2


def unended(text: str) -> str:
    """Without the full stop that the tokenizer took for an abbreviation's: απάντησε η ΝΔ."""
    return text[:-1] if text[-1] == "." and text[:-1].isupper() and len(text) > 2 else text


def after_locative(words: Words, first: int) -> bool:
    """Whether στη, or από and an article, say that a place follows: από τον Έβρο ως τη Γαύδο."""
    if first == 0:
        return False
    before = words.folded[first - 1]
    if before in LOCATIVES:
        return True
    return (
        first > 1 and before in ("τη", "την", "τον", "το", "τα", "τισ", "τουσ") and words.folded[first - 2] in FROM_TO
    )


def town(parts: Sequence[str]) -> bool:
    name = nominative_name(parts, kind="place", case="Acc", gender=None, number=None, seen=())
    return lexicon.is_place(name)


def is_common_here(words: Words, index: int) -> bool:
    """Whether the word has a capital only because a sentence opens, and is a common word elsewhere."""
    text = words.texts[index]
    if text.isupper() and len(text) > 1:
        return False
    return words.opens_sentence(index) and words.occurs(text.lower())


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


def unknown_person(first: int, words: Words, taken: list[bool]) -> tuple[int, Kind, str] | None:
    """A name that the model passed over: behind κύριε or κ.; or a Greek first name and a surname behind an
    article of their gender."""
    if first and words.folded[first - 1] in COURTESY and is_small(words.texts[first]):
        return first + 1, "person", "PERSON"
    gender = given_gender(words.texts[first].split("-")[0])
    if gender is None or words.texts[first].isupper():
        return None
    article = grammar_before(words, first).gender
    if article is None or (gender not in article and not (article == "mn" and gender == "m")):
        return None
    last = first + 1
    while last < min(len(words), first + 3) and words.texts[last][0].isupper() and words.texts[last][1:].islower():
        if taken[last] or words.text[words.end(last - 1) : words.starts[last]] != " ":
            break
        last += 1
    if last == first + 1 or town(words.texts[first:last]):
        return None
    if last == first + 2 and not is_greek_surname(words.texts[last - 1]) and town(words.texts[last - 1 : last]):
        return None
    return last, "person", "PERSON"


def is_small(text: str) -> bool:
    """Whether a word behind κ. is written as a name, and is no title: not κύριε Υπουργέ."""
    return text[1:].islower() and not is_role(text)


def unknown_place(first: int, words: Words, taken: list[bool]) -> tuple[int, Kind, str] | None:
    """A country, sea or large town that the model passed over, where the words before tell.

    Not what it took for a people (για τον Σύρο ποιητή) or for a date (στα χρόνια της Πρώτης), a countryman
    (στον Αρμένιο, which is a village too), or what is somebody's (το Σύνταγμά του).
    """
    text = words.texts[first]
    if words.nameless[first] or leans(text):
        return None
    capitals = text.isupper() and len(text) > 3
    opens_headline = text[1:].islower() and in_headline(words, first)
    if capitals and not headline_place(words, first):
        return None
    grammar = grammar_before(words, first)
    if grammar.gender == "m" and is_nationality(text):
        return None
    locative = after_locative(words, first)
    if not capitals and not locative and not opens_headline and grammar.case is None:
        return None
    last = first + 1
    while last < min(len(words), first + 3) and words.texts[last][0].isupper() and words.texts[last].isalpha():
        last += 1
    for stop in range(last, first, -1):
        if any(taken[first:stop]):
            continue
        if stop == first + 1 and part_of_longer(words, first, "place"):
            continue
        name = nominative_name(
            words.texts[first:stop],
            kind="place",
            case=grammar.case,
            gender=grammar.gender,
            number=grammar.number,
            seen=(),
        )
        enough = 6 if locative or grammar.case == "Gen" else 5 if capitals or opens_headline else 4
        if lexicon.place_rank(name) <= enough and (capitals or not is_common_here(words, first)):
            return stop, "place", "GPE"
    return None


def in_headline(words: Words, first: int) -> bool:
    """Whether a colon follows the first word of a line, and no quotation: Κως: Καταδίωξη ταχύπλοου."""
    if not words.opens_line(first) or words.texts[first + 1 : first + 2] != [":"]:
        return False
    return first + 2 < len(words) and words.texts[first + 2][0].isalpha()


def headline_place(words: Words, first: int) -> bool:
    """Whether a word in capitals may be a place: behind a preposition or article, or in a dateline."""
    before = words.folded[first - 1] if first else ""
    after = words.texts[first + 1] if first + 1 < len(words) else ""
    return before in LOCATIVES | {"τησ", "του", "των", "/", "-"} or (
        words.opens_line(first) and after in ("/", "-", "–", ",", ":", ".")
    )
