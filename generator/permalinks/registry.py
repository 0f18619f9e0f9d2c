"""A report under the identifiers of its registry, and the registry as it is after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model import Article, Claim, Event, Figure, Quote, Report, Span, identify_each
from generator.permalinks.articles import enter_articles, move_passages
from generator.permalinks.changes import enter_publications
from generator.permalinks.claims import Members, enter_claims, enter_groups
from generator.permalinks.entries import Entry, Names, Stamp, by_id
from generator.permalinks.findings import enter_findings
from generator.permalinks.matching import find_figures
from generator.permalinks.names import enter_outlets, enter_speakers
from generator.permalinks.texts import Found, Homes, by_siglum, enter, find_cuts, join_lost, place_of

UNKNOWN_DAY = "1970-01-01"
"""The day of a publication whose articles have none."""


@dataclass(frozen=True, slots=True)
class Registry:
    """A report whose identifiers and slugs are those of the registry, and all that was ever published beside it.

    ``passages`` gives the identifier of each sentence, ``outlets`` the address of each outlet by its name;
    ``withheld`` are, by siglum, identifiers of sentences that may not be shown.
    """

    report: Report
    entries: tuple[Entry, ...]
    passages: Mapping[Span, str]
    outlets: Mapping[str, str]
    withheld: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def register(report: Report, entries: Iterable[Entry] = (), *, day: str = "") -> Registry:
    """Find again what was published before, and enter what is new; without entries every identifier stays as it is.

    ``day`` is the day of this publication (ISO 8601), that of the newest article where it is empty. The entries come
    back in order of identifier, and unchanged where the report brings nothing new: to register twice is to register
    once.
    """
    old = tuple(entries)
    stamp = next_stamp(report, old, day)
    names = Names({entry.id for entry in old})
    outlets_before = {entry.siglum: entry.exact for entry in _of(old, "article")}
    passages, sentences = _enter_passages(report, outlets_before, _of(old, "passage"), names, stamp)
    cuts = find_cuts(sentences, by_id(old))
    homes = Homes(passages)
    quotes, said = _enter_quotes(report, _of(old, "quote"), homes, names, stamp)
    figures, counted = _enter_figures(report, _of(old, "figure"), homes, names, stamp)
    parts = by_id([*sentences, *said, *counted])
    report = _renamed(report, quotes, figures)
    groups, grouped = enter_groups(report, _of(old, "group"), parts, names, stamp)
    report = replace(
        report, figures=tuple(replace(one, group=groups.get(one.group or "", one.group)) for one in report.figures)
    )
    claims, claimed = enter_claims(report, _of(old, "claim"), Members(homes, parts, cuts), names, stamp)
    report = _reclaimed(report, claims)
    members = Members(homes, {**parts, **by_id(claimed)}, cuts)
    findings, differing = enter_findings(report, _of(old, "finding"), members, names, stamp)
    report = replace(report, findings=findings)
    outlets, publishers = enter_outlets(report, _of(old, "outlet"), stamp)
    rest = [
        *enter_articles(report, _of(old, "article"), _of(old, "passage"), by_id(sentences), stamp),
        *enter_speakers(report, _of(old, "speaker"), stamp),
    ]
    every = [*sentences, *said, *counted, *grouped, *claimed, *differing, *publishers, *rest]
    every += enter_publications([*every, *_of(old, "publication")])
    return Registry(report, tuple(sorted(every, key=lambda entry: entry.id)), passages, outlets)


def retire(name: str, entries: Iterable[Entry], *, day: str = "") -> Registry:
    """The registry of an event that was taken out, of which everything is gone."""
    return register(Report(Event(name, ())), entries, day=day)


def silence(registry: Registry) -> Registry:
    """A registry to show of an event that was taken out: of its articles no words."""
    entries = (
        replace(entry, exact="", prefix="", suffix="", was=())
        if entry.kind in {"passage", "quote", "figure", "claim"}
        else entry
        for entry in registry.entries
    )
    return replace(registry, entries=tuple(entries))


def next_stamp(report: Report, entries: Iterable[Entry], day: str = "") -> Stamp:
    """The publication after the last that the entries know; its day is never before that one's."""
    stamps = [stamp for entry in entries for stamp in _stamps(entry)]
    newest = (article.updated or article.published for article in report.event.articles)
    day = day or max((moment.isoformat()[:10] for moment in newest if moment), default=UNKNOWN_DAY)
    return Stamp(1 + max((stamp.number for stamp in stamps), default=0), max([day, *(one.day for one in stamps)]))


