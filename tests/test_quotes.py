from __future__ import annotations

from random import Random

import pytest
import regex
from hostile import count_steps, draw_text, repeat
from hypothesis import given, settings
from hypothesis import strategies as st
from subject import article, marked

from generator.cues.marks import find_runs
from generator.cues.readings import attribute_all
from generator.figures import find_figures
from generator.model import Article, Event, Quote, identify
from generator.quotes import find_quotes, find_stance
from generator.sentences import segment


def quotes(text: str) -> tuple[Quote, ...]:
    subject = article(text)
    return find_quotes(subject, segment(subject))


def marks(text: str) -> tuple[Quote, ...]:
    """The quotes in quotation marks."""
    return tuple(quote for quote in quotes(text) if quote.kind != "indirect")


def said(text: str) -> list[tuple[str, str | None]]:
    """Each marked quotation with the name of its speaker."""
    return [(text[quote.content.start : quote.content.end], quote.speaker_name) for quote in marks(text)]


def speakers(text: str) -> list[str | None]:
    return [name for _, name in said(text)]


def reported(text: str) -> list[tuple[str, str | None]]:
    """Each indirect quotation with the name of its speaker."""
    found = (quote for quote in quotes(text) if quote.kind == "indirect")
    return [(text[quote.content.start : quote.content.end], quote.speaker_name) for quote in found]


def stance(text: str) -> str:
    subject = article(text)
    (sentence,) = segment(subject)
    return find_stance(subject, sentence)[0]


@pytest.mark.parametrize(
    "text",
    [
        "“[The dam will hold],” Holt said.",
        '"[The dam will hold]," Holt said.',
        "'[It's the workers' dam],' Holt said.",
        "‘[It’s the workers’ dam],’ Holt said.",
        "„[Der Damm hält]“, sagte Holt.",
        "« [Le barrage tient] », a dit Holt.",
        "»[Der Damm hält]«, sagte Holt.",
        "«[Дамба стоїть]», – сказала Голт.",
        "He said “[it’s a ‘sound’ dam]” and “[not the engineers’ fault]” in one breath.",
        'The 5\'10" guard called it "[safe]" in the ’90s.',
        "The workers’ pay and the engineers' hours were cut.",
    ],
)
def test_marks_of_every_style(text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    subject = article(plain)
    runs = [run for run in find_runs(subject) if run.depth == 0]
    spans = [quote.content for quote in find_quotes(subject, segment(subject)) if quote.kind != "indirect"]
    # A comma inside the closing mark belongs to what stands between the marks.
    expected = regex.sub(r"\],(?=[”\"’'])", ",]", text)
    assert marked(plain, spans) == expected
    assert len(runs) == len(spans)


def test_a_quotation_that_runs_over_paragraphs_has_one_speaker() -> None:
    text = "“We looked,” Ida Holt said. “It was dry.\n\n“Then it rained. It was late.\n\n“Nobody called.”\n\nIt rained."
    assert speakers(text) == ["Ida Holt"] * 4


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“The dam will hold,” Mayor Ida Holt said.", "Mayor Ida Holt", "said"),
        ("“The dam will hold,” said Ida Holt, a spokeswoman.", "Ida Holt", "said"),
        ("Ida Holt said: “The dam will hold.”", "Ida Holt", "said"),
        ("Ida Holt, the mayor of Orde, told reporters on Monday, “The dam will hold.”", "Ida Holt", "told"),
        ("Rep. Ida Holt (R-OH), the chair, has said the dam is “a marvel.”", "Rep. Ida Holt", "said"),
        ("According to Ida Holt, the dam is “a marvel.”", "Ida Holt", "According to"),
        ("As Ida Holt put it, the dam is “a marvel.”", "Ida Holt", "put it"),
        ("The ministry called the dam “a marvel” on Friday.", "The ministry", "called"),
        ("“Will it hold?” she asked.", "she", "asked"),
        ("“It will hold,” a town council spokesperson told the Orde Courier.", "a town council spokesperson", "told"),
    ],
)
def test_speaker_and_cue_as_written(text: str, speaker: str, cue: str) -> None:
    (quote,) = marks(text)
    assert quote.speaker is not None
    assert quote.cue is not None
    assert text[quote.speaker.start : quote.speaker.end] == speaker
    assert text[quote.cue.start : quote.cue.end] == cue


