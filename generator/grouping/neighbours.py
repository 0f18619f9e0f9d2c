"""The nearest neighbours of each article by tf-idf cosine, from pairs that share some of their weightiest terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.grouping.pairs import Graph, add_graphs, sum_up
from generator.grouping.vectors import Vectors

_KEYS = 50
_REACH = 40
_WORTH = 0.012
_BLOCK = 8192

_Keys = tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.float64]]  # terms, rows, weights


def find_candidates(vectors: Vectors, window: int | None) -> Graph:
    """Pairs of rows that share keys, which are the weightiest terms of a row, with the keys' part of the cosine.

    A key that very many rows have joins each with the next few only, so the work grows with the rows and not with
    their square.
    """
    keys = _find_keys(vectors)
    blocks = range(0, len(vectors.days), _BLOCK)
    return add_graphs(len(vectors.days), *(_meet(vectors, keys, start, window) for start in blocks))


def _meet(vectors: Vectors, keys: _Keys, start: int, window: int | None) -> Graph:
    """The candidates whose lower row is in one block, which is as much as is held at a time."""
    size = len(vectors.days)
    terms, rows, weights = keys
    codes = [np.empty(0, np.int64)]
    products = [np.empty(0, np.float64)]
    at = np.flatnonzero((rows >= start) & (rows < start + _BLOCK))
    for step in range(1, _REACH + 1):
        at = at[at + step < len(terms)]
        at = at[terms[at] == terms[at + step]]  # what is not near its next is not near the one after
        at = at[_near(vectors.days[rows[at]], vectors.days[rows[at + step]], window)]
        codes.append(rows[at] * size + rows[at + step])
        products.append(weights[at] * weights[at + step])
    found = sum_up(size, np.concatenate(codes), np.concatenate(products))
    kept = found.values >= _WORTH
    return Graph(found.low[kept], found.high[kept], found.values[kept])


def count_shared(vectors: Vectors, shared: Iterable[tuple[int, int, float]], window: int | None) -> Graph:
    """The words that pairs of rows share, of pairs within the window."""
    told = np.array(list(shared), np.float64).reshape(-1, 3)
    rows, words = np.sort(vectors.rows[told[:, :2].astype(np.int64)], axis=1), told[:, 2]
    order = np.lexsort((rows[:, 1], rows[:, 0], words))  # so that sums are the same in whatever order pairs come
    low, high, words = rows[order, 0], rows[order, 1], words[order]
    fits = (low != high) & _near(vectors.days[low], vectors.days[high], window)
    size = len(vectors.days)
    return sum_up(size, (low * size + high)[fits], words[fits])


def _near(low: NDArray[np.int64], high: NDArray[np.int64], window: int | None) -> NDArray[np.bool_]:
    """Whether two days, in order, lie in one window; a missing day is near to none but another missing one."""
    return np.ones(len(low), np.bool_) if window is None else high - low <= window


def _find_keys(vectors: Vectors) -> _Keys:
    """Every row's weightiest terms, ordered by term, then by row."""
    places = [np.empty(0, np.int64)]
    counts = []
    for start, end in zip(vectors.starts[:-1].tolist(), vectors.starts[1:].tolist(), strict=True):
        if end - start <= _KEYS:
            places.append(np.arange(start, end))
        else:
            places.append(start + np.argpartition(vectors.weights[start:end], -_KEYS)[-_KEYS:])
        counts.append(len(places[-1]))
    chosen = np.concatenate(places)
    rows = np.repeat(np.arange(len(counts)), counts)
    terms = vectors.terms[chosen]
    order = np.lexsort((rows, terms))
    return terms[order], rows[order], vectors.weights[chosen][order].astype(np.float64)


def measure_pairs(vectors: Vectors, low: NDArray[np.int64], high: NDArray[np.int64]) -> NDArray[np.float32]:
    """The cosine of each pair of rows; ``low`` ascends."""
    found = np.zeros(len(low), np.float32)
    if not len(low):
        return found
    board = np.zeros(int(vectors.terms.max()) + 1, np.float32)
    bounds = np.flatnonzero(np.diff(low, prepend=low[:1] - 1))
    rows = [slice(*ends) for ends in pairwise(vectors.starts.tolist())]
    terms, weights = ([column[row] for row in rows] for column in (vectors.terms, vectors.weights))
    for at, until in zip(bounds.tolist(), [*bounds[1:].tolist(), len(low)], strict=True):
        row = int(low[at])
        others = high[at:until].tolist()
        board[terms[row]] = weights[row]
        met = board[np.concatenate([terms[other] for other in others])]
        met *= np.concatenate([weights[other] for other in others])
        found[at:until] = _sums(met, [len(terms[other]) for other in others])
        board[terms[row]] = 0
    return found


def _sums(values: NDArray[np.float32], lengths: Sequence[int]) -> NDArray[np.float64]:
    """The sum of each stretch of values, given how long each is."""
    sums = np.zeros(len(lengths))
    held = np.flatnonzero(lengths)
    starts = np.cumsum([0, *lengths])[held]
    if len(held):
        sums[held] = np.add.reduceat(values, starts, dtype=np.float64)
    return sums
