"""Articles as tables: Parquet files and DuckDB databases, read a batch at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from generator.archive.columns import Columns, find_type_faults, list_rows, take_columns
from generator.archive.marks import mark_batch, place_marks
from generator.archive.rows import Row, Rows
from generator.files import show_path, tell_unreadable

_BATCH_ROWS = 2_000
_TABLE = "articles"
# Nothing in a database may lead out of it; its own buffers stay small, for what follows needs the memory.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "memory_limit": "512MB",
    "threads": "1",
}


def read_parquet(path: Path, name: str, columns: Columns, rows: Rows) -> Iterator[Row]:
    """The articles of a Parquet file; an article's id falls back on ``name`` and its row, from 1."""
    try:
        with pq.ParquetFile(path) as file:
            if (found := _find_columns(path, "", file.schema_arrow, columns, rows)) is not None:
                chosen = sorted(set(found.values()))
                batches = file.iter_batches(batch_size=_BATCH_ROWS, columns=chosen)
                yield from _read_batches(path, name, batches, found, rows)
    except OSError as error:
        rows.complaints.add(tell_unreadable(path, error))
    except pa.ArrowException as error:
        _tell_damage(path, "Parquet", error, rows)


def read_database(path: Path, name: str, columns: Columns, rows: Rows) -> Iterator[Row]:
    """The articles of a DuckDB database: its table ``articles``, or the only one with the needed columns.

    An article's id falls back on ``name`` and its row, from 1.
    """
    try:
        with duckdb.connect(path, read_only=True, config=_SETTINGS) as database:
            if table := _choose_table(path, database, columns, rows):
                empty = database.sql(f"FROM {table} LIMIT 0").to_arrow_table()
                if (found := _find_columns(path, table, empty.schema, columns, rows)) is not None:
                    chosen = ", ".join(_quote(column) for column in sorted(set(found.values())))
                    batches = database.sql(f"SELECT {chosen} FROM {table}").to_arrow_reader(_BATCH_ROWS)  # noqa: S608  # names are quoted
                    yield from _read_batches(path, name, batches, found, rows)
    except duckdb.Error as error:
        _tell_damage(path, "DuckDB", error, rows)


def _read_batches(
    path: Path, name: str, batches: Iterable[pa.RecordBatch], found: dict[str, str], rows: Rows
) -> Iterator[Row]:
    shown, number = show_path(path), 0
    for batch in batches:
        taken = take_columns(batch, found)
        own = mark_batch(taken)
        placed = place_marks(own, name, number + 1)
        at = np.maximum(rows.known.find(own), rows.known.find(placed))
        rows.skip(at[at >= 0])
        fresh = np.flatnonzero(at < 0)
        marks = zip(own[fresh].tolist(), placed[fresh].tolist(), strict=True)
        lines = (fresh + number + 1).tolist()
        for line, raw, pair in zip(lines, list_rows(taken, fresh), marks, strict=True):
            if row := rows.settle(raw, (shown, line), f"{name}:{line}", pair):
                yield row
        number += batch.num_rows


def _find_columns(path: Path, table: str, schema: pa.Schema, columns: Columns, rows: Rows) -> dict[str, str] | None:
    """The column of each field, or ``None`` where a needed one is missing or one has a type that does not fit."""
    found = columns.find(schema.names)
    missing, wrong = list(columns.find_missing(schema.names)), list(find_type_faults(schema, found))
    for code, faults in (("missing-column", missing), ("wrong-type", wrong)):
        for message, hint in faults:
            told = f"In the table {table.replace(chr(34), '')}: {message}" if table else message
            rows.complaints.tell((show_path(path), 0), code, told, hint)
    return None if missing or wrong else found


def _choose_table(path: Path, database: duckdb.DuckDBPyConnection, columns: Columns, rows: Rows) -> str | None:
    """The table to read, quoted; ``None`` where none can be told."""
    listed = database.sql(
        "SELECT table_schema, table_name, list(column_name ORDER BY ordinal_position) FROM information_schema.columns"
        " WHERE table_catalog = current_database() GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    tables = {f"{_quote(schema)}.{_quote(table)}": names for schema, table, names in listed}
    fitting = [table for table, names in tables.items() if not list(columns.find_missing(names))]
    usual = f"{_quote('main')}.{_quote(_TABLE)}"
    if usual in tables:
        return usual
    if len(fitting) == 1:
        return fitting[0]
    what = f"{len(fitting)} tables could be the one with the articles" if fitting else "no table has articles' columns"
    hint = f"Call the one to read {_TABLE}, or name the columns with --column."
    rows.complaints.tell((show_path(path), 0), "no-table", f"In the database {what}.", hint)
    return None


def _tell_damage(path: Path, kind: str, error: Exception, rows: Rows) -> None:
    reason = str(error).strip().partition("\n")[0].rstrip(".!")
    hint = "See whether it is whole, and written by a version no newer than the one that reads."
    rows.complaints.tell((show_path(path), 0), "damaged-file", f"It cannot be read as {kind}: {reason}.", hint)


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