STORY = "Mayor Ida Holt met Prime Minister Jon Ray. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (STORY + "“It will hold,” Holt said.", "Ida Holt"),
        (STORY + "“It will hold,” the mayor said.", "Ida Holt"),
        (STORY + "“It will hold,” the prime minister said.", "Jon Ray"),
        ("Mr. Jon Ray met engineers. “It will hold,” he said.", "Jon Ray"),
        ("“It will hold,” Holt said.\n\nCouncillor Ida Holt chairs the board.", "Ida Holt"),
        ("The Coastal Safety Board (CSB) met. “It will hold,” the CSB said.", "Coastal Safety Board"),
        ("Spokeswoman Ida Holt met Mr. Jon Ray. “It will hold,” she said.", "Ida Holt"),
        ("“It will hold,” officials said.", "officials"),
        (STORY + "Officials in Orde said it was “a marvel”.", "Officials in Orde"),
        (STORY + "Holt’s lawyer, Mara Voss, said it was “a marvel”.", "Mara Voss"),
        ("“It will hold,” the ministry said.", "ministry"),
    ],
)
def test_a_speaker_is_resolved_to_the_name_the_article_gives(text: str, name: str) -> None:
    assert speakers(text) == [name]


def test_a_pronoun_is_nobody_where_nobody_was_named() -> None:
    assert speakers("“It will hold,” he said.") == [None]


def test_words_that_two_cues_reach_over_are_quoted_once() -> None:
    text = "0A:0-B SAID;aND SAID"
    found = find_quotes(article(text), segment(article(text)))
    assert len({quote.content for quote in found}) == len(found) == 1


def test_a_floating_quotation_takes_the_speaker_beside_it() -> None:
    text = "“It is sound,” Ida Holt said. “We looked twice.” The river fell."
    assert said(text) == [("It is sound,", "Ida Holt"), ("We looked twice.", "Ida Holt")]
    assert [quote.cue is None for quote in marks(text)] == [False, True]


def test_two_speakers_in_one_paragraph_keep_their_words() -> None:
    text = "“It is sound,” Ida Holt said. “It is not,” Jon Ray replied."
    assert said(text) == [("It is sound,", "Ida Holt"), ("It is not,", "Jon Ray")]


@pytest.mark.parametrize(
    "text",
    [
        "A view shows portraits of the mayor with banners that translate as “Long live the dam!” and “Thank you”.",
        "The so-called “dream dam” opened in May.",
        "The film “Rain Over Orde” won a prize.",
        "Photo: children with a sign reading “Save us”, outside the hall.",
    ],
)
def test_what_no_cue_reaches_is_nobodys_quotation(text: str) -> None:
    found = marks(text)
    assert found
    assert all(quote.speaker is None and quote.speaker_name is None and quote.cue is None for quote in found)


def test_direct_is_a_clause_and_partial_a_fragment() -> None:
    text = "“The dam will hold until spring,” Holt said. She called it “a marvel” and the rain “a test”."
    assert [quote.kind for quote in marks(text)] == ["direct", "partial", "partial"]


@pytest.mark.parametrize(
    ("text", "content", "name"),
    [
        ("Ida Holt said on Monday that the dam will hold.", "the dam will hold", "Ida Holt"),
        ("Ida Holt said the dam will hold.", "the dam will hold", "Ida Holt"),
        ("The dam will hold, officials said.", "The dam will hold", "officials"),
        ("According to Ida Holt, the dam will hold.", "the dam will hold", "Ida Holt"),
        ("The dam will hold, according to Ida Holt.", "The dam will hold", "Ida Holt"),
        ("Ida Holt told reporters in Orde that the dam will hold.", "the dam will hold", "Ida Holt"),
        ("The dam will hold, the mayor says", "The dam will hold", "mayor"),
        ("Council Confirms Dam Will Hold Until Spring", "Dam Will Hold Until Spring", "Council"),
    ],
)
def test_indirect_speech(text: str, content: str, name: str) -> None:
    assert reported(text) == [(content, name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to a doctor at the hospital receiving the injured, nine people died.", "doctor at the hospital"),
        ("At 8 a.m. officials said that the dam was sound.", "officials"),
        ("Officials at 8 a.m. said that the dam was sound.", "Officials"),
        ("Eight said the dam was sound.", None),
        ("People say they heard no alarm.", None),
        ("Her office said she would speak on Monday.", None),
        ("An earlier version of this article said that 19 people were missing.", None),
        ("Nine people are dead, the district coroner, Mara Voss, confirmed last night.", "Mara Voss"),
        ("The civil protection office said the dam was sound.", "civil protection office"),
        ("Several of the guards said the dam was sound.", "Several of the guards"),
        ("Interior Minister Pavel Orde spoke. Mr Orde insists that the dam was sound.", "Pavel Orde"),
        ("Interior Minister Pavel Orde spoke. Orde insists that the dam was sound.", "Pavel Orde"),
    ],
)
def test_only_what_can_speak_has_a_name(text: str, expected: str | None) -> None:
    ((_, name),) = reported(text)
    assert name == expected


