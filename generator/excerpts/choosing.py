"""Which sentences of an article take part in a comparison with another outlet's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.model import Article, Claim, Report, Span
from generator.spans import SpanIndex

EXCERPT = "excerpt"
"""What an article's ``rights`` say where only such sentences may be published."""


def is_excerpt(article: Article) -> bool:
    """Whether only excerpts of an article may be published."""
    return (article.rights or "").strip().casefold() == EXCERPT


def choose_sentences(report: Report) -> frozenset[Span]:
    """Every sentence that a comparison touches, of whichever article."""
    index = SpanIndex(report.sentences, lambda sentence: sentence)
    return frozenset(sentence for span in _compared(report) for sentence in index.touching(span))


def _compared(report: Report) -> Iterator[Span]:
    """Each place that is laid beside another outlet's: claims of several outlets, passages, figures, what differs.

    A passage may run over a sentence that only one outlet has, so it counts as its claims do, where it has some.
    """
    for finding in report.findings:
        yield from finding.spans
    shared = [claim for claim in report.claims if _is_shared(report, claim)]
    claimed = {name for claim in shared for name in claim.clusters}
    for cluster in report.clusters:
        yield from cluster.passages if cluster.id not in claimed else ()
    for claim in shared:
        yield claim.statement
        yield from (appearance.span for appearance in claim.appearances)
    said = {name for claim in shared for name in claim.quotes}
    yield from (quote.content for quote in report.quotes if quote.id in said)
    yield from _counted(report)


def _counted(report: Report) -> Iterator[Span]:
    """The figures of several outlets that count one thing."""
    groups: defaultdict[str, list[Span]] = defaultdict(list)
    for figure in report.figures:
        if figure.group:
            groups[figure.group].append(figure.span)
    for spans in groups.values():
        if len(_outlets(report, spans)) > 1:
            yield from spans


def _is_shared(report: Report, claim: Claim) -> bool:
    return len(_outlets(report, (appearance.span for appearance in claim.appearances))) > 1


def _outlets(report: Report, spans: Iterable[Span]) -> set[str]:
    return {report.event.outlet_of(span) for span in spans}
