"""Patterns of lines that are no running text: the table of zones, its patterns made of those of the zone parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from eipe.article.lines import Line
from eipe.lexicon.table import records

__all__ = ["Forms", "expand", "forms"]

_PART = re.compile(r"\{([a-z]+)\}")
# 👉 Διαβάστε επίσης, 🔊 Ακούστε το άρθρο, Περισσότερα →: pictures and arrows beside the words.
_DECORATION = re.compile(r"^(?:[^\w\s\x00-\x7f«“”‘’©•●▪■◦‣–—§°№][\s\ufe0f]*)+|\s+[→»›►▶➤⟶]+$")
# What may stand between the pieces of a dateline: 12.10.2025 | 21:47, Πέμ, 6 Νοε - 23:31, (ενημέρωση 10:26).
_BETWEEN = r"[\s|,•·/()–—-]*"


@dataclass(frozen=True, slots=True)
class Forms:
    """The table's patterns, each of which matches a whole line without accents.

    Attributes:
        anywhere: Zones with the patterns that tell them wherever they stand.
        head: Zones with the patterns that tell them above the text only.
        above: Zones with the patterns that tell them above the headline only.
        under: Zones with the patterns that tell them between headline and text only: elsewhere they may be headlines.
        opens: Zones with the headings that open a list of theirs (Διαβάστε επίσης).
        posted: Lines that begin a post (@name), end one (its signature), stand in one only, or end one begun, by place.
        dateline: A run of dates, times and what is said before them; not the whole line.
        core: A date, time or reading time: what a dateline must have.
        names: One name or several, of two to four words each.
        bullet: What stands before an item.
        clock: A time of day.
        sections: Sections of a paper.
        date: A date, with or without its year.
        year: The year of a date.
        function: A word that no name and no section's title has.
    """

    anywhere: tuple[tuple[str, re.Pattern[str]], ...]
    head: tuple[tuple[str, re.Pattern[str]], ...]
    above: tuple[tuple[str, re.Pattern[str]], ...]
    under: tuple[tuple[str, re.Pattern[str]], ...]
    opens: tuple[tuple[str, re.Pattern[str]], ...]
    posted: dict[str, re.Pattern[str]]
    dateline: re.Pattern[str]
    core: re.Pattern[str]
    names: re.Pattern[str]
    bullet: re.Pattern[str]
    clock: re.Pattern[str]
    sections: re.Pattern[str]
    date: re.Pattern[str]
    year: re.Pattern[str]
    function: re.Pattern[str]

    def zone(self, line: Line, *, head: bool) -> str | None:
        """The zone that a line's form tells; ``head``: the line stands above the text."""
        found = _first(self.anywhere, line)
        return found or (_first(self.head, line) if head else None)

    def top(self, line: Line) -> str | None:
        """The zone that a line's form tells above the headline."""
        return _first(self.above, line)

    def below(self, line: Line) -> str | None:
        """The zone that a line's form tells between the headline and the text."""
        return _first(self.under, line)

    def begins(self, line: Line) -> bool:
        """Whether a line is the first of an embedded post, or the second, below its writer's name."""
        return self.posted["begins"].fullmatch(line.plain) is not None

    def inside(self, line: Line) -> bool:
        """Whether a line stands nowhere but in an embedded post."""
        return self.posted["inside"].fullmatch(line.plain) is not None

    def closes(self, line: Line) -> bool:
        """Whether a line below the beginning of a post is its last, or one of those."""
        return self.ends(line) or self.inside(line) or self.posted["closes"].fullmatch(line.plain) is not None

    def ends(self, line: Line) -> bool:
        """Whether a line is the last of an embedded post."""
        return self.posted["ends"].fullmatch(line.plain) is not None

    def opening(self, line: Line) -> str | None:
        """The zone of the list that a line opens."""
        return _first(self.opens, line)


@cache
def forms() -> Forms:
    """The forms of the package's tables, read once."""
    rows = records("zones")

    def compiled(place: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple((row["zone"], expand(row["pattern"])) for row in rows if row["place"] == place)

    def joined(*places: str) -> str:
        return "|".join(f"(?:{row['pattern']})" for row in rows if row["place"] in places)

    cores, pieces = joined("core"), joined("core", "part")
    return Forms(
        anywhere=compiled("any"),
        head=compiled("head"),
        above=compiled("top"),
        under=compiled("below"),
        opens=compiled("opens"),
        posted={place: expand(joined(place)) for place in ("begins", "inside", "ends", "closes")},
        dateline=expand(rf"(?<!\w)(?:{pieces})(?:{_BETWEEN}(?:{pieces}))*[)]?"),
        core=expand(cores),
        names=expand(r"(?!.*(?<!\w){function}(?!\w)){names}"),
        bullet=expand("{bullet}"),
        clock=expand("{clock}"),
        sections=expand(r"{section}(?: ?[,/&|•·-]? ?{section}){0,3}"),
        function=expand(r"(?<!\w){function}(?!\w)"),
        date=expand("{date}"),
        year=expand(r"(?<!\d)(?:19|20)\d\d(?!\d)"),
    )


def expand(pattern: str) -> re.Pattern[str]:
    """A pattern of the tables with its parts put in, compiled; parts may be made of parts."""
    parts = {row["name"]: row["pattern"] for row in records("zone_parts")}
    while _PART.search(pattern):
        pattern = _PART.sub(lambda match: f"(?:{parts[match[1]]})", pattern)
    return re.compile(pattern, re.IGNORECASE)


def _first(patterns: tuple[tuple[str, re.Pattern[str]], ...], line: Line) -> str | None:
    """The zone of the first pattern that matches the line."""
    words = _DECORATION.sub("", line.plain)
    if not words:
        return None
    return next((zone for zone, pattern in patterns if pattern.fullmatch(words)), None)
