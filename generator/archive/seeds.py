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
    order = whole[np.argsort(hashes[whole], kind="stable")]
    names = np.cumsum(_changes(hashes[order])) - 1
    _, where, sizes = np.unique(group, return_inverse=True, return_counts=True)
    grouped = np.flatnonzero((sizes[where] > 1)[article[order]])
    home = where[article[order[grouped]]]
    by_group = np.argsort(home, kind="stable")
    grouped, home = grouped[by_group], home[by_group]
    first, second = _pair_all(_changes(names[grouped]) | _changes(home), order[grouped], common)
    kept = outlet[article[first]] != outlet[article[second]]
    seeds = [(first[kept], second[kept])]
    apart = [(low, high) for low, high in tied if outlet[low] != outlet[high]]
    seeds += _pair_tied(names, order, article[order], apart)
    first, second = (np.concatenate(column) for column in zip(*seeds, strict=True))
    return _merge(first, second, article, len(group), shingle=shingle, reach=reach)


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
    by_article = np.argsort(article, kind="stable")
    cuts = np.searchsorted(article[by_article], np.arange(int(article.max(initial=0)) + 2)).tolist()
    start, count = np.zeros(len(names), np.int64), np.zeros(len(names), np.int64)
    for low, pairs in groupby(tied, key=lambda pair: pair[0]):
        own = by_article[cuts[low] : cuts[low + 1]]
        theirs = np.concatenate([by_article[cuts[high] : cuts[high + 1]] for _, high in pairs])
        fresh = np.flatnonzero(_changes(names[own]))
        start[names[own[fresh]]] = fresh
        count[names[own[fresh]]] = np.diff(np.append(fresh, len(own)))
        theirs = theirs[count[names[theirs]] > 0]
        sizes = count[names[theirs]]
        left = own[np.repeat(start[names[theirs]], sizes) + _count_up(sizes)]
        yield order[left], order[np.repeat(theirs, sizes)]
        count[names[own]] = 0


def _count_up(sizes: Ints) -> Ints:
    """For sizes 2, 0, 3: 0 1, 0 1 2."""
    counts: Ints = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return counts


def _merge(first: Ints, second: Ints, article: Ints, count: int, *, shingle: int, reach: int) -> Boxes:
    pair, diagonal = article[first] * count + article[second], second - first
    order = np.lexsort((first, diagonal, pair))
    first, second, pair, diagonal = first[order], second[order], pair[order], diagonal[order]
    fresh = _changes(pair) | _changes(diagonal)  # exact runs: seeds on one diagonal, word after word
    fresh[1:] |= first[1:] - first[:-1] > 1
    runs = np.flatnonzero(fresh)
    length = np.diff(np.concatenate([runs, [len(first)]])).astype(np.int64) + shingle - 1
    order = np.lexsort((second[runs], first[runs], pair[runs]))
    pair, a, b, length = pair[runs][order], first[runs][order], second[runs][order], length[order]
    where = _chain(pair, a, b, length, reach)
    groups = int(where.max(initial=-1)) + 1
    longest = np.lexsort((b, a, -length, where))
    longest = longest[_changes(where[longest])]
    return Boxes(
        one=pair[longest] // count,
        other=pair[longest] % count,
        a_start=_least(a, where, groups),
        a_end=-_least(-a - length, where, groups),
        b_start=_least(b, where, groups),
        b_end=-_least(-b - length, where, groups),
        covered=np.bincount(where, weights=length, minlength=groups).astype(np.int64),
        run_a=a[longest],
        run_b=b[longest],
        run=length[longest],
    )


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
    chains: Ints = np.unique(parent, return_inverse=True)[1].astype(np.int64)
    return chains


def _least(values: Ints, where: npt.NDArray[np.intp], count: int) -> Ints:
    least = np.full(count, np.iinfo(np.int64).max)
    np.minimum.at(least, where, values)
    return least


def _changes(values: Ints | Hashes) -> npt.NDArray[np.bool_]:
    changes = np.ones(len(values), dtype=np.bool_)
    changes[1:] = values[1:] != values[:-1]
    return changes
