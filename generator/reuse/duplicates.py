"""Articles that were sent twice: every pair whose sets of word runs overlap enough, and no other.

An exact join of sets by prefix filtering: two sets can only be alike where they share one of their rarest members
(Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007), and where one is not much larger than the other.
What is left is counted out, so nothing is missed and nothing taken by chance, as sketches of sets (MinHash) do both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.reuse.arrays import Whole, blocks, spread
from generator.words import word_runs

_SLACK = 1e-9
"""Keeps a product that should be whole from being rounded the wrong way."""


@dataclass(frozen=True, slots=True)
class _Sets:
    """Each text's set of runs of words, end to end: a member is its run's rank, rarest first.

    ``keys`` are text times ``width`` plus rank, ascending; the set of text ``i`` is at ``starts[i]`` to
    ``starts[i + 1]``.
    """

    keys: Whole
    starts: Whole
    width: int

    @property
    def sizes(self) -> Whole:
        return np.diff(self.starts)


def find_near_duplicates(
    texts: Iterable[str], *, shingle: int = 4, least: float = 0.5, shortest: int = 30
) -> tuple[tuple[int, int, float], ...]:
    """Pairs of texts whose sets of ``shingle`` words on end have a Jaccard index of at least ``least``, in order.

    Each pair is the places of the two in ``texts``, the lower first, and their index, above 0 to 1. Texts of fewer
    than ``shortest`` words are left out: that two lines of a form are alike says nothing. ``texts`` is read once and
    not kept; memory is about 80 bytes a word. Time grows with the words, and with the pairs that there are.

    Raises:
        ValueError: ``shingle`` is below 1, or ``least`` is not above 0 and at most 1.
    """
    if shingle < 1 or not 0 < least <= 1:
        raise ValueError(f"no pairs by {shingle} words on end and an index of {least}")
    sets = _rank(*_shingle(*_read(texts, max(shingle, shortest)), shingle))
    found: set[tuple[int, int, float]] = set()
    for one, other in _candidates(sets, least):
        shared = _count_shared(sets, one, other)
        index = shared / (sets.sizes[one] + sets.sizes[other] - shared)
        found.update(zip(*(column[index >= least].tolist() for column in (one, other, index)), strict=True))
    return tuple(sorted((min(one, other), max(one, other), index) for one, other, index in found))


def _read(texts: Iterable[str], shortest: int) -> tuple[Whole, Whole]:
    """The words of all texts as numbers, end to end, and how many each text has: none where it is too short."""
    numbers: dict[str, int] = {}
    read, sizes = [np.zeros(0, np.int32)], []
    for text in texts:
        words = word_runs(text)
        sizes.append(len(words) if len(words) >= shortest else 0)
        if sizes[-1]:
            read.append(np.fromiter((numbers.setdefault(word, len(numbers)) for word in words), np.int32, len(words)))
    return np.concatenate(read).astype(np.int64), np.array(sizes, np.int64)


def _shingle(words: Whole, sizes: Whole, length: int) -> tuple[Whole, Whole]:
    """A number for every ``length`` words on end, equal where the words are, end to end, and how many a text has.

    Runs of two words are numbered from words, of four from runs of two, and so on (prefix doubling, Karp, Miller and
    Rosenberg 1972); the last step lets two runs overlap. No hashing, so no two runs are ever taken for one.
    """
    numbers, run = words, 1
    while run < length:
        step = min(run, length - run)
        numbers = np.unique(numbers[:-step] << 32 | numbers[step:], return_inverse=True)[1].astype(np.int64)
        run += step
    ends = np.repeat(np.cumsum(sizes), sizes)[: len(numbers)]
    whole = np.arange(length, len(numbers) + length) <= ends
    return numbers[whole], np.maximum(sizes - length + 1, 0)


def _rank(shingles: Whole, sizes: Whole) -> _Sets:
    counts = np.bincount(shingles, minlength=1)
    ranks = np.empty_like(counts)
    ranks[np.argsort(counts, kind="stable")] = np.arange(len(counts))
    keys = _distinct(np.repeat(np.arange(len(sizes)), sizes) * len(counts) + ranks[shingles])
    return _Sets(keys, np.searchsorted(keys, np.arange(len(sizes) + 1) * len(counts)), len(counts))


def _distinct(keys: Whole) -> Whole:
    """The keys in order, each once: by sorting, which is several times as fast on millions as ``np.unique``."""
    keys = np.sort(keys)
    fresh: NDArray[np.bool_] = np.diff(keys, prepend=-1) != 0
    return keys[fresh]


def _candidates(sets: _Sets, least: float) -> Iterator[tuple[Whole, Whole]]:
    """Pairs of texts that share one of their rarest members and are near enough in size, in blocks.

    Sets with an index of ``least`` share at least that part of either, so all but that part of a set, and one member
    more, must hold one that is shared; and neither set is larger than the other over ``least``.
    """
    owners, members = _rarest(sets, least)
    size, width = sets.sizes[owners], sets.sizes.max(initial=0) + 1
    order = np.lexsort((owners, size, members))
    owners, members, size = owners[order], members[order] * width, size[order]
    largest = np.minimum(np.floor(size / least + _SLACK).astype(np.int64), width - 1)
    partners = np.searchsorted(members + size, members + largest, side="right") - np.arange(1, len(owners) + 1)
    by_owner = np.argsort(owners, kind="stable")  # so that what two texts share meets in one block, mostly
    for here in blocks(by_owner[partners[by_owner] > 0], partners):
        places, within = spread(here, partners[here])
        pairs = _distinct(owners[places] * len(sets.sizes) + owners[places + 1 + within])
        yield pairs // len(sets.sizes), pairs % len(sets.sizes)


def _rarest(sets: _Sets, least: float) -> tuple[Whole, Whole]:
    """The members of each set that an alike one must share one of, and whose they are."""
    sizes = sets.sizes
    asked = sizes - np.ceil(least * sizes - _SLACK).astype(np.int64) + (sizes > 0)
    owners, within = spread(np.arange(len(sizes)), asked)
    return owners, sets.keys[sets.starts[owners] + within] - owners * sets.width


def _count_shared(sets: _Sets, one: Whole, other: Whole) -> Whole:
    """How many members the sets of each pair share."""
    shared = np.zeros(len(one), np.int64)
    for block in blocks(np.arange(len(one)), sets.sizes[one]):
        pairs, within = spread(block, sets.sizes[one[block]])
        sought = sets.keys[sets.starts[one[pairs]] + within] + (other[pairs] - one[pairs]) * sets.width
        places = np.searchsorted(sets.keys, sought)
        shared += np.bincount(pairs[sets.keys[places.clip(max=len(sets.keys) - 1)] == sought], minlength=len(one))
    return shared
