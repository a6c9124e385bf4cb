"""Whose words a quotation is, how many of them, and what they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from eipe.greek.endings import stem
from eipe.greek.letters import fold
from eipe.naming import AND, is_joint, named
from eipe.records import Entity, Findings, Quote, Source
from eipe.rows import WORD

__all__ = ["about", "joint_name", "own_words", "speakers", "stems"]


def joint_name(names: Sequence[str]) -> str:
    """The name of several who speak as one; ``speakers`` finds them in it again."""
    *first, last = names
    return f"{', '.join(first)}{AND}{last}"


def speakers(quote: Quote, extraction: Findings) -> tuple[Entity, ...]:
    """Who speaks: every member of a joint speaker, otherwise the speaker; nobody if the text does not tell.

    Νίκος Παππάς και Άννα Ρήγα are two people of the text who have said one thing together.
    """
    speaker = quote.speaker
    if speaker is None:
        return ()
    if isinstance(speaker, Source) and is_joint(speaker):
        return _members(speaker, extraction) or (speaker,)
    return (speaker,)


def _members(source: Source, extraction: Findings) -> tuple[Entity, ...]:
    """The people and organizations whose names, with commas and a last "and", are the whole name of the source.

    Of two that have one name the first: the text calls them alike.
    """
    known: dict[str, Entity] = {}
    for entity in (*extraction.people, *extraction.organizations):
        known.setdefault(entity.name, entity)
    front, back = _before_and(source.name, known)
    if back is None:
        return ()
    members = [back]
    while front:
        # From the end: a name may hold a comma or an "and" itself (Υπουργείο Υποδομών και Μεταφορών).
        name = max((name for name in known if front == name or front.endswith(f", {name}")), key=len, default="")
        if not name:
            return ()
        members.append(known[name])
        front = front[: -len(name)].removesuffix(", ")
    return tuple(dict.fromkeys(reversed(members))) if len(members) > 1 else ()


def _before_and(name: str, known: dict[str, Entity]) -> tuple[str, Entity | None]:
    """What stands before the "and" of the last member, and who that is."""
    last = max((one for one in known if name.endswith(AND + one)), key=len, default="")
    return name[: -len(AND + last)], known.get(last)


def own_words(quotes: Sequence[Quote]) -> list[int]:
    """How many words each quotation has without those that a quotation inside it has: each word counts once."""
    owner: dict[int, int] = {}
    # The longer first, so that what stands inside takes its words from it; of two alike the later.
    for number in sorted(range(len(quotes)), key=lambda n: quotes[n].start - quotes[n].end):
        quote = quotes[number]
        owner.update(dict.fromkeys((quote.start + word.start() for word in WORD.finditer(quote.text)), number))
    counts = Counter(owner.values())
    return [counts[number] for number in range(len(quotes))]


def about(extraction: Findings, what: str | Entity) -> tuple[Quote, ...]:
    """The quotations that speak of something: ``Extraction.quotes_about``.

    Raises:
        TypeError: If ``what`` is neither.
        ValueError: If it holds no word.
    """
    if isinstance(what, Entity):
        meant: tuple[Entity, ...] = (what,)
        wanted: tuple[str, ...] = ()
    elif isinstance(what, str):
        meant = named(what, extraction.entities)
        wanted = stems(what)
        if not wanted:
            raise ValueError(f"quotes_about() needs a word to look for, and {what!r} has none")
    else:
        raise TypeError(f"quotes_about() takes a word or an Entity, not {type(what).__name__}")
    mentions = [mention for entity in meant for mention in entity.mentions]
    return tuple(
        quote
        for quote in extraction.quotes
        if any(quote.start <= mention.start and mention.end <= quote.end for mention in mentions)
        or (wanted and _holds(stems(quote.text), wanted))
    )


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of ``text``."""
    return tuple(stem(fold(word.group())) for word in WORD.finditer(text))


def _holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the wanted words stand in a row."""
    size = len(wanted)
    return any(tuple(words[k : k + size]) == tuple(wanted) for k in range(len(words) - size + 1))
