"""The tables behind an event, to take away."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment

from generator.pages.address import href
from generator.pages.chrome import build_page, view_chrome
from generator.pages.lookup import Lookup
from generator.pages.page import Page
from generator.pages.tongue import msgid

FILES = (
    ("report.json", msgid("Everything in one file: articles with their text, and all that was found in them.")),
    ("articles.csv", msgid("Each article: outlet, agency, title, date, address, language.")),
    ("sentences.csv", msgid("Each sentence with its place in the article’s text.")),
    ("passages.csv", msgid("Each passage that another article also has, by cluster.")),
    ("quotes.csv", msgid("Each quotation: kind, speaker, cue, stance.")),
    ("figures.csv", msgid("Each figure: value, bound, unit, what it counts, whom it credits, its group.")),
    ("claims.csv", msgid("Each claim: statement, rule, score, who leaves it out.")),
    ("appearances.csv", msgid("Each place where an article makes a claim: words, stance, speaker.")),
    ("findings.csv", msgid("Each finding: kind, claim, and the words that differ.")),
    ("datapackage.json", msgid("The description of these tables, as a Frictionless Data Package.")),
)
"""What the exports write beside the data page, and what each holds."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to download."""

    name: str
    href: str
    about: str


@dataclass(frozen=True, slots=True)
class DataView:
    """The data page."""

    files: tuple[DataFile, ...]


def build_data(lookup: Lookup, templates: Environment) -> Page:
    """The list of downloads."""
    path = f"{lookup.root}data/"
    files = tuple(DataFile(name, href(path, path + name), lookup.tongue.gettext(about)) for name, about in FILES)
    tongue = lookup.tongue
    title = f"{tongue.gettext('Data')}: {lookup.event.title}"
    about = tongue.gettext("Every table behind the pages, with exact places in the articles.")
    chrome = view_chrome(lookup, path)
    return build_page(templates, "data", path, title, about, chrome=chrome, view=DataView(files), parent=lookup.root)
