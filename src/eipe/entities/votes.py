"""What each name of a text was marked as, oftener than not: a town for a team, a surname for a firm."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from eipe.entities.document import GENITIVES, Words
from eipe.entities.names import Name, stem
from eipe.entities.no_names import is_clubs
from eipe.entities.roles import country_code
from eipe.entities.towns import as_place, has_place, rank
from eipe.greek.surnames import is_greek_surname
from eipe.lexicon.table import words_of

__all__ = ["Votes"]

Key = tuple[str, ...]
PLACE_NOUNS = frozenset(map(stem, words_of("kinds_of_places")))


@dataclass(slots=True)
class Votes:
    """How often each name was marked as what.

    Attributes:
        kinds: By the key of a place or body, or the stems of a person.
        single: By the stem of a name of one word, whatever its kind; surnames of people named in full are not asked.
        clubs: The stems of names of one word that a noun of sport says are a club's.
    """

    kinds: dict[Key, Counter[str]]
    single: dict[str, Counter[str]]
    clubs: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, names: Sequence[Name], words: Words, surnames: Container[str]) -> Votes:
        votes = cls(defaultdict(Counter), defaultdict(Counter))
        for name in names:
            votes.kinds[key_of(name)][name.kind] += 1
            if len(name.words) == 1 and not name.text.isupper() and name.stems[0] not in surnames:
                votes.single[name.stems[0]][name.kind] += 1
                coached = name.kind == "person" and is_greek_surname(name.text)  # ο προπονητής του Τσιτσιπά
                if is_clubs(name, words) and not coached:
                    votes.clubs.add(name.stems[0])
        for name in names:
            if name.kind == "organization" and is_called_a_place(name, words):
                votes.kinds[key_of(name)]["place"] += 1
        return votes

    def outvoted(self, name: Name) -> Name:
        """The name as what it is oftener; of people and others, people win a draw."""
        if len(name.words) == 1 and name.stems[0] in self.clubs and rank(name) > 0:
            return name.with_kind("organization")
        single = self.single.get(name.stems[0]) if len(name.words) == 1 and not name.text.isupper() else None
        if single is not None and single["person"] and single["person"] >= single.total() - single["person"]:
            # η Γουότερς is no firm in half of its sentences, if no table has such a town
            return name if name.kind == "person" or has_place(name) else name.with_kind("person")
        if name.kind == "person":
            return name
        count = self.kinds[key_of(name)]
        if name.kind == "place" or not count["place"] or count["place"] < count["organization"]:
            return name
        drawn = count["place"] == count["organization"]
        return name if drawn and not has_place(name) else name.with_kind("place")


def is_called_a_place(name: Name, words: Words) -> bool:
    """Whether the words before say what it is: η περιφέρεια του Κουρσκ."""
    return words.folded_at(name.first - 1) in GENITIVES and stem(words.text_at(name.first - 2)) in PLACE_NOUNS


def key_of(name: Name) -> Key:
    """What mentions of one name share: a country's code (ΗΠΑ, Ηνωμένες Πολιτείες), else the stems."""
    code = country_code(as_place(name)) if name.kind != "person" else None
    return (code,) if code else name.stems
