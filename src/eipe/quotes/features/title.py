"""What the words of a source without a name tell of it: a title of somebody named, or a source of its own."""

from __future__ import annotations

from collections.abc import Sequence

from eipe.entities.roles import AGED, is_a, is_human_noun, is_nationality, role, sort_of
from eipe.quotes.features.speaker import people_named
from eipe.quotes.outside_subjects import is_group
from eipe.quotes.results import Attribution
from eipe.quotes.speakers import Speakers
from eipe.quotes.words import Word
from eipe.records import Entity, Person

__all__ = ["title_features", "untitled_features"]


def title_features(speakers: Speakers, result: Attribution, speaker: Entity) -> list[str]:
    """What speaks for somebody named as the one that a title means: ο υπουργός, of whom it was said before."""
    names = []
    inside = _words(speakers, result)
    kinds = {found.kind for found in (role(word.text) for word in inside) if found is not None}
    if kinds and isinstance(speaker, Person):
        own = {found.kind for text in speaker.roles for found in map(role, text.split()) if found is not None}
        said = any(is_a(kind, other) or is_a(other, kind) for kind in kinds for other in own)
        names.append("title said" if said else "title another" if own else "title untold")
    sort = _sort(inside)
    names.append(f"title {sort} {speaker.type}")
    if result.mention is not None and speakers.sources.nominal(*result.mention[:2]) is speaker:
        names.append("title resolved")
    return names


def untitled_features(speakers: Speakers, result: Attribution) -> list[str]:
    """What speaks for a source of its own: ένας κάτοικος, στελέχη του κόμματος, η μητέρα του."""
    if result.mention is None:
        return []
    inside, first = _words(speakers, result), speakers.sources.between(*result.mention[:2]).start
    sort = _sort(inside)
    before = speakers.words[first - 1] if first else None
    article = "the" if before is not None and before.article is not None else "no article"
    names = [f"unnamed {article} {sort}", f"unnamed {sort}", f"unnamed words {min(len(inside), 4)}"]
    if any(word.number == "Plur" for word in inside[:2]):
        names.append("unnamed several")
    if any(word.case == "Gen" for word in inside[1:]):
        names.append("unnamed of somebody")
    names.append(f"unnamed beside {people_named(speakers)}")
    return names


def _words(speakers: Speakers, result: Attribution) -> Sequence[Word]:
    if result.mention is None:
        return ()
    return [speakers.words[at] for at in speakers.sources.between(*result.mention[:2])]


def _sort(inside: Sequence[Word]) -> str:
    """The sort of noun that a title is, by the first word that tells."""
    for word in inside:
        found = role(word.text)
        if found is not None:
            return sort_of(found.kind)
        if AGED.fullmatch(word.text):
            return "aged"
        if is_group(word):
            return "group"
    if any(word.pos in ("PRON", "DET") for word in inside[:1]):
        return "pronoun"
    if any(is_nationality(word.text) for word in inside):
        return "nation"
    return "human" if any(is_human_noun(word.text) for word in inside) else "thing"
