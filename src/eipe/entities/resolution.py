"""Whom a title without a name means: ο Ρώσος πρόεδρος, ο ίδιος, ο τελευταίος.

Conservative, for a wrong answer puts words into someone's mouth: a title finds the person to whom the text
gives it, or, as the subject of its sentence, the one person of its gender who was subject just before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from eipe.entities.names import Name
from eipe.entities.people import Somebody
from eipe.entities.roles import links, sorts
from eipe.entities.titles import Title
from eipe.entities.words import ARTICLES, Words

__all__ = ["Nominal", "resolve"]

SAME = {"ιδιοσ": "m", "ιδια": "f"}
LATTER = {"τελευταιοσ": "m", "τελευταια": "f", "τελευταιου": "m", "τελευταιασ": "f", "τελευταιο": "m"}
SECOND = {"δευτεροσ": "m", "δευτερη": "f", "δευτερου": "m", "δευτερησ": "f"}
FORMER = {"πρωτοσ": "m", "πρωτη": "f", "πρωτου": "m", "πρωτησ": "f"}
SINGULAR = frozenset({"ο", "η", "του", "τησ", "τον", "την", "τη", "στον", "στην", "στη"})
SENTENCES_BACK = 3
SUBJECT_BACK = 3
UNIQUE = frozenset({"premier"})
RELATIONAL = frozenset({"spouse", "sibling", "child", "parent", "counterpart"})


@dataclass(slots=True)
class Nominal:
    """A mention of a person without a name."""

    start: int
    end: int
    person: Somebody


@dataclass(slots=True)
class Scene:
    """The mentions in text order, and where sentences and quotations are."""

    names: list[tuple[Name, Somebody]]
    words: Words
    sentences: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)

    def paragraph(self, token: int) -> int:
        """Where the paragraph of ``token`` opens."""
        while token > 0 and "\n" not in self.words.texts[token - 1]:
            token -= 1
        return token

    def before(self, token: int) -> list[tuple[Name, Somebody]]:
        """The mentions before ``token``, the last first, at most SENTENCES_BACK sentences back."""
        here = self.sentences[token]
        return [
            (name, person)
            for name, person in reversed(self.names)
            if name.last <= token and here - self.sentences[name.first] <= SENTENCES_BACK
        ]


def sentence_numbers(words: Words) -> list[int]:
    """For each token, the number of its sentence; sentences end at full stops and line breaks."""
    numbers, number, fresh = [], 0, True
    for index, text in enumerate(words.texts):
        numbers.append(number)
        if "\n" in text or (text in (".", ";", "!", "…", "...") and next_opens(words, index)):
            if not fresh:
                number += 1
            fresh = True
        else:
            fresh = False
    return numbers


def next_opens(words: Words, index: int) -> bool:
    return index + 1 >= len(words) or not words.texts[index + 1][0].islower()


def quoted_tokens(words: Words) -> list[bool]:
    depth, inside, out = 0, False, []
    for text in words.texts:
        depth += text.count("«") + text.count("“") + text.count("„")
        out.append(depth > 0 or inside)
        depth = max(0, depth - text.count("»") - text.count("”"))
        if "\n" in text:
            depth = 0
    return out


def resolve(
    people: Sequence[Somebody],
    titles: Sequence[Title],
    of: dict[int, list[Title]],
    used: set[int],
    words: Words,
) -> tuple[list[Nominal], dict[int, list[Title]]]:
    """The nominal mentions, in text order, and each person's titles, by the person's place in ``people``."""
    mentions = sorted(
        ((name, person) for person in people for name in person.names), key=lambda item: item[0].start
    )
    number = {id(person): index for index, person in enumerate(people)}
    held: dict[int, list[Title]] = {index: [] for index in range(len(people))}
    for name, person in mentions:
        held[number[id(person)]].extend(of.get(name.start, ()))
    scene = Scene(mentions, words, sentence_numbers(words), quoted_tokens(words))
    standalone = {
        title.head: title for title in titles if title.head not in used and stands_alone(title, words)
    }
    inside = {index: title for title in standalone.values() for index in range(title.first, title.head)}
    found: list[Nominal] = []
    last_subject: list[tuple[int, Somebody]] = []
    queue = iter([*mentions, (None, None)])
    upcoming, owner = next(queue)
    for index in range(len(words)):
        while upcoming is not None and upcoming.first <= index:
            if upcoming.grammar.case == "Nom" and not scene.quoted[upcoming.first] and owner is not None:
                last_subject.append((upcoming.first, owner))
            upcoming, owner = next(queue)
        title = standalone.get(index)
        person: Somebody | None = None
        start = end = index
        if title is not None:
            person = by_title(title, people, held, number, scene)
            if person is None:
                person = by_subject(title, people, held, number, scene, last_subject)
                if person is not None and title.kind not in RELATIONAL:
                    held[number[id(person)]].append(title)
            start, end = title.first, title.last - 1
        elif title is None and index not in inside:
            person = by_pronoun(index, scene, last_subject)
        if person is None:
            continue
        nominal = Nominal(words.starts[start], words.end(end), person)
        found.append(nominal)
        if subject_case(words, start, title) and not scene.quoted[index]:
            last_subject.append((index, person))
    return found, held


def subject_case(words: Words, start: int, title: Title | None) -> bool:
    if title is not None:
        return title.grammar.case == "Nom"
    return start > 0 and words.folded[start - 1] in ("ο", "η")


def stands_alone(title: Title, words: Words) -> bool:
    if not title.definite or title.grammar.number == "Plur" or title.grammar.gender == "n":
        return False
    return words.folded[title.article] in SINGULAR


def compatible(title: Title, other: Title) -> bool:
    """Whether ``title`` can be said of somebody of whom ``other`` is said."""
    if title.countries and other.countries and title.countries != other.countries:
        return False
    if title.kind == other.kind:
        if title.complement and other.complement:
            return title.complement == other.complement and title.countries <= (
                other.countries or title.countries
            )
        if title.complement or (other.complement and title.countries):
            return False
        return not title.countries or title.countries == other.countries
    if (title.kind, other.kind) in links():
        return (
            not title.complement
            and not other.complement
            and bool(title.countries)
            and title.countries == other.countries
        )
    return False


def gender_fits(title: Title, person: Somebody) -> bool:
    return title.gender is None or person.gender is None or title.gender == person.gender


def by_title(
    title: Title,
    people: Sequence[Somebody],
    held: dict[int, list[Title]],
    number: dict[int, int],
    scene: Scene,
) -> Somebody | None:
    """The one person to whom the text gives this title, here or further down."""
    if title.possessive or title.kind in RELATIONAL:
        return None
    found = [
        person
        for person in people
        if gender_fits(title, person) and any(compatible(title, other) for other in held[number[id(person)]])
    ]
    if len(found) == 1:
        return found[0] if told(title, found[0], held, number, scene) else None
    if len(found) > 1:
        near = [person for name, person in scene.before(title.head) if any(person is one for one in found)]
        close = [person for person in near[:1] if not title.countries and not title.complement]
        return close[0] if close else None
    return None


def told(
    title: Title, person: Somebody, held: dict[int, list[Title]], number: dict[int, int], scene: Scene
) -> bool:
    """A bare title (ο υπουργός) means somebody named before it; one that says of what (ο Ρώσος πρόεδρος) may
    come first."""
    if title.countries or title.complement or title.kind in UNIQUE:
        return True
    return person.first < scene.words.starts[title.first]


def by_subject(
    title: Title,
    people: Sequence[Somebody],
    held: dict[int, list[Title]],
    number: dict[int, int],
    scene: Scene,
    last_subject: list[tuple[int, Somebody]],
) -> Somebody | None:
    """The person who was subject just before, if the title is subject now and may be that person's."""
    quoted = scene.quoted[title.head]
    if title.grammar.case != "Nom" or (quoted and title.kind not in UNIQUE):
        return None
    here = scene.sentences[title.head]
    subjects = [
        (token, person)
        for token, person in reversed(last_subject)
        if here - scene.sentences[token] <= SUBJECT_BACK
    ]
    if not opens_clause(title, words := scene.words):
        return None
    same = [
        (token, person)
        for token, person in subjects
        if gender_fits(title, person) and person.gender is not None
    ]
    if not same:
        return topic(title, people, scene) if not quoted else None
    token, person = same[0]
    if scene.sentences[token] == here and not quoted and not between_clauses(words, token, title.head):
        return None
    if any(contradicts(title, other) for other in held[number[id(person)]]):
        return None
    return person


