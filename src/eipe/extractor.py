"""``Extractor``: a Greek spaCy pipeline with the eipe component at its end, for one text or for many."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast, overload

from eipe.arguments import (
    check_confidence,
    check_count,
    check_cues,
    check_switch,
    check_text,
    check_texts,
    text_and_context,
)
from eipe.doubts import doubt_pair, doubt_text
from eipe.extractions import Extraction
from eipe.loading import check_pipeline
from eipe.text import CleanText, is_short, parts
from eipe.vocabulary import Words, check_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from eipe.processes import Extractions, Read

__all__ = ["Extractor"]


class Extractor:
    """Extracts people, places and attributed quotations with one pipeline.

    One extractor may be used by many threads. spaCy keeps every new word that it reads: a program that reads
    for days may give them back from time to time, since extractions hold none of spaCy's memory:

        with extractor.nlp.memory_zone():  # not while another thread uses this extractor
            results = list(extractor.pipe(texts))

    Args:
        nlp: A Greek spaCy pipeline with entities and a dependency parser. If it has no component "eipe", one
            is added at its end.
        cues: Lemmas of verbs to add to the cue lexicon ("τουιτάρω"); where the aorist is not regular it goes
            behind a slash ("σκούζω/έσκουξε").
        words: Words of your own, as docs/extending.md tells: the name of a file, or its lines.
        indirect: Whether reported speech without marks is extracted too.

    Raises:
        TypeError: If ``nlp`` is no spaCy pipeline, ``cues`` or ``words`` no strings, or ``indirect`` not True or False.
        FileNotFoundError: If there is no file ``words``.
        ValueError: If the pipeline lacks a parser or an entity recognizer, a cue is no Greek verb in the first
            person, or a row of ``words`` is not as it should be.

    Warns:
        EipeWarning: Of a verb among ``words`` whose aorist no rule makes.
    """

    def __init__(self, nlp: Language, *, cues: Sequence[str] = (), words: Words = None, indirect: bool = False) -> None:
        wanted, own = check_cues(cues), check_words(words)
        indirect = check_switch("indirect", indirect)
        check_pipeline(nlp)
        if "eipe" not in nlp.pipe_names:
            nlp.add_pipe(
                "eipe", last=True, config={"cues": list(wanted), "words": own.lines() or None, "indirect": indirect}
            )
        self._nlp = nlp
        self._component = cast(Any, nlp.get_pipe("eipe"))
        if wanted and wanted != self._component.cues:
            raise ValueError(
                f"the pipeline has a component 'eipe' with the cues {list(self._component.cues)} already; "
                'take it out with nlp.remove_pipe("eipe"), or give the cues to nlp.add_pipe'
            )
        if own.rows and own.lines() != self._component.words.lines():
            raise ValueError(
                "the pipeline has a component 'eipe' with other words already; take it out with "
                'nlp.remove_pipe("eipe"), or give the words to nlp.add_pipe'
            )
        self._indirect = indirect or self._component.indirect

    @property
    def nlp(self) -> Language:
        """The spaCy pipeline, the component "eipe" included."""
        return self._nlp

    def extract(self, text: str, *, indirect: bool | None = None, min_confidence: float = 0.0) -> Extraction:
        """Reads one article.

        Args:
            text: The article itself (not a file name), paragraphs separated by newlines.
            indirect: Whether reported speech without marks is wanted too; by default as the extractor was
                made.
            min_confidence: Quotations that are less sure than this, from 0 to 1, are left out.

        Raises:
            TypeError: If ``text`` is not a string, ``indirect`` not True or False, or ``min_confidence`` no number.
            ValueError: If ``text`` is longer than ``nlp.max_length`` characters, or ``min_confidence`` not from
                0 to 1.

        Warns:
            EipeWarning: If ``text`` has hardly any Greek letters, or is the name of a file.
        """
        bar, wanted = check_confidence(min_confidence), self._wanted(indirect)
        self._check(check_text(text))
        clean, written = CleanText(text), self._written()
        doc = self._analysed(clean.text, written)
        found = self._found(doc, wanted, written)
        return self._result(Extraction(text=doc.text) if found is None else found, clean, bar)

    @overload
    def pipe(
        self,
        texts: Iterable[str],
        *,
        batch_size: int = ...,
        n_process: int = ...,
        indirect: bool | None = ...,
        min_confidence: float = ...,
    ) -> Iterator[Extraction]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[tuple[str, Any]],
        *,
        batch_size: int = ...,
        n_process: int = ...,
        indirect: bool | None = ...,
        min_confidence: float = ...,
    ) -> Iterator[tuple[Extraction, Any]]: ...
    def pipe(
        self,
        texts: Iterable[Any],
        *,
        batch_size: int = 16,
        n_process: int = 1,
        indirect: bool | None = None,
        min_confidence: float = 0.0,
    ) -> Iterator[Any]:
        """Reads many articles, lazily and in order.

        Args:
            texts: Strings, or (string, context) pairs; with pairs, (extraction, context) pairs come back.
            batch_size: How many texts the pipeline takes at once.
            n_process: How many processes share the work; -1 for one a core.
            indirect: As in ``extract``.
            min_confidence: As in ``extract``.

        Raises:
            TypeError: If ``texts`` is a single string or a mapping, or holds something that is neither; if
                ``batch_size``, ``n_process`` or ``min_confidence`` is no number, or ``indirect`` not True or False.
            ValueError: If a text is longer than ``nlp.max_length`` characters; if ``batch_size``, ``n_process``
                or ``min_confidence`` is no such number.
            concurrent.futures.BrokenExecutor: If one of several processes was ended from outside.

        Warns:
            EipeWarning: As ``extract`` does; and if a pair seems to be the wrong way round.
        """
        check_texts(texts)
        bar, wanted = check_confidence(min_confidence), self._wanted(indirect)
        batch_size = check_count("batch_size", batch_size)
        check_count("n_process", n_process, every_core=True)
        read = partial(self._read, batch_size=batch_size, indirect=wanted, min_confidence=bar)
        return self._piped(texts, read, n_process, batch_size)

    def _piped(self, texts: Iterable[Any], read: Read, n_process: int, batch_size: int) -> Iterator[Any]:
        # What belongs to a text waits here, and need not travel to another process with it.
        waiting: deque[tuple[bool, Any]] = deque()
        failed: list[Exception] = []

        def given() -> Iterator[str]:
            try:
                for item in texts:
                    text, context, paired = text_and_context(item)
                    doubt_pair(text, context)
                    self._check(text)
                    waiting.append((paired, context))
                    yield text
            except Exception as error:  # told behind the results of the texts before
                failed.append(error)

        if n_process == 1:
            results = read(given())
        else:
            from eipe.processes import spread

            results = spread(read, given(), n_process=n_process, batch_size=batch_size)
        with closing(results):
            for result in results:
                paired, context = waiting.popleft()
                if result is not None:
                    yield (result, context) if paired else result
        if failed:
            raise failed[0]

    def _read(self, texts: Iterable[str], *, batch_size: int, indirect: bool, min_confidence: float) -> Extractions:
        """One process's work: an extraction a text, None if an error handler that the user set left it out."""
        waiting: deque[CleanText] = deque()
        written = self._written()

        def cleaned() -> Iterator[tuple[str, CleanText]]:
            for text in texts:
                clean = CleanText(text)
                waiting.append(clean)
                yield clean.text if is_short(clean.text) else "", clean

        disable = [] if written else ["eipe"]
        for doc, clean in self._nlp.pipe(cleaned(), as_tuples=True, batch_size=batch_size, disable=disable):
            while waiting.popleft() is not clean:
                yield None
            if not is_short(clean.text):
                doc = self._analysed(clean.text, written)
            found = self._found(doc, indirect, written)
            yield None if found is None else self._result(found, clean, min_confidence)
        yield from (None for _ in waiting)

    def _written(self) -> bool:
        """Whether the component writes on the Doc what it finds: for the components behind it, if there are any."""
        return self._nlp.pipe_names[-1:] != ["eipe"]

    def _analysed(self, text: str, written: bool) -> Doc:
        """The Doc of ``text``, read part by part if it is long."""
        if is_short(text):
            return self._nlp(text, disable=[] if written else ["eipe"])
        from spacy.tokens import Doc

        from eipe.quotes.beliefs import keep

        docs = [self._nlp(part, disable=["eipe"]) for part in parts(text)]
        doc: Doc = Doc.from_docs(docs, ensure_whitespace=False)
        keep(doc, docs)
        return self._component(doc) if written else doc

    def _found(self, doc: Doc, indirect: bool, written: bool) -> Extraction | None:
        """The extraction of ``doc``; None if an error handler that the user set leaves it out."""
        from eipe.component import stored

        if written and indirect == self._component.indirect:
            return stored(doc)
        try:
            extraction: Extraction = self._component.process(doc, indirect=indirect)
        except Exception as error:
            cast(Any, self._nlp).default_error_handler("eipe", self._component, [doc], error)
            return None
        return extraction

    def _check(self, text: str) -> None:
        """Refuses a text that is too long, and warns of one that seems to be no article."""
        if len(text) > self._nlp.max_length:
            raise ValueError(
                f"the text has {len(text):,} characters, and the limit is {self._nlp.max_length:,}: split it "
                "into articles, or raise the limit with extractor.nlp.max_length = ..."
            )
        doubt_text(text)

    def _wanted(self, indirect: bool | None) -> bool:
        """Whether reported speech without marks is wanted for a call with this argument."""
        return self._indirect if indirect is None else check_switch("indirect", indirect)

    def _result(self, found: Extraction, clean: CleanText, min_confidence: float) -> Extraction:
        """What was found in the clean text, as the user asked for it."""
        result = clean.restore(found)
        if min_confidence > 0:
            quotes = tuple(quote for quote in result.quotes if quote.confidence >= min_confidence)
            result = replace(result, quotes=quotes)
        return result
