"""TEI P5: the article as ``<p>`` with ``<said who="#person-1">``, the entities as lists in the header.

A quotation over several paragraphs is one ``<said>`` in each, chained by ``next`` and ``prev``; what else crosses
another stretch is cut in two. Marks that quote nobody are ``<q>``, nominal mentions ``<rs>``, cues ``<seg>``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from eipe.display.layers import Node, paragraphs, quoted
from eipe.formats.documents import Document, printable
from eipe.naming import entity_ids
from eipe.records import Cue, Entity, Findings, Mention, Organization, Person, Place

__all__ = ["write"]

_NAMES = {"person": "persName", "place": "placeName", "organization": "orgName"}
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="el">
<teiHeader>
<fileDesc>
<titleStmt><title>{title}</title></titleStmt>
<publicationStmt><p>Marked up for study; the rights are those of the article.</p></publicationStmt>
<sourceDesc><p>A news article in Greek.</p></sourceDesc>
</fileDesc>
<encodingDesc>
<appInfo><application ident="eipe" version="{version}"><label>eipe</label></application></appInfo>
<classDecl>
<taxonomy>
<category xml:id="speech"><catDesc xml:lang="en">An utterance of the speaker, a clause or more.</catDesc></category>
<category xml:id="fragment"><catDesc xml:lang="en">Words of the speaker in the writer's sentence.</catDesc></category>
<category xml:id="indirect"><catDesc xml:lang="en">Reported speech without marks.</catDesc></category>
</taxonomy>
</classDecl>
</encodingDesc>
<profileDesc>
<langUsage><language ident="el">Greek</language></langUsage>
{lists}</profileDesc>
</teiHeader>
<text>
<body>
"""


def write(document: Document) -> str:
    """The article as a document of its own."""
    from eipe.provenance import __version__

    ids = entity_ids(document.extraction)
    head = _HEAD.format(title=_safe(document.id or "article"), version=__version__, lists=_lists(ids))
    return head + _Body(document.extraction, ids).text() + "</body>\n</text>\n</TEI>\n"


def _safe(text: str) -> str:
    # A parser of XML would make \n of \r.
    return escape(printable(text), {"\r": "&#13;"})


def _tag(name: str, **attributes: str | None) -> str:
    """An opening tag; an attribute that is None is left out."""
    given = ((key.replace("__", ":"), value) for key, value in attributes.items() if value is not None)
    return f"<{name}{''.join(f' {key}={quoteattr(printable(value))}' for key, value in given)}>"


def _lists(ids: Mapping[Entity, str]) -> str:
    """Who and what is named, in the lists that TEI has for people, organizations and places."""
    people, organizations, places = "", "", ""
    for entity, id in ids.items():
        name = _safe(entity.name)
        if isinstance(entity, Place):
            places += f"{_tag('place', xml__id=id, type=entity.kind)}<placeName>{name}</placeName></place>\n"
        elif isinstance(entity, Organization):
            organizations += f"{_tag('org', xml__id=id)}<orgName>{name}</orgName></org>\n"
        elif isinstance(entity, Person):
            sex = {"f": "F", "m": "M"}.get(entity.gender or "")
            roles = "".join(f"<roleName>{_safe(role)}</roleName>" for role in entity.roles)
            people += f"{_tag('person', xml__id=id, sex=sex)}<persName>{name}{roles}</persName></person>\n"
        else:
            people += f"{_tag('person', xml__id=id, role='source')}<p>{name}</p></person>\n"
    partic = f"<listPerson>\n{people}</listPerson>\n" if people else ""
    partic += f"<listOrg>\n{organizations}</listOrg>\n" if organizations else ""
    out = f"<particDesc>\n{partic}</particDesc>\n" if partic else ""
    return out + (f"<settingDesc>\n<listPlace>\n{places}</listPlace>\n</settingDesc>\n" if places else "")


class _Body:
    """The paragraphs of an article."""

    def __init__(self, extraction: Findings, ids: Mapping[Entity, str]) -> None:
        self.source = extraction.text
        self.ids = ids
        self.lines = list(paragraphs(extraction))
        self.sizes = Counter(node.number for line in self.lines for node in _walk(line) if node.kind == "quote")
        self.seen = Counter[int]()

    def text(self) -> str:
        lines = [f"<p>{''.join(map(self.piece, line.children))}</p>\n" for line in self.lines]
        return "".join(lines) or "<p/>\n"

    def piece(self, node: Node) -> str:
        if node.kind == "text":
            return _safe(self.source[node.start : node.end])
        if node.kind == "label":
            return ""
        name, tag = self.opening(node)
        return f"{tag}{''.join(map(self.piece, node.children))}</{name}>"

    def opening(self, node: Node) -> tuple[str, str]:
        if node.kind == "quote":
            return "said", self.said(node)
        if node.kind == "mention" and node.entity:
            names = isinstance(node.span, Mention) and node.span.kind == "name"
            name = _NAMES.get(node.entity.type, "rs") if names else "rs"
            kind = node.entity.type if name == "rs" else None
            return name, _tag(name, ref=self.reference(node.entity), type=kind)
        if isinstance(node.span, Cue):
            return "seg", _tag("seg", type="cue", n=node.span.lemma, corresp=f"#q{node.number + 1}")
        return "q", _tag("q")

    def said(self, node: Node) -> str:
        quote, number = quoted(node), node.number + 1
        self.seen[node.number] += 1
        part, parts = self.seen[node.number], self.sizes[node.number]
        return _tag(
            "said",
            xml__id=_part(number, part),
            who=self.reference(quote.speaker),
            toWhom=self.reference(quote.addressee),
            direct="false" if quote.kind == "indirect" else "true",
            ana=f"#{quote.kind}",
            cert=f"{quote.confidence:.2f}",
            prev=f"#{_part(number, part - 1)}" if part > 1 else None,
            next=f"#{_part(number, part + 1)}" if part < parts else None,
        )

    def reference(self, entity: Entity | None) -> str | None:
        return f"#{self.ids[entity]}" if entity and entity in self.ids else None


def _part(number: int, part: int) -> str:
    return f"q{number}" if part == 1 else f"q{number}-{part}"


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)
