"""What follows the noun of a title: της Ρωσίας, Εξωτερικών, της Βουλής της Νότιας Κορέας; του, της."""

from __future__ import annotations

from eipe.entities.document import CLOSING, GENITIVES, Words
from eipe.entities.names import COURTESY, Name
from eipe.entities.roles import AGED, country_code, country_of, role
from eipe.entities.towns import nominative_of_place
from eipe.greek.declension import nominative_word
from eipe.greek.first_names import is_nominative
from eipe.greek.letters import fold, is_stressed, leans
from eipe.lexicon.table import affixes, words_of

__all__ = ["complement_of", "person_behind"]

ADJECTIVES_IN_GENITIVE = affixes("adjectives_in_genitive")

POSSESSIVES = words_of("possessives")
#: Endings of the genitive (folded), and behind του (του σταθμάρχη, του πατέρα); without an article fewer are sure.
GENITIVE = affixes("genitives")
MASCULINE = (*GENITIVE, *affixes("feminines"))
#: Tokens of what a body is called in marks; where none closes, none is there: του «Κινήματος Πολιτών.
QUOTED = 10
BARE = affixes("bare_genitives")
#: Of those with a capital some more are sure: υπουργός Περιβάλλοντος, Μητροπολίτης Χαλκίδος.
CAPITAL_BARE = (*BARE, *affixes("capital_genitives"))


def complement_of(head: int, words: Words, at: dict[int, Name], countries: set[str]) -> tuple[int, str, bool]:
    """Where the phrase ends, the folded noun that follows its noun, and whether that is του or της alone."""
    last, complement, possessive = head + 1, "", False
    index = head + 1
    while index < len(words):
        folded, text = words.folded[index], words.texts[index]
        if is_stressed(text):
            break  # ο Τούρκος πρόεδρος | τού είπε
        if folded in GENITIVES or folded in POSSESSIVES:
            stop = phrase_end(index + 1, words, at, folded)
            if stop == index + 1:
                if not leans(words.texts[index - 1]) and person_behind(index, words, at) is not None:
                    break  # The article is the name's: ο πατέρας του Ορέστη, but ο ομόλογός του Ορέστης.
                if folded in POSSESSIVES and last == head + 1:
                    last, possessive = index + 1, True
                break
            if words.texts[index + 1] not in CLOSING:  # του «Κινήματος» says no more than του κόμματος
                complement = complement or key_of(index + 1, stop, words, at, countries)
        elif index > head + 1:
            break
        elif text.islower() and words.pos[index] != "VERB" and role(text) is not None:
            stop = index + 1  # two nouns for one person: ο πρίγκιπας διάδοχος
        elif is_bare_genitive(index, words, at):
            stop = bare_end(index, words, at)
            complement = fold(nominative_word(text.lower(), pos="NOUN", gender=None, number=None))
        else:
            stop = small_end(index, words, at)
            if stop == index:
                break
            complement = key_of(index, stop, words, at, countries)
        index = last = stop
    return place_end(last, words, at), complement, possessive


def person_behind(article: int, words: Words, at: dict[int, Name]) -> Name | None:
    """The person whose name has the genitive article at ``article``: του κ. Παππά, της άτυχης Ελένης, του 17χρονου Άρη.

    A name in the nominative has another one: ο ομόλογός του Ορέστης.
    """
    index = article + 1
    while index < len(words) and index not in at and describes(index, words):
        index += 1
    name = at.get(index)
    return name if name is not None and name.kind == "person" and not is_nominative(name.words[0]) else None


def describes(index: int, words: Words) -> bool:
    """Whether a word stands before a name and is no title: κ., άτυχου, αδικοχαμένης, 17χρονου."""
    text, folded = words.texts[index], words.folded[index]
    adjective = words.pos[index] == "ADJ" or folded.endswith(affixes("participles_in_genitive"))
    return folded in COURTESY or AGED.fullmatch(text) is not None or (adjective and text.islower())


def place_end(index: int, words: Words, at: dict[int, Name]) -> int:
    """Behind the place or body where an office is held or somebody is from, if a person's name follows; else ``index``.

    ο πρέσβης της Γαλλίας στην Αθήνα | Λικ Μορό, ο αγρότης από τη Λάρισα | Νίκος Παππάς, η πρόεδρος των εργαζομένων στο
    νοσοκομείο «Ελπίς» | Άννα Μελά; not: ο πρέσβης είδε στην Αθήνα; είπε ο πρέσβης στον δημοσιογράφο Νίκο Παππά
    """
    if index + 3 > len(words):
        return index
    opener = index + 1 if words.folded[index] == "απο" else index
    if words.article_at(opener) is None or (opener == index and not words.folded[opener].startswith("στ")):
        return index
    first = opener + 1
    if words.pos[first : first + 1] == ["NOUN"] and words.texts[first].islower():
        first += role(words.texts[first]) is None
    place = at.get(first)
    if place is not None and place.kind != "person":
        last = place.last
    elif words.text_at(first) in CLOSING:
        last = phrase_end(first, words, at, "")
    else:
        return index
    if last + 1 >= len(words):
        return index
    behind = at.get(last + (words.texts[last] in (",", *CLOSING.values())))
    return last if behind is not None and behind.kind == "person" else index


