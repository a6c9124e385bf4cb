"""The spaCy component ``eipe``: extraction as the last step of any Greek pipeline.

    nlp.add_pipe("eipe", last=True)
    doc = nlp(text)
    doc._.eipe          # Extraction

spaCy imports the factory of every installed component whenever it loads any pipeline, so nothing heavy is
imported here. What the component finds stands on the ``Doc`` as span groups with plain attributes, which survive
``Doc.to_bytes``, ``DocBin`` and ``n_process``; ``doc._.eipe`` rebuilds the ``Extraction`` from them. They do not
survive ``Doc.from_docs`` and ``Span.as_doc``, and the getter warns of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from eipe.arguments import check_cues
from eipe.doubts import doubt_pipeline, doubt_unread
from eipe.loading import lacks
from eipe.provenance import Provenance, model_name
from eipe.vocabulary import Words, check_words

if TYPE_CHECKING:
    from eipe.extractions import Extraction

__all__ = ["GROUPS", "Eipe", "make_eipe", "stored"]

#: The span groups that the component writes: what they hold, for displaCy and for other components.
GROUPS = ("eipe_mentions", "eipe_quotes", "eipe_terms")


@Language.factory(
    "eipe",
    assigns=["doc.spans", "doc._.eipe"],
    requires=["doc.ents", "token.dep", "token.head", "token.pos", "token.morph"],
    default_config={"cues": [], "words": None, "indirect": False, "furniture": False},
)
def make_eipe(nlp: Language, name: str, cues: Any, words: Any, indirect: bool, furniture: bool) -> Eipe:
    """Makes the component.

    It checks ``cues`` and ``words`` itself: spaCy's message would not say what to write.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        cues: Lemmas of verbs to add to the cue lexicon.
        words: Words of the user's own: the name of a file, or its lines.
        indirect: Whether reported speech without marks is extracted too.
        furniture: Whether people are listed who stand only in bylines, credits and teasers.

    Warns:
        EipeWarning: If what stands in the pipeline by now gives no names or no trees.
    """
    doubt_pipeline(lacks(nlp))
    return Eipe(name, cues=cues, words=words, indirect=indirect, furniture=furniture, model=model_name(nlp.meta))


def stored(doc: Doc) -> Extraction:
    """The extraction that stands on ``doc``; an empty one, with a warning, if the component has not run on it."""
    from eipe.extractions import Extraction

    group = doc.spans.get("eipe_quotes")
    record = None if group is None else group.attrs.get("record")
    if record is None:
        doubt_unread()
        return Extraction(text=doc.text)
    return Extraction.from_dict({**record, "text": doc.text})


if not Doc.has_extension("eipe"):
    Doc.set_extension("eipe", getter=stored)


class Eipe:
    """Writes an extraction on each Doc.

    Args:
        name: The component's name.
        cues: Lemmas of verbs to add to the cue lexicon.
        words: Words of the user's own: the name of a file, or its lines.
        indirect: Whether reported speech without marks is extracted too.
        furniture: Whether people are listed who stand only in bylines, credits and teasers.
        model: What the pipeline calls itself; it stands on every extraction.

    Raises:
        TypeError: If ``cues`` or ``words`` are no strings.
        FileNotFoundError: If there is no file ``words``.
        ValueError: If one of the cues is no Greek verb in the first person, or a row of ``words`` not as it should be.
    """

    def __init__(
        self,
        name: str = "eipe",
        *,
        cues: Iterable[str] = (),
        words: Words = None,
        indirect: bool = False,
        furniture: bool = False,
        model: str = "",
    ) -> None:
        self.name = name
        self.cues = check_cues(cues)
        self.words = check_words(words)
        self.indirect = indirect
        self.furniture = furniture
        self.provenance = Provenance(model=model)

    def process(self, doc: Doc, *, indirect: bool | None = None, furniture: bool | None = None) -> Extraction:
        """The extraction of ``doc``, with no side effect."""
        from eipe.extraction import extract_doc
        from eipe.quotes.cues import lexicon

        found = extract_doc(
            doc,
            lexicon(self.cues, self.words),
            indirect=self.indirect if indirect is None else indirect,
            furniture=self.furniture if furniture is None else furniture,
        )
        return replace(found, provenance=self.provenance)

    def __call__(self, doc: Doc) -> Doc:
        self.write(doc, self.process(doc))
        return doc

    @staticmethod
    def write(doc: Doc, extraction: Extraction) -> None:
        """Puts ``extraction`` on ``doc``."""
        from eipe.interchange import to_dict

        record = to_dict(extraction)
        del record["text"]
        mentions = [
            (_span(doc, mention.start, mention.end, entity.type.upper()), mention.zone)
            for entity in extraction.entities
            for mention in entity.mentions
        ]
        doc.spans["eipe_mentions"] = _group(doc, "eipe_mentions", mentions, {})
        quotes = [(_span(doc, quote.start, quote.end, quote.kind.upper()), quote.zone) for quote in extraction.quotes]
        doc.spans["eipe_quotes"] = _group(doc, "eipe_quotes", quotes, {"record": record})
        terms = [_span(doc, term.start, term.end, "TERM") for term in extraction.terms]
        spans = [span for span in terms if span is not None]
        doc.spans["eipe_terms"] = SpanGroup(doc, name="eipe_terms", spans=spans)


def _span(doc: Doc, start: int, end: int, label: str) -> Span | None:
    """The tokens that hold a stretch of text; the exact offsets stand in the record."""
    return doc.char_span(start, end, label=label, alignment_mode="expand") if start < end else None


def _group(doc: Doc, name: str, spans: Sequence[tuple[Span | None, str]], attrs: dict[str, Any]) -> SpanGroup:
    """A group of spans; the attribute ``zones`` holds the zone of each, in their order."""
    kept = [(span, zone) for span, zone in spans if span is not None]
    attrs = {**attrs, "zones": [zone for _, zone in kept]}
    return SpanGroup(doc, name=name, spans=[span for span, _ in kept], attrs=attrs)
