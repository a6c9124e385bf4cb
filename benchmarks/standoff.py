"""Annotations without their text: lines by their hashes, offsets that do not count white space.

Corpora spread in copies that differ in blanks between tokens. So white space counts nowhere: not in the hash of a
line, and not in offsets, which say how many other characters stand before. What is annotated holds on every copy.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

__all__ = ["Missing", "digest", "key", "rebuild", "take_off"]


class Missing(Exception):
    """Lines of a record that no file has."""


def key(line: str) -> str:
    """What a line is known by: 16 hexadecimal digits of the SHA-256 of its characters without white space, in NFC."""
    return digest("".join(line.split()))


def digest(text: str) -> str:
    """16 hexadecimal digits of the SHA-256 of a text in NFC."""
    return sha256(unicodedata.normalize("NFC", text).encode("utf8")).hexdigest()[:16]


def take_off(record: Mapping[str, Any], lines: Mapping[str, str]) -> dict[str, Any]:
    """A complete record without its text.

    Args:
        record: A gold record with text and quotes.
        lines: The lines of the corpora by their keys.

    Raises:
        Missing: If the text does not consist of such lines.
    """
    text = record["text"]
    before = [0]
    for char in text:
        before.append(before[-1] + (not char.isspace()))
    return {
        **{name: value for name, value in record.items() if name not in ("text", "quotes")},
        "lines": [_keys(paragraph, lines) for paragraph in text.split("\n")],
        "digest": digest(text),
        "quotes": [_moved(quote, lambda start, end: (before[start], before[end])) for quote in record["quotes"]],
    }


def rebuild(record: Mapping[str, Any], lines: Mapping[str, str]) -> dict[str, Any]:
    """The inverse of ``take_off``.

    Raises:
        Missing: If a line is not among ``lines``.
    """
    wanted = [name for paragraph in record["lines"] for name in paragraph]
    missing = [name for name in wanted if name not in lines]
    if missing:
        raise Missing(f"{len(missing)} of {len(wanted)} lines are missing")
    text = "\n".join(" ".join(lines[name] for name in paragraph) for paragraph in record["lines"])
    places = [at for at, char in enumerate(text) if not char.isspace()]
    quotes = [_moved(quote, lambda start, end: (places[start], places[end - 1] + 1)) for quote in record["quotes"]]
    return {
        **{name: value for name, value in record.items() if name not in ("lines", "digest", "quotes")},
        "text": text,
        "quotes": quotes,
    }


def _keys(paragraph: str, lines: Mapping[str, str]) -> list[str]:
    """The lines that a paragraph was put together from, with a blank between each two; the longest first."""
    words, found = paragraph.split(" "), []
    while words:
        size = next((n for n in range(len(words), 0, -1) if key(" ".join(words[:n])) in lines), 0)
        if not size:
            raise Missing(f"no line of the corpora begins like {' '.join(words)!r:.60}")
        found.append(key(" ".join(words[:size])))
        words = words[size:]
    return found


def _moved(quote: Mapping[str, Any], move: Any) -> dict[str, Any]:
    start, end = move(quote["start"], quote["end"])
    spans = {name: quote[name] and list(move(*quote[name])) for name in ("cue", "speaker")}
    return {**quote, "start": start, "end": end, **spans}
