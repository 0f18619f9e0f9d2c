"""What an HTML page states of itself: in JSON-LD, in meta elements, in time elements; nothing is guessed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

import lxml.html
import regex
from trafilatura.metadata import extract_author, extract_title, extract_url

from generator import fields
from generator.intake.dates import find_stamp
from generator.intake.rules import load_rules

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish-date", "publish_date", "parsely-pub-date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.created", "sailthru.date", "citation_publication_date",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod")
_OUTLET = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "citation_journal_title",
)
_AUTHOR = (
    "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "citation_author",
)  # fmt: skip
_ARTICLE = regex.compile(r"Article|Posting|Report$")

Element: TypeAlias = lxml.html.HtmlElement


def read_metadata(tree: Element) -> dict[str, str]:
    """The front-matter fields that a page states, each as sound text; a field that is not stated is absent."""
    linked = next(_find_articles(tree), {})
    metas = _find_metas(tree)
    outlet = _first(_name(linked.get("publisher")), *(metas.get(name, "") for name in _OUTLET))
    found = {
        "outlet": outlet,
        "title": _find_title(tree, linked, metas, outlet),
        "published": _find_published(tree, linked, metas),
        "url": _first(
            *(url for url in (extract_url(tree) or "", metas.get("og:url", "")) if fields.is_safe_address(url))
        ),
        "author": _find_author(tree, linked, metas),
        "updated": _first(
            _read_date(str(linked.get("dateModified", ""))), *(_read_date(metas.get(name, "")) for name in _UPDATED)
        ),
        "lang": _find_language(tree),
    }
    published = found["published"][:10]
    if not published or found["updated"][:10] <= published:
        found["updated"] = ""
    return {name: " ".join(value.split()) for name, value in found.items() if value.strip()}


def _find_articles(tree: Element) -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD describes."""
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _walk(data)


def _walk(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(data, list) and depth < 5:  # noqa: PLR2004 - graphs are lists in a mapping in a list
        for item in data:
            yield from _walk(item, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type", "")
        if any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield data
        yield from _walk(data.get("@graph", []), depth + 1)


def _find_metas(tree: Element) -> dict[str, str]:
    """The page's meta elements by name in lower case; the first of one name wins."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        metas.setdefault(name.strip().lower(), (element.get("content") or "").strip())
    return metas


def _find_title(tree: Element, linked: dict[str, Any], metas: dict[str, str], outlet: str) -> str:
    """The one heading of the first rank, else the headline stated, without the outlet's name behind it."""
    headings = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    headings = [heading for heading in headings if heading and heading != outlet]
    stated = _first(_text(linked.get("headline")), metas.get("og:title", ""), metas.get("twitter:title", ""))
    title = headings[0] if len(headings) == 1 else _first(stated, extract_title(tree) or "")
    behind = regex.compile(rf"\s*[|·•–—-]\s*{regex.escape(outlet)}\s*$", regex.IGNORECASE)
    return behind.sub("", title) if outlet else title


def _find_published(tree: Element, linked: dict[str, Any], metas: dict[str, str]) -> str:
    """The date that the page states as that of publication; a lone time element counts, one of several does not."""
    stated = [str(linked.get("datePublished", "")), *(metas.get(name, "") for name in _PUBLISHED)]
    marked = tree.xpath('//time[@pubdate or @itemprop="datePublished"]')
    stated += [element.get("datetime") or element.text_content() for element in marked]
    lone = {day for element in tree.iter("time") if (day := _read_date(element.get("datetime") or ""))}
    return _first(*map(_read_date, stated), *(lone if len(lone) == 1 else ()))


def _read_date(text: str) -> str:
    """ISO 8601 text of a date or date-time; empty where it cannot be read in one way."""
    plain = text.strip()
    if fields.parse_date(plain):
        return plain
    if fields.parse_date(plain[:10]):
        return plain[:10]
    stamp = find_stamp(plain, load_rules()) if plain else None
    return str(stamp.published or "") if stamp else ""


def _find_author(tree: Element, linked: dict[str, Any], metas: dict[str, str]) -> str:
    """The authors as stated, else as trafilatura finds them beside the text; addresses are no names."""
    authors = linked.get("author")
    names = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    stated = _first(", ".join(filter(None, names)), *(metas.get(name, "") for name in _AUTHOR))
    if "://" in stated:
        stated = ""
    found = stated or (extract_author(tree) or "").replace("; ", ", ")
    return regex.sub(r"^(?:by|von|par)\s+", "", found, flags=regex.IGNORECASE)


def _find_language(tree: Element) -> str:
    root = tree.getroottree().getroot()
    tag = (root.get("lang") or "").replace("_", "-").strip()
    return "" if not tag or fields.find_fault("lang", "language", tag) else tag


def _name(value: Any) -> str:
    """A name, given as text or as a mapping with one."""
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _first(*values: str) -> str:
    return next((value for value in values if value.strip()), "")
