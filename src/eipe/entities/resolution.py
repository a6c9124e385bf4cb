"""Whom a title without a name means: ο Ρώσος πρόεδρος, ο ίδιος, ο τελευταίος.

Conservative, for a wrong answer puts words into someone's mouth: a title finds the person to whom the text
gives it, or, as the subject of its sentence, the one person of its gender who was subject just before.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from eipe.article.zones import UNLISTED, Zone, zone_at
from eipe.entities.document import Words
from eipe.entities.people import Somebody
from eipe.entities.pronouns import STEMS, by_pronoun
from eipe.entities.resuming import UNIQUE, by_age, by_subject, gender_fits, opens_clause
from eipe.entities.roles import is_a, links, sort_of
from eipe.entities.scene import Scene
from eipe.entities.titles import AGE, NATION, RELATIONAL, Title
from eipe.lexicon.table import words_of

__all__ = ["Nominal", "resolve"]

COUNTERPART = "counterpart"


@dataclass(slots=True)
class Nominal:
    """A mention of a person without a name."""

    start: int
    end: int
    person: Somebody


def resolve(
    people: Sequence[Somebody],
    titles: Sequence[Title],
    of: dict[int, list[Title]],
    used: set[int],
    words: Words,
    zones: Sequence[Zone] = (),
) -> tuple[list[Nominal], dict[int, list[Title]]]:
    """The nominal mentions, in text order, and each person's titles, by the person's place in ``people``.

    Whoever is named in a page's furniture (``zones``) is in nobody's focus, and no title there means anybody.
    """
    scene = Scene.of(people, words, of, zones)
    learn_counterparts(scene)
    ends = {name.last for name, _ in scene.names}
    standalone = {title.head: title for title in titles if title.head not in used and stands_alone(title, words, ends)}
    inside = {index for title in standalone.values() for index in range(title.first, title.head)}
    found: list[Nominal] = []
    named = {name.first: person for name, person in scene.names if name.grammar.case == "Nom"}
    # Only these can mean somebody; what lies between is passed over.
    pronouns = {index for index, folded in enumerate(words.folded) if folded[:3] in STEMS} - inside
    for index in sorted(pronouns.union(standalone, named)):
        said = not scene.quoted[index]
        if index in named and said:
            scene.subjects.append((index, named[index]))
        if zone_at(zones, words.starts[index]) in UNLISTED:
            continue
        title = standalone.get(index)
        if title is not None:
            meant, subject = meant_by(title, scene), title.grammar.case == "Nom"
            if meant is None and subject and said and opens_clause(title, words):
                scene.strangers.append((index, title.gender))
            start, end = title.first, title.last - 1
        elif index in pronouns:
            meant, subject = by_pronoun(index, scene), words.folded[index - 1] in words_of("subject_articles")
            start = end = index
        else:
            continue
        if meant is not None:
            found.append(Nominal(words.starts[start], words.end(end), meant))
            if subject and said:
                scene.subjects.append((index, meant))
    return found, {index: scene.called(person) for index, person in enumerate(people)}


def meant_by(title: Title, scene: Scene) -> Somebody | None:
    """Whom a title means that stands alone; it is one of that person's from now on, where it is news."""
    meant = counterpart(title, scene) if title.kind == COUNTERPART else by_title(title, scene)
    if meant is not None:
        if all(one.possessive for one in scene.called(meant)):
            scene.called(meant).append(title)  # the counterpart's own office, once it is said
    elif title.kind == AGE:
        meant = by_age(title, scene)
    elif title.kind != COUNTERPART:
        meant = by_subject(title, scene)
        if meant is not None and title.kind not in RELATIONAL:
            scene.called(meant).append(title)
    return meant


