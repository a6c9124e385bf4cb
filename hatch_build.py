"""Stops an installation on a Python that is too old before pip spends minutes on its dependencies."""

from __future__ import annotations

import sys

from hatchling.metadata.plugin.interface import MetadataHookInterface


class PythonVersion(MetadataHookInterface):
    """Says which Python is needed, where pip would say that some dependency cannot be found."""

    def update(self, metadata: dict[str, object]) -> None:
        if not (3, 10) <= sys.version_info < (3, 14):
            found = ".".join(map(str, sys.version_info[:2]))
            raise SystemExit(f"eipe needs Python 3.10 to 3.13, and this is {found} ({sys.executable})")
