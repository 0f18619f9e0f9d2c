"""How each outlet begins: its headline with the verbs of saying, its first sentence, and the claims made in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from generator.model import Article
from generator.pages.address import href, name_part
from generator.pages.annotate import cover
from generator.pages.articles import ArticleCard, view_card
from generator.pages.lookup import Lookup, appearances_in
from generator.pages.stances import StanceView, view_stance
from generator.pages.wording import Piece, first_words

_WORDS = 9


@dataclass(frozen=True, slots=True)
class Opener:
    """A claim that several outlets carry, in the first sentence of one: how it is carried there, and by how many."""

    pieces: tuple[Piece, ...]
    lang: str
    href: str
    stance: StanceView
    outlets: int


@dataclass(frozen=True, slots=True)
class Opening:
    """An article's beginning; the verbs of saying in its headline are marked."""

    card: ArticleCard
    claims: tuple[Opener, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """When an article came out, on an axis from the first to the last: a place, or a whole day; 0 to 100."""

    label: str
    href: str
    published: str
    iso: str
    updated: str
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Order:
    """The articles by time. ``told`` is how far their order is known: by the moment, all on one day, or not at all."""

    moments: tuple[Moment, ...]
    told: bool
    day: str


def view_openings(lookup: Lookup, page: str) -> tuple[Opening, ...]:
    """All articles, in order of publication."""
    return tuple(_opening(lookup, page, article) for article in lookup.articles)


def _opening(lookup: Lookup, page: str, article: Article) -> Opening:
    card = view_card(lookup, page, article)
    marked = _headline(lookup, article)
    same = "".join(piece.text for piece in marked) == "".join(piece.text for piece in card.headline)
    card = replace(card, headline=marked) if same and not card.stand_in else card
    return Opening(card, tuple(_openers(lookup, page, article)))


def _headline(lookup: Lookup, article: Article) -> tuple[Piece, ...]:
    """The headline in pieces, its cues marked."""
    if article.headline is None:
        return ()
    whole = article.headline
    cues = {quote.cue for quote in lookup.report.quotes if quote.cue and whole.contains(quote.cue)}
    return tuple(Piece(lookup.event[span], "cue" if is_cue else "") for span, is_cue in cover(whole, cues))


def _openers(lookup: Lookup, page: str, article: Article) -> Iterator[Opener]:
    """The claims of several outlets in the first sentence of the body, in the order of the text."""
    opening = lookup.opening_of(article)
    if opening is None:
        return
    made = [
        (item, claim) for claim in lookup.claims_in(article.siglum) for item in appearances_in(claim, article.siglum)
    ]
    inside = sorted(
        ((item, claim) for item, claim in made if opening.overlaps(item.span)), key=lambda pair: pair[0].span
    )
    told: set[str] = set()
    for item, claim in inside:
        if len(lookup.outlets_of(claim)) > 1 and claim.id not in told:
            told.add(claim.id)
            yield Opener(
                pieces=first_words(lookup.event[claim.statement], _WORDS),
                lang=lookup.event.article(claim.statement.siglum).lang,
                href=href(page, lookup.claim_path(claim), f"in-{name_part(article.siglum)}"),
                stance=view_stance(item.stance),
                outlets=len(lookup.outlets_of(claim)),
            )


def view_order(lookup: Lookup, page: str) -> Order:
    """When each article came out. Where no hour is given, the whole day stands for it."""
    dated = [(article, *_extent(article.published)) for article in lookup.articles if article.published]
    first = min((start for _, start, _ in dated), default=0.0)
    whole = max((end for _, _, end in dated), default=0.0) - first or 1.0
    moments = tuple(
        _moment(view_card(lookup, page, article), 100 * (start - first) / whole, 100 * (end - start) / whole)
        for article, start, end in dated
    )
    told = len({(start, end) for _, start, end in dated}) > 1
    return Order(moments, told, moments[0].published if moments and not told else "")


def _moment(card: ArticleCard, left: float, width: float) -> Moment:
    iso = card.published_iso
    return Moment(card.label, card.href, card.published, iso, card.updated, round(left, 2), round(width, 2))


def _extent(published: date) -> tuple[float, float]:
    """The moment twice, or the first and the last of a day, in seconds; in UTC where a zone is known."""
    if isinstance(published, datetime):
        moment = (published if published.tzinfo else published.replace(tzinfo=UTC)).timestamp()
        return moment, moment
    day = datetime.combine(published, time.min, tzinfo=UTC).timestamp()
    return day, day + timedelta(days=1) / timedelta(seconds=1)
