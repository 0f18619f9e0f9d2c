"""A report, with what pages ask of it again and again: names, addresses, and who points at what."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, partial
from typing import Any

from generator.charts import draw_figures
from generator.excerpts import is_excerpt
from generator.model import Appearance, Article, Claim, Collation, Event, Figure, Quote, Report, Span
from generator.pages.address import name_part
from generator.pages.axes import chart_names
from generator.pages.closest import find_closest
from generator.pages.imprint import Imprint
from generator.pages.tongue import Tongue, load_tongue
from generator.permalinks import UNKNOWN_DAY, Registry, next_stamp, register
from generator.revisions import find_revisions
from generator.spans import SpanIndex
from generator.words import tokenize


@dataclass(frozen=True, slots=True)
class Lookup:
    """One report and its indexes; ``articles`` are in order of publication, then of siglum.

    ``passages`` gives each sentence's identifier, which is its fragment on the article's page, ``withheld`` by
    siglum those of sentences that may not be shown. ``draw`` gives the chart of a group of figures, drawn once however
    many pages show it, ``compare`` the closest wordings of a claim, by its identifier, in two articles, whose sigla are
    in order; ``changed`` tells that there is a page of changes. ``day`` is that of the last publication (ISO 8601), ""
    where no article has a date; ``imprint`` says who publishes.
    """

    report: Report
    articles: tuple[Article, ...]
    labels: Mapping[str, str]
    outlet_slugs: Mapping[str, str]
    claims: Mapping[str, Claim]
    claim_of_quote: Mapping[str, Claim]
    claim_of_cluster: Mapping[str, Claim]
    sentences: Mapping[str, tuple[Span, ...]]
    words: Mapping[str, int]
    claims_by_siglum: Mapping[str, tuple[Claim, ...]]
    groups: Mapping[str, tuple[Figure, ...]]
    draw: Callable[[str], dict[str, Any]]
    compare: Callable[[str, str, str], Collation]
    places: SpanIndex[Span]
    passages: Mapping[Span, str]
    withheld: Mapping[str, tuple[str, ...]]
    changed: bool
    day: str
    imprint: Imprint

    @property
    def tongue(self) -> Tongue:
        """The language of the site's own words."""
        return load_tongue(self.imprint.lang)

    @property
    def event(self) -> Event:
        """The event reported on."""
        return self.report.event

    @property
    def root(self) -> str:
        """The address of the event's own page."""
        return f"{name_part(self.event.name)}/"

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets, each once, in the order in which they first published."""
        return tuple(dict.fromkeys(article.outlet for article in self.articles))

    def article_path(self, siglum: str) -> str:
        """The address of an annotated article."""
        return f"{self.root}articles/{name_part(siglum)}/"

    def claim_path(self, claim: Claim) -> str:
        """The address of a claim's page."""
        return f"{self.root}claims/{name_part(claim.slug)}/"

    def outlet_path(self, outlet: str) -> str:
        """The address of an outlet's profile."""
        return f"{self.root}outlets/{self.outlet_slugs[outlet]}/"

    def passage_at(self, span: Span) -> str:
        """The identifier of the sentence in which a span begins, or of the last before it; "" where there is none."""
        sentences = self.sentences.get(span.siglum, ())
        found = bisect_right(sentences, span.start, key=lambda sentence: sentence.start)
        return self.passages[sentences[found - 1]] if found else ""

    def sentences_at(self, span: Span) -> tuple[Span, ...]:
        """The sentences that touch a span."""
        return self.places.touching(span)

    def sentence_of(self, span: Span) -> Span:
        """The sentences that a span touches, as one span that always holds it."""
        touched = self.sentences_at(span)
        start = min([span.start, *(sentence.start for sentence in touched)])
        return Span(span.siglum, start, max([span.end, *(sentence.end for sentence in touched)]))

    def opening_of(self, article: Article) -> Span | None:
        """The first sentence of an article's body, behind headline and standfirst; ``None`` where it is withheld."""
        heads = [head.end for head in (article.headline, article.standfirst) if head]
        begin = max(heads, default=0)
        first = next((item for item in self.sentences.get(article.siglum, ()) if item.start >= begin), None)
        if first and is_excerpt(article) and article.text[begin : first.start].strip():
            return None
        return first

    def carriers(self, claim: Claim) -> tuple[Article, ...]:
        """The articles that carry a claim, in order of publication."""
        sigla = {appearance.span.siglum for appearance in claim.appearances}
        return tuple(article for article in self.articles if article.siglum in sigla)

    def outlets_of(self, claim: Claim) -> tuple[str, ...]:
        """The outlets that carry a claim, once each."""
        return tuple(dict.fromkeys(article.outlet for article in self.carriers(claim)))

    def claims_in(self, siglum: str) -> tuple[Claim, ...]:
        """The claims that an article makes."""
        return self.claims_by_siglum.get(siglum, ())

    def group(self, name: str) -> tuple[Figure, ...]:
        """The figures that count the same thing."""
        return self.groups.get(name, ())

    def group_of(self, figure: Figure) -> tuple[Figure, ...]:
        """A figure and those that count the same thing; itself alone where it is in no group."""
        return self.group(figure.group) if figure.group else (figure,)


