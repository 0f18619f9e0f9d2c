"""What every page has around its own matter: where it stands, what is beside it, and the editor's notice."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment

from generator.pages.address import href
from generator.pages.linked import Node, render_linked
from generator.pages.lookup import Lookup
from generator.pages.page import Page, find_anchors, find_headings
from generator.pages.tongue import msgid
from generator.pages.wording import Link

_TABS = (
    (msgid("Overview"), ""),
    (msgid("Claims"), "claims/"),
    (msgid("Figures"), "figures/"),
    (msgid("Quotes"), "quotes/"),
    (msgid("Articles"), "articles/"),
    (msgid("Outlets"), "outlets/"),
    (msgid("Data"), "data/"),
)


@dataclass(frozen=True, slots=True)
class Chrome:
    """The way to the page, the pages of its event, and the notice; ``tabs`` is empty outside an event.

    ``outlets`` are the names that blind mode hides, in order of publication.
    """

    crumbs: tuple[Link, ...]
    tabs: tuple[Link, ...] = ()
    notice: str = ""
    lang: str = "en"
    outlets: tuple[str, ...] = ()


def view_chrome(lookup: Lookup, path: str) -> Chrome:
    """Crumbs and tabs for a page of an event; the tab of its section is current."""
    section = path.removeprefix(lookup.root).split("/")[0]
    tabs = (*_TABS, (msgid("Changes"), "changes/")) if lookup.changed else _TABS
    tongue = lookup.tongue
    links = [
        Link(tongue.gettext(label), href(path, lookup.root + part), current=part.rstrip("/") == section)
        for label, part in tabs
    ]
    event = lookup.event
    crumbs = (
        Link(tongue.gettext("All events"), href(path, "")),
        Link(event.title, href(path, lookup.root), current=path == lookup.root, lang=event.lang),
    )
    method = Link(tongue.gettext("Method"), href(path, "method/"))
    return Chrome(crumbs, (*links, method), event.notice, event.lang, lookup.outlets)


def build_page(
    templates: Environment,
    template: str,
    path: str,
    title: str,
    description: str,
    *,
    chrome: Chrome,
    view: object,
    parent: str | None = "",
    in_nav: bool = False,
    lang: str = "en",
    linked: Node | None = None,
) -> Page:
    """Render a template to a page, with the headings and anchors that its body turns out to have."""
    body = templates.get_template(f"pages/{template}.html").render(chrome=chrome, view=view)
    contents, anchors = find_headings(body), find_anchors(body)
    about = render_linked(linked) if linked else ""
    return Page(path, title, description, body, contents, parent, in_nav, lang, anchors, linked=about)
