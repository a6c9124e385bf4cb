"""A text of our own, annotated, and answers to it that are right and wrong in known ways."""

from __future__ import annotations

import copy
from typing import Any

TEXT = (
    "«Το λιμάνι κλείνει αύριο», δήλωσε ο Νίκος Παππάς. Η υπουργός Άννα Μελά έκανε λόγο για «πανικό». "
    "«Δεν φεύγει κανείς», πρόσθεσε. Στο «Κύμα» της Σύρου δεν άκουσαν."
)


def at(words: str, after: str = "") -> list[int]:
    """The offsets of words in the text, behind others."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return [start, start + len(words)]


def quote(words: str, kind: str, cue: str | None, speaker: str | None, name: str | None) -> dict[str, Any]:
    start, end = at(words)
    places = {"cue": cue and at(cue), "speaker": speaker and at(speaker)}
    return {"start": start, "end": end, "kind": kind, **places, "speaker_name": name}


GOLD: dict[str, Any] = {
    "id": "a-1",
    "source": "Κύκλοι",
    "text": TEXT,
    "quotes": [
        quote("Το λιμάνι κλείνει αύριο", "speech", "δήλωσε", "Νίκος Παππάς", "Νίκος Παππάς"),
        quote("πανικό", "fragment", "έκανε λόγο", "Άννα Μελά", "Άννα Μελά"),
        quote("Δεν φεύγει κανείς", "speech", "πρόσθεσε", None, "Άννα Μελά"),
        quote("Κύμα", "other", None, None, None),
    ],
    "people": [
        {"name": "Νίκος Παππάς", "gender": "m", "names": [at("Νίκος Παππάς")], "nominals": []},
        {"name": "Άννα Μελά", "gender": "f", "names": [at("Άννα Μελά")], "nominals": [at("υπουργός")]},
    ],
    "places": [{"name": "Σύρος", "names": [at("Σύρου")]}],
}


def gold(**changes: Any) -> dict[str, Any]:
    """A copy of the gold record, with fields of another value."""
    return copy.deepcopy(GOLD) | changes


def answer(*quotes: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """What somebody else found in the text."""
    return {"id": "a-1", "text": TEXT, "quotes": list(quotes), "people": [], "places": [], **changes}
