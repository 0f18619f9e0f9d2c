"""The front page: every event, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment

from generator.pages.address import href
from generator.pages.chrome import Chrome, build_page
from generator.pages.imprint import Imprint
from generator.pages.linked import link_site
from generator.pages.lookup import Lookup
from generator.pages.overview import Counts, render_dates, view_counts
from generator.pages.page import Page
from generator.pages.tongue import load_tongue


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event in brief."""

    title: str
    lang: str
    href: str
    dates: str
    description: str
    notice: str
    outlets: tuple[str, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page."""

    events: tuple[EventCard, ...]
    method: str


def build_front(lookups: Sequence[Lookup], templates: Environment, imprint: Imprint | None = None) -> Page:
    """The front page; the events stand in the order in which they come."""
    view = FrontView(tuple(_card(lookup) for lookup in lookups), href("", "method/"))
    tongue = load_tongue(imprint.lang if imprint else "en")
    about = tongue.gettext("How several outlets told the same event: claim by claim, word by word, figure by figure.")
    title = tongue.gettext("Events")
    linked = link_site(imprint.name, imprint.url) if imprint else None
    return build_page(
        templates, "front", "", title, about, chrome=Chrome(()), view=view, parent=None, in_nav=True, linked=linked
    )


def _card(lookup: Lookup) -> EventCard:
    event = lookup.event
    return EventCard(
        title=event.title,
        lang=event.lang,
        href=href("", lookup.root),
        dates=render_dates(lookup),
        description=event.description,
        notice=event.notice,
        outlets=lookup.outlets,
        counts=view_counts(lookup),
    )
