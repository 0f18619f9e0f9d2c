"""Apache Spark, for archives beyond one machine: the same SQL text and the same functions, in its workers.

An optional extra, ``variorum[spark]``. Rows are handed over as Parquet files in the spill folder, which workers on
other machines must see; the workers need this program installed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from generator.archive.engine import EngineMissing, write_boilerplate, write_candidates
from generator.archive.mapping import LINKS, PASSAGES, WIDE, align_members, cut_shingles
from generator.archive.settings import Settings

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_SHINGLES = "period INT, shingle BIGINT, number INT"
_PASSAGES = ", ".join(f"{name} INT" for name in PASSAGES.names)
_NO_SPARK = "Spark is not installed: install it with pip install 'variorum[spark]'."
_NO_JAVA = "Spark needs Java 17 or 21, and none is found: install it, on Debian as openjdk-17-jre-headless."


class SparkEngine:
    """Candidates by Spark SQL, alignment as an Arrow function over each block."""

    def __init__(self, spill: Path, *, master: str | None = None) -> None:
        """Start or join Spark at ``master`` (this machine's cores without it). Raises :class:`EngineMissing`."""
        self._spill = spill
        self._files = 0
        self._session = _start(master or "local[*]", spill)

    def find_links(self, placed: pa.RecordBatchReader, settings: Settings) -> tuple[pa.Table, pa.Table]:
        """See :meth:`generator.archive.engine.Engine.find_links`."""
        size = settings.shingle

        def cut(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            for batch in batches:
                yield cut_shingles(batch, size=size)

        shingles = self._hand_over(placed).mapInArrow(cut, _SHINGLES).persist()
        shingles.createOrReplaceTempView("shingles")
        links = self._session.sql(write_candidates(settings)).toArrow().cast(LINKS)
        wide = self._session.sql(write_boilerplate(settings)).toArrow().cast(WIDE)
        shingles.unpersist()
        return links, wide

    def align(self, members: pa.RecordBatchReader, settings: Settings) -> Iterable[pa.RecordBatch]:
        """See :meth:`generator.archive.engine.Engine.align`."""
        size = settings.shingle

        def align(block: pa.Table) -> pa.Table:
            return align_members(block, size=size)

        found = self._hand_over(members).groupBy("block").applyInArrow(align, _PASSAGES).toArrow()
        yield from found.cast(PASSAGES).to_batches()

    def close(self) -> None:
        """Stop Spark."""
        self._session.stop()

    def _hand_over(self, rows: pa.RecordBatchReader) -> DataFrame:
        self._files += 1
        folder = self._spill / f"rows-{self._files}"
        folder.mkdir(parents=True)
        for number, batch in enumerate(rows):
            pq.write_table(pa.Table.from_batches([batch]), folder / f"{number:06}.parquet")
        if not any(folder.iterdir()):
            pq.write_table(rows.schema.empty_table(), folder / "none.parquet")
        return self._session.read.parquet(str(folder.absolute()))


def _start(master: str, spill: Path) -> SparkSession:
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415  an optional extra
    except ImportError as error:
        raise EngineMissing(_NO_SPARK) from error
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise EngineMissing(_NO_JAVA)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("variorum").master(master)
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "256",  # a batch of texts takes a hundred times its letters
        "spark.sql.session.timeZone": "UTC",
        "spark.local.dir": str((spill / "spark").absolute()),
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session: SparkSession = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session
