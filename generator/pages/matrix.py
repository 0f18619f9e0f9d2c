"""Claims against articles: who carries what, and how."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from generator.model import Claim
from generator.pages.address import href, name_part, pair_id
from generator.pages.findings import name_finding
from generator.pages.lookup import Lookup, appearances_in
from generator.pages.pairs import count_differing, name_difference
from generator.pages.stances import StanceView, view_stance
from generator.pages.wording import Link, Piece, first_words


@dataclass(frozen=True, slots=True)
class Cell:
    """How one article carries one claim: each stance once; none where it does not carry it.

    ``omission`` tells in what way it leaves the claim out, where that is more than that nothing of it was found.
    """

    label: str
    stances: tuple[StanceView, ...]
    href: str
    omission: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A claim, its cells in the order of the heads, and the kinds of what differs in it.

    Where no kind has a name, ``wording`` tells in how much two wordings differ, and leads to these two.
    """

    pieces: tuple[Piece, ...]
    lang: str
    href: str
    cells: tuple[Cell, ...]
    outlets: int
    differs: tuple[str, ...]
    wording: Link | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table: a head for each article, a row for each claim."""

    heads: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]


def view_matrix(lookup: Lookup, page: str, claims: Iterable[Claim]) -> Matrix:
    """The table of some claims: those with findings first, then those of most outlets, then as they come."""
    heads = tuple(
        Link(lookup.labels[article.siglum], href(page, lookup.article_path(article.siglum)))
        for article in lookup.articles
    )
    kinds = _kinds(lookup)
    ordered = sorted(claims, key=lambda claim: (claim.id not in kinds, -len(lookup.outlets_of(claim)), claim.statement))
    return Matrix(heads, tuple(_row(lookup, page, claim, kinds.get(claim.id, ())) for claim in ordered))


def _kinds(lookup: Lookup) -> dict[str, tuple[str, ...]]:
    kinds: dict[str, tuple[str, ...]] = {}
    for finding in lookup.report.findings:
        kinds[finding.claim] = tuple(
            dict.fromkeys((*kinds.get(finding.claim, ()), name_finding(finding, lookup.tongue)))
        )
    return kinds


def _row(lookup: Lookup, page: str, claim: Claim, kinds: tuple[str, ...]) -> MatrixRow:
    statement = claim.statement
    return MatrixRow(
        pieces=first_words(lookup.event[statement], 16),
        lang=lookup.event.article(statement.siglum).lang,
        href=href(page, lookup.claim_path(claim)),
        cells=tuple(_cell(lookup, page, claim, article.siglum) for article in lookup.articles),
        outlets=len(lookup.outlets_of(claim)),
        differs=kinds,
        wording=None if kinds else _wording(lookup, page, claim),
    )


def _wording(lookup: Lookup, page: str, claim: Claim) -> Link | None:
    """How many words differ in the two wordings that differ most; those too far apart for a diff are not counted."""
    found = {
        pair: lookup.compare(claim.id, *pair)
        for pair in combinations(sorted(article.siglum for article in lookup.carriers(claim)), 2)
    }
    counts = {
        pair: count_differing(lookup.event, one) for pair, one in found.items() if name_difference(one) == "words"
    }
    if not counts:
        return None
    pair, most = max(counts.items(), key=lambda item: item[1])
    told = lookup.tongue.ngettext("%(count)s word differs", "%(count)s words differ", most)
    return Link(told, href(page, lookup.claim_path(claim), pair_id(*pair)))


def _cell(lookup: Lookup, page: str, claim: Claim, siglum: str) -> Cell:
    stances = dict.fromkeys(item.stance for item in appearances_in(claim, siglum))
    target = href(page, lookup.claim_path(claim), f"in-{name_part(siglum)}")
    left = (item.kind for item in claim.omissions if item.siglum == siglum and item.kind != "absent")
    shown = tuple(view_stance(stance) for stance in stances)
    return Cell(lookup.labels[siglum], shown, target if stances else "", "" if stances else next(left, ""))
