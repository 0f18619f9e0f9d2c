"""The event's own page: what differs, first; then who carries what, headlines, openings, and shared text."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from generator.pages.address import href
from generator.pages.articles import ArticleCard, view_card
from generator.pages.chrome import build_page, view_chrome
from generator.pages.findings import FindingView, view_findings
from generator.pages.lookup import Lookup, render_date
from generator.pages.matrix import Matrix, view_matrix
from generator.pages.notes import render_notes
from generator.pages.overlap import Overlap, view_overlap
from generator.pages.page import Page
from generator.pages.stances import ShapeView, view_key
from generator.pages.wording import Link

FIRST = 6
"""How many findings stand above the fold; the others open on a click."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What an event comes to, in numbers."""

    articles: int
    outlets: int
    claims: int
    shared: int
    by_all: int
    conflicts: int
    altered: int


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The page of one event; ``first`` and ``more`` are its findings."""

    title: str
    lang: str
    description: str
    dates: str
    introduction: Markup
    counts: Counts
    first: tuple[FindingView, ...]
    more: tuple[FindingView, ...]
    matrix: Matrix
    alone: int
    claims_href: str
    key: tuple[ShapeView, ...]
    cards: tuple[ArticleCard, ...]
    overlap: Overlap
    method: Link


def build_overview(lookup: Lookup, templates: Environment, *, in_nav: bool) -> Page:
    """The event's page."""
    event, path = lookup.event, lookup.root
    counts = view_counts(lookup)
    about = event.description or (
        f"How {counts.outlets} outlets told it: {counts.claims} claims, {counts.conflicts} disagreeing figures."
    )
    return build_page(
        templates, "event", path, event.title, about,
        chrome=view_chrome(lookup, path), view=view_overview(lookup, path), in_nav=in_nav, lang=event.lang,
    )  # fmt: skip


def view_overview(lookup: Lookup, page: str) -> OverviewView:
    """Everything that the event's page shows."""
    event = lookup.event
    findings = view_findings(lookup, page)
    shared = [claim for claim in lookup.report.claims if len(lookup.outlets_of(claim)) > 1]
    return OverviewView(
        title=event.title,
        lang=event.lang,
        description=event.description,
        dates=render_dates(lookup),
        introduction=render_notes(event.introduction),
        counts=view_counts(lookup),
        first=findings[:FIRST],
        more=findings[FIRST:],
        matrix=view_matrix(lookup, page, shared),
        alone=len(lookup.report.claims) - len(shared),
        claims_href=href(page, f"{lookup.root}claims/", "alone"),
        key=view_key(),
        cards=tuple(view_card(lookup, page, article) for article in lookup.articles),
        overlap=view_overlap(lookup, page),
        method=Link("How this was found", href(page, "method/")),
    )


def view_counts(lookup: Lookup) -> Counts:
    """An event in numbers."""
    report, total = lookup.report, len(lookup.outlet_slugs)
    breadths = [len(lookup.outlets_of(claim)) for claim in report.claims]
    kinds = [finding.kind for finding in report.findings]
    return Counts(
        articles=len(lookup.articles),
        outlets=total,
        claims=len(breadths),
        shared=sum(breadth > 1 for breadth in breadths),
        by_all=sum(breadth == total > 1 for breadth in breadths),
        conflicts=kinds.count("figure-conflict"),
        altered=kinds.count("quote-altered"),
    )


def render_dates(lookup: Lookup) -> str:
    """The first and last day of publication, one day where they are the same."""
    days = [article.published for article in lookup.articles if article.published]
    if not days:
        return "date unknown"
    first, last = (render_date(day).split(",")[0] for day in (days[0], days[-1]))
    return first if first == last else f"{first} – {last}"
