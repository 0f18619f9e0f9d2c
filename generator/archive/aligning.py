"""Passages that the articles of one block share, each pair aligned word by word.

Boxes of shared seeds (see :mod:`generator.archive.seeds`) are aligned with rapidfuzz for the longest common subsequence
of their words, which are written as code points because that is its quickest road. Of each alignment the best-scoring
stretch is kept (Kadane's maximum subarray: an equal word earns one, a word without its equal costs a part of that).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel, LCSseq, MatchingBlock
from rapidfuzz.process import cpdist

from generator.archive.seeds import Boxes, find_boxes
from generator.archive.wordrows import Hashes, Ints, WordRows

_COST = 0.8  # as within an event: half would let any half-alike text run on
_NEARLY = 1  # words short of those asked for, at which a stretch is worth making a little longer
_NEAR, _FAR = 4, 1 << 30  # words between at most; no words at all
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
    held: dict[tuple[int, int], list[Found]] = defaultdict(list)
    for one, other, low_a, high_a, low_b, high_b, run_a, run_b, run in _worth(
        boxes, rows, written, reach=reach, least=least_kept
    ):
        found = _best(written, low_a, high_a, low_b, high_b, least=least_kept)
        if found[4] < run:  # another way through the box costs fewer edits and yet keeps fewer words on end
            found = (run_a, run_a + run, run_b, run_b + run, run)
        kept, words = found[4], found[1] - found[0] + found[3] - found[2]
        if kept >= least_kept and 2 * kept >= least_identity * words:
            others = held[one, other]
            if not any(_covers(before, found) for before in others):
                others.append(found)
    return _columns(held, rows.bounds)


Found = tuple[int, int, int, int, int]  # from and to here, from and to there, words kept


def _columns(held: Mapping[tuple[int, int], Sequence[Found]], bounds: Ints) -> Pairs:
    table = np.array(
        [(one, other, *found) for (one, other), pairs in held.items() for found in pairs], dtype=np.int64
    ).reshape(-1, 7)
    table[:, 2:4] -= bounds[table[:, 0]][:, None]
    table[:, 4:6] -= bounds[table[:, 1]][:, None]
    return Pairs(*table[np.lexsort(table[:, (6, 5, 3, 4, 2, 1, 0)].T)].T)


def _write(words: Hashes) -> str:
    """The words as code points, equal ones alike; surrogates are passed over.

    Of more distinct words than there are code points, some share one; that takes a group of thousands of articles.
    """
    _, numbers = np.unique(words, return_inverse=True)
    numbers %= _POINTS
    points = numbers + np.where(numbers >= _SURROGATES, _GAP, 0)
    return points.astype("<u4").tobytes().decode("utf-32-le")


Box = tuple[int, int, int, int, int, int, int, int, int]


def _worth(boxes: Boxes, rows: WordRows, written: str, *, reach: int, least: int) -> list[Box]:
    """The boxes grown by ``reach``, those left out that cannot hold ``least`` common words; long first.

    Both stretches grow by as many words: a stretch that grows alone would pull the alignment off its diagonal.
    """
    before = np.minimum(boxes.a_start - rows.bounds[boxes.one], boxes.b_start - rows.bounds[boxes.other])
    behind = np.minimum(rows.bounds[boxes.one + 1] - boxes.a_end, rows.bounds[boxes.other + 1] - boxes.b_end)
    before, behind = np.minimum(before, reach), np.minimum(behind, reach)
    order = np.lexsort((boxes.b_start, boxes.a_start, boxes.other, boxes.one, -boxes.covered))
    columns = (
        boxes.one, boxes.other, boxes.a_start - before, boxes.a_end + behind, boxes.b_start - before,
        boxes.b_end + behind, boxes.run_a, boxes.run_b, boxes.run,
    )  # fmt: skip
    grown = list(zip(*(column[order].tolist() for column in columns), strict=True))
    sure = int((boxes.run >= least).sum())
    order = np.argsort(-boxes.run[order], kind="stable")
    grown = [grown[place] for place in order.tolist()]
    doubtful = grown[sure:]
    common = cpdist(
        [written[box[2] : box[3]] for box in doubtful],
        [written[box[4] : box[5]] for box in doubtful],
        scorer=LCSseq.similarity,
        score_cutoff=least,
        dtype=np.int32,
    )
    return grown[:sure] + [box for box, held in zip(doubtful, common.tolist(), strict=True) if held >= least]


def _best(written: str, low_a: int, high_a: int, low_b: int, high_b: int, *, least: int) -> Found:
    """The best-scoring stretch of a longest common subsequence; a longer one where that is a word short."""
    best, kept, first, last = 0.0, 0, 0, 0
    score, run, start, end_a, end_b = 0.0, 0, 0, 0, 0
    blocks = Indel.editops(written[low_a:high_a], written[low_b:high_b]).as_matching_blocks()
    for n, (a, b, size) in enumerate(blocks):
        gap_a, gap_b = a - end_a, b - end_b
        score -= _COST * (gap_a if gap_a > gap_b else gap_b)  # noqa: FURB136  quicker than a call, and this runs often
        if score <= 0:
            score, run, start = 0.0, 0, n
        score, run, end_a, end_b = score + size, run + size, a + size, b + size
        if score > best:
            best, kept, first, last = score, run, start, n
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


def _covers(held: Found, found: Found) -> bool:
    return held[0] <= found[0] and found[1] <= held[1] and held[2] <= found[2] and found[3] <= held[3]
