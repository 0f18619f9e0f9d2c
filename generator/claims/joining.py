"""What goes together becomes one claim: one statement, and each place where an article makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from generator.claims.likeness import Likeness
from generator.claims.pieces import Places, cut_passages
from generator.model import Appearance, Claim, Cluster, Event, Figure, Quote, Span, Stance, identify
from generator.words import slugify, tokenize

Reading = Callable[[Span], tuple[Stance, tuple[Span, ...], str | None]]
"""How an article carries a sentence: its stance, its hedges, and who is credited."""


@dataclass(frozen=True)
class _Evidence:
    """All that a claim may be made of."""

    event: Event
    places: Places
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    read: Reading
    likeness: Likeness

    def quotes_in(self, siglum: str) -> tuple[Quote, ...]:
        """The quotes of one article."""
        return self._of_article[0].get(siglum, ())

    def figures_in(self, siglum: str) -> tuple[Figure, ...]:
        """The figures of one article."""
        return self._of_article[1].get(siglum, ())

    @cached_property
    def _of_article(self) -> tuple[dict[str, tuple[Quote, ...]], dict[str, tuple[Figure, ...]]]:
        sigla = [article.siglum for article in self.event.articles]
        quotes = {name: tuple(quote for quote in self.quotes if quote.content.siglum == name) for name in sigla}
        figures = {name: tuple(figure for figure in self.figures if figure.span.siglum == name) for name in sigla}
        return quotes, figures


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim before its appearances are read: where it is made, and what says so."""

    spans: tuple[Span, ...]
    rule: str
    score: float = 1.0
    clusters: tuple[str, ...] = ()
    statement: Span | None = None


def build_claims(
    event: Event,
    *,
    sentences: Sequence[Span],
    clusters: Sequence[Cluster],
    quotes: Sequence[Quote],
    figures: Sequence[Figure],
    read: Reading,
    least_quote_words: int = 4,
    least_alike: float = 0.3,
    likeness: Sequence[tuple[int, float]] = ((3, 0.4), (5, 0.33)),
) -> tuple[Claim, ...]:
    """Claims in order of how many articles make them, then of their statement's place.

    Joined are passages of one cluster, cut at the ends of sentences (pieces alike by ``least_alike``); clusters whose
    passages stand in the same sentences of at least two articles; figures that count one thing; and statements of two
    outlets whose tf-idf cosine is what ``likeness`` asks of that many shared stems or more. What only one outlet
    carries is a claim too, where it is a quotation of at least ``least_quote_words`` words or a figure. ``read`` gives
    the stance of a sentence with no quote in the appearance.
    """
    measure = Likeness(event, sentences, likeness)
    evidence = _Evidence(event, Places(sentences), tuple(quotes), tuple(figures), read, measure)
    parts = [part for cluster in clusters for part in _of_cluster(evidence, cluster, least_alike)]
    shared = _merged(parts, evidence.places)
    counted = list(_of_figures(evidence, shared))
    alone = list(_of_one(evidence, [*shared, *counted], least_quote_words))
    told = _likened(evidence, shared, alone)
    claims = [_claim(evidence, draft) for draft in (*told, *counted)]
    ordered = sorted(claims, key=lambda claim: (len(claim.omitted_by), claim.statement, claim.id))
    return tuple(_with_slugs(event, ordered))


def _of_cluster(evidence: _Evidence, cluster: Cluster, least_alike: float) -> Iterator[_Draft]:
    for spans in cut_passages(evidence.event, cluster.passages, evidence.places, least_alike=least_alike):
        yield _Draft(spans, "shared passage", cluster.similarity, (cluster.id,))


def _merged(drafts: Iterable[_Draft], places: Places) -> list[_Draft]:
    """Put clusters together that stand in the same sentences of two articles: they are pieces of one statement."""
    done: list[_Draft] = []
    for draft in drafts:
        for n, other in enumerate(done):
            if _same_sentences(draft, other, places):
                done[n] = _union(other, draft, places)
                break
        else:
            done.append(draft)
    return done


