"""Editors' notes: the only Markdown on the site, with raw HTML off and a strict gate behind it."""

from __future__ import annotations

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.pages.address import safe_url

_TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "h3", "h4", "hr"}
_REL = "noopener noreferrer external"


def render_notes(text: str) -> Markup:
    """Markdown to HTML that holds paragraphs, lists, emphasis and links to http and https addresses, nothing else.

    Headings move down two levels, since the page has its own; images become their description.
    """
    reader = MarkdownIt("commonmark", {"html": False, "linkify": False})
    reader.disable(["image", "html_block", "html_inline"])
    html = reader.render(text)
    for level in (2, 1):
        html = html.replace(f"<h{level}>", f"<h{level + 2}>").replace(f"</h{level}>", f"</h{level + 2}>")
    return Markup(_clean(html))  # noqa: S704 - what nh3 let through is the point of this module


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=set(),
        attributes={"a": {"href"}},
        attribute_filter=_keep_attribute,
        url_schemes={"http", "https"},
        link_rel=_REL,
        strip_comments=True,
    )


def _keep_attribute(_tag: str, name: str, value: str) -> str | None:
    return (safe_url(value) or None) if name == "href" else value
