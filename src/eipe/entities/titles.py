"""Titles beside names: ο πρόεδρος της Ρωσίας Βλαντίμιρ Πούτιν; η υπουργός Παιδείας, Μαρία Χρήστου.

A title phrase is [article] [adjectives] noun [complement]. It is found by its noun, once for the whole text;
what stands beside it decides whether it introduces a name or stands for one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eipe.entities.names import Name, article_at, make_name
from eipe.entities.roles import Role, country_code, country_of, role, title_in_nominative
from eipe.entities.words import NOTHING, Grammar, Words
from eipe.greek.declension import nominative_name, nominative_word
from eipe.greek.letters import fold

__all__ = ["Title", "find_titles", "people_behind", "role_nouns", "titles_of_names"]

ADJECTIVE_REACH = 3
COMPLEMENT_REACH = 10
POSSESSIVES = frozenset({"του", "τησ", "τουσ", "μου", "μασ", "σασ", "σου"})
ORDINALS = frozenset({"πρωην", "νυν", "τεωσ", "αναπληρωτησ", "αναπληρωτη", "αναπληρωτρια"})
GENITIVES = frozenset({"του", "τησ", "των"})
SIDE = frozenset({",", "κ", "κ.", "κα", "κασ", "κυριοσ", "κυρια", "κυριο", "κυριου", "κυριασ", "δρ", "δρ."})


@dataclass(frozen=True, slots=True)
class Title:
    """One title phrase.

    Attributes:
        first: Its first token, without the article.
        head: The token of its noun.
        last: The token behind its complement.
        kind: The class of its noun.
        gender: Of whom it speaks, as article and noun tell.
        grammar: Case, gender and number by its article.
        definite: Whether it has the definite article.
        article: The token of the article, or -1.
        countries: Codes of the countries it names.
        complement: The folded first noun of its complement, if that is no country.
        possessive: Whether the complement is του, της, τους.
    """

    first: int
    head: int
    last: int
    kind: str
    gender: str | None
    grammar: Grammar
    definite: bool
    article: int
    countries: frozenset[str]
    complement: str
    possessive: bool

    def text(self, words: Words) -> str:
        return words.text[words.starts[self.first] : words.end(self.last - 1)]

    def nominative(self, words: Words) -> str:
        parts = tuple(words.texts[self.first : self.head + 1])
        title = title_in_nominative(parts, len(parts) - 1, self.gender)
        rest = words.text[words.end(self.head) : words.end(self.last - 1)]
        return title + rest


def role_nouns(words: Words) -> list[tuple[int, Role]]:
    """The tokens that are singular nouns of office or trade."""
    found = []
    for index, text in enumerate(words.texts):
        if len(text) < 4 or not (text.islower() or text.istitle() or text == "ΥΠΕΞ"):
            continue
        noun = role(text)
        if noun is not None and not noun.plural:
            found.append((index, noun))
    return found


def find_titles(words: Words, nouns: Sequence[tuple[int, Role]], names: Sequence[Name]) -> list[Title]:
    """All title phrases, in text order. A noun inside another's complement is a title of its own as well."""
    at = {index: name for name in names for index in range(name.first, name.last)}
    found: list[Title] = []
    for head, noun in nouns:
        if head in at and at[head].kind != "organization":
            continue
        if found and found[-1].head == head - 1 and found[-1].last > head:
            continue
        found.append(title_at(head, noun.kind, noun.genders, words, at))
    return found


def title_at(head: int, kind: str, genders: str, words: Words, at: dict[int, Name]) -> Title:
    first = head
    while head - first < ADJECTIVE_REACH and first > 0 and is_modifier(words, first - 1, at):
        first -= 1
    article = first - 1
    grammar = article_at(words, article) if article >= 0 else None
    if grammar is None:
        article = -1
    gender = grammar.gender if grammar is not None else None
    if gender not in ("m", "f"):
        gender = genders if len(genders) == 1 else "m" if gender == "mn" else None
    countries: set[str] = set()
    for index in range(first, head):
        code = country_of(words.texts[index])
        if code:
            countries.add(code)
    last, complement, possessive = complement_of(head, words, at, countries)
    if grammar is None:
        grammar = by_ending(words.texts[head], gender)
    definite = article >= 0
    return Title(
        first,
        head,
        last,
        kind,
        gender,
        grammar or NOTHING,
        definite,
        article,
        frozenset(countries),
        complement,
        possessive,
    )


def by_ending(word: str, gender: str | None) -> Grammar:
    """The case of a title without an article, by its ending: πρωθυπουργού is a genitive."""
    folded = fold(word)
    if folded.endswith("ου"):
        return Grammar("Gen", gender or "m", "Sing")
    if folded.endswith(("οσ", "ησ", "ασ")) and gender != "f":
        return Grammar("Nom", gender, "Sing")
    return Grammar(None, gender, None)


