"""The nearest neighbours of each article by tf-idf cosine, from pairs that share some of their weightiest terms."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from generator.grouping.vectors import Vectors

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]
_KEYS = 40
_REACH = 40


def find_candidates(vectors: Vectors, window: int | None) -> Pairs:
    """Pairs of rows, the lower first, that share a key: one of the weightiest terms of both.

    A key that very many rows have joins each with the next few only, so the work grows with the rows and not with
    their square.
    """
    size = len(vectors.days)
    keys, rows = _find_keys(vectors)
    order = np.lexsort((rows, keys))
    keys, rows = keys[order], rows[order]
    found = [np.empty(0, np.int64)]
    for step in range(1, _REACH + 1):
        low, high = rows[:-step], rows[step:]
        fits = (keys[:-step] == keys[step:]) & _near(vectors.days[low], vectors.days[high], window)
        found.append(low[fits] * size + high[fits])
    codes = np.unique(np.concatenate(found))
    return codes // max(1, size), codes % max(1, size)


def add_shared(
    pairs: Pairs, vectors: Vectors, shared: Iterable[tuple[int, int, float]], window: int | None
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """The pairs, those of ``shared`` among them, and the words that each shares: none as a rule."""
    size = len(vectors.days)
    told = sorted((float(words), *sorted((vectors.rows[one], vectors.rows[other]))) for one, other, words in shared)
    ends = np.array([row for _, *both in told for row in both], np.int64).reshape(-1, 2)
    words = np.array([words for words, *_ in told], np.float64)
    fits = (ends[:, 0] != ends[:, 1]) & _near(vectors.days[ends[:, 0]], vectors.days[ends[:, 1]], window)
    codes = np.concatenate([pairs[0] * size + pairs[1], (ends[:, 0] * size + ends[:, 1])[fits]])
    unique, inverse = np.unique(codes, return_inverse=True)
    amounts = np.bincount(inverse, np.concatenate([np.zeros(len(pairs[0])), words[fits]]), minlength=len(unique))
    return unique // max(1, size), unique % max(1, size), amounts.astype(np.float64)


def _near(low: NDArray[np.int64], high: NDArray[np.int64], window: int | None) -> NDArray[np.bool_]:
    """Whether two days lie in one window; a missing day is near to none but another missing one."""
    if window is None:
        return np.ones(len(low), np.bool_)
    return high - low <= window


def _find_keys(vectors: Vectors) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    keys = []
    rows = []
    for row, (start, end) in enumerate(zip(vectors.starts[:-1].tolist(), vectors.starts[1:].tolist(), strict=True)):
        weights = vectors.weights[start:end]
        chosen = np.arange(end - start) if end - start <= _KEYS else np.argpartition(-weights, _KEYS)[:_KEYS]
        keys.append(vectors.terms[start:end][chosen])
        rows.append(np.full(len(chosen), row, np.int64))
    empty = np.empty(0, np.int64)
    return np.concatenate([empty.astype(np.int32), *keys]), np.concatenate([empty, *rows])


def measure_pairs(vectors: Vectors, low: NDArray[np.int64], high: NDArray[np.int64]) -> NDArray[np.float32]:
    """The cosine of each pair of rows; ``low`` ascends."""
    found = np.zeros(len(low), np.float32)
    board = np.zeros(int(vectors.terms.max(initial=0)) + 1, np.float32)
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
