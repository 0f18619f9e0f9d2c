"""The cards of an annotated article: for each claim that others carry too, their wordings against its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Claim, Collation
from generator.pages.address import href
from generator.pages.closest import turn
from generator.pages.lookup import Lookup, appearances_in, peek_name
from generator.pages.pairs import ALIKE, Difference, edit_pieces, name_difference
from generator.pages.stances import StanceView, view_stance
from generator.pages.wording import Link, Piece, sentence_href

MOST = 5
"""Other outlets on a card; the claim's page has them all."""


@dataclass(frozen=True, slots=True)
class PeekRow:
    """Another outlet's wording: as a diff from the article's own, or alone where the two are too far apart."""

    label: str
    href: str
    stance: StanceView
    pieces: tuple[Piece, ...]
    lang: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class Peek:
    """A card: how the article itself carries the claim, and up to ``MOST`` others, by time of publication."""

    name: str
    href: str
    stance: StanceView
    outlets: int
    total: int
    rows: tuple[PeekRow, ...]
    more: int
    omitted: tuple[Link, ...]


def view_peeks(lookup: Lookup, page: str, siglum: str, *, most: int = MOST) -> tuple[Peek, ...]:
    """A card for each claim of several outlets that an article makes."""
    return tuple(
        _peek(lookup, page, claim, siglum, most)
        for claim in lookup.claims_in(siglum)
        if len(lookup.outlets_of(claim)) > 1
    )


def _peek(lookup: Lookup, page: str, claim: Claim, siglum: str, most: int) -> Peek:
    others = [article.siglum for article in lookup.carriers(claim) if article.siglum != siglum]
    return Peek(
        name=peek_name(claim),
        href=href(page, lookup.claim_path(claim)),
        stance=view_stance(appearances_in(claim, siglum)[0].stance),
        outlets=len(lookup.outlets_of(claim)),
        total=len(lookup.outlet_slugs),
        rows=tuple(_row(lookup, page, claim, siglum, other) for other in others[:most]),
        more=max(len(others) - most, 0),
        omitted=tuple(_omitted(lookup, page, claim)),
    )


def _row(lookup: Lookup, page: str, claim: Claim, siglum: str, other: str) -> PeekRow:
    found = _compare(lookup, claim, siglum, other)
    apart = found.similarity < ALIKE
    made = next(item for item in appearances_in(claim, other) if item.span == found.witness)
    return PeekRow(
        label=lookup.labels[other],
        href=sentence_href(lookup, page, found.witness),
        stance=view_stance(made.stance),
        pieces=(Piece(lookup.event[found.witness]),) if apart else edit_pieces(lookup.event, found.edits),
        lang=lookup.event.article(other).lang,
        difference=name_difference(found),
    )


def _compare(lookup: Lookup, claim: Claim, base: str, witness: str) -> Collation:
    first, second = sorted((base, witness))
    found = lookup.compare(claim.id, first, second)
    return found if first == base else turn(found)


def _omitted(lookup: Lookup, page: str, claim: Claim) -> Iterator[Link]:
    for article in lookup.articles:
        if article.siglum in claim.omitted_by:
            yield Link(lookup.labels[article.siglum], href(page, lookup.article_path(article.siglum)))
