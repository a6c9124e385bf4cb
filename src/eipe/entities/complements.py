"""What follows the noun of a title: της Ρωσίας, Εξωτερικών, της Βουλής της Νότιας Κορέας; του, της."""

from __future__ import annotations

from eipe.entities.names import Name, article_at
from eipe.entities.roles import country_code, country_of, role
from eipe.entities.words import Words
from eipe.greek.declension import nominative_name, nominative_word
from eipe.greek.letters import fold, leans

__all__ = ["GENITIVES", "complement_of"]

COMPLEMENT_REACH = 10
POSSESSIVES = frozenset({"του", "τησ", "τουσ", "μου", "μασ", "σασ", "σου"})
GENITIVES = frozenset({"του", "τησ", "των"})


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
                if behind is not None and behind.kind == "person" and not leans(words.texts[index - 1]):
                    break  # The article is the name's: ο πατέρας του Ορέστη, but τον ομόλογό του Ορέστη.
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
        if not folded.endswith(("ου", "ησ", "ασ", "ων", "εωσ", "ουσ", "οσ")) and not (text.isupper() and len(text) > 1):
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
        (i for i in nouns if words.pos[i] != "ADJ" and not words.folded[i].endswith(("ικου", "ικησ", "ικων"))),
        nouns[-1],
    )
    return fold(nominative_word(words.texts[best].lower(), pos="NOUN", gender=None, number=None))