def opens_clause(title: Title, words: Words) -> bool:
    """Whether the title is the first thing its sentence names, or stands behind a quotation: «…», είπε η πρόεδρος."""
    index = title.article - 1
    while index >= 0 and not words.breaks[index] and words.texts[index] not in (",", "»", "”", '"', "“", "«"):
        if words.pos[index] in ("SCONJ", "CCONJ") or words.folded[index] in (
            "ενω",
            "οτι",
            "πωσ",
            "που",
            "και",
        ):
            return False
        index -= 1
    return True


def topic(title: Title, people: Sequence[Somebody], scene: Scene) -> Somebody | None:
    """Of whom the article tells: for a trade (η σκηνοθέτρια), the one person of that gender in the headline."""
    if sorts().get(title.kind) != "trade" or title.countries or title.complement:
        return None
    start = scene.words.starts[title.first]
    headline = scene.words.text.find("\n")
    named = [person for person in people if person.gender == title.gender and person.first < start]
    leading = [
        person
        for person in named
        if person.first < headline and len([n for n in person.names if n.start < start]) > 1
    ]
    return leading[0] if len(leading) == 1 else None


def between_clauses(words: Words, token: int, head: int) -> bool:
    return any(text in (".", "»", "·", "\n", "”") for text in words.texts[token:head])


