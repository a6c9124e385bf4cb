"""Who is given the word, and how much of it: the sources of a set of articles, counted.

    >>> audit = eipe.audit(extractor.pipe(articles))
    >>> print(audit)
    >>> audit.share(gender="f")

Speakers are counted under the fullest name that each article gives: one person is one row over all articles
if the articles write the same full name, and two if one of them has only a surname. Nothing is guessed across
articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from eipe.arguments import check_choice
from eipe.greek.letters import fold
from eipe.records import Person
from eipe.rows import Results, SpeakerType, numbered, speaker_type, words

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Audit", "SpeakerShare", "audit"]

#: What ``Audit.share`` takes, and what it stands for.
_GENDERS = {"f": "women", "m": "men"}
_TYPES = {"person": "", "organization": "", "place": "", "source": "unnamed", "unknown": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerShare:
    """What one speaker said over all articles.

    Attributes:
        speaker: The speaker's name; None for all quotations whose speaker the articles do not tell.
        type: ``"person"``, ``"organization"``, ``"place"``, ``"source"`` (a speaker without a name: ένας
            κάτοικος) or ``"unknown"``.
        gender: ``"f"``, ``"m"`` or None; of persons only.
        role: The role that the articles state most often, or None.
        articles: In how many articles the speaker is quoted.
        quotes: How many quotations are the speaker's.
        words: How many words these have.
        share: Their part of all quoted words, from 0 to 1.
    """

    speaker: str | None
    type: SpeakerType
    gender: Literal["f", "m"] | None
    role: str | None
    articles: int
    quotes: int
    words: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The sources of a set of articles.

    Attributes:
        articles: How many articles were read.
        quotes: How many quotations they hold.
        words: How many words the quotations have.
        speakers: One entry a speaker, most words first.
    """

    articles: int
    quotes: int
    words: int
    speakers: tuple[SpeakerShare, ...]

    def __iter__(self) -> Iterator[SpeakerShare]:
        return iter(self.speakers)

    def share(self, *, gender: Literal["f", "m"] | None = None, type: SpeakerType | None = None) -> float:
        """The part of all quoted words that speakers of this gender, or this type, have.

        ``audit.share(gender="f")`` is the part that women have of everything quoted;
        ``audit.share(gender="f") / audit.share(type="person")`` of what is quoted of people.

        Args:
            gender: ``"f"`` or ``"m"``; None for any, and for speakers that are no persons.
            type: One of those that a ``SpeakerShare`` may have; None for any.

        Raises:
            TypeError: If one of them is no string.
            ValueError: If it is another string, such as ``"woman"``.
        """
        if gender is not None:
            check_choice("gender", gender, _GENDERS)
        if type is not None:
            check_choice("type", type, _TYPES)
        if not self.words:
            return 0.0
        chosen = (
            entry.words
            for entry in self.speakers
            if (gender is None or entry.gender == gender) and (type is None or entry.type == type)
        )
        return sum(chosen) / self.words

    def to_pandas(self) -> DataFrame:
        """One row a speaker, most words first.

        Raises:
            ModuleNotFoundError: If pandas is not installed.
        """
        from eipe.extras import require

        pandas = require("pandas", "pandas")
        columns = list(SpeakerShare.__dataclass_fields__)
        table: DataFrame = pandas.DataFrame([asdict(entry) for entry in self.speakers], columns=columns)
        strings = dict.fromkeys(("speaker", "type", "gender", "role"), "string")
        numbers = dict.fromkeys(("articles", "quotes", "words"), "int64")
        return table.astype({**strings, **numbers, "share": "float64"})

    def __str__(self) -> str:
        from eipe.display.summary import audit_text

        return audit_text(self)

    def _repr_html_(self) -> str:
        from eipe.display.summary import audit_html

        return audit_html(self)


def audit(results: Results) -> Audit:
    """Counts who is quoted in a set of articles, how often, and with how many words.

    Args:
        results: Extractions, or pairs of an extraction and an id, as ``Extractor.pipe`` gives them.

    Raises:
        TypeError: If ``results`` holds something else.
    """
    total = Counter[str]()
    names: dict[tuple[str, str], Counter[str]] = {}
    genders: dict[tuple[str, str], Counter[str]] = {}
    roles: dict[tuple[str, str], Counter[str]] = {}
    counts: dict[tuple[str, str], Counter[str]] = {}
    for _, extraction in numbered(results, "audit"):
        total["articles"] += 1
        heard = set()
        for quote in extraction.quotes:
            speaker, size = quote.speaker, words(quote.text)
            key = (speaker_type(speaker), fold(speaker.name) if speaker else "")
            count = counts.setdefault(key, Counter())
            if key not in heard:
                heard.add(key)
                count["articles"] += 1
                if speaker:
                    names.setdefault(key, Counter())[speaker.name] += 1
                if isinstance(speaker, Person):
                    genders.setdefault(key, Counter()).update(filter(None, [speaker.gender]))
                    roles.setdefault(key, Counter()).update(speaker.roles)
            count["quotes"] += 1
            count["words"] += size
            total["quotes"] += 1
            total["words"] += size
    speakers = [
        SpeakerShare(
            speaker=_usual(names.get(key)),
            type=key[0],  # type: ignore[arg-type]
            gender=_usual(genders.get(key)),  # type: ignore[arg-type]
            role=_usual(roles.get(key)),
            articles=count["articles"],
            quotes=count["quotes"],
            words=count["words"],
            share=count["words"] / total["words"] if total["words"] else 0.0,
        )
        for key, count in counts.items()
    ]
    speakers.sort(key=lambda entry: (-entry.words, -entry.quotes, entry.type, entry.speaker or ""))
    return Audit(articles=total["articles"], quotes=total["quotes"], words=total["words"], speakers=tuple(speakers))


def _usual(counter: Counter[str] | None) -> str | None:
    """The most frequent value; of equally frequent ones the first."""
    return counter.most_common(1)[0][0] if counter else None
