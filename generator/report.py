"""The whole pipeline on one screen: texts in, findings, claims, report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.claims import build_claims, find_differences
from generator.clusters import find_clusters
from generator.figures import find_figures, group_figures
from generator.model import Cluster, Event, Quote, Report, Span, Stance
from generator.quotes import find_quotes, find_stance, fold_speakers
from generator.sentences import find_paragraphs, segment


def build_report(event: Event) -> Report:
    """Read every article, compare them all, and gather what was found; the order of the articles changes nothing."""
    own = {article.siglum: segment(article) for article in event.articles}
    sentences = tuple(span for spans in own.values() for span in spans)
    quotes = fold_speakers([quote for article in event.articles for quote in find_quotes(article, own[article.siglum])])
    numbers = [figure for article in event.articles for figure in find_figures(article, own[article.siglum])]
    figures = group_figures(event, tuple(numbers))
    clusters = find_clusters(event, quotes)

    def read(sentence: Span) -> tuple[Stance, tuple[Span, ...], str | None]:
        return find_stance(event.article(sentence.siglum), sentence, own[sentence.siglum])

    claims = build_claims(event, sentences=sentences, clusters=clusters, quotes=quotes, figures=figures, read=read)
    return Report(
        event=event,
        paragraphs=tuple(span for article in event.articles for span in find_paragraphs(article)),
        sentences=sentences,
        clusters=clusters,
        quotes=_clustered(quotes, clusters),
        figures=figures,
        claims=claims,
        findings=find_differences(event, claims=claims, quotes=quotes, figures=figures),
    )


def _clustered(quotes: Sequence[Quote], clusters: Sequence[Cluster]) -> tuple[Quote, ...]:
    """Tell each quote the cluster that holds one of its passages."""
    homes = [(passage, cluster.id) for cluster in clusters for passage in cluster.passages]
    return tuple(
        replace(quote, cluster=next((home for passage, home in homes if passage.overlaps(quote.content)), None))
        for quote in quotes
    )
