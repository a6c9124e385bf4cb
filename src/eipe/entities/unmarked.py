"""Names that no model marked and the words around tell: behind κ. or a preposition, in a dateline, beside a town."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.document import Words
from eipe.entities.names import COURTESY, Kind, grammar_before
from eipe.entities.roles import is_nationality, is_role
from eipe.greek import gazetteer
from eipe.greek.declension import nominative_name
from eipe.greek.first_names import given_gender
from eipe.greek.letters import leans
from eipe.greek.surnames import is_greek_surname
from eipe.lexicon.table import words_of

__all__ = ["LOCATIVES", "after_locative", "is_common_here", "part_of_longer", "town", "unknown_person", "unknown_place"]


LOCATIVES = words_of("locatives")
DATELINE = ".-–—"  # what closes a dateline, and stays in one token with its town
FROM_TO = words_of("from_to")


def after_locative(words: Words, first: int) -> bool:
    """Whether στη, or από and an article, say that a place follows: από τον Έβρο ως τη Γαύδο."""
    if first == 0:
        return False
    before = words.folded[first - 1]
    if before in LOCATIVES:
        return True
    return first > 1 and before in words_of("articles_in_accusative") and words.folded[first - 2] in FROM_TO


def town(parts: Sequence[str]) -> bool:
    name = nominative_name(parts, kind="place", case="Acc", gender=None, number=None, seen=())
    return gazetteer.is_place(name)


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
    opens_headline = text[1:].islower() and (in_headline(words, first) or between_towns(words, first))
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
            [part.rstrip(DATELINE) for part in words.texts[first:stop]],
            kind="place",
            case=grammar.case,
            gender=grammar.gender,
            number=grammar.number,
            seen=(),
        )
        beside = opens_headline and not in_headline(words, first)
        enough = 6 if locative or beside or grammar.case == "Gen" else 5 if capitals or opens_headline else 4
        if gazetteer.place_rank(name) <= enough and (capitals or not is_common_here(words, first)):
            return stop, "place", "GPE"
    return None


def between_towns(words: Words, first: int) -> bool:
    """Whether a dash joins the word to another that the table has for a place: Γρεβενά – Δεσκάτη, for all vehicles."""
    for step in (1, -1):
        dash, other = first + step, first + 2 * step
        if 0 <= other < len(words) and words.texts[dash] in ("–", "-") and gazetteer.is_place(words.texts[other]):
            return gazetteer.place(words.texts[first]) == words.texts[first]
    return False


def in_headline(words: Words, first: int) -> bool:
    """Whether a colon follows the first word of a line, and no quotation: Κως: Καταδίωξη ταχύπλοου."""
    if not words.opens_line(first) or words.texts[first + 1 : first + 2] != [":"]:
        return False
    return first + 2 < len(words) and words.texts[first + 2][0].isalpha()


def headline_place(words: Words, first: int) -> bool:
    """Whether a word in capitals may be a place: behind a preposition or article, or in a dateline."""
    before = words.folded[first - 1] if first else ""
    after = words.texts[first + 1] if first + 1 < len(words) else ""
    if words.texts[first].endswith((".-", ".--", ".–", ".—")):
        return words.opens_line(first) or before in ("/", "-", "–")  # ΔΑΜΑΣΚΟΣ - ΚΑΪΡΟ.--
    return before in LOCATIVES | words_of("articles_in_genitive") | {"/", "-"} or (
        words.opens_line(first) and after in ("/", "-", "–", ",", ":", ".")
    )
