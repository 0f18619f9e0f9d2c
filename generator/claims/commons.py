"""Where else a claim is made: in sentences that have what its articles have in common, and say other things too.

A claim's centroid (Rocchio 1971) holds each stem by the share of its articles that have it. A stem weighs the square
root of its inverse document frequency in the event's sentences, and less where it is common in all news; statements
that several outlets have are made of words that the event is full of, and rarity within it alone would hide them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log2, sqrt

import numpy as np

from generator.claims.stems import read_stem, weigh_in_news
from generator.model import Event, Span
from generator.words import tokenize


class Commons:
    """The sentences of one event, to be asked which of them have what some places have in common."""

    def __init__(self, event: Event, sentences: Sequence[Span]) -> None:
        """Weigh each stem, and note in which sentences it stands."""
        self._event = event
        self._sentences = sorted(set(sentences))
        found = [self._stems(sentence) for sentence in self._sentences]
        counts = Counter(word for stems in found for word in stems)
        self._weights = {
            word: log2((len(found) + 1) / count) ** 0.5 * weigh_in_news(word) for word, count in counts.items()
        }
        self._plain = {word for stems in found for word, low in stems.items() if low}
        homes: dict[str, list[int]] = {}
        for place, stems in enumerate(found):
            for word in stems:
                homes.setdefault(word, []).append(place)
        self._homes = {word: np.array(places, dtype=np.intp) for word, places in homes.items()}
        self._lengths = np.array([self._length(stems) for stems in found], dtype=np.float64)
        self._near: dict[tuple[Span, ...], list[tuple[Span, float]]] = {}

    def nearest(self, spans: Sequence[Span]) -> Sequence[tuple[Span, float]]:
        """The sentences that share two or more stems with these places that are no names, and each one's cosine."""
        asked = tuple(spans)
        if asked not in self._near:
            self._near[asked] = self._nearest(asked)
        return self._near[asked]

    def _nearest(self, spans: Sequence[Span]) -> list[tuple[Span, float]]:
        centroid = sorted(self._centroid(spans).items())
        length = sqrt(sum((share * self._weights[word]) ** 2 for word, share in centroid))
        dots, plain = np.zeros(len(self._sentences)), np.zeros(len(self._sentences), dtype=np.intp)
        for word, share in centroid:
            homes = self._homes[word]
            dots[homes] += share * self._weights[word] ** 2
            plain[homes] += word in self._plain
        near = np.flatnonzero(plain > 1)
        cosines = dots[near] / (length * self._lengths[near])
        return [(self._sentences[at], cosine) for at, cosine in zip(near.tolist(), cosines.tolist(), strict=True)]

    def _centroid(self, spans: Sequence[Span]) -> Mapping[str, float]:
        """The stems at some places, each by the share of their articles that have it there."""
        stems: dict[str, set[str]] = {}
        for span in spans:
            for word in self._stems(span):
                if self._weights.get(word):
                    stems.setdefault(word, set()).add(span.siglum)
        articles = len({span.siglum for span in spans})
        return {word: len(sigla) / articles for word, sigla in stems.items()}

    def _length(self, stems: Mapping[str, bool]) -> float:
        return sqrt(sum(self._weights[word] ** 2 for word in sorted(stems))) or 1.0

    def _stems(self, span: Span) -> dict[str, bool]:
        """The stems at a span, and whether each is written small: what never is in the event is a name."""
        article = self._event.article(span.siglum)
        found: dict[str, bool] = {}
        for token in tokenize(article.text, span.start, span.end):
            word = read_stem(article, token)
            if word:
                found[word] = found.get(word, False) or article.text[token.start].islower()
        return found
