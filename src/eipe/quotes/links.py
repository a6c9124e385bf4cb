"""Which cue a quotation belongs to: an ordered chain of strategies, each of which may answer None.

The order is from the surest to the loosest reading of the writer's sentence around the marks:

0. ``resumed``    «...», είπε ο Νίκος, «...»: the second half of a quotation that its verb has split.
1. ``inverted``   «...», είπε ο Νίκος. The verb stands right behind the marks.
2. ``introduced`` Ο Νίκος είπε ότι «...»; χαρακτήρισε τη συμφωνία «...». A cue stands before the marks.
3. ``closing``    Η 20ή Αυγούστου «είναι σημαντική μέρα», δήλωσε η καγκελάριος. With his own words before.
4. ``trailing``   Οι κυρώσεις έχουν «πλήξει» την οικονομία, δηλώνει ο υπουργός. The cue ends the sentence.
5. ``according``  Σύμφωνα με τον Νίκο ...: the source of the whole sentence.
6. ``headline``   Παππάς: «...». A name and a colon.
7. ``signature``  «...» — Νίκος Παππάς.
8. ``distant``    Επεσήμανε ότι δεν χρειάζεται, καθώς «...». A clause in marks, late in a report.
9. ``announced``  Αισιόδοξος εμφανίστηκε ο υπουργός: «...». A colon behind a verb that is no cue.
10. ``floating``  «...» alone: the words go on.

``inverted`` comes before ``introduced`` because «Α», είπε, «Β», πρόσθεσε has a cue on both sides of Β's left
neighbor; ``according`` comes late because a verb nearer to the marks knows better whose words they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eipe.entities.roles import is_role
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.phrases import PRONOUNS
from eipe.quotes.scope import (
    ASIDE,
    BEFORE_CUES,
    TIMES,
    finite_before,
    governs,
    has_clause,
    looks_forward,
    quiet,
    right_behind,
    word_at,
)
from eipe.quotes.words import Word

__all__ = ["Link", "link"]


#: Words in the marks that are too many for a title or a figure of speech, if they hold a clause.
CLAUSE = 5


@dataclass(frozen=True, slots=True)
class Link:
    """A quotation and the cue that governs it.

    Attributes:
        rule: The strategy that answered.
        hit: The cue, or None.
        inverted: Whether the quotation stands before the cue.
        at: Position of the source where the rule itself has found it (headline, signature).
        verb: Position of the verb whose subject is the source, where there is no cue (announced).
    """

    rule: str
    hit: CueHit | None = None
    inverted: bool = False
    at: int = -1
    verb: int = -1


def link(reading: Reading, words: Sequence[Word], k: int, first: bool, quoted: Sequence[Word]) -> Link | None:
    """The cue of the quotation at position ``k``, or None.

    Args:
        first: Whether the sentence opens its paragraph (headlines do).
        quoted: The words inside the marks.
    """
    return (
        resumed(reading, words, k)
        or opening(reading, words, k, first)
        or inverted(reading, words, k)
        or unlisted(reading, words, k, quoted)
        or relative_source(reading, words, k)
        or introduced(reading, words, k)
        or closing(reading, words, k)
        or trailing(reading, words, k)
        or according(reading, words, k, quoted)
        or headline(reading, words, k, first)
        or signature(reading, words, k)
        or distant(reading, words, k, quoted)
        or announced(reading, words, k, quoted)
    )


def resumed(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """«Είμαι εδώ», συνέχισε ο Νίκος, «γιατί με έστειλαν»: the second half has the verb of the first."""
    comma = word_at(reading, words, k - 1)
    if comma is None or comma.text not in ASIDE:
        return None
    first = next((j for j in range(k - 1, -1, -1) if reading.items[j] < 0), -1)
    if first < 0:
        return None
    between = [hit for hit in reading.hits if first < hit.start and hit.end < k and hit.form in ("active", "passive")]
    if len(between) != 1 or not right_behind(reading, words, between[0], first):
        return None
    if any(hit.start > k and hit.form == "active" and right_behind(reading, words, hit, k) for hit in reading.hits):
        return None  # «Ντροπή σας», φώναξε ο Άρης, «Δική σας», απάντησε ο Νίκος
    verbs = sum((w := word_at(reading, words, j)) is not None and w.finite for j in range(first + 1, k))
    return Link("resumed", between[0], inverted=True) if verbs <= 1 else None


def opening(reading: Reading, words: Sequence[Word], k: int, first: bool) -> Link | None:
    """Λαγκάρντ: «Όχι ακόμα» στη μείωση – τι λένε οι αγορές: the name before the colon, not the verb behind."""
    colon = word_at(reading, words, k - 1)
    behind = word_at(reading, words, k + 1)
    if colon is None or colon.text != ":" or (behind is not None and behind.text == ","):
        return None
    found = headline(reading, words, k, first)
    return found if found is not None and any(p.name and p.name[0] == found.at for p in reading.phrases) else None


def unlisted(reading: Reading, words: Sequence[Word], k: int, quoted: Sequence[Word]) -> Link | None:
    """«...», υπολογίζει από το Λονδίνο ο Νίκος Παππάς: any verb between a clause in marks and a person."""
    comma = word_at(reading, words, k + 1)
    at = k + 2
    while (word := word_at(reading, words, at)) is not None and word.fold in BEFORE_CUES and word.fold != "να":
        at += 1
    if comma is None or comma.text != "," or word is None or not word.finite or len(quoted) < 2:
        return None
    clause = reading.clause_of[at]
    for phrase in reading.phrases:
        if phrase.start <= at or reading.clause_of[phrase.start] != clause:
            continue
        subject = phrase.case == "Nom" and words[reading.items[phrase.start]].article == "Nom"
        if subject and not any(
            (w := word_at(reading, words, j)) is None or w.finite for j in range(at + 1, phrase.start)
        ):
            head = words[reading.items[phrase.head]]
            person = phrase.name is not None or is_role(head.text) or head.fold in PRONOUNS
            return Link("inverted", CueHit(at, at + 1, word.lemma, "say", "active"), inverted=True) if person else None
    return None


def relative_source(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """Η Μόσχα, κατά την οποία η αποστολή συνιστά «πρόκληση», ..."""
    for hit in reading.hits:
        if hit.form == "relative" and hit.end <= k and reading.clause_of[hit.end - 1] == reading.clause_of[k]:
            return Link("according", hit)
    return None


def inverted(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """«...», είπε ο Νίκος; Για «σόου» μίλησε η βουλευτής."""
    left = word_at(reading, words, k - 1)
    if left is not None and left.fold in ("οτι", "πωσ") and introduced(reading, words, k) is not None:
        return None  # που συνήθιζε να λέει ότι «...», υποσχέθηκε
    return None if _woven(reading, words, k) else _behind(reading, words, k, woven=False)


def closing(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """Η 20ή Αυγούστου «είναι μία σημαντική ημέρα», δήλωσε η καγκελάριος."""
    left = word_at(reading, words, k - 1)
    if left is not None and left.article is not None:
        return None  # η «Καθημερινή» αναφέρει
    if reading.clauses[reading.clause_of[k]].kind not in ("main", "parallel"):
        return None  # χωρίς να υιοθετεί όσα γράφτηκαν περί «συμμορίας», ζήτησε
    found = _behind(reading, words, k, woven=True)
    return found and Link("closing", found.hit, inverted=True)


def _woven(reading: Reading, words: Sequence[Word], k: int) -> bool:
    """Whether the writer's own words run into the marks from the left."""
    left = word_at(reading, words, k - 1)
    return (
        left is not None
        and left.is_word
        and not (left.fold in ("και", "οτι", "πωσ", "αλλα", "ομωσ") or (left.fold in ("για", "περι", "ωσ") and k <= 2))
    )


