"""What models mark as a person or a place and is none: a month, a nickname, a ship, the people of a town."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from functools import cache

from eipe.entities.document import ARTICLES, CLOSING, GENITIVES, Words
from eipe.entities.names import COURTESY, Name, stem
from eipe.entities.roles import acronyms, country_of, is_human_noun, is_nationality, is_role, role, sort_of
from eipe.entities.towns import is_place, rank_of_place
from eipe.greek import gazetteer
from eipe.greek.demonyms import is_demonym
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold, has_greek
from eipe.greek.surnames import is_greek_surname
from eipe.greek.truecasing import shipped
from eipe.lexicon.table import affixes, rows, words_of

__all__ = ["is_clubs", "is_no_name", "is_nobody", "no_names", "unmarked_stems"]

MARKS = {*CLOSING.items(), ("‘", "’"), ("'", "'")}
OPENING = {opener for opener, _ in MARKS}
FAMILY = stem("οικογένεια")
LETTERS = 6  # at most, in what a body is called by for short: ΕΛΣΤΑΤ is nobody, in 13 of 2,888 texts; ΚΟΝΤΑΡΙΝΗΣ is


@cache
def no_names() -> dict[str, frozenset[str]]:
    """The stems of the nouns of each class."""
    found: dict[str, set[str]] = defaultdict(set)
    for noun, kind in rows("no_names"):
        found[kind].add(stem(noun))
    return {kind: frozenset(stems) for kind, stems in found.items()}


#: Words of a list of families, at most: οι οικογένειες Ρέππα, Σακκά και Βέργου. Else a page of names costs its square.
LISTED = 12


def is_no_name(name: Name, words: Words) -> bool:
    """A nationality, a common noun, a participle that opens a sentence, capitals that name nobody known."""
    if name.text in acronyms() and name.first:
        before = name.first - 1
        before -= before > 0 and country_of(words.texts[before]) is not None  # ο Τούρκος ΥΠΕΞ
        return words.folded[before] in words_of("articles_beside_offices")
    if name.kind == "organization":
        return False
    if is_bearers(name, words):
        return True
    if name.kind == "place" and is_no_place(name, words):
        return True
    if len(name.words) == 1 and name.stems[0] in no_names()["month"] and fold(name.text)[-1] in "σουη":
        return True
    if name.kind == "place" and name.text.islower() and words.has_case(name.first):
        # The sun and the planet (τη δύση του ηλίου) are no names; στην αθήνα is one, however it is written.
        return not is_place(name.words)
    if len(name.words) == 1 and is_nationality(name.words[0]) and name.first > 0:
        # Γερμανός and Τούρκος are surnames too: of somebody with a first name, or after κ.
        return words.folded[name.first - 1] not in COURTESY
    return name.kind == "person" and is_no_person(name, words)


def is_no_person(name: Name, words: Words) -> bool:
    """A family, the handle of a post, what is called so in marks, whose turn it is, the letters of a body."""
    single = len(name.words) == 1
    handle = name.text.islower() or (name.restored and single and words.opens_line(name.first))
    if (single and is_family(name, words)) or (handle and not has_greek(name.text)):
        return True
    if is_called_so_in_marks(name, words) or is_turn(name, words):
        return True
    capitals = all(map(str.isupper, name.words)) and has_greek(name.text)
    if not capitals or (single and words.opens_sentence(name.first)):
        return False
    known = any(given_gender(word) or is_greek_surname(word) or mans_name(word) for word in name.words)
    return not known and not all(has_small_form(word, words) for word in name.words)


def is_turn(name: Name, words: Words) -> bool:
    """Whether a common word says what follows or whose turn it is: ΕΡΩΤΗΣΗ: Πώς ...; Μάρτυρας: Δεν είδα τίποτα.

    Behind something else only an office, kin, a plural or a participle is: 12:30 Δήμαρχος: «...», but – Ράπτης: «...».
    """
    if len(name.words) != 1 or not shipped().usual(name.text).islower():
        return False
    noun = role(name.text)
    sure = noun is not None and (noun.plural or sort_of(noun.kind) != "trade" or words.opens_line(name.first))
    sure = sure or fold(name.text).endswith(affixes("participles_menos"))
    turn = sure and words.text_at(name.last) == ":"
    return (turn or name.text.isupper()) and words.has_case(name.first)


def is_called_so_in_marks(name: Name, words: Words) -> bool:
    """Whether marks say that no name is meant: το καφενείο «Ο Πορφύρης», η ταινία «Μαρία», ο «Μάγος».

    Not: ο αρχηγός «Μάρκος», whose noun is a person's.
    """
    first = name.first
    while first and words.folded[first - 1] in ARTICLES:
        first -= 1
    if first < 2 or name.last >= len(words):
        return False
    opener, closer, noun = words.texts[first - 1], words.texts[name.last], words.texts[first - 2]
    if (opener, closer) not in MARKS:
        return False
    if len(name.words) == 1 and shipped().usual(name.words[0]).islower():
        return True  # Ο «Μάγος» is a nickname made of a noun.
    return words.pos[first - 2] == "NOUN" and noun[0].islower() and not is_role(noun)


def unmarked_stems(words: Words) -> frozenset[str]:
    """The stems of the words with a capital that stand somewhere without marks around them."""
    inner = (index for index in words.capitals if index + 1 < len(words))
    return frozenset(stem(words.texts[i]) for i in inner if (words.texts[i - 1], words.texts[i + 1]) not in MARKS)


def is_only_in_marks(name: Name, words: Words, unmarked: Container[str]) -> bool:
    """Whether a single word stands in marks here and everywhere: το ονόμασε «Σωκράτη», ο σκύλος τους, «Μπρίζιο».

    Not: ο «Πορφύρης», ο αρχηγός «Μάρκος», whose article or noun is a person's.
    """
    if len(name.words) != 1 or name.first < 2 or name.last >= len(words):
        return False
    if words.folded[name.first - 2] in ARTICLES or is_role(words.texts[name.first - 2]):
        return False
    here = words.texts[name.first - 1], words.texts[name.last]
    return here in MARKS and name.text[:1].isupper() and name.stems[0] not in unmarked


def mans_name(word: str) -> bool:
    """Whether a word in capitals is long and ends like a man's surname: ΚΟΝΤΑΡΙΝΗΣ, but no letters of a body."""
    return len(word) > LETTERS and word.endswith(affixes("surnames_in_capitals"))


