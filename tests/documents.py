"""Documents written by hand, their names in brackets: no model takes part in a rule's test."""

from __future__ import annotations

import re

import spacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from eipe.entities import Entities

BLANK = spacy.blank("el")
MARK = re.compile(r"\[([^\[\]|]+)(?:\|([A-Z_]+))?\]")


def marked(text: str, label: str = "PERSON", pos: dict[str, str] | None = None) -> Doc:
    """The document of ``text``, where [Γιώργος Παππάς] is an entity, of another label in [Αθήνα|GPE].

    ``pos`` gives tags by word; the others are guessed from their shape as far as the rules look at them.
    """
    spans: list[tuple[int, int, str]] = []
    plain, last = "", 0
    for match in MARK.finditer(text):
        plain += text[last : match.start()]
        spans.append((len(plain), len(plain) + len(match[1]), match[2] or label))
        plain += match[1]
        last = match.end()
    plain += text[last:]
    doc = BLANK(plain)
    for token in doc:
        token.pos_ = (pos or {}).get(token.text, "PUNCT" if not token.text.strip('.,;:!?«»"“”·…()-–') else "")
    found = [doc.char_span(start, end, label=kind, alignment_mode="expand") for start, end, kind in spans]
    kept: list[Span] = [span for span in found if span is not None]
    doc.ents = tuple(filter_spans(kept))
    return doc


def name_at(found: Entities, start: int, end: int) -> str | None:
    """The name of the entity whose mention overlaps these offsets; of two, of the one that opens last."""
    entities = (*found.people, *found.places, *found.organizations)
    mentions = [(mention.start, mention.end, one.name) for one in entities for mention in one.mentions]
    hits = [(opens, name) for opens, closes, name in mentions if opens < end and closes > start]
    return max(hits, key=lambda hit: hit[0])[1] if hits else None
