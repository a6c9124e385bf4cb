"""Who is given the word, and how much of it: the sources of a set of articles, counted.

    >>> audit = eipe.audit(extractor.pipe(articles))
    >>> print(audit)
    >>> audit.share(gender="f")

People are joined over articles as ``eipe.people`` joins them (``eipe.archive.identity``): by full names, first names
in their everyday form and initials among them; a surname alone is a row of its own. Other speakers are one by name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eipe.archive.appearances import fullest
from eipe.archive.columns import cells
from eipe.archive.identity import joined_people
from eipe.greek.letters import fold
from eipe.quoting import own_words, speakers
from eipe.records import Entity, Person
from eipe.rows import Results, SpeakerType, numbered, speaker_type
from eipe.shares import Shares, SpeakerShare
from eipe.spans import ZONES, ZoneName

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Audit", "SpeakerShare", "audit"]

#: A speaker's type, and what is its own among those of its type.
Key = tuple[SpeakerType, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit(Shares):
    """The sources of a set of articles.

    Attributes:
        articles: How many articles were read.
        quotes: How many quotations they hold.
        words: How many words the quotations have.
        speakers: One entry a speaker, most words first.
    """

    def to_pandas(self) -> DataFrame:
        """One row a speaker, most words first.

        Raises:
            ModuleNotFoundError: If pandas is not installed.
        """
        from eipe.extras import require

        pandas = require("pandas", "pandas")
        columns = list(SpeakerShare.__dataclass_fields__)
        table: DataFrame = pandas.DataFrame([cells(entry) for entry in self.speakers], columns=columns)
        strings = dict.fromkeys(("speaker", "type", "gender", "role", "names"), "string")
        numbers = dict.fromkeys(("articles", "quotes", "words"), "int64")
        return table.astype({**strings, **numbers, "share": "float64"})

    def __str__(self) -> str:
        from eipe.display.summary import audit_text

        return audit_text(self)

    def _repr_html_(self) -> str:
        from eipe.display.summary import audit_html

        return audit_html(self)


def audit(results: Results, *, zones: Iterable[ZoneName] = ZONES) -> Audit:
    """Counts who is quoted in a set of articles, how often, and with how many words.

    A quotation of several speakers counts for each of them; in ``share`` its words are divided among them. Words of a
    quotation inside another are those of its own speaker only.

    Args:
        results: Extractions, or pairs of an extraction and an id, as ``Extractor.pipe`` gives them.
        zones: Only quotations in these zones of a page count: ``("text",)`` leaves out headlines and teasers.

    Raises:
        TypeError: If ``results`` holds something else, or ``zones`` is a string.
        ValueError: If one of ``zones`` is none.
    """
    total = Counter[str]()
    names: dict[Key, Counter[str]] = defaultdict(Counter)
    genders: dict[Key, Counter[str]] = defaultdict(Counter)
    roles: dict[Key, Counter[str]] = defaultdict(Counter)
    counts: dict[Key, Counter[str]] = defaultdict(Counter)
    parts: dict[Key, float] = defaultdict(float)
    articles: dict[Key, set[int]] = defaultdict(set)
    for number, (_, extraction) in enumerate(numbered(results, "audit", zones)):
        total["articles"] += 1
        heard = set[Key]()
        for quote, size in zip(extraction.quotes, own_words(extraction.quotes), strict=True):
            voices: tuple[Entity | None, ...] = speakers(quote, extraction) or (None,)
            for speaker in voices:
                key = _key(speaker)
                if key not in heard and speaker:
                    names[key][speaker.name] += 1
                    if isinstance(speaker, Person):
                        genders[key].update(filter(None, [speaker.gender]))
                        roles[key].update(speaker.roles)
                heard.add(key)
                counts[key].update(quotes=1, words=size)
                parts[key] += size / len(voices)
            total.update(quotes=1, words=size)
        for key in heard:
            articles[key].add(number)
    entries = []
    for keys in _joined(counts):
        called = Counter[str]()
        for key in keys:
            called.update(names[key])
        entries.append(
            SpeakerShare(
                speaker=fullest(called) if called else None,
                type=keys[0][0],
                gender=_usual(genders, keys),  # type: ignore[arg-type]
                role=_usual(roles, keys),
                articles=len(set[int]().union(*(articles[key] for key in keys))),
                quotes=sum(counts[key]["quotes"] for key in keys),
                words=sum(counts[key]["words"] for key in keys),
                share=sum(parts[key] for key in keys) / total["words"] if total["words"] else 0.0,
                names=tuple(sorted(called)),
            )
        )
    entries.sort(key=lambda entry: (-entry.words, -entry.quotes, entry.type, entry.speaker or ""))
    return Audit(articles=total["articles"], quotes=total["quotes"], words=total["words"], speakers=tuple(entries))


def _key(speaker: Entity | None) -> Key:
    """How a speaker is told from others: people by the whole name, which ``joined_people`` compares."""
    name = "" if speaker is None else speaker.name
    return speaker_type(speaker), name if isinstance(speaker, Person) else fold(name)


def _joined(keys: Iterable[Key]) -> Iterable[list[Key]]:
    """The keys of each speaker: people by ``joined_people``, others alone."""
    known = list(keys)
    one = joined_people(name for type, name in known if type == "person")
    groups: dict[Key, list[Key]] = defaultdict(list)
    for type, name in known:
        groups[type, one[name][0] if type == "person" else name].append((type, name))
    return groups.values()


def _usual(counters: Mapping[Key, Counter[str]], keys: Iterable[Key]) -> str | None:
    """The most frequent value; of equally frequent ones the first."""
    total = Counter[str]()
    for key in keys:
        total.update(counters[key])
    return total.most_common(1)[0][0] if total else None
