"""Which cue a quotation belongs to: an ordered chain of strategies, each of which may answer None.

The order is from the surest to the loosest reading of the writer's sentence around the marks:

1. ``inverted``   «...», είπε ο Νίκος. The verb stands right behind the marks.
2. ``introduced`` Ο Νίκος είπε ότι «...»; χαρακτήρισε τη συμφωνία «...». A cue stands before the marks.
3. ``closing``    Η 20ή Αυγούστου «είναι σημαντική μέρα», δήλωσε η καγκελάριος. The same, with the writer's words before.
4. ``trailing``   Οι κυρώσεις έχουν «πλήξει» την οικονομία, δηλώνει ο υπουργός. The cue ends the sentence.
5. ``according``  Σύμφωνα με τον Νίκο ...: the source of the whole sentence.
6. ``headline``   Παππάς: «...». A name and a colon.
7. ``signature``  «...» — Νίκος Παππάς.
8. ``floating``   «...» alone: the words go on.

``inverted`` comes before ``introduced`` because «Α», είπε, «Β», πρόσθεσε has a cue on both sides of Β's left
neighbor; ``according`` comes late because a verb nearer to the marks knows better whose words they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eipe.quotes.clauses import Reading
from eipe.quotes.cues import CueHit
from eipe.quotes.words import Word

__all__ = ["Link", "link"]

_VERBAL = frozenset(
    [
        "θα",
        "να",
        "μου",
        "σου",
        "του",
        "τησ",
        "μασ",
        "σασ",
        "τουσ",
        "τον",
        "την",
        "το",
        "τα",
        "οπωσ",
        "καθωσ",
        "επισησ",
        "δε",
        "και",
        "ασ",
        "τι",
    ]
)
_CLAUSE_OPENERS = frozenset(
    [
        "ενω",
        "αλλα",
        "που",
        "καθωσ",
        "οταν",
        "αφου",
        "οποιοσ",
        "οποια",
        "οποιο",
        "οποιοι",
        "οποιεσ",
        "οποιον",
        "οποιων",
    ]
)
_ASIDE = frozenset((",", "–", "-", "—", "―", "…", "...", "(", ")"))


@dataclass(frozen=True, slots=True)
class Link:
    """A quotation and the cue that governs it.

    Attributes:
        rule: The strategy that answered.
        hit: The cue, or None.
        inverted: Whether the quotation stands before the cue.
        at: Position of the source where the rule itself has found it (headline, signature).
    """

    rule: str
    hit: CueHit | None = None
    inverted: bool = False
    at: int = -1


def link(reading: Reading, words: Sequence[Word], k: int, first: bool) -> Link | None:
    """The cue of the quotation at position ``k``, or None.

    Args:
        first: Whether the sentence opens its paragraph (headlines do).
    """
    return (
        inverted(reading, words, k)
        or introduced(reading, words, k)
        or closing(reading, words, k)
        or trailing(reading, words, k)
        or according(reading, words, k)
        or headline(reading, words, k, first)
        or signature(reading, words, k)
    )


def _word(reading: Reading, words: Sequence[Word], k: int) -> Word | None:
    return words[reading.items[k]] if 0 <= k < len(reading.items) and reading.items[k] >= 0 else None


def inverted(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """«...», είπε ο Νίκος; Για «σόου» μίλησε η βουλευτής."""
    return None if _woven(reading, words, k) else _behind(reading, words, k, woven=False)


def closing(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """Η 20ή Αυγούστου «είναι μία σημαντική ημέρα», δήλωσε η καγκελάριος."""
    left = _word(reading, words, k - 1)
    if left is not None and left.article is not None:
        return None  # η «Καθημερινή» αναφέρει
    found = _behind(reading, words, k, woven=True)
    return found and Link("closing", found.hit, inverted=True)


def _woven(reading: Reading, words: Sequence[Word], k: int) -> bool:
    """Whether the writer's own words run into the marks from the left."""
    left = _word(reading, words, k - 1)
    return (
        left is not None
        and left.is_word
        and not (
            left.fold in ("και", "οτι", "πωσ", "αλλα", "ομωσ")
            or (left.fold in ("για", "περι", "ωσ") and k <= 2)
        )
    )


