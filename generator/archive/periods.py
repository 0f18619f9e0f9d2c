"""Stretches of time in which articles are compared, so that cost grows with an archive and not with its square.

A period is twice the window long, and is visited by the articles of the ``window`` days before it. Any two articles
within the window of each other thus meet in a period where one of them at least is at home, and what is found in a
period depends on its articles alone: new articles cost their own period and the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from generator.archive.wordrows import Flags, Ints

NO_DAY = np.iinfo(np.int64).max
UNDATED = -1


@dataclass(frozen=True, slots=True)
class Stays:
    """Which article is in which period: arrays of one length, in order of period, then of article.

    ``home`` is false where the article only visits.
    """

    period: Ints
    article: Ints
    home: Flags


def place_articles(days: Ints, window: int | None) -> Stays:
    """The stays of all articles; without a window there is one period, 0.

    ``days`` counts days from any day on; :data:`NO_DAY` stands for no date. Articles without a date are at home in the
    period :data:`UNDATED` and visit all others.
    """
    articles = np.arange(len(days))
    if window is None:
        return Stays(np.zeros_like(articles), articles, np.ones(len(days), dtype=np.bool_))
    dated = articles[days != NO_DAY]
    undated = articles[days == NO_DAY]
    length = max(1, 2 * window)
    own = days[dated] // length
    visiting = (days[dated] + window) // length != own
    visited = np.repeat(np.unique(own), len(undated))
    period = np.concatenate([own, own[visiting] + 1, np.full(len(undated), UNDATED), visited])
    article = np.concatenate([dated, dated[visiting], undated, np.tile(undated, len(np.unique(own)))])
    home = np.repeat([True, False, True, False], [len(own), int(visiting.sum()), len(undated), len(visited)])
    order = np.lexsort((article, period))
    lived = np.isin(period, period[home])  # nobody is at home in the period behind the last
    order = order[lived[order]]
    return Stays(period[order], article[order], home[order])


def each_period(stays: Stays) -> Iterator[tuple[int, Ints, Flags]]:
    """Each period with its articles and which of them are at home; articles without a date come last."""
    cuts = np.flatnonzero(np.diff(stays.period, prepend=np.iinfo(np.int64).min)).tolist() if len(stays.period) else []
    bounds = list(zip(cuts, [*cuts[1:], len(stays.period)], strict=True))
    for start, end in sorted(bounds, key=lambda bound: (stays.period[bound[0]] < 0, bound[0])):
        yield int(stays.period[start]), stays.article[start:end], stays.home[start:end]
