"""A subject from outside the cue's clause: an antecedent, an accusative before να, another verb's subject."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.roles import is_human_noun, is_role
from eipe.greek.first_names import given_gender
from eipe.greek.letters import fold
from eipe.lexicon.table import records, words_of
from eipe.quotes.clause_subjects import ahead, behind, fits, is_apposed, is_plural
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.oblique import Subject
from eipe.quotes.phrases import Phrase, read_phrase
from eipe.quotes.words import Word

__all__ = ["held", "is_group"]

_ARTICLES_IN_ACCUSATIVE = words_of("articles_in_accusative")
_AND = words_of("and")

#: Nouns of organizations, without their endings.
_GROUPS = frozenset(fold(row["lemma"])[:-1] for row in records("group_nouns"))


def held(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """A subject from outside the clause: the antecedent of που, the accusative before να, a shared subject."""
    clause = reading.clauses[reading.clause_of[hit.start]]
    while clause.kind == "subordinate" and words[reading.items[clause.opener]].fold == "να":
        if reading.clauses[clause.parent].kind != "relative":
            break
        clause = reading.clauses[clause.parent]  # ο Άρης, που συνήθιζε να λέει
    at = clause.opener
    if clause.kind == "relative":
        pronoun = words[reading.items[at]]
        article = words[reading.items[at - 1]] if at and reading.items[at - 1] >= 0 else None
        own = article is not None and (
            article.article in ("Nom", None)
            or (article.article == "" and (hit.kind == "say" or _has_object(reading, words, hit)))
        )
        if pronoun.fold != "που" and article is not None and not own:
            return _shared(reading, words, hit, near=False)  # για την οποία είπε: the subject is outside
        around = sorted(reading.phrases + [phrase for _, phrase in reading.objects], key=lambda p: p.end)
        for phrase in reversed(around):
            if phrase.start < at and phrase.end <= at:
                head = words[reading.items[phrase.head]]
                one = phrase.number == "Sing" and not is_group(head) and not head.text.isupper()
                if one and is_plural(words[reading.items[hit.start]]):
                    continue  # διαδηλωτών υπέρ της ενότητας της χώρας που φώναζαν
                gender = article.gender if article is not None and pronoun.fold != "που" else ""
                if gender and phrase.gender and gender != phrase.gender and phrase.name is None:
                    continue
                return Subject(_somebody(reading, words, phrase), "antecedent")
        return None
    if clause.kind == "subordinate" and words[reading.items[at]].fold == "να":
        # με την αντιπολίτευση να κάνει λόγο: the accusative before να is its subject.
        for phrase in reversed(reading.phrases):
            if phrase.end == at and phrase.case in ("Acc", "") and words[reading.items[phrase.start]].article == "Acc":
                return Subject(phrase, "accusative")
        for _, phrase in reversed(reading.objects):
            between = range(phrase.end, at)
            aside = between and all(_aside(reading, words, k) for k in between)  # με την Όλγα, που προήδρευε, να λέει
            if (phrase.end == at or aside) and phrase.case in ("Acc", ""):
                return Subject(phrase, "accusative")
    shared = hit.form == "participle" or _behind_and(reading, words, hit) or clause.kind == "subordinate"
    return _shared(reading, words, hit, near=shared)


def _somebody(reading: Reading, words: Sequence[Word], phrase: Phrase) -> Phrase:
    """την οργή του δημάρχου, η κατάθεση του Νίκου Παππά, που μίλησε: no anger speaks, its owner does.

    But ο εκπρόσωπος του Νίκου Παππά, που; η ηγεσία της Αιγύπτου, που; η εταιρεία του Νίκου Παππά, που.
    """
    head = words[reading.items[phrase.head]]
    if phrase.name is not None or is_human_noun(head.text):
        return phrase
    for k in range(phrase.core[1] - 1, phrase.head, -1):
        word = words[reading.items[k]] if reading.items[k] >= 0 else None
        if word is None:
            continue
        named = word.mention >= 0 and given_gender(word.text) is not None and not is_group(head)
        if not named and not (word.case == "Gen" and is_role(word.text)):
            continue
        article = words[reading.items[k - 1]].article if reading.items[k - 1] >= 0 else None
        return read_phrase(reading.items, words, k - 1 if article else k) or phrase
    return phrase


def _aside(reading: Reading, words: Sequence[Word], k: int) -> bool:
    """Whether a comma or a word of a relative clause stands at the position."""
    item = reading.items[k]
    return item >= 0 and (words[item].text == "," or reading.clauses[reading.clause_of[k]].kind == "relative")


def _has_object(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    """τα οποία τα περιγράφουν: a pronoun is the object, so τα οποία is the subject."""
    item = reading.items[hit.start - 1] if hit.start else -1
    return item >= 0 and words[item].fold in _ARTICLES_IN_ACCUSATIVE


def _shared(reading: Reading, words: Sequence[Word], hit: CueHit, *, near: bool) -> Subject | None:
    """The subject of another clause of the sentence: Ο Νίκος ήρθε και είπε; ..., ενώ πρόσθεσε."""
    told = _told(reading, words, hit)
    if told is not None:
        return Subject(told, "shared", near=near)
    clause = reading.clauses[reading.clause_of[hit.start]]
    candidates = [
        phrase
        for phrase in reading.phrases
        if phrase.case == "Nom"
        and fits(reading, words, phrase, hit)
        and reading.clauses[reading.clause_of[phrase.start]].kind != "relative"
        and reading.clause_of[phrase.start] != reading.clause_of[hit.start]
        and _speaks(reading, words, phrase)
        and not is_apposed(reading, words, phrase)
    ]
    before = [phrase for phrase in candidates if phrase.end <= hit.start]
    outer = [p for p in before if reading.clauses[reading.clause_of[p.start]].kind != "subordinate"]
    if clause.kind == "subordinate":
        outer = outer or before
    else:
        candidates = [p for p in candidates if reading.clauses[reading.clause_of[p.start]].kind != "subordinate"]
    best = outer[-1:] or (candidates[:1] if clause.kind == "parallel" or near else [])
    if not best:
        return None
    return Subject(best[0], "shared", near=near)


def _told(reading: Reading, words: Sequence[Word], hit: CueHit) -> Phrase | None:
    """Όπως αναφέρει η Ζαχαράκη, η πρόταση είναι σωστή, ενώ τονίζει: reporting verbs share their subject."""
    for other in reversed(reading.hits):
        if other.end <= hit.start and other.form == "active" and other.kind in ("say", "adjacent", "judge"):
            found = behind(reading, words, other) or ahead(reading, words, other)
            if found is not None and found.phrase is not None and not found.phrase.case and found.phrase.name is None:
                # Ο Νίκος δήλωσε άγνοια: «...», επανέλαβε: what may be an object is none while there is a subject
                found = ahead(reading, words, other) or found
            if found is not None and found.phrase is not None and fits(reading, words, found.phrase, hit):
                return found.phrase
    return None


def _speaks(reading: Reading, words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a phrase that may be subject or object may speak: not το σημαντικότερο, but το υπουργείο."""
    first, head = words[reading.items[phrase.start]], words[reading.items[phrase.head]]
    return first.article != "" or phrase.name is not None or is_group(head) or is_role(head.text)


def is_group(word: Word) -> bool:
    """Whether the noun is one of organizations: υπουργείο, κόμμα."""
    return not _GROUPS.isdisjoint((word.fold[:-1], word.fold[:-2]))


def _behind_and(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    for k in range(hit.start - 1, max(hit.start - 4, -1), -1):
        if reading.items[k] >= 0 and words[reading.items[k]].fold in _AND:
            return True
    return False
