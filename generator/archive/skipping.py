"""Which of an article's runs of words are boilerplate in its days, and so are compared with none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from generator.archive.arrow import read_column, read_lists, to_lists, to_table
from generator.archive.catalogue import Catalogue
from generator.archive.mapping import find_shingles
from generator.archive.periods import place_articles
from generator.archive.settings import Settings
from generator.archive.state import State
from generator.archive.wordrows import Flags, Ints

_AT_ONCE = 4_096


@dataclass(frozen=True, slots=True)
class Skipped:
    """The runs by article, those of rank ``n`` from ``bounds[n]`` to ``bounds[n + 1]``, and a number for each article.

    ``salt`` is the same for the same runs, and 0 for none.
    """

    runs: Ints
    bounds: Ints
    salt: Ints

    def take(self, ranks: Ints) -> pa.ListArray:
        """The runs of some articles, as a column of lists."""
        sizes = np.diff(self.bounds)[ranks]
        bounds = np.concatenate([[0], np.cumsum(sizes)])
        places = np.arange(bounds[-1]) + np.repeat(self.bounds[ranks] - bounds[:-1], sizes)
        return to_lists(self.runs[places], bounds)


def load_skipped(state: State, catalogue: Catalogue, settings: Settings) -> Skipped:
    """The runs of each article that are boilerplate in the period in which it is at home."""
    size = len(catalogue.number)
    held = [(np.empty(0, np.int64), np.empty(0, np.int64))]
    wide = state.table("SELECT period, shingle FROM wide ORDER BY period, shingle")
    periods, shingles = read_column(wide, "period"), read_column(wide, "shingle")
    if len(periods):
        stays = place_articles(catalogue.day, settings.window)
        at_home = dict(zip(stays.article[stays.home].tolist(), stays.period[stays.home].tolist(), strict=True))
        home = np.array([at_home[rank] for rank in range(size)], np.int64)
        for period in np.unique(periods).tolist():
            ranks, among = np.flatnonzero(home == period), shingles[periods == period]
            held += [
                _find(state, catalogue, ranks[at : at + _AT_ONCE], settings.shingle, among)
                for at in range(0, len(ranks), _AT_ONCE)
            ]
    rank, run = (np.concatenate(column) for column in zip(*held, strict=True))
    order = np.lexsort((run, rank))
    rank, run = rank[order], run[order]
    salt = np.zeros(size, np.int64)
    np.add.at(salt, rank, (run * 0x9E3779B97F4A7C1) ^ (run >> 20))
    return Skipped(run, np.searchsorted(rank, np.arange(size + 1)), salt)


def find_empty(state: State, catalogue: Catalogue, ranks: Ints, *, among: Ints, size: int) -> Flags:
    """Which articles are boilerplate and nothing else: they have runs of ``size`` words, and all are ``among`` it."""
    if not len(among):
        return np.zeros(len(ranks), np.bool_)
    parts = []
    for at in range(0, len(ranks), _AT_ONCE):
        part = ranks[at : at + _AT_ONCE]
        rank, run = _find(state, catalogue, part, size, None)
        others = ~np.isin(rank, np.unique(rank[~np.isin(run, among)]))
        parts.append(np.isin(part, rank[others]))
    return np.concatenate(parts)


def _find(state: State, catalogue: Catalogue, ranks: Ints, size: int, among: Ints | None) -> tuple[Ints, Ints]:
    wanted = to_table({"number": catalogue.number[ranks].astype(np.int32), "rank": ranks.astype(np.int32)})
    table = state.table("SELECT w.rank, hashes FROM wanted w JOIN words ON words.number = w.number", wanted=wanted)
    place, run = find_shingles(*read_lists(table.column("hashes"), np.int64), size, among=among)
    return read_column(table, "rank")[place], run
