"""Label Studio's JSON: a task an article, with regions and relations as a prediction that annotators correct.

``CONFIG`` is the labeling interface that such tasks need. Offsets count code points, as Label Studio does.
"""

from __future__ import annotations

from typing import Any

from eipe.formats.documents import Document, Region, graph
from eipe.interchange import dump
from eipe.records import Quote

__all__ = ["CONFIG", "write"]

#: The labeling interface, for the project's settings: Labeling Interface, Code.
CONFIG = """\
<View>
  <Labels name="label" toName="text">
    <Label value="PERSON" background="#005b94"/>
    <Label value="PLACE" background="#006b4e"/>
    <Label value="ORGANIZATION" background="#954b00"/>
    <Label value="SOURCE" background="#8b3470"/>
    <Label value="SPEECH" background="#ffe08a"/>
    <Label value="FRAGMENT" background="#fff3c4"/>
    <Label value="INDIRECT" background="#d9d9d9"/>
    <Label value="CUE" background="#5b5b5b"/>
    <Label value="TERM" background="#bbbbbb"/>
  </Labels>
  <Relations>
    <Relation value="speaker"/>
    <Relation value="addressee"/>
    <Relation value="cue"/>
  </Relations>
  <Text name="text" value="$text"/>
</View>"""


def write(document: Document) -> str:
    """The article as a task."""
    from eipe.provenance import __version__

    found = graph(document.extraction)
    relations = [
        {
            "type": "relation",
            "from_id": _id(relation.quote),
            "to_id": _id(relation.target),
            "direction": "right",
            "labels": [relation.type],
        }
        for relation in found.relations
    ]
    result = [*map(_region, found.regions), *relations]
    data = {"text": document.extraction.text} | ({"id": document.id} if document.id else {})
    return dump({"data": data, "predictions": [{"model_version": f"eipe {__version__}", "result": result}]})


def _id(region: Region) -> str:
    return f"r{region.id}"


def _region(region: Region) -> dict[str, Any]:
    span = region.span
    out: dict[str, Any] = {
        "id": _id(region),
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": span.start, "end": span.end, "text": span.text, "labels": [region.label]},
    }
    if isinstance(span, Quote):
        out["score"] = span.confidence
    if region.entity:
        out["meta"] = {"text": [region.entity.name]}
    return out
