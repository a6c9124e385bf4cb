"""Quotations as a pandas data frame: one article (``Extraction.to_pandas``) or many (``eipe.frame``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from eipe.extras import require
from eipe.rows import COLUMNS, Results, numbered, quote_rows

if TYPE_CHECKING:
    from pandas import DataFrame

    from eipe.records import Findings

__all__ = ["frame", "one"]

_DTYPES = {str: "string", int: "int64", float: "float64"}


def frame(results: Results) -> DataFrame:
    """The quotations of many articles as one data frame, a row each.

    Args:
        results: Extractions, or pairs of an extraction and its article's id, as ``Extractor.pipe`` gives
            them. Where the id is a mapping (``{"id": 7, "paper": "...", "date": "..."}``) each of its fields
            becomes a column, so that quotations can be grouped by whatever is known of the article.

    Returns:
        A frame with the column ``id`` (the article's number, from 0, where none was given), the fields of a
        mapping, and the columns of ``eipe.rows.COLUMNS``.

    Raises:
        ModuleNotFoundError: If pandas is not installed.
        TypeError: If ``results`` holds something else.
        ValueError: If a field of a mapping has the name of one of the frame's own columns.
    """
    pandas = require("pandas", "pandas")
    rows: list[dict[str, Any]] = []
    fields: dict[str, None] = {"id": None}
    for number, (id, extraction) in enumerate(numbered(results, "frame")):
        known = {"id": number, **id} if isinstance(id, Mapping) else {"id": id}
        taken = sorted(COLUMNS.keys() & known.keys())
        if taken:
            raise ValueError(f"article {number} has a field {taken[0]!r}, which a column of the frame itself")
        fields.update(dict.fromkeys(known))
        rows.extend({**known, **row} for row in quote_rows(extraction))
    table: DataFrame = pandas.DataFrame(rows, columns=[*fields, *COLUMNS])
    return table.astype({name: _DTYPES[kind] for name, kind in COLUMNS.items()})


def one(extraction: Findings) -> DataFrame:
    """The quotations of one article, a row each."""
    return frame((extraction,)).drop(columns="id")
