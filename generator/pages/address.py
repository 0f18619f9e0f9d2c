"""Addresses: of our own pages, relative from each other, and of other people's, let through only when plain."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from generator.words import name_part

__all__ = ["href", "name_part", "pair_id", "quote_address", "safe_url"]

_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?|\[[0-9A-Fa-f:.]+\]")
_LONGEST = 2000
_ENDS = 5  # words at either end that stand for a longer quotation in an address


def safe_url(value: str | None) -> str:
    """The address if it is absolute http or https with a host and nothing hidden in it; else the empty text.

    Refused are other schemes, credentials, white space, quotation marks, backslashes, angle brackets and every sign
    that does not print, bidirectional controls among them.
    """
    if not value or len(value) > _LONGEST or not re.match(r"https?://", value, re.IGNORECASE):
        return ""
    if any(not sign.isprintable() or sign in " \"'`<>\\^{|}" for sign in value):
        return ""
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        return ""
    plain = "@" not in parts.netloc and _HOST.fullmatch(re.sub(r":\d*$", "", parts.netloc))
    return value if plain else ""


def href(from_path: str, to_path: str, fragment: str = "") -> str:
    """The relative link from one address of the site to another; both are relative to the site's root.

    An address ends in "/" or names a file; the front page is "". Relative, so that the site works under any path.
    """
    mark = f"#{quote(fragment, safe='-._~')}" if fragment else ""
    if from_path == to_path:
        return mark or "./"
    here, there = from_path.split("/")[:-1], to_path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    link = "../" * (len(here) - shared) + "/".join(quote(part, safe="-._~") for part in there[shared:])
    return (link or "./") + mark


def pair_id(first: str, second: str) -> str:
    """The fragment of a pair of articles: both sigla in order, whichever way round they are given."""
    return "--".join(sorted((name_part(first), name_part(second))))


def quote_address(url: str, exact: str) -> str:
    """The address of a page with the words to be shown there: a text fragment (WICG, Scroll to Text Fragment).

    Of more than twice five words, or where lines end in between, the first and the last five stand for all. "" where
    the address is none, or grows too long.
    """
    words = exact.split()
    if not url or not words:
        return url
    if len(words) > 2 * _ENDS or "\n" in exact:
        ends = [" ".join(words[:_ENDS]), " ".join(words[-_ENDS:])]
    else:
        ends = [" ".join(words)]
    told = ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
    return safe_url(f"{url}{'' if '#' in url else '#'}:~:text={told}") or url
