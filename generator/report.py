"""The whole pipeline on one screen: texts in, findings, claims, report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.claims import Reading, build_claims, find_differences, gather_evidence, name_omissions
from generator.clusters import find_clusters
from generator.collation import choose_witnesses, tabulate
from generator.diagnostics import ContentError, Diagnostic
from generator.editing import apply_emendations
from generator.figures import find_figures, group_figures
from generator.meanings import Meanings
from generator.model import Claim, Cluster, Event, Quote, Report, Span, Stance, Variants
from generator.parsing import Parser
from generator.quotes import find_quotes, find_stance, fold_speakers
from generator.sentences import find_paragraphs, segment


def build_report(event: Event, parser: Parser | None = None, meanings: Meanings | None = None) -> Report:
    """Read every article, compare them all, gather what was found, and apply the editor's words to it.

    The order of the articles and of the editor's words changes nothing. A ``parser`` is asked where it reads better
    than the rules, and ``meanings`` where words do not tell that two statements are one; see
    :func:`generator.parsing.load_parser` and :func:`generator.meanings.load_meanings`. Raises :class:`ContentError`
    where the words do not fit what was found.
    """
    report, faults = edit_report(compare(event, parser, meanings))
    if faults:
        raise ContentError(faults)
    return report


def compare(event: Event, parser: Parser | None = None, meanings: Meanings | None = None) -> Report:
    """What the program makes of the articles alone."""
    own = {article.siglum: segment(article) for article in event.articles}
    sentences = tuple(span for spans in own.values() for span in spans)
    spoken = [find_quotes(article, own[article.siglum], parser=parser) for article in event.articles]
    quotes = fold_speakers([quote for found in spoken for quote in found])
    counted = [find_figures(article, own[article.siglum], parser=parser) for article in event.articles]
    numbers = [figure for found in counted for figure in found]
    figures = group_figures(event, tuple(numbers))
    clusters = find_clusters(event, quotes)
    read = _reader(event, own)
    claims = build_claims(
        event, meanings, sentences=sentences, clusters=clusters, quotes=quotes, figures=figures, read=read
    )
    report = Report(
        event=event,
        paragraphs=tuple(span for article in event.articles for span in find_paragraphs(article)),
        sentences=sentences,
        clusters=clusters,
        quotes=_clustered(quotes, clusters),
        figures=figures,
    )
    return _with_claims(report, claims)


def _with_claims(report: Report, claims: Sequence[Claim]) -> Report:
    """The report with these claims, and what differs within them."""
    event, quotes, figures, sentences = report.event, report.quotes, report.figures, report.sentences
    claims = name_omissions(event, claims, quotes=quotes, figures=figures)
    return replace(
        report,
        claims=tuple(claims),
        findings=find_differences(event, claims=claims, quotes=quotes, figures=figures, sentences=sentences),
        variants=tuple(table for claim in claims for table in _variants(event, claim)),
    )


def _variants(event: Event, claim: Claim) -> tuple[Variants, ...]:
    """The tables of a claim that several outlets carry, a wording of each article."""
    spans = [appearance.span for appearance in claim.appearances]
    several = len({event.outlet_of(span) for span in spans}) > 1
    return tabulate(event, claim.id, choose_witnesses(event, spans)) if several else ()


def edit_report(
    report: Report, names: Mapping[str, str] = MappingProxyType({})
) -> tuple[Report, tuple[Diagnostic, ...]]:
    """The report with the editor's words applied as far as they fit, and each that does not.

    ``names`` are other names for claims, each with the claim's identifier in this report.
    """
    event = report.event
    if not event.emendations:
        return report, ()
    read = _reader(event, {article.siglum: segment(article) for article in event.articles})
    evidence = gather_evidence(
        event, sentences=report.sentences, quotes=report.quotes, figures=report.figures, read=read
    )
    edited = apply_emendations(evidence, report.claims, report.clusters, names)
    return replace(_with_claims(report, edited.claims), hidden=edited.hidden), edited.faults


def _reader(event: Event, own: Mapping[str, tuple[Span, ...]]) -> Reading:
    def read(sentence: Span) -> tuple[Stance, tuple[Span, ...], str | None]:
        return find_stance(event.article(sentence.siglum), sentence, own[sentence.siglum])

    return read


def _clustered(quotes: Sequence[Quote], clusters: Sequence[Cluster]) -> tuple[Quote, ...]:
    """Tell each quote the cluster that holds one of its passages."""
    homes = [(passage, cluster.id) for cluster in clusters for passage in cluster.passages]
    return tuple(
        replace(quote, cluster=next((home for passage, home in homes if passage.overlaps(quote.content)), None))
        for quote in quotes
    )
