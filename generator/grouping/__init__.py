"""Which articles tell one event: shared wording, names, rare words, dates close together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from generator.grouping.linkage import join_groups
from generator.grouping.manyterms import TermReader
from generator.grouping.neighbourhoods import compare_places
from generator.grouping.neighbours import count_shared, find_candidates, measure_pairs
from generator.grouping.pairs import Graph, add_graphs
from generator.grouping.terms import Terms, read_terms, terms_from_columns, terms_to_columns
from generator.grouping.vectors import NO_DAY, build_vectors

__all__ = ["TermReader", "Terms", "find_events", "read_terms", "terms_from_columns", "terms_to_columns"]

_HALF = 40


def find_events(
    terms: Sequence[Terms],
    days: Sequence[int | None],
    shared: Iterable[tuple[int, int, float]] = (),
    *,
    window: int | None,
    least: float = 0.7,
    floor: float = 0.1,
) -> tuple[int, ...]:
    """The event of each article, named by the place of its earliest article; an article alone names itself.

    Args:
        terms: what :func:`read_terms` read, an article each.
        days: the day of each article, counted from any day; None where it is not known.
        shared: pairs of articles and the equal words in the passages that they share. Such wording raises a pair's
            cosine, at most to twice as much: it is strong evidence, but quotations and boilerplate travel from one
            event to another, and articles that have nothing else in common stay apart.
        window: days that two articles may lie apart to be compared; None for any.
        least: how alike two groups must be to be joined, against how alike the members of each are.
        floor: cosine from which an article is a neighbour of another, 0 to 1.
    """
    vectors = build_vectors(terms, days)
    size = len(vectors.days)
    candidates = find_candidates(vectors, window)
    wording = count_shared(vectors, shared, window)
    pairs = add_graphs(size, Graph(candidates.low, candidates.high, np.zeros(len(candidates.low))), wording)
    cosines = measure_pairs(vectors, pairs.low, pairs.high)
    raised = np.minimum(1.0, cosines * (1 + pairs.values / (pairs.values + _HALF)))
    graph = compare_places(size, Graph(pairs.low, pairs.high, raised), floor)
    groups = join_groups(size, graph.low, graph.high, graph.values, least)
    return _name_groups(days, [groups[row] for row in vectors.rows.tolist()])


def _name_groups(days: Sequence[int | None], groups: Sequence[int]) -> tuple[int, ...]:
    """Name each group by its earliest article, of several the one given first; a missing day is later than any."""
    names: dict[int, int] = {}
    for _, at in sorted((NO_DAY if day is None else day, at) for at, day in enumerate(days)):
        names.setdefault(groups[at], at)
    return tuple(names[group] for group in groups)
