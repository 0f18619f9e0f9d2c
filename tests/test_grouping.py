"""Articles of one event are found together, and alike events stay apart."""

from __future__ import annotations

from generator.grouping import find_events, read_terms


def test_no_article_no_event() -> None:
    assert find_events([], [], window=None) == ()


def test_one_article_is_alone() -> None:
    assert find_events([read_terms("A bridge fell in Ostmar.")], [3], window=2) == (0,)


def test_empty_texts_are_alone_or_equal() -> None:
    assert find_events([read_terms(""), read_terms("A bridge fell.")], [1, 1], window=2) == (0, 1)
