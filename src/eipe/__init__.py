"""Who is in a Greek news article, where, and who said what.

    >>> import eipe
    >>> result = eipe.extract("«Θα έρθω αύριο», είπε ο Νίκος Παππάς.")
    >>> result.quotes[0].speaker.name
    'Νίκος Παππάς'

Importing eipe loads no model; the embedded one is loaded at the first call of ``extract`` or ``load``.
"""

from eipe.audits import Audit, SpeakerShare, audit
from eipe.doubts import EipeWarning
from eipe.exporting import export
from eipe.frames import frame
from eipe.pipeline import Extractor, ModelNotFoundError, extract, load
from eipe.records import (
    Cue,
    Entity,
    Extraction,
    Mention,
    Organization,
    Person,
    Place,
    Quote,
    Source,
    Span,
)

__version__ = "0.1.0"

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
    "Person",
    "Place",
    "Quote",
    "Source",
    "Span",
    "SpeakerShare",
    "audit",
    "export",
    "extract",
    "frame",
    "load",
]
