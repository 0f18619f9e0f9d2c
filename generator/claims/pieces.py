"""A passage may run over several sentences; a claim is one statement. Cut the first into the second."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.model import Event, Span
from generator.spans import SpanIndex
from generator.words import tokenize


class Places:
    """Which sentence a span stands in."""

    def __init__(self, sentences: Sequence[Span]) -> None:
        """Index the sentences of all articles."""
        self._index = SpanIndex(sentences, lambda sentence: sentence)

    def sentence(self, span: Span) -> Span:
        """The sentence around a span's start; the span itself where none is."""
        first = Span(span.siglum, span.start, span.start + 1)
        return next(iter(self._index.touching(first)), span)

    def all_of(self, span: Span) -> tuple[Span, ...]:
        """Every sentence that a span touches."""
        return tuple(self._index.touching(span))

    def pieces(self, span: Span) -> tuple[Span, ...]:
        """A span cut at the ends of sentences; the span itself where it lies in none."""
        own = self._index.touching(span)
        cut = (Span(span.siglum, max(span.start, one.start), min(span.end, one.end)) for one in own)
        return tuple(cut) or (span,)


def cut_passages(
    event: Event, passages: Sequence[Span], places: Places, *, least_alike: float
) -> Iterator[tuple[Span, ...]]:
    """The passages of a cluster as one tuple a statement: the pieces of the longest, each with those alike to it.

    A piece goes to the one it shares most words with, by Dice's coefficient of at least ``least_alike``; a statement
    left with one outlet only is not given.
    """
    seeds = places.pieces(max(passages, key=lambda span: (len(span), span.siglum)))
    if all(len(places.pieces(passage)) == 1 for passage in passages):
        yield tuple(passages)
        return
    homes: dict[Span, list[Span]] = {seed: [seed] for seed in seeds}
    for passage in passages:
        for piece in places.pieces(passage):
            alike = [(_dice(event, seed, piece), seed) for seed in seeds if not seed.overlaps(piece)]
            best, seed = max(alike, default=(0.0, piece))
            if best >= least_alike:
                homes[seed].append(piece)
    for spans in homes.values():
        if len({event.outlet_of(span) for span in spans}) > 1:
            yield tuple(sorted(spans))


def _dice(event: Event, one: Span, other: Span) -> float:
    if one.siglum == other.siglum:
        return 0.0
    mine, theirs = _words(event, one), _words(event, other)
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 0.0


def _words(event: Event, span: Span) -> Counter[str]:
    tokens = tokenize(event.article(span.siglum).text, span.start, span.end)
    return Counter(token.folded for token in tokens if token.kind != "mark")
