"""Names as papers print them: cut short, glued to figures, with a nickname between or a numeral behind."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache

from eipe.entities.document import ARTICLES, Words
from eipe.entities.names import COURTESY, Name
from eipe.greek.first_names import given_gender
from eipe.greek.letters import PRIMES, fold, is_abbreviated, is_numeral, is_one_letter
from eipe.greek.short_names import is_contracted, is_cut_name
from eipe.greek.surnames import is_greek_surname
from eipe.lexicon.table import rows

__all__ = [
    "before_cut_name",
    "behind_cut_name",
    "behind_numeral",
    "core",
    "honoured",
    "is_label",
    "with_nicknames",
    "with_prime",
]

#: What lists of headlines glue to a name: 4/1Παπανδρέου, Καρατζαφέρης3/1, ΣΕΒΔασκαλόπουλος, ΒασίληςΝα.
LARGE, SMALL = "Α-ΩΆΈΉΊΌΎΏ", "α-ωάέήίόύώϊϋΐΰ"
BEFORE = re.compile(rf".*\d[\d/.:,-]*(?=[^\W\d_]{{3}})|[Α-Ω]{{3,}}(?=[{LARGE}][{SMALL}]{{3}})", re.DOTALL)
BEHIND = re.compile(rf"\d+(?:[/.:]\d+)+$|(?<=ς)[{LARGE}][{SMALL}]*$")
GREEK_NUMERAL = re.compile(r"[ΑΒΓΔΕΣΤΖΗΘΙΚΛ]{1,4}")
CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"'}
NICKNAME = 3  # tokens between the marks


def core(text: str) -> tuple[int, int]:
    """Where the person's name opens and ends in ``text``, without what is glued to it.

    >>> "4/1Παπανδρέου"[slice(*core("4/1Παπανδρέου"))], core("Παπανδρέου")
    ('Παπανδρέου', (0, 10))
    """
    before = BEFORE.match(text)
    start = before.end() if before is not None else 0
    behind = BEHIND.search(text, start)
    return start, behind.start() if behind is not None else len(text)


def beside(words: Words, index: int, gap: str) -> bool:
    """Whether just ``gap`` stands between the token and the one before it."""
    return words.text[words.end(index - 1) : words.starts[index]] == gap


def before_cut_name(words: Words, first: int) -> int:
    """Where the first name opens that is cut short before the surname at ``first``; else ``first``.

    Tokenizers hold the point of some together (Χρ. Μυλωνάς), of others not (Γρ | . | Ρήγας), and cut Κων | / | νος.
    """
    while first > 0 and words.texts[first][0].isupper():
        before = words.texts[first - 1]
        if words.text[words.end(first - 1) : words.starts[first]].strip(" "):
            break
        title = first - 1 - (before == "." and first > 1)
        if words.folded[title] in COURTESY and len(words.texts[title].rstrip(".")) > 1:
            break  # ο Δρ.Τέιλορ, but Κ. Ρέππας
        if is_abbreviated(before) and not is_one_letter(before, words.texts[first - 2] if first > 1 else ""):
            first -= 1
        elif before == "." and first > 1 and beside(words, first - 1, "") and is_cut_name(words.texts[first - 2]):
            first -= 2
        elif first > 2 and words.texts[first - 2] == "/" and is_contracted("".join(words.texts[first - 3 : first])):
            first -= 3
        else:
            break
    return first


def behind_cut_name(words: Words, first: int, last: int) -> int:
    """Behind the point and the surname of a cut first name that was marked alone: Ευάγ | . Σιδέρης."""
    if last - first != 1 or last + 1 >= len(words) or words.texts[last] != "." or not beside(words, last, ""):
        return last
    surname = words.texts[last + 1]
    named = surname[0].isupper() and surname[1:].islower() and words.folded[last + 1] not in ARTICLES
    return last + 2 if named and is_cut_name(words.texts[first]) else last


def behind_numeral(words: Words, last: int) -> int:
    """Behind the numeral that tells which king or pope is meant, in one token or two."""
    if last >= len(words) or not beside(words, last, " "):
        return last
    if is_numeral(words.texts[last]):
        return last + 1
    if last + 1 < len(words) and words.texts[last + 1] in PRIMES and beside(words, last + 1, ""):
        return last + 2 if GREEK_NUMERAL.fullmatch(words.texts[last]) else last
    return last


def with_prime(text: str, start: int, end: int) -> int:
    """``end``, behind the prime of a numeral that edges were stripped of: Γρηγορίου Ε'."""
    numeral = text[start:end].rpartition(" ")[2]
    prime = text[end : end + 1] in PRIMES and end < len(text) and start + len(numeral) < end
    return end + 1 if prime and GREEK_NUMERAL.fullmatch(numeral) else end


@cache
def honours() -> frozenset[str]:
    return frozenset(fold(word) for (word,) in rows("honours"))


def honoured(words: Words) -> Iterator[tuple[int, int]]:
    """The offsets of first names with what villages and ships call people by before them: κυρα-Σοφία, μαστρο-Θωμάς."""
    for index in words.signs:
        before, hyphen, name = words.texts[index].partition("-")
        if hyphen and fold(before) in honours() and given_gender(name) is not None and name[0].isupper():
            yield index, index + 1


def is_label(name: Name, words: Words) -> bool:
    """Whether a word cut short only says whose turn it is in an interview: Ερ.: Πώς περνάτε; Απ.: Καλά."""
    if len(name.words) != 1 or len(name.text) > 5 or not words.opens_line(name.first):
        return False
    after = words.texts[name.last : name.last + 2]
    return after == [".", ":"] or (after[:1] == [":"] and (name.text.endswith(".") or len(name.text) == 1))


def with_nicknames(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, a first name and a surname with a nickname in marks between as one: Γιάννης «Κοντός» Βρεττάκος.

    Not: ο Ρέππας «αδειάζει» Σακκά, nor Ο Ρέππας «Ναι» Σακκά, where two are named.
    """
    ends = {name.last: name for name in names if name.kind == "person"}
    inside: set[int] = set()
    longer: dict[int, Name] = {}
    surnames = {other.stems[-1] for other in names if other.kind == "person" and len(other.words) > 1}
    for name in names:
        opener = nickname_before(words, name) if name.kind == "person" else name.first
        first = ends.get(opener)
        if first is None or opener == name.first or not may_be_first_name(first, surnames):
            continue
        inside.update(range(first.first, name.first))
        longer[name.first] = replace(
            name, start=first.start, first=first.first, words=first.words + name.words, grammar=first.grammar
        )
    return [longer.get(name.first, name) for name in names if name.first not in inside]


def nickname_before(words: Words, name: Name) -> int:
    """The token that opens the marks of a nickname, written large, that closes right before the name; else its own."""
    first = name.first
    for opener in range(first - 3, max(first - 3 - NICKNAME, 0), -1):
        if CLOSING.get(words.texts[opener], "") == words.texts[first - 1]:
            large = all(text[0].isupper() or text[0].isdigit() for text in words.texts[opener + 1 : first - 1])
            return opener if large and beside(words, first, " ") and beside(words, opener, " ") else first
    return first


def may_be_first_name(name: Name, surnames: Container[str]) -> bool:
    """Whether one word may be somebody's first name: by the table, or as no surname of the table or the text."""
    if len(name.words) > 1 or is_abbreviated(name.text):
        return False
    if given_gender(name.text) is not None:
        return True
    return not is_greek_surname(name.text) and name.stems[0] not in surnames
