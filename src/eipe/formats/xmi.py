"""UIMA CAS XMI, which INCEpTION opens, written by dkpro-cassis.

Mentions, cues and quotations are custom layers; a quotation has slots for its speaker, addressee and cue. The type
system tells INCEpTION the layers: it is imported once, in the settings of the project.
"""

from __future__ import annotations

from typing import Any

from eipe.extras import require
from eipe.formats.documents import Document, Region, graph, printable
from eipe.naming import entity_ids
from eipe.records import Cue, Entity, Mention, Quote

__all__ = ["TYPE_SYSTEM", "typesystem", "write"]

#: The name of the file with the type system, beside those with the articles.
TYPE_SYSTEM = "TypeSystem.xml"
_STRING, _FLOAT = "uima.cas.String", "uima.cas.Float"
_MENTION, _QUOTATION, _CUE, _TERM = (f"webanno.custom.{name}" for name in ("Mention", "Quotation", "Cue", "Term"))
_FEATURES = {
    _MENTION: {"label": _STRING, "kind": _STRING, "entity": _STRING, "name": _STRING},
    _CUE: {"lemma": _STRING},
    _TERM: {},
    _QUOTATION: {"kind": _STRING, "speakerName": _STRING, "confidence": _FLOAT, "rule": _STRING},
}
#: What the slots of a quotation lead to.
_SLOTS = {"speaker": _MENTION, "addressee": _MENTION, "cue": _CUE}


def write(document: Document) -> str:
    """The article as one CAS.

    Raises:
        ModuleNotFoundError: If dkpro-cassis is not installed.
    """
    types, extraction = _types(), document.extraction
    cas = require("cassis", "xmi").Cas(typesystem=types)
    text = printable(extraction.text)
    cas.sofa_string = text
    cas.sofa_mime = "text/plain"
    whole = cas.get_document_annotation()
    whole.begin, whole.end, whole.language = 0, len(text), "el"
    found, ids = graph(extraction), entity_ids(extraction)
    annotations = {region.id: _annotation(types, region, ids) for region in found.regions}
    for relation in found.relations:
        link = types.get_type(_link(relation.type))(role=relation.type, target=annotations[relation.target.id])
        annotations[relation.quote.id][relation.type].elements.append(link)
    cas.add_all(annotations.values())
    return str(cas.to_xmi(pretty_print=True))


def typesystem() -> str:
    """The layers as a UIMA type system.

    Raises:
        ModuleNotFoundError: If dkpro-cassis is not installed.
    """
    return str(_types().to_xml())


def _types() -> Any:
    types = require("cassis", "xmi").TypeSystem()
    for name, features in _FEATURES.items():
        layer = types.create_type(name=name, supertypeName="uima.tcas.Annotation")
        for feature, kind in features.items():
            types.create_feature(domainType=layer, name=feature, rangeType=kind)
    for slot, target in _SLOTS.items():
        # Two features of these names make a type the link of a slot to INCEpTION.
        link = types.create_type(name=_link(slot), supertypeName="uima.cas.TOP")
        types.create_feature(domainType=link, name="role", rangeType=_STRING)
        types.create_feature(domainType=link, name="target", rangeType=target)
        types.create_feature(
            domainType=_QUOTATION,
            name=slot,
            rangeType="uima.cas.FSArray",
            elementType=_link(slot),
            multipleReferencesAllowed=False,
        )
    return types


def _link(slot: str) -> str:
    return f"webanno.custom.Quotation{slot.capitalize()}Link"


def _annotation(types: Any, region: Region, ids: dict[Entity, str]) -> Any:
    span = region.span
    layer, features = _TERM, dict[str, Any]()
    if isinstance(span, Quote):
        layer = _QUOTATION
        speaker = printable(span.speaker.name) if span.speaker else None
        features = {"kind": span.kind, "speakerName": speaker, "confidence": span.confidence, "rule": span.rule}
        features |= {slot: types.get_type("uima.cas.FSArray")(elements=[]) for slot in _SLOTS}
    elif isinstance(span, Cue):
        layer, features = _CUE, {"lemma": printable(span.lemma)}
    elif isinstance(span, Mention) and region.entity:
        entity = region.entity
        layer = _MENTION
        features = {"label": entity.type, "kind": span.kind, "entity": ids.get(entity), "name": printable(entity.name)}
    return types.get_type(layer)(begin=span.start, end=span.end, **features)
