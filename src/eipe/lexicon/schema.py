"""What each table holds: its columns, the values that some of them may have, and what makes a row one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["SCHEMA", "Table", "problems", "put_in_order"]


@dataclass(frozen=True, slots=True)
class Table:
    """The form of a table.

    Attributes:
        columns: The names in its header.
        key: The columns that no two rows may have alike; by default all of them.
        legal: The values of a column; any where it is not named.
        lists: Columns that hold words in order, with a space between.
        ordered: Whether the order of the rows says something, so that they are not sorted.
    """

    columns: tuple[str, ...]
    key: tuple[str, ...] = ()
    legal: dict[str, frozenset[str]] = field(default_factory=dict)
    lists: tuple[str, ...] = ()
    ordered: bool = False


def _table(columns: str, key: str = "", lists: str = "", *, ordered: bool = False, **legal: str) -> Table:
    """A table; ``class_`` stands for the column "class", which is a word of Python."""
    values = {column.rstrip("_"): frozenset(words.split(" ")) for column, words in legal.items()}
    return Table(tuple(columns.split()), tuple(key.split()), values, tuple(lists.split()), ordered)


_GENDERS = "f m"
_CLASSES = _table("class words why", "class", "words")
#: Every table by its name.
SCHEMA: dict[str, Table] = {
    "adjective_pairs": _table("number feminine other", number="pl sg"),
    "agent_endings": _table("ending gender", "ending", gender=_GENDERS),
    "aorist_endings": _table("present aorist sort", "present aorist", sort="attested regular"),
    "articles": _table(
        "word case gender number", "word", case="Acc Gen Nom", gender=" f m mf mn n", number="Plur Sing"
    ),
    "bodies_of_states": _table("stem"),
    "class_links": _table("noun of"),
    "country_synonyms": _table("name code", "name"),
    "cue_nouns": _table("lemma forms", "lemma"),
    "cue_phrases": _table("lemma first rest class", class_="adjacent judge noun prep say"),
    "cue_verbs": _table("lemma aorist subjunctive imperfect passive also class", class_="adjacent judge say turn urge"),
    "demonyms": _table("man woman", "man"),
    "ending_classes": _CLASSES,
    "endings": _table(
        "ending case gender number nominative accent",
        case="acc gen obl voc",
        gender="f m n",
        number="pl pl* sg",
        accent="1 2 3 < =",
        ordered=True,
    ),
    "everyday_names": _table("name gender", "name", gender=_GENDERS),
    "first_name_forms": _table("name full gender", gender=_GENDERS),
    "first_names": _table("name gender", "name", gender=_GENDERS),
    "foreign_first_names": _table("sound gender", "sound", gender=_GENDERS),
    "foreign_names": _table("sound"),
    "function_words": _CLASSES,
    "geography": _table("name"),
    "group_nouns": _table("lemma"),
    "honours": _table("word"),
    "human_nouns": _table("noun"),
    "irregular_nominatives": _table("form nominative", "form"),
    "landforms": _table("noun"),
    "naming_nouns": _table("lemma"),
    "nationalities": _table("country code man woman adjective", "country"),
    "no_names": _table("noun class", "noun", class_="bearer body church club label month school sky team"),
    "noun_classes": _CLASSES,
    "object_pronouns": _table("word gender", "word", gender=_GENDERS),
    "passive_stems": _table("present passive"),
    "phrase_heads": _table("noun"),
    "place_abbreviations": _table("short full", "short"),
    "places": _table("name kind code digits", "name", kind="capital city country region"),
    "plural_endings": _table("plural singular", ordered=True),
    "pointing_pronouns": _table("word class gender", "word", class_="first latter same second", gender=_GENDERS),
    "public_bodies": _table("noun"),
    "roles": _table("man woman class sort", sort="kin office trade"),
    "seats": _table("name"),
    "streets": _table("name"),
    "surnames": _table("name"),
    "towns": _table("name"),
    "verb_classes": _CLASSES,
    "zone_parts": _table("name pattern example reason", "name"),
    "zones": _table(
        "zone place pattern example reason",
        "pattern",
        zone="advert byline caption dateline headline list menu post subtitle tags teaser",
        place="any begins below closes core ends head inside opens part top",
    ),
}


def problems(name: str, text: str) -> Iterator[tuple[int, str]]:
    """What is wrong with the table ``name`` whose file holds ``text``: numbers of lines, and what is wrong there."""
    table = SCHEMA[name]
    lines = text.splitlines()
    if not lines[:1] or not lines[0].startswith("# "):
        yield 1, "no comment (# ...) that says what a row means"
    numbered = [(n, line.split("\t")) for n, line in enumerate(lines, 1) if not line.startswith("#")]
    if not numbered or numbered[0][1] != list(table.columns):
        yield len(lines) - len(numbered) + 1, f"the header is not {' '.join(table.columns)}, with tabs between"
        return
    seen: dict[tuple[str, ...], int] = {}
    for n, cells in numbered[1:]:
        if len(cells) != len(table.columns):
            yield n, f"{len(cells)} cells, and the header has {len(table.columns)}"
            continue
        row = dict(zip(table.columns, cells, strict=True))
        key = tuple(row[column] for column in table.key or table.columns)
        if (first := seen.setdefault(key, n)) != n:
            yield n, f"{' '.join(key)} stands in line {first} already"
        for column, cell in row.items():
            if column not in ("pattern", "example") and cell != " ".join(cell.split()):
                yield n, f"spaces too many in {column}: {cell!r}"
            if cell not in table.legal.get(column, (cell,)):
                yield n, f"{column} is {cell!r}, not one of {', '.join(sorted(table.legal[column]))}"
            if column in table.lists and len(set(cell.split())) != len(cell.split()):
                yield n, f"a word stands twice in {column}"
    if put_in_order(name, text) != text:
        yield len(lines), "not in order; python -m eipe.lexicon.check --write puts it in order"


def put_in_order(name: str, text: str) -> str:
    """``text`` with its rows sorted by code point, and the words inside a cell too."""
    table = SCHEMA[name]
    lines = text.splitlines()
    above = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines)) + 1
    body = [_words_in_order(table, line) for line in lines[above:]]
    return "".join(f"{line}\n" for line in lines[:above] + (body if table.ordered else sorted(body)))


def _words_in_order(table: Table, line: str) -> str:
    cells = line.split("\t")
    if len(cells) != len(table.columns):
        return line
    named = zip(table.columns, cells, strict=True)
    return "\t".join(" ".join(sorted(cell.split())) if column in table.lists else cell for column, cell in named)
