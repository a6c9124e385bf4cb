"""doccano's JSON lines for a project of sequence labelling with relations: one line an article.

Offsets count code points, as doccano does unless its project counts grapheme clusters.
"""

from __future__ import annotations

from typing import Any

from eipe.formats.documents import Document, graph
from eipe.interchange import dump

__all__ = ["write"]


def write(document: Document) -> str:
    """The article as one line."""
    found = graph(document.extraction)
    record: dict[str, Any] = {
        "text": document.extraction.text,
        "entities": [
            {
                "id": region.id,
                "start_offset": region.span.start,
                "end_offset": region.span.end,
                "label": region.label,
            }
            for region in found.regions
        ],
        "relations": [
            {"id": number, "from_id": relation.quote.id, "to_id": relation.target.id, "type": relation.type}
            for number, relation in enumerate(found.relations)
        ],
    }
    # Whatever else a line has becomes the article's metadata.
    return dump(record | ({"article": document.id} if document.id else {})) + "\n"
