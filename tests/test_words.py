"""Tokens, their folded forms, spellings and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.words import fold, slugify, spell, stem, tokenize


def cut(text: str) -> list[str]:
    return [text[token.start : token.end] for token in tokenize(text)]


def test_words_numbers_and_marks() -> None:
    assert cut("“It’s 1,200.50 (at 3:40),” O’Neill’s aide didn’t say…") == [
        "“", "It", "’s", "1,200.50", "(", "at", "3:40", ")", ",", "”", "O’Neill", "’s", "aide", "didn’t", "say", "…",
    ]  # fmt: skip


def test_numbers_with_narrow_spaces_are_one() -> None:
    assert cut("11\u00a0000 people, 2\u202f500\u202f000 crowns") == [
        "11\u00a0000",
        "people",
        ",",
        "2\u202f500\u202f000",
        "crowns",
    ]


def test_every_script_has_words() -> None:
    assert cut("été за́мок नमस्ते 東京") == ["été", "за́мок", "नमस्ते", "東", "京"]


def test_folding_makes_glyphs_alike() -> None:
    assert fold("“ÉTÉ” – ’n’") == fold("\"été\" - 'n'")


@pytest.mark.parametrize(
    ("british", "american"),
    [("neighbour", "neighbor"), ("organised", "organized"), ("metres", "meters"), ("defence", "defense"),
     ("travelled", "traveled"), ("programme", "program"), ("catalogue", "catalog"), ("analyse", "analyze"),
     ("enrol", "enroll"), ("skilful", "skillful"), ("instalment", "installment"), ("judgement", "judgment")],
)  # fmt: skip
def test_one_spelling_for_two(british: str, american: str) -> None:
    assert spell(british) == spell(american)


@pytest.mark.parametrize(
    ("one", "other"), [("in", "on"), ("four", "for"), ("hour", "hor"), ("six", "sex"), ("wil", "will"), ("ful", "full")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert spell(one) != spell(other)


def test_stems_by_language() -> None:
    assert stem("breaches") == stem("breach")
    assert stem("häuser", "de") == stem("hauses", "de")
    assert stem("palabra", "xx") == "palabra"


def test_addresses_from_any_script() -> None:
    assert slugify("Ämter & “Höfe” — it’s 5%") == "amter-hofe-its-5"
    assert slugify("Українська правда") == "ukrainska-pravda"
    assert slugify("!?") == ""
    assert slugify("one two three", limit=8) == "one-two"
    assert slugify("a" * 90) == "a" * 60


@given(st.text())
def test_tokens_cover_all_that_is_not_space(text: str) -> None:
    tokens = tokenize(text)
    ends = [0, *(token.end for token in tokens)]
    starts = [*(token.start for token in tokens), len(text)]
    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_an_address_is_safe_in_any_path(text: str) -> None:
    slug = slugify(text)
    assert len(slug) <= 60
    assert all(sign in "abcdefghijklmnopqrstuvwxyz0123456789-" for sign in slug)
    assert not slug.startswith("-")
