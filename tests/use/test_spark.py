"""Spark on two local cores gives, row for row, what one process gives."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator

import pytest
from use_examples import FIRE, SCHOOLS, read

import eipe
from eipe.interchange import to_dict
from eipe.rows import quote_rows

pyspark_sql = pytest.importorskip("pyspark.sql")
pytest.importorskip("pyarrow")
if shutil.which("java") is None:
    pytest.skip("needs Java", allow_module_level=True)

from eipe import spark as eipe_spark  # noqa: E402


@pytest.fixture(scope="module")
def session() -> Iterator[object]:
    before = os.environ.get("PYSPARK_PYTHON")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = pyspark_sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.sql.shuffle.partitions", "2")
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()
    if before is None:
        del os.environ["PYSPARK_PYTHON"]
    else:
        os.environ["PYSPARK_PYTHON"] = before


@pytest.fixture(scope="module")
def articles(session: object) -> object:
    rows = [(1, FIRE), (2, None), (3, SCHOOLS), (4, ""), (5, "α" * 1_000_001)]
    # More partitions than rows: some are empty.
    return session.createDataFrame(rows, "key long, body string").repartition(7, "key")  # type: ignore[attr-defined]


def test_quotes_are_those_of_one_process(articles: object) -> None:
    table = eipe_spark.extract_quotes(articles, text="body", id="key")  # type: ignore[arg-type]
    found = [row.asDict() for row in table.orderBy("key", "number").collect()]
    wanted = [{"key": key, **row} for key, text in ((1, FIRE), (3, SCHOOLS)) for row in quote_rows(read(text))]
    assert found == wanted


def test_records_are_those_of_one_process_and_bad_rows_are_told(articles: object) -> None:
    table = eipe_spark.extract(articles, text="body", id="key")  # type: ignore[arg-type]
    rows = {row["key"]: row.asDict(recursive=True) for row in table.collect()}
    assert {key: row["error"] for key, row in rows.items() if row["error"]} == {
        2: "the text is null",
        5: "1,000,001 characters, over the limit of 1,000,000",
    }
    for key, text in ((1, FIRE), (3, SCHOOLS), (4, "")):
        row = {name: value for name, value in rows[key].items() if name not in ("key", "error")}
        assert eipe.Extraction.from_dict({"text": text, **row}) == read(text)
        assert {"text": text, **row} == to_dict(read(text))


def test_wrong_columns_are_named_before_anything_runs(articles: object) -> None:
    with pytest.raises(ValueError, match="no column 'text'"):
        eipe_spark.extract_quotes(articles, id="key")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not string"):
        eipe_spark.extract_quotes(articles, text="key", id="body")  # type: ignore[arg-type]
