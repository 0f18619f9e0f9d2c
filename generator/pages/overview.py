"""The event's own page: what differs, first; then who carries what, headlines, openings, and shared text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from generator.pages.address import href
from generator.pages.chrome import build_page, view_chrome
from generator.pages.glance import LineView, view_lines
from generator.pages.linked import link_event
from generator.pages.lookup import Lookup
from generator.pages.matrix import Matrix, view_matrix
from generator.pages.notes import render_notes
from generator.pages.openings import Opening, Order, view_openings, view_order
from generator.pages.overlap import Overlap, view_overlap
from generator.pages.page import Page
from generator.pages.plots import PlotView, group_anchor, view_plot
from generator.pages.stances import ShapeView, view_key
from generator.pages.wording import Link

FIRST = 12
"""How many findings stand in sight; the others open on a click."""

CHARTS = 4
"""How many charts of figures stand on the page; the page of figures has them all."""


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
    """The page of one event; ``first`` and ``more`` are its findings, ``plots`` stand with where their figures are."""

    title: str
    lang: str
    description: str
    dates: str
    introduction: Markup
    counts: Counts
    first: tuple[LineView, ...]
    more: tuple[LineView, ...]
    matrix: Matrix
    alone: int
    claims_href: str
    key: tuple[ShapeView, ...]
    plots: tuple[tuple[PlotView, str], ...]
    figures: Link
    openings: tuple[Opening, ...]
    order: Order
    overlap: Overlap
    method: Link


def build_overview(lookup: Lookup, templates: Environment, *, in_nav: bool) -> Page:
    """The event's page."""
    event, path = lookup.event, lookup.root
    counts = view_counts(lookup)
    about = event.description or lookup.tongue.gettext(
        "How %(outlets)s outlets told it: %(claims)s claims, %(conflicts)s disagreeing figures.",
        outlets=counts.outlets, claims=counts.claims, conflicts=counts.conflicts,
    )  # fmt: skip
    return build_page(
        templates, "event", path, event.title, about,
        chrome=view_chrome(lookup, path), view=view_overview(lookup, path), in_nav=in_nav, lang=event.lang,
        linked=link_event(lookup),
    )  # fmt: skip


def view_overview(lookup: Lookup, page: str) -> OverviewView:
    """Everything that the event's page shows."""
    event = lookup.event
    findings = view_lines(lookup, page)
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
        key=view_key(lookup.tongue),
        plots=tuple(_plots(lookup, page)),
        figures=Link(lookup.tongue.gettext("All figures"), href(page, f"{lookup.root}figures/")),
        openings=view_openings(lookup, page),
        order=view_order(lookup, page),
        overlap=view_overlap(lookup, page),
        method=Link(lookup.tongue.gettext("How this was found"), href(page, "method/")),
    )


def _plots(lookup: Lookup, page: str) -> Iterator[tuple[PlotView, str]]:
    """Charts of what several outlets count, those first in which most outlets have different values."""
    groups = dict.fromkeys(figure.group for figure in lookup.report.figures if figure.group)
    ranked = sorted((_rank(lookup, group), group) for group in groups)
    for rank, group in ranked[:CHARTS]:
        if rank < (0, 0):
            yield (
                view_plot(lookup, page, group, lively=False),
                href(page, f"{lookup.root}figures/", group_anchor(group)),
            )


def _rank(lookup: Lookup, group: str) -> tuple[int, int]:
    """Fewer than nought where several outlets report several values; the lower, the more of both."""
    figures = lookup.group(group)
    outlets = len({lookup.event.outlet_of(figure.span) for figure in figures})
    values = len({(figure.value, figure.high) for figure in figures})
    return (1 - values, 1 - outlets) if outlets > 1 else (0, 0)


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
        return lookup.tongue.gettext("date unknown")
    first, last = (lookup.tongue.day(day) for day in (days[0], days[-1]))
    return first if first == last else f"{first} – {last}"
