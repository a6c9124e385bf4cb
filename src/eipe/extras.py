"""Optional packages: imported when they are used, missed with the command that installs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["require"]


def require(module: str, extra: str) -> Any:
    """The module, or an error that says how to install it.

    Args:
        module: The module's name.
        extra: The extra of eipe that brings it.

    Raises:
        ModuleNotFoundError: If it is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        top = module.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != top:
            raise
        raise ModuleNotFoundError(
            f"this needs {top}, which is not installed: pip install 'eipe[{extra}]'", name=top
        ) from None