def learn_counterparts(scene: Scene) -> None:
    """Gives whoever is called ο Τούρκος ομόλογός του the office of the last before him who holds one, in his country.

    So the text has said who ο Τούρκος υπουργός Εξωτερικών is.
    """
    for name, person in scene.names:
        own = scene.called(person)
        for title in [one for one in own if one.kind == COUNTERPART and 0 <= name.first - one.last <= 2]:
            before = (scene.called(other) for _, other in scene.before(title.head) if other is not person)
            held = next((one for titles in before for one in titles if sort_of(one.kind) == "office"), None)
            if held is not None:
                own.append(replace(held, countries=title.countries, gender=title.gender, possessive=True))


def counterpart(title: Title, scene: Scene) -> Somebody | None:
    """Who alone has an office in the country of ο Γάλλος ομόλογός του, unless he was subject just before."""
    found = [
        person
        for person in scene.people
        if gender_fits(title, person)
        and any(one.countries == title.countries and sort_of(one.kind) == "office" for one in scene.called(person))
    ]
    other = len(found) == 1 and not (scene.subjects and scene.subjects[-1][1] is found[0])
    return found[0] if title.countries and other else None


def stands_alone(title: Title, words: Words, ends: Container[int]) -> bool:
    if not title.definite or title.related or words.folded[title.article] not in words_of("articles_in_singular"):
        return False
    # ο Νίκος Παππάς, ο αρχηγός του 1999, είπε: of the name, or of nobody told
    apposition = words.texts[title.article - 1] == "," and title.article - 1 in ends
    return not apposition and not described(words, title.last)


def described(words: Words, index: int) -> bool:
    """Whether something with με tells which is meant: ο παίκτης με την καλύτερη κατάταξη, but ο παίκτης με τον Μορό."""
    told = words.folded_at(index) == "με" and words.article_at(index + 1) is not None
    return told and words.text_at(index + 2)[:1].islower()


def by_title(title: Title, scene: Scene) -> Somebody | None:
    """The one person to whom the text gives this title, here or further down."""
    if title.possessive or title.kind in RELATIONAL:
        return None
    found = [person for person in scene.people if gender_fits(title, person) and is_called(person, title, scene)]
    if len(found) > 1 and title.countries:
        # ο Τούρκος υπουργός is the one who is called a Turk, not the other minister.
        found = [p for p in found if any(title.countries == other.countries for other in scene.called(p))] or found
    return found[0] if len(found) == 1 and told(title, found[0], scene) else None


def is_called(person: Somebody, title: Title, scene: Scene) -> bool:
    """Whether ``title`` can be said of a person by one of his titles so far; only new ones are looked at again."""
    asked = id(person), title.kind, title.former, title.countries, title.complement
    titles = scene.called(person)
    seen, found = scene.answers.get(asked, (0, False))
    if not found:
        found = any(compatible(title, other) for other in titles[seen:])
        scene.answers[asked] = len(titles), found
    return found


def compatible(title: Title, other: Title) -> bool:
    """Whether ``title`` can be said of somebody of whom ``other`` is said."""
    if title.kind == NATION:
        return title.countries == other.countries
    if title.former != other.former:
        return False  # Μίλησε ο πρώην πρωθυπουργός Νίκος Παππάς. Ο πρωθυπουργός απάντησε.
    if title.countries and other.countries and title.countries != other.countries:
        return False
    if is_a(title.kind, other.kind):
        if title.complement and other.complement:
            return title.complement == other.complement and title.countries <= (other.countries or title.countries)
        if title.complement or (other.complement and title.countries):
            return False
        return not title.countries or title.countries == other.countries
    linked = (title.kind, other.kind) in links() and not title.complement and not other.complement
    return linked and bool(title.countries) and title.countries == other.countries


def told(title: Title, person: Somebody, scene: Scene) -> bool:
    """A bare title (ο υπουργός) means somebody named before it; one that says of what (ο Ρώσος πρόεδρος) may
    come first."""
    if title.countries or title.complement or title.kind in UNIQUE:
        return True
    return person.first < scene.words.starts[title.first]
