"""The report and the registry with nothing left of an article but its excerpts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.excerpts.choosing import choose_sentences, is_excerpt
from generator.excerpts.cutting import Cut, cut_article
from generator.model import Appearance, Claim, Column, Figure, Quote, Report, Span, Variants
from generator.permalinks import Entry, Registry


def excerpt(registry: Registry) -> Registry:
    """The same registry where no article asks for excerpts; else one that holds no other sentence of those articles.

    A sign stands for each gap, and every span is a place in the text with its gaps. Quotations, figures and claims in
    what is left out go with it. Of what was published earlier, only addresses stay, without words.
    """
    report = registry.report
    asked = [article for article in report.event.articles if is_excerpt(article)]
    if not asked:
        return registry
    chosen = choose_sentences(report)
    cuts = {one.siglum: cut_article(one, (span for span in chosen if span.siglum == one.siglum)) for one in asked}
    left = _Left(cuts).report(report)
    passages = {place: name for span, name in registry.passages.items() if (place := _Left(cuts).move(span))}
    withheld: dict[str, tuple[str, ...]] = {
        siglum: tuple(name for span, name in registry.passages.items() if span.siglum == siglum and not cut.move(span))
        for siglum, cut in cuts.items()
    }
    entries = tuple(_published(registry.entries, left, frozenset(passages.values()), frozenset(cuts)))
    return replace(registry, report=left, passages=passages, entries=entries, withheld=withheld)


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left of each kind of thing."""

    cuts: Mapping[str, Cut]

    def move(self, span: Span) -> Span | None:
        cut = self.cuts.get(span.siglum)
        return cut.move(span) if cut else span

    def clipped(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """What is left of each span, gaps and all, where anything is."""
        places = (self.cuts[span.siglum].clip(span) if span.siglum in self.cuts else span for span in spans)
        return tuple(place for place in places if place)

    def maybe(self, span: Span | None) -> Span | None:
        return self.move(span) if span else None

    def all(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(place for place in map(self.move, spans) if place)

    def report(self, report: Report) -> Report:
        event = report.event
        articles = tuple(self.cuts[one.siglum].article if one.siglum in self.cuts else one for one in event.articles)
        quotes = tuple(self._quotes(report.quotes))
        figures = tuple(self._figures(report.figures))
        kept = frozenset([*(one.id for one in quotes), *(one.id for one in figures)])
        claims = tuple(self._claims(report.claims, kept))
        names = {claim.id for claim in claims}
        return replace(
            report,
            event=replace(event, articles=articles, emendations=()),
            paragraphs=self.clipped(report.paragraphs),
            sentences=self.all(report.sentences),
            clusters=tuple(replace(one, passages=self.clipped(one.passages)) for one in report.clusters),
            quotes=quotes,
            figures=figures,
            claims=claims,
            hidden=tuple(self._claims(report.hidden, kept)),
            findings=tuple(replace(one, spans=self.all(one.spans)) for one in report.findings if one.claim in names),
            variants=tuple(self._variants(one) for one in report.variants if one.claim in names),
        )

    def _quotes(self, quotes: Iterable[Quote]) -> Iterator[Quote]:
        left = {quote.id: place for quote in quotes if (place := self.move(quote.content))}
        for quote in quotes:
            if quote.id in left:
                cue, speaker, via = (self.maybe(part) for part in (quote.cue, quote.speaker, quote.via))
                within = quote.within if quote.within in left else None
                yield replace(quote, content=left[quote.id], cue=cue, speaker=speaker, via=via, within=within)

    def _figures(self, figures: Iterable[Figure]) -> Iterator[Figure]:
        for figure in figures:
            if place := self.move(figure.span):
                yield replace(
                    figure,
                    span=place,
                    counts=self.maybe(figure.counts),
                    about=self.maybe(figure.about),
                    as_of_basis=self.maybe(figure.as_of_basis),
                )

    def _claims(self, claims: Iterable[Claim], kept: frozenset[str]) -> Iterator[Claim]:
        for claim in claims:
            made = tuple(self._appearances(claim.appearances))
            statement = self.move(claim.statement)
            if made and statement:
                yield replace(
                    claim,
                    statement=statement,
                    appearances=made,
                    quotes=tuple(name for name in claim.quotes if name in kept),
                    figures=tuple(name for name in claim.figures if name in kept),
                )

    def _appearances(self, appearances: Iterable[Appearance]) -> Iterator[Appearance]:
        for one in appearances:
            if place := self.move(one.span):
                yield replace(one, span=place, hedges=self.all(one.hedges), via=self.maybe(one.via))

    def _variants(self, table: Variants) -> Variants:
        """All of a table is compared, and so left; an empty cell may stand just outside of what is."""
        moves = [(self.move(one), self.move(other)) for one, other in table.moves]
        return replace(
            table,
            witnesses=self.all(table.witnesses),
            columns=tuple(self._column(column) for column in table.columns),
            moves=tuple((one, other) for one, other in moves if one and other),
        )

    def _column(self, column: Column) -> Column:
        return replace(column, cells=tuple(self.move(cell) or Span(cell.siglum, 0, 0) for cell in column.cells))


def _published(
    entries: Iterable[Entry], report: Report, passages: frozenset[str], sigla: frozenset[str]
) -> Iterator[Entry]:
    """What the registry may tell: of articles in excerpts nothing that is withheld, and no words of earlier days."""
    claims = frozenset(claim.id for claim in report.claims)
    there = passages | claims | {one.id for one in report.quotes} | {one.id for one in report.figures}
    for entry in entries:
        carriers = {entry.siglum, *(stay.siglum for stay in entry.stays)}
        if entry.kind not in {"passage", "quote", "figure", "claim"} or not carriers & sigla:
            yield entry
        elif entry.id in there:
            yield replace(entry, was=())
        elif not entry.live and (entry.kind != "claim" or len(carriers - {""}) > 1):
            yield replace(entry, exact="", prefix="", suffix="", was=())
