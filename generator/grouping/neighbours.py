"""The nearest neighbours of each article by tf-idf cosine, from pairs that share some of their weightiest terms."""

from __future__ import annotations

from collections.abc import Iterable

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
    told = sorted((float(words), *sorted((int(vectors.rows[a]), int(vectors.rows[b])))) for a, b, words in shared)
    low = np.array([low for _, low, _ in told], np.int64)
    high = np.array([high for *_, high in told], np.int64)
    fits = (low != high) & _near(vectors.days[low], vectors.days[high], window)
    size = len(vectors.days)
    return sum_up(size, (low * size + high)[fits], np.array([words for words, *_ in told], np.float64)[fits])


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
    for at, until in zip(bounds.tolist(), [*bounds[1:].tolist(), len(low)], strict=True):
        row = int(low[at])
        mine = slice(vectors.starts[row], vectors.starts[row + 1])
        board[vectors.terms[mine]] = vectors.weights[mine]
        places, starts = _places(vectors, high[at:until])
        if len(places):
            found[at:until] = _sums(board[vectors.terms[places]] * vectors.weights[places], starts)
        board[vectors.terms[mine]] = 0
    return found


def _places(vectors: Vectors, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the terms of some rows stand, one row after another, and where each begins in the answer."""
    lengths = vectors.starts[rows + 1] - vectors.starts[rows]
    starts = np.cumsum(lengths) - lengths
    return np.arange(int(lengths.sum())) + np.repeat(vectors.starts[rows] - starts, lengths), starts


def _sums(values: NDArray[np.float32], starts: NDArray[np.int64]) -> NDArray[np.float32]:
    sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    ends = np.append(starts[1:], len(values))
    return np.asarray(sums[ends] - sums[starts], np.float32)
