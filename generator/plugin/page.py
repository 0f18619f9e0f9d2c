"""A page that is ready: MkDocs wraps it in the theme and writes it, and parses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator import pages
from generator.model import Report

_SEARCHED = ("articles", "claims")
_UNSAID = re.compile(
    r'<(svg|nav|script|style|template|fieldset)\b.*?</\1>|<details class="v-share\b.*?</details>', re.DOTALL
)
_TAG = re.compile(r"<[^<>]*>")
_UNDATED = "1970-01-01"
NAV_EVENTS = 20
"""Events in the navigation: each entry costs about 280 bytes on every page of the site."""


class ReadyPage(Page):
    """One of our pages in MkDocs' clothes; only what is set here reaches the theme, nothing of an article's matter."""

    def __init__(self, ready: pages.Page, file: File, config: MkDocsConfig, updated: str) -> None:
        """Take the page; ``updated`` is the date that the sitemap gives, which must not come from the clock."""
        # Material prints titles as they are, in the navigation too, and puts them into the search index as HTML.
        super().__init__(escape(ready.title), file, config)
        self.ready = ready
        self.update_date = updated

    def read_source(self, config: MkDocsConfig) -> None:
        """There is nothing to parse; the known matter is set, and no more."""
        self.markdown = ""
        self.meta = {"description": escape(self.ready.description), "variorum": True}
        self.meta |= {"linked": self.ready.linked, "feeds": self.ready.feeds, "former": self.ready.former}
        if self.ready.former or not is_searched(self.ready.path) or config.extra.get("pagefind"):
            self.meta["search"] = {"exclude": True}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # MkDocs' signature
        """Hand over the HTML, its headings, and the fragments that other pages may link to."""
        self.content = self.ready.body
        self.toc = TableOfContents(nest(self.ready.contents))
        self.present_anchor_ids = set(self.ready.anchors)

    def hang(self, files: Files) -> None:
        """Below the page above it; no page before or after, for the order of a site's pages means nothing."""
        self.previous_page = self.next_page = None
        above = None if self.ready.parent is None else files.get_file_from_path(f"{self.ready.parent}index.md")
        if above is not None and above.page is not self and self.ready.parent != "":
            self.parent = above.page  # type: ignore[assignment]  # a page may stand here, as in Material's blog


def is_searched(path: str) -> bool:
    """Front, method and event pages, and each article and claim; the rest only lists what these hold."""
    parts = path.strip("/").split("/")
    return len(parts) == 1 or (len(parts) > 2 and parts[1] in _SEARCHED)  # noqa: PLR2004  # event/kind/name


def searched_text(ready: pages.Page) -> str:
    """What the search index holds of a page, as HTML: one paragraph, of a claim only who carries it and in which words.

    The index is loaded by every reader, and Material's plugin would cut a page at each heading and keep every table.
    Our own HTML has no bare "<" or ">" in a text or an attribute, so that tags can be taken out by pattern.
    """
    body = _UNSAID.sub(" ", ready.body)
    if "/claims/" in ready.path:
        body = "<h2".join(body.split("<h2")[:2])
    return f"<p>{' '.join(_TAG.sub(' ', body).split())}</p>"


def newest_date(path: str, reports: Iterable[Report]) -> str:
    """The newest date among the articles of a page's event, or of all events for a page that belongs to none."""
    reports = tuple(reports)
    mine = [report for report in reports if path.startswith(f"{report.event.name}/")] or reports
    dates = [_day(article.updated or article.published) for report in mine for article in report.event.articles]
    return max(dates, default=_UNDATED)


def navigation(ready: Sequence[pages.Page], reports: Sequence[Report]) -> list[pages.Page]:
    """The pages for the navigation: the front page, the newest events, and what belongs to no event."""
    newest = sorted(reports, key=lambda report: newest_date(f"{report.event.name}/", reports), reverse=True)[
        :NAV_EVENTS
    ]
    by_path = {page.path: page for page in ready}
    events = [by_path[f"{report.event.name}/"] for report in newest]
    others = [page for page in ready if page.in_nav and page.path and page.path.split("/")[0] not in _names(reports)]
    return [by_path[""], *events, *others]


def _names(reports: Iterable[Report]) -> set[str]:
    return {report.event.name for report in reports}


def _day(moment: date | None) -> str:
    return moment.isoformat()[:10] if moment else _UNDATED


def nest(headings: Iterable[pages.Heading]) -> list[AnchorLink]:
    """Each heading below the last one of a higher level."""
    top: list[AnchorLink] = []
    open_ones: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(escape(heading.title), heading.id, heading.level)
        while open_ones and open_ones[-1].level >= link.level:
            open_ones.pop()
        (open_ones[-1].children if open_ones else top).append(link)
        open_ones.append(link)
    return top