def name_passages(article: Article, sentences: Iterable[Span]) -> dict[Span, str]:
    """The identifiers that an article's sentences have by their words alone."""
    own = sorted(span for span in sentences if span.siglum == article.siglum)
    return dict(zip(own, identify_each("p", article, own), strict=True))


def _stamps(entry: Entry) -> list[Stamp]:
    stays = [stamp for stay in entry.stays for stamp in (stay.since, stay.until)]
    away = [stamp for pause in entry.away for stamp in pause]
    return [stamp for stamp in (entry.since, entry.gone, *stays, *away, *(when for when, _ in entry.was)) if stamp]


def _of(entries: Iterable[Entry], kind: str) -> list[Entry]:
    return [entry for entry in entries if entry.kind == kind]


def _enter_passages(
    report: Report, was: Mapping[str, str], old: Sequence[Entry], names: Names, stamp: Stamp
) -> tuple[dict[Span, str], list[Entry]]:
    """Article by article; then what left one article for another of the same outlet, and what a sentence took in."""
    mine = by_siglum(old)
    ids: dict[Span, str] = {}
    entries: list[Entry] = []
    for article in report.event.articles:
        named = name_passages(article, report.sentences)
        found = [Found(name, place_of(report.event, span)) for span, name in named.items()]
        known, entered = enter("passage", mine.pop(article.siglum, []), found, names, stamp)
        ids |= {span: known[n] for n, span in enumerate(named)}
        entries += entered
    entries += [replace(entry, gone=stamp) if entry.live else entry for left in mine.values() for entry in left]
    ids, entries = move_passages(report, was, ids, entries, stamp)
    outlets = {**was, **{article.siglum: article.outlet for article in report.event.articles}}
    return ids, join_lost(entries, by_id(old), outlets, stamp)


def _enter_quotes(
    report: Report, old: Sequence[Entry], homes: Homes, names: Names, stamp: Stamp
) -> tuple[dict[str, str], list[Entry]]:
    quotes = sorted(report.quotes, key=lambda quote: (quote.content, quote.id))
    found = [Found(one.id, place_of(report.event, one.content, homes.at(one.content))) for one in quotes]
    known, entries = enter("quote", old, found, names, stamp)
    return {quote.id: known[n] for n, quote in enumerate(quotes)}, entries


def _enter_figures(
    report: Report, old: Sequence[Entry], homes: Homes, names: Names, stamp: Stamp
) -> tuple[dict[str, str], list[Entry]]:
    figures = sorted(report.figures, key=lambda figure: (figure.span, figure.id))
    found = [Found(one.id, place_of(report.event, one.span, homes.at(one.span))) for one in figures]
    known, entries = enter("figure", old, found, names, stamp, find=find_figures)
    return {figure.id: known[n] for n, figure in enumerate(figures)}, entries


def _renamed(report: Report, quotes: Mapping[str, str], figures: Mapping[str, str]) -> Report:
    """The report with new names for quotes and figures, wherever they are named."""

    def quote(one: Quote) -> Quote:
        return replace(one, id=quotes[one.id], within=quotes.get(one.within or ""))

    def figure(one: Figure) -> Figure:
        return replace(one, id=figures[one.id])

    def claim(one: Claim) -> Claim:
        said, counted = {quotes[name] for name in one.quotes}, {figures[name] for name in one.figures}
        return replace(one, quotes=tuple(sorted(said)), figures=tuple(sorted(counted)))

    return replace(
        report,
        quotes=tuple(quote(one) for one in report.quotes),
        figures=tuple(figure(one) for one in report.figures),
        claims=tuple(claim(one) for one in report.claims),
        hidden=tuple(claim(one) for one in report.hidden),
    )


def _reclaimed(report: Report, claims: Sequence[Claim]) -> Report:
    """The report with its claims under other names, and what speaks of them."""
    names = {old.id: new.id for old, new in zip(report.claims, claims, strict=True)}
    findings = tuple(replace(one, claim=names.get(one.claim, one.claim)) for one in report.findings)
    variants = tuple(replace(one, claim=names.get(one.claim, one.claim)) for one in report.variants)
    return replace(report, claims=tuple(claims), findings=findings, variants=variants)
