"""Who a cue's subject is: the noun phrase beside it that names the source.

Each function answers None for "not here". Case and number must fit; the tree is asked where the endings leave
two answers, and is never asked about words inside the marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.roles import is_role
from eipe.greek.letters import fold
from eipe.quotes.clauses import Reading
from eipe.quotes.complements import Subject, agent, document, object_of, possessor
from eipe.quotes.cues import CueHit
from eipe.quotes.phrases import CLITICS, PRONOUNS, Phrase, read_phrase
from eipe.quotes.scope import BEFORE_CUES
from eipe.quotes.tables import closed_class, read_table
from eipe.quotes.words import Word

__all__ = ["PLURAL_VERB", "Subject", "find_subject"]

_TIME = closed_class("times")
#: Neuter words that stand before a reporting verb as its content, not its subject.
_CONTENT = closed_class("contents")


_GROUPS = frozenset(fold(row["lemma"])[:-1] for row in read_table("group_nouns.tsv"))
PLURAL_VERB = ("ουν", "ουνε", "αν", "ονται", "ουνται", "ωνται", "λενε", "ενοι", "ενεσ")


def find_subject(reading: Reading, words: Sequence[Word], hit: CueHit, *, inverted: bool) -> Subject | None:
    """The subject of a verbal cue, the object of σύμφωνα με, the genitive of a noun.

    Args:
        inverted: Whether the quotation stands before the cue: «...», είπε ο Νίκος.
    """
    if hit.form in ("prep", "kata"):
        return object_of(reading, words, hit)
    if hit.form == "relative":
        before = [p for p in (*reading.phrases, *(p for _, p in reading.objects)) if p.end <= hit.start]
        return Subject(max(before, key=lambda p: p.end), "antecedent") if before else None
    if hit.form == "noun":
        return possessor(reading, words, hit) or _bearer(reading, words, hit)
    if hit.form == "passive":
        return agent(reading, words, hit) or document(reading, words, hit)
    if _enclosed(reading, words, hit):
        # Για όλα αυτά, υπογράμμισε, το πρώτο βήμα θα είναι: what stands outside the commas is the report.
        found = _behind(reading, words, hit)
        if found is None or found.phrase is None:
            return None
        between = [reading.items[k] for k in range(hit.end, found.phrase.start)]
        light = inverted and all(i >= 0 and (words[i].text == "," or words[i].pos in ("ADV", "CCONJ")) for i in between)
        return found if light or not between else None  # υπενθυμίζει, εξάλλου, ο Νίκος
    inserted = hit.start > 0 and reading.items[hit.start - 1] >= 0 and words[reading.items[hit.start - 1]].text == ","
    if inserted and not inverted and hit.form == "active":
        # Το μήνυμα αυτό, εκτιμούσε ο Νίκος μιλώντας στη Βουλή, ...: an inserted verb has its subject behind it.
        found = _behind(reading, words, hit)
        beside = found is not None and found.phrase is not None and found.phrase.start == hit.end
        if beside and found.phrase.case == "Nom":
            return found
    order = (_behind, _tree, _ahead) if inverted else (_tree, _ahead, _behind)
    for rule in order:
        found = rule(reading, words, hit)
        if found is not None:
            return found
    return _held(reading, words, hit)


def _enclosed(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    """Whether commas stand on both sides of the verb: ..., υπογράμμισε, ..."""
    items = reading.items
    before = hit.start - 1
    while before >= 0 and items[before] >= 0 and words[items[before]].fold in BEFORE_CUES:
        before -= 1  # ..., όπως είπε, ...
    around = [items[k] if 0 <= k < len(items) else -1 for k in (before, hit.end)]
    return hit.form == "active" and all(item >= 0 and words[item].text == "," for item in around)


def _verb(reading: Reading, words: Sequence[Word], hit: CueHit) -> Word:
    return words[reading.items[hit.start]]


def _plural(word: Word, hit: CueHit) -> bool | None:
    if hit.form == "participle" and word.fold.endswith("ντασ"):
        return None
    # The ending tells; taggers confuse verbs' numbers (τάσσονται as singular).
    return word.fold.endswith(PLURAL_VERB)


def _fits(reading: Reading, words: Sequence[Word], phrase: Phrase, hit: CueHit) -> bool:
    """Whether ``phrase`` can be the subject of the verb at ``hit``."""
    head = words[reading.items[phrase.head]]
    first = words[reading.items[phrase.start]]
    if phrase.case not in ("Nom", "") or first.fold in _CONTENT or head.fold in _CONTENT or head.fold in _TIME:
        return False
    if head.text.isdigit() or (head.pos == "ADJ" and first.article is None and head.fold not in PRONOUNS):
        return phrase.name is not None  # το 2019; Επιφυλακτικός, ο Νίκος είπε
    if any(other.start <= phrase.head < other.end and other.form != "noun" for other in reading.hits):
        return False  # έκανε λόγο και κάλεσε: no λόγος speaks
    plural = _plural(_verb(reading, words, hit), hit)
    several = _several(reading, words, phrase)
    if plural is True:
        return phrase.number != "Sing" or several or head.text.isupper()
    # ΗΠΑ ανακοίνωσαν is plural; το 39% δηλώνει is not: only a clear plural is refused.
    return not (plural is False and phrase.number == "Plur" and head.mention < 0)


def _several(reading: Reading, words: Sequence[Word], phrase: Phrase) -> bool:
    before = reading.items[phrase.start - 1] if phrase.start else -1
    if before >= 0 and words[before].fold in ("και", "κι"):
        return True  # ο δήμος και ο σύλλογος ζητούν
    at = phrase.end
    return at < len(reading.items) and reading.items[at] >= 0 and words[reading.items[at]].fold in ("και", "κι", "ή")


def _behind(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """«...», είπε χθες στη Βουλή ο Νίκος Παππάς."""
    clause = reading.clause_of[hit.start]
    unsure: Phrase | None = None
    for phrase in reading.phrases:
        if phrase.start < hit.end:
            continue
        if reading.clause_of[phrase.start] != clause or _verb_between(reading, words, hit.end, phrase.start):
            break
        if not _fits(reading, words, phrase, hit):
            continue
        if phrase.case == "Nom" and words[reading.items[phrase.start]].article != "":
            return Subject(phrase, "behind")
        if unsure is None and (hit.kind != "urge" or words[reading.items[phrase.head]].dep == "nsubj"):
            unsure = phrase
    return None if unsure is None else Subject(unsure, "behind")


def _verb_between(reading: Reading, words: Sequence[Word], start: int, end: int) -> bool:
    for k in range(start, end):
        item = reading.items[k]
        if item < 0:
            continue
        if words[item].text in (".", ";", ":", "·") or words[item].finite:
            return True
    return False


def _tree(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """The phrase that the parser hangs on the cue as its subject."""
    cue = reading.items[hit.start]
    clause = reading.clause_of[hit.start]
    for phrase in reading.phrases:
        for k in range(phrase.start, phrase.core[1]):
            word = words[reading.items[k]] if reading.items[k] >= 0 else None
            if (
                word is not None
                and word.head == cue
                and word.dep == "nsubj"
                and reading.clause_of[phrase.start] == clause
                and _fits(reading, words, phrase, hit)
            ):
                # Παιδί της γενιάς του, η Αντιμί εξηγεί: an article in the nominative is surer than the parser.
                surer = (
                    None
                    if phrase.case == "Nom" and words[reading.items[phrase.start]].article
                    else _ahead(reading, words, hit)
                )
                if (
                    surer is not None
                    and surer.phrase is not None
                    and words[reading.items[surer.phrase.start]].article == "Nom"
                ):
                    return surer
                return Subject(phrase, "tree")
    return None


def _ahead(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """Ο Νίκος Παππάς, που διαδέχθηκε τον Υ, είπε: the last fitting phrase of the clause before the verb."""
    clause = reading.clause_of[hit.start]
    unsure: Phrase | None = None
    for phrase in reversed(reading.phrases):
        if phrase.end > hit.start or reading.clause_of[phrase.start] != clause:
            continue
        if not _fits(reading, words, phrase, hit):
            continue
        if phrase.case == "Nom":
            return Subject(phrase, "ahead")
        unsure = unsure or phrase
    if unsure is not None and reading.clauses[clause].kind != "subordinate":
        return Subject(unsure, "ahead")
    return None


def _held(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
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
    """την οργή του δημάρχου, που μίλησε: no anger speaks, its owner does."""
    if phrase.name is not None or is_role(words[reading.items[phrase.head]].text):
        return phrase
    for k in range(phrase.core[1] - 1, phrase.head, -1):
        word = words[reading.items[k]] if reading.items[k] >= 0 else None
        if word is not None and word.case == "Gen" and is_role(word.text):
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
    return item >= 0 and words[item].fold in ("το", "τον", "την", "τη", "τα", "τουσ", "τισ")


def _shared(reading: Reading, words: Sequence[Word], hit: CueHit, *, near: bool) -> Subject | None:
    """The subject of another clause of the sentence: Ο Νίκος ήρθε και είπε; ..., ενώ πρόσθεσε."""
    clause = reading.clauses[reading.clause_of[hit.start]]
    candidates = [
        phrase
        for phrase in reading.phrases
        if phrase.case == "Nom"
        and _fits(reading, words, phrase, hit)
        and reading.clauses[reading.clause_of[phrase.start]].kind != "relative"
        and reading.clause_of[phrase.start] != reading.clause_of[hit.start]
    ]
    candidates = [phrase for phrase in candidates if _speaks(reading, words, phrase)]
    told = _told(reading, words, hit)
    if told is not None:
        return Subject(told, "shared", near=near)
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
            found = _behind(reading, words, other) or _ahead(reading, words, other)
            if found is not None and found.phrase is not None and _fits(reading, words, found.phrase, hit):
                return found.phrase
    return None


def _speaks(reading: Reading, words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a phrase that may be subject or object may speak: not το σημαντικότερο, but το υπουργείο."""
    first, head = words[reading.items[phrase.start]], words[reading.items[phrase.head]]
    return first.article != "" or phrase.name is not None or head.fold[:-1] in _GROUPS or is_role(head.text)


def _behind_and(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    for k in range(hit.start - 1, max(hit.start - 4, -1), -1):
        if reading.items[k] >= 0 and words[reading.items[k]].fold in ("και", "κι"):
            return True
    return False


def _bearer(reading: Reading, words: Sequence[Word], hit: CueHit) -> Subject | None:
    """Ο πρόεδρος διατύπωσε την ελπίδα ότι: a noun without a genitive belongs to the subject of its verb."""
    following = words[reading.items[hit.end]] if hit.end < len(reading.items) and reading.items[hit.end] >= 0 else None
    before = words[reading.items[hit.start - 1]] if hit.start and reading.items[hit.start - 1] >= 0 else None
    if following is not None and following.fold in CLITICS and (before is None or before.article != "Acc"):
        return None  # η δήλωσή του: somebody named before; διατύπωσε την άποψή του: the subject of the verb
    verb = next(
        (k for k in range(hit.start - 1, -1, -1) if reading.items[k] >= 0 and words[reading.items[k]].finite),
        -1,
    )
    if verb < 0:
        return None
    carrier = CueHit(verb, verb + 1, hit.lemma, "say", "active")
    return _tree(reading, words, carrier) or _ahead(reading, words, carrier) or _held(reading, words, carrier)