def _behind(reading: Reading, words: Sequence[Word], k: int, *, woven: bool) -> Link | None:
    for hit in reading.hits:
        if hit.start <= k:
            continue
        if hit.form == "prep" or hit.form == "kata":
            if quiet(reading, words, k + 1, hit.start) and hit.start - k <= 3 and hit.form == "prep":
                return Link("inverted", hit, inverted=True)
            continue
        if hit.form == "noun":
            # «...», ήταν το σχόλιο του υπουργού.
            copula = any(
                (w := word_at(reading, words, j)) is not None and w.fold in ("ηταν", "ειναι", "υπηρξε")
                for j in range(k + 1, hit.start)
            )
            if copula and hit.start - k <= 6:
                return Link("inverted", hit, inverted=True)
            continue
        if hit.start - k > 14 or not quiet(reading, words, k + 1, hit.start):
            return None
        if hit.form == "participle" and (
            hit.start - k > 3 or woven or hit.kind == "judge" or _takes_object(reading, words, hit)
        ):
            return None
        if woven and not (hit.kind == "say" and right_behind(reading, words, hit, k)):
            return None  # που έχουν «προκαλέσει ζημίες» στην εταιρεία και η BMW ζήτησε
        if looks_forward(reading, words, hit, k):
            return None
        return Link("inverted", hit, inverted=True)
    return None