def is_modifier(words: Words, index: int, at: dict[int, Name]) -> bool:
    """Whether a word before the noun belongs to its title: an adjective, πρώην, a nationality."""
    text, folded = words.texts[index], words.folded[index]
    if folded in ORDINALS or (text[0].isupper() and country_of(text) is not None):
        return True
    if index in at or not text.isalpha() or article_at(words, index) is not None:
        return False
    if words.pos[index] not in ("ADJ", "NOUN", "VERB", "PROPN", "X", "") or not text[0].islower():
        return False
    if words.pos[index] == "ADJ" and not folded.endswith(("ιδιοσ", "ιδια", "τελευταιοσ")):
        return True
    return folded.endswith(
        ("ικοσ", "ικου", "ικο", "ικη", "ικησ", "τησ", "τη", "ων", "οντα", "οντοσ", "ουσα")
    ) and (
        role(text) is not None
        or words.pos[index] == "ADJ"
        or folded.endswith(("ικοσ", "ικου", "ικη", "ικησ", "ων"))
    )


def complement_of(head: int, words: Words, at: dict[int, Name], countries: set[str]) -> tuple[int, str, bool]:
    """Where the phrase ends, the folded noun that follows its noun, and whether that is του or της alone."""
    last, complement, possessive = head + 1, "", False
    index = head + 1
    limit = min(len(words), head + 1 + COMPLEMENT_REACH)
    while index < limit:
        folded, text = words.folded[index], words.texts[index]
        if folded in GENITIVES or folded in POSSESSIVES:
            stop = phrase_end(index + 1, words, at, limit)
            if stop == index + 1:
                behind = at.get(index + 1)
                if behind is not None and behind.kind == "person":
                    break  # The article is the name's: ο πατέρας του Ορέστη.
                if folded in POSSESSIVES and last == head + 1:
                    last, possessive = index + 1, True
                break
            complement = complement or key_of(index + 1, stop, words, at, countries)
            index = last = stop
            continue
        if index == head + 1 and text.islower() and words.pos[index] != "VERB" and role(text) is not None:
            # Two nouns for one person: ο πρίγκιπας διάδοχος.
            index = last = index + 1
            continue
        if complement == "" and index == head + 1 and is_bare_genitive(index, words, at):
            complement = fold(nominative_word(text.lower(), pos="NOUN", gender=None, number=None))
            index = last = bare_end(index, words, at, limit)
            continue
        break
    return last, complement, possessive


def is_bare_genitive(index: int, words: Words, at: dict[int, Name]) -> bool:
    """Εξωτερικών in υπουργός Εξωτερικών: a genitive with a capital and no article."""
    text, folded = words.texts[index], words.folded[index]
    if not text[0].isupper() or not folded.endswith(("ων", "ασ", "ησ", "ου", "εωσ")):
        return False
    name = at.get(index)
    return name is None or name.kind != "person"


def bare_end(index: int, words: Words, at: dict[int, Name], limit: int) -> int:
    index += 1
    while index < limit:
        folded = words.folded[index]
        if folded in (",", "και") and index + 1 < limit and is_bare_genitive(index + 1, words, at):
            if folded == "," and "και" not in words.folded[index : index + 4]:
                break
            index += 2
        elif is_bare_genitive(index, words, at) and at.get(index) is None:
            index += 1
        else:
            break
    return index


def phrase_end(index: int, words: Words, at: dict[int, Name], limit: int) -> int:
    """Behind the genitive noun phrase that opens at ``index``; ``index`` itself if none does."""
    start = index
    while index < limit:
        name = at.get(index)
        if name is not None:
            return name.last if name.kind != "person" else index
        text, folded = words.texts[index], words.folded[index]
        if not text[0].isalpha() or article_at(words, index) is not None:
            return index
        if not folded.endswith(("ου", "ησ", "ασ", "ων", "εωσ", "ουσ", "οσ")) and not (
            text.isupper() and len(text) > 1
        ):
            return index
        if words.pos[index] in ("VERB", "AUX", "ADV", "CCONJ", "SCONJ", "ADP", "PRON"):
            return index
        index += 1
        nominal = words.pos[index - 1] != "ADJ" and not folded.endswith(("ικου", "ικησ", "ικων"))
        if nominal and index < limit:
            follows = words.texts[index]
            if not (
                follows[0].isupper()
                and words.folded[index].endswith(("ων", "ησ", "ασ", "ου"))
                and at.get(index) is None
            ):
                return index
            if words.texts[index - 1][0].isupper() and index - start > 2:
                return index
    return index


def key_of(start: int, stop: int, words: Words, at: dict[int, Name], countries: set[str]) -> str:
    """The noun of a complement, folded and in the nominative; its countries go to ``countries``."""
    name = at.get(start)
    if name is not None and name.kind == "place":
        whole = nominative_name(name.words, kind="place", case="Gen", gender=None, number=None, seen=())
        code = country_code(whole)
        if code:
            countries.add(code)
            return ""
        return fold(whole)
    for index in range(start, stop):
        code = country_of(words.texts[index])
        if code:
            countries.add(code)
    nouns = [index for index in range(start, stop) if country_of(words.texts[index]) is None]
    if not nouns:
        return ""
    best = next(
        (
            i
            for i in nouns
            if words.pos[i] != "ADJ" and not words.folded[i].endswith(("ικου", "ικησ", "ικων"))
        ),
        nouns[-1],
    )
    return fold(nominative_word(words.texts[best].lower(), pos="NOUN", gender=None, number=None))


