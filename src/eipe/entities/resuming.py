"""A title for who was subject just before: «…», είπε η Κωνσταντοπούλου. «…», πρόσθεσε η πρόεδρος."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.document import Words
from eipe.entities.people import Somebody
from eipe.entities.refusals import contradicted, contrasted, elsewhere, gender_fits, is_greek, rivals
from eipe.entities.roles import AGED, is_a, sort_of
from eipe.entities.scene import Scene, named_outside
from eipe.entities.titles import AGE, HOME, NATION, RELATIONAL, Title
from eipe.lexicon.table import affixes, words_of

__all__ = ["UNIQUE", "by_age", "by_subject", "opens_clause"]


SUBJECT_BACK = 3
UNIQUE = frozenset({"premier"})
#: Stems of the verbs that go on with what somebody was saying: Η εκπρόσωπος πρόσθεσε.
GOING_ON = affixes("going_on")


def by_subject(title: Title, scene: Scene) -> Somebody | None:
    """The person who was subject just before, if the title is subject now and may be that person's."""
    quoted = scene.quoted[title.head]
    if not quoted and title.kind not in RELATIONAL and in_company(title, scene.words):
        return in_sentence(title, scene)
    if title.grammar.case != "Nom" or (quoted and title.kind not in UNIQUE):
        return None
    if not opens_clause(title, words := scene.words):
        return None
    if title.countries and title.countries <= HOME and not quoted:
        return countryman(title, scene)
    here = scene.sentences[title.head]
    subjects = [
        (token, person) for token, person in reversed(scene.subjects) if here - scene.sentences[token] <= SUBJECT_BACK
    ]
    same = [(token, person) for token, person in subjects if gender_fits(title, person) and person.gender is not None]
    if not same:
        return topic(title, scene) if not quoted else None
    token, person = same[0]
    if scene.sentences[token] == here and not quoted and not between_clauses(words, token, title.head):
        return None
    if contrasted(title, words):
        return None
    together = {id(other) for at, other in same if scene.sentences[at] == scene.sentences[token]}
    owner = {"του": "m", "τησ": "f"}.get(words.folded[title.last - 1])
    if title.possessive and owner == person.gender:
        return None  # Η Άννα μίλησε. Η συνεργάτιδά της ...: not Άννα
    titles = scene.called(person)
    following = words.folded[title.last] if title.last < len(words) else ""
    goes_on = words.folded[title.article - 1].startswith(GOING_ON) or following.startswith(GOING_ON)
    if any(map(AGED.fullmatch, words.texts[title.first : title.head])) and holds_office(titles) and not goes_on:
        return None  # Ο πρύτανης Παππάς μίλησε. Ο 58χρονος καθηγητής αρνείται τις κατηγορίες.
    if title.kind in RELATIONAL and not any(is_a(title.kind, other.kind) for other in titles):
        return None  # Η Σάρα Πέιλιν μίλησε. Η σύντροφός του ...: somebody new
    bare = sort_of(title.kind) == "trade" and not (title.complement or title.countries or titles)
    if bare and rivals(title, person, scene):
        return None  # Ο Μασκ έγραψε ... Ο Νίκος του απάντησε. Ο επιχειρηματίας ...: either of them
    if sort_of(title.kind) == "trade" and title.complement and not titles and scene.subjects[-1][1] is not person:
        return None  # Ο Ντίλαν τραγούδησε. «...», λέει η Άννα. Ο κριτικός της εφημερίδας έγραψε ...: somebody new
    if len(together) > 1 or contradicted(title, person, scene):
        return None
    unsure = title.former or (title.complement and not titles and not goes_on)
    since = (one for name, one in scene.before(title.head) if name.first > token and one is not person)
    if unsure and any(gender_fits(title, one) and not contradicted(title, one, scene) for one in since):
        # Ο Τσίπρας γράφει για τον Βαρουφάκη. Ο πρώην υπουργός απάντησε. Or: Ο Σπανούλης είπε για τον Παπανικολάου:
        # «...». Ο αρχηγός του Ολυμπιακού έφυγε. But: Ο εκπρόσωπος του Κρεμλίνου πρόσθεσε.
        return None
    paragraph = scene.paragraph(title.head)
    if title.complement and not titles and (token < paragraph or elsewhere(title, words)):
        return None  # ... είπε ο Νίκος Παππάς. Στη Νέα Υόρκη, ο πρόεδρος των δικαστών ...: another scene
    opens = title.first - 1 <= paragraph and token < paragraph
    if opens and not titles and not goes_on:
        return None  # a new paragraph opens with somebody new: Η εισαγγελέας δεν πείστηκε.
    told = any(title.countries & other.countries for other in titles)
    if not title.countries or told:
        return person
    if is_greek(person):
        return None  # Ο Νίκος Παππάς τον έδιωξε. Ο Ρουμάνος έφυγε: a Greek first name is no Romanian's
    near = [one for name, one in scene.before(title.head) if scene.sentences[name.first] == scene.sentences[token]]
    others = {id(one) for one in near if gender_fits(title, one) and one is not person}
    others -= {id(one) for one in near if contradicted(title, one, scene)}
    if title.kind == NATION and rivals(title, person, scene):
        return None
    # Ο Μορό μίλησε δίπλα στον Βλαχόπουλο. Ο Έλληνας υπουργός ...: either of them; but ο Μορό υποδέχθηκε τον Ουκρανό
    # πρόεδρο Κοβάλ. Ο Γάλλος πρόεδρος ... is not the Ukrainian.
    return None if others else person


