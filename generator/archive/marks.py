"""Rows that an earlier run read and found sound, known again by a mark of their bytes, so that they are passed over.

A mark is 64 bits of a hash of a row as it stands in its file. Where a row names itself by its place in the file, the
place is part of the mark. Rows that anything had to be said about have none, so that it is said again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from generator.archive.arrow import read_column

Marks = npt.NDArray[np.uint64]
_STEP = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Known:
    """The marks of an earlier run in ascending order, and which of these articles have no date."""

    marks: Marks = field(default_factory=lambda: np.empty(0, np.uint64))
    undated: npt.NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))

    @cached_property
    def places(self) -> dict[int, int]:
        """The place of each mark."""
        return {mark: place for place, mark in enumerate(self.marks.tolist())}

    def find(self, marks: Marks) -> npt.NDArray[np.int64]:
        """The place of each of the marks, -1 for one that is not known."""
        if not len(self.marks):
            return np.full(len(marks), -1)
        places = np.minimum(np.searchsorted(self.marks, marks), len(self.marks) - 1)
        return np.where(self.marks[places] == marks, places, -1)


def mark_line(line: bytes) -> int:
    """The mark of a line that names its article."""
    return int.from_bytes(blake2b(line, digest_size=8).digest())


def mark_batch(taken: pa.RecordBatch) -> Marks:
    """The marks of rows that name their articles: a hash that DuckDB's version decides."""
    batch = pa.Table.from_batches([taken])
    names = ", ".join(f'"{name}"' for name in batch.column_names)
    # What the columns are goes in too, so that no value is ever taken for another field's.
    hashed = duckdb.from_arrow(batch).project(f"hash('{'/'.join(batch.column_names)}', {names}) AS mark")
    return read_column(hashed.to_arrow_table(), "mark", np.uint64)


def place_marks(marks: Marks, name: str, first: int) -> Marks:
    """The marks of rows that are named by their place: the file's name and a number, from ``first`` on."""
    salt = np.uint64(mark_line(name.encode()))
    numbers: Marks = np.arange(first, first + len(marks), dtype=np.uint64)
    return (marks ^ salt) * _STEP + numbers
