"""A page as a value: what a site builder needs to publish it, whichever builder that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

_ID = re.compile(r'<[a-z][a-z0-9]*(?=\s)[^<>]*?\sid="([^"<>]+)"')
_HEADING = re.compile(r'<h([1-3])\b[^<>]*?\sid="([^"<>]+)"[^<>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that can be linked to; ``title`` is plain text, not HTML."""

    id: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page: ``path`` is relative to the site's root and ends in "/"; the front page is "".

    ``body`` is ready HTML and begins with the ``h1``; every other text is plain and must be escaped by its user.
    ``former`` tells that it only says what is no longer at its address. ``linked`` is JSON-LD that is ready for a
    script element, ``feeds`` the folder of the feeds that tell of its changes, both "" for none.
    """

    path: str
    title: str
    description: str
    body: str
    contents: tuple[Heading, ...] = ()
    parent: str | None = None
    in_nav: bool = False
    lang: str = "en"
    anchors: frozenset[str] = frozenset()
    former: bool = False
    linked: str = ""
    feeds: str = ""


def find_anchors(body: str) -> frozenset[str]:
    """Every ``id`` in a body, read by pattern: in our own HTML no text or attribute holds a bare "<" or ">"."""
    return frozenset(unescape(found) for found in _ID.findall(body))


def find_headings(body: str) -> tuple[Heading, ...]:
    """The headings that carry an ``id``, in order, levels 1 to 3."""
    return tuple(
        Heading(unescape(name), " ".join(unescape(_TAG.sub("", inner)).split()), int(level))
        for level, name, inner in _HEADING.findall(body)
    )
