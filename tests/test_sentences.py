from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from subject import article

from generator.model import Article, Span
from generator.sentences import find_paragraphs, segment


def sentences(text: str, lang: str = "en") -> list[str]:
    subject = article(text, lang=lang)
    return [subject.text[span.start : span.end] for span in segment(subject)]


def paragraphs(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_paragraphs(article(text))]


@pytest.mark.parametrize(
    "whole",
    [
        "Rep. Ana Moss (R-OH), the chair, voted no.",
        "Maj. Gen. Ida Holt of the U.S. Army met Sen. J. D. Ray and Dr. Lin.",
        "The ships sailed on Oct. 8-13 to the north.",
        "“Is it over?” he asked.",
        "“Is it over?” Ida Holt asked.",
        "It was No. 5 on the list, approx. 40 km away.",
        "It stopped at 5 p.m. Monday near St. Anne.",
        "They waited ... and then they left.",
        "She works for Holt & Co. Ltd. Holdings in Bonn.",
    ],
)
def test_a_stop_that_ends_nothing_is_not_a_boundary(whole: str) -> None:
    assert sentences(whole) == [whole]


def test_sentences_end_inside_quotation_marks() -> None:
    text = '“We stay. We wait,” she said. “It ends. Now.” He left. He said "no." They agreed.'
    assert sentences(text) == [
        "“We stay.",
        "We wait,” she said.",
        "“It ends.",
        "Now.”",
        "He left.",
        'He said "no."',
        "They agreed.",
    ]


def test_an_acronym_ends_a_sentence_only_before_a_word_that_opens_one() -> None:
    assert sentences("They left the U.S. The end came. The U.S. Senate met.") == [
        "They left the U.S.",
        "The end came.",
        "The U.S. Senate met.",
    ]


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("de", "Sie kam am 3. Oktober nach Bonn. Dr. Holt sagte: „Wir gehen.“ Es waren ca. 10.000 Gäste.", 3),
        ("fr", "M. Dupin a dit : « Nous partons. » Il est sorti. Mme. Roy et le Dr. Lac restent.", 3),
        ("es", "¿Qué pasa? preguntó Ana. El Sr. Gil dijo que EE.UU. enviará 10.000 cajas. La Sra. Paz no.", 3),
        ("uk", "Він сказав: «Ми йдемо». Потім у 2022 р. пішов. Це 5 тис. осіб.", 3),
    ],
)
def test_other_languages(lang: str, text: str, count: int) -> None:
    assert len(sentences(text, lang)) == count


@pytest.mark.parametrize("space", ["\u00a0", "\u2028", "\u2009", "\u3000", "\x85"])
def test_no_kind_of_space_breaks_the_segmenter(space: str) -> None:
    assert sentences(f"0{space}. A bridge{space}fell{space}. Two men died.") == [
        f"0{space}.",
        f"A bridge{space}fell{space}.",
        "Two men died.",
    ]


def test_a_heading_is_a_sentence_by_itself() -> None:
    assert sentences("What comes next\nThe council meets again on Friday. It will vote on the dam.") == [
        "What comes next",
        "The council meets again on Friday.",
        "It will vote on the dam.",
    ]


def test_wrapped_prose_is_not_cut_at_its_line_ends() -> None:
    text = "The council met for three hours in the old hall of the town, where\nMayor Ida Holt opened the debate.\n"
    assert len(sentences(text + "\nIt ended late.")) == 2


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs(" One.\nTwo.\n \nThree.\n\n") == ["One.\nTwo.", "Three."]


def test_a_body_without_blank_lines_has_a_paragraph_a_line() -> None:
    assert paragraphs("It rained all day.\nThe dam held.\nFrom our wires\n“It held.”") == [
        "It rained all day.",
        "The dam held.",
        "From our wires",
        "“It held.”",
    ]


def test_headline_and_standfirst_are_paragraphs_of_their_own() -> None:
    text = "Dam holds\n\nEngineers relieved\n\nThe dam held.\nNobody was hurt."
    subject = Article("ap", text, headline=Span("ap", 0, 9), standfirst=Span("ap", 11, 29))
    assert [text[span.start : span.end] for span in find_paragraphs(subject)] == [
        "Dam holds",
        "Engineers relieved",
        "The dam held.",
        "Nobody was hurt.",
    ]


@given(
    st.text() | st.text(alphabet=" \n\"“”‘’«».!?…-'aA1éДU\ud800\x1c\u2028"),
    st.sampled_from(["en", "de", "uk", "zz", ""]),
)
def test_sentences_are_in_order_inside_paragraphs_and_hold_all_that_is_not_space(text: str, lang: str) -> None:
    subject = article(text, lang=lang)
    found, blocks = segment(subject), find_paragraphs(subject)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    assert all(any(block.contains(span) for block in blocks) for span in found)
    covered = {at for span in found for at in range(span.start, span.end)}
    assert {at for at, sign in enumerate(text) if not sign.isspace()} <= covered
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in found)
