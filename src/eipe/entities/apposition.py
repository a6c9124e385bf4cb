"""Titles beside names: ο πρόεδρος της Ρωσίας Βλαντίμιρ Πούτιν; η υπουργός Παιδείας, Μαρία Χρήστου."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.document import Words
from eipe.entities.names import Name
from eipe.entities.roles import is_role
from eipe.entities.titles import Title
from eipe.greek.first_names import is_nominative, is_oblique
from eipe.greek.letters import fold
from eipe.lexicon.table import affixes, words_of

__all__ = ["titles_of_names"]

SIDE = words_of("beside_titles")

#: Verbs that say what somebody has become or is.
BECOMING = words_of("becoming")

CLOSERS = ",.;·:)»"
ENDS = ("VERB", "AUX", "CCONJ")


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
    following = {title.first: title for title in titles if not title.definite}
    tails: dict[int, Name] = {}  # by the και behind a name's first title
    for title in titles:
        name, comma = name_behind(title, people, words)
        if name is not None and fits(title, name):
            used.add(title.head)
            if name.start not in before or not comma:
                # Of nested titles the inner one stands nearest: ο εκπρόσωπος του προέδρου Μακρόν.
                for outer in of.setdefault(name.start, []):
                    if title.head <= outer.last:
                        used.discard(outer.head)
                of[name.start] = [*(one for one in of[name.start] if one.last <= title.first), title]
                before[name.start] = title
            else:
                used.discard(title.head)
            continue
        name = tails.get(title.first - 1) or name_before(title, ends, words, following)
        if name is not None:
            used.add(title.head)
            of.setdefault(name.start, []).append(title)
            second = joined_to(title, words, following)
            if second is not None:
                tails[second.first - 1] = name
    return before, of, used


def nominative_form(name: Name) -> bool:
    """Whether a man's name has an ending that is no genitive's: Κώστας Παππάς, Κώστας Σωτηρίου."""
    first, last = name.words[0], name.words[-1]
    return is_nominative(first) or (first.endswith("ς") and fold(last).endswith(affixes("masculine_nominatives")))


def fits(title: Title, name: Name) -> bool:
    """A title in the genitive is not that of a name in the nominative: ο γιος του προέδρου, Νίκος Παππάς.

    Nor the other way round: ο αδελφός του άτυχου νέου Γιώργου Παππά.
    """
    if title.grammar.case == "Nom" and title.complement and is_oblique(name.words[0]):
        return False
    return title.grammar.case not in ("Gen", "Acc") or not nominative_form(name) or title.gender == "f"


def name_behind(title: Title, people: dict[int, Name], words: Words) -> tuple[Name | None, bool]:
    start, comma = title.last, False
    if title.related is not None and words.text_at(title.related.last) == ",":
        start = title.related.last  # ο δικηγόρος της Ρένας, Πάνος Γκίκας
    index = start
    while index < len(words) and index - start < 3:
        if index in people:
            return people[index], comma
        folded = words.folded[index]
        # ο εκπρόσωπος της Πυροσβεστικής, ταξίαρχος Νίκος Παππάς: one title behind the other
        second = comma and is_role(words.texts[index]) and index + 1 in people
        if not second and folded not in SIDE and not (comma and folded in words_of("articles_of_one")):
            return None, comma
        comma = comma or folded == ","
        index += 1
    return None, comma


def name_before(title: Title, ends: dict[int, Name], words: Words, following: dict[int, Title]) -> Name | None:
    """The name before a title in apposition: ο Γιάννης Παππάς, πρόεδρος του συλλόγου, …; ο Παππάς (πρόεδρος) …"""
    opening = title.article if title.article >= 0 else title.first
    verb = opening - 1 - (opening > 1 and words.pos[opening - 1] == "ADV")
    if verb > 0 and words.folded[verb] in BECOMING:
        # Η Άννα Μελά εξελέγη χθες πρόεδρος: what somebody becomes is said behind the verb
        name = ends.get(verb)
        return name if name is not None and name.grammar.case in ("Nom", None) and not title.definite else None
    name, opener = ends.get(opening - 1), words.texts[opening - 1]
    if name is None or opener not in (",", "("):
        return None
    closed = closes(title, words, ")" if opener == "(" else CLOSERS) or joined_to(title, words, following)
    return name if closed else None


def closes(title: Title, words: Words, marks: str) -> bool:
    """Whether a mark ends the phrase behind the title; without an article more may follow: καθηγητής στο ΑΠΘ,"""
    index = title.last
    if not title.definite and words.pos[index : index + 1] == ["ADP"]:
        while index < len(words) and words.texts[index] not in CLOSERS and words.pos[index] not in ENDS:
            index += 1
    after = words.text_at(index) or "."
    return after in marks or (marks == CLOSERS and "\n" in after)


def joined_to(title: Title, words: Words, following: dict[int, Title]) -> Title | None:
    """The title without an article that και joins to this one: οικονομολόγος και πρώην υπουργός,"""
    second = following.get(title.last + 1) if words.folded_at(title.last) in words_of("and") else None
    return second if second is not None and closes(second, words, CLOSERS) else None
