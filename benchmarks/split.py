"""Which part of a corpus a record belongs to: learn from it, tune on it, or keep it unread.

The part is told by a hash of the record's id, so that it stays the same whatever is added. Nobody reads the kept part,
and no rule, weight or threshold is chosen on it.
"""

from __future__ import annotations

from hashlib import sha1
from typing import Literal

__all__ = ["PARTS", "Part", "part"]

Part = Literal["learn", "tune", "kept"]
PARTS: tuple[Part, ...] = ("learn", "tune", "kept")
#: Shares of a hundred: what is below the first is learnt from, below the second tuned on.
LEARN, TUNE = 70, 85


def part(record: str) -> Part:
    """The part of the record with this id.

    >>> part("p1-01"), part("p1-02")
    ('learn', 'learn')
    """
    place = int(sha1(record.encode("utf8")).hexdigest(), 16) % 100
    return "learn" if place < LEARN else "tune" if place < TUNE else "kept"
