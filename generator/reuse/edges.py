"""Where a reworked stretch begins and ends, to the word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.reuse.arrays import Real, Whole
from generator.reuse.reading import Read

Range = tuple[int, int]
_SURE = 0.95
"""The largest share of words taken to be kept: one odd word must not end a copy."""
_LEAST = 0.3
"""The smallest: below it nothing would tell a stretch from its surroundings."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A stretch of words, the evidence that it answers to the other (in nats) and the share of words it keeps."""

    words: Range
    evidence: float
    kept: float


def find_edge(own: Read, words: Range, other: Read, theirs: Range, *, common: Real, reach: int) -> Edge:
    """The stretch around ``words`` with most evidence for being drawn from the words ``theirs`` of the other.

    A word that stands there too speaks for it by how unlikely that is by chance, one that does not speaks against it:
    the log likelihood ratio of "kept with probability r" against "met by chance"; the best stretch is the largest sum
    (Bentley 1984), up to ``reach`` words beyond either end. ``common`` is the share of all words that a stem makes up.
    """
    low, high = max(0, words[0] - reach), min(len(own.stems), words[1] + reach)
    stems = own.stems[low:high]
    hits = _answered(stems, (words[0] - low, words[1] - low), other.stems[slice(*theirs)])
    chance = np.clip(1 - (1 - common[stems]) ** (theirs[1] - theirs[0]), 1e-4, 0.999)
    core = slice(words[0] - low, words[1] - low)
    beyond = float((hits[core] - chance[core]).sum() / max((1 - chance[core]).sum(), 1e-9))
    kept = min(max(beyond, _LEAST), _SURE)
    scores = np.where(hits, np.log((kept + (1 - kept) * chance) / chance), np.log(1 - kept))
    first, last, evidence = _largest_sum(scores)
    return Edge((low + first, low + last), evidence, kept)


def count_answered(own: Read, words: Range, other: Read, theirs: Range) -> int:
    """How many of the words answer to a word of the other's, one to one."""
    stems = own.stems[slice(*words)]
    return int(_answered(stems, (0, len(stems)), other.stems[slice(*theirs)]).sum())


def _answered(stems: Whole, core: Range, theirs: Whole) -> NDArray[np.bool_]:
    """Which words answer to one of theirs, one to one: words in a pair that both have come first, then near words."""
    if not len(theirs):
        return np.zeros(len(stems), bool)
    width = int(max(stems.max(initial=0), theirs.max())) + 1
    pairs = np.isin(stems[:-1] * width + stems[1:], theirs[:-1] * width + theirs[1:])
    paired = np.append(pairs, False) | np.append(False, pairs)
    places = np.arange(len(stems))
    outside = np.maximum(np.maximum(core[0] - places, places - core[1] + 1), 0)
    order = np.lexsort((np.abs(places - sum(core) / 2), outside, ~paired, stems))
    ordered = stems[order]
    nth = places - np.searchsorted(ordered, ordered)
    hits = np.zeros(len(stems), bool)
    hits[order] = nth < np.bincount(theirs, minlength=width)[ordered]
    return hits


def _largest_sum(scores: Real) -> tuple[int, int, float]:
    """The part with the largest sum, the shortest where several have it, and the sum."""
    sums = np.append(0.0, np.cumsum(scores))
    lowest = np.minimum.accumulate(sums)
    last = int(np.argmax(sums - lowest))
    first = int(np.flatnonzero(sums[: last + 1] == lowest[last])[-1])
    return first, last, float(sums[last] - lowest[last])
