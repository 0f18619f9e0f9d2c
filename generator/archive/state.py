"""What a run leaves for the next one: a DuckDB file beside what is written, changed as a whole or not at all.

Articles are kept with their texts, so that new ones can be compared with old ones wherever the archive went; what was
found is kept by the period or the block it was found in, and is good as long as that has the same articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from generator.archive.arrow import list_column, to_table
from generator.archive.records import ARTICLES

_READ = {
    "articles": "number INTEGER, id VARCHAR, outlet VARCHAR, published DATE, text VARCHAR, title VARCHAR, url VARCHAR,"
    " author VARCHAR, agency VARCHAR, lang VARCHAR, digest UBIGINT, stamp VARCHAR, mark UBIGINT",
    "terms": "number INTEGER, ids BIGINT[], weights FLOAT[]",
    "words": 'number INTEGER, hashes BIGINT[], starts INTEGER[], "ends" INTEGER[]',
}
_FOUND = {
    "periods": "period INTEGER, digest UBIGINT",
    "links": "period INTEGER, one INTEGER, other INTEGER, shared INTEGER",
    "groups": "period INTEGER, number INTEGER, label INTEGER",
    "wide": "period INTEGER, shingle BIGINT, articles BIGINT, number INTEGER",
    "wordings": 'period INTEGER, articles BIGINT, number INTEGER, "start" INTEGER, "end" INTEGER',
    "blocks": "block INTEGER, digest UBIGINT",
    "ties": "code BIGINT, one INTEGER, other INTEGER",
    "passages": "block INTEGER, one INTEGER, other INTEGER, a_start INTEGER, a_end INTEGER, b_start INTEGER,"
    " b_end INTEGER, kept INTEGER, a_words INTEGER, b_words INTEGER, first INTEGER",
    "written": "name VARCHAR, digest VARCHAR, stamp VARCHAR",
}
OWN = ("articles", "terms", "words")
"""Tables with one row an article, by its number."""
_FIELDS = ", ".join(ARTICLES.names)


class State:
    """The file of one output folder, open for one run; everything happens in one transaction."""

    def __init__(self, path: Path, *, memory: str, spill: Path) -> None:
        """Open or make the file. Raises ``duckdb.Error`` where it cannot be read, ``OSError`` where not made."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.connection = duckdb.connect(str(path))
        self._reader: pa.RecordBatchReader | None = None
        self.touched: set[int] = set()
        self.connection.execute("SET memory_limit = ?", [memory])
        self.connection.execute("SET temp_directory = ?", [str(spill)])
        self.connection.execute("BEGIN")

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

    def begin(self, program: str, settings: str) -> None:
        """Forget what was found under other settings, and everything where another program kept it."""
        self.connection.execute("CREATE TABLE IF NOT EXISTS made (program VARCHAR, settings VARCHAR)")
        made = self.rows("SELECT program, settings FROM made")
        if made == [(program, settings)]:
            return
        same = [row[0] for row in made] == [program]
        if same:
            self.connection.execute("UPDATE articles SET stamp = NULL, mark = NULL")  # other columns, other articles
        fresh = _FOUND if same else {**_READ, **_FOUND}
        for name, columns in fresh.items():
            self.connection.execute(f"CREATE OR REPLACE TABLE {name} ({columns})")
        self.connection.execute("CREATE OR REPLACE TABLE made (program VARCHAR, settings VARCHAR)")
        self.connection.execute("INSERT INTO made VALUES (?, ?)", [program, settings])

    def rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """The rows of a query."""
        return self.connection.execute(query, list(values)).fetchall()

    def table(self, query: str, **tables: pa.Table) -> pa.Table:
        """A query's result as an Arrow table; the ``tables`` can be named in it, see :func:`_relate`."""
        return _relate(self.connection, query, **tables).to_arrow_table()

    def stream(self, query: str, schema: pa.Schema, size: int = 256, **tables: pa.Table) -> pa.RecordBatchReader:
        """A query's result as a stream of Arrow batches of the schema, of ``size`` rows at most.

        The state takes no other query until it was read to its end.
        """
        reader = self._reader = _relate(self.connection, query, **tables).to_arrow_reader(size)
        return pa.RecordBatchReader.from_batches(schema, (batch.cast(schema) for batch in _slice(reader, size)))

    def change(self, statement: str, given: pa.Table) -> list[tuple[Any, ...]]:  # noqa: ARG002  DuckDB finds it by name
        """Change the state's tables by a statement that can name ``given``; gives the rows that it returns."""
        return self.connection.execute(statement).fetchall()

    def put(self, name: str, table: pa.Table) -> None:
        """Add rows to a table of the state; columns are matched by place."""
        self.change(f"INSERT INTO {name} SELECT * FROM given", table)  # noqa: S608  our own names

    def drop(self, name: str, column: str, values: Iterable[int]) -> None:
        """Take rows out of a table of the state, by the numbers in one of its columns."""
        numbers = list(values)
        if numbers:
            self.connection.execute(f"DELETE FROM {name} WHERE {column} IN (SELECT UNNEST(?))", [numbers])  # noqa: S608

    def drop_codes(self, name: str, given: pa.Table) -> None:
        """Take rows out of a table of the state, by their code."""
        self.change(f"DELETE FROM {name} WHERE code IN (SELECT code FROM given)", given)  # noqa: S608  our own names

    def forget_passages(self, where: str, given: pa.Table) -> None:
        """Take passages out, and note in whose later articles; ``given`` can be named in the condition."""
        if given.num_rows:
            later = self.change(f"DELETE FROM passages WHERE {where} RETURNING other", given)  # noqa: S608
            self.touched.update(other for (other,) in later)

    def load_written(self) -> dict[str, tuple[str, str]]:
        """What went into files, and the stamp they had when they were written, by name."""
        rows = self.rows("SELECT name, digest, stamp FROM written")
        return {str(name): (str(digest), str(stamp)) for name, digest, stamp in rows}

    def put_written(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Keep that for the next run."""
        self.connection.execute("DELETE FROM written")
        for row in rows:
            self.connection.execute("INSERT INTO written VALUES (?, ?, ?)", row)

    def fetch(self, ids: Sequence[str]) -> pa.Table:
        """The articles of these ids, as :data:`~generator.archive.records.ARTICLES`."""
        wanted = to_table({"id": list_column(ids, pa.string())})
        query = f"SELECT {_FIELDS} FROM articles WHERE id IN (SELECT id FROM wanted)"  # noqa: S608  our own names
        return self.table(query, wanted=wanted).cast(ARTICLES)


def _relate(
    connection: duckdb.DuckDBPyConnection,
    query: str,
    *,
    wanted: pa.Table | None = None,  # noqa: ARG001
    placed: pa.Table | None = None,  # noqa: ARG001
    shingles: pa.Table | None = None,  # noqa: ARG001
    told: pa.Table | None = None,  # noqa: ARG001
    months: pa.Table | None = None,  # noqa: ARG001
) -> duckdb.DuckDBPyRelation:
    """A query in which Arrow tables are named as they are here: DuckDB looks for them where it is called.

    It could be told their names instead, but holds what it was told until the transaction ends, which is the whole run.
    """
    return connection.sql(query)


def _slice(batches: Iterable[pa.RecordBatch], size: int) -> Iterator[pa.RecordBatch]:
    """Batches of ``size`` rows at most: DuckDB gives two thousand, whatever it is asked for."""
    for batch in batches:
        for start in range(0, batch.num_rows, size):
            yield batch.slice(start, size)
