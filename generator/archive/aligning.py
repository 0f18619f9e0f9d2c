"""Passages that the articles of one block share, each pair aligned word by word.

Boxes of shared seeds (see :mod:`generator.archive.seeds`) are aligned with rapidfuzz for the longest common subsequence
of their words, which are written as code points because that is its quickest road. Of each alignment the best-scoring
stretch is kept (see :mod:`generator.stretches`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel, LCSseq, MatchingBlock
from rapidfuzz.process import cpdist

from generator.archive.seeds import Boxes, find_boxes
from generator.archive.sorting import find_changes, sort_hashes, sort_places
from generator.archive.wordrows import Flags, Hashes, Ints, WordRows
from generator.stretches import find_stretch

_NEARLY = 1  # words short of those asked for, at which a stretch is worth making a little longer
_NEAR, _FAR = 4, 1 << 30  # words between at most; no words at all
_PARTS = attrgetter("a", "b", "size")  # of a block: quicker than asking it to be taken apart
_SURROGATES, _GAP = 0xD800, 0x800
_POINTS = 0x110000 - _GAP


@dataclass(frozen=True, slots=True)
class Pairs:
    """Passages that two articles of a block share: arrays of one length, in order of articles, then of place.

    ``one`` and ``other`` are the places of the two articles in the block; words are counted within each article, ends
    excluded; ``kept`` is how many words the two passages have in common, in order.
    """

    one: Ints
    other: Ints
    a_start: Ints
    a_end: Ints
    b_start: Ints
    b_end: Ints
    kept: Ints

    @property
    def identity(self) -> npt.NDArray[np.float64]:
        """Twice the kept words over the words of both sides, 0 to 1."""
        shares: npt.NDArray[np.float64] = 2 * self.kept / (self.a_end - self.a_start + self.b_end - self.b_start)
        return shares


def align_block(
    rows: WordRows,
    outlets: Sequence[int] | Ints,
    groups: Sequence[int] | Ints | None = None,
    tied: Iterable[tuple[int, int]] = (),
    *,
    shingle: int = 3,
    reach: int = 12,
    common: int = 100,
    least_kept: int = 8,
    least_identity: float = 0.5,
) -> Pairs:
    """Every passage of ``least_kept`` common words or more that articles of different outlets share.

    ``outlets`` has a number for the outlet of each text of ``rows``, ``groups`` one for the group in which all are
    compared with all (without it there is one); ``tied`` are pairs compared besides, lower place first. Passages grow
    from shared runs of ``shingle`` words, ``reach`` words apart at most; see :func:`find_boxes` for ``common``. At
    least ``least_identity`` of the words of both sides are kept.
    """
    boxes = find_boxes(
        rows.hashes,
        rows.bounds,
        np.asarray(outlets, dtype=np.int64),
        group=np.asarray(groups if groups is not None else [0] * len(outlets), dtype=np.int64),
        tied=sorted(tied),
        shingle=shingle,
        reach=reach,
        common=common,
    )
    written = _write(rows.hashes) if len(boxes.one) else ""
    worth = _worth(boxes, rows, written, reach=reach, least=least_kept)
    windows = zip(*worth[2:6].tolist(), strict=True)
    stretches = chain.from_iterable(_best(written, *window, least=least_kept) for window in windows)
    found = np.fromiter(stretches, np.int64).reshape(-1, 5).T
    run_a, run_b, run = worth[6:]
    # Where another way through the box costs fewer edits and yet keeps fewer words on end, the run is taken.
    found = np.where(found[4] < run, [run_a, run_a + run, run_b, run_b + run, run], found)
    words = found[1] - found[0] + found[3] - found[2]
    kept = (found[4] >= least_kept) & (2 * found[4] >= least_identity * words)
    return _columns(_leave_out_covered(np.vstack([worth[:2], found])[:, kept].T), rows.bounds)


def _leave_out_covered(table: Ints) -> Ints:
    """Rows without those whose both stretches lie inside those of an earlier row of the same two articles."""
    order = sort_places(table[:, 0], table[:, 1])
    rows = table[order]
    first = np.flatnonzero(find_changes(rows[:, 0]) | find_changes(rows[:, 1]))
    before = np.arange(len(rows)) - np.repeat(first, np.diff(np.append(first, len(rows))))
    covered = np.zeros(len(rows), np.bool_)
    at = np.flatnonzero(before)
    for step in range(1, int(before.max(initial=0)) + 1):
        at = at[(before[at] >= step) & ~covered[at]]
        covered[at] = _cover(rows[at - step].T, rows[at].T)
    left: Ints = table[np.sort(order[~covered])]
    return left


def _cover(held: Ints, found: Ints) -> Flags:
    """Whether what is found lies inside what is held, in both articles; each a table with a column a passage."""
    inside: Flags = (held[2] <= found[2]) & (found[3] <= held[3]) & (held[4] <= found[4]) & (found[5] <= held[5])
    return inside


Found = tuple[int, int, int, int, int]  # from and to here, from and to there, words kept


def _columns(table: Ints, bounds: Ints) -> Pairs:
    table[:, 2:4] -= bounds[table[:, 0]][:, None]
    table[:, 4:6] -= bounds[table[:, 1]][:, None]
    return Pairs(*table[np.lexsort(table[:, (6, 5, 3, 4, 2, 1, 0)].T)].T)


def _write(words: Hashes) -> str:
    """The words as code points, equal ones alike; surrogates are passed over.

    Of more distinct words than there are code points, some share one; that takes a group of thousands of articles.
    """
    hashes, places = sort_hashes(words)
    numbers = np.cumsum(find_changes(hashes)) - 1
    numbers %= _POINTS
    points = np.empty_like(numbers)
    points[places] = numbers + np.where(numbers >= _SURROGATES, _GAP, 0)
    return points.astype("<u4").tobytes().decode("utf-32-le")


def _worth(boxes: Boxes, rows: WordRows, written: str, *, reach: int, least: int) -> Ints:
    """The boxes grown by ``reach``, those left out that cannot hold ``least`` common words; long first.

    Gives a column a box: its two articles, from and to in the one, from and to in the other; where its longest run
    begins in both, and how many words that has.

    Both stretches grow by as many words: a stretch that grows alone would pull the alignment off its diagonal.
    """
    before = np.minimum(boxes.a_start - rows.bounds[boxes.one], boxes.b_start - rows.bounds[boxes.other])
    behind = np.minimum(rows.bounds[boxes.one + 1] - boxes.a_end, rows.bounds[boxes.other + 1] - boxes.b_end)
    before, behind = np.minimum(before, reach), np.minimum(behind, reach)
    table = np.stack(
        [
            boxes.one, boxes.other, boxes.a_start - before, boxes.a_end + behind, boxes.b_start - before,
            boxes.b_end + behind, boxes.run_a, boxes.run_b, boxes.run,
        ]
    )  # fmt: skip
    worth = boxes.run >= least
    doubtful = np.flatnonzero(~worth)
    worth[doubtful] = _count_common(written, table[2:6, doubtful], least) >= least
    kept = np.flatnonzero(worth)
    most = boxes.covered.max(initial=0)  # of all boxes, and no run is longer
    kept = kept[sort_places(most - boxes.run[kept], most - boxes.covered[kept])]
    worth_it: Ints = table[:, kept]
    return worth_it


def _count_common(written: str, windows: Ints, least: int) -> npt.NDArray[np.int32]:
    """How many words two windows have in common, in order, each column of ``windows`` with both; 0 if too few."""
    low_a, high_a, low_b, high_b = windows.tolist()
    return cpdist(
        [written[start:end] for start, end in zip(low_a, high_a, strict=True)],
        [written[start:end] for start, end in zip(low_b, high_b, strict=True)],
        scorer=LCSseq.similarity,
        score_cutoff=least,
        dtype=np.int32,
    )


def _best(written: str, low_a: int, high_a: int, low_b: int, high_b: int, *, least: int) -> Found:
    """The best-scoring stretch of a longest common subsequence; a longer one where that is a word short."""
    blocks = Indel.editops(written[low_a:high_a], written[low_b:high_b]).as_matching_blocks()
    first, last, kept = find_stretch(map(_PARTS, blocks))
    if least - _NEARLY <= kept < least:
        first, last, kept = _stretch(blocks, first, last, least)
    start_at, end_at = blocks[first], blocks[last]
    return (
        low_a + start_at.a,
        low_a + end_at.a + end_at.size,
        low_b + start_at.b,
        low_b + end_at.b + end_at.size,
        kept,
    )


def _stretch(blocks: Sequence[MatchingBlock], first: int, last: int, least: int) -> tuple[int, int, int]:
    """Take in what stands a few words off, before or behind, nearest first, until ``least`` words are kept."""
    kept = sum(block.size for block in blocks[first : last + 1])
    while kept < least:
        left = _gap(blocks[first - 1], blocks[first]) if first else _FAR
        right = _gap(blocks[last], blocks[last + 1]) if last + 2 < len(blocks) else _FAR  # the last block is empty
        if min(left, right) > _NEAR:
            break
        first, last, taken = (first - 1, last, first - 1) if left <= right else (first, last + 1, last + 1)
        kept += blocks[taken].size
    return first, last, kept


def _gap(before: MatchingBlock, behind: MatchingBlock) -> int:
    """Words between two blocks, on the side where there are more."""
    return max(behind.a - before.a - before.size, behind.b - before.b - before.size)
