"""Findings: each kind is found where it should be, and nothing is said where there is nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from subject import event

from generator.claims import build_claims, find_differences, name_omissions
from generator.claims.findings import KINDS
from generator.model import Appearance, Article, Claim, Event, Figure, Finding, Period, Span
from generator.report import build_report


def found(told: Event, kind: str) -> list[Finding]:
    assert kind in KINDS
    return [finding for finding in build_report(told).findings if finding.kind == kind]


def words(told: Event, finding: Finding) -> list[str]:
    return [f"{span.siglum}: {told[span]}" for span in finding.spans]


def test_every_finding_has_a_claim_a_rule_and_spans() -> None:
    told = event(
        ap="“We never saw the northern gate open that night,” said Ann Teller.",
        bbc="“We never saw a northern gate open that night,” said Ann Teller.",
    )
    report = build_report(told)
    assert [finding.kind for finding in report.findings] == ["quote-altered"]
    (finding,) = report.findings
    assert finding.claim in {claim.id for claim in report.claims}
    assert finding.note == "words inside quotation marks differ"
    assert finding.score == pytest.approx(16 / 18, abs=1e-4)
    assert [span.siglum for span in finding.spans] == ["ap", "bbc"]


FULL = "“We shipped lanterns, blankets, saddles and medicine to Orde,” said Ann Teller on Monday."


@pytest.mark.parametrize(
    "other",
    [
        "“We shipped lanterns, blankets, saddles and medicine to Orde,” Ann Teller said.",
        "“We shipped lanterns, blankets, saddles, and medicine to Orde”, Ann Teller told reporters.",
        "“We shipped lanterns … and medicine to Orde,” said Ann Teller in the evening.",
    ],
)
def test_words_kept_or_left_out_openly_are_no_alteration(other: str) -> None:
    told = event(ap=FULL, bbc=other)
    assert found(told, "quote-altered") == []
    assert found(told, "list-trimmed") == []


def test_a_fragment_that_turns_the_joint_of_a_list_is_altered() -> None:
    told = event(
        ap="“They rowed home with patience, stubbornness and rhubarb wine,” said Ann Teller.",
        bbc="Ann Teller praised their “patience and stubbornness”.",
    )
    (finding,) = found(told, "quote-altered")
    assert words(told, finding) == ["ap: patience, stubbornness", "bbc: patience and stubbornness"]


def test_two_speakers_alter_nothing() -> None:
    told = event(
        ap="“We never saw the northern gate open that night,” said Ann Teller.",
        bbc="“We never saw a northern gate open that night,” said Bert Ostler.",
    )
    assert found(told, "quote-altered") == []


def test_a_quotation_that_goes_on_elsewhere() -> None:
    told = event(
        ap="“The mill burned to the ground before sunrise, and the miller knew who lit it,” said Ann Teller.",
        bbc="“The mill burned to the ground before sunrise,” said Ann Teller.",
    )
    (finding,) = found(told, "quote-truncated")
    assert [span.siglum for span in finding.spans] == ["ap", "bbc"]


@pytest.mark.parametrize(
    "other",
    [
        "“The mill burned to the ground before sunrise,” said Ann Teller. “The miller knew who lit it.”",
        "“The mill burned to the ground before sunrise …” said Ann Teller.",
        "Ann Teller said the mill “burned to the ground” that night.",
    ],
)
def test_what_is_printed_apart_or_cut_openly_or_a_fragment_is_not_truncated(other: str) -> None:
    told = event(
        ap="“The mill burned to the ground before sunrise, and the miller knew who lit it,” said Ann Teller.", bbc=other
    )
    assert found(told, "quote-truncated") == []


LONG = (
    "“The ferry left the harbour before the whistle. Nobody aboard had counted the lifeboats properly. "
    "The captain blames the weather bureau,” said Ann Teller."
)


def test_two_sentences_run_together_in_silence() -> None:
    told = event(
        ap=LONG,
        bbc="“The ferry left the harbour before the whistle. The captain blames the weather bureau,” Ann Teller said.",
    )
    (finding,) = found(told, "quote-merged")
    assert [span.siglum for span in finding.spans] == ["ap", "bbc"]


@pytest.mark.parametrize(
    "other",
    [
        LONG.replace("said Ann Teller", "Ann Teller said"),
        "“The ferry left the harbour before the whistle. … The captain blames the weather bureau,” Ann Teller said.",
        "“The ferry left the harbour before the whistle,” said Ann Teller. “The captain blames the weather bureau.”",
    ],
)
def test_whole_or_openly_cut_or_in_two_is_not_merged(other: str) -> None:
    assert found(event(ap=LONG, bbc=other), "quote-merged") == []


def test_an_item_left_out_of_a_list() -> None:
    told = event(ap=FULL, bbc="“We shipped lanterns, blankets and saddles to Orde,” Ann Teller said at noon.")
    (finding,) = found(told, "list-trimmed")
    assert any("medicine" in place for place in words(told, finding))


def test_an_item_skipped_between_two_fragments() -> None:
    told = event(
        ap="Ann Teller called it “a shameful betrayal of the river” and “another insult to every boatman”. "
        "She said it was “a dangerous gamble with our harbour”.",
        bbc="Ann Teller called it “a shameful betrayal of the river” and “a dangerous gamble with our harbour”.",
    )
    (finding,) = found(told, "list-trimmed")
    assert "ap: another insult to every boatman" in words(told, finding)


def test_nothing_is_skipped_where_the_item_stands_elsewhere() -> None:
    told = event(
        ap="Ann Teller called it “a shameful betrayal of the river” and “another insult to every boatman”. "
        "She said it was “a dangerous gamble with our harbour”.",
        bbc="Ann Teller called it “a shameful betrayal of the river” and “a dangerous gamble with our harbour”. "
        "It was “another insult to every boatman”, she said.",
    )
    assert found(told, "list-trimmed") == []


QUOTED = "“The northern wall was crumbling badly after the second winter,” said Ann Teller."


def test_a_quotation_in_the_own_voice_of_another() -> None:
    told = event(ap=QUOTED, bbc="The northern wall was crumbling badly after the second winter. Rain fell in Orde.")
    assert len(found(told, "attribution-lost")) == 1


@pytest.mark.parametrize(
    "other",
    [
        "Ann Teller said the northern wall was crumbling badly after the second winter.",
        "Ann Teller: The northern wall was crumbling badly after the second winter.",
        "A banner read “The northern wall was crumbling badly after the second winter”.",
    ],
)
def test_a_credited_or_marked_wording_loses_nothing(other: str) -> None:
    assert found(event(ap=QUOTED, bbc=other), "attribution-lost") == []


def test_one_speaker_claims_here_and_confirms_there() -> None:
    told = event(
        ap="Ann Teller claimed that the eastern bridge had been sold to foreign investors in March.",
        bbc="Ann Teller confirmed that the eastern bridge had been sold to foreign investors in March.",
    )
    (finding,) = found(told, "stance-conflict")
    assert finding.note == "claims / confirms"


def test_two_speakers_may_differ() -> None:
    told = event(
        ap="Ann Teller claimed that the eastern bridge had been sold to foreign investors in March.",
        bbc="Bert Ostler confirmed that the eastern bridge had been sold to foreign investors in March.",
    )
    assert found(told, "stance-conflict") == []


def headed(siglum: str, head: str, body: str) -> Article:
    return Article(siglum, f"{head}\n\n{body}", headline=Span(siglum, 0, len(head)))


def test_a_headline_with_a_larger_number_than_its_article() -> None:
    told = Event("storm", (headed("ap", "40 houses burned in Orde", "At least 12 houses burned in Orde overnight."),))
    told = replace(told, articles=(*told.articles, Article("bbc", "At least 12 houses burned in Orde overnight.")))
    numbers = (
        Figure("n-0", Span("ap", 0, 2), 40.0, group="g"),
        Figure("n-1", Span("ap", 35, 37), 12.0, group="g"),
        Figure("n-2", Span("bbc", 9, 11), 12.0, group="g"),
    )
    assert [told[figure.span] for figure in numbers] == ["40", "12", "12"]
    assert len(of_figures(told, numbers, "headline-beyond-body")) == 1
    lower = (replace(numbers[0], value=12.0), *numbers[1:])
    assert of_figures(told, lower, "headline-beyond-body") == []


def of_figures(told: Event, figures: tuple[Figure, ...], kind: str) -> list[Finding]:
    sentences = build_report(told).sentences
    made = build_claims(
        told, sentences=sentences, clusters=(), quotes=(), figures=figures, read=lambda _: ("own voice", (), None)
    )
    differences = find_differences(told, claims=made, quotes=(), figures=figures, sentences=sentences)
    return [finding for finding in differences if finding.kind == kind]


def two(first: Figure, second: Figure) -> tuple[Event, tuple[Figure, ...]]:
    """Two outlets on the boats lost, the first's figure and the second's."""
    told = Event(
        "storm",
        (
            Article("ap", "Some 12 boats were lost off Orde.", published=date(2025, 3, 4)),
            Article("bbc", "Some 12 boats were lost off Orde.", published=date(2025, 3, 6)),
        ),
    )
    places = (Span("ap", 5, 7), Span("bbc", 5, 7))
    return told, tuple(replace(one, span=place, group="g") for one, place in zip((first, second), places, strict=True))


DAY = {n: Period(date(2025, 3, n), date(2025, 3, n)) for n in (3, 5, 9)}
ONE = Figure("n-1", Span("ap", 0, 0), 12.0)
OTHER = Figure("n-2", Span("bbc", 0, 0), 12.0)


def test_one_value_of_two_speakers() -> None:
    told, figures = two(replace(ONE, speaker_name="Ann Teller"), replace(OTHER, speaker_name="Bert Ostler"))
    (finding,) = of_figures(told, figures, "figure-conflict")
    assert finding.note == "one value, different credits"


def test_one_speaker_by_a_longer_name_or_none_is_no_conflict() -> None:
    told, figures = two(replace(ONE, speaker_name="Ann Teller"), replace(OTHER, speaker_name="Teller"))
    assert of_figures(told, figures, "figure-conflict") == []
    told, figures = two(replace(ONE, speaker_name="Ann Teller"), OTHER)
    assert of_figures(told, figures, "figure-conflict") == []


def test_a_value_of_a_later_day_makes_the_earlier_one_old_and_no_conflict() -> None:
    told, figures = two(replace(ONE, as_of=DAY[3]), replace(OTHER, value=17.0, as_of=DAY[5]))
    assert len(of_figures(told, figures, "stale-figure")) == 1
    assert of_figures(told, figures, "figure-conflict") == []


def test_a_day_to_come_and_a_day_in_common_make_nothing_old() -> None:
    told, figures = two(replace(ONE, as_of=DAY[3]), replace(OTHER, value=17.0, as_of=DAY[9]))
    assert of_figures(told, figures, "stale-figure") == []
    told, figures = two(replace(ONE, as_of=DAY[3]), replace(OTHER, value=17.0, as_of=DAY[3]))
    assert of_figures(told, figures, "stale-figure") == []
    assert [finding.note for finding in of_figures(told, figures, "figure-conflict")] == ["values differ"]


def test_three_outlets_and_one_speaker() -> None:
    said = "“The mill burned to the ground before sunrise,” said Ann Teller."
    told = event(ap=said, bbc=f"Rain fell. {said}", cnn=f"Snow fell in Orde. {said}")
    (finding,) = found(told, "one-origin")
    assert [span.siglum for span in finding.spans] == ["ap", "bbc", "cnn"]
    assert found(event(ap=said, bbc=said), "one-origin") == []


def test_three_outlets_and_one_agency() -> None:
    text = "The mill of Lower Orde burned to the ground before sunrise on Monday."
    wire = tuple(Article(siglum, text, agency="Ordewire") for siglum in ("ap", "bbc", "cnn"))
    (finding,) = found(Event("mill", wire), "one-origin")
    assert finding.note == "several outlets, one agency"
    own = (*wire[:2], Article("cnn", text, agency="Sorn Press"))
    assert found(Event("mill", own), "one-origin") == []


def test_two_labels_for_one_thing() -> None:
    told = event(
        ap="The counter-invasion by Dalvenia reached the outskirts of Orde on Monday.",
        bbc="Villagers fled the incursion when Dalvenia reached Orde, the mayor of Lower Sorn said.",
    )
    (finding,) = found(told, "label-variance")
    assert words(told, finding) == ["ap: counter-invasion", "bbc: incursion"]


@pytest.mark.parametrize(
    "other",
    [
        "Villagers fled the counterinvasion when Dalvenia reached Orde, the mayor of Lower Sorn said.",
        "Villagers recalled an incursion of beetles into the orchards, the mayor of Lower Sorn said.",
    ],
)
def test_one_label_in_two_spellings_and_labels_of_other_things(other: str) -> None:
    told = event(ap="The counter-invasion by Dalvenia reached the outskirts of Orde on Monday.", bbc=other)
    assert found(told, "label-variance") == []


def test_initials_are_no_second_label() -> None:
    told = event(
        ap="The United Nations sent lanterns to the valley of Orde on Monday.",
        bbc="The UN sent lanterns to the valley of Orde on Monday.",
    )
    assert found(told, "label-variance") == []


def omitted(told: Event, words: str) -> dict[str, str]:
    """Who leaves out the claim that has these words, and how."""
    (claim,) = (claim for claim in build_report(told).claims if words in told[claim.statement])
    return {omission.siglum: omission.kind for omission in claim.omissions}


def test_what_is_left_out_of_somebodys_words_is_trimmed_and_else_absent() -> None:
    first, second = "The mill burned to the ground before sunrise", "Nobody had counted the lifeboats properly"
    told = event(
        ap=f"“{first},” said Ann Teller. “{second}.”",
        bbc=f"“{first},” Ann Teller said. Rain fell in Orde.",
        cnn="Snow fell on the pass above Orde.",
    )
    assert omitted(told, "counted the lifeboats") == {"bbc": "trimmed", "cnn": "absent"}
    assert omitted(told, "burned to the ground") == {"cnn": "absent"}


def test_what_an_outlet_has_a_later_figure_for_is_superseded() -> None:
    told, (old, new) = two(replace(ONE, as_of=DAY[3]), replace(OTHER, value=17.0, as_of=DAY[5]))
    claim = Claim("c-1", "boats", old.span, (Appearance(old.span),), figures=(old.id,), omitted_by=("bbc",))
    (named,) = name_omissions(told, [claim], quotes=(), figures=(old, new))
    assert [omission.kind for omission in named.omissions] == ["superseded"]
    (named,) = name_omissions(told, [claim], quotes=(), figures=(old, replace(new, as_of=DAY[3])))
    assert [omission.kind for omission in named.omissions] == ["absent"]


def test_denied_here_and_not_denied_there_is_a_conflict_whatever_the_words() -> None:
    told = event(
        ap="The Kremlin denied reports of foreign soldiers arriving in Orde. Rain fell.",
        bbc="Russia stopped short of confirming that the soldiers were in the valley. Snow fell.",
    )
    assert [finding.note for finding in found(told, "stance-conflict")] == ["denies / stopped short of confirming"]
    other = event(
        ap="The Kremlin denied reports of foreign soldiers arriving in Orde. Rain fell.",
        bbc="France stopped short of confirming that the soldiers were in the valley. Snow fell.",
    )
    assert found(other, "stance-conflict") == []
