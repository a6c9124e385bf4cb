"""``Extraction``: what was found in one text, and the ways out of it: JSON, data frames, pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from eipe.records import Entity, Findings, Quote

if TYPE_CHECKING:
    from pandas import DataFrame
    from spacy.tokens import Doc

    from eipe.formats.registry import FormatName

__all__ = ["Extraction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction(Findings):
    """What was found in one text.

    Its fields are those of ``eipe.records.Findings``: ``text`` as it was given, and in tuples, in order of first
    appearance, ``people``, ``places``, ``organizations``, ``sources``, ``quotes`` and ``terms``; and ``provenance``.
    """

    def quotes_by(self, speaker: str | Entity) -> tuple[Quote, ...]:
        """The quotations of one speaker.

        Args:
            speaker: An entity of this extraction, or a name; capitals and accents do not count, and a part
                of the name is enough (``quotes_by("πουτιν")`` finds Βλαντίμιρ Πούτιν). If no speaker has the
                name, it may be one in Latin letters (``"Poutin"``), or in a case that the text uses. Of a
                name that several speakers have, the quotations of them all are given. What people say together
                is said by each of them.

        Raises:
            TypeError: If ``speaker`` is neither.
        """
        from eipe.naming import named

        if isinstance(speaker, str):
            wanted = named(speaker, dict.fromkeys(one for quote in self.quotes for one in self.speakers(quote)))
        elif isinstance(speaker, Entity):
            wanted = (speaker,)
        else:
            raise TypeError(f"quotes_by() takes a name or an Entity, not {type(speaker).__name__}")
        return tuple(
            quote
            for quote in self.quotes
            if quote.speaker in wanted or any(speaker in wanted for speaker in self.speakers(quote))
        )

    def quotes_about(self, what: str | Entity) -> tuple[Quote, ...]:
        """The quotations that speak of something, whoever says it.

        Args:
            what: An entity of this extraction: the quotations in which it is named, or meant by a title. Or a
                word, or several in a row: the quotations that hold it, whatever its ending, capitals and
                accents (``quotes_about("πυρκαγιά")`` finds πυρκαγιές); if an entity has that name, also those
                that name or mean it.

        Raises:
            TypeError: If ``what`` is neither.
            ValueError: If it holds no word.
        """
        from eipe.quoting import about

        return about(self, what)

    def speakers(self, quote: Quote) -> tuple[Entity, ...]:
        """Who says a quotation of this extraction: the speaker, each member of a joint one, or nobody.

        Where ο Νίκος Παππάς και η Άννα Ρήγα say something together, ``quote.speaker`` is a ``Source`` that has
        both names, and these are the two people.
        """
        from eipe.quoting import speakers

        return speakers(quote, self)

    def to_dict(self) -> dict[str, Any]:
        """The extraction as plain JSON values; ``from_dict`` is its inverse."""
        from eipe.interchange import to_dict

        return to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The extraction as a JSON string, Greek letters unescaped."""
        from eipe.interchange import to_json

        return to_json(self, indent=indent)

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Extraction:
        """The inverse of ``to_dict``.

        Raises:
            ValueError: If the record is not one that ``to_dict`` writes.
        """
        from eipe.interchange import fields_of

        return cls(**fields_of(record))

    @classmethod
    def from_json(cls, text: str | bytes) -> Extraction:
        """The inverse of ``to_json``, and of a line that ``eipe extract`` has written.

        Raises:
            TypeError: If ``text`` is neither a string nor bytes.
            ValueError: If it is not JSON, or not a record that ``to_dict`` writes.
        """
        if not isinstance(text, str | bytes):
            hint = "; a record that was read already: from_dict(record)" if isinstance(text, Mapping) else ""
            raise TypeError(f"from_json() takes JSON as a str or bytes, not {type(text).__name__}{hint}")
        try:
            record = json.loads(text)
        except RecursionError:
            raise ValueError("the JSON is nested too deeply to be an extraction") from None
        except ValueError as error:
            raise ValueError(
                f"not JSON: {error}; an extraction is what to_json() gives, or a line of `eipe extract`"
            ) from None
        return cls.from_dict(record)

    def to_pandas(self) -> DataFrame:
        """The quotations as a pandas data frame, a row each; ``eipe.frame`` does it for many articles.

        Raises:
            ModuleNotFoundError: If pandas is not installed.
        """
        from eipe.frames import one

        return one(self)

    def export(self, to: FormatName, *, id: str = "", doc: Doc | None = None) -> str:
        """The article in the format of another tool; ``eipe.export`` writes many articles.

        Args:
            to: ``"conllu"``, ``"iob"``, ``"xmi"`` (needs the extra xmi), ``"labelstudio"``, ``"doccano"``, ``"tei"``
                or ``"displacy"``.
            id: The article's id.
            doc: A spaCy ``Doc`` of the text, whose tokens and sentences ``"conllu"`` and ``"iob"`` write. Without one
                the embedded model reads the text again; the other formats need none.

        Returns:
            What a file of the format holds.

        Raises:
            ModuleNotFoundError: If a library that the format needs is not installed.
            TypeError: If ``to`` is no string.
            ValueError: If there is no such format, or ``doc`` is of another text or has no sentences.
        """
        from eipe.formats.registry import one

        return one(self, to, id=id, doc=doc)

    def to_html(self, *, title: str = "", language: Literal["en", "el"] = "en") -> str:
        """A whole HTML page, self-contained: the article with its names and quotations, and who said what.

        Args:
            title: The page's title and heading.
            language: In which language legend and table are written.

        Raises:
            ValueError: If ``language`` is another one.
        """
        from eipe.display.html import page

        return "".join(page([(title, self)], title=title or "eipe", language=language))

    def _repr_html_(self) -> str:
        """What notebooks show."""
        from eipe.display.html import fragment

        return fragment(self)
