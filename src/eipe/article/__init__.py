"""A page before it is read: its lines, and which of them are no running text."""

from __future__ import annotations

from eipe.article.zones import Zone, find_zones

__all__ = ["Zone", "find_zones"]
