"""Articles as rows of a sparse matrix in one order that their input order cannot change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from generator.grouping.terms import Terms

_BUCKETS = 1 << 24
_MANY = 1 << 20
_SMALL = 20
_SLIGHT = 0.08


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Weighted terms of the articles, a row each, of length one; rows are in the order of day, then of content.

    Row ``r`` has the terms ``terms[starts[r]:starts[r + 1]]``, ascending. ``rows`` tells each article's row: equal
    articles of one day share one. Articles without a date have day ``NO_DAY`` and stand last.
    """

    starts: NDArray[np.int64]
    terms: NDArray[np.int32]
    weights: NDArray[np.float32]
    days: NDArray[np.int64]
    rows: NDArray[np.int64]


NO_DAY = 1 << 40


def build_vectors(articles: Sequence[Terms], days: Sequence[int | None]) -> Vectors:
    """Weigh each article's terms by their rarity among all articles (Spärck Jones 1972), equal articles counted once.

    A word that one article alone has cannot join two. In a small collection it tells that an article differs; in a
    large one it is mostly a slip of the pen, so it weighs the less the more articles there are.
    """
    keys = [
        (NO_DAY if day is None else day, _digest(terms), at)
        for at, (terms, day) in enumerate(zip(articles, days, strict=True))
    ]
    keys.sort()
    firsts: list[int] = []
    rows = np.zeros(len(keys), np.int64)
    for place, (day, digest, at) in enumerate(keys):
        if not place or keys[place - 1][:2] != (day, digest):
            firsts.append(at)
        rows[at] = len(firsts) - 1
    ordered = [articles[at] for at in firsts]
    starts = np.zeros(len(ordered) + 1, np.int64)
    np.cumsum([len(each.ids) for each in ordered], out=starts[1:])
    terms = _number_terms([each.ids for each in ordered])
    weights = np.concatenate([np.empty(0, np.float32), *(each.weights for each in ordered)])
    counts = _count(terms)
    weights *= _rarity(counts, len(ordered))[terms]
    _normalise(starts, weights)
    starts, terms, weights = _drop(starts, terms, weights, (counts[terms] > 1) & (weights > 0))
    row_days = np.array([NO_DAY if days[at] is None else days[at] for at in firsts], np.int64)
    return Vectors(starts, terms, weights, row_days, rows)


def _number_terms(rows: Sequence[NDArray[np.int64]]) -> NDArray[np.int32]:
    """A number for each term: its place among all, or where they are too many to sort, the end of its hash.

    Then two words have one number by chance, once in sixteen million times.
    """
    if sum(map(len, rows)) < _MANY:
        ids = np.concatenate([np.empty(0, np.int64), *rows])
        return np.searchsorted(_distinct(ids), ids).astype(np.int32)
    return np.concatenate([(ids & (_BUCKETS - 1)).astype(np.int32) for ids in rows])


def _distinct(ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """The ids in order, each once."""
    ids = np.sort(ids)
    return ids[np.flatnonzero(np.diff(ids, prepend=ids[:1] - 1))]


def _drop(
    starts: NDArray[np.int64], terms: NDArray[np.int32], weights: NDArray[np.float32], kept: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float32]]:
    """Only the terms that can tell something: the others have helped to tell the length of the row."""
    return np.concatenate([[0], np.cumsum(kept, dtype=np.int32)])[starts], terms[kept], weights[kept]


def _count(terms: NDArray[np.int32]) -> NDArray[np.int64]:
    """How many rows have each term, counted a part at a time: numpy widens what it counts."""
    counts = np.zeros(int(terms.max(initial=0)) + 1, np.int64)
    for at in range(0, len(terms), _MANY * 4):
        counts += np.bincount(terms[at : at + _MANY * 4], minlength=len(counts))
    return counts


def _digest(terms: Terms) -> bytes:
    return blake2b(terms.ids.tobytes() + terms.weights.tobytes(), digest_size=16).digest()


def _rarity(counts: NDArray[np.int64], size: int) -> NDArray[np.float32]:
    rarity = np.log((size + 1) / np.maximum(counts, 1)).astype(np.float32)
    rarity[counts <= 1] *= min(1.0, _SMALL / max(1, size))
    return rarity


def _normalise(starts: NDArray[np.int64], weights: NDArray[np.float32]) -> None:
    """Make each row as long as one; then put weights that are slight beside the row's greatest to nought."""
    for start, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        row = weights[start:end]
        length = np.dot(row, row) ** 0.5
        if length:
            row /= length
            row[row < _SLIGHT * row.max()] = 0
