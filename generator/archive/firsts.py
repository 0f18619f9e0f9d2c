"""Keeping the passages that were found, and telling of each who carried it first."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from generator.archive.arrow import read_column, to_column, to_table
from generator.archive.catalogue import Catalogue
from generator.archive.state import State
from generator.archive.wordrows import Ints

_AT_ONCE = 2_000_000
"""Passages whose first carriers are found at once, at about that number."""


def put_passages(state: State, catalogue: Catalogue, found: Iterable[pa.Table]) -> None:
    """Add passages to the state, and find the first carriers in all articles where any came or went."""
    touched = [np.array(sorted(state.touched), np.int64)]
    held = False
    for table in found:
        state.put("passages", table.append_column("first", table.column("one")))
        touched.append(np.unique(read_column(table, "other")))
        held = True
    later = np.unique(np.concatenate(touched))
    if not len(later):
        return
    total = int(str(state.rows("SELECT COUNT(*) FROM passages")[0][0])) if held or len(later) else 0
    parts = max(1, total // _AT_ONCE)
    for numbers in np.array_split(later, parts):
        _tell_firsts(state, catalogue, numbers)


def _tell_firsts(state: State, catalogue: Catalogue, numbers: Ints) -> None:
    """For each passage of some later articles, the earliest article whose own passage covers half of it."""
    given = to_table({"number": numbers.astype(np.int32)})
    table = state.table("SELECT p.* FROM passages p JOIN wanted w ON p.other = w.number", wanted=given)
    if not table.num_rows:
        return
    first = find_firsts(
        catalogue.rank(read_column(table, "one")),
        read_column(table, "other"),
        read_column(table, "b_start"),
        read_column(table, "b_end"),
    )
    at = table.column_names.index("first")
    table = table.set_column(at, "first", to_column(catalogue.number[first].astype(np.int32)))
    state.change("DELETE FROM passages WHERE other IN (SELECT number FROM given)", given)
    state.put("passages", table)


def find_firsts(one: Ints, other: Ints, start: Ints, end: Ints) -> Ints:
    """For each passage the earliest ``one`` whose passage in the same ``other`` covers half of this one or more."""
    first = one.copy()
    order = np.lexsort((one, other))
    cuts = np.flatnonzero(np.diff(other[order], prepend=-1)).tolist()
    for begin, until in zip(cuts, [*cuts[1:], len(order)], strict=True):
        here = order[begin:until]
        low, high = start[here], end[here]
        common = np.minimum(high[:, None], high) - np.maximum(low[:, None], low)
        carries = 2 * common >= (high - low)[:, None]
        first[here] = one[here][np.argmax(carries, axis=1)]  # in order of the earlier article: the first is it
    return first
