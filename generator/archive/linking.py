"""Period by period: which articles share wording, and which tell one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa

from generator.archive.arrow import read_column, read_lists, to_lists, to_table
from generator.archive.catalogue import Catalogue
from generator.archive.engine import Engine
from generator.archive.growing import grow_period
from generator.archive.mapping import PLACED
from generator.archive.periods import NO_DAY, Stays, each_period, place_articles
from generator.archive.settings import Settings
from generator.archive.skipping import find_empty
from generator.archive.state import State
from generator.archive.wordings import put_wordings
from generator.archive.wordrows import Flags, Ints
from generator.grouping import Terms, find_events, terms_from_columns

_CHUNK = 12_000
"""Articles whose candidates are found at once; a period is never cut."""
_FEW = 8
"""A period grown by less than this part is not searched anew."""
_FOUND = ("periods", "links", "groups", "wide", "wordings")


def find_links(state: State, engine: Engine, catalogue: Catalogue, settings: Settings) -> tuple[int, ...]:
    """Bring links, groups and boilerplate up to date; gives the periods that were searched or grew."""
    stays = place_articles(catalogue.day, settings.window)
    sums = catalogue.sums(stays.period, stays.article, stays.home.astype(np.int64))
    known = {int(str(period)): int(str(total)) for period, total in state.rows("SELECT period, digest FROM periods")}
    due = {period for period in sums if known.get(period) != sums[period]}
    members = {period: ranks for period, ranks, _ in each_period(stays) if period in due}
    fresh = {period: _find_fresh(state, catalogue, period, members[period]) for period in sorted(due & known.keys())}
    grown = {period: new for period, new in fresh.items() if new is not None}
    tables = {
        period: grow_period(state, catalogue, period=period, members=members[period], fresh=new, settings=settings)
        for period, new in grown.items()
    }
    for table in _FOUND:
        state.drop(table, "period", {*due, *(known.keys() - sums.keys())})
    for period, (links, wide) in tables.items():
        _keep(state, catalogue, members={period: members[period]}, links=links, wide=wide, settings=settings)
    for chunk in _chunks(members, sorted(due - grown.keys())):
        links, wide = _search(state, engine, catalogue, stays=stays, periods=chunk, settings=settings)
        kept = {period: members[period] for period in chunk}
        _keep(state, catalogue, members=kept, links=links, wide=wide, settings=settings)
    digests = {"period": np.array(sorted(due), np.int32), "digest": np.array([sums[p] for p in sorted(due)], np.uint64)}
    state.put("periods", to_table(digests))
    return tuple(sorted(due))


def _find_fresh(state: State, catalogue: Catalogue, period: int, members: Ints) -> Flags | None:
    """Which members were not there before; ``None`` where one has gone, or so many came that a search is quicker."""
    table = state.table(f"SELECT number FROM groups WHERE period = {int(period)}")  # noqa: S608
    before = read_column(table, "number")
    numbers = catalogue.number[members]
    fresh = ~np.isin(numbers, before)
    if len(numbers) - int(fresh.sum()) != len(before) or int(fresh.sum()) * _FEW > len(numbers):
        return None
    return fresh


def _chunks(members: dict[int, Ints], due: Sequence[int]) -> Iterator[list[int]]:
    chunk: list[int] = []
    size = 0
    for period in due:
        if chunk and size + len(members[period]) > _CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(period)
        size += len(members[period])
    if chunk:
        yield chunk


def _search(
    state: State, engine: Engine, catalogue: Catalogue, *, stays: Stays, periods: Sequence[int], settings: Settings
) -> tuple[pa.Table, pa.Table]:
    """The links and boilerplate of some periods, with ranks for numbers."""
    here = np.isin(stays.period, periods)
    order = np.argsort(stays.article[here], kind="stable")
    ranks, first = np.unique(stays.article[here][order], return_index=True)
    placed = to_table(
        {
            "rank": ranks.astype(np.int32),
            "number": catalogue.number[ranks].astype(np.int32),
            "periods": to_lists(stays.period[here][order].astype(np.int32), np.append(first, len(order))),
        }
    )
    query = "SELECT p.rank AS number, p.periods, w.hashes FROM placed p JOIN words w ON w.number = p.number"
    return engine.find_links(state.stream(query, PLACED, placed=placed), settings)


def _keep(
    state: State, catalogue: Catalogue, *, members: dict[int, Ints], links: pa.Table, wide: pa.Table, settings: Settings
) -> None:
    """Keep what was found in some periods, and the groups that it makes."""
    links = _choose(links, catalogue, settings.window)
    numbers = {name: catalogue.number[read_column(links, name)].astype(np.int32) for name in ("one", "other")}
    rest = {name: read_column(links, name, np.int32) for name in ("period", "shared")}
    state.put("links", to_table({"period": rest["period"], **numbers, "shared": rest["shared"]}))
    periods, shingles = read_column(wide, "period"), read_column(wide, "shingle")
    for period, ranks in members.items():
        empty = find_empty(state, catalogue, ranks, among=np.sort(shingles[periods == period]), size=settings.shingle)
        telling = ranks[~empty]
        labels = ranks.copy()  # what says nothing of its own tells no event with others
        labels[~empty] = telling[
            _group(state, catalogue, period=period, members=telling, links=links, settings=settings)
        ]
        found = {
            "period": np.full(len(ranks), period),
            "number": catalogue.number[ranks],
            "label": catalogue.number[labels],
        }
        state.put("groups", to_table({name: column.astype(np.int32) for name, column in found.items()}))
    put_wordings(state, catalogue, wide, settings)


def _choose(links: pa.Table, catalogue: Catalogue, window: int | None) -> pa.Table:
    """Links between outlets, within the window, in order."""
    columns = {name: read_column(links, name) for name in ("period", "one", "other", "shared")}
    one, other = columns["one"], columns["other"]
    kept = catalogue.outlet[one] != catalogue.outlet[other]
    if window is not None:
        days, others = catalogue.day[one], catalogue.day[other]
        kept &= (days == NO_DAY) | (others == NO_DAY) | (np.abs(others - days) <= window)
    at = np.flatnonzero(kept)
    at = at[np.lexsort((other[at], one[at], columns["period"][at]))]
    return to_table({name: values[at] for name, values in columns.items()})


def _group(
    state: State, catalogue: Catalogue, *, period: int, members: Ints, links: pa.Table, settings: Settings
) -> Ints:
    """The event of each member, named by the place of another."""
    low, high = np.searchsorted(read_column(links, "period"), [period, period + 1])
    one, other, shared = (read_column(links, name)[low:high] for name in ("one", "other", "shared"))
    pairs = (np.searchsorted(members, one), np.searchsorted(members, other), shared + settings.shingle - 1.0)
    numbers = catalogue.number[members]
    labels = find_events(
        _load_terms(state, numbers),
        [None if day == NO_DAY else day for day in catalogue.day[members].tolist()],
        zip(*(column.tolist() for column in pairs), strict=True),
        window=settings.window,
    )
    return np.array(labels, dtype=np.int64)


def _load_terms(state: State, numbers: Ints) -> list[Terms]:
    wanted = to_table({"number": numbers.astype(np.int32), "place": np.arange(len(numbers), dtype=np.int32)})
    table = state.table(
        "SELECT ids, weights FROM terms JOIN wanted ON terms.number = wanted.number ORDER BY place", wanted=wanted
    )
    ids, bounds = read_lists(table["ids"], np.int64)
    weights, _ = read_lists(table["weights"], np.float32)
    cuts = list(zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True))
    return [terms_from_columns(ids[start:end], weights[start:end]) for start, end in cuts]