def in_company(title: Title, words: Words) -> bool:
    """Whether the title is the subject of a clause with με and να: με την πρόεδρο να σχολιάζει."""
    if title.grammar.case != "Acc" or title.article < 1 or title.last >= len(words):
        return False
    return words.folded[title.article - 1] == "με" and words.folded[title.last] == "να"


def in_sentence(title: Title, scene: Scene) -> Somebody | None:
    """The subject of the sentence, if nobody else of that gender was named: παρενέβη η Μελά, με την πρόεδρο να λέει."""
    if not scene.subjects or scene.sentences[scene.subjects[-1][0]] != scene.sentences[title.head]:
        return None
    person = scene.subjects[-1][1]
    if person.gender is None or not gender_fits(title, person):
        return None
    if any(one is not person and name.last <= title.head and gender_fits(title, one) for name, one in scene.names):
        return None
    return None if contradicted(title, person, scene) else person


def by_age(title: Title, scene: Scene) -> Somebody | None:
    """Whom ο 38χρονος means where nobody was said to be 38: he is known already, so he has been named.

    He is the subject just before, or the only one of that gender so far; nobody who holds an office, for such are
    called by it, and nobody of another age. Not where some 34χρονος was spoken of: Συνελήφθη 34χρονος ...
    """
    words, digits = scene.words, title.complement
    if digits not in scene.ages:
        scene.ages[digits] = [index for index, word in enumerate(words.folded) if is_age(word, digits)][:2]
    earlier = [index for index in scene.ages[digits] if index < title.first]
    if len(earlier) > 1:
        return None
    if earlier:
        # ο 45χρονος επιχειρηματίας Νίκος Παππάς: his age is said with his trade
        told = [one for _, one in scene.names if any(t.first <= earlier[0] < t.head for t in scene.called(one))]
        return told[0] if told and gender_fits(title, told[0]) else None
    if scene.quoted[title.head] or title.grammar.case != "Nom":
        return None
    named = [one for name, one in scene.names if name.last <= title.first and gender_fits(title, one)]
    if scene.subjects and gender_fits(title, scene.subjects[-1][1]):
        token, person = scene.subjects[-1]
        near = scene.sentences[title.head] - scene.sentences[token] <= SUBJECT_BACK
        alone = near and not any(one.first > person.first for one in named)
    elif named:
        person = named[0]
        alone = all(one is person for one in named)
    else:
        return None
    if not alone or person.gender is None:
        return None
    titles = scene.called(person)
    return None if holds_office(titles) or any(one.kind == AGE for one in titles) else person


def is_age(word: str, digits: str) -> bool:
    """Whether a folded word is somebody of that age, in any case: 38χρονη, 38άχρονου."""
    return word.startswith(digits) and word[len(digits) :].endswith(affixes("aged_endings"))


def holds_office(titles: Sequence[Title]) -> bool:
    """Whether somebody has a title by which writers would rather call him than by his age."""
    return any(sort_of(title.kind) == "office" for title in titles)


def countryman(title: Title, scene: Scene) -> Somebody | None:
    """The one person so far with a Greek first name: Ο Μορό μίλησε δίπλα στον Άρη Μελά. Ο Έλληνας υπουργός ..."""
    named = {id(one): one for name, one in scene.names if name.last <= title.head}
    greeks = [one for one in named.values() if gender_fits(title, one) and is_greek(one)]
    if len(greeks) > 1:
        # Ο υπουργός Ναυτιλίας Νίκος Παππάς είδε τον Αρσένιο Ντομίνγκες. Ο Έλληνας υπουργός ...
        greeks = [one for one in greeks if any(is_a(title.kind, other.kind) for other in scene.called(one))]
    if len(greeks) != 1 or contradicted(title, greeks[0], scene):
        return None
    return greeks[0]


def opens_clause(title: Title, words: Words) -> bool:
    """Whether the title opens its sentence or stands behind a quotation: «…», είπε η πρόεδρος."""
    index = title.article - 1
    while index >= 0 and not words.breaks[index] and words.texts[index] not in (",", "»", "”", '"', "“", "«"):
        if words.pos[index] in ("SCONJ", "CCONJ") or words.folded[index] in words_of("opens_a_clause_of_titles"):
            return False
        index -= 1
    return True


def topic(title: Title, scene: Scene) -> Somebody | None:
    """Of whom the article tells: for a trade (η σκηνοθέτρια), the one of that gender in the headline."""
    if sort_of(title.kind) != "trade" or title.countries or title.complement:
        return None
    start = scene.words.starts[title.first]
    headline = scene.words.text.find("\n")
    named = [person for person in scene.people if person.gender == title.gender and person.first < start]
    near = named_outside(scene, title.head)
    only = len({id(person) for person in scene.people if gender_fits(title, person) and person.first < start}) == 1
    if only and len(named) == 1 and id(named[0]) in near:
        return named[0]  # Η Μελά έγραψε για τον Άρη Παππά. Ο ηθοποιός απάντησε.
    leading = [
        person for person in named if person.first < headline and len([n for n in person.names if n.start < start]) > 1
    ]
    return leading[0] if len(leading) == 1 else None


def between_clauses(words: Words, token: int, head: int) -> bool:
    return any(text in (".", "»", "·", "\n", "”") for text in words.texts[token:head])
