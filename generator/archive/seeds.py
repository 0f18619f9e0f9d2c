"""Where two articles may share a passage: runs of a few equal words, found for a whole block of articles at once.

Shingles are sorted, equal ones paired across articles, and pairs that lie near one another on nearly the same diagonal
become one box (Lin 1992's seed and chain, in arrays). A shingle that very many places of a block carry is paired with
its neighbours only, so that cost stays linear in the block's words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.archive.wordrows import Hashes, Ints, hash_runs


@dataclass(frozen=True, slots=True)
class Boxes:
    """Stretches of words that share seeds: arrays of one length, words counted over the whole block, ends excluded.

    ``one`` and ``other`` are the places of the two articles in the block, ``one < other``; ``covered`` is how many
    words of the first stretch stand in a shared shingle.
    """

    one: Ints
    other: Ints
    a_start: Ints
    a_end: Ints
    b_start: Ints
    b_end: Ints
    covered: Ints


def find_boxes(
    words: Hashes,
    article: Ints,
    outlet: Ints,
    *,
    shingle: int,
    reach: int,
    common: int,
) -> Boxes:
    """Boxes of seeds between articles of different outlets.

    ``words`` are the words of all articles on end, ``article`` the place of each word's article, ``outlet`` a number
    for the outlet of each article. Seeds chain within ``reach`` words; a shingle with more than ``common`` places is
    paired with the next two places only.
    """
    first, second = _pairs(words, article, shingle=shingle, common=common)
    kept = outlet[article[first]] != outlet[article[second]]
    return _chain(first[kept], second[kept], article, shingle=shingle, reach=reach)


def _pairs(words: Hashes, article: Ints, *, shingle: int, common: int) -> tuple[Ints, Ints]:
    """Places of equal shingles, the earlier place first."""
    hashes = hash_runs(words, shingle)
    at = np.flatnonzero(article[: len(hashes)] == article[shingle - 1 :][: len(hashes)])
    order = at[np.argsort(hashes[at], kind="stable")]
    ordered = hashes[order]
    first_of = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else ordered
    sizes = np.diff(np.concatenate([first_of, [len(ordered)]])).astype(np.int64)
    place = np.arange(len(order)) - np.repeat(first_of, sizes).astype(np.int64)
    size = np.repeat(sizes, sizes)
    followers = np.minimum(size - 1 - place, np.where(size > common, 2, size))
    left = np.repeat(np.arange(len(order)), followers)
    step = np.arange(len(left)) - np.repeat(np.cumsum(followers) - followers, followers) + 1
    return order[left], order[left + step]


def _chain(first: Ints, second: Ints, article: Ints, *, shingle: int, reach: int) -> Boxes:
    one, other = article[first], article[second]
    count = int(article.max(initial=0)) + 1
    diagonal = second - first
    # Two grids of diagonals, half a cell apart: seeds within reach of one another share a cell of one of them.
    return _merge(first, second, one * count + other, diagonal, count, shingle=shingle, reach=reach)


def _merge(
    first: Ints, second: Ints, pair: Ints, diagonal: Ints, count: int, *, shingle: int, reach: int
) -> Boxes:
    order = np.lexsort((first, diagonal, pair))
    first, second, pair, diagonal = first[order], second[order], pair[order], diagonal[order]
    # 1. seeds on one diagonal that follow one another within reach are one run
    fresh = _changes(pair) | _changes(diagonal)
    fresh[1:] |= first[1:] - first[:-1] > reach + shingle
    runs = np.flatnonzero(fresh)
    lasts = np.concatenate([runs[1:], [len(first)]]).astype(np.int64) - 1
    step = np.minimum(np.diff(first, prepend=0), shingle)
    step[fresh] = shingle
    covered = np.add.reduceat(step, runs) if len(runs) else step
    run_pair, run_a, run_b = pair[runs], first[runs], second[runs]
    run_end_a, run_end_b = first[lasts] + shingle, second[lasts] + shingle
    # 2. runs of one pair of articles whose boxes lie within reach of one another, in reading order
    order = np.lexsort((run_b, run_a, run_pair))
    run_pair, run_a, run_b = run_pair[order], run_a[order], run_b[order]
    run_end_a, run_end_b, covered = run_end_a[order], run_end_b[order], covered[order]
    return _join(run_pair, run_a, run_end_a, run_b, run_end_b, covered, count, reach)


def _join(
    pair: Ints, a: Ints, a_end: Ints, b: Ints, b_end: Ints, covered: Ints, count: int, reach: int
) -> Boxes:
    """Join each run with the runs before it that it continues; several passages may interleave in one article."""
    parent = np.arange(len(pair))
    for back in range(1, 5):
        if len(pair) <= back:
            break
        near = (pair[back:] == pair[:-back]) & (a[back:] - a_end[:-back] <= reach)
        near &= (np.abs(b[back:] - b_end[:-back]) <= reach) | (
            np.abs((b[back:] - a[back:]) - (b[:-back] - a[:-back])) <= reach
        )
        parent[back:] = np.where(near & (parent[back:] == np.arange(back, len(pair))), parent[:-back], parent[back:])
    while True:
        up = parent[parent]
        if np.array_equal(up, parent):
            break
        parent = up
    groups, where = np.unique(parent, return_inverse=True)
    low_a, low_b = _least(a, where, len(groups)), _least(b, where, len(groups))
    high_a, high_b = -_least(-a_end, where, len(groups)), -_least(-b_end, where, len(groups))
    return Boxes(
        one=pair[groups] // count,
        other=pair[groups] % count,
        a_start=low_a,
        a_end=high_a,
        b_start=low_b,
        b_end=high_b,
        covered=np.bincount(where, weights=covered, minlength=len(groups)).astype(np.int64),
    )


def _least(values: Ints, where: npt.NDArray[np.intp], count: int) -> Ints:
    least = np.full(count, np.iinfo(np.int64).max)
    np.minimum.at(least, where, values)
    return least


def _changes(values: Ints) -> npt.NDArray[np.bool_]:
    changes = np.ones(len(values), dtype=np.bool_)
    changes[1:] = values[1:] != values[:-1]
    return changes
