"""Blocks: the articles that are compared word by word with one another, and the passages found in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from generator.archive.arrow import read_column, to_column, to_lists, to_table
from generator.archive.catalogue import Catalogue
from generator.archive.engine import Engine
from generator.archive.firsts import put_passages
from generator.archive.mapping import MEMBERS, TIED
from generator.archive.settings import Settings
from generator.archive.skipping import Skipped, load_skipped
from generator.archive.state import State
from generator.archive.wordrows import Ints

_WORDS = """
SELECT w.place, w.block, w.rank AS number, w.outlet, w.grouped, w.tied, w.skipped,
  words.hashes, words.starts, words.ends
FROM wanted w JOIN words ON words.number = w.number
"""
_ROWS, _SOME = 2_000, 256
"""Rows that are read at once, and handed on at once."""
_PACK = 1_000
"""Articles that are aligned at once, at about that number: whole groups."""
_TIES = "SELECT one, other, MAX(shared) AS shared FROM links WHERE shared >= {least} GROUP BY one, other"


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of articles that wording ties, by rank, the lower first, in order, and how many runs they share."""

    low: Ints
    high: Ints
    shared: Ints


def find_passages(state: State, engine: Engine, catalogue: Catalogue, event: Ints, settings: Settings) -> int:
    """Bring passages up to date with the events and links; gives how many groups and ties had to be aligned.

    All articles of a group are compared with one another, and anew once one came or went. What two tied articles share
    depends on these two alone, and is found once.
    """
    ties = load_ties(state, catalogue, settings.tied)
    group = find_groups(event, ties, settings)
    skipped = load_skipped(state, catalogue, settings)
    groups = _find_due_groups(state, catalogue, group, skipped)
    apart = group[ties.low] != group[ties.high]
    due = _find_due_ties(state, catalogue, ties.low[apart], ties.high[apart], skipped)
    members = _list_members(group, groups, due)
    found = (
        _align(state, engine, catalogue, members=members, skipped=skipped, settings=settings)
        if len(members.rank)
        else []
    )
    put_passages(state, catalogue, found)
    return len(groups) + len(due[0])


def load_ties(state: State, catalogue: Catalogue, least: int) -> Ties:
    """Pairs of articles that share ``least`` runs of words or more."""
    links = state.table(_TIES.format(least=int(least)))
    one, other = (catalogue.rank(read_column(links, name)) for name in ("one", "other"))
    low, high = np.minimum(one, other), np.maximum(one, other)
    order = np.lexsort((high, low))
    return Ties(low[order], high[order], read_column(links, "shared")[order])


def find_groups(event: Ints, ties: Ties, settings: Settings) -> Ints:
    """The group of each article, named by an event of it: articles compared all with all.

    Events that much wording joins are one group where they have up to ``settings.block`` articles in all; else each is
    a group of its own.
    """
    much = ties.shared >= settings.joined
    one, other = event[ties.low[much]], event[ties.high[much]]
    pairs = np.unique(np.stack([one, other])[:, one != other], axis=1)
    home: dict[int, int] = {}
    for pair in zip(*pairs.tolist(), strict=True):
        low, high = sorted(_find(home, name) for name in pair)
        home[high] = low
    events, where = np.unique(event, return_inverse=True)
    names = np.array([_find(home, name) for name in events.tolist()], dtype=np.int64)[where]
    _, region, sizes = np.unique(names, return_inverse=True, return_counts=True)
    joined: Ints = np.where(sizes[region] <= settings.block, names, event)
    return joined


def _find(home: dict[int, int], name: int) -> int:
    while (up := home.get(name, name)) != name:
        home[name] = home.get(up, up)
        name = up
    return name


def _find_due_groups(state: State, catalogue: Catalogue, group: Ints, skipped: Skipped) -> dict[int, int]:
    """The groups to be aligned, with a number for each; what others had is forgotten where they have changed."""
    ranks = np.arange(len(group))
    sums = catalogue.sums(group, ranks, skipped.salt)
    order = np.lexsort((catalogue.outlet, group))
    mixed = (group[order][1:] == group[order][:-1]) & (catalogue.outlet[order][1:] != catalogue.outlet[order][:-1])
    wanted = {sums[name]: name for name in np.unique(group[order][1:][mixed]).tolist()}
    known = {int(str(digest)): int(str(block)) for block, digest in state.rows("SELECT block, digest FROM blocks")}
    gone = [block for digest, block in known.items() if digest not in wanted]
    free = max(known.values(), default=-1) + 1
    due = [digest for digest in wanted if digest not in known]
    state.drop("blocks", "block", gone)
    state.forget_passages("block IN (SELECT value FROM given)", to_table({"value": np.array(gone, np.int32)}))
    names = np.arange(free, free + len(due), dtype=np.int32)
    state.put("blocks", to_table({"block": names, "digest": np.array(due, np.uint64)}))
    return {wanted[digest]: int(name) for digest, name in zip(due, names.tolist(), strict=True)}


