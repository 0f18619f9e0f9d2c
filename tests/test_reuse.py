"""Articles sent twice, and stretches that one article reworks from another."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reuse import find_near_duplicates
from generator.words import word_runs

TIDE = (
    "The tide gate at Ostmere closed nine minutes late on Tuesday and left two ferries aground until dusk, the harbour "
    "board wrote. A worn relay is blamed; a new one was ordered in spring and still lies in a customs shed."
)
ORCHARD = (
    "Pear growers around Vell expect half of last year's crop after hail broke blossom on the southern slopes. "
    "Insurers asked for photographs in a week, which most farms could not send because the masts were down as well."
)


def brute_force(texts: list[str], shingle: int, least: float) -> list[tuple[int, int, float]]:
    runs = [word_runs(text) for text in texts]
    sets = [{tuple(words[i : i + shingle]) for i in range(len(words) - shingle + 1)} for words in runs]
    pairs = ((i, j, sets[i], sets[j]) for i, j in combinations(range(len(sets)), 2) if sets[i] and sets[j])
    found = ((i, j, len(one & other) / len(one | other)) for i, j, one, other in pairs)
    return [(i, j, index) for i, j, index in found if index >= least]


texts_of_few_words = st.lists(st.lists(st.sampled_from("abcd"), max_size=14).map(" ".join), max_size=9)


@given(texts_of_few_words, st.integers(1, 5), st.sampled_from([0.1, 1 / 3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]))
def test_near_duplicates_are_those_that_counting_finds(texts: list[str], shingle: int, least: float) -> None:
    found = find_near_duplicates(texts, shingle=shingle, least=least, shortest=0)
    assert list(found) == brute_force(texts, shingle, least)


@given(texts_of_few_words)
def test_the_order_of_texts_does_not_matter(texts: list[str]) -> None:
    last = len(texts) - 1
    turned = find_near_duplicates(texts[::-1], shingle=2, shortest=0)
    assert find_near_duplicates(texts, shingle=2, shortest=0) == tuple(
        sorted((last - j, last - i, index) for i, j, index in turned)
    )


def test_an_article_is_its_own_duplicate() -> None:
    assert find_near_duplicates([TIDE, ORCHARD, TIDE]) == ((0, 2, 1.0),)


def test_signs_and_case_make_no_difference() -> None:
    (pair,) = find_near_duplicates([TIDE, TIDE.upper().replace(",", " –").replace(";", ".\n\n")])
    assert pair == (0, 1, 1.0)


def test_a_correction_is_a_near_duplicate_and_another_story_is_not() -> None:
    (pair,) = find_near_duplicates([TIDE, TIDE.replace("nine minutes", "ninety minutes"), ORCHARD])
    assert pair[:2] == (0, 1)
    assert 0.5 < pair[2] < 1


def test_short_texts_are_left_out() -> None:
    line = "Closing prices at the Vell exchange follow."
    assert find_near_duplicates([line, line]) == ()
    assert find_near_duplicates([line, line], shortest=5) == ((0, 1, 1.0),)


def test_chinese_is_compared_sign_by_sign() -> None:
    text = "港口委员会周二表示，潮汐闸门晚关了九分钟，两艘渡轮搁浅至黄昏。新的继电器仍在海关仓库里。"
    (pair,) = find_near_duplicates([text, text.replace("九", "六")])
    assert pair[2] > 0.5


def test_many_copies_are_counted_in_blocks() -> None:
    found = find_near_duplicates(f"{TIDE} {number}" for number in range(300))
    assert len(found) == 300 * 299 // 2
    assert len({index for *_, index in found}) == 1


def test_nothing_to_compare() -> None:
    assert find_near_duplicates([]) == ()
    assert find_near_duplicates(["", "!", TIDE]) == ()


@pytest.mark.parametrize("asked", [{"least": 0.0}, {"least": 1.1}, {"shingle": 0}])
def test_what_cannot_be_asked_for(asked: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="no pairs by"):
        find_near_duplicates([TIDE], **asked)  # type: ignore[arg-type]  # the two settings differ in type
