"""Who took the picture: the end of its caption, Η Ελένη Ρούσσου στη Βουλή (EUROKINISSI / Τάσος Βλάχος)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from eipe.article.forms import expand
from eipe.article.lines import lines
from eipe.article.zones import Zone, zone_from

__all__ = ["is_credit"]


def is_credit(text: str, zones: Sequence[Zone], offset: int) -> bool:
    """Whether an offset in a caption stands in its credit, not in the words that say what the picture shows."""
    zone = zone_from(zones, offset)
    if zone is None or zone.zone != "caption":
        return False
    line = lines(text[zone.start : zone.end])[0]
    found = _credit().search(line.plain)
    return found is not None and offset >= zone.start + line.span(*found.span())[0]


@cache
def _credit() -> re.Pattern[str]:
    """A credit at the end of a line."""
    return expand(r"(?<!\w){photocredit}[\])]?\.?$")
