"""Blocks: the articles that are compared word by word with one another, and the passages found in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np
import pyarrow as pa

from generator.archive.catalogue import Catalogue
from generator.archive.engine import Engine
from generator.archive.mapping import MEMBERS
from generator.archive.periods import place_articles
from generator.archive.settings import Settings
from generator.archive.state import State
from generator.archive.wordrows import Ints

_NUMBERED = ("first", "one", "other")


@dataclass(frozen=True, slots=True)
class Block:
    """Articles to be compared, by rank, ascending: all of one group with one another, and the tied pairs besides.

    ``skipped`` are the runs of words that are boilerplate in the periods of the articles.
    """

    members: Ints
    grouped: Ints
    tied: tuple[tuple[int, int], ...] = ()
    skipped: tuple[int, ...] = ()

    def digest(self, catalogue: Catalogue) -> str:
        """The same for the same articles compared in the same way, and for no others."""
        places = {rank: place for place, rank in enumerate(self.members.tolist())}
        pairs = sorted((places[one], places[other]) for one, other in self.tied)
        content = (
            catalogue.digest[self.members].tobytes() + self.grouped.tobytes() + repr((pairs, self.skipped)).encode()
        )
        return blake2b(content, digest_size=16).hexdigest()


def find_passages(state: State, engine: Engine, catalogue: Catalogue, event: Ints, settings: Settings) -> int:
    """Bring passages up to date with the events and links; gives how many blocks had to be aligned.

    A block that has the articles it had is not aligned again.
    """
    ties = load_ties(state, catalogue, settings.tied)
    made = _skip(state, catalogue, make_blocks(event, ties, catalogue.outlet, settings), settings)
    blocks = {block.digest(catalogue): block for block in made}
    known = {str(digest): int(str(block)) for block, digest in state.rows("SELECT block, digest FROM blocks")}
    for table in ("blocks", "passages"):
        state.drop(table, "block", [block for digest, block in known.items() if digest not in blocks])
    free = max(known.values(), default=-1) + 1
    due = [(digest, block) for digest, block in blocks.items() if digest not in known]
    names = pa.array(range(free, free + len(due)), pa.int32())
    state.put("blocks", pa.table({"block": names, "digest": pa.array([digest for digest, _ in due], pa.string())}))
    _align(state, engine, catalogue, dict(enumerate((block for _, block in due), free)), settings)
    return len(due)


def _skip(state: State, catalogue: Catalogue, blocks: Iterable[Block], settings: Settings) -> Iterator[Block]:
    """The blocks, each with the boilerplate of the periods in which its articles are at home."""
    wide: dict[int, set[int]] = defaultdict(set)
    for row in state.table("SELECT period, shingle FROM wide").to_pylist():
        wide[row["period"]].add(row["shingle"])
    stays = place_articles(catalogue.day, settings.window)
    home = np.zeros(len(catalogue.day), dtype=np.int64)
    home[stays.article[stays.home]] = stays.period[stays.home]
    for block in blocks:
        periods = wide.keys() & set(home[block.members].tolist()) if wide else ()
        yield replace(block, skipped=tuple(sorted(set().union(*(wide[period] for period in periods)))))


def load_ties(state: State, catalogue: Catalogue, least: int) -> list[tuple[int, int, int]]:
    """Pairs of articles, by rank, that share ``least`` runs of words or more, and how many they share; in order."""
    links = state.table(
        f"SELECT one, other, MAX(shared) AS shared FROM links WHERE shared >= {int(least)} GROUP BY one, other"  # noqa: S608
    )
    one, other = (catalogue.rank(links[name].to_numpy().astype(np.int64)) for name in ("one", "other"))
    low, high = np.minimum(one, other).tolist(), np.maximum(one, other).tolist()
    return sorted(zip(low, high, links["shared"].to_pylist(), strict=True))


def make_blocks(event: Ints, ties: Sequence[tuple[int, int, int]], outlet: Ints, settings: Settings) -> Iterator[Block]:
    """Blocks for articles ``event`` by ``event`` and the pairs that wording ties (see :func:`load_ties`).

    Events that much wording joins are one block, and one group, where they have up to ``settings.block`` articles in
    all; else each is a block of its own. To the block of the earlier article of any other tied pair the later one comes
    as a partner, compared with that one alone. A block without two outlets is none.
    """
    home = _join((int(event[low]), int(event[high])) for low, high, shared in ties if shared >= settings.joined)
    names = np.array([_find(home, name) for name in event.tolist()], dtype=np.int64)
    _, region, sizes = np.unique(names, return_inverse=True, return_counts=True)
    group = np.where(sizes[region] <= settings.block, names, event)
    members: dict[int, list[int]] = defaultdict(list)
    for rank, name in enumerate(group.tolist()):
        members[name].append(rank)
    pairs: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for low, high, _ in ties:
        if group[low] != group[high]:
            pairs[int(group[low])].append((low, high))
    for name in sorted(members):
        block = _make_block(members[name], pairs[name])
        if len(np.unique(outlet[block.members])) > 1:
            yield block


def _make_block(members: Sequence[int], pairs: Sequence[tuple[int, int]]) -> Block:
    partners = {high for _, high in pairs}
    ranks = np.array(sorted({*members, *partners}), dtype=np.int64)
    grouped = np.where(np.isin(ranks, list(partners)), np.arange(1, len(ranks) + 1), 0)
    return Block(ranks, grouped, tuple(pairs))


def _join(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    home: dict[int, int] = {}
    for pair in pairs:
        low, high = sorted(_find(home, name) for name in pair)
        home[high] = low
    return home


def _find(home: dict[int, int], name: int) -> int:
    while (up := home.get(name, name)) != name:
        home[name] = home.get(up, up)
        name = up
    return name


def _align(state: State, engine: Engine, catalogue: Catalogue, blocks: Mapping[int, Block], settings: Settings) -> None:
    if not blocks:
        return
    ranks = np.concatenate([block.members for block in blocks.values()])
    tied: list[list[int]] = []
    skipped: list[Sequence[int]] = []
    for block in blocks.values():
        partners: dict[int, list[int]] = defaultdict(list)
        for low, high in block.tied:
            partners[low].append(high)
        tied += [partners[rank] for rank in block.members.tolist()]
        skipped += [block.skipped, *([()] * (len(block.members) - 1))]
    wanted = pa.table(
        {
            "block": np.repeat(list(blocks), [len(block.members) for block in blocks.values()]).astype(np.int32),
            "rank": ranks.astype(np.int32),
            "number": catalogue.number[ranks].astype(np.int32),
            "outlet": catalogue.outlet[ranks].astype(np.int32),
            "grouped": np.concatenate([block.grouped for block in blocks.values()]).astype(np.int32),
            "tied": pa.array(tied, pa.list_(pa.int32())),
            "skipped": pa.array(skipped, pa.list_(pa.int64())),
        }
    )
    with state.given(wanted=wanted):
        stream = state.stream(
            "SELECT w.block, w.rank AS number, w.outlet, w.grouped, w.tied, w.skipped, a.text"
            " FROM wanted w JOIN articles a ON a.number = w.number ORDER BY w.block, w.rank",
            MEMBERS,
        )
        found = [_number(batch, catalogue) for batch in engine.align(stream, settings)]
    for table in found:
        state.put("passages", table)


def _number(batch: pa.RecordBatch, catalogue: Catalogue) -> pa.Table:
    """Ranks as the numbers that the state knows."""
    table = pa.Table.from_batches([batch])
    for name in _NUMBERED:
        numbers = catalogue.number[table[name].to_numpy()].astype(np.int32)
        table = table.set_column(table.column_names.index(name), name, pa.array(numbers))
    return table
