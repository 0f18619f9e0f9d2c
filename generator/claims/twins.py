"""Two sentences that say one thing, by all that speaks for it together.

Words alone, phrases alone and numbers alone may each say too little; added up they say enough. The weights of the sum
are those of a logistic regression over pairs of sentences of events read by hand, rounded: of the cosine of the stems,
of the bits that phrases and numbers in common are worth, and of standing in the openings of two articles, for news
tells first what it is about. A phrase is two stems that stand close together (a skip-gram: Guthrie et al. 2006), one
of them no name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations
from math import fsum, log2, sqrt

from generator.claims.stems import read_stem, weigh_in_news
from generator.model import Article, Event, Span
from generator.words import tokenize

_APART = 3  # stems
_COSINE, _PHRASES, _NUMBERS, _OPENINGS = 9.5, 0.19, 0.5, 2.3
_MOST_PHRASES = 25.0  # bits
EVEN = 4.0
"""The score at which two sentences say one thing as likely as not."""
_YEAR = re.compile("(?:19|20)[0-9]{2}")
"""Many sentences of one event tell of the same year."""
_MANY = 12  # sentences: what stands in more leads to no pair


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence is made of: its stems, its numbers, its phrases."""

    stems: AbstractSet[str]
    numbers: AbstractSet[str]
    phrases: AbstractSet[tuple[str, str]]


class Twins:
    """The sentences of one event, to be asked how surely two of them say one thing."""

    def __init__(self, event: Event, sentences: Mapping[Span, Sequence[Span]], openings: AbstractSet[Span]) -> None:
        """Weigh each stem and each phrase by how rare it is among the sentences, each given with what to pass over."""
        self._event, self._openings = event, openings
        self._told = {one: _read(event.article(one.siglum), one, sentences[one]) for one in sorted(sentences)}
        size = len(self._told) + 1
        stems = Counter(word for told in self._told.values() for word in told.stems)
        phrases = Counter(pair for told in self._told.values() for pair in told.phrases)
        self._rarity = {word: log2(size / count) for word, count in stems.items()}
        self._squares = {word: bits * weigh_in_news(word) ** 2 for word, bits in self._rarity.items()}
        self._bits = {pair: log2(size / count) * min(map(weigh_in_news, pair)) for pair, count in phrases.items()}
        self._lengths = {
            one: sqrt(fsum(self._squares[word] for word in told.stems)) for one, told in self._told.items()
        }

    def pairs(self, least: float, known: Mapping[Span, AbstractSet[int]]) -> Iterator[tuple[float, Span, Span]]:
        """The pairs of sentences of two outlets with a score of ``least`` or more; none that is ``known`` together."""
        for one, other in sorted(self._candidates()):
            if self._event.outlet_of(one) == self._event.outlet_of(other) or known[one] & known[other]:
                continue
            score = self.score(one, other)
            if score >= least:
                yield score, one, other

    def score(self, one: Span, other: Span) -> float:
        """What speaks for it that two sentences say one thing: ``EVEN`` where it is as likely as not."""
        mine, theirs = self._told[one], self._told[other]
        length = self._lengths[one] * self._lengths[other]
        cosine = fsum(self._squares[word] for word in mine.stems & theirs.stems) / length if length else 0.0
        phrases = fsum(self._bits[pair] for pair in mine.phrases & theirs.phrases)
        numbers = fsum(self._rarity[word] for word in mine.numbers & theirs.numbers)
        opening = one in self._openings and other in self._openings
        return _COSINE * cosine + _PHRASES * min(phrases, _MOST_PHRASES) + _NUMBERS * numbers + _OPENINGS * opening

    def _candidates(self) -> Iterator[tuple[Span, Span]]:
        """The pairs with a number or two phrases in common, of openings with one; few others add up to enough."""
        homes: dict[Hashable, list[Span]] = defaultdict(list)
        counted: dict[Hashable, list[Span]] = defaultdict(list)
        for one, told in self._told.items():
            for phrase in told.phrases:
                homes[phrase].append(one)
            for number in told.numbers:
                counted[number].append(one)
        shared: Counter[tuple[Span, Span]] = Counter(_met(homes))
        yield from {pair for pair, count in shared.items() if count > 1 or self._openings >= set(pair)} | set(
            _met(counted)
        )


def _met(homes: Mapping[Hashable, Sequence[Span]]) -> Iterator[tuple[Span, Span]]:
    """The pairs that stand at one sign, once for each sign that is not everywhere."""
    return (pair for home in homes.values() if len(home) <= _MANY for pair in _apart(home))


def _apart(spans: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    return ((one, other) for one, other in combinations(spans, 2) if one.siglum != other.siglum)


def _read(article: Article, span: Span, passed: Sequence[Span]) -> _Told:
    every = tokenize(article.text, span.start, span.end)
    tokens = (token for token in every if not any(one.start <= token.start < one.end for one in passed))
    found = [(word, token) for token in tokens if (word := read_stem(article, token)) and weigh_in_news(word)]
    words = [word for word, _ in found]
    plain = {word for word, token in found if article.text[token.start].islower()}
    near = ((word, other) for n, word in enumerate(words) for other in words[n + 1 : n + 1 + _APART])
    phrases = {(min(pair), max(pair)) for pair in near if pair[0] != pair[1] and not plain.isdisjoint(pair)}
    numbers = {word for word, token in found if token.kind == "number" and not _YEAR.fullmatch(word)}
    return _Told(frozenset(words), frozenset(numbers), frozenset(phrases))
