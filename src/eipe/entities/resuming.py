"""A title for who was subject just before: «…», είπε η Κωνσταντοπούλου. «…», πρόσθεσε η πρόεδρος."""

from __future__ import annotations

from eipe.entities.document import ARTICLES, Words
from eipe.entities.people import Somebody
from eipe.entities.roles import AGED, is_a, sort_of
from eipe.entities.scene import SENTENCES_BACK, Scene, named_outside
from eipe.entities.titles import AGE, HOME, NATION, RELATIONAL, Title
from eipe.entities.unmarked import LOCATIVES
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold
from eipe.lexicon.table import affixes, words_of

__all__ = ["UNIQUE", "by_age", "by_subject", "gender_fits", "opens_clause"]

UNIQUE = frozenset({"premier"})
ASIDE = 3  # tokens behind a title in which such a word may stand: ο έμπορος, αντίθετα


def by_subject(title: Title, scene: Scene) -> Somebody | None:
    """The person who was subject just before, if the title is subject now and may be that person's."""
    words, quoted = scene.words, scene.quoted[title.head]
    if title.grammar.case != "Nom" or (quoted and title.kind not in UNIQUE) or not opens_clause(title, words):
        return None
    if title.countries and title.countries <= HOME and not quoted:
        return countryman(title, scene)
    here = scene.sentences[title.head]
    same = [
        (token, person)
        for token, person in reversed(scene.subjects)
        if here - scene.sentences[token] <= SENTENCES_BACK and person.gender and gender_fits(title, person)
    ]
    if not same:
        return topic(title, scene) if not quoted else None
    token, person = same[0]
    if scene.sentences[token] == here and not quoted:
        return None
    together = {other for at, other in same if scene.sentences[at] == scene.sentences[token]}
    if len(together) > 1 or contradicted(title, person, scene) or contrasted(title, words):
        return None
    owner = {"του": "m", "τησ": "f"}.get(words.folded[title.last - 1])
    if title.possessive and owner == person.gender:
        return None  # Η Άννα μίλησε. Η συνεργάτιδά της ...: not Άννα
    titles = scene.called(person)
    beside = words.folded[title.article - 1], *words.folded[title.last : title.last + 1]
    goes_on = any(word.startswith(affixes("going_on")) for word in beside)  # «...», πρόσθεσε ο αρχηγός
    aged = title.kind != "politician" and any(map(AGED.fullmatch, words.texts[title.first : title.head]))
    if aged and not goes_on and any(sort_of(one.kind) == "office" for one in titles):
        return None  # Ο πρύτανης Παππάς μίλησε. Ο 58χρονος καθηγητής αρνείται τις κατηγορίες.
    if title.kind in RELATIONAL and not any(is_a(title.kind, other.kind) for other in titles):
        return None  # Η Σάρα Πέιλιν μίλησε. Η σύντροφός του ...: somebody new
    trade = sort_of(title.kind) == "trade" and not titles
    if trade and title.complement and scene.subjects[-1][1] is not person:
        return None  # Ο Ντίλαν τραγούδησε. «...», λέει η Άννα. Ο κριτικός της εφημερίδας έγραψε ...: somebody new
    if title.kind == NATION or (trade and not (title.complement or title.countries)):
        rivals = (one for one in named_outside(scene, title.head) if one.gender == person.gender and one is not person)
        if not all(contradicted(title, one, scene) or (title.countries and is_greek(one)) for one in rivals):
            return None  # Ο Μασκ έγραψε ... Ο Νίκος του απάντησε. Ο επιχειρηματίας ...: either of them
    since = [one for name, one in scene.before(title.head) if name.first > token]
    fitting = (one for one in since if one is not person and gender_fits(title, one))
    unsure = title.former or (title.complement and not titles and not goes_on)
    if unsure and not all(contradicted(title, one, scene) for one in fitting):
        # Ο Τσίπρας γράφει για τον Βαρουφάκη. Ο πρώην υπουργός απάντησε. Or: Ο Σπανούλης είπε για τον Παπανικολάου:
        # «...». Ο αρχηγός του Ολυμπιακού έφυγε. But: Ο εκπρόσωπος του Κρεμλίνου πρόσθεσε.
        return None
    paragraph = scene.paragraph(title.head)
    if title.complement and not titles and (token < paragraph or elsewhere(title, words)):
        return None
    if title.first - 1 <= paragraph and token < paragraph and not titles and not goes_on:
        return None  # a new paragraph opens with somebody new: Η εισαγγελέας δεν πείστηκε.
    told = not title.countries or any(title.countries & other.countries for other in titles)
    return person if told or not is_greek(person) else None  # a Greek first name is no Romanian's


def sentence_of(title: Title, words: Words) -> int:
    """Where the sentence opens in which the title stands."""
    start = title.article
    while start > 0 and not words.breaks[start]:
        start -= 1
    return start


