"""How alike two statements are in their words, where their wording shares no passage.

A statement is a bag of Snowball stems without the commonest words of the language. A stem weighs the square root of
its inverse document frequency, the sentences of the event being the documents: with the whole of it (Salton and
Buckley 1988) the words that the event is about would weigh nothing, and its main claim is made of them. Statements are
compared by the cosine; a statement and a claim by the cosine with the centroid of the claim's appearances (Rocchio
1971). Within one event that is enough, and no model is needed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from math import log2, sqrt

from generator.clusters.english import EVERYWHERE, USUAL
from generator.model import Event, Span
from generator.words import CONTENT_LETTERS, cosine, stem, tokenize

Bag = Mapping[str, float]
_WEIGHT_POWER = 0.5
_LEAST_SHARED = 2


@cache
def _common() -> frozenset[str]:
    return frozenset(stem(word) for word in EVERYWHERE | USUAL)


class Likeness:
    """Cosines between spans of one event; ``sentences`` give the rarity of each stem."""

    def __init__(self, event: Event, sentences: Iterable[Span]) -> None:
        """Count in how many sentences each stem stands."""
        self._event = event
        bags = [set(self._stems(sentence)) for sentence in sentences]
        self._size = len(bags) + 1
        self._counts = Counter(word for bag in bags for word in bag)
        self._bags: dict[Span, Bag] = {}

    def between(self, one: Span, other: Span) -> float:
        """The cosine of two statements, 0 to 1."""
        return cosine(self.bag(one), self.bag(other))

    def to_all(self, span: Span, others: Iterable[Span]) -> float:
        """The cosine of a statement and the centroid of others, each as a vector of length one; 0 to 1."""
        return cosine(self.bag(span), self.centroid(others))

    def centroid(self, spans: Iterable[Span]) -> Bag:
        """The sum of the spans' bags, each of length one."""
        total: dict[str, float] = {}
        for span in sorted(spans):
            bag = self.bag(span)
            length = sqrt(sum(weight * weight for _, weight in sorted(bag.items()))) or 1.0
            for word, weight in bag.items():
                total[word] = total.get(word, 0.0) + weight / length
        return total

    def bits(self, one: Span, other: Span) -> float:
        """How rare in the event the stems are that two statements share, in bits, added up."""
        return sum(sorted(self._rarity(word) for word in self.bag(one).keys() & self.bag(other).keys()))

    def is_name(self, one: Span, other: Span) -> bool:
        """Whether all that two statements share is one phrase with a name in it, less than half of one; or nothing."""
        shared = self.bag(one).keys() & self.bag(other).keys()
        short = 2 * len(shared) < max(len(self.bag(one)), len(self.bag(other)))
        return not shared or (short and all(self._is_run(span, shared) for span in (one, other)))

    def _is_run(self, span: Span, words: AbstractSet[str]) -> bool:
        """Whether these stems stand side by side, one of them with a capital."""
        told = list(self._told(span))
        places = [n for n, (word, _) in enumerate(told) if word in words]
        return places[-1] - places[0] < len(words) and any(told[n][1] for n in places)

    def candidates(
        self, groups: Sequence[Sequence[Span]], owners: Sequence[str | None], chosen: Iterable[int]
    ) -> Iterator[tuple[int, int]]:
        """Pairs of a chosen group and another one with enough stems in common to be looked at, in order.

        ``owners`` names the outlet of a group that is all of one outlet: two groups of the same one are no pair.
        """
        bags = [{word for span in spans for word in self.bag(span)} for spans in groups]
        homes: dict[str, dict[str | None, list[int]]] = {}
        for home, bag in enumerate(bags):
            for word in bag:
                homes.setdefault(word, {}).setdefault(owners[home], []).append(home)
        for one in chosen:
            shared = Counter(
                home
                for word in bags[one]
                for owner, held in homes[word].items()
                if owner is None or owner != owners[one]
                for home in held
                if home != one
            )
            yield from ((one, home) for home, count in sorted(shared.items()) if count >= _LEAST_SHARED)

    def bag(self, span: Span) -> Bag:
        """The stems of a span with their weights."""
        if span not in self._bags:
            self._bags[span] = {word: self._rarity(word) ** _WEIGHT_POWER for word in sorted(set(self._stems(span)))}
        return self._bags[span]

    def _rarity(self, word: str) -> float:
        return log2(self._size / max(1, self._counts[word]))

    def _stems(self, span: Span) -> Iterator[str]:
        return (word for word, _ in self._told(span))

    def _told(self, span: Span) -> Iterator[tuple[str, bool]]:
        """Each stem in its place, and whether it has a capital.

        English has its list of common words; elsewhere short words are common words (Zipf's law of abbreviation). A
        time of day is one however it is written.
        """
        article = self._event.article(span.siglum)
        english = article.lang[:2].lower() == "en"
        for token in tokenize(article.text, span.start, span.end):
            found = stem(token.folded, article.lang)
            common = found in _common() if english else len(token.folded) < CONTENT_LETTERS
            if token.kind == "number":
                yield found.replace(":", "."), False
            elif token.kind == "word" and not common and token.folded != "'s":
                yield found, article.text[token.start].isupper()