@pytest.mark.parametrize(
    ("text", "content", "name"),
    [
        ("Ida Holt, a clerk from Lenz, Orde, said the dam will hold.", "the dam will hold", "Ida Holt"),
        ("Ida Holt (Orde), said the dam will hold.", "the dam will hold", "Ida Holt"),
        ("Another delegate from Lenz, Ida Holt, said the dam will hold.", "the dam will hold", "Ida Holt"),
        ("Ida Holt met engineers and said the dam will hold.", "the dam will hold", "Ida Holt"),
        ("The inquiry found that the dam will hold.", "the dam will hold", "inquiry"),
        ("The survey shows the dam will hold.", "the dam will hold", "survey"),
        ("In Ida Holt’s view, the dam will hold.", "the dam will hold", "Ida Holt"),
        ("The dam will hold, said Ida Holt, a clerk in Lenz.", "The dam will hold", "Ida Holt"),
        ("Ida Holt vowed to mend the dam.", "mend the dam", "Ida Holt"),
        ("Ida Holt said there was no alarm.", "there was no alarm", "Ida Holt"),
        ("Officials familiar with the plan said it will hold.", "it will hold", "Officials familiar with the plan"),
    ],
)
def test_longer_subjects_and_other_cues(text: str, content: str, name: str) -> None:
    assert reported(text) == [(content, name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Holt: “The dam will hold”", [("The dam will hold", "Ida Holt")]),
        ("Ida Holt struck a softer note: “The dam will hold.”", [("The dam will hold.", "Ida Holt")]),
        ("“Will it hold?” asked Ida Holt.", [("Will it hold?", "Ida Holt")]),
        ("“It will,” Ida Holt said, when asked. “Trust us.”", [("It will,", "Ida Holt"), ("Trust us.", "Ida Holt")]),
        ("“It will,” said Ida Holt, a clerk, “hold.”", [("It will,", "Ida Holt"), ("hold.", "Ida Holt")]),
        ("“It will,” Ida Holt said, and left.\n\n“Trust us.”", [("It will,", "Ida Holt"), ("Trust us.", "Ida Holt")]),
        ("Engineer Ida Holt was at the wall. “It holds,” she said.", [("It holds,", "Ida Holt")]),
        ("Holt left the wall. Holt said so. “It holds,” she said.", [("It holds,", "Holt")]),
    ],
)
def test_words_in_marks_that_go_on_or_stand_behind_a_colon(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The United States took the boats “for good”.",
        "Orde finds itself in trouble.",
        "A show read as “art” drew crowds.",
    ],
)
def test_names_and_other_verbs_are_no_cues(text: str) -> None:
    assert all(quote.cue is None for quote in quotes(text))


@pytest.mark.parametrize(
    "text",
    [
        "A retired appeal judge will lead the board that met there.",
        "A commission led by a retired appeal judge will report by the end of June.",
        "Mara Voss heard a crack like thunder above the town.",
        "The cause has been a matter of dispute since parliament went through the books.",
        "The bridge in Orde has been out of order since a storm in May.",
        "They found her private email about the dam in a drawer.",
        "The total cost estimates of the dam are old.",
    ],
)
def test_a_noun_or_a_verb_without_a_subject_is_no_cue(text: str) -> None:
    assert quotes(text) == ()


@pytest.mark.parametrize("text", ["Holt states wird so neu gebaut.", "Der Damm von Holt may not halten."])
def test_english_cues_and_hedges_are_not_read_into_other_languages(text: str) -> None:
    subject = article(text, lang="de")
    sentences = segment(subject)
    assert find_quotes(subject, sentences) == ()
    assert find_stance(subject, sentences[0]) == ("own voice", (), None)


def test_speech_goes_on_behind_a_cue_between_commas() -> None:
    assert reported("Putting the mill right, Ida Holt said, would cost 40 crowns.") == [
        ("Putting the mill right", "Ida Holt"),
        ("would cost 40 crowns", "Ida Holt"),
    ]
    assert reported("The dam will hold, Ida Holt said, and rain fell.") == [("The dam will hold", "Ida Holt")]


