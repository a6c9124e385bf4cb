"""Which mentions are one place, and by what name: inflected forms, ΗΠΑ and Ηνωμένες Πολιτείες, Β. Κορέα."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from eipe.entities.document import ARTICLES, GENITIVES, Grammar, Words
from eipe.entities.edges import COMPASS, is_capital
from eipe.entities.joining import made
from eipe.entities.names import Kind, Name, as_written, by_grammar, in_order, make_name, stem, stems_in
from eipe.entities.roles import country_code
from eipe.entities.towns import CITY, is_genitive, nominative_of_place
from eipe.greek import gazetteer
from eipe.greek.letters import fold
from eipe.lexicon.table import affixes, rows, words_of

__all__ = ["Somewhere", "elided_places", "group_places", "parted", "places_inside"]

ABBREVIATIONS = {short: full.split() for short, full in rows("place_abbreviations")}
HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010-\u2014](?=[^\W\d_])")

AND = words_of("in_a_list")


@dataclass(slots=True)
class Somewhere:
    """A place, or an organization, in the making."""

    name: str
    label: str
    names: list[Name] = field(default_factory=list)


def nominative(name: Name, seen: Container[str]) -> str:
    found = by_grammar(name.words, name.kind, name.grammar, seen)
    return written_out(hyphened(name) or found, seen) if name.kind == "place" else found


def hyphened(name: Name) -> str | None:
    """Σύρος-Ερμούπολη for του δήμου Σύρου-Ερμούπολης, if the table has both, and their nominatives are others."""
    hyphen, parts = HYPHEN.search(name.text), HYPHEN.split(name.text)
    if hyphen is None or len(name.words) > 1 or name.grammar.case == "Nom" or not all(map(is_genitive, parts)):
        return None
    return hyphen.group().join(nominative_of_place([part]) for part in parts)


def written_out(name: str, seen: Container[str]) -> str:
    """Βόρεια Κορέα for Β. Κορέα, if a table or the text has it."""
    head, _, rest = name.partition(" ")
    if rest and head.endswith("."):
        for full in ABBREVIATIONS.get(fold(head[:-1]), ()):
            whole = f"{full} {rest}"
            if whole in seen or gazetteer.is_place(whole):
                return whole
    return name


def group_places(names: Sequence[Name], seen: Container[str]) -> list[Somewhere]:
    """The places, or the organizations, that ``names`` are, in order of first mention."""
    kind: Kind = names[0].kind if names else "place"
    named = [(name, nominative(name, seen)) for name in names]
    settled = settle(named, seen, kind)
    groups: dict[str, Somewhere] = {}
    for name, _ in named:
        text = settled[name.start]
        key = (country_code(text) if kind == "place" else None) or fold(text)
        group = groups.setdefault(key, Somewhere(text, name.label))
        group.name = max(group.name, text, key=fullness)
        group.names.append(name)
    for group in groups.values():
        if group.name.islower() and kind == "place":
            group.name = gazetteer.place(group.name) or group.name  # έφυγε για την αθήνα
    merge_acronyms(groups)
    return list(groups.values())


def settle(named: Sequence[tuple[Name, str]], seen: Container[str], kind: Kind) -> dict[int, str]:
    """One nominative for all forms of a stem: as the text shows it, or a table has it, or oftenest."""
    buckets: dict[tuple[str, ...], list[tuple[Name, str]]] = defaultdict(list)
    for name, text in named:
        buckets[name.stems].append((name, text))
    out = {name.start: text for name, text in named}
    for bucket in buckets.values():
        written = {name.start for name in as_written([name for name, _ in bucket])}
        counts = Counter(text for name, text in bucket if name.start in written)
        if len(set(map(fold, counts))) == 1:
            accented = next((text for text in counts if text in seen or gazetteer.place(text) == text), None)
            best = accented or max(counts, key=lambda text: (not text.isupper(), counts[text]))
            out.update((name.start, best) for name, _ in bucket)
            continue
        known = [text for text in counts if text in seen or (kind == "place" and gazetteer.is_place(text))]
        if len(set(map(fold, known))) == 1:
            out.update((name.start, known[0]) for name, _ in bucket if name.grammar.case != "Nom")
    return out


def fullness(name: str) -> tuple[bool, int]:
    """Words before letters, more words before fewer."""
    return not name.isupper(), len(name.split())


def merge_acronyms(groups: dict[str, Somewhere]) -> None:
    """ΗΑΕ is Ηνωμένα Αραβικά Εμιράτα, ΙΣΑ is Ιατρικός Σύλλογος Αθηνών, where both stand."""
    initials = {
        "".join(fold(word)[0] for word in group.name.split() if word[0].isupper()): key
        for key, group in groups.items()
        if len(group.name.split()) > 1
    }
    for key in [key for key, group in groups.items() if group.name.isupper() and len(group.name) > 1]:
        full = initials.get(fold(groups[key].name))
        if full is not None and full != key:
            other = groups.pop(key)
            groups[full].names = in_order([*groups[full].names, *other.names])


def parted(name: Name, words: Words) -> list[Name]:
    """The towns or countries that a hyphen joins: Αθήνας and Άγκυρας in οι σχέσεις Αθήνας-Άγκυρας.

    Not: Βοσνία-Ερζεγοβίνη and Γουινέα-Μπισάου, which the table has; Σεν-Τροπέ, whose parts it has not; a
    municipality of two small towns, Αγίων Αναργύρων-Καματερού.
    """
    cuts = [match.start() for match in HYPHEN.finditer(words.text, name.start, name.end)]
    if not cuts or name.label != "GPE":
        return [name]
    if is_known(name.words) or is_known(HYPHEN.sub(" ", name.text).split()):
        return [name]
    starts, ends = [name.start, *(cut + 1 for cut in cuts)], [*cuts, name.end]
    made = [make_name(words, *edges, name.first, name.last, "place") for edges in zip(starts, ends, strict=True)]
    # Αθήνας-Άγκυρας are two, Αναργύρων-Καματερού one: 7 texts and 8
    parts = [part.with_grammar(name.grammar) for part in made if is_known(part.words, CITY)]
    return parts if len(parts) == len(starts) else [name]


def is_known(parts: Sequence[str], least: int = gazetteer.UNKNOWN - 1) -> bool:
    """Whether the tables have a country of that name, or a place of that rank at ``least``."""
    found = nominative_of_place(parts)
    return country_code(found) is not None or gazetteer.place_rank(found) <= least


def elided_places(names: Iterable[Name], words: Words) -> Iterator[Name]:
    """Νότια in "τη Νότια και τη Βόρεια Κορέα": a mention of Νότια Κορέα, whose noun stands in the next name."""
    for name in names:
        if name.kind != "place" or len(name.words) != 2 or not is_side(words.folded[name.first]):
            continue
        index = name.first - 1
        while index > 0 and (words.folded[index] in ARTICLES or words.folded[index] in AND):
            index -= 1
        joined = AND & set(words.folded[index + 1 : name.first])
        if index >= 0 and joined and is_capital(words.texts[index]) and is_side(words.folded[index]):
            whole = words.texts[index], *name.words[1:]
            start, end = words.starts[index], words.end(index)
            yield replace(name, start=start, end=end, first=index, last=index + 1, words=whole)


def is_side(folded: str) -> bool:
    return folded.startswith(COMPASS) or folded in words_of("upper_and_lower")


def places_inside(names: Iterable[Name], words: Words) -> Iterator[Name]:
    """The places, in the genitive, that the public bodies among ``names`` are called after."""
    for name in names:
        if name.kind != "organization":
            continue
        heads = [index for index in name.tokens if stem(words.texts[index]) in stems_in("public_bodies")]
        last = name.last
        while heads and last > heads[-1] + 1:
            place = place_at_end(heads[-1], last, words)
            if place is None:
                break
            yield place
            last = place.first - 1
            if words.folded[last] not in words_of("joining_places"):
                break


def place_at_end(head: int, last: int, words: Words) -> Name | None:
    """The longest place of the table that ends here; a municipality needs no table: Δήμος Αμφίκλειας."""
    first = head + 1
    for start in range(first, last):
        parts = words.texts[start:last]
        if not is_capital(parts[0]) or (words.texts[start - 1] in GENITIVES and start > first + 1):
            continue
        found = nominative_of_place(parts)
        town = len(parts) == 1 and start == first and words.folded[head] in words_of("municipality")
        town = town and parts[0].endswith(affixes("genitives_of_towns"))
        if found != " ".join(parts) and (town or gazetteer.is_place(found)):
            return made(words, start, last, "place").with_grammar(Grammar("Gen"))
    return None
