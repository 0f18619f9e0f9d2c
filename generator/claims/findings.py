"""What differs between outlets on one claim, as typed rows: named by rule, never judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from generator.collation import collate
from generator.model import Appearance, Claim, Cluster, Collation, Edit, Event, Figure, Finding, Quote, Span, identify
from generator.words import spell, tokenize

_SURER = {"confirms", "acknowledges"}
_DISTANT = {"claims", "did not say", "stopped short of confirming", "no evidence"}
_DENIED = {"denies"}
_NOT_DENIED = {"did not deny", "no longer denies", "stopped short of confirming", "did not say"}


def find_differences(
    event: Event,
    *,
    claims: Sequence[Claim],
    clusters: Sequence[Cluster],
    quotes: Sequence[Quote],
    figures: Sequence[Figure],
    least_similarity: float = 0.7,
) -> tuple[Finding, ...]:
    """Findings in order of kind and place.

    *quote-altered*: two outlets' quotations of one cluster, alike by ``least_similarity`` or more, differ in a word;
    *attribution-lost*: a quotation in one outlet stands in another without marks and without anyone credited;
    *stance-conflict*: one outlet confirms what another only claims, or denies where another says there was no denial;
    *figure-conflict*: figures of different outlets that count one thing have no value in common.
    """
    found: list[Finding] = []
    for claim in claims:
        own = [cluster for cluster in clusters if cluster.id in claim.clusters]
        found += _altered(event, claim, own, quotes, least_similarity)
        found += _unattributed(event, claim, own, quotes)
        found += _stances(event, claim)
        found += _figures(event, claim, figures)
    return tuple(sorted(found, key=lambda finding: (finding.kind, finding.spans, finding.id)))


def _finding(event: Event, kind: str, claim: Claim, spans: Iterable[Span], note: str) -> Finding:
    ordered = tuple(sorted(set(spans)))
    return Finding(identify(f"f-{kind}", event, (*ordered, claim.statement)), kind, claim.id, ordered, note)


def _pairs(event: Event, spans: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    for one, other in combinations(sorted(spans), 2):
        if event.outlet_of(one) != event.outlet_of(other):
            yield one, other


def _altered(
    event: Event, claim: Claim, clusters: Iterable[Cluster], quotes: Sequence[Quote], least: float
) -> Iterator[Finding]:
    for cluster in clusters:
        marked = [span for span in cluster.passages if _quoted(span, quotes)]
        for one, other in _pairs(event, marked):
            if event.article(one.siglum).lang[:2] != event.article(other.siglum).lang[:2]:
                continue
            collation = collate(event, one, other)
            if collation.similarity >= least and any(_alters(event, edit) for edit in _inner(collation)):
                yield _finding(event, "quote-altered", claim, (one, other), "words inside quotation marks differ")


def _inner(collation: Collation) -> Iterator[Edit]:
    """The edits that are no mere cut at either end: a quotation cut short is shorter, not altered."""
    ends = (collation.edits[0], collation.edits[-1]) if collation.edits else ()
    for edit in collation.edits:
        if edit.substance and (edit.operation == "replace" or edit not in ends):
            yield edit


def _alters(event: Event, edit: Edit) -> bool:
    """Whether the words differ by more than British and American spelling."""
    sides = [tokenize(event[span]) for span in (edit.base, edit.witness)]
    words = [[spell(token.folded) for token in side if token.kind != "mark"] for side in sides]
    return words[0] != words[1]


def _quoted(span: Span, quotes: Sequence[Quote]) -> bool:
    return any(quote.kind != "indirect" and quote.content.contains(span) for quote in quotes)


def _unattributed(
    event: Event, claim: Claim, clusters: Iterable[Cluster], quotes: Sequence[Quote]
) -> Iterator[Finding]:
    held = {appearance.span: appearance for appearance in claim.appearances}
    for cluster in clusters:
        for one, other in _pairs(event, cluster.passages):
            for quoted, plain in ((one, other), (other, one)):
                marked = next((quote for quote in quotes if quote.content.contains(quoted)), None)
                if marked and marked.speaker_name and marked.kind == "direct" and _is_own_voice(plain, held, quotes):
                    note = "a quotation in one outlet, another's own voice"
                    yield _finding(event, "attribution-lost", claim, (quoted, plain), note)


def _is_own_voice(span: Span, held: dict[Span, Appearance], quotes: Sequence[Quote]) -> bool:
    appearance = held.get(span)
    if appearance is None or any(quote.content.overlaps(span) for quote in quotes):
        return False
    return appearance.stance == "own voice" and appearance.speaker_name is None


def _stances(event: Event, claim: Claim) -> Iterator[Finding]:
    for one, other in combinations(claim.appearances, 2):
        if event.outlet_of(one.span) == event.outlet_of(other.span):
            continue
        pair = {one.stance, other.stance}
        if (pair & _SURER and pair & _DISTANT) or (pair & _DENIED and pair & _NOT_DENIED):
            yield _finding(event, "stance-conflict", claim, (one.span, other.span), " / ".join(sorted(pair)))


def _figures(event: Event, claim: Claim, figures: Sequence[Figure]) -> Iterator[Finding]:
    own = [figure for figure in figures if figure.id in claim.figures and figure.group]
    for group in sorted({figure.group for figure in own if figure.group}):
        members = [figure for figure in own if figure.group == group]
        apart = [
            figure
            for one, other in combinations(members, 2)
            if event.outlet_of(one.span) != event.outlet_of(other.span) and _disjoint(one, other)
            for figure in (one, other)
        ]
        if apart:
            yield _finding(event, "figure-conflict", claim, (figure.span for figure in apart), "values differ")


def _disjoint(one: Figure, other: Figure) -> bool:
    low, high = one.value, one.high if one.high is not None else one.value
    other_low, other_high = other.value, other.high if other.high is not None else other.value
    return high < other_low or other_high < low
