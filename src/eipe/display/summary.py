"""An audit as a table, for terminals and for notebooks."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from textwrap import wrap

from eipe.display.html import style
from eipe.display.terminal import columns, fit, safe
from eipe.display.wording import said
from eipe.shares import Shares, SpeakerShare

__all__ = ["audit_html", "audit_text"]

_UNSEXED = "Women and men are people with a name: an unnamed source counts for neither."


def audit_text(audit: Shares, width: int = 80, longest: int = 40) -> str:
    """The audit in lines of at most ``width`` columns; after ``longest`` speakers the others together."""
    lines = [line for part in _summary(audit) for line in wrap(part, width)] + [""]
    room = width - 51
    lines.append(f"{'Speaker':<{room}}  Type         Gender Articles Quotes  Words Share")
    for entry in audit.speakers[:longest]:
        name = fit(safe(_name(entry)), room)
        gap = " " * (room - columns(name))
        kind = "unnamed" if entry.type == "source" else entry.type
        lines.append(
            f"{name}{gap}  {kind:<12} {said(entry.gender) if entry.gender else '':<6} {entry.articles:>8} "
            f"{entry.quotes:>6} {entry.words:>6} {entry.share:>5.0%}"
        )
    rest = audit.speakers[longest:]
    if rest:
        part = sum(entry.share for entry in rest)
        lines.append(f"... and {len(rest)} more, with {part:.0%} of the words (all: -o FILE.csv; in Python: .speakers)")
    if any(entry.type == "source" for entry in audit.speakers):
        lines.append(f"\n{_UNSEXED}")
    return "\n".join(lines)


def audit_html(audit: Shares) -> str:
    """The audit as one ``<div>`` for a notebook."""
    rows = "".join(
        f"<tr><td><b>{escape(_name(entry))}</b><small>{escape(entry.role or '')}</small></td>"
        f"<td>{said(entry.type)}</td><td>{said(entry.gender) if entry.gender else ''}</td>"
        f'<td class="eipe-number">{entry.articles}</td><td class="eipe-number">{entry.quotes}</td>'
        f'<td class="eipe-number">{entry.words}</td><td class="eipe-number">{entry.share:.1%}</td></tr>'
        for entry in audit.speakers
    )
    heads = "".join(
        f'<th scope="col"{css}>{said(head)}</th>'
        for head, css in (
            ("Speaker", ""),
            ("Type", ""),
            ("Gender", ""),
            *((head, ' class="eipe-number"') for head in ("Articles", "Quotations", "Words quoted", "Share")),
        )
    )
    summary = "<br>".join(escape(line) for line in _summary(audit))
    note = f"<p><small>{_UNSEXED}</small></p>" if any(entry.type == "source" for entry in audit.speakers) else ""
    return (
        f'<div class="eipe"><style>{style()}</style><p>{summary}</p><table class="eipe-said eipe-grid">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{note}</div>"
    )


def _name(entry: SpeakerShare) -> str:
    return entry.speaker if entry.speaker is not None else "(the text does not tell)"


def _summary(audit: Shares) -> Iterator[str]:
    counts = ((audit.articles, "article"), (audit.quotes, "quotation"), (audit.words, "quoted word"))
    yield ", ".join(f"{number:,} {thing}{'s' * (number != 1)}" for number, thing in counts)
    unsexed = audit.share(type="person") - audit.share(gender="f") - audit.share(gender="m")
    parts = (
        ("women", audit.share(gender="f")),
        ("men", audit.share(gender="m")),
        ("people of unknown gender", max(unsexed, 0.0)),
        ("organizations", audit.share(type="organization")),
        ("places", audit.share(type="place")),
        ("unnamed sources", audit.share(type="source")),
        ("unknown", audit.share(type="unknown")),
    )
    if audit.words:
        yield "of these words: " + ", ".join(f"{name} {share:.0%}" for name, share in parts if share >= 0.005)
