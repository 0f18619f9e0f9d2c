"""Where a text's paragraphs end, whichever way it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

WRAP_LEAST, WRAP_MOST = 50, 120
"""Columns between which people and mail programs wrap lines."""

_SENTENCE_END = regex.compile(r"[.!?…:;。！？][\p{Pf}\p{Pe}\"'»”]*$")
_LIST_ITEM = regex.compile(r"(?:[-*•–—]|\d{1,2}[.)])\s")


def join_wrapped(lines: Sequence[str], *, least: int = WRAP_LEAST, most: int = WRAP_MOST) -> tuple[range, ...]:
    """Which lines belong together, as ranges over ``lines`` in order: one line each, unless the text is hard-wrapped.

    A line end is full when the next line's first word would not have fitted before it. A text is wrapped when its
    widest line is ``least`` to ``most`` code points wide, it has two full line ends, and most of them fall inside a
    sentence; then a line belongs to the one before it when that one's end is full.
    """
    width = max(map(len, lines), default=0)
    wrapped = least <= width <= most and _ends_inside(lines, width)
    groups: list[range] = []
    for at, line in enumerate(lines):
        if wrapped and at and _is_wrapped(lines[at - 1], line, width):
            groups[-1] = range(groups[-1].start, at + 1)
        else:
            groups.append(range(at, at + 1))
    return tuple(groups)


def _ends_inside(lines: Sequence[str], width: int) -> bool:
    full = [line for line, after in pairwise(lines) if _is_wrapped(line, after, width)]
    return len(full) > 1 and 2 * sum(not _SENTENCE_END.search(line) for line in full) > len(full)


def _is_wrapped(before: str, line: str, width: int) -> bool:
    fits = len(before) + 1 + len(line.partition(" ")[0]) <= width
    return bool(before and line) and not fits and not _LIST_ITEM.match(line)
