"""What a run leaves for the next one: a DuckDB file beside what is written, changed as a whole or not at all.

Articles are kept with their texts, so that new ones can be compared with old ones wherever the archive went; what was
found is kept by the period or the block it was found in, and is good as long as that has the same articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from generator.archive.records import ARTICLES

_TABLES = """
CREATE TABLE IF NOT EXISTS settings (digest VARCHAR);
CREATE TABLE IF NOT EXISTS articles (
  number INTEGER, id VARCHAR, outlet VARCHAR, published DATE, text VARCHAR, title VARCHAR, url VARCHAR,
  author VARCHAR, agency VARCHAR, lang VARCHAR, digest UBIGINT, stamp VARCHAR);
CREATE TABLE IF NOT EXISTS terms (number INTEGER, ids BIGINT[], weights FLOAT[]);
CREATE TABLE IF NOT EXISTS periods (period INTEGER, digest UBIGINT);
CREATE TABLE IF NOT EXISTS links (period INTEGER, one INTEGER, other INTEGER, shared INTEGER);
CREATE TABLE IF NOT EXISTS groups (period INTEGER, number INTEGER, label INTEGER);
CREATE TABLE IF NOT EXISTS wordings (period INTEGER, articles BIGINT, number INTEGER, "start" INTEGER, "end" INTEGER);
CREATE TABLE IF NOT EXISTS wide (period INTEGER, shingle BIGINT);
CREATE TABLE IF NOT EXISTS blocks (block INTEGER, digest VARCHAR);
CREATE TABLE IF NOT EXISTS passages (
  block INTEGER, first INTEGER, one INTEGER, other INTEGER, a_start INTEGER, a_end INTEGER,
  b_start INTEGER, b_end INTEGER, kept INTEGER, a_words INTEGER, b_words INTEGER);
"""
_FOUND = ("periods", "links", "groups", "wordings", "wide", "blocks", "passages")
_FIELDS = ", ".join(ARTICLES.names)


class State:
    """The file of one output folder, open for one run; everything happens in one transaction."""

    def __init__(self, path: Path, *, memory: str, spill: Path) -> None:
        """Open or make the file. Raises ``duckdb.Error`` where it cannot be read, ``OSError`` where not made."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.connection = duckdb.connect(str(path))
        self._reader: pa.RecordBatchReader | None = None
        self.connection.execute("SET memory_limit = ?", [memory])
        self.connection.execute("SET temp_directory = ?", [str(spill)])
        self.connection.execute("BEGIN")
        self.connection.execute(_TABLES)

    def close(self, *, keep: bool) -> None:
        """End the run, and keep what it found or forget it."""
        self._drain()
        self.connection.execute("COMMIT" if keep else "ROLLBACK")
        self.connection.close()

    def _drain(self) -> None:
        """Give up a stream that was not read to its end."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def begin(self, settings: str) -> None:
        """Forget what was found under other settings."""
        if self.rows("SELECT digest FROM settings") != [(settings,)]:
            for table in ("settings", *_FOUND):
                self.connection.execute(f"DELETE FROM {table}")  # noqa: S608  our own names
            self.connection.execute("INSERT INTO settings VALUES (?)", [settings])

    def rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """The rows of a query."""
        return self.connection.execute(query, list(values)).fetchall()

    @contextmanager
    def given(self, **tables: pa.Table) -> Iterator[None]:
        """Within this, Arrow tables can be named in queries."""
        for name, table in tables.items():
            self.connection.register(name, table)
        try:
            yield
        finally:
            self._drain()
            for name in tables:
                self.connection.unregister(name)

    def table(self, query: str, **tables: pa.Table) -> pa.Table:
        """A query's result as an Arrow table; the ``tables`` can be named in it."""
        with self.given(**tables):
            return self.connection.sql(query).to_arrow_table()

    def stream(self, query: str, schema: pa.Schema, size: int = 256) -> pa.RecordBatchReader:
        """A query's result as a stream of Arrow batches of the schema, of ``size`` rows at most.

        The state takes no other query meanwhile.
        """
        reader = self._reader = self.connection.sql(query).to_arrow_reader(size)
        return pa.RecordBatchReader.from_batches(schema, (batch.cast(schema) for batch in _slice(reader, size)))

    def put(self, name: str, table: pa.Table) -> None:
        """Add rows to a table of the state; columns are matched by place."""
        with self.given(given=table):
            self.connection.execute(f"INSERT INTO {name} SELECT * FROM given")  # noqa: S608  our own names

    def drop(self, name: str, column: str, values: Iterable[int]) -> None:
        """Take rows out of a table of the state, by the numbers in one of its columns."""
        numbers = pa.table({"value": pa.array(list(values), pa.int32())})
        with self.given(given=numbers):
            self.connection.execute(f"DELETE FROM {name} WHERE {column} IN (SELECT value FROM given)")  # noqa: S608

    def fetch(self, ids: Sequence[str]) -> pa.Table:
        """The articles of these ids, as :data:`~generator.archive.records.ARTICLES`."""
        wanted = pa.table({"id": pa.array(list(ids), pa.string())})
        query = f"SELECT {_FIELDS} FROM articles WHERE id IN (SELECT id FROM wanted)"  # noqa: S608  our own names
        return self.table(query, wanted=wanted).cast(ARTICLES)


def _slice(batches: Iterable[pa.RecordBatch], size: int) -> Iterator[pa.RecordBatch]:
    """Batches of ``size`` rows at most: DuckDB gives two thousand, whatever it is asked for."""
    for batch in batches:
        for start in range(0, batch.num_rows, size):
            yield batch.slice(start, size)
