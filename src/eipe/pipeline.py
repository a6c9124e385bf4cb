"""``load`` and ``extract``: an extractor on a model of one's choice, or on the embedded one.

Loading is lazy and shared: ``eipe.extract`` loads the embedded model at its first call, once for all threads.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from eipe.arguments import check_text
from eipe.extractions import Extraction
from eipe.extractor import Extractor
from eipe.formats.syntax import READERS
from eipe.loading import EMBEDDED, ModelNotFoundError, open_pipeline
from eipe.vocabulary import Words

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["EMBEDDED", "Extractor", "ModelNotFoundError", "extract", "load"]

_LOCK = threading.Lock()


def load(
    model: str | Path | Language | None = None,
    *,
    cues: Sequence[str] = (),
    words: Words = None,
    indirect: bool = False,
    furniture: bool = False,
) -> Extractor:
    """An extractor on the embedded model, or on any Greek spaCy pipeline.

    Args:
        model: None, or its name "el_eipe_news", for the embedded model; the name of an installed pipeline
            ("el_core_news_md") or the path of one on disk; or a pipeline already in memory.
        cues: Lemmas of verbs to add to the cue lexicon ("τουιτάρω"); where the aorist is not regular it goes
            behind a slash ("σκούζω/έσκουξε").
        words: Words of your own, cues, names and titles, as docs/extending.md tells: the name of a file of rows
            ("my.tsv"), or the rows themselves as strings.
        indirect: Whether reported speech without marks is extracted too.
        furniture: Whether people are listed too who stand only in bylines, credits and teasers.

    Raises:
        ModelNotFoundError: If no such pipeline is installed; it says what may be meant and how to install it.
        FileNotFoundError: If there is no file ``words``.
        ValueError: If the pipeline lacks a parser or an entity recognizer, a cue is no Greek verb in the first
            person, or a row of ``words`` is not as it should be; it names each with its file and line.
        TypeError: If ``model`` is none of these, ``cues`` or ``words`` no strings, or ``indirect`` or ``furniture``
            not True or False.

    Warns:
        EipeWarning: Of a verb among ``words`` whose aorist no rule makes.
    """
    return Extractor(open_pipeline(model), cues=cues, words=words, indirect=indirect, furniture=furniture)


def extract(text: str, *, indirect: bool = False, min_confidence: float = 0.0) -> Extraction:
    """Reads one Greek article with the embedded model, which is loaded at the first call.

    Args:
        text: The article itself (not a file name), paragraphs separated by newlines.
        indirect: Whether reported speech without marks (είπε ότι ...) is wanted too.
        min_confidence: Quotations that are less sure than this, from 0 to 1, are left out.

    Returns:
        People, places, organizations, quotations; every offset counts the characters of ``text``.

    Raises:
        TypeError: If ``text`` is not a string, ``indirect`` not True or False, or ``min_confidence`` no number.
        ValueError: If ``text`` is longer than a million characters, or ``min_confidence`` not from 0 to 1.

    Warns:
        EipeWarning: If ``text`` has hardly any Greek letters, HTML tags or entities, or << >> for quotation marks;
            or is the name of a file.
    """
    check_text(text, who="eipe.extract() takes the article as", many="eipe.load().pipe(texts)")
    return default_extractor().extract(text, indirect=indirect, min_confidence=min_confidence)


def default_extractor() -> Extractor:
    """The extractor of ``extract``, on the embedded model, one for all threads."""
    with _LOCK:
        return _embedded()


@lru_cache(maxsize=1)
def _embedded() -> Extractor:
    return load()


READERS.append(lambda: default_extractor().nlp)
