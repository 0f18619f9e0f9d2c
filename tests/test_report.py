"""The whole pipeline: laws that hold for any texts, and the behaviours a reader relies on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from subject import event

from generator import build_report, report_to_dict
from generator.model import Article, Event, Span

PIECES = (
    "The|the|mayor|said|.|,|“|”|\"|'|‘|’|—|six|1,200|people|At|least|about|“We|saw|it”|he|confirmed|denied|that|dam"
    "|\n\n|\n|$3|million|28|October|2024|Oct.|no|evidence|Toll|Ames|according|to|été|水|🙂|<b>|&amp;|</script>"
)
words = st.sampled_from(tuple(PIECES.split("|")))
texts = st.text(max_size=300) | st.lists(words, max_size=80).map(" ".join)
slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def spans_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every place in a report's data that names an article and offsets and prints words."""
    if isinstance(value, dict):
        if {"siglum", "start", "end", "exact"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_in(inner)


@slow
@given(texts, texts, texts)
def test_every_span_printed_equals_the_text_at_its_offsets(one: str, two: str, three: str) -> None:
    data = report_to_dict(build_report(event(a=one, b=two, c=three)))
    published = {article["siglum"]: article["text"] for article in data["articles"]}
    for place in spans_in(data):
        assert place["exact"] == published[place["siglum"]][place["start"] : place["end"]]


@slow
@given(texts, texts, texts, st.permutations([0, 1, 2]))
def test_the_order_of_articles_changes_nothing(one: str, two: str, three: str, order: list[int]) -> None:
    articles = [Article("a", one, outlet="x"), Article("b", two, outlet="y"), Article("c", three, outlet="z")]
    shuffled = Event("e", tuple(articles[n] for n in order))
    assert report_to_dict(build_report(shuffled)) == report_to_dict(build_report(Event("e", tuple(articles))))


@slow
@given(texts, texts)
def test_identifiers_and_addresses_are_unique(one: str, two: str) -> None:
    report = build_report(event(a=one, b=two))
    for items in (report.clusters, report.quotes, report.figures, report.claims, report.findings):
        identifiers = [item.id for item in items]
        assert len(identifiers) == len(set(identifiers))
    slugs = [claim.slug for claim in report.claims]
    assert len(slugs) == len(set(slugs))


def test_a_claim_brings_together_passage_quote_and_figure() -> None:
    report = build_report(
        event(
            ap="Rain fell. “At least 400 people slept in the school gym that night,” Mayor Ida Toll said.",
            bbc="“At least 400 people slept in the school gym that night,” said Ida Toll, the mayor.",
            cnn="Nobody was hurt.",
        )
    )
    claim = report.claims[0]
    assert {appearance.span.siglum for appearance in claim.appearances} == {"ap", "bbc"}
    assert claim.omitted_by == ("cnn",)
    assert len(claim.quotes) == 2
    assert [figure.value for figure in report.figures if figure.id in claim.figures] == [400, 400]
    assert {appearance.speaker_name for appearance in claim.appearances} == {"Ida Toll"}


def test_one_article_alone_has_nothing_to_share() -> None:
    report = build_report(event(ap="Six people died. Six people died, police said."))
    assert report.clusters == ()
    assert all(claim.omitted_by == () for claim in report.claims)


def test_an_empty_text_gives_an_empty_report() -> None:
    report = build_report(event(ap="", bbc=""))
    assert (report.sentences, report.claims, report.findings) == ((), (), ())


def test_a_quote_knows_its_cluster() -> None:
    words = "We never saw the second gate move before the water came"
    report = build_report(event(ap=f"“{words},” Ames said.", bbc=f"“{words},” said Ames."))
    assert [quote.cluster for quote in report.quotes] == [report.clusters[0].id] * 2
    assert Span("ap", 1, 1 + len(words)) in report.clusters[0].passages
