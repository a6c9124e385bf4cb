"""Noun phrases, read off articles and endings from left to right.

Greek marks case on its articles, so a subject can be told from an object without a tree; that matters beside
quotation marks, where trees are at their worst. A phrase is the article, what stands before the noun, the noun,
its genitives, and the names in apposition:

    ο πρόεδρος της Ρωσίας Βλαντίμιρ Πούτιν      core "πρόεδρος", genitive "της Ρωσίας", name "Βλαντίμιρ Πούτιν"
    ο υφυπουργός Εξωτερικών, Τέρενς Κουίκ,      the same, the name between commas
"""

from __future__ import annotations

from dataclasses import dataclass

from eipe.entities.roles import is_role
from eipe.greek.first_names import is_oblique
from eipe.lexicon.table import affixes, words_of
from eipe.quotes.nominals import TITLES, genitives, is_nominal, skip_prepositional
from eipe.quotes.view import View

__all__ = ["Phrase", "read_phrase"]

_A_PERSON, _FROM_AMONG, _AND = words_of("a_person"), words_of("from_among"), words_of("and")
_ACCUSATIVES, _PLURALS = affixes("accusatives"), affixes("plurals")
#: Words between the article and the name of an apposition, at most: ο Ρουμάνος σοσιαλδημοκράτης Νίκος Παππάς. On the
#: tuning part it stops 5 of the 151 texts that have one.
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


def read_phrase(view: View, k: int) -> Phrase | None:
    """The noun phrase that begins at position ``k``, or None."""
    start, word = k, view.at(k)
    if word is None:
        return None
    case = number = gender = ""
    if word.article is not None and word.article != "Prep":
        case, number, gender = word.article, word.number, word.gender
        k += 1
        k += view.fold(k) in words_of("particles_behind_articles")  # Η δε ομοσπονδία
        if _one_of(view, start, k):
            end = skip_prepositional(view, k)
            pronoun = view.at(end) if end == k + 1 else None
            end += pronoun is not None and pronoun.is_word and not pronoun.finite  # από αυτούς
            name, last = _apposition(view, end) or (None, end)
            return Phrase(start, last, (start, end), start, name, case, number, gender)
    core, first = k, view.at(k)
    if first is None or not is_nominal(first):
        return None
    if first.participle and k == start:
        return None  # τόνισε αναφερόμενος στο έργο: a participle is no source
    head, k = _run(view, k)
    noun = view.word(head)
    if not case:
        case = noun.case
        if case == "Acc" and not noun.fold.endswith(_ACCUSATIVES):
            case = ""  # μαθητές, εκείνη, στελέχη: one form for both cases, and the tagger guesses
    if number == "" or (case == "Nom" and noun.number):
        number = noun.number or number
    if noun.fold.endswith(_PLURALS) and core == start:
        number = "Plur"
    gender = gender or noun.gender
    name = _name_in(view, core, k)
    k = genitives(view, k)
    if k > head + 1 and view.is_marks(k) and case == "Nom" and is_role(noun.text):
        named = view.at(k + 1)  # ο επικεφαλής της οργάνωσης «Διάσωση» Νίκος Παππάς
        k += named is not None and named.mention >= 0
    following = view.at(k)
    if name is None and following is not None and following.mention >= 0:
        # πρόεδρος της Ρωσίας Βλαντίμιρ Πούτιν: the genitives are over, a name begins.
        end = view.mention_end(k)
        if case == "Nom" and is_oblique(following.text):
            k = end  # ο συνήγορος του αρχηγού της Αστυνομίας Νίκου Παππά: the name is the chief's
        else:
            name, k = (k, end), end
    end = k
    if name is None:
        apposed, behind = _apposition(view, k), skip_prepositional(view, k)
        if apposed is None and behind > k:
            # ο διοικητής της Πυροσβεστικής στον Βόλο, Στέφανος Ζαχαρίας,
            apposed = _apposition(view, behind) or _named(view, behind, head, case)
        name, end = apposed or (None, k)
    return Phrase(start, end, (core, k), head, name, case, number, gender)


