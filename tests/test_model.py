"""The ground: spans, events and identifiers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from subject import event

from generator.model import Article, Event, Span, identify


def test_a_span_is_a_place_in_the_published_text() -> None:
    told = event(ap="Six died — “all at once”.", bbc="Eight died.")
    assert told[Span("ap", 11, 24)] == "“all at once”"
    assert told.outlet_of(Span("bbc", 0, 5)) == "bbc"


def test_a_span_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="from 3 to 2"):
        Span("ap", 3, 2)


def test_spans_overlap_or_contain_within_one_article_only() -> None:
    assert Span("ap", 0, 5).overlaps(Span("ap", 4, 9))
    assert not Span("ap", 0, 5).overlaps(Span("ap", 5, 9))
    assert not Span("ap", 0, 5).overlaps(Span("bbc", 0, 5))
    assert Span("ap", 0, 5).contains(Span("ap", 5, 5))


def test_articles_stand_in_order_of_siglum_and_once() -> None:
    assert [article.siglum for article in event(b="x", a="y").articles] == ["a", "b"]
    with pytest.raises(ValueError, match="same siglum"):
        Event("e", (Article("a", "x"), Article("a", "y")))


def test_an_identifier_follows_the_words_not_the_place() -> None:
    before, after = event(ap="Six died."), event(ap="At least Six died.")
    assert identify("c", before, [Span("ap", 0, 3)]) == identify("c", after, [Span("ap", 9, 12)])


@given(st.text(alphabet="ab ", max_size=12), st.data())
def test_two_spans_of_one_article_never_share_an_identifier(text: str, data: st.DataObject) -> None:
    told = event(ap=text)
    ends = st.integers(0, len(text))
    one, other = (Span("ap", *sorted(data.draw(st.tuples(ends, ends)))) for _ in "ab")
    if len(one) and len(other):
        assert (identify("c", told, [one]) == identify("c", told, [other])) == (one == other)
