"""Numbers with what stands right beside them: currency, unit, and the other end of a range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from generator.figures.lexicon.numerals import TO
from generator.figures.lexicon.units import CURRENCIES, DOLLARS, FILLERS, PHRASES, SHORT_UNITS, SPACED_UNITS, UNITS
from generator.figures.numbers import Number
from generator.words import Token


@dataclass(frozen=True, slots=True)
class Part:
    """A number with its unit and range, in indexes of the sentence's tokens; ``high`` is the upper end."""

    first: int
    last: int
    value: float
    unit: str
    number: Number
    high: float | None = None


def word_at(tokens: Sequence[Token], at: int) -> str:
    """The folded token at an index, "" outside."""
    return tokens[at].folded if 0 <= at < len(tokens) else ""


def is_beside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token touches the one before it."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


def find_parts(text: str, tokens: Sequence[Token], numbers: Sequence[Number]) -> Iterator[Part]:
    """The numbers with their units, two ends of a range as one."""
    parts = [_with_unit(text, tokens, number) for number in numbers]
    parts = [_with_unit_of(tokens, part, other) for part, other in zip_longest(parts, parts[1:])]
    place = 0
    while place < len(parts):
        following = parts[place + 1] if place + 1 < len(parts) else None
        joined = _joined(tokens, parts[place], following) if following else None
        yield joined or parts[place]
        place += 2 if joined else 1


def _with_unit_of(tokens: Sequence[Token], low: Part, high: Part | None) -> Part:
    """A number that takes the unit of the next, when it falls: from 4.8 to 4.7 per cent."""
    falls = high is not None and high.first == low.last + 1 and word_at(tokens, low.last) in TO and low.unit == ""
    return replace(low, unit=high.unit) if high is not None and falls and low.value > high.value else low


def _with_unit(text: str, tokens: Sequence[Token], number: Number) -> Part:
    """Take in a currency sign before and a unit word behind."""
    first, last, unit = number.first, number.last, "share" if number.share else ""
    if _is_magnitude(tokens, first, last):
        return Part(first, last, number.value, "magnitude", number)
    if word_at(tokens, first - 1) in CURRENCIES:
        first, unit = first - 1, CURRENCIES[word_at(tokens, first - 1)]
        if unit == "USD":
            first, unit = _dollar(text, tokens, first)
    if not unit:
        last, unit = _unit_after(tokens, number.last)
    elif word_at(tokens, last) in UNITS and UNITS[word_at(tokens, last)] == unit:
        last += 1
    return Part(first, last, number.value, unit, number)


def _is_magnitude(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Magnitude 5.6, a magnitude of 5.6, 5.6 on the Richter scale."""
    before = [word_at(tokens, at) for at in range(max(0, first - 4), first)]
    behind = [word_at(tokens, at) for at in range(last, last + 3)]
    return (
        before[-1:] == ["magnitude"] or before[-2:] in (["magnitude", "of"], ["magnitude", "-"]) or "richter" in behind
    )


def _dollar(text: str, tokens: Sequence[Token], sign: int) -> tuple[int, str]:
    """Whose dollar it is: US$, A$."""
    before = word_at(tokens, sign - 1)
    if before in DOLLARS and (is_beside(tokens, sign) or text[tokens[sign - 1].start : tokens[sign - 1].end] == "US"):
        return sign - 1, DOLLARS[before]
    return sign, "USD"


def _unit_after(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """The unit that follows a number, also after a hyphen, and the index after it; "" for none."""
    if word_at(tokens, at) == "-" and is_beside(tokens, at) and is_beside(tokens, at + 1):
        return _hyphened_unit(tokens, at)
    start = at + (word_at(tokens, at) in FILLERS)
    for count in (3, 2):
        phrase = " ".join(word_at(tokens, place) for place in range(start, start + count))
        if phrase in PHRASES:
            return start + count, PHRASES[phrase]
    word = word_at(tokens, start)
    loose = word in SHORT_UNITS and (start > at or not (is_beside(tokens, at) or word in SPACED_UNITS))
    return (start + 1, UNITS[word]) if word in UNITS and not loose else (at, "")


def _hyphened_unit(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """The unit of 90-day and 43-year-old."""
    word = word_at(tokens, at + 1)
    if word not in UNITS or word in SHORT_UNITS:
        return at, ""
    if word == "year" and [word_at(tokens, at + 2), word_at(tokens, at + 3)] == ["-", "old"]:
        return at + 4, "year"
    return at + 2, UNITS[word]


def _joined(tokens: Sequence[Token], low: Part, high: Part) -> Part | None:
    """Two numbers that are one figure: the ends of a range, or one in so many."""
    if high.first != low.last + 1 or low.number.loose or high.number.loose:
        return None
    if word_at(tokens, low.last) == "in" and low.value == 1 < high.value and not (low.unit or high.unit):
        return replace(low, last=high.last, value=low.value / high.value, unit="share")
    # In "8-10 million" the scale stands once for both.
    factor = high.number.factor if low.number.factor == 1 and low.value < high.value / high.number.factor else 1.0
    if not _is_range(tokens, low, high) or low.value * factor >= high.value:
        return None
    first = low.first - (word_at(tokens, low.first - 1) == "between")
    value, unit = low.value * factor, high.unit or low.unit
    return replace(low, first=first, last=high.last, value=value, unit=unit, high=high.value)


def _is_range(tokens: Sequence[Token], low: Part, high: Part) -> bool:
    """A to B, A-B, between A and B, two or three; not "rose from $5 to $7" or "by $2 to $9"."""
    link, lead = word_at(tokens, low.last), word_at(tokens, low.first - 1)
    if low.unit not in ("", high.unit):
        return False
    if link in TO:
        moves = lead in ("from", "by") and low.unit == high.unit != ""
        return not moves or _ranges(tokens, low.first)
    small = not low.number.digits and high.value == low.value + 1
    return link == "-" or (link == "and" and lead == "between") or (link == "or" and small)


def _ranges(tokens: Sequence[Token], first: int) -> bool:
    """Ranging from A to B is one range; rising from A to B is two figures."""
    return word_at(tokens, first - 2) in ("range", "ranges", "ranged", "ranging", "vary", "varies", "varying", "varied")
