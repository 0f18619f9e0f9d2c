"""The span index gives what a look at every span gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.spans import SpanIndex


def span(siglum: str, ends: tuple[int, int]) -> Span:
    return Span(siglum, min(ends), max(ends))


spans = st.builds(span, st.sampled_from("ab"), st.tuples(st.integers(0, 20), st.integers(0, 20)))


@given(st.lists(spans), spans)
def test_touching_is_overlapping(places: list[Span], wanted: Span) -> None:
    index = SpanIndex(places, lambda place: place)
    assert index.touching(wanted) == tuple(sorted(place for place in places if place.overlaps(wanted)))