def titles_of_names(
    titles: Sequence[Title], names: Sequence[Name], words: Words
) -> tuple[dict[int, Title], dict[int, list[Title]], set[int]]:
    """Which titles introduce names.

    Returns:
        The title before each name, whose article is the name's, by the name's start; all titles of each name,
        by its start; and the heads of those titles.
    """
    before: dict[int, Title] = {}
    of: dict[int, list[Title]] = {}
    used: set[int] = set()
    people = {name.first: name for name in names if name.kind == "person"}
    ends = {name.last: name for name in names if name.kind == "person"}
    for title in titles:
        name, comma = name_behind(title, people, words)
        if name is not None and fits(title, name):
            used.add(title.head)
            if name.start not in before or not comma:
                # Of nested titles the inner one stands nearest: ο εκπρόσωπος του προέδρου Μακρόν.
                of.setdefault(name.start, []).append(title)
                if name.start not in before or not nominative_form(name) or title.grammar.case == "Nom":
                    before[name.start] = title
                if len(of[name.start]) > 1:
                    keep_one(of[name.start], before[name.start], used)
            elif comma:
                used.discard(title.head)
            continue
        name = name_before(title, ends, words)
        if name is not None:
            used.add(title.head)
            of.setdefault(name.start, []).append(title)
    return before, of, used


def keep_one(found: list[Title], best: Title, used: set[int]) -> None:
    for title in found:
        if title is not best and title.head < best.head and best.head < title.last + 1:
            used.discard(title.head)
    found[:] = [
        title for title in found if title is best or title.head > best.head or title.last <= best.first
    ]


def nominative_form(name: Name) -> bool:
    return fold(name.words[-1]).endswith(("οσ", "ησ", "ασ")) and fold(name.words[0]).endswith("σ")


def fits(title: Title, name: Name) -> bool:
    """A title in the genitive is not that of a name in the nominative: ο γιος του προέδρου, Νίκος Παππάς."""
    if title.grammar.case in ("Gen", "Acc") and nominative_form(name) and title.gender != "f":
        return False
    return not title.possessive or True


def name_behind(title: Title, people: dict[int, Name], words: Words) -> tuple[Name | None, bool]:
    index, comma = title.last, False
    while index < len(words) and index - title.last < 3:
        if index in people:
            return people[index], comma
        folded = words.folded[index]
        if folded not in SIDE and not (comma and folded in ("ο", "η", "τον", "την", "του", "τησ")):
            return None, comma
        comma = comma or folded == ","
        index += 1
    return None, comma


def name_before(title: Title, ends: dict[int, Name], words: Words) -> Name | None:
    """The name before a title in apposition: ο Γιάννης Παππάς, πρόεδρος του συλλόγου, …"""
    opening = title.article if title.article >= 0 else title.first
    if opening < 2 or words.texts[opening - 1] != "," or opening - 1 not in ends:
        return None
    after = words.texts[title.last] if title.last < len(words) else "."
    name = ends[opening - 1]
    if after not in (",", ".", ";", "·", ":", ")", "»") and "\n" not in after:
        return None
    if title.definite and title.grammar.case == "Gen" and name.grammar.case != "Gen":
        return None
    return name


def with_gender(title: Title, gender: str | None) -> Title:
    return replace(title, gender=gender)


def people_behind(titles: Sequence[Title], names: Sequence[Name], words: Words) -> list[Name]:
    """Capitalized words that no name has, right behind a definite title with its complement."""
    taken = {index for name in names for index in range(name.first, name.last)}
    found = []
    for title in titles:
        index = title.last
        if not title.definite or title.grammar.number == "Plur" or index in taken:
            continue
        last = index
        while last < len(words) and last not in taken and is_name_word(words, last, index):
            last += 1
        if last - index < 2 and not (
            last - index == 1 and title.last - title.head == 1 and may_be_surname(words, index)
        ):
            continue
        name = make_name(words, words.starts[index], words.end(last - 1), index, last, "person", "PERSON")
        if name is not None and name.words:
            found.append(name)
            taken.update(range(index, last))
    return found


def is_name_word(words: Words, index: int, first: int) -> bool:
    text = words.texts[index]
    if index > first and (text == "-" or text[0] == "-"):
        return True
    if index > first and words.texts[index - 1] == "-" and text.isalpha():
        return words.starts[index] == words.end(index - 1)
    return (
        text[0].isupper()
        and text[:1].isalpha()
        and not text.isupper()
        and words.pos[index] not in ("VERB", "AUX")
    )


def may_be_surname(words: Words, index: int) -> bool:
    text, folded = words.texts[index], words.folded[index]
    return (
        words.pos[index] in ("PROPN", "X")
        and len(text) > 3
        and not folded.endswith(("ων", "εωσ", "ασ", "ησ"))
    )
