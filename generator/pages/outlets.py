"""An outlet's profile in one event: how it carries claims, whose words it prints, what it alone has and leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from generator.model import Article, Claim, Outlet
from generator.pages.address import href, name_part, safe_url
from generator.pages.articles import ArticleCard, view_card
from generator.pages.chrome import build_page, view_chrome
from generator.pages.lookup import Lookup, speakers
from generator.pages.notes import render_notes
from generator.pages.page import Page
from generator.pages.stances import StanceView, view_stance
from generator.pages.wording import Piece, first_words


@dataclass(frozen=True, slots=True)
class StanceCount:
    """How many appearances have a stance, and which share of all; ``share`` is 0 to 1."""

    stance: StanceView
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """How many quotations are a speaker's."""

    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """A claim by its first words, and how many outlets carry it."""

    pieces: tuple[Piece, ...]
    lang: str
    href: str
    outlets: int


@dataclass(frozen=True, slots=True)
class OutletView:
    """The page of one outlet; addresses are "" where none is known."""

    name: str
    href: str
    url: str
    country: str
    owner: str
    notes: Markup
    articles: tuple[ArticleCard, ...]
    stances: tuple[StanceCount, ...]
    appearances: int
    speakers: tuple[SpeakerCount, ...]
    quotes: int
    alone: tuple[ClaimLink, ...]
    omitted: tuple[ClaimLink, ...]
    carried: int
    claims: int


@dataclass(frozen=True, slots=True)
class OutletsView:
    """The list of outlets."""

    outlets: tuple[OutletView, ...]


def build_outlets(lookup: Lookup, templates: Environment) -> Iterator[Page]:
    """The list, then each outlet."""
    event, path = lookup.event, f"{lookup.root}outlets/"
    names = sorted(lookup.outlet_slugs)
    view = OutletsView(tuple(view_outlet(lookup, path, name) for name in names))
    tongue = lookup.tongue
    title = f"{tongue.gettext('Outlets')}: {event.title}"
    about = tongue.ngettext(
        "The %(count)s outlet compared, and how it carries the event.",
        "The %(count)s outlets compared, and how each carries the event.",
        len(names),
    )
    chrome = view_chrome(lookup, path)
    yield build_page(templates, "outlets", path, title, about, chrome=chrome, view=view, parent=lookup.root)
    for name in names:
        yield _build_outlet(lookup, templates, name)


def _build_outlet(lookup: Lookup, templates: Environment, name: str) -> Page:
    path = lookup.outlet_path(name)
    title = f"{name}: {lookup.event.title}"
    about = lookup.tongue.gettext(
        "How %(outlet)s carries the event: its stances, its speakers, what it alone has and what it leaves out.",
        outlet=name,
    )
    view, chrome = view_outlet(lookup, path, name), view_chrome(lookup, path)
    return build_page(
        templates, "outlet", path, title, about, chrome=chrome, view=view, parent=f"{lookup.root}outlets/"
    )


def view_outlet(lookup: Lookup, page: str, name: str) -> OutletView:
    """Everything that the page of an outlet shows, seen from a page."""
    about = next((item for item in lookup.event.outlets if item.name == name), Outlet(name))
    articles = [article for article in lookup.articles if article.outlet == name]
    sigla = {article.siglum for article in articles}
    made = [item for claim in lookup.report.claims for item in claim.appearances if item.span.siglum in sigla]
    quoted = [quote for quote in lookup.report.quotes if quote.content.siglum in sigla]
    outlets = {claim.id: lookup.outlets_of(claim) for claim in lookup.report.claims}
    return OutletView(
        name=name,
        href=href(page, lookup.outlet_path(name)),
        url=safe_url(about.url),
        country=about.country or "",
        owner=about.owner or "",
        notes=render_notes(about.notes),
        articles=tuple(view_card(lookup, page, article) for article in articles),
        stances=_stances(Counter(view_stance(item.stance) for item in made)),
        appearances=len(made),
        speakers=tuple(
            SpeakerCount(speaker, href(page, f"{lookup.root}quotes/", f"by-{name_part(speaker)}"), count)
            for speaker, count in sorted(speakers(quoted).items(), key=lambda item: (-item[1], item[0]))
        ),
        quotes=len(quoted),
        alone=_links(lookup, page, [claim for claim in lookup.report.claims if outlets[claim.id] == (name,)]),
        omitted=_links(lookup, page, _left_out(lookup, articles)),
        carried=sum(name in carried for carried in outlets.values()),
        claims=len(lookup.report.claims),
    )


def _stances(counts: Counter[StanceView]) -> tuple[StanceCount, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0].word))
    return tuple(StanceCount(stance, count, count / counts.total()) for stance, count in ordered)


def _left_out(lookup: Lookup, articles: list[Article]) -> list[Claim]:
    """Claims of at least two other outlets that no article of this one carries."""
    sigla = {article.siglum for article in articles}
    missing = [claim for claim in lookup.report.claims if sigla <= set(claim.omitted_by)]
    return sorted((claim for claim in missing if len(lookup.outlets_of(claim)) > 1), key=_breadth, reverse=True)


def _breadth(claim: Claim) -> int:
    return len({item.span.siglum for item in claim.appearances})


def _links(lookup: Lookup, page: str, claims: list[Claim]) -> tuple[ClaimLink, ...]:
    return tuple(
        ClaimLink(
            pieces=first_words(lookup.event[claim.statement], 18),
            lang=lookup.event.article(claim.statement.siglum).lang,
            href=href(page, lookup.claim_path(claim)),
            outlets=len(lookup.outlets_of(claim)),
        )
        for claim in claims
    )
