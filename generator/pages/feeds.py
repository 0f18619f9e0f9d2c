"""Feeds, as Atom (RFC 4287) and JSON Feed 1.1: the changes of an event, an entry a publication; and a site's events.

Identifiers are URNs made from the event's name and the publication's number, so that none depends on where the site
stands; addresses are absolute where the site's own is known, and are left out or relative where it is not.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from generator.pages.address import href
from generator.pages.changes import Publication, view_changes
from generator.pages.imprint import Imprint
from generator.pages.lookup import Lookup, build_lookup
from generator.permalinks import UNKNOWN_DAY, Registry

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    title: str
    day: str
    link: str
    content: str


@dataclass(frozen=True, slots=True)
class _Feed:
    """``page`` is the whole address of what the feed is about, "" where that is not known."""

    id: str
    title: str
    page: str
    entries: tuple[_Entry, ...]


def render_feeds(registry: Registry, imprint: Imprint | None = None) -> Iterator[tuple[str, bytes]]:
    """Both feeds of an event's changes as (path from the site's root, bytes), empty before anything changed."""
    imprint = imprint or Imprint()
    lookup = build_lookup(registry.report, registry, imprint)
    path = f"{lookup.root}changes/"
    view = view_changes(lookup, registry, path)
    event = registry.report.event
    page = urljoin(imprint.url, path) if imprint.url else ""
    entries = tuple(
        _Entry(_urn(f"{event.name}#{one.anchor}"), _title(one), one.day, f"{page}#{one.anchor}", _content(one))
        for one in view.publications
    )
    title = f"{lookup.tongue.gettext('Changes')}: {event.title}"
    yield from _render(path, _Feed(_urn(event.name), title, page, entries))


def render_event_feeds(registries: Iterable[Registry], imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Both feeds of a site's events, at its root: the last published first."""
    lookups = [build_lookup(registry.report, registry, imprint) for registry in registries]
    entries = sorted((_event(lookup) for lookup in lookups), key=lambda one: (one.day, one.id), reverse=True)
    yield from _render("", _Feed(_urn(""), imprint.name, imprint.url, tuple(entries)))


def _event(lookup: Lookup) -> _Entry:
    event, day = lookup.event, lookup.day or UNKNOWN_DAY
    outlets = ", ".join(dict.fromkeys(article.outlet for article in lookup.articles))
    content = f"{event.description}\n{outlets}" if event.description else outlets
    link = urljoin(lookup.imprint.url, href("", lookup.root))
    return _Entry(_urn(event.name), event.title, day, link, content)


def _render(path: str, feed: _Feed) -> Iterator[tuple[str, bytes]]:
    yield f"{path}feed.xml", _atom(feed)
    yield f"{path}feed.json", _json(feed)


def _atom(feed: _Feed) -> bytes:
    root = ET.Element("feed", xmlns=_ATOM)
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", f"{feed.entries[0].day if feed.entries else UNKNOWN_DAY}T00:00:00Z")
    _text(ET.SubElement(root, "author"), "name", "Variorum")
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=f"{feed.page}feed.xml")
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=feed.page or "./")
    for one in feed.entries:
        entry = ET.SubElement(root, "entry")
        _text(entry, "id", one.id)
        _text(entry, "title", one.title)
        _text(entry, "updated", f"{one.day}T00:00:00Z")
        link = f"./{one.link}" if one.link.startswith("#") else one.link
        ET.SubElement(entry, "link", rel="alternate", type="text/html", href=link)
        _text(entry, "content", one.content)
    ET.indent(root)
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode("utf-8", "backslashreplace")


def _json(feed: _Feed) -> bytes:
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        **({"home_page_url": feed.page, "feed_url": f"{feed.page}feed.json"} if feed.page else {}),
        "items": [
            {
                "id": one.id,
                **({"url": one.link} if feed.page else {}),
                "title": one.title,
                "content_text": one.content,
                "date_published": f"{one.day}T00:00:00Z",
            }
            for one in feed.entries
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"variorum:{name}").urn


def _title(one: Publication) -> str:
    counts = ", ".join(f"{heading.lower()}: {len(views)}" for heading, views in one.kinds)
    return f"{one.day}: {one.owner + ': ' if one.owner else ''}{counts}" if counts else one.day


def _content(one: Publication) -> str:
    """Plain text: what was taken out in square brackets with a minus, what was put in with a plus."""
    lines = []
    for heading, views in one.kinds:
        lines.append(heading)
        lines += [
            f"- {view.owner}: {''.join(_plain(piece.text, piece.mark) for piece in view.pieces)}" for view in views
        ]
    return "\n".join(lines)


def _plain(text: str, mark: str) -> str:
    if mark.startswith("deleted"):
        return f"[-{text}-]"
    return f"[+{text}+]" if mark.startswith("inserted") else text