def _behind(reading: Reading, words: Sequence[Word], k: int, *, woven: bool) -> Link | None:
    for hit in reading.hits:
        if hit.start <= k:
            continue
        if hit.form == "prep" or hit.form == "kata":
            if _quiet(reading, words, k + 1, hit.start) and hit.start - k <= 3 and hit.form == "prep":
                return Link("inverted", hit, inverted=True)
            continue
        if hit.form == "noun":
            # «...», ήταν το σχόλιο του υπουργού.
            copula = any(
                (w := _word(reading, words, j)) is not None and w.fold in ("ηταν", "ειναι", "υπηρξε")
                for j in range(k + 1, hit.start)
            )
            if copula and hit.start - k <= 6:
                return Link("inverted", hit, inverted=True)
            continue
        if hit.start - k > 14 or not _quiet(reading, words, k + 1, hit.start):
            return None
        if hit.form == "participle" and (hit.start - k > 3 or woven):
            return None
        if woven and not (hit.kind == "say" and _right_behind(reading, words, hit, k)):
            return None  # που έχουν «προκαλέσει ζημίες» στην εταιρεία και η BMW ζήτησε
        if _own_content(reading, words, hit, k):
            return None
        return Link("inverted", hit, inverted=True)
    return None


def _right_behind(reading: Reading, words: Sequence[Word], hit: CueHit, k: int) -> bool:
    """Η 20ή Αυγούστου «είναι μία σημαντική ημέρα», δήλωσε η καγκελάριος."""
    for j in range(k + 1, hit.start):
        word = _word(reading, words, j)
        if word is None or not (word.text in _ASIDE or word.fold in _VERBAL or word.pos in ("AUX", "ADV")):
            return False
    return True


def _own_content(reading: Reading, words: Sequence[Word], hit: CueHit, k: int) -> bool:
    """«Α» και πρόσθεσε: «Β»; «Α» να συνεχίσουν: a cue behind the marks that does not look back at them."""
    for j in range(hit.start - 1, k, -1):
        word = _word(reading, words, j)
        if word is None or word.fold in ("να", "και", "κι"):
            return True
        if word.fold not in _VERBAL and word.pos != "AUX":
            break
    starts = {other.start for other in reading.hits}
    for j in range(hit.end, min(hit.end + 8, len(reading.items))):
        word = _word(reading, words, j)
        if word is None:
            return False
        if word.text == ":" or word.fold in ("οτι", "πωσ"):
            return True
        if word.text in (",", ".") or j in starts or word.finite:
            return False  # είπε ο επίτροπος και τόνισε ότι: the clause is the other verb's
    return False


def _quiet(reading: Reading, words: Sequence[Word], start: int, end: int) -> bool:
    """Whether no verb, no other quotation and no new clause stands between two positions."""
    for j in range(start, end):
        word = _word(reading, words, j)
        if word is None:
            return False
        if word.text in (".", ";", ":", "·", "!"):
            return False
        if word.fold in _VERBAL or word.fold in ("εχει", "ειχε", "εχουν", "ειχαν"):
            continue
        if word.finite or word.fold in _CLAUSE_OPENERS or word.fold in ("οτι", "πωσ"):
            return False
    return True


