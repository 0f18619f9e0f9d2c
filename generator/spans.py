"""Which things touch a span: an index, so that a long article costs no more a sentence than a short one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from generator.model import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Things with a span each, found by place: an interval list sorted by start, narrowed by the longest span."""

    def __init__(self, things: Iterable[T], span_of: Callable[[T], Span]) -> None:
        """Sort the things of each article by where they start."""
        self._things: dict[str, list[tuple[Span, T]]] = {}
        for thing in things:
            self._things.setdefault(span_of(thing).siglum, []).append((span_of(thing), thing))
        for own in self._things.values():
            own.sort(key=lambda pair: pair[0])
        self._starts = {siglum: [span.start for span, _ in own] for siglum, own in self._things.items()}
        self._longest = {siglum: max(len(span) for span, _ in own) for siglum, own in self._things.items()}

    def touching(self, span: Span) -> tuple[T, ...]:
        """The things that share a code point with the span, in order of place."""
        own, starts = self._things.get(span.siglum, []), self._starts.get(span.siglum, [])
        first = bisect_left(starts, span.start - self._longest.get(span.siglum, 0))
        last = bisect_right(starts, span.end)
        start, end = span.start, span.end
        return tuple([thing for place, thing in own[first:last] if place.start < end and start < place.end])
