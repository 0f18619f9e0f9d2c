"""What differs between outlets on one claim, as typed rows: named by rule, never judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from generator.collation import collate
from generator.model import Appearance, Claim, Edit, Event, Figure, Finding, Quote, Span, identify
from generator.words import spell, tokenize

_MOST = 0.6  # of a passage: what is cut off it are marks and a cue
_SURER = {"confirms", "acknowledges"}
_DISTANT = {"claims", "did not say", "stopped short of confirming", "no evidence"}
_DENIED = {"denies"}
_NOT_DENIED = {"did not deny", "no longer denies", "stopped short of confirming", "did not say"}


def find_differences(
    event: Event,
    *,
    claims: Sequence[Claim],
    quotes: Sequence[Quote],
    figures: Sequence[Figure],
    least_similarity: float = 0.7,
    least_words: int = 5,
) -> tuple[Finding, ...]:
    """Findings in order of kind and place; those of one kind and claim whose places meet are one.

    *quote-altered*: two outlets' quotations, alike by ``least_similarity`` or more, differ in a word;
    *attribution-lost*: at least ``least_words`` words of a quotation in one outlet stand in another, as alike, without
    marks or anyone credited;
    *stance-conflict*: one outlet confirms what another only claims, or denies where another says there was no denial;
    *figure-conflict*: figures of different outlets that count one thing have no value in common.
    """
    found: list[Finding] = []
    for claim in claims:
        found += _altered(event, claim, quotes, least_similarity)
        found += _unattributed(event, claim, quotes, least_similarity, least_words)
        found += _stances(event, claim)
        found += _figures(event, claim, figures)
    joined = (_identified(event, finding) for finding in _joined(found))
    return tuple(sorted(joined, key=lambda finding: (finding.kind, finding.spans, finding.id)))


def _finding(kind: str, claim: Claim, spans: Iterable[Span], note: str) -> Finding:
    return Finding("", kind, claim.id, tuple(sorted(set(spans))), note)


def _joined(findings: Iterable[Finding]) -> list[Finding]:
    """Three outlets against one make one finding, not three."""
    joined: list[Finding] = []
    for finding in findings:
        meets = [other for other in joined if _meet(finding, other)]
        spans = {span for other in (*meets, finding) for span in other.spans}
        notes = sorted({other.note for other in (*meets, finding)})
        joined = [other for other in joined if other not in meets]
        joined.append(replace(finding, spans=tuple(sorted(spans)), note="; ".join(notes)))
    return joined


def _meet(one: Finding, other: Finding) -> bool:
    return (one.kind, one.claim) == (other.kind, other.claim) and not set(one.spans).isdisjoint(other.spans)


def _identified(event: Event, finding: Finding) -> Finding:
    """The claim's own identifier takes part: two claims may share a place, two findings no identifier."""
    place = identify(f"f-{finding.kind}", event, finding.spans)
    return replace(finding, id=f"{place}-{finding.claim.partition('-')[2]}")


def _pairs(event: Event, spans: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    for one, other in combinations(sorted(spans), 2):
        if event.outlet_of(one) != event.outlet_of(other):
            yield one, other


def _altered(event: Event, claim: Claim, quotes: Sequence[Quote], least: float) -> Iterator[Finding]:
    parts = (_marked_part(appearance.span, quotes) for appearance in claim.appearances)
    for one, other in _pairs(event, (part for part in parts if part)):
        if event.article(one.siglum).lang[:2] != event.article(other.siglum).lang[:2]:
            continue
        collation = collate(event, one, other)
        if collation.similarity >= least and _alters(event, collation.edits):
            yield _finding("quote-altered", claim, (one, other), "words inside quotation marks differ")


def _marked_part(span: Span, quotes: Sequence[Quote]) -> Span | None:
    """The part of a span that stands inside quotation marks, where that is most of it."""
    for quote in quotes:
        if quote.kind != "indirect" and quote.content.overlaps(span):
            part = Span(span.siglum, max(span.start, quote.content.start), min(span.end, quote.content.end))
            if len(part) >= _MOST * len(span):
                return part
    return None


def _alters(event: Event, edits: Sequence[Edit]) -> bool:
    """Whether a word differs by more than British and American spelling.

    What only one side has at either end is no alteration: a quotation cut short is shorter, not altered.
    """
    words = [tuple(_spelled(event, span) for span in (edit.base, edit.witness)) for edit in edits]
    kept = [n for n, edit in enumerate(edits) if edit.operation == "keep" and words[n][0]]
    for n, (base, witness) in enumerate(words):
        inner = bool(kept) and kept[0] < n < kept[-1]
        if base != witness and (inner or (base and witness)):
            return True
    return False


def _spelled(event: Event, span: Span) -> list[str]:
    return [spell(token.folded) for token in tokenize(event[span]) if token.kind != "mark"]


def _unattributed(
    event: Event, claim: Claim, quotes: Sequence[Quote], least: float, least_words: int
) -> Iterator[Finding]:
    held = {appearance.span: appearance for appearance in claim.appearances}
    for one, other in _pairs(event, held):
        for quoted, plain in ((one, other), (other, one)):
            if not (_is_credited(quoted, quotes) and _is_own_voice(held[plain], quotes)):
                continue
            enough = min(len(_spelled(event, span)) for span in (quoted, plain)) >= least_words
            if enough and collate(event, quoted, plain).similarity >= least:
                note = "a quotation in one outlet, another's own voice"
                yield _finding("attribution-lost", claim, (quoted, plain), note)


def _is_credited(span: Span, quotes: Sequence[Quote]) -> bool:
    """Whether a span stands in quotation marks with a name to it."""
    named = [quote for quote in quotes if quote.kind == "direct" and quote.speaker_name]
    return _marked_part(span, named) is not None


def _is_own_voice(appearance: Appearance, quotes: Sequence[Quote]) -> bool:
    if any(quote.content.overlaps(appearance.span) for quote in quotes):
        return False
    return appearance.stance == "own voice" and appearance.speaker_name is None


def _stances(event: Event, claim: Claim) -> Iterator[Finding]:
    for one, other in combinations(claim.appearances, 2):
        if event.outlet_of(one.span) == event.outlet_of(other.span):
            continue
        pair = {one.stance, other.stance}
        if (pair & _SURER and pair & _DISTANT) or (pair & _DENIED and pair & _NOT_DENIED):
            yield _finding("stance-conflict", claim, (one.span, other.span), " / ".join(sorted(pair)))


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
            yield _finding("figure-conflict", claim, (figure.span for figure in apart), "values differ")


def _disjoint(one: Figure, other: Figure) -> bool:
    low, high = one.value, one.high if one.high is not None else one.value
    other_low, other_high = other.value, other.high if other.high is not None else other.value
    return one.unit == other.unit and (high < other_low or other_high < low)