def build_lookup(report: Report, registry: Registry | None = None, imprint: Imprint | None = None) -> Lookup:
    """Index a report; nothing in it is changed. Addresses are its registry's, or come from its words alone."""
    registry = registry or register(report)
    report = registry.report
    articles = tuple(sorted(report.event.articles, key=lambda article: (*_moment(article.published), article.siglum)))
    return Lookup(
        report=report,
        articles=articles,
        labels=_labels(articles),
        outlet_slugs=registry.outlets,
        claims={claim.id: claim for claim in report.claims},
        claim_of_quote=_owners(report.claims, lambda claim: claim.quotes),
        claim_of_cluster=_owners(report.claims, lambda claim: claim.clusters),
        sentences=_by_siglum(report.sentences),
        words={one.siglum: count_words(one.text) if one.length is None else one.length for one in articles},
        claims_by_siglum=_claims_by_siglum(report.claims),
        groups=_groups(report.figures),
        places=SpanIndex(report.sentences, lambda sentence: sentence),
        draw=cache(partial(draw_figures, report, names=chart_names(load_tongue((imprint or Imprint()).lang)))),
        compare=cache(partial(_compare, report.event, {claim.id: claim for claim in report.claims})),
        passages=registry.passages,
        withheld=registry.withheld,
        changed=any(entry.kind == "publication" for entry in registry.entries) or _amended(articles),
        day=_day(report, registry),
        imprint=imprint or Imprint(),
    )


def _day(report: Report, registry: Registry) -> str:
    day = next_stamp(report, registry.entries).day
    return "" if day == UNKNOWN_DAY else day


def _amended(articles: Iterable[Article]) -> bool:
    """Whether an earlier version of an article differs from the next."""
    return any(revision.amendments for article in articles for revision in find_revisions(article))


def appearances_in(claim: Claim, siglum: str) -> tuple[Appearance, ...]:
    """Where one article makes a claim, in order of the text."""
    found = [appearance for appearance in claim.appearances if appearance.span.siglum == siglum]
    return tuple(sorted(found, key=lambda appearance: appearance.span))


def peek_name(claim: Claim) -> str:
    """By what a mark in an article finds the card of a claim."""
    return f"of-{name_part(claim.slug)}"


def count_words(text: str) -> int:
    """Words and numbers in a text; punctuation does not count."""
    return sum(token.kind != "mark" for token in tokenize(text))


def speakers(quotes: Iterable[Quote]) -> Counter[str]:
    """How often each named speaker is quoted."""
    return Counter(quote.speaker_name for quote in quotes if quote.speaker_name)


def _compare(event: Event, claims: Mapping[str, Claim], claim: str, base: str, witness: str) -> Collation:
    first, second = (appearances_in(claims[claim], siglum) for siglum in (base, witness))
    return find_closest(event, (item.span for item in first), (item.span for item in second))


def _moment(published: date | datetime | None) -> tuple[bool, str, str]:
    """A key that sorts days and times together, days first, unknown last."""
    if published is None:
        return (True, "", "")
    if not isinstance(published, datetime):
        return (False, published.isoformat(), "")
    moment = published if published.tzinfo is None else published.astimezone(UTC)
    return (False, moment.date().isoformat(), moment.time().isoformat())


def _labels(articles: Iterable[Article]) -> dict[str, str]:
    """Each article by its outlet's name, numbered in order of publication where an outlet has several."""
    articles = tuple(articles)
    total = Counter(article.outlet for article in articles)
    seen: Counter[str] = Counter()
    labels = {}
    for article in articles:
        seen[article.outlet] += 1
        number = f" ({seen[article.outlet]})" if total[article.outlet] > 1 else ""
        labels[article.siglum] = article.outlet + number
    return labels


def _groups(figures: Iterable[Figure]) -> dict[str, tuple[Figure, ...]]:
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.group:
            found[figure.group].append(figure)
    return {name: tuple(items) for name, items in found.items()}


def _owners(claims: Iterable[Claim], parts: Callable[[Claim], Iterable[str]]) -> dict[str, Claim]:
    """For each part the claim that holds it; of several the one with most articles, then the first."""
    owners: dict[str, Claim] = {}
    for claim in claims:
        for part in parts(claim):
            if part not in owners or _breadth(claim) > _breadth(owners[part]):
                owners[part] = claim
    return owners


def _breadth(claim: Claim) -> int:
    return len({appearance.span.siglum for appearance in claim.appearances})


def _by_siglum(spans: Iterable[Span]) -> dict[str, tuple[Span, ...]]:
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for span in sorted(spans):
        found[span.siglum].append(span)
    return {siglum: tuple(items) for siglum, items in found.items()}


def _claims_by_siglum(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for siglum in sorted({appearance.span.siglum for appearance in claim.appearances}):
            found[siglum].append(claim)
    return {siglum: tuple(items) for siglum, items in found.items()}
