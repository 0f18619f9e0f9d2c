"""How much a shared run of words says: its surprise, in bits, to a reader who knows the rest of the event.

A bigram model with a unigram prior (interpolated, as in Jelinek-Mercer smoothing) counts the words of all other
articles; what they say anyway, such as an office before its holder's name, surprises little. Words the event has not
seen fall back on Zipf's law of abbreviation, by which short words are common words, so no word list is needed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log2
from typing import TypeVar

from generator.clusters.alignment import Match
from generator.clusters.reading import Words

_T = TypeVar("_T")
_PRIOR_WORDS = 1000  # how many words of plain language the prior is worth beside the event's own
_PRIOR_PAIR = 2.0  # how many sightings of a first word the unigram is worth beside the bigram
_LOST = 2.0  # bits
_NAME = 0.6  # of its bits: two reports of one event share its names anyway
_SHARE_BY_LETTERS = {1: 1 / 40, 2: 1 / 45, 3: 1 / 60, 4: 1 / 300, 5: 1 / 1500, 6: 1 / 3000}
_SHARE_OF_LONG = 1 / 6000


@dataclass(frozen=True)
class Background:
    """Counts of words and of neighbours in each article of the event, so that any two can be left out."""

    articles: Sequence[Words]

    @cached_property
    def _words(self) -> dict[str, Counter[int]]:
        return {words.siglum: Counter(words.numbers) for words in self.articles}

    @cached_property
    def _pairs(self) -> dict[str, Counter[tuple[int, int]]]:
        return {words.siglum: Counter(pairwise(words.numbers)) for words in self.articles}

    @cached_property
    def _all_words(self) -> Counter[int]:
        return _sum(self._words.values())

    @cached_property
    def _all_pairs(self) -> Counter[tuple[int, int]]:
        return _sum(self._pairs.values())

    def surprise(self, match: Match) -> float:
        """Bits that the equal words of a match carry beyond what the other articles lead one to expect.

        Every word without its equal takes off ``_LOST``: a loose match of common words is no evidence.
        """
        one, other = match.one, match.other
        out = (one.siglum, other.siglum)
        size = sum(len(words.numbers) for words in self.articles if words.siglum not in out)
        unequal = match.a[1] - match.a[0] + match.b[1] - match.b[0] - 2 * len(match.equal)
        total, before = -_LOST * unequal, -1
        for i, j in match.equal:
            letters = len(one.tokens[i].folded)
            word, previous = one.numbers[i], (one.numbers[i - 1] if before == i - 1 else None)
            bits = -log2(self._chance(word, previous, out, size, letters))
            total += bits * (_NAME if one.capital[i] and other.capital[j] else 1.0)
            before = i
        return total

    def _chance(self, word: int, previous: int | None, out: tuple[str, str], size: int, letters: int) -> float:
        prior = _SHARE_BY_LETTERS.get(letters, _SHARE_OF_LONG)
        alone = (self._count(word, out) + _PRIOR_WORDS * prior) / (size + _PRIOR_WORDS)
        if previous is None:
            return alone
        together = self._all_pairs[previous, word] - sum(self._pairs[siglum][previous, word] for siglum in out)
        return (together + _PRIOR_PAIR * alone) / (self._count(previous, out) + _PRIOR_PAIR)

    def _count(self, word: int, out: tuple[str, str]) -> int:
        return self._all_words[word] - sum(self._words[siglum][word] for siglum in out)


def _sum(counters: Iterable[Counter[_T]]) -> Counter[_T]:
    total: Counter[_T] = Counter()
    for counter in counters:
        total.update(counter)
    return total
