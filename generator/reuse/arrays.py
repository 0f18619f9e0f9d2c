"""Two ways to spread work over arrays, so that what is joined is joined in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Whole: TypeAlias = NDArray[np.int64]
Real: TypeAlias = NDArray[np.float64]
_BLOCK = 1 << 21
"""Rows worked on at a time."""


def spread(things: Whole, counts: Whole) -> tuple[Whole, Whole]:
    """Each thing as often as its count says, and which of its times this is, from nought."""
    before = np.cumsum(counts) - counts
    return np.repeat(things, counts), np.arange(counts.sum()) - np.repeat(before, counts)


def blocks(things: Whole, weights: Whole) -> Iterator[Whole]:
    """The things in order, in blocks that weigh some two million or little more; ``weights`` is by thing."""
    bounds = np.flatnonzero(np.diff(np.cumsum(weights[things]) // _BLOCK)) + 1
    return iter(np.split(things, bounds)) if len(things) else iter(())
