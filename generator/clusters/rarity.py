"""How much a shared run of words says: its surprise, in bits, to a reader who knows the rest of the event.

A bigram model with a unigram prior (interpolated, as in Jelinek-Mercer smoothing) counts what the articles say over
and over, which surprises little. Words it has not seen
fall back on how common they are in the language: for English from :mod:`generator.clusters.english`, for others
from Zipf's law of abbreviation, by which short words are common words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from math import exp2, log2
from typing import TypeVar

from generator.clusters.alignment import Match
from generator.clusters.english import COMMON, EVERYWHERE, FREQUENT, USUAL
from generator.clusters.reading import Words
from generator.words import stem

_T = TypeVar("_T")
_PRIOR_WORDS = 1000  # how many words of plain language the prior is worth beside the event's own
_PRIOR_PAIR = 2.0  # how many sightings of a first word the unigram is worth beside the bigram
_LOST = 2.0  # bits
_ONCE = 2.0  # times in each article that are no habit yet: a quotation may stand in the headline too
_NAME = 0.5  # of its bits: two reports of one event share its names anyway
_NAME_GOES_ON = 0.2  # of its bits, for a capital after a capital: an office announces its holder, a first name the last
_BESIDE_NAME = 0.5  # of its bits, for a word next to a capital: what somebody is comes with the name
_BITS_BY_LIST = ((EVERYWHERE, 3.0), (USUAL, 6.0), (COMMON, 9.0), (FREQUENT, 11.0))
_BITS_OF_OTHERS = 14.0
_FUNCTION_WORDS = exp2(-7.5)  # a share of all words; what has more is no word of content
_SHARE_BY_LETTERS = {1: 1 / 40, 2: 1 / 45, 3: 1 / 60, 4: 1 / 300, 5: 1 / 1500, 6: 1 / 3000}
_SHARE_OF_LONG = 1 / 6000


@cache
def _english() -> dict[str, float]:
    """Bits of each listed word's stem, the fewest where words of two lists share it."""
    listed = ((stem(word), bits) for words, bits in reversed(_BITS_BY_LIST) for word in words)
    return dict(listed)


@cache
def _share(word: str, lang: str) -> float:
    """The share of a folded word among the words of any text of that language."""
    if lang[:2].lower() == "en":
        return exp2(-_english().get(stem(word), _BITS_OF_OTHERS))
    return _SHARE_BY_LETTERS.get(len(word), _SHARE_OF_LONG)


@dataclass(frozen=True)
class Background:
    """What the event's articles say over and over: each word and pair of neighbours, less two times in each.

    A quotation that every outlet prints once is news in each of them; what an outlet says again and again is not.
    """

    articles: Sequence[Words]

    @cached_property
    def _words(self) -> dict[int, float]:
        return _repeats(words.numbers for words in self.articles)

    @cached_property
    def _pairs(self) -> dict[tuple[int, int], float]:
        return _repeats(pairwise(words.numbers) for words in self.articles)

    @cached_property
    def _followed(self) -> dict[int, float]:
        """How often each word is followed by what it is followed by again and again."""
        total: dict[int, float] = {}
        for (word, _), count in self._pairs.items():
            total[word] = total.get(word, 0.0) + count
        return total

    @cached_property
    def _size(self) -> float:
        return sum(self._words.values())

    def surprise(self, match: Match) -> float:
        """Bits that the equal words of a match carry beyond what the event and the language lead one to expect.

        Every word without its equal takes off ``_LOST``: a loose match of common words is no evidence. A word that
        the match has had already adds nothing.
        """
        one, other = match.one, match.other
        unequal = match.a[1] - match.a[0] + match.b[1] - match.b[0] - 2 * len(match.equal)
        total, before, named, had = -_LOST * unequal, -1, False, set[int]()
        leading = self._before_names(match)
        for i, j in match.equal:
            word, previous = one.numbers[i], (one.numbers[i - 1] if before == i - 1 else None)
            bits = -log2(self._chance(word, previous, _share(one.tokens[i].folded, one.lang)))
            name = one.capital[i] or other.capital[j]
            if name:
                weight = _NAME_GOES_ON if named and previous is not None else _NAME
            else:
                weight = _BESIDE_NAME if i in leading else 1.0
            total += 0.0 if word in had else bits * weight
            before, named = i, name
            had.add(word)
        return total

    def _before_names(self, match: Match) -> set[int]:
        """Equal words that lead up to a name: the one before it, and as many before that as are words of content."""
        one, other, found, after = match.one, match.other, set[int](), -1
        for i, j in reversed(match.equal):
            if one.capital[i] or other.capital[j]:
                after = i
            elif i + 1 == after:
                found.add(i)
                after = i if _share(one.tokens[i].folded, one.lang) < _FUNCTION_WORDS else -1
        return found

    def _chance(self, word: int, previous: int | None, share: float) -> float:
        alone = max(share, (self._words.get(word, 0.0) + _PRIOR_WORDS * share) / (self._size + _PRIOR_WORDS))
        if previous is None:
            return alone
        together = self._pairs.get((previous, word), 0.0) + _PRIOR_PAIR * alone
        return max(alone, together / (self._followed.get(previous, 0.0) + _PRIOR_PAIR))


def _repeats(articles: Iterable[Iterable[_T]]) -> dict[_T, float]:
    """How often each thing comes, less ``_ONCE`` for each article (absolute discounting, Ney and Essen 1991)."""
    total: dict[_T, float] = {}
    for things in articles:
        for thing, count in Counter(things).items():
            if count > _ONCE:
                total[thing] = total.get(thing, 0.0) + count - _ONCE
    return total
