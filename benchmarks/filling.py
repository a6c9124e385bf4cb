"""Writes figures into documents, between marks that a reader of the page does not see.

    The model takes <!-- results: counts.megabytes -->32<!-- /results --> MB.

    <!-- results: how-sure -->
    | how sure | right |
    ...
    <!-- /results -->

Between the first two stands one figure; a format may stand behind its name (`counts.megabytes:.1f`). Between the second
two stands the text of `benchmarks/tables/how-sure.txt`, with each `{name}` or `{name:format}` in it replaced, and so a
table is edited there. A line of such a text that begins with `? ` is left out as long as a figure of it has not been
measured. Formats are those of Python, and `interval` (0.759 to 0.805), `both` (the figure, its interval in brackets),
`both.2` (the same with two digits), `command`, `commit`, `data`, `date` and `note`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.results import Entry

TABLES = Path(__file__).parent / "tables"
MARKED = re.compile(r"<!-- results: (\S+) -->(.*?)<!-- /results -->", re.DOTALL)
_PLACE = re.compile(r"\{([a-z][\w.-]*(?::[^}\s]+)?)\}")
_SPANNED = re.compile(r"(interval|both)(\.\d)?")
_TEXTS = ("command", "commit", "data", "date", "note")
#: What no figure of ours is: code, links and file names.
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`|\]\([^)\n]*\)", re.MULTILINE | re.DOTALL)
_LOOSE = re.compile(r"(?<![\w.,])(?:[01]?\.\d{2,4}|\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? (?:s|MB|ms|%))(?![\w-])")


class UnmeasuredError(ValueError):
    """A document wants a figure that is not in the file."""


def documents(root: Path) -> Iterator[Path]:
    """The documents that have figures."""
    yield from (root / "README.md", root / "README.el.md")
    yield from sorted((root / "docs").rglob("*.md"))
    yield from (root / "benchmarks/gold/README.md", root / "benchmarks/gold/quotations/README.md")


def filled(text: str, entries: Mapping[str, Entry], page: str) -> str:
    """The document with its figures as they are now.

    Args:
        text: The document.
        entries: The figures by their names.
        page: Its file name: a page in Greek (README.el.md) has a comma where English has a point.

    Raises:
        UnmeasuredError: If it wants a figure that there is not.
        ValueError: If a mark is not closed, or a format does not fit its figure.
    """
    greek = page.endswith(".el.md")
    whole = MARKED.sub("", text)
    if "<!-- results:" in whole or "<!-- /results" in whole:
        raise ValueError(f"{page}: a mark is opened and not closed, or the other way round")

    def put(match: re.Match[str]) -> str:
        name = match[1]
        template = TABLES / f"{name}.txt"
        try:
            if template.is_file():
                inside = f"\n{_table(template.read_text(encoding='utf8'), entries, greek)}"
            else:
                inside = shown(name, entries, greek)
        except UnmeasuredError as error:
            raise UnmeasuredError(f"{page} wants {error}: measure it, or correct the name") from None
        return f"<!-- results: {name} -->{inside}<!-- /results -->"

    return MARKED.sub(put, text)


def _table(template: str, entries: Mapping[str, Entry], greek: bool) -> str:
    lines = []
    for line in template.splitlines():
        wanted = line.removeprefix("? ")
        try:
            lines.append(_PLACE.sub(lambda match: shown(match[1], entries, greek), wanted))
        except UnmeasuredError:
            if wanted == line:
                raise
    return "".join(f"{line}\n" for line in lines)


def shown(place: str, entries: Mapping[str, Entry], greek: bool = False) -> str:
    """What stands for ``name`` or ``name:format``."""
    name, _, form = place.partition(":")
    if name not in entries:
        raise UnmeasuredError(name)
    entry = entries[name]
    if form in _TEXTS:
        return str(getattr(entry, form))
    if spanned := _SPANNED.fullmatch(form):
        digits = f"{spanned[2]}f" if spanned[2] else ""
        ends = f" {'έως' if greek else 'to'} ".join(_number(end, digits, greek) for end in entry.interval or ())
        if spanned[1] == "both":
            return _number(entry.figure, digits, greek) + (f" ({ends})" if ends else "")
        if not ends:
            raise UnmeasuredError(f"the interval of {name}")
        return ends
    return _number(entry.figure, form, greek)


def _number(figure: float | int | str, form: str, greek: bool) -> str:
    """A share has three digits, a count a comma at the thousand, unless the format says otherwise."""
    text = figure if isinstance(figure, str) else format(figure, form or (".3f" if isinstance(figure, float) else ","))
    return text.translate(str.maketrans(",.", ".,")) if greek and not isinstance(figure, str) else text


def loose(text: str) -> list[str]:
    """The figures of a document that stand in it by hand, between no marks: shares, thousands, seconds, megabytes."""
    return _LOOSE.findall(_CODE.sub(" ", MARKED.sub(" ", text)))
