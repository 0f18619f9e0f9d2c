"""The words of many texts at once are the words of each."""

from unittest import mock

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.archive import wordrows
from generator.archive.wordrows import hash_runs, read_word_rows
from generator.words import tokenize

# Letters, digits and every sign that words treat in a way of its own.
_TEXTS = st.lists(
    st.text(alphabet="abs\u00e9\u00dfZ '\u201912.,:-\u00a0\u2009\u6587\u304b\n\u00bd", max_size=40), max_size=4
)


def words(text: str) -> list[str]:
    return [text[token.start : token.end] for token in tokenize(text) if token.kind != "mark" and token.folded != "'s"]


def rows(*texts: str) -> list[list[str]]:
    found = read_word_rows(texts)
    bounds = found.bounds.tolist()
    spans = list(zip(found.starts.tolist(), found.ends.tolist(), strict=True))
    return [[text[start:end] for start, end in spans[bounds[n] : bounds[n + 1]]] for n, text in enumerate(texts)]


def hashes(text: str) -> list[int]:
    found: list[int] = read_word_rows([text]).hashes.tolist()
    return found


@given(_TEXTS)
def test_the_words_are_those_of_the_tokens(texts: list[str]) -> None:
    plain = [text.replace("s\u6587", "s \u6587").replace("s\u304b", "s \u304b") for text in texts]
    assert rows(*plain) == [words(text) for text in plain]


@given(_TEXTS)
def test_a_text_has_the_same_words_alone_as_among_others(texts: list[str]) -> None:
    together = read_word_rows(texts)
    for n, text in enumerate(texts):
        assert together.hashes[together.bounds[n] : together.bounds[n + 1]].tolist() == hashes(text)


def test_case_and_kinds_of_apostrophe_make_no_other_word() -> None:
    assert hashes("Don\u2019t stop") == hashes("don't STOP")


def test_different_words_have_different_hashes() -> None:
    every = [f"{one}{other}" for one in "abcdefghij" for other in "klmnopqrst"]
    assert len(set(hashes(" ".join(every)))) == len(every)


def test_letters_in_another_order_are_another_word() -> None:
    assert hashes("listen") != hashes("silent")


def test_a_run_is_hashed_by_its_words_in_order() -> None:
    one, other = (read_word_rows([text]).hashes for text in ("the lock gate held", "a lock gate held the lock gate"))
    assert hash_runs(one, 3)[1] == hash_runs(other, 3)[1]
    assert hash_runs(one, 3)[0] == hash_runs(other, 3)[4] == hash_runs(read_word_rows(["The lock gate"]).hashes, 3)[0]
    assert len(np.unique(hash_runs(other, 3))) == 5


def test_fewer_words_than_a_run_give_none() -> None:
    assert len(hash_runs(read_word_rows(["two words"]).hashes, 3)) == 0


@given(_TEXTS, st.integers(1, 9))
def test_a_text_that_is_read_piece_by_piece_has_the_same_words(texts: list[str], size: int) -> None:
    whole = read_word_rows(texts)
    with mock.patch.object(wordrows, "_AT_ONCE", size):
        pieces = read_word_rows(texts)
    for name in ("hashes", "starts", "ends", "bounds"):
        assert getattr(pieces, name).tolist() == getattr(whole, name).tolist()