def contradicts(title: Title, other: Title) -> bool:
    """Whether nobody is both: a minister is no spokesman."""
    if title.kind != other.kind:
        return title.kind not in RELATIONAL | {"colleague", "politician", "official", "scientist"}
    if title.countries and other.countries and title.countries != other.countries:
        return True
    return bool(title.complement and other.complement and title.complement != other.complement)


def by_pronoun(index: int, scene: Scene, last_subject: list[tuple[int, Somebody]]) -> Somebody | None:
    """ο ίδιος, ο τελευταίος, ο πρώτος, ο δεύτερος, standing alone."""
    words = scene.words
    folded = words.folded[index]
    if folded[:3] not in ("ιδι", "τελ", "δευ", "πρω") or index == 0:
        return None
    article = ARTICLES.get(words.folded[index - 1])
    if article is None or article.number != "Sing" or followed_by_noun(words, index):
        return None
    here = scene.sentences[index]
    if folded in SAME and words.folded[index - 1] in ("ο", "η"):
        gender = SAME[folded]
        paragraph = scene.paragraph(index)
        for token, person in reversed(last_subject):
            if here - scene.sentences[token] > SENTENCES_BACK or token < paragraph:
                break
            if person.gender == gender:
                return person
        for name, person in scene.before(index):
            if name.first >= paragraph and not scene.quoted[name.first] and person.gender == gender:
                return person
        near = [person for _, person in scene.before(index) if person.gender in (gender, None)]
        alone = {id(person) for person in near}
        return near[0] if len(alone) == 1 else None
    if folded in LATTER and article.gender in ("m", "f", "mn"):
        gender = LATTER[folded]
        for name, person in scene.before(index):
            if scene.sentences[name.first] < here - 1:
                break
            if person.gender in (gender, None) and name.first < index:
                return person
        return None
    if folded in SECOND or folded in FORMER:
        gender = (SECOND.get(folded) or FORMER.get(folded)) or "m"
        latest = (
            here if any(scene.sentences[name.first] == here for name, _ in scene.before(index)) else here - 1
        )
        two: list[Somebody] = []
        for name, person in reversed(scene.before(index)):
            if scene.sentences[name.first] == latest and not any(person is one for one in two):
                two.append(person)
        fitting = [person for person in two if person.gender in (gender, None)]
        if len(fitting) == 2:
            return fitting[1] if folded in SECOND else fitting[0]
    return None


def followed_by_noun(words: Words, index: int) -> bool:
    """Whether a noun follows that the word belongs to: ο ίδιος υπουργός, ο τελευταίος αγώνας."""
    if index + 1 >= len(words):
        return False
    text = words.texts[index + 1]
    if not text[0].isalpha():
        return False
    if words.pos[index + 1] in ("NOUN", "PROPN", "ADJ", "NUM", "X", "DET"):
        return True
    return words.folded[index + 1] in ("ο", "η", "το")
