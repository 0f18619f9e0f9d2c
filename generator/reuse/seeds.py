"""Where to look: sentences of two articles that say alike, and long runs that they share word for word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from generator.reuse.arrays import Real, Whole, blocks, spread
from generator.reuse.reading import Read

_COMMON = 20
"""Places of a run of words from which it starts nothing: what stands everywhere shows no copying."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """Pairs of sentences, by place, with their cosine."""

    one: Whole
    other: Whole
    cosine: Real

    def where(self, chosen: Whole) -> Seeds:
        """Those at the places chosen, in that order."""
        return Seeds(self.one[chosen], self.other[chosen], self.cosine[chosen])


def find_seeds(one: Read, other: Read, least: float) -> Seeds:
    """Pairs of sentences whose content stems have a tf-idf cosine of at least ``least``, in order.

    Rarity is counted over the sentences of both articles (tf-isf: Sanchez-Perez, Sidorov and Gelbukh 2014).
    """
    rows, terms, weights = _weigh(one, other)
    size = len(one.firsts) - 1
    ours, theirs = np.flatnonzero(rows < size), np.flatnonzero(rows >= size)
    theirs = theirs[np.argsort(terms[theirs], kind="stable")]
    first = np.searchsorted(terms[theirs], terms, side="left")
    counts = np.searchsorted(terms[theirs], terms, side="right") - first
    width = len(other.firsts)
    keys: list[Whole] = [np.zeros(0, np.int64)]
    cosines: list[Real] = [np.zeros(0)]
    for block in _by_row(ours, rows, counts):
        mine, within = spread(block, counts[block])
        match = theirs[first[mine] + within]
        pairs, places = np.unique(rows[mine] * width + rows[match] - size, return_inverse=True)
        products = np.bincount(places, weights[mine] * weights[match], len(pairs)).astype(np.float64)
        keys.append(pairs[products >= least])
        cosines.append(products[products >= least])
    found = np.concatenate(keys)
    return Seeds(found // width, found % width, np.concatenate(cosines))


def _weigh(one: Read, other: Read) -> tuple[Whole, Whole, Real]:
    """Sentence, stem and weight for each content stem of each sentence, of length 1 a sentence; ours stand first."""
    size = len(one.firsts) - 1
    rows = np.concatenate([one.homes[one.carry], other.homes[other.carry] + size])
    terms = np.concatenate([one.stems[one.carry], other.stems[other.carry]])
    width = int(terms.max(initial=0)) + 1
    keys, times = np.unique(rows * width + terms, return_counts=True)
    rows, terms = keys // width, keys % width
    weights = times * np.log((size + len(other.firsts) - 1) / np.bincount(terms)[terms])
    lengths = np.sqrt(np.bincount(rows, weights**2))[rows]
    return rows, terms, weights / np.maximum(lengths, 1e-9)


def _by_row(entries: Whole, rows: Whole, counts: Whole) -> Iterator[Whole]:
    """Blocks of entries that never part a sentence."""
    sentences, first, size = np.unique(rows[entries], return_index=True, return_counts=True)
    work = np.bincount(rows[entries], counts[entries]).astype(np.int64) if len(entries) else counts[:0]
    for block in blocks(sentences, work):
        low, high = np.searchsorted(sentences, [block[0], block[-1]])
        yield entries[first[low] : first[high] + size[high]]


def find_runs(one: Read, other: Read, least: int) -> tuple[tuple[int, int, int], ...]:
    """Every longest run of at least ``least`` equal stems: first word in each, and length; in order of place."""
    ours, theirs = _shingle(one.stems, other.stems, least)
    by_run = np.argsort(theirs, kind="stable")
    first = np.searchsorted(theirs[by_run], ours, side="left")
    counts = np.searchsorted(theirs[by_run], ours, side="right") - first
    counts[counts > _COMMON] = 0
    i, within = spread(np.arange(len(ours)), counts)
    j = by_run[np.repeat(first, counts) + within]
    order = np.lexsort((i, j - i))
    i, j = i[order], j[order]
    heads = np.flatnonzero((np.diff(j - i, prepend=np.iinfo(np.int32).min) != 0) | (np.diff(i, prepend=-2) != 1))
    sizes = np.diff(heads, append=len(i)) + least - 1
    return tuple(sorted(zip(i[heads].tolist(), j[heads].tolist(), sizes.tolist(), strict=True)))


def _shingle(one: Whole, other: Whole, length: int) -> tuple[Whole, Whole]:
    """A number for every ``length`` stems on end, equal where the stems are; none for a text that is shorter."""
    if min(len(one), len(other)) < length:
        return one[:0], other[:0]
    both = np.concatenate([one, other])
    numbers = both
    for step in range(1, length):
        numbers = np.unique(numbers[: len(both) - step] << 32 | both[step:], return_inverse=True)[1].astype(np.int64)
    return numbers[: len(one) - length + 1], numbers[len(one) :]
