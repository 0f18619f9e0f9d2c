"""Which columns of an archive hold an article's fields, by name and by type."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import types

from generator.archive.arrow import to_column
from generator.archive.records import ARTICLES
from generator.fields import nearest

FIELDS: tuple[str, ...] = tuple(ARTICLES.names)
"""The fields of an article, in order."""

_OTHER_NAMES = {"published": ("date",)}
_NEEDED = (("text",), ("outlet", "url"))
"""Of each group one column at least is there; an article's outlet may be the host of its address."""


@dataclass(frozen=True, slots=True)
class Columns:
    """For each field the column names that may hold it, the first that is there winning."""

    names: Mapping[str, tuple[str, ...]]

    def find(self, present: Collection[str]) -> dict[str, str]:
        """The column of each field that has one among those present."""
        found = {field: next((name for name in names if name in present), None) for field, names in self.names.items()}
        return {field: name for field, name in found.items() if name is not None}

    def find_missing(self, present: Collection[str]) -> Iterator[tuple[str, str]]:
        """What to say, and what to do, about each needed column that is not among those present."""
        found = self.find(present)
        given = [field for field, names in self.names.items() if names != _usual(field) and field not in found]
        groups = [(field,) for field in given] + [group for group in _NEEDED if not {*group} & {*found, *given}]
        for group in groups:
            wanted = [name for field in group for name in self.names[field]]
            near = next((near for name in wanted if (near := nearest(name, present))), None)
            hint = f"Name it with --column {group[0]}={near or 'COLUMN'}."
            yield f"There is no column {' or '.join(wanted)} among {_list(present)}.", hint


def choose_columns(given: Mapping[str, str]) -> Columns:
    """The columns by their usual names, but for fields whose column is given; ``ValueError`` for an unknown field."""
    for field in given:
        if field not in FIELDS:
            raise ValueError(f"{field} is no field of an article; the fields are {', '.join(FIELDS)}")
    return Columns({field: (given[field],) if field in given else _usual(field) for field in FIELDS})


def find_type_faults(schema: pa.Schema, found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What to say, and what to do, about each column of a type that does not fit its field."""
    for field, name in found.items():
        kind = schema.field(name).type
        if types.is_dictionary(kind):
            kind = kind.value_type
        fits = _FITS.get(field, _is_text)
        if not (fits(kind) or types.is_null(kind)):
            wanted = "a date, a timestamp or text" if field == "published" else "text"
            yield f"The column {name} is of type {kind}, not {wanted}.", f"Name another with --column {field}=COLUMN."


def take_columns(batch: pa.RecordBatch, found: Mapping[str, str]) -> pa.RecordBatch:
    """A batch with a column for each field; a timestamp with a zone counts by its day in UTC."""
    taken = [_plain(batch.column(name)) for name in found.values()]
    return pa.RecordBatch.from_arrays(taken, names=list(found))


def list_rows(batch: pa.RecordBatch, places: npt.NDArray[np.int64]) -> list[dict[str, object]]:
    """The rows at some places of a batch, by field."""
    whole = len(places) == batch.num_rows
    return (batch if whole else batch.take(to_column(places))).to_pylist() if len(places) else []


def _plain(column: pa.Array) -> pa.Array:
    if types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if types.is_timestamp(column.type):
        column = pc.cast(column, pa.timestamp(column.type.unit))
        return pc.cast(pc.floor_temporal(column, unit="day"), pa.date32())
    return column


def _usual(field: str) -> tuple[str, ...]:
    return (field, *_OTHER_NAMES.get(field, ()))


def _list(present: Collection[str], most: int = 12) -> str:
    names = sorted(present)
    return ", ".join(names[:most]) + (" …" if len(names) > most else "") if names else "none at all"


def _is_text(kind: pa.DataType) -> bool:
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _is_day(kind: pa.DataType) -> bool:
    return bool(types.is_date(kind) or types.is_timestamp(kind) or _is_text(kind))


def _is_name(kind: pa.DataType) -> bool:
    return bool(types.is_integer(kind) or _is_text(kind))


_FITS: Mapping[str, Callable[[pa.DataType], bool]] = {"published": _is_day, "id": _is_name}
