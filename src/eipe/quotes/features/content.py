"""What tells a term from speech and from a fragment."""

from __future__ import annotations

from math import log

from eipe.quotes.features.coarse import FLOOR, sort_of, stepped
from eipe.quotes.place import Place
from eipe.quotes.results import Link
from eipe.quotes.scope import has_clause

__all__ = ["kind_features"]

#: Words that are few enough for a name or a title.
SHORT = 2


def kind_features(place: Place, rules: str, link: Link | None, *, denied: bool) -> dict[str, float]:
    """What tells a term from speech and from a fragment.

    Args:
        rules: What the ordered rules take it for.
        link: The first strategy's answer.
        denied: Whether the verb of saying before the marks is negated.
    """
    reading, k, quoted = place.reading, place.k, place.quoted
    left, right = reading.at(k - 1), reading.at(k + 1)
    left_sort = "marks" if reading.is_marks(k - 1) else sort_of(left)
    right_sort = "marks" if reading.is_marks(k + 1) else sort_of(right)
    clause = bool(quoted) and has_clause(quoted)
    names = ["bias", f"zone {place.zone}", f"rules {rules}", f"words {stepped(len(quoted))}"]
    names += [f"left {left_sort}", f"right {right_sort}"]
    names.append(f"rules {rules} {link.rule}" if link is not None else f"rules {rules} none")
    if link is not None and len(quoted) <= SHORT:
        names.append(f"short {rules} {link.rule}")  # «Έρχομαι», είπε ο Νίκος: no word is too few beside its verb
    if link is not None and link.hit is not None:
        names.append(f"cue {link.hit.kind} {link.hit.form}")
    if place.text[-1:] in ".!;…?":
        names.append("ends a sentence")
    if quoted and quoted[0].text[:1].isupper():
        names.append("capital")
    flags = {
        "clause": clause,
        "finite": any(word.finite for word in quoted),
        "headline": place.headline,
        "nested": not place.outer,
        "opens the paragraph": place.first and k <= 1,
        "going on": place.going_on,
        "denied": denied,
        "latin": any("a" <= char.lower() <= "z" for char in place.text[:20]),
        "alone": not any(word and word.is_word for word in reading.between(0, len(reading.items))),
        "named": bool(quoted) and any(word.mention >= 0 for word in quoted) and len(quoted) <= 4,
    }
    names += [name for name, true in flags.items() if true]
    if left is not None and left.text == ":":
        names.append(f"colon {clause}")
    features = dict.fromkeys(names, 1.0)
    if place.heard is not None:
        for kind, share in zip(("term", "speech", "fragment"), place.heard.kind, strict=True):
            features[f"{kind} net"] = log(share + FLOOR)
        features["no cue net"] = log(place.heard.cue.get(-1, 0.0) + FLOOR)
        features["no source net"] = log(place.heard.who.get(-1, 0.0) + FLOOR)
    if place.told:
        features["told"] = 1.0
    if place.beside is not None:
        features[f"beside {place.beside.kind}"] = 1.0
    return features
