"""Period by period: which articles share wording, and which tell one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa

from generator.archive.catalogue import Catalogue
from generator.archive.engine import Engine
from generator.archive.mapping import PLACED, name_runs
from generator.archive.periods import NO_DAY, Stays, place_articles
from generator.archive.settings import Settings
from generator.archive.state import State
from generator.archive.wordrows import Flags, Ints, read_word_rows
from generator.grouping import Terms, find_events, terms_from_columns

_CHUNK = 12_000
"""Articles whose candidates are found at once; a period is never cut."""


def find_links(state: State, engine: Engine, catalogue: Catalogue, settings: Settings) -> tuple[int, ...]:
    """Bring links, groups and boilerplate up to date; gives the periods that had to be searched."""
    stays = place_articles(catalogue.day, settings.window)
    sums = catalogue.sums(stays.period, stays.article, stays.home.astype(np.int64))
    known = {int(str(period)): int(str(total)) for period, total in state.rows("SELECT period, digest FROM periods")}
    due = [period for period in sums if known.get(period) != sums[period]]
    for table in ("periods", "links", "groups", "wordings", "wide"):
        state.drop(table, "period", {*due, *(known.keys() - sums.keys())})
    for chunk in _chunks(stays, due):
        _search(state, engine, catalogue, stays=stays, periods=chunk, settings=settings)
    digests = {"period": pa.array(due, pa.int32()), "digest": pa.array([sums[period] for period in due], pa.uint64())}
    state.put("periods", pa.table(digests))
    return tuple(due)


def gather_events(state: State, catalogue: Catalogue, settings: Settings) -> Ints:
    """The event of each article, by the rank of its earliest one; found in its periods, carried on by visitors.

    A group that was found in a period belongs to the event that most of its members have already.
    """
    stays = place_articles(catalogue.day, settings.window)
    table = state.table("SELECT period, number, label FROM groups")
    number, label = (catalogue.rank(table[name].to_numpy().astype(np.int64)) for name in ("number", "label"))
    group = dict(zip(zip(table["period"].to_pylist(), number.tolist(), strict=True), label.tolist(), strict=True))
    event = np.full(len(catalogue.number), -1, dtype=np.int64)
    for period, members, home in _each(stays):
        groups: dict[int, list[int]] = {}
        for member in members.tolist():
            groups.setdefault(group[period, member], []).append(member)
        at_home = set(members[home].tolist())
        for held in groups.values():
            if not at_home.isdisjoint(held):
                _carry_on(event, held)
    return _name(event)


def _carry_on(event: Ints, held: Sequence[int]) -> None:
    before = Counter(int(event[member]) for member in held if event[member] >= 0)
    target = min(before, key=lambda name: (-before[name], name)) if before else min(held)
    for member in held:
        if event[member] < 0:
            event[member] = target


def _name(event: Ints) -> Ints:
    """Events named by their lowest rank."""
    _, first, where = np.unique(event, return_index=True, return_inverse=True)
    named: Ints = first.astype(np.int64)[where]
    return named


def _each(stays: Stays) -> Iterator[tuple[int, Ints, Flags]]:
    """Each period with its articles and which of them are at home; articles without a date come last."""
    cuts = np.flatnonzero(np.diff(stays.period, prepend=np.iinfo(np.int64).min)).tolist() if len(stays.period) else []
    bounds = list(zip(cuts, [*cuts[1:], len(stays.period)], strict=True))
    for start, end in sorted(bounds, key=lambda bound: (stays.period[bound[0]] < 0, bound[0])):
        yield int(stays.period[start]), stays.article[start:end], stays.home[start:end]


def _chunks(stays: Stays, due: Sequence[int]) -> Iterator[list[int]]:
    sizes = dict(zip(*(column.tolist() for column in np.unique(stays.period, return_counts=True)), strict=True))
    chunk: list[int] = []
    size = 0
    for period in due:
        if chunk and size + sizes[period] > _CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(period)
        size += sizes[period]
    if chunk:
        yield chunk


def _search(
    state: State, engine: Engine, catalogue: Catalogue, *, stays: Stays, periods: Sequence[int], settings: Settings
) -> None:
    here = np.isin(stays.period, periods)
    order = np.argsort(stays.article[here], kind="stable")
    ranks, first = np.unique(stays.article[here][order], return_index=True)
    bounds = np.append(first, len(order)).astype(np.int32)
    placed = pa.table(
        {
            "rank": ranks.astype(np.int32),
            "number": catalogue.number[ranks].astype(np.int32),
            "periods": pa.ListArray.from_arrays(bounds, stays.period[here][order].astype(np.int32)),
        }
    )
    with state.given(placed=placed):
        stream = state.stream(
            "SELECT p.rank AS number, p.periods, a.text FROM placed p JOIN articles a ON a.number = p.number", PLACED
        )
        links, wide = engine.find_links(stream, settings)
    links = _choose(links, catalogue, settings.window)
    _put_links(state, catalogue, links)
    _put_groups(state, catalogue, stays=stays, periods=periods, links=links, settings=settings)
    _put_wordings(state, catalogue, wide, settings)


def _choose(links: pa.Table, catalogue: Catalogue, window: int | None) -> pa.Table:
    """Links between outlets, within the window."""
    one, other = (links[name].to_numpy() for name in ("one", "other"))
    kept = catalogue.outlet[one] != catalogue.outlet[other]
    if window is not None:
        days, others = catalogue.day[one], catalogue.day[other]
        kept &= (days == NO_DAY) | (others == NO_DAY) | (np.abs(others - days) <= window)
    return links.filter(pa.array(kept)).sort_by([("period", "ascending"), ("one", "ascending"), ("other", "ascending")])


def _put_links(state: State, catalogue: Catalogue, links: pa.Table) -> None:
    for name in ("one", "other"):
        numbers = catalogue.number[links[name].to_numpy()].astype(np.int32)
        links = links.set_column(links.column_names.index(name), name, pa.array(numbers))
    state.put("links", links)


def _put_groups(
    state: State, catalogue: Catalogue, *, stays: Stays, periods: Sequence[int], links: pa.Table, settings: Settings
) -> None:
    period_of = links["period"].to_numpy()
    one, other, shared = (links[name].to_numpy().astype(np.int64) for name in ("one", "other", "shared"))
    wanted = set(periods)
    for period, members, _ in _each(stays):
        if period not in wanted:
            continue
        low, high = np.searchsorted(period_of, [period, period + 1])
        pairs = zip(
            np.searchsorted(members, one[low:high]).tolist(),
            np.searchsorted(members, other[low:high]).tolist(),
            (shared[low:high] + settings.shingle - 1).astype(float).tolist(),
            strict=True,
        )
        numbers = catalogue.number[members]
        days = [None if day == NO_DAY else day for day in catalogue.day[members].tolist()]
        labels = find_events(_load_terms(state, numbers), days, pairs, window=settings.window)
        found = {
            "period": np.full(len(members), period, dtype=np.int32),
            "number": numbers.astype(np.int32),
            "label": numbers[np.array(labels, dtype=np.int64)].astype(np.int32),
        }
        state.put("groups", pa.table(found))


def _load_terms(state: State, numbers: Ints) -> list[Terms]:
    wanted = pa.table({"number": numbers.astype(np.int32), "place": np.arange(len(numbers), dtype=np.int32)})
    table = state.table(
        "SELECT ids, weights FROM terms JOIN wanted ON terms.number = wanted.number ORDER BY place", wanted=wanted
    )
    terms = []
    for ids, weights in zip(table["ids"].chunks, table["weights"].chunks, strict=True):
        bounds, keys, values = ids.offsets.to_numpy(), ids.values.to_numpy(), weights.values.to_numpy()
        starts = weights.offsets.to_numpy()
        terms += [
            terms_from_columns(keys[bounds[n] : bounds[n + 1]], values[starts[n] : starts[n + 1]])
            for n in range(len(ids))
        ]
    return terms


def _put_wordings(state: State, catalogue: Catalogue, wide: pa.Table, settings: Settings) -> None:
    """Boilerplate, as runs of words of the earliest article of a period that carries it."""
    if not wide.num_rows:
        return
    state.put("wide", wide.select(["period", "shingle"]).sort_by([("period", "ascending"), ("shingle", "ascending")]))
    counts: dict[tuple[int, int], dict[int, int]] = {}
    for row in wide.to_pylist():
        counts.setdefault((row["period"], row["number"]), {})[row["shingle"]] = row["articles"]
    found = []
    for (period, rank), runs in counts.items():
        number = int(catalogue.number[rank])
        ((text,),) = state.rows("SELECT text FROM articles WHERE number = ?", [number])
        found += [
            (period, articles, number, *span) for articles, *span in _find_runs(str(text), runs, settings.shingle)
        ]
    names = ("period", "articles", "number", "start", "end")
    kinds = (pa.int32(), pa.int64(), pa.int32(), pa.int32(), pa.int32())
    columns = {
        name: pa.array([row[n] for row in found], kind) for n, (name, kind) in enumerate(zip(names, kinds, strict=True))
    }
    state.put("wordings", pa.table(columns))


def _find_runs(text: str, runs: dict[int, int], size: int) -> Iterator[tuple[int, int, int]]:
    """Maximal stretches of a text that counted runs of words cover: how many articles at most, start, end."""
    rows = read_word_rows([text])
    shingles = name_runs(rows, size).tolist()
    at = [n for n, shingle in enumerate(shingles) if shingle in runs]
    for n, place in enumerate(at):
        if n and at[n - 1] == place - 1:
            continue
        last = n
        while last + 1 < len(at) and at[last + 1] == at[last] + 1:
            last += 1
        most = max(runs[shingles[each]] for each in at[n : last + 1])
        yield most, int(rows.starts[place]), int(rows.ends[at[last] + size - 1])
