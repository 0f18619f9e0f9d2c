"""Numpy's arrays and Python's values as Arrow's columns, and back.

Arrow does the same, but looks first whether a value may be pandas', and loads pandas where that is installed. That
takes longer than all else there is to do for an article or two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

_KINDS = {"i4": pa.int32(), "i8": pa.int64(), "u8": pa.uint64(), "f4": pa.float32(), "f8": pa.float64()}
_DTYPES = {kind: np.dtype(f"<{name}") for name, kind in _KINDS.items()} | {pa.date32(): np.dtype("<i4")}
_EPOCH = date(1970, 1, 1).toordinal()


def to_column(values: npt.NDArray[Any]) -> pa.Array:
    """An array of whole or broken numbers as a column without gaps."""
    values = np.ascontiguousarray(values)
    kind = _KINDS[values.dtype.str[1:]]
    return pa.Array.from_buffers(kind, len(values), [None, pa.py_buffer(values)])


def list_column(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Texts, days or numbers as a column; ``None`` leaves a gap."""
    there = np.array([value is not None for value in values], np.bool_)
    gaps = None if there.all() else pa.py_buffer(np.packbits(there, bitorder="little"))
    if pa.types.is_string(kind):
        parts = [b"" if value is None else value.encode() for value in values]
        bounds = np.cumsum([0, *map(len, parts)]).astype(np.int32)
        return pa.StringArray.from_buffers(len(values), pa.py_buffer(bounds), pa.py_buffer(b"".join(parts)), gaps)
    if pa.types.is_date32(kind):
        values = [None if value is None else value.toordinal() - _EPOCH for value in values]
    numbers = np.array([value or 0 for value in values], _DTYPES[kind])
    return pa.Array.from_buffers(kind, len(values), [gaps, pa.py_buffer(numbers)])


def list_rows(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Rows as a table of texts, days and numbers."""
    columns = [list_column([row.get(field.name) for row in rows], field.type) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def to_lists(values: npt.NDArray[Any], bounds: npt.NDArray[Any]) -> pa.ListArray:
    """A column of lists: list ``n`` has the values from ``bounds[n]`` up to ``bounds[n + 1]``."""
    return pa.ListArray.from_arrays(to_column(bounds.astype(np.int32)), to_column(values))


def to_table(columns: Mapping[str, npt.NDArray[Any] | pa.Array]) -> pa.Table:
    """A table of such columns."""
    arrays = [to_column(values) if isinstance(values, np.ndarray) else values for values in columns.values()]
    return pa.Table.from_arrays(arrays, names=list(columns))


def read_column(table: pa.Table | pa.RecordBatch, name: str, kind: type[np.generic] = np.int64) -> npt.NDArray[Any]:
    """A column of numbers without gaps as an array of its own."""
    column = table.column(name)
    chunks = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    return np.concatenate([np.empty(0, kind), *map(_read, chunks)]).astype(kind, copy=False)


def _read(column: pa.Array) -> npt.NDArray[Any]:
    """The numbers of a column, where they are."""
    kind = _DTYPES[column.type]
    data = column.buffers()[1]
    if not len(column) or data is None:
        return np.empty(0, kind)
    return np.frombuffer(data, kind, len(column), column.offset * np.dtype(kind).itemsize)


def read_lists(column: pa.ChunkedArray | pa.Array, kind: type[np.generic]) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """The values of a column of lists, one after another, and their bounds; see :func:`to_lists`."""
    chunks = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    sizes = [np.diff(_read(chunk.offsets)) for chunk in chunks]
    values = [_read(chunk.flatten()) for chunk in chunks]
    bounds = np.concatenate([[0], *sizes]).astype(np.int64)
    return np.concatenate([np.empty(0, kind), *values]).astype(kind, copy=False), np.cumsum(bounds)
