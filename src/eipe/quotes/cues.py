"""Cues: the words that say that a source speaks.

Verbs (είπε, υποσχόμενος, χαρακτηρίστηκε), nouns (η δήλωση του), prepositional cues (σύμφωνα με, κατά). Their
words stand in tables; forms are made from principal parts by ``eipe.greek.conjugation``.

What each class of cues may govern is told in ``scope``, and with examples in docs: cues.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from eipe.entities.own_names import NO_NAMES, OwnNames, named
from eipe.greek.conjugation import Verb, forms
from eipe.greek.letters import fold
from eipe.greek.principal_parts import principal_parts
from eipe.lexicon.own_words import NO_WORDS, OwnWords
from eipe.lexicon.table import records, words_of
from eipe.quotes.view import View
from eipe.quotes.words import Word

__all__ = ["WANTED", "CueHit", "Lexicon", "find_cues", "is_denied", "lexicon"]

#: Verbs whose να-clause tells what their source wants said or done.
WANTED = words_of("wishes")
_NEGATIONS = words_of("negations")
#: What may stand between a negation or an auxiliary and its verb.
_AVOIDING = tuple(words_of("avoiding"))
_HESITATING = tuple(words_of("hesitating"))
_BEFORE = words_of("before_cues")
_COMMA = re.compile(r"(?=,\s*((?:\S{1,40}\s+){0,2}\S{1,40}))")
_VERBAL = words_of("before_verbs")
#: The preposition of κατά τον υπουργό and κατά της απόφασης: what follows tells whether it is a cue.
_BY = "κατά"
_BY_FOLDED = fold(_BY)
#: The end of λέγοντας, folded; the participles with other ends are declined.
_CONVERB = "ντασ"


@dataclass(slots=True)  # not frozen: made for every cue of a text, and freezing triples the price
class CueHit:
    """A cue at positions of a sentence's items, half-open."""

    start: int
    end: int
    lemma: str
    kind: str
    form: str  # active, passive, participle, noun, prep


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cues, by folded forms.

    Attributes:
        words: Form -> (lemma, class, form).
        phrases: First word -> (lemma, the words behind it, class) of each.
        naming: Stems of the nouns behind which marks hold a name (το περιοδικό «Science»).
        openings: The words that a cue may open with: most words of a text are none of them.
        own: The names and titles that a user adds, for the entities.
    """

    words: Mapping[str, tuple[str, str, str]]
    phrases: Mapping[str, tuple[tuple[str, tuple[str, ...], str], ...]]
    naming: frozenset[str]
    openings: frozenset[str]
    own: OwnNames = NO_NAMES


@lru_cache(maxsize=8)
def lexicon(extra: tuple[str, ...] = (), own: OwnWords = NO_WORDS) -> Lexicon:
    """The cue lexicon, with the words that a user adds; these go before the package's.

    Args:
        extra: Lemmas of further verbs (first person singular: "τουιτάρω"), of class ``say``. Give the aorist
            behind a slash where it is not regular: "τουιτάρω/τουίταρε".
        own: Words of the user's own, their verbs completed.
    """
    words: dict[str, tuple[str, str, str]] = {}
    for entry in extra:
        lemma, _, aorist = map(str.strip, entry.partition("/"))
        verb = Verb(lemma, aorist) if aorist else principal_parts(lemma)
        words |= {form: (lemma, "say", voice) for form, voice in forms(verb).items()}
    for noun in (*own.records("cue_noun"), *records("cue_nouns")):
        for form in fold(noun["forms"]).split():
            words.setdefault(form, (noun["lemma"], "noun", "noun"))
    for row in (*own.records("cue"), *records("cue_verbs")):
        verb = Verb(row["lemma"], row["aorist"].strip("-"), row["subjunctive"], row["imperfect"], row["passive"])
        table = forms(verb) | {
            form: "participle" if form.endswith(_CONVERB) else "active"
            for form in map(fold, row["also"].split(","))
            if form
        }
        for form, voice in table.items():
            words.setdefault(form, (row["lemma"], row["class"], voice))
    phrases: dict[str, list[tuple[str, tuple[str, ...], str]]] = {}
    for row in (*own.records("cue_phrase"), *records("cue_phrases")):
        for form in fold(row["first"]).split():
            phrases.setdefault(form, []).append((row["lemma"], tuple(fold(row["rest"]).split()), row["class"]))
    naming = frozenset(fold(row["lemma"])[:-1] for row in records("naming_nouns"))
    openings = frozenset((*words, *phrases, _BY_FOLDED))
    return Lexicon(words, {form: tuple(entries) for form, entries in phrases.items()}, naming, openings, named(own))


def find_cues(view: View, lexicon: Lexicon) -> list[CueHit]:
    """The cues of one sentence, in order; negated ones left out."""
    hits: list[CueHit] = []
    taken = -1
    for k in range(len(view.items)):
        word = view.at(k)
        if word is None or k < taken or word.fold not in lexicon.openings:
            continue
        if word.mention >= 0 and word.text.istitle():
            continue  # ο Χαβιέρ Μιλέι: no form of μιλώ
        hit = _phrase(view, k, word, lexicon)
        taken = hit.end if hit is not None else k
        if hit is None and word.fold in lexicon.words:
            hit = CueHit(k, k + 1, *lexicon.words[word.fold])
        if hit is not None and not _negated(view, k):
            hits.append(hit)
    return hits


def _phrase(view: View, k: int, word: Word, lexicon: Lexicon) -> CueHit | None:
    """The cue of several words that begins at ``k``."""
    for lemma, rest, kind in lexicon.phrases.get(word.fold, ()):
        at = k + 1
        for wanted in rest:
            plain = wanted.strip("[]")
            adverb = view.at(at)
            if view.fold(at) == plain:
                at += 1
            elif adverb is not None and adverb.pos == "ADV" and view.fold(at + 1) == plain:
                at += 2  # έκανε ξανά λόγο, σύμφωνα πάντα με
            elif plain == wanted:
                break
        else:
            form = "participle" if word.fold.endswith(_CONVERB) else "active"
            return CueHit(k, at, lemma, kind, kind if kind in ("prep", "noun") else form)
    following = view.at(k + 1)
    if word.fold != _BY_FOLDED or following is None:
        return None
    if view.fold(k + 2).startswith("οποι"):
        return CueHit(k, k + 3, _BY, "prep", "relative")
    return CueHit(k, k + 1, _BY, "prep", "kata") if following.case == "Acc" else None


def _negated(view: View, k: int) -> bool:
    """δεν είπε ότι, δεν έχει πει: nobody is quoted."""
    at = _before(view, k)
    if view.at(at) is not None and view.fold(at + 1) == "να":
        # δεν θέλησε να πει, απέφυγε να πει
        if view.fold(at).startswith(_AVOIDING):
            return True
        if view.fold(at).startswith(_HESITATING):
            # δεν δίστασε να πει said it, δίστασε να πει did not
            return view.fold(_before(view, at)) not in _NEGATIONS
        at = _before(view, at) if view.finite(at) else at
    return view.fold(at) in _NEGATIONS


def is_denied(view: View, k: int, lexicon: Lexicon) -> bool:
    """Whether the nearest verb of saying before position ``k`` is negated: δεν είπε ότι «...»."""
    verbs = (j for j in range(k - 1, -1, -1) if lexicon.words.get(view.fold(j), ("", "", ""))[2] == "active")
    verb = next(verbs, None)
    return verb is not None and _negated(view, verb)


def _before(view: View, k: int) -> int:
    """The position before a verb and its particles."""
    return next(j for j in range(k - 1, -2, -1) if view.fold(j) not in _VERBAL)


def attributed(text: str, lexicon: Lexicon) -> int:
    """Where ``text`` (an unclosed quotation) stops to name its own speaker: Θα έρθω | , είπε ο Νίκος; or -1."""
    for comma in _COMMA.finditer(text):
        following = [fold(word.rstrip(",.;:")) for word in comma.group(1).split()]
        first = next((word for word in following if word not in _BEFORE), "")
        if not words_of("moods").isdisjoint(following[: following.index(first)] if first else ()):
            continue  # «Ο Πολ νοιάζεται, θα το δείξει: nobody has said it yet
        if lexicon.words.get(first, ("", "", ""))[2] == "active":
            return comma.start()
    return -1
