"""Pairs of rows with an amount each: a sparse symmetric matrix."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Pairs of rows, the lower first, each once and in order, with an amount."""

    low: NDArray[np.int64]
    high: NDArray[np.int64]
    values: NDArray[np.float64]


def sum_up(size: int, codes: NDArray[np.int64], values: NDArray[np.float64]) -> Graph:
    """The pairs that ``codes`` write as ``low * size + high``, and the sum of all values given for each.

    Values are added in the order in which they come.
    """
    order = np.argsort(codes, kind="stable")
    codes, values = codes[order], values[order]
    first = np.flatnonzero(np.diff(codes, prepend=-1))
    sums = np.add.reduceat(values, first) if len(first) else values
    return Graph(codes[first] // max(1, size), codes[first] % max(1, size), sums)


def add_graphs(size: int, *graphs: Graph) -> Graph:
    """Every pair of the graphs, with its values added up."""
    codes = np.concatenate([np.empty(0, np.int64), *(graph.low * size + graph.high for graph in graphs)])
    return sum_up(size, codes, np.concatenate([np.empty(0, np.float64), *(graph.values for graph in graphs)]))