def introduced(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """Ο Νίκος είπε ότι «...»; είπε: «...»; χαρακτήρισε τη συμφωνία «...»."""
    for hit in reversed(reading.hits):
        if hit.end > k or hit.form in ("prep", "kata"):
            continue
        if hit.form == "participle" and hit.kind in ("adjacent", "turn") and _finite_before(reading, hit):
            continue  # συμπληρώνει, γελώντας: «...»
        if _governs(reading, words, hit, k):
            return Link("introduced", hit)
    return None


def _at_length(reading: Reading, words: Sequence[Word], k: int) -> bool:
    """Whether the report goes on with this quotation: είπε ότι ... και «...»; είπε ότι ..., «...»."""
    last = _word(reading, words, k - 1)
    return last is not None and (last.text == "," or last.fold in ("και", "κι"))


def _has_agent(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    """αναγνωρίστηκε από την επιτροπή."""
    return any(
        start >= hit.end
        and words[reading.items[start]].fold in ("απο", "απ")
        and reading.clause_of[start] == reading.clause_of[hit.start]
        for start, _ in reading.objects
    )


def _finite_before(reading: Reading, hit: CueHit) -> bool:
    return any(other.end <= hit.start and other.form == "active" for other in reading.hits)


def _governs(reading: Reading, words: Sequence[Word], hit: CueHit, k: int) -> bool:
    """Whether the quotation at ``k`` stands in the scope of the cue before it."""
    verbs, words_between, commas, content, colon, breaks = 0, 0, 0, False, False, 0
    for j in range(hit.end, k):
        word = _word(reading, words, j)
        if word is None:
            continue
        words_between += word.is_word
        if word.finite and word.fold not in ("εχει", "εχουν", "ειχε", "ειχαν"):
            verbs += 1
        if not verbs and (word.fold in ("οτι", "πωσ") or (word.fold == "να" and words_between <= 6)):
            content = True
        if word.text == ":":
            colon = True
        if word.fold in _CLAUSE_OPENERS:
            breaks += 1
        commas += word.text == ","
        if word.text in (";", "·"):
            breaks += 1
    last = _word(reading, words, k - 1)
    beside = last is not None and (last.text == ":" or last.fold in ("οτι", "πωσ"))
    if hit.form == "passive" and hit.kind != "judge" and not beside and not _has_agent(reading, words, hit):
        return False  # θεωρείται δεδομένο ότι ... στα «λιοντάρια»: nobody is quoted
    if beside and hit.kind != "judge":
        # ... έγραψε στο Facebook, όπου ...: «...»: what follows a colon belongs to the nearest cue.
        return verbs <= 1 if hit.kind == "noun" else verbs <= 2 or content
    if colon and hit.kind != "judge":
        return True
    if hit.kind == "turn":
        return False
    if hit.kind == "noun":
        # η κριτική του Παππά ότι ... «...»; με τη φράση «...»; not: στις αναρτήσεις, που «ζύμωναν» ...
        return (content and verbs <= 1 and words_between <= 14) or (
            verbs + commas + breaks == 0 and words_between <= 3
        )
    if hit.kind == "judge":
        return verbs == 0 and breaks == 0
    if hit.kind == "adjacent":
        return (verbs == 0 and breaks == 0 and words_between <= 14) or (content and verbs == 0)
    if hit.kind == "urge":
        return (verbs <= 1 and breaks == 0) or (content and verbs <= 3 and breaks <= 1)
    if content:
        return breaks == 0 or verbs <= (5 if _at_length(reading, words, k) else 3)
    return verbs == 0 or (verbs <= 1 and breaks == 0)


def trailing(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """Οι κυρώσεις έχουν «πλήξει» την οικονομία, δηλώνει ο υπουργός; ... «...», όπως είπε ο Νίκος."""
    for hit in reading.hits:
        if hit.start <= k or hit.form != "active" or hit.kind not in ("say", "adjacent"):
            continue
        j = hit.start - 1
        through = False
        while (word := _word(reading, words, j)) is not None and (
            word.fold in _VERBAL or word.pos in ("ADV", "AUX")
        ):
            through = through or word.fold in ("οπωσ", "καθωσ")
            j -= 1
        comma = _word(reading, words, j)
        if j > k and comma is not None and comma.text in _ASIDE and (hit.kind == "say" or through):
            return Link("trailing", hit, inverted=True)
    return None


def according(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """Σύμφωνα με τον Νίκο, η λέξη «δεν χαράχτηκε τυχαία»; η Ουάσιγκτον, κατά τον Νίκο, δεν ..."""
    for hit in sorted(reading.hits, key=lambda hit: abs(hit.start - k)):
        if hit.form == "prep":
            return Link("according", hit)
        if hit.form == "kata":
            for start, phrase in reading.objects:
                if start == hit.start and phrase.name is not None:
                    at = words[reading.items[phrase.name[0]]]
                    if at.mention >= 0:
                        return Link("according", hit)
    return None


def headline(reading: Reading, words: Sequence[Word], k: int, first: bool) -> Link | None:
    """Γαβρίλης: «...»; Βούτσης σε Μοσκοβισί: «...»; Πούτιν: Το «ευχαριστώ» στον Κιμ."""
    colon = -1
    for j in range(k):
        word = _word(reading, words, j)
        if word is None:
            return None
        if word.text == ":":
            colon = j
            break
        if word.finite or word.text in (".", ";"):
            return None
    if colon < 0 or colon > 12 or not first:
        return None
    for phrase in reading.phrases:
        if phrase.start >= colon:
            break
        if phrase.case in ("Gen", "Acc") and words[reading.items[phrase.start]].article is not None:
            continue
        if phrase.name is not None and phrase.start <= 2:
            return Link("headline", None, at=phrase.name[0])
        if phrase.start == 0 and colon - k == -1 and phrase.core[1] == colon:
            return Link("headline", None, at=phrase.head)
    # Μέτσολα: «...»: one capitalized word that the pipeline did not know as a name.
    opener = _word(reading, words, 0)
    if colon == 1 == k - 1 and opener is not None and opener.text[:1].isupper() and opener.article is None:
        return Link("headline", None, at=0)
    return None


def signature(reading: Reading, words: Sequence[Word], k: int) -> Link | None:
    """«...» — Νίκος Παππάς, at the end of its sentence."""
    dash = _word(reading, words, k + 1)
    if dash is None or dash.text not in ("—", "–", "―", "-", "("):
        return None
    for phrase in reading.phrases:
        if phrase.start == k + 2 and phrase.name is not None and phrase.case in ("Nom", ""):
            rest = [
                j
                for j in range(phrase.end, len(reading.items))
                if (w := _word(reading, words, j)) and w.finite
            ]
            return None if rest else Link("signature", None, at=phrase.name[0])
    return None
