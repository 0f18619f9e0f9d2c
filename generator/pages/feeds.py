"""The changes of an event as feeds: Atom (RFC 4287) and JSON Feed 1.1, an entry a publication.

Identifiers are URNs made from the event's name and the publication's number, so that none depends on where the site
stands; addresses are absolute where the site's own is known, and are left out or relative where it is not.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from generator.pages.changes import ChangesView, Publication, view_changes
from generator.pages.lookup import build_lookup
from generator.permalinks import Registry

_ATOM = "http://www.w3.org/2005/Atom"


def render_feeds(registry: Registry, site_url: str = "") -> Iterator[tuple[str, bytes]]:
    """Both feeds of an event as (path from the site's root, bytes); none before anything changed."""
    lookup = build_lookup(registry.report, registry)
    path = f"{lookup.root}changes/"
    view = view_changes(lookup, registry, path)
    if view.publications:
        event = registry.report.event
        yield f"{path}feed.xml", _atom(view, event.name, event.title, urljoin(site_url, path) if site_url else "")
        yield f"{path}feed.json", _json(view, event.name, event.title, urljoin(site_url, path) if site_url else "")


def _atom(view: ChangesView, name: str, title: str, page: str) -> bytes:
    feed = ET.Element("feed", xmlns=_ATOM)
    _text(feed, "id", _urn(name))
    _text(feed, "title", f"Changes: {title}")
    _text(feed, "updated", f"{view.publications[0].day}T00:00:00Z")
    _text(ET.SubElement(feed, "author"), "name", "Variorum")
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=f"{page}feed.xml")
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=page or "./")
    for one in view.publications:
        entry = ET.SubElement(feed, "entry")
        _text(entry, "id", _urn(f"{name}#{one.anchor}"))
        _text(entry, "title", _title(one))
        _text(entry, "updated", f"{one.day}T00:00:00Z")
        ET.SubElement(entry, "link", rel="alternate", type="text/html", href=f"{page or './'}#{one.anchor}")
        _text(entry, "content", _content(one))
    ET.indent(feed)
    text: str = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _json(view: ChangesView, name: str, title: str, page: str) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"Changes: {title}",
        **({"home_page_url": page, "feed_url": f"{page}feed.json"} if page else {}),
        "items": [
            {
                "id": _urn(f"{name}#{one.anchor}"),
                **({"url": f"{page}#{one.anchor}"} if page else {}),
                "title": _title(one),
                "content_text": _content(one),
                "date_published": f"{one.day}T00:00:00Z",
            }
            for one in view.publications
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"variorum:{name}").urn


def _title(one: Publication) -> str:
    counts = ", ".join(f"{heading.lower()}: {len(views)}" for heading, views in one.kinds)
    return f"{one.day}: {counts}"


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