def is_bare_genitive(index: int, words: Words, at: dict[int, Name]) -> bool:
    """Εξωτερικών in υπουργός Εξωτερικών: a genitive with a capital and no article."""
    text, folded = words.texts[index], words.folded[index]
    if not text[0].isupper() or not folded.endswith(CAPITAL_BARE):
        return False  # Παιδείας, Εξωτερικών, Περιβάλλοντος
    name = at.get(index)
    return name is None or name.kind != "person"


def bare_end(index: int, words: Words, at: dict[int, Name]) -> int:
    """Behind such genitives: Εθνικής Άμυνας και Ναυτιλίας."""
    index += 1
    while index < len(words):
        joins = words.folded[index] in words_of("comma_and") and index + 1 < len(words)
        if not is_bare_genitive(index + joins, words, at) or (not joins and index in at):
            break
        index += 1 + joins
    return index


def small_end(index: int, words: Words, at: dict[int, Name]) -> int:
    """Behind common nouns in the genitive that stand without an article: διευθυντής σπουδών, σύμβουλος ασφαλείας."""
    for stop in range(index, len(words)):
        small = stop not in at and words.texts[stop].islower() and words.folded[stop].endswith((*BARE, "εωσ"))
        if small and words.pos[stop] == "NOUN":
            return many_end(stop + 1, words)
        if not small or words.pos[stop] != "ADJ":
            break
    return index


def phrase_end(index: int, words: Words, at: dict[int, Name], article: str) -> int:
    """Behind the genitive noun phrase that opens at ``index``; ``index`` itself if none does."""
    start = index
    if words.text_at(index) in CLOSING:
        # ο διευθυντής της «Πρωινής»
        inside = range(index + 1, min(index + QUOTED, len(words)))
        return next((mark + 1 for mark in inside if words.texts[mark] in CLOSING.values()), index)
    endings = MASCULINE if article == "του" else GENITIVE
    while index < len(words):
        name = at.get(index)
        if name is not None:
            if name.kind == "person":
                return start if person_behind(start - 1, words, at) is name else index
            return name.last
        text, folded = words.texts[index], words.folded[index]
        if not text[0].isalpha() or words.article_at(index) is not None:
            return index
        if not folded.endswith(endings) and not (text.isupper() and len(text) > 1):
            return index
        if words.pos[index] in ("VERB", "AUX", "ADV", "CCONJ", "SCONJ", "ADP", "PRON"):
            return index
        index += 1
        nominal = words.pos[index - 1] != "ADJ" and not folded.endswith(ADJECTIVES_IN_GENITIVE)
        if index < len(words) and country_of(text) is not None and role(words.texts[index]) is not None:
            nominal = False  # του Ρώσου προέδρου
        if nominal and index < len(words):
            follows = words.texts[index]
            bare = words.folded[index].endswith(BARE) and at.get(index) is None
            if bare and is_many(index, words):
                return many_end(index, words)
            if not bare or not follows[0].isupper():
                return index
    return index


def is_many(index: int, words: Words) -> bool:
    return words.folded[index].endswith("ων") and words.texts[index].islower() and words.pos[index] in ("NOUN", "ADJ")


def many_end(index: int, words: Words) -> int:
    """Behind the plural that says whose a body is: του συλλόγου γονέων και κηδεμόνων."""
    while index < len(words) and is_many(index, words):
        index += 1
    joined = index + 1 < len(words) and words.folded[index] == "και" and is_many(index + 1, words)
    return many_end(index + 1, words) if joined else index


def key_of(start: int, stop: int, words: Words, at: dict[int, Name], countries: set[str]) -> str:
    """The noun of a complement, folded and in the nominative; its countries go to ``countries``."""
    name = at.get(start)
    if name is not None and name.kind == "place":
        whole = nominative_of_place(name.words)
        code = country_code(whole)
        if code:
            countries.add(code)
            return ""
        return fold(whole)
    codes = {index: country_of(words.texts[index]) for index in range(start, stop)}
    countries.update(filter(None, codes.values()))
    others = [index for index, code in codes.items() if code is None]
    if not others:
        return ""
    nouns = (i for i in others if words.pos[i] != "ADJ" and not words.folded[i].endswith(ADJECTIVES_IN_GENITIVE))
    best = next(nouns, others[-1])
    return fold(nominative_word(words.texts[best].lower(), pos="NOUN", gender=None, number=None))
