"""The page of something that moved: a whole document, apart from the site's frame, that leads on without a script.

It is no template: what a redirect must do is fixed, and a page with a script in it is nobody's to redesign.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from urllib.parse import urljoin

from generator.pages.address import href
from generator.pages.tongue import Tongue, load_tongue

SCRIPT = "location.replace(document.querySelector('link[rel=next]').href+location.hash)"
"""Where scripts run, the fragment is kept; a browser drops it when it follows the tag."""

_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{moved}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<link rel="next" href="{target}">
<script>{script}</script>
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body>
<p>{told} <a href="{target}">{on}</a>.</p>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that leads to another: both are paths from the site's root."""

    path: str
    target: str


def render_redirect(redirect: Redirect, site_url: str = "", tongue: Tongue | None = None) -> str:
    """The document; its canonical address is absolute where the site's own is known, else relative."""
    target = href(redirect.path, redirect.target)
    canonical = urljoin(site_url, href("", redirect.target)) if site_url else target
    tongue = tongue or load_tongue()
    return _PAGE.format(
        target=escape(target), canonical=escape(canonical), script=SCRIPT, lang=tongue.lang,
        moved=tongue.gettext("Moved"), told=tongue.gettext("This has moved:"), on=tongue.gettext("go on"),
    )  # fmt: skip