def has_small_form(word: str, words: Words) -> bool:
    """Whether the word stands elsewhere with small letters behind its capital."""
    short = stem(word)
    return any(text[0].isupper() and not text.isupper() and stem(text) == short for text in words.texts)


def is_clubs(name: Name, words: Words) -> bool:
    """Whether a noun of sport stands before the name, which is a club's then: ο τεχνικός του Φάρου, αρχηγός Τρίτωνα."""
    noun = noun_before(name, words)
    return noun.islower() and stem(noun) in no_names()["club"]


def noun_before(name: Name, words: Words) -> str:
    """The word before the name, or before its article in the genitive."""
    before = name.first - 1
    return words.text_at(before - (before > 0 and words.folded[before] in GENITIVES))


def is_no_place(name: Name, words: Words) -> bool:
    """What marks surround; a street called by its genitive; the moon; a label; an orchestra; a people."""
    first, last = name.first, name.last
    if first and last < len(words) and (words.texts[first - 1], words.texts[last]) in MARKS:
        # The storm «Elias», the hall «Γ. Κασιμάτης», the ship «Ροδόπη»: no town is written so, but for a country said.
        return rank_of_place(name.words) > 0
    if is_street(name, words):
        return True
    if len(name.words) > 1:  # a saint has a church, or an image, which is no town: στον ναό του Αγίου Αθανασίου
        return name.stems[0] in no_names()["body"] or stem(noun_before(name, words)) in no_names()["church"]
    if opens_only(name, words) or (is_sign(name) and name.label != "FAC"):
        return True
    noun = words.text_at(last)  # Ινδός πρωθυπουργός; a river, too
    return country_of(name.text) is not None and noun.islower() and is_human_noun(noun)


def is_sign(name: Name) -> bool:
    """Whether a body of the sky or the label of a picture is called so."""
    return any(name.stems[0] in no_names()[kind] for kind in ("sky", "label"))


def opens_only(name: Name, words: Words) -> bool:
    """Whether a common word that no table has as a place only opens its sentence: Αλιεία: «Παγώνουν» τα πρόστιμα."""
    common = words.opens_sentence(name.first) and shipped().usual(name.text).islower() and len(name.text) > 1
    return common and not is_place(name.words)


def is_bearers(name: Name, words: Words) -> bool:
    """Whether a storm or a ship stands right before, whose name it is: ο τυφώνας Κατρίνα, το πλοίο «Άγιος Γεώργιος»."""
    before = name.first - 1
    noun = words.text_at(before - (before > 0 and words.texts[before] in OPENING))
    return stem(noun) in no_names()["bearer"]


def is_street(name: Name, words: Words) -> bool:
    """Whether a woman's article stands before a street, by the table, or by a genitive behind an accusative.

    στη Σταδίου, στην Κηφισίας: the word between is οδό; but της Κορίνθου, στη Γεροσκήπου.
    """
    article = words.article_at(name.first - 1)
    if article is None or article.gender != "f" or len(name.words) > 2:
        return False
    if (name.text,) in rows("streets"):
        return article.case != "Gen" or not is_place(name.words)
    genitive = article.case == "Acc" and name.text.endswith(affixes("streets_in_genitive"))
    return genitive and name.text.isalpha() and not gazetteer.is_place(name.text)


def is_family(name: Name, words: Words) -> bool:
    """Whether several people are meant: οι οικογένειες Ρέππα και Σακκά."""
    index = name.first - 1
    least = max(1, index - LISTED)
    while index > least and words.folded[index] in words_of("in_a_list") and words.texts[index - 1][0].isupper():
        index -= 2
    return index >= 0 and stem(words.texts[index]) == FAMILY


def is_nobody(name: Name, words: Words, surnames: Container[str], unmarked: Container[str]) -> bool:
    """Whether a single word names no person, where nobody in the text has it for a surname.

    The people of a place (είπε ο Μαδριλένος); a common noun that only a sentence's opening writes large (Βαλίτσα δεν
    άνοιξα), unless it speaks (Ράπτης: «Δεν άνοιξα»).
    """
    if name.kind != "person" or len(name.words) != 1 or name.stems[0] in surnames or name.text.isupper():
        return False
    if is_only_in_marks(name, words, unmarked):
        return True
    before, colon = name.first - 1, words.text_at(name.last) == ":"
    told = words.article_at(before) is not None or is_human_noun(words.text_at(before))
    if told and words.folded[before] not in COURTESY and is_demonym(name.text):
        return not colon
    if not words.opens_sentence(name.first) or shipped().usual(name.text) != name.text.lower():
        return False
    speaks = colon and words.text_at(name.last + 1) in OPENING
    return not speaks and given_gender(name.text) is None and len(words.where(fold(name.text))) == 1