@pytest.mark.parametrize(
    ("text", "name", "via"),
    [
        ("“It will hold,” Ida Holt told the Orde Courier.", "Ida Holt", "the Orde Courier"),
        (
            "“It will hold,” Ida Holt said in comments reported by the Lenz news agency.",
            "Ida Holt",
            "the Lenz news agency",
        ),
        ("Ida Holt said in an interview with Radio Orde that it will hold.", "Ida Holt", "Radio Orde"),
        ("Ida Holt was quoted by the Orde Courier as saying that it will hold.", "Ida Holt", "the Orde Courier"),
        ("The Orde Courier quoted Ida Holt as saying that it will hold.", "Ida Holt", "The Orde Courier"),
        ("The Orde Courier reported that it will hold, citing the council.", "council", "The Orde Courier"),
        ("Ida Holt wrote on X that it will hold.", "Ida Holt", "X"),
        ("Ida Holt told state television that it will hold.", "Ida Holt", "state television"),
        ("Ida Holt told reporters that it will hold.", "Ida Holt", None),
        ("Ida Holt told Jon Ray that it will hold.", "Ida Holt", None),
        ("The Orde Courier reported that it will hold.", "Orde Courier", None),
        ("Ida Holt told the council that it will hold.", "Ida Holt", None),
    ],
)
def test_the_medium_through_which_the_words_came(text: str, name: str, via: str | None) -> None:
    (quote,) = quotes(text)
    assert quote.speaker_name == name
    assert (text[quote.via.start : quote.via.end] if quote.via else None) == via


def test_a_medium_that_reports_what_somebody_says_is_the_channel() -> None:
    text = "The dam will hold, Ida Holt said, the Orde Courier reported."
    subject = article(text)
    first = quotes(text)[0]
    assert first.via is not None
    assert text[first.via.start : first.via.end] == "the Orde Courier"
    assert find_stance(subject, segment(subject)[0])[2] == "Ida Holt"


def test_words_in_marks_know_the_reported_speech_they_are_part_of() -> None:
    outer, inner = quotes("Ida Holt said the dam was “a marvel” of its time.")
    assert (outer.kind, inner.kind, outer.within, inner.within) == ("indirect", "partial", None, outer.id)
    (alone,) = quotes("Ida Holt called the dam “a marvel”.")
    assert alone.within is None


def test_who_is_told_is_not_who_says() -> None:
    assert reported("Ida Holt was told that the dam will hold.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Holt said the dam will hold.", "says"),
        ("Holt claimed on Monday that the dam will hold.", "claims"),
        ("Mayor Claims Dam Will Hold", "claims"),
        ("Dam will hold, mayor confirms", "confirms"),
        ("The council has confirmed that the dam will hold.", "confirms"),
        ("Holt acknowledged that the dam leaks.", "acknowledges"),
        ("The owners repeatedly denied that the dam leaks.", "denies"),
        ("The owners didn’t deny that the dam leaks.", "did not deny"),
        ("The owners no longer denied that the dam leaks.", "no longer denies"),
        ("The owners stopped short of confirming that the dam leaks.", "stopped short of confirming"),
        ("The owners declined to confirm that the dam leaks.", "stopped short of confirming"),
        ("Holt did not say the dam was sound.", "did not say"),
        ("Mayor Ida Holt gave no details.", "did not say"),
        ("The council did not provide further information.", "did not say"),
        ("The council did not give out any more details of the crack.", "did not say"),
        ("The company declined to give a reason for the closure.", "did not say"),
        ("The company gave a detailed account of the closure.", "own voice"),
        ("The two did not give up their seats.", "own voice"),
        ("The bank did not provide more loans to the town.", "own voice"),
        ("Holt said the council had no evidence that the dam leaks.", "no evidence"),
        ("Engineers believe that the dam leaks.", "believes"),
        ("Holt pointed to the fact that the dam leaks.", "says"),
        ("The dam leaks.", "own voice"),
        ("The dam might leak.", "may"),
        ("The dam opened in May.", "own voice"),
        ("Holt reportedly left the hall.", "may"),
    ],
)
def test_stance_of_a_sentence(text: str, expected: str) -> None:
    assert stance(text) == expected


def test_hedges_are_told_beside_the_stance() -> None:
    text = "Holt claimed that the dam could fail."
    subject = article(text)
    found, hedges, name = find_stance(subject, segment(subject)[0])
    assert (found, marked(text, hedges), name) == ("claims", "Holt claimed that the dam [could] fail.", "Holt")


def test_a_floating_sentence_has_a_stance_where_all_sentences_are_given() -> None:
    subject = article("“It is sound,” Ida Holt said. “We looked twice.”")
    sentences = segment(subject)
    assert find_stance(subject, sentences[1], sentences)[2] == "Ida Holt"


