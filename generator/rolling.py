"""Hashes of many stretches of one text at once: a polynomial over code points, read off one running sum.

Karp and Rabin (1987), modulo 2 to the 64, where an odd base has an inverse; the bits are spread afterwards.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

_BASE = np.uint64(0x9E3779B97F4A7C15 | 1)  # odd, so that it has an inverse; its bits are those of the golden ratio
_INVERSE = np.uint64(pow(int(_BASE), -1, 2**64))


def hash_stretches(
    points: npt.NDArray[np.uint32], starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]
) -> Hashes:
    """A hash for each stretch of code points, from its start up to its end, which is left out."""
    powers, inverses = _powers(len(points) + 1)
    sums = np.zeros(len(points) + 1, dtype=np.uint64)
    np.cumsum((points.astype(np.uint64) + np.uint64(1)) * powers[:-1], out=sums[1:])
    return mix_bits((sums[ends] - sums[starts]) * inverses[starts])


def mix_bits(hashes: Hashes) -> Hashes:
    """Spread the bits (the finaliser of MurmurHash3, by Austin Appleby)."""
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return hashes ^ (hashes >> np.uint64(33))


def _powers(count: int) -> tuple[Hashes, Hashes]:
    size = 1 << max(12, (count - 1).bit_length())
    powers, inverses = _all_powers(size)
    return powers[:count], inverses[:count]


@cache
def _all_powers(size: int) -> tuple[Hashes, Hashes]:
    found = []
    for base in (_BASE, _INVERSE):
        powers = np.full(size, base, dtype=np.uint64)
        powers[0] = 1
        found.append(np.cumprod(powers, dtype=np.uint64))
    return found[0], found[1]
