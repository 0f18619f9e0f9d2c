"""Hand-written expectations of a report: ``"ap: six"`` is the place where the article ap says six."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pytest

from generator.collation import collate
from generator.model import Claim, Event, Figure, Finding, Quote, Report, Span

Table = Mapping[str, Any]


def place(event: Event, words: str) -> Span:
    """The one place that ``siglum: words`` names; an expectation that fits two places is a mistake in itself."""
    siglum, _, exact = words.partition(": ")
    text = event.article(siglum).text
    assert text.count(exact) == 1, f"{words!r} stands {text.count(exact)} times"
    start = text.index(exact)
    return Span(siglum, start, start + len(exact))


def show(event: Event, spans: Iterable[Span]) -> list[str]:
    """Spans as ``siglum: words``, for messages."""
    return [f"{span.siglum}: {event[span]}" for span in spans]


def shared(report: Report, wanted: Sequence[str]) -> bool:
    """Whether one cluster has a passage at each of the places."""
    spans = [place(report.event, words) for words in wanted]
    return any(
        all(any(passage.overlaps(span) for passage in cluster.passages) for span in spans)
        for cluster in report.clusters
    )


def claims_at(report: Report, words: str) -> tuple[Claim, ...]:
    """The claims with an appearance at the place."""
    span = place(report.event, words)
    return tuple(claim for claim in report.claims if any(each.span.overlaps(span) for each in claim.appearances))


def together(report: Report, wanted: Sequence[str]) -> tuple[Claim, ...]:
    """The claims with an appearance at each of the places."""
    found = [claims_at(report, words) for words in wanted]
    return tuple(claim for claim in found[0] if all(claim in others for others in found[1:]))


def quotes_at(report: Report, words: str) -> tuple[Quote, ...]:
    """The quotes whose content shares words with the place, indirect ones left out."""
    span = place(report.event, words)
    return tuple(quote for quote in report.quotes if quote.kind != "indirect" and quote.content.overlaps(span))


def figures_at(report: Report, words: str) -> tuple[Figure, ...]:
    """The figures that share signs with the place."""
    span = place(report.event, words)
    return tuple(figure for figure in report.figures if figure.span.overlaps(span))


def findings_at(report: Report, kind: str, wanted: Sequence[str]) -> tuple[Finding, ...]:
    """The findings of a kind that point at each of the places."""
    spans = [place(report.event, words) for words in wanted]
    return tuple(
        finding
        for finding in report.findings
        if finding.kind == kind and all(any(each.overlaps(span) for each in finding.spans) for span in spans)
    )


def check_figure(report: Report, row: Table) -> None:
    """One figure stands at ``words`` with the row's value, and high end, bound and speaker where the row has them."""
    found = figures_at(report, row["words"])
    assert [figure.value for figure in found] == [row["value"]], row["words"]
    known = {"high": found[0].high, "bound": found[0].bound, "speaker": found[0].speaker_name}
    assert {key: known[key] for key in known if key in row} == {key: row[key] for key in known if key in row}, row


def check_quote(report: Report, row: Table) -> None:
    """One quote has the row's content, speaker and, where the row has it, kind; a last comma or point is either's."""
    found = quotes_at(report, row["content"])
    exact = [report.event[quote.content].rstrip(" ,.") for quote in found]
    assert exact == [row["content"].partition(": ")[2].rstrip(" ,.")]
    assert found[0].speaker_name == row.get("speaker"), row["content"]
    assert found[0].kind == row.get("kind", found[0].kind), row["content"]


def check_row(check: Callable[[Report, Table], None], report: Report, row: Table) -> None:
    """What is marked ``found = false`` must not hold, so that whoever finds it has to say so; all else must."""
    if row.get("found", True):
        check(report, row)
        return
    with pytest.raises(AssertionError):
        check(report, row)


def changed(event: Event, row: Table) -> tuple[list[str], list[str]]:
    """The words deleted and inserted from the row's base to its witness, apart from what is glyphs alone."""
    edits = collate(event, place(event, row["base"]), place(event, row["witness"])).edits
    real = [edit for edit in edits if edit.substance]
    deleted = [event[edit.base].strip() for edit in real if edit.operation in {"delete", "replace"}]
    inserted = [event[edit.witness].strip() for edit in real if edit.operation in {"insert", "replace"}]
    return deleted, inserted
