"""Names, titles and demonyms of a user's own: where they stand in a text, and what they are.

What the user says goes before what the model sees: a name of his is found wherever it stands, in any case of it, is of
the kind that he gave it, and is one with its second names. Only a longer name that the model sees is left whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from eipe.entities.document import Words
from eipe.entities.names import LABELS, WORD, Kind, Name, in_order, make_name, stem, with_others
from eipe.entities.people import Somebody
from eipe.entities.places import Somewhere
from eipe.entities.roles import OWN, Role, role_among
from eipe.greek.letters import fold, has_greek
from eipe.lexicon.own_words import OwnWords

__all__ = ["NO_NAMES", "OwnNames", "named"]

#: Letters of a stem that many words may have; these must be the same but for their last ς.
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something with a name and second names.

    Attributes:
        name: The name by which the user wants to find it.
        kind: What it is.
        label: The same in the model's terms: PERSON, GPE, LOC, FAC, ORG.
        gender: ``"f"``, ``"m"``, or ``""`` where the text has to tell.
    """

    name: str
    kind: Kind
    label: str
    gender: str = ""


#: The words of a name, and whose it is.
Form = tuple[tuple[str, ...], Entry]


@dataclass(frozen=True, slots=True)
class OwnNames:
    """What a user knows of names.

    Attributes:
        forms: Names, by the stem of their first word; the longest first.
        titles: Nouns, folded, each with its class and the genders of those it names.
        demonyms: The stems of what the people of a place are called.
    """

    forms: Mapping[str, Sequence[Form]] = field(default_factory=dict)
    titles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    demonyms: frozenset[str] = frozenset()

    def role(self, word: str) -> Role | None:
        """The title of the user's that ``word`` is, in any case."""
        return role_among(word, self.titles) if self.titles else None

    def entry(self, parts: Sequence[str], kind: Kind) -> Entry | None:
        """What the user calls so."""
        for form, entry in self.forms.get(stem(parts[0]), ()):
            if entry.kind == kind and len(form) == len(parts) and all(map(_fits, form, parts)):
                return entry
        return None

    def marked(self, names: Sequence[Name], words: Words) -> list[Name]:
        """``names`` and the user's, in text order, no two on one token; without the demonyms of his."""
        surnames = {name.stems[-1] for name in names if name.kind == "person" and len(name.words) > 1}
        names = [name for name in names if not self._is_somewhere(name, words, surnames)]
        own = [
            name
            for name in (self._found(words) if self.forms else ())
            if not any(
                one.first <= name.first and name.last <= one.last and len(one.tokens) > len(name.tokens)
                for one in names
            )
        ]
        return with_others(names, own)

    def joined(self, people: Sequence[Somebody]) -> list[Somebody]:
        """``people``, those one whom the user says to be one, under the name that he gives them."""
        found: dict[Entry, Somebody] = {}
        out: list[Somebody] = []
        for person in people:
            entry = self.entry(person.words, "person")
            if entry is None:
                out.append(person)
            elif entry in found:
                same = found[entry]
                same.names = in_order([*same.names, *person.names])
                same.gender = same.gender or person.gender
            else:
                found[entry] = person
                person.called, person.gender = entry.name, entry.gender or person.gender
                out.append(person)
        return out

    def renamed(self, groups: Iterable[Somewhere], kind: Kind) -> Iterator[Somewhere]:
        """Places, or organizations, under the names that the user gives them; some may have one name."""
        for group in groups:
            entry = next((entry for name in group.names if (entry := self.entry(name.words, kind))), None)
            if entry is not None:
                group.name, group.label = entry.name, entry.label
            yield group

    def _is_somewhere(self, name: Name, words: Words, surnames: Container[str]) -> bool:
        """Whether a name is what the people of a place are called: ο Σφακιανός, if nobody is named so."""
        if name.kind != "person" or len(name.words) > 1 or name.stems[0] in surnames:
            return False
        return name.stems[0] in self.demonyms and words.article_at(name.first - 1) is not None

    def _found(self, words: Words) -> Iterator[Name]:
        matches = list(WORD.finditer(words.text))
        parts = [match.group() for match in matches]
        at = 0
        while at < len(parts):
            length, name = next(self._here(at, matches, parts, words), (1, None))
            at += length
            if name is not None:
                yield name

    def _here(
        self, at: int, matches: Sequence[re.Match[str]], parts: Sequence[str], words: Words
    ) -> Iterator[tuple[int, Name]]:
        for form, entry in self.forms.get(stem(parts[at]), ()):
            last = at + len(form)
            if not all(map(_fits, form, parts[at:last])) or last > len(parts):
                continue
            start, end = matches[at].start(), matches[last - 1].end()
            first, behind = bisect_left(words.starts, start), bisect_left(words.starts, end)
            if first == len(words) or words.starts[first] != start or "\n" in words.text[start:end]:
                continue
            yield len(form), make_name(words, start, end, first, behind, entry.kind, entry.label)


def _fits(word: str, part: str) -> bool:
    """Whether ``part`` of a text is a case of ``word``, a word of a name: Κούλη, of Κούλης; but small as it is."""
    one, other = fold(word), fold(part)
    if word[0].isupper() and not part[0].isupper():
        return False
    if word.isupper() or not has_greek(word) or not word[0].isupper():
        return one == other
    short = stem(word)
    return short == stem(part) if len(short) > _SHORT else one.rstrip("σ") == other.rstrip("σ")


def named(own: OwnWords) -> OwnNames:
    """The names, titles and demonyms among a user's words."""
    forms: dict[str, list[Form]] = {}
    kinds: tuple[Kind, ...] = ("organization", "person", "place")
    for kind in kinds:
        for row in own.of(kind):
            label = row["kind"].upper() if kind == "place" else LABELS[kind]
            entry = Entry(row["name"], kind, label, row["gender"] if kind == "person" else "")
            for parts in filter(None, (tuple(WORD.findall(name)) for name in row.names())):
                forms.setdefault(stem(parts[0]), []).append((parts, entry))
    titles: dict[str, tuple[str, str]] = {}
    for row in own.of("title"):
        man, woman, known, sort = row.cells
        office = known or f"{sort}{OWN}{fold(man)}"
        titles[fold(man)] = office, "mf" if (woman or man) == man else "m"
        if woman and woman != man:
            titles[fold(woman)] = office, "f"
    demonyms = frozenset(stem(form) for row in own.of("demonym") for form in row.cells)
    longest = {key: sorted(found, key=lambda form: -len(form[0])) for key, found in forms.items()}
    return OwnNames(longest, titles, demonyms)


NO_NAMES = OwnNames()
