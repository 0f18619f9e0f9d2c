"""All pages of a site, from its reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from jinja2 import Environment

from generator.model import Report
from generator.pages.articles import build_articles
from generator.pages.changes import build_changes
from generator.pages.claims import build_claims
from generator.pages.data import build_data
from generator.pages.embeds import Document
from generator.pages.embeds import build_embeds as build_event_embeds
from generator.pages.figures import build_figures
from generator.pages.former import add_notices, build_notices, find_redirects
from generator.pages.former_embeds import find_embed_redirects
from generator.pages.front import build_front
from generator.pages.imprint import Imprint
from generator.pages.lookup import Lookup, build_lookup
from generator.pages.method import build_method
from generator.pages.outlets import build_outlets
from generator.pages.overview import build_overview
from generator.pages.page import Page
from generator.pages.quotes import build_quotes
from generator.pages.redirects import Redirect
from generator.pages.retired import build_retired
from generator.permalinks import Registry, register

NAV_EVENTS = 20
"""Most events that stand in the site's navigation; with more, the front page alone lists them."""


def build_pages(
    reports: Sequence[Report],
    templates: Environment,
    registries: Sequence[Registry] | None = None,
    imprint: Imprint | None = None,
    *,
    retired: Sequence[Registry] = (),
) -> Iterator[Page]:
    """Every page: the front page, the method, then each event's pages, in the order of the reports.

    Where registries are given, one for each report, addresses are theirs, and what is gone has its notice. ``retired``
    are those of events that were taken out.
    """
    registries = [register(report) for report in reports] if registries is None else registries
    lookups = [build_lookup(registry.report, registry, imprint) for registry in registries]
    yield build_front(lookups, templates, imprint)
    yield build_method(lookups, templates, imprint)
    for lookup, registry in zip(lookups, registries, strict=True):
        own = chain(
            _build_event(lookup, templates, in_nav=len(lookups) <= NAV_EVENTS),
            build_changes(lookup, registry, templates),
            build_notices(lookup, registry, templates),
        )
        feeds = f"{lookup.root}changes/" if lookup.changed else ""
        for page in add_notices(own, lookup, registry, templates):
            yield replace(page, feeds=feeds)
    for registry in retired:
        yield from build_retired(build_lookup(registry.report, registry, imprint), registry, templates)


def build_embeds(
    registries: Sequence[Registry], templates: Environment, imprint: Imprint | None = None
) -> Iterator[Document]:
    """Every document that other sites may show in a frame, in all events."""
    for registry in registries:
        yield from build_event_embeds(build_lookup(registry.report, registry, imprint), registry, templates)


def build_redirects(registries: Sequence[Registry]) -> Iterator[Redirect]:
    """Each address that leads to another now, in all events."""
    for registry in registries:
        lookup = build_lookup(registry.report, registry)
        yield from find_redirects(lookup, registry)
        yield from find_embed_redirects(lookup, registry)


def _build_event(lookup: Lookup, templates: Environment, *, in_nav: bool) -> Iterator[Page]:
    yield build_overview(lookup, templates, in_nav=in_nav)
    yield from build_claims(lookup, templates)
    yield from build_figures(lookup, templates)
    yield from build_quotes(lookup, templates)
    yield from build_articles(lookup, templates)
    yield from build_outlets(lookup, templates)
    yield build_data(lookup, templates)
