"""Which eipe and which model have found something: what a record needs to be compared, or made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Provenance", "model_name"]

__version__ = "0.1.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Which eipe and which model have found something.

    Attributes:
        version: The version of eipe.
        model: The spaCy pipeline with its version, as its package is named: ``"el_eipe_news-0.7.0"``.
    """

    version: str = __version__
    model: str


def model_name(meta: Mapping[str, Any]) -> str:
    """The name and version of the pipeline that has this ``meta``."""
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"
