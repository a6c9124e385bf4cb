"""One analysed ``Doc`` in, one ``Extraction`` out: the way of a text, step by step.

Doc -> mentions -> people, places, organizations -> marks -> cues -> speakers -> Extraction
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Doc

from eipe.article.marks import find_marks
from eipe.article.zones import find_zones
from eipe.entities import find_entities
from eipe.extractions import Extraction
from eipe.quotes.attribution import attribute
from eipe.quotes.beliefs import hear
from eipe.quotes.choose import Chooser
from eipe.quotes.cues import Lexicon, attributed
from eipe.quotes.layout import lay_out
from eipe.quotes.results import Attribution
from eipe.quotes.sources import Sources
from eipe.quotes.words import read_words
from eipe.records import Cue, Entity, Mention, Quote, QuoteKind, Source, Span
from eipe.rewriting import rewritten
from eipe.tokens import Tokens
from eipe.zoning import with_zones, without_furniture

__all__ = ["extract_doc"]


def extract_doc(
    doc: Doc,
    lexicon: Lexicon,
    *,
    indirect: bool = False,
    furniture: bool = False,
    chooser: Chooser | None = None,
) -> Extraction:
    """Who is in ``doc``, where, and who said what.

    Args:
        doc: A Doc with entities and a dependency tree.
        lexicon: The cues, and the user's own names and titles.
        indirect: Whether reported speech without marks is wanted too.
        furniture: Whether people are wanted who stand only in bylines, credits and teasers.
        chooser: Chooses among the answers; by default by the package's weights.
    """
    tokens = Tokens.of(doc)
    text = tokens.text
    zones = find_zones(text)
    entities = find_entities(doc, tokens, zones, own=lexicon.own)
    article = read_words(doc, tokens)
    sources = Sources(article, (*entities.people, *entities.places, *entities.organizations))
    marks = find_marks(text, attributed=lambda stretch: attributed(stretch, lexicon))
    layout = lay_out(article, marks)
    heard = hear(doc, article, marks)
    results = attribute(layout, lexicon, sources, heard, zones, indirect=indirect, chooser=chooser)
    for result in results:
        sources.keep(result.speaker if result.kind != "term" else None)
    quotes = [_quote(text, result, sources) for result in results if result.kind != "term"]
    terms = [_span(text, result.start, result.end) for result in results if result.kind == "term"]
    named = {
        id(entity): entity
        for quote in quotes
        for entity in (quote.speaker, quote.addressee)
        if isinstance(entity, Source)
    }
    found = Extraction(
        text=text,
        people=entities.people,
        places=entities.places,
        organizations=entities.organizations,
        sources=tuple(named.values()),
        quotes=tuple(quotes),
        terms=tuple(terms),
    )
    return _with_ids(with_zones(found if furniture else without_furniture(found, zones), zones))


E = TypeVar("E", bound=Entity)


def _with_ids(extraction: Extraction) -> Extraction:
    """person-1, person-2 ...: what tells those who are listed apart, whatever their names."""
    listed = (extraction.people, extraction.places, extraction.organizations, extraction.sources)
    ids = {id(one): f"{one.type}-{number}" for entities in listed for number, one in enumerate(entities, start=1)}

    def known(entity: E) -> E:
        return replace(entity, id=ids[id(entity)])

    return rewritten(extraction, entity=known)


_KINDS: dict[str, QuoteKind] = {"speech": "speech", "fragment": "fragment", "indirect": "indirect"}


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, text=text[start:end])


def _quote(text: str, result: Attribution, sources: Sources) -> Quote:
    cue, mention = result.cue, result.mention
    return Quote(
        start=result.start,
        end=result.end,
        text=text[result.start : result.end],
        kind=_KINDS[result.kind],
        cue=cue and Cue(start=cue[0], end=cue[1], text=text[cue[0] : cue[1]], lemma=cue[2]),
        speaker=sources.final(result.speaker),
        speaker_mention=mention
        and Mention(
            start=mention[0],
            end=mention[1],
            text=text[mention[0] : mention[1]],
            kind="name" if mention[2] == "name" else "nominal",
        ),
        addressee=sources.final(result.addressee),
        rule=result.rule,
        confidence=result.confidence,
    )
