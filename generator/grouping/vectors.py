"""Articles as rows of a sparse matrix in one order that their input order cannot change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from generator.grouping.terms import Terms

_BUCKETS = 1 << 24
_SMALL = 20


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
    terms = np.empty(starts[-1], np.int32)
    weights = np.empty(starts[-1], np.float32)
    for row, each in enumerate(ordered):
        terms[starts[row] : starts[row + 1]] = each.ids & (_BUCKETS - 1)
        weights[starts[row] : starts[row + 1]] = each.weights
    counts = np.bincount(terms, minlength=_BUCKETS)
    weights *= _rarity(counts, len(ordered))[terms]
    _normalise(starts, weights)
    starts, terms, weights = _drop(starts, terms, weights, counts[terms] > 1)
    row_days = np.array([NO_DAY if days[at] is None else days[at] for at in firsts], np.int64)
    return Vectors(starts, terms, weights, row_days, rows)


def _drop(
    starts: NDArray[np.int64], terms: NDArray[np.int32], weights: NDArray[np.float32], kept: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float32]]:
    """Only the terms that two articles have: the others have told the length of the row."""
    return np.concatenate([[0], np.cumsum(kept)])[starts], terms[kept], weights[kept]


def _digest(terms: Terms) -> bytes:
    return blake2b(terms.ids.tobytes() + terms.weights.tobytes(), digest_size=16).digest()


def _rarity(counts: NDArray[np.int64], size: int) -> NDArray[np.float32]:
    rarity = np.log((size + 1) / np.maximum(counts, 1)).astype(np.float32)
    rarity[counts <= 1] *= min(1.0, _SMALL / max(1, size))
    return rarity


def _normalise(starts: NDArray[np.int64], weights: NDArray[np.float32]) -> None:
    for start, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        length = float(np.sqrt(np.dot(weights[start:end], weights[start:end])))
        if length:
            weights[start:end] /= length
