"""Signs that a title is somebody else's than who was spoken of."""

from __future__ import annotations

from eipe.entities.document import ARTICLES, Words
from eipe.entities.people import Somebody
from eipe.entities.roles import is_a, sort_of
from eipe.entities.scene import Scene, named_outside
from eipe.entities.titles import AGE, NATION, RELATIONAL, Title
from eipe.entities.unmarked import LOCATIVES
from eipe.greek.first_names import given_gender
from eipe.lexicon.table import affixes, pairs, rows, words_of

__all__ = [
    "contradicted",
    "contrasted",
    "elsewhere",
    "gender_fits",
    "is_greek",
    "is_spoken_to",
    "may_be_unnamed",
    "rivals",
]


SIDES = frozenset(tuple(words.split()) for (words,) in rows("sides"))
ASIDE = 3  # tokens behind a title in which such a word may stand
#: What somebody of another office or trade may be besides.
GENERAL = frozenset(
    {"colleague", "politician", "official", "scientist", "researcher", "professor", "specialist", "diplomat", NATION}
)
#: Offices that somebody comes to who has held another.
LATER = frozenset({"deputy", "eurodeputy", "senator", "politician", "candidate", "head", "leader", "chief", "envoy"})
#: Pronouns that are a verb's object, and of what gender.
OBJECTS = pairs("object_pronouns")


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
        if words.folded[index] in words_of("contrasts") or tuple(words.folded[index : index + 3]) in SIDES:
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


def rivals(title: Title, person: Somebody, scene: Scene) -> bool:
    """Whether the title may as well be that of somebody else named a little before."""
    return any(
        one is not person
        and one.gender == person.gender
        and not (title.countries and is_greek(one))
        and not contradicted(title, one, scene)
        for one in named_outside(scene, title.head).values()
    )


def is_greek(person: Somebody) -> bool:
    """Whether a person has a Greek first name, in a Greek form: not ο Μάρκο Νίκολιτς."""
    undeclined = any(
        name.grammar.case == "Nom" and given_gender(word) == "m" and word.endswith(affixes("undeclined_men"))
        for name in person.names
        for word in name.words[:-1]
    )
    # Η Δέσποινα γέλασε. Η κολομβιανή σταρ έφυγε: one name alone may be a first name
    return not undeclined and any(given_gender(word) for name in person.names for word in name.words[:-1] or name.words)


def contradicted(title: Title, person: Somebody, scene: Scene) -> bool:
    """Whether a person is called what nobody with this title is."""
    return any(contradicts(title, other) for other in scene.called(person))


def contradicts(title: Title, other: Title) -> bool:
    """Whether nobody is both: a minister is no spokesman."""
    if title.countries and other.countries and title.countries != other.countries:
        return True
    if title.former or other.former:
        # ο πρώην πρωθυπουργός may be ο πρώην πρόεδρος του κόμματος, and a member of parliament now, but no prosecutor
        another = sort_of(title.kind) == "office" and title.kind not in LATER and not title.former
        same = title.kind == other.kind and (title.former != other.former or title.complement != other.complement)
        return same or (another and sort_of(other.kind) == "office" and title.kind != other.kind)
    if not (is_a(title.kind, other.kind) or is_a(other.kind, title.kind)):
        (wide, _, narrow), (other_wide, _, other_narrow) = title.kind.partition("/"), other.kind.partition("/")
        apart = wide == other_wide and narrow and other_narrow  # ο γεωλόγος is no biologist
        return bool(apart) or (wide not in RELATIONAL | GENERAL and other.kind not in (AGE, NATION))
    return bool(title.complement and other.complement and title.complement != other.complement)


def gender_fits(title: Title, person: Somebody) -> bool:
    return title.gender is None or person.gender is None or title.gender == person.gender
