"""Runs of words that one article alone carries are most of all, and tie it to none: they need not be counted."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from generator.archive.arrow import read_column, to_column
from generator.archive.wordrows import Hashes, Ints

_BITS = 26
_STEP = np.uint64(0x9E3779B97F4A7C15)


class Repeats:
    """Which runs may stand in several articles of a period: all that do, and by chance some that do not.

    A run is noted by a few bits of a hash (Bloom 1970), in 128 MB whatever there is to note.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._once = np.zeros(1 << _BITS, np.bool_)
        self._again = np.zeros(1 << _BITS, np.bool_)

    def add(self, shingles: pa.RecordBatch) -> None:
        """Note rows of :data:`~generator.archive.mapping.SHINGLES`."""
        places = np.sort(_find_places(shingles))
        self._again[places[1:][places[1:] == places[:-1]]] = True
        self._again[places[self._once[places]]] = True
        self._once[places] = True

    def choose(self, shingles: pa.RecordBatch) -> pa.RecordBatch:
        """The rows whose run may stand elsewhere too."""
        return shingles.take(to_column(np.flatnonzero(self._again[_find_places(shingles)])))


def _find_places(shingles: pa.RecordBatch) -> Ints:
    runs: Hashes = read_column(shingles, "shingle").view(np.uint64)
    periods: Hashes = read_column(shingles, "period").view(np.uint64)
    return (((runs ^ (periods << np.uint64(48))) * _STEP) >> np.uint64(64 - _BITS)).astype(np.int64)
