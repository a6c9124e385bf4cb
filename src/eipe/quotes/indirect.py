"""Reported speech without marks: είπε ότι έρχεται, ζήτησε να φύγουν.

The span is the reported clause, its conjunction left out: from behind ότι or πως to the end of the clause; a
να-clause keeps its να, since it is part of the verb. What is asked, denied or merely possible is not reported:
«αν είπε ότι», «δεν είπε ότι», «θα μπορούσε να πει ότι», «λέγεται ότι», «μπορεί κανείς να πει ότι».
"""

from __future__ import annotations

from collections.abc import Iterator

from eipe.lexicon.table import affixes, words_of
from eipe.quotes.clauses import Reading, holders
from eipe.quotes.cues import WANTED, CueHit

__all__ = ["reported"]

_BREAKS_BEFORE_CLAUSE, _JOINS_CLAUSES = words_of("breaks_before_clause"), words_of("joins_clauses")
_ASKED, _POSSIBLE = words_of("asked"), affixes("possible")


def reported(reading: Reading) -> Iterator[tuple[CueHit, int, int]]:
    """The reported clauses of one sentence.

    Yields:
        (cue, start, end): the cue, and the clause's positions among the items, half-open.
    """
    if reading.text(len(reading.items) - 1) == ";":
        return  # a question of the writer's
    for hit in reading.hits:
        if hit.form not in ("active", "participle") or hit.kind == "judge" or _unreal(reading, hit):
            continue
        start = _clause_start(reading, hit)
        if start is None:
            continue
        end = _clause_end(reading, start)
        own = [word for word in reading.between(start, end) if word is not None]
        if len(own) < end - start and len(own) <= 2:
            continue  # είπε ότι «...»: the marks say it already
        if end - start >= 2 or (end > start and reading.finite(start)):
            yield hit, start, end


def _unreal(reading: Reading, hit: CueHit) -> bool:
    """Whether it is asked or merely possible: αν έλεγε ότι, θα μπορούσε να πει ότι."""
    for k in range(hit.start - 1, max(-1, hit.start - 6), -1):
        word = reading.at(k)
        if word is None or word.text in (",", ":", ";", "."):
            return False
        if word.fold in _ASKED or word.fold.startswith(_POSSIBLE):
            return True
    return False


def _clause_start(reading: Reading, hit: CueHit) -> int | None:
    """Behind ότι, or at να, that the cue governs."""
    others = {other.start for other in reading.hits}
    for k in range(hit.end, min(hit.end + 14, len(reading.items))):
        word = reading.at(k)
        if word is None or k in others or word.fold in _ASKED:
            return None  # μίλησε, λέγοντας ότι: the nearer cue's; έλεγε κανείς ότι: nobody's
        if word.fold == "οτι" or (word.fold == "πωσ" and word.text.lower() != "πώς"):
            return k + 1 if k + 1 < len(reading.items) else None  # a text may be cut behind ότι
        if word.fold == "να":
            return k if hit.lemma in WANTED else None
        if word.text in (";", ".", ":", "·") or word.finite or word.fold in _BREAKS_BEFORE_CLAUSE:
            return None
    return None


def _clause_end(reading: Reading, start: int) -> int:
    """Before the next reporting verb's clause, ενώ, or the full stop."""
    own = reading.clause_of[start]
    end = start + 1
    while end < len(reading.items):
        word, clause = reading.at(end), reading.clause(end)
        parallel = clause.kind == "parallel" and clause.opener == end
        over = (parallel or end > start + 1) and own not in holders(reading.clauses, reading.clause_of[end])
        if word is not None and (word.text in (".", ";", "·") or over):
            break
        end += 1
    while end > start and (last := reading.at(end - 1)) and (not last.is_word or last.fold in _JOINS_CLAUSES):
        end -= 1
    return end