def _same_sentences(one: _Draft, other: _Draft, places: Places) -> bool:
    mine = {places.sentence(span) for span in one.spans}
    theirs = {places.sentence(span) for span in other.spans}
    return len({sentence.siglum for sentence in mine & theirs}) > 1


def _union(one: _Draft, other: _Draft, places: Places) -> _Draft:
    spans: dict[Span, Span] = {}
    for span in (*one.spans, *other.spans):
        sentence = places.sentence(span)
        held = spans.get(sentence, span)
        spans[sentence] = Span(span.siglum, min(held.start, span.start), max(held.end, span.end))
    rule = "shared passages of the same sentences"
    return _Draft(tuple(sorted(spans.values())), rule, min(one.score, other.score), one.clusters + other.clusters)


def _of_figures(evidence: _Evidence, shared: Sequence[_Draft]) -> Iterator[_Draft]:
    """One draft a group that two articles carry, unless the group lies within one shared passage."""
    for group in _groups(evidence.figures):
        holders = [draft for draft in shared if all(_inside(figure.span, draft.spans) for figure in group)]
        if len({figure.span.siglum for figure in group}) > 1 and not holders:
            spans = _unique(evidence.places.sentence(figure.span) for figure in group)
            yield _Draft(spans, "figures that count one thing", statement=_counted(evidence, group, spans))


def _counted(evidence: _Evidence, group: Sequence[Figure], sentences: Sequence[Span]) -> Span:
    """What a group counts, in its fullest wording, for no outlet's number should head the others'.

    A bare noun says too little; the shortest sentence stands in for it.
    """
    things = [figure.counts for figure in group if figure.counts and _length(evidence.event, figure.counts) > 1]
    if things:
        return max(things, key=lambda span: (_length(evidence.event, span), span.siglum, span.start))
    return min(sentences, key=lambda span: (len(span), span))


