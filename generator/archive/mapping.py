"""What an engine asks of each batch of rows: plain functions from Arrow batches to Arrow batches.

They are the same for every engine: DuckDB's rows are handed to them in this process, Spark's in its workers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pyarrow as pa

from generator.archive.aligning import Pairs, align_block
from generator.archive.wordrows import Ints, WordRows, hash_runs, join_word_rows, read_word_rows

PLACED = pa.schema([("number", pa.int32()), ("periods", pa.list_(pa.int32())), ("text", pa.string())])
SHINGLES = pa.schema([("period", pa.int32()), ("shingle", pa.int64()), ("number", pa.int32())])
LINKS = pa.schema([("period", pa.int32()), ("one", pa.int32()), ("other", pa.int32()), ("shared", pa.int32())])
WIDE = pa.schema([("period", pa.int32()), ("shingle", pa.int64()), ("articles", pa.int64()), ("number", pa.int32())])
# ``grouped`` is a number for the group within the block in which all are compared with all; ``tied`` lists the numbers
# of later articles of the block that the article is compared with besides; ``skipped``, on the first row of a block,
# the runs of words that are boilerplate there.
MEMBERS = pa.schema(
    [
        ("block", pa.int32()), ("number", pa.int32()), ("outlet", pa.int32()), ("grouped", pa.int32()),
        ("tied", pa.list_(pa.int32())), ("skipped", pa.list_(pa.int64())), ("text", pa.string()),
    ]
)  # fmt: skip
PASSAGES = pa.schema(
    [
        ("block", pa.int32()), ("first", pa.int32()), ("one", pa.int32()), ("other", pa.int32()),
        ("a_start", pa.int32()), ("a_end", pa.int32()), ("b_start", pa.int32()), ("b_end", pa.int32()),
        ("kept", pa.int32()), ("a_words", pa.int32()), ("b_words", pa.int32()),
    ]
)  # fmt: skip


_PLACE_BITS = 16  # so many articles a batch, at most


def cut_shingles(batch: pa.RecordBatch, *, size: int) -> pa.RecordBatch:
    """The distinct runs of ``size`` words of each placed article: :data:`PLACED` in, :data:`SHINGLES` out.

    A shingle is 48 bits of the run's hash, so that it is sorted together with its article's place, as one number.
    """
    rows = read_word_rows(batch.column("text").to_pylist())
    shingles = hash_runs(rows.hashes, size) >> np.uint64(_PLACE_BITS)
    place = np.repeat(np.arange(batch.num_rows, dtype=np.uint64), np.diff(rows.bounds))
    whole = place[: len(shingles)] == place[size - 1 :][: len(shingles)]
    keys = np.sort((place[: len(shingles)] << np.uint64(64 - _PLACE_BITS) | shingles)[whole])
    fresh = np.ones(len(keys), dtype=np.bool_)
    fresh[1:] = keys[1:] != keys[:-1]
    keys = keys[fresh]
    shingles = keys & np.uint64((1 << 64 - _PLACE_BITS) - 1)
    return _settle(batch, (keys >> np.uint64(64 - _PLACE_BITS)).astype(np.int64), shingles.astype(np.int64))


def _settle(batch: pa.RecordBatch, place: Ints, shingles: Ints) -> pa.RecordBatch:
    """Each shingle in each period of its article."""
    periods = batch.column("periods")
    stays = np.diff(periods.offsets.to_numpy())
    first = (periods.offsets.to_numpy()[:-1] - periods.offsets.to_numpy()[0])[place]
    row = np.repeat(np.arange(len(place)), stays[place])
    nth = np.arange(len(row)) - np.repeat(np.cumsum(stays[place]) - stays[place], stays[place])
    period = periods.flatten().to_numpy()[first[row] + nth]
    number = batch.column("number").to_numpy()[place[row]]
    return pa.RecordBatch.from_arrays([period, shingles[row], number], schema=SHINGLES)


def align_members(block: pa.Table, *, size: int) -> pa.Table:
    """The passages that the articles of one block share: :data:`MEMBERS` in, :data:`PASSAGES` out.

    Words in a run of ``size`` words that is boilerplate are equal to none. Members are compared in order of their
    numbers, which is that of time. ``first`` is the number of the earliest article of the block that carries half of
    the later passage, or more.
    """
    block = block.sort_by("number")
    rows = join_word_rows([_read_words(text) for text in block.column("text").to_pylist()])
    rows = _skip(rows, [run for runs in block.column("skipped").to_pylist() for run in runs], size)
    numbers = block.column("number").to_numpy().astype(np.int64)
    place = {number: n for n, number in enumerate(numbers.tolist())}
    tied = [(n, place[number]) for n, others in enumerate(block.column("tied").to_pylist()) for number in others]
    pairs = align_block(rows, block.column("outlet").to_pylist(), block.column("grouped").to_pylist(), tied)
    starts, ends, bounds = rows.starts, rows.ends, rows.bounds
    a, b = bounds[pairs.one], bounds[pairs.other]
    columns = {
        "block": np.full(len(pairs.one), block.column("block")[0].as_py()),
        "first": numbers[_find_first(pairs)],
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
    return pa.table({name: column.astype(np.int32) for name, column in columns.items()}, schema=PASSAGES)


def name_runs(rows: WordRows, size: int) -> Ints:
    """The shingle at each place of words on end, across the bounds of texts too."""
    return (hash_runs(rows.hashes, size) >> np.uint64(_PLACE_BITS)).view(np.int64)


@lru_cache(maxsize=4096)
def _read_words(text: str) -> WordRows:
    """The words of one text; an article comes back as a partner in other blocks of its days."""
    return read_word_rows([text])


def _skip(rows: WordRows, runs: Sequence[int], size: int) -> WordRows:
    """The same words, those in one of the runs each with a hash of its own."""
    if not runs:
        return rows
    found = np.flatnonzero(np.isin(name_runs(rows, size), np.array(runs, dtype=np.int64)))
    places = np.unique((found[:, None] + np.arange(size)).ravel())
    hashes = rows.hashes.copy()
    hashes[places] = places.astype(np.uint64)  # small numbers, which no word's hash is but by a chance of 2 to the -40
    return replace(rows, hashes=hashes)


def split_blocks(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Rows ordered by block as one table a block."""
    held: list[pa.RecordBatch] = []
    for batch in batches:
        blocks = batch.column("block").to_numpy()
        cuts = [0, *(np.flatnonzero(np.diff(blocks)) + 1).tolist(), len(blocks)]
        for start, end in pairwise(cuts):
            if held and held[-1].column("block")[0].as_py() != blocks[start]:
                yield pa.Table.from_batches(held)
                held = []
            held.append(batch.slice(start, end - start))
    if held:
        yield pa.Table.from_batches(held)


def _find_first(pairs: Pairs) -> Ints:
    """For each pair the place of the earliest article whose passage half covers this pair's later passage."""
    first = pairs.one.copy()
    if not len(first):
        return first
    order = np.lexsort((pairs.one, pairs.other))
    later = pairs.other[order]
    cuts = np.flatnonzero(np.diff(later, prepend=-1)).tolist()
    for start, end in zip(cuts, [*cuts[1:], len(later)], strict=True):
        here = order[start:end]
        low, high = pairs.b_start[here], pairs.b_end[here]
        common = np.minimum(high[:, None], high) - np.maximum(low[:, None], low)
        carries = 2 * common >= (high - low)[:, None]
        first[here] = pairs.one[here][np.argmax(carries, axis=1)]  # in order of the earlier article: the first is it
    return first
