"""Sorting by numbers packed into one: several times as quick as sorting places, for numpy sorts plain numbers in lanes.

What is to be sorted by is written into one number of 64 bits, the place of each row in its lowest bits. Where the parts
do not fit, the rows are sorted by one part after the other, which gives the same order.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from generator.archive.wordrows import Flags, Hashes, Ints

_BITS = 64
_SMALL = 16


def sort_hashes(hashes: Hashes) -> tuple[Hashes, Ints]:
    """Hashes in ascending order, each without the bits that its place takes, and their places; equal ones in order.

    Of a million hashes 44 bits are compared, so that two are taken for one less than once in ten thousand times.
    """
    bits = np.uint64(_count_bits(len(hashes)))
    packed = np.sort((hashes >> bits << bits) | np.arange(len(hashes), dtype=np.uint64))
    return packed >> bits, (packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)


def sort_places(*parts: Ints) -> Ints:
    """The places of rows in order of their parts, the first part before all; rows that are equal keep their order.

    Parts are 0 or more.
    """
    sizes = [_count_bits(int(part.max(initial=0)) + 1) for part in parts]
    if sizes[1:] == [] and sizes[0] <= _SMALL:
        return np.argsort(parts[0].astype(np.uint16), kind="stable")  # numpy counts these instead of comparing them
    bits = _count_bits(len(parts[0]))
    if sum(sizes) + bits > _BITS:
        return np.lexsort(parts[::-1]).astype(np.int64)
    packed = np.sort(_pack([*parts, np.arange(len(parts[0]))], [*sizes, bits]))
    return (packed & np.uint64((1 << bits) - 1)).astype(np.int64)


def sort_rows(*parts: Ints) -> tuple[Ints, ...]:
    """The rows themselves in order of their parts, as :func:`sort_places` orders them."""
    sizes = [_count_bits(int(part.max(initial=0)) + 1) for part in parts]
    if sum(sizes) > _BITS:
        order = np.lexsort(parts[::-1])
        return tuple(part[order] for part in parts)
    packed = np.sort(_pack(parts, sizes))
    columns = []
    for size in reversed(sizes):
        columns.append((packed & np.uint64((1 << size) - 1)).astype(np.int64))
        packed >>= np.uint64(size)
    return tuple(reversed(columns))


def find_changes(values: Ints | Hashes) -> Flags:
    """Where a value is another than the one before it; the first is."""
    changes = np.ones(len(values), dtype=np.bool_)
    changes[1:] = values[1:] != values[:-1]
    return changes


def _pack(parts: Sequence[Ints], sizes: Sequence[int]) -> Hashes:
    packed = parts[0].astype(np.uint64)
    for part, size in zip(parts[1:], sizes[1:], strict=True):
        packed <<= np.uint64(size)
        packed |= part.astype(np.uint64)
    return packed


def _count_bits(count: int) -> int:
    """Bits that numbers below ``count`` take; one at least."""
    return max(1, (count - 1).bit_length())
