"""The embedded engine: DuckDB in this process, out of core, bounded in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa

from generator.archive.engine import write_boilerplate, write_candidates
from generator.archive.mapping import LINKS, PASSAGES, WIDE, align_members, cut_shingles, split_blocks
from generator.archive.settings import Settings


class DuckEngine:
    """Candidates by SQL over a temporary table that may spill to disk; alignment in this process."""

    def __init__(self, memory: str, spill: Path) -> None:
        """``memory`` as DuckDB reads it ("4GB"); ``spill`` is a folder for what does not fit."""
        self._connection = duckdb.connect()
        self._connection.execute("SET memory_limit = ?", [memory])
        self._connection.execute("SET temp_directory = ?", [str(spill)])
        self._connection.execute("SET preserve_insertion_order = false")

    def find_links(self, placed: pa.RecordBatchReader, settings: Settings) -> tuple[pa.Table, pa.Table]:
        """See :meth:`generator.archive.engine.Engine.find_links`."""
        connection = self._connection
        connection.execute("CREATE OR REPLACE TABLE shingles (period INTEGER, shingle BIGINT, number INTEGER)")
        for batch in placed:
            connection.register("batch", pa.Table.from_batches([cut_shingles(batch, size=settings.shingle)]))
            connection.execute("INSERT INTO shingles SELECT * FROM batch")
            connection.unregister("batch")
        links = connection.sql(write_candidates(settings)).to_arrow_table().cast(LINKS)
        wide = connection.sql(write_boilerplate(settings)).to_arrow_table().cast(WIDE)
        connection.execute("DROP TABLE shingles")
        return links, wide

    def align(self, members: pa.RecordBatchReader, settings: Settings) -> pa.RecordBatchReader:
        """See :meth:`generator.archive.engine.Engine.align`."""
        return pa.RecordBatchReader.from_batches(PASSAGES, self._align(members, settings.shingle))

    @staticmethod
    def _align(members: pa.RecordBatchReader, size: int) -> Iterator[pa.RecordBatch]:
        for block in split_blocks(iter(members)):
            yield from align_members(block, size=size).to_batches()

    def close(self) -> None:
        """Give back the memory and the spilled files."""
        self._connection.close()
