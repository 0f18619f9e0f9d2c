"""Finding a quotation again in a text, as the W3C's TextQuoteSelector does (Web Annotation Data Model, 4.2.4).

What stands before and after tells several places apart; where the words stand once, they are found whatever is around
them, so that an edit next to them loses nothing.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

CONTEXT = 32
"""Code points of prefix and suffix: enough to find a quotation again in a text that moved."""

_LEAST_LIKE = 60  # per cent of equal signs, below which a text is another one
_STEPS = (0, CONTEXT, 4 * CONTEXT)


def find_quotation(text: str, exact: str, prefix: str = "", suffix: str = "") -> tuple[tuple[int, int], ...]:
    """Where the words stand, as starts and ends in order; several where nothing tells them apart, none where lost.

    White space may differ where the words as written stand nowhere: a line's end in one is a space in the other.
    """
    places = _occurrences(text, re.escape(exact)) or _occurrences(text, _loosely(exact))
    if len(places) > 1 and (prefix or suffix):
        before, after = re.compile(_loosely(prefix) + r"\s*\Z"), re.compile(r"\s*" + _loosely(suffix))
        reach = 2 * len(prefix) + CONTEXT
        around = [
            (start, end)
            for start, end in places
            if (not prefix or before.search(text, max(0, start - reach), start)) and after.match(text, end)
        ]
        return tuple(around) or places
    return places


def find_context(text: str, start: int, end: int) -> tuple[str, str]:
    """The least prefix and suffix with which the words at a place are found there alone; both empty where they do."""
    exact = text[start:end]
    for reach in (*_STEPS, len(text)):
        prefix, suffix = text[max(0, start - reach) : start], text[end : end + reach]
        if find_quotation(text, exact, prefix, suffix) == ((start, end),):
            return prefix, suffix
    return text[:start], text[end:]


def find_nearest(text: str, exact: str) -> str:
    """The words of a text that are most like these, in whole words; empty where none are like them."""
    found = fuzz.partial_ratio_alignment(exact, text, score_cutoff=_LEAST_LIKE)
    if found is None or not exact.strip():
        return ""
    # A text shorter than the words is looked for in them, not they in it.
    start, end = (found.dest_start, found.dest_end) if len(exact) <= len(text) else (0, len(text))
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return " ".join(text[start:end].split())


def _occurrences(text: str, pattern: str) -> tuple[tuple[int, int], ...]:
    """Every place, also those that overlap."""
    hits = re.finditer(f"(?=({pattern}))", text) if pattern else ()
    return tuple((hit.start(1), hit.end(1)) for hit in hits)


def _loosely(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))
