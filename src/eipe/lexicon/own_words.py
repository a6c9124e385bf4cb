"""Words of a user's own, in one file: a row as in the package's tables, with what it is in front of its cells.

    cue	βροντοφωνάζω
    person	Κυριάκος Μητσοτάκης	Κούλης

A row may leave out the cells at its end. Rows and cells are those of the package's tables where it has one, so that
a row which proves itself can go there; names with second names are only a user's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Final
from unicodedata import normalize

from eipe.lexicon.schema import SCHEMA, Table
from eipe.lexicon.table import rows

__all__ = ["KINDS", "NO_WORDS", "OwnWords", "Row", "parse", "read_file"]

_MOST = 10  # problems told at once
_GENDERS = frozenset(("", "f", "m"))
#: What a row may be, and its cells.
KINDS: Final[dict[str, Table]] = {
    "cue": SCHEMA["cue_verbs"],
    "cue_noun": SCHEMA["cue_nouns"],
    "cue_phrase": SCHEMA["cue_phrases"],
    "demonym": SCHEMA["demonyms"],
    "organization": Table(("name", "also"), ("name",)),
    "person": Table(("name", "also", "gender"), ("name",), {"gender": _GENDERS}),
    "place": Table(("name", "also", "kind"), ("name",), {"kind": frozenset(("fac", "gpe", "loc"))}),
    "title": SCHEMA["roles"],
}
#: The kinds whose rows are names; no two of them may have one name.
_NAMES: Final = ("organization", "person", "place")
#: What an empty cell stands for.
_DEFAULTS: Final = {
    ("cue", "class"): "say",
    ("cue_phrase", "class"): "say",
    ("place", "kind"): "gpe",
    ("title", "sort"): "office",
}
#: The cells, beside the first, that may not be empty.
_NEEDED: Final = {"cue_noun": ("forms",), "cue_phrase": ("first", "rest"), "demonym": ("woman",)}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a user's.

    Attributes:
        kind: One of ``KINDS``.
        cells: As many as the kind has.
        place: Where it stands: "my.tsv:3".
    """

    kind: str
    cells: tuple[str, ...]
    place: str

    def __getitem__(self, column: str) -> str:
        return self.cells[KINDS[self.kind].columns.index(column)]

    def listed(self, column: str) -> tuple[str, ...]:
        """The forms or names in a cell, which commas part."""
        return tuple(filter(None, map(str.strip, self[column].split(","))))

    def names(self) -> tuple[str, ...]:
        """A name, and its second names."""
        return (self["name"], *self.listed("also"))


@dataclass(frozen=True, slots=True)
class OwnWords:
    """All rows of a user's, in order."""

    rows: tuple[Row, ...] = ()

    def of(self, kind: str) -> Iterator[Row]:
        """The rows of a kind."""
        return (row for row in self.rows if row.kind == kind)

    def records(self, kind: str) -> tuple[dict[str, str], ...]:
        """The rows of a kind by its columns, as ``eipe.lexicon.table.records`` has those of the package."""
        return tuple(dict(zip(KINDS[kind].columns, row.cells, strict=True)) for row in self.of(kind))

    def lines(self) -> list[str]:
        """What ``parse`` makes the same rows of."""
        return ["\t".join((row.kind, *row.cells)).rstrip("\t") for row in self.rows]


NO_WORDS: Final = OwnWords()


def read_file(path: Path) -> OwnWords:
    """The words in a file.

    Raises:
        FileNotFoundError: If there is none.
        ValueError: If it is not UTF-8, or a row is not as it should be; all such rows are named, with their lines.
    """
    try:
        text = normalize("NFC", path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise FileNotFoundError(f"there is no file {str(path)!r} with words") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ValueError(f"{path}:{line}: not UTF-8; save the file as UTF-8 text with tabs") from None
    return parse(text.splitlines(), [f"{path}:{line}" for line in range(1, len(text.splitlines()) + 1)])


def parse(lines: Iterable[str], places: Sequence[str] = ()) -> OwnWords:
    """The words that ``lines`` hold.

    Args:
        lines: A row each, with tabs between the cells; comments (``# ...``) and empty lines are passed over.
        places: Where each stands, for messages.

    Raises:
        ValueError: If a row is not as it should be; all such rows are named.
    """
    found: list[Row] = []
    problems: list[str] = []
    seen: dict[tuple[str, ...], str] = {}
    for number, line in enumerate(lines):
        if not line.strip() or line.startswith("#"):
            continue
        place = places[number] if places else f"words[{number}]"
        kind, *cells = (" ".join(cell.split()) for cell in line.split("\t"))
        told = list(_problems(kind, cells, line))
        if not told:
            row = Row(kind, _whole(kind, cells), place)
            for key in _keys(row):
                before = seen.setdefault(key, place)
                if before != place:
                    told.append(f"{kind} {key[-1]!r} stands in {before} already")
            found.append(row)
        problems += [f"{place}: {problem}" for problem in told]
    if problems:
        more = len(problems) - _MOST
        raise ValueError("\n".join((*problems[:_MOST], *([f"... and {more} more"] if more > 0 else []))))
    return OwnWords(tuple(found))


def _problems(kind: str, cells: list[str], line: str) -> Iterator[str]:
    if kind not in KINDS:
        if "\t" not in line:
            yield f"no tab in {line.strip()!r:.60}; a row is a kind, a tab and its cells, such as 'cue', tab, a verb"
            return
        close = get_close_matches(kind, KINDS, 1)
        hint = f"; {close[0]!r}, perhaps" if close else ""
        yield f"a row begins with {', '.join(KINDS)}, not with {kind!r}{hint}"
        return
    columns = KINDS[kind].columns
    if len(cells) > len(columns):
        yield f"{len(cells)} cells behind {kind!r}, which has {len(columns)}: {', '.join(columns)}"
        return
    row = dict(zip(columns, _whole(kind, cells), strict=True))
    for column in (columns[0], *_NEEDED.get(kind, ())):
        if not row[column]:
            yield f"{kind} without its cell {column!r}; the cells are {', '.join(columns)}"
    for column, legal in KINDS[kind].legal.items():
        if row[column] not in legal:
            yield f"{column} is {row[column]!r}, not one of {', '.join(sorted(filter(None, legal)))}"
    if kind == "title" and row["class"] and row["class"] not in _classes():
        close = get_close_matches(row["class"], _classes(), 3)
        hint = f"; {' or '.join(map(repr, close))}, perhaps" if close else ""
        yield f"class is {row['class']!r}, which no title of eipe has{hint}; leave it empty for a class of its own"


def _whole(kind: str, cells: Sequence[str]) -> tuple[str, ...]:
    """The cells with those that were left out."""
    columns = KINDS[kind].columns
    full = (*cells, *[""] * (len(columns) - len(cells)))
    return tuple(cell or _DEFAULTS.get((kind, column), "") for column, cell in zip(columns, full, strict=True))


def _keys(row: Row) -> Iterator[tuple[str, ...]]:
    """What no second row may have: the same verb; a name of somebody else."""
    if row.kind in _NAMES:
        yield from dict.fromkeys(("name", name) for name in row.names())
    else:
        yield row.kind, row.cells[0]


@cache
def _classes() -> frozenset[str]:
    return frozenset(kind for _, _, kind, _ in rows("roles"))