def _one_of(view: View, start: int, k: int) -> bool:
    """Whether ένας is no article but somebody: ένας από αυτούς, μία εκ των γυναικών; είπε ένας, πρόσθεσε άλλος."""
    if view.fold(start) not in _A_PERSON:
        return False
    behind = view.at(k)
    alone = view.fold(start) == "ενασ" and (behind is None or behind.finite or not behind.is_word)
    return alone or view.fold(k) in _FROM_AMONG


def _run(view: View, k: int) -> tuple[int, int]:
    """Head and end of a run of nominal words without genitives: (Ρώσος πρόεδρος), (Κ. Μητσοτάκης)."""
    head = start = k
    case = ""
    while (word := view.at(k)) is not None and is_nominal(word):
        if not case and view.fold(start) not in TITLES:
            case = word.case  # of πρώην δήμαρχος Βόλου the second word's
        titled = view.fold(head) in TITLES
        genitive = word.case == "Gen" and k > head and view.word(head).case != "Gen"
        before = view.at(k - 1)
        if k > head and before is not None:
            inside = word.mention >= 0 and before.mention == word.mention
            if word.case == "Gen" != case and case and not inside and before.fold not in TITLES:
                break  # υπουργός Εξωτερικών, βουλευτής Ροδόπης: a bare genitive; but η δήμαρχος κ. Μελά
            if before.mention >= 0 > word.mention and word.text[0].islower():
                break  # η Βόρεια Κορέα | λίγες ώρες αργότερα
        noun = word.pos in ("NOUN", "PROPN", "X") or word.mention >= 0 or k == head
        if (noun and word.article is None and not genitive and word.fold not in TITLES) or (
            word.pos == "ADJ" and titled
        ):
            head = k
        k += 1
    return head, k


def _name_in(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The last name in a nominal run: ο Ρώσος πρόεδρος (Βλαντίμιρ Πούτιν)."""
    last = max((view.word(k).mention for k in range(start, end)), default=-1)
    named = [k for k in range(start, end) if view.word(k).mention == last >= 0]
    return (named[0], named[-1] + 1) if named else None


def _named(view: View, k: int, head: int, case: str) -> tuple[tuple[int, int], int] | None:
    """The name right behind a place: ο αγρότης από τη Λάρισα Νίκος Παππάς."""
    word, before = view.at(k), view.at(k - 1)
    if word is None or word.mention < 0 or case != "Nom" or not is_role(view.text(head)):
        return None
    if before is not None and before.mention == word.mention:
        return None
    end = view.mention_end(k)
    return (k, end), end


def _apposition(view: View, k: int) -> tuple[tuple[int, int], int] | None:
    """The name between commas behind a phrase: ο επικεφαλής της αστυνομίας, Μαρκ Τράβις, ..."""
    if view.text(k) == "(":
        # της Ένωσης (ΕΠΣ) Κοζάνης, Θόδωρο Τσιμεντερίδη
        while view.text(k) not in ("", ")"):
            k += 1
        k = genitives(view, k + 1)
    sign = view.text(k)
    if sign not in (",", "–", "-"):
        return None
    k += 1
    article = k
    k += view.article(k) == "Nom" or view.fold(k) in TITLES
    word = view.at(k)
    bare = word is not None and word.article is None and is_role(word.text)  # ο εκπρόσωπος, ταξίαρχος Νίκος Παππάς,
    while (bare or article < k) and k <= article + DESCRIBED and word is not None:
        if word.mention >= 0 or not is_nominal(word):
            break
        k += 1  # ο εισηγητής, ο Ρουμάνος σοσιαλδημοκράτης Βίκτορ Νεγκρέσκου,
        word = view.at(k)
    if word is None or word.mention < 0:
        return None
    end = view.mention_end(k)
    # ο Γιώργος, η Μαρία και η Άννα: a list, not an apposition.
    return None if view.fold(end) in _AND and sign == "," else ((k, end), end)
