"""Several outlets, one origin: one speaker on one occasion, or one agency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.claims.notes import Note
from generator.claims.people import Speakers
from generator.model import Claim, Event, Quote
from generator.words import fold

_SEVERAL = 3
_SHARE = 0.5


def find_origins(event: Event, claims: Sequence[Claim], quotes: Sequence[Quote], people: Speakers) -> Iterator[Note]:
    """*one-origin*: what three or more outlets carry goes back to one speaker's words, or to one agency.

    One finding a speaker or agency: the claim that most outlets carry. Words in marks that the outlets share are the
    sign of one occasion; a speaker may say a thing twice, but seldom in the same words.
    """
    seen: set[str] = set()
    ranked = sorted(claims, key=lambda claim: (-len(_outlets(event, claim)), claim.statement, claim.id))
    for claim in ranked:
        if len(_outlets(event, claim)) < _SEVERAL:
            continue
        speaker = _speaker(claim, quotes, people)
        if speaker and fold(speaker).split()[-1] not in seen:
            seen.add(fold(speaker).split()[-1])
            yield _note(claim, "several outlets, one speaker in the same words")
        agency = _agency(event, claim)
        if agency and agency not in seen:
            seen.add(agency)
            yield _note(claim, "several outlets, one agency")


def _note(claim: Claim, rule: str) -> Note:
    return Note("one-origin", claim, tuple(made.span for made in claim.appearances), rule)


def _outlets(event: Event, claim: Claim) -> set[str]:
    return {event.outlet_of(made.span) for made in claim.appearances}


def _speaker(claim: Claim, quotes: Sequence[Quote], people: Speakers) -> str | None:
    """The one speaker whom all appearances credit, most of them in marks and in a shared passage."""
    names = [made.speaker_name for made in claim.appearances]
    first = names[0]
    if first is None or not claim.clusters or not all(name and people.are_one(name, first) for name in names):
        return None
    contents = [quote.content for quote in quotes if quote.kind != "indirect" and quote.id in claim.quotes]
    marked = [made for made in claim.appearances if any(span.overlaps(made.span) for span in contents)]
    return first if len(marked) > _SHARE * len(names) else None


def _agency(event: Event, claim: Claim) -> str | None:
    """The one agency that all articles with the claim credit, where they share its words."""
    agencies = {fold(event.article(made.span.siglum).agency or "") for made in claim.appearances}
    only = agencies.pop() if len(agencies) == 1 else ""
    return only or None if claim.clusters else None
