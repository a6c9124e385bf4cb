"""Quotations of Spark data frames, on ``mapInArrow``: one row a quotation, or one row an article.

    from eipe import spark
    quotes = spark.extract_quotes(articles)            # columns id and text
    quotes.write.parquet("quotes")

Each Python worker of an executor loads the model once and keeps it. eipe brings no queue and no scheduler:
partitions, retries and cluster are Spark's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from eipe.arguments import check_count, check_switch
from eipe.extras import require
from eipe.interchange import to_dict
from eipe.rows import COLUMNS, quote_rows

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import DataFrame

    from eipe.extractions import Extraction
    from eipe.pipeline import Extractor

__all__ = ["extract", "extract_quotes"]

_TYPES = {str: "string", int: "bigint", float: "double"}
#: The same for the types of the record's JSON Schema.
_JSON_TYPES = {"string": "string", "integer": "bigint", "number": "double"}


def extract_quotes(
    df: DataFrame,
    *,
    text: str = "text",
    id: str = "id",
    model: str | None = None,
    indirect: bool = False,
    batch_size: int = 16,
) -> DataFrame:
    """One row a quotation: the id, and the columns of ``eipe.rows.COLUMNS``.

    Articles without quotations have no row, and neither have those that cannot be read (null, or longer than
    the model's limit); ``extract`` tells which these are.

    Args:
        df: A data frame with one article a row.
        text: The column that holds the article.
        id: The column that holds its id; it comes back as it is, of whatever type.
        model: A Greek spaCy pipeline, installed on every executor; the embedded one if None.
        indirect: Whether reported speech without marks is extracted too.
        batch_size: How many articles the pipeline takes at once.

    Raises:
        ModuleNotFoundError: If PySpark or pyarrow is not installed.
        TypeError: If the column ``text`` is not of type string; if ``batch_size`` is no whole number, or
            ``indirect`` not True or False.
        ValueError: If ``df`` has no such columns, or ``batch_size`` is less than 1.
    """
    columns = ", ".join(f"`{name}` {_TYPES[kind]}" for name, kind in COLUMNS.items())
    return _map(df, text, columns, _Reader(model, indirect, batch_size, id, _quotes))


def extract(
    df: DataFrame,
    *,
    text: str = "text",
    id: str = "id",
    model: str | None = None,
    indirect: bool = False,
    furniture: bool = False,
    batch_size: int = 16,
) -> DataFrame:
    """One row an article: the id, the JSON record's fields as columns (without the text), and ``error``.

    ``error`` is null for an article that was read, and says why one was not; the other columns are null then.
    The arguments are those of ``extract_quotes``, and ``furniture``: whether people are listed too who stand only in
    bylines, credits and teasers.
    """
    fields = ", ".join(f"`{name}` {kind}" for name, kind in _record_types().items())
    read = _Reader(model, indirect, batch_size, id, _record, furniture=furniture)
    return _map(df, text, f"{fields}, error string", read)


def _map(df: DataFrame, text: str, columns: str, read: _Reader) -> DataFrame:
    id = read.id
    types = require("pyspark.sql.types", "spark")
    require("pyarrow", "spark")
    for name in (text, id):
        if name not in df.columns:
            raise ValueError(f"the data frame has no column {name!r} (columns: {', '.join(df.columns)})")
    if not isinstance(df.schema[text].dataType, types.StringType):
        raise TypeError(f"column {text!r} is {df.schema[text].dataType.simpleString()}, not string")
    read.columns = types.StructType.fromDDL(columns)
    if id in read.columns.names:
        raise ValueError(f"{id!r} is a column of the result itself; rename the id column")
    identity = types.StructField(id, df.schema[id].dataType)
    return df.select(id, text).mapInArrow(read, types.StructType([identity, *read.columns.fields]))


class _Reader:
    """What runs on the executors: Arrow batches of articles in, Arrow batches of results out."""

    def __init__(
        self,
        model: str | None,
        indirect: bool,
        batch_size: int,
        id: str,
        rows: Callable[[Extraction | None, str | None], Iterable[dict[str, Any]]],
        *,
        furniture: bool = False,
    ) -> None:
        self.model = model
        self.indirect = check_switch("indirect", indirect)  # here, and not in a task of an executor
        self.furniture = check_switch("furniture", furniture)
        self.batch_size = check_count("batch_size", batch_size)
        self.id = id
        self.rows = rows
        self.columns: Any = None

    def __call__(self, batches: Iterator[RecordBatch]) -> Iterator[RecordBatch]:
        for batch in batches:
            if batch.num_rows:
                yield from self._batch(batch)

    def _batch(self, batch: RecordBatch) -> Iterator[RecordBatch]:
        import pyarrow
        from pyspark.sql.pandas.types import to_arrow_schema

        extractor = _extractor(self.model, self.indirect, self.furniture)
        ids, texts = batch.column(0), batch.column(1).to_pylist()
        problems = [_problem(text, extractor.nlp.max_length) for text in texts]
        good = [text for text, problem in zip(texts, problems, strict=True) if problem is None]
        rows: list[dict[str, Any]] = []
        whose: list[int] = []
        with extractor.nlp.memory_zone():  # A worker lives long, and spaCy keeps every word that it reads.
            results = extractor.pipe(good, batch_size=self.batch_size)
            for number, problem in enumerate(problems):
                found = self.rows(None if problem else next(results), problem)
                for row in found:
                    rows.append(row)
                    whose.append(number)
        # The ids go through untouched, of whatever type they are.
        arrays = [ids.take(pyarrow.array(whose, pyarrow.int64()))]
        schema = to_arrow_schema(self.columns)
        arrays += [pyarrow.array([row[field.name] for row in rows], field.type) for field in schema]
        yield pyarrow.RecordBatch.from_arrays(arrays, names=[self.id, *schema.names])


@lru_cache(maxsize=1)
def _record_types() -> dict[str, str]:
    """The fields of the JSON record but for its text, with Spark's type for what the JSON Schema says they hold."""
    schema = json.loads(files("eipe").joinpath("schemas", "extraction.json").read_text(encoding="utf8"))

    def type_of(value: dict[str, Any]) -> str:
        if "$ref" in value:
            return type_of(schema["$defs"][value["$ref"].rpartition("/")[2]])
        if "anyOf" in value:  # that, or null
            return type_of(value["anyOf"][0])
        kind = value["type"] if isinstance(value["type"], str) else value["type"][0]
        if kind == "array":
            return f"array<{type_of(value['items'])}>"
        if kind == "object":
            return f"struct<{', '.join(f'`{name}`: {type_of(of)}' for name, of in value['properties'].items())}>"
        return _JSON_TYPES[kind]

    return {name: type_of(value) for name, value in schema["properties"].items() if name != "text"}


@lru_cache(maxsize=4)
def _extractor(model: str | None, indirect: bool, furniture: bool) -> Extractor:
    from eipe.pipeline import load

    return load(model, indirect=indirect, furniture=furniture)


def _problem(text: str | None, limit: int) -> str | None:
    if text is None:
        return "the text is null"
    if len(text) > limit:
        return f"{len(text):,} characters, over the limit of {limit:,}"
    return None


def _quotes(extraction: Extraction | None, problem: str | None) -> Iterable[dict[str, Any]]:
    return () if extraction is None else quote_rows(extraction)


def _record(extraction: Extraction | None, problem: str | None) -> Iterable[dict[str, Any]]:
    if extraction is None:
        return [{**dict.fromkeys(_record_types()), "error": problem}]
    return [{**to_dict(extraction), "error": None}]
