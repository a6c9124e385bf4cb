"""Title phrases: [article] [adjectives] noun [complement], found by their noun, once for the whole text.

What stands beside one decides whether it introduces a name (``apposition``) or stands for one
(``resolution``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eipe.entities.complements import complement_of, person_behind
from eipe.entities.document import GENITIVES, Grammar, Words
from eipe.entities.names import Name
from eipe.entities.roles import AGED, Role, acronyms, country_of, role, title_in_nominative
from eipe.greek.letters import fold
from eipe.lexicon.table import affixes, words_of

__all__ = ["AGE", "HOME", "NATION", "RELATIONAL", "Title", "find_titles", "role_nouns"]

#: What a person is called by without a noun: ο 34χρονος, ο Ρουμάνος.
AGE, NATION = "age", "nation"
#: What somebody is to somebody else.
RELATIONAL = frozenset({"spouse", "sibling", "child", "parent", "relative", "friend", "counterpart"})
HOME = frozenset({"GR", "CY"})  # ο Έλληνας is anybody at all in a Greek paper
FORMER = words_of("formerly")
ORDINALS = FORMER | words_of("deputies")


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
        article: The token of its definite article, or -1.
        countries: Codes of the countries it names.
        complement: The folded first noun of its complement, if that is no country.
        possessive: Whether the complement is του, της, τους.
        related: The person's name that is the complement: η συνήγορος της Παππά is not Παππά.
        former: Whether it is said to be over: ο πρώην υπουργός is no minister.
    """

    first: int
    head: int
    last: int
    kind: str
    gender: str | None
    grammar: Grammar
    article: int
    countries: frozenset[str]
    complement: str
    possessive: bool
    related: Name | None = None
    former: bool = False

    @property
    def definite(self) -> bool:
        return self.article >= 0

    def nominative(self, words: Words) -> str:
        title = title_in_nominative(words.texts[self.first : self.head + 1], self.gender)
        return title + words.text[words.end(self.head) : words.end(self.last - 1)]


def role_nouns(words: Words, own: Callable[[str], Role | None] | None = None) -> list[tuple[int, Role]]:
    """The tokens that are singular nouns of office or trade; ages and nationalities, which may stand for one.

    Args:
        own: Tells the role of a noun that only a user knows.
    """
    found = []
    for index, word in enumerate(words.texts):
        noun = (own(word) if own is not None and word.isalpha() else None) or role_noun(word)
        if noun is None or noun.plural or (word in acronyms() and is_ministry(words, index)):
            continue
        if noun.kind != NATION or words.article_at(index - 1) is not None:
            found.append((index, noun))
    return found


@lru_cache(maxsize=1 << 13)
def role_noun(word: str) -> Role | None:
    """What a token may say of somebody by itself."""
    if len(word) < 3:
        return None
    if word[0].isdigit():
        return Role(AGE, "f" if word.endswith(affixes("aged_women")) else "m") if AGED.fullmatch(word) else None
    if word.islower() or word in acronyms():
        return role(word)
    if not word.istitle():
        return None
    foreign = country_of(word) not in (None, *HOME)
    return role(word) or (Role(NATION, "mf") if foreign else None)


def is_ministry(words: Words, index: int) -> bool:
    """Whether letters that a minister and a ministry share are the ministry's: του ρωσικού ΥΠΕΞ, but ο Ρώσος ΥΠΕΞ."""
    return words.folded_at(index - 1).endswith(affixes("adjectives_of_bodies"))


def find_titles(words: Words, nouns: Sequence[tuple[int, Role]], names: Sequence[Name]) -> list[Title]:
    """All title phrases, in text order. A noun inside another's complement is a title of its own as well."""
    at = {index: name for name in names for index in name.tokens}
    found: list[Title] = []
    for head, noun in nouns:
        if head in at and (at[head].kind != "organization" or noun.kind == NATION):
            continue
        if noun.kind in (AGE, NATION) and not stands_for_noun(head, words, at):
            continue
        if words.folded[head].endswith(affixes("adjectival")) and is_attribute(head, words, at):
            continue
        if found and found[-1].head == head - 1 and found[-1].last > head:
            continue
        found.append(title_at(head, noun, words, at))
    return found


def stands_for_noun(head: int, words: Words, at: dict[int, Name]) -> bool:
    """Whether an age or a nationality has an article and no noun: ο Ρουμάνος, not ο Ρουμάνος προπονητής."""
    if words.article_at(head - 1) is None:
        return False
    behind = head + 1
    if behind >= len(words) or (behind in at and at[behind].kind == "person"):
        return True
    nominal = words.pos[behind] in ("NOUN", "PROPN", "ADJ", "NUM", "X", "")
    return not (nominal and words.texts[behind][0].isalpha())


def is_attribute(head: int, words: Words, at: dict[int, Name]) -> bool:
    """Whether a noun in -ικός is an adjective here: ο τεχνικός έλεγχος, not ο τεχνικός του Άρη."""
    behind = head + 1
    if behind >= len(words) or behind in at or words.article_at(behind) is not None:
        return False
    return words.pos[behind] in ("NOUN", "ADJ") and words.texts[behind].islower() and role(words.texts[behind]) is None


def title_at(head: int, noun: Role, words: Words, at: dict[int, Name]) -> Title:
    first = head
    while first > 0 and is_modifier(words, first - 1, at):
        first -= 1
    grammar = words.article_at(first - 1)
    gender = grammar.gender if grammar is not None else None
    if gender not in ("m", "f"):
        gender = noun.genders if len(noun.genders) == 1 else "m" if gender == "mn" else None
    countries = set(filter(None, map(country_of, words.texts[first : head + (noun.kind == NATION)])))
    last, complement, possessive = complement_of(head, words, at, countries)
    owned = not possessive and words.folded_at(last) in GENITIVES
    return Title(
        first,
        head,
        last,
        noun.kind,
        gender,
        grammar or by_ending(words.texts[head], gender),
        first - 1 if grammar is not None else -1,
        frozenset(countries),
        "".join(filter(str.isdigit, words.texts[head])) if noun.kind == AGE else complement,
        possessive,
        related=person_behind(last, words, at) if owned else None,
        former=not FORMER.isdisjoint(words.folded[first:head]),
    )


def by_ending(word: str, gender: str | None) -> Grammar:
    """The case of a title without an article, by its ending: πρωθυπουργού is a genitive."""
    folded = fold(word)
    if folded.endswith("ου"):
        return Grammar("Gen", gender or "m", "Sing")
    if folded.endswith(affixes("masculine_nominatives")) and gender != "f":
        return Grammar("Nom", gender, "Sing")
    return Grammar(None, gender, None)


def is_modifier(words: Words, index: int, at: dict[int, Name]) -> bool:
    """Whether a word before the noun belongs to its title: an adjective, πρώην, a nationality."""
    text, folded = words.texts[index], words.folded[index]
    if folded in ORDINALS or (text[0].isupper() and country_of(text) is not None) or AGED.fullmatch(text):
        return True
    if index in at or not text.isalpha() or words.article_at(index) is not None:
        return False
    if words.pos[index] not in ("ADJ", "NOUN", "VERB", "PROPN", "X", "") or not text[0].islower():
        return False
    if words.pos[index] == "ADJ" and not folded.endswith(affixes("same_or_last")):
        return True
    return folded.endswith(affixes("modifiers")) and (
        role(text) is not None or folded.endswith(affixes("sure_modifiers"))
    )
