"""How alike two articles are where they stand: by their own words, and by the company they keep."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.grouping.pairs import Graph, add_graphs, sum_up

_NEIGHBOURS = 10
_NEAREST = 5


def compare_places(size: int, graph: Graph, floor: float) -> Graph:
    """The mean of two likenesses, from the cosines (0 to 1) of all pairs that are worth a look.

    One is the cosine over what is usual around the two articles, the mean of each one's nearest, or ``floor`` where
    that is less (local scaling, Zelnik-Manor and Perona 2004): long articles have less in common than short ones. The
    other is the cosine of the two articles' neighbourhoods, each its nearest articles and itself (shared nearest
    neighbours, Jarvis and Patrick 1973). Two alike events have words in common, but their articles have not the same
    nearest articles.
    """
    near = _find_nearest(size, graph)
    usual = np.bincount(near.rows, near.values * (near.ranks < _NEAREST), minlength=size) / _NEAREST
    usual = np.sqrt(np.maximum(usual, floor))
    scaled = np.minimum(1.0, graph.values / (usual[graph.low] * usual[graph.high]))
    return add_graphs(size, Graph(graph.low, graph.high, scaled / 2), _multiply(size, near, floor))


@dataclass(frozen=True, slots=True, eq=False)
class _Near:
    """Each row's nearest others, the nearest with rank nought, ordered by rows and ranks."""

    rows: NDArray[np.int64]
    others: NDArray[np.int64]
    values: NDArray[np.float64]
    ranks: NDArray[np.int64]


def _find_nearest(size: int, graph: Graph) -> _Near:
    rows = np.concatenate([graph.low, graph.high])
    others = np.concatenate([graph.high, graph.low])
    values = np.concatenate([graph.values, graph.values])
    order = np.lexsort((others, -values, rows))
    rows = rows[order]
    counts = np.bincount(rows, minlength=size)
    ranks = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    kept = ranks < _NEIGHBOURS
    return _Near(rows[kept], others[order][kept], values[order][kept], ranks[kept])


def _multiply(size: int, near: _Near, floor: float) -> Graph:
    """Half the cosines of all neighbourhoods that meet; a row is its own neighbour, with likeness one."""
    kept = near.values >= floor
    rows = np.concatenate([near.rows[kept], np.arange(size)])
    members = np.concatenate([near.others[kept], np.arange(size)])
    values = np.concatenate([near.values[kept], np.ones(size)])
    values /= np.sqrt(np.bincount(rows, values**2, minlength=size))[rows]
    order = np.lexsort((rows, members))
    rows, members, values = rows[order], members[order], values[order]
    codes = [np.empty(0, np.int64)]
    products = [np.empty(0, np.float64)]
    for step in range(1, size):
        meet = members[:-step] == members[step:]
        if not meet.any():
            break
        codes.append(rows[:-step][meet] * size + rows[step:][meet])
        products.append(values[:-step][meet] * values[step:][meet])
    return sum_up(size, np.concatenate(codes), np.concatenate(products) / 2)
