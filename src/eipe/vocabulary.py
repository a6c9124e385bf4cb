"""Words of a user's own, as callers give them: read, checked, and each verb with the forms that could be made."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias
from unicodedata import normalize

from eipe.arguments import is_first_person
from eipe.doubts import doubt_words
from eipe.lexicon.own_words import NO_WORDS, OwnWords, Row, parse, read_file

__all__ = ["NONE", "Words", "check_words"]

#: How words of one's own are given: a file, its lines, or nothing.
Words: TypeAlias = "str | os.PathLike[str] | Iterable[str] | OwnWords | None"
#: In the cell of a verb's aorist: it has none, or none that is known.
NONE = "-"
#: Cells of a verb that the others make it up from, in the order of ``Verb``.
_PARTS = ("aorist", "subjunctive", "imperfect", "passive")


def check_words(words: object) -> OwnWords:
    """``words`` with every verb as whole as it can be made.

    Args:
        words: The name of a file, the rows themselves as strings, or nothing.

    Raises:
        TypeError: If it is none of these.
        FileNotFoundError: If there is no such file.
        ValueError: If a row is not as it should be; it names each with its file and line.

    Warns:
        EipeWarning: Of a verb whose aorist cannot be made.
    """
    if words is None or words == "":
        return NO_WORDS
    if isinstance(words, OwnWords):
        found = words
    elif isinstance(words, str | os.PathLike):
        found = read_file(Path(words))
    else:
        found = parse(_lines(words))
    problems = [
        f"{row.place}: {row['lemma']!r} is no Greek verb in the first person singular of the present, "
        "which ends in -ω, -ώ or -μαι"
        for row in found.of("cue")
        if not is_first_person(row["lemma"])
    ]
    if problems:
        raise ValueError("\n".join(problems))
    return OwnWords(tuple(_completed(row) if row.kind == "cue" else row for row in found.rows))


def _lines(words: object) -> Iterator[str]:
    if isinstance(words, bytes | bytearray | Mapping) or not isinstance(words, Iterable):
        raise TypeError(f"words are the name of a file, or its lines as strings, not {type(words).__name__}")
    for number, line in enumerate(words):
        if not isinstance(line, str):
            raise TypeError(f"words[{number}] is {type(line).__name__}, not a line as a str")
        yield normalize("NFC", line)


def _completed(row: Row) -> Row:
    """The verb with its principal parts; what its row says goes before what is made."""
    if row["aorist"]:
        return row
    from eipe.greek.principal_parts import principal_parts  # which reads tables

    lemma = row["lemma"]
    made = principal_parts(lemma)
    if not made.aorist:
        doubt_words(
            f"{row.place}: no rule makes the aorist of {lemma}, so that only its present is a cue; write the third "
            f"person in the next cell (as γράφω has έγραψε), or {NONE} if the verb has none"
        )
    parts = {part: row[part] or getattr(made, part) for part in _PARTS} | {"aorist": made.aorist or NONE}
    return replace(row, cells=(lemma, *parts.values(), *row.cells[1 + len(_PARTS) :]))
