"""An extraction for a terminal: the article with its names and quotations, and who said what.

With ``color=False`` the same text comes without escape codes, for files and pipes. Control characters of the
article never reach the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from eipe.display.html import facts, shorten
from eipe.display.layers import Node, paragraphs, quoted
from eipe.display.wording import Language, said
from eipe.records import Entity, Findings, Quote

__all__ = ["columns", "fit", "safe", "show"]

# Of the 16 colors that every terminal has and every theme keeps legible on its background.
_STYLES = {
    "person": "34;1",
    "place": "32",
    "organization": "33",
    "source": "35",
    "quote": "3",
    "cue": "4",
    "term": "2",
    "label": "7",
    "heading": "1",
    "soft": "2",
}
# Control characters, and those that turn the direction of writing.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_Run = tuple[str, tuple[str, ...]]


def safe(text: str) -> str:
    """``text`` without anything that moves the cursor or changes the terminal's state."""
    return _UNFIT.sub("\ufffd", text.replace("\t", " "))


def columns(text: str) -> int:
    """How many columns of the terminal ``text`` takes."""
    return sum(0 if _nothing(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _nothing(char: str) -> bool:
    return char in "\u200b\u200d\ufe0f" or unicodedata.combining(char) > 0


def fit(text: str, width: int) -> str:
    """``text``, cut to ``width`` columns."""
    if columns(text) <= width:
        return text
    while text and columns(text) > width - 1:
        text = text[:-1]
    return text + "…"


def show(extraction: Findings, *, width: int = 80, color: bool = False, language: Language = "en") -> str:
    """The article, who is in it, and who said what, in lines of at most ``width`` columns.

    ``language`` is that of the headings.
    """
    paint = _Paint(color)
    lines: list[str] = []
    for line in paragraphs(extraction):
        around = () if line.zone == "text" else ("soft",)
        runs = [run for child in line.children for run in _runs(child, extraction.text, around)]
        if "".join(text for text, _ in runs).strip():
            lines += [*_wrap(runs, width, paint), ""]
    for title, entities in (
        ("People", extraction.people),
        ("Places", extraction.places),
        ("Organizations", extraction.organizations),
        ("Sources", extraction.sources),
    ):
        if entities:
            lines += [paint(said(title, language), ("heading",)), *_list(entities, width, paint, language), ""]
    lines.append(paint(said("Who said what", language), ("heading",)))
    nobody = f"  {said('Nobody is quoted in this text.', language)}"
    lines += _quotes(extraction, width, paint, language) if extraction.quotes else [nobody]
    return "\n".join(lines) + "\n"


class _Paint:
    def __init__(self, color: bool) -> None:
        self.color = color

    def __call__(self, text: str, styles: tuple[str, ...]) -> str:
        codes = ";".join(_STYLES[name] for name in dict.fromkeys(styles))
        return f"\x1b[{codes}m{text}\x1b[0m" if self.color and codes and text else text


def _runs(node: Node, text: str, styles: tuple[str, ...]) -> Iterator[_Run]:
    if node.kind == "text":
        yield safe(text[node.start : node.end]), styles
    elif node.kind == "label":
        speaker = quoted(node).speaker
        name = safe(speaker.name) if speaker else "?"
        # A label stays on one line: its blanks are no places to break.
        yield " ", ()
        yield f"[{name}]".replace(" ", "\u00a0"), (speaker.type if speaker else "soft",)
    else:
        name = node.entity.type if node.kind == "mention" and node.entity else node.kind
        for child in node.children:
            yield from _runs(child, text, (*styles, name))


def _wrap(runs: list[_Run], width: int, paint: _Paint, indent: str = "") -> Iterator[str]:
    """The runs broken into lines at blanks; a word longer than a line is cut."""
    line: list[_Run] = []
    used = len(indent)
    for word in _words(runs):
        size = sum(columns(text) for text, _ in word)
        if line and used + 1 + size > width:
            yield _line(indent, line, paint)
            line, used = [], len(indent)
        if line:
            # Between two words of one style the blank has it too, so that underlining does not break.
            line.append((" ", line[-1][1] if line[-1][1] == word[0][1] else ()))
            used += 1
        for text, styles in word:
            while used + columns(text) > width:
                room = max(1, width - used)
                line.append((text[:room], styles))
                text = text[room:]
                yield _line(indent, line, paint)
                line, used = [], len(indent)
            line.append((text, styles))
            used += columns(text)
    if line:
        yield _line(indent, line, paint)


def _line(indent: str, line: list[_Run], paint: _Paint) -> str:
    merged = groupby(line, key=lambda run: run[1])
    texts = ((styles, "".join(text for text, _ in runs)) for styles, runs in merged)
    return indent + "".join(paint(text.replace("\u00a0", " "), styles) for styles, text in texts)


def _words(runs: list[_Run]) -> Iterator[list[_Run]]:
    word: list[_Run] = []
    for text, styles in runs:
        for number, part in enumerate(re.split("[ ]+", text)):
            if number and word:
                yield word
                word = []
            if part:
                word.append((part, styles))
    if word:
        yield word


def _list(entities: tuple[Entity, ...], width: int, paint: _Paint, language: Language) -> Iterator[str]:
    for entity in entities:
        runs: list[_Run] = [
            (safe(entity.name), (entity.type,)),
            (" ", ()),
            (safe(", ".join(facts(entity, language))), ("soft",)),
        ]
        yield from _wrap(runs, width, paint, "  ")


def _quotes(extraction: Findings, width: int, paint: _Paint, language: Language) -> Iterator[str]:
    speakers: dict[Entity | None, list[Quote]] = {}
    for quote in extraction.quotes:
        speakers.setdefault(quote.speaker, []).append(quote)
    for speaker, quotes in speakers.items():
        name = safe(speaker.name) if speaker else f"({said('the text does not tell', language)})"
        yield "  " + paint(fit(name, width - 2), (speaker.type if speaker else "soft",))
        for quote in quotes:
            cue = [(" ", ()), (safe(f"({quote.cue.text})"), ("soft",))] if quote.cue else []
            runs: list[_Run] = [(f"«{safe(shorten(quote.text))}»", ("quote",)), *cue]
            yield from _wrap(runs, width, paint, "    ")
