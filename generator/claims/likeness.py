"""How alike two statements are in their rare words, where their wording shares no passage.

Statements are bags of Snowball stems weighted by tf-idf, the sentences of the event being the documents; the measure
is the cosine (Salton and Buckley 1988). Within one event rare words decide, and no model is needed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf, log

from generator.model import Event, Span
from generator.words import content_stems, cosine


class Likeness:
    """Cosines between spans of one event; ``sentences`` give the rarity of each stem.

    ``steps`` lists the cosine asked of that many shared stems or more: many common words weigh as much as few rare.
    """

    def __init__(self, event: Event, sentences: Iterable[Span], steps: Sequence[tuple[int, float]]) -> None:
        """Count in how many sentences each stem stands."""
        self._event, self._steps = event, steps
        bags = [set(self._stems(sentence)) for sentence in sentences]
        self._size = len(bags) + 1
        self._counts = Counter(word for bag in bags for word in bag)
        self._vectors: dict[Span, Mapping[str, float]] = {}

    def between(self, one: Span, other: Span) -> float:
        """The cosine, or 0 where it is less than the number of shared stems asks for."""
        mine, theirs = self._vector(one), self._vector(other)
        shared = mine.keys() & theirs.keys()
        asked = min((least for stems, least in self._steps if len(shared) >= stems), default=inf)
        if asked == inf:
            return 0.0
        found = cosine(mine, theirs)
        return found if found >= asked else 0.0

    def candidates(self, groups: Sequence[Sequence[Span]], chosen: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Pairs of a chosen group and another one with enough stems in common to be looked at, in order."""
        least = min(stems for stems, _ in self._steps)
        bags = [{word for span in spans for word in self._vector(span)} for spans in groups]
        homes: dict[str, list[int]] = {}
        for home, bag in enumerate(bags):
            for word in bag:
                homes.setdefault(word, []).append(home)
        for one in chosen:
            shared = Counter(home for word in bags[one] for home in homes[word] if home != one)
            yield from ((one, home) for home, count in sorted(shared.items()) if count >= least)

    def _vector(self, span: Span) -> Mapping[str, float]:
        if span not in self._vectors:
            counts = Counter(self._stems(span))
            self._vectors[span] = {word: (1 + log(count)) * self._rarity(word) for word, count in counts.items()}
        return self._vectors[span]

    def _rarity(self, word: str) -> float:
        return log(self._size / max(1, self._counts[word]))

    def _stems(self, span: Span) -> list[str]:
        article = self._event.article(span.siglum)
        return content_stems(article.text, (span.start, span.end), article.lang)
