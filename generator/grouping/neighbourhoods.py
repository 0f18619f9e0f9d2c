"""How alike the neighbourhoods of two articles are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_NEIGHBOURS = 10


def compare_neighbours(
    size: int, low: NDArray[np.int64], high: NDArray[np.int64], cosines: NDArray[np.float64], floor: float
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Pairs with the greater of their cosine and the likeness of their neighbourhoods."""
    rows, columns, values = _find_nearest(size, low, high, cosines, floor)
    by_column = np.lexsort((rows, columns))
    rows, columns, values = rows[by_column], columns[by_column], values[by_column]
    codes = [low * size + high]
    sums = [cosines]
    near_codes: list[NDArray[np.int64]] = []
    near_values: list[NDArray[np.float64]] = []
    for step in range(1, size + 1):
        same = columns[:-step] == columns[step:]
        if not same.any():
            break
        near_codes.append(rows[:-step][same] * size + rows[step:][same])
        near_values.append(values[:-step][same] * values[step:][same])
    if near_codes:
        unique, inverse = np.unique(np.concatenate(near_codes), return_inverse=True)
        codes.append(unique)
        sums.append(np.bincount(inverse, np.concatenate(near_values)).astype(np.float64))
    unique, inverse = np.unique(np.concatenate(codes), return_inverse=True)
    best = np.zeros(len(unique))
    np.maximum.at(best, inverse, np.concatenate(sums))
    return unique // max(1, size), unique % max(1, size), best


def _find_nearest(
    size: int, low: NDArray[np.int64], high: NDArray[np.int64], cosines: NDArray[np.float64], floor: float
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Each row's nearest neighbours and itself, as a sparse matrix with rows of length one."""
    rows = np.concatenate([low, high])
    columns = np.concatenate([high, low])
    values = np.concatenate([cosines, cosines])
    kept = values >= floor
    rows, columns, values = rows[kept], columns[kept], values[kept]
    order = np.lexsort((columns, -values, rows))
    rows, columns, values = rows[order], columns[order], values[order]
    rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
    kept = rank < _NEIGHBOURS
    rows = np.concatenate([rows[kept], np.arange(size)])
    columns = np.concatenate([columns[kept], np.arange(size)])
    values = np.concatenate([values[kept], np.ones(size)])
    return rows, columns, values / np.sqrt(np.bincount(rows, values**2, minlength=size))[rows]
