"""Words of many texts in columns: equal words that can stand in one column do, and none of them twice.

Each two texts are aligned, and what they share is joined, the two that are most alike first: the guide order of
progressive alignment (Feng and Doolittle 1987). Joins are kept consistent with each other as in DIALIGN (Morgenstern
1996; transitivity frontiers after Abdeddaïm 1997), so that an early join never has to be guessed from half of the
texts. The columns then stand in the order of a variant graph's ranks (Schmidt and Colomb 2009; CollateX).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from generator.collation.runs import Runs, clean, matches

Row = Sequence[str]
"""The folded words of one text."""

_FAR = np.iinfo(np.int32).max


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts by number, the places of their equal words, and how alike they are, 0 to 1."""

    one: int
    other: int
    matches: tuple[tuple[int, int], ...]
    closeness: float


def pair_up(rows: Sequence[Row]) -> Iterator[Pair]:
    """Each two texts that have a word in common, by number.

    Closeness is the share of the shorter text's words that are aligned, crumbs left out: a fragment is close to what
    holds it.
    """
    sets = [frozenset(row) for row in rows]
    for one, other in combinations(range(len(rows)), 2):
        if sets[one].isdisjoint(sets[other]):
            continue
        left, right = rows[one], rows[other]
        found = tuple(matches(clean(_align(left, right), left)))
        if found:
            yield Pair(one, other, found, len(found) / min(len(left), len(right)))


def count_shared(left: Row, right: Row) -> int:
    """How many words of two texts are aligned, crumbs left out."""
    if set(left).isdisjoint(right):
        return 0
    return sum(count for operation, count in clean(_align(left, right), left) if operation == "keep")


def _align(left: Row, right: Row) -> Runs:
    """Runs as for two passages, by a longest common subsequence in bits (Hyyrö 2004): many pairs take little time."""
    runs: Runs = []
    for step in LCSseq.opcodes(left, right):
        taken, given = step.src_end - step.src_start, step.dest_end - step.dest_start
        if step.tag == "equal":
            runs.append(("keep", taken))
        else:
            runs += [("delete", taken)] if taken else []
            runs += [("insert", given)] if given else []
    return runs


def rank_words(rows: Sequence[Row], pairs: Iterable[Pair]) -> list[list[int]]:
    """The rank of each word of each text: equal ranks stand in one column, and ranks rise along each text."""
    starts = np.concatenate(([0], np.cumsum([len(row) for row in rows]))).tolist()
    frontier = _Frontier(starts)
    order = sorted(pairs, key=lambda pair: (-pair.closeness, rows[pair.one], rows[pair.other]))
    for pair in order:
        frontier.join_all(pair)
    return _ranks(rows, starts, frontier.homes())


class _Frontier:
    """Which words come before which: for each word, the first word of each text that must not stand before it."""

    def __init__(self, starts: Sequence[int]) -> None:
        self._starts = starts
        self._first = np.full((starts[-1], len(starts) - 1), _FAR, dtype=np.int32)
        for row, (start, end) in enumerate(pairwise(starts)):
            self._first[start:end, row] = np.arange(end - start)
        self._home = list(range(starts[-1]))

    def join_all(self, pair: Pair) -> None:
        """Join what two texts share, word by word; most of it stands together already."""
        at, to = np.array(pair.matches, dtype=np.int32).reshape(-1, 2).T
        apart = self._first[self._starts[pair.one] + at, pair.other] > to
        for one, other in zip(at[apart].tolist(), to[apart].tolist(), strict=True):
            self.join(pair.one, one, pair.other, other)

    def join(self, one: int, at: int, other: int, to: int) -> None:
        """Put two words in one column, unless one of them must stand before the other already."""
        a, b = self._starts[one] + at, self._starts[other] + to
        if self._first[a, other] <= to or self._first[b, one] <= at:
            return
        first: NDArray[np.int32] = np.minimum(self._first[a], self._first[b])
        before = (self._first[:, one] <= at) | (self._first[:, other] <= to)
        self._first[before] = np.minimum(self._first[before], first)
        old, new = sorted((self.home(a), self.home(b)), reverse=True)
        self._home[old] = new

    def home(self, word: int) -> int:
        """The first word of a word's column."""
        while self._home[word] != word:
            self._home[word] = self._home[self._home[word]]
            word = self._home[word]
        return word

    def homes(self) -> list[int]:
        """The column of every word."""
        return [self.home(word) for word in range(len(self._home))]


def _ranks(rows: Sequence[Row], starts: Sequence[int], homes: Sequence[int]) -> list[list[int]]:
    """The longest way to each column; words before a text's first shared one stand close to it."""
    after: dict[int, set[int]] = {home: set() for home in homes}
    before: dict[int, set[int]] = {home: set() for home in homes}
    for start, end in pairwise(starts):
        for one, other in pairwise(homes[start:end]):
            after[one].add(other)
            before[other].add(one)
    ranks = _longest(after, before)
    shared = {home for row in range(len(rows)) for home in _shared(rows, starts, homes, row)}
    found = [[ranks[home] for home in homes[start:end]] for start, end in pairwise(starts)]
    for row, (start, end) in enumerate(pairwise(starts)):
        lead = next((n for n, home in enumerate(homes[start:end]) if home in shared), 0)
        for n in range(lead):
            found[row][n] = found[row][lead] - lead + n
    return found


def _shared(rows: Sequence[Row], starts: Sequence[int], homes: Sequence[int], row: int) -> Iterator[int]:
    """The columns that a text has in common with another."""
    own = set(homes[starts[row] : starts[row + 1]])
    for other in range(len(rows)):
        if other != row:
            yield from own & set(homes[starts[other] : starts[other + 1]])


def _longest(after: dict[int, set[int]], before: dict[int, set[int]]) -> dict[int, int]:
    """The number of columns on the longest way to each, in the order of Kahn (1962)."""
    ranks = dict.fromkeys(after, 0)
    waiting = {home: len(earlier) for home, earlier in before.items()}
    ready = [home for home, count in waiting.items() if not count]
    while ready:
        home = ready.pop()
        for later in after[home]:
            ranks[later] = max(ranks[later], ranks[home] + 1)
            waiting[later] -= 1
            if not waiting[later]:
                ready.append(later)
    return ranks
