"""Who is in a Greek news article, where, and who said what.

    >>> import eipe
    >>> result = eipe.extract("«Θα έρθω αύριο», είπε ο Νίκος Παππάς.")
    >>> result.quotes[0].speaker.name
    'Νίκος Παππάς'

Importing eipe loads no model; the embedded one is loaded at the first call of ``extract`` or ``load``.
"""

import logging

from eipe.archive.about import QuoteAbout, quotes_about
from eipe.archive.appearances import people, places
from eipe.archive.columns import People, PersonInArchive, PersonInArticle, PlaceInArchive, PlaceInArticle, Places
from eipe.archive.repeats import RepeatedQuote, same_quotes
from eipe.audits import Audit, SpeakerShare, audit
from eipe.doubts import EipeWarning
from eipe.evaluation.report import Scores
from eipe.evaluation.scores import score
from eipe.exporting import export
from eipe.extractions import Extraction
from eipe.frames import frame
from eipe.pipeline import Extractor, ModelNotFoundError, extract, load
from eipe.provenance import Provenance
from eipe.provenance import __version__ as __version__
from eipe.records import Cue, Entity, Mention, Organization, Person, Place, Quote, Source, Span

# Nothing is printed unless the user sets logging up: Python would print warnings for want of any handler.
logging.getLogger("eipe").addHandler(logging.NullHandler())

__all__ = [
    "Audit",
    "Cue",
    "EipeWarning",
    "Entity",
    "Extraction",
    "Extractor",
    "Mention",
    "ModelNotFoundError",
    "Organization",
    "People",
    "Person",
    "PersonInArchive",
    "PersonInArticle",
    "Place",
    "PlaceInArchive",
    "PlaceInArticle",
    "Places",
    "Provenance",
    "Quote",
    "QuoteAbout",
    "RepeatedQuote",
    "Scores",
    "Source",
    "Span",
    "SpeakerShare",
    "audit",
    "export",
    "extract",
    "frame",
    "load",
    "people",
    "places",
    "quotes_about",
    "same_quotes",
    "score",
]
