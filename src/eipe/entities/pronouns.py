"""ο ίδιος, ο τελευταίος, ο πρώτος and ο δεύτερος, standing alone."""

from __future__ import annotations

from eipe.entities.document import Words
from eipe.entities.people import Somebody
from eipe.entities.scene import SENTENCES_BACK, Scene
from eipe.lexicon.table import affixes, rows, words_of

__all__ = ["STEMS", "by_pronoun"]

STEMS = words_of("pronouns_by_first_letters")  # the first letters of all of them

#: The gender of each form, by what it points to.
SAME, LATTER, FORMER, SECOND = (
    {word: gender for word, kind, gender in rows("pointing_pronouns") if kind == wanted}
    for wanted in ("same", "latter", "first", "second")
)
POSSESSIVES = words_of("possessives_of_things")


def by_pronoun(index: int, scene: Scene) -> Somebody | None:
    """ο ίδιος, ο τελευταίος, ο πρώτος, ο δεύτερος, standing alone."""
    words = scene.words
    folded = words.folded[index]
    article = words.article_at(index - 1)
    if article is None or article.number != "Sing" or followed_by_noun(words, index):
        return None
    if folded in SAME:
        cited = words.folded_at(index - 2) in words_of("citing")  # σύμφωνα με την ίδια
        subject = cited or words.folded[index - 1] in words_of("subject_articles")
        return the_same(index, SAME[folded], scene) if subject and not is_predicate(index - 1, words) else None
    near = scene.before(index)
    if folded in LATTER and article.gender != "n":
        last, gender = scene.sentences[index] - 1, LATTER[folded]
        fits = (one for name, one in near if scene.sentences[name.first] >= last and one.gender in (gender, None))
        return next(fits, None)
    ordinal = SECOND.get(folded) or FORMER.get(folded)
    if ordinal is None or not near:
        return None
    # of the two of that gender in the last sentence with names
    last = scene.sentences[near[0][0].first]
    named = dict.fromkeys(one for name, one in reversed(near) if scene.sentences[name.first] == last)
    fitting = [one for one in named if one.gender in (ordinal, None)]
    return fitting[-1 if folded in SECOND else 0] if len(fitting) == 2 else None


def the_same(index: int, gender: str, scene: Scene) -> Somebody | None:
    """Who was subject just before; else who was named last in the paragraph; else the only one that was named."""
    here, paragraph, near = scene.sentences[index], scene.paragraph(index), scene.before(index)
    # Ο 51χρονος, διά του συνηγόρου του Νίκου Παππά, αρνείται. Ο ίδιος λέει: not Παππάς
    stranger = next((token for token, other in reversed(scene.strangers) if other in (gender, None)), -1)
    for token, person in reversed(scene.subjects):
        if here - scene.sentences[token] > SENTENCES_BACK or token < max(paragraph, stranger):
            break
        if person.gender == gender:
            return person
    if stranger >= paragraph and here - scene.sentences[stranger] <= SENTENCES_BACK:
        return None
    for name, person in near:
        if name.first >= paragraph and not scene.quoted[name.first] and person.gender == gender:
            return person
    alone = list(dict.fromkeys(person for _, person in near if person.gender in (gender, None)))
    return alone[0] if len(alone) == 1 else None


def is_predicate(article: int, words: Words) -> bool:
    """Whether a copula stands before the article: ο πληθυσμός παρέμεινε σχεδόν ο ίδιος."""
    index = article - 1
    while index >= 0 and words.pos[index] == "ADV":
        index -= 1
    return index >= 0 and words.folded[index].endswith(affixes("copulas_before_same"))


def followed_by_noun(words: Words, index: int) -> bool:
    """Whether a noun follows that the word belongs to: ο ίδιος υπουργός, ο τελευταίος αγώνας."""
    behind, following = words.folded_at(index + 1), words.pos[index + 1 : index + 3]
    if behind in POSSESSIVES and following[1:] in (["NOUN"], ["ADJ"]):
        return True  # την πρώτη της μέρα
    if behind == "και" and following[1:] == ["ADJ"]:
        return True  # την πρώτη και τρίτη θέση
    nominal = behind[:1].isalpha() and following[0] in ("NOUN", "PROPN", "ADJ", "NUM", "X", "DET")
    return nominal or behind in words_of("articles_in_nominative")
