"""Which mentions are one person: full name, surname, first name, initial, another case or alphabet."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from operator import attrgetter

from eipe.entities.document import ARTICLES, Words
from eipe.entities.likeness import misspelt, same_in_other_letters, same_stems
from eipe.entities.names import Name
from eipe.greek import gazetteer
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold, has_greek, is_abbreviated
from eipe.greek.short_names import full_names_of, may_be_called, shortens
from eipe.greek.surnames import is_greek_surname

__all__ = ["Somebody", "group_people", "with_shared_surnames"]

START = attrgetter("start")
#: Keys of those who are written so; no stem is spelt with a capital.
GREEK, LATIN = "Α", "L"
FULL = "="  # before the full form of a first name
JOINED = 2  # tokens between two names that και joins, or και ο


@dataclass(slots=True, eq=False)
class Somebody:
    """A person in the making.

    Attributes:
        names: The name mentions, in text order.
        words, stems: The words of the fullest name, and their stems.
        gender: ``"m"``, ``"f"`` or None.
        called: The name that the user has for them, if he has one.
    """

    names: list[Name] = field(default_factory=list)
    words: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    gender: str | None = None
    called: str = ""

    @property
    def first(self) -> int:
        return self.names[0].start

    def near(self, offset: int) -> int:
        """The last mention before ``offset``; -1 if there is none."""
        before = bisect_left(self.names, offset, key=START)
        return self.names[before - 1].start if before else -1


#: People (an ordered set) by what they are looked up by.
Index = dict[str, dict[Somebody, None]]


def group_people(names: Sequence[Name], genders: dict[int, str | None]) -> list[Somebody]:
    """The people that ``names`` are.

    Args:
        names: Mentions of people, in text order.
        genders: By each mention's start, the gender that its surroundings tell.
    """
    full = [name for name in names if len(name.words) > 1 and not is_abbreviated(name.words[0])]
    initials = [name for name in names if len(name.words) > 1 and is_abbreviated(name.words[0])]
    single = [name for name in names if len(name.words) == 1]
    longest = sorted(full, key=lambda name: (-len(name.words), name.start))
    family: dict[str, set[str]] = defaultdict(set)
    for name in full:
        family[name.stems[-1]].add(name.words[0])
    people: list[Somebody] = []
    index: Index = defaultdict(dict)
    for match, some in ((matching_full, longest), (matching_initial, initials), (matching_single, single)):
        for name in some:
            gender = genders[name.start]
            person = match(name, index, gender) or called_otherwise(name, index, family)
            if person is None:
                person = Somebody(words=name.words, stems=name.stems)
                people.append(person)
            fulls = map(FULL.__add__, full_names_of(name.words[0])) if len(name.words) > 1 else ()
            for one in (*keys_of(name), *(GREEK if has_greek(word) else LATIN for word in name.words), *fulls):
                index[one][person] = None
            insort(person.names, name, key=START)
            person.gender = person.gender or gender
    return sorted(people, key=lambda person: person.first)


def with_shared_surnames(names: Sequence[Name], words: Words) -> list[Name]:
    """``names``, a first name with the surname that it shares with the next: των αδελφών Αγγελικής και Ρέας Χατζόγλου.

    Not where somebody in the text is called so in full, nor where the surname says another gender (ο Άρης και η Λία
    Ρέππα).
    """
    known = {name.stems[0] for name in names if len(name.words) > 1}
    out = list(names)
    for index, (name, behind) in enumerate(pairwise(names)):
        gap = words.folded[name.last : behind.first]
        if len(name.words) > 1 or len(behind.words) != 2 or gap[:1] not in (["και"], ["κι"]) or len(gap) > 2:
            continue
        if name.stems[0] in known or (len(gap) == 2 and gap[1] not in ARTICLES):
            continue
        first, second = (given_gender(one) or gazetteer.foreign_gender(one) for one in (name.text, behind.words[0]))
        surname = behind.words[1]
        declines = has_greek(surname) and (is_greek_surname(surname) or fold(surname)[-1] in "αησ")
        if first is not None and second is not None and (first == second or not declines):
            out[index] = replace(name, words=(name.text, surname))
    return out


def keys_of(name: Name) -> Iterable[str]:
    """What a name is looked up by: each of its words."""
    return (short for word, short in zip(name.words, name.stems, strict=True) if not is_abbreviated(word))


def in_other_letters(name: Name, index: Index) -> Iterable[Somebody]:
    """Who is written in the other alphabet."""
    return index.get(LATIN if has_greek(name.text) else GREEK, ())


def agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def candidates(keys: Iterable[str], index: Index) -> list[Somebody]:
    return list(dict.fromkeys(person for key in keys for person in index.get(key, ())))


def matching_full(name: Name, index: Index, gender: str | None) -> Somebody | None:
    near = [person for person in candidates(keys_of(name), index) if agree(person.gender, gender)]
    alike = (person for person in near if same_stems(name.stems, person.stems))
    slips = (person for person in near if misspelt(name.stems, person.stems))
    others = in_other_letters(name, index)
    foreign = (person for person in others if same_in_other_letters(name.text, person.names[0].text))
    return next(chain(alike, slips, foreign), None)


def called_otherwise(name: Name, index: Index, family: dict[str, set[str]]) -> Somebody | None:
    """Who has the surname and may be called so too, where nobody else of that surname stands in the text.

    Ο Ιωάννης Ρέππας is ο Γιάννης Ρέππας; not in ο Γιάννης και ο Ιωάννης Ρέππας, nor beside ο Άρης Ρέππας.
    """
    found = [one for one in index.get(name.stems[-1], ()) if len(one.stems) == 2 and one.stems[-1] == name.stems[-1]]
    if len(name.words) != 2 or len(found) != 1:
        return None
    if not all(may_be_called(name.words[0], other) for other in {found[0].words[0]} | family[name.stems[-1]]):
        return None
    beside = any(max(one.first, name.first) - min(one.last, name.last) <= JOINED for one in found[0].names)
    return None if beside else found[0]


def matching_initial(name: Name, index: Index, gender: str | None) -> Somebody | None:
    cut, surname = name.words[0], name.stems[-1]
    family = [one for one in index.get(surname, ()) if one.stems[-1] == surname and agree(one.gender, gender)]
    return nearest([one for one in family if len(one.stems) > 1 and shortens(cut, one.words[0])], name.start)


def nearest(found: list[Somebody], offset: int) -> Somebody | None:
    """Of several, who was named last before ``offset``, or else who is named first behind it."""
    return max(found, key=lambda person: (person.near(offset), -person.first), default=None)


def matching_single(name: Name, index: Index, gender: str | None) -> Somebody | None:
    short, word = name.stems[0], name.words[0]
    known = [person for person in index.get(short, ()) if agree(person.gender, gender)]
    surnames = [person for person in known if person.stems[-1] == short]
    others = [person for person in known if short in person.stems and person.stems[-1] != short]
    family = nearest(surnames, name.start)
    if family is not None and not (others and given_gender(word) is not None and len(family.stems) == 1):
        return family
    if others:
        return nearest(others, name.start)
    everyday = candidates(map(FULL.__add__, full_names_of(word)), index)
    if len(everyday) == 1:
        return everyday[0]  # Ο καπετάν Θανάσης: so are those called who sign as Αθανάσιος
    foreign = in_other_letters(name, index)
    return next((person for person in foreign if same_in_other_letters(word, person.names[0].words[-1])), None)
