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
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from eipe.greek.letters import fold
from eipe.records import Person
from eipe.rows import Results, numbered, speaker_type, words
from eipe.shares import Shares, SpeakerShare

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Audit", "SpeakerShare", "audit"]


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
