"""An extraction as HTML: the article with its people, places and quotations marked, and who said what.

Everything is in one piece: no script that runs, no font, no picture, nothing fetched from elsewhere. All that comes
from the text is escaped. The speakers' labels are elements of class ``eipe-by``; without them the text of the
element ``eipe-text`` is the article itself, character for character.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files

from eipe.arguments import check_choice
from eipe.display.layers import Node, paragraphs, quoted
from eipe.display.schema_org import script
from eipe.display.wording import LANGUAGES, Language, said
from eipe.records import Entity, Findings, Person, Quote
from eipe.rows import words

__all__ = ["fragment", "page", "style"]

# What HTML cannot hold: control characters other than line breaks and tabs, and lone surrogates.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 140
# Even if markup slipped through, a page of ours could load and run nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_BODY = (
    "body { margin: 0 } .eipe { margin: 0 auto } @media (prefers-color-scheme: dark) { body { background: #17181a } }"
)


@cache
def style() -> str:
    """The style sheet."""
    return files("eipe.display").joinpath("style.css").read_text(encoding="utf8")


def fragment(extraction: Findings, *, language: Language = "en", styled: bool = True, prefix: str = "") -> str:
    """One ``<div>``, for a notebook or for a page of one's own.

    Args:
        extraction: What to show.
        language: In which language legend and table are written: ``"en"`` or ``"el"``.
        styled: Whether the style sheet comes with it.
        prefix: What the links' targets start with; by default a hash of the text.

    Raises:
        ValueError: If ``language`` is another one.
    """
    check_choice("language", language, LANGUAGES)
    prefix = prefix or "eipe-" + hashlib.sha1(extraction.text.encode("utf8", "replace")).hexdigest()[:8]
    sheet = f"<style>{style()}</style>" if styled else ""
    return (
        f'<div class="eipe">{sheet}{_legend(extraction, language)}'
        f'<div class="eipe-text" lang="el">{"".join(_article(extraction, language, prefix))}</div>'
        f"{_who_is_in_it(extraction, language)}{_who_said_what(extraction, language, prefix)}</div>"
    )


def page(articles: Iterable[tuple[str, Findings]], *, title: str = "eipe", language: Language = "en") -> Iterator[str]:
    """A whole page, in pieces: what ``fragment`` shows, and the same as data for search engines (schema.org).

    Args:
        articles: Headings and extractions; an empty heading is left out.
        title: The page's title.
        language: As in ``fragment``.

    Raises:
        ValueError: If ``language`` is another one.
    """
    check_choice("language", language, LANGUAGES)
    yield (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{_safe(title)}</title>\n'
        f"<style>{style()}\n{_BODY}</style>\n</head>\n<body>\n"
    )
    for number, (heading, extraction) in enumerate(articles):
        if heading:
            yield f'<header class="eipe"><h2>{_safe(heading)}</h2></header>\n'
        prefix = f"eipe-{number}"
        yield fragment(extraction, language=language, styled=False, prefix=prefix) + "\n"
        yield script(extraction, heading=heading, prefix=prefix) + "\n"
    yield "</body>\n</html>\n"


def _safe(text: str) -> str:
    return escape(_UNFIT.sub("\ufffd", text))


def _article(extraction: Findings, language: Language, prefix: str) -> Iterator[str]:
    at, text = 0, extraction.text
    for line in paragraphs(extraction):
        # Line breaks stand between the paragraphs as they do in the text; \r would be read as \n.
        yield text[at : line.start].replace("\r", "&#13;")
        around = "" if line.zone == "text" else f' class="eipe-around" title="{said(line.zone, language)}"'
        yield f"<p{around}>{''.join(_piece(child, text, language, prefix) for child in line.children)}</p>"
        at = line.end
    yield text[at:].replace("\r", "&#13;")


def _piece(node: Node, text: str, language: Language, prefix: str) -> str:
    if node.kind == "text":
        return _safe(text[node.start : node.end])
    if node.kind == "label":
        return _label(quoted(node), language)
    inside = "".join(_piece(child, text, language, prefix) for child in node.children)
    if node.kind == "mention" and node.entity:
        about = _safe(describe(node.entity, language))
        where = f'data-start="{node.start}" data-end="{node.end}"'
        return f'<mark class="eipe-{node.entity.type}" title="{about}" {where}>{inside}</mark>'
    if node.kind == "quote":
        quote = quoted(node)
        anchor = f' id="{prefix}-q{node.number}"' if node.first else ""
        kind = " eipe-indirect" if quote.kind == "indirect" else ""
        return (
            f'<span class="eipe-quote{kind}"{anchor} title="{_safe(explain(quote, language))}" '
            f'data-start="{node.start}" data-end="{node.end}">{inside}</span>'
        )
    return f'<span class="eipe-{node.kind}" title="{said(node.kind, language)}">{inside}</span>'


def _label(quote: Quote, language: Language) -> str:
    speaker = quote.speaker
    name = _safe(speaker.name) if speaker else "?"
    kind = f" eipe-by-{speaker.type}" if speaker else ""
    return f'<span class="eipe-by{kind}" title="{_safe(explain(quote, language))}">{name}</span>'


def describe(entity: Entity, language: Language = "en") -> str:
    """An entity in a line: Ζωή Παππά · person, woman · υπουργός Υγείας."""
    facts = [said(entity.type, language)]
    roles: tuple[str, ...] = ()
    if isinstance(entity, Person):
        facts += [said(entity.gender, language)] if entity.gender else []
        roles = entity.roles
    return " · ".join([entity.name, ", ".join(facts), *roles])


def explain(quote: Quote, language: Language = "en") -> str:
    """A quotation in a line: its speaker, cue, kind, and how sure the speaker is."""
    who = quote.speaker.name if quote.speaker else said("the text does not tell who says this", language)
    to = [f"{said('to', language)} {quote.addressee.name}"] if quote.addressee else []
    cue = [quote.cue.lemma] if quote.cue else []
    sure = f"{said('confidence', language)} {quote.confidence:.2f}"
    return " · ".join([who, *to, *cue, said(quote.kind, language), sure])


def _legend(extraction: Findings, language: Language) -> str:
    keys = [
        f'<mark class="eipe-{kind}">{said(kind, language)}</mark>'
        for kind, found in (
            ("person", extraction.people),
            ("place", extraction.places),
            ("organization", extraction.organizations),
            ("source", extraction.sources),
        )
        if found
    ]
    if extraction.quotes:
        keys.append(f'<span class="eipe-quote">{said("quotation", language)}</span>')
        keys.append(f'<span class="eipe-cue">{said("cue", language)}</span>')
    if extraction.terms:
        keys.append(f'<span class="eipe-term">{said("term", language)}</span>')
    keys = [f'<span class="eipe-key">{key}</span>' for key in keys]
    return f'<div class="eipe-legend">{"".join(keys)}</div>' if keys else ""


def _who_is_in_it(extraction: Findings, language: Language) -> str:
    lists = (
        ("People", extraction.people),
        ("Places", extraction.places),
        ("Organizations", extraction.organizations),
        ("Sources", extraction.sources),
    )
    return "".join(
        f'<h2>{said(title, language)}</h2><ul class="eipe-list">{"".join(_entry(e, language) for e in entities)}</ul>'
        for title, entities in lists
        if entities
    )


def _entry(entity: Entity, language: Language) -> str:
    name = f'<mark class="eipe-{entity.type}">{_safe(entity.name)}</mark>'
    return f"<li>{name} <small>{_safe(', '.join(facts(entity, language)))}</small></li>"


def facts(entity: Entity, language: Language = "en") -> list[str]:
    """What a list says of an entity behind its name: woman, υπουργός Υγείας, 2×."""
    known: list[str] = []
    if isinstance(entity, Person):
        known += [said(entity.gender, language)] if entity.gender else []
        known += entity.roles
    return known + ([f"{len(entity.mentions)}×"] if entity.mentions else [])


def _who_said_what(extraction: Findings, language: Language, prefix: str) -> str:
    if not extraction.quotes:
        note = said("Nobody is quoted in this text.", language)
        return f'<p class="eipe-note">{note}</p>'
    speakers: dict[Entity | None, list[tuple[int, Quote]]] = {}
    for number, quote in enumerate(extraction.quotes):
        speakers.setdefault(quote.speaker, []).append((number, quote))
    rows = []
    label = said("Words quoted", language)
    for speaker, quotes in speakers.items():
        size = sum(words(quote.text) for _, quote in quotes)
        items = "".join(
            f'<li><a href="#{prefix}-q{number}">{_safe(shorten(quote.text))}</a>'
            f"<small>{_safe(_manner(quote, language))}</small></li>"
            for number, quote in quotes
        )
        name = f"<b>{_safe(speaker.name)}</b>" if speaker else f"<b>{said('unknown', language)}</b>"
        about = _safe(describe(speaker, language).partition(" · ")[2]) if speaker else ""
        rows.append(
            f'<tr><th scope="row">{name}<small>{about}</small></th>'
            f'<td class="eipe-number" data-label="{label}">{size}</td><td><ul>{items}</ul></td></tr>'
        )
    heads = (("Speaker", ""), ("Words quoted", ' class="eipe-number"'), ("Quotations", ""))
    head = "".join(f'<th scope="col"{css}>{said(key, language)}</th>' for key, css in heads)
    return (
        f"<h2>{said('Who said what', language)}</h2>"
        f'<table class="eipe-said"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )


def _manner(quote: Quote, language: Language) -> str:
    kind = said(quote.kind, language)
    return f"{quote.cue.text} · {kind}" if quote.cue else kind


def shorten(text: str, longest: int = _LONGEST) -> str:
    """``text`` on one line, cut at a word if it is long."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0] + " …"
