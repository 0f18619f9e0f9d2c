"""All pages of a site, from its reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinja2 import Environment

from generator.model import Report
from generator.pages.articles import build_articles
from generator.pages.claims import build_claims
from generator.pages.data import build_data
from generator.pages.figures import build_figures
from generator.pages.front import build_front
from generator.pages.lookup import Lookup, build_lookup
from generator.pages.method import build_method
from generator.pages.outlets import build_outlets
from generator.pages.overview import build_overview
from generator.pages.page import Page
from generator.pages.quotes import build_quotes

NAV_EVENTS = 20
"""Most events that stand in the site's navigation; with more, the front page alone lists them."""


def build_pages(reports: Sequence[Report], templates: Environment) -> Iterator[Page]:
    """Every page: the front page, the method, then each event's pages, in the order of the reports."""
    lookups = [build_lookup(report) for report in reports]
    yield build_front(lookups, templates)
    yield build_method(lookups, templates)
    for lookup in lookups:
        yield from _build_event(lookup, templates, in_nav=len(lookups) <= NAV_EVENTS)


def _build_event(lookup: Lookup, templates: Environment, *, in_nav: bool) -> Iterator[Page]:
    yield build_overview(lookup, templates, in_nav=in_nav)
    yield from build_claims(lookup, templates)
    yield from build_figures(lookup, templates)
    yield from build_quotes(lookup, templates)
    yield from build_articles(lookup, templates)
    yield from build_outlets(lookup, templates)
    yield build_data(lookup, templates)