def _groups(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    grouped = sorted((figure for figure in figures if figure.group), key=lambda figure: (figure.group, figure.span))
    for _, group in groupby(grouped, key=lambda figure: figure.group):
        yield list(group)


def _of_one(evidence: _Evidence, drafts: Sequence[_Draft], least_words: int) -> Iterator[_Draft]:
    """Quotations and figures that only one article carries, a sentence at most once."""
    covered: dict[str, list[Span]] = {}
    for span in (span for draft in drafts for span in draft.spans):
        covered.setdefault(span.siglum, []).append(span)
    contents = [quote.content for quote in evidence.quotes if _length(evidence.event, quote.content) >= least_words]
    candidates = [(content, content, "a quotation") for content in contents]
    candidates += [(figure.span, evidence.places.sentence(figure.span), "a figure") for figure in evidence.figures]
    seen: set[Span] = set()
    for span, statement, rule in sorted(candidates):
        sentence = evidence.places.sentence(span)
        if sentence in seen or any(_mostly(statement, other) for other in covered.get(span.siglum, ())):
            continue
        seen.add(sentence)
        yield _Draft((statement,), f"{rule} of one outlet")


def _likened(evidence: _Evidence, shared: Sequence[_Draft], alone: Sequence[_Draft]) -> list[_Draft]:
    """Give each statement of one outlet to the shared draft it is most like; those left may pair among themselves.

    Likeness is to what the draft had before: nothing is joined through a third.
    """
    homes = [*shared, *alone]
    gained: dict[int, list[tuple[float, _Draft]]] = {}
    moved: set[int] = set()
    scores = [
        (m >= len(shared), -_closeness(evidence, homes[n], homes[m]), m, n)
        for n, m in evidence.likeness.candidates([home.spans for home in homes], range(len(shared), len(homes)))
    ]
    for _, distance, home, n in sorted(score for score in scores if score[1]):
        if n not in moved and n not in gained and home not in moved:
            moved.add(n)
            gained.setdefault(home, []).append((-distance, homes[n]))
    return [_grown(home, gained.get(n, ())) for n, home in enumerate(homes) if n not in moved]


def _closeness(evidence: _Evidence, draft: _Draft, home: _Draft) -> float:
    """The highest cosine between a statement and an appearance in another outlet; 0 where it is not enough."""
    event, (span, *_) = evidence.event, draft.spans
    others = (other for other in home.spans if event.outlet_of(other) != event.outlet_of(span))
    return max((evidence.likeness.between(span, other) for other in others), default=0.0)


def _grown(home: _Draft, gained: Iterable[tuple[float, _Draft]]) -> _Draft:
    new = [draft for _, draft in gained]
    if not new:
        return home
    spans = tuple(sorted({*home.spans, *(span for draft in new for span in draft.spans)}))
    rule = f"{home.rule}, rare words in common" if home.clusters else "rare words in common"
    return _Draft(spans, rule, min([home.score, *(score for score, _ in gained)]), home.clusters)


def _length(event: Event, span: Span) -> int:
    tokens = tokenize(event.article(span.siglum).text, span.start, span.end)
    return sum(token.kind != "mark" for token in tokens)


def _claim(evidence: _Evidence, draft: _Draft) -> Claim:
    spans = tuple(sorted(draft.spans))
    appearances = tuple(_appearance(span, evidence) for span in spans)
    statement = draft.statement or max(spans, key=lambda span: (len(span), span.siglum))
    carriers = {span.siglum for span in spans}
    return Claim(
        id=identify("c", evidence.event, spans),
        slug="",
        statement=statement,
        appearances=appearances,
        rule=draft.rule,
        score=draft.score,
        clusters=tuple(sorted(draft.clusters)),
        quotes=_ids(
            quote.id for name in carriers for quote in evidence.quotes_in(name) if _touches(quote.content, spans)
        ),
        figures=_ids(
            figure.id for name in carriers for figure in evidence.figures_in(name) if _inside(figure.span, spans)
        ),
        omitted_by=tuple(article.siglum for article in evidence.event.articles if article.siglum not in carriers),
        origins=_origins(appearances),
    )


def _appearance(span: Span, evidence: _Evidence) -> Appearance:
    """A quotation carries its own stance and speaker; the outlet's own words are read by the sentence."""
    around = [quote for quote in evidence.quotes_in(span.siglum) if _mostly(quote.content, span)]
    if around:
        best = max(around, key=lambda quote: (_overlap(quote.content, span), quote.speaker_name or "", quote.id))
        return Appearance(span, best.stance, best.speaker_name)
    stance, hedges, speaker = evidence.read(evidence.places.sentence(span))
    return Appearance(span, stance, speaker, hedges)


def _mostly(one: Span, other: Span) -> bool:
    """Whether more than half of the shorter lies in the longer."""
    return 2 * _overlap(one, other) > min(len(one), len(other))


def _overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start) if one.overlaps(other) else 0


def _origins(appearances: Sequence[Appearance]) -> tuple[str, ...]:
    """The one speaker all of several articles credit, by surname; nobody where they differ or name none."""
    names = [appearance.speaker_name for appearance in appearances]
    surnames = {name.casefold().split()[-1] if name and name.split() else None for name in names}
    if len({appearance.span.siglum for appearance in appearances}) < 2 or len(surnames) > 1 or None in surnames:  # noqa: PLR2004 - one article has no common origin
        return ()
    return (max((name for name in names if name), key=lambda name: (len(name), name)),)


def _with_slugs(event: Event, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Addresses from the statement's words; of two alike, the later gets its identifier's digits as well."""
    taken: set[str] = set()
    for claim in claims:
        slug = slugify(event[claim.statement]) or claim.id
        if slug in taken:
            slug = f"{slug}-{claim.id.partition('-')[2]}"
        while slug in taken:
            slug += "-x"
        taken.add(slug)
        yield replace(claim, slug=slug)


def _inside(span: Span, spans: Iterable[Span]) -> bool:
    return any(other.contains(span) for other in spans)


def _touches(span: Span, spans: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in spans)


def _ids(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))


def _unique(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))
