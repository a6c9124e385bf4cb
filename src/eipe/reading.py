"""``Reading``: what one call of an extractor does with each text, in this process or in another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from eipe.extractions import Extraction
from eipe.text import CleanText, is_short, parts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from eipe.component import Eipe
    from eipe.processes import Extractions

__all__ = ["Reading"]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How texts are read in one call; it may be pickled, and used in another process.

    Attributes:
        nlp: The pipeline.
        component: Its component "eipe".
        indirect: Whether reported speech without marks is wanted.
        furniture: Whether people are wanted who stand only in bylines, credits and teasers.
        min_confidence: Quotations that are less sure than this are left out.
    """

    nlp: Language
    component: Eipe
    indirect: bool
    furniture: bool
    min_confidence: float

    def one(self, text: str) -> Extraction:
        """The extraction of ``text``; an empty one if an error handler that the user set leaves it out."""
        clean = CleanText(text)
        doc = self._analysed(clean.text)
        return self._result(doc, clean) or Extraction(text=text)

    def many(self, texts: Iterable[str], *, batch_size: int) -> Extractions:
        """An extraction a text, in order, None if an error handler that the user set leaves it out."""
        waiting: deque[CleanText] = deque()

        def cleaned() -> Iterator[tuple[str, CleanText]]:
            for text in texts:
                clean = CleanText(text)
                waiting.append(clean)
                yield clean.text if is_short(clean.text) else "", clean

        docs = self.nlp.pipe(cleaned(), as_tuples=True, batch_size=batch_size, disable=self._disabled)
        for doc, clean in docs:
            while waiting.popleft() is not clean:
                yield None
            if not is_short(clean.text):
                doc = self._analysed(clean.text)
            yield self._result(doc, clean)
        yield from (None for _ in waiting)

    @property
    def _written(self) -> bool:
        """Whether the component writes on the Doc what it finds: for the components behind it, if there are any."""
        return self.nlp.pipe_names[-1:] != ["eipe"]

    @property
    def _disabled(self) -> list[str]:
        return [] if self._written else ["eipe"]

    def _analysed(self, text: str) -> Doc:
        """The Doc of ``text``, read part by part if it is long."""
        if is_short(text):
            return self.nlp(text, disable=self._disabled)
        from spacy.tokens import Doc

        from eipe.quotes.beliefs import keep

        docs = [self.nlp(part, disable=["eipe"]) for part in parts(text)]
        doc: Doc = Doc.from_docs(docs, ensure_whitespace=False)
        keep(doc, docs)
        return self.component(doc) if self._written else doc

    def _result(self, doc: Doc, clean: CleanText) -> Extraction | None:
        """What the rules find in ``doc``, as the user asked for it; None if an error handler leaves it out."""
        from eipe.component import stored

        component, wanted = self.component, (self.indirect, self.furniture)
        if self._written and wanted == (component.indirect, component.furniture):
            found = stored(doc)
        else:
            try:
                found = component.process(doc, indirect=self.indirect, furniture=self.furniture)
            except Exception as error:
                cast(Any, self.nlp).default_error_handler("eipe", component, [doc], error)
                return None
        result = clean.restore(found)
        sure = tuple(quote for quote in result.quotes if quote.confidence >= self.min_confidence)
        return result if len(sure) == len(result.quotes) else replace(result, quotes=sure)