def _find_due_ties(state: State, catalogue: Catalogue, low: Ints, high: Ints, skipped: Skipped) -> tuple[Ints, Ints]:
    """The tied pairs that were not compared before; what pairs that are no longer tied had is forgotten."""
    one, other = catalogue.number[low], catalogue.number[high]
    codes = (one << 32 | other) ^ skipped.salt[low] ^ (skipped.salt[high] << 1)
    known = state.table("SELECT * FROM ties")
    before = read_column(known, "code")
    gone = ~np.isin(before, codes)
    if gone.any():
        pairs = {name: read_column(known, name, np.int32)[gone] for name in ("one", "other")}
        where = f"block = {TIED} AND (one, other) IN (SELECT (one, other) FROM given)"  # noqa: S608  our own number
        state.forget_passages(where, to_table(pairs))
        state.drop_codes("ties", to_table({"code": before[gone]}))
    due = ~np.isin(codes, before)
    columns = {"code": codes[due], "one": one[due].astype(np.int32), "other": other[due].astype(np.int32)}
    state.put("ties", to_table(columns))
    return low[due], high[due]


@dataclass(frozen=True, slots=True)
class Members:
    """Rows for an engine: arrays of one length, in order of block, then of rank.

    ``grouped`` is the number of the group, or one below nought that nobody else of the block has; ``tied`` has a list
    of ranks for each row.
    """

    block: Ints
    rank: Ints
    grouped: Ints
    tied: Sequence[Sequence[int]]


def _list_members(group: Ints, groups: Mapping[int, int], due: tuple[Ints, Ints]) -> Members:
    """The articles of groups to be aligned, and of ties, which go with the group of the earlier article.

    Groups that follow one another share a block: what they are tied to is much the same, and is read once.
    """
    inside = np.flatnonzero(np.isin(group, list(groups)))
    own: dict[int, list[int]] = defaultdict(list)
    for rank, name in zip(inside.tolist(), group[inside].tolist(), strict=True):
        own[name].append(rank)
    ties: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for name, one, other in zip(group[due[0]].tolist(), *(ranks.tolist() for ranks in due), strict=True):
        ties[name][one].append(other)
    rows: list[tuple[int, int, int, list[int]]] = []
    for block, names in enumerate(_pack(own, ties)):
        home = {rank: groups[name] for name in names for rank in own.get(name, ())}
        tied = {one: others for name in names for one, others in ties.get(name, {}).items()}
        there = {*home, *tied, *(rank for others in tied.values() for rank in others)}
        rows += [(block, rank, home.get(rank, -1 - rank), tied.get(rank, [])) for rank in sorted(there)]
    table = np.array([row[:3] for row in rows], np.int64).reshape(-1, 3)
    return Members(table[:, 0], table[:, 1], table[:, 2], [row[3] for row in rows])


def _pack(own: Mapping[int, Sequence[int]], ties: Mapping[int, Mapping[int, Sequence[int]]]) -> Iterator[list[int]]:
    """Groups in order, as many together as make about :data:`_PACK` articles with those that only are tied."""
    held: list[int] = []
    size = 0
    for name in sorted({*own, *ties}):
        held.append(name)
        size += max(len(own.get(name, ())), len(ties.get(name, {})))
        if size >= _PACK:
            yield held
            held, size = [], 0
    if held:
        yield held


def _align(
    state: State, engine: Engine, catalogue: Catalogue, *, members: Members, skipped: Skipped, settings: Settings
) -> Iterator[pa.Table]:
    """Passages of the rows, with numbers for ranks."""
    ranks = members.rank
    tied = np.array([rank for ranks in members.tied for rank in ranks], np.int32)
    wanted = to_table(
        {
            "block": members.block.astype(np.int32),
            "rank": ranks.astype(np.int32),
            "number": catalogue.number[ranks].astype(np.int32),
            "outlet": catalogue.outlet[ranks].astype(np.int32),
            "grouped": members.grouped.astype(np.int32),
            "tied": to_lists(tied, np.cumsum([0, *map(len, members.tied)])),
            "skipped": skipped.take(ranks),
        }
    )
    stream = pa.RecordBatchReader.from_batches(MEMBERS, _stream(state, wanted))
    return (_number(batch, catalogue) for batch in engine.align(stream, settings))


def _stream(state: State, wanted: pa.Table) -> Iterator[pa.RecordBatch]:
    """The rows with their words, some at a time: all of them would be too many to be held."""
    for at in range(0, wanted.num_rows, _ROWS):
        rows = wanted.slice(at, _ROWS)
        places = to_column(np.arange(rows.num_rows, dtype=np.int32))
        part = state.table(_WORDS, wanted=rows.append_column("place", places))
        order = np.argsort(read_column(part, "place"))  # DuckDB would hold all that it puts in order, words and all
        part = part.drop_columns("place").take(to_column(order)).cast(MEMBERS)
        yield from part.to_batches(max_chunksize=_SOME)


def _number(batch: pa.RecordBatch, catalogue: Catalogue) -> pa.Table:
    """Ranks as the numbers that the state knows."""
    table = pa.Table.from_batches([batch])
    for name in ("one", "other"):
        numbers = catalogue.number[read_column(table, name)].astype(np.int32)
        table = table.set_column(table.column_names.index(name), name, to_column(numbers))
    return table
