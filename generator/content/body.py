"""The text below the front matter, with its paragraphs parted by blank lines whichever way it was typed."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import regex

WRAP_LEAST, WRAP_MOST = 50, 120
"""Columns between which people and mail programs wrap lines."""

_SENTENCE_END = regex.compile(r"[.!?…:;。！？][\p{Pf}\p{Pe}\"'»”]*$")
_LIST_ITEM = regex.compile(r"(?:[-*•–—]|\d{1,2}[.)])\s")


def settle_body(text: str) -> str:
    """NFC, no spaces at line ends, one blank line between paragraphs; hard-wrapped lines joined by a space.

    A line end within a paragraph was wrapped when the next line's first word would not have fitted. A body without
    any blank line that is not wrapped has one paragraph a line.
    """
    lines = [line.strip() for line in unicodedata.normalize("NFC", text).split("\n")]
    if _is_wrapped(lines):
        lines = _unwrap(lines)
    parted = "\n".join(lines).strip()
    return regex.sub(r"\n+", "\n\n", parted) if "\n\n" not in parted else regex.sub(r"\n{2,}", "\n\n", parted)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether most line ends within paragraphs fall inside a sentence, at a width people wrap at."""
    inner = [line for line, after in pairwise(lines) if line and after]
    width = max(map(len, lines))
    inside = sum(not _SENTENCE_END.search(line) for line in inner)
    return bool(inner) and WRAP_LEAST <= width <= WRAP_MOST and 2 * inside > len(inner)


def _unwrap(lines: list[str]) -> list[str]:
    """Join each line to the one before it where that one had no room for its first word."""
    width = max(map(len, lines))
    joined: list[str] = []
    last = ""
    for line in lines:
        fits = len(last) + 1 + len(line.partition(" ")[0]) <= width
        if last and line and not fits and not _LIST_ITEM.match(line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        last = line
    return joined
