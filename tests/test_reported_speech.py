"""Where reported speech begins and ends, who says it, and stances told in a word or two."""

from __future__ import annotations

import pytest
from subject import article

from generator.model import Event, Quote
from generator.quotes import find_quotes, find_stance
from generator.report import build_report
from generator.sentences import segment


def quotes(text: str) -> tuple[Quote, ...]:
    subject = article(text)
    return find_quotes(subject, segment(subject))


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Kind, words and speaker's name of each quote."""
    return [(one.kind, text[one.content.start : one.content.end], one.speaker_name) for one in quotes(text)]


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("The board denied the leak until Monday, when Mayor Ida Holt no longer denied it.", "it", "no longer denies"),
        ("Orde confirmed it.", "it", "confirms"),
        ("Mayor Ida Holt did not deny this.", "this", "did not deny"),
        ("Orde stopped short of confirming the deal.", "the deal", "stopped short of confirming"),
    ],
)
def test_what_is_denied_or_confirmed_may_be_a_word_or_two(text: str, words: str, stance: str) -> None:
    assert (words, stance) in [(text[one.content.start : one.content.end], one.stance) for one in quotes(text)]


def test_what_is_only_said_is_more_than_a_word() -> None:
    assert told("Mayor Ida Holt said it.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Her remarks, confirming earlier reports from Orde, mean that the gate is open.", "earlier reports from Orde"),
        ("Orde said earlier that the gate was open.", "the gate was open"),
        ("Mayor Ida Holt warned of a flood in the valley.", "a flood in the valley"),
        ("Ida Holt warned the council of a second breach.", "a second breach"),
        ("Ida Holt warned the head of the council that the gate was open.", "the gate was open"),
        ("The owners refused to comment on whether the gate was open.", "the gate was open"),
        ("The farmers complained about the noise of the pumps.", "the noise of the pumps"),
        ("Orde has hoped to open the gate before spring.", "open the gate before spring"),
        ("Ida Holt said the gate would stay open when asked about the river.", "the gate would stay open"),
        ("Mayor Holt says gate holds in Orde, calls for calm", "gate holds in Orde"),
    ],
)
def test_where_reported_speech_ends(text: str, words: str) -> None:
    assert [content for kind, content, _ in told(text) if kind == "indirect"] == [words]


def test_a_role_between_a_quotation_and_its_speaker_is_no_part_of_it() -> None:
    text = "“We heard of it on the radio,” the country’s water minister, Ida Holt, told a paper."
    assert told(text) == [("direct", "We heard of it on the radio,", "Ida Holt")]


def test_a_quotation_ends_before_what_the_speaker_adds() -> None:
    text = "Holt said “the gate is a sign of Ray’s weakness,” adding that he wanted “foreign help” from Lenz."
    assert told(text) == [
        ("partial", "the gate is a sign of Ray’s weakness,", "Holt"),
        ("indirect", "he wanted “foreign help” from Lenz", "Holt"),
        ("partial", "foreign help", "Holt"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Orde said that Lenz sent boats for Minister Ray’s “special water operation” in Brack.", None),
        ("Orde said that the so-called “water treaty” was dead.", None),
        ("Orde said that boats would join Orde’s “clean water plan” in spring.", "Orde"),
        ("Holt said the flood was a sign of Minister Ray’s “growing weakness” in Brack.", "Holt"),
    ],
)
def test_anothers_name_for_a_thing_is_no_words_of_the_speaker(text: str, speaker: str | None) -> None:
    assert [name for kind, _, name in told(text) if kind == "partial"] == [speaker]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Holt and hawks in the capital say that the gate leaks.", "Holt and hawks in the capital"),
        ("Mayor Holt says gate holds, calls to ‘leave at once’", "Holt"),
    ],
)
def test_the_whole_subject_and_the_one_carried_on(text: str, name: str) -> None:
    assert {speaker for _, _, speaker in told(text)} == {name}


def test_a_relative_clause_is_no_word_on_the_whole_sentence() -> None:
    subject = article("The mayor met a Lenz delegation on the river bank at dusk, which has warned of floods.")
    (sentence,) = segment(subject)
    assert find_stance(subject, sentence)[0] == "own voice"


def test_who_carried_the_words_is_no_hedge() -> None:
    subject = article("“It holds,” Holt told a press conference, in comments reported by the Orde news agency.")
    (sentence,) = segment(subject)
    assert find_stance(subject, sentence)[1] == ()


def test_a_stance_told_in_two_words_is_a_claim_of_its_own() -> None:
    event = Event.from_texts(
        orde="The board had repeatedly denied the reports of cracks until Monday, when Ida Holt no longer denied it.",
        lenz="Engineers opened the second gate in Brack on Tuesday morning after a night of rain.",
    )
    stances = {made.stance for claim in build_report(event).claims for made in claim.appearances}
    assert {"denies", "no longer denies"} <= stances


@pytest.mark.parametrize(
    "text",
    [
        "ORDE (OP) — The dam will hold, Mayor Ida Holt said.",
        "NEW ORDE — After a year of rain, the dam will hold, Mayor Ida Holt said.",
        "ORDE, July 25 (OP) -- Mayor Ida Holt said the dam would hold.",
    ],
)
def test_where_an_article_was_written_says_nothing(text: str) -> None:
    ((_, words, name),) = told(text)
    assert name == "Ida Holt"
    assert "ORDE" not in words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mayor Ida Holt came. The 43-year-old said that the dam held.", ["Ida Holt"]),
        ("The keen gardener Ida Holt said that the dam held.", ["Ida Holt"]),
        ("Holt at the time said that the dam held.", ["Holt"]),
        ("Mayor Ida Holt replied by saying that the dam held.", ["Ida Holt"]),
        ("Brack Hydro said the dam would hold. It added that nobody was hurt.", ["Brack Hydro", "Brack Hydro"]),
        ("Mayor Ida Holt said the dam would hold. It added that nobody was hurt.", ["Ida Holt", None]),
        ("The appeal court said that the dam was safe.", ["appeal court"]),
        ("Appeal court judges said that the dam was safe.", ["Appeal court judges"]),
        ("Mayor Jon Ray formally backed the wall, saying that it would hold.", ["Jon Ray"]),
    ],
)
def test_who_speaks_and_nobody_else(text: str, names: list[str | None]) -> None:
    assert [name for _, _, name in told(text)] == names


@pytest.mark.parametrize(
    "text",
    ["The leak in the wall continued despite the works.", "Roads in the coastal states across the bay were closed."],
)
def test_what_goes_on_and_what_is_a_noun_say_nothing(text: str) -> None:
    assert told(text) == []
