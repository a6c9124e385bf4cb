"""Reported speech without marks: είπε ότι έρχεται, ζήτησε να φύγουν.

The span is the reported clause, its conjunction left out: from behind ότι or πως to the end of the clause; a
να-clause keeps its να, since it is part of the verb. What is asked, denied or merely possible is not reported:
«αν είπε ότι», «δεν είπε ότι», «θα μπορούσε να πει ότι», «λέγεται ότι», «μπορεί κανείς να πει ότι».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eipe.lexicon.table import affixes, words_of
from eipe.quotes.clauses import Reading
from eipe.quotes.cues import WANTED, CueHit
from eipe.quotes.words import Word

__all__ = ["reported"]

_BREAKS_BEFORE_CLAUSE = words_of("breaks_before_clause")
_JOINS_CLAUSES = words_of("joins_clauses")

_ASKED = words_of("asked")
_POSSIBLE = affixes("possible")


def reported(reading: Reading, words: Sequence[Word]) -> Iterator[tuple[CueHit, int, int]]:
    """The reported clauses of one sentence.

    Yields:
        (cue, start, end): the cue, and the clause's positions among the items, half-open.
    """
    items = reading.items
    if any(item >= 0 and words[item].text == ";" for item in items[-1:]):
        return  # a question of the writer's
    for hit in reading.hits:
        if hit.form not in ("active", "participle") or hit.kind == "judge" or _unreal(reading, words, hit):
            continue
        start = _clause_start(reading, words, hit)
        if start is None:
            continue
        end = _clause_end(reading, words, start)
        if any(item < 0 for item in items[start:end]) and _mostly_quoted(items[start:end]):
            continue
        if end - start >= 2 or (end > start and items[start] >= 0 and words[items[start]].finite):
            yield hit, start, end


def _mostly_quoted(items: Sequence[int]) -> bool:
    """είπε ότι «...»: the marks say it already."""
    return sum(item >= 0 for item in items) <= 2


def _unreal(reading: Reading, words: Sequence[Word], hit: CueHit) -> bool:
    for k in range(hit.start - 1, max(-1, hit.start - 6), -1):
        item = reading.items[k]
        if item < 0:
            return False
        word = words[item]
        if word.text in (",", ":", ";", "."):
            return False
        if word.fold in _ASKED or word.fold.startswith(_POSSIBLE):
            return True
    return False


def _clause_start(reading: Reading, words: Sequence[Word], hit: CueHit) -> int | None:
    """Behind ότι, or at να, that the cue governs."""
    others = {other.start for other in reading.hits}
    for k in range(hit.end, min(hit.end + 14, len(reading.items))):
        item = reading.items[k]
        if item < 0 or k in others or words[item].fold in _ASKED:
            return None  # μίλησε, λέγοντας ότι: the nearer cue's; έλεγε κανείς ότι: nobody's
        word = words[item]
        if word.fold == "οτι" or (word.fold == "πωσ" and word.text.lower() != "πώς"):
            return k + 1 if k + 1 < len(reading.items) else None  # a text may be cut behind ότι
        if word.fold == "να":
            return k if hit.lemma in WANTED else None
        if word.text in (";", ".", ":", "·") or word.finite or word.fold in _BREAKS_BEFORE_CLAUSE:
            return None
    return None


def _clause_end(reading: Reading, words: Sequence[Word], start: int) -> int:
    """Before the next reporting verb's clause, ενώ, or the full stop."""
    items = reading.items
    own = reading.clause_of[start]
    end = len(items)
    for k in range(start, len(items)):
        if items[k] < 0:
            continue
        word = words[items[k]]
        if word.text in (".", ";", "·") and k > start:
            end = k
            break
        opener = reading.clauses[reading.clause_of[k]]
        if k > start and opener.kind == "parallel" and opener.opener == k and not _inside(reading, k, own):
            end = k
            break
        if k > start + 1 and reading.clause_of[k] != own and not _inside(reading, k, own):
            end = k
            break
    while (
        end > start
        and items[end - 1] >= 0
        and (not words[items[end - 1]].is_word or words[items[end - 1]].fold in _JOINS_CLAUSES)
    ):
        end -= 1
    return end


def _inside(reading: Reading, k: int, clause: int) -> bool:
    at = reading.clause_of[k]
    while at >= 0:
        if at == clause:
            return True
        at = reading.clauses[at].parent
    return False
