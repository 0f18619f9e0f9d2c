from __future__ import annotations

import pytest
from subject import event

from generator.model import Quote, Span
from generator.pages import build_pages, load_templates
from generator.quotes import fold_speakers
from generator.report import build_report


def known(*names: tuple[str, str]) -> dict[str, str | None]:
    """Under which spelling each name stands, given as (article, name)."""
    quotes = [
        Quote(f"q-{at}", "direct", Span(siglum, at, at + 1), speaker_name=name)
        for at, (siglum, name) in enumerate(names)
    ]
    return {quote.speaker_name or "": quote.known_as for quote in fold_speakers(quotes)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ihor Zalenskiy", "Ihor Zalenskyy"),
        ("I. Zalenskyy", "Ihor Zalenskyy"),
        ("Zalenskyy", "Ihor Zalenskyy"),
        ("José Núñez", "Jose Nunez"),
        ("Ida Holt", "Ida Holt Jr"),
        ("Kiev", "Kyiv"),
        ("Peking", "Beijing"),
        ("US", "United States"),
        ("Anna-Léa Brûlé", "Anna-Lea Brule"),
    ],
)
def test_spellings_of_one_name_in_two_articles(one: str, other: str) -> None:
    assert len(set(known(("ap", one), ("bbc", other)).values())) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ida Holt", "Jon Holt"),
        ("Ida Austen", "Ida Austria"),
        ("North Orde", "South Orde"),
        ("Harbour Board", "Harbour Bureau"),
        ("council", "councils"),
        ("Lenz", "Lens"),
        ("Ida Holt", "Ida Hult"),
    ],
)
def test_names_that_stay_apart(one: str, other: str) -> None:
    assert len(set(known(("ap", one), ("bbc", other)).values())) == 2


def test_two_people_in_one_article_are_two_people() -> None:
    assert known(("ap", "Ida Zalenskiy"), ("ap", "Ihor Zalenskyy"))["Ida Zalenskiy"] == "Ida Zalenskiy"


def test_a_surname_that_two_people_bear_is_neithers() -> None:
    found = known(("ap", "Ida Holt"), ("bbc", "Jon Holt"), ("cnn", "Holt"))
    assert found == {"Ida Holt": "Ida Holt", "Jon Holt": "Jon Holt", "Holt": "Holt"}


def test_the_most_used_spelling_stands_for_all() -> None:
    assert known(("ap", "Ihor Zalenskyy"), ("bbc", "Ihor Zalenskiy"), ("cnn", "Ihor Zalenskiy")) == {
        "Ihor Zalenskyy": "Ihor Zalenskiy",
        "Ihor Zalenskiy": "Ihor Zalenskiy",
    }


def test_one_speaker_has_one_section_and_each_spelling_its_address() -> None:
    report = build_report(
        event(
            ap="Mayor Ihor Zalenskyy spoke. “The dam will hold,” Zalenskyy said.",
            bbc="Mayor Ihor Zalenskiy spoke. “The dam will hold,” Zalenskiy said.",
        )
    )
    body = next(page.body for page in build_pages([report], load_templates()) if page.path == "event/quotes/")
    assert body.count("<h2") == 1
    assert body.count('id="by-') == 2
    assert "also written" in body
