"""The tables of what was found, as Parquet and CSV: the passages a file a month, so that little is written again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pc_csv
import pyarrow.parquet as pq

from generator.archive.records import REUSE
from generator.archive.staging import Stage

UNDATED = "undated"
_GROUP_ROWS = 65_536
"""Rows of a Parquet row group: the same rows are the same bytes, in whatever batches they came."""

_ORDER = [
    ("later_published", "ascending"), ("later", "ascending"), ("later_start", "ascending"),
    ("earlier", "ascending"), ("earlier_start", "ascending"),
]  # fmt: skip

# A text that a spreadsheet would run as a formula gets an apostrophe before it, as in the data files of a site.
_FORMULA = r"^'*(\s*[=+\-@＝＋－＠]|[\t\r\n])"
_CSV = pc_csv.WriteOptions(quoting_style="needed")


def write_table(stage: Stage, name: str, table: pa.Table, *, parquet: bool = True) -> None:
    """Write a table as ``<name>.csv``, and as ``<name>.parquet`` too."""
    if parquet:
        pq.write_table(table, stage.draft(f"{name}.parquet"), row_group_size=_GROUP_ROWS)
        stage.take(f"{name}.parquet")
    pc_csv.write_csv(_guard(table), stage.draft(f"{name}.csv"), _CSV)
    stage.take(f"{name}.csv")


def write_months(stage: Stage, reuse: pa.Table | Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Write ``reuse/<YYYY-MM>.parquet`` and ``.csv``, by the later article's month, and give the rows on in pieces.

    Batches come in order of the later article's day (those without one last), later article and place, earlier article
    and place; a table is put into that order. ``ValueError`` where a month comes back.
    """
    done: set[str] = set()
    open_month: _Month | None = None
    for month, rows in _split(reuse):
        if open_month is None or open_month.name != month:
            if month in done:
                raise ValueError(f"the passages are not in order of month: {month} comes back")
            if open_month is not None:
                open_month.close()
            done.add(month)
            open_month = _Month(stage, month)
        open_month.write(rows)
        yield rows
    if open_month is not None:
        open_month.close()


def read_month(day: object) -> str:
    """``2026-05`` of a day, or what stands for none."""
    return f"{day:%Y-%m}" if day else UNDATED


def name_month(month: str, kind: str) -> str:
    """Where a month's passages are, below the folder written into."""
    return f"reuse/{month}.{kind}"


@dataclass(slots=True)
class _Month:
    """The two files of a month, written as rows come."""

    stage: Stage
    name: str
    _held: list[pa.Table] = field(default_factory=list)
    _parquet: pq.ParquetWriter = field(init=False)
    _csv: pc_csv.CSVWriter = field(init=False)

    def __post_init__(self) -> None:
        self._parquet = pq.ParquetWriter(self._draft("parquet"), REUSE)
        self._csv = pc_csv.CSVWriter(self._draft("csv"), REUSE, write_options=_CSV)

    def write(self, rows: pa.Table) -> None:
        """Write whole row groups, and hold the rest."""
        self._held.append(rows)
        if sum(held.num_rows for held in self._held) >= _GROUP_ROWS:
            whole = pa.concat_tables(self._held)
            at = whole.num_rows - whole.num_rows % _GROUP_ROWS
            self._flush(whole.slice(0, at))
            self._held = [whole.slice(at)]

    def close(self) -> None:
        """Write what is held, and hand both files over."""
        try:
            self._flush(pa.concat_tables(self._held))
        finally:
            self._parquet.close()
            self._csv.close()
        for kind in ("parquet", "csv"):
            self.stage.take(self._path(kind))

    def _flush(self, rows: pa.Table) -> None:
        if rows.num_rows:
            self._parquet.write_table(rows, row_group_size=_GROUP_ROWS)
            self._csv.write_table(_guard(rows))

    def _draft(self, kind: str) -> Path:
        return self.stage.draft(self._path(kind))

    def _path(self, kind: str) -> str:
        return name_month(self.name, kind)


def _split(reuse: pa.Table | Iterable[pa.RecordBatch]) -> Iterator[tuple[str, pa.Table]]:
    """Runs of rows of one month."""
    batches = reuse.cast(REUSE).sort_by(_ORDER).to_batches() if isinstance(reuse, pa.Table) else reuse
    for batch in batches:
        rows = pa.Table.from_batches([batch]).cast(REUSE)
        days = pc.run_end_encode(rows["later_published"].combine_chunks())
        ends = zip(map(read_month, days.values.to_pylist()), days.run_ends.to_pylist(), strict=True)
        start = 0
        for month, runs in groupby(ends, key=itemgetter(0)):
            end = max(until for _, until in runs)
            yield month, rows.slice(start, end - start)
            start = end


def _guard(table: pa.Table) -> pa.Table:
    """The table with texts that no spreadsheet runs."""
    for at, column in enumerate(table.schema):
        if pa.types.is_string(column.type):
            texts = table[column.name]
            if not pc.any(pc.match_substring_regex(texts.unique(), _FORMULA)).as_py():  # there are few, told many times
                continue
            risky = pc.match_substring_regex(texts, _FORMULA)
            guarded = pc.if_else(risky, pc.binary_join_element_wise("'", texts, ""), texts)
            table = table.set_column(at, column, guarded)
    return table
