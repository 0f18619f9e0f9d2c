"""In what way an article leaves a claim out: nothing of it, the rest of the same words, or a later figure instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.claims.counting import is_stale
from generator.claims.people import Speakers
from generator.claims.wording import is_marked
from generator.model import Claim, Event, Figure, Omission, OmissionKind, Quote, Span
from generator.spans import SpanIndex

_NEAR = 120  # code points between two quotations that one speaker says in one go: room for "she said" and a name


@dataclass(frozen=True)
class _Words:
    """Who says what in marks, and which claims stand where."""

    event: Event
    claims: Sequence[Claim]
    quotes: Sequence[Quote]
    people: Speakers

    @cached_property
    def marked(self) -> SpanIndex[Quote]:
        named = (quote for quote in self.quotes if is_marked(quote) and quote.speaker_name)
        return SpanIndex(named, lambda quote: quote.content)

    @cached_property
    def made(self) -> SpanIndex[tuple[Claim, Span]]:
        places = [(claim, one.span) for claim in self.claims for one in claim.appearances]
        return SpanIndex(places, lambda place: place[1])

    def beside(self, claim: Claim) -> list[tuple[Claim, Quote]]:
        """Other claims that stand in or next to a quotation that holds this one, with the quotation."""
        found = []
        for quote in (quote for one in claim.appearances for quote in self.marked.touching(one.span)):
            around = Span(quote.content.siglum, max(0, quote.content.start - _NEAR), quote.content.end + _NEAR)
            near = (one for one in self.marked.touching(around) if one.speaker_name == quote.speaker_name)
            found += [(other, quote) for one in near for other, _ in self.made.touching(one.content) if other != claim]
        return found


def name_omissions(
    event: Event, claims: Sequence[Claim], *, quotes: Sequence[Quote], figures: Sequence[Figure]
) -> tuple[Claim, ...]:
    """The claims with a word on each article that leaves them out.

    *trimmed*: it prints, in marks, what the same speaker says in the same quotation or right beside it; *superseded*:
    it has a value of a later day for what the claim counts; *absent*: neither.
    """
    words = _Words(event, claims, quotes, Speakers(event, quotes))
    grouped = _Grouped(figures)
    return tuple(replace(claim, omissions=_omissions(words, claim, grouped)) for claim in claims)


class _Grouped:
    """The figures that count what others count too, by their identifier and by what they count."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        """Sort them in."""
        self.named: dict[str, Figure] = {}
        self.groups: dict[str, list[Figure]] = {}
        for figure in figures:
            if figure.group:
                self.named[figure.id] = figure
                self.groups.setdefault(figure.group, []).append(figure)


def _omissions(words: _Words, claim: Claim, figures: _Grouped) -> tuple[Omission, ...]:
    trimmed = _trimmed(words, claim) if claim.omitted_by else set()
    own = [figures.named[name] for name in claim.figures if name in figures.named]
    found = []
    for siglum in sorted(claim.omitted_by):
        kind: OmissionKind = "absent"
        if siglum in trimmed:
            kind = "trimmed"
        elif own and _has_later(words.event, own, figures, siglum):
            kind = "superseded"
        found.append(Omission(siglum, kind))
    return tuple(found)


def _trimmed(words: _Words, claim: Claim) -> set[str]:
    """The articles that have what stands beside a claim in somebody's words, in marks and by the same speaker."""
    return {
        made.span.siglum
        for other, quote in words.beside(claim)
        for made in other.appearances
        if any(words.people.are_one(one.speaker_name, quote.speaker_name) for one in words.marked.touching(made.span))
    }


def _has_later(event: Event, own: Sequence[Figure], figures: _Grouped, siglum: str) -> bool:
    for old in own:
        members = figures.groups[old.group or ""]
        if any(new.span.siglum == siglum and is_stale(event, members, old, new) for new in members):
            return True
    return False
