"""Everything a reader sees: a report becomes pages, as values."""

from importlib import import_module
from typing import TYPE_CHECKING

from generator.pages.address import href, safe_url
from generator.pages.imprint import Imprint
from generator.pages.page import Heading, Page, find_anchors
from generator.pages.redirects import SCRIPT as REDIRECT_SCRIPT
from generator.pages.redirects import Redirect, render_redirect
from generator.pages.templates import EARLY_SCRIPTS, SCRIPTS, STYLESHEETS, load_templates, templates_dir
from generator.pages.tongue import LANGUAGES, Tongue, load_tongue

if TYPE_CHECKING:
    from generator.pages.build import build_embeds, build_pages, build_redirects
    from generator.pages.facets import Facets, find_facets
    from generator.pages.feeds import render_event_feeds, render_feeds

__all__ = [
    "EARLY_SCRIPTS",
    "LANGUAGES",
    "REDIRECT_SCRIPT",
    "SCRIPTS",
    "STYLESHEETS",
    "Facets",
    "Heading",
    "Imprint",
    "Page",
    "Redirect",
    "Tongue",
    "build_embeds",
    "build_pages",
    "build_redirects",
    "find_anchors",
    "find_facets",
    "href",
    "load_templates",
    "load_tongue",
    "render_event_feeds",
    "render_feeds",
    "render_redirect",
    "safe_url",
    "templates_dir",
]


def __getattr__(name: str) -> object:
    """Load the making of pages when it is first asked for: who wants a template only need not wait for it."""
    if name in {"build_embeds", "build_pages", "build_redirects"}:
        return getattr(import_module("generator.pages.build"), name)
    if name in {"Facets", "find_facets"}:
        return getattr(import_module("generator.pages.facets"), name)
    if name in {"render_event_feeds", "render_feeds"}:
        return getattr(import_module("generator.pages.feeds"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
