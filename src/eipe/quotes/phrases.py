"""Noun phrases, read off articles and endings from left to right.

Greek marks case on its articles, so a subject can be told from an object without a tree; that matters beside
quotation marks, where trees are at their worst. A phrase is the article, what stands before the noun, the noun,
its genitives, and the names in apposition:

    ο πρόεδρος της Ρωσίας Βλαντίμιρ Πούτιν      core "πρόεδρος", genitive "της Ρωσίας", name "Βλαντίμιρ Πούτιν"
    ο υφυπουργός Εξωτερικών, Τέρενς Κουίκ,      the same, the name between commas
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eipe.entities.roles import is_role
from eipe.greek.first_names import is_oblique
from eipe.greek.letters import leans
from eipe.lexicon.table import affixes, words_of
from eipe.quotes.genitives import genitives
from eipe.quotes.nominals import CLITICS, TITLES, is_article_of, is_nominal, mention_end, word_at
from eipe.quotes.prepositional import skip_prepositional
from eipe.quotes.words import Word

__all__ = ["Phrase", "read_phrase"]

_A_PERSON, _FROM_AMONG, _AND = words_of("a_person"), words_of("from_among"), words_of("and")
_PARTICLES_BEHIND_ARTICLES = words_of("particles_behind_articles")
_FEMININES, _ACCUSATIVES = affixes("feminines"), affixes("accusatives")
#: Words between the article and the name of an apposition, at most.
DESCRIBED = 3


@dataclass(slots=True)  # not frozen: made for every phrase of a text, and freezing triples the price
class Phrase:
    """A noun phrase at positions of a sentence's items.

    Attributes:
        start, end: Positions of the phrase, article included, half-open.
        core: Positions (start, end) of the words without the article, genitives included, half-open.
        head: Position of the head noun.
        name: Positions of a name in apposition, or of the name that is the head; None without one.
        case: "Nom", "Acc", "Gen" or "".
        number: "Sing", "Plur" or "".
        gender: "Masc", "Fem", "Neut" or "".
    """

    start: int
    end: int
    core: tuple[int, int]
    head: int
    name: tuple[int, int] | None
    case: str
    number: str
    gender: str


def read_phrase(items: Sequence[int], words: Sequence[Word], k: int) -> Phrase | None:
    """The noun phrase that begins at position ``k``, or None."""
    start, word = k, word_at(items, words, k)
    if word is None:
        return None
    case = number = gender = ""
    if word.article is not None and word.article != "Prep":
        case, number, gender = word.article, word.number, word.gender
        k += 1
        particle = word_at(items, words, k)
        if particle is not None and particle.fold in _PARTICLES_BEHIND_ARTICLES:
            k += 1  # Η δε ομοσπονδία
        if _one_of(items, words, start, k):
            end = skip_prepositional(items, words, k)
            pronoun = word_at(items, words, end) if end == k + 1 else None
            end += pronoun is not None and pronoun.is_word and not pronoun.finite  # από αυτούς
            name, last = _apposition(items, words, end) or (None, end)
            return Phrase(start, last, (start, end), start, name, case, number, gender)
    if not is_nominal(word_at(items, words, k)):
        return None
    core = k
    if words[items[k]].participle and k == start and words[items[k]].mention < 0:
        return None  # τόνισε αναφερόμενος στο έργο: a participle is no source
    head, k = _run(items, words, k)
    head_word = words[items[head]]
    if not case:
        case = head_word.case
        if case == "Acc" and not head_word.fold.endswith(_ACCUSATIVES):
            case = ""  # μαθητές, εκείνη, στελέχη: one form for both cases, and the tagger guesses
        if case == "Gen" and head_word.gender == "Fem" and head_word.fold.endswith(_FEMININES):
            case = ""  # γειτόνισσα: no woman's noun has a genitive without -ς
    if number == "" or (case == "Nom" and head_word.number):
        number = head_word.number or number
    if head_word.article is None and head_word.fold.endswith(affixes("plurals")) and items[core] == items[start]:
        number = "Plur"
    gender = gender or head_word.gender
    name = _name_in(items, words, core, k)
    k = genitives(items, words, k)
    if 0 < k < len(items) and items[k] < 0 and case == "Nom" and is_role(head_word.text) and k > head + 1:
        named = word_at(items, words, k + 1)  # ο επικεφαλής της οργάνωσης «Διάσωση» Νίκος Παππάς
        k += named is not None and named.mention >= 0 and named.article is None and not is_oblique(named.text)
    following = word_at(items, words, k)
    if name is None and following is not None and following.mention >= 0 and not _dependent(items, words, k):
        # πρόεδρος της Ρωσίας Βλαντίμιρ Πούτιν: the genitives are over, a name begins.
        end = mention_end(items, words, k)
        if case == "Nom" and is_oblique(following.text):
            k = end  # ο συνήγορος του αρχηγού της Αστυνομίας Νίκου Παππά: the name is the chief's
        else:
            name, k = (k, end), end
    end = k
    if name is None and case == "Nom":
        name = _second(items, words, k)
        end = name[1] if name is not None else end
    if name is None:
        apposed = _apposition(items, words, k)
        if apposed is None:
            # ο διοικητής της Πυροσβεστικής στον Βόλο, Στέφανος Ζαχαρίας,
            behind = skip_prepositional(items, words, k)
            if behind > k:
                apposed = _apposition(items, words, behind) or _named(items, words, behind, head, case)
        if apposed is not None:
            name, end = apposed
    return Phrase(start, end, (core, k), head, name, case, number, gender)


def _one_of(items: Sequence[int], words: Sequence[Word], start: int, k: int) -> bool:
    """Whether ένας is no article but somebody: ένας από αυτούς, μία εκ των γυναικών; είπε ένας, πρόσθεσε άλλος."""
    word, behind = words[items[start]], word_at(items, words, k)
    if word.fold not in _A_PERSON or k != start + 1:
        return False
    if behind is not None and behind.fold in _FROM_AMONG:
        return True
    return word.fold == "ενασ" and (behind is None or behind.finite or not behind.is_word)


def _run(items: Sequence[int], words: Sequence[Word], k: int) -> tuple[int, int]:
    """Head and end of a run of nominal words without genitives: (Ρώσος πρόεδρος), (Κ. Μητσοτάκης)."""
    head = k
    first, case = word_at(items, words, k), ""
    while True:
        word = word_at(items, words, k)
        if word is None or not is_nominal(word):
            break
        if not case and first is not None and first.fold not in TITLES:
            case = word.case  # of πρώην δήμαρχος Βόλου the second word's
        before = word_at(items, words, k - 1)
        inside = before is not None and word.mention >= 0 and before.mention == word.mention
        called = before is not None and before.fold in TITLES  # η δήμαρχος κ. Μελά
        if k > head and word.case == "Gen" != case and case and not inside and not called:
            break  # υπουργός Εξωτερικών, βουλευτής Ροδόπης: a bare genitive
        if k > head and before is not None and before.mention >= 0 > word.mention and word.text[0].islower():
            break  # η Βόρεια Κορέα | λίγες ώρες αργότερα
        if k > head and word.mention >= 0 and before is not None and before.mention not in (-1, word.mention):
            break
        titled = words[items[head]].fold in TITLES
        genitive = word.case == "Gen" and k > head and words[items[head]].case != "Gen" and not titled
        if (
            word.article is None
            and not genitive
            and word.fold not in TITLES
            and (word.pos in ("NOUN", "PROPN", "X") or word.mention >= 0 or k == head)
        ) or (word.pos == "ADJ" and words[items[head]].fold in TITLES):
            head = k
        k += 1
    return head, k


def _name_in(items: Sequence[int], words: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    """The last name in a nominal run: ο Ρώσος πρόεδρος (Βλαντίμιρ Πούτιν)."""
    for k in range(end - 1, start - 1, -1):
        word = words[items[k]]
        if word.mention >= 0:
            first = k
            while first > start and words[items[first - 1]].mention == word.mention:
                first -= 1
            return first, k + 1
    return None


def _dependent(items: Sequence[int], words: Sequence[Word], k: int) -> bool:
    """Whether the name at ``k`` hangs on an article in the genitive: εκπρόσωπος του Νίκου Ανδρουλάκη.

    Not where του is a possessive: ο συνήγορός του Λικ Μορό, ο συνήγορος του Νίκος Παππάς.
    """
    before, behind = word_at(items, words, k - 1), word_at(items, words, k)
    noun = word_at(items, words, k - 2)
    if before is not None and before.fold in TITLES:
        return noun is None or noun.article is not None  # του κ. Παππά; but ο διοικητής της Τράπεζας κ. Παππάς
    if before is None or behind is None or before.article is None:
        return False
    possessive = before.fold in CLITICS and noun is not None and (leans(noun.text) or not is_article_of(before, behind))
    return not possessive


def _second(items: Sequence[int], words: Sequence[Word], k: int) -> tuple[int, int] | None:
    """The name with an article of its own behind a possessive: ο γείτονάς της ο Λυκούργος."""
    before, article, word = (word_at(items, words, j) for j in (k - 1, k, k + 1))
    if before is None or before.fold not in CLITICS or article is None or article.article != "Nom":
        return None
    return (k + 1, mention_end(items, words, k + 1)) if word is not None and word.mention >= 0 else None


def _named(
    items: Sequence[int], words: Sequence[Word], k: int, head: int, case: str
) -> tuple[tuple[int, int], int] | None:
    """The name right behind a place: ο αγρότης από τη Λάρισα Νίκος Παππάς."""
    word = word_at(items, words, k)
    noun = words[items[head]]
    if word is None or word.mention < 0 or noun.mention >= 0 or case != "Nom" or not is_role(noun.text):
        return None
    if word.article is not None or word.mention == words[items[k - 1]].mention or is_oblique(word.text):
        return None
    end = mention_end(items, words, k)
    return (k, end), end


def _apposition(items: Sequence[int], words: Sequence[Word], k: int) -> tuple[tuple[int, int], int] | None:
    """The name between commas behind a phrase: ο επικεφαλής της αστυνομίας, Μαρκ Τράβις, ..."""
    comma = word_at(items, words, k)
    if comma is not None and comma.text == "(":
        # της Ένωσης (ΕΠΣ) Κοζάνης, Θόδωρο Τσιμεντερίδη
        while comma is not None and comma.text != ")" and k < len(items):
            k += 1
            comma = word_at(items, words, k)
        k = genitives(items, words, k + 1)
        comma = word_at(items, words, k)
    if comma is None or comma.text not in (",", "–", "-"):
        return None
    k += 1
    word = word_at(items, words, k)
    article = k
    if word is not None and (word.article in ("Nom",) or word.fold in TITLES):
        k += 1
        word = word_at(items, words, k)
    bare = word is not None and word.article is None and is_role(word.text)  # ο εκπρόσωπος, ταξίαρχος Νίκος Παππάς,
    while (bare or article < k) and k <= article + DESCRIBED and word is not None:
        if word.mention >= 0 or not is_nominal(word):
            break
        k += 1  # ο εισηγητής, ο Ρουμάνος σοσιαλδημοκράτης Βίκτορ Νεγκρέσκου,
        word = word_at(items, words, k)
    if word is not None and word.article == "Nom" and article + 1 < k:
        k += 1  # ένας από αυτούς, ο μακαρίτης ο Στρατής,
        word = word_at(items, words, k)
    if word is None or word.mention < 0:
        return None
    end = mention_end(items, words, k)
    behind = word_at(items, words, end)
    if k > article + (not bare) and (behind is None or behind.text != ","):
        return None
    # ο Γιώργος, η Μαρία και η Άννα: a list, not an apposition.
    if behind is not None and behind.fold in _AND and comma.text == ",":
        return None
    return (k, end), end
