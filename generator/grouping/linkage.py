"""Agglomerative clustering of a sparse graph."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from math import sqrt

import numpy as np
from numpy.typing import NDArray

_ALONE = 0.5
_SLACK = 1e-9


def join_groups(
    size: int, low: NDArray[np.int64], high: NDArray[np.int64], likeness: NDArray[np.float64], least: float
) -> list[int]:
    """The group of each row, named by its lowest row; the most alike groups are joined first, down to ``least``.

    Group-average linkage (Sokal and Michener 1958), measured against how alike the members of each group are: large
    events are told in more ways than small ones, and what is alike in a loose group is unlike in a tight one. With
    cosines this is the cosine of the groups' centroids, but for a row alone, which counts as a group of some spread.
    A pair that the graph does not have counts as nought, and may be given once only. Rows in order settle ties.
    """
    groups = _Groups(size)
    for one, other, value in zip(low.tolist(), high.tolist(), likeness.tolist(), strict=True):
        groups.links[one][other] = groups.links[other][one] = value
    heap = [entry for row in _find_alike(low, high, likeness, least) if (entry := groups.find_best(row, least))]
    heapify(heap)
    while heap:
        _, one, other, *ages = heappop(heap)
        if groups.ages[one] != ages[0]:
            continue  # joined to something since, and then looked at anew
        if groups.ages[other] == ages[1]:
            one, other = min(one, other), max(one, other)
            groups.join(one, other)
        if entry := groups.find_best(one, least):
            heappush(heap, entry)
    return [groups.find(row) for row in range(size)]


def _find_alike(
    low: NDArray[np.int64], high: NDArray[np.int64], likeness: NDArray[np.float64], least: float
) -> list[int]:
    """The rows that may be joined to another at once."""
    near = likeness >= least * _ALONE * (1 - _SLACK)
    rows: list[int] = np.unique(np.concatenate([low[near], high[near]])).tolist()
    return rows


class _Groups:
    """Groups while they are joined: sums of likeness between and within them, and how often each has grown."""

    def __init__(self, size: int) -> None:
        self.links: list[dict[int, float]] = [{} for _ in range(size)]
        self.ages = [0] * size
        self._within = [_ALONE] * size
        self._spread = [sqrt(_ALONE)] * size
        self._homes = list(range(size))

    def join(self, one: int, other: int) -> None:
        """Add ``other`` to ``one``."""
        self._within[one] += self._within[other] + 2 * self.links[one][other]
        self._spread[one] = sqrt(self._within[one])
        self._homes[other] = one
        self.ages[one] += 1
        self.ages[other] = -1
        mine = self.links[one]
        for third, amount in self.links[other].items():
            theirs = self.links[third]
            del theirs[other]
            if third != one:
                mine[third] = theirs[one] = mine.get(third, 0.0) + amount
        self.links[other] = {}

    def find_best(self, one: int, least: float) -> tuple[float, int, int, int, int] | None:
        """The group most like ``one``: likeness below nought, the two rows, and their ages; none below ``least``.

        Likeness is the mean between the two over the geometric mean of the means within.
        """
        spread, best, other = self._spread, 0.0, -1
        for third, amount in self.links[one].items():  # the innermost loop of all: quicker so than by max
            value = amount / spread[third]
            if value > best or (value == best and third < other):
                best, other = value, third
        value = best / spread[one]
        return (-value, one, other, self.ages[one], self.ages[other]) if value >= least else None

    def find(self, row: int) -> int:
        """The row that names the group of ``row``."""
        while self._homes[row] != row:
            self._homes[row] = self._homes[self._homes[row]]
            row = self._homes[row]
        return row
