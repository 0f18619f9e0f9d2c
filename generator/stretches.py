"""The stretch of an alignment that is worth keeping: the rule by which passages begin and end."""

from __future__ import annotations

from collections.abc import Iterable

COST = 0.8
"""What a word without its equal costs, an equal word being 1: half would let any half-alike text run on."""


def find_stretch(blocks: Iterable[Iterable[int]]) -> tuple[int, int, int]:
    """The first and the last block of the stretch with the highest score, and how many equal words it has.

    A block is words on end that are equal: where they begin here, where there, and how many. Blocks stand in order on
    both sides. A word that is equal counts one, and a word between two blocks costs
    :data:`COST`, counted on the side where there are more: the maximum subarray (Kadane, in Bentley 1984). Of several
    stretches the first is given; without blocks, no words are kept.
    """
    best, first, last, kept = 0.0, 0, 0, 0
    score, start, run, end_a, end_b = 0.0, 0, 0, 0, 0
    for n, (a, b, size) in enumerate(blocks):
        gap, gap_b = a - end_a, b - end_b
        score -= COST * (gap if gap > gap_b else gap_b)  # noqa: FURB136  quicker than a call, and this runs often
        if score <= 0:
            score, run, start = 0.0, 0, n
        score += size
        run += size
        end_a, end_b = a + size, b + size
        if score > best:
            best, kept, first, last = score, run, start, n
    return first, last, kept