def test_identifiers_are_those_of_the_event_and_differ_for_equal_words() -> None:
    text = "“It is sound,” Holt said. “It is sound,” Ray said."
    subject = article(text)
    first, second = marks(text)
    assert first.id == identify("q", Event("event", (subject,)), [first.content])
    assert first.id != second.id


SIGNS = st.text(alphabet="“”‘’„«»\"' \n.,:;?!-—aAsé他", max_size=60)
SPEECH = [
    "said",
    "says",
    "told",
    "adding",
    "according",
    "deny",
    "claims",
    "confirm",
    "did",
    "not",
    "no",
    "longer",
    "was",
]
NAMES = ["Holt", "he", "the", "mayor", "U.S.", "Mr.", "that", "to", "and"]
WORDS = st.sampled_from([*SPEECH, *NAMES, "“", "”", '"', "’", ",", ".", "(", ")", "\n\n"])


@given(SIGNS | st.text() | st.lists(WORDS, max_size=40).map(" ".join))
def test_every_part_of_a_quote_is_a_stretch_of_the_article(text: str) -> None:
    subject = article(text)
    sentences = segment(subject)
    found = find_quotes(subject, sentences)
    for quote in found:
        parts = [part for part in (quote.content, quote.cue, quote.speaker) if part is not None]
        assert all(len(part) > 0 and part.end <= len(text) for part in parts)
        assert text[quote.content.start : quote.content.end].strip()
        assert quote.speaker is not None or quote.speaker_name is None
    assert len({quote.id for quote in found}) == len(found)
    assert list(found) == sorted(found, key=lambda quote: (quote.content.start, quote.content.end))


@given(SIGNS)
def test_runs_nest_and_never_cross(text: str) -> None:
    runs = find_runs(article(text))
    for first in runs:
        assert first.outer.contains(first.content)
        for second in runs:
            inside = first.outer.contains(second.outer) or second.outer.contains(first.outer)
            assert inside or not first.outer.overlaps(second.outer)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_each_sentence_has_its_attributions(text: str) -> None:
    subject = article(text)
    sentences = segment(subject)
    for sentence, found in zip(sentences, attribute_all(subject, sentences), strict=True):
        for attribution in found:
            assert all(sentence.contains(span) for span in attribution.contents)
            assert attribution.cue is None or sentence.contains(attribution.cue)


GROWING = {
    "open marks": "“ a ",
    "closing marks": "a ” ",
    "nested marks": "“a ‘b “c ‘d ",
    "apostrophes": "the workers' ",
    "endless said": "Holt said ",
    "endless according": "according to ",
    "relative clauses": "Holt, who said ",
    "no full stop": "the dam will hold and the river rose ",
    "letters on lines": "a\n",
    "letters in paragraphs": "a\n\n",
    "stops on lines": ".\n",
    "initials": "A. B. ",
    "speech": "“It will hold.” ",
    "speech in paragraphs": "“It will hold.\n\n",
    "pronouns": "Mayor Ida Holt spoke. He said so. ",
    "acronyms": "A B C D E F G (X) ",
    "names": "Ida Holt of Orde and ",
    "media": "Holt told the Orde Courier ",
}


@pytest.mark.parametrize("name", GROWING)
def test_steps_grow_with_the_length_of_the_text_not_with_its_square(name: str) -> None:
    def steps(length: int, siglum: str) -> int:
        subject = article(repeat([GROWING[name]], length), siglum)  # readings are kept by article
        return count_steps(lambda: find_quotes(subject, segment(subject)))

    steps(3_000, "first")  # what is kept for the next text is made on first use
    assert steps(24_000, "long") < 5 * steps(6_000, "short") + 2_000


@settings(max_examples=15, deadline=None)
@given(st.integers())
def test_steps_of_drawn_texts_grow_with_their_length(seed: int) -> None:
    def steps(length: int, siglum: str) -> int:
        return count_steps(read, article(draw_text(Random(seed), length), siglum))  # noqa: S311

    steps(1_000, "first")
    assert steps(8_000, "long") < 8 * steps(2_000, "short") + 2_000


def read(subject: Article) -> None:
    """All that is read of one article."""
    sentences = segment(subject)
    find_quotes(subject, sentences)
    find_figures(subject, sentences)


def test_of_more_marks_sentences_and_numbers_than_an_article_has_the_first_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    subject = article("Holt said that 9 gates held. " * 20)
    for module in ("generator.cues.marks", "generator.cues.readings", "generator.figures"):
        monkeypatch.setattr(f"{module}._MOST", 10)
    assert len(find_runs(article("“It holds.” " * 20))) == 5
    assert len([said for said in attribute_all(subject, segment(subject)) if said]) == 10
    assert len(find_figures(subject, segment(subject))) == 10
