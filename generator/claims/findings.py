"""What differs between outlets, as typed rows: named by rule, never judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.claims.counting import find_figures
from generator.claims.deadlines import find_dates
from generator.claims.lists import find_skipped, find_trimmed
from generator.claims.naming import find_labels
from generator.claims.notes import Note
from generator.claims.origins import find_origins
from generator.claims.people import Speakers
from generator.claims.placenames import find_names
from generator.claims.quotations import (
    Bars,
    find_altered,
    find_merged,
    find_truncated,
    find_unattributed,
    pair_quotations,
)
from generator.claims.standing import find_denials, find_headlines, find_stances
from generator.claims.wholes import find_wholes
from generator.model import Claim, Event, Figure, Finding, Quote, Span, identify

_BETWEEN = " / "
"""Between the stances that a rule lists."""
_DENIED = "denies"
KINDS = (
    "attribution-lost",
    "date-conflict",
    "figure-conflict",
    "headline-beyond-body",
    "label-variance",
    "list-trimmed",
    "one-origin",
    "quote-altered",
    "quote-merged",
    "quote-truncated",
    "stale-figure",
    "stance-conflict",
)


def find_differences(
    event: Event,
    *,
    claims: Sequence[Claim],
    quotes: Sequence[Quote],
    figures: Sequence[Figure],
    sentences: Sequence[Span],
    least_similarity: float = 0.7,
    least_words: int = 5,
) -> tuple[Finding, ...]:
    """Findings in order of kind and place; those of one kind, claim and rule whose places meet are one.

    The kinds are ``KINDS``; each has its rule where it is found. Two quotations are the same words where
    ``least_similarity`` of them are equal; ``least_words`` are asked of a quotation that is missed elsewhere.
    """
    people, bars = Speakers(event, quotes), Bars(least_similarity, least_words)
    pairs = pair_quotations(event, quotes, people)
    notes = [
        *find_altered(event, claims, pairs, bars),
        *find_truncated(event, claims, pairs, bars),
        *find_merged(event, claims, pairs),
        *find_skipped(event, claims, quotes, people),
        *find_origins(event, claims, quotes, people),
        *find_labels(event, claims, sentences),
        *find_names(event, claims),
        *find_dates(event, claims, sentences),
        *find_wholes(event, claims, figures),
        *find_denials(event, claims, quotes, people),
    ]
    by_id = {quote.id: quote for quote in quotes}
    counted = {figure.id: figure for figure in figures}
    for claim in claims:
        notes += find_unattributed(event, claim, quotes, bars)
        own = [by_id[name] for name in claim.quotes if name in by_id]
        numbers = [counted[name] for name in claim.figures if name in counted]
        notes += _of_claim(event, claim, own, numbers, people)
    joined = (_identified(event, note) for note in _joined(notes))
    return tuple(sorted(joined, key=lambda finding: (finding.kind, finding.spans, finding.id)))


def _of_claim(
    event: Event, claim: Claim, quotes: Sequence[Quote], figures: Sequence[Figure], people: Speakers
) -> Iterator[Note]:
    yield from find_trimmed(event, claim, quotes, people)
    yield from find_stances(event, claim, people)
    yield from find_headlines(event, claim, figures)
    yield from find_figures(event, claim, figures, people)


def _joined(notes: Iterable[Note]) -> list[Note]:
    """Three outlets against one make one finding, not three; one pair of places is told with one claim."""
    joined: list[Note] = []
    for note in notes:
        meets = [other for other in joined if _meet(note, other)]
        spans = tuple(sorted({span for other in (*meets, note) for span in other.spans}))
        scores = [other.score for other in (*meets, note) if other.score is not None]
        joined = [other for other in joined if other not in meets]
        rule = _rule_of([*meets, note])
        joined.append(replace(note, rule=rule, spans=spans, score=min(scores, default=None)))
    first: dict[tuple[str, str, tuple[Span, ...]], Note] = {}
    for note in joined:
        first.setdefault((note.kind, note.rule, note.spans), note)
    return list(first.values())


def _meet(one: Note, other: Note) -> bool:
    """Whether two notes are one finding: of one kind, claim and rule, and of places in common.

    How surely a claim is carried is told once a claim, whatever stances meet, but what is denied apart from the rest.
    """
    if (one.kind, one.claim.id) != (other.kind, other.claim.id):
        return False
    if one.kind == "stance-conflict":
        return (_DENIED in one.rule.split(_BETWEEN)) == (_DENIED in other.rule.split(_BETWEEN))
    return one.rule == other.rule and not set(one.spans).isdisjoint(other.spans)


def _rule_of(notes: Sequence[Note]) -> str:
    """The rule of notes that are one; of stances all that meet."""
    return _BETWEEN.join(sorted({stance for note in notes for stance in note.rule.split(_BETWEEN)}))


def _identified(event: Event, note: Note) -> Finding:
    """The claim's own identifier takes part: two claims may share a place, two findings no identifier."""
    place = identify(f"f-{note.kind}", event, note.spans)
    name = f"{place}-{note.claim.id.partition('-')[2]}"
    score = None if note.score is None else round(note.score, 4)
    return Finding(name, note.kind, note.claim.id, note.spans, note.rule, score)
