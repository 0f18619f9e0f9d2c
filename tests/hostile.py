"""Texts made to cost more than their length: pieces that rules stumble over, drawn at random and repeated.

Used by the laws on growth, which count steps, and by ``tests/bench/bench_hostile.py``, which takes the time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import cycle, islice
from random import Random
from types import FrameType
from typing import Any

PIECES = (
    '"', "'", "“", "”", "‘", "’", "„", "«", "»", "‹", "「", "」", "``", "''", "(", ")", "[", "—", "-", "–", ",",
    ";", ":", ".", "!", "?", "…", "...", " ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u202f", "\u200b", "\u0301",
    "\u0300\u0323", "a", "b c", "the ", "of ", "and ", "in ", "who ", "which ", "that ", "as ", "by ", "to ",
    "no evidence ", "he ", "She ", "said ", "told ", "denied ", "asked ", "added ", "according to ", "did not ",
    "no longer ", "stopped short of ", "Holt ", "Ida Holt", "Mr. ", "Dr. J. ", "U.S. ", "Minister ", "mayor ",
    "spokesman ", "Orde Courier ", "A. ", "B. C. ", "Coastal Safety Board (CSB) ", "workers' ", "don't ",
    "'90s ", "O'Neill's ", "rock 'n' roll ", "1", "12 ", "1,", "1.", "3-2 ", "10,000 ", "10 000 ", "1/16 of ",
    "5%", "$5", "€1.2bn ", "RM40 ", ".5 ", "1:30 ", "5 km (3 miles) ", "two ", "twenty-", "hundreds of ",
    "half a million ", "a third of ", "between ", "from ", "at least ", "May 5, ", "on Monday ", "last week ",
    "2024-10-08 ", "p.m. ", "killed ", "injured ", "men ", "per cent ", "a day ", "www.a.b/", "a@b.c ", "#1 ",
    "+1 555-", "@holt ", "555-1234 ", "1×10^", "½", "²", "日本", "。", "مرحبا ", "שלום", "नमस्ते", "\u202e",
    "\ufeff", "\U0001f600", "ß", "ﬁ", "ı", "x" * 40, "9" * 40, "-" * 40, "A" * 40,
)  # fmt: skip


def draw_unit(random: Random, longest: int = 6) -> str:
    """A few pieces behind each other, which a text then repeats."""
    return "".join(random.choice(PIECES) for _ in range(random.randint(1, longest)))


def draw_text(random: Random, length: int, longest: int = 6, units: int = 3) -> str:
    """A text of about ``length`` code points: one unit again and again, or several in turn."""
    chosen = [draw_unit(random, longest) for _ in range(random.randint(1, units))]
    return repeat(chosen, length)


def repeat(units: list[str], length: int) -> str:
    """The units in turn, as often as fits."""
    times = 1 + length // max(1, sum(map(len, units)))
    return "".join(islice(cycle(units), times * len(units)))[:length]


def count_steps(function: Callable[..., Any], *values: Any) -> int:
    """How many calls, of Python and of what is built in, a function makes: the same on any machine, however busy."""
    count = 0

    def step(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        function(*values)
    finally:
        sys.setprofile(before)
    return count
