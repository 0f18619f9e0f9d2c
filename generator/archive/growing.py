"""A period that some articles were added to: only what they share is counted, and gives what a search would.

A run of words that few carry ties each new article to its other carriers, and leaves all older pairs as they were.
One that many carry, now or since the new articles came, is counted twice by the same SQL text that searches, without
and with them: what differs is added to what was kept. New articles can take shared runs from two older ones, by making
a run too common; they never give them any. So a pair too slight to be kept before is too slight now.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from generator.archive.arrow import read_column, read_lists, to_column, to_table
from generator.archive.catalogue import Catalogue
from generator.archive.engine import write_candidates
from generator.archive.mapping import find_shingles
from generator.archive.settings import Settings
from generator.archive.state import State
from generator.archive.wordrows import Flags, Ints

_AT_ONCE = 4_096  # articles whose words are held at a time
_PERIOD = "SELECT one, other, shared FROM links WHERE period ="
_WIDE = "SELECT shingle, articles, number FROM wide WHERE period ="


@dataclass(frozen=True, slots=True)
class Carried:
    """Which articles carry which of some runs: arrays of one length in order of run, then of article.

    ``shingle`` is a place among the runs, ``rank`` the article's, and ``fresh`` is whether that is a new one.
    """

    shingle: Ints
    rank: Ints
    fresh: Flags

    def where(self, kept: Flags) -> Carried:
        """Some of it."""
        return Carried(self.shingle[kept], self.rank[kept], self.fresh[kept])


def grow_period(
    state: State, catalogue: Catalogue, *, period: int, members: Ints, fresh: Flags, settings: Settings
) -> tuple[pa.Table, pa.Table]:
    """The links and the boilerplate of a period as a search would give them, with ranks for numbers.

    ``members`` are the ranks of its articles, ascending; those that are not ``fresh`` were searched before, and the
    state has what was found. Links are between any two outlets, however many days apart.
    """
    runs, carried = _find_carried(state, catalogue, members, fresh, settings.shingle)
    counts = np.bincount(carried.shingle, minlength=len(runs))
    many = counts > settings.common
    pairs = [_pair(carried.where(~many[carried.shingle]), len(catalogue.number))]
    often = carried.where(many[carried.shingle])
    pairs += [
        _count(state, often, len(catalogue.number), settings, sign=1),
        _count(state, often.where(~often.fresh), len(catalogue.number), settings, sign=-1),
        _load(state, catalogue, period),
    ]
    codes, where = np.unique(np.concatenate([codes for codes, _ in pairs]), return_inverse=True)
    shared = np.zeros(len(codes), np.int64)
    np.add.at(shared, where, np.concatenate([shared for _, shared in pairs]))
    kept = shared >= settings.least_shared
    size = len(catalogue.number)
    links = {
        "period": np.full(int(kept.sum()), period, np.int32),
        "one": (codes[kept] // size).astype(np.int32),
        "other": (codes[kept] % size).astype(np.int32),
        "shared": shared[kept].astype(np.int32),
    }
    return to_table(links), _widen(state, catalogue, period=period, runs=runs, carried=carried, wide=settings.wide)


Pairs = tuple[Ints, Ints]  # codes of pairs of ranks, and runs that they share


def _find_carried(state: State, catalogue: Catalogue, members: Ints, fresh: Flags, size: int) -> tuple[Ints, Carried]:
    """The runs of the new articles, ascending, and who carries them."""
    own = [_find_runs(state, catalogue, members[fresh], size, None)]
    runs = np.unique(own[0][1])
    old = members[~fresh]
    parts = own + [
        _find_runs(state, catalogue, old[at : at + _AT_ONCE], size, runs) for at in range(0, len(old), _AT_ONCE)
    ]
    rank, shingle = (np.concatenate(column) for column in zip(*parts, strict=True))
    is_fresh = np.arange(len(rank)) < len(own[0][0])
    place = np.searchsorted(runs, shingle)
    order = np.lexsort((rank, place))
    return runs, Carried(place[order], rank[order], is_fresh[order])


def _find_runs(state: State, catalogue: Catalogue, ranks: Ints, size: int, among: Ints | None) -> tuple[Ints, Ints]:
    wanted = to_table({"number": catalogue.number[ranks].astype(np.int32), "rank": ranks.astype(np.int32)})
    table = state.table("SELECT w.rank, hashes FROM wanted w JOIN words ON words.number = w.number", wanted=wanted)
    place, shingles = find_shingles(*read_lists(table.column("hashes"), np.int64), size, among=among)
    return read_column(table, "rank")[place], shingles


def _pair(carried: Carried, size: int) -> Pairs:
    """Each new article with every other carrier, run by run."""
    starts = np.searchsorted(carried.shingle, carried.shingle, side="left")
    ends = np.searchsorted(carried.shingle, carried.shingle, side="right")
    own = np.flatnonzero(carried.fresh)
    steps = (ends - starts)[own]
    left = np.repeat(own, steps)
    right = np.repeat(starts[own] - np.cumsum(steps) + steps, steps) + np.arange(int(steps.sum()))
    one, other = carried.rank[left], carried.rank[right]
    kept = (one != other) & ~(carried.fresh[right] & (other < one))  # two new articles meet once
    one, other = one[kept], other[kept]
    codes, counts = np.unique(np.minimum(one, other) * size + np.maximum(one, other), return_counts=True)
    return codes, counts.astype(np.int64)


def _count(state: State, carried: Carried, size: int, settings: Settings, *, sign: int) -> Pairs:
    """What the search itself makes of some runs, to be added or taken away."""
    rows = {
        "period": np.zeros(len(carried.rank), np.int32),
        "shingle": carried.shingle.astype(np.int64),
        "number": carried.rank.astype(np.int32),
    }
    found = state.table(write_candidates(settings, least=1), shingles=to_table(rows))
    codes = read_column(found, "one") * size + read_column(found, "other")
    return codes, sign * read_column(found, "shared")


def _load(state: State, catalogue: Catalogue, period: int) -> Pairs:
    """The links that the period had."""
    table = state.table(f"{_PERIOD} {int(period)}")
    one, other = (catalogue.rank(read_column(table, name)) for name in ("one", "other"))
    return one * len(catalogue.number) + other, read_column(table, "shared")


def _widen(state: State, catalogue: Catalogue, *, period: int, runs: Ints, carried: Carried, wide: int) -> pa.Table:
    """The period's boilerplate: what it was, and runs of the new articles that are now too common, or more so."""
    table = state.table(f"{_WIDE} {int(period)}")
    old = ~np.isin(read_column(table, "shingle"), runs)
    first = np.searchsorted(carried.shingle, np.arange(len(runs) + 1))
    counts = np.diff(first)
    now = np.flatnonzero(counts > wide)
    shingle = np.concatenate([read_column(table, "shingle")[old], runs[now]])
    return to_table(
        {
            "period": to_column(np.full(len(shingle), period, np.int32)),
            "shingle": to_column(shingle),
            "articles": to_column(np.concatenate([read_column(table, "articles")[old], counts[now]])),
            "number": to_column(
                np.concatenate([catalogue.rank(read_column(table, "number")[old]), carried.rank[first[now]]]).astype(
                    np.int32
                )
            ),
        }
    )
