"""CoNLL-U: tokens with tags and tree; entities and quotations stand in MISC.

Entities are written as CorefUD writes them, ``Entity=(d1person1-person-1`` ... ``Entity=d1person1)``, quotations and
cues in the same manner. Comments before the first sentence of an article say what the fields are, and who is who.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from eipe.formats.documents import Document
from eipe.formats.syntax import Sentence, Token, covered
from eipe.naming import entity_ids
from eipe.records import Entity

__all__ = ["write"]

#: How UDPipe writes white space other than one blank; what else breaks lines counts as a blank.
_SPACES = {" ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r"} | dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\\s")
_FIELDS = (("Entity", "eid-etype-head"), ("Quote", "qid-kind-speaker-addressee"), ("Cue", "qid"))
_BREAKS = re.compile(r"\s+")


def write(document: Document) -> str:
    """The article, a block of lines a sentence."""
    sentences = document.read()
    tokens = list(chain.from_iterable(sentences))
    marks = _marks(document, sentences, tokens)
    name = _line(document.id).replace("/", "_") or "article"  # a slash in it would divide
    lines: list[str] = []
    at = 0
    for number, sentence in enumerate(sentences, start=1):
        if number == 1:
            lines += _head(document)
        if number == 1 or "\n" in tokens[at - 1].after or "\r" in tokens[at - 1].after:
            lines.append("# newpar")
        lines += [f"# sent_id = {name}-{number}", f"# text = {_text(sentence)}"]
        for place, token in enumerate(sentence, start=1):
            lines.append("\t".join([str(place), *_columns(token), _misc(token, marks.get(at, {}))]))
            at += 1
        lines.append("")
    return "".join(f"{line}\n" for line in lines)


def _head(document: Document) -> list[str]:
    lines = [f"# newdoc id = {_line(document.id)}" if document.id else "# newdoc"]
    lines += [f"# global.{name} = {fields}" for name, fields in _FIELDS]
    return lines + [f"# name {id} = {_line(entity.name)}" for entity, id in _ids(document).items()]


def _columns(token: Token) -> tuple[str, ...]:
    head = "_" if token.head is None else str(token.head)
    fields = (token.form, token.lemma, token.upos, token.xpos, token.feats, head, token.deprel, "")
    return tuple(_line(field) or "_" for field in fields)


def _misc(token: Token, marks: dict[str, str]) -> str:
    fields = [f"{name}={value}" for name, value in marks.items()]
    if token.after != " ":
        spaces = "".join(_SPACES.get(char, char) for char in token.after)
        fields.append(f"SpacesAfter={spaces}" if spaces else "SpaceAfter=No")
    return "|".join([*fields, f"start_char={token.start}", f"end_char={token.end}"])


def _marks(document: Document, sentences: Sequence[Sentence], tokens: Sequence[Token]) -> dict[int, dict[str, str]]:
    """The fields of MISC of each token that a span starts at, ends at or, if it is a cue, holds."""
    extraction, ids = document.extraction, _ids(document)
    firsts = [at for at, size in _sizes(sentences) for _ in range(size)]
    brackets: dict[str, dict[int, list[tuple[int, str]]]] = {name: defaultdict(list) for name, _ in _FIELDS}

    def add(field: str, places: Sequence[int], key: str, rest: str) -> None:
        # At one token: those that open, the longest first, those of this token alone, and those that close.
        size, at = len(places), brackets[field]
        if size == 1:
            at[places[0]].append((0, f"({key}{rest})"))
        elif size:
            at[places[0]].append((-size, f"({key}{rest}"))
            at[places[-1]].append((size, f"{key})"))

    for entity, id in ids.items():
        for mention in entity.mentions:
            places = covered(tokens, mention.start, mention.end)
            # A mention of CorefUD is in one sentence; one that the parser has cut ends with the first.
            inside = [place for place in places if firsts[place] == firsts[places[0]]]
            add("Entity", inside, id, f"-{entity.type}-{_head_of(tokens, inside, firsts)}")
    for number, quote in enumerate(extraction.quotes, start=1):
        key = f"d{document.number}q{number}"
        who = [ids.get(entity, "_") if entity else "_" for entity in (quote.speaker, quote.addressee)]
        add("Quote", covered(tokens, quote.start, quote.end), key, "-".join(["", quote.kind, *who]))
        if quote.cue:
            add("Cue", covered(tokens, quote.cue.start, quote.cue.end), key, "")
    out: dict[int, dict[str, str]] = defaultdict(dict)
    for field, places_of in brackets.items():
        for place, parts in places_of.items():
            out[place][field] = "".join(text for _, text in sorted(parts, key=lambda part: part[0]))
    return out


def _sizes(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Where each sentence starts among the tokens of the article, and how many it has."""
    at = 0
    for sentence in sentences:
        yield at, len(sentence)
        at += len(sentence)


def _head_of(tokens: Sequence[Token], places: Sequence[int], firsts: Sequence[int]) -> int:
    """The number, from 1, of the first token of a span whose head is outside of it; 1 where there is no tree."""
    for number, place in enumerate(places, start=1):
        head = tokens[place].head
        if head is not None and (head == 0 or firsts[place] + head - 1 not in places):
            return number
    return 1


def _ids(document: Document) -> dict[Entity, str]:
    """Names for the entities that no other article of the file has: readers of CorefUD take equal ones for one entity.

    They have no hyphen, which divides the fields of a bracket.
    """
    ids = entity_ids(document.extraction).items()
    return {entity: f"d{document.number}{id.replace('-', '')}" for entity, id in ids}


def _line(text: str) -> str:
    return _BREAKS.sub(" ", text)


def _text(sentence: Sentence) -> str:
    return "".join(token.form + (" " if token.after else "") for token in sentence).strip()
