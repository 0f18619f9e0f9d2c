"""What an engine asks of each batch of rows: plain functions from Arrow batches to Arrow batches.

They are the same for every engine: DuckDB's rows are handed to them in this process, Spark's in its workers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pyarrow as pa

from generator.archive.aligning import align_block
from generator.archive.arrow import read_column, read_lists, to_column, to_table
from generator.archive.wordrows import Flags, Hashes, Ints, WordRows, hash_runs

PLACED = pa.schema([("number", pa.int32()), ("periods", pa.list_(pa.int32())), ("hashes", pa.list_(pa.int64()))])
SHINGLES = pa.schema([("period", pa.int32()), ("shingle", pa.int64()), ("number", pa.int32())])
LINKS = pa.schema([("period", pa.int32()), ("one", pa.int32()), ("other", pa.int32()), ("shared", pa.int32())])
WIDE = pa.schema([("period", pa.int32()), ("shingle", pa.int64()), ("articles", pa.int64()), ("number", pa.int32())])
# ``grouped`` is a number for the group in which all are compared with all, or for an article in none, one below nought;
# ``tied`` lists the numbers of later articles of the block that the article is compared with besides; ``skipped`` are
# the runs of its words that are boilerplate in its days. The last three columns are lists with an entry for each word.
MEMBERS = pa.schema(
    [
        ("block", pa.int32()), ("number", pa.int32()), ("outlet", pa.int32()), ("grouped", pa.int32()),
        ("tied", pa.list_(pa.int32())), ("skipped", pa.list_(pa.int64())),
        ("hashes", pa.list_(pa.int64())), ("starts", pa.list_(pa.int32())), ("ends", pa.list_(pa.int32())),
    ]
)  # fmt: skip
# ``block`` is the number of the group here, or :data:`TIED`.
PASSAGES = pa.schema(
    [
        ("block", pa.int32()), ("one", pa.int32()), ("other", pa.int32()),
        ("a_start", pa.int32()), ("a_end", pa.int32()), ("b_start", pa.int32()), ("b_end", pa.int32()),
        ("kept", pa.int32()), ("a_words", pa.int32()), ("b_words", pa.int32()),
    ]
)  # fmt: skip
TIED = -1
"""Stands for the group in rows of :data:`PASSAGES` whose two articles are tied, and not of one group."""


_PLACE_BITS = 16  # so many articles a batch, at most
_SIEVE_BITS = 16
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # 2 to the 64 over the golden ratio (Knuth 1973, multiplicative hashing)


def cut_shingles(batch: pa.RecordBatch, *, size: int) -> pa.RecordBatch:
    """The distinct runs of ``size`` words of each placed article: :data:`PLACED` in, :data:`SHINGLES` out."""
    place, shingles = find_shingles(*read_lists(batch.column("hashes"), np.int64), size)
    return _settle(batch, place, shingles)


def find_shingles(words: Ints, bounds: Ints, size: int, among: Ints | None = None) -> tuple[Ints, Ints]:
    """The distinct runs of ``size`` words of each of some articles, by the article's place, then by run.

    Only those ``among`` others, where these are given, ascending.

    Word hashes of article ``n`` stand from ``bounds[n]`` to ``bounds[n + 1]``. A shingle is 48 bits of the run's hash,
    so that it is sorted together with its article's place, as one number.
    """
    shingles = hash_runs(words.view(np.uint64), size) >> np.uint64(_PLACE_BITS)
    place = np.repeat(np.arange(len(bounds) - 1, dtype=np.uint64), np.diff(bounds))
    whole = place[: len(shingles)] == place[size - 1 :][: len(shingles)]
    place = place[: len(shingles)]
    if among is not None:
        kept = _find_among(shingles, whole, among.view(np.uint64))
        place, shingles = place[kept], shingles[kept]
    else:
        place, shingles = place[whole], shingles[whole]
    keys = np.sort(place << np.uint64(64 - _PLACE_BITS) | shingles)
    fresh = np.ones(len(keys), dtype=np.bool_)
    fresh[1:] = keys[1:] != keys[:-1]
    keys = keys[fresh]
    shingles = keys & np.uint64((1 << 64 - _PLACE_BITS) - 1)
    return (keys >> np.uint64(64 - _PLACE_BITS)).astype(np.int64), shingles.astype(np.int64)


def _find_among(shingles: Hashes, whole: Flags, among: Hashes) -> Ints:
    """Where those shingles that are whole stand that are ``among`` others: most are sifted out by their last bits."""
    sieve = np.zeros(1 << _SIEVE_BITS, dtype=np.bool_)
    last = np.uint64((1 << _SIEVE_BITS) - 1)
    sieve[among & last] = True
    at = np.flatnonzero(sieve[shingles & last] & whole)
    found: Ints = at[np.isin(shingles[at], among)]
    return found


def _settle(batch: pa.RecordBatch, place: Ints, shingles: Ints) -> pa.RecordBatch:
    """Each shingle in each period of its article."""
    periods, bounds = read_lists(batch.column("periods"), np.int32)
    stays = np.diff(bounds)
    row = np.repeat(np.arange(len(place)), stays[place])
    nth = np.arange(len(row)) - np.repeat(np.cumsum(stays[place]) - stays[place], stays[place])
    period = periods[bounds[:-1][place][row] + nth]
    number = read_column(batch, "number", np.int32)[place[row]]
    arrays = [to_column(period), to_column(shingles[row]), to_column(number)]
    return pa.RecordBatch.from_arrays(arrays, schema=SHINGLES)


def align_members(block: pa.Table, *, size: int) -> pa.Table:
    """The passages that the articles of one block share: :data:`MEMBERS` in, :data:`PASSAGES` out.

    Words in a run of ``size`` words that is boilerplate are equal to none. Members are compared in order of their
    numbers, which is that of time. What two tied articles share depends on nothing but these two.
    """
    block = block.sort_by("number")
    rows = _skip(_read_rows(block), block.column("skipped"), size)
    numbers, outlets, grouped = (read_column(block, name) for name in ("number", "outlet", "grouped"))
    others, bounds = read_lists(block.column("tied"), np.int32)
    lower = np.repeat(np.arange(len(numbers)), np.diff(bounds))
    tied = zip(lower.tolist(), np.searchsorted(numbers, others).tolist(), strict=True)
    pairs = align_block(rows, outlets, grouped, tied)
    starts, ends = rows.starts, rows.ends
    a, b = rows.bounds[pairs.one], rows.bounds[pairs.other]
    columns = {
        "block": np.where(grouped[pairs.one] == grouped[pairs.other], grouped[pairs.one], TIED),
        "one": numbers[pairs.one],
        "other": numbers[pairs.other],
        "a_start": starts[a + pairs.a_start],
        "a_end": ends[a + pairs.a_end - 1],
        "b_start": starts[b + pairs.b_start],
        "b_end": ends[b + pairs.b_end - 1],
        "kept": pairs.kept,
        "a_words": pairs.a_end - pairs.a_start,
        "b_words": pairs.b_end - pairs.b_start,
    }
    return to_table({name: columns[name].astype(np.int32) for name in PASSAGES.names})


def name_runs(rows: WordRows, size: int) -> Ints:
    """The shingle at each place of words on end, across the bounds of texts too."""
    return (hash_runs(rows.hashes, size) >> np.uint64(_PLACE_BITS)).view(np.int64)


def _read_rows(block: pa.Table) -> WordRows:
    hashes, bounds = read_lists(block.column("hashes"), np.int64)
    starts, ends = (read_lists(block.column(name), np.int32)[0].astype(np.int64) for name in ("starts", "ends"))
    return WordRows(hashes.view(np.uint64), starts, ends, bounds)


def _skip(rows: WordRows, skipped: pa.ChunkedArray, size: int) -> WordRows:
    """The same words, those in one of their article's own skipped runs each with a hash of its own."""
    runs, bounds = read_lists(skipped, np.int64)
    if not len(runs):
        return rows
    names = name_runs(rows, size)
    hashes = rows.hashes.copy()
    for article in np.flatnonzero(np.diff(bounds)).tolist():
        start, end = rows.bounds[article], rows.bounds[article + 1]
        own = runs[bounds[article] : bounds[article + 1]]
        found = start + np.flatnonzero(np.isin(names[start : max(start, end - size + 1)], own))
        places = np.unique((found[:, None] + np.arange(size)).ravel())
        hashes[places] = places.astype(np.uint64) * _SPREAD  # all different, in their upper bits too
    return replace(rows, hashes=hashes)


def split_blocks(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Rows ordered by block as one table a block."""
    held: list[pa.RecordBatch] = []
    for batch in batches:
        blocks = read_column(batch, "block")
        cuts = [0, *(np.flatnonzero(np.diff(blocks)) + 1).tolist(), len(blocks)]
        for start, end in pairwise(cuts):
            if held and held[-1].column("block")[0].as_py() != blocks[start]:
                yield pa.Table.from_batches(held)
                held = []
            held.append(batch.slice(start, end - start))
    if held:
        yield pa.Table.from_batches(held)
