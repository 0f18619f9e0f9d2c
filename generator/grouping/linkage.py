"""Average-linkage clustering of a sparse graph."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

import numpy as np
from numpy.typing import NDArray


def join_groups(
    size: int, low: NDArray[np.int64], high: NDArray[np.int64], likeness: NDArray[np.float64], least: float
) -> list[int]:
    """The group of each row, named by its lowest row: groups are joined while their mean likeness is ``least`` or more.

    Group-average linkage (Sokal and Michener 1958); a pair that the graph does not have counts as nought, and a pair
    may be given once only. Ties are settled by the rows' order.
    """
    links: list[dict[int, float]] = [{} for _ in range(size)]
    for one, other, value in zip(low.tolist(), high.tolist(), likeness.tolist(), strict=True):
        links[one][other] = links[other][one] = value
    heap = [
        (-value, one, other)
        for one, other, value in zip(low.tolist(), high.tolist(), likeness.tolist(), strict=True)
        if value >= least
    ]
    heapify(heap)
    weight = [1] * size
    home = list(range(size))
    while heap:
        value, one, other = heappop(heap)
        total = links[one].get(other)
        if total is None or -value != total / (weight[one] * weight[other]):
            continue  # one of the two has been joined to something since
        _join(one, other, links)
        weight[one] += weight[other]
        home[other] = one
        for third, amount in links[one].items():
            mean = amount / (weight[one] * weight[third])
            if mean >= least:
                heappush(heap, (-mean, min(one, third), max(one, third)))
    return [_find(row, home) for row in range(size)]


def _join(one: int, other: int, links: list[dict[int, float]]) -> None:
    """Give what ``other`` is linked to to ``one``."""
    for third, amount in links[other].items():
        del links[third][other]
        if third != one:
            links[one][third] = links[third][one] = links[one].get(third, 0.0) + amount
    links[other] = {}


def _find(row: int, home: list[int]) -> int:
    while home[row] != row:
        row = home[row]
    return row
