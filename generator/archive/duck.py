"""The embedded engine: DuckDB in this process, out of core, bounded in memory."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import duckdb
import pyarrow as pa

from generator.archive.engine import write_boilerplate, write_candidates
from generator.archive.mapping import LINKS, WIDE, align_members, cut_shingles, split_blocks
from generator.archive.repeats import Repeats
from generator.archive.settings import Settings

_ROWS = 500_000
"""Runs of words that are looked through at once."""


class DuckEngine:
    """Candidates by SQL over a temporary table that may spill to disk; alignment in this process."""

    def __init__(self, memory: str, spill: Path) -> None:
        """``memory`` as DuckDB reads it ("4GB"); ``spill`` is a folder for what does not fit."""
        self._memory = memory
        self._spill = spill

    @cached_property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        """Opened when it is first needed: a run that finds little new needs none."""
        connection = duckdb.connect()
        connection.execute("SET memory_limit = ?", [self._memory])
        connection.execute("SET temp_directory = ?", [str(self._spill)])
        connection.execute("SET preserve_insertion_order = false")
        return connection

    def find_links(self, placed: pa.RecordBatchReader, settings: Settings) -> tuple[pa.Table, pa.Table]:
        """See :meth:`generator.archive.engine.Engine.find_links`."""
        connection = self._connection
        repeats = Repeats()
        for name in ("cut", "shingles"):
            connection.execute(f"CREATE OR REPLACE TABLE {name} (period INTEGER, shingle BIGINT, number INTEGER)")
        for batch in placed:
            shingles = cut_shingles(batch, size=settings.shingle)
            repeats.add(shingles)
            self._insert("cut", shingles)
        with connection.cursor() as reading:  # a second one, for the first is written with meanwhile
            for batch in reading.sql("SELECT * FROM cut").to_arrow_reader(_ROWS):
                self._insert("shingles", repeats.choose(batch))
        connection.execute("DROP TABLE cut")
        links = connection.sql(write_candidates(settings)).to_arrow_table().cast(LINKS)
        wide = connection.sql(write_boilerplate(settings)).to_arrow_table().cast(WIDE)
        connection.execute("DROP TABLE shingles")
        return links, wide

    def _insert(self, name: str, batch: pa.RecordBatch) -> None:
        self._connection.register("batch", pa.Table.from_batches([batch]))
        self._connection.execute(f"INSERT INTO {name} SELECT * FROM batch")  # noqa: S608  our own names
        self._connection.unregister("batch")

    def align(self, members: pa.RecordBatchReader, settings: Settings) -> Iterator[pa.RecordBatch]:
        """See :meth:`generator.archive.engine.Engine.align`."""
        for block in split_blocks(iter(members)):
            yield from align_members(block, size=settings.shingle).to_batches()

    def close(self) -> None:
        """Give back the memory and the spilled files."""
        if "_connection" in self.__dict__:
            self._connection.close()
