"""``Extractor``: a Greek spaCy pipeline with the eipe component at its end, for one text or for many."""

from __future__ import annotations

import logging
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from time import monotonic
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
from eipe.reading import Reading
from eipe.vocabulary import Words, check_words

if TYPE_CHECKING:
    from spacy.language import Language

    from eipe.processes import Read

__all__ = ["Extractor"]

_LOG = logging.getLogger(__name__)


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
        furniture: Whether people are listed too who stand only in bylines, credits and teasers.

    Raises:
        TypeError: If ``nlp`` is no spaCy pipeline, ``cues`` or ``words`` no strings, or ``indirect`` or ``furniture``
            not True or False.
        FileNotFoundError: If there is no file ``words``.
        ValueError: If the pipeline lacks a parser or an entity recognizer, a cue is no Greek verb in the first
            person, or a row of ``words`` is not as it should be.

    Warns:
        EipeWarning: Of a verb among ``words`` whose aorist no rule makes.
    """

    def __init__(
        self,
        nlp: Language,
        *,
        cues: Sequence[str] = (),
        words: Words = None,
        indirect: bool = False,
        furniture: bool = False,
    ) -> None:
        wanted, own = check_cues(cues), check_words(words)
        indirect = check_switch("indirect", indirect)
        furniture = check_switch("furniture", furniture)
        check_pipeline(nlp)
        if "eipe" not in nlp.pipe_names:
            asked = {"words": own.lines() or None, "indirect": indirect, "furniture": furniture}
            nlp.add_pipe("eipe", last=True, config={"cues": list(wanted), **asked})
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
        self._furniture = furniture or self._component.furniture
        _LOG.info("reads with %s (%s)", self._component.provenance.model, ", ".join(nlp.pipe_names))

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
            EipeWarning: If ``text`` has hardly any Greek letters, HTML tags or entities, or << >> for quotation marks;
                or is the name of a file.
        """
        reading = self._reading(indirect, min_confidence)
        self._check(check_text(text))
        return reading.one(text)

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
        reading = self._reading(indirect, min_confidence)
        batch_size = check_count("batch_size", batch_size)
        check_count("n_process", n_process, every_core=True)
        return self._piped(texts, partial(reading.many, batch_size=batch_size), n_process, batch_size)

    def _piped(self, texts: Iterable[Any], read: Read, n_process: int, batch_size: int) -> Iterator[Any]:
        # What belongs to a text waits here, and need not travel to another process with it.
        waiting: deque[tuple[int, bool, Any]] = deque()
        failed: list[Exception] = []
        begin, counts = monotonic(), Counter[str]()

        def given() -> Iterator[str]:
            try:
                for number, item in enumerate(texts):
                    text, context, paired = text_and_context(item, number)
                    doubt_pair(text, context)
                    self._check(text, f"texts[{number}]")
                    waiting.append((number, paired, context))
                    yield text
            except Exception as error:  # told behind the results of the texts before
                failed.append(error)

        if n_process == 1:
            results = read(given())
        else:
            from eipe.processes import spread

            results = spread(read, given(), n_process=n_process, batch_size=batch_size)
        try:
            with closing(results):
                for result in results:
                    number, paired, context = waiting.popleft()
                    if result is None:
                        counts["skipped"] += 1
                        _LOG.warning("texts[%d] is skipped: the pipeline's error handler took what went wrong", number)
                        continue
                    counts.update(texts=1, quotes=len(result.quotes))
                    yield (result, context) if paired else result
        finally:
            told = counts["texts"], counts["quotes"], counts["skipped"], monotonic() - begin
            _LOG.info("%d texts read, %d quotations found, %d texts skipped, %.1f s", *told)
        if failed:
            raise failed[0]

    def _check(self, text: str, what: str = "the text") -> None:
        """Refuses a text that is too long, and warns of one that seems to be no article."""
        if len(text) > self._nlp.max_length:
            raise ValueError(
                f"{what} has {len(text):,} characters, and the limit is {self._nlp.max_length:,}: split it "
                "into articles, or raise the limit with extractor.nlp.max_length = ..."
            )
        doubt_text(text)

    def _reading(self, indirect: bool | None, min_confidence: float) -> Reading:
        """How a call with these arguments reads its texts."""
        bar = check_confidence(min_confidence)
        wanted = self._indirect if indirect is None else check_switch("indirect", indirect)
        return Reading(
            nlp=self._nlp,
            component=self._component,
            indirect=wanted,
            furniture=self._furniture,
            min_confidence=bar,
        )
