"""Where two articles may share a passage: runs of a few equal words, found for a whole block of articles at once.

Shingles are sorted, equal ones paired across articles, and pairs that lie near one another on nearly the same diagonal
become one box (Lin 1992's seed and chain, in arrays). A shingle that very many places of a block carry is paired with
its neighbours only, so that cost stays linear in the block's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from generator.archive.sorting import find_changes, sort_hashes, sort_places, sort_rows
from generator.archive.wordrows import Hashes, Ints, hash_runs


@dataclass(frozen=True, slots=True)
class Boxes:
    """Stretches of words that share seeds: arrays of one length, words counted over the whole block, ends excluded.

    ``one`` and ``other`` are the places of the two articles in the block, ``one < other``; ``covered`` is how many
    words stand in shared runs; the longest of these has ``run`` words and starts at ``run_a`` and ``run_b``.
    """

    one: Ints
    other: Ints
    a_start: Ints
    a_end: Ints
    b_start: Ints
    b_end: Ints
    covered: Ints
    run_a: Ints
    run_b: Ints
    run: Ints


def find_boxes(
    words: Hashes,
    bounds: Ints,
    outlet: Ints,
    *,
    group: Ints,
    tied: Sequence[tuple[int, int]],
    shingle: int,
    reach: int,
    common: int,
) -> Boxes:
    """Boxes of seeds between articles of different outlets, of one group or tied.

    ``words`` are the words of all articles on end, those of article ``n`` from ``bounds[n]`` up to ``bounds[n + 1]``;
    ``outlet`` has a number for the outlet of each article and ``group`` one for its group; ``tied`` are the pairs to be
    compared across groups, lower place first. Seeds chain within ``reach`` words; a shingle with more than ``common``
    places is paired with the next two places only.
    """
    article = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    hashes = hash_runs(words, shingle)
    whole = np.flatnonzero(article[: len(hashes)] == article[shingle - 1 :][: len(hashes)])
    hashes, order = sort_hashes(hashes[whole])
    order = whole[order]
    names = np.cumsum(find_changes(hashes)) - 1
    _, where, sizes = np.unique(group, return_inverse=True, return_counts=True)
    grouped = np.flatnonzero((sizes[where] > 1)[article[order]])
    home = where[article[order[grouped]]]
    by_group = sort_places(home)
    grouped, home = grouped[by_group], home[by_group]
    first, second = _pair_all(find_changes(names[grouped]) | find_changes(home), order[grouped], common)
    kept = outlet[article[first]] != outlet[article[second]]
    seeds = [(first[kept], second[kept])]
    apart = [(low, high) for low, high in tied if outlet[low] != outlet[high]]
    seeds += _pair_tied(names, order, article[order], apart)
    first, second = (np.concatenate(column) for column in zip(*seeds, strict=True))
    return _merge(first, second, article, bounds, shingle=shingle, reach=reach)


def _pair_all(fresh: npt.NDArray[np.bool_], order: Ints, common: int) -> tuple[Ints, Ints]:
    """Places of equal shingles of one group, the earlier place first.

    ``order`` has the places by group, then by shingle; ``fresh`` tells where another shingle or group begins.
    """
    first_of = np.flatnonzero(fresh)
    sizes = np.diff(np.append(first_of, len(order))).astype(np.int64)
    place = np.arange(len(order)) - np.repeat(first_of, sizes)
    size = np.repeat(sizes, sizes)
    followers = np.minimum(size - 1 - place, np.where(size > common, 2, size))
    left = np.repeat(np.arange(len(order)), followers)
    return order[left], order[left + _count_up(followers) + 1]


def _pair_tied(names: Ints, order: Ints, article: Ints, tied: Sequence[tuple[int, int]]) -> Iterator[tuple[Ints, Ints]]:
    """Places of equal shingles in tied articles, for each lower article with all of its partners at once.

    ``names`` and ``article`` tell for each place of ``order`` its shingle, ascending, and whose it is.
    """
    if not tied:
        return
    by_article = sort_places(article)
    cuts = np.searchsorted(article[by_article], np.arange(int(article.max(initial=0)) + 2)).tolist()
    names, places = names[by_article], order[by_article]
    start, count = np.zeros(len(names), np.int64), np.zeros(len(names), np.int64)
    for low, pairs in groupby(tied, key=lambda pair: pair[0]):
        own = slice(cuts[low], cuts[low + 1])
        theirs = [slice(cuts[high], cuts[high + 1]) for _, high in pairs]
        fresh = np.flatnonzero(find_changes(names[own]))
        known = names[own][fresh]
        start[known] = fresh
        count[known] = np.diff(np.append(fresh, own.stop - own.start))
        others = np.concatenate([names[part] for part in theirs])
        sizes = count[others]
        met = np.flatnonzero(sizes)
        sizes = sizes[met]
        left = np.repeat(start[others[met]], sizes) + _count_up(sizes)
        yield places[own][left], np.repeat(np.concatenate([places[part] for part in theirs])[met], sizes)
        count[known] = 0


def _count_up(sizes: Ints) -> Ints:
    """For sizes 2, 0, 3: 0 1, 0 1 2."""
    counts: Ints = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return counts


def _merge(first: Ints, second: Ints, article: Ints, bounds: Ints, *, shingle: int, reach: int) -> Boxes:
    """Seeds as exact runs, and runs that lie near one another as boxes."""
    one, other = article[first], article[second]
    first, second = first - bounds[one], second - bounds[other]
    longest = int(np.diff(bounds).max(initial=0))
    one, other, diagonal, first = sort_rows(one, other, second - first + longest, first)
    fresh = find_changes(one) | find_changes(other) | find_changes(diagonal)  # seeds on one diagonal, word after word
    fresh[1:] |= first[1:] - first[:-1] > 1
    runs = np.flatnonzero(fresh)
    length = np.diff(np.append(runs, len(first))).astype(np.int64) + shingle - 1
    one, other, a = one[runs], other[runs], first[runs]
    order = sort_places(one, other, a, b := diagonal[runs] + a - longest)
    one, other, length = one[order], other[order], length[order]
    a, b = a[order] + bounds[one], b[order] + bounds[other]
    return _box((one, other), a, b, length, _chain(one * len(bounds) + other, a, b, length, reach))


def _box(articles: tuple[Ints, Ints], a: Ints, b: Ints, length: Ints, where: Ints) -> Boxes:
    """A box around the runs of each chain; runs are in order of articles and places."""
    one, other = articles
    order = sort_places(where, length.max(initial=0) - length)
    first = np.flatnonzero(find_changes(where[order]))
    longest = order[first]
    return Boxes(
        one=one[longest],
        other=other[longest],
        a_start=_reduce(np.minimum, a[order], first),
        a_end=_reduce(np.maximum, (a + length)[order], first),
        b_start=_reduce(np.minimum, b[order], first),
        b_end=_reduce(np.maximum, (b + length)[order], first),
        covered=_reduce(np.add, length[order], first),
        run_a=a[longest],
        run_b=b[longest],
        run=length[longest],
    )


def _reduce(function: np.ufunc, values: Ints, first: Ints) -> Ints:
    """What each stretch of values comes to, by where it begins."""
    reduced: Ints = function.reduceat(values, first) if len(first) else values
    return reduced


def _chain(pair: Ints, a: Ints, b: Ints, length: Ints, reach: int, *, back: int = 8) -> Ints:
    """Number the chains: a run continues one of the ``back`` runs before it that ends within reach of it.

    Several passages may interleave in one article, so the run right before need not be the one continued.
    """
    parent = np.arange(len(pair))
    for step in range(1, min(back + 1, len(pair))):
        gap_a, gap_b = a[step:] - a[:-step] - length[:-step], b[step:] - b[:-step] - length[:-step]
        near = (pair[step:] == pair[:-step]) & (np.abs(gap_a) <= reach) & (np.abs(gap_b) <= reach)
        free = parent[step:] == np.arange(step, len(pair))
        parent[step:] = np.where(near & free, np.arange(len(pair) - step), parent[step:])
    while not np.array_equal(up := parent[parent], parent):
        parent = up
    chains: Ints = (np.cumsum(parent == np.arange(len(parent))) - 1)[parent]
    return chains
