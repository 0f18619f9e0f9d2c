"""The invented archives that the benchmarks measure on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from synthetic import Archive, make_archive


@pytest.fixture(scope="module")
def archive() -> Archive:
    return make_archive(300)


def test_the_same_seed_gives_the_same_archive_and_another_seed_another(archive: Archive) -> None:
    assert make_archive(300) == archive
    assert make_archive(300, seed=1) != archive


def test_a_small_archive_is_the_beginning_of_a_larger_one(archive: Archive) -> None:
    small = make_archive(100)
    assert small.articles.equals(archive.articles.slice(0, 100))
    assert small.truth.equals(archive.truth.slice(0, small.truth.num_rows))


def test_a_copy_without_edits_has_the_words_of_its_passage(archive: Archive) -> None:
    texts = dict(zip(archive.articles["id"].to_pylist(), archive.articles["text"].to_pylist(), strict=True))
    wordings: dict[int, set[str]] = {}
    for row in archive.truth.to_pylist():
        if row["edits"]:
            continue
        exact = texts[row["article"]][row["start"] : row["end"]]
        words = exact.replace(",", " ").replace(".", " ").casefold().split()
        assert len(words) == row["words"]
        wordings.setdefault(row["passage"], set()).add(" ".join(words))
    assert len(wordings) > 10
    assert all(len(variants) == 1 for variants in wordings.values())


def test_copies_are_edited_in_up_to_three_tenths_of_their_words(archive: Archive) -> None:
    rates = [row["edits"] / row["words"] for row in archive.truth.to_pylist()]
    assert max(rates) <= 0.3 + 0.5 / 8  # a passage has eight words at least; edits are whole words
    assert 0.25 < sum(rate == 0 for rate in rates) / len(rates) < 0.5


def test_an_event_is_told_by_many_outlets_within_three_days(archive: Archive) -> None:
    articles = {row["id"]: row for row in archive.articles.to_pylist()}
    events: dict[int, list[dict[str, object]]] = {}
    for row in archive.truth.to_pylist():
        events.setdefault(row["event"], []).append(articles[row["article"]])
    for members in events.values():
        days = [row["published"] for row in members]
        assert max(days) - min(days) <= timedelta(days=2)  # type: ignore[operator, type-var]  # dates
        names = {row["id"] for row in members}
        assert len({row["outlet"] for row in members}) >= min(len(names), 30) * 0.9
