"""Events that were taken out: a notice at each address that they had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jinja2 import Environment

from generator.pages.address import href
from generator.pages.chrome import Chrome, build_page
from generator.pages.former import NoticeView, add_notices, build_notices
from generator.pages.lookup import Lookup
from generator.pages.page import Page
from generator.pages.wording import Link, Piece
from generator.permalinks import Registry

_SECTIONS = ("", "claims/", "figures/", "quotes/", "articles/", "outlets/", "data/", "changes/")


def build_retired(lookup: Lookup, registry: Registry, templates: Environment) -> Iterator[Page]:
    """The notices of an event without articles: its pages, then each of its articles, claims and outlets."""
    sections = (_build_section(lookup, registry, templates, section) for section in _SECTIONS)
    yield from add_notices((*sections, *build_notices(lookup, registry, templates)), lookup, registry, templates)


def _build_section(lookup: Lookup, registry: Registry, templates: Environment, section: str) -> Page:
    path = f"{lookup.root}{section}"
    since = max((entry.gone for entry in registry.entries if entry.gone), default=None)
    view = NoticeView("event", (Piece(lookup.event.title),), "", since.day if since else "", href(path, ""), ())
    chrome = Chrome((Link(lookup.tongue.gettext("All events"), href(path, "")),))
    tongue = lookup.tongue
    title = f"{tongue.gettext('No longer here')}: {lookup.event.title}"
    about = tongue.gettext("What stood at this address, and until when.")
    page = build_page(templates, "notice", path, title, about, chrome=chrome, view=view)
    return replace(page, former=True)
