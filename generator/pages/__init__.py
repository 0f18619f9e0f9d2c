"""Everything a reader sees: a report becomes pages, as values."""

from generator.pages.address import href, safe_url
from generator.pages.build import build_pages
from generator.pages.page import Heading, Page
from generator.pages.templates import SCRIPTS, STYLESHEETS, load_templates, templates_dir

__all__ = [
    "SCRIPTS",
    "STYLESHEETS",
    "Heading",
    "Page",
    "build_pages",
    "href",
    "load_templates",
    "safe_url",
    "templates_dir",
]