def _takes_object(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    """«...», σχολιάζοντας τα αποτελέσματα: what is commented on is not the quotation."""
    word = word_at(reading, words, hit.end)
    return word is not None and word.article in ("Acc", "")


def introduced(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """Ο Νίκος είπε ότι «...»; είπε: «...»; χαρακτήρισε τη συμφωνία «...»."""
    for hit in reversed(reading.hits):
        if hit.end > k or hit.form in ("prep", "kata", "relative") or _in_aside(reading, words, hit, k):
            continue
        clause = reading.clause_of[hit.start]
        aside = reading.clauses[clause].kind == "relative" and reading.clause_of[k] != clause
        if aside and any(other.form == "prep" and other.end <= hit.start for other in reading.hits):
            continue  # Σύμφωνα με πηγές, που ζήτησαν να μείνουν ανώνυμες, το έργο «έχει κλειδώσει»
        if hit.form == "participle" and hit.kind in ("adjacent", "turn") and finite_before(reading, hit):
            continue  # συμπληρώνει, γελώντας: «...»
        if governs(reading, words, hit, k):
            return Link("introduced", _verb_of(reading, words, hit) if hit.form == "noun" else hit)
    return None


def _in_aside(reading: Reading, words: Sequence[Word], hit: CueHit, k: int) -> bool:
    """προσθέτοντας –όπως σχολίαζε κάποιος– ότι «...»: a cue between dashes reaches no further than the second."""
    dashes = [j for j in range(k) if (w := word_at(reading, words, j)) is not None and w.text in ("–", "—")]
    before = sum(j < hit.start for j in dashes)
    return before % 2 == 1 and len(dashes) > before and len(dashes) % 2 == 0


def _verb_of(reading: Reading, words: Sequence[Word], noun: CueHit) -> CueHit:
    """επανέλαβε τη θέση της Μόσχας ότι: the verb that utters the noun is the cue; else the noun itself."""
    for hit in reading.hits:
        between = [word_at(reading, words, j) for j in range(hit.end, noun.start)]
        if hit.end <= noun.start and hit.form == "active" and hit.kind == "say" and len(between) <= 3:
            described = all(word is not None and (word.article == "Acc" or word.pos == "ADJ") for word in between)
            if described and between:
                return hit
    return noun


def trailing(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """Οι κυρώσεις έχουν «πλήξει» την οικονομία, δηλώνει ο υπουργός; ... «...», όπως είπε ο Νίκος."""
    for hit in reading.hits:
        if hit.start <= k or hit.form != "active" or hit.kind not in ("say", "adjacent"):
            continue
        j = hit.start - 1
        through = False
        while (word := word_at(reading, words, j)) is not None and (
            word.fold in BEFORE_CUES or word.pos in ("ADV", "AUX")
        ):
            through = through or word.fold in ("οπωσ", "καθωσ")
            j -= 1
        comma = word_at(reading, words, j)
        if j > k and comma is not None and comma.text in ASIDE and (hit.kind == "say" or through):
            return Link("trailing", hit, inverted=True)
    return None


def according(reading: Reading, words: Sequence[Word], k: int, quoted: Sequence[Word]) -> Link | None:
    """Σύμφωνα με τον Νίκο, η λέξη «δεν χαράχτηκε τυχαία»; η Ουάσιγκτον, κατά τον Νίκο, δεν ..."""
    for hit in sorted(reading.hits, key=lambda hit: abs(hit.start - k)):
        ahead = (word_at(reading, words, j) for j in range(k + 1, hit.start))
        if any(word is not None and word.fold in ("ενω", "αλλα", "ομωσ") for word in ahead):
            continue  # ..., ενώ κατά τη Γιούροσταρ: of the other clause
        if hit.form == "prep":
            # σύμφωνα με υπολογισμούς από τότε που ξεκίνησε το «κίνημα»: it says nothing of a που-clause's words.
            held = reading.clauses[reading.clause_of[k]].kind == "relative" and not has_clause(quoted)
            return None if held else Link("according", hit)
        if hit.form == "active" and hit.kind == "say" and hit.start < k and _as_said(reading, words, hit):
            return Link("according", hit)
        if hit.form == "kata":
            for start, phrase in reading.objects:
                if start != hit.start:
                    continue
                named = phrase.name is not None and words[reading.items[phrase.name[0]]].mention >= 0
                # Κατά τους ειδικούς, «...»; not: κατά τους τελευταίους μήνες
                comma = word_at(reading, words, phrase.end)
                aside = phrase.end + 1 == k and comma is not None and comma.text == "," and has_clause(quoted)
                human = is_role(words[reading.items[phrase.head]].text)
                if named or human or (aside and words[reading.items[phrase.head]].fold not in TIMES):
                    return Link("according", hit)
    return None


def _as_said(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    """Όπως είπε ο Νίκος, το έργο «δεν θα τελειώσει»: the cue opens the sentence in an aside of its own."""
    before = [word_at(reading, words, j) for j in range(hit.start)]
    return (
        bool(before)
        and all(word is not None and (word.fold in BEFORE_CUES or word.pos in ("AUX", "ADV")) for word in before)
        and any(word is not None and word.fold == "οπωσ" for word in before)
    )


def headline(reading: Reading, words: Sequence[Word], k: int, first: bool) -> Link | None:
    """Γαβρίλης: «...»; Βούτσης σε Μοσκοβισί: «...»; Πούτιν: Το «ευχαριστώ» στον Κιμ."""
    colon = -1
    for j in range(k):
        word = word_at(reading, words, j)
        if word is None:
            return None
        if word.text == ":":
            colon = j
            break
        if word.finite or word.text in (".", ";"):
            return None
    if colon < 0 or colon > 12:
        return None
    for phrase in reading.phrases:
        if phrase.start >= colon:
            break
        alone = phrase.name is not None and phrase.start == 0 and phrase.end == colon == k - 1
        if not first and not alone:
            continue  # Άννα Ρήγα: «...» may stand anywhere, a headline only at the head of its paragraph
        if phrase.case in ("Gen", "Acc") and words[reading.items[phrase.start]].article is not None:
            continue
        if phrase.name is not None and phrase.start <= 2:
            return Link("headline", None, at=phrase.name[0])
        if phrase.start == 0 and colon - k == -1 and phrase.core[1] == colon:
            return Link("headline", None, at=phrase.head)
    # Μέτσολα: «...»: one capitalized word that the pipeline did not know as a name.
    opener = word_at(reading, words, 0)
    if first and colon == 1 == k - 1 and opener is not None and opener.text[:1].isupper() and opener.article is None:
        return Link("headline", None, at=0)
    return None


def signature(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """«...» — Νίκος Παππάς, at the end of its sentence."""
    dash = word_at(reading, words, k + 1)
    if dash is None or dash.text not in ("—", "–", "―", "-", "("):
        return None
    for phrase in reading.phrases:
        if phrase.start == k + 2 and phrase.name is not None and phrase.case in ("Nom", ""):
            rest = [j for j in range(phrase.end, len(reading.items)) if (w := word_at(reading, words, j)) and w.finite]
            return None if rest else Link("signature", None, at=phrase.name[0])
    return None


def distant(reading: Reading, words: Sequence[Word], k: int, quoted: Sequence[Word]) -> Link | None:
    """Επεσήμανε ότι δεν υπάρχει ανάγκη, ώστε να ..., καθώς «πρόκειται για δηλώσεις ατόμων»."""
    if len(quoted) < CLAUSE or not has_clause(quoted):
        return None
    for hit in reversed(reading.hits):
        if hit.end <= k and hit.kind == "say" and hit.form in ("active", "participle"):
            following = [word_at(reading, words, j) for j in range(hit.end, min(hit.end + 6, k))]
            report = any(word is not None and word.fold in ("οτι", "πωσ") for word in following)
            return Link("distant", hit) if report else None
    return None


def announced(reading: Reading, words: Sequence[Word], k: int, quoted: Sequence[Word]) -> Link | None:
    """Αισιόδοξος εμφανίστηκε ο υπουργός: «...»; not: Ο τίτλος της ταινίας είναι: «Φεύγω»."""
    colon = word_at(reading, words, k - 1)
    if colon is None or colon.text != ":" or len(quoted) < 3:
        return None
    clause = len(quoted) >= CLAUSE and has_clause(quoted)
    if not clause and not any(
        p.case == "Nom" and (p.name is not None or is_role(words[reading.items[p.head]].text))
        for p in reading.phrases
        if p.end < k and reading.clauses[reading.clause_of[p.start]].kind == "main"
    ):
        return None  # Στην αφίσα κυριαρχεί ο τίτλος: «Μπλε καράβι στο λιμάνι»
    for j in range(k - 2, -1, -1):
        word = word_at(reading, words, j)
        if word is None:
            return None
        if word.finite and word.fold.endswith("τε"):
            return None  # Διαβάστε ακόμα: «...»
        if word.finite and reading.clauses[reading.clause_of[j]].kind in ("main", "parallel"):
            return Link("announced", verb=j)
    return None