def elsewhere(title: Title, words: Words) -> bool:
    """Whether the sentence opens with another scene: Στη Λαμία, ο πρόεδρος των εμπόρων απάντησε."""
    texts = [text for text in words.texts[sentence_of(title, words) : title.article] if text.isalpha()]
    place = texts[2:3] if fold("".join(texts[1:2])) in ARTICLES else texts[1:2]  # από την Αθήνα
    return bool(place) and fold(texts[0]) in LOCATIVES and place[0][0].isupper()


def contrasted(title: Title, words: Words) -> bool:
    """Whether words set the bearer against who was spoken of: Ο έμπορος, αντίθετα, λέει; Από την άλλη, ο έμπορος."""
    sides, by_whom = words_of("sides"), words_of("by_whom")
    start = sentence_of(title, words)
    for part in (words.folded[start : title.article], words.folded[title.last : title.last + ASIDE]):
        if not words_of("contrasts").isdisjoint(part) or any(
            a in by_whom and c in sides for a, c in zip(part, part[2:], strict=False)
        ):
            return True
    return False


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
        person = scene.subjects[-1][1]
        alone = not any(one.first > person.first for one in named)
    elif named:
        person = named[0]
        alone = all(one is person for one in named)
    else:
        return None
    # Writers would rather call him by his office than by his age.
    called = any(one.kind == AGE or sort_of(one.kind) == "office" for one in scene.called(person))
    return person if alone and person.gender is not None and not called else None


def is_age(word: str, digits: str) -> bool:
    """Whether a folded word is somebody of that age, in any case: 38χρονη, 38άχρονου."""
    return word.startswith(digits) and word[len(digits) :].endswith(affixes("aged_endings"))


def countryman(title: Title, scene: Scene) -> Somebody | None:
    """The one person so far with a Greek first name: Ο Μορό μίλησε δίπλα στον Άρη Μελά. Ο Έλληνας υπουργός ..."""
    named = dict.fromkeys(one for name, one in scene.names if name.last <= title.head)
    greeks = [one for one in named if gender_fits(title, one) and is_greek(one)]
    if len(greeks) > 1:
        # Ο υπουργός Ναυτιλίας Νίκος Παππάς είδε τον Αρσένιο Ντομίνγκες. Ο Έλληνας υπουργός ...
        greeks = [one for one in greeks if any(is_a(title.kind, other.kind) for other in scene.called(one))]
    return greeks[0] if len(greeks) == 1 and not contradicted(title, greeks[0], scene) else None


def opens_clause(title: Title, words: Words) -> bool:
    """Whether the title opens its sentence or stands behind a quotation: «…», είπε η πρόεδρος."""
    index = title.article - 1
    while index >= 0 and not words.breaks[index] and words.texts[index] not in (",", "»", "”", '"', "“", "«"):
        if words.pos[index] in ("SCONJ", "CCONJ") or words.folded[index] in words_of("opens_a_clause_of_titles"):
            return False
        index -= 1
    return True


def topic(title: Title, scene: Scene) -> Somebody | None:
    """For a trade, the only one of that gender: Η Μελά έγραψε για τον Άρη Παππά. Ο ηθοποιός απάντησε."""
    if sort_of(title.kind) != "trade" or title.countries or title.complement:
        return None
    start = scene.words.starts[title.first]
    fitting = [person for person in scene.people if gender_fits(title, person) and person.first < start]
    alone = len(fitting) == 1 and fitting[0].gender == title.gender
    return fitting[0] if alone and fitting[0] in named_outside(scene, title.head) else None


#: What somebody of another office or trade may be besides.
GENERAL = frozenset(
    {"colleague", "politician", "official", "scientist", "researcher", "professor", "specialist", "diplomat", NATION}
)

#: Offices that somebody comes to who has held another.
LATER = frozenset({"deputy", "eurodeputy", "senator", "politician", "candidate", "head", "leader", "chief", "envoy"})


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
        if title.kind == other.kind:
            return title.former != other.former or title.complement != other.complement
        return not title.former and title.kind not in LATER and sort_of(title.kind) == sort_of(other.kind) == "office"
    if not (is_a(title.kind, other.kind) or is_a(other.kind, title.kind)):
        (wide, _, narrow), (other_wide, _, other_narrow) = title.kind.partition("/"), other.kind.partition("/")
        apart = wide == other_wide and narrow and other_narrow  # ο γεωλόγος is no biologist
        return bool(apart) or (wide not in RELATIONAL | GENERAL and other.kind not in (AGE, NATION))
    return bool(title.complement and other.complement and title.complement != other.complement)


def gender_fits(title: Title, person: Somebody) -> bool:
    return title.gender is None or person.gender is None or title.gender == person.gender
