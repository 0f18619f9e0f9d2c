"""The archive's articles in their order: by day, those without one last, then by id."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.archive.arrow import read_column
from generator.archive.periods import NO_DAY
from generator.archive.state import State
from generator.archive.wordrows import Hashes, Ints

_ARTICLES = f"""
SELECT number, digest, COALESCE(date_diff('day', DATE '1970-01-01', published), {NO_DAY}) AS day,
  dense_rank() OVER (ORDER BY outlet) AS outlet
FROM articles ORDER BY published NULLS LAST, id
"""  # noqa: S608  our own number
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Arrays with one entry an article; an article's place in them is its *rank*.

    ``number`` is what the state knows it by, ``day`` counts from 1970 (:data:`NO_DAY` for none), ``outlet`` is a number
    for its outlet, ``digest`` tells articles with other contents apart.
    """

    number: Ints
    day: Ints
    outlet: Ints
    digest: Hashes

    def rank(self, numbers: Ints) -> Ints:
        """The ranks of articles given by number."""
        where = np.zeros(int(self.number.max(initial=0)) + 1, dtype=np.int64)
        where[self.number] = np.arange(len(self.number))
        ranks: Ints = where[numbers]
        return ranks

    def sums(self, group: Ints, member: Ints, salt: Ints) -> dict[int, int]:
        """For each group a number that is the same for the same members with the same salts."""
        names, where = np.unique(group, return_inverse=True)
        mixed = (self.digest[member] ^ (salt.astype(np.uint64) * _MIX)) * _MIX
        mixed ^= mixed >> np.uint64(29)
        totals = np.zeros(len(names), dtype=np.uint64)
        np.add.at(totals, where, mixed * _MIX)
        return dict(zip(names.tolist(), totals.tolist(), strict=True))


def load_catalogue(state: State) -> Catalogue:
    """The articles that the state holds."""
    table = state.table(_ARTICLES)
    return Catalogue(
        number=read_column(table, "number"),
        day=read_column(table, "day"),
        outlet=read_column(table, "outlet"),
        digest=read_column(table, "digest", np.uint64),
    )
