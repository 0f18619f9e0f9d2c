"""Random stories, and passages found in them the slow and certain way: what the fast search is checked against.

Nothing here is shared with the program: words are plain strings, the alignment is a full dynamic programme in Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from random import Random

Pairs = tuple[tuple[int, int], ...]
_Chains = dict[tuple[int, int], list[tuple[int, tuple[int, int] | None]]]

_SYLLABLES = tuple(first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou")


def make_word(rank: int) -> str:
    """An invented word, the longer the rarer; no two ranks share one, and none ends as English words do."""
    letters = ""
    while True:
        letters += _SYLLABLES[rank % len(_SYLLABLES)]
        rank //= len(_SYLLABLES)
        if not rank:
            return letters + "k"


class Writer:
    """Draws words by Zipf's law (Mandelbrot's form) and plants passages with edits; all from one seed."""

    def __init__(self, seed: int, vocabulary: int = 5000) -> None:
        """Take a seed and the number of words to draw from."""
        self.random = Random(seed)  # noqa: S311 - repeatable, not secret
        self._words = [make_word(rank) for rank in range(vocabulary)]
        self._shares = list(accumulate(1 / (rank + 2.7) for rank in range(vocabulary)))

    def write(self, length: int) -> list[str]:
        """So many words."""
        return self.random.choices(self._words, cum_weights=self._shares, k=length)

    def edit(self, passage: Sequence[str], rate: float) -> list[str]:
        """The passage with each word replaced, left out, or followed by a new one, at a rate."""
        edited: list[str] = []
        for word in passage:
            if self.random.random() >= rate:
                edited.append(word)
                continue
            kind = self.random.choice(("replace", "delete", "insert"))
            edited += {"replace": self.write(1), "delete": [], "insert": [word, *self.write(1)]}[kind]
        return edited

    def reorder(self, passage: Sequence[str]) -> list[str]:
        """The passage cut in two, its halves exchanged: clauses in another order."""
        cut = self.random.randint(1, max(1, len(passage) - 1))
        return [*passage[cut:], *passage[:cut]]

    def stories(self, count: int, length: int, *, passages: int, copies: int, worst: float) -> list[list[str]]:
        """Stories of about ``length`` words with passages of 8 to 80 words in them, edited at rates up to ``worst``."""
        told = [self.write(length) for _ in range(count)]
        for _ in range(passages):
            passage = self.write(self.random.randint(8, 80))
            for story in self.random.sample(told, min(copies, count)):
                copy = self.edit(passage, self.random.uniform(0, worst))
                if self.random.random() < 0.2:
                    copy = self.reorder(copy)
                at = self.random.randint(0, len(story))
                story[at : at + len(copy)] = copy
        return told


def text_of(words: Sequence[str]) -> str:
    """Words as an article's text."""
    return " ".join(words)


def shares_passage(one: Sequence[str], other: Sequence[str], least: int) -> tuple[Pairs, ...]:
    """Every place where ``least`` equal words or more, in order, are at least half of all words that they span.

    For each end, the longest such chain of fewer than two times ``least`` equal words (a longer passage holds one so
    short: cut where two chains share a word, one of the parts has no more than its share of the gaps), by a full
    dynamic programme: the least gaps that a chain of k equal words ending at (i, j) can have.
    """
    places: dict[str, list[int]] = {}
    for j, word in enumerate(other):
        places.setdefault(word, []).append(j)
    cells = [(i, j) for i, word in enumerate(one) for j in places.get(word, ())]
    most = 2 * least - 1
    gaps: _Chains = {}
    found: list[Pairs] = []
    for n, (i, j) in enumerate(cells):
        chains: list[tuple[int, tuple[int, int] | None]] = [(0, None)]
        for before in reversed(cells[:n]):
            if i - before[0] > 3 * most:
                break
            gap = i - before[0] + j - before[1] - 2
            if before[0] < i and before[1] < j and gap <= 2 * most:
                for size, (total, _) in enumerate(gaps[before][: most - 1], 1):
                    if size == len(chains):
                        chains.append((gap + total, before))
                    elif gap + total < chains[size][0]:
                        chains[size] = (gap + total, before)
        gaps[i, j] = chains
        good = [size for size, (total, _) in enumerate(chains, 1) if size >= least and total <= 2 * size]
        if good:
            found.append(_walk(gaps, (i, j), max(good)))
    return tuple(found)


def _walk(gaps: _Chains, end: tuple[int, int], size: int) -> Pairs:
    chain = [end]
    while size > 1:
        _, before = gaps[chain[-1]][size - 1]
        assert before is not None
        chain.append(before)
        size -= 1
    return tuple(reversed(chain))
