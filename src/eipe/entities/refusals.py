"""Signs that a title is somebody else's than who was spoken of."""

from __future__ import annotations

from eipe.entities.people import Somebody
from eipe.entities.propagation import LOCATIVES
from eipe.entities.roles import is_a
from eipe.entities.scene import Scene
from eipe.entities.titles import Title
from eipe.entities.words import ARTICLES, Words

__all__ = ["contrasted", "elsewhere", "is_spoken_to", "may_be_unnamed"]

CONTRASTS = frozenset({"αντιθετα", "αντιθετωσ", "αντιποδα"})
SIDES = frozenset({("απο", "την", "πλευρα"), ("απο", "τη", "μερια"), ("απο", "την", "μερια"), ("απο", "την", "αλλη")})
ASIDE = 3  # tokens behind a title in which such a word may stand
#: Pronouns that are a verb's object, and of what gender.
OBJECTS = {"του": "m", "τον": "m", "τησ": "f", "την": "f", "τη": "f"}


def elsewhere(title: Title, words: Words) -> bool:
    """Whether the sentence opens with a place, at which the title's bearer is: Στη Νέα Υόρκη, ο πρόεδρος ..."""
    index = title.article - 1
    while index > 0 and not words.breaks[index]:
        index -= 1
    opening = next((k for k in range(index, title.article) if words.texts[k].isalpha()), title.article)
    place = opening + 1 + (words.folded[opening + 1] in ARTICLES)  # από την Αθήνα
    return words.folded[opening] in LOCATIVES and words.texts[place][0].isupper()


def contrasted(title: Title, words: Words) -> bool:
    """Whether words beside the title set its bearer against who was spoken of: Ο διευθυντής, αντίθετα, λέει; Από την
    άλλη, ο πρόεδρος."""
    start = title.article
    while start > 0 and not words.breaks[start]:
        start -= 1
    for index in (*range(start, title.article), *range(title.last, min(title.last + ASIDE, len(words)))):
        if words.folded[index] in CONTRASTS or tuple(words.folded[index : index + 3]) in SIDES:
            return True
    return False


def is_spoken_to(person: Somebody, title: Title, scene: Scene) -> bool:
    """Whether the verb before the title has the person for its object: «...», της απάντησε η πρόεδρος."""
    words, verb = scene.words, title.article - 1
    if verb < 1 or words.pos[verb] != "VERB":
        return False
    gender = OBJECTS.get(words.folded[verb - 1])
    if gender is None:
        return False
    return next((one for _, one in scene.before(title.head) if one.gender == gender), None) is person


def may_be_unnamed(title: Title, person: Somebody, scene: Scene) -> bool:
    """Whether somebody without a name has the title too, and the person did not speak last.

    Η πρόεδρος του δικαστηρίου ... Η Άννα Μελά, πρόεδρος του συλλόγου, ... Ο Νίκος ... Η πρόεδρος: either of them.
    """
    if title.complement or title.countries or (scene.subjects and scene.subjects[-1][1] is person):
        return False
    return any(
        is_a(title.kind, kind) and (title.gender is None or gender in (None, title.gender))
        for kind, gender in scene.unnamed
    )
